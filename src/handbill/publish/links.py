"""Every link of the finished site, checked against the files that are there.

MkDocs validates only links written in Markdown; raw HTML, standalone pages and style sheets are
nobody's. So all HTML and CSS is read again as a browser would. Nothing is fetched.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from handbill.model.uri import uri
from handbill.publish.last_site import LastSite
from handbill.publish.placing import files_of

ATTRIBUTES = {"href", "src", "poster", "data", "action"}
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_ATTRIBUTE = re.compile(r'(?<=\s)(id|href|src)="([^"]*)"')
_PLAIN = re.compile(r"(?:\.\./)*[a-z0-9][A-Za-z0-9_./-]*|(?:\.\./)+")
"""A link to a file or folder below or above, without anything that has to be looked into."""
_PARSER = etree.HTMLParser(encoding="utf-8")
_SOUND = "sound links"
"""The fact of a site that all links of its finished pages lead somewhere."""
_FOREIGN = ("mailto:", "tel:", "sms:", "data:", "javascript:")


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere. page: the file that holds it, below the site. line: 1-based."""

    page: str
    line: int
    target: str


@dataclass(frozen=True)
class _Document:
    """The targets, each with its line (or, with `text`, where it begins), and the anchors of one HTML
    file."""

    links: list[tuple[int, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    text: str = ""

    def line(self, at: int) -> int:
        """Returns the line of a target, from 1."""
        return self.text.count("\n", 0, at) + 1 if self.text else at


def _read(file: Path) -> _Document:
    document = _Document()
    content = file.read_bytes()
    root = etree.fromstring(content, parser=_PARSER) if content.strip() else None
    if root is None:  # nothing but comments
        return document
    for element in root.iter(etree.Element):
        line = element.sourceline or 0
        for name, value in element.items():
            if name == "id" or (name == "name" and element.tag == "a"):
                document.anchors.add(value)
            elif name in ATTRIBUTES:
                document.links.append((line, value))
            elif name == "srcset":
                document.links.extend(
                    (line, part.split()[0]) for part in value.split(",") if part.split()
                )
    return document


def _read_finished(file: Path) -> _Document:
    """The same of a page that our own template made: its attributes stand in double quotes."""
    text = file.read_text("utf-8")
    found = _Document(text=text)
    for match in _ATTRIBUTE.finditer(text):
        if match[1] == "id":
            found.anchors.add(unescape(match[2]))
        else:
            found.links.append((match.start(), unescape(match[2])))
    return found


class LinkChecker:
    """Checks one site folder. base: path part of the site's address, such as "/" or "/warn/";
    absolute links on `host` are checked like relative ones. finished: pages that our own templates
    made, by path; there may be very many, so no page is held for longer than it is looked at. there:
    the files of the site; None looks."""

    def __init__(
        self,
        site: Path,
        site_url: str | None,
        finished: Collection[str] = (),
        there: Iterable[str] | None = None,
    ) -> None:
        parts = urlsplit(site_url or "")
        self._host = parts.netloc
        path = unquote(parts.path)
        self._base = path if path.endswith("/") else f"{path}/"
        self._site, self._finished = site, finished
        self._anchors: dict[str, list[str]] = {}
        """Anchors of pages that are not finished."""
        self._entangled = False
        """Whether a link leads to an anchor of a finished page, which may lose it."""
        # Looked up by name: a disk that takes A for a would hide what a web server will not find.
        there = files_of(site, [one.name for one in site.iterdir()]) if there is None else there
        self._files = set(there)

    def broken(
        self, extra: Iterable[str] = (), last: LastSite | None = None
    ) -> Iterator[BrokenLink]:
        """Yields every broken link. extra: addresses that must exist although no page holds them,
        such as the targets of printed QR codes. last: the site before; finished pages that are the
        same as there are looked at again only where something that they may lead to is another."""
        pages = sorted(name for name in self._files if name.endswith(".html"))
        yield from self._broken(page for page in pages if page not in self._finished)
        own = [page for page in pages if page in self._finished]
        ground = self._ground(last) if last else ""
        sound = last.taken if last and self._holds_still(last, ground) else frozenset()
        broken = list(self._broken(page for page in own if page not in sound))
        yield from broken
        if last and not broken and not self._entangled:
            last.tell(_SOUND, ground)
        for name in sorted(name for name in self._files if name.endswith(".css")):
            text = (self._site / name).read_text("utf-8", "replace")
            for number, line in enumerate(text.splitlines(), 1):
                for match in _CSS_URL.finditer(line):
                    if not self._leads_somewhere(name, match[1]):
                        yield BrokenLink(name, number, match[1])
        for target in extra:
            if not self._leads_somewhere("index.html", target):
                yield BrokenLink("QR", 0, target)

    def _broken(self, pages: Iterable[str]) -> Iterator[BrokenLink]:
        for page in pages:
            document = self._document(page)
            if page not in self._finished:
                self._anchors[page] = sorted(document.anchors)
            for at, target in document.links:
                if not self._leads_somewhere(page, target):
                    yield BrokenLink(page, document.line(at), target)

    def _ground(self, last: LastSite) -> str:
        """A digest of what finished pages lead to, but for those that are noted themselves."""
        others = sorted(self._files.difference(last.noted))
        said = json.dumps([self._base, self._host, others, self._anchors], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()

    def _holds_still(self, last: LastSite, ground: str) -> bool:
        """Whether links of finished pages that were sound are so without being looked at: all that was
        there is there."""
        return last.known(_SOUND) == ground and self._files.issuperset(last.names)

    @lru_cache(maxsize=512)  # noqa: B019 (a checker lives as long as one check)
    def _document(self, name: str) -> _Document:
        file = self._site / name
        return _read_finished(file) if name in self._finished else _read(file)

    def _leads_somewhere(self, page: str, target: str) -> bool:
        if target.lower().startswith(_FOREIGN):
            return True
        if target.startswith("#") and page.endswith(".html"):
            return self._holds(page, unquote(target[1:]))
        folder = page.rpartition("/")[0]
        if _PLAIN.fullmatch(target):  # nearly every link of a site of many places
            name = posixpath.normpath(posixpath.join(folder, target))
            if not name.startswith(".."):
                name = f"{name}/index.html" if name not in self._files else name
                return name.removeprefix("./") in self._files
        return self._exists(folder, target.strip())

    def _holds(self, page: str, fragment: str) -> bool:
        """Whether a page has an anchor; one without a name is its top; `m=…` and `for=…` are no
        anchors but tell the page's script of sheets."""
        return (
            not fragment
            or fragment.startswith((":~:", "m=", "for="))
            or fragment in self._document(page).anchors
        )

    @lru_cache(maxsize=4096)  # noqa: B019
    def _exists(self, folder: str, target: str) -> bool:
        # The 404 page is served at any address, so it links from the root, which urljoin takes
        # alike.
        here = f"http://here{self._base}{folder}/" if folder else f"http://here{self._base}"
        try:
            parts = urlsplit(uri(urljoin(here, target)))
        except ValueError:  # no address at all, such as http://[
            return False
        if parts.netloc not in {"here", self._host}:
            return True
        path = unquote(parts.path)
        if not path.startswith(self._base):
            return False
        name = path[len(self._base) :].rstrip("/")
        if name not in self._files:
            name = f"{name}/index.html" if name else "index.html"
        if name not in self._files:
            return False
        if parts.fragment and name in self._finished:
            self._entangled = True
        return not name.endswith(".html") or self._holds(name, unquote(parts.fragment))
