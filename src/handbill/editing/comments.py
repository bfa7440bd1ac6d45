"""Comments of a YAML file, each with the field or item it belongs to.

A parser drops them. Here they are found in the text around the values, and given to the entry
(a field of a mapping, an item of a list) that they speak of, so that they travel with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from handbill.load.marks import Extent, Marks, Path

MODELINE = re.compile(r"#\s*yaml-language-server\s*:")
"""The comment that tells an editor which schema a file follows."""
Moved = Callable[[Path], Path | None]
"""Where an entry stands after a change; None where it is gone."""
_BLOCK = re.compile(r"[|>][0-9+-]*(?:[ \t]+(#.*))?")
_MARK = re.compile(r"(?:^|(?<=[ \t]))#")


@dataclass
class Comments:
    """Comments by the path of their entry, without indent, each beginning with "#".

    above: lines before an entry; "" is an empty line that somebody left. beside: behind it, on its
    line. below: at the end of a mapping or list.
    """

    above: dict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))
    below: dict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))

    def has(self, path: Path) -> bool:
        """Returns whether an entry, or anything in it, has a comment."""
        return any(
            one[: len(path)] == path
            for kept in (self.above, self.beside, self.below)
            for one, lines in kept.items()
            if any(lines)
        )

    def moved(self, change: Moved) -> Comments:
        """Returns the comments where their entries stand after a change; without those of entries that
        are gone."""
        made = Comments()
        for kept, new in (
            (self.above, made.above),
            (self.beside, made.beside),
            (self.below, made.below),
        ):
            for path, lines in kept.items():
                if (there := change(path)) is not None:
                    new[there] += lines
        return made

    def all(self) -> list[str]:
        """Returns every comment, sorted: what may not be lost."""
        return sorted(
            line
            for kept in (self.above, self.beside, self.below)
            for lines in kept.values()
            for line in lines
            if line
        )


def find_comments(marks: Marks) -> Comments:
    """Returns the comments of a parsed file. Modelines are left out: they are written anew."""
    found = Comments()
    entries = _entries(marks)
    first_of_line: dict[int, Path] = {}
    for extent, path in entries:
        first_of_line.setdefault(extent.line, path)
    inside = _scalar_lines(marks)
    waiting: list[tuple[str, int]] = []
    for number, line in enumerate(marks.lines, start=1):
        taken = inside.get(number, [])
        if number in first_of_line:
            _give(found, waiting, first_of_line[number], number, entries, marks)
            waiting = []
        if taken == [(0, None)]:  # the middle of a text of several lines
            continue
        column = _comment(line, taken)
        if column is not None and line[:column].strip():
            here = [path for extent, path in entries if extent.line <= number]
            found.beside[here[-1] if here else ()].append(line[column:].rstrip())
        elif column is not None:
            if not MODELINE.match(line[column:]):
                waiting.append((line[column:].rstrip(), column))
        elif not line.strip():
            waiting.append(("", -1))
    _give(found, waiting, None, len(marks.lines) + 1, entries, marks)
    return found


def _entries(marks: Marks) -> list[tuple[Extent, Path]]:
    """Fields and items with the place where they begin, outer ones first."""
    places = {path: marks.keys.get(path, extent) for path, extent in marks.values.items() if path}
    return sorted(
        ((extent, path) for path, extent in places.items()),
        key=lambda one: (one[0].line, one[0].column, len(one[1])),
    )


def _scalar_lines(marks: Marks) -> dict[int, list[tuple[int, int | None]]]:
    """Line → the columns (from 0, end exclusive, None to the end) that keys and texts take."""
    parents = {path[:-1] for path in marks.values if path}
    lines: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    texts = [extent for path, extent in marks.values.items() if path not in parents]
    for extent in [*texts, *marks.keys.values()]:
        start = marks.lines[extent.line - 1][extent.column - 1 :]
        block = _BLOCK.fullmatch(start.rstrip()) if extent.end_line > extent.line else None
        if block:
            # The head of a block may have a comment of its own: what is before it is taken.
            head = block.start(1) if block[1] else len(start)
            lines[extent.line].append((extent.column - 1, extent.column - 1 + head))
        elif extent.end_line == extent.line:
            lines[extent.line].append((extent.column - 1, extent.end_column - 1))
        else:
            lines[extent.line].append((extent.column - 1, None))
        last = extent.end_line - (1 if extent.end_column == 1 else 0)
        for number in range(extent.line + 1, last + 1):
            whole = number < extent.end_line or block
            lines[number] = [(0, None)] if whole else [(0, extent.end_column - 1)]
    return lines


def _comment(line: str, taken: list[tuple[int, int | None]]) -> int | None:
    """The column (from 0) where the comment of a line begins."""
    for match in _MARK.finditer(line):
        if not any(
            start <= match.start() and (end is None or match.start() < end) for start, end in taken
        ):
            return match.start()
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _give(
    found: Comments,
    waiting: list[tuple[str, int]],
    following: Path | None,
    before: int,
    entries: list[tuple[Extent, Path]],
    marks: Marks,
) -> None:
    """Give lines of comments to the entry they stand above, or, when they are indented more than
    it, to the end of the mapping or list before."""
    if not waiting:
        return
    earlier = [(extent, path) for extent, path in entries if extent.line < before]
    split = 0
    if earlier and (following is None or earlier[-1][1] != following[:-1]):
        indent = _indent(marks.lines[before - 1]) if following is not None else -1
        for number, (text, column) in enumerate(waiting, start=1):
            if text and column <= indent:
                break
            split = number if text else split
    for text, column in waiting[:split]:
        if text:
            found.below[_ending(earlier, column, marks)].append(text)
    if following is None:
        found.below[()] += [text for text, _ in waiting[split:] if text]
    else:
        found.above[following] += _single([text for text, _ in waiting[split:]])


def _single(lines: list[str]) -> Iterator[str]:
    """Lines with no more than one empty line in a row."""
    before = None
    for line in lines:
        if line or before != "":
            yield line
        before = line


def _ending(earlier: list[tuple[Extent, Path]], column: int, marks: Marks) -> Path:
    """The mapping or list that a comment in this column is the end of."""
    last = earlier[-1][1]
    starts = {
        path: _indent(marks.lines[extent.line - 1])
        if isinstance(path[-1], int)
        else extent.column - 1
        for extent, path in earlier
    }
    for length in range(len(last), 0, -1):
        if starts.get(last[:length], 0) <= column:
            return last[: length - 1]
    return ()
