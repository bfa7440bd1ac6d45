"""What files have become when they were read last, while the process lives: an edit leaves all other
files as they are, and a preview reads them again for each."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")

_MOST = 4_000
_KEPT: OrderedDict[tuple[str, str], tuple[bytes, Any, Any]] = OrderedDict()


def kept(sort: str, file: str, text: str, about: Any, make: Callable[[], T]) -> T:
    """Returns what `make` makes of a file's text, which nobody may change: the same object for the
    same text.

    sort: of what is made. file: its name. about: what else it depends on, compared by `==`.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    key = sort, file
    known = _KEPT.get(key)
    if known and known[0] == digest and known[1] == about:
        return cast("T", known[2])
    made = make()
    _KEPT[key] = digest, about, made
    _KEPT.move_to_end(key)
    if len(_KEPT) > _MOST:
        _KEPT.popitem(last=False)
    return made
