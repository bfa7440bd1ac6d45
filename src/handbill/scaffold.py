"""`handbill new`: a small site that builds at once, to be turned into one's own."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from handbill.editing.schema import write_schemas
from handbill.load.kinds import load_kinds
from handbill.load.validate import require_known
from handbill.problems import Problem, ProblemsFound
from handbill.resources import DEFAULT_STARTER, STARTERS, source_tree, start_files, starters

LANGUAGES = ("zh", "en")
KEPT_OUT = frozenset({"__pycache__", ".DS_Store"})


def new_site(directory: Path, language: str, starter: str = DEFAULT_STARTER) -> list[Path]:
    """Writes a working site (settings, one campaign, places, schemas, a page, a readme, and what
    opens its desk by a double click) and returns its files in the order of their paths.

    directory: made when it is not there; must be empty when it is. language: zh or en, what
    README.md begins in. starter: a name of `starters`. Raises ProblemsFound for a starter that is
    not there (E712), and when the directory holds something already (E711) or cannot be written
    (E709).
    """
    known = starters()
    require_known(
        starter, known, {title: name for name, titles in known.items() for title in titles}
    )
    sources = STARTERS / starter
    try:
        if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
            raise ProblemsFound([Problem("E711", None, path=str(directory))])
        written = [
            _copy(source, directory / source.relative_to(sources))
            for source in sorted(sources.rglob("*"))
            if source.is_file() and not _kept_out(source.relative_to(sources))
        ]
        written.append(_copy(STARTERS / "gitignore", directory / ".gitignore"))
        written += [_start(source, directory / name) for name, source in start_files().items()]
        written.append(_note_home(directory))
        written.append(_write_readme(directory / "README.md", starter, language))
        written += write_schemas(directory / "campaigns" / "schema", load_kinds())
    except OSError as error:
        reason = error.strerror or str(error)
        details = {"path": str(directory), "reason": reason}
        raise ProblemsFound([Problem("E709", None, **details)]) from error
    return sorted(written)


def _kept_out(path: Path) -> bool:
    """Whether a file is not copied as it is: the readmes become one; caches are nobody's."""
    return path.name.startswith("README.") or bool(KEPT_OUT.intersection(path.parts))


def _write_readme(target: Path, starter: str, language: str) -> Path:
    """One readme in both languages, the chosen one first."""
    parts = [_readme(starter, name) for name in LANGUAGES]
    if language == "en":
        parts.reverse()
    target.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    return target


def _readme(starter: str, language: str) -> str:
    return (STARTERS / starter / f"README.{language}.md").read_text(encoding="utf-8")


def _start(source: Path, target: Path) -> Path:
    """A file that a double click opens, or that such a file runs."""
    _copy(source, target)
    if target.suffix in (".sh", ".command"):
        target.chmod(0o755)
    return target


def _note_home(directory: Path) -> Path:
    """Notes for start.py where Handbill is on this computer; .gitignore keeps it from others."""
    told = {"python": sys.executable, "source": str(source_tree() or "")}
    file = directory / ".start.json"
    file.write_text(json.dumps(told), encoding="utf-8", newline="\n")
    return file


def _copy(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return target
