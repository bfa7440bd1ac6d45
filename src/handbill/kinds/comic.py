"""comic: a strip of four panels, or a board of eight made of two strips."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured
from handbill.model.text import Slug, described

if TYPE_CHECKING:
    from handbill.localise import Edition


class Comic(MaterialBase):
    """A comic."""

    kind: Literal["comic"] = described("种类", "Kind")
    strips: list[Slug] = described("漫画编号；一则四格，两则八格", "Ids of strips: one makes four "
                                   "panels, two a board of eight", min_length=1, max_length=2)


def _copy(comic: Comic, edition: Edition) -> dict[str, Any]:
    raise NotImplementedError


def _transcript(comic: Comic, edition: Edition) -> list[str]:
    raise NotImplementedError


def _measure(comic: Comic) -> Iterator[Measured]:
    yield from ()


KIND = Kind("comic", Comic, _copy, _transcript, _measure)
