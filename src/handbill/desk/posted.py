"""What a form sends → the data of the file: fields that were changed, and buttons that were pressed."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from handbill.desk.form import Field
from handbill.load.invisible import unneeded
from handbill.load.marks import Path

Reindexed = dict[Path, dict[int, int]]
"""Lists whose items were moved or removed: path of the list → where each of those left stands."""


def taken(
    data: Any, fields: Sequence[Field], posted: Mapping[str, str], noted: Callable[[Path], bool]
) -> Any:
    """Returns the data of a file with what a form says; what the form does not show stays.

    posted: by the names of inputs. noted: whether a comment stands at an entry, whose name then stays
    with nothing behind it.
    """
    data = copy.deepcopy(data)
    for top in fields:
        for one in top.each():
            if one.name not in posted or one.shape in ("kept", "group", "texts", "items", "pages"):
                continue
            text = posted[one.name].replace("\r\n", "\n").strip()
            if text != one.value:
                _put(data, one.path, typed(text, one.shape == "long"), noted)
    return data


_BREAK = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LOST = "\ufffd"
"""What stands for a letter that is lost: it is to be seen and mended."""


def typed(text: str, long: bool = False) -> str:
    """Returns what somebody typed or pasted as a file can hold it: what Word and others put between
    lines is a break, in one line a space; what nobody sees, and checks refuse, is left out."""
    text = _BREAK.sub("\n" if long else " ", text.replace("\r\n", "\n"))
    lines = []
    for line in text.split("\n"):
        unseen = {at for at, sign in unneeded(line) if sign != _LOST}
        lines.append("".join(sign for at, sign in enumerate(line, 1) if at not in unseen))
    return "\n".join(lines).strip()


def _put(data: Any, path: Path, text: str, noted: Callable[[Path], bool]) -> None:
    """Puts a text at its place, in groups that are made where they lack; takes it away where it is
    empty, with groups that then hold nothing."""
    chain: list[tuple[Any, str | int]] = []
    for position, step in enumerate(path[:-1]):
        chain.append((data, step))
        inner = data[step] if isinstance(step, int) else data.get(step)
        if inner is None:
            inner = data[step] = [] if isinstance(path[position + 1], int) else {}
        data = inner
    last = path[-1]
    if text or isinstance(last, int):
        data[last] = text
        return
    if noted(path):
        data[last] = None
        return
    data.pop(last, None)
    for number in range(len(chain) - 1, -1, -1):
        holder, step = chain[number]
        if holder[step] or isinstance(step, int) or noted(path[: number + 1]):
            return
        del holder[step]


def pressed(data: Any, act: str, path: Path, value: str = "") -> tuple[Any, Reindexed]:
    """Returns the data after a button, and which lists have another order.

    act: add (value: the kind of a new item), remove, up, down, put (value: what a field is to say).
    Raises KeyError and IndexError for a place that is not there.
    """
    data = copy.deepcopy(data)
    if act == "put":
        _put(data, path, value, lambda _: False)
        return data, {}
    if act == "add":
        _added(data, path, value)
        return data, {}
    *above, number = path
    items = data
    for step in above:
        items = items[step]
    if not isinstance(items, list) or not isinstance(number, int) or not 0 <= number < len(items):
        raise KeyError(path)
    order = list(range(len(items)))
    if act == "remove":
        order.remove(number)
    else:
        other = number + (1 if act == "down" else -1)
        if not 0 <= other < len(items):
            return data, {}
        order[number], order[other] = order[other], order[number]
    items[:] = [items[old] for old in order]
    return data, {tuple(above): {old: new for new, old in enumerate(order)}}


def _added(data: Any, path: Path, kind: str) -> None:
    for step in path[:-1]:
        inner = data[step] if isinstance(step, int) else data.get(step)
        if inner is None:
            inner = data[step] = {}
        data = inner
    items = data.get(path[-1])
    if items is None:
        items = data[path[-1]] = []
    tag, _, value = kind.partition("=")
    items.append("" if not kind else {} if kind == "{}" else {tag: value})


def moved_by(reindexed: Reindexed) -> Callable[[Path], Path | None]:
    """Returns where entries stand after lists were put into another order."""

    def moved(path: Path) -> Path | None:
        for where, order in reindexed.items():
            if len(path) > len(where) and path[: len(where)] == where:
                new = order.get(int(path[len(where)]))
                if new is None:
                    return None
                path = (*where, new, *path[len(where) + 1 :])
        return path

    return moved
