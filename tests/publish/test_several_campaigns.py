"""Two campaigns in one site: each under its own name, a list of both at the root."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from handbill.publish.links import LinkChecker
from handbill.publish.scans import unknown_scans
from handbill.resources import STARTERS

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.slow


def of_one_audience(campaign: Path) -> None:
    """Every sheet bears an address, so all are drawn anew: one audience of seven is enough."""
    left_out = "communities|elders|enterprises|families|landlords|villages"
    for name in left_out.split("|"):
        (campaign / f"{name}.yml").unlink()
    for case in (campaign / "cases").glob("*.yml"):
        text = case.read_text("utf-8")
        case.write_text(
            re.sub(r"^audiences: .*", "audiences: [schools]", text, count=1, flags=re.MULTILINE),
            "utf-8",
        )


@pytest.fixture(scope="module")
def project(
    tmp_path_factory: pytest.TempPathFactory,
    copy_project: Callable[[Path], Path],
    handbill: Command,
) -> Path:
    """The flagship, of which one audience, with the starter's campaign beside it, built."""
    folder = copy_project(tmp_path_factory.mktemp("two") / "project")
    of_one_audience(folder / "campaigns/anti-pyramid-selling")
    shutil.copytree(
        STARTERS / "job-seeking/campaigns/job-seeking", folder / "campaigns/job-seeking"
    )
    file = folder / "campaigns/job-seeking/campaign.yml"
    text = file.read_text("utf-8")
    assert "default_place: here" in text
    file.write_text(text.replace("default_place: here", "default_place: dongxihu"), "utf-8")
    config = folder / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    own = ("help.md", "check.md", "cases/index.md", "materials.md", "law.md", "search.md")
    # Of several campaigns, each has its own pages of the guide.
    ends = (*(f": {one}" for one in own), " guide/before-printing.md", " guide/coverage.md")
    config.write_text("".join(line for line in lines if not line.rstrip().endswith(ends)), "utf-8")
    done = handbill(folder, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_each_lies_under_its_name_and_the_root_leads_to_both(project: Path) -> None:
    site = project / "site"
    for campaign in ("anti-pyramid-selling", "job-seeking"):
        for page in ("", "help/", "cases/", "law/", "materials/", "schools/", "m/schools-poster/"):
            assert (site / campaign / page / "index.html").is_file(), f"{campaign}/{page}"
        assert (site / campaign / "packs/schools-print.zip").is_file()
    root = (site / "index.html").read_text("utf-8")
    assert 'href="anti-pyramid-selling/"' in root and 'href="job-seeking/"' in root
    assert "防范传销" in root and "求职先核实" in root
    assert not (site / "help").exists() and not (site / "m").exists()


def test_links_and_printed_addresses_hold(project: Path) -> None:
    links = LinkChecker(project / "site", "https://example.org/")
    printed = [
        f"https://example.org/{campaign}/p/dongxihu/?m=schools-poster.1.0"
        for campaign in ("job-seeking", "anti-pyramid-selling")
    ]
    assert list(links.broken(printed)) == []
    assert list(unknown_scans(project / "site", "https://example.org/", printed)) == []


def test_no_page_of_one_shows_the_other(project: Path) -> None:
    text = (project / "site/job-seeking/m/schools-poster/index.html").read_text("utf-8")
    assert "求职先核实" in text and "防范传销" not in text
    assert "https://example.org/job-seeking/m/schools-poster/" in text


def test_packs_of_one_audience_do_not_overwrite_each_other(
    project: Path, tmp_path: Path, handbill: Command
) -> None:
    done = handbill(project, "pack", "--audience", "schools", "-o", str(tmp_path))
    assert done.returncode == 0, done.stderr
    files = [Path(line) for line in done.stdout.splitlines()]
    assert len(set(files)) == 2 * 3
    titles = set()
    for file in files:
        with zipfile.ZipFile(file) as archive:
            titles.add(archive.read("使用说明与许可.txt").decode("utf-8-sig").split("：")[0])
    assert titles == {"防范传销", "求职先核实"}
