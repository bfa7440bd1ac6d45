"""E611: numbers in translations."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E611": Code(
        title="译文里的数字和原文不一样 / A number differs in the translation",
        text="译文少了：{lacking}；原文没有：{added} / "
        "missing from the translation: {lacking}; not in the original: {added}",
        cure="对照原文改译文里的数字、日期、金额、电话、条号；原文改过的，译文跟着改 / "
        "compare numbers, dates, amounts, telephones and articles with the original, and mend the "
        "translation",
        why="000 译成 999，五万元译成 5,000，第十条译成 Article 11，读外文的人就会打错电话、算错钱、"
        "查错法律。三十人和 30 people、1月1日和 1 January、50万和 500,000 算一样。数词只认得中文和"
        "英文的；别的语言只核对用数字写的。 / "
        "Who reads 999 for 000, 5,000 for 50,000 or Article 11 for Article 10 calls the wrong "
        "number, reckons wrongly or looks up the wrong law. 三十人 and 30 people, 1月1日 and 1 "
        "January, 50万 and 500,000 are the same. Number words are known in Chinese and English; in "
        "other languages only what stands in digits is compared.",
        wrong='msgid "有危险打000"\nmsgstr "In danger, call 999"',
        right='msgid "有危险打000"\nmsgstr "In danger, call 000"',
    )
}
