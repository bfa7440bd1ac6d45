"""The contact sheet: every material at a glance, for the people who make them."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import typst

from handbill.render.fonts import load_fonts

ROW_HEIGHT_PT, WIDTH_PT, MARGIN_PT, PPI = 260, 1200, 24, 144
ROW_PX = ROW_HEIGHT_PT * PPI // 72
"""Height of a picture in a row, in pixels."""
WIDTH_PX = (WIDTH_PT - 2 * MARGIN_PT) * PPI // 72
"""Width of the widest picture, in pixels."""
SHEET = b"""
#let items = json(bytes(sys.inputs.data))
#set page(width: %(width)dpt, height: auto, margin: %(margin)dpt, fill: rgb("#D6D5CF"))
#set text(font: "Noto Sans CJK SC", weight: 500, size: 10pt, fill: rgb("#10233F"), lang: "zh")
#set par(leading: 20pt)
#layout(room => for item in items {
  // A preview is as high as its row, unless it would be wider than the sheet.
  let picture = image(item.file, height: %(row)dpt)
  if measure(picture).width > room.width { picture = image(item.file, width: room.width) }
  let wide = calc.max(measure(picture).width, 60pt)
  box(stack(spacing: 6pt, picture, box(width: wide, height: 14pt, clip: true, item.title)))
  h(16pt, weak: true)
})
""" % {b"width": WIDTH_PT, b"margin": MARGIN_PT, b"row": ROW_HEIGHT_PT}


def contact_sheet(items: Sequence[tuple[str, bytes]], fonts: Path | None = None) -> bytes:
    """One PNG of all `items` (title, PNG bytes) in rows, titles below, 2,400 pixels wide.

    fonts: a folder to look for fonts in first. The same items give the same bytes.
    """
    with tempfile.TemporaryDirectory() as folder:
        listed = []
        for number, (title, picture) in enumerate(items):
            name = f"{number}.png"
            (Path(folder) / name).write_bytes(picture)
            listed.append({"title": title, "file": name})
        compiler = typst.Compiler(SHEET, root=folder, font_paths=load_fonts(fonts))
        made = compiler.compile(format="png", ppi=PPI, sys_inputs={"data": json.dumps(listed)})
    return made[0] if isinstance(made, list) else made or b""


def stored(pages: Sequence[bytes]) -> bytes:
    """The pages of a sheet as one file, to be kept in a cache."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for number, page in enumerate(pages):
            archive.writestr(zipfile.ZipInfo(f"{number:03d}"), page)
    return kept.getvalue()


def unpacked(kept: bytes) -> list[bytes]:
    """The pages that `stored` has put together."""
    with zipfile.ZipFile(io.BytesIO(kept)) as archive:
        return [archive.read(name) for name in sorted(archive.namelist())]
