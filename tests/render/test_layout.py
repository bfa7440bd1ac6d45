"""What a document says reaches Typst in memory, and what reads the same is laid out once."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typst
from sample_sheets import MOMENT, TEMPLATES, Document, Sheet, words_of

from handbill.compose.sheets import document as document_of
from handbill.compose.sheets import sheet as sheet_of
from handbill.edition.edition import Edition
from handbill.kinds.base import MaterialBase
from handbill.load.templates import load_looks
from handbill.model.place import Contact
from handbill.render.layout import layout_of
from handbill.render.typst import SheetRenderer


class Counting:
    """A compiler that counts."""

    made: list[dict[str, Any]]

    def __init__(self, **settings: Any) -> None:
        self._compiler = typst.Compiler(**settings)
        self.made = []

    def compile(self, files: Any, **settings: Any) -> Any:
        self.made.append(settings)
        return self._compiler.compile(files, **settings)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> SheetRenderer:
    """A renderer whose compiler counts."""
    renderer = SheetRenderer(TEMPLATES)
    compiler = Counting(root=str(TEMPLATES), font_paths=renderer._fonts)
    monkeypatch.setitem(renderer.__dict__, "_compiler", compiler)
    return renderer


def made_by(renderer: SheetRenderer) -> list[str]:
    return [one["format"] for one in renderer.__dict__["_compiler"].made]


def enlarged(document: dict[str, Any]) -> dict[str, Any]:
    large = {"width": 297.0, "height": 420.0}
    return {**document, "edition": "large", "size": {**document["size"], "large": large}}


def test_a_warm_compiler_sees_what_has_changed(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    for place in ("甲街道办事处", "乙街道办事处", "甲街道办事处"):
        pdf = renderer.pdf("sign", document("sign", sheet("sign", imprint=[place])), MOMENT)
        assert place in words_of(pdf)


def test_nothing_is_written_beside_the_templates(document: Document) -> None:
    def there() -> dict[Path, int]:
        return {file: file.stat().st_mtime_ns for file in TEMPLATES.rglob("*")}

    before = there()
    SheetRenderer(TEMPLATES).svg("sign", document("sign"))
    assert there() == before


def test_threads_do_not_mix_their_sheets(document: Document, sheet: Sheet) -> None:
    names = [f"{name}街道办事处" for name in "甲乙丙丁"]
    wrong: list[str] = []
    began = threading.Barrier(len(names))

    def draw(name: str) -> None:
        renderer = SheetRenderer(TEMPLATES)
        began.wait()
        for number in range(8):
            one = sheet("sign", imprint=[f"{name}第{number}版"])
            words = words_of(renderer.pdf("sign", document("sign", one), MOMENT))
            if f"{name}第{number}版" not in words:
                wrong.append(f"{name} {number}: {words}")

    threads = [threading.Thread(target=draw, args=[name]) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_an_enlarged_sheet_is_not_drawn_again(counting: SheetRenderer, document: Document) -> None:
    office = document("card")
    first = counting.pdf("card", office, MOMENT)
    larger = counting.pdf("card", enlarged(office), MOMENT)
    assert made_by(counting) == ["pdf"]
    assert larger != first
    assert larger == SheetRenderer(TEMPLATES).pdf("card", enlarged(office), MOMENT)


def test_the_sides_of_a_sheet_are_drawn_in_one_go(
    counting: SheetRenderer, document: Document
) -> None:
    data = document("card", edition="preview")
    assert counting.svg("card", data) == counting.svg("card", data)
    counting.png("card", data, 40)
    counting.png("card", data, 20)
    assert made_by(counting) == ["svg", "png", "png"]
    counting.svg("card", document("card", edition="press"))
    counting.svg("card", data)
    assert made_by(counting) == ["svg", "png", "png", "svg", "svg"]


def test_editions_that_read_the_same_are_one_layout(document: Document, sheet: Sheet) -> None:
    one = sheet("card")
    office, preview, press = (
        layout_of("card", document("card", one, edition=edition))
        for edition in ("office", "preview", "press")
    )
    assert office.digest == preview.digest
    assert layout_of("card", enlarged(document("card", one))) == office
    assert office.digest != press.digest
    assert office.digest != layout_of("card", document("card", sheet("card", title="别的"))).digest


def test_a_template_that_asks_is_drawn_as_each_edition(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    one = sheet("newspaper")
    office, preview = (
        renderer.svg("newspaper", document("newspaper", one, edition=edition))
        for edition in ("office", "preview")
    )
    assert len(preview[0]) > len(office[0])
    one = sheet("letter")
    office, preview = (
        renderer.svg("letter", document("letter", one, edition=edition))
        for edition in ("office", "preview")
    )
    assert preview == office


def leaves_out(material: MaterialBase) -> bool:
    """Whether its sheet prints the local numbers that are known alone."""
    return any(field.known for _, _, field in material.declared.walk())


def test_a_place_changes_what_a_sheet_has_of_its_own_and_nothing_else(edition: Edition) -> None:
    contact = Contact(number="110-119-120", name="河东站")
    there = replace(
        edition.place,
        publisher="河东街道办事处",
        signature="河东街道",
        contacts={"police-station": contact},
    )
    other = replace(edition, place=there)
    # Some kinds leave no room for a number that is not known: it is another layout.
    known = {"police-station": Contact(number="110-119-121", name="河西站")}
    telling = replace(edition, place=replace(edition.place, contacts=known))
    palettes = load_looks().by_name
    seen = set()
    for audience, material in edition.materials():
        if material.kind in seen or not edition.has(audience, material):
            continue
        seen.add(material.kind)
        name = material.sizes[0]
        first, second = (
            layout_of(
                material.kind, document_of([(one, made)], material, name, size, "press")
            ).files
            for one in (telling if leaves_out(material) else edition, other)
            for made in [sheet_of(one, audience, material, palettes)]
            for size in [material.declared.sizes[name]]
        )
        assert {one for one in first if first[one] != second[one]} == {"own-0.json"}, material.id
    assert len(seen) > 12


def test_a_template_that_does_not_ask_finds_all_in_its_sheet(
    tmp_path: Path, document: Document, sheet: Sheet
) -> None:
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    (tmp_path / "letter/sheet.typ").write_text(
        '#import "/sheet/frame.typ": document-of\n#document-of((data, sheet) => page(\n'
        "  [#sheet.imprint.first() #sheet.copy.signature #sheet.copy.contacts.len()]))\n",
        "utf-8",
    )
    one = sheet("letter", imprint=["河东街道办事处"])
    one["copy"] = {**one["copy"], "signature": "河东街道平安办"}
    said = words_of(SheetRenderer(tmp_path).pdf("letter", document("letter", one), MOMENT))
    assert "河东街道办事处河东街道平安办" in said
