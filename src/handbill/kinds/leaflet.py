"""leaflet: a tri-fold, six faces on one sheet: flap, back and cover outside, three inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice, paragraphs
from handbill.model.campaign import Heading
from handbill.model.text import Line, Model, Prose, Slug, described


class FaceBlock(Model):
    """A block of a face: paragraphs, rows (a word and its text) or questions with a box to tick."""

    title: Line | None = described("小标题", "Title", default=None)
    text: Prose | None = described("正文", "Text", default=None)
    rows: list[Heading] = described(
        "几行；词和说明", "Rows: a word and its text", default_factory=list, max_length=8
    )
    checks: list[Line] = described(
        "可打勾的问题", "Questions with a box to tick", default_factory=list, max_length=10
    )
    source: Line | None = described("出处", "Source, set small", default=None)
    tint: bool = described("底色", "On a tint of the second colour", default=False)
    fiction: bool = described(
        "情景案例；自动标注虚构", "A scenario, which is labelled as fiction", default=False
    )


class Face(Model):
    """A face of the leaflet."""

    title: Line = described("标题", "Title")
    blocks: list[FaceBlock] = described("内容", "Blocks", min_length=1, max_length=5)


class Leaflet(MaterialBase):
    """A tri-fold leaflet."""

    kind: Literal["leaflet"] = described("种类", "Kind")
    headline: list[Line] = described(
        "封面大标题", "Headline of the cover", min_length=2, max_length=2
    )
    sentence: list[Line] = described(
        "封面的话；一行一项", "Sentence of the cover, a line an item", min_length=1, max_length=2
    )
    signals: list[Line] = described("三个信号", "Three signals", min_length=3, max_length=3)
    inside: list[Face] = described(
        "里面三面，从左到右", "The three inner faces from the left", min_length=3, max_length=3
    )
    flap: Face = described("折进去的一面", "The face that folds in")
    back_title: Line = described("背面标题", "Title of the back", example="电话与地点")
    contacts: list[Slug] = described(
        "留空的电话", "Local contacts with room to write", default_factory=list, max_length=4
    )
    quiet: Line = described("不方便说话时", "What to do when one cannot speak")


def _face(face: Face) -> dict[str, Any]:
    return {
        "title": face.title,
        "blocks": [
            {**block.model_dump(), "paragraphs": paragraphs(block.text or "")}
            for block in face.blocks
        ],
    }


def _copy(leaflet: Leaflet, edition: Voice) -> dict[str, Any]:
    return {
        "headline": leaflet.headline,
        "sentence": leaflet.sentence,
        "signals": leaflet.signals,
        "inside": [_face(face) for face in leaflet.inside],
        "flap": _face(leaflet.flap),
        "back_title": leaflet.back_title,
        "numbers": [
            {
                "number": hotline.number,
                "words": edition.words["join"].join(hotline.words),
                "use": hotline.use,
            }
            for hotline in edition.campaign.numbers
        ],
        "contacts": edition.contacts(leaflet.contacts),
        "quiet": leaflet.quiet,
        "fiction_notice": edition.campaign.fiction_notice,
    }


def _face_lines(face: Face, edition: Voice) -> list[str]:
    lines = [face.title]
    for block in face.blocks:
        lines += [line for line in (block.title, *paragraphs(block.text or "")) if line]
        lines += [edition.pair(row.title, row.text) for row in block.rows]
        lines += [f"{number}. {text}" for number, text in enumerate(block.checks, start=1)]
        lines += [block.source] if block.source else []
        lines += [edition.campaign.fiction_notice] if block.fiction else []
    return lines


def _transcript(leaflet: Leaflet, edition: Voice) -> list[str]:
    lines = [
        edition.sentence(leaflet.headline),
        edition.words["join"].join(leaflet.sentence),
        *leaflet.signals,
        *edition.action_lines(),
    ]
    for face in (*leaflet.inside, leaflet.flap):
        lines += _face_lines(face, edition)
    return [
        *lines,
        leaflet.back_title,
        *edition.number_lines(),
        *edition.contact_lines(leaflet.contacts),
        leaflet.quiet,
    ]


def _measure(leaflet: Leaflet) -> Iterator[Measured]:
    for index, line in enumerate(leaflet.headline):
        yield Measured("headline", ("headline", index), line)
    for index, line in enumerate(leaflet.sentence):
        yield Measured("sentence", ("sentence", index), line)
    for index, line in enumerate(leaflet.signals):
        yield Measured("signal", ("signals", index), line)
    faces: list[tuple[tuple[str | int, ...], Face]] = [
        (("inside", index), face) for index, face in enumerate(leaflet.inside)
    ]
    for at, face in [*faces, (("flap",), leaflet.flap)]:
        yield Measured("face_title", (*at, "title"), face.title)
        for number, block in enumerate(face.blocks):
            here = (*at, "blocks", number)
            for index, row in enumerate(block.rows):
                yield Measured("row_title", (*here, "rows", index, "title"), row.title)
                yield Measured("row_text", (*here, "rows", index, "text"), row.text)
            for index, line in enumerate(block.checks):
                yield Measured("check", (*here, "checks", index), line)
    yield Measured("quiet", ("quiet",), leaflet.quiet)


KIND = Kind("leaflet", Leaflet, _copy, _transcript, _measure, sides=2)
