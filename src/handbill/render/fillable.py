"""A sheet as a script: its page takes it from a disk too, where no page may read a file."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterable

_DIGITS = re.compile(rb"(\.[0-9]{3})[0-9]+")
_PAGE = b'<path fill="#ffffff"'
_PATH = re.compile(rb' d="[^"]*"')


def slender(svg: bytes, ground: str | None = None) -> bytes:
    """Returns a drawing with its outlines to a thousandth of a point: half as long, and the same on
    paper. ground: #RRGGBB of its page, which is white where none is given."""
    if ground:
        svg = svg.replace(_PAGE, b'<path fill="%b"' % ground.lower().encode(), 1)
    return _PATH.sub(lambda path: _DIGITS.sub(rb"\1", path[0]), svg)


def fillable(drawings: Iterable[bytes], fields: bytes) -> bytes:
    """Returns the script: a call of `hbSheet` with the SVG of each page, compressed (zlib, base64),
    and the fields as `model.sheet_field` has them."""
    packed = [base64.b64encode(zlib.compress(one, 9)).decode() for one in drawings]
    return f"hbSheet({json.dumps(packed)},{fields.decode()})\n".encode()
