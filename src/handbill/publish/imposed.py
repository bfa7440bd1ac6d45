"""Sheets laid out on the paper there is: the command `impose`."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

import pikepdf

from handbill import road
from handbill.check import Checked
from handbill.press.confined import Ended, Turn, each, unheard
from handbill.press.foreign import ended, refusals, regular, starved
from handbill.press.grid import PAPERS, Tiling
from handbill.press.imposed import Imposed, booklet, scale_of, several_up, sizes, tile
from handbill.problems import Both, Problem, ProblemsFound
from handbill.publish.product import Product, require_room, write_product
from handbill.publish.sheet import Order, plan_sheet
from handbill.render.cache import RenderCache
from handbill.render.tiles import lettering
from handbill.resources import default_templates
from handbill.words import words

Manner = Literal["tile", "up", "booklet"]
MOST_TILES = 1000
"""Pages that nobody glues together; a banner of 10 × 0.7 m takes 144 of A4."""
UNDATED = datetime.datetime.fromtimestamp(0, datetime.UTC)
"""The date of a plan that comes with somebody's own PDF: the clock's would change the bytes."""


@dataclass(frozen=True)
class Layout:
    """How to lay out. paper: A4 or A3. overlap: of tiles, gutter: between copies, mm. scale: of the
    drawing, 0.1 for 1:10; as the file's name says if None."""

    manner: Manner
    paper: str
    overlap: float = 10.0
    scale: float | None = None
    gutter: float = 0.0


def impose_file(
    file: Path, layout: Layout, language: str, out: Path | None, turn: Turn = unheard
) -> Product:
    """Lays any PDF out on A4 or A3 and returns the file written, beside the original if `out` is
    None.

    language: zh or en, of the plan of tiles. turn: called with the pages that are tiled, and of how
    many. The file is read by a process of its own, within limits of memory and time.

    Raises ProblemsFound: E722 for a file that is no PDF, E723 for what does not fit the paper, E725
    for an `out` that is the file itself or no PDF, E833 for a file that is over the limits, and as
    `press.foreign.refusals` has it.
    """
    if out is not None and _is_the_same(out, file):
        reason = Both("这是原稿，会被盖掉", "that is the original, which would be written over")
        raise ProblemsFound([Problem("E725", None, path=out.as_posix(), reason=reason)])
    if out is not None:
        require_room(out, ".pdf")
    [laid] = each(_laid_out_apart, [(file.absolute(), file, layout, language)], turn=turn)
    if isinstance(laid, Ended):
        raise ProblemsFound([ended(file.as_posix(), laid)])
    if not isinstance(laid, Imposed):
        raise ProblemsFound(laid)
    return write_product(out or file.with_name(_name(file, layout, laid.up)), laid.content, ".pdf")


def _is_the_same(out: Path, file: Path) -> bool:
    try:
        return out.samefile(file)
    except OSError:  # one of them is not there, or has a name that no file has
        return False


def _laid_out_apart(
    path: Path, file: Path, layout: Layout, language: str, turn: Turn
) -> Imposed | list[Problem]:
    """What a process of its own does for `impose_file`. path: where the `file` lies."""
    try:
        content = regular(path).read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return _no_pdf(file, Both("没有这个文件", "there is no such file")).problems
    except OSError as error:
        return _no_pdf(file, Both.of(f"{error.strerror} / {error.strerror}")).problems
    try:
        return _laid_out(content, file, layout, words(language), default_templates(), UNDATED, turn)
    except ProblemsFound as found:
        return found.problems


def impose_material(
    checked: Checked, order: Order, layout: Layout, out: Path | None, cache: RenderCache
) -> Product:
    """Lays an edition of a material out on A4 or A3 and returns the file written.

    Raises ProblemsFound: as `impose_file` and `plan_sheet` do.
    """
    if out is not None:
        require_room(out, ".pdf")
    artifact = plan_sheet(checked, order)
    [(_, content)] = road.render(checked, [artifact], cache)
    file, collection = Path(artifact.path), checked.collection
    say = words(collection.language)
    laid = _laid_out(content, file, layout, say, checked.templates, collection.moment)
    return write_product(out or Path(_name(file, layout, laid.up)), laid.content, ".pdf")


Size = tuple[float, float]
"""Width and height in mm."""
MALFORMED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError)
"""What a page that is no page can end in: a box that is no list, a width of nothing."""
UNSOUND = Both("页面尺寸不对，或者文件坏了", "a page has no proper size, or the file is damaged")


def _facts(content: bytes, file: Path, layout: Layout) -> tuple[str, float, list[Size]]:
    """Title, scale and sizes of the pages of a PDF. Raises ProblemsFound for one that is not laid
    out."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            _ = len(document.pages)
            if refused := refusals(document, file.as_posix(), document.get_warnings()):
                raise ProblemsFound(refused)
            title = str(document.docinfo.get("/Title", "")).strip() or _readable(file.stem)
        scale = layout.scale or scale_of(file)
        try:
            every = sizes(content, scale)
        except pikepdf.PdfError as error:
            # It was opened: a stream is broken, or takes more memory than there is.
            starved(error)
            how = Ended("error", str(error).rpartition(": ")[2])
            raise ProblemsFound([ended(file.as_posix(), how)]) from None
        if not every:
            raise _no_pdf(file, Both("一页也没有", "it has no page"))
    except pikepdf.PasswordError:
        raise _no_pdf(file, Both("打开要密码", "it asks for a password")) from None
    except pikepdf.PdfError as error:
        starved(error)
        raise _no_pdf(
            file, Both("内容不是 PDF，或者不完整", "its content is no PDF, or not a whole one")
        ) from None
    except (*MALFORMED, ValueError):
        raise _no_pdf(file, UNSOUND) from None
    return title, scale, every


def _laid_out(
    content: bytes,
    file: Path,
    layout: Layout,
    say: Mapping[str, str],
    templates: Path,
    moment: datetime.datetime,
    turn: Turn = unheard,
) -> Imposed:
    """Lays the PDF `content` out. file: its name, for messages, the scale and the title."""
    title, scale, every = _facts(content, file, layout)
    width, height = every[0]
    reason = Both(
        f"成品 {width:.0f} × {height:.0f} 毫米，比纸大",
        f"{width:.0f} × {height:.0f} mm is larger than the paper",
    )
    try:
        match layout.manner:
            case "up":
                return several_up(content, layout.paper, title, scale, layout.gutter)
            case "booklet":
                return booklet(content, layout.paper, title, scale)
            case "tile":
                paper = PAPERS[layout.paper]
                pages = round(max(map(math.prod, every)) / (paper[0] * paper[1]))
                if pages > MOST_TILES:
                    reason = Both(
                        f"要 {pages} 张纸以上，请看 --scale 写得对不对",
                        f"it takes more than {pages} pages; is --scale right?",
                    )
                    raise ValueError(pages)
                from handbill.render.typst import SheetRenderer

                reason = Both(
                    f"重叠 {layout.overlap:g} 毫米太多，要小于半张纸",
                    f"an overlap of {layout.overlap:g} mm is half a page or more",
                )
                drawn = lettering(
                    SheetRenderer(templates), say, say["lang"], title, layout.paper, moment
                )
                done = count(1)

                def counted(cut: Tiling, width: float, height: float) -> bytes:
                    turn(next(done), len(every))
                    return drawn(cut, width, height)

                return tile(
                    content,
                    layout.paper,
                    title,
                    overlap=layout.overlap,
                    scale=scale,
                    lettering=counted,
                )
    except ValueError:
        raise ProblemsFound(
            [Problem("E723", None, file=file.name, paper=layout.paper, reason=reason)]
        ) from None
    except (*MALFORMED, pikepdf.PdfError) as error:
        starved(error)
        raise _no_pdf(file, UNSOUND) from None


def _readable(name: str) -> str:
    """A name that a PDF can bear: bytes of another code page are no characters."""
    return name.encode("utf-8", "replace").decode()


def _no_pdf(file: Path, reason: Both) -> ProblemsFound:
    return ProblemsFound([Problem("E722", None, file=file.as_posix(), reason=reason)])


def _name(file: Path, layout: Layout, up: int) -> str:
    """x-tiles-6xA4.pdf, x-8up-A4.pdf, x-booklet-A4.pdf: what a file is and how much paper it
    takes."""
    made = {
        "tile": f"tiles-{up}x{layout.paper}",
        "up": f"{up}up-{layout.paper}",
        "booklet": f"booklet-{layout.paper}",
    }[layout.manner]
    return f"{file.stem}-{made}.pdf"
