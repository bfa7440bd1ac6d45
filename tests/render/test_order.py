"""Each artifact after what it is made of, and as soon as that is there."""

from __future__ import annotations

from graphlib import CycleError

import pytest

from handbill.compose.artifacts import (
    Artifact,
    Combined,
    Overview,
    Pack,
    PackFile,
    Page,
    Sheet,
    Static,
)
from handbill.render.order import in_order


def page(path: str, *weighs: str) -> Artifact:
    return Artifact(path, Page("x", {}, None, weighs))


def drawing(path: str, layout: str = "") -> Artifact:
    return Artifact(path, Sheet(layout or path, {}, "pdf"))


def combined(path: str, *parts: str) -> Artifact:
    return Artifact(path, Combined(parts, path))


def pack(path: str, *parts: str) -> Artifact:
    return Artifact(path, Pack(tuple(PackFile(part, part) for part in parts), ()))


def layout(artifact: Artifact) -> str | None:
    return artifact.body.kind if isinstance(artifact.body, Sheet) else None


def order(*artifacts: Artifact) -> list[str]:
    return [one.path for one in in_order(artifacts, layout)]


def test_what_is_made_of_others_comes_right_after_the_last_of_them() -> None:
    assert order(
        page("materials", "b.zip"),
        pack("a.zip", "office.pdf", "1.pdf"),
        combined("office.pdf", "1.pdf", "2.pdf"),
        drawing("1.pdf"),
        pack("b.zip", "3.pdf"),
        drawing("2.pdf"),
        drawing("3.pdf"),
        page("index"),
    ) == ["1.pdf", "2.pdf", "office.pdf", "a.zip", "3.pdf", "b.zip", "materials", "index"]


def test_drawings_of_one_layout_follow_one_another() -> None:
    assert order(
        drawing("1.pdf", "one"),
        drawing("1-press.pdf", "press"),
        page("p"),
        drawing("2.pdf", "two"),
        drawing("1.png", "one"),
        drawing("2.png", "two"),
        drawing("1.svg", "one"),
    ) == ["1.pdf", "1.png", "1.svg", "1-press.pdf", "p", "2.pdf", "2.png"]


def test_the_rest_keeps_its_order() -> None:
    paths = ["c.md", "a.css", "b.md"]
    assert order(*[Artifact(path, Static(b"")) for path in paths]) == paths


def test_two_artifacts_of_one_path_are_both_there() -> None:
    """So that their meeting can be told."""
    assert order(drawing("a.pdf"), drawing("a.pdf", "other")) == ["a.pdf", "a.pdf"]


def test_a_file_that_is_nowhere_is_not_waited_for() -> None:
    assert order(pack("a.zip", "none.pdf"), page("p", "none.zip")) == ["a.zip", "p"]


def test_a_circle_is_said() -> None:
    with pytest.raises(CycleError):
        order(pack("a.zip", "b.zip"), pack("b.zip", "a.zip"))


def test_an_overview_waits_for_its_pictures() -> None:
    overview = Artifact("o.png", Overview((("title", "1.png"),)))
    assert order(overview, drawing("1.png")) == ["1.png", "o.png"]
