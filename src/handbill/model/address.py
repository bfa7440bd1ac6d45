"""Addresses of the web, of mail and of telephones: those that lead where they seem to lead.

Hosts are read as browsers read them (WHATWG URL) and held to IDNA 2008; scripts may be mixed in
one label as UTS 39, "highly restrictive", allows.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

import idna

from handbill.problems import Both

SCHEMES = frozenset({"https", "http", "mailto", "tel"})
LONGEST = 2000
"""Characters of an address; more fits in no code and no address bar."""


@dataclass(frozen=True)
class Fault:
    """Why an address will not do. deceives: it shows another place than it leads to, or does
    something else than to open a page; else it is only written wrongly."""

    reason: Both
    deceives: bool = False


_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`|~-]+@([^@]+)")
_MAIL_FIELDS = re.compile(r"(?:(?:subject|body)=[^&]*(?:&|$))*", re.IGNORECASE)
_MADE_OF = {
    "HIRAGANA": "CJK",
    "KATAKANA": "CJK",
    "KATAKANA-HIRAGANA": "CJK",
    "BOPOMOFO": "CJK",
    "HANGUL": "CJK",
    "IDEOGRAPHIC": "CJK",
}
"""Scripts that Chinese, Japanese and Korean write in one word; UTS 39 lets Latin stand beside."""
_LIKE_LATIN = frozenset("асԁеһіјӏкоорԛѕԝхуүԍмтвнгпиьαεικνορτυχωյոսօցհ")
"""Cyrillic, Greek and Armenian letters that fonts draw as Latin ones, or nearly."""
_PHONETIC = re.compile("[\u0250-\u02af\u1d00-\u1dbf\ua720-\ua7ff]")
_WRITTEN = frozenset("ɓɔɖɗəɛɣɨɩɲŋʉʊʋ")
"""Letters of phonetic notation that languages do write; the others only look like plain ones."""
_OFFICIAL = re.compile(
    r"(?:^|[.-])(?:gov|gouv|gob|police|court|mil|edu)[.-][a-z]{2}(?=[.-])"
    r"|(?:^|[.-])(?:gov|police|court)-?cn(?=[.-])"
)
"""A suffix of offices and schools that is followed by more, and so is none."""
_SUFFIX = re.compile(r"\.(?:gov|edu|mil|ac|police)\.[a-z]{2}$|\.gov$")
_DIGITS = str.maketrans("0135", "oles")

_CREDENTIALS = Both(
    "“@”前面的部分看着像网址，其实不是：点开的是“@”后面的网站。",
    "What stands before “@” only looks like the site; the address leads to what is behind it. ",
)
_BACKSLASH = Both("网址里有反斜杠“\\”。", "A backslash is in it. ")
_WIDE = Both(
    "网址里有全角的字母或者句点：请关掉中文输入法重新输入。",
    "It has full-width letters or dots: type it anew without the Chinese input method. ",
)
_MIXED = Both(
    "同一段里混用了不同文字的字母，看着一样，其实是别的网站。",
    "Letters of several scripts are mixed in one part: it looks the same and is another site. ",
)
_DIALS = Both(
    "tel: 后面只能是号码：带“*”“#”的会让手机执行指令。",
    "Only a number follows tel:; “*” and “#” make a telephone run a code. ",
)
_CONTROL = Both("网址里藏着控制符。", "A control character is hidden in it. ")
_BRACES = Both(
    "网址里不能有花括号：这里不会替换成别的内容。", "Braces are not filled in in an address. "
)
_SPACE = Both("网址里有空格、引号或者尖括号。", "It has a space, a quote or an angle bracket. ")
_NO_HOST = Both("“//”后面没有网站的名字。", "No host stands behind “//”. ")
_PORT = Both("冒号后面的端口要在 1 到 65535 之间。", "A port is from 1 to 65535. ")
_HOST = Both("网站的名字写得不对。", "The name of the site is malformed. ")
_NUMBER = Both("tel: 后面没有号码。", "No telephone number follows tel:. ")
_MAIL = Both(
    "mailto: 后面写一个邮箱，最多再加 subject 和 body。",
    "mailto: takes one mailbox, and subject and body at most. ",
)
_LONG = Both(f"网址超过 {LONGEST} 个字符。", f"It has more than {LONGEST} characters. ")
_END = Both("末尾多了标点。", "Punctuation is left at its end. ")


def address_fault(text: str, schemes: frozenset[str] = SCHEMES) -> Fault | None:
    """Returns why a text is no address that a page may link to; None for one that may be."""
    for found, fault in (
        (len(text) > LONGEST, Fault(_LONG)),
        (any(unicodedata.category(one) in ("Cc", "Cf") for one in text), Fault(_CONTROL, True)),
        ("\\" in text, Fault(_BACKSLASH, True)),
        (re.search(r"[{}]", text), Fault(_BRACES)),
        (re.search(r"[\s<>\"]", text), Fault(_SPACE)),
        (re.search(r"%(?:[01][0-9a-f]|7f)", text, re.IGNORECASE), Fault(_CONTROL, True)),
        (text[-1:] in ("。", "，", "、", "；", "》", "）"), Fault(_END)),
    ):
        if found:
            return fault
    try:
        parts = urlsplit(text)
    except ValueError:  # a bracket that is not closed, and the like
        return Fault(_HOST)
    scheme = parts.scheme.lower()
    if scheme not in schemes:
        wide = unicodedata.normalize("NFKC", text[:8]) != text[:8]
        return Fault(_WIDE) if wide else Fault(Both("", ""))
    if scheme == "tel":
        return _tel_fault(text.partition(":")[2])
    if scheme == "mailto":
        return _mail_fault(text.partition(":")[2])
    return _web_fault(parts)


def _tel_fault(number: str) -> Fault | None:
    if re.search("[*#%;,pw]", number, re.IGNORECASE):
        return Fault(_DIALS, True)
    digits = re.sub(r"[ ().-]", "", number)
    return None if re.fullmatch(r"\+?[0-9]{3,15}", digits) and int(digits) else Fault(_NUMBER)


def _mail_fault(text: str) -> Fault | None:
    mailbox, _, fields = text.partition("?")
    found = _MAILBOX.fullmatch(mailbox)
    if not found or not _MAIL_FIELDS.fullmatch(fields):
        return Fault(_MAIL)
    return host_fault(found[1])


def _web_fault(parts: SplitResult) -> Fault | None:
    if "@" in parts.netloc:
        return Fault(_CREDENTIALS, True)
    host, _, port = parts.netloc.partition("]") if "[" in parts.netloc else ("", "", "")
    if host:
        port = port.removeprefix(":")
        host += "]"
    else:
        host, _, port = parts.netloc.partition(":")
    if not host:
        return Fault(_NO_HOST)
    written = parts.netloc.endswith(":") or bool(port)
    if written and not (re.fullmatch("[0-9]{1,5}", port) and 0 < int(port) < 65536):
        return Fault(_PORT)
    return host_fault(host)


def host_fault(host: str) -> Fault | None:
    """Returns why a text is no name of a host, or one that passes for another."""
    if host.startswith("["):
        return None if _is_ip(host[1:-1], 6) else Fault(_HOST)
    if any(one in "。．｡" or unicodedata.normalize("NFKC", one) != one for one in host):
        return Fault(_WIDE, True)
    labels = host.lower().removesuffix(".").split(".")
    if re.fullmatch("[0-9]+|0x[0-9a-f]*", labels[-1]):
        return None if _is_ip(host, 4) else Fault(_HOST, True)  # browsers take it for a number
    if sum(len(label) + 1 for label in labels) > 254:
        return Fault(_HOST)
    return next((fault for label in labels if (fault := _label_fault(label, labels[-1]))), None)


def is_loopback(host: str) -> bool:
    """Tells whether a host, as an address names it, is this computer and nothing else."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def _is_ip(text: str, version: int) -> bool:
    try:
        return ipaddress.ip_address(text).version == version
    except ValueError:
        return False


def _label_fault(label: str, top: str) -> Fault | None:
    if label.isascii() and not label.startswith("xn--"):
        return None if _LABEL.fullmatch(label) else Fault(_HOST)
    try:
        shown = idna.ulabel(idna.alabel(label))
    except (idna.IDNAError, UnicodeError):
        return Fault(_HOST, True)
    scripts = {_script(one) for one in shown if unicodedata.category(one)[0] == "L"}
    if len(scripts) > 1 and scripts != {"LATIN", "CJK"}:
        return Fault(_MIXED, True)
    letters = {one for one in shown if unicodedata.category(one)[0] == "L"}
    if set(_PHONETIC.findall(shown)) - _WRITTEN:
        return Fault(_MIXED, True)
    if letters and letters <= _LIKE_LATIN and top.isascii():
        return Fault(_MIXED, True)
    return None


def _script(letter: str) -> str:
    """The script of a letter, as its name in the Unicode standard begins."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return _MADE_OF.get(name, name)


def passes_for(host: str) -> str | None:
    """Returns the part of a host that makes it look like an office's and is not: "gov.cn" of
    gov.cn.example.com, "g0v.cn"; None where nothing does."""
    host = host.lower().removesuffix(".")
    if (found := _OFFICIAL.search(host)) and host[found.end() :].strip("."):
        return found[0].strip(".-")
    drawn = host.translate(_DIGITS)
    if drawn != host and (found := _SUFFIX.search(drawn)) and not _SUFFIX.search(host):
        return host[found.start() + 1 :]
    return None
