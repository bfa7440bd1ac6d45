"""Numbers as texts write them: digits of any script, and the number words of Chinese and English.

30, ３０, 三十, thirty and ٣٠ are one number; so are 50万, 500,000 and half a million, 第十条 and
Article 10, 1月 and January.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from handbill.words.languages import base_of, month_names

READ = ("zh", "en")
"""Languages whose number words are known; of others digits and names of months are read."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text. values: what it may be; more than one where a language writes it in more
    ways. written: as it stands. certain: whether it must be found in a translation; 两, 一 and
    "once" need not be. digits: whether it is written in digits."""

    values: frozenset[Fraction]
    written: str
    certain: bool
    digits: bool


_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_SUPERSCRIPT = re.compile("[\u00b2\u00b3\u00b9\u2070-\u209c]")
_SCALES = {"百": 100, "千": 1000, "万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8} | {
    "만": 10_000,
    "억": 10**8,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
}
_LONG = re.compile(r"(\d{40})(?=\d)", re.ASCII)
"""Digits that are no quantity any more: read in pieces, since Python reckons with 4,300 at most."""
_DIGITS = re.compile(r"\d+(?:[,.'’ \u00a0\u202f]\d{3}){,12}(?:[.,]\d+)?(?!\d)|\d+", re.ASCII)
_SCALE = re.compile(
    r"\s?[余多]?(百|千|万|萬|亿|億|만|억)[余多]?|[\s-](?:odd )?(hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)

_HAN = {one: value for value, one in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "幺": 1,
    "两": 2,
    "兩": 2,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_WHOLE = {"万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8}
_HAN_RUN = re.compile("[零〇一幺二两兩三四五六七八九十百千万萬亿億]{1,40}|[半双雙]")
_IDIOM = re.compile(
    "千万(?=[别不要记小当])|万一|万万|十分(?!之)|百姓|三天两头|三三两两|五花八门|四处|四邻|四周|四海|"
    "三言两语|一五一十|七嘴八舌|乱七八糟|千方百计|万无一失|千辛万苦|再三|三番五次|三心二意|五湖四海|"
    "说一不二|四通八达|百货|千里|万事|三轮|四川|五谷|六神|八卦|百万富翁|四格|三折|百分百"
)
_ABOUT = re.compile("[几数]$")
_AFTER_DIGIT = re.compile(r"\d\s?[余多]?$")
_ROUGH = re.compile("[来几]")
_UNIT = re.compile("[人级层元块岁年月日天倍条款项批号届户米%]|小时|分钟|公里|公斤")
"""What a small number is a quantity with; 四句话, 三样 may be left out in good English."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_ROUND = {
    one: 10 * (at + 2)
    for at, one in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_CARDINAL = {one: at for at, one in enumerate(_UNITS)} | _ROUND
_ENGLISH = (
    _CARDINAL
    | {one: at for at, one in enumerate(_ORDINALS)}
    | {f"{one[:-1]}ieth": value for one, value in _ROUND.items()}
)
_LOOSE: dict[str, int | Fraction] = {"both": 2, "twice": 2, "double": 2, "doubled": 2, "pair": 2}
_LOOSE |= {"couple": 2, "once": 1, "single": 1, "triple": 3, "thrice": 3, "dozen": 12}
_LOOSE |= {"half": Fraction(1, 2)}
_EN_WORD = "|".join(
    sorted((*_ENGLISH, *_LOOSE, "hundred", "thousand", "million", "billion"), key=len, reverse=True)
)
_EN_RUN = re.compile(rf"\b(?:{_EN_WORD})s?(?:(?:[\s-]+| and )(?:{_EN_WORD})s?)*\b", re.IGNORECASE)
_EN_ONE = re.compile(rf"(?:{_EN_WORD})", re.IGNORECASE)
_ANY = re.compile(rf"\d|[{''.join(_HAN)}十百千万萬亿億半双雙]|\b(?:{_EN_WORD})", re.IGNORECASE)


def reads_words(language: str) -> bool:
    """Return whether number words of a language are read; pseudo-locales (en-XA) have none."""
    return base_of(language) in READ and not language.endswith(("-XA", "-XB"))


@lru_cache(maxsize=8192)
def numbers(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers of a text. Placeholders are left out; what language is unknown to READ is
    read by its digits and months alone."""
    text = _PLACEHOLDER.sub(" ", _SUPERSCRIPT.sub("", text))
    text = "".join(_plain(one) for one in text) if not text.isascii() else text
    months = list(_months(text, language))
    if not _ANY.search(text):
        return tuple(months)
    found = [*months, *_digits(text, reads_words(language))]
    if not reads_words(language):
        return tuple(found)
    if base_of(language) == "zh":
        found += _chinese(text)
    else:
        found += _english(text)
    return tuple(found)


_ARABIC = {"\u066b": ".", "\u066c": ","}


def _plain(one: str) -> str:
    """A digit of any script as ASCII; full-width letters and signs as narrow ones."""
    if one.isascii() or one in _ARABIC:
        return _ARABIC.get(one, one)
    value = unicodedata.digit(one, None)
    return (
        str(value)
        if value is not None and unicodedata.category(one) == "Nd"
        else (unicodedata.normalize("NFKC", one) if "\uff01" <= one <= "\uff5e" else one)
    )


def _digits(text: str, known: bool) -> Iterator[Number]:
    text = _LONG.sub(r"\1 ", text)
    for match in _DIGITS.finditer(text):
        written = match[0]
        values = _values(written, known)
        scale = _SCALE.match(text, match.end())
        if scale:
            times = _SCALES[(scale[1] or scale[2]).lower()]
            written += scale[0]
            if text[match.end() + len(scale[0]) :][:1] in ("亿", "億"):
                times *= 10**8
            values = {value * times for value in values}
        if text.endswith("等", 0, match.start()) and not scale:
            values |= {value - 1 for value in values}
        yield Number(frozenset(values), written.strip(), True, True)


def _values(written: str, known: bool) -> set[Fraction]:
    """What digits with marks between them may be: 1,500 is 1500 in English; in a language that is
    not known 1.500 may be either."""
    plain = re.sub(r"[,'’ \u00a0\u202f]", "", written)
    parts = re.split(r"[,.'’ \u00a0\u202f]", written)
    if len(parts) == 1:
        return {Fraction(written)}
    if known:
        tail = re.fullmatch(r"(\d{1,3}(?:[, \u00a0\u202f]\d{3})*|\d+)(\.\d+)?", written)
        return {Fraction(plain)} if tail else {Fraction(one) for one in parts}
    values = {Fraction("".join(parts)), Fraction(f"{''.join(parts[:-1])}.{parts[-1]}")}
    return values | {Fraction(one) for one in parts if re.search(r"\s", written)}


def _months(text: str, language: str) -> Iterator[Number]:
    names = month_names(language)
    if not names:
        return
    for match in names[0].finditer(text):
        name = match[1].casefold()
        near = text[max(0, match.start() - 4) : match.start()] + text[match.end() : match.end() + 2]
        certain = any(map(str.isdigit, near)) or (len(name) > 5 and match[1][0].isupper())
        yield Number(frozenset({Fraction(names[1][name])}), match[1], certain, False)


def _chinese(text: str) -> Iterator[Number]:
    text = re.sub("[百千]分之", "   ", text)
    idioms = [match.span() for match in _IDIOM.finditer(text)]
    for match in _HAN_RUN.finditer(text):
        run, start, end = match[0], *match.span()
        if run[0] in "百千万萬亿億" and _AFTER_DIGIT.search(text[max(0, start - 3) : start]):
            continue
        inside = any(first <= start and end <= last for first, last in idioms)
        before, after = text[max(0, start - 5) : start], text[end : end + 2]
        if run in ("半", "双", "雙"):
            value_of = Fraction(1, 2) if run == "半" else Fraction(2)
            yield Number(frozenset({value_of}), run, False, False)
            continue
        for value, several in _han_values(run):
            values = {Fraction(value)}
            if after[:1] == "成":
                values.add(Fraction(value * 10))
            if before.endswith("等"):
                values.add(Fraction(value - 1))
            certain = (
                not inside
                and not several
                and value > 2
                and not _ABOUT.search(before)
                and not _ROUGH.match(after)
                and (value > 10 or before.endswith("第") or bool(_UNIT.match(after)))
            )
            yield Number(frozenset(values), run, certain, False)


def _han_values(run: str) -> Iterator[tuple[int, bool]]:
    """Values of a run of numerals, and whether it is several side by side: 两三 is 2 and 3."""
    if not any(one in _TENS or one in _WHOLE for one in run):
        if len(run) == 2 and not set(run) & {"〇", "零"}:
            yield from ((_HAN[one], True) for one in run)
        else:
            yield int("".join(str(_HAN[one]) for one in run)), False
        return
    total, part, digit = 0, 0, 0
    for at, one in enumerate(run):
        if one in _HAN:
            if digit and run[at - 1] in _HAN and run[at - 1] not in "零〇":
                yield digit, True  # 七八十: about as many
            digit = _HAN[one]
        elif one in _TENS:
            part += (digit or (0 if part and run[at - 1] in _TENS else 1)) * _TENS[one]
            digit = 0
        else:
            section = part + digit
            if _WHOLE[one] == 10_000:
                total += (section or 1) * 10_000
            else:
                total = (total + section or 1) * _WHOLE[one]
            part = digit = 0
    # 三百五 is 350.
    last = run[-2] if len(run) > 1 else ""
    if digit and (last in ("百", "千") or last in _WHOLE):
        digit *= (_TENS | _WHOLE)[last] // 10
    yield total + part + digit, False


def _english(text: str) -> Iterator[Number]:
    for match in _EN_RUN.finditer(text):
        words = [one.lower() for one in _EN_ONE.findall(match[0])]
        before = text[max(0, match.start() - 12) : match.start()].lower()
        if (
            words[0] in ("hundred", "thousand", "million", "billion")
            and before.rstrip(" -")[-1:].isdigit()
        ):
            continue  # 10.4 million has been read with its digits
        yield from _english_run(words, match[0], before)


def _english_run(words: list[str], written: str, before: str) -> Iterator[Number]:
    total, part, seen = 0, 0, False

    def number(value: int | Fraction, certain: bool) -> Number:
        return Number(frozenset({Fraction(value)}), written, certain, False)

    rough = re.search(r"(many|several)\s*$", before) is not None
    for at, word in enumerate(words):
        if word in _LOOSE:
            if seen:
                yield number(total + part, total + part > 2 and not rough)
                total, part, seen = 0, 0, False
            yield number(_LOOSE[word], False)
            continue
        if word == "hundred":
            part = (part or 1) * 100
        elif word in _SCALES:
            total += (part or (0 if total else 1)) * _SCALES[word]
            part = 0
        else:
            value = _ENGLISH[word]
            previous = words[at - 1] if at else ""
            joins = previous in ("hundred", "thousand", "million", "billion") or (
                previous in _ROUND and value < 10
            )
            if seen and not joins:
                yield number(total + part, total + part > 2 and not rough)
                total, part = 0, 0
            part += value
        seen = True
    if seen:
        value = total + part
        loose = rough or (written[-1] == "s" and words[-1] in _SCALES)
        yield number(value, value > 2 and not loose)
