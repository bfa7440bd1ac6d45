"""What a site tells other programs: an RSS feed of what is new, and the JSON feeds of materials and
claims, in each language. They need the site's address: every link in them is absolute."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any, Literal, get_args

from pydantic import BaseModel

from handbill.compose.artifacts import Artifact, Page, Static
from handbill.compose.entries import Listed
from handbill.compose.mentions import mentions_of_claims
from handbill.compose.part import FEED, Part
from handbill.compose.recall import recalls_of
from handbill.edition.edition import Edition
from handbill.edition.translated import untranslated
from handbill.model import feeds as api
from handbill.model.case import AdjudicatedCase
from handbill.model.law import Claim
from handbill.model.text import BLANK, plain_text
from handbill.model.uri import uri
from handbill.words.stages import MAY_CHANGE

FOLDER = f"api/v{api.VERSION}/"
NEWEST = 200
"""Items of the RSS feed at most."""
Kind = Literal["recall", "law", "case", "material"]
ORDER = get_args(Kind)
"""What comes first of what is of the same day."""


@dataclass(frozen=True)
class Item:
    """An item of the RSS feed. guid: never changes for the same news; a new version, a correction
    is new. day: from the data."""

    kind: Kind
    guid: str
    url: str
    title: str
    text: str
    day: datetime.date

    @property
    def published(self) -> str:
        """The day as RSS has it (RFC 822), at midnight UTC."""
        return rfc_822(self.day)


def rfc_822(day: datetime.date) -> str:
    """Tue, 24 Nov 2026 00:00:00 GMT."""
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return format_datetime(moment, usegmt=True)


def changed_on(edition: Edition) -> datetime.date:
    """The day of an edition's contents: issued, or checked later."""
    return max(edition.campaign.issued, edition.campaign.checked_on)


def feed_items(part: Part) -> list[Item]:
    """What is new, newest first; of a translation only what is translated."""
    found = [*_recalls(part), *_law(part), *_cases(part), *_materials(part)]
    found.sort(key=lambda item: (-item.day.toordinal(), ORDER.index(item.kind), item.guid))
    return found[:NEWEST]


def _address(part: Part, path: str) -> str:
    """The permanent address of a path of this site."""
    return _root(part.edition, part.prefix + path)


def _item(
    part: Part, kind: Kind, path: str, mark: str, title: str, text: str, day: datetime.date
) -> Item:
    url = _address(part, path)
    # A material's title begins with its kind.
    shown = (
        title
        if kind == "material"
        else part.say["news_item"].format(kind=part.say[f"news_{kind}"], title=title)
    )
    return Item(kind, f"{url}@{mark}", url, plain_text(shown), plain_text(text), day)


def _materials(part: Part) -> Iterator[Item]:
    edition = part.edition
    for entry in part.entries:
        if entry.translated:
            version, day = edition.version(entry.material), edition.campaign.issued
            text = part.say["news_material_text"].format(
                kind=entry.kind_title,
                audience=entry.audience.file.title,
                version=version,
                date=edition.valid_until(entry.material).isoformat(),
            )
            yield _item(part, "material", entry.url, version, entry.material.title, text, day)


def _cases(part: Part) -> Iterator[Item]:
    for name, case in part.edition.cases.items():
        if untranslated(case):
            continue
        day = case.corrected_on or case.checked_on
        mark = f"corrected-{day}" if case.corrected_on else "first"
        text = case.teaser
        if isinstance(case, AdjudicatedCase):
            stage = part.say[f"stage_{case.stage}"]
            text = part.say["news_case_text"].format(stage=stage, text=text)
            # That it has got further, or that its judgment is in effect, is news.
            mark = f"{case.stage}-{mark}" if case.stage in MAY_CHANGE else mark
        yield _item(part, "case", f"cases/{name}/", mark, case.title, text, day)
    for name, case in part.edition.withdrawn_cases.items():
        day, title = case.withdrawn_on or case.checked_on, part.say["stage_withdrawn"]
        text = part.say["case_withdrawn_lead"]
        if case.withdrawn_why and not untranslated(case.withdrawn_why):
            text = case.withdrawn_why
        yield _item(part, "case", f"cases/{name}/", f"withdrawn-{day}", title, text, day)


def _law(part: Part) -> Iterator[Item]:
    """What the campaign names as changed. A change still to come is news of the day it was read."""
    edition = part.edition
    for name in edition.campaign.home.changes:
        claim = edition.claims[name]
        day = (
            claim.applies_from
            if claim.applies_from and claim.applies_from <= changed_on(edition)
            else claim.checked_on
        )
        title, mark = edition.citation(name), str(claim.applies_from or day)
        if not untranslated([claim.text, title]):
            yield _item(part, "law", f"law/#{name}", mark, title, claim.text, day)


def _recalls(part: Part) -> Iterator[Item]:
    say = part.say
    for entry in recalls_of(part.edition):
        versions = say["listing"].join(entry.versions) or say["every_version"]
        if not untranslated([entry.title, entry.reason]):
            mark = f"{entry.material}-{entry.on}"
            text = say["news_recall_text"].format(versions=versions, reason=entry.reason)
            yield _item(part, "recall", "recall/", mark, entry.title, text, entry.on)


def _head(part: Part, name: str) -> dict[str, Any]:
    """What both JSON feeds begin with."""
    edition = part.edition
    publisher = edition.place.publisher
    return {
        "version": api.VERSION,
        "schema_url": _root(edition, f"{FOLDER}{name}.schema.json"),
        "title": edition.campaign.title,
        "language": edition.language,
        "home_page_url": _address(part, ""),
        "feed_url": _address(part, f"{FOLDER}{name}.json"),
        "publisher": None if publisher == BLANK else publisher,
        "place": edition.place.full_name,
        "specimen": bool(edition.lacking),
        "generated": changed_on(edition),
        "valid_until": edition.campaign.valid_until,
        "licence": api.Licence(name=api.LICENCE_NAME, url=api.LICENCE_URL),
    }


def _root(edition: Edition, path: str) -> str:
    return edition.address(path) or f"/{path}"


def _without_blanks(text: str) -> str:
    return text.replace(BLANK, "____")


def _listed(part: Part, entry: Listed) -> api.MaterialEntry:
    edition, material = part.edition, entry.material
    base = _address(part, entry.url)
    unit: Literal["mm", "px"] = "px" if entry.declared.medium == "screen" else "mm"
    sizes = []
    for size in entry.sizes:
        files: list[tuple[Literal["office", "press", "large", "screen"], str | None]] = [
            ("office", size.office_file),
            ("press", size.press_file),
            ("large", size.large_file),
            ("screen", size.screen_file),
        ]
        sizes.append(
            api.PrintSize(
                name=size.name,
                title=size.title,
                width=size.size.width,
                height=size.size.height,
                unit=unit,
                files=[
                    api.PrintFile(
                        edition=edition_name,
                        url=base + file,
                        media_type="image/png" if file.endswith(".png") else "application/pdf",
                    )
                    for edition_name, file in files
                    if file
                ],
            )
        )
    return api.MaterialEntry(
        id=material.id,
        url=base,
        title=_without_blanks(material.title),
        kind=entry.kind,
        kind_title=entry.kind_title,
        audience=api.Reference(
            id=entry.audience.id,
            title=entry.audience.file.title,
            url=_address(part, f"{entry.audience.id}/"),
        ),
        use=_without_blanks(material.use),
        version=edition.version(material),
        valid_until=edition.valid_until(material),
        sizes=sizes,
        preview_url=base + entry.preview,
        thumbnail_url=base + entry.thumbnail,
        text_url=base + entry.text_file if entry.text_file else None,
        claims=material.claims,
    )


def materials_feed(part: Part) -> api.MaterialsFeed:
    """Every material that is there in the site's language."""
    return api.MaterialsFeed(
        **_head(part, "materials"),
        materials=[_listed(part, entry) for entry in part.entries if entry.translated],
    )


def _stated(part: Part, claim: Claim, topic: str, used_by: list[api.Use]) -> api.ClaimEntry:
    edition = part.edition
    source = edition.sources[claim.source]
    same = {
        name: getattr(source, name)
        for name in api.SourceEntry.model_fields
        if hasattr(source, name)
    }
    return api.ClaimEntry(
        id=claim.id,
        url=_address(part, f"law/#{claim.id}"),
        text=claim.text,
        short_text=claim.short,
        topic=topic,
        article=claim.article,
        verbatim=claim.verbatim and edition.is_original,
        citation=edition.citation(claim.id),
        source=api.SourceEntry(
            **same, short_title=source.short, official_url=uri(source.url) if source.url else None
        ),
        applies_from=claim.applies_from,
        checked_on=claim.checked_on,
        review_by=claim.review_by,
        used_by=used_by,
    )


def claims_feed(part: Part) -> api.ClaimsFeed:
    """Every claim in the site's language. What is not translated is named, and left out: law is never
    told in a language that nobody has checked it in."""
    edition = part.edition
    uses = {
        claim: [
            api.Use(
                type="home" if use.sort == "page" else use.sort,
                title=_without_blanks(use.title),
                url=_address(part, use.href),
            )
            for use in found
            if not untranslated(use.title)
        ]
        for claim, found in mentions_of_claims(part).items()
    }
    stated, lacking = [], []
    for topic in edition.topics:
        for claim in (one for one in edition.claims.values() if one.topic == topic.id):
            source = edition.sources[claim.source]
            if untranslated(
                [
                    claim.text,
                    claim.short,
                    topic.title,
                    edition.citation(claim.id),
                    source.title,
                    source.short,
                    source.issuer,
                    source.number,
                ]
            ):
                lacking.append(claim.id)
            else:
                stated.append(_stated(part, claim, topic.title, uses[claim.id]))
    return api.ClaimsFeed(**_head(part, "claims"), claims=stated, only_in_source_language=lacking)


def _json(value: BaseModel | dict[str, Any]) -> Static:
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return Static((json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode())


def compose_feeds(part: Part) -> Iterator[Artifact]:
    """RSS and JSON of one campaign in one language; nothing while the site has no address."""
    if not part.edition.site_url:
        return
    path = part.prefix + FEED
    yield Artifact(
        path,
        Page(
            "site/feed.xml.j2",
            part.data(
                path,
                part.edition.campaign.title,
                "",
                items=feed_items(part),
                address=_address(part, ""),
                feed_address=_address(part, FEED),
                publisher=part.edition.place.publisher.replace(BLANK, ""),
                licence=api.LICENCE_URL,
                changed=rfc_822(changed_on(part.edition)),
            ),
        ),
    )
    yield Artifact(f"{part.prefix}{FOLDER}materials.json", _json(materials_feed(part)))
    yield Artifact(f"{part.prefix}{FOLDER}claims.json", _json(claims_feed(part)))


def compose_schemas(editions: Sequence[Edition]) -> Iterator[Artifact]:
    """The schemas of the JSON feeds, once for the whole site; where there are such feeds."""
    for name in api.FEEDS if any(edition.site_url for edition in editions) else ():
        yield Artifact(f"{FOLDER}{name}.schema.json", _json(api.feed_schema(name)))
