"""Every link of the finished site, checked against the files that are there.

MkDocs validates only links written in Markdown; raw HTML, standalone pages and style sheets are
nobody's. So all HTML and CSS is read again as a browser would. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

ATTRIBUTES = {"href", "src", "poster", "data", "action"}
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_FOREIGN = ("mailto:", "tel:", "sms:", "data:", "javascript:")


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere. page: the file that holds it, below the site. line: 1-based."""

    page: str
    line: int
    target: str


@dataclass
class _Document(HTMLParser):
    """The targets and anchors of one HTML file."""

    links: list[tuple[int, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (tag == "a" and name == "name"):
                self.anchors.add(value)
            elif name in ATTRIBUTES:
                self.links.append((line, value))
            elif name == "srcset":
                self.links += [(line, part.split()[0]) for part in value.split(",") if part.split()]


def _read(file: Path) -> _Document:
    document = _Document()
    document.feed(file.read_text("utf-8"))
    return document


class LinkChecker:
    """Checks one site folder. base: path part of the site's address, such as "/" or "/warn/";
    absolute links on `host` are checked like relative ones."""

    def __init__(self, site: Path, site_url: str | None) -> None:
        self._site = site
        parts = urlsplit(site_url or "")
        self._host = parts.netloc
        self._base = parts.path if parts.path.endswith("/") else parts.path + "/"
        self._documents: dict[str, _Document] = {
            file.relative_to(site).as_posix(): _read(file) for file in site.rglob("*.html")}

    def broken(self, extra: Iterable[str] = ()) -> Iterator[BrokenLink]:
        """Every broken link. extra: addresses that must exist although no page holds them, such
        as the targets of printed QR codes."""
        for page, document in sorted(self._documents.items()):
            for line, target in document.links:
                if not self._exists(page, target):
                    yield BrokenLink(page, line, target)
        for file in sorted(self._site.rglob("*.css")):
            name = file.relative_to(self._site).as_posix()
            for number, text in enumerate(file.read_text("utf-8").splitlines(), 1):
                for match in _CSS_URL.finditer(text):
                    if not self._exists(name, match[1]):
                        yield BrokenLink(name, number, match[1])
        for target in extra:
            if not self._exists("index.html", target):
                yield BrokenLink("QR", 0, target)

    def _exists(self, page: str, target: str) -> bool:
        if target.lower().startswith(_FOREIGN):
            return True
        # A page of one's own lies below the base; a 404 page is served anywhere, so it links
        # from the root, which urljoin handles alike.
        address = urljoin(f"http://here{self._base}{page}", target.strip())
        parts = urlsplit(address)
        if parts.netloc not in {"here", self._host}:
            return True
        path = unquote(parts.path)
        if not path.startswith(self._base):
            return False
        name = str(PurePosixPath(path[len(self._base):] or "."))
        file = self._site / name
        if file.is_dir():
            name = "index.html" if name == "." else f"{name}/index.html"
            file = self._site / name
        if not file.is_file():
            return False
        fragment = unquote(parts.fragment)
        if not fragment or name not in self._documents or fragment.startswith(":~:"):
            return True
        return fragment in self._documents[name].anchors
