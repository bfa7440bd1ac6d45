"""Texts → a PO file, by the rules of gettext: what has changed is marked fuzzy, nothing is lost."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import denormalize, read_po, write_po

from handbill.translation.extract import Text

_HEADER = """\
# {title}
# 译文在 msgstr 里；改过原文的标着 fuzzy，核对后删掉这个标记才会用上。
# Translations stand in msgstr; what is marked fuzzy is used once the mark is taken off."""


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
    for message in old:
        told = [line for line in message.user_comments if line.startswith("|")]
        message.user_comments = [line for line in message.user_comments if line not in told]
        same = new.get(message.id, message.context)
        if told and same and message.fuzzy:
            quoted = "\n".join(line.strip("| ") for line in told if "msgctxt" not in line)
            same.previous_id = [denormalize(quoted.removeprefix("msgid "))]


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
    commented out. translate: fills what is missing, as the pseudo-locales do. Raises ValueError
    when `before` is no PO file (the loader has reported it before).
    """
    catalog = _template(texts, language, title, day)
    if before is not None:
        old = read_po(io.StringIO(before), abort_invalid=True)
        old.header_comment = catalog.header_comment
        _keep_previous(old, catalog)
        old.update(catalog, update_header_comment=False, update_creation_date=False)
        catalog, revised = old, old.revision_date
        catalog.revision_date = revised
        catalog.charset = "utf-8"  # ours are, whatever a header says
    for message in catalog:
        if translate and message.id and not message.string:
            message.string = translate(str(message.id))
    out = io.BytesIO()
    # No wrapping and no line numbers: a changed word then changes one line of the file.
    write_po(out, catalog, width=0, include_previous=True, include_lineno=False)
    found = [message for message in catalog if message.id]
    fuzzy = sum(bool(message.string) and message.fuzzy for message in found)
    translated = sum(bool(message.string) for message in found) - fuzzy
    return out.getvalue().decode("utf-8"), Counts(
        translated, fuzzy, len(found) - fuzzy - translated
    )
