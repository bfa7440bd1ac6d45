"""What was likely meant by a value that will not do: telephones and days as spreadsheets and people
write them. A hint only; nothing is put right without a word."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable

from handbill.load.fullwidth import halfwidth
from handbill.model.telephone import is_hotline
from handbill.problems import Both

NOTHING = Both("", "")

_FIRST_DAY = datetime.date(1899, 12, 30)
"""Day 0 of a spreadsheet's count."""
_DAY = re.compile(
    r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?(?:\s.*)?"
)

_LOST = Both(
    "表格软件把号码当成数字改掉了：先把这一列的格式设为“文本”，再照原来的号码重填。",
    "A spreadsheet took the number for a quantity and changed it: format the column as "
    "text, then type the number anew. ",
)
_LOCAL = Both("座机号码前面要写区号和减号。", "A land line needs its area code and a hyphen. ")
_SEVERAL = Both(
    "一处只写一个号码；别的号码可以写在另一种电话里。",
    "One number only; others go to other contacts. ",
)
_DIGITS = Both("数字只用 0–9。", "Digits are 0 to 9. ")
_WORDS = Both(
    "只写数字和减号；分机、联系人写在名称（name）里。",
    "Digits and hyphens only; extensions and names go to name. ",
)


def telephone(value: str) -> tuple[str | None, Both]:
    """Returns the number that was likely meant, and what went wrong with it."""
    plain = re.sub(r"[\s()（）-]", "", value)
    if not value.isascii() and any(one.isdecimal() for one in value):
        ascii_digits = "".join(str(unicodedata.decimal(one, one)) for one in value)
        if ascii_digits.isascii():
            return ascii_digits, _DIGITS
    if re.fullmatch(r"[0-9.]+[Ee]\+?[0-9]+", plain) or re.fullmatch(r"[0-9]+\.0*", plain):
        return None, _LOST
    if re.fullmatch(r"[1-9][0-9]{8,10}", plain) and re.fullmatch(
        r"0[0-9]{2,3}[2-9][0-9]{6,7}", f"0{plain}"
    ):
        code = 3 if plain[0] in "12" else 4
        return f"0{plain[: code - 1]}-{plain[code - 1 :]}", _LOST
    if re.fullmatch(r"\+?860?[0-9]{10,11}", plain):
        return None, Both("去掉前面的 +86。", "Leave out +86. ")
    if re.fullmatch(r"[2-9][0-9]{6,7}", plain):
        return None, _LOCAL
    if len(re.findall(r"[0-9]{7,}", plain)) > 1 or re.search(r"[0-9][/、,，;；][0-9]", value):
        return None, _SEVERAL
    if re.fullmatch(r"0[0-9]{2,3}[2-9][0-9]{6,7}", plain) and re.search("[()（）]", value):
        code = 3 if plain[1] in "12" else 4
        return f"{plain[:code]}-{plain[code:]}", NOTHING
    if re.search(r"[^0-9\s()（）+-]", value):
        return None, _WORDS
    return None, NOTHING


def hotline(value: str) -> tuple[str | None, Both]:
    """Returns the number of a campaign that was likely meant, and what went wrong with it."""
    narrow = re.sub(r"(?<=[0-9])\s*\(0\)|[().]", " ", halfwidth(value))
    narrow = re.sub(r"\s*-\s*", "-", " ".join(narrow.split()))
    if re.search(r"[0-9]\s*[/、,;]\s*\+?[0-9]", narrow):
        return None, Both(
            "一项只写一个号码，另一个另写一项。", "One number an entry; another is another entry. "
        )
    if re.search(r"[^0-9 +-]", narrow):
        return None, Both(
            "只写数字、空格和减号；分机写在 use 里。",
            "Digits, spaces and hyphens only; an extension goes to `use`. ",
        )
    return (narrow if is_hotline(narrow) else None), NOTHING


def day(value: str) -> tuple[str | None, Both]:
    """Returns the day that was likely meant, and what went wrong with it."""
    if set(value) == {"#"}:
        return None, Both(
            "表格里那一列太窄，存下来的是井号：拉宽后重新另存。",
            "The column was too narrow in the spreadsheet: widen it and save again. ",
        )
    if re.fullmatch(r"[45][0-9]{4}", value):
        meant = _FIRST_DAY + datetime.timedelta(days=int(value))
        return meant.isoformat(), Both(
            "这是表格软件里日期的序号。", "This is a spreadsheet's own count of days. "
        )
    if match := _DAY.fullmatch(value):
        try:
            return datetime.date(*(int(part) for part in match.groups())).isoformat(), NOTHING
        except ValueError:
            return None, Both("没有这一天。", "There is no such day. ")
    return None, NOTHING


def yes_or_no(value: str) -> str | None:
    """true or false, where a word for it was written."""
    word = value.strip().casefold()
    return (
        "true"
        if word in ("是", "有", "对", "yes", "y", "√")
        else "false"
        if word in ("否", "无", "没有", "不", "no", "n", "×")
        else None
    )


def as_list(value: str) -> str | None:
    """Returns a text with commas, as a list is written: 甲，乙 → [甲, 乙]."""
    parts = [part.strip() for part in re.split("[，、；;,]", value.strip("【】[]［］ "))]
    parts = [part for part in parts if part]
    written = f"[{', '.join(parts)}]"
    return written if parts and len(written) <= 60 and not re.search("[{}:#'\"]", written) else None


def owner_of(name: str, files: Iterable[tuple[str, Iterable[str]]]) -> Both:
    """Returns which file has a field of this name, for one that stands in the wrong file."""
    found = [file for file, names in files if name in names]
    if not found:
        return NOTHING
    return Both(
        f"{name} 是 {'、'.join(found)} 里的字段，请写到那里。",
        f"{name} is a field of {', '.join(found)}. ",
    )
