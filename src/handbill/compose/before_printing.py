"""What a person should open before printing: what was read in a reprint, and where the official text
is. A page of the guide for editors; their notes are not on it, for they are not published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill.compose.artifacts import PageArtifact
from handbill.compose.guide_pages import guide_page
from handbill.compose.law_pages import claim_path
from handbill.compose.mentions import Mention, pages_of
from handbill.compose.part import Part
from handbill.edition.uses import Named, uses
from handbill.model.case import AdjudicatedCase
from handbill.model.law import Claim, Source
from handbill.problems import Both

PATH = "guide/before-printing.md"
_READ = "A"
"""The mark of what was read in the official text."""
_SAYS = {
    "title": Both("印刷前请打开核对", "To open before printing"),
    "lead": Both(
        "下面这些读的是转载或者报道（B），或者还没有核实（C）；正在修订的也在这里。印刷前请一个人打开官方"
        "原文，对一遍；对过的，把 mark 改成 A，把 checked_on 换成当天。这一页从来源、法律事实、案例生成，"
        "改好了就少一条。",
        "These were read in a reprint or report (B), or not verified (C), or are under revision. Before "
        "printing, one person opens the official text and compares; then set mark to A and checked_on "
        "to that day. The page is made from sources, claims and cases: what is done leaves it.",
    ),
    "warn": Both(
        "只到写明的官方地方去找，或者到发布机关自己的网站；别的网站的抄本不算。地址请自己打进去。",
        "Look only in the official place that is named, or on the issuer's own site; copies elsewhere "
        "do not count. Type the address yourself.",
    ),
    "nothing": Both("没有要打开的：都对过原文了。", "Nothing to open: all was read in the text."),
    "open": Both("打开哪里", "Open"),
    "unknown": Both(
        "发布机关自己的网站；地址没有核实，请自己找",
        "The issuer's own site; its address is not known here",
    ),
    "issuer": Both("发布机关", "Issued by"),
    "compare": Both("对什么", "Compare"),
    "verbatim": Both("一个字一个字对", "word for word"),
    "paraphrase": Both("意思、数字一样", "meaning and figures"),
    "case": Both("结果、阶段、日期、数字", "result, stage, dates, figures"),
    "itself": Both(
        "全称、文号、日期，还有没有效", "title, number, dates, whether it is still in force"
    ),
    "revision": Both("修订后的文本公布了没有", "whether the revised text has been issued"),
    "sheets": Both("对错了要重印的", "Sheets that rest on it"),
    "many": Both("{count} 份", "{count} sheets"),
    "no_sheets": Both("没有资料用到", "no sheet rests on it"),
}


@dataclass(frozen=True)
class Item:
    """Something to compare with its source. name: a claim or case by sort and id; the sort is
    `source` for the document itself. text: the sentence, the title of a case, "" for a document.
    how: what of it to compare, a word of the page. sheets: that rest on it."""

    name: Named
    text: str
    mark: str
    how: str
    href: str
    article: str = ""
    sheets: tuple[Mention, ...] = ()


@dataclass(frozen=True)
class ToOpen:
    """A document that somebody should open, with what to compare in it."""

    id: str
    source: Source
    items: Sequence[Item]

    @property
    def sheets(self) -> list[Mention]:
        """Every sheet that rests on it, once."""
        return list(dict.fromkeys(sheet for one in self.items for sheet in one.sheets))


def to_open(part: Part) -> list[ToOpen]:
    """Return what is to be opened, the document with most sheets first."""
    edition = part.edition
    found: dict[str, list[Item]] = {}
    for name, claim in edition.claims.items():
        if claim.mark != _READ:
            found.setdefault(claim.source, []).append(_claim(name, claim))
    for name, case in edition.cases.items():
        if isinstance(case, AdjudicatedCase) and case.mark != _READ:
            item = Item(("case", name), case.title, case.mark, "case", f"cases/{name}/")
            found.setdefault(case.source, []).append(item)
    for name, source in edition.sources.items():
        revised = source.status == "under_revision"
        if source.mark != _READ or revised:
            how = "itself" if source.mark != _READ else "revision"
            item = Item(("source", name), "", source.mark, how, f"law/#source-{name}")
            found.setdefault(name, []).insert(0, item)
    sheets = _Sheets(part)
    made = [
        ToOpen(name, edition.sources[name], [sheets.of(one) for one in items])
        for name, items in found.items()
    ]
    return sorted(made, key=lambda one: -len(one.sheets))


def _claim(name: str, claim: Claim) -> Item:
    how = "verbatim" if claim.verbatim else "paraphrase"
    href = claim_path(name)
    return Item(("claim", name), claim.text, claim.mark, how, href, claim.article or "")


class _Sheets:
    """Finds the sheets that rest on something."""

    def __init__(self, part: Part) -> None:
        self._resting = uses(part.edition.told)
        self._pages = [(key, page) for key, page in pages_of(part) if page.sort == "material"]
        self._of: dict[str, list[Named]] = {}
        for name, claim in part.edition.claims.items():
            self._of.setdefault(claim.source, []).append(("claim", name))
        for name, case in part.edition.cases.items():
            if isinstance(case, AdjudicatedCase):
                self._of.setdefault(case.source, []).append(("case", name))

    def of(self, item: Item) -> Item:
        """Returns an item with its sheets. A document has those of all its claims and cases:
        whether it is in force concerns each."""
        sort, name = item.name
        names = self._of.get(name, []) if sort == "source" else [item.name]
        keys = {use.key for one in names for use in self._resting.get(one, ())}
        sheets = tuple(page for key, page in self._pages if key in keys)
        return Item(item.name, item.text, item.mark, item.how, item.href, item.article, sheets)


def before_printing_pages(part: Part) -> Iterator[PageArtifact]:
    """The page, where the campaign has sources."""
    if part.edition.has_law:
        yield guide_page(part, PATH, "site/before_printing.md.j2", _SAYS, to_open=to_open(part))
