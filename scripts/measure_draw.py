"""All drawings of the flagship, cold, in a process of their own: a side of the bench `draw`.

Use: measure_draw.py ours|one-by-one; prints the CPU seconds of the drawing alone.

One by one is how 78229a8 drew, written out: each file by itself, in the order in which they are
composed, with the data in `sys_inputs`; then the finisher for a PDF, and a palette by median cut,
packed as tightly as can be, for the PNG of a list or of a link. It had no drawings to fill in: those are
ours alone.
"""

from __future__ import annotations

import datetime
import io
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Illustrated, Picture, Sheet
from handbill.load.settings import read_settings
from handbill.model.units import MM_PER_INCH
from handbill.press.finish import finish
from handbill.press.ticket import JobTicket
from handbill.render.cache import RenderCache
from handbill.render.packs import THUMBNAIL_COLOURS, THUMBNAIL_PX
from raw_typst import RawTypst

ROOT = Path(__file__).resolve().parent.parent
KNOWN = ("pdf", "svg", "png")
"""Formats that 78229a8 had."""
TODAY = datetime.date(2026, 11, 24)


def _is_drawing(artifact: Artifact) -> bool:
    return isinstance(artifact.body, Sheet | Picture | Illustrated)


def _with_palette(png: bytes, colours: int) -> bytes:
    with Image.open(io.BytesIO(png)) as picture:
        drawn = picture.convert("RGB").quantize(
            colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
    packed = io.BytesIO()
    drawn.save(packed, "PNG", optimize=True)
    return packed.getvalue()


class OneByOne:
    """Draws as 78229a8 did."""

    def __init__(self, checked: Checked) -> None:
        self._checked = checked
        self._stamp = int(checked.collection.moment.timestamp())
        self._raw = RawTypst(checked.templates)

    def close(self) -> None:
        """Removes what was copied."""
        self._raw.close()

    def sheet(self, sheet: Sheet) -> bytes:
        """One file of a sheet."""
        size: dict[str, Any] = sheet.data["size"]
        if sheet.format == "pdf":
            made = self._raw.pdf(sheet.kind, sheet.data, self._stamp)
            return finish(made, size, JobTicket.of(sheet.data))
        if sheet.format == "svg":
            return self._raw.draw(sheet.kind, sheet.data, format="svg")[sheet.page]
        ppi = sheet.width_px / (size["width"] * size["scale"] / MM_PER_INCH)
        png = self._raw.draw(sheet.kind, sheet.data, format="png", ppi=ppi)[sheet.page]
        return _with_palette(png, sheet.colours) if sheet.colours else png

    def picture(self, picture: Picture) -> bytes:
        """A picture alone."""
        look = picture.look
        data = {"name": picture.name, "look": look, "crop": picture.crop}
        return self._raw.draw("sheet/picture", data, format="svg")[0]

    def all(self, artifacts: list[Artifact]) -> Mapping[str, bytes]:
        """Every drawing by its path; those with pictures of others come last, and are not kept."""
        made: dict[str, bytes] = {}
        for artifact in artifacts:
            if isinstance(artifact.body, Sheet) and artifact.body.format in KNOWN:
                made[artifact.path] = self.sheet(artifact.body)
            elif isinstance(artifact.body, Picture):
                made[artifact.path] = self.picture(artifact.body)
        for artifact in artifacts:
            if isinstance(artifact.body, Illustrated):
                self.sheet(self._illustrated(artifact.body, made))
        return made

    def _illustrated(self, body: Illustrated, made: Mapping[str, bytes]) -> Sheet:
        """The sheet with small pictures, made of the large ones that are to be sent on."""
        pictures = {}
        for name, path in body.pictures:
            small = Image.open(io.BytesIO(made[path.replace("-small", "")])).convert("RGB")
            small.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX))
            drawn = io.BytesIO()
            small.quantize(THUMBNAIL_COLOURS).save(drawn, "PNG", optimize=True)
            pictures[name] = list(drawn.getvalue())
        return replace(body.sheet, data={**body.sheet.data, "pictures": pictures})


def main() -> None:
    """Draws everything once, as the command line says."""
    checked = road.load_and_check(read_settings(ROOT / "mkdocs.yml"), TODAY)
    artifacts = [one for one in road.plan(checked) if _is_drawing(one)]

    def ours() -> None:
        for _ in road.render(checked, artifacts, RenderCache(None)):
            pass

    sides: dict[str, Callable[[], object]] = {
        "ours": ours,
        "one-by-one": lambda: OneByOne(checked).all(artifacts),
    }
    side = sides[sys.argv[1]]
    start = time.process_time()
    side()
    print(time.process_time() - start)


if __name__ == "__main__":
    main()
