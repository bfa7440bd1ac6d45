"""What the desk makes and publishes: one job at a time, told after a reload, stopped without harm."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from served_desk import Open, open_desk

from handbill.desk.jobs import Job, Jobs
from handbill.progress import STAGES, TOLD, Far, Told, how_far
from handbill.publish.changed import Changed, changed, keep_before
from handbill.publish.placing import heal
from handbill.scaffold import new_site
from handbill.words.making import MAKING

PATIENCE = 90.0
"""Seconds that a job may take on a busy machine."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    folder = tmp_path_factory.mktemp("made") / "a site"
    new_site(folder, "zh", "heat")
    with open_desk(folder, "en") as opened:
        yield opened
        opened.desk.jobs.stop()


def ended(jobs: Jobs) -> Job:
    """The job when it has ended."""
    end = time.monotonic() + PATIENCE
    while (job := jobs.latest()) and job.state == "running" and time.monotonic() < end:
        time.sleep(0.05)
    assert job
    return job


def test_one_job_runs_at_a_time_and_is_told_after_a_reload(desk: Open) -> None:
    assert "A print run" in desk.ask("GET", "/make")[2]
    status, headers, _ = desk.send("/make", what="make_run", place="here", material="work-poster")
    assert (status, headers["location"]) == (303, "/make")
    status, headers, _ = desk.send("/make", what="make_site")
    assert headers["location"] == "/make?busy=1"
    page = desk.ask("GET", "/make?busy=1")[2]
    assert "Another one is still being made" in page and "data-running" in page
    assert desk.send("/make", what="rm -rf")[0] == 404
    desk.send("/stop")
    job = desk.desk.jobs.latest()
    assert job and (job.what, job.state) == ("make_run", "stopped") and "print-run" in job.where
    assert "stopped; what was there" in desk.ask("GET", "/make")[2]
    # Another process, as after the desk was closed.
    again = Jobs(desk.desk.root)
    assert (desk.desk.root / ".handbill/.gitignore").read_text() == "*\n"
    assert again.latest() == job and again.said() == desk.desk.jobs.said()


def test_a_job_that_is_stopped_leaves_what_was_there(desk: Open) -> None:
    site = desk.desk.settings().site_dir
    assert desk.send("/make", what="make_site")[1]["location"] == "/make"
    seen = Jobs(desk.desk.root).latest()
    assert seen and seen.state == "lost", "another desk cannot speak of it"
    assert desk.send("/stop")[1]["location"] == "/make"
    job = desk.desk.jobs.latest()
    assert job and job.state == "stopped" and not site.exists()
    assert "stopped" in desk.ask("GET", "/make")[2]
    heal(site)  # what every build begins with: a signal may come as the draft is made or removed
    assert not list(desk.desk.root.glob(".site-draft*")) and not site.exists(), "no draft is left"
    assert desk.send("/stop", back="/publish")[1]["location"] == "/publish", "nothing to stop"


def test_the_site_is_published_from_the_desk(desk: Open, tmp_path: Path) -> None:
    assert 'value="gh-pages"' in desk.ask("GET", "/publish")[2]
    for way, where in (("to", " "), ("check", "example.org"), ("zip", "a\0b")):
        answer = desk.send("/publish", way=way, where=where)[1]
        assert answer["location"] == f"/publish?bad={way}"
    assert 'role="alert"' in desk.ask("GET", "/publish?bad=check")[2]
    assert desk.send("/publish", way="files", where="x")[0] == 404
    # What is typed is one value, whatever it begins with, and a fault is told with its cure.
    desk.send("/publish", way="branch", where="--push")
    assert ended(desk.desk.jobs).state == "failed" and "E931" in desk.desk.jobs.said()
    desk.send("/publish", way="to", where=".")
    assert ended(desk.desk.jobs).state == "failed"
    page = desk.ask("GET", "/publish")[2]
    assert "E930" in page and "not done" in page


def test_how_far_a_job_is_stands_beside_its_bar(tmp_path: Path) -> None:
    new_site(tmp_path / "site", "zh", "heat")
    seen, page = set(), ""
    with open_desk(tmp_path / "site", "en") as desk:
        jobs = desk.desk.jobs
        assert desk.send("/make", what="make_site")[1]["location"] == "/make"
        end = time.monotonic() + PATIENCE
        while (job := jobs.latest()) and job.state == "running" and time.monotonic() < end:
            if far := jobs.far():
                seen.add(far.stage)
                page = page or (desk.ask("GET", "/make")[2] if far.total else "")
                assert 0 <= far.done <= far.total
            time.sleep(0.02)
        assert job and job.state == "done", jobs.said()
        assert {"check", "render"} <= seen, seen
        assert "<progress" in page and re.search(r' max="[1-9]', page), "counted work has a measure"
        assert jobs.far() is None and "<progress" not in desk.ask("GET", "/make")[2]


def test_a_stage_is_told_at_once_and_its_count_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "far.json"
    assert how_far(file) is None
    monkeypatch.setenv(TOLD, str(file))
    told = Told()
    told("check")
    assert how_far(file) == Far("check", 0, 0)
    told("render", 1, 9)
    told("render", 2, 9)
    assert how_far(file) == Far("render", 1, 9), "the disk is not asked for each drawing"
    file.write_text("[1", "utf-8")
    assert how_far(file) is None
    monkeypatch.setenv(TOLD, str(tmp_path / "nowhere/at/all"))
    Told()("check")  # ends nothing
    assert {f"stage_{stage}" for stage in STAGES} - {"stage_preflight", "stage_impose"} <= {*MAKING}


def test_what_the_disk_refuses_to_keep_ends_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for side in ("site", "draft"):
        (tmp_path / side / "m/a").mkdir(parents=True)
        (tmp_path / side / "m/a/a-small.png").write_bytes(side.encode())
    kept = tmp_path / "kept"
    keep_before(tmp_path / "site", tmp_path / "draft", kept)
    assert changed(kept).other

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("handbill.publish.changed.write_whole", full)
    keep_before(tmp_path / "site", tmp_path / "draft", kept)
    assert changed(kept) == Changed()


def test_what_a_build_changed_is_shown_before_and_after(desk: Open) -> None:
    settings = desk.desk.settings()
    assert "Nothing has been compared" in desk.ask("GET", "/changed")[2]
    site, draft, kept = settings.site_dir, desk.desk.root / "draft", settings.build_dir / "before"
    for folder, sheets in (
        (site, {"work-poster": b"old", "work-card": b"same", "work-sign": b"gone"}),
        (draft, {"work-poster": b"new", "work-card": b"same", "fr/work-bag": b"new"}),
    ):
        for name, content in sheets.items():
            above, _, one = name.rpartition("/")
            file = folder / above / "m" / one / f"{one}-small.png"
            file.parent.mkdir(parents=True)
            file.write_bytes(content)
    keep_before(site, draft, kept)
    poster, sign = (f"m/{one}/{one}-small.png" for one in ("work-poster", "work-sign"))
    assert changed(kept) == Changed((poster,), ("fr/m/work-bag/work-bag-small.png",), (sign,))
    shutil.rmtree(site)
    draft.rename(site)
    keep_before(site, site, kept)
    assert changed(kept).other == (poster,), "a build that changes nothing leaves it"
    page = desk.ask("GET", "/changed")[2]
    assert "1 changed" in page and "work-bag (fr)" in page and "work-card" not in page
    for side, content in (("before", "old"), ("now", "new")):
        path = f"/changed/picture?side={side}&path={poster}"
        assert desk.ask("GET", path)[2] == content
    for path in ("../../mkdocs.yml", "m/work-card/work-card-small.png"):
        assert desk.ask("GET", f"/changed/picture?side=now&path={path}")[0] == 404
