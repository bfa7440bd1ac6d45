"""Room for the place on every sheet: who has put it up, and the offices that may be called there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pymupdf
import pytest
from sample_sheets import BLANK, COPY, KINDS, MOMENT, Document, Sheet, words_of
from test_right_to_left import arabic

from handbill.model.sheet_field import SheetField, read_fields
from handbill.model.units import MM_PER_PT
from handbill.problems import ProblemsFound
from handbill.render.typst import SheetRenderer

OLDER = ("card", "leaflet", "letter")
"""Kinds that set local numbers among their own text."""
ROWS = sorted(set(COPY) - {*OLDER, "banner"})
"""Those that have a row of their own for them."""
LABELS = ("派出所", "东西湖区市场监督管理所", "居委会")
IN_LATIN = ("Police station", "Market supervision station", "Residents' committee")
NUMBERS = ("027-83212345", "13800000000", "027-8321")
SHORT = {"name": "柏泉", "publisher": "柏泉街道", "said": "发布单位"}
LONG = {
    "name": "武汉市东西湖区将军路街道办事处",
    "publisher": "武汉市东西湖区将军路街道办事处社会治安综合治理中心",
    "said": "发布单位",
}
UNKNOWN = {"name": "武汉市", "publisher": None, "said": "发布单位"}
LATIN = {
    "name": "Jiangjunlu Subdistrict, Dongxihu District",
    "publisher": "Centre for Public Order of the Jiangjunlu Subdistrict Office",
    "said": "publisher",
}


def contacts(kind: str, known: bool, labels: tuple[str, ...] = LABELS) -> list[dict[str, Any]]:
    """As many local contacts as a kind takes."""
    most = KINDS[kind].fields["contacts"].max
    return [
        {"label": label, "number": number if known else None, "field": f"contacts.r{i}.number"}
        for i, (label, number) in enumerate(zip(labels, NUMBERS, strict=True))
    ][:most]


def overlapped(pdf: bytes, fields: Sequence[SheetField]) -> list[tuple[str, str]]:
    """Texts that stand where there is room to write."""
    found = []
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        spans = [
            [
                (
                    span["text"],
                    [length * MM_PER_PT for length in span["bbox"]],
                    span["size"] * MM_PER_PT,
                )
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
                if span["text"].strip()
            ]
            for page in opened
        ]
    for one in fields:
        for text, box, size in spans[one.page - 1] if one.value is None else ():
            # The box of a character is higher than its ink.
            ink = (box[0], box[3] - 1.1 * size, box[2], box[3] - 0.3 * size)
            if (
                ink[0] < one.x + one.width - 0.3
                and ink[2] > one.x + 0.3
                and ink[1] < one.baseline
                and ink[3] > one.y + 0.3
            ):
                found.append((one.name, text))
    return found


def sizes_of(kind: str) -> list[str]:
    """The smallest and the largest size."""
    sizes = sorted(KINDS[kind].sizes, key=lambda name: KINDS[kind].sizes[name].width)
    return list(dict.fromkeys((sizes[0], sizes[-1])))


@pytest.mark.parametrize("kind", sorted({*ROWS, "banner"}))
def test_what_is_not_known_is_written_by_hand(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str
) -> None:
    for size in sizes_of(kind):
        copy = {"contacts": contacts(kind, known=False)}
        data = document(kind, sheet(kind, copy=copy, posted=UNKNOWN), size=size)
        fields = read_fields(renderer.fields(kind, data))
        local = [one for one in fields if one.name.startswith("contacts.")]
        blanks = [one for one in fields if one.value is None and one.name != "blank"]
        scale = data["size"]["scale"]
        assert [one.name for one in local] == [one["field"] for one in copy["contacts"]]
        assert [one.label for one in local] == [one["label"] for one in copy["contacts"]]
        assert all(one.height >= 8 * scale and one.width >= 24 * scale for one in local)
        assert [one.name for one in fields if one.value == "武汉市"] == ["name"] * (kind in ROWS)
        if kind in ROWS:
            assert any(one.name == "publisher" and one.height >= 8 for one in blanks)
        if kind == "rollup":
            # At the height of a hand of one who stands before it.
            floor = KINDS[kind].sizes[size].height
            assert all(650 <= floor - one.baseline <= 1150 for one in local), size
        pdf = renderer.pdf(kind, data, MOMENT)
        assert overlapped(pdf, fields) == []
        # A blank that lay where its words are, above it or beside it, would be found.
        above = [replace(one, y=one.y - 6 * scale * one.height) for one in blanks]
        beside = [replace(one, x=one.x - one.width) for one in blanks]
        assert overlapped(pdf, above + beside)


@pytest.mark.parametrize("kind", sorted({*ROWS, "banner"}))
def test_the_longest_and_the_shortest_names_stand_below_the_numbers_of_all(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str
) -> None:
    for size in sizes_of(kind):
        for place in (SHORT, LONG):
            copy = {"contacts": contacts(kind, known=True)}
            data = document(kind, sheet(kind, copy=copy, posted=place), size=size)
            pdf = renderer.pdf(kind, data, MOMENT)
            fields = read_fields(renderer.fields(kind, data))
            said = words_of(pdf)
            assert all(one["number"] in said for one in copy["contacts"])
            if kind in ROWS:
                assert place["name"] in said and place["publisher"] in said
            with pymupdf.open(stream=pdf, filetype="pdf") as opened:
                largest = {
                    span["text"].strip(): span["size"]
                    for page in opened
                    for block in page.get_text("dict")["blocks"]
                    for line in block.get("lines", ())
                    for span in line["spans"]
                }
            if "110" in largest:
                local = [one.size for one in fields if one.name.startswith("contacts.")]
                assert max(local) <= largest["110"], (kind, size)


@pytest.mark.parametrize("kind", ROWS)
def test_rows_in_english_and_from_right_to_left(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str
) -> None:
    copy = {"contacts": contacts(kind, known=True, labels=IN_LATIN)}
    data = arabic(document, sheet, kind, posted=LATIN)
    data["sheets"][0]["copy"] |= copy
    fields = read_fields(renderer.fields(kind, data))
    mirrored = [one for one in fields if one.name.startswith("contacts.")]
    publisher = next(one for one in fields if one.name == "publisher" and one.weight == 700)
    # The mirror of a sheet begins at its right edge.
    assert all(one.x < publisher.x for one in mirrored)


def test_a_name_that_is_too_long_is_told_with_what_it_may_have(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    copy = {"contacts": contacts("poster", known=True)}
    for name, block in (("name", "place-name"), ("publisher", "publisher")):
        place = {**LONG, name: "长" * 90}
        with pytest.raises(ProblemsFound) as caught:
            renderer.pdf("poster", document("poster", sheet("poster", copy=copy, posted=place)), 0)
        told = {(one.code, one.details["block"]) for one in caught.value.problems}
        assert told == {("E707", block)}


def test_a_sheet_that_names_no_office_is_as_it_was(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    plain = sheet("poster", copy={"contacts": []}, imprint=[f"发布：{BLANK}"])
    names = [one.name for one in read_fields(renderer.fields("poster", document("poster", plain)))]
    assert names == ["publisher"]
