"""Texts → a PO file, by the rules of gettext: what has changed is marked fuzzy, nothing is lost."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import denormalize, write_po

from handbill.load.catalogs import read_entries
from handbill.translation.extract import Text

_HEADER = """\
# {title}
# 译文在 msgstr 里；改过原文的标着 fuzzy，核对后删掉这个标记才会用上。
# Translations stand in msgstr; what is marked fuzzy is used once the mark is taken off."""


_HEADED = re.compile(
    r'(?:[ \t]*\n|#.*\n)*msgid[ \t]+""[ \t]*\nmsgstr[ \t]+".*"[ \t]*\n(?:[ \t]*".*"[ \t]*(?:\n|$))*'
)
"""The header of a PO file: its comments, and the entry without a text."""


@dataclass(frozen=True)
class Counts:
    """How far a translation has come, in texts. fuzzy: made for another wording."""

    translated: int
    fuzzy: int
    missing: int


def _template(texts: Sequence[Text], language: str, title: str, day: datetime.date) -> Catalog:
    # The campaign's day, not the clock's: the same YAML gives the same file.
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    catalog = Catalog(
        locale=language.replace("-", "_") if _known(language) else None,
        project=title,
        header_comment=_HEADER.format(title=title),
        creation_date=moment,
        revision_date=moment,
        fuzzy=False,
        last_translator="",
        language_team="",
        msgid_bugs_address="",
        copyright_holder="",
    )
    for one in texts:
        catalog.add(one.text, locations=one.places, auto_comments=one.notes, context=one.context)
    return catalog


def _known(language: str) -> bool:
    from babel.core import Locale, UnknownLocaleError

    try:
        Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _keep_previous(old: Catalog, new: Catalog) -> None:
    """Hands on the former wording of fuzzy texts, which Babel writes (#| msgid) but reads as a
    translator's comment."""
    for message in (*old, *old.obsolete.values()):
        told = [line for line in message.user_comments if line.startswith("|")]
        message.user_comments = [line for line in message.user_comments if line not in told]
        same = new.get(message.id, message.context)
        if told and message.fuzzy:
            quoted = "\n".join(line.strip("| ") for line in told if "msgctxt" not in line)
            message.previous_id = [denormalize(quoted.removeprefix("msgid "))]
            if same:
                same.previous_id = message.previous_id


def _revive(old: Catalog, new: Catalog) -> None:
    """Takes back what was commented out and is a text again."""
    for key, message in list(old.obsolete.items()):
        if new.get(message.id, message.context) and not old.get(message.id, message.context):
            old[message.id] = old.obsolete.pop(key)


def _reworded(old: Catalog, texts: Sequence[Text]) -> None:
    """Keeps the translation of a word of the generator that the file has in its other language."""
    for one in texts:
        found = old.get(one.other, one.context) if one.other not in (None, one.text) else None
        if found and not old.get(one.text, one.context):
            old.delete(found.id, one.context)
            kept = found.clone()
            kept.id = one.text
            old[kept.id] = kept


def _divide(old: Catalog, new: Catalog) -> None:
    """Hands on the translation of a text whose senses are told apart now, or no longer are: each
    has that of its own sense, else that of any, else another's. What no sense says any more is
    left to be commented out."""
    before: dict[Any, list[Message]] = {}
    for message in old:
        if message.id and message.string and not _is_own(message):
            before.setdefault(message.id, []).append(message)
    said: dict[object, set[object]] = {}
    for message in new:
        if message.id not in before or _is_own(message):
            continue
        if not (one := old.get(message.id, message.context)):
            # What has been looked over comes first, then what was said of any sense.
            found = before[message.id]
            one = min(found, key=lambda one: (one.fuzzy, one.context is not None)).clone()
            one.context = message.context
            old[one.id] = one
        said.setdefault(one.id, set()).add(one.string)
    for name, found in before.items():
        for one in found:
            if not new.get(name, one.context) and one.string in said.get(name, ()):
                old.delete(one.id, one.context)


def _is_own(message: Message) -> bool:
    """Whether an entry is of the generator's own words."""
    return (message.context or "").startswith(("site:", "sheet:"))


def _commented_out(catalog: Catalog) -> str:
    """The entries whose text is gone, as other programs write them: with their marks."""
    gone = Catalog(locale=catalog.locale)
    for message in catalog.obsolete.values():
        gone[message.id] = message
        message.auto_comments, message.flags = [], message.flags - {"python-brace-format"}
    return "".join(
        f"#~{line[1:]}" if line.startswith("#|") else line if line[0] in "#\n" else f"#~ {line}"
        for line in _written(gone, omit_header=True, no_location=True).splitlines(keepends=True)
    )


def _written(catalog: Catalog, **settings: bool) -> str:
    catalog.charset = "utf-8"  # ours are, whatever a header says
    out = io.BytesIO()
    # No wrapping and no line numbers: a changed word then changes one line of the file.
    settings |= {"include_previous": True, "include_lineno": False, "ignore_obsolete": True}
    write_po(out, catalog, width=0, **settings)
    return out.getvalue().decode("utf-8")


def _with_header(made: str, before: str, title: str) -> str:
    """A file with the header that it had, line for line: licence, credits and what other programs
    keep there. Our own line with the campaign's title and the charset are put right."""
    start, header = _HEADED.match(made), _HEADED.match(before)
    if not (start and header):
        return made
    kept = re.sub('(?i)(charset=)(?!utf-8)[^\\\\"]*', r"\1utf-8", header[0])
    if named := re.search(r'^"Project-Id-Version: (.*) VERSION\\n"$', kept, re.MULTILINE):
        note = _HEADER.partition("\n")[2]
        kept = kept.replace(f"# {named[1]}\n{note}", f"# {title}\n{note}")
        kept = kept.replace(named[0], named[0].replace(named[1], title))
    return kept + made[start.end() :]


def update_catalog(
    before: str | None,
    texts: Sequence[Text],
    language: str,
    title: str,
    day: datetime.date,
    translate: Callable[[str], str] | None = None,
) -> tuple[str, Counts]:
    """Returns the PO file's text brought up to date with the YAML, and how far it has come.

    before: the file as it is, None for a new one. A text that has changed keeps its old
    translation, marked fuzzy with the old text beside it; one that is gone stays at the end,
    commented out, until it comes back. The header stays as it is. translate: fills what is
    missing, as the pseudo-locales do. Raises ValueError when `before` is no PO file (the loader has
    reported it before).
    """
    catalog = _template(texts, language, title, day)
    if before is not None:
        before = before.replace("\r\n", "\n").removeprefix("\ufeff")
        old = read_entries(before)
        old.header_comment = catalog.header_comment
        _keep_previous(old, catalog)
        _reworded(old, texts)
        _revive(old, catalog)
        _divide(old, catalog)
        old.update(catalog, update_header_comment=False, update_creation_date=False)
        catalog = old
    for message in catalog:
        if translate and message.id and not message.string:
            message.string = translate(str(message.id))
    made = _written(catalog) + _commented_out(catalog)
    found = [message for message in catalog if message.id]
    fuzzy = sum(bool(message.string) and message.fuzzy for message in found)
    translated = sum(bool(message.string) for message in found) - fuzzy
    return _with_header(made, before, title) if before is not None else made, Counts(
        translated, fuzzy, len(found) - fuzzy - translated
    )
