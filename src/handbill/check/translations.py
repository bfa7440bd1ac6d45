"""Translations: placeholders that differ, and languages that are not or cannot be published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from handbill.check.registry import Context, rule
from handbill.edition.translated import lacking_in_translation, needs_translation
from handbill.model.text import PLACEHOLDER
from handbill.problems import Problem, Span
from handbill.words import to_translate
from handbill.words.languages import Marks

_SHOWN = 5


@rule
def placeholders_kept(context: Context) -> Iterator[Problem]:
    """E153: a translation has the placeholders of its text, no more and no less."""
    for campaign in context.campaigns:
        for catalog in campaign.catalogs.values():
            for message in catalog.every:
                if message.is_own or not message.is_used:
                    continue
                wanted = set(PLACEHOLDER.findall(message.original))
                differ = wanted ^ set(PLACEHOLDER.findall(message.text))
                if differ:
                    yield Problem(
                        "E153",
                        Span(catalog.file, message.line, 1, 1),
                        names=sorted(f"{{{name}}}" for name in differ),
                        wanted=sorted(f"{{{name}}}" for name in wanted),
                    )


@rule
def published(context: Context) -> Iterator[Problem]:
    """W150: what every page shows is not all translated."""
    for campaign in context.campaigns:
        for language, catalog in campaign.catalogs.items():
            if texts := lacking_in_translation(campaign, catalog):
                yield Problem(
                    "W150",
                    Span(catalog.file),
                    language=language,
                    count=len(texts),
                    texts=texts[:_SHOWN],
                )


@rule
def own_words(context: Context) -> Iterator[Problem]:
    """W221: words of the generator that a campaign's own language lacks. Its marks are known."""
    known = {f"sheet:{one.name}" for one in fields(Marks)}
    for campaign in context.campaigns:
        facts = campaign.campaign
        wanted = [
            name
            for name, text, _ in to_translate(facts.value.language)
            if name not in known and needs_translation(text)
        ]
        if missing := [name for name in wanted if name not in campaign.own_words]:
            span = facts.span("language")
            yield Problem("W221", span, language=facts.value.language, missing=len(missing))
