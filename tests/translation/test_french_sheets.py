"""Sheets of every kind in a language that the generator does not bring: nothing on them is Chinese.

The flagship is translated into Latin syllables as `--pseudo` does it, without the brackets, words of
the generator and names of places included. What is Chinese then has no translation.
"""

from __future__ import annotations

import datetime
import io
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from handbill import road
from handbill.compose.artifacts import Sheet
from handbill.load.settings import read_settings
from handbill.render.cache import RenderCache
from handbill.translation import Counts, campaign_texts, parity, pseudo, update_catalog

ROOT = Path(__file__).parents[2]
DAY = datetime.date(2026, 11, 24)
HAN = re.compile(r"[\u3007\u3400-\u9fff，。、；：？！（）《》．]+")


def unbracketed(text: str) -> str:
    """A pseudo-translation without its brackets."""
    return pseudo(text)[1:-1]


def translate(checked: road.Checked, words: bool) -> Counts:
    """Write locale/fr.po of the flagship; without `words`, the generator's own stay to be done."""
    (campaign,) = checked.collection.campaigns
    texts = campaign_texts(checked.collection, campaign, "fr")
    po, counts = update_catalog(
        None, [one for one in texts if words or one.group != "words"], "fr", "x", DAY, unbracketed
    )
    folder = checked.settings.campaigns_dir / campaign.id / "locale"
    folder.mkdir(exist_ok=True)
    (folder / "fr.po").write_text(po, "utf-8")
    return counts


def checked_of(root: Path) -> road.Checked:
    return road.load_and_check(read_settings(root / "mkdocs.yml"), DAY)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("french")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "campaigns", root / "campaigns")
    return root


def drawn(root: Path) -> Iterator[tuple[str, bytes]]:
    """A French PDF of each kind."""
    checked = checked_of(root)
    chosen: dict[str, object] = {}
    kinds = checked.collection.kinds.by_name
    for artifact in road.plan(checked):
        body = artifact.body
        if not artifact.path.startswith("fr/m/") or not isinstance(body, Sheet):
            continue
        if body.kind in kinds and (body.format == "pdf" or body.data["edition"] == "screen"):
            chosen.setdefault(body.kind, artifact)
    assert chosen.keys() == kinds.keys()
    sheets = road.renderer(checked, RenderCache(None))._sheets
    for kind, artifact in chosen.items():
        yield kind, sheets.pdf(kind, artifact.body.data, 0)  # type: ignore[attr-defined]


def said(pdf: bytes) -> str:
    """All text of a PDF, what its figures show, and its title."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        pages = [page.get_text() for page in opened]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        figures = [
            str(one.Alt)
            for one in opened.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
        title = str(opened.docinfo.get("/Title", ""))
    return "\n".join([*pages, *figures, title])


def chinese(texts: Mapping[str, str]) -> dict[str, list[str]]:
    return {kind: found for kind, text in texts.items() if (found := HAN.findall(text))}


@pytest.mark.parametrize("words", [True, False], ids=["translated", "words not yet translated"])
def test_no_sheet_has_a_chinese_character(root: Path, words: bool) -> None:
    counts = translate(checked_of(root), words)
    assert counts.missing == 0
    found = {kind: said(pdf) for kind, pdf in drawn(root)}
    assert chinese(found) == {}
    # What was said is there: in English where there is no other.
    assert ("Display until" in found["notice"]) is not words
    assert ("Loudspeaker" in found["script"] or "Shots of" in found["script"]) is not words


def test_parity_counts_the_words_of_sheets(root: Path) -> None:
    translate(checked_of(root), words=False)
    (report,) = [one for one in parity(checked_of(root).collection) if one.language == "fr"]
    assert report.groups["words"].translated == 0
    assert report.groups["words"].missing > 400
    translate(checked_of(root), words=True)
    (report,) = [one for one in parity(checked_of(root).collection) if one.language == "fr"]
    assert report.groups["words"].missing == 0
