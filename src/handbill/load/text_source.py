"""Bytes of a file → text. Everything that can be wrong before a parser looks at it."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

from handbill.problems import Both, Problem, Span

LARGEST = 1_000_000
"""Bytes a file may have. The flagship's largest has a thirtieth of it."""

# Control characters, what the private use area holds (one of them is our own blank), marks that
# turn the reading direction (a text may then say other than it shows), and marks without width
# (soft hyphens, fillers, tags, variants of characters), which come with text copied from chat
# programs and make equal words unequal. U+FE0F is left: it belongs to signs such as ☎️.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufeff"
    "\uffa0\ufff9-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_NAMES = {
    0x00: Both("空字符", "a NUL character"),
    0x85: Both("换行控制符", "a next-line control character"),
    0xAD: Both("软连字符", "a soft hyphen"),
    0x200B: Both("零宽空格", "a zero-width space"),
    0x200D: Both("零宽连接符（组合表情里也有）", "a zero-width joiner, as in composed emoji"),
    **dict.fromkeys(
        (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
        Both("改变阅读方向的控制符", "a mark that turns the reading direction"),
    ),
    0xFEFF: Both("字节顺序标记", "a byte order mark"),
    0xFFFD: Both("乱码替换符", "a replacement character, left by a failed conversion"),
}


_TABLE = Both(
    "表格请在 Excel、WPS 里另存为“CSV UTF-8（逗号分隔）”。",
    "Save a table from the spreadsheet as “CSV UTF-8”. ",
)


def read_text(
    path: Path, name: str, *, chinese_codepage: bool = False
) -> tuple[str | None, list[Problem]]:
    """Returns the text of a file without its byte order mark, or the problems that keep it from us.

    name: the file in spans. chinese_codepage: accept GB18030 too, as spreadsheets save CSV.
    """
    try:
        info = path.stat()
        if what := no_file(info.st_mode):
            return None, [Problem("E170", Span(name), file=name, what=what)]
        size = info.st_size
        if size > LARGEST:
            return None, [Problem("E101", Span(name), size=size, limit=LARGEST)]
        data = path.read_bytes()
    except OSError as error:
        return None, [Problem("E102", Span(name), reason=refusal(error))]
    return decode(data, name, chinese_codepage=chinese_codepage)


def no_file(mode: int) -> Both | None:
    """Returns what something is that is neither a file nor a folder; reading it may never end."""
    for is_one, what in (
        (stat.S_ISFIFO, Both("管道（FIFO）", "a pipe (FIFO)")),
        (stat.S_ISSOCK, Both("套接字", "a socket")),
        (stat.S_ISCHR, Both("设备", "a device")),
        (stat.S_ISBLK, Both("设备", "a device")),
    ):
        if is_one(mode):
            return what
    return None


def refusal(error: OSError | RuntimeError) -> Both | str:
    """Why the system does not let a file be read."""
    if isinstance(error, IsADirectoryError):
        return Both("这是一个文件夹", "it is a folder")
    if isinstance(error, PermissionError):
        return Both(
            "没有读取权限，或者正被别的程序占用",
            "no permission to read it, or another program holds it",
        )
    if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
        return Both("链接绕成了一个圈", "its links go round in a ring")
    return error.strerror or str(error)


def unseen(text: str) -> Both | None:
    """Returns the first character of `text` that cannot be seen or printed, as messages name it."""
    match = _UNSEEN.search(text)
    return _character(match[0]) if match else None


def decode(
    data: bytes, name: str, *, chinese_codepage: bool = False
) -> tuple[str | None, list[Problem]]:
    """As `read_text`, from bytes."""
    if len(data) > LARGEST:
        return None, [Problem("E101", Span(name), size=len(data), limit=LARGEST)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        guess = _guess(data)
        if not (chinese_codepage and guess == "GB18030"):
            span = _place(data, error.start, name) if guess in ("", "GB18030") else Span(name)
            return None, [
                Problem(
                    "E103",
                    span,
                    guess=_named(guess),
                    hint=_TABLE if name.casefold().endswith(".csv") else "",
                )
            ]
        text = data.decode("gb18030")
    if "\0" in text and (guess := _guess(data)).startswith("UTF-16"):
        return None, [Problem("E103", Span(name), guess=_named(guess))]
    problems = [
        Problem("E104", span, character=_character(character))
        for span, character in _unseen(text, name)
    ]
    return (None, problems) if problems else (text, [])


def _guess(data: bytes) -> str:
    """Which encoding bytes that are not UTF-8 are likely in; "" for none that we know."""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "Office"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    zeros = data.count(0)
    if zeros and zeros * 4 >= len(data):
        return "UTF-16"
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    han = sum("\u4e00" <= character <= "\u9fff" for character in text)
    return "GB18030" if han and "\0" not in text else ""


def _named(guess: str) -> Both:
    if guess == "GB18030":
        return Both(
            "看起来是 GBK（“ANSI”，中文 Windows 的老编码）",
            "it looks like GBK (“ANSI” on a Chinese Windows)",
        )
    if guess == "UTF-16":
        return Both(
            "看起来是 UTF-16（记事本里叫“Unicode”）", "it looks like UTF-16 (“Unicode” in Notepad)"
        )
    if guess == "Office":
        return Both(
            "这是 Excel、Word 的文件（或者压缩包），只是改了后缀；请用原来的软件打开，"
            "另存为文本或者 CSV",
            "it is a file of Excel or Word (or an archive) under another name; open it "
            "there and save it as text or CSV",
        )
    return Both(
        "看不出是哪种编码，也可能根本不是文本文件",
        "its encoding is not known, or it is no text at all",
    )


def _place(data: bytes, offset: int, name: str) -> Span:
    before = data[:offset]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace").lstrip("\ufeff")) + 1
    return Span(name, before.count(b"\n") + 1, column, column + 1)


def _character(character: str) -> Both:
    known = _NAMES.get(ord(character))
    code = f"U+{ord(character):04X}"
    return Both(f"{known.zh} {code}", f"{known.en}, {code}") if known else Both(code, code)


def _unseen(text: str, name: str) -> list[tuple[Span, str]]:
    if not _UNSEEN.search(text):
        return []
    return [
        (Span(name, number, match.start() + 1, match.end() + 1), match[0])
        for number, line in enumerate(_LINE_END.split(text), start=1)
        for match in _UNSEEN.finditer(line)
    ]
