"""One number on every sheet, or two, or three; of three digits, and of as many as there are, in the
groups that offices write: all fits, at the largest and the smallest size of every sheet."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from sample_sheets import MOMENT, make_document, make_sheet
from test_shapes import ENGLISH, findings

from handbill.render.typst import SheetRenderer
from handbill.scaffold import new_site

Command = Callable[..., subprocess.CompletedProcess[str]]
SETS = {
    "one short": ["112"],
    "one long": ["+44 300 123 2040"],
    "two long": ["1-800-222-1222", "+44 300 123 2040"],
    "three short": ["112", "114", "116"],
    "three mixed": ["999", "111", "0300 123 2040"],
    "three long": ["0300 123 2040", "400-810-5555", "1-800-222-1222"],
}
WORDS = {
    "en": [("In an", "emergency"), ("Health", "advice"), ("Heat", "line")],
    "zh": [("遇险", "报警"), ("劳动", "监察"), ("投诉", "举报")],
}


def _numbered(root: Path, campaign: str, language: str, numbers: list[str]) -> None:
    """Gives a campaign other numbers, and to what refers to one of them by name the first."""
    names = ["emergency", "advice", "line"][: len(numbers)]
    items = "".join(
        f'  - {{name: {name}, number: "{number}", words: [{one}, {two}], use: For all, '
        "checked_on: 2026-11-23}\n"
        for name, number, (one, two) in zip(names, numbers, WORDS[language], strict=False)
    )
    file = root / f"campaigns/{campaign}/campaign.yml"
    text = file.read_text("utf-8")
    text, count = re.subn(r"(?m)^numbers:\n(?: .*\n)+", f"numbers:\n{items}", text)
    assert count == 1
    file.write_text(text, "utf-8")
    for file in (root / f"campaigns/{campaign}").glob("*.yml"):
        text = file.read_text("utf-8")
        text = re.sub(r"calls: \[.*\]", "calls: [emergency]", text)
        text = re.sub(r"\{number\.\w+\}", "{number.emergency}", text)
        file.write_text(re.sub(r"打 ?[0-9]{5}", "打{number.emergency}", text), "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("numbers", SETS.values(), ids=SETS)
@pytest.mark.parametrize(("starter", "language"), [("heat", "en"), ("job-seeking", "zh")])
def test_every_sheet_of_a_starter_has_room_for_them(
    tmp_path: Path, handbill: Command, starter: str, language: str, numbers: list[str]
) -> None:
    site = tmp_path / "site"
    new_site(site, language, starter)
    _numbered(site, starter, language, numbers)
    done = handbill(site, "check", "--sheets", "--lang", "en")
    assert not re.search(r"E70[0-9]", done.stderr), done.stderr


@pytest.mark.parametrize("numbers", SETS.values(), ids=SETS)
@pytest.mark.parametrize(
    ("kind", "size"), [("letter", "A4"), ("sign", "300x400"), ("card", "A6"), ("leaflet", "A4")]
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_of_them_stands_over_another(
    renderer: SheetRenderer, tmp_path: Path, kind: str, size: str, language: str, numbers: list[str]
) -> None:
    entries = [
        {"number": number, "words": list(said)}
        for number, said in zip(numbers, WORDS[language], strict=False)
    ]
    more = {**(ENGLISH if language == "en" else {}), "numbers": entries}
    pdf = renderer.pdf(kind, make_document(kind, make_sheet(kind, **more), size=size), MOMENT)
    assert [one for one in findings(pdf, tmp_path) if not one.startswith("W809")] == []
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        words = " ".join(" ".join(page.get_text().split()) for page in opened)
    assert all(number in words for number in numbers)
