"""The imprint: still valid, and no specimen."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from handbill.press.preflight.registry import Context, fault
from handbill.problems import Both, Problem

VALID = re.compile(
    r"(?:有效期(?:至|到|截至|截止到?)|validuntil)[:：]?([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})",
    re.IGNORECASE,
)


@fault
def imprint_not_expired(context: Context) -> Iterator[Problem]:
    """E818: no page says that it is valid until a day that is over."""
    for page in context.pages:
        text = "".join(one.text for one in page.characters)
        for found in VALID.finditer(text):
            try:
                day = datetime.date(*(int(part) for part in found.groups()))
            except ValueError:
                continue
            if day < context.today:
                yield Problem("E818", page.span, day=day, today=context.today)
                break


@fault
def no_specimen(context: Context) -> Iterator[Problem]:
    """W820: a sheet that bears the mark of a specimen is not for print."""
    if context.expected.specimen:
        yield Problem(
            "W820", context.pages[0].span, what=Both("这个文件", "this file is a specimen")
        )
