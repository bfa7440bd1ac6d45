"""我在哪里: every place found by its name, from the largest to the smallest.

A small site has one page of all places. Where there are more, the page leads down to lists of a few
hundred places each: by county, as Chinese places go. All are lists of links, which need no script;
with one, what is typed narrows the list in the page, and nothing is asked of a server.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handbill.compose.artifacts import Artifact, PageArtifact, Stream
from handbill.compose.part import Part
from handbill.edition.localise import EveryPlace

MOST = 1_500
"""Places on one page: some hundred counties, or all places of one."""


@dataclass(frozen=True)
class Node:
    """A place in a list: id, name, those below it in the same list; or the list that holds them, its
    own, with how many there are."""

    id: str
    name: str
    below: tuple[Node, ...] = ()
    inside: int = 0


class Lists:
    """The lists of one language: which places begin one of their own."""

    def __init__(self, every: EveryPlace) -> None:
        self._names, self._below = every.names, every.below
        self._sizes: dict[str, int] = {}
        waiting = list(self._below.get(None, ()))
        order = []
        while waiting:
            order.append(waiting.pop())
            waiting += self._below.get(order[-1], ())
        for one in reversed(order):
            self._sizes[one] = 1 + sum(self._sizes[inner] for inner in self._below.get(one, ()))
        self.heads = [] if len(order) <= MOST else list(self._cut(self._below.get(None, ())))
        self.home = {inner: head for head in self.heads for inner in self._inside(head)}
        """The list that a place stands in, by its id; those on the first page have none."""

    def _cut(self, places: Sequence[str]) -> Iterator[str]:
        """Yields the places that begin a list: the largest whose list is not too long, or that have
        nothing but single places below."""
        for one in places:
            below = self._below.get(one, ())
            parted = any(inner in self._below for inner in below)
            if below and (self._sizes[one] <= MOST or not parted):
                yield one
            else:
                yield from self._cut(below)

    def _inside(self, head: str) -> Iterator[str]:
        yield head
        for one in self._below.get(head, ()):
            yield from self._inside(one)

    def first(self) -> tuple[Node, ...]:
        """Returns the first page: all places, or those down to the heads of lists."""
        heads = set(self.heads)
        return tuple(self._node(one, heads) for one in self._below.get(None, ()))

    def where(self, place: str) -> str:
        """Returns the way from p/<place>/ up to the list that has it."""
        head = self.home.get(place)
        return f"in/{head}/index.html" if head else "index.html"

    def of(self, head: str) -> Node:
        """Returns a list."""
        return self._node(head, frozenset())

    def _node(self, place: str, heads: frozenset[str] | set[str]) -> Node:
        if place in heads:
            return Node(place, self._names[place], inside=self._sizes[place])
        below = tuple(self._node(one, heads) for one in self._below.get(place, ()))
        return Node(place, self._names[place], below)


def where_page(part: Part, lists: Lists) -> PageArtifact:
    """The page to find one's place."""
    return part.page(
        "p/index.md",
        "site/where.md.j2",
        part.say["where_title"],
        "where",
        part.say["where_lead"],
        styles=["assets/where.css"],
        scripts=["assets/where.js"],
        places=lists.first(),
        to_place="",
    )


def where_lists(part: Part, every: EveryPlace, lists: Lists) -> Iterator[Artifact]:
    """The lists below that page, where there are too many places for one."""
    folder = f"{part.prefix}p/in/"

    def pages() -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
        common = part.data(f"{folder}-/index.html", part.say["where_title"], "where")
        common |= {"to_place": "../../", "languages": part.languages(f"{folder}index.md")}
        for head in lists.heads:
            above = [(one, every.names[one]) for one in reversed(every.place(head).ancestors)]
            own = {"head": lists.of(head), "above": above}
            yield f"{folder}{head}/index.html", common, own

    if lists.heads:
        pieces = {"top": "site/parts/where_head.html.j2"}
        yield Artifact(folder, Stream("site/where.html.j2", pieces, pages, searched=True))
