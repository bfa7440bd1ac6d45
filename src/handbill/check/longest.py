"""The places at which copy is longest: a handful of thousands, found without localising them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from handbill.edition.edition import Edition
from handbill.edition.placeholders import campaign_values, fill, place_values, with_messages
from handbill.edition.translated import named_place
from handbill.kinds.audience import AudienceFile
from handbill.kinds.base import MaterialBase, characters
from handbill.load.places import Places, ResolvedPlace
from handbill.model.text import BLANK, PLACEHOLDER
from handbill.model.texts import walk

BLANK_EMS = 7
"""Room that a blank takes: a rule of 24 mm, in characters of 10 pt."""


def counted(text: str) -> int:
    """Returns the length of filled-in copy in ems, its blanks with the rules that stand there."""
    return characters(text.replace(BLANK, BLANK_EMS * "\u3000"))


_MEASURES: tuple[Callable[[str], int], ...] = (counted, len)
"""How long a value is: on paper; on a display, where each character has a cell."""


class Longest:
    """The places of a site at which what an edition says of a place is longest.

    Texts that take several values of a place are tried where these are longest together.
    """

    def __init__(self, edition: Edition, tree: Places) -> None:
        self._edition = edition
        self._tree = tree
        self._found: dict[tuple[frozenset[str], int], ResolvedPlace] = {}

    def ways(
        self, file: AudienceFile, told: MaterialBase, filled: MaterialBase
    ) -> Iterator[tuple[ResolvedPlace, MaterialBase]]:
        """Yields a material as it is filled in at the edition's place, which is `filled`, then at
        each other place where one of its texts, or all of them together, are longest. file: the
        audience's, with `told` in it, placeholders in both."""
        yield self._edition.place, filled
        taken = [self._local(file, text) for _, text, _ in walk(told)]
        wanted = {one for one in (*taken, frozenset().union(*taken)) if one}
        places = {
            place.id: place
            for names in wanted
            for measure in range(len(_MEASURES))
            if (place := self._at(names, measure)).id != self._edition.place.id
        }
        for place in places.values():
            values = {**self._shared, **place_values(self._edition.told, place)}
            yield place, fill(told, with_messages(file, values))

    @cached_property
    def _shared(self) -> Mapping[str, str]:
        return campaign_values(self._edition.told, self._edition.words)

    @cached_property
    def _values(self) -> list[tuple[ResolvedPlace, Mapping[str, str]]]:
        """What each place says. Resolving a place takes some microseconds, localising a hundred
        times as long."""
        edition, tree = self._edition, self._tree
        places = [tree.resolve(name) for name in tree.by_id]
        if catalog := edition.told.catalogs.get(edition.language):
            places = [named_place(one, tree, edition.language, catalog) for one in places]
        return [(place, place_values(self._edition.told, place)) for place in places]

    @cached_property
    def _names(self) -> frozenset[str]:
        """Placeholders that a place has its own text for."""
        return frozenset(place_values(self._edition.told, self._edition.place))

    def _local(self, file: AudienceFile, text: str) -> frozenset[str]:
        """The placeholders of a text that a place fills in, those inside of messages too."""
        names = PLACEHOLDER.findall(text)
        for name in names:
            if name.startswith("message."):
                names += PLACEHOLDER.findall(file.lengths.get(name[len("message.") :], ""))
        return self._names & frozenset(names)

    def _at(self, names: frozenset[str], measure: int) -> ResolvedPlace:
        if (names, measure) not in self._found:
            long = _MEASURES[measure]

            def length(one: tuple[ResolvedPlace, Mapping[str, str]]) -> int:
                return sum(long(one[1][name]) for name in names)

            self._found[names, measure] = max(self._values, key=length)[0]
        return self._found[names, measure]
