"""Comments of a YAML file, each with the field or item it belongs to.

A parser drops them. Here they are found in the text around the values, and given to the entry
(a field of a mapping, an item of a list) that they speak of, so that they travel with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbill.load.marks import Extent, Marks, Path

MODELINE = re.compile(r"#\s*yaml-language-server\s*:")
"""The comment that tells an editor which schema a file follows."""
_BLOCK = re.compile(r"[|>][0-9+-]*(?:[ \t]+(#.*))?")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")


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
        """Whether an entry, or anything in it, has a comment."""
        return any(one[:len(path)] == path for kept in (self.above, self.beside, self.below)
                   for one, lines in kept.items() if any(lines))

    def all(self) -> list[str]:
        """Every comment, sorted: what may not be lost."""
        return sorted(line for kept in (self.above, self.beside, self.below)
                      for lines in kept.values() for line in lines if line)


def find_comments(marks: Marks) -> Comments:
    """The comments of a parsed file. Modelines are left out: they are written anew."""
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
            _give(found, waiting, first_of_line[number], _indent(line), entries, number)
            waiting = []
        if taken == [(0, None)]:  # the middle of a text of several lines
            continue
        comment = _comment(line, taken)
        if comment is not None and line[:comment.start()].strip():
            here = [path for extent, path in entries if extent.line <= number]
            found.beside[here[-1] if here else ()].append(comment[0].rstrip())
        elif comment is not None:
            if not MODELINE.match(comment[0]):
                waiting.append((comment[0].rstrip(), comment.start()))
        elif not line.strip():
            waiting.append(("", -1))
    _give(found, waiting, None, 0, entries, len(marks.lines) + 1)
    return found


def _entries(marks: Marks) -> list[tuple[Extent, Path]]:
    """Fields and items with the place where they begin, outer ones first."""
    places = {path: marks.keys.get(path, extent)
              for path, extent in marks.values.items() if path}
    return sorted(((extent, path) for path, extent in places.items()),
                  key=lambda one: (one[0].line, one[0].column, len(one[1])))


def _scalar_lines(marks: Marks) -> dict[int, list[tuple[int, int | None]]]:
    """Line → the columns (from 0, end exclusive, None to the end) that keys and texts take."""
    parents = {path[:-1] for path in marks.values if path}
    lines: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    texts = [extent for path, extent in marks.values.items() if path not in parents]
    for extent in [*texts, *marks.keys.values()]:
        start = marks.lines[extent.line - 1][extent.column - 1:]
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


def _comment(line: str, taken: list[tuple[int, int | None]]) -> re.Match[str] | None:
    """The comment of a line, outside the columns that are taken."""
    for match in _COMMENT.finditer(line):
        if not any(start <= match.start() and (end is None or match.start() < end)
                   for start, end in taken):
            return match
    # A "#" inside a text hides what comes behind it from the search above: look again there.
    for _, end in taken:
        if end is not None and (match := _COMMENT.search(line, end)):
            return match
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _give(found: Comments, waiting: list[tuple[str, int]], following: Path | None, indent: int,
          entries: list[tuple[Extent, Path]], before: int) -> None:
    """Give lines of comments to the entry they stand above, or, when they are indented more than
    it, to the end of the mapping or list before."""
    earlier = [(extent, path) for extent, path in entries if extent.line < before]
    split = 0
    if earlier and (following is None or earlier[-1][1] != following[:-1]):
        ends = following is None
        for number, (_, column) in enumerate(waiting, start=1):
            if column >= 0 and (ends or column > indent) and split == _texts(waiting, number - 1):
                split = number
    for text, column in waiting[:split]:
        if text:
            found.below[_ending(earlier, column)].append(text)
    if following is not None:
        found.above[following] += _single([text for text, _ in waiting[split:]])


def _texts(waiting: list[tuple[str, int]], number: int) -> int:
    """`number`, less the empty lines that stand right before it."""
    while number and not waiting[number - 1][0]:
        number -= 1
    return number


def _single(lines: list[str]) -> Iterator[str]:
    """Lines with no more than one empty line in a row."""
    before = None
    for line in lines:
        if line or before != "":
            yield line
        before = line


def _ending(earlier: list[tuple[Extent, Path]], column: int) -> Path:
    """The mapping or list that a comment in this column is the end of."""
    last = earlier[-1][1]
    starts = {path: extent.column - 1 for extent, path in earlier}
    for length in range(len(last), 0, -1):
        if starts.get(last[:length], 0) <= column:
            return last[:length - 1]
    return ()
