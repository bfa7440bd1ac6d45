"""The starter about heat in French in full, in Arabic for posters, the card and help: drafts that
say so, sheets that printers and screen readers can take."""

from __future__ import annotations

import datetime
from pathlib import Path

import outloud
import pytest

from handbill import road
from handbill.cli import EXIT_OK, main
from handbill.compose.artifacts import Sheet
from handbill.load.fonts import other_families
from handbill.load.settings import read_settings
from handbill.render.cache import RenderCache
from handbill.scaffold import new_site
from handbill.translation import parity

DAY = datetime.date(2026, 11, 24)
POSTERS_AND_CARD = {"older-poster", "work-poster", "older-card"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("heat") / "site"
    new_site(root, "en", "heat")
    return root


@pytest.fixture(scope="module")
def checked(root: Path) -> road.Checked:
    return road.load_and_check(read_settings(root / "mkdocs.yml"), DAY)


def test_french_lacks_nothing_and_arabic_nothing_of_help(checked: road.Checked) -> None:
    reports = {one.language: one for one in parity(checked.collection)}
    assert reports["fr"].total.missing == reports["fr"].total.fuzzy == 0
    assert reports["ar"].published and reports["ar"].missing == ()
    assert reports["ar"].groups["safety"].missing == 0


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Traduction provisoire"), ("ar", "ترجمة أولية")]
)
def test_a_draft_says_so_to_translators_and_to_readers(
    root: Path, checked: road.Checked, language: str, said: str
) -> None:
    file = root / "campaigns/heat/locale" / f"{language}.po"
    assert "# DRAFT: not yet read by a native reader." in file.read_text("utf-8")
    (campaign,) = checked.collection.campaigns
    disclaimer = campaign.catalogs[language].get(campaign.campaign.value.disclaimer)
    assert disclaimer and said in disclaimer


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_sheets_pass_preflight_and_the_other_checker_of_accessibility(
    checked: road.Checked, tmp_path: Path, language: str
) -> None:
    if language == "ar" and "Noto Sans Arabic" not in {one.name for one in other_families()}:
        pytest.skip("the Arabic font lacks")
    sheets = road.renderer(checked, RenderCache(None))._sheets
    files, materials = [], set()
    for artifact in road.plan(checked):
        body = artifact.body
        if artifact.path.startswith(f"{language}/m/") and isinstance(body, Sheet):
            materials.add(artifact.path.split("/")[2])
            if body.format == "pdf" and body.data["edition"] == "office":
                file = tmp_path / Path(artifact.path).name
                file.write_bytes(sheets.pdf(body.kind, body.data, 0))
                files.append(file)
    if language == "ar":
        assert materials == POSTERS_AND_CARD
    assert len(files) == (17 if language == "fr" else 6)
    found = {file.name: outloud.check(str(file)) for file in files}
    assert {name: one.findings for name, one in found.items() if one.error or one.errors} == {}
    assert main(["preflight", *map(str, files)]) == EXIT_OK
