"""Placeholders: of the closed list, well formed, and only where they are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.check.texts import texts_of
from handbill.edition.placeholders import message_values, placeholder_names
from handbill.kinds.audience import AudienceFile
from handbill.load.catalogs import fields
from handbill.load.validate import near
from handbill.model.text import PLACEHOLDER
from handbill.problems import Both, Problem
from handbill.words import HEADINGS

_BRACED = re.compile(r"[{｛][^{}｛｝\n]{0,40}[}｝]|[{}｛｝]")
_LENGTH = re.compile(r"message\.[0-9]+")
_OFTEN = ("{place.name}", "{place.publisher}", "{contact.<role>}", "{claim.<id>}", "{cite.<id>}")


@rule
def placeholders(context: Context) -> Iterator[Problem]:
    """E401, E403, E406: unknown and malformed placeholders, and a message's length that is not
    told."""
    for campaign in context.campaigns:
        known = placeholder_names(campaign)
        for file in campaign.files(filled=True):
            for text in texts_of(file):
                # A telling of the message cannot be told by itself.
                tells = isinstance(file.value, AudienceFile) and not text.under("lengths")
                own = message_values(file.value) if tells else {}
                for match in _BRACED.finditer(text.value):
                    whole = PLACEHOLDER.fullmatch(match[0])
                    if whole is None:
                        yield Problem("E403", text.find(match[0]), found=match[0])
                    elif whole[1] in known or whole[1] in own:
                        continue
                    elif tells and _LENGTH.fullmatch(whole[1]):
                        yield Problem(
                            "E406",
                            text.find(match[0]),
                            found=match[0],
                            told=[f"{{{name}}}" for name in own] or [Both("没有", "none")],
                        )
                    else:
                        meant = near(whole[1], [*known, *own])
                        yield Problem(
                            "E401",
                            text.find(match[0]),
                            name=whole[1],
                            known=_OFTEN,
                            suggestion=f"{{{meant}}}" if meant else None,
                        )


@rule
def words_of_pages(context: Context) -> Iterator[Problem]:
    """E651, E652: words.yml says a word that no page has, or one that cannot be filled in."""
    for campaign in context.campaigns:
        for name, text in (campaign.words.value.words if campaign.words else {}).items():
            assert campaign.words
            span = campaign.words.span("words", name)
            if name not in HEADINGS:
                meant = near(name, HEADINGS)
                yield Problem(
                    "E651", campaign.words.key_span("words", name), name=name, suggestion=meant
                )
            elif unknown := fields(text) - fields(HEADINGS[name][0]):
                known = sorted(fields(HEADINGS[name][0]))
                yield Problem(
                    "E652", span, found=sorted(unknown), known=known or [Both("没有", "none")]
                )
            elif (parts := HEADINGS[name][0].count("|")) != text.count("|"):
                yield Problem("E652", span, found=["|"], known=["|" * parts or "-"])


@rule
def placeholders_out_of_place(context: Context) -> Iterator[Problem]:
    """E404: a placeholder in a file that is used as it is written."""
    files = [file for campaign in context.campaigns for file in campaign.files(filled=False)]
    for file in (*files, context.collection.places):
        for text in texts_of(file):
            if text.under("words"):  # filled in by the pages: E652
                continue
            for match in PLACEHOLDER.finditer(text.value):
                yield Problem("E404", text.find(match[0]), found=match[0])
