"""Sheets in the languages of the extras: drawn whole in a font of their script, as PDF/UA, with text
that can be read out again."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import outloud
import pymupdf
import pytest
from sample_sheets import Document, Sheet

from handbill.check.glyphs import _details
from handbill.load import fonts, glyphs
from handbill.load.letters import LETTERS, SCRIPTS, letters_of
from handbill.problems import Both, ProblemsFound
from handbill.render.layout import layout_of
from handbill.render.typst import SheetRenderer
from handbill.words.languages import script_of

SENTENCES = {
    "pl": ("Noto Sans", "Zadzwoń, zanim zapłacisz", "Łódź", "źle ważą gęś"),
    "ro": ("Noto Sans", "Sunați înainte să plătiți", "Știți", "țară și față"),
    "tr": ("Noto Sans", "Ödemeden önce arayın", "İyi", "ağır şeyi ığdır"),
    "uk": ("Noto Sans", "Подзвоніть, перш ніж платити", "Їжа", "ґанок, є її"),
    "kk": ("Noto Sans", "Төлемес бұрын қоңырау шалыңыз", "Әке", "ғылым үй һәм"),
    "el": ("Noto Sans", "Τηλεφωνήστε πριν πληρώσετε", "Ώρα", "νερό και σκιά"),
    "ar": ("Noto Sans Arabic", "اتصل قبل أن تدفع", "ماء", "استرح في الظل"),
    "fa": ("Noto Sans Arabic", "پیش از پرداخت تماس بگیرید", "گرما", "می\u200cخواهم چای"),
    "ug": ("Noto Sans Arabic", "پۇل تۆلەشتىن بۇرۇن", "سۇ", "ئۈندىدار ۋە ڭ"),
    "he": ("Noto Sans Hebrew", "התקשרו לפני שמשלמים", "מים", "נוחו בצל"),
    "hi": ("Noto Sans Devanagari", "पैसे देने से पहले फ़ोन करें", "पानी", "छाया में रुकें"),
    "th": ("Noto Sans Thai", "โทรก่อนจ่ายเงิน", "น้ำ", "พักในที่ร่ม"),
    "vi": ("Noto Sans CJK SC", "Gọi trước khi trả tiền", "Nước", "nghỉ dưới bóng râm"),
    "ko": ("Noto Sans CJK SC", "돈을 내기 전에 전화하세요", "물", "그늘에서 쉬세요"),
}
"""By language: the family it is set in, and what a sheet says."""


def told(pdf: bytes) -> tuple[str, set[str]]:
    """The text of a PDF without spaces, and the fonts in it."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        text = "".join(page.get_text() for page in document)
        names = {font[3].partition("+")[2] for page in document for font in page.get_fonts()}
    return unicodedata.normalize("NFKC", text), names


def letters(text: str) -> set[str]:
    return {
        one
        for one in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text))
        if not one.isspace() and one != "\u200c"
    }


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sheet_is_drawn_whole(
    language: str, renderer: SheetRenderer, document: Document, sheet: Sheet, tmp_path: Path
) -> None:
    family, first, second, third = SENTENCES[language]
    copy = {"heading": second, "opening": first, "promises": [first, second, third]}
    copy |= {"closing": third, "signatures": [{"label": second, "type": "line", "half": True}]}
    data = document(
        "pledge",
        sheet("pledge", copy={**copy, "note": third}, lang=language, title=first, label=third),
    )
    pdf = renderer.pdf("pledge", data, 0)
    assert renderer.pdf("pledge", data, 0) == pdf
    text, names = told(pdf)
    assert letters(first + second + third) <= letters(text)
    known = family.replace(" ", "").casefold()
    assert any(name.casefold().startswith(known) for name in names), names
    file = tmp_path / f"{language}.pdf"
    file.write_bytes(pdf)
    assert outloud.check(str(file)).errors == 0


def test_numbers_are_set_in_the_font_whose_ink_is_known(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    data = document("poster", sheet("poster", lang="fa", title=SENTENCES["fa"][1]))
    with pymupdf.open(stream=renderer.pdf("poster", data, 0), filetype="pdf") as opened:
        spans = [
            span
            for page in opened
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
        ]
    fonts_of_digits = {span["font"] for span in spans if re.search("[0-9]", span["text"])}
    assert fonts_of_digits
    assert all(name.startswith("NotoSansCJK") for name in fonts_of_digits), fonts_of_digits


def test_chinese_and_english_ask_for_no_other_family() -> None:
    known = glyphs.load_glyphs()
    assert known
    for language in ("zh-CN", "zh", "en", "fr", "ru", "vi", "ja", "ko", "za"):
        assert known.main(language) is None, language
        assert known.typefaces(language, "查 Call αβ ё").sans == ("Noto Sans CJK SC",)


def test_letters_serve_the_serif_of_the_script() -> None:
    known = glyphs.load_glyphs()
    assert known
    for language, serif in (("ar", "Noto Naskh Arabic"), ("hi", "Noto Serif Devanagari")):
        chosen = known.typefaces(language, letters_of(language))
        assert chosen.serif[0] == {"name": serif, "covers": glyphs.ALL_BUT_DIGITS}
        assert chosen.serif[1:3] == ("Noto Serif SC", "Noto Sans CJK SC")


def test_a_character_falls_to_the_family_of_its_script_and_a_letter_is_set_whole() -> None:
    known = glyphs.load_glyphs()
    assert known
    chosen = known.typefaces("zh", "名字 Łódź، مريم 2")
    # Noto Sans CJK has z and its accent, but places no accents; Noto Sans Arabic has Ł as well.
    whole = {"name": "Noto Sans", "covers": "[ź]"}
    assert chosen.sans == (whole, "Noto Sans CJK SC", "Noto Sans", "Noto Sans Arabic")
    assert known.missing("Łódź، مريم", serif=False) == []
    assert known.missing("བོད", serif=False) == ["བ", "ོ", "ད"]


@pytest.fixture
def no_extras(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As it is where no extra is installed."""
    caches = (fonts._others, glyphs._glyphs)
    for one in caches:
        one.cache_clear()
    monkeypatch.setattr(fonts, "EXTRAS", ())
    yield
    for one in caches:
        one.cache_clear()


@pytest.mark.usefixtures("no_extras")
def test_a_folder_of_fonts_serves_what_no_wheel_does(
    tmp_path: Path, document: Document, sheet: Sheet
) -> None:
    """The promise of E702: it does not hold the two families that every sheet asks for."""
    wheel = fonts.wheel_folder("manimgx_fonts")
    assert wheel
    shutil.copy(wheel / "NotoSansTamil[wght].ttf", tmp_path)
    words = "முன் அழைக்கவும்"
    data = document("pledge", sheet("pledge", lang="ta", title=words))
    data["sheets"][0]["copy"] |= {"heading": words}
    with pytest.raises(ProblemsFound) as found:
        SheetRenderer(Path("templates")).pdf("pledge", data, 0)
    assert [one.code for one in found.value.problems] == ["E702"]
    text, names = told(SheetRenderer(Path("templates"), tmp_path).pdf("pledge", data, 0))
    assert letters(words) <= letters(text)
    assert any(name.startswith("NotoSansTamil") for name in names)
    known, without = glyphs.load_glyphs(tmp_path), glyphs.load_glyphs()
    assert known
    assert without
    assert known.missing(words, serif=True) == []
    assert without.missing(words, serif=True) == list(dict.fromkeys(words.replace(" ", "")))


def test_a_missing_character_says_which_extra_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [fonts.extra_for(one) for one in "ماШ中🐉"] == [None] * 5
    monkeypatch.setattr(fonts, "wheel_folder", lambda module: None)
    told = {one: fonts.extra_for(one) for one in "Łқσمאहกকক中བ🐉"}
    assert told == {
        **dict.fromkeys("Łқσ", "european"),
        "م": "arabic",
        "א": "hebrew",
        "ह": "devanagari",
        "ก": "thai",
        "ক": "scripts",
        **dict.fromkeys("中བ🐉"),
    }
    assert set(fonts._EXTRA_OF.values()) == {one.extra for one in fonts.EXTRAS}
    hint = _details(["م", "Ł"])["hint"]
    assert isinstance(hint, Both)
    assert hint.en == 'pip install "handbill[arabic,european]". '


@pytest.mark.usefixtures("no_extras")
def test_drawings_are_told_apart_by_the_fonts_they_are_set_in(
    tmp_path: Path, document: Document, sheet: Sheet
) -> None:
    wheel = fonts.wheel_folder("fontpkg_noto_sans")
    assert wheel
    shutil.copy(wheel / "files" / "NotoSans[wdth,wght].ttf", tmp_path)
    polish, chinese = (document("pledge", sheet("pledge", lang=one)) for one in ("pl", "zh"))
    assert layout_of("pledge", polish).digest != layout_of("pledge", polish, tmp_path).digest
    assert layout_of("pledge", chinese).digest == layout_of("pledge", chinese, tmp_path).digest


@pytest.mark.parametrize(
    ("language", "script"),
    [("mn", "Cyrl"), ("mn-CN", "Mong"), ("mn-Mong", "Mong"), ("kk-CN", "Arab"), ("kk", "Cyrl"),
     ("ar-XB", "Arab"), ("sr-Latn", "Latn"), ("zh-CN", "Hans"), ("xx", "")],
)  # fmt: skip
def test_the_script_of_a_language(language: str, script: str) -> None:
    assert script_of(language) == script
    assert (
        letters_of(language)
        == LETTERS.get("mn-Mong" if script == "Mong" else language.split("-")[0], "")
        or letters_of(language) == SCRIPTS[script]
    )


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_a_recipient_stands_at_the_start_edge_and_reads_in_its_own_direction(
    language: str, renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    one = {**sheet("letter", lang=language), "recipient": ["مدرسة النور 7", "1 Example Road"]}
    drawn = renderer.pdf("letter", document("letter", one), 0)
    with pymupdf.open(stream=drawn, filetype="pdf") as pages:  # type: ignore[no-untyped-call]
        words = {word[4]: word for word in pages[0].get_text("words")}
        width = pages[0].rect.width
    house, road = words["1"], words["Road"]
    assert house[0] < words["Example"][0] < road[0]
    edge = 28 * 72 / 25.4
    at_start = road[2] - (width - edge) if language == "ar" else house[0] - edge
    assert abs(at_start) < 2
