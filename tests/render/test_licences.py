"""Every pack holds the licences of what is in it, as the packages bring them."""

from __future__ import annotations

import datetime
import io
import zipfile
from importlib import metadata
from pathlib import Path

import pymupdf
import pytest
from sites import base_site

from handbill import road
from handbill.compose.artifacts import Pack, with_parts
from handbill.load.fonts import FAMILIES
from handbill.load.settings import read_settings
from handbill.render import fonts
from handbill.render.cache import RenderCache
from handbill.render.licences import licence_texts
from handbill.words import words

NAME = "许可全文 LICENSES.txt"


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = base_site(tmp_path_factory.mktemp("licences") / "site")
    checked = road.load_and_check(read_settings(root / "mkdocs.yml"), datetime.date(2026, 11, 24))
    plan = road.plan(checked)
    wanted = with_parts([one for one in plan if isinstance(one.body, Pack)], plan)
    files = road.render(checked, wanted, RenderCache(None))
    return {one.path: content for one, content in files if isinstance(one.body, Pack)}


def test_every_pack_holds_each_licence_once_and_in_full(packs: dict[str, bytes]) -> None:
    assert len(packs) == 3
    for content in packs.values():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            raw = archive.read(NAME)
        assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw
        told = raw.decode("utf-8-sig").replace("\r\n", "\n")
        for module in FAMILIES.values():
            package = module.replace("_", "-")
            assert f"{package} {metadata.version(package)}" in told
        for file in fonts.font_files():
            assert file.name in told
        root = Path(__file__).parents[2]
        for name in ("LICENSE", "LICENSES/CC-BY-4.0.txt"):
            assert told.count((root / name).read_text("utf-8").strip()) == 1
        for module in FAMILIES.values():
            brought = metadata.files(module.replace("_", "-")) or ()
            [text] = [
                Path(str(one.locate())).read_text("utf-8")
                for one in brought
                if "licenses/" in one.as_posix()
            ]
            assert told.count(text.strip()) >= 1


def test_the_fonts_in_the_sheets_are_those_whose_licences_are_told(packs: dict[str, bytes]) -> None:
    [pack] = [content for path, content in packs.items() if path.endswith("print.zip")]
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.endswith(".pdf")]
    names = set()
    for sheet in sheets:
        with pymupdf.open(stream=sheet, filetype="pdf") as document:
            names |= {font[3].partition("+")[2] for page in document for font in page.get_fonts()}
    assert names
    assert all(name.startswith(("NotoSansCJK", "NotoSerif")) for name in names), names


def test_a_font_of_ones_own_is_said_to_be_of_no_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tuple(
        fonts.FontFound(family, True, tmp_path if "Sans" in family else None) for family in FAMILIES
    )
    monkeypatch.setattr("handbill.render.licences.font_report", lambda: named)
    told = licence_texts(words("en"))
    assert told.count("Not of a package") == 2
    assert "SIL OPEN FONT LICENSE" not in told


def test_a_pack_holds_the_licences_of_fonts_that_its_sheets_alone_ask_for(tmp_path: Path) -> None:
    root = base_site(tmp_path / "site")
    file = root / "campaigns/demo/communities.yml"
    text = file.read_text("utf-8")
    assert "signals: [要交钱, 要拉人," in text
    file.write_text(text.replace("signals: [要交钱,", "signals: [ماء,"), "utf-8")
    checked = road.load_and_check(read_settings(root / "mkdocs.yml"), datetime.date(2026, 11, 24))
    plan = road.plan(checked)
    wanted = with_parts([one for one in plan if isinstance(one.body, Pack)], plan)
    told = ""
    for one, content in road.render(checked, wanted, RenderCache(None)):
        if isinstance(one.body, Pack):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                told = archive.read(NAME).decode("utf-8-sig")
            version = metadata.version("pylopdf-fonts-ar")
            assert told.count(f"pylopdf-fonts-ar {version}") >= 1
            assert "NotoSansArabic-Variable.ttf" in told
            assert "notofonts/arabic" in told
            assert "pylopdf-fonts-he" not in told and "manimgx-fonts " not in told
    assert told
