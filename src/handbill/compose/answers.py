"""What the search answers before the index of all pages is there: one small script a language.

It has the pages that a person may need, each with its title, a line, the questions of answers.yml and
what else it says; and the names of places. assets/ask.js finds the best of them. Sheets are not
there unless a question leads to one: who looks for help finds help.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from handbill.compose.artifacts import Artifact, PageArtifact, Static
from handbill.compose.part import Part
from handbill.edition.localise import EveryPlace
from handbill.edition.translated import untranslated
from handbill.model.text import plain_text
from handbill.model.texts import walk
from handbill.words.languages import is_chinese, readings, simplified_forms

MOST = 90_000
"""Bytes of pages and places; what goes beyond is left to the index. With the tables of Chinese the
file stays below 150 KB."""
_LINE = 90
"""Characters that a result says of its page."""


def answers(part: Part, pages: Sequence[PageArtifact], local: EveryPlace | None) -> Artifact:
    """The script of one campaign in one language. pages: those that are there to be read."""
    told = part.edition.answers
    groups = told.groups if told and not untranslated(told.alike) else []
    data: dict[str, Any] = {"pages": [], "places": [], "alike": groups}
    left = MOST
    for name, rows in (("pages", _pages(part, pages)), ("places", _places(part, local))):
        for row in rows:
            left -= len(json.dumps(row, ensure_ascii=False).encode())
            if left < 0:
                break
            data[name].append(row)
    if is_chinese(part.edition.language):
        forms = simplified_forms()
        data["simplified"] = ["".join(forms), "".join(forms.values())]
        data["readings"] = readings().replace("\n", "|")
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A line of JSON is a script, but for two marks that end lines in old ones.
    text = text.replace("\u2028", " ").replace("\u2029", " ")
    return Artifact(
        f"{part.prefix}search/answers.js", Static(f"window.handbillAnswers={text};\n".encode())
    )


def _pages(part: Part, pages: Sequence[PageArtifact]) -> Iterator[list[Any]]:
    """Address below the site, title, a line, more text, questions: first what is asked for."""
    asked: dict[str, list[str]] = {}
    for answer in part.edition.answers.answers if part.edition.answers else ():
        questions = [] if untranslated(answer.asked) else answer.questions
        asked.setdefault(answer.page, []).extend(questions)
    found = {url: page for page in pages if (url := _searched(part, page)) is not None}
    rows = []
    for target, questions in asked.items():
        url, _, anchor = target.partition("#")
        if url in found:
            rows.append([*_told(part, found[url], url, anchor), questions])
    for url, page in found.items():
        if url not in asked and not url.startswith(("m/", "embed/")):
            rows.append([*_told(part, page, url, ""), []])
    rows.sort(key=lambda row: not row[4])
    return iter(rows)


def _searched(part: Part, page: PageArtifact) -> str | None:
    """The address of a page below its part of the site; None where search leads to none."""
    if not page.path.endswith((".md", ".html")) or page.body.unlisted:
        return None
    return str(page.body.data["page"]["url"]).removeprefix(part.prefix)


def _told(part: Part, page: PageArtifact, url: str, anchor: str) -> list[Any]:
    """Address, title, line and further text of a page, or of a place in it."""
    edition, data = part.edition, page.body.data
    title, line = data["page"]["title"], ""
    more: list[object] = []
    topic = next((one for one in edition.topics if anchor == f"topic-{one.id}"), None)
    claim = edition.claims.get(anchor)
    if situation := data.get("situation"):
        title, line, more = situation.title, situation.lead, [situation.steps]
    elif topic:
        title = topic.title
        more = [one.text for one in edition.claims.values() if one.topic == topic.id]
    elif claim:
        title, line = edition.citation(anchor), claim.text
    elif page.body.front_matter:
        line = page.body.front_matter["description"]
        if audience := data.get("audience"):
            more = [audience.file.signals, audience.file.steps, audience.file.trouble]
    if untranslated([title, line]):
        title, line = data["page"]["title"], ""
    target = f"{part.prefix}{url}" + (f"#{anchor}" if anchor else "")
    line = plain_text(line)
    short = line if len(line) <= _LINE else line[:_LINE].rstrip() + "…"
    words = " ".join(text for one in more for _, text, _ in walk(one) if not untranslated(text))
    return [target, plain_text(title), short, plain_text(words)]


def _places(part: Part, local: EveryPlace | None) -> Iterator[list[str]]:
    """Address and name of each place that has a page."""
    for place, name in local.names.items() if local else ():
        yield [f"{part.prefix}p/{place}/", name]
