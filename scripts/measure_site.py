"""Sites of many places and of many cases: their side of the benches.

Everything is made by small generators, so that any size can be asked for: places as a table of city,
districts, subdistricts and communities, cases as copies of the starter's story. A build runs in a
process of its own; what is compared is CPU seconds, and of memory the peak of that process.
"""

from __future__ import annotations

import csv
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Template

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Stream
from handbill.load.settings import read_settings
from handbill.render.pages import PageRenderer
from result import Result
from stock_site import stock_docs

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 11, 24)
PLACES, CASES = 10_000, 1_000
COMMUNITIES = 50
"""Of a subdistrict; ten of those are a district."""
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795478400"}
RUN = (
    "press --place all --edition office --kind poster --kind letter --kind card "
    "--size A3 --size A4 --size A6"
)
PROGRAM = """
import resource, sys
from handbill.cli import main
code = main(sys.argv[1:])
one, many = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print("spent", sum(use.ru_utime + use.ru_stime for use in (one, many)), one.ru_maxrss)
sys.exit(code)
"""


def write_places(file: Path, count: int, office: str = "派出所", other: str = "") -> None:
    """Writes so many places as a table. office: a header of `contacts`; each community has a number
    of it. other: the number of the last community, to change one."""
    rows = [("city", "示例市", "", "市", "")]
    subdistricts = 0
    while len(rows) < count:
        district = f"d{subdistricts // 10}"
        if subdistricts % 10 == 0:
            rows.append((district, f"第{subdistricts // 10}区", "city", "区", ""))
        street = f"s{subdistricts}"
        rows.append((street, f"第{subdistricts}街道", district, "街道", ""))
        for number in range(COMMUNITIES):
            name = f"第{subdistricts}街道{number}号社区"
            call = f"021-62{subdistricts:04}{number:02}"
            rows.append((f"{street}-{number}", name, street, "社区", call))
        subdistricts += 1
    rows = rows[:count]
    if other:
        rows[-1] = (*rows[-1][:4], other)
    with file.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(("编号", "名称", "上级", "类别", office))
        table.writerows(rows)


def starter(folder: Path) -> Path:
    """Makes the site of `handbill new`, with an address, and returns its folder."""
    site = folder / "site"
    subprocess.run([sys.executable, "-m", "handbill", "new", str(site)], check=True, stdout=-3)
    settings = site / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("# site_url: https://…", "site_url: https://example.org/"))
    return site


def write_cases(site: Path, count: int) -> None:
    """Fills the starter with so many cases, each a copy of its story under a title of its own."""
    cases = site / "campaigns" / "job-seeking" / "cases"
    text = (cases / "deposit-first.yml").read_text("utf-8")
    for number in range(1, count):
        told = text.replace("title: 还没上班，先交押金", f"title: 先交押金的第{number}个故事")
        (cases / f"story-{number}.yml").write_text(
            told.replace("order: 1\n", f"order: {number + 1}\n"), "utf-8", newline="\n"
        )


def built(site: Path) -> tuple[float, int]:
    """Builds a site in a process of its own: CPU seconds, and the peak of memory in KB."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "build"],
        cwd=site,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-4000:])
    _, seconds, peak = done.stdout.splitlines()[-1].split()
    return float(seconds), int(peak)


def planned(site: Path) -> tuple[Checked, list[Artifact]]:
    """Loads, checks and plans a site."""
    checked = road.load_and_check(read_settings(site / "mkdocs.yml"), TODAY)
    return checked, road.plan(checked)


def streams(artifacts: list[Artifact]) -> Iterator[Stream]:
    """The pages of places among what is planned."""
    return (one.body for one in artifacts if isinstance(one.body, Stream))


def write_local(checked: Checked, out: Path) -> int:
    """Plans and writes all pages of places as a build does; returns how many."""
    pages, count = PageRenderer(checked.templates), 0
    for stream in streams(road.plan(checked)):
        for path, text in pages.stream(stream):
            file = out / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
            count += 1
    return count


def bench_local(flagship: Path, seconds: Callable[..., float], places: int) -> list[Result]:
    """Pages of all places in two languages, planned, rendered and written, against jinja2 that only
    renders and writes them; and the same work per place against a tenth of the places."""
    plain = Result("local", f"pages of {places} places in two languages, against jinja2", limit=1.5)
    growth = Result("local-growth", f"the same per place, against {places // 10} places", limit=1.1)
    sides: dict[int, Checked] = {}
    for count in (places, places // 10):
        write_places(flagship / "campaigns" / "places" / "many.csv", count, "居委会")
        sides[count] = road.load_and_check(read_settings(flagship / "mkdocs.yml"), TODAY)
    for _ in range(3):
        for count, checked in sides.items():
            with tempfile.TemporaryDirectory() as out:
                spent = seconds(partial(write_local, checked, Path(out)))
            (growth.ours if count == places else growth.other).append(spent / count)
        plain.ours.append(growth.ours[-1] * places)
        with tempfile.TemporaryDirectory() as out:
            plain.other.append(jinja_alone(sides[places], Path(out), seconds))
    return [plain, growth]


def jinja_alone(checked: Checked, out: Path, seconds: Callable[..., float]) -> float:
    """CPU seconds of jinja2 for the same bytes: what the pages say is planned, and what they share
    rendered, before the clock runs, a thousand pages at a time."""
    pages, spent = PageRenderer(checked.templates), 0.0
    for stream in streams(road.plan(checked)):
        template, planned_pages = pages.template(stream.template), pages.planned(stream)
        while some := list(islice(planned_pages, 1_000)):
            spent += seconds(partial(_write, template, some, out))
    return spent


def _write(template: Template, pages: list[tuple[str, dict[str, Any]]], out: Path) -> None:
    for path, data in pages:
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(template.render(data).encode())


def bench_memory(folder: Path, places: int) -> list[Result]:
    """Peak memory of a whole build, against that of a site of a hundred places."""
    result = Result("memory", f"peak of a build of {places} places, against 100 (GB)", limit=1.3)
    site = starter(folder)
    for count, side in ((100, result.other), (places, result.ours)):
        write_places(site / "campaigns" / "places" / "many.csv", count)
        built(site)  # what is drawn once
        side.append(built(site)[1] / 1e6)
    return [result]


def bench_number(flagship: Path, places: int) -> list[Result]:
    """A build after one number of one place has changed, against the first build."""
    result = Result("number", f"one number of {places} places, against the full build", limit=0.1)
    table = flagship / "campaigns" / "places" / "many.csv"
    write_places(table, places, "居委会")
    result.other.append(built(flagship)[0])
    write_places(table, places, "居委会", "021-62999999")
    result.ours.append(built(flagship)[0])
    return [result]


def bench_cases(folder: Path, seconds: Callable[..., float], cases: int) -> list[Result]:
    """A site of many cases, against `mkdocs build` (Material) of its pages written by hand with all
    of them in the navigation; and the build after one case has changed, against the first."""
    whole = Result("cases", f"site of {cases} cases, against Material with full nav", limit=0.2)
    again = Result("cases-again", "one case changed, against the full build", limit=0.35)
    site = starter(folder)
    write_cases(site, cases)
    spent, _ = built(site)
    whole.ours.append(spent)
    again.other.append(spent)
    story = site / "campaigns" / "job-seeking" / "cases" / "story-1.yml"
    story.write_text(story.read_text("utf-8").replace("不低", "很高"), "utf-8", newline="\n")
    again.ours.append(built(site)[0])
    stock = folder / "stock"
    stock_docs(site / "site", stock, full_nav=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(stock / "mkdocs.yml")]
    whole.other.append(
        seconds(lambda: subprocess.run(command, check=True, env=ENVIRONMENT, capture_output=True))
    )
    return [whole, again]


def bench_jobs(folder: Path, places: int) -> list[Result]:
    """A print run of all places by two processes, against one, by the clock: of use where two cores
    are free."""
    what = f"poster (A3, A4), letter and card of {places} places by two processes, against one"
    result = Result("jobs", what, limit=1.8, at_least=True)
    site = starter(folder)
    write_places(site / "campaigns" / "places" / "many.csv", places)
    for jobs, side in ((1, result.other), (2, result.ours)):
        words = [*RUN.split(), "--jobs", str(jobs), "-o", f"run-{jobs}"]
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "handbill", *words],
            check=True,
            cwd=site,
            env=ENVIRONMENT,
            capture_output=True,
        )
        side.append(time.perf_counter() - begun)
    return [result]


def growth(sizes: list[int]) -> dict[str, list[float]]:
    """CPU seconds and peak memory (MB) of a build, drawings kept, by the number of places: the
    figures of the picture in the guide."""
    found: dict[str, list[float]] = {"places": [], "seconds": [], "megabytes": []}
    with tempfile.TemporaryDirectory() as folder:
        site = starter(Path(folder))
        built(site)
        for count in sizes:
            write_places(site / "campaigns" / "places" / "many.csv", count)
            spent, peak = built(site)
            found["places"].append(count)
            found["seconds"].append(round(spent, 2))
            found["megabytes"].append(round(peak / 1000))
    return found


if __name__ == "__main__":
    print(json.dumps(growth([int(one) for one in sys.argv[1:]] or [10, 100, 1_000, 10_000])))
