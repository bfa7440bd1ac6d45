"""Sheets laid out on the paper there is: the command `impose`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Literal

import pikepdf

from handbill import pipeline
from handbill.compose.artifacts import Artifact, Sheet
from handbill.impose.grid import Tiling
from handbill.impose.pages import Imposed, booklet, plan_area, scale_of, several_up, tile
from handbill.problems import Problem, ProblemsFound
from handbill.publish.packs import write_sheet
from handbill.render.cache import RenderCache
from handbill.words import words

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
        made = _lay_out(checked, content, manner, paper, title, overlap, scale_of(file), cache)
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
    target = out or Path(f"{file.stem}-{_suffix(manner, paper, made)}.pdf")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made.content)
    return target


def _suffix(manner: Manner, paper: str, made: Imposed) -> str:
    """tiles-6xA4, 8up-A4, booklet-A4: what a file is and how much paper it takes."""
    return {"tile": f"tiles-{made.up}x{paper}", "up": f"{made.up}up-{paper}",
            "booklet": f"booklet-{paper}"}[manner]


def _lay_out(checked: pipeline.Checked, content: bytes, manner: Manner, paper: str, title: str,
             overlap: float, scale: float, cache: RenderCache) -> Imposed:
    if manner == "up":
        return several_up(content, paper, title)
    if manner == "booklet":
        return booklet(content, paper, title)

    def lettering(cut: Tiling, width: float, height: float) -> bytes:
        language = checked.collection.campaigns[0].campaign.value.language
        say = words(language)
        facts = {"paper": paper, "count": len(cut.tiles), "rows": cut.rows,
                 "columns": cut.columns, "overlap": f"{cut.overlap:g}",
                 "width": f"{width:g}", "height": f"{height:g}"}
        data = {"size": None, "sheets": [{
                    "id": "tiles", "kind": "impose", "title": title,
                    "lang": language.split("-")[0], "area": plan_area(width, height),
                    "lines": [line.format(**facts) for line in say["tiles_how"].split("|")],
                    "tiles": [{**asdict(one), "number": one.number} for one in cut.tiles]}]}
        sheet = Sheet("impose/lettering", json.loads(json.dumps(data)), "pdf")
        [(_, drawn)] = pipeline.renderer(checked, cache).render([Artifact("lettering.pdf", sheet)])
        return drawn

    return tile(content, paper, title, overlap=overlap, scale=scale, lettering=lettering)
