"""The page "a campaign from nothing": its files build as they stand, in both languages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
GUIDE = Path(__file__).parents[2] / "docs" / "guide"
BLOCK = re.compile(
    r"^<!-- (file|add): (\S+) -->\n(?:<!-- yaml: [^>]+ -->\n)?```\w+\n(.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
PAGES = ("start", "start.en")
"""Both languages of the page; the first file of a path is the smallest, what follows completes it."""


def written(page: str, site: Path, *, whole: bool) -> list[str]:
    """Writes the files of the page and returns their paths; whole: with what completes them."""
    seen: list[str] = []
    for verb, path, text in BLOCK.findall((GUIDE / f"{page}.md").read_text("utf-8")):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if path not in seen or whole:
            before = file.read_text("utf-8") if verb == "add" else ""
            file.write_text(before + text, "utf-8")
        seen.append(path)
    return seen


def codes(checked: subprocess.CompletedProcess[str]) -> list[str]:
    return sorted(re.findall(r"^\S+ ([EW]\d{3})", checked.stdout + checked.stderr, re.MULTILINE))


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_the_smallest_campaign_builds_as_it_stands(
    page: str, tmp_path: Path, handbill: Command
) -> None:
    files = written(page, tmp_path, whole=False)
    assert len(set(files)) == 5, "the page says five files"
    checked = handbill(tmp_path, "check", "--today", "2026-11-25")
    assert codes(checked) == ["W501", "W502", "W502"]
    built = handbill(tmp_path, "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    audience = tmp_path / "site" / "families" / "index.html"
    assert '"tel:' in audience.read_text("utf-8"), "the number by its name"
    sheet = handbill(tmp_path, "sheet", "families-poster", "--size", "A4")
    assert sheet.returncode == 0, sheet.stderr
    assert (tmp_path / "families-poster-A4.pdf").stat().st_size > 10_000
    packed = handbill(tmp_path, "pack", "--audience", "families")
    assert packed.returncode == 0, packed.stderr


@pytest.mark.parametrize("page", PAGES)
def test_what_completes_it_leaves_no_warning(page: str, tmp_path: Path, handbill: Command) -> None:
    written(page, tmp_path, whole=True)
    settings = tmp_path / "mkdocs.yml"
    address = settings.read_text("utf-8").replace("helmets.example.com", "helmets.town.org")
    settings.write_text(address, "utf-8")
    checked = handbill(tmp_path, "check", "--strict", "--today", "2026-11-25")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert codes(checked) == []


def test_both_languages_have_the_same_parts() -> None:
    shapes = []
    for page in PAGES:
        text = (GUIDE / f"{page}.md").read_text("utf-8")
        parts = re.findall(r"^## .*(\{ #\w+ \})$", text, re.MULTILINE)
        files = [(verb, path) for verb, path, _ in BLOCK.findall(text)]
        shapes.append((parts, files, text.count("\n| ")))
    assert shapes[0] == shapes[1]
