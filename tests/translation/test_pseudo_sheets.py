"""Every sheet of the starters in the pseudo-languages: drawn, in its own script, without Chinese.

Packs are made in a campaign's own language alone; what a page shows is tried beside this file.
"""

from __future__ import annotations

import datetime
import json
import re

import pymupdf
import pytest

from handbill import road
from handbill.cli import main
from handbill.compose.artifacts import Sheet
from handbill.load.fonts import other_families
from handbill.load.settings import read_settings
from handbill.render.cache import RenderCache
from handbill.scaffold import new_site
from handbill.translation import PSEUDO, pseudo

HAN = re.compile(r"[\u3007\u3400-\u9fff，。、；：？！（）《》]+")
SCRIPTS = {
    "en-XA": re.compile("[\u0100-\u017f]"),
    "ar-XB": re.compile("[\u0600-\u06ff\ufe70-\ufeff]"),
    "hi-XA": re.compile("[\u0900-\u097f]"),
}
NEEDED = {"Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari"}
DAY = datetime.date(2026, 11, 24)

pytestmark = pytest.mark.skipif(
    not {one.name for one in other_families()} >= NEEDED, reason="fonts of other scripts lack"
)


@pytest.fixture(scope="module", params=["heat", "job-seeking"])
def checked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> road.Checked:
    root = tmp_path_factory.mktemp(request.param) / "site"
    new_site(root, "en", request.param)
    for language in PSEUDO:
        assert main(["translate", language, "--pseudo", "-f", str(root / "mkdocs.yml")]) == 0
    return road.load_and_check(read_settings(root / "mkdocs.yml"), DAY)


@pytest.mark.parametrize("language", PSEUDO)
def test_every_sheet_is_drawn_in_its_script_and_without_chinese(
    checked: road.Checked, language: str
) -> None:
    (campaign,) = checked.collection.campaigns
    wanted = {one.id for file in campaign.audiences for one in file.value.materials}
    sheets = road.renderer(checked, RenderCache(None))._sheets
    drawn = set()
    for artifact in road.plan(checked):
        body = artifact.body
        if not artifact.path.startswith(f"{language}/m/") or not isinstance(body, Sheet):
            continue
        if body.data.get("edition") not in ("office", "screen") or body.format == "svg":
            continue
        if body.data["edition"] == "screen":
            assert sheets.svg(body.kind, body.data)
            text = title = json.dumps(body.data["sheets"][0]["copy"], ensure_ascii=False)
        else:
            with pymupdf.open(stream=sheets.pdf(body.kind, body.data, 0), filetype="pdf") as pdf:
                text = "".join(page.get_text() for page in pdf)
                title = pdf.metadata["title"]
        assert not HAN.findall(text + title), (artifact.path, HAN.findall(text + title))
        assert SCRIPTS[language].search(text), artifact.path
        drawn.add(artifact.path.split("/")[2])
    assert drawn == wanted


@pytest.mark.parametrize("language", ["en-XA", "ar-XB"])
@pytest.mark.parametrize(
    "text",
    [
        "Keep one room cool. Draw the blinds by day, and open windows when it is cooler outside.",
        "Somebody who does not respond but breathes lies on the side.",
    ],
)
def test_a_text_is_as_much_longer_as_a_translation_is(language: str, text: str) -> None:
    assert 1.25 <= len(pseudo(text, language)) / len(text) <= 1.45


def test_consonants_that_follow_each_other_join() -> None:
    assert "द्र" in pseudo("Drink", "hi-XA") and "क्ष" in pseudo("x", "hi-XA")
