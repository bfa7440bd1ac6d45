"""Filters of a list without a script: what can be chosen, and which choices leave nothing.

A page holds radio buttons or a select for each filter, and a style sheet hides what does not fit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product


@dataclass(frozen=True)
class Choice:
    """A choice of a filter: how many things fit it. key: what its element and classes are called;
    a name of CSS."""

    id: str
    title: str
    count: int
    key: str


def choices(
    fits: Iterable[Collection[str]],
    titles: Mapping[str, str],
    keys: Mapping[str, str] | None = None,
    whole: bool = False,
) -> list[Choice]:
    """The choices that something fits, in the order of `titles`.

    fits: for each thing the values it has. keys: names for values that are none of CSS. whole:
    whether choices that nothing fits are offered too, for the page to say that there is nothing.
    """
    counts = Counter(value for values in fits for value in set(values))
    return [
        Choice(value, title, counts[value], (keys or {}).get(value, value))
        for value, title in titles.items()
        if counts[value] or whole
    ]


def empty_choices(
    have: Sequence[Mapping[str, Collection[str]]], filters: Mapping[str, Sequence[str]]
) -> list[dict[str, str]]:
    """The choices (filter -> value) that nothing fits; the smallest that say it.

    have: for each thing its values by filter. filters: the values that can be chosen.
    """
    fits = {
        (name, value): {index for index, one in enumerate(have) if value in one[name]}
        for name, values in filters.items()
        for value in values
    }
    empty: list[dict[str, str]] = []
    # Things that fit a choice, as (filter, value) pairs; of longer ones only while there are some.
    fitting: dict[tuple[tuple[str, str], ...], set[int]] = {(): set(range(len(have)))}
    for count in range(1, len(filters) + 1):
        for names in combinations(filters, count):
            for values in product(*(filters[name] for name in names)):
                choice = tuple(zip(names, values, strict=True))
                shorter = fitting.get(choice[:-1])
                if shorter is None:
                    continue
                if both := shorter & fits[choice[-1]]:
                    fitting[choice] = both
                elif not any(smaller.items() <= set(choice) for smaller in empty):
                    empty.append(dict(choice))
    return empty


def as_selectors(empty: Iterable[Mapping[str, str]]) -> list[list[list[str]]]:
    """Empty choices for a style sheet: each is a row of alternatives (ids of elements), one of
    each of which must be chosen. Choices that differ in the last filter alone share a row."""
    rows: dict[tuple[tuple[str, str], ...], dict[str, list[str]]] = {}
    for choice in empty:
        *first, (name, value) = choice.items()
        rows.setdefault(tuple(first), {}).setdefault(name, []).append(f"show-{name}-{value}")
    return [
        [*([f"show-{name}-{value}"] for name, value in first), last]
        for first, found in rows.items()
        for last in found.values()
    ]
