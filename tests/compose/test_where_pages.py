"""The lists that one finds one's place by: each place stands in one, and none is too long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handbill.compose.artifacts import Artifact, Stream
from handbill.compose.where_pages import MOST, Lists, Node
from handbill.publish.foreseen import taken


class Tree:
    """Places by how many are below each: a province of `counts[0]` cities of `counts[1]` …"""

    def __init__(self, *counts: int) -> None:
        self.names: dict[str, str] = {}
        self.below: dict[str | None, list[str]] = {}
        self._grow(None, "x", counts)

    def _grow(self, above: str | None, stem: str, counts: tuple[int, ...]) -> None:
        for number in range(counts[0] if counts else 0):
            one = f"{stem}-{number}"
            self.names[one] = f"第{one}处"
            self.below.setdefault(above, []).append(one)
            self._grow(one, one, counts[1:])


def ids(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Every place of a list, those that lead to another list among them."""
    for one in nodes:
        yield one.id
        yield from ids(one.below)


def lists(*counts: int) -> tuple[Any, Lists]:
    tree: Any = Tree(*counts)
    return tree, Lists(tree)


def test_a_small_site_has_all_places_on_one_page() -> None:
    tree, made = lists(1, 13, 100)
    assert made.heads == []
    assert sorted(ids(made.first())) == sorted(tree.names)
    assert made.where("x-0-3-7") == "index.html"


@pytest.mark.parametrize("counts", [(1, 14, 12, 18, 10), (40, 60, 30), (2, 3000), (3, 1, 1, 900)])
def test_many_places_stand_in_one_list_each_and_the_first_page_leads_there(
    counts: tuple[int, ...],
) -> None:
    tree, made = lists(*counts)
    first = list(ids(made.first()))
    assert set(made.heads) <= set(first) and len(first) <= max(MOST, len(tree.names) // 10)
    found = {head: list(ids((made.of(head),))) for head in made.heads}
    inside = [one for places in found.values() for one in places]
    assert len(inside) == len(set(inside))
    assert set(inside) | set(first) == set(tree.names)
    for head, places in found.items():
        single = all(one not in tree.below for one in tree.below[head])
        assert len(places) <= MOST or single, "only what nothing parts is long"
        assert {made.where(one) for one in places} == {f"in/{head}/index.html"}


def test_a_page_of_docs_that_a_place_has_is_foreseen(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "p/here").mkdir(parents=True)
    (docs / "p/here/index.md").write_text("# x", "utf-8")
    pages = Stream(
        "", {}, lambda: iter([("p/there/index.html", {}, {}), ("p/here/index.html", {}, {})])
    )

    class Site:
        docs_dir, root = docs, tmp_path

    found = list(taken(Site, [Artifact("p/", pages)]))  # type: ignore[arg-type]
    assert [(one.code, one.details["path"]) for one in found] == [("E705", "p/here/index.html")]
