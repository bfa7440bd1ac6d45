"""The small language in which rules, and campaigns, write what a sentence says.

    扣留            these characters
    (扣|关)         one of these          [都|也]   one of these, or nothing
    …               up to six characters of the same clause; in English, four words or so
    ……              up to sixteen characters of the same sentence; in English, ten words or so
    #               a number, in digits or in words
    <person>        a class of words of `classes`
    {!电话|手机}    not followed by these
    lock~           in English: lock, locks, locked, locking
    (住|下)?        the group or the character before it, or nothing
    ^               the beginning of the text

There is no way to repeat without a bound, so a pattern of a campaign cannot take long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from handbill.check.lint.classes import CLASSES

LONGEST = 400
"""Characters of a pattern of a campaign."""
_TOKEN = re.compile(r"……|…|<[a-z_]+>|\{!|[()\[\]|}#~?^]|[^()\[\]|}#~<…{?^]+|.", re.DOTALL)
_MARKS = frozenset("()[]|}#~?^…") | {"……", "{!"}
_GAPS = {
    "zh": {"…": "[^，。；！？,;!?\n]{0,6}?", "……": "[^。；！？;!?\n]{0,16}?"},
    "en": {"…": r"\b[^.;!?,()\n]{0,26}?\b", "……": r"\b[^.;!?\n]{0,64}?\b"},
}
_NUMBER = {
    "zh": "[0-9０-９,.零〇一二两三四五六七八九十百千万几数]{1,12}",
    "en": r"(?:[0-9][0-9,.]*(?: (?:thousand|million))?|(?:one|two|three|four|five|six|seven|eight|"
    r"nine|ten|twenty|thirty|fifty|a hundred|a thousand|hundred|thousand)(?: (?:hundred|"
    r"thousand))?)",
}


_NO = re.compile(
    r"不|没|(?<![区分特个识甄辨级性类])别(?!人)|勿|未|无|难|\b(?:not|never|no|nobody|cannot|"
    r"without|may)\b|n't"
)


class Malformed(ValueError):
    """A pattern that is not whole: a bracket that is not closed, a class that does not exist."""


@dataclass
class _Node:
    """A part of a pattern: its regular expression, and the beginnings of which one must occur in a
    text that it matches; None when nothing need. also: more such sets of beginnings."""

    regex: str
    heads: frozenset[str] | None = None
    literal: str = ""
    also: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class Pattern:
    """A pattern made ready. heads: beginnings of words of which a text must hold one; also: more sets
    of them, of each of which it must hold one."""

    source: str
    language: str
    regex: str
    heads: frozenset[str] | None = field(repr=False)
    also: tuple[frozenset[str], ...] = field(default=(), repr=False)

    def without_own_no(self, words: str) -> str:
        """Return words that it found without the negations that it asks for itself ("不让他走")."""
        return own.sub("", words) if (own := _own_no(self.source, self.language)) else words

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find where a text, made plain by `normal.plain`, says it."""
        return _compiled(self.regex).finditer(text)


@lru_cache(maxsize=4096)
def _own_no(source: str, language: str) -> re.Pattern[str] | None:
    said = {one for one in _literals(source, language) if _NO.search(one)}
    ordered = sorted(said, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


@lru_cache(maxsize=4096)
def _literals(source: str, language: str) -> frozenset[str]:
    """The words that a pattern is made of, those of its classes too; not what must not follow."""
    found: set[str] = set()
    refused = False
    for part in _TOKEN.findall(source):
        refused = part == "{!" or (refused and part != "}")
        if refused:
            continue
        if part.startswith("<") and part.endswith(">"):
            found |= _literals(CLASSES[language][part[1:-1]], language)
        elif part not in _MARKS:
            found.add(part.strip())
    return frozenset(found)


@lru_cache(maxsize=4096)
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


@lru_cache(maxsize=4096)
def pattern(source: str, language: str) -> Pattern:
    """Return a pattern made ready for a language, zh or en. Raises Malformed."""
    tokens = _TOKEN.findall(source)
    node, rest = _alternatives(tokens, 0, language, None)
    if rest != len(tokens):
        raise Malformed(source)
    regex = rf"\b(?:{node.regex})\b" if language == "en" else node.regex
    return Pattern(source, language, regex, node.heads, node.also)


def branches(source: str) -> list[str]:
    """Return the alternatives that a pattern as a whole is made of: each is looked for by itself, and
    only where a text holds its words."""
    found, depth = [""], 0
    for part in _TOKEN.findall(source):
        depth += (part in ("(", "[", "{!")) - (part in (")", "]", "}"))
        if part == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += part
    return found


def _alternatives(
    tokens: list[str], at: int, language: str, close: str | None
) -> tuple[_Node, int]:
    branches: list[_Node] = []
    sequence: list[_Node] = []
    while True:
        part = tokens[at] if at < len(tokens) else None
        if part == close or part is None:
            if part != close:
                raise Malformed("".join(tokens))
            branches.append(_sequence(sequence))
            return _joined(branches), at
        if part == "|":
            branches.append(_sequence(sequence))
            sequence = []
            at += 1
            continue
        if part == "?":
            sequence[-1:] = _optional(sequence[-1:], language)
            at += 1
            continue
        node, at = _part(tokens, at, language)
        sequence.append(node)


def _optional(last: list[_Node], language: str) -> list[_Node]:
    """Nodes for "x?": the last character of a literal, or a whole group, may be lacking."""
    if not last:
        raise Malformed("?")
    node = last[0]
    if node.literal:
        kept, dropped = node.literal[:-1], re.escape(node.literal[-1])
        made = [_literal(kept, language)] if kept else []
        return [*made, _Node(f"(?:{dropped})?")]
    return [_Node(f"(?:{node.regex})?")]


def _part(tokens: list[str], at: int, language: str) -> tuple[_Node, int]:
    part = tokens[at]
    if part in ("(", "[", "{!"):
        close = {"(": ")", "[": "]", "{!": "}"}[part]
        node, at = _alternatives(tokens, at + 1, language, close)
        if part == "[":
            return _Node(f"(?:{node.regex})?"), at + 1
        if part == "{!":
            return _Node(f"(?!{node.regex})"), at + 1
        return _Node(f"(?:{node.regex})", node.heads, "", node.also), at + 1
    if part in _GAPS[language]:
        return _Node(_GAPS[language][part]), at + 1
    if part == "#":
        return _Node(_NUMBER[language]), at + 1
    if part == "~":
        return _Node(r"\w{0,4}"), at + 1
    if part.startswith("<") and part.endswith(">"):
        return _class(part[1:-1], language), at + 1
    if part == "^":
        return _Node(r"\A\s*"), at + 1
    if part in ")]}{<":
        raise Malformed("".join(tokens))
    return _literal(part, language), at + 1


def _literal(part: str, language: str) -> _Node:
    if language == "zh":
        return _Node(re.escape(part), frozenset({part[:2]}), part)
    words = re.sub(r"\s+", r"\\s+", re.escape(part).replace(r"\ ", " "))
    # The last word may go on in what follows, so its beginning is looked for as all are.
    found = sorted((one[:4] for one in re.findall(r"(?<![a-z'])[a-z]{2,}", part)), key=len)
    heads = [frozenset({one}) for one in reversed(found)]
    return _Node(words, heads[0] if heads else None, part, tuple(heads[1:]))


@lru_cache(maxsize=256)
def _class(name: str, language: str) -> _Node:
    classes: Mapping[str, str] = CLASSES[language]
    if name not in classes:
        raise Malformed(f"<{name}>")
    node, _ = _alternatives(_TOKEN.findall(classes[name]), 0, language, None)
    return _Node(f"(?:{node.regex})", node.heads, "", node.also)


def _joined(branches: list[_Node]) -> _Node:
    if len(branches) == 1:
        return branches[0]
    heads: set[str] = set()
    for one in branches:
        if one.heads is None:
            return _Node("|".join(one.regex for one in branches))
        heads |= one.heads
    return _Node("|".join(one.regex for one in branches), frozenset(heads))


def _sequence(parts: list[_Node]) -> _Node:
    """Parts one after another; of their heads the most telling are kept."""
    known = [heads for one in parts for heads in (one.heads, *one.also) if heads]
    known.sort(key=lambda one: (min(map(len, one)) < 2, len(one)))
    joined = "".join(one.regex for one in parts)
    return _Node(joined, known[0] if known else None, "", tuple(known[1:]))
