"""Sheets laid out on the paper there is: the command `impose`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pikepdf

from handbill import pipeline
from handbill.compose.artifacts import Artifact, Static, Tiled
from handbill.impose.grid import tiling
from handbill.impose.pages import PT, booklet, scale_of, several_up
from handbill.problems import Problem, ProblemsFound
from handbill.publish.packs import write_sheet
from handbill.render.cache import RenderCache

Manner = Literal["tile", "up", "booklet"]


def impose(checked: pipeline.Checked, source: str, manner: Manner, paper: str, size: str | None,
           overlap: float, out: Path | None, cache: RenderCache) -> Path:
    """A PDF, or the office edition of a material, laid out on A4 or A3; the file written.

    source: path of a PDF, or id of a material. size: of the material, its first if None. overlap:
    of tiles, mm. Raises ProblemsFound: E712 for a name that is neither, E722 for a file that is no
    PDF, E723 for what does not fit the paper.
    """
    file = Path(source)
    named = file.suffix.casefold() == ".pdf"
    if not named:
        folder = pipeline.build_folder(checked.settings)
        folder.mkdir(parents=True, exist_ok=True)
        file = write_sheet(checked, source, size, "office", [], None, cache, folder)
    try:
        content = file.read_bytes()
        with pikepdf.open(file) as document:
            title = str(document.docinfo.get("/Title", file.stem))
            box = [float(edge) / PT for edge in document.pages[0].trimbox]
        if manner == "tile":
            scale = scale_of(file)
            up = len(tiling((box[2] - box[0]) / scale, (box[3] - box[1]) / scale, paper,
                            overlap).tiles)
            tiles = Artifact("tiles.pdf", Tiled("whole.pdf", paper, title, scale, overlap))
            whole = Artifact("whole.pdf", Static(content))
            _, (_, laid) = pipeline.render(checked, [whole, tiles], cache)
        else:
            made = (several_up if manner == "up" else booklet)(content, paper, title)
            laid, up = made.content, made.up
    except FileNotFoundError:
        raise ProblemsFound([Problem("E722", None, {"file": source, "reason": "not found"})]) \
            from None
    except pikepdf.PdfError as error:
        raise ProblemsFound([Problem("E722", None, {"file": source, "reason": str(error)})]) \
            from None
    except ValueError as error:
        raise ProblemsFound([Problem("E723", None, {
            "file": file.name, "paper": paper, "reason": str(error)})]) from None
    finally:
        if not named:
            file.unlink(missing_ok=True)
    target = out or Path(f"{file.stem}-{_suffix(manner, paper, up)}.pdf")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(laid)
    return target


def _suffix(manner: Manner, paper: str, up: int) -> str:
    """tiles-6xA4, 8up-A4, booklet-A4: what a file is and how much paper it takes."""
    return {"tile": f"tiles-{up}x{paper}", "up": f"{up}up-{paper}",
            "booklet": f"booklet-{paper}"}[manner]
