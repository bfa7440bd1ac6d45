"""Languages and countries that there are."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.load.fields import label
from handbill.load.walk import items
from handbill.model.campaign import CampaignFile
from handbill.model.place import Place
from handbill.problems import Problem
from handbill.words.tags import is_country, is_language, likely_country, likely_language


@rule
def languages_that_there_are(context: Context) -> Iterator[Problem]:
    """E220: a campaign in a language that CLDR does not know."""
    for campaign in context.campaigns:
        facts = campaign.campaign
        if not is_language(tag := facts.value.language):
            meant = likely_language(tag)
            named = label("language", CampaignFile.model_fields["language"])
            span = facts.span("language")
            yield Problem("E220", span, field=named, value=tag, suggestion=meant)


@rule
def countries_that_there_are(context: Context) -> Iterator[Problem]:
    """E221: a place in a country that CLDR does not know."""
    named = label("country", Place.model_fields["country"])
    for place, at in items(context.collection.places, "places.*"):
        if (code := place.country) and not is_country(code):
            meant = likely_country(code)
            yield Problem("E221", at("country"), field=named, value=code, suggestion=meant)
