"""The finisher: exact page boxes and the job ticket in a PDF that Typst has written."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pikepdf

from handbill.model.units import PT
from handbill.press.boxes import Box, page_boxes
from handbill.press.image_inks import into_inks
from handbill.press.ticket import JobTicket
from handbill.problems import Problem, ProblemsFound

STEP = Decimal("0.0001")


def _array(box: Box) -> pikepdf.Array:
    return pikepdf.Array(
        [Decimal(edge).quantize(STEP) for edge in (box.left, box.bottom, box.right, box.top)]
    )


def _enlarge(document: pikepdf.Pdf, paper: Mapping[str, float]) -> None:
    """Draw every page on `paper` (width, height in mm): its content under one matrix, so that
    text, tags and reading order stay as they are."""
    width, height = (paper[side] * PT for side in ("width", "height"))
    for page in document.pages:
        _, _, old_width, old_height = (float(edge) for edge in page.mediabox)
        matrix = f"q {width / old_width:.6f} 0 0 {height / old_height:.6f} 0 0 cm\n"
        page.contents_add(matrix.encode(), prepend=True)
        page.contents_add(b"\nQ")
        page.obj["/MediaBox"] = _array(Box(0, 0, width, height))
        for name in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
            if name in page.obj:
                del page.obj[name]


@contextmanager
def readable(content: bytes) -> Iterator[pikepdf.Pdf]:
    """Open a PDF that was made before. Raises ProblemsFound (E801) for what is none, as when a disk
    has lost it."""
    try:
        document = pikepdf.open(io.BytesIO(content))
    except (pikepdf.PdfError, ValueError) as error:
        said = str(error).rpartition(": ")[2]
        raise ProblemsFound([Problem("E801", None, said=said)]) from error
    with document:
        yield document


def saved(document: pikepdf.Pdf) -> bytes:
    """Return the bytes of a document; the same document gives the same bytes."""
    finished = io.BytesIO()
    document.save(
        finished,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return finished.getvalue()


def finish(pdf: bytes, size: Mapping[str, Any], ticket: JobTicket | None = None) -> bytes:
    """`pdf` with BleedBox and TrimBox of every page set to `size` (see `geometry.page_boxes`), and
    with the job ticket that `handbill preflight` reads, if one is given.

    Typst writes a TrimBox to a hundred-thousandth of a point and no BleedBox that leaves room for
    marks. The same input gives the same bytes.
    """
    with readable(pdf) as document:
        if paper := size.get("large"):
            _enlarge(document, paper)
            size = {**paper, "bleed": 0, "scale": 1}
        for page in document.pages:
            _, _, width, height = (float(edge) for edge in page.mediabox)
            boxes = page_boxes(size, width, height)
            page.obj["/BleedBox"] = _array(boxes.bleed)
            page.obj["/TrimBox"] = _array(boxes.trim)
        if size.get("marks"):
            into_inks(document)
        if ticket:
            ticket.write(document)
        return saved(document)
