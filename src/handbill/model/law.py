"""Where a sentence comes from: sources, and the claims that rest on them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handbill.model.text import Date, Identifier, Line, Model, Note, Prose, Slug, Url, described

Mark = Literal["A", "B", "C"]
"""How sure a fact is: A read in the official text, B in an official reprint, C not yet checked."""

SourceStatus = Literal[
    "in_force", "under_revision", "policy", "released", "superseded", "withdrawn"
]


class Revision(Model):
    """A step on the way to a new text of a law."""

    on: Date = described("日期", "Date", example="2025-03-21")
    note: Line = described("到了哪一步", "What was done")


class Change(Model):
    """What a claim said before, and what changed."""

    on: Date = described("自何日起变化", "Day from which it is so", example="2026-01-01")
    before: Line | None = described("以前怎么说", "What held before", None)
    note: Line = described("变了什么", "What changed")


class OfficialPlace(Model):
    """Where the issuer publishes, to be opened by a person; never the address of a copy."""

    name: Line = described("叫什么", "What it is called", example="国家法律法规数据库")
    site: Annotated[Identifier, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")] = described(
        "网站的域名，不带路径", "Its domain name, without a path", example="flk.npc.gov.cn"
    )


class Source(Model):
    """A law, judgment or official release."""

    id: Identifier = described("编号", "Identifier, such as L1", example="L1")
    title: Line = described("全称", "Full title")
    short: Line = described("简称；带书名号，用于引注", "Short title as cited")
    issuer: Line = described("制定或者发布机关", "Issuer")
    number: Line | None = described("文号", "Document number", None)
    kind: Literal["law", "regulation", "interpretation", "policy", "judgment", "release"] = (
        described("种类", "Kind of document")
    )
    issued: Date | None = described("公布日期", "Date issued", None)
    in_force: Date | None = described("施行日期", "In force since", None)
    status: SourceStatus = described("状态", "State of the document")
    superseded_by: Identifier | None = described("被哪个编号替代", "Id of the newer source", None)
    mark: Mark = described("核实程度；A 原文 B 转载 C 待核", "How sure the text is")
    note: Prose | None = described("给公众的说明；例如正在修订", "Note to the public", None)
    revision: list[Revision] = described(
        "修订到了哪一步；有日期才写", "Steps of a revision, each with its date", list
    )
    editor_note: Note | None = described("给编辑的提醒", "Note to the editor", None)
    url: Url | None = described(
        "官方网址；亲自打开过才填", "Official address, only if opened", None
    )
    open_at: OfficialPlace | None = described(
        "印刷前到哪个官方网站打开原文；不写抄本的地址",
        "Official site where the text is to be opened before printing; never that of a copy",
        None,
    )
    checked_on: Date = described("核对日期", "Checked on")
    review_by: Date = described("下次核对期限", "To be reviewed by")


class Claim(Model):
    """One sentence that is true because of a source and its article."""

    id: Identifier = described("编号", "Identifier, such as C01", example="C01")
    text: Line = described("句子", "The sentence")
    short: Line | None = described("短句；给小张印刷品", "A shorter wording for small sheets", None)
    source: Identifier = described("来源编号", "Id of the source")
    article: Line | None = described("条款；例如 第二十四条第一款", "Article", None)
    verbatim: bool = described("是否原文照录", "Whether it is quoted word for word", False)
    mark: Mark = described("核实程度", "How sure it is")
    applies_from: Date | None = described("自何日起施行", "Applies from", None)
    changed: Change | None = described(
        "有什么变化；写进法律页的时间线", "What changed; for the time line of the law page", None
    )
    topic: Slug = described("分组", "Group on the law page", example="liability")
    editor_note: Note | None = described("给编辑的提醒", "Note to the editor", None)
    checked_on: Date = described("核对日期", "Checked on")
    review_by: Date = described("下次核对期限", "To be reviewed by")


class SourcesFile(Model):
    """sources.yml"""

    sources: list[Source] = described("来源", "Sources")


class Topic(Model):
    """A heading of the law page."""

    id: Slug = described("编号", "Identifier")
    title: Line = described("标题", "Heading")


class ClaimsFile(Model):
    """claims.yml"""

    topics: list[Topic] = described("分组", "Groups of claims, in the order of the law page")
    claims: list[Claim] = described("法律事实", "Claims")


class Term(Model):
    """A word of the field and its English."""

    term: Line = described("词", "Term")
    english: Identifier = described("英文", "English")
    meaning: Line | None = described("解释", "Plain meaning", None)
    avoid: bool = described("不在宣传品上使用", "Not used on materials", False)


class GlossaryFile(Model):
    """glossary.yml"""

    terms: list[Term] = described("词表", "Terms")
