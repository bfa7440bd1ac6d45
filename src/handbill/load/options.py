"""What is wrong with the settings that Handbill takes from mkdocs.yml: addresses, plugin options."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from handbill.load.validate import near
from handbill.model.address import Fault, address_fault
from handbill.problems import Both, Problem, Span

PLUGIN = "handbill"
OPTIONS: dict[str, type] = {"campaigns": str, "templates": str, "leave": str, "admin": bool}
"""Options of the plugin; `publish.mkdocs_plugin` has the same for MkDocs."""

_WEB = frozenset({"https", "http"})
_LINK = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)|\]\(([^)\s]+)""", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_PLAIN = Both("网站的地址不带 ? 和 #。", "The address of a site has no ? and no #. ")
_FOLDER = Both("要写文件夹的名字", "the name of a folder is asked for")
_TRUTH = Both("要写 true 或者 false，不加引号", "true or false is asked for, without quotes")
_ADDRESS = Both("要写一个网址", "an address is asked for")
_GROUP = Both("选项要写成“名称: 内容”", "options are written “name: value”")
_TEXT = Both("要写一段文字；是数字就加引号", "a text is asked for; quote what is a number")
_UNSEEN = Both(
    "文件夹的名字里有控制符，系统不收",
    "the name of a folder holds a character that no system takes",
)
_TEXTS = ("site_name", "copyright", "docs_dir", "site_dir")
"""Settings that are texts, beside the addresses; those named _dir are folders."""


def option_problems(config: Mapping[str, Any], where: Callable[[str], Span]) -> Iterator[Problem]:
    """Yields E209 and E160 for addresses, E187 for other settings, E180 and E181 for options of the
    plugin, and W180 where the plugin is not listed. where: tells the place of a setting."""
    for name in _TEXTS:
        value = config.get(name)
        if reason := _text_fault(value, name.endswith("_dir")):
            at = where(name)
            yield Problem("E187", at, name=name, value=_shown(value), reason=reason)
    for name in ("site_url", "repo_url"):
        if address := config.get(name):
            yield from _of_address(str(address), where(name), site=name == "site_url")
    for match in _LINK.finditer(str(config.get("copyright") or "")):
        address = match[1] or match[2]
        if _SCHEME.match(address) and (fault := address_fault(address)):
            yield _refused(fault, address, where("copyright"))
    listed = plugin_options(config.get("plugins"))
    if listed is None:
        yield Problem("W180", where("plugins"))
    elif not isinstance(listed, dict):
        at = where(PLUGIN)
        yield Problem("E181", at, name=PLUGIN, value=_shown(listed), reason=_GROUP)
    else:
        for name, value in listed.items():
            yield from _of_option(str(name), value, where(str(name)))


def plugin_options(plugins: object) -> Any:
    """Returns what stands behind the handbill plugin, whichever of MkDocs' notations lists it: {} for
    nothing, None where it is not listed."""
    for item in plugins if isinstance(plugins, list) else [plugins]:
        if item == PLUGIN:
            return {}
        if isinstance(item, dict) and PLUGIN in item:
            return {} if item[PLUGIN] is None else item[PLUGIN]
    return None


def _of_option(name: str, value: object, at: Span) -> Iterator[Problem]:
    wanted = OPTIONS.get(name)
    if wanted is None:
        yield Problem("E180", at, name=name, known=list(OPTIONS), suggestion=near(name, OPTIONS))
    elif value is not None and not isinstance(value, wanted):
        reason = _TRUTH if wanted is bool else _ADDRESS if name == "leave" else _FOLDER
        yield Problem("E181", at, name=name, value=_shown(value), reason=reason)
    elif name == "leave" and value:
        yield from _of_address(str(value), at)
    elif fault := _text_fault(value, True) if wanted is str else None:
        yield Problem("E181", at, name=name, value=_shown(value), reason=fault)


def _text_fault(value: object, folder: bool) -> Both | None:
    """Returns why a value is no text, or no name that a folder can have; None for nothing, too."""
    if value is None or (isinstance(value, str) and not folder):
        return None
    if not isinstance(value, str):
        return _FOLDER if folder else _TEXT
    return _UNSEEN if any(unicodedata.category(one) in ("Cc", "Cs") for one in value) else None


def _shown(value: object) -> str:
    """A value as messages show it."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= 60 else f"{text[:60]}…"


def _of_address(address: str, at: Span, *, site: bool = False) -> Iterator[Problem]:
    if fault := address_fault(address, _WEB):
        yield _refused(fault, address, at)
    elif site and re.search("[?#]", address):
        yield Problem("E209", at, value=address, hint=_PLAIN)


def _refused(fault: Fault, address: str, at: Span) -> Problem:
    code = "E160" if fault.deceives else "E209"
    return Problem(code, at, value=address, hint=fault.reason)
