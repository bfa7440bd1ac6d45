"""Pages that the theme frames get their policy when they are finished: only then all is known that
stands in them.

The theme leaves a mark, `<template id="hb-policy">`. In it are the scripts that the page may hold:
none in a page for citizens, the theme's own few in the guide. A preview keeps the mark, and with it
no policy, since the server's script that loads pages anew would be refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import lxml.html

from handbill.policy import REFERRER, digest, page_policy
from handbill.problems import Problem, Span
from handbill.publish.isolates import pages_of
from handbill.writing import write_whole

_MARK = re.compile(r'<template id="?hb-policy"?([^>]*)>(.*?)</template>\n?', re.DOTALL)
_FIRST = re.compile(r"<head>\s*(?:<meta charset=[^>]*>)?\n?")
_ATTRIBUTES = re.compile(r"style|on[a-z]+")
_DATA = re.compile(r"application/(ld\+)?json|speculationrules|importmap")
"""Types of script elements that are data."""


def elements(tag: str, html: str) -> list[str]:
    """Returns the texts of all elements of one tag, exactly as they stand: `style` or `script`."""
    return re.findall(rf"<{tag}\b(?![^>]*\bsrc=)[^>]*>(.*?)</{tag}>", html, re.DOTALL)


def with_policy(html: str) -> str:
    """Returns a page with its policy in place of the theme's mark; without a mark, as it is."""
    mark = _MARK.search(html)
    if mark is None:
        return html
    html = html[: mark.start()] + html[mark.end() :]
    known = set(elements("script", mark[2]))
    policy = page_policy(
        elements("style", html.partition("</head>")[0]),
        [script for script in elements("script", html) if script in known],
        wasm="data-wasm" in mark[1],
    )
    first = _FIRST.search(html)
    at = first.end() if first else 0
    return (
        f'{html[:at]}<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="referrer" content="{REFERRER}">\n{html[at:]}'
    )


def put_policies(site: Path, finished: Collection[str] = ()) -> Iterator[Problem]:
    """Write the policies of a finished site, and yield what they refuse in its pages (W790).
    finished: pages that have their own."""
    for file in pages_of(site, finished):
        text = file.read_text("utf-8")
        if (html := with_policy(text)) == text:
            continue
        write_whole(file, html.encode(), flush=False)  # it may be a second name of an older page
        page = file.relative_to(site).as_posix()
        for refused, line in _refused(html).items():
            yield Problem("W790", Span(page, line, 1, 1), page=page, refused=refused)


def _refused(html: str) -> dict[str, int]:
    """Returns what a page's own policy keeps it from using, each with its first line."""
    document = lxml.html.document_fromstring(html)
    [policy] = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    found: dict[str, int] = {}
    for element in document.iter("*"):
        line = element.sourceline or 0
        for name in element.attrib:
            if _ATTRIBUTES.fullmatch(str(name)):
                found.setdefault(f"<{element.tag} {name}=…>", line)
        loaded = element.get("src") or (
            element.get("href", "") if element.get("rel") in ("stylesheet", "preload") else ""
        )
        script = element.tag == "script" and not _DATA.match(element.get("type", ""))
        if re.match(r"(?!data:)[a-z]+:|//", loaded, re.IGNORECASE):
            found.setdefault(loaded, line)
        elif loaded or not (script or element.tag == "style"):
            continue
        elif digest(element.text or "") not in policy:
            found.setdefault(f"<{element.tag}>", line)
    return found
