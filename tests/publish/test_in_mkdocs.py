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

import pypdfium2 as pdfium
import pytest
import zxingcpp
from lxml import html

from handbill.model.uri import uri
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


READABLE = "https://防传销.中国/宣传/"
MACHINE = "https://xn--dpq861og0a.xn--fiqs8s/%E5%AE%A3%E4%BC%A0/"
HOST = "防传销"


def test_addresses_are_uris_for_machines_and_readable_for_people(
    project: Path, handbill: Command
) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(text.replace(ADDRESS, READABLE), "utf-8")
    sources = project / "campaigns/job-seeking/sources.yml"
    text = sources.read_text("utf-8")
    short = "    short: 《劳动合同法》\n"
    url = "https://普法.中国/条文?编号=7"
    sources.write_text(text.replace(short, f"{short}    url: {url}\n", 1), "utf-8")
    page = f"# 打印\n\n[法律]({READABLE}law/) [没有]({READABLE}nowhere/)\n"
    (project / "docs/guide/print.md").write_text(page, "utf-8")
    done = handbill(project, "build", "--lang", "en")
    assert done.returncode == 0, done.stderr
    broken = [line for line in done.stderr.splitlines() if "leads nowhere" in line]
    assert len(broken) == 1
    assert "nowhere/" in broken[0]
    site = project / "site"
    for name in ("sitemap.xml", "feed.xml", "api/v1/claims.json", "api/v1/materials.json"):
        said = (site / name).read_text("utf-8")
        assert MACHINE in said, name
        assert HOST not in said, name
    opened = uri(url)
    assert f'"official_url": "{opened}"' in (site / "api/v1/claims.json").read_text("utf-8")
    claim = (site / "law/j01/index.html").read_text("utf-8")
    assert f'<a href="{opened}" rel="noopener noreferrer">{url}</a>' in claim
    for file in site.rglob("*.html"):
        tree = html.fromstring(file.read_bytes())
        if "guide" not in file.parts:  # there the author has written it
            for name in ("href", "content", "src"):
                for value in tree.xpath(f"//@{name}"):
                    assert "://" not in value or value.isascii(), (file, value)
    law = (site / "law/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{MACHINE}law/">' in law
    [poster] = site.rglob("schools-poster-A4.pdf")
    with pdfium.PdfDocument(poster) as document:
        image = document[0].render(scale=3).to_pil()
        shown = document[0].get_textpage().get_text_bounded()
    [code] = zxingcpp.read_barcodes(image)
    assert code.text.startswith(f"{MACHINE}p/here/?m=")
    assert "防传销.中国/宣传/p/here" in "".join(shown.split())
    assert "xn--" not in shown
    assert handbill(project, "materialise", "tree").returncode == 0
    assert f"site_url: {MACHINE}" in (project / "tree/mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["law.md"], "E705"),
        (["law/index.md"], "E705"),
        (["Law.md"], "E705"),
        (["LAW/README.md"], "E705"),
        (["Assets/Icons.svg", "assets/icons.svg"], "E147"),
        (["guide/About.md", "guide/about.md"], "E147"),
        (["guide/caf\u00e9.md", "guide/cafe\u0301.md"], "E147"),
        (["guide/a.md", "guide/a/index.md"], "E147"),
        (["guide/b/README.md", "guide/b/index.md"], ""),
        ([".git/About", ".git/about"], ""),
    ],
)
def test_names_that_are_one_on_some_disk_are_told(
    project: Path, handbill: Command, names: list[str], code: str
) -> None:
    for name in names:
        (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / name).write_text("# 一页\n", "utf-8")
    for command in (["check", "--sheets"], ["build"], ["materialise", "tree"]):
        done = handbill(project, *command, "--lang", "en")
        assert (code in done.stderr) if code else done.returncode == 0, done.stderr
        if code:
            assert done.returncode == 1
            for name in names:
                assert f"docs/{name}" in done.stderr


def test_ids_that_are_one_on_some_disk_are_told(project: Path, handbill: Command) -> None:
    claims = project / "campaigns/job-seeking/claims.yml"
    text = claims.read_text("utf-8")
    claims.write_text(text.replace("- id: J02", "- id: j01", 1), "utf-8")
    done = handbill(project, "check", "--lang", "en")
    assert "E301" in done.stderr
    assert "“j01” is there already (campaigns/job-seeking/claims.yml:" in done.stderr


def test_other_plugins_find_our_pages(project: Path, handbill: Command) -> None:
    hook = "def on_files(files, config):\n    assert files.get_file_from_path('law.md')\n"
    (project / "look.py").write_text(hook, "utf-8")
    put(project, "hooks: [look.py]\n")
    assert handbill(project, "build").returncode == 0


@pytest.mark.parametrize("event", ["files", "page_markdown", "page_content", "post_build"])
def test_a_plugin_that_fails_is_named(project: Path, handbill: Command, event: str) -> None:
    hook = f"def on_{event}(*arguments, **named):\n    open(None)\n"
    (project / "dates.py").write_text(hook, "utf-8")
    put(project, "hooks: [dates.py]\n")
    done = handbill(project, "build", "--lang", "en")
    assert done.returncode == 1
    assert "the plugin “dates.py” has failed: TypeError" in done.stderr
    assert "Traceback" not in done.stderr
