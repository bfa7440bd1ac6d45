"""What kinds declare of their fields beyond room: sums, alternatives, words that are spoken or run
on a display, and what a kind that reckons finds.

Copy is looked at as it is filled in for the default place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from handbill.check.registry import Context, rule
from handbill.edition.edition import Edition
from handbill.kinds.audience import AudienceFile
from handbill.kinds.base import MaterialBase
from handbill.kinds.reading import Path
from handbill.kinds.speech import telephone_numbers
from handbill.load.sourced import Sourced
from handbill.model.telephone import any_of
from handbill.problems import Both, Problem
from handbill.words.languages import has_cells, is_chinese, letters

LEAST, MOST = 12, 28
"""Characters of a line on a display; more than MOST is a matter of its budget (E402)."""
LEAST_LETTERS, MOST_LETTERS = 18, 42
"""The same in a language that is written in letters."""
_LETTERS = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+")
_CHAIN = re.compile(r"[，。、；：！？…—,.;:!?·～~،؛؟۔।]{2,}")


def _materials(
    context: Context,
) -> Iterator[tuple[Edition, Sourced[AudienceFile], Path, MaterialBase]]:
    """Every material with its edition, its file and its path in it."""
    for campaign, edition in context.editions:
        for file, audience in zip(campaign.audiences, edition.audiences, strict=True):
            for index, material in enumerate(audience.file.materials):
                yield edition, file, ("materials", index), material


@rule
def sums(context: Context) -> Iterator[Problem]:
    """E430: a number that is the sum of others."""
    for _, file, path, material in _materials(context):
        for name, field in material.declared.fields.items():
            declared = getattr(material, name)
            if field.sum and declared is not None:
                total = sum(_numbers(material, field.sum.split(".")))
                if total != declared:
                    span = file.span(*path, name)
                    yield Problem("E430", span, field=name, sum=total, total=declared)


def _numbers(value: Any, path: list[str]) -> Iterator[int]:
    """The numbers at a dotted name, in lists as well."""
    if isinstance(value, list):
        for one in value:
            yield from _numbers(one, path)
    elif path and value is not None:
        yield from _numbers(getattr(value, path[0]), path[1:])
    elif value is not None:
        yield value


@rule
def alternatives(context: Context) -> Iterator[Problem]:
    """E433: fields of which one is filled in, not several and not none."""
    for _, file, path, material in _materials(context):
        names = material.declared.one_of
        given = [name for name in names if getattr(material, name)]
        if len(given) > 1:
            zh, en = " 又有 ".join(given), " and ".join(given)
            yield Problem(
                "E433",
                file.span(*path, given[-1]),
                found=Both(f"既有 {zh}", f"it has both {en}"),
                known=names,
            )
        elif names and not given:
            zh, en = "，也没有 ".join(names), " nor ".join(names)
            yield Problem(
                "E433",
                file.span(*path),
                found=Both(f"没有 {zh}", f"it has neither {en}"),
                known=names,
            )


@rule
def reckoned(context: Context) -> Iterator[Problem]:
    """E431, E432: what a kind that reckons finds: words that take longer than they may."""
    for edition, file, path, material in _materials(context):
        for fault in material.declared.faults(material, edition):
            yield Problem(fault.code, file.span(*path, *fault.path), **fault.details)


@rule
def spoken_words(context: Context) -> Iterator[Problem]:
    """E434: no Latin letters in what is said in Chinese."""
    for edition, file, path, material in _materials(context):
        if not is_chinese(edition.language):
            continue
        for one in material.declared.texts(material):
            if one.field and one.field.spoken:
                for match in _LETTERS.finditer(one.text):
                    span = file.find(match[0], *path, *one.path)
                    yield Problem("E434", span, found=match[0])


@rule
def display_lines(context: Context) -> Iterator[Problem]:
    """W430, W431, W432: lines long enough to be read, without chains of marks, the number last."""
    for edition, file, path, material in _materials(context):
        for one in material.declared.texts(material):
            if one.field is None or not one.field.display:
                continue
            line, place = one.text, (*path, *one.path)
            count, cells = letters(line), has_cells(edition.language)
            least, most = (LEAST, MOST) if cells else (LEAST_LETTERS, MOST_LETTERS)
            if count < least:
                yield Problem("W430", file.span(*place), count=count, least=least, most=most)
            for match in _CHAIN.finditer(line):
                yield Problem("W431", file.find(match[0], *place), found=match[0])
            named = list(any_of(telephone_numbers(edition)).finditer(line))
            if named and not line[-1].isdigit():
                yield Problem("W432", file.find(named[-1][0], *place), number=named[-1][0])
