"""The doctor names what is missing and how to get it, and never falls ill itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbill import doctor
from handbill.doctor import Finding, State, examine
from handbill.load import glyphs
from handbill.load.fonts import FAMILIES, FOLDER_VARIABLE, wheel_folder
from handbill.load.fonts import _others as fonts_cache
from handbill.render import fonts


def one(look: str, folder: Path) -> list[Finding]:
    return list(doctor.LOOKS[look](folder))


def test_all_is_looked_at_and_said_in_both_languages(tmp_path: Path) -> None:
    findings = examine(tmp_path)
    said = "\n".join(finding.line("en") for finding in findings)
    for name in ("Python", "packages", "Noto Sans CJK SC", "Noto Serif SC", "Typst", "Pagefind"):
        assert name in said
    for finding in findings:
        assert finding.line("zh").startswith(doctor.MARKS[finding.state])
        assert finding.subject.en.isascii()
        assert finding.cure is not None or finding.state is State.OK


def test_what_the_lock_installs_is_all_that_is_needed(tmp_path: Path) -> None:
    assert [finding.line("en") for finding in examine(tmp_path) if finding.serious] == []


def test_a_look_that_fails_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_folder: Path) -> Iterator[Finding]:
        raise ImportError("no module named typst")
        yield

    monkeypatch.setitem(doctor.LOOKS, "Typst", fails)
    (finding,) = [one for one in examine(tmp_path) if one.serious]
    assert finding.line("en").splitlines()[0] == "✗ Typst: ImportError: no module named typst"
    assert "python3 scripts/build.py" in finding.line("en")


def test_it_says_where_templates_lie(tmp_path: Path) -> None:
    (ours,) = one("templates", tmp_path)
    assert Path(ours.found.en, "poster", "sheet.typ").is_file()
    picture = tmp_path / "templates" / "art" / "helmet.typ"
    picture.parent.mkdir(parents=True)
    picture.write_text("// a picture", "utf-8")
    _, own = one("templates", tmp_path)
    assert str(tmp_path / "templates") in own.found.en and "ours: 1)" in own.found.en


def test_rare_place_names_are_in_the_fonts_that_come_along() -> None:
    loaded = fonts.load_fonts()
    assert {"硚", "涢"} <= set(doctor.TEST_CHARACTERS)
    for family in FAMILIES:
        assert doctor._lacking(family, loaded) == ""


def test_a_character_that_a_font_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "TEST_CHARACTERS", "查\U0001f9fe一")
    assert doctor._lacking("Noto Serif SC", fonts.load_fonts()) == "\U0001f9fe"


def test_missing_fonts_are_named_with_their_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = (fonts.FontFound("Noto Serif SC", found=False, origin=None),)
    monkeypatch.setattr(fonts, "font_report", lambda: missing)
    (finding,) = one("fonts", tmp_path)
    assert finding.serious
    assert "pylopdf-fonts-zh-cn" in finding.line("zh")
    assert FOLDER_VARIABLE in finding.line("en")


def test_a_package_out_of_range_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["segno>=99", "no-such-package", "weasyprint; extra == 'bench'"]
    monkeypatch.setattr(doctor.metadata, "requires", lambda name: needed)
    lines = [finding.line("en") for finding in one("packages", tmp_path) if finding.serious]
    assert "segno is 1." in lines[0]
    assert ">=99 is needed" in lines[0]
    assert "no-such-package is not there" in lines[1]
    assert len(lines) == 2


@pytest.mark.parametrize("extended", [True, False])
def test_search_needs_the_edition_that_segments_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extended: bool
) -> None:
    monkeypatch.setattr(doctor, "_is_extended", lambda: extended)
    (finding,) = one("Pagefind", tmp_path)
    assert finding.serious is not extended


def test_search_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 1, stdout="", stderr="Bad CPU type in executable\n")
    monkeypatch.setattr(doctor.subprocess, "run", lambda *_arguments, **_options: failed)
    (finding,) = one("Pagefind", tmp_path)
    assert finding.serious
    assert "Bad CPU type" in finding.line("zh")


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", refuse)
    finding, disk = one("folder", tmp_path)
    assert finding.serious
    assert str(tmp_path) in finding.line("zh")
    assert not disk.serious


def test_no_browser_is_no_harm_to_an_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    (finding,) = one("browser", tmp_path)
    assert finding.state is State.ADVICE


def test_an_old_python_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (99, 0))
    (finding,) = one("Python", tmp_path)
    assert finding.serious
    assert sys.executable in finding.line("en")
    assert "99.0" in finding.line("en")


def test_scripts_and_languages_are_named_with_their_font(tmp_path: Path) -> None:
    folder = tmp_path / "campaigns" / "heat" / "locale"
    folder.mkdir(parents=True)
    for name in ("ar.po", "dz.po", "pl.po"):
        (folder / name).write_text("", "utf-8")
    findings = {finding.subject.en: finding for finding in one("languages", tmp_path)}
    able = findings["scripts that can be set"]
    assert "Noto Sans: Latin, Cyrillic, Greek" in able.found.en
    assert "Noto Sans Arabic：阿拉伯文" in able.found.zh
    assert findings["scripts without a font"].found.en == "Mongolian, Tibetan, Yi"
    assert findings["language Uyghur"].found.en == "in Noto Sans Arabic"
    assert findings["language Zhuang"].found.en == "in Noto Sans CJK SC"
    assert findings["language Korean"].found.en == "in Noto Sans CJK SC"
    for name in ("Tibetan", "Sichuan Yi", "Mongolian (Mongolian)"):
        assert findings[f"language {name}"].cure
    assert "columns" in findings["language Mongolian (Mongolian)"].found.en
    assert findings["language Arabic"].state is State.OK
    assert findings["language Dzongkha"].state is State.ADVICE
    assert "HANDBILL_FONTS" in str(findings["language Dzongkha"].cure)


def test_extras_that_are_not_installed_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handbill.load.glyphs.other_families", lambda *_: ())
    monkeypatch.setattr("handbill.load.fonts.other_families", lambda *_: ())
    glyphs._glyphs.cache_clear()
    try:
        findings = {finding.subject.en: finding for finding in one("languages", tmp_path)}
    finally:
        glyphs._glyphs.cache_clear()
    assert "Latin" in findings["scripts without a font"].found.en
    cure = findings["scripts without a font"].line("en")
    assert '"handbill[arabic,hebrew,devanagari,thai,european,scripts]"' in cure
    assert findings["language Uyghur"].found.en == "no font"


def test_a_folder_of_fonts_says_what_is_used_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert one("folder of fonts", tmp_path) == []
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "none"))
    [finding] = one("folder of fonts", tmp_path)
    assert (finding.state, "is not there" in finding.found.en) == (State.ADVICE, True)
    own = tmp_path / "fonts"
    own.mkdir()
    (own / "words.ttf").write_bytes(b"no font")
    monkeypatch.setenv(FOLDER_VARIABLE, str(own))
    [finding] = one("folder of fonts", tmp_path)
    assert (finding.state, "has no fonts" in finding.found.en) == (State.ADVICE, True)
    assert "没有用上" in finding.line("zh")
    wheel = wheel_folder("pylopdf_fonts_he")
    assert wheel
    shutil.copy(wheel / "NotoSansHebrew-Variable.ttf", own)
    fonts_cache.cache_clear()
    [finding] = one("folder of fonts", tmp_path)
    assert (finding.state, finding.found.en) == (State.OK, f"{own} (Noto Sans Hebrew)")
