"""What the scripts beside this file try at length, on the starter and for a few seconds; and that
they see what is amiss."""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import calls
import injected
import kills
import preview
import pytest
import races
import surroundings
import tried
from tried import SITES, TRIED, Manifest, Tally, Trial

STARTER = SITES["starter"]
ASIDE, IN_PLACE = "replace site", "replace .site-draft-#"
"""The calls by which the new site takes the place of the old."""
FINAL = {"killed", "power cut", "read-only"}
"""Faults after which a process puts nothing back. Between ASIDE and IN_PLACE they leave the old site
beside its place, where the next run puts it: that is the one moment in which there is no site."""


@pytest.fixture(scope="module")
def trials() -> Iterator[tuple[dict[str, Trial], Path]]:
    with tried.trials(STARTER, ["build", "sheet", "fmt"]) as (made, project):
        yield {one.command.name: one for one in made}, project


def nothing_amiss(tally: Tally) -> None:
    assert tally.times and not tally.bad, "\n".join(tally.notes)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "sign", "share"),
    [
        ("build", kills.KILL, 0.6),
        ("build", kills.KILL, 0.95),
        ("build", signal.SIGTERM, 0.8),
        ("fmt", kills.GENTLY[-1], 0.7),
    ],
)
def test_a_command_that_is_killed_leaves_the_old_or_the_new_and_the_next_run_heals(
    trials: tuple[dict[str, Trial], Path], command: str, sign: signal.Signals, share: float
) -> None:
    made, project = trials
    tally, trial = Tally(command), made[command]
    kills.kill(trial, project, tally, sign, share * trial.seconds)
    nothing_amiss(tally)


@pytest.fixture(scope="module")
def sorts(trials: tuple[dict[str, Trial], Path]) -> dict[str, tuple[str, ...]]:
    """The sorts of the calls that each command makes."""
    made, project = trials
    return {name: calls.calls_of(trial, project) for name, trial in made.items()}


@pytest.mark.slow
@pytest.mark.parametrize("fault", injected.FAULTS)
@pytest.mark.parametrize("command", ["build", "sheet", "fmt"])
def test_a_call_that_fails_does_no_harm(
    trials: tuple[dict[str, Trial], Path],
    sorts: dict[str, tuple[str, ...]],
    command: str,
    fault: str,
) -> None:
    """Of a build every sort of call fails, by one fault or another, and by each of them those that
    exchange the sites; commands of few calls fail at three of them."""
    made, project = trials
    trial, tally, all_ = made[command], Tally(f"{command}, {fault}"), sorts[command]
    tried_at = list(range(len(all_) // 4, len(all_), len(all_) // 4)[:3])
    if command == "build":
        each, turn = calls.one_of_each(all_), list(injected.FAULTS).index(fault)
        exchange = {ASIDE} if fault in FINAL else {ASIDE, IN_PLACE}
        others = [at for at in each if all_[at - 1] not in (ASIDE, IN_PLACE)]
        tried_at = [at for at in each if all_[at - 1] in exchange]
        tried_at += others[turn :: len(injected.FAULTS)]
    for at in tried_at:
        calls.fail_at(trial, project, tally, fault, at)
    nothing_amiss(tally)


def test_calls_of_a_build_are_of_many_sorts(sorts: dict[str, tuple[str, ...]]) -> None:
    found = set(sorts["build"])
    assert {ASIDE, IN_PLACE, "open build", "write an open file", "unlink below a folder"} <= found
    assert 20 <= len(found) <= 50


@pytest.mark.slow
def test_two_builds_at_once_leave_a_whole_site(trials: tuple[dict[str, Trial], Path]) -> None:
    made, project = trials
    tally = Tally("two builds")
    races.race(made["build"], made["build"], project, tally, 0.2 * made["build"].seconds)
    nothing_amiss(tally)


@pytest.mark.slow
@pytest.mark.parametrize("what", ["clock at 1970", "no sans"])
def test_wrong_surroundings_do_no_harm(trials: tuple[dict[str, Trial], Path], what: str) -> None:
    made, project = trials
    tally = Tally(what)
    surroundings.surrounded(made["build"], project, tally, surroundings.WRONG[what])
    nothing_amiss(tally)


@pytest.mark.slow
def test_docs_that_are_removed_during_a_build(trials: tuple[dict[str, Trial], Path]) -> None:
    made, project = trials
    tally = Tally("docs")
    for part in range(1, 6):
        surroundings.remove(made["build"], project, tally, "docs", part / 6 * made["build"].seconds)
    nothing_amiss(tally)


@pytest.mark.slow
def test_a_preview_while_somebody_edits(tmp_path: Path) -> None:
    STARTER.make(tmp_path / "project")
    tried.all_well(tmp_path / "project", ["build"])
    tally = Tally("preview")
    preview.walk(STARTER, tmp_path / "project", tally, 0, random.Random(1))
    nothing_amiss(tally)


def write(folder: Path, files: Manifest) -> Manifest:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return tried.manifest(folder)


def remove_the_site(project: Path) -> None:
    (project / "site/a").unlink()
    (project / "site/b").unlink()


@pytest.mark.parametrize(
    ("spoil", "done", "counted"),
    [
        (lambda project: None, False, ""),
        (lambda project: None, True, "half"),
        (lambda project: write(project, {"site/a": "new", "site/b": "new"}), True, ""),
        (lambda project: write(project, {"site/a": "new"}), False, "half"),
        (lambda project: write(project, {"site/a": "ne"}), False, "half"),
        (lambda project: write(project, {"campaigns/x.yml": ""}), False, "lost"),
        (lambda project: (project / "campaigns/x.yml").unlink(), False, "lost"),
        (remove_the_site, False, "lost"),
        (lambda project: write(project, {"packs/p.zip": "ne"}), False, "half"),
        (lambda project: write(project, {"packs/p.zip": "new"}), False, ""),
    ],
)
def test_what_is_amiss_is_counted(
    tmp_path: Path, spoil: Callable[[Path], object], done: bool, counted: str
) -> None:
    old = {"site/a": "old", "site/b": "old", "campaigns/x.yml": "x", "packs/p.zip": "old"}
    made = write(tmp_path / "new", {**old, "site/a": "new", "site/b": "new", "packs/p.zip": "new"})
    before = write(tmp_path / "project", old)
    trial = Trial(STARTER, TRIED["build"], tmp_path / "project", before, made, 1)
    spoil(tmp_path / "project")
    tally = Tally("site", times=1)
    trial.judge(tmp_path / "project", tally, "spoilt", done=done)
    assert {name: getattr(tally, name) for name in Tally.BAD if getattr(tally, name)} == (
        {counted: 1} if counted else {}
    )


def test_a_table_with_a_fault_ends_with_1_and_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    bad = Tally("bad", times=1)
    bad.count("half", "so it was")
    bad.count("half", "and again, in the same trial")
    assert tried.report([Tally("good", times=1)], 0) == 0
    assert tried.report([Tally("good", times=1), bad], 0) == 1
    said = capsys.readouterr().out
    assert "bad: half: so it was" in said and "again" not in said
