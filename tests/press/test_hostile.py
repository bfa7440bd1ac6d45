"""Hostile PDFs, within limits of memory and time: a problem of each, and never an end of the program."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import faulty
import pytest
from hostile_pdfs import CORPUS, LARGEST, bomb

from handbill.press import confined
from handbill.press.confined import Ended, Turn, each, held
from handbill.press.imposed import Imposed
from handbill.press.preflight import Wanted, preflight
from handbill.problems import Problem
from handbill.publish.imposed import Layout, _laid_out_apart

TODAY = datetime.date.fromisoformat(faulty.TODAY)
MEMORY, SECONDS, LONGEST = 1_000_000_000, 5.0, 10.0
WHOLE = 120.0
"""Seconds for the corpus, on a machine that is busy with other things as well; 35 where it is not."""
Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def limited() -> object:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("MEMORY", MEMORY), ("SECONDS", SECONDS), ("LONGEST", LONGEST)):
            patch.setattr(confined, name, value)
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus, written."""
    made = tmp_path_factory.mktemp("hostile")
    for name, one in CORPUS.items():
        data = one.make()
        assert len(data) <= LARGEST, name
        (made / f"{name}.pdf").write_bytes(data)
    return made


@pytest.fixture(scope="module")
def looked(folder: Path, limited: object) -> tuple[dict[str, list[Problem]], float]:
    """Name -> what preflight says of it, and the seconds for all."""
    start = time.monotonic()
    found = preflight([folder / f"{name}.pdf" for name in CORPUS], folder, Wanted(), TODAY)
    said: dict[str, list[Problem]] = {name: [] for name in CORPUS}
    for problem in found:
        assert problem.span is not None
        said[problem.span.file.removesuffix(".pdf")].append(problem)
    return said, time.monotonic() - start


def test_the_corpus_is_large() -> None:
    assert len(CORPUS) >= 100


@pytest.mark.slow
def test_preflight_says_what_each_is_in_time(
    looked: tuple[dict[str, list[Problem]], float],
) -> None:
    said, seconds = looked
    assert seconds < WHOLE
    for name, one in CORPUS.items():
        codes = {problem.code for problem in said[name]}
        # On a busy machine any file may take too long, and that is what is said of it.
        assert one.code is None or one.code in codes or codes == {"E833"}, (name, codes)
        for problem in said[name]:
            for lang in ("zh", "en"):
                text = problem.text(lang) + problem.help(lang)
                assert "{" not in text and "Traceback" not in text, name
    ended = [name for name in said if "E833" in {problem.code for problem in said[name]}]
    assert "content that inflates" in ended and len(ended) < 10, ended


@pytest.mark.slow
def test_impose_takes_pages_and_refuses_what_has_none(folder: Path, limited: object) -> None:
    names = list(CORPUS)
    layout = Layout("up", "A4")
    calls = [(folder / f"{name}.pdf", Path(f"{name}.pdf"), layout, "zh") for name in names]
    start = time.monotonic()
    for name, made in zip(names, each(_laid_out_apart, calls, 2), strict=True):
        if isinstance(made, Imposed):
            assert CORPUS[name].printable, name
            assert not re.search(rb"JavaScript|/Launch|EmbeddedFile|/Annots", made.content), name
        elif not isinstance(made, Ended):
            assert made and all(isinstance(one, Problem) for one in made), name
            if (code := CORPUS[name].code) in ("E831", "E832"):
                assert {one.code for one in made} == {code}, name
    assert time.monotonic() - start < WHOLE


def test_the_commands_end_with_a_problem(
    tmp_path: Path, handbill: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "MEMORY", MEMORY)
    (tmp_path / "bomb.pdf").write_bytes(CORPUS["content that inflates"].make())
    (tmp_path / "form.pdf").write_bytes(CORPUS["forms without end"].make())
    for lang, words, *arguments in (
        ("zh", "没有读完就停了", "preflight", "bomb.pdf"),
        ("en", "Reading it was ended", "impose", "bomb.pdf", "--booklet", "A4"),
    ):
        done = handbill(tmp_path, *arguments, "--lang", lang)
        assert done.returncode == 1 and "E833" in done.stderr, done.stderr
        assert "bomb.pdf" in done.stderr and words in done.stderr
    assert "E832" in handbill(tmp_path, "impose", "form.pdf", "--tile", "A4").stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bomb.pdf", "form.pdf"]


def _grow(bytes_more: int, turn: Turn) -> int:
    return len(bytearray(bytes_more))


def _sleep(seconds: float, turns: int, turn: Turn) -> str:
    for number in range(turns):
        time.sleep(seconds)
        turn(number + 1, turns)
    return "awake"


def _end(code: int, turn: Turn) -> None:
    os._exit(code)


def _fail(turn: Turn) -> None:
    raise KeyError("a fault of ours")


def _process(turn: Turn) -> int:
    return os.getpid()


def test_a_worker_has_so_much_memory_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "MEMORY", MEMORY)
    monkeypatch.setattr(confined, "SECONDS", 60.0)
    assert list(each(_grow, [(10,), (MEMORY,), (20,)])) == [10, Ended("memory"), 20]


def test_a_worker_that_is_silent_is_ended_and_one_that_gets_on_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[tuple[int, int]] = []
    monkeypatch.setattr(confined, "SECONDS", 8.0)
    calls = [(0.8, 8), (60.0, 1), (0.0, 0)]
    found = list(each(_sleep, calls, turn=lambda page, pages: heard.append((page, pages))))
    assert found == ["awake", Ended("time"), "awake"]
    assert len(heard) > 3 and heard == sorted(heard)
    monkeypatch.setattr(confined, "LONGEST", 2.0)
    assert list(each(_sleep, [(0.8, 8)])) == [Ended("time")]


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time for a busy machine: what is tried is not the limit."""
    monkeypatch.setattr(confined, "SECONDS", 60.0)
    monkeypatch.setattr(confined, "LONGEST", 90.0)


@pytest.mark.usefixtures("patient")
def test_a_process_that_ends_and_code_that_fails_are_told() -> None:
    assert list(each(_end, [(1,), (0,)], 2)) == [Ended("memory"), Ended("memory")]
    [failed] = each(_fail, [()])
    assert failed == Ended("error", "KeyError: 'a fault of ours'")


@pytest.mark.usefixtures("patient")
def test_one_process_serves_many_calls_and_those_who_come_later() -> None:
    assert len(set(each(_process, [()] * 20))) == 1
    [before], [after] = each(_process, [()]), each(_process, [()])
    assert before == after != os.getpid()


@pytest.mark.usefixtures("patient")
def test_results_come_in_order_and_work_is_ended_with_its_reader() -> None:
    results = each(_sleep, [(0.3, 1), (0.0, 0), (0.0, 0), (60.0, 1)], 3)
    assert [next(results) for _ in range(3)] == ["awake"] * 3
    start = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - start < 5


def test_what_a_process_holds_is_known_by_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    mine = held(os.getpid())
    assert 10_000_000 < mine < 10_000_000_000
    if sys.platform == "win32":
        return
    monkeypatch.setattr(confined, "Path", lambda name: Path("/nowhere"))
    assert held(os.getpid()) == pytest.approx(mine, rel=0.3)
    assert held(2**22 + 1) == 0


def test_a_bomb_is_one() -> None:
    import zlib

    assert zlib.decompress(bomb(16)) == bytes(16_000_000)
