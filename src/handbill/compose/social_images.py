"""The pictures that messengers show beside a link to a page, and what the page says of them.

1200 × 630 pixels. Home, the audiences, the explainers, the arithmetic and the law have one of their
own; every other page is shown with that of the home page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from handbill.compose.artifacts import Artifact, PageArtifact, Sheet
from handbill.compose.growth import collapse, number_units, shortened
from handbill.compose.origins import Origin
from handbill.compose.part import Part
from handbill.compose.photos import CARD_BOX, WEB_QUALITY, credit, cut
from handbill.compose.sheets import PHOTO_COLOURS, PIXEL_MM
from handbill.edition.edition import Audience, Edition
from handbill.edition.translated import untranslated
from handbill.model.case import AnyCase, Scenario
from handbill.model.look import Look
from handbill.model.text import BLANK
from handbill.model.why import WhyFile
from handbill.words import written_out
from handbill.words.languages import open_graph_locale, own_script
from handbill.words.stages import MAY_CHANGE

WIDTH, HEIGHT = 1200, 630
"""Pixels: what messengers and social networks ask for."""
COLOURS = 64
"""Flat pictures need no more, and stay below 60 KB."""
_SIZE = {
    "name": "preview",
    "width": WIDTH * PIXEL_MM,
    "height": HEIGHT * PIXEL_MM,
    "bleed": 0,
    "safe": 0,
    "scale": 1,
    "read_from_m": 0,
    "marks": False,
    "large": None,
}
_GENERAL_LOOK = "all"
_QUOTES = 12
"""Sentences of law that the picture of the law page chooses from: the first that it has room for."""
_BARS = 5
"""Rounds of the arithmetic that are drawn as bars, the last ones."""


def _card(
    part: Part,
    looks: Mapping[str, Look],
    name: str,
    title: str,
    lead: str,
    aside: Mapping[str, Any],
    *,
    look: str | None = None,
    picture: Audience | None = None,
    tag: str | None = None,
    quotes: Sequence[Mapping[str, str]] = (),
) -> Artifact:
    """A picture with its words: title and lead in the middle, aside at the left. Without quotes it
    shows the picture of an audience, or the general one. look: the general palette without."""
    edition, path = part.edition, _path(name)
    shown = picture.file.picture if picture else _picture(edition)
    photo = None if quotes else edition.photos.get(shown)
    sheet = {
        "id": name,
        "title": title,
        "lead": lead,
        "label": edition.campaign.title,
        "tag": tag,
        "lang": edition.words["lang"],
        **own_script(edition.language),
        "look": looks[look or _general_look(looks)].rgb(),
        "aside": aside,
        "quotes": list(quotes),
        "picture": None if quotes else shown,
        "picture_alt": picture.file.picture_alt if picture else title,
        "numbers": [
            {"number": hotline.number, "words": edition.words["join"].join(hotline.words)}
            for hotline in edition.campaign.numbers
        ],
        "publisher": None
        if edition.place.publisher == BLANK
        else written_out(
            edition.words["published_by"].format(publisher=edition.place.publisher), edition.words
        ),
    }
    if photo:
        one = cut(photo, CARD_BOX, HEIGHT, WEB_QUALITY)
        sheet["photo"] = {**one, "credit": credit(edition, photo)}
    return Artifact(
        part.prefix + path,
        Sheet(
            "social-card/card",
            {"edition": "screen", "size": _SIZE, "sheets": [sheet]},
            "png",
            width_px=WIDTH,
            colours=PHOTO_COLOURS if photo else COLOURS,
        ),
        origin=Origin(edition, path),
    )


def _path(name: str) -> str:
    """Where a picture lies below its campaign's part of the site."""
    return f"social/{name}.png"


def _aside(kind: str, title: str, items: Sequence[Any]) -> dict[str, Any]:
    return {"kind": kind, "title": title, "items": list(items)}


def _picture(edition: Edition) -> str:
    """Returns the picture of the campaign as a whole: its own, or that of its first audience."""
    return edition.campaign.home.picture or edition.audiences[0].file.picture


def _general_look(looks: Mapping[str, Look]) -> str:
    return _GENERAL_LOOK if _GENERAL_LOOK in looks else next(iter(looks))


def _home(part: Part, looks: Mapping[str, Look]) -> Artifact:
    campaign = part.edition.campaign
    headline = part.say["join"].join(campaign.home.headline)
    aside = _aside(campaign.action_form, campaign.home.eyebrow, campaign.action)
    return _card(part, looks, "home", headline, campaign.home.lead, aside)


def _audience(part: Part, looks: Mapping[str, Look], audience: Audience) -> Artifact:
    file = audience.file
    return _card(
        part,
        looks,
        audience.id,
        file.motto,
        file.message,
        _aside("signals", file.signals_title, [signal.title for signal in file.signals[:3]]),
        look=file.look,
        picture=audience,
        tag=file.title,
    )


def _case(part: Part, looks: Mapping[str, Look], name: str, case: AnyCase) -> Artifact:
    # The first that the case names is the one whose picture is nearest to it.
    there = {one.id: one for one in part.edition.audiences}
    audience = next((there[one] for one in case.audiences if one in there), None)
    return _card(
        part,
        looks,
        f"case-{name}",
        case.title,
        case.lead,
        _aside("chain", part.say["case_steps"], [step.title for step in case.pattern])
        if case.pattern
        else _aside("signals", part.say["tells"], case.tells[:3]),
        look=audience.file.look if audience else None,
        picture=audience,
        tag=part.say[_tag(case)],
    )


def _tag(case: AnyCase) -> str:
    """The name of the words that say what a case is, and what of it may not last."""
    if isinstance(case, Scenario):
        return "fiction"
    return f"stage_{case.stage}" if case.stage in MAY_CHANGE else "official_case"


def _arithmetic(part: Part, looks: Mapping[str, Look], why: WhyFile) -> Artifact:
    """Round after round until nobody is left: the last bar needs more than there are."""
    rounds = collapse(why.each, why.fee, why.shares, why.towns[0].people).levels[1:]
    units = number_units(part.say)
    bars = [
        {
            "title": part.say["level_people"].format(
                number=one.number, people=shortened(one.seats, units)
            ),
            "part": one.seats,
        }
        for one in rounds[-_BARS:]
    ]
    aside = _aside("growth", part.say["growth_preview"].format(count=why.each), bars)
    return _card(part, looks, "why", why.title, why.lead, aside)


def _law(part: Part, looks: Mapping[str, Look]) -> Artifact:
    edition = part.edition
    claims = list(edition.claims.values())
    laws = list(
        dict.fromkeys(
            source.short
            for claim in claims
            if (source := edition.sources[claim.source]).status in ("in_force", "under_revision")
        )
    )
    quotes = [
        {"text": claim.short or claim.text, "source": edition.citation(claim.id)}
        for topic in edition.topics
        for claim in claims
        if claim.topic == topic.id
        if not untranslated([claim.short or claim.text, edition.citation(claim.id)])
    ]
    facts = edition.campaign
    aside = _aside(facts.action_form, facts.title, facts.action)
    if laws:
        aside = _aside("signals", part.say["status_in_force"], laws[:4])
    title, lead = part.say["law_says"], part.say["law_lead"]
    return _card(part, looks, "law", title, lead, aside, quotes=quotes[:_QUOTES])


def social_cards(
    part: Part, pages: Sequence[PageArtifact], looks: Mapping[str, Look]
) -> Iterator[tuple[str, Artifact]]:
    """The path of each page that has a picture of its own, and the picture. Pages that are there
    only in another language have none, nor does one whose picture cannot be drawn in its language.
    pages: of this site, in its language."""
    left_out = part.edition.left_out
    for path, card in _cards(part, pages, looks):
        if card.path.removeprefix(part.prefix) not in left_out:
            yield path, card


def _cards(
    part: Part, pages: Sequence[PageArtifact], looks: Mapping[str, Look]
) -> Iterator[tuple[str, Artifact]]:
    edition = part.edition
    if not edition.site_url:
        return
    there = {page.path.removeprefix(part.prefix): page for page in pages if not page.body.unlisted}
    if "index.md" in there:
        yield there["index.md"].path, _home(part, looks)
    for audience in edition.audiences:
        if page := there.get(f"{audience.id}.md"):
            yield page.path, _audience(part, looks, audience)
    for name, case in edition.cases.items():
        # One that tells neither how it went nor what gave it away has nothing to show beside its title.
        if (page := there.get(f"cases/{name}.md")) and (case.pattern or case.tells):
            yield page.path, _case(part, looks, name, case)
    if "why.md" in there and edition.why:
        yield there["why.md"].path, _arithmetic(part, looks, edition.why)
    if "law.md" in there:
        yield there["law.md"].path, _law(part, looks)


def with_previews(
    part: Part, pages: Sequence[PageArtifact], cards: Mapping[str, Artifact]
) -> Iterator[PageArtifact]:
    """The pages, those that the theme frames with what a messenger shows of them. cards: the
    picture by path of the page. Without an address of the site nothing can be said."""
    home = cards.get(f"{part.prefix}index.md")
    for page in pages:
        if page.body.front_matter is None or not part.edition.site_url or page.body.unlisted:
            yield page
            continue
        card = cards.get(page.path, home)
        yield page.with_front_matter(
            preview={
                "site": part.edition.campaign.title,
                "image": part.edition.address(card.path) if card else "",
                "width": WIDTH,
                "height": HEIGHT,
                "locale": open_graph_locale(part.edition.language),
                "others": [
                    open_graph_locale(tag)
                    for tag in part.edition.languages
                    if tag != part.edition.language
                ],
            }
        )
