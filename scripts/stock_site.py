"""The words of a finished site in a stock Material for MkDocs, to measure ours against.

Every page's visible text and its pictures, as Markdown; Material's own look, navigation and search as
they come. Two things are made easier for it: its web fonts are off, and only the hub pages are in the
navigation.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import yaml

HUBS = ("index", "help", "check", "cases/index", "materials", "law")
BLOCKS = {
    "p",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "summary",
    "figcaption",
    "blockquote",
    "label",
    "button",
    "caption",
    "legend",
    "pre",
}
UNSEEN = (
    "//script | //style | //template | //noscript | //*[@hidden] | "
    "//*[contains(concat(' ', @class, ' '), ' hb-hidden ')]"
)


def _text(element: lxml.html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)


def _picture(element: lxml.html.HtmlElement) -> str:
    """A picture as the page has it, on one line, so that Markdown leaves it alone."""
    element.tail = None
    written: str = lxml.html.tostring(element, encoding="unicode")
    on_one_line = re.sub(r"\s*\n\s*", " ", written)
    return f"<p>{on_one_line}</p>" if element.tag == "svg" else on_one_line


def _lines(element: lxml.html.HtmlElement) -> Iterator[str]:
    """The visible words below an element as blocks of Markdown, in their order."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag in {"img", "svg"}:
            yield _picture(child)
        elif re.fullmatch("h[1-6]", child.tag):
            yield f"{'#' * int(child.tag[1])} {_escaped(_text(child))}"
        elif not any(
            inner.tag in BLOCKS | {"div", "ul", "ol", "dl", "section", "table", "details"}
            for inner in child.iterdescendants()
            if isinstance(inner.tag, str)
        ):
            for picture in child.xpath(".//img | .//*[local-name()='svg']"):
                yield _picture(picture)
            if text := _text(child):
                link = child if child.tag == "a" else child.find(".//a[@href]")
                mark = "- " if child.tag == "li" else ""
                yield (
                    f"{mark}[{_escaped(text)}]({link.get('href')})"
                    if link is not None and link.get("href")
                    else mark + _escaped(text)
                )
        else:
            yield from _lines(child)


def markdown_of(html: str) -> tuple[str, str]:
    """Title and Markdown of a page: its main part and its footer."""
    document = lxml.html.document_fromstring(html)
    for unseen in document.xpath(UNSEEN):
        unseen.drop_tree()
    parts = document.xpath("//body//main | //body//footer")
    title = document.findtext(".//title") or ""
    return title, "\n\n".join(line for part in parts for line in _lines(part)) + "\n"


def stock_docs(site: Path, folder: Path, *, full_nav: bool = False) -> None:
    """Write the stock twin of the finished `site` below `folder`, as somebody would by hand.
    full_nav: every page in the navigation, not the hubs alone."""
    docs = folder / "docs"
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site)
        if name.parts[0] in {"guide", "admin", "embed", "404.html"}:
            continue
        # a/index.html becomes a/index.md: the same address, and so the same links to pictures.
        page = docs / name.with_suffix(".md")
        page.parent.mkdir(parents=True, exist_ok=True)
        title, text = markdown_of(file.read_text("utf-8"))
        front = yaml.safe_dump({"title": title}, allow_unicode=True)
        page.write_text(f"---\n{front}---\n\n{text}", "utf-8")
    for file in site.rglob("*"):
        if file.suffix in {".svg", ".png"} and file.is_file():
            copy = docs / file.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
    nav = [f"{name}.md" if (docs / f"{name}.md").exists() else f"{name}/index.md" for name in HUBS]
    if full_nav:
        nav = sorted(page.relative_to(docs).as_posix() for page in docs.rglob("*.md"))
    (folder / "mkdocs.yml").write_text(
        yaml.safe_dump(
            {
                "site_name": "stock",
                "site_url": "https://example.org/",
                "theme": {"name": "material", "language": "zh", "font": False},
                "markdown_extensions": ["md_in_html", "attr_list"],
                "plugins": ["search"],
                "nav": [name for name in nav if (docs / name).exists()],
                "not_in_nav": "*",
            }
        ),
        "utf-8",
    )


def build_stock(site: Path, folder: Path) -> Path:
    """Build the stock twin of the finished `site` below `folder`; returns its finished folder."""
    stock_docs(site, folder)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")],
        check=True,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    return folder / "site"
