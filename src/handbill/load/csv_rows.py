"""A CSV as spreadsheets save it: comma, semicolon or tab, row by row with the line it begins in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from handbill.problems import Both, Problem, Span

_SEPARATOR = re.compile('"?sep=([,;\t])"?[,;\t]*', re.IGNORECASE)
"""A first line that Excel reads as the sign between cells, and does not show."""


def csv_rows(
    lines: Sequence[str], file: str, problems: list[Problem]
) -> Iterator[tuple[int, list[str]]]:
    """Yield each row: the number of its first line, and its cells. problems: gets what keeps the
    file from being read on."""
    number = next((at for at, line in enumerate(lines) if line.strip(" ,;\t")), None)
    if number is None:
        problems.append(Problem("E112", Span(file)))
        return
    delimiter = max(",;\t", key=lines[number].count)
    rows = [f"{line}\n" for line in lines]
    if told := _SEPARATOR.fullmatch(lines[number]):
        delimiter, rows[number] = told[1], "\n"
    reader, last = csv.reader(rows, delimiter=delimiter, strict=True), 0
    try:
        for row in reader:
            yield last + 1, [cell.strip() for cell in row]
            last = reader.line_num
    except csv.Error as error:
        problems.append(_broken_off(file, lines, last, str(error), reader.line_num))


def _broken_off(file: str, lines: Sequence[str], last: int, said: str, line: int) -> Problem:
    """Returns the problem of a table that csv cannot read on; usually a quote is not closed, and
    then it points at the first quote of the row. last: the line of the row before."""
    first = min(last + 1, len(lines))
    at = lines[first - 1].find('"')
    if at >= 0:
        return Problem(
            "E506",
            Span(file, first, at + 1, at + 2),
            said=Both("这一行的半角双引号没有配对", "a double quote of this row is not paired"),
        )
    return Problem("E506", Span(file, min(max(line, 1), len(lines))), said=said)
