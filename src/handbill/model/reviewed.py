"""Findings that an office has looked at and lets stand."""

from __future__ import annotations

from handbill.model.text import Date, Identifier, Model, Note, described


class Review(Model):
    """One finding of one text, looked at by an office."""

    rule: Identifier = described(
        "规则；检查时写在括号里", "The rule, as the finding names it", example="hold"
    )
    text: Identifier = described(
        "那一句话，一字不差；很长的写 sha256: 加检查给出的摘要",
        "The sentence, letter for letter; of a long text, sha256: and the digest that check tells",
        example="手机由本人交给登记处保管。",
    )
    who: Identifier = described(
        "哪个岗位看过；写岗位或科室，不写人名",
        "Which post looked at it; no person's name",
        example="法制科",
    )
    on: Date = described("哪天看的", "On which day")
    why: Note = described("为什么可以留着", "Why it may stand", example="自愿寄存，单据在前台")


class ReviewedFile(Model):
    """reviewed.yml: findings of the lint that an office lets stand."""

    reviewed: list[Review] = described("审核过的句子", "Sentences that were looked at")
