"""Campaign files on disk: what each is, and `handbill fmt`, which writes them in canonical form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbill.editing.canonical import ChangedMeaning, canonical
from handbill.kinds.audience import Kinds
from handbill.load.files import FILES, NOT_CAMPAIGNS, PLACES
from handbill.load.kinds import load_kinds
from handbill.load.settings import Settings
from handbill.load.text_source import read_text
from handbill.load.yaml_source import parse
from handbill.model.fields import known_names
from handbill.problems import Problem, Span, span_file
from handbill.writing import write_whole


@dataclass(frozen=True)
class Formatted:
    """What becomes of one file.

    name: posix path relative to the site's root. text: its canonical form, None when there are
    problems. changed: whether its bytes differ from that. converted: whether it was GBK.
    """

    path: Path
    name: str
    text: str | None
    changed: bool
    converted: bool
    problems: tuple[Problem, ...] = ()


def schema_of(path: Path, campaigns: Path) -> str | None:
    """Returns the name of the schema that a file of campaigns/ follows; None for a file that is
    none."""
    try:
        parts = path.resolve().relative_to(campaigns.resolve()).parts
    except ValueError:
        return None
    if path.suffix != ".yml" or path.name.startswith("."):
        return None
    match parts:
        case (folder, _) if folder == PLACES:
            return PLACES
        case (folder, *inner, _) if folder not in NOT_CAMPAIGNS:
            one = FILES.get(path.stem)
            if one and one.name != PLACES and one.folder is None and not inner:
                return one.name
            many = {sort.folder: sort.name for sort in FILES.values() if sort.folder is not None}
            return many.get("/".join(inner))
    return None


def campaign_files(campaigns: Path) -> list[Path]:
    """Returns every YAML file of campaigns/ that a campaign or the places are read from."""
    return sorted(
        path for path in campaigns.rglob("*.yml") if path.is_file() and schema_of(path, campaigns)
    )


def modeline(path: Path, campaigns: Path) -> str:
    """Returns the first line of a file: where editors find its schema."""
    depth = len(path.resolve().relative_to(campaigns.resolve()).parts) - 1
    name = schema_of(path, campaigns)
    return f"# yaml-language-server: $schema={'../' * depth}schema/{name}.json"


def format_files(settings: Settings, files: Sequence[Path] = ()) -> Iterator[Formatted]:
    """Yields the canonical form of these files, or of all; nothing is written. Raises ProblemsFound for a
    kind whose declaration is wrong."""
    kinds = load_kinds(settings)
    for path in files or campaign_files(settings.campaigns_dir):
        yield _formatted(path, settings, kinds)


def _formatted(path: Path, settings: Settings, kinds: Kinds) -> Formatted:
    name = span_file(path, settings.root)
    schema = schema_of(path, settings.campaigns_dir)
    if schema is None:
        return _refused(path, name, Problem("E142", Span(name), file=name))
    text, problems = read_text(path, name, chinese_codepage=True)
    if text is None:
        return _refused(path, name, *problems)
    annotation = FILES[schema].model_for(kinds)
    document, problems = parse(text, name, known_names(annotation))
    if document is None:
        return _refused(path, name, *problems)
    try:
        made = canonical(document, annotation, modeline(path, settings.campaigns_dir))
    except ChangedMeaning:
        return _refused(path, name, Problem("E141", Span(name), file=name))
    before = path.read_bytes()
    return Formatted(path, name, made, before != made.encode(), not _is_utf8(before))


def _refused(path: Path, name: str, *problems: Problem) -> Formatted:
    return Formatted(path, name, None, False, False, problems)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def write_formatted(formatted: Formatted) -> None:
    """Write a file in canonical form, in one step. Raises OSError."""
    assert formatted.text is not None, "a file with problems is left as it is"
    write_whole(formatted.path, formatted.text.encode())
