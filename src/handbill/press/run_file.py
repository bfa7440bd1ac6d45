"""A run file for a press: a bookmark for each place, and what pages have in common stored once.

Typst writes a page as marked pieces, one after another: `/Artifact BMC … EMC` of a drawing, `/Span
<</MCID 3>> BDC … EMC` of what is read. A piece that several pages have becomes a form which each of
them draws, inside its marks: tags stay as they are (ISO 32000-1, 14.7.4.3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pikepdf

from handbill.press.finish import readable, saved

LEAST = 600
"""Bytes of a piece that are worth a form."""
_EDGE = re.compile(rb"/(\w+)(?:<<[^\n]*?>>)? ?B[DM]C|EMC")
_NAME = re.compile(rb"/([A-Za-z]+[0-9]+)")

Piece = tuple[bytes, tuple[tuple[str, str, bytes], ...]]
"""Operators, and what they name in the page's resources: category, name, what it is."""


def run_file(content: bytes, marks: Iterable[tuple[str, int]]) -> tuple[bytes, int]:
    """Return a PDF with these bookmarks (title, page from 0) in the place of those it has, and how
    many pages it has; its tags stay. The same input gives the same bytes."""
    with readable(content) as document:
        with document.open_outline() as outline:
            outline.root[:] = [pikepdf.OutlineItem(title, page, "Fit") for title, page in marks]
        _share(document)
        return saved(document), len(document.pages)


def _share(document: pikepdf.Pdf) -> None:
    """Store once what several pages draw."""
    drawn = []
    for page in document.pages:
        page.contents_coalesce()
        drawn.append(page.Contents.read_bytes())
    pieces = [list(_pieces(page, code)) for page, code in zip(document.pages, drawn, strict=True)]
    count = Counter(piece for of_page in pieces for _, piece in of_page)
    forms: dict[Piece, tuple[str, pikepdf.Object]] = {}
    for page, code, of_page in zip(document.pages, drawn, pieces, strict=True):
        made, end = [], 0
        for (start, following), piece in of_page:
            if count[piece] > 1:
                if piece not in forms:
                    forms[piece] = f"/hb{len(forms)}", _form(document, page, piece)
                name, form = forms[piece]
                _below(page.Resources, "/XObject")[name] = form
                made += [code[end:start], name.encode(), b" Do"]
                end = following
        page.Contents = document.make_stream(b"".join([*made, code[end:]]))


def _pieces(page: pikepdf.Page, code: bytes) -> Iterator[tuple[tuple[int, int], Piece]]:
    """The pieces of a page's operators that are worth a form, each with where it stands."""
    for start, end in _marked(code):
        text = code[start:end]
        if len(text) >= LEAST and text.endswith((b"Q", b"EMC")):
            yield (start, end), (text, tuple(_named(page, text)))


def _marked(code: bytes) -> Iterator[tuple[int, int]]:
    """Where drawings stand that follow one another, with their marks, and what lies inside all other
    marks. A mark within a mark is that of letters which run from the right."""
    depth, run, inside = 0, (0, 0), 0
    for edge in _EDGE.finditer(code):
        opens = edge[0] != b"EMC"
        if opens and depth == 0:
            is_drawing, inside = edge[1] == b"Artifact", edge.end() + 1
            if not is_drawing or edge.start() != run[1]:
                yield run
                run = edge.start(), edge.start()
        depth += 1 if opens else -1
        if not opens and depth == 0:
            if is_drawing:
                run = run[0], edge.end()
            else:
                yield inside, edge.start() - 1
    yield run


def _named(page: pikepdf.Page, text: bytes) -> Iterator[tuple[str, str, bytes]]:
    names = sorted({f"/{name.decode()}" for name in _NAME.findall(text)})
    for category, things in page.Resources.items():
        if isinstance(things, pikepdf.Dictionary):
            for name in names:
                if name in things:
                    one = things[name]
                    what = str(one.objgen).encode() if one.is_indirect else one.unparse()
                    yield category, name, what


def _form(document: pikepdf.Pdf, page: pikepdf.Page, piece: Piece) -> pikepdf.Object:
    """A piece as a form, with what it names."""
    text, named = piece
    resources = pikepdf.Dictionary()
    for category, name, _ in named:
        _below(resources, category)[name] = page.Resources[category][name]
    return document.make_stream(
        text,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=page.mediabox,
        Resources=resources,
    )


def _below(resources: pikepdf.Object, category: str) -> pikepdf.Object:
    """A category of resources, made where there is none."""
    if category not in resources:
        resources[category] = pikepdf.Dictionary()
    return resources[category]
