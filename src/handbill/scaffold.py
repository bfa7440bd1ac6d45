"""`handbill new`: a small site that builds at once, to be turned into one's own."""

from __future__ import annotations

import shutil
from pathlib import Path

from handbill.editing.schema import write_schemas
from handbill.load.kinds import load_kinds
from handbill.problems import Problem, ProblemsFound

STARTER = Path(__file__).resolve().parent / "starter"
LANGUAGES = ("zh", "en")
KEPT_OUT = frozenset({"__pycache__", ".DS_Store"})


def new_site(directory: Path, language: str) -> list[Path]:
    """Writes a working site (settings, one campaign, places, schemas, a page and a readme) and
    returns its files in the order of their paths.

    directory: made when it is not there; must be empty when it is. language: zh or en, what
    README.md begins in. Raises ProblemsFound when the directory holds something already (E711) or
    cannot be written (E709).
    """
    try:
        if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
            raise ProblemsFound([Problem("E711", None, path=str(directory))])
        written = [
            _copy(source, directory / _name(source.relative_to(STARTER)))
            for source in sorted(STARTER.rglob("*"))
            if source.is_file() and not _kept_out(source.relative_to(STARTER))
        ]
        written.append(_write_readme(directory / "README.md", language))
        written += write_schemas(directory / "campaigns" / "schema", load_kinds())
    except OSError as error:
        reason = error.strerror or str(error)
        details = {"path": str(directory), "reason": reason}
        raise ProblemsFound([Problem("E709", None, **details)]) from error
    return sorted(written)


def _kept_out(path: Path) -> bool:
    """Whether a file is not copied as it is: the readmes become one; caches are nobody's."""
    return path.name.startswith("README.") or bool(KEPT_OUT.intersection(path.parts))


def _name(path: Path) -> Path:
    """Where a file of the starter goes: a leading dot is put back."""
    return path.with_name(".gitignore") if path.name == "gitignore" else path


def _write_readme(target: Path, language: str) -> Path:
    """One readme in both languages, the chosen one first."""
    parts = [(STARTER / f"README.{name}.md").read_text(encoding="utf-8") for name in LANGUAGES]
    if language == "en":
        parts.reverse()
    target.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    return target


def _copy(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return target
