"""Each code of building and commands is told by `check`, or the guide says what tells it, and why
`check` cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import base_site, broken_site

from handbill import cli
from handbill.problems import CATALOGUE, catalogue_markdown, explain
from handbill.problems.pages import _escaped

SEVENS = [code for code in CATALOGUE if code.startswith("E7")]
CHECKED = [code for code in SEVENS if CATALOGUE[code].found_by is None]
DRAWN = [
    code
    for code in SEVENS
    if (told := CATALOGUE[code].found_by) and told.en.startswith("check --sheets")
]


def said(
    code: str,
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> str:
    """What a command says of the site of a fixture."""
    root = tmp_path / "site"
    change = broken_site(root, code)
    monkeypatch.chdir(root)
    for name, value in change.get("environment", {}).items():
        monkeypatch.setenv(name, value)
    for name, value in change.get("patch", {}).items():
        monkeypatch.setattr(name, value)
    cli.main(["check", *arguments])
    return capsys.readouterr().err


@pytest.mark.parametrize("code", CHECKED)
def test_check_tells_what_a_build_would_refuse(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert code in said(code, [], tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("code", DRAWN)
def test_check_tells_what_only_drawing_finds_where_it_draws(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert code in said(code, ["--sheets"], tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("code", sorted(set(SEVENS) - set(CHECKED)))
def test_the_guide_says_why_check_cannot(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reason = CATALOGUE[code].found_by
    assert reason
    section = catalogue_markdown().partition(f"{{#{code}}}")[2].partition("\n### ")[0]
    for lang in ("zh", "en"):
        assert _escaped(reason.get(lang)) in section
        assert reason.get(lang) in str(explain(code, lang))
    # And it is so: what check does tell needs no reason.
    assert code not in said(code, [], tmp_path, monkeypatch, capsys)


def test_what_is_told_is_told_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "site"
    broken_site(root, "E705")
    monkeypatch.chdir(root)
    file = root / "campaigns/demo/campaign.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("停一停", "停下来再想一想" * 3), "utf-8", newline="")
    assert "停下来再想一想" in file.read_text("utf-8")
    assert cli.main(["check", "--sheets", "--lang", "en"]) == cli.EXIT_PROBLEMS
    both = capsys.readouterr().err
    assert "E705" in both and "E707" in both and "campaigns/demo/campaign.yml" in both
    # A mended site is drawn, and once it has been drawn nothing is drawn anew.
    (root / "docs/law.md").unlink()
    file.write_text(text, "utf-8", newline="")
    assert cli.main(["check", "--sheets"]) == cli.EXIT_OK
    monkeypatch.setattr("handbill.render.typst.SheetRenderer", None)
    assert cli.main(["check", "--sheets"]) == cli.EXIT_OK


def test_translate_refuses_the_language_of_the_original(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(base_site(tmp_path / "site"))
    assert cli.main(["translate", "zh-CN"]) == cli.EXIT_PROBLEMS
    assert "E738" in capsys.readouterr().err
