"""The notice held against the campaign: which sheets and pages answer each of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from handbill.compose.artifacts import PageArtifact
from handbill.compose.guide_pages import guide_page
from handbill.compose.mentions import Mention, pages_of
from handbill.compose.part import Part
from handbill.edition.coverage import covering
from handbill.edition.localise import localise
from handbill.edition.translated import published_languages
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.model.notice import NoticeFile, NoticePart
from handbill.problems import Both

PATH = "guide/coverage.md"
_SAYS = {
    "title": Both("通知对照表", "The notice, part by part"),
    "lead": Both(
        "从活动自己的数据生成：notice.yml 里的各项，资料和网页的 covers。",
        "Made from the campaign’s own data: the parts in notice.yml, and covers of materials and pages.",
    ),
    "part": Both("通知要求什么", "What it asks for"),
    "sheets": Both("印刷品和屏幕用的", "Sheets"),
    "pages": Both("网页", "Pages"),
    "none": Both("还没有", "none yet"),
}


@dataclass(frozen=True)
class Row:
    """A part of the notice with the sheets and pages that answer it, in the order of the site."""

    part: NoticePart
    sheets: tuple[Mention, ...]
    pages: tuple[Mention, ...]

    def plain(self) -> dict[str, Any]:
        """Plain data for programs; addresses are those below the campaign's part of the site."""
        return {
            **self.part.model_dump(include={"id", "number", "title", "asks"}),
            "materials": [asdict(one) for one in self.sheets],
            "pages": [asdict(one) for one in self.pages],
        }


@dataclass(frozen=True)
class Coverage:
    """The notice of a campaign in one language, a row a part."""

    part: Part
    notice: NoticeFile
    rows: Sequence[Row]

    def plain(self) -> dict[str, Any]:
        """Plain data for programs; docs/guide/notice.md has its shape."""
        return {
            "campaign": self.part.edition.id,
            "language": self.part.edition.language,
            "title": self.notice.title,
            "source": self.notice.source,
            "parts": [one.plain() for one in self.rows],
        }


def coverage(part: Part) -> Coverage | None:
    """Return the coverage of a campaign's notice; None where it declares none."""
    files = part.edition.files
    if files.notice is None:
        return None
    found = covering(files)
    pages = list(pages_of(part))
    rows = []
    for one in files.notice.value.parts:
        keys = {use.key for use in found[one.id]}
        told = list(dict.fromkeys(page for key, page in pages if key in keys))
        sheets = tuple(page for page in told if page.sort == "material")
        rows.append(Row(one, sheets, tuple(page for page in told if page.sort != "material")))
    return Coverage(part, files.notice.value, rows)


def coverages(
    collection: Collection, campaigns: Sequence[Campaign], language: str | None = None
) -> list[Coverage]:
    """Return the coverage of each campaign that declares a notice and is there in the language, its
    own if None."""
    parts = [
        Part(localise(collection, one, one.campaign.value.default_place, language), "", ())
        for one in campaigns
        if language is None or language in published_languages(one)
    ]
    return [found for part in parts if (found := coverage(part))]


def coverage_pages(part: Part) -> Iterator[PageArtifact]:
    """The table, a page of the guide for editors."""
    if found := coverage(part):
        yield guide_page(part, PATH, "site/coverage.md.j2", _SAYS, coverage=found)


def listed(one: Coverage, lang: str) -> str:
    """The coverage for people, a part a paragraph."""
    lines = [f"{one.notice.title}  （{one.part.edition.id}）"]
    for row in one.rows:
        counted = f"{len(row.sheets)} + {len(row.pages)}"
        lines.append(f"{row.part.number or ''} {row.part.title}  {counted}".strip())
        lines += [f"  {page.href}  {page.title}" for page in (*row.sheets, *row.pages)]
        if not (row.sheets or row.pages):
            lines.append(f"  {_SAYS['none'].get(lang)}")
    return "\n".join(lines)
