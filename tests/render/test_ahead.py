"""Sheets are drawn ahead on every core: a layout on one of them, and never too many at a time."""

from __future__ import annotations

import datetime
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, Literal

import pytest
from sample_sheets import TEMPLATES, Document
from sample_sheets import Sheet as Sample

from handbill.compose.artifacts import Artifact, Pack, PackFile, Sheet
from handbill.problems import Problem, ProblemsFound
from handbill.render import LAYOUTS_AHEAD, Renderer
from handbill.render.cache import RenderCache
from handbill.words import words

FORMATS: tuple[Literal["pdf", "svg", "png"], ...] = ("pdf", "svg", "png")
CORES = 2
DAY = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many, whatever the machine has."""
    monkeypatch.setattr(os, "cpu_count", lambda: CORES)


def drawn_by(monkeypatch: pytest.MonkeyPatch, draw: Callable[[Sheet], bytes]) -> Renderer:
    """A renderer that draws with `draw` in place of Typst."""
    monkeypatch.setattr(Renderer, "draw", lambda _, sheet: draw(sheet))
    return Renderer(TEMPLATES, DAY, RenderCache(None), words("zh"))


def planned(count: int) -> list[Artifact]:
    """All formats of `count` layouts, format by format."""
    size = {"width": 10, "height": 10, "scale": 1}
    data = [{"n": number, "size": size, "edition": "office"} for number in range(count)]
    return [
        Artifact(f"{one['n']}.{name}", Sheet("card", one, name)) for name in FORMATS for one in data
    ]


def number(sheet: Sheet) -> int:
    made: int = sheet.data["n"]
    return made


def until(true: Callable[[], bool]) -> bool:
    """Whether it becomes true within ten seconds."""
    end = time.monotonic() + 10
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


def test_a_layout_stays_on_one_thread_and_several_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[int, int]] = []
    both = threading.Barrier(CORES, timeout=10)

    def draw(sheet: Sheet) -> bytes:
        if sheet.format == "pdf" and number(sheet) < CORES:
            both.wait()  # passes only when so many layouts are drawn at once
        made.append((threading.get_ident(), number(sheet)))
        return b""

    artifacts = planned(12)
    list(drawn_by(monkeypatch, draw).render(artifacts))
    assert len(made) == len(artifacts)
    for thread in {thread for thread, _ in made}:
        mine = [layout for by, layout in made if by == thread]
        changes = sum(one != other for one, other in pairwise(mine))
        assert changes == len(set(mine)) - 1, "it came back to a layout it had left"
    for layout in range(12):
        assert len({thread for thread, one in made if one == layout}) == 1


def test_no_more_is_drawn_ahead_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    room = LAYOUTS_AHEAD * CORES

    def draw(sheet: Sheet) -> bytes:
        made.append(number(sheet))
        return b""

    files = drawn_by(monkeypatch, draw).render(planned(4 * room))
    next(files)
    assert until(lambda: len(made) == room * len(FORMATS))
    time.sleep(0.1)
    assert len(made) == room * len(FORMATS)
    for _ in FORMATS:
        next(files)
    assert until(lambda: len(made) == (room + 1) * len(FORMATS))


def test_what_was_taken_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, bytes] = {}

    def draw(sheet: Sheet) -> bytes:
        content = f"{number(sheet)}.{sheet.format}".encode() * 1000
        made[f"{number(sheet)}.{sheet.format}"] = content
        return content

    artifacts = planned(3)
    artifacts.append(Artifact("a.zip", Pack((PackFile("0.pdf", "0.pdf"),), ())))
    held = {}
    for artifact, _ in drawn_by(monkeypatch, draw).render(artifacts):
        held[artifact.path] = sys.getrefcount(made["0.pdf"])
    alone = sys.getrefcount(made["0.pdf"])  # the renderer is gone: only this test holds it
    assert [path for path, count in held.items() if count > alone] == ["0.pdf"]


def test_who_stops_half_way_waits_only_for_what_is_in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def draw(sheet: Sheet) -> bytes:
        time.sleep(0.02)
        made.append(number(sheet))
        return b""

    files: Any = drawn_by(monkeypatch, draw).render(planned(40))
    next(files)
    begun = len(set(made))
    files.close()
    assert len(set(made)) <= begun + CORES
    left = len(made)
    time.sleep(0.2)
    assert len(made) == left


def test_a_fault_in_one_format_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def draw(sheet: Sheet) -> bytes:
        if sheet.format == "pdf" and number(sheet) in {1, 3}:
            raise ProblemsFound([Problem("E701", None, sheet=str(number(sheet)), said="no")])
        made.append(f"{number(sheet)}.{sheet.format}")
        return b""

    taken: list[str] = []

    def take(files: Iterator[tuple[Artifact, bytes]]) -> None:
        for artifact, _ in files:
            taken.append(artifact.path)

    with pytest.raises(ProblemsFound) as found:
        take(drawn_by(monkeypatch, draw).render(planned(5)))
    assert [problem.details["sheet"] for problem in found.value.problems] == ["1", "3"]
    assert len(made) == 5 * len(FORMATS) - 2
    assert taken == ["0.pdf", "0.svg", "0.png"]


def test_every_number_of_cores_gives_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch, document: Document, sheet: Sample
) -> None:
    one = {
        place: document("sign", sheet("sign", imprint=[f"{place}街道办事处"]))
        for place in "甲乙丙丁"
    }
    artifacts = [
        Artifact(f"{place}.{name}", Sheet("sign", data, name, width_px=300))
        for place, data in one.items()
        for name in FORMATS
    ]

    def made(cores: int, plan: list[Artifact]) -> dict[str, bytes]:
        monkeypatch.setattr(os, "cpu_count", lambda: cores)
        renderer = Renderer(TEMPLATES, DAY, RenderCache(None), words("zh"))
        return {artifact.path: content for artifact, content in renderer.render(plan)}

    alone: dict[str, bytes] = {}
    for artifact in reversed(artifacts):
        alone |= made(1, [artifact])
    assert made(1, artifacts) == alone
    assert made(4, artifacts) == alone
    assert len(set(alone.values())) == len(artifacts)
