"""The finisher: exact page boxes in a PDF that Typst has written."""

from __future__ import annotations

import io
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pikepdf

from handbill.render.geometry import Box, page_boxes

STEP = Decimal("0.0001")


def _array(box: Box) -> pikepdf.Array:
    return pikepdf.Array([Decimal(edge).quantize(STEP)
                          for edge in (box.left, box.bottom, box.right, box.top)])


def finish(pdf: bytes, size: Mapping[str, Any]) -> bytes:
    """`pdf` with BleedBox and TrimBox of every page set to `size` (see `geometry.page_boxes`).

    Typst writes a TrimBox to a hundred-thousandth of a point and no BleedBox that leaves room for
    marks. The same input gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            _, _, width, height = (float(edge) for edge in page.mediabox)
            boxes = page_boxes(size, width, height)
            page.obj["/BleedBox"] = _array(boxes.bleed)
            page.obj["/TrimBox"] = _array(boxes.trim)
        finished = io.BytesIO()
        document.save(finished, deterministic_id=True, compress_streams=True,
                      object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return finished.getvalue()
