"""Problems at the fields that they are mended in, each with its cure where one is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handbill.desk.form import Field
from handbill.load.marks import Extent, Marks, Path
from handbill.load.validate import value_at
from handbill.load.yaml_source import Document
from handbill.problems import Problem, Severity, Span
from handbill.words.desk import WORDS

EXAMPLE = "W656"
"""What is said of a number that is only an example: once it is real, its mark goes."""


@dataclass(frozen=True)
class Told:
    """A problem as the desk tells it. path: in its file. cure: what a field is to say, "" for nothing,
    where that is certain. cured: the way to that field."""

    code: str
    text: str
    help: str
    is_error: bool
    file: str
    path: Path
    cure: str | None = None
    cured: Path = ()


def told(problem: Problem, document: Document | None, lang: str) -> Told:
    """Returns a problem with the field it stands at. document: the file of its span."""
    span = problem.span
    path: Path = ()
    cure = None
    cured: Path = ()
    if span and document:
        path = place_of(document.marks, span)
        name = problem.details.get("name")
        if problem.code == "E202" and isinstance(name, str):
            path = (*path, name)
        elif problem.code == EXAMPLE:
            cure, cured = "", (*path[:-1], "example")
        else:
            cure, cured = _cure(problem, span, document, path), path
    return Told(
        problem.code,
        plain(problem.text(lang), lang),
        plain(problem.help(lang), lang),
        problem.severity is Severity.ERROR,
        span.file if span else "",
        path,
        cure,
        cured,
    )


_NAMED = re.compile(r"[a-z_]+（([^（）]+)）|[a-z_]+ \(([^()]+)\)")
"""A field with its meaning, as `handbill.load.fields.label` writes it."""
_CALLED = re.compile(r"[（(][a-z_.]+(?: 的 [a-z_]+)?[）)]| \([a-z_.]+\)")
"""The name of a field, or of a file, in brackets behind what it is called."""


def plain(text: str, lang: str) -> str:
    """Returns a message with what fields mean in place of their names in files."""
    text = _NAMED.sub(lambda found: found[1] or found[2], text)
    text = _CALLED.sub("", text).replace("`", "")
    for name, word in (("mkdocs.yml", "of_site"), ("site_url", "site_url")):
        text = text.replace(name, WORDS[word][lang == "en"])
    return text


def _cure(problem: Problem, span: Span, document: Document, path: Path) -> str | None:
    """What a field is to say instead, where the problem knows it."""
    meant, value = problem.details.get("suggestion"), value_at(document.data, path)
    if (
        not isinstance(meant, str)
        or not isinstance(value, str)
        or path not in document.marks.values
    ):
        return None
    value = value.strip()
    line = document.marks.lines[span.line - 1] if span.line <= len(document.marks.lines) else ""
    wrong = line[span.column - 1 : span.end_column - 1]
    within = wrong and wrong != value and value.count(wrong) == 1
    cured = value.replace(wrong, meant) if within else meant
    return cured if cured != value else None


def place_of(marks: Marks, span: Span) -> Path:
    """Returns the way to the innermost entry that a span begins in."""
    best: Path = ()
    at = (span.line, span.column)
    for extents in (marks.keys, marks.values):
        for path, extent in extents.items():
            if len(path) > len(best) and _holds(extent, at):
                best = path
    return best


def _holds(extent: Extent, at: tuple[int, int]) -> bool:
    start, end = (extent.line, extent.column), (extent.end_line, extent.end_column)
    return start <= at < end or start == at


def put_at_fields(fields: Sequence[Field], found: Iterable[Told]) -> list[Told]:
    """Puts problems at the innermost field that shows them, and returns those that none shows."""
    every = {one.path: one for top in fields for one in top.each()}
    left = []
    for one in found:
        path = one.path
        while path and path not in every:
            path = path[:-1]
        if path:
            every[path].problems.append(one)
        else:
            left.append(one)
    return left


def by_file(found: Iterable[Told]) -> Mapping[str, list[Told]]:
    """Returns problems by the file they stand in, "" for those of none."""
    made: dict[str, list[Told]] = {}
    for one in found:
        made.setdefault(one.file, []).append(one)
    return made
