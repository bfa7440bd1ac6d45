"""QR codes as rows of modules; the sheets draw them as one shape."""

from __future__ import annotations

from functools import lru_cache

import segno

ERROR_LEVEL = "m"
"""At least M (15 %); raised by itself where the same size of code allows more."""


@lru_cache(maxsize=512)
def _rows(url: str) -> tuple[str, ...]:
    code = segno.make(url, error=ERROR_LEVEL, micro=False, boost_error=True)
    return tuple("".join("1" if module else "0" for module in row) for row in code.matrix)


def modules(url: str) -> list[str]:
    """Rows of "0" and "1" (dark), top to bottom, without the quiet zone: the sheet keeps four
    modules free around it.

    Raises segno.DataOverflowError for an address beyond 2,331 bytes.
    """
    return list(_rows(url))
