"""What a YAML parser says, said so that someone who does not program can act on it."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from handbill.load.fullwidth import bullet
from handbill.problems import Problem, Span

_BY_MESSAGE: tuple[tuple[str, str], ...] = (
    # Part of "context: problem" as libyaml or PyYAML word it → code. The first that fits is taken.
    ("mapping values are not allowed", "E115"),
    ("quoted scalar: found unknown escape", "E119"),
    ("quoted scalar: did not find expected hex", "E119"),
    ("expected escape sequence", "E119"),
    ("quoted scalar: ", "E116"),
    ("expected ',' or", "E117"),
    ("flow mapping", "E117"),
    ("flow sequence", "E117"),
    ("flow node", "E117"),
    ("anchor: ", "E109"),
    ("alias: ", "E109"),
    ("undefined alias", "E109"),
    ("tag", "E110"),
    ("could not find expected ':'", "E120"),
    ("cannot start any token", "E121"),
    ("block mapping", "E118"),
    ("block collection", "E118"),
    ("block sequence", "E118"),
    ("expected <block end>", "E118"),
    ("expected <document start>", "E118"),
    ("document start", "E118"),
)
_RESERVED = "@`%"
_INDENT = " \t\u3000\u00a0"


def syntax_problem(error: yaml.YAMLError, file: str, lines: Sequence[str]) -> Problem:
    """Returns a problem for any error of the parser; what we have no words for becomes E122."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context", None) or ""
    said = getattr(error, "problem", None) or str(error).split("\n")[0]
    message = f"{context}: {said}"
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = min(mark.column, len(lines[line])) if mark else 0
    span = Span(file, line + 1, column + 1, column + 2)
    if indent := _bad_indent(lines, line, file):
        return indent
    code = next((code for part, code in _BY_MESSAGE if part in message), "E122")
    character = lines[line][column : column + 1]
    context_mark = getattr(error, "context_mark", None)
    if code == "E121" and character not in _RESERVED:
        code = "E122"
    elif code in ("E116", "E117", "E109", "E110") and context_mark:
        # Where a quote or bracket was opened says more than where the parser gave up.
        opened, at = min(context_mark.line, len(lines) - 1), context_mark.column
        span = Span(file, opened + 1, at + 1, at + 2)
        character = lines[opened][at : at + 1]
    elif code == "E120" and context_mark:
        span = _whole_line(lines, min(context_mark.line, len(lines) - 1), file)
    elif code == "E115" and not lines[line][:column].count(": "):
        code = "E118" if line else code
        span = _whole_line(lines, line, file)
    if code == "E118" and lines[line].lstrip().startswith(":"):
        code = "E114"
    if code in ("E118", "E120"):
        for find in (_bad_bullet, _after_quote, _after_bracket):
            if found := find(lines, line, file):
                return found
    return Problem(code, span, character=character, name=character, tag=character, said=said)


def _whole_line(lines: Sequence[str], line: int, file: str) -> Span:
    """A line without its indent."""
    text = lines[line]
    return Span(file, line + 1, len(text) - len(text.lstrip()) + 1, len(text.rstrip()) + 1)


def _bad_indent(lines: Sequence[str], line: int, file: str) -> Problem | None:
    """E123 when the line of the error, or the one before, is indented by other than spaces."""
    for number in (line, line - 1):
        if 0 <= number < len(lines):
            text = lines[number]
            indent = text[: len(text) - len(text.lstrip(_INDENT))]
            wrong = next((at for at, one in enumerate(indent) if one != " "), None)
            if wrong is not None and text.strip():
                return Problem("E123", Span(file, number + 1, wrong + 1, wrong + 2))
    return None


def _bad_bullet(lines: Sequence[str], line: int, file: str) -> Problem | None:
    """E130 when the line of the error, or the one before, begins like an item of a list, but not
    with "- "."""
    for number in (line, line - 1):
        if 0 <= number < len(lines) and (mark := bullet(lines[number])):
            at = len(lines[number]) - len(lines[number].lstrip()) + 1
            return Problem("E130", Span(file, number + 1, at, at + len(mark)), found=mark)
    return None


def _after_bracket(lines: Sequence[str], line: int, file: str) -> Problem | None:
    """E117 when a value begins with a bracket that is closed before the value ends, as text does
    that begins with a placeholder."""
    for number in (line, line - 1):
        if 0 <= number < len(lines):
            _, colon, value = lines[number].partition(": ")
            value = value.strip()
            close = {"{": "}", "[": "]"}.get(value[:1])
            if colon and close and close in value[:-1] and not value.endswith(close):
                at = lines[number].index(value) + 1
                return Problem("E117", Span(file, number + 1, at, at + len(value)))
    return None


def _after_quote(lines: Sequence[str], line: int, file: str) -> Problem | None:
    """E116 when a value begins with a quote that is closed before the value ends."""
    for number in (line, line - 1):
        if 0 <= number < len(lines):
            _, colon, value = lines[number].partition(": ")
            value = value.strip()
            for quote in "\"'":
                if (
                    colon
                    and value.startswith(quote)
                    and not value.endswith(quote)
                    and value.count(quote) >= 2
                ):
                    at = lines[number].index(value) + 1
                    return Problem(
                        "E116", Span(file, number + 1, at, at + len(value)), character=quote
                    )
    return None
