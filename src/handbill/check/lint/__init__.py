"""The dignity and law lint: what a sentence does to people, in Chinese and English.

A text is made plain (`normal`). Patterns of rules (`force`, `intrusion`, `people`, `promises`; more in
`frames`; their language in `patterns`, its classes of words in `classes` and the thesauruses) are
found in it; what stands around them says whether the sentence does it, or forbids, quotes, refutes or
describes it (`speech`). Numbers of persons are found by their form (`personal`), charges against
somebody named by `naming`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from handbill.check.lint.force import FORCE
from handbill.check.lint.frames import frames
from handbill.check.lint.intrusion import INTRUSION
from handbill.check.lint.naming import CHARGES, charge_of, charges, innocent
from handbill.check.lint.normal import Plain, has_words, is_han, plain
from handbill.check.lint.patterns import Pattern, branches, pattern
from handbill.check.lint.people import PEOPLE
from handbill.check.lint.personal import personal
from handbill.check.lint.promises import PROMISES
from handbill.check.lint.rules import Rule
from handbill.check.lint.speech import GRAMMARS, Mode, around, excused
from handbill.problems import Both

ALL: tuple[Rule, ...] = (*FORCE, *INTRUSION, *PEOPLE, *PROMISES)
NAMING = Both(
    "说某家公司、某个人违法，没有写判决或者官方发布",
    "it says that a named firm or person breaks the law, without a judgment or release",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. found: the words as the text writes them. why: the rule's reason."""

    rule: str
    code: str
    found: str
    why: Both | str


@dataclass(frozen=True)
class Own:
    """What a campaign adds: sayings that are never true, each a rule of mode claim (id, patterns,
    reason), and charges that only a judgment may bring against a firm or a person."""

    refuted: tuple[tuple[str, tuple[str, ...], str], ...] = ()
    charges: tuple[str, ...] = ()

    @cached_property
    def name(self) -> str:
        """What tells it from what another campaign adds."""
        return repr((self.refuted, self.charges))


@lru_cache(maxsize=32768)
def lint(text: str, own: Own, language: str = "", code: bool = False) -> tuple[Finding, ...]:
    """Return all that the rules find in a text, each rule once.

    language: zh or en alone; else both, by the letters that the text has. code: typewriter type, in
    which only numbers of persons are looked for.
    """
    found = [Finding(one.rule, one.code, text[one.start : one.end], "") for one in personal(text)]
    if not code:
        if language in ("", "zh") and is_han(text):
            found += _said(text, "zh", own)
        if language in ("", "en") and has_words(text):
            found += _said(text, "en", own)
    return tuple({one.rule: one for one in reversed(found)}.values())[::-1]


def uses(text: str, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each of these words that a text uses, and not only names, with how it is written. Spaces
    and marks between the characters of a word do not hide it."""
    if not _begun(words).search(text):
        return
    made = plain(text, "zh") if is_han(text) else Plain(text, ())
    for word in words:
        wanted = plain(word, "zh").text if made.at or not text.isascii() else word
        if wanted not in made.text:
            continue
        ready = Pattern(word, "zh", re.escape(wanted) + _IDIOM, None)
        if match := _does(made, ready, "word", "zh"):
            yield word, made.written(text, *match)


@cache
def _begun(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the first two characters of any of these words, whatever stands between them."""
    pairs = {re.escape(one[0]) + r"[\W_]*" + re.escape(one[1]) for one in words if len(one) > 1}
    single = {re.escape(one) for one in words if len(one) == 1}
    return re.compile("|".join(sorted(pairs | single)) or "(?!)")


_IDIOM = "(?!急跳墙|仗人势|拿耗子|尾续貂|血淋头|咬狗)"
"""A word that ends where a set phrase begins is not that word: 狗急跳墙."""


def _said(text: str, language: str, own: Own) -> Iterator[Finding]:
    made = plain(text, language)
    index = _index(language, own)
    grams = _grams(made.text, language)
    wanted = {one for gram in grams & index.heads.keys() for one in index.heads[gram]}
    done: set[str] = set()
    for number in sorted(wanted | index.always):
        rule, code, mode, why, ready = index.patterns[number]
        if rule in done or any(map(grams.isdisjoint, ready.also)):
            continue
        if match := _does(made, ready, mode, language, _UNLESS[language].get(rule)):
            done.add(rule)
            yield Finding(rule, code, made.written(text, *match), why)
    if _charged(made.text, language, own):
        yield from _named(text, made, language, own)


def _charged(text: str, language: str, own: Own) -> bool:
    """Whether a text holds any word of a charge: most do not, and are done with."""
    return any(one in text for one in (*own.charges, *CHARGES[language]))


_UNLESS = {
    language: {one.id: re.compile(said) for one in ALL if (said := one.say(language).unless)}
    for language in ("zh", "en")
}


def _does(
    made: Plain, one: Pattern, mode: Mode, language: str, unless: re.Pattern[str] | None = None
) -> tuple[int, int] | None:
    """Where a text does what a pattern says; None when it never does."""
    for match in one.finditer(made.text):
        said = around(made.text, *match.span(), GRAMMARS[language])
        if unless and unless.search(said.sentence):
            continue
        if match[0].strip() and not excused(said, mode, GRAMMARS[language], one):
            return match.span()
    return None


def _named(text: str, made: Plain, language: str, own: Own) -> Iterator[Finding]:
    source = made if language == "zh" else plain(text, "names")
    finds, charge = _charges(own.charges, language)
    for match in finds.finditer(source.text):
        name = next((one for one in match.groups() if one), "")
        if innocent(name) or not charge.search(match[0]):
            continue
        if not excused(
            around(source.text, *match.span(), GRAMMARS[language]), "charge", GRAMMARS[language]
        ):
            yield Finding("naming", "W625", source.written(text, *match.span()), NAMING)
            return


@cache
def _charges(own: tuple[str, ...], language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return charges(own, language), charge_of(own, language)


@dataclass(frozen=True)
class _Index:
    """Patterns of every rule with what they belong to; heads: which of them a beginning of a word
    calls for; always: those that have none."""

    patterns: tuple[tuple[str, str, Mode, Both | str, Pattern], ...]
    heads: dict[str, tuple[int, ...]]
    always: frozenset[int]


_GENERAL = {"zh": ("骗子", "诈骗"), "en": ("fraud", "swindlers")}
"""Charges of every campaign, for patterns that have room for one (<charge>)."""


@lru_cache(maxsize=64)
def _index(language: str, own: Own) -> _Index:
    ours = [one for one in own.charges if is_han(one) is (language == "zh")]
    charge = f"({'|'.join((*ours, *_GENERAL[language]))})"
    rows: list[tuple[str, str, Mode, Both | str, Pattern]] = [
        (one.id, one.code, one.mode, one.why, pattern(source, language))
        for one in ALL
        for whole in (*one.say(language).patterns, *frames(one.id, language))
        for source in branches(whole.replace("<charge>", charge))
    ]
    if language == "zh":
        rows += [
            (name, "E629", "claim", why, pattern(source, language))
            for name, sources, why in own.refuted
            for whole in sources
            for source in branches(whole)
        ]
    heads: dict[str, list[int]] = {}
    for number, (*_, ready) in enumerate(rows):
        for head in ready.heads or ():
            heads.setdefault(head, []).append(number)
    return _Index(
        tuple(rows),
        {head: tuple(numbers) for head, numbers in heads.items()},
        frozenset(number for number, row in enumerate(rows) if row[-1].heads is None),
    )


def _grams(text: str, language: str) -> set[str]:
    """Beginnings of words that a text holds: in Chinese every one and two characters, in English
    the first letters of each word, up to four."""
    if language == "zh":
        return {*text, *map("".join, pairwise(text))}
    words = {word.strip("“”\"'(,.:;") for word in text.split()}
    return {word[:length] for word in words for length in (1, 2, 3, 4)}
