"""Bytes of a file → text. Everything that can be wrong before a parser looks at it."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from handbill.load.invisible import LINE_END, named, unneeded
from handbill.problems import Both, Problem, Span

LARGEST = 1_000_000
"""Bytes a file may have. The flagship's largest has a thirtieth of it."""
LARGEST_TABLE = 100_000_000
"""Bytes a table of places may have: every village of a country, with its telephones."""

_TABLE = Both(
    "表格请在 Excel、WPS 里另存为“CSV UTF-8（逗号分隔）”。",
    "Save a table from the spreadsheet as “CSV UTF-8”. ",
)


def read_text(
    path: Path, name: str, *, chinese_codepage: bool = False, largest: int = LARGEST
) -> tuple[str | None, list[Problem]]:
    """Returns the text of a file without its byte order mark, or the problems that keep it from us.

    name: the file in spans. chinese_codepage: accept GB18030 too, as spreadsheets save CSV.
    largest: bytes it may have.
    """
    try:
        info = path.stat()
        if what := no_file(info.st_mode):
            return None, [Problem("E170", Span(name), file=name, what=what)]
        size = info.st_size
        if size > largest:
            return None, [Problem("E101", Span(name), size=size, limit=largest)]
        data = path.read_bytes()
    except OSError as error:
        return None, [Problem("E102", Span(name), reason=refusal(error))]
    return decode(data, name, chinese_codepage=chinese_codepage, largest=largest)


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


def decode(
    data: bytes, name: str, *, chinese_codepage: bool = False, largest: int = LARGEST
) -> tuple[str | None, list[Problem]]:
    """As `read_text`, from bytes."""
    if len(data) > largest:
        return None, [Problem("E101", Span(name), size=len(data), limit=largest)]
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
        Problem("E104", Span(name, number, column, column + 1), character=named(character))
        for number, line in enumerate(LINE_END.split(text), start=1)
        for column, character in unneeded(line)
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
