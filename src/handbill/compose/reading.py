"""How hard a sheet is to read: the share of hard words in its own words, and a plain sentence beside
each sentence of law, which has the words of the law."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handbill.compose.trace import Sentence, Trace
from handbill.edition.edition import Edition
from handbill.edition.localise import localise
from handbill.edition.translated import published_languages
from handbill.kinds.audience import AudienceFile
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.problems import Both, Problem
from handbill.words.graded import Graded, graded, hard_words

BUDGETS: Mapping[str, int] = {"elders": 3, "pupils": 5, "rural": 5}
"""Hard words of an audience's sheets at most, in percent. Who knows 95 of 100 words follows a text,
who knows 98 reads it with ease (Laufer and Ravenhorst-Kalovski 2010)."""
FEW = 1
"""Hard words that a sheet may have however short it is."""
TWIN = 5
"""Words of a plain sentence at least: a heading is none."""
_LEFT_OUT = (
    *("title", "campaign.", "imprint"),
    *("case.results", "case.findings", "case.decided_by", "case.source_note"),
)
"""Beginnings of fields whose words are not the sheet's own: what all sheets print, what a court or
office has said."""


@dataclass(frozen=True)
class Read:
    """A sheet as it reads. words: of its own words; law, what courts and offices have said and what
    all sheets print are left out.
    hard: each hard word with the first sentence that has it, and how often it stands. bare:
    sentences of law without a plain one beside them. budget: in percent, None where its audience
    has none."""

    trace: Trace
    budget: int | None
    words: int
    hard: Mapping[str, tuple[Sentence, int]]
    bare: Sequence[Sentence]

    @property
    def count(self) -> int:
        """How many of the words are hard."""
        return sum(times for _, times in self.hard.values())

    @property
    def share(self) -> float:
        """Hard words in percent."""
        return 100 * self.count / self.words if self.words else 0.0

    @property
    def is_over(self) -> bool:
        """Whether more words are hard than its audience's budget allows."""
        return self.budget is not None and self.count > FEW and self.share > self.budget

    def plain(self) -> dict[str, Any]:
        """Plain data for programs; docs/guide/reading.md has its shape."""
        return {
            "campaign": self.trace.campaign.id,
            "material": self.trace.material.id,
            "language": self.trace.edition.language,
            "words": self.words,
            "hard": {word: times for word, (_, times) in self.hard.items()},
            "percent": round(self.share, 1),
            "budget": self.budget,
            "over": self.is_over,
            "law_alone": [one.text for one in self.bare],
        }

    def problems(self) -> Iterator[Problem]:
        """Yields what an editor should mend: W409 and W410."""
        if self.is_over:
            first, _ = next(iter(self.hard.values()))
            yield Problem(
                "W409",
                first.span,
                id=self.trace.material.id,
                share=f"{self.share:.1f}",
                budget=self.budget,
                words=list(self.hard),
            )
        for one in self.bare if self.budget is not None else ():
            yield Problem("W410", one.span, id=self.trace.material.id, claims=list(one.claims))


def budget_of(audience: AudienceFile) -> int | None:
    """Return how many words may be hard, in percent; None where the audience does not say."""
    preset = BUDGETS.get(audience.readers or "")
    return preset if audience.hard_words is None else audience.hard_words


def reading(
    collection: Collection,
    campaigns: Sequence[Campaign],
    language: str | None = None,
    materials: Names[str] = (),
) -> tuple[list[Read], list[Problem]]:
    """Return how sheets read, and W411 for each campaign in a language without a list of words.

    language: a tag, the campaign's own if None. materials: ids; if empty, the sheets of audiences
    with a budget.
    """
    read: list[Read] = []
    problems: list[Problem] = []
    for campaign in campaigns:
        tag = language or campaign.campaign.value.language
        if tag not in published_languages(campaign):
            continue
        if by_grade := graded(tag):
            read += _of(collection, campaign, tag, by_grade, materials)
        else:
            problems.append(Problem("W411", campaign.campaign.span(), language=tag))
    return read, problems


def _of(
    collection: Collection,
    campaign: Campaign,
    language: str,
    by_grade: Graded,
    materials: Names[str],
) -> Iterator[Read]:
    edition = localise(collection, campaign, campaign.campaign.value.default_place, language)
    known = _known(edition, by_grade)
    for audience in edition.audiences:
        budget = budget_of(audience.file)
        for index, material in enumerate(audience.file.materials):
            asked = material.id in materials if materials else budget is not None
            if asked and edition.has(audience, material):
                told = Trace(campaign, edition, audience, material, index)
                yield _read(told, budget, by_grade, known)


def _known(edition: Edition, by_grade: Graded) -> frozenset[str]:
    """What is no hard word whatever its grade: the campaign's list, the words that its glossary
    explains, and the names of the place."""
    explained = [one for one in edition.terms if not one.avoid]
    texts = [text for one in explained for text in (one.term, one.english)]
    texts += [edition.place.name, edition.place.full_name]
    own = edition.campaign.wording.known
    return frozenset([*own, *(word for text in texts for word in by_grade.words(text))])


def _read(told: Trace, budget: int | None, by_grade: Graded, known: Names[str]) -> Read:
    own: list[tuple[Sentence, int, list[str]]] = []
    laws = []
    for one in told.sentences:
        if one.sort == "law":
            laws.append(one)
        elif one.sort != "generator" and not one.field.startswith(_LEFT_OUT):
            own.append((one, *hard_words(by_grade, one.text, known)))
    hard: dict[str, tuple[Sentence, int]] = {}
    for one, _, words in own:
        for word in words:
            first, times = hard.get(word, (one, 0))
            hard[word] = first, times + 1
    plain = {_block(one) for one, count, words in own if count >= TWIN and len(words) <= FEW}
    bare = [
        one
        for one in laws
        if _is_hard(told.edition, one, by_grade, known, budget or 0) and _block(one) not in plain
    ]
    return Read(told, budget, sum(count for _, count, _ in own), hard, bare)


def _is_hard(
    edition: Edition, one: Sentence, by_grade: Graded, known: Names[str], budget: int
) -> bool:
    """Whether the sentence quotes a claim whose words are hard; a mere citation is none."""
    for name in one.claims:
        claim = edition.claims[name]
        if any(said and said.rstrip("。.") in one.text for said in (claim.text, claim.short)):
            count, words = hard_words(by_grade, claim.text, known)
            if len(words) > FEW and 100 * len(words) > budget * count:
                return True
    return False


def _block(one: Sentence) -> str:
    """The part of a sheet that a sentence stands in: its field, of a list the item."""
    steps = one.field.split(".")
    return ".".join(steps[: 2 if len(steps) > 1 and steps[1].isdigit() else 1])


def listed(one: Read, lang: str) -> str:
    """A sheet for people, on two lines."""
    most = "" if one.budget is None else f" / {one.budget}%"
    head = f"{one.share:5.1f}%{most}  {one.trace.material.id}  {one.trace.material.title}"
    none = Both("没有难词", "no hard words").get(lang)
    words = [f"{word}×{times}" if times > 1 else word for word, (_, times) in one.hard.items()]
    return f"{head}\n        {' '.join(words) or none}"
