"""Addresses, in fields of their own and inside texts and translations: they lead where they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from handbill.check.registry import Context, rule
from handbill.model.address import address_fault, passes_for
from handbill.problems import Problem, Span

_ADDRESS = re.compile(r"(?:https?:|www\.)[^\s<>\"'()\[\]，。、；：！？（）《》“”]+", re.IGNORECASE)


def _addresses(context: Context) -> Iterator[tuple[str, Span]]:
    files = [file for campaign in context.campaigns for file in campaign.files()]
    for file in (*files, context.collection.places):
        for path, text in file.strings:
            yield from ((one, file.find(one, *path)) for one in addresses_in(text))
    for one in context.prose[0]:
        if one.sort == "page" and not one.code:
            text = re.sub("`[^`]*`", "", "\n".join(one.lines))
            yield from ((address, one.find(address)) for address in addresses_in(text))
    for campaign in context.campaigns:
        for catalog in campaign.catalogs.values():
            at = partial(Span, catalog.file)
            for message in (one for one in catalog.every if not one.is_own):
                yield from ((one, at(message.line)) for one in addresses_in(message.text))


def addresses_in(text: str) -> list[str]:
    """Returns the addresses that stand in a text, without the marks that follow them."""
    if ":" not in text and "www." not in text.lower():
        return []
    return [match[0].rstrip(".,;:!?*_") for match in _ADDRESS.finditer(text)]


@rule
def deceptive_addresses(context: Context) -> Iterator[Problem]:
    """E160: an address that leads elsewhere than it shows. W160: one that passes for an office's."""
    for text, span in _addresses(context):
        address = text if ":" in text.partition("/")[0] else f"https://{text}"
        if fault := address_fault(address):
            if fault.deceives:
                yield Problem("E160", span, value=text, hint=fault.reason)
        elif part := passes_for(urlsplit(address).hostname or ""):
            yield Problem("W160", span, value=text, part=part)
