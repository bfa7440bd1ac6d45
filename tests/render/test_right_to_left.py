"""Sheets in languages from right to left are mirrors of the others; numbers and addresses in them
run from left to right all the same."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import outloud
import pikepdf
import pymupdf
import pytest
from camera import photograph
from sample_sheets import COPY, KINDS, MOMENT, TEMPLATES, Document, Sheet

from handbill.compose.photos import photo_on_sheet
from handbill.edition.photos import Photograph
from handbill.load.images import Image
from handbill.model.photo import Photo
from handbill.press.preflight import Wanted, examine
from handbill.render.layout import TYPEFACES, layout_of
from handbill.render.typst import SheetRenderer
from handbill.words.languages import direction, own_script

WORDS = ("ماء", "ظل", "بيت", "حر", "يوم")
HAN = re.compile("[\u4e00-\u9fff]")


def in_words(value: Any, words: tuple[str, ...] = WORDS) -> Any:
    """Copy with other words in place of Chinese clauses; what names something stays."""
    if isinstance(value, str):
        said = " ".join(words[i % len(words)] for i in range(value.count("，") + 1))
        return said if HAN.search(value) else value
    if isinstance(value, dict):
        return {name: one if name == "who" else in_words(one, words) for name, one in value.items()}
    return [in_words(one, words) for one in value] if isinstance(value, list | tuple) else value


def arabic(
    document: Document, sheet: Sheet, kind: str, words: tuple[str, ...] = WORDS, **more: Any
) -> dict[str, Any]:
    own = sheet(kind, lang="ar")
    for name in ("copy", "label", "title", "action", "picture_alt"):
        own[name] = in_words(own[name], words)
    own["qr"]["caption"] = words[0]
    for entry in own["numbers"]:
        entry["words"] = [*words[:2]]
    return document(kind, {**own, **more})


def opened(pdf: bytes) -> pymupdf.Document:
    return pymupdf.open(stream=pdf, filetype="pdf")


def characters(page: pymupdf.Page) -> list[tuple[str, float, float]]:
    """Each character with its place: (character, x, y)."""
    return [
        (one["c"], one["origin"][0], round(one["origin"][1], 1))
        for block in page.get_text("rawdict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        for one in span["chars"]
    ]


def as_seen(page: pymupdf.Page, wanted: str) -> bool:
    """Whether a text stands somewhere on a page with its characters from left to right."""
    lines: dict[float, list[tuple[float, str]]] = {}
    for character, x, y in characters(page):
        if not character.isspace():
            lines.setdefault(y, []).append((x, character))
    seen = ["".join(one for _, one in sorted(line)) for line in lines.values()]
    return any(wanted.replace(" ", "") in line for line in seen)


@pytest.mark.parametrize("kind", sorted(COPY))
def test_every_kind_is_drawn_and_readable_aloud(
    kind: str, renderer: SheetRenderer, document: Document, sheet: Sheet, tmp_path: Path
) -> None:
    data = arabic(document, sheet, kind)
    pdf = renderer.pdf(kind, data, 0)
    assert renderer.pdf(kind, data, 0) == pdf
    file = tmp_path / "arabic.pdf"
    file.write_bytes(pdf)
    assert outloud.check(str(file)).errors == 0
    with pikepdf.open(file) as made:
        assert str(made.Root.Lang) == "ar"
    with opened(pdf) as drawn:
        page = drawn[0]
        label = [x for one, x, _ in characters(page) if one in "ماءظليتحر"]
        assert label
        # Nothing is set outside the sheet, and what begins a line begins at the right.
        assert all(0 < x < page.rect.width for x in label)
        if kind not in ("leaflet", "banner"):
            assert max(label) > 0.7 * page.rect.width


@pytest.mark.parametrize("kind", sorted(COPY))
@pytest.mark.parametrize("edition", ["office", "press"])
def test_preflight_finds_nothing(
    kind: str,
    edition: str,
    renderer: SheetRenderer,
    document: Document,
    sheet: Sheet,
    tmp_path: Path,
) -> None:
    own = arabic(document, sheet, kind, imprint=["صدر عن بلدية المثال", "يسري حتى 2027-11-30"])
    file = tmp_path / f"{kind}.pdf"
    file.write_bytes(renderer.pdf(kind, document(kind, own["sheets"][0], edition=edition), MOMENT))
    found = examine(file, file.name, Wanted(), datetime.date(2026, 11, 24))
    assert [problem.text("en") for problem in found] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("th", ("น้ำ", "ร้อน", "ฝึกผู้ใหญ่")),
        ("hi", ("पानी", "गर्मी", "दूर्वा")),
        ("he", ("מים", "קיץ", "ךף")),
        ("ur", ("پانی", "گرمی", "ہیں")),
        ("uk", ("Їжа", "ґанок", "вода")),
        ("tr", ("İyi", "ağaç", "şu")),
    ],
)
@pytest.mark.parametrize("kind", ["poster", "card", "notice"])
def test_tall_letters_keep_clear_of_the_edge(
    kind: str,
    language: str,
    words: tuple[str, ...],
    renderer: SheetRenderer,
    document: Document,
    sheet: Sheet,
    tmp_path: Path,
) -> None:
    imprint = ["version 1.0", "valid until 2027-11-30"]
    data = arabic(document, sheet, kind, words, lang=language, imprint=imprint)
    file = tmp_path / f"{kind}.pdf"
    file.write_bytes(renderer.pdf(kind, data, MOMENT))
    found = examine(file, file.name, Wanted(), datetime.date(2026, 11, 24))
    assert [problem.text("en") for problem in found] == []


@pytest.mark.parametrize("kind", ["poster", "card", "letter", "board", "notice", "banner", "sign"])
def test_the_code_changes_sides(
    kind: str, renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    """The code, as the darkest square of modules, is found where the mirror of the other is."""

    def numbers_at(data: dict[str, Any]) -> tuple[float, float]:
        with opened(renderer.pdf(kind, data, 0)) as drawn:
            page = drawn[len(drawn) - 1]
            digits = [x for one, x, _ in characters(page) if one in "0123456789"]
            return min(digits) / page.rect.width, max(digits) / page.rect.width

    _, right = numbers_at(arabic(document, sheet, kind, imprint=[WORDS[0]]))
    left, _ = numbers_at(document(kind, sheet(kind, imprint=["示例"])))
    assert abs(right - (1 - left)) < 0.1, (left, right)


@pytest.mark.parametrize(
    "number",
    ["0712-234-5678", "+86 712 234 5678", "0300 123 2040", "400 810 5555", "2026-11-30",
     "handbill.example.org/p/here", "name@handbill.example.org", "Jinhu Library"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["ar", "fa", "ug"])
def test_numbers_and_addresses_run_from_left_to_right(
    number: str, language: str, renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    data = arabic(document, sheet, "letter", lang=language, qr=None)
    data["sheets"][0]["copy"]["parts"][0]["text"] = [f"اتصل على {number} قبل أن تدفع"]
    with opened(renderer.pdf("letter", data, 0)) as drawn:
        assert as_seen(drawn[0], number)


def test_a_photograph_changes_sides_and_is_not_turned(document: Document, sheet: Sheet) -> None:
    image = Image("jpg", 800, 600, photograph(800, 600))
    told = Photo(id="shade", file="shade.jpg", alt="x", credit="Jinhu Library", permission="x")
    kind = KINDS["notice"]
    place = kind.photo_box("A4")
    assert place is not None
    box = place.model_copy(update={"left": place.right, "right": place.left})
    shown = photo_on_sheet(
        Photograph(told, image), box, kind.sizes["A4"], "office", "paper", "صورة: Jinhu Library"
    )
    drawing = SheetRenderer(TEMPLATES, images={image.name: image})
    data = arabic(document, sheet, "notice", photo=shown)
    with opened(drawing.pdf("notice", data, 0)) as drawn:
        page = drawn[0]
        [seen] = [one["bbox"] for one in page.get_image_info() if one["width"] > 100]
        u = page.rect.width / 72
        assert seen[0] == pytest.approx(-6 * u, abs=0.1 * u)
        assert seen[2] == pytest.approx(30 * u, abs=0.1 * u)
        # Green is at the right edge of the photograph, where it was taken so.
        grey = page.get_pixmap(clip=pymupdf.Rect(28 * u, 8 * u, 29.9 * u, 9 * u))
        red, green, _ = grey.pixel(grey.width - 2, 2)
        assert green > red + 60
        assert as_seen(page, "Jinhu Library")


def test_the_mark_between_steps_points_the_way_they_are_read(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    def tips(data: dict[str, Any]) -> set[int]:
        """Of the bands between steps: 1 points right, -1 left."""
        found = set()
        with opened(renderer.pdf("poster", data, 0)) as drawn:
            for path in drawn[0].get_drawings():
                points = {
                    (round(p.x, 1), round(p.y, 1))
                    for item in path["items"]
                    for p in item[1:]
                    if isinstance(p, pymupdf.Point)
                }
                box = path["rect"]
                if len(points) == 6 and box.y0 > 0.7 * drawn[0].rect.height:
                    [tip] = [
                        x
                        for x, _ in points
                        if min(x - box.x0, box.x1 - x) < 0.2
                        and sum(abs(x - other) < 0.2 for other, _ in points) == 1
                    ]
                    found.add(1 if tip > box.x0 + box.width / 2 else -1)
        return found

    assert tips(arabic(document, sheet, "poster")) == {-1}
    assert tips(document("poster", sheet("poster"))) == {1}


def test_panels_of_a_comic_are_read_from_the_right(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    data = arabic(document, sheet, "comic", imprint=["ماء"])
    data["sheets"][0]["numbers"] = [{"number": "0", "words": ["ماء"]}]
    for number, panel in enumerate(data["sheets"][0]["copy"]["strips"][0]["panels"], start=1):
        panel["caption"], panel["beat"] = [str(number)], "ا"
    with opened(renderer.pdf("comic", data, 0)) as drawn:
        width = drawn[0].rect.width
        places = {one: (x, y) for one, x, y in characters(drawn[0]) if one in "1234"}
    assert places["1"][0] > width / 2 > places["2"][0]
    assert places["3"][0] > width / 2 > places["4"][0]
    assert places["1"][1] == places["2"][1] < places["3"][1] == places["4"][1]


def test_folds_of_a_leaflet_are_marked_where_its_faces_meet(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    def marks(data: dict[str, Any]) -> tuple[float, list[float]]:
        """Places of dashed vertical ticks from the left, and the width of the page."""
        with opened(renderer.pdf("leaflet", data, 0)) as drawn:
            page = drawn[0]
            found = {
                round(item[1].x, 1)
                for path in page.get_drawings()
                if path.get("dashes") not in (None, "", "[] 0")
                for item in path["items"]
                if item[0] == "l"
                and abs(item[1].x - item[2].x) < 0.01
                and abs(item[1].y - item[2].y) < 20
            }
            return page.rect.width, sorted(found)

    own = arabic(document, sheet, "leaflet")
    press = document("leaflet", own["sheets"][0], edition="press")
    other = document("leaflet", sheet("leaflet"), edition="press")
    (width, turned), (_, plain) = marks(press), marks(other)
    assert len(plain) == 2
    assert turned == pytest.approx(sorted(width - x for x in plain), abs=0.2)


def test_the_setting_on_disk_is_that_of_chinese(document: Document, sheet: Sheet) -> None:
    """Whoever compiles a template by hand gets the sheet that Handbill draws."""
    made = layout_of("poster", document("poster", sheet("poster"))).files[TYPEFACES]
    assert json.loads(made) == json.loads((TEMPLATES / TYPEFACES).read_text("utf-8"))


def test_a_language_in_a_script_of_its_own_is_set_in_it(
    document: Document, sheet: Sheet, renderer: SheetRenderer
) -> None:
    """Kazakh in China is written in Arabic letters; `lang` alone would say Cyrillic."""
    assert own_script("kk-CN") == own_script("kk-Arab") == {"script": "Arab"}
    assert own_script("kk") == own_script("zh-CN") == own_script("ar-XB") == {}
    data = arabic(document, sheet, "poster", lang="kk", script="Arab")
    setting = json.loads(layout_of("poster", data).files[TYPEFACES])
    assert setting["dir"] == "rtl"
    assert setting["sans"][0]["name"] == "Noto Sans Arabic"
    with opened(renderer.pdf("poster", data, 0)) as drawn:
        assert max(x for _, x, _ in characters(drawn[0])) > 0.9 * drawn[0].rect.width
    data["sheets"][0].pop("script")
    assert json.loads(layout_of("poster", data).files[TYPEFACES])["dir"] == "ltr"


def test_a_language_has_the_direction_of_its_script() -> None:
    for language in ("ar", "fa", "he", "ur", "ug", "ps", "yi", "dv", "ckb", "kk-Arab", "kk-CN"):
        assert direction(language) == "rtl", language
    for language in ("zh-CN", "en", "kk", "ku", "pa", "hi", "th", "az-Latn", "xx", "en-XA"):
        assert direction(language) == "ltr", language
    assert direction("ar-XB") == "rtl"
