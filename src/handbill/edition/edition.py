"""One campaign in one place and one language: what compose and the kinds ask."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from handbill.edition.photos import Photograph
from handbill.edition.placeholders import citation
from handbill.edition.translated import untranslated
from handbill.kinds.audience import AudienceFile
from handbill.kinds.base import MaterialBase
from handbill.kinds.voice import Dated
from handbill.load.files import Campaign
from handbill.load.images import Image
from handbill.load.left_out import of_sheets
from handbill.load.places import ResolvedPlace, earliest
from handbill.load.sourced import Sourced
from handbill.model.answers import AnswersFile
from handbill.model.campaign import CampaignFile, Filter, FilterValue, Heading, HelpFile, QuizFile
from handbill.model.case import AdjudicatedCase, AnyCase
from handbill.model.catalog import Catalog
from handbill.model.kind import OwnPosting, PhotoBox
from handbill.model.law import Claim, Source, Term, Topic
from handbill.model.recall import Recall
from handbill.model.strip import Strip
from handbill.model.text import BLANK
from handbill.model.why import WhyFile
from handbill.problems import Problem, Span
from handbill.words import scene_word, words
from handbill.words.languages import SENTENCE_MARKS, direction, written_day

T = TypeVar("T", Claim, Source)


def _way(named: tuple[str, str] | None, page: HelpFile | QuizFile | None) -> Heading | None:
    """Title and text of the way to a page, None where there is no such page."""
    if page is None:
        return None
    title, text = named or (page.title, page.lead)
    return Heading(title=title, text=text)


def _by_id(items: Iterable[T]) -> dict[str, T]:
    return {one.id: one for one in items}


@dataclass(frozen=True)
class Audience:
    """An audience with its id (the file's name)."""

    id: str
    file: AudienceFile


@dataclass(frozen=True)
class Edition:
    """Everything one campaign says in one place and one language."""

    language: str
    languages: tuple[str, ...]
    """Every language that the campaign is published in; the first is the one it is written in."""
    own_words: Mapping[str, str]
    """Translations of the generator's own words, by context; see `words`."""
    site_url: str | None
    leave_url: str | None
    logo: str
    favicon: str
    """Paths of the site's logo and icon below the site."""
    logos: tuple[tuple[Image, str], ...]
    """Of those who publish, each with its alternative text."""
    photos: Mapping[str, Photograph]
    """Photographs by id; those whose file could be read."""
    place: ResolvedPlace
    told: Campaign
    """The published files in this language, placeholders still in them."""
    files: Campaign
    """The same files, filled in for the place. The properties below name what is in them."""
    message_to_send: str | None
    """What to write to the text-message number, in the campaign's own language: whoever reads it
    there need not know another."""
    lacking: tuple[str, ...]
    """What a posted sheet must have and this edition lacks, in words; empty when complete."""
    today: datetime.date | None = None
    """The day it is made on: what is past by then says so even without a script."""

    @property
    def id(self) -> str:
        """The campaign's id."""
        return self.files.id

    @cached_property
    def campaign(self) -> CampaignFile:
        """The campaign's own file."""
        return self.files.campaign.value

    @cached_property
    def audiences(self) -> tuple[Audience, ...]:
        """Audiences in the order of the pages."""
        return tuple(Audience(one.id, one.value) for one in self.files.audiences)

    @cached_property
    def cases(self) -> Mapping[str, AnyCase]:
        """Published cases by id."""
        return {one.id: one.value for one in self.files.cases if not one.value.is_withdrawn}

    @cached_property
    def withdrawn_cases(self) -> Mapping[str, AdjudicatedCase]:
        """Released cases that were taken down, by id: their pages say that and nothing more."""
        return {
            one.id: one.value
            for one in self.files.cases
            if isinstance(one.value, AdjudicatedCase) and one.value.is_withdrawn
        }

    @cached_property
    def strips(self) -> Mapping[str, Strip]:
        """Strips by id; those whose scenario is published."""
        return {one.id: one.value for one in self.files.comics}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""
        return _by_id(self.files.sources.value.sources)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return _by_id(self.files.claims.value.claims)

    @property
    def has_law(self) -> bool:
        """Whether the campaign has a law page: claims, or at least sources."""
        return bool(self.claims or self.sources)

    @cached_property
    def topics(self) -> Sequence[Topic]:
        """Headings of the law page."""
        return self.files.claims.value.topics

    @cached_property
    def terms(self) -> Sequence[Term]:
        """Words of the glossary."""
        return self.files.glossary.value.terms if self.files.glossary else ()

    @cached_property
    def filters(self) -> Sequence[Filter]:
        """What cases are filtered by."""
        return self.files.filters.value.filters if self.files.filters else ()

    def tags_of(self, case: AnyCase) -> list[tuple[Filter, list[FilterValue]]]:
        """Returns what a case is found by: each filter that it has words of, with these."""
        named = [(one, case.tags.get(one.id, ())) for one in self.filters]
        return [
            (one, [value for name in names for value in one.values if value.id == name])
            for one, names in named
            if names
        ]

    @cached_property
    def quiz(self) -> QuizFile | None:
        """The self-test."""
        return self.files.quiz.value if self.files.quiz else None

    @cached_property
    def why(self) -> WhyFile | None:
        """The arithmetic."""
        return self.files.why.value if self.files.why else None

    @cached_property
    def help(self) -> HelpFile | None:
        """The report-and-help page."""
        return self.files.help.value if self.files.help else None

    @cached_property
    def answers(self) -> AnswersFile | None:
        """What people ask, with the page that answers it."""
        return self.files.answers.value if self.files.answers else None

    @cached_property
    def met(self) -> Heading | None:
        """The way to the help page."""
        return _way(self.campaign.home.met, self.help)

    @cached_property
    def look(self) -> Heading | None:
        """The way to the self-test."""
        return _way(self.campaign.home.look, self.quiz)

    @cached_property
    def headings(self) -> dict[str, str]:
        """The words of pages that the campaign says in its own way, by name; without those that
        are not translated, which the generator then says."""
        found = self.files.words.value.words if self.files.words else {}
        return {name: text for name, text in found.items() if not untranslated(text)}

    @cached_property
    def recalls(self) -> Sequence[Recall]:
        """Sheets that must come down, here or elsewhere."""
        return self.files.recalls.value.recalls if self.files.recalls else ()

    def place_of(
        self, file: Sourced[Any], path: tuple[str | int, ...], text: str, part: str = ""
    ) -> Span:
        """Returns where a text of `told` stands, or a part of it: in the PO file when it is
        translated, else in its own. path: of the text in the file."""
        for message in () if self.is_original else self._catalog.every:
            if message.text == text and not message.is_own:
                line, column = self._catalog.place(message, part)
                return Span(self._catalog.file, line, column, column + len(part))
        return file.find(part, *path) if part else file.span(*path)

    @property
    def left_out(self) -> frozenset[str]:
        """What cannot be drawn in this language: ids of materials, paths of pictures."""
        return frozenset() if self.is_original else self._catalog.left_out

    def fault(self, problem: Problem, names: Collection[str]) -> Problem:
        """Returns a problem of sheets as it stands in this edition: W641 in a translation, which is
        made without them. names: ids of materials, paths of pictures."""
        if self.is_original:
            return problem
        return of_sheets(problem, self.id, self._catalog, names)

    @property
    def _catalog(self) -> Catalog:
        return self.told.catalogs[self.language]

    @property
    def is_original(self) -> bool:
        """Whether this is the language that the campaign is written in."""
        return self.language == self.languages[0]

    @cached_property
    def words(self) -> dict[str, str]:
        """The generator's own words on sheets."""
        return words(self.language, self.own_words)

    def address(self, path: str) -> str | None:
        """The full address of a path below the site; None while the site has no address."""
        return f"{self.site_url.rstrip('/')}/{path}" if self.site_url else None

    def materials(self) -> Iterator[tuple[Audience, MaterialBase]]:
        """Every material with its audience, in the order of the files."""
        for audience in self.audiences:
            for material in audience.file.materials:
                yield audience, material

    def strips_of(self, material: MaterialBase) -> list[Strip]:
        """The published strips that a material shows."""
        shown = material.declared.ids_in(material, "strips")
        return [self.strips[name] for _, name in shown if name in self.strips]

    def cases_of(self, material: MaterialBase) -> list[AnyCase]:
        """The published case that a material prints, where its kind prints one."""
        case = self.cases.get(material.case or "") if material.declared.prints_case else None
        return [case] if case else []

    def picture(self, audience: Audience, material: MaterialBase) -> str:
        """The name of a sheet's picture: its own, or its audience's."""
        return material.picture or audience.file.picture

    def photo(self, audience: Audience, material: MaterialBase) -> Photograph | None:
        """The photograph that a sheet shows; None where it shows a drawing, or no picture."""
        if material.staged:
            return None
        shown = self.photos.get(self.picture(audience, material))
        return shown if any(map(material.declared.photo_box, material.sizes)) else None

    def photo_box(self, material: MaterialBase, size: str) -> PhotoBox | None:
        """Where a photograph stands on a sheet: its kind's place, or the mirror of it where the
        language runs from right to left."""
        box = material.declared.photo_box(size)
        if box is None or direction(self.language) == "ltr":
            return box
        return box.model_copy(update={"left": box.right, "right": box.left})

    def picture_alt(self, audience: Audience, material: MaterialBase) -> str:
        """What the picture of a sheet shows, in words: its own, those of the scene or photograph
        that it names, or its audience's."""
        shown = self.whole_alt(audience, material)
        return material.picture_alt or self.words.get(scene_word(*material.staged or ()), shown)

    def whole_alt(self, audience: Audience, material: MaterialBase) -> str:
        """What the picture of a sheet shows that has a scene, too: its photograph, or its
        audience's picture; `picture_alt` tells the scene."""
        named = self.photos.get(material.picture or "")
        return named.told.alt if named else audience.file.picture_alt

    def has(self, audience: Audience, material: MaterialBase) -> bool:
        """Whether a material can be made in this language: every word of it is translated, and
        what it takes from elsewhere."""
        return material.id not in self.left_out and not untranslated(
            [
                material,
                *self.strips_of(material),
                *self.cases_of(material),
                self.picture_alt(audience, material),
                audience.file.picture_alt,
                audience.file.label,
                *(self.claims[name] for name in material.claims if name in self.claims),
            ]
        )

    def text_message_number(self) -> str | None:
        """Return the text-message number of this place, for campaigns that speak of one."""
        number = self.place.text_message
        return number.number if number and self.campaign.text_message else None

    def contacts(self, roles: list[str]) -> list[dict[str, str | None]]:
        """Label, number (None: to be filled in by hand) and name of the field of local contacts, as
        sheets need it."""
        labels = {role.id: role.label for role in self.campaign.contact_roles}
        return [
            {
                "label": labels[role],
                "field": f"contacts.{role}.number",
                "number": contact.number if (contact := self.place.contacts.get(role)) else None,
            }
            for role in roles
        ]

    def contact_lines(self, roles: list[str]) -> list[str]:
        """The same as lines of text, with BLANK for an unknown number."""
        return [
            self.pair(str(contact["label"]), contact["number"] or BLANK)
            for contact in self.contacts(roles)
        ]

    def number_lines(self) -> list[str]:
        """Each number with its words."""
        return [
            f"{hotline.number} {self.words['join'].join(hotline.words)}"
            for hotline in self.campaign.numbers
        ]

    def action_lines(self) -> list[str]:
        """The steps in one sentence, then the numbers."""
        return [self.sentence(self.campaign.action), *self.number_lines()]

    def sentence(self, parts: Sequence[str]) -> str:
        """Lines of a headline as one sentence."""
        text = self.in_one(parts)
        return text if text.endswith(SENTENCE_MARKS) else text + self.words["stop"]

    def in_one(self, parts: Sequence[str]) -> str:
        """Lines of a headline on one line: parted by a comma where they bring no mark of their
        own."""
        text = parts[0]
        for part in parts[1:]:
            text += self.words["join" if text.endswith(SENTENCE_MARKS) else "pause"] + part
        return text

    def pair(self, title: str, text: str = "") -> str:
        """A title with what follows its colon."""
        return f"{title}{self.words['colon']}{text}".rstrip(" ")

    def written_date(self) -> str:
        """The date under a letter: 2026年11月24日, or 24 November 2026."""
        return written_day(self.campaign.issued, self.language)

    def posting(self, material: MaterialBase) -> dict[str, list[str]]:
        """Returns where to put a material up (`where`) and where not (`avoid`): as it says itself,
        or its campaign says of its kind, or the kind."""
        kind = material.declared
        said, ours = self.campaign.post.get(kind.name, OwnPosting()), kind.post
        return {
            name: getattr(material.post, name)
            or getattr(said, name)
            or [one.get(self.language) for one in getattr(ours, name)]
            for name in ("where", "avoid")
        }

    def citation(self, claim_id: str) -> str:
        """《劳动合同法》第九条."""
        claim = self.claims[claim_id]
        return citation(self.sources[claim.source], claim, self.words)

    def valid_until(self, material: Dated) -> datetime.date:
        """The day a sheet must come down: the earliest of campaign, place and material."""
        return earliest(material.valid_until, self.place.valid_until, self.campaign.valid_until)

    def recalls_here(self) -> tuple[Recall, ...]:
        """The recalls that hold at this place: those for everywhere, for it and for those above."""
        here = {self.place.id, *self.place.ancestors}
        return tuple(one for one in self.recalls if not one.places or here & set(one.places))

    def is_past(self, day: datetime.date) -> bool:
        """Whether something that holds until `day` had run out when this was made."""
        return self.today is not None and day < self.today

    def version(self, material: MaterialBase) -> str:
        """The material's version, or the campaign's."""
        return material.version or self.campaign.version
