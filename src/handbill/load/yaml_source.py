"""A safe YAML reader for files from many hands: plain data, and the place of every value in it.

All scalars stay text; only null (`~`, `null`, nothing) is resolved, and the schema decides types.
So `no`, `010`, `12:30` and `2019-05-06` stay what was typed. Anchors, aliases, merge keys, tags
and further documents are refused, and depth is checked on the event stream before anything is
composed: deeply nested brackets would end the C loader, and the program with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

import yaml

from handbill.load.fullwidth import key_problems
from handbill.load.invisible import named, unneeded
from handbill.load.marks import Extent, Marks, Path
from handbill.load.yaml_messages import syntax_problem
from handbill.problems import Both, Problem, Span
from handbill.problems.lines import split_lines

DEEPEST = 32
"""Levels of nesting that a file may have. Ours need nine."""

MOST = 500
"""Faults of one file that are told; a file with more is none of contents."""

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """CSafeLoader that knows no type but null."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""]
)
_NULL = "tag:yaml.org,2002:null"
_HAN = re.compile("[\u3400-\u9fff]")
_COMMENT = re.compile(r"[ \t]+#")


@dataclass(frozen=True)
class Document:
    """What a file says: mappings, lists, text and None, with marks."""

    data: Any
    marks: Marks
    warnings: tuple[Problem, ...] = ()


def parse(
    text: str, file: str, known: Collection[str] = ()
) -> tuple[Document | None, list[Problem]]:
    """Parse one file. file: its name in spans. known: field names, to tell `title：` from prose.

    Never raises; a document comes back only when there is no problem.
    """
    lines = split_lines(text)
    try:
        problem = _refused(text, file)
        if problem is None:
            node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        problem = syntax_problem(error, file, lines)
        last = problem.span.line if problem.span else len(lines)
        return None, key_problems(lines, known, file, last) or [problem]
    if problem is not None:
        return None, [problem]
    if node is None or (isinstance(node, yaml.ScalarNode) and node.tag == _NULL):
        return None, [Problem("E112", Span(file))]
    if not isinstance(node, yaml.MappingNode):
        found = key_problems(lines, known, file, len(lines))
        span = Span(
            file,
            node.start_mark.line + 1,
            node.start_mark.column + 1,
            len(lines[node.start_mark.line]) + 1,
        )
        return None, found or [Problem("E113", span, found=describe(_kind(node)))]
    walk = _Walk(file, lines)
    data = walk.value(node, ())
    if walk.problems:
        return None, [*walk.problems[:MOST], *uncounted(len(walk.problems), file)]
    return Document(data, walk.marks(), tuple(walk.warnings)), []


def uncounted(count: int, file: str) -> list[Problem]:
    """Returns E186 for the faults of a file that are not told, where it has more than MOST."""
    return [Problem("E186", Span(file), count=count - MOST)] if count > MOST else []


def read_scalar(source: str, *, key: bool = False) -> str | None:
    """Returns the first text in a piece of YAML, or the first key; None when it is none, or null.

    Raises yaml.YAMLError.
    """
    node = yaml.compose(source, Loader=_Loader)
    while isinstance(node, yaml.CollectionNode) and node.value:
        first = node.value[0]
        node = first[0 if key else 1] if isinstance(first, tuple) else first
    value = node.value if isinstance(node, yaml.ScalarNode) and node.tag != _NULL else None
    return value if isinstance(value, str) else None


def _span(file: str, start: Any, end: Any) -> Span:
    """From one mark of the parser (counted from 0) to another, on one line."""
    column = start.column + 1
    same = end.line == start.line
    return Span(file, start.line + 1, column, max(end.column, column) + 1 if same else column + 1)


def _refused(text: str, file: str) -> Problem | None:
    """The first thing in the stream of events that we do not read."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        span = _span(file, event.start_mark, event.end_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return Problem("E111", span)
        elif isinstance(event, yaml.AliasEvent):
            return Problem("E109", span, name=f"*{event.anchor}")
        elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            return Problem("E109", span, name=f"&{event.anchor}")
        elif getattr(event, "tag", None) is not None:
            return Problem("E110", span, tag=getattr(event, "tag", "!"))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return Problem("E105", span, limit=DEEPEST)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _kind(node: yaml.Node) -> object:
    return (
        []
        if isinstance(node, yaml.SequenceNode)
        else {}
        if isinstance(node, yaml.MappingNode)
        else ""
    )


def describe(value: object) -> Both:
    """Returns what sort of thing a value is, for messages."""
    if isinstance(value, dict):
        return Both("一组字段", "a group of fields")
    if isinstance(value, list):
        return Both("一个列表", "a list")
    return Both("一段文字", "a text")


class _Walk:
    """Turns nodes into data and collects where everything stands."""

    def __init__(self, file: str, lines: tuple[str, ...]) -> None:
        self.file = file
        self.lines = lines
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self._values: dict[Path, Extent] = {}
        self._keys: dict[Path, Extent] = {}

    def marks(self) -> Marks:
        return Marks(self.file, self.lines, self._values, self._keys)

    def value(self, node: yaml.Node, path: Path) -> Any:
        extent = _extent(node)
        if isinstance(node, yaml.ScalarNode) and node.tag == _NULL:
            # Nothing is written there, so the place of nothing is that of its field.
            self._values[path] = self._keys.get(path, extent) if not node.value else extent
            return None
        self._values[path] = extent
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode):
            self._seen(node)
            self._lost_text(node)
        return node.value

    def _seen(self, node: yaml.ScalarNode) -> None:
        """E104: a character written as an escape (u202e) that may not be written as itself."""
        if node.style == '"' and (found := next(unneeded(node.value), None)):
            span = _span(self.file, node.start_mark, node.end_mark)
            self.problems.append(Problem("E104", span, character=named(found[1])))

    def _lost_text(self, node: yaml.ScalarNode) -> None:
        """W101: Han text that goes on behind a "#" is cut off there without a word by YAML. A
        note on what is no such text (`level: town  # 镇`) is left alone."""
        line = self.lines[node.end_mark.line] if node.end_mark.line < len(self.lines) else ""
        rest = line[node.end_mark.column :]
        if not node.style and _HAN.search(node.value) and _COMMENT.match(rest):
            at = node.end_mark.column + rest.index("#") + 1
            self.warnings.append(
                Problem(
                    "W101",
                    Span(self.file, node.end_mark.line + 1, at, len(line.rstrip()) + 1),
                    lost=line[at - 1 :].rstrip(),
                )
            )

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, item in node.value:
            span = _span(self.file, key.start_mark, key.end_mark)
            if not isinstance(key, yaml.ScalarNode) or key.tag == _NULL:
                self.problems.append(Problem("E114", span))
            elif key.value == "<<" and key.style not in ("'", '"'):
                self.problems.append(Problem("E109", span, name="<<"))
            elif key.value in data:
                first = self.marks().key_span((*path, key.value))
                self.problems.append(Problem("E108", span, key=key.value, first=first))
            else:
                self._seen(key)
                here = (*path, key.value)
                self._keys[here] = _extent(key)
                data[key.value] = self.value(item, here)
        return data


def _extent(node: yaml.Node) -> Extent:
    start, end = node.start_mark, node.end_mark
    return Extent(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
