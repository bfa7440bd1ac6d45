"""checklist: what a neighbourhood or village does to stay free of the schemes, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.model.text import Line, Model, described


class CheckGroup(Model):
    """A group of lines."""

    title: Line = described("类别", "Group", example="组织")
    items: list[Line] = described("逐条", "Lines", min_length=1, max_length=6)


class Checklist(MaterialBase):
    """A checklist: each line has a box, a date and room for a note."""

    kind: Literal["checklist"] = described("种类", "Kind")
    heading: Line = described("标题", "Title", example="无传销社区创建清单")
    lead: Line = described("用法", "How it is used")
    groups: list[CheckGroup] = described("分类", "Groups", min_length=2, max_length=10)
    note: Line = described("最后的小字", "Note at the end")


def _copy(checklist: Checklist, edition: Voice) -> dict[str, Any]:
    return {
        "heading": checklist.heading,
        "lead": checklist.lead,
        "note": checklist.note,
        "groups": [group.model_dump() for group in checklist.groups],
    }


def _transcript(checklist: Checklist, edition: Voice) -> list[str]:
    lines = [checklist.heading, checklist.lead]
    for group in checklist.groups:
        lines += [edition.pair(group.title, item) for item in group.items]
    return [*lines, checklist.note]


def _measure(checklist: Checklist) -> Iterator[Measured]:
    yield Measured("heading", ("heading",), checklist.heading)
    for number, group in enumerate(checklist.groups):
        yield Measured("group_title", ("groups", number, "title"), group.title)
        for index, item in enumerate(group.items):
            yield Measured("item", ("groups", number, "items", index), item)
    yield Measured("note", ("note",), checklist.note)


KIND = Kind("checklist", Checklist, _copy, _transcript, _measure, group="desk")
