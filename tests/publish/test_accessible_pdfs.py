"""PDF/UA-1 of every PDF that people read on a screen, by a checker that has not written it."""

from __future__ import annotations

from pathlib import Path

import outloud
import pikepdf
import pytest


@pytest.fixture(scope="module")
def office_and_large(built: Path) -> list[Path]:
    files = sorted(file for file in built.glob("m/*/*.pdf") if not file.stem.endswith("-press"))
    files += sorted(built.glob("en/m/*/*-A4.pdf"))
    assert any(file.stem.endswith("-large") for file in files)
    return files


def test_no_office_or_large_edition_has_an_error(office_and_large: list[Path]) -> None:
    found = {}
    for file in office_and_large:
        result = outloud.check(str(file))
        if result.error or result.errors:
            found[file.name] = [result.error, *map(str, result.findings)]
    assert found == {}


def test_the_checker_finds_what_is_wrong(office_and_large: list[Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(office_and_large[0]) as document:
        del document.Root["/StructTreeRoot"]
        del document.Root["/Lang"]
        document.save(broken)
    assert outloud.check(str(broken)).errors
