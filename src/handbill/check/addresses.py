"""Addresses, in fields of their own and inside texts and translations: they lead where they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from handbill.check.lint.personal import LOOK_ALIKE, personal
from handbill.check.registry import Context, rule
from handbill.model.address import address_fault, passes_for
from handbill.problems import Problem, Span

_ADDRESS = re.compile(r"(?:https?:|www\.)[^\s<>\"'()\[\]，。、；：！？（）《》“”]+", re.IGNORECASE)


def _addresses(context: Context) -> Iterator[tuple[str, bool, Span]]:
    """Every address, whether E632 looks at the text that it stands in, and its place."""
    files = [file for campaign in context.campaigns for file in campaign.files()]
    read = {one.value for one in context.published}
    for file in (*files, context.collection.places):
        for path, text in file.strings:
            for one in addresses_in(text):
                yield one, text in read, file.find(one, *path)
    for page in context.prose[0]:
        if page.sort == "page" and not page.code:
            text = re.sub("`[^`]*`", "", "\n".join(page.lines))
            # What a link leads to is not read with the words of the page.
            for one in addresses_in(text):
                yield one, any(one in value for value in read), page.find(one)
    for campaign in context.campaigns:
        for catalog in campaign.catalogs.values():
            at = partial(Span, catalog.file)
            for message in (one for one in catalog.every if not one.is_own):
                yield from ((one, True, at(message.line)) for one in addresses_in(message.text))


def addresses_in(text: str) -> list[str]:
    """Returns the addresses that stand in a text, without the marks that follow them."""
    if ":" not in text and "www." not in text.lower():
        return []
    return [match[0].rstrip(".,;:!?*_") for match in _ADDRESS.finditer(text)]


@rule
def deceptive_addresses(context: Context) -> Iterator[Problem]:
    """E160: an address that leads elsewhere than it shows. W160: one that passes for an office's,
    unless E632 says so of the text that it stands in."""
    for text, is_read, span in _addresses(context):
        address = _whole(text)
        if fault := address_fault(address):
            if fault.deceives:
                yield Problem("E160", span, value=text, hint=fault.reason)
        elif part := passes_for(urlsplit(address).hostname or ""):
            told = is_read and any(one.rule == LOOK_ALIKE for one in personal(text))
            if not told:
                yield Problem("W160", span, value=text, part=part)


def _whole(text: str) -> str:
    return text if ":" in text.partition("/")[0] else f"https://{text}"


def is_told(found: str, text: str) -> bool:
    """Tells whether E160 says of an address in a text what `found`, a stretch of it, was found
    for."""
    for one in addresses_in(text):
        fault = address_fault(_whole(one)) if found in one or one in found else None
        if fault and fault.deceives:
            return True
    return False
