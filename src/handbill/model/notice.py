"""What an office has asked for: the parts of the notice that a campaign answers."""

from __future__ import annotations

from handbill.model.text import Identifier, Line, Model, Slug, described


class NoticePart(Model):
    """A thing that the notice asks for."""

    id: Slug = described(
        "编号；资料、网页的 covers 里用", "Identifier, for `covers`", example="comics"
    )
    number: Line | None = described(
        "通知里的序号；没有读到原文就不填",
        "Its number in the notice, where that was read",
        None,
        example="二（三）",
    )
    title: Line = described("叫什么", "What it is called", example="漫画")
    asks: Line = described("要做什么", "What it asks for", example="用漫画宣传")
    kinds: list[Slug] = described(
        "这些种类的资料都算，不用一份一份写 covers",
        "Kinds of material of which each answers it, without `covers`",
        list,
        example=["comic"],
    )


class NoticeFile(Model):
    """notice.yml: the parts of an office's notice, to be held against materials and pages."""

    title: Line = described("通知的名称", "Name of the notice")
    source: Identifier | None = described("来源编号", "Id of its source", None, example="N1")
    parts: list[NoticePart] = described("通知要求的各项", "Parts of the notice", min_length=1)
