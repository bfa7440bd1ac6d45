"""A finished PDF, opened: boxes, characters, pixels and codes of every page, read when asked for.

Two libraries look at the same bytes: pikepdf reads the structure and the colours as written,
PDFium draws the page and says where each character stands.
"""

from __future__ import annotations

import ctypes
import io
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image
from pypdfium2 import raw

from handbill.model.units import MM_PER_PT
from handbill.press.foreign import acts, inherited, refusals, regular, starved
from handbill.press.preflight.paint import Edges, Painted, painted
from handbill.problems import Both, Problem, ProblemsFound, Span

OVERVIEW = 2000
"""Longest side in pixels of the picture that codes are looked for in: a code for a sheet of any
size is a tenth of its reading distance, so it has pixels enough."""
_FINER = 2.0
MOST_TAGS = 200_000
"""Tags that are looked at: a tree that runs in a circle must end."""
NAMES_A_CODE = re.compile(r"\s*(二维码|QR)", re.IGNORECASE)
IS_AN_ADDRESS = re.compile(r".*\bhttps?://\S+\s*$", re.DOTALL)
"""How our own sheets describe their code, in whatever language."""
_MOST_PIXELS = 40_000_000


@dataclass(frozen=True)
class Character:
    """A character as set. size: height of its frame (em) in points of the page; edges: of its ink;
    x, baseline: where it stands; upright: set along a level line."""

    text: str
    size: float
    edges: Edges
    x: float
    baseline: float
    upright: bool


@dataclass(frozen=True)
class Line:
    """Characters on one baseline, in one size, without a gap of more than an em and a half."""

    characters: tuple[Character, ...]

    @property
    def text(self) -> str:
        """What it says, without white space."""
        return "".join(one.text for one in self.characters)

    @property
    def size(self) -> float:
        """Height of its characters in points of the page."""
        return self.characters[0].size

    @property
    def edges(self) -> Edges:
        """Of its ink."""
        edges = [one.edges for one in self.characters]
        return (
            min(one[0] for one in edges),
            min(one[1] for one in edges),
            max(one[2] for one in edges),
            max(one[3] for one in edges),
        )


@dataclass(frozen=True)
class Code:
    """A QR code that was found. text: None where it cannot be read. module: side of a module in
    points, 0 where it is not known."""

    text: str | None
    edges: Edges
    module: float


@dataclass(frozen=True)
class Raster:
    """A part of a page as pixels. left, top: of the part in points; scale: pixels a point."""

    image: Image.Image
    left: float
    top: float
    scale: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Returns a pixel as a point of the page."""
        return self.left + x / self.scale, self.top - y / self.scale

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Returns a point of the page as a pixel."""
        return (x - self.left) * self.scale, (self.top - y) * self.scale


class Page:
    """One page. number: from 1. unit: mm of a unit of the page, as drawn."""

    def __init__(
        self, file: str, number: int, page: pikepdf.Page, drawing: pypdfium2.PdfPage
    ) -> None:
        self.span = Span(file, page=number)
        self.number = number
        self.unit = MM_PER_PT * float(page.obj.get("/UserUnit", 1))
        self._page = page
        self._drawing = drawing

    @cached_property
    def stated(self) -> dict[str, Edges]:
        """The boxes that the page states: MediaBox, CropBox, BleedBox, TrimBox."""
        found = {}
        for name in ("MediaBox", "CropBox", "BleedBox", "TrimBox"):
            value = inherited(self._page.obj, f"/{name}")
            try:
                left, bottom, right, top = (float(one) for one in value)
            except (TypeError, ValueError):
                continue
            found[name] = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
        return found

    @property
    def media(self) -> Edges:
        """MediaBox. Raises ValueError where there is none, or one without an area."""
        left, bottom, right, top = found = self.stated.get("MediaBox", (0.0, 0.0, 0.0, 0.0))
        if right - left < 1 or top - bottom < 1:
            raise ValueError("MediaBox")
        return found

    @property
    def trim(self) -> Edges:
        """TrimBox, or what stands for it: the CropBox, or the MediaBox (ISO 32000-1, 14.11.2)."""
        return self.stated.get("TrimBox") or self.stated.get("CropBox") or self.media

    @property
    def bleed(self) -> Edges:
        """BleedBox, or what stands for it: the CropBox, or the MediaBox."""
        return self.stated.get("BleedBox") or self.stated.get("CropBox") or self.media

    def shows(self, edges: Edges) -> bool:
        """Returns whether some of a rectangle lies on the finished sheet."""
        left, bottom, right, top = self.trim
        return edges[0] < right and edges[2] > left and edges[1] < top and edges[3] > bottom

    @cached_property
    def paint(self) -> Painted:
        """What the page paints."""
        return painted(self._page, self.bleed)

    @cached_property
    def characters(self) -> list[Character]:
        """Every character on the page that is no white space, as drawn."""
        return list(_characters(self._drawing))

    @cached_property
    def lines(self) -> list[Line]:
        """Characters as lines, in the order of the file."""
        return list(_lines(self.characters))

    def raster(self, part: Edges, scale: float, gray: bool = False) -> Raster:
        """Returns a part of the page, `scale` pixels to a unit of the page."""
        media = self.media
        part = (
            max(part[0], media[0]),
            max(part[1], media[1]),
            min(part[2], media[2]),
            min(part[3], media[3]),
        )
        crop = (part[0] - media[0], part[1] - media[1], media[2] - part[2], media[3] - part[3])
        drawn = self._drawing.render(scale=scale, crop=crop, grayscale=gray, may_draw_forms=False)
        image = drawn.to_pil()
        return Raster(image if gray else image.convert("RGB"), part[0], part[3], scale)

    @cached_property
    def codes(self) -> list[Code]:
        """The QR codes of the picture; looked for a second time, finer, where one is not read."""
        left, bottom, right, top = self.media
        longest = max(right - left, top - bottom, 1.0)
        scale = OVERVIEW / longest
        found = _codes(self.raster(self.media, scale, gray=True))
        finer = scale * _FINER
        if (
            any(code.text is None for code in found)
            and (right - left) * (top - bottom) * finer * finer < _MOST_PIXELS
        ):
            found = _codes(self.raster(self.media, finer, gray=True))
        return found


class Finished:
    """A PDF as it goes to print. warnings: what qpdf said of it when it was opened."""

    def __init__(
        self,
        file: str,
        document: pikepdf.Pdf,
        drawing: pypdfium2.PdfDocument,
        warnings: Sequence[str],
    ) -> None:
        self.file = file
        self.warnings = warnings
        self.document = document
        self.pages = [
            Page(file, number, page, drawing[number - 1])
            for number, page in enumerate(document.pages, start=1)
        ]

    def named_codes(self, ours: bool) -> int:
        """Counts the QR codes that the tags of the file speak of: figures whose description begins
        so, or on a sheet of `ours` ends with an address."""
        waiting: list[Any] = [self.document.Root.get("/StructTreeRoot")]
        count, seen = 0, 0
        while waiting and seen < MOST_TAGS:
            element = waiting.pop()
            seen += 1
            if isinstance(element, pikepdf.Array):
                waiting += list(element)
            elif isinstance(element, pikepdf.Dictionary):
                said = str(element.get("/Alt", ""))
                named = NAMES_A_CODE.match(said) or (ours and IS_AN_ADDRESS.match(said))
                count += bool(element.get("/S") == "/Figure" and named)
                waiting.append(element.get("/K"))
        return count


@contextmanager
def opened(path: Path, file: str) -> Iterator[Finished]:
    """Open a PDF; `file` is its name in messages.

    Raises ProblemsFound: E801 for what is no PDF or a broken one, E802 for one that is locked, and
    as `refusals` has it.
    """
    span = Span(file)
    try:
        data = regular(path).read_bytes()
    except OSError as error:
        raise ProblemsFound([Problem("E102", span, reason=_unread(path, error))]) from error
    try:
        with _opened(data) as document:
            if not len(document.pages):
                raise ProblemsFound(
                    [Problem("E801", span, said=Both("一页也没有", "it has no page"))]
                )
            warnings = document.get_warnings()
            if refused := refusals(document, file, warnings):
                raise ProblemsFound(refused + acts(document, file, warnings))
            drawing = pypdfium2.PdfDocument(_plain(document, data))
            try:
                yield Finished(file, document, drawing, warnings)
            finally:
                drawing.close()
    except pikepdf.PasswordError as error:
        raise ProblemsFound([Problem("E802", span)]) from error
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        starved(error)
        # What qpdf says begins with the name of the stream, which is nobody's file.
        said = str(error).rpartition(": ")[2]
        raise ProblemsFound([Problem("E801", span, said=said)]) from error


def _opened(data: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(data))
    except ValueError as error:  # pikepdf 9, of a file that is little more than a heading
        raise pikepdf.PdfError(str(error)) from error


def _unread(path: Path, error: OSError) -> Both:
    if isinstance(error, IsADirectoryError) or os.path.isdir(path):  # noqa: PTH112 (never raises)
        return Both(
            "这是文件夹，请写出里面的 PDF，例如 文件夹/*.pdf",
            "it is a folder; name the PDFs in it, such as folder/*.pdf",
        )
    if isinstance(error, FileNotFoundError):
        return Both(
            "没有这个文件，看看名字和所在的文件夹",
            "there is no such file; see to its name and folder",
        )
    reason = error.strerror or str(error)
    return Both(reason, reason)


def _plain(document: pikepdf.Pdf, data: bytes) -> bytes:
    """The file as PDFium shall see it: pages as they are written, neither turned nor cropped, so
    that both libraries speak of the same coordinates."""
    if not document.is_encrypted and all(
        inherited(page.obj, name) is None
        for page in document.pages
        for name in ("/Rotate", "/CropBox", "/UserUnit")
    ):
        return data
    with pikepdf.open(io.BytesIO(data)) as copy:
        for page in copy.pages:
            page.obj["/Rotate"] = 0
            page.obj["/CropBox"] = inherited(page.obj, "/MediaBox") or [0, 0, 595.28, 841.89]
            if "/UserUnit" in page.obj:
                del page.obj["/UserUnit"]
        plain = io.BytesIO()
        copy.save(plain, encryption=False)
    return plain.getvalue()


def _characters(page: pypdfium2.PdfPage) -> Iterator[Character]:
    text = page.get_textpage()
    matrix = raw.FS_MATRIX()
    edges = [ctypes.c_double() for _ in range(4)]
    origin = [ctypes.c_double() for _ in range(2)]
    count = text.count_chars()
    for index in range(count):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if "\udc00" <= character <= "\udfff":  # told with the first half
            continue
        if "\ud800" <= character <= "\udbff" and index + 1 < count:
            both = character + chr(raw.FPDFText_GetUnicode(text, index + 1))
            character = both.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if character.isspace() or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if unicodedata.category(character[0]) == "Cf":  # turns the direction, and has no ink
            continue
        raw.FPDFText_GetMatrix(text, index, matrix)
        left, right, bottom, top = edges
        if not raw.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            continue
        raw.FPDFText_GetCharOrigin(text, index, *origin)
        high = (matrix.c**2 + matrix.d**2) ** 0.5
        yield Character(
            character,
            raw.FPDFText_GetFontSize(text, index) * high,
            (left.value, bottom.value, right.value, top.value),
            origin[0].value,
            origin[1].value,
            abs(matrix.b) < 0.02 * high and matrix.a > 0,
        )
    text.close()


def _from_right(one: Character) -> bool:
    """Whether a character is of a script that runs from right to left; marks over one go with it."""
    return unicodedata.bidirectional(one.text[:1]) in ("R", "AL", "NSM")


def is_part(line: str, text: str) -> bool:
    """Returns whether a line of a file is a part of a text that was set.

    Of what runs from right to left, or has letters that join, a file says its letters out of order,
    and of glyphs that share letters all of them for each: there a stretch of the text a little
    longer than the line has all letters of the line, marks left out.
    """
    if not any(
        unicodedata.bidirectional(one) in ("R", "AL") or unicodedata.category(one)[0] == "M"
        for one in line
    ):
        return line in text
    letters, whole = _letters(line), _letters(text)
    room = len(letters) + 2
    return any(
        set(letters) <= set(whole[at : at + room]) for at in range(max(1, len(whole) - room + 1))
    )


def _letters(text: str) -> str:
    return "".join(one for one in text if unicodedata.category(one)[0] in "LN")


def _lines(characters: list[Character]) -> Iterator[Line]:
    line: list[Character] = []
    for one in characters:
        if line:
            last = line[-1]
            apart = one.edges[0] - last.edges[2]
            if _from_right(one) and _from_right(last):
                apart = last.edges[0] - one.edges[2]
            same = (
                abs(one.size - last.size) < 0.03 * last.size
                and one.upright == last.upright
                and abs(one.baseline - last.baseline) < 0.1 * last.size
                and -last.size < apart < 1.5 * last.size
            )
            if not same:
                yield Line(tuple(line))
                line = []
        line.append(one)
    if line:
        yield Line(tuple(line))


def _codes(raster: Raster) -> list[Code]:
    found = []
    for one in zxingcpp.read_barcodes(
        raster.image,
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2),
        return_errors=True,
    ):
        corners = [
            one.position.top_left,
            one.position.top_right,
            one.position.bottom_left,
            one.position.bottom_right,
        ]
        points = [raster.point(corner.x, corner.y) for corner in corners]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        extra: Any = one.extra or {}
        modules = 17 + 4 * int(extra.get("Version") or 0)
        side = max(max(xs) - min(xs), max(ys) - min(ys))
        found.append(
            Code(
                one.text if one.valid else None,
                (min(xs), min(ys), max(xs), max(ys)),
                side / modules if modules > 17 else 0.0,
            )
        )
    return found
