"""Files of others, before anything draws them: what they do by themselves, and what none can print.

`refusals` are told and end the work: boxes outside of a human range, drawings that draw themselves
or are drawn a million times. `acts` are told beside other faults. Both look at the structure alone
and draw nothing; what is outside of it is a matter of limits (see `confined`).
"""

from __future__ import annotations

import errno
import math
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf

from handbill.model.units import MM_PER_PT
from handbill.press.confined import Ended
from handbill.problems import Both, Problem, Span

SMALLEST_MM, LARGEST_MM = 1.0, 100_000.0
"""Sides of a page: nothing is printed that is smaller, or larger than a cover of a building."""
MOST_PAGES = 10_000
MOST_DRAWN = 1_000_000
"""Forms and patterns that a page draws, each time counted: a map may draw its signs 100,000 times."""
MOST_PIXELS = 1_000_000_000
"""Of an image: a banner of 10 × 1.5 m with 200 dpi has them."""
MOST_OBJECTS = 200_000
"""Objects that are looked at: a structure that runs in a circle must end."""

DAMAGED = "file is damaged"
"""What qpdf warns of before it mends a file whose table of objects is gone."""
BOXLESS = "MediaBox is undefined"
"""What qpdf says where it takes the paper of its country for a page without a box."""
_SMALL = (BOXLESS, "Resources is missing")
"""What it mends and is told otherwise, or changes nothing: a page that draws without resources."""

ACTIONS = {
    "/JavaScript": Both("JavaScript 程序", "JavaScript"),
    "/Launch": Both("启动别的程序（Launch）", "starting a program (Launch)"),
    "/SubmitForm": Both("发出表单（SubmitForm）", "sending a form (SubmitForm)"),
    "/ImportData": Both("读入文件（ImportData）", "reading a file (ImportData)"),
    "/GoToR": Both("打开别的文件（GoToR）", "opening another file (GoToR)"),
    "/GoToE": Both("打开附件（GoToE）", "opening an attachment (GoToE)"),
    "/RichMediaExecute": Both("运行多媒体（RichMedia）", "running rich media"),
}
"""Actions of ISO 32000-1, 12.6.4, that do more than turn to a page or open an address."""
MEDIA = {
    "/RichMedia": Both("多媒体", "rich media"),
    "/3D": Both("三维模型", "a 3D model"),
    "/Movie": Both("影片", "a film"),
    "/Sound": Both("声音", "sound"),
    "/Screen": Both("影音", "a screen for media"),
    "/Rendition": Both("影音", "a screen for media"),
    "/FileAttachment": Both("附件", "an attachment"),
}
"""Subtypes of annotations, and actions, that paper cannot show."""
_XFA = Both("XFA 表单程序", "a form of its own program (XFA)")
_ADDRESS = Both("不是网页的链接", "a link that leads to no page of the web")
_ATTACHED = Both("附件", "an attachment")
_HARMLESS = re.compile(r"(https?://|mailto:|tel:|sms:|ftp://|www\.|#|[^:\\]*$)", re.IGNORECASE)
"""Beginnings of addresses that open a page, a letter or a call; also those without a scheme."""
_ELSEWHERE = {
    "/Contents",
    "/Metadata",
    "/OutputIntents",
    "/P",
    "/Parent",
    "/PieceInfo",
    "/Resources",
    "/StructTreeRoot",
    "/Thumb",
}
"""Entries below which no action can stand."""
_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")


def regular(path: Path) -> Path:
    """Returns a path that is read to its end. Raises OSError where it is none of a plain file: a
    device or a pipe may have no end."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "not a file / 不是普通文件", str(path))
    return path


def inherited(page: Any, name: str) -> Any:
    """Returns an entry of a page, which it may have from a node above it; None without one."""
    for _ in range(64):
        if name in page:
            return page[name]
        if "/Parent" not in page:
            return None
        page = page["/Parent"]
    return None


def starved(error: Exception) -> None:
    """Raises MemoryError where a library has said of its lack of memory that the file is broken."""
    if re.search(r"bad_alloc|memory", str(error)):
        raise MemoryError(str(error)) from error


def ended(file: str, how: Ended) -> Problem:
    """Returns what is said of a file whose reading came to no end (E833)."""
    whys = {
        "memory": Both("要用的内存太多", "it takes more memory than is allowed"),
        "time": Both("要用的时间太长", "it takes longer than is allowed"),
        "error": Both(f"读到一半出错（{how.said}）", f"an error in the middle ({how.said})"),
    }
    return Problem("E833", Span(file), why=whys[how.why])


def refusals(document: pikepdf.Pdf, file: str, warnings: Sequence[str]) -> list[Problem]:
    """Returns why a file is not drawn: E801 for what was saved of a damaged one, E831 for pages of
    no size, E832 for more than can be drawn. warnings: of qpdf, after the pages were counted."""
    pages = len(document.pages)
    if any(DAMAGED in warning for warning in warnings):
        # What qpdf could save may be the first pages only: not what goes to print.
        said = Both(
            f"文件损坏或者没有传完，只救回 {pages} 页",
            f"it is damaged or cut off; pages that could be saved: {pages}",
        )
        return [Problem("E801", Span(file), said=said)]
    if pages > MOST_PAGES:
        what = Both(f"有 {pages} 页，最多 {MOST_PAGES} 页", f"{pages} pages; {MOST_PAGES} at most")
        return [Problem("E832", Span(file), what=what)]
    if any(BOXLESS in warning for warning in warnings):
        what = Both(
            "MediaBox 没有写，或者不是四个数字", "its MediaBox is missing, or not four numbers"
        )
        return [Problem("E831", Span(file), what=what)]
    found = []
    loads = _Loads()
    for number, page in enumerate(document.pages, start=1):
        if (why := _no_sheet(page.obj)) is not None:
            found.append(Problem("E831", Span(file, page=number), what=why))
        elif (why := loads.excess(page.obj)) is not None:
            found.append(Problem("E832", Span(file, page=number), what=why))
    return found


def _numbers(value: Any) -> list[float]:
    """Numbers of an array. Raises TypeError, ValueError or ArithmeticError for anything else."""
    numbers = [float(one) for one in value]
    if not all(map(math.isfinite, numbers)):
        raise ValueError(value)
    return numbers


def _no_sheet(page: Any) -> Both | None:
    """Why a page has no size that can be printed."""
    try:
        [unit] = _numbers([page.get("/UserUnit", 1)])
        turned = inherited(page, "/Rotate")
        [turn] = _numbers([0 if turned is None else turned])
    except (TypeError, ValueError, ArithmeticError):
        return Both("UserUnit、Rotate 不是数字", "UserUnit or Rotate is no number")
    if turn % 90:
        return Both(f"转了 {turn:g} 度（Rotate）", f"it is turned by {turn:g} degrees (Rotate)")
    for name in _BOXES:
        box = inherited(page, name)
        if box is None and name != "/MediaBox":
            continue
        try:
            left, bottom, right, top = _numbers(box)
        except (TypeError, ValueError, ArithmeticError):
            return Both(f"{name[1:]} 不是四个数字", f"its {name[1:]} is not four numbers")
        sides = [abs(right - left) * unit * MM_PER_PT, abs(top - bottom) * unit * MM_PER_PT]
        if not SMALLEST_MM <= min(sides) <= max(sides) <= LARGEST_MM:
            size = " × ".join(f"{side:,.0f}" for side in sides)
            return Both(f"{name[1:]} 是 {size} 毫米", f"its {name[1:]} is {size} mm")
    return None


class _Loads:
    """How much pages draw. Each form is read once, however many pages use it."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[int, int], float] = {}
        self._measured: set[tuple[int, int]] = set()
        self._open: set[tuple[int, int]] = set()

    def excess(self, page: Any) -> Both | None:
        """Why a page cannot be drawn: an image of too many pixels, or too many drawings."""
        try:
            resources = inherited(page, "/Resources")
            drawn = self._of(page.get("/Contents"), resources)
        except _Pixels as found:
            columns, rows = found.args
            return Both(
                f"有一张 {columns} × {rows} 像素的图", f"an image of {columns} × {rows} pixels"
            )
        except RecursionError:
            drawn = math.inf
        if math.isinf(drawn):
            return Both("图形里又画了它自己", "a drawing that draws itself")
        if drawn > MOST_DRAWN:
            return Both("图形套图形，一层比一层多", "drawings in drawings, more with each layer")
        return None

    def _of(self, content: Any, resources: Any) -> float:
        """Drawings of a content stream, those in its drawings counted as well."""
        named = dict(self._named(resources))
        if not named:
            return 1
        text = _text(content)
        return 1 + sum(
            drawn * len(re.findall(re.escape(name.encode()) + rb"\s+(?:Do|scn|SCN|gs)\b", text))
            for name, drawn in named.items()
        )

    def _named(self, resources: Any) -> Iterator[tuple[str, float]]:
        """Names of resources that are drawings -> how many they draw."""
        if not isinstance(resources, pikepdf.Dictionary):
            return
        for kind in ("/XObject", "/Pattern", "/ExtGState"):
            things = resources.get(kind)
            thing: Any
            for name, thing in things.items() if isinstance(things, pikepdf.Dictionary) else ():
                if kind == "/ExtGState":
                    thing = _mask(thing)
                if not isinstance(thing, pikepdf.Stream):
                    continue
                if thing.get("/Subtype") == "/Image":
                    self._image(thing)
                else:
                    yield name, self._stream(thing, resources)

    def _stream(self, stream: Any, outer: Any) -> float:
        key = stream.objgen
        if key in self._open:
            return math.inf
        if key not in self._drawn:
            self._open.add(key)
            self._drawn[key] = self._of(stream, stream.get("/Resources", outer))
            self._open.discard(key)
        return self._drawn[key]

    def _image(self, image: Any) -> None:
        key = image.objgen
        if key in self._measured:
            return
        self._measured.add(key)
        try:
            [columns, rows] = _numbers([image.get("/Width"), image.get("/Height")])
        except (TypeError, ValueError, ArithmeticError):
            return  # no image at all, which viewers pass over
        if columns * rows > MOST_PIXELS:
            raise _Pixels(f"{columns:.0f}", f"{rows:.0f}")


class _Pixels(Exception):
    """An image of too many pixels: columns, rows."""


def _mask(settings: Any) -> Any:
    """The drawing that an /ExtGState masks with; None without one."""
    mask = settings.get("/SMask") if isinstance(settings, pikepdf.Dictionary) else None
    return mask.get("/G") if isinstance(mask, pikepdf.Dictionary) else None


def _text(content: Any) -> bytes:
    """The operators of a content stream, or of an array of them; none where it cannot be read."""
    parts = content if isinstance(content, pikepdf.Array) else [content]
    read = []
    for part in parts:
        if isinstance(part, pikepdf.Stream):
            try:
                read.append(part.read_bytes())
            except pikepdf.PdfError:
                continue  # of a filter that is not known: nothing draws it either
    return b"\n".join(read)


def acts(document: pikepdf.Pdf, file: str, warnings: Sequence[str]) -> list[Problem]:
    """Returns what a file does or carries beside its pages: E830 for what acts by itself, W830 for
    attachments and media, W833 for what qpdf has mended, W834 for a file that is encrypted."""
    acting: dict[str, Both] = {}
    carried: dict[str, Both] = {}
    for kind, what in _found(document.Root):
        (acting if kind == "acts" else carried)[what.en] = what
    span = Span(file)
    found = [
        Problem(code, span, what=Both("、".join(zh), ", ".join(en)))
        for code, whats in (("E830", acting), ("W830", carried))
        if whats
        for zh, en in [zip(*((what.zh, what.en) for what in whats.values()), strict=True)]
    ]
    said = (*warnings, *document.get_warnings())
    mended = [one for one in said if not any(small in one for small in _SMALL)]
    if mended and not any(DAMAGED in one for one in mended):
        found.append(Problem("W833", span, said=mended[0].rpartition(": ")[2]))
    if document.is_encrypted:
        found.append(Problem("W834", span))
    return found


def _found(root: Any) -> Iterator[tuple[str, Both]]:
    """What stands in the catalogue, the pages, their annotations, the fields and the outline."""
    waiting: list[Any] = [root]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting and count < MOST_OBJECTS:
        thing = waiting.pop()
        count += 1
        if isinstance(thing, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
            if thing.is_indirect:
                if thing.objgen in seen:
                    continue
                seen.add(thing.objgen)
            if isinstance(thing, pikepdf.Array):
                waiting += list(thing)
            else:
                yield from _told(thing)
                waiting += [value for key, value in thing.items() if key not in _ELSEWHERE]


def _told(thing: Any) -> Iterator[tuple[str, Both]]:
    action, subtype = str(thing.get("/S", "")), str(thing.get("/Subtype", ""))
    if action in ACTIONS:
        yield "acts", ACTIONS[action]
    elif "/JS" in thing:
        yield "acts", ACTIONS["/JavaScript"]
    if action == "/URI" and not _HARMLESS.match(address := _words(thing.get("/URI")).strip()):
        shown = address[:40]
        yield "acts", Both(f"{_ADDRESS.zh}（{shown}）", f"{_ADDRESS.en} ({shown})")
    if "/XFA" in thing:
        yield "acts", _XFA
    if "/EF" in thing:
        name = _words(thing.get("/UF", thing.get("/F", "")))[:40]
        yield (
            "carries",
            Both(f"{_ATTACHED.zh} {name}", f"{_ATTACHED.en} {name}") if name else _ATTACHED,
        )
    elif (kind := subtype if subtype in MEDIA else action) in MEDIA:
        yield "carries", MEDIA[kind]


def _words(value: Any) -> str:
    return str(value) if isinstance(value, pikepdf.String) else ""
