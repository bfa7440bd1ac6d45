"""What belongs to a language and not to the others: direction, script, own name, plural forms, how
a day is written, which marks part its sentences, how it is said and set."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel.core import Locale, UnknownLocaleError, get_global
from babel.dates import format_date, format_skeleton
from babel.languages import get_official_languages

from handbill.words.tags import is_country

_ENGLISH = Locale("en")
_IN_CELLS = frozenset(("Hans", "Hant", "Hani", "Jpan", "Kore", "Yiii"))
_WITHOUT_SPACES = frozenset(("Thai", "Laoo", "Khmr", "Mymr", "Tibt"))
_FROM_RIGHT = frozenset("Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa".split())
"""Scripts that are written from right to left, as ISO 15924 names them."""
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_PARTS = f"[@._~:/?#&=%+-]+[{_LATIN}0-9]+"
_WORD = f"[{_LATIN}][{_LATIN}0-9]*(?:{_PARTS})*/?"
LEFT_TO_RIGHT = "|".join(
    (
        r"\+?[0-9]{2,}(?:-[0-9]+)+|\+[0-9]+(?: [0-9]+)*|0[0-9]+(?: [0-9]{2,})+",
        r"[0-9]{3,}(?: [0-9]{3,}){2,}|[0-9.,]+ ?× ?[0-9.,]+(?: ?[a-z]m)?",
        rf"[0-9]+(?:\.[0-9]+)*\.?{_WORD}",
        rf"{_WORD}(?: {_WORD})*",
    )
)
"""What runs from left to right in any language, as a pattern for Python and for Typst: telephone
numbers, days as 2026-11-30, measures, Latin words and addresses. Words that follow one another are
one run, or their order would be turned. After Arabic letters, digits that
anything but a stop or a colon parts would change places (UAX 9, rule W2)."""
PARTICLE = "的"
"""After what a Chinese line may end where no mark parts it; no other language writes it."""
_DIGITS_READ = {"Hans": "零幺二三四五六七八九", "Hant": "零一二三四五六七八九"}
"""The characters for 0 to 9 with which a telephone number is read digit by digit, by script. On the
mainland 1 is 幺, so that it is not heard as 7; elsewhere it is 一."""
SENTENCE_MARKS = (*".,;:?!", *"。，；：？！、…", *"؟،؛۔", *"।॥", *"።፣", *"։", *"၊။", *"།")
"""Marks after which no comma and no full stop is set, in any script."""


@dataclass(frozen=True)
class Marks:
    """Marks and spaces between what the generator joins. pause: between the lines of a headline;
    stop: at the end of a sentence; colon; listing: between things; join: between words."""

    pause: str = ", "
    stop: str = "."
    colon: str = ": "
    listing: str = ", "
    join: str = " "


_WIDE_MARKS = Marks("，", "。", "：", "、", "")
_ARABIC_MARKS = Marks(pause="، ", listing="، ")
_DANDA = Marks(stop="।")
_MARKS = {
    "Hans": _WIDE_MARKS,
    "Hant": _WIDE_MARKS,
    "Jpan": Marks("、", "。", "：", "、", ""),
    "Arab": _ARABIC_MARKS,
    "Thaa": _ARABIC_MARKS,
    "Deva": _DANDA,
    "Beng": _DANDA,
    "Guru": _DANDA,
    "Orya": _DANDA,
    "Ethi": Marks("፣ ", "።", "፦ ", "፣ "),
    "Armn": Marks(stop="։", colon="՝ "),
    "Thai": Marks(" ", "", ": ", " ", " "),
    "Laoo": Marks(" ", "", ": ", " ", " "),
    "Khmr": Marks(" ", "។", "៖ ", " ", " "),
    "Mymr": Marks("၊ ", "။", ": ", "၊ ", " "),
    "Tibt": Marks("། ", "།", ": ", "། ", " "),
}
"""By script, where they are others than in Latin."""
_OWN_MARKS = {"fr": Marks(colon="\u00a0: "), "ur": Marks("، ", "۔", ": ", "، "), "mr": Marks()}
"""By language, where they are others than in its script."""

CALLING = {
    "zh": "打|[拨撥]打?|致[电電]|呼叫|[电電][话話][:：]?|[短簡][信訊][发發]?到",
    "en": r"\b(?:[Cc]all|[Dd]ial|[Rr]ing|[Pp]hone|[Tt]ext)(?:ing)?\s",
    "fr": r"\b(?:[Aa]ppel|[Cc]ompos|[Tt]éléphon)(?:ez|er|e)\s(?:le\s|au\s)?(?:numéro\s)?",
    "de": r"\b(?:[Rr]ufen|[Ww]ählen)\s(?:Sie\s)?(?:die\s)?|\b[Aa]nruf(?:en)?\s(?:unter\s)?",
    "es": r"\b(?:[Ll]lam|[Mm]ar(?:c|qu))(?:e|a|en|ar|ad)\s(?:al\s)?(?:número\s)?",
    "ar": "اتصل(?:وا|ي)?\\s(?:على\\s)?(?:ب?الرقم\\s|ب)?",
}
"""What stands before a telephone number that people are asked to call, by language, as a pattern."""


OF_LAW = {
    "zh": "法律(?!援助|服务)|法规|法条|条例|^(?:资料|信息)?(?:出处|来源|依据)$",
    "en": r"\b(?:the law|laws|legal basis|regulations?)\b|^sources?$",
    "fr": r"\b(?:la loi|lois|base légale|règlements?)\b|^sources?$",
    "de": r"\b(?:das gesetz|gesetze|rechtslage|rechtsgrundlage)\b|^quellen?$",
    "es": r"\b(?:la ley|leyes|base legal)\b|^fuentes?$",
    "ar": "القانون|^المصادر$|^المصدر$",
}
"""Words of headings that announce laws or sources, and say nothing to do, by language."""

FORBIDDING = {
    "zh": "[不别別勿莫禁免拒忌无無]|停止|[远遠][离離]",
    "en": r"\b(?:no|not|never|nothing|nobody|none|cannot|without|stop|avoid|refuse|prohibited"
    r"|forbidden|keep (?:off|out|away|clear))\b|n[’']t\b",
    "fr": r"\b(?:ne|pas|jamais|rien|aucune?|sans|non|interdit\w*|évitez|défense|stop)\b|\bn[’']",
    "de": r"\b(?:nicht|nie|niemals|kein\w*|ohne|verboten|vermeiden|stopp?)\b",
    "es": r"\b(?:no|nunca|jamás|nada|sin|prohibido|evite\w*|alto)\b",
    "ar": "لا |ليس|ممنوع|يُ?منع|بدون|دون|تجنب|امتنع",
}
"""What says that something is not to be done, by language, as a pattern."""


def base_of(language: str) -> str:
    """Returns a language without its region: zh of zh-CN."""
    return language.split("-")[0]


def is_chinese(language: str) -> bool:
    """Tells whether a language is Chinese or one of its sisters, in Han script."""
    return script_of(language) in ("Hans", "Hant")


def marks(language: str) -> Marks:
    """Returns the marks and spaces between what is joined in a language."""
    return _OWN_MARKS.get(base_of(language)) or _MARKS.get(script_of(language), Marks())


def quotation_marks(language: str) -> str:
    """Returns the quotation marks of Chinese in the script of a language, opening and closing."""
    return "「」" if script_of(language) == "Hant" else "“”"


@cache
def spaces(language: str) -> str:
    """Returns the spaces other than the plain one that a language is written with: French and others
    keep marks and units together by spaces that do not break, Japanese has a wide one."""
    if script_of(language) in ("Hans", "Hant") or base_of(language) == "en":
        return ""
    return "\u3000" if has_cells(language) else "\u00a0\u2009\u202f"


def digits_in(language: str) -> str | None:
    """Returns the characters for 0 to 9 with which a telephone number is read digit by digit; None
    in a language that reads digits as they stand."""
    return _DIGITS_READ.get(script_of(language))


@cache
def countries(language: str) -> tuple[str, ...]:
    """Returns the countries that a language is at home in, as ISO 3166 names them: the one that its
    tag has, else the likeliest, then those where it is official. The United States where nobody
    knows."""
    parts = language.split("-")
    if said := next(filter(is_country, parts[1:]), None):
        return (said,)
    known = get_global("likely_subtags")
    tag = known.get("_".join(parts[:2])) or known.get(parts[0], "en_Latn_US")
    spoken = {parts[0], "_".join(parts[:2])}
    official = [
        code
        for code in get_global("territory_languages")
        if is_country(code) and spoken & set(get_official_languages(code, de_facto=True))
    ]
    return tuple(dict.fromkeys((tag.split("_")[-1], *official)))


def is_simplified(language: str) -> bool:
    """Tells whether a language tag is one of Chinese in the simplified script."""
    return is_chinese(language) and script_of(language) == "Hans"


@cache
def simplified_forms() -> dict[str, str]:
    """Returns the traditional characters of Chinese with their simplified forms: those that the
    table of standard characters of 2013 (通用规范汉字表) does not have. By Unihan."""
    table = files("handbill.words").joinpath("simplified.txt").read_text("utf-8")
    traditional, simplified = table.splitlines()[1:]
    return dict(zip(traditional, simplified, strict=True))


@cache
def readings() -> str:
    """Returns the syllables of Chinese, a line each, with the characters that are read so: those of
    common use, without tones. By Unihan."""
    table = files("handbill.words").joinpath("readings.txt").read_text("utf-8")
    return table.partition("\n")[2]


@cache
def script_of(language: str) -> str:
    """Returns the script of a language, as ISO 15924 names it: the one its tag names, else that of
    most of its texts, there or at all: Hans for zh-CN, Hant for zh-TW; "" where nobody knows."""
    base, *rest = language.split("-")
    if said := next((one for one in rest if len(one) == 4 and one.isalpha()), None):
        return said
    likely = get_global("likely_subtags")
    known = next(filter(None, (likely.get(f"{base}_{part.upper()}") for part in rest)), None)
    return next((one for one in (known or likely.get(base, "")).split("_") if len(one) == 4), "")


def has_cells(language: str) -> bool:
    """Tells whether a language is written in characters of one width: Chinese, Japanese, Korean."""
    return script_of(language) in _IN_CELLS


def has_spaces(language: str) -> bool:
    """Tells whether a language parts its words: not those in cells, nor Thai, Lao, Khmer, Burmese
    and Tibetan."""
    return not has_cells(language) and script_of(language) not in _WITHOUT_SPACES


def letters(text: str) -> int:
    """Returns how many characters of a text take room: vowel signs, accents and joiners that stand
    over, under or between others take none."""
    return sum(unicodedata.category(one) not in ("Mn", "Me", "Cf") for one in text)


@cache
def _locale(language: str) -> Locale | None:
    """What Babel knows of a language; a region it has not heard of does not matter."""
    for tag in (language, base_of(language)):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def direction(language: str) -> str:
    """rtl for a language that is written from right to left, else ltr."""
    return "rtl" if script_of(language) in _FROM_RIGHT else "ltr"


def own_script(language: str) -> dict[str, str]:
    """Returns the script of a language for the data of a sheet, whose `lang` is the language alone:
    nothing where it is the one that the language is mostly written in."""
    script = script_of(language)
    return {} if script == script_of(base_of(language)) else {"script": script}


def autonym(language: str) -> str:
    """What a language calls itself: 中文, English, العربية; its tag when nobody knows."""
    locale = _locale(language)
    return (locale.get_language_name() if locale else None) or language


def language_name(language: str, say: str) -> str:
    """What the language `say` calls another, its script in brackets where the tag names one."""
    base, *rest = language.split("-")
    names = Locale(say)
    scripts = [names.scripts[part] for part in rest if part in names.scripts]
    return (names.languages.get(base) or base) + "".join(f" ({one})" for one in scripts)


def script_name(script: str, say: str) -> str:
    """What the language `say` calls a script (ISO 15924)."""
    return Locale(say).scripts.get(script) or script


def open_graph_locale(language: str) -> str:
    """A language as link previews name it, with a territory: zh_CN, en_US; the tag with a low line
    where nobody knows its territory."""
    language = language.replace("-", "_")
    known = get_global("likely_subtags").get(language, "")
    if "_" in language or "_" not in known:
        return language
    parts = known.split("_")
    return f"{parts[0]}_{parts[-1]}"


def written_day(date: datetime.date, language: str) -> str:
    """2026年11月24日, or 24 November 2026; another language's own way."""
    locale = _locale(language) or _ENGLISH
    return format_date(date, "d MMMM y" if locale.language == "en" else "long", locale)


@cache
def month_names(language: str) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """Returns what finds the names of months beside a day or a year in a text, the name its first
    group, and the month of each name in small letters; None where months are numbered."""
    locale = _locale(language)
    if locale is None or has_cells(language):
        return None
    names = {
        name.casefold().rstrip("."): month
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for month, name in locale.months[form][width].items()
        if not any(one.isdigit() for one in name)
    }
    if not names:
        return None
    any_name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W\d_])({any_name})(?![^\W\d_])", re.IGNORECASE), names


def written_part(part: str, language: str) -> str:
    """A day, month or year as a language writes it: 2025年7月 of 2025-07. Raises ValueError where
    there is no such day."""
    number = [int(one) for one in part.split("-")]
    day = datetime.date(*[*number, 1, 1][:3])
    if len(number) == 3:
        return written_day(day, language)
    form = "yMMMM" if len(number) == 2 else "y"
    return format_skeleton(form, day, locale=_locale(language) or _ENGLISH)


def plurals(language: str) -> list[str]:
    """Returns the plural forms of a language besides "other", as Unicode's rules name them: one in
    French, one and few in Polish, none in Japanese."""
    return sorted((_locale(language) or _ENGLISH).plural_form.tags)


def plural(language: str, count: int) -> str:
    """Returns the plural form that a language takes for a count: one, few, other."""
    return str((_locale(language) or _ENGLISH).plural_form(count))
