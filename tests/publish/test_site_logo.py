"""A site has one logo, which mkdocs.yml names, on all of its pages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from handbill.resources import default_templates
from handbill.scaffold import new_site

Command = Callable[..., subprocess.CompletedProcess[str]]
ICON = re.compile(r'<link rel="icon" href="([^"]*)"(?: type="([^"]*)")?')


def made(project: Path, old: str, new: str, handbill: Command) -> Path:
    """The site of a project whose mkdocs.yml says `new` for `old`."""
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), "utf-8", newline="\n")
    done = handbill(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    new_site(tmp_path / "mine", "en")
    (tmp_path / "mine/docs/assets").mkdir()
    return tmp_path / "mine"


def test_the_logo_of_mkdocs_yml_is_on_every_page(project: Path, handbill: Command) -> None:
    Image.new("RGB", (180, 160), "#8A3500").save(project / "docs/assets/logo.png")
    ours = "  favicon: assets/mark.svg\n  logo: assets/mark.svg\n"
    site = made(project, ours, "  logo: assets/logo.png\n", handbill)
    assert not (site / "assets/mark.svg").exists()
    framed = 0
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "mark.svg" not in text, page
        for href, kind in ICON.findall(text):
            if href != "data:,":
                assert href.endswith("assets/logo.png"), page
                assert kind in ("image/png", ""), page
                framed += 1
        if 'class="hb-mark"' in text:
            assert re.search(r'class="hb-mark" src="[^"]*assets/logo\.png"', text), page
    assert framed > 8


def test_a_file_in_docs_stands_for_our_mark(project: Path, handbill: Command) -> None:
    mine = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
    (project / "docs/assets/mark.svg").write_text(mine, "utf-8")
    site = made(project, "  favicon: assets/mark.svg\n", "", handbill)
    assert (site / "assets/mark.svg").read_text("utf-8") == mine


def test_a_tree_for_other_generators_names_the_logo(project: Path, handbill: Command) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    text = text.replace("  favicon: assets/mark.svg\n  logo: assets/mark.svg\n", "")
    settings.write_text(text, "utf-8", newline="\n")
    done = handbill(project, "materialise", "tree")
    assert done.returncode == 0, done.stderr
    assert (project / "tree/mkdocs.yml").read_text("utf-8").count("assets/mark.svg") == 2
    ours = default_templates() / "site/assets/mark.svg"
    assert (project / "tree/docs/assets/mark.svg").read_bytes() == ours.read_bytes()
