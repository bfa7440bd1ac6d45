"""Print runs: the same bytes by any number of processes, and nothing lost by one that dies."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import outloud
import pymupdf
import pytest
import s3fs
from distributed import LocalCluster
from moto.server import ThreadedMotoServer

from handbill.scaffold import new_site

pytestmark = pytest.mark.slow

PLACES = 12
KILLER = """
import builtins, os, sys
real = builtins.__import__

def spy(name, *rest, **named):
    module = real(name, *rest, **named)
    worker = sys.modules.get("handbill.publish.print_worker")
    if worker and hasattr(worker, "run_task") and not hasattr(worker, "spied"):
        worker.spied = True
        from handbill.render import Renderer
        drawn = Renderer.draw

        def sheet(self, one):
            for said in one.data["sheets"]:
                if said["id"] == os.environ["KILLS"] and os.environ["AT"] in str(said["qr"]):
                    os._exit(9)
            return drawn(self, one)

        Renderer.draw = sheet
    return module

if "KILLS" in os.environ:
    builtins.__import__ = spy
"""
"""A worker ends at one sheet of one place."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "site"
    new_site(folder, "zh")
    rows = "".join(f"v{number},第{number}村,村,第{number}村委会\n" for number in range(PLACES))
    (folder / "campaigns/places/list.csv").write_text(f"编号,名称,类别,发布单位\n{rows}", "utf-8")
    settings = folder / "mkdocs.yml"
    lines = [one for one in settings.read_text("utf-8").splitlines() if "site_url" not in one]
    settings.write_text("\n".join([*lines, "site_url: https://xc.qx.gov.cn/", ""]), "utf-8")
    (folder / "kill").mkdir()
    (folder / "kill/sitecustomize.py").write_text(KILLER, "utf-8")
    return folder


def start(project: Path, *words: str, **environment: str) -> subprocess.Popen[str]:
    """Start a run; what it says goes to pipes."""
    path = os.pathsep.join([str(project / "kill"), *sys.path])
    return subprocess.Popen(
        [sys.executable, "-m", "handbill", "press", *words],
        cwd=project,
        env={**os.environ, "PYTHONPATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def press(project: Path, *words: str, code: int = 0, **environment: str) -> dict[str, Any]:
    """Run it to its end and return what it says as JSON."""
    process = start(project, *words, "--json", **environment)
    said, wrong = process.communicate(timeout=300)
    assert process.returncode == code, wrong
    made: dict[str, Any] = json.loads(said)
    return made


CHOICE = ("--place", "all", "--edition", "office", "--kind", "card", "--kind", "poster")


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(one) for one in (folder / "manifest.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def whole(project: Path) -> Path:
    made = press(project, *CHOICE, "--jobs", "1", "-o", "whole")
    assert made["files"] == made["drawn"] == len(lines(project / "whole")) > 2 * PLACES
    return project / "whole"


def same(one: Path, other: Path) -> bool:
    return (one / "manifest.jsonl").read_bytes() == (other / "manifest.jsonl").read_bytes()


def test_the_manifest_says_what_is_there(whole: Path) -> None:
    files = {one.relative_to(whole).as_posix() for one in whole.rglob("*.pdf")}
    assert files == {one["path"] for one in lines(whole)}
    for one in lines(whole):
        content = (whole / one["path"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (one["bytes"], one["hash"])
    assert {one["place"] for one in lines(whole)} >= {f"v{number}" for number in range(PLACES)}


def test_two_processes_draw_the_same_bytes(project: Path, whole: Path) -> None:
    press(project, *CHOICE, "--jobs", "2", "-o", "two")
    assert same(project / "two", whole)


def test_a_rerun_draws_what_has_changed_or_is_gone(project: Path, whole: Path) -> None:
    first = lines(whole)[0]["path"]
    (whole / first).unlink()
    places = project / "campaigns/places/list.csv"
    before = places.read_text("utf-8")
    places.write_text(before.replace("第3村委会", "第三村委会"), "utf-8")
    try:
        made = press(project, *CHOICE, "--jobs", "1", "-o", "whole")
        changed = {one["path"] for one in lines(whole) if one["place"] == "v3"}
        assert 1 < made["drawn"] <= len(changed) + 1
        assert (whole / first).is_file()
    finally:
        places.write_text(before, "utf-8")
        press(project, *CHOICE, "--jobs", "1", "-o", "whole")


def test_what_an_earlier_run_had_is_told(project: Path) -> None:
    press(project, *CHOICE, "--jobs", "1", "-o", "less")
    made = press(project, "--place", "v1", "--kind", "card", "--jobs", "1", "-o", "less")
    assert made["drawn"] < made["files"] and len(made["stale"]) > PLACES


@pytest.mark.parametrize("moment", [0.3, 0.8])
def test_a_killed_run_goes_on(project: Path, whole: Path, moment: float) -> None:
    to = project / f"killed-{moment}"
    process = start(project, *CHOICE, "--jobs", "2", "-o", to.name)
    end = time.monotonic() + 120
    wanted = moment * len(lines(whole))
    # A worker writes the files of its task before the run notes them: what is noted is kept.
    noted = project / "build/print-runs"
    while (
        process.poll() is None
        and time.monotonic() < end
        and (
            len(list(to.rglob("*.pdf"))) < wanted
            or not any(one.stat().st_size for one in noted.glob("*"))
        )
    ):
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    process.communicate(timeout=60)  # its workers hold the pipes: they have left as well
    there = {one.relative_to(to).as_posix(): one.read_bytes() for one in to.rglob("*.pdf")}
    for name, content in there.items():
        assert content == (whole / name).read_bytes()
    made = press(project, *CHOICE, "--jobs", "2", "-o", to.name)
    assert same(to, whole)
    assert made["kept"] > 0


def test_a_sheet_that_kills_is_told_and_all_others_are_there(project: Path, whole: Path) -> None:
    of = {"KILLS": "schools-card", "AT": "/v5/"}
    made = press(project, *CHOICE, "--jobs", "2", "-o", "killer", code=1, **of)
    lost = {one["path"] for one in lines(whole)} - {
        one["path"] for one in lines(project / "killer")
    }
    assert lost == {one["path"] for one in made["faults"]}
    assert {(one["path"].split("/")[-2], one["code"]) for one in made["faults"]} == {("v5", "E726")}
    assert made["deaths"] >= 1
    assert press(project, *CHOICE, "--jobs", "2", "-o", "killer")["drawn"] == len(lost)
    assert same(project / "killer", whole)


def test_what_cannot_be_drawn_is_told_with_its_reason(project: Path, whole: Path) -> None:
    look = project / "templates/card"
    look.mkdir(parents=True)
    (look / "sheet.typ").write_text('#panic("not today")\n', "utf-8")
    try:
        made = press(project, *CHOICE, "--jobs", "1", "-o", "faulty", code=1)
    finally:
        (look / "sheet.typ").unlink()
        look.rmdir()
        look.parent.rmdir()
    assert {one["code"] for one in made["faults"]} == {"E701"}
    assert {one["material"] for one in lines(project / "faulty")} == {
        one["material"] for one in lines(whole) if "card" not in one["material"]
    }


RUN = ("--place", "all", "--run-file", "--kind", "card", "--size", "A6", "--edition", "press")


def rows(folder: Path) -> list[dict[str, str]]:
    [table] = folder.rglob("*.csv")
    return list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))


def test_a_run_file_has_all_places_and_a_table_of_their_pages(project: Path) -> None:
    made = press(project, *RUN, "--copies", "40", "-o", "run")
    assert made["files"] == made["drawn"] == 2
    table = rows(project / "run")
    assert [(one["page_from"], one["page_to"]) for one in table] == [
        (str(page), str(page + 1)) for page in range(1, 2 * len(table), 2)
    ]
    assert {one["place"] for one in table} >= {f"v{number}" for number in range(PLACES)}
    assert {one["copies"] for one in table} == {"40"}
    [file] = project.glob("run/**/*.pdf")
    result = outloud.check(str(file))
    assert not result.error and not result.errors
    with pymupdf.open(file) as pdf:
        assert [one[1:] for one in pdf.get_toc()] == [
            [one["name"], int(one["page_from"])] for one in table
        ]
        for one in table:
            assert f"/p/{one['place']}" in pdf[int(one["page_to"]) - 1].get_text()
        assert len(pdf) == 2 * len(table)
    assert file.stat().st_size <= 12_000 * 2 * len(table)
    assert press(project, *RUN, "--copies", "40", "-o", "run")["drawn"] == 0


def test_a_place_that_kills_is_left_out_of_the_run_file_and_told(project: Path) -> None:
    of = {"KILLS": "schools-card", "AT": "/v5/"}
    made = press(project, *RUN, "-o", "run-killer", code=1, **of)
    assert [(one["path"], one["code"]) for one in made["faults"]] == [("v5/", "E726")]
    assert {one["place"] for one in rows(project / "run-killer")}.isdisjoint({"v5"})
    assert len(rows(project / "run-killer")) >= PLACES - 1
    assert press(project, *RUN, "-o", "run-killer")["drawn"] == 2
    assert "v5" in {one["place"] for one in rows(project / "run-killer")}


@pytest.fixture
def scheduler() -> Iterator[str]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_draws_the_same_bytes(project: Path, whole: Path, scheduler: str) -> None:
    to = project / "cluster"
    press(project, *CHOICE, "--scheduler", scheduler, "-o", str(to))
    assert same(to, whole)


def test_a_store_of_objects_takes_a_run(
    project: Path, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    store = {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    try:
        for name, value in store.items():
            monkeypatch.setenv(name, value)
        files = s3fs.S3FileSystem(endpoint_url=store["AWS_ENDPOINT_URL"], skip_instance_cache=True)
        files.mkdir("sheets")
        press(project, *CHOICE, "--jobs", "1", "-o", "s3://sheets/run", **store)
        files.invalidate_cache()
        assert (
            files.cat_file("sheets/run/manifest.jsonl") == (whole / "manifest.jsonl").read_bytes()
        )
        again = press(project, *CHOICE, "--jobs", "1", "-o", "s3://sheets/run", **store)
        assert again["drawn"] == 0
    finally:
        server.stop()
