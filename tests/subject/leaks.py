"""What a built site tells of a subject that is not its own: the flagship's, or another starter's."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pymupdf
from telling import told

from handbill.resources import DEFAULT_STARTER, STARTERS

STARTER_WORDS = (
    "求职",
    "入职",
    "押金",
    "班主任",
    "招聘",
    "实习",
    "job-seeking",
    "deposit-first",
    "96110",
)
"""What tells the default starter. A test holds that each stands in its files."""


THEIRS = ("guide/", "assets/javascripts/lunr/")
"""Folders of a site that are others': the guide's pages, and the search that the theme brings and
that no page loads. Its segmenter for Japanese (tinyseg.js) has weights, 110 among them: as
numbers they are no different from telephone numbers, and they stand in every site with this theme."""


@cache
def starter_text() -> str:
    """Returns all that the files of the default starter say, with their names."""
    files = [file for file in (STARTERS / DEFAULT_STARTER).rglob("*") if file.is_file()]
    return "\n".join(f"{file.as_posix()}\n{file.read_text('utf-8')}" for file in files)


def _tells(text: str) -> set[str]:
    return told(text) | {word for word in STARTER_WORDS if _found(word, text)}


def _found(word: str, text: str) -> bool:
    if word.isdigit():
        return bool(re.search(f"(?<![0-9a-f]){word}(?![0-9a-f])", text))
    return word in text


def _contents(file: Path) -> Iterator[tuple[str, str]]:
    """What can be read in a file of a site, and in those packed in it; with a name for each."""
    yield from _of(file.as_posix(), file.read_bytes())


def _of(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    if name.endswith((".zip", ".docx", ".pptx")):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for inside in packed.namelist():
                yield name, inside
                yield from _of(inside, packed.read(inside))
    elif name.endswith(".pdf"):
        with pymupdf.open(stream=content) as document:
            for page in document:
                yield name, page.get_text()
            yield name, " ".join(str(value) for value in document.metadata.values())
    elif not name.endswith((".png", ".woff2", ".ico", ".pf_index", ".pf_fragment", ".wasm")):
        yield name, content.decode("utf-8", errors="ignore")


def leaks_of(project: Path) -> dict[str, set[str]]:
    """Returns what of other subjects the files of a built site tell, by the file: contents, names,
    packs and PDFs. What stands in its own campaigns and docs is its own."""
    own = "\n".join(
        file.read_text("utf-8")
        for folder in ("campaigns", "docs")
        for file in (project / folder).rglob("*")
        if file.suffix in {".yml", ".md"}
    )
    allowed = _tells(own)
    # The id of a campaign is the name of its folder.
    allowed |= {one.name for one in (project / "campaigns").iterdir()}
    leaks: dict[str, set[str]] = {}
    for file in sorted((project / "site").rglob("*")):
        inside = file.relative_to(project / "site").as_posix()
        if file.is_file() and not inside.startswith(THEIRS):
            for name, text in [(file.as_posix(), file.name), *_contents(file)]:
                if found := _tells(text) - allowed:
                    leaks.setdefault(name, set()).update(found)
    return leaks
