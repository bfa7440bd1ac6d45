"""A site of ours within somebody's MkDocs: its settings, its plugins, what stands beside us."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
ADDRESS = "https://a.example/x/"


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory, handbill: Command) -> Path:
    folder = tmp_path_factory.mktemp("starter") / "site"
    new_site(folder, "zh")
    page = "# 打印\n\n[法律](../law.md) [首页](../index.md) [指南](index.md)\n"
    (folder / "docs/guide/print.md").write_text(page, "utf-8")
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    nav = "  - 编辑指南: guide/index.md\n"
    settings = settings.replace(nav, f"{nav}  - 打印: guide/print.md\n")
    (folder / "mkdocs.yml").write_text(f"site_url: {ADDRESS}\n{settings}", "utf-8")
    assert handbill(folder, "check", "--sheets").returncode == 0
    return folder


@pytest.fixture
def project(starter: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    shutil.copytree(starter, folder)
    return folder


def put(project: Path, lines: str, plugins: str = "") -> None:
    """Adds lines to mkdocs.yml, and plugins before ours."""
    text = (project / "mkdocs.yml").read_text("utf-8")
    text = text.replace("  - handbill\n", f"{plugins}  - handbill\n")
    (project / "mkdocs.yml").write_text(f"{lines}{text}", "utf-8")


def links(page: Path) -> set[str]:
    tree = html.fromstring(page.read_bytes())
    return {one for one in tree.xpath("//a/@href") if not urlsplit(one).scheme}


@pytest.mark.parametrize(
    ("lines", "plugins"),
    [("use_directory_urls: false\n", ""), ("", "  - search\n  - offline\n")],
    ids=["use_directory_urls", "offline"],
)
def test_pages_that_are_files_are_linked_as_files(
    project: Path, handbill: Command, lines: str, plugins: str
) -> None:
    put(project, lines, plugins)
    for _ in range(2):  # what a plugin writes last is the site's own, too
        done = handbill(project, "build", "--strict")
        assert done.returncode == 0, done.stderr
        assert "保留" not in done.stdout
    site = project / "site"
    assert (site / "guide/print.html").is_file()
    assert (site / "law/index.html").is_file()
    assert not (site / "law.html").exists()
    from_guide = links(site / "guide/print.html")
    assert {"../law/index.html", "../index.html", "index.html"} <= from_guide
    for target in from_guide:
        path = urlsplit(urljoin("http://x/guide/print.html", target)).path
        assert (site / path.removeprefix("/")).is_file(), target
    [canonical] = html.fromstring((site / "law/index.html").read_bytes()).xpath(
        "//link[@rel='canonical']/@href"
    )
    assert canonical == f"{ADDRESS}law/"
    assert f"<loc>{canonical}</loc>" in (site / "sitemap.xml").read_text("utf-8")
    listed = json.loads((site / ".handbill.json").read_bytes())["files"]
    there = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert there - {".handbill.json"} == set(listed)


def test_the_tree_links_its_pages_too(project: Path, handbill: Command) -> None:
    put(project, "use_directory_urls: false\n", "  - offline\n")
    assert handbill(project, "materialise", "tree").returncode == 0
    tree = project / "tree"
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "site"]
    subprocess.run(mkdocs, cwd=tree, check=True)
    done = handbill(project, "finish", "tree/site")
    assert done.returncode == 0, done.stderr
