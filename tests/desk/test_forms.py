"""Forms of every file of the flagship: what is shown and sent back unchanged changes nothing, and a
change of one field changes that alone, comments and all else staying where they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbill.desk.desk import Desk, Part
from handbill.desk.editing import way_in
from handbill.desk.form import Field
from handbill.desk.papers import SITE
from handbill.desk.posted import moved_by, pressed, taken, typed
from handbill.editing.canonical import meaning
from handbill.editing.comments import find_comments
from handbill.load.validate import value_at

ROOT = Path(__file__).parents[2]
TEXTS = ("line", "long", "day", "number", "choice")


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(ROOT / "mkdocs.yml", "zh")


def pages(desk: Desk, name: str) -> Iterator[Part]:
    """The form of a file, and of each thing in it that has a page of its own."""
    part = desk.part(0, name)
    yield part
    for top in part.fields:
        for one in top.each():
            if one.shape == "pages":
                yield from (desk.part(0, name, item.path) for item in one.items)


def shown(part: Part) -> Iterator[Field]:
    return (one for top in part.fields for one in top.each() if one.shape in TEXTS)


def unnoted(_: object) -> bool:
    return False


def rewritten(part: Part, data: object) -> object:
    assert part.document
    text = part.paper.rewritten(part.text, part.document, data, lambda path: path)
    document, problems = part.paper.opened(text)
    assert document, problems
    if part.paper.sort != SITE:
        before, after = find_comments(part.document.marks), find_comments(document.marks)
        assert before.all() == after.all(), part.paper.name
    return document.data


def test_every_file_has_a_form_that_loses_nothing(desk: Desk) -> None:
    names = list(desk.papers())
    assert len(names) > 30
    fields = kept = 0
    for name in names:
        whole = desk.part(0, name)
        assert whole.document, name
        for part in pages(desk, name):
            assert part.document
            posted = {one.name: one.value.replace("\n", "\r\n") for one in shown(part)}
            assert taken(part.document.data, part.fields, posted, unnoted) == part.document.data
            fields += len(posted)
            kept += sum(one.shape == "kept" for top in part.fields for one in top.each())
        filled = next((one for one in shown(whole) if one.value), None)
        if filled is None:  # things with pages of their own alone
            continue
        changed = taken(whole.document.data, whole.fields, {filled.name: "改了"}, unnoted)
        assert value_at(changed, filled.path) == "改了"
        data = rewritten(whole, changed)
        restored = taken(data, whole.fields, {}, unnoted)
        assert value_at(restored, filled.path) == "改了"
        put_back, _ = pressed(restored, "put", filled.path, filled.value)
        assert meaning(put_back, whole.paper.annotation) == meaning(
            whole.document.data, whole.paper.annotation
        ), name
    assert fields > 2000 and kept < fields / 50, (fields, kept)


def test_comments_go_with_what_they_speak_of(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: 一\nplugins: [handbill]\n", "utf-8")
    places = tmp_path / "campaigns/places/places.yml"
    places.parent.mkdir(parents=True)
    places.write_text(
        "places:\n"
        "  # 甲的说明\n"
        "  - id: a\n"
        "    name: 甲  # 甲的旁注\n"
        "    level: other\n"
        "    unknown: 留着\n"
        "  # 乙的说明\n"
        "  - id: b\n"
        "    name: 乙\n"
        "    level: other\n"
        "    # publisher:\n",
        "utf-8",
    )
    part = Desk(file, "zh").part(0, "campaigns/places/places.yml")
    assert part.document
    data, order = pressed(part.document.data, "up", ("places", 1))
    text = part.paper.rewritten(part.text, part.document, data, moved_by(order))
    assert text.index("# 乙的说明") < text.index("# publisher:") < text.index("# 甲的说明")
    assert "name: 甲  # 甲的旁注" in text and "unknown: 留着" in text
    data, order = pressed(part.document.data, "remove", ("places", 0))
    text = part.paper.rewritten(part.text, part.document, data, moved_by(order))
    assert "甲" not in text and "# 乙的说明" in text and "# publisher:" in text
    with pytest.raises(KeyError):
        pressed(part.document.data, "remove", ("places", 7))


def test_groups_come_and_go_with_what_is_written_in_them(desk: Desk) -> None:
    part = desk.part(0, "campaigns/places/places.yml", ("places", 0))
    assert part.document
    data = part.document.data
    named = "places/0/reward/text"
    assert named in {one.name for one in shown(part)}
    more = taken(data, part.fields, {named: "有奖励"}, unnoted)
    assert value_at(more, way_in(named, data)) == "有奖励"
    again = desk.fields(part, part.document, None)
    assert taken(more, again, {named: ""}, unnoted) == more  # the form showed nothing there
    for one in again:
        for inner in one.each():
            inner.value = "有奖励" if inner.name == named else inner.value
    assert taken(more, again, {named: ""}, unnoted) == data


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("先别急\v先核实", "先别急 先核实"),  # a line of Word
        ("先别急\u2028先核实\x85", "先别急 先核实"),
        ("\ufeff先\u200b别\u202e急\x07", "先别急"),  # of a chat
        ("丢了\ufffd一个字", "丢了\ufffd一个字"),  # what is lost is to be seen
    ],
)
def test_what_is_pasted_is_kept_as_a_file_can_hold_it(desk: Desk, pasted: str, kept: str) -> None:
    part = desk.part(0, "campaigns/places/places.yml", ("places", 0))
    assert part.document
    data = taken(part.document.data, part.fields, {"places/0/name": pasted}, unnoted)
    assert value_at(data, ("places", 0, "name")) == kept and rewritten(part, data) == data
    assert typed("一\v二\r\n三\f", long=True) == "一\n二\n三"


def test_settings_are_written_into_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    (tmp_path / "campaigns").mkdir()
    for before, wanted in (
        ("site_url:\nsite_name: ...\nplugins: [handbill]\n", "site_name: ..."),
        ("site_name: 一  # 名\nplugins: [handbill]\n", "site_name: 一  # 名\n"),
        ("site_name: 一\n# site_url: https://…\nplugins:\n  - handbill\n", "site_name: 一\n"),
        ("site_name: 一\r\nsite_url: https://b.cn/ # 旧\r\nplugins: [handbill]\r\n", "# 旧"),
    ):
        file.write_text(before, "utf-8", newline="")
        part = Desk(file, "zh").part(0, "mkdocs.yml")
        assert part.document
        data = {**part.document.data, "site_url": "https://a.cn/b#c"}
        text = part.paper.rewritten(part.text, part.document, data, lambda path: path)
        assert text.count("site_url:") == 1 and wanted in text and "plugins:" in text
        document, _ = part.paper.opened(text)
        assert document and document.data == data
        gone = part.paper.rewritten(text, document, {"site_name": "一"}, lambda path: path)
        again, _ = part.paper.opened(gone)
        assert again and again.data == {"site_name": "一"}
    for spread in ("site_name: >-\n  一\n  二\n", "site_name: 一\n  二\n"):
        assert part.paper.opened(spread)[0] is None, "a line would be left of it"
