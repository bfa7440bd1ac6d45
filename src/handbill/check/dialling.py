"""Numbers of a site as their countries dial them, each read once."""

from __future__ import annotations

from functools import cached_property

from handbill.load.collection import Collection
from handbill.words.languages import countries
from handbill.words.tags import is_country
from handbill.words.telephones import Reading, read


class Dialling:
    """The countries of a site's places, and their numbers.

    Of several countries the one that had the last number is asked first: English is at home in
    ninety, and a site in one of them.
    """

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._order: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._read: dict[tuple[str, tuple[str, ...]], Reading] = {}

    @cached_property
    def _spoken(self) -> tuple[str, ...]:
        spoken = (one.campaign.value.language for one in self._collection.campaigns)
        return tuple(dict.fromkeys(code for one in spoken for code in countries(one)))

    def at(self, place: str, language: str = "") -> tuple[str, ...]:
        """Returns the countries whose numbers a place may have: its own, else those where the
        language of a campaign is at home, or those of all campaigns."""
        tree = self._collection.tree
        country = tree.resolve(place).country if place in tree.by_id else None
        if country and is_country(country):
            return (country,)
        return countries(language) if language else self._spoken

    def read(self, number: str, here: tuple[str, ...]) -> Reading:
        """Returns what a number is in the countries `here`."""
        if (number, here) not in self._read:
            order = self._order.get(here, here)
            found = self._read[number, here] = read(number, order)
            if found.fault is None and found.known and found.country != order[0]:
                others = (one for one in order if one != found.country)
                self._order[here] = (found.country, *others)
        return self._read[number, here]
