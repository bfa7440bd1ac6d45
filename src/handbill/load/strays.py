"""What lies in a site's folders and is not read, or may not be: files that look like input under
another name, links that lead out, pipes and devices."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from handbill.load.files import FILES, NOT_CAMPAIGNS, PLACES
from handbill.load.settings import Settings
from handbill.load.text_source import no_file, refusal
from handbill.problems import Both, Problem, Span, span_file
from handbill.resources import default_templates

TABLES = (".csv", ".xlsx", ".xls", ".xlsm", ".et", ".ods")
MOST = 50
"""Files of one sort of trouble that are named; more are no mistake of a name."""

_OFFICE = (*TABLES, ".numbers", ".docx", ".doc", ".wps", ".odt", ".rtf", ".pages", ".pptx", ".tsv")
_TEXT = (".txt", ".text", ".json", ".toml", ".xml")
_COPIES = ("~", ".bak", ".orig", ".old", ".tmp", ".swp")
"""How names of backups end: it is meant that they are not read."""
BESIDE = ("._", ".#", ".~")
"""How names begin of what systems and editors write beside a file: its icon on a stick, their lock."""
_NESTED = Both(
    "活动的文件夹要直接放在 campaigns 里。", "A campaign's folder lies directly in campaigns. "
)
_PLACES = Both(
    "地区写在 campaigns/places/ 的 .yml 或者 .csv 里。",
    "Places are read from .yml and .csv in campaigns/places. ",
)
_CATALOG = Both(
    "译文是活动文件夹里的 locale/<语言>.po，例如 locale/en.po。",
    "A translation is locale/<language>.po in the campaign's folder, such as locale/en.po. ",
)
_WORKBOOK = Both(
    "内容写在 .yml 文件里；Office 和表格的文件不是文本。",
    "Contents are .yml; files of Office and tables are none. ",
)
_RING = Both("链接绕成了一个圈", "its links go round in a ring")


def strays(settings: Settings) -> list[Problem]:
    """Returns W170 for files of campaigns/ that look like input and are not read; E128, E102, E170
    for what in docs/ and templates/ leads out of them, goes round in a ring, or is no file."""
    found = list(islice(_unread(settings), MOST))
    folders = [settings.docs_dir]
    own = settings.templates_dir
    if own and own.resolve() != default_templates().resolve():
        folders.append(own)
    for folder in folders:
        found += islice(_unsafe(folder, settings.root), MOST)
    return found


def _unread(settings: Settings) -> Iterator[Problem]:
    top, templates = settings.campaigns_dir, settings.templates_dir
    inner = {sort.folder for sort in FILES.values() if sort.folder}
    for folder, folders, names in os.walk(top):
        parts = Path(folder).relative_to(top).parts
        folders[:] = sorted(one for one in folders if one[0] != "." and (parts or one != "schema"))
        # Templates may lie with their campaign, and have .yml of their own.
        folders[:] = [one for one in folders if Path(folder, one) != templates]
        yml = [one for one in names if one.casefold().endswith(".yml") and one[0] != "."]
        campaign = len(parts) == 1 and parts[0] not in NOT_CAMPAIGNS
        inside = len(parts) == 2 and parts[0] not in NOT_CAMPAIGNS and parts[1] in inner
        catalogs = len(parts) == 2 and parts[1] == "locale"
        if yml and not (campaign or inside or parts == (PLACES,)):
            name = span_file(Path(folder, *yml[:1]), settings.root)
            yield Problem("W170", Span(name), file=name, hint=_NESTED)
        for one in sorted(names):
            if hint := _hint(one, parts == (PLACES,), catalogs):
                name = span_file(Path(folder, one), settings.root)
                yield Problem("W170", Span(name), file=name, hint=hint)


def _hint(name: str, places: bool, catalogs: bool) -> Both | None:
    """Returns where the contents of a file belong; None for one that is read, or not meant to be."""
    low = name.casefold()
    suffix, stem = Path(low).suffix, low.partition(".")[0]
    if low.endswith(_COPIES) or low.startswith(("~", *BESIDE)) or suffix in (".yml", ".yaml"):
        return None
    if low.startswith("."):
        return _CATALOG if catalogs and suffix == ".po" else None
    if ".yml." in low or ".yaml." in low:
        return None  # E127 names it
    if suffix == ".po" or ".po." in low:
        return None if catalogs and suffix == ".po" else _CATALOG
    if stem == PLACES and not (places and suffix in TABLES):
        return _PLACES
    if suffix in _OFFICE and not (places and suffix in TABLES):
        return _PLACES if places else _WORKBOOK
    return _WORKBOOK if suffix in _TEXT and stem in FILES else None


def _unsafe(folder: Path, root: Path) -> Iterator[Problem]:
    """Yields what a walk through a folder must not follow, or open."""
    if not folder.is_dir():
        return
    inside = folder.resolve()
    waiting = [folder]
    while waiting:
        try:
            entries = sorted(os.scandir(waiting.pop()), key=lambda one: one.name)
        except OSError as error:
            yield Problem("E102", Span(span_file(folder, root)), reason=refusal(error))
            continue
        for entry in entries:
            path, name = Path(entry.path), _name(Path(entry.path), root)
            if entry.is_symlink():
                yield from _link(path, name, inside, folder)
            elif entry.is_dir():
                waiting.append(path)
            elif what := no_file(entry.stat(follow_symlinks=False).st_mode):
                yield Problem("E170", Span(name), file=name, what=what)


def _link(path: Path, name: str, inside: Path, folder: Path) -> Iterator[Problem]:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        yield Problem("E102", Span(name), reason=refusal(error))
        return
    if not target.is_relative_to(inside):
        yield Problem("E128", Span(name), file=name, folder=folder.name)
    elif target.is_dir() and path.parent.resolve().is_relative_to(target):
        yield Problem("E102", Span(name), reason=_RING)
    elif what := no_file(target.stat().st_mode):
        yield Problem("E170", Span(name), file=name, what=what)


def _name(path: Path, root: Path) -> str:
    """A path as spans show it: that of a link, and not of what it leads to."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
