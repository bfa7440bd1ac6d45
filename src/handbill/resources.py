"""Where the default look is, and how a site's own templates are laid over it."""

from __future__ import annotations

import shutil
from pathlib import Path

from handbill.writing import is_living_draft, write_whole

_PACKAGE = Path(__file__).resolve().parent
STARTERS = _PACKAGE / "starter"
DEFAULT_STARTER = "job-seeking"
STARTS = ("start.bat", "start.command", "start.sh", "start.txt")


def starters() -> dict[str, tuple[str, ...]]:
    """Returns the name of each starter of `handbill new` with its title in Chinese and in English,
    the default one first."""
    names = sorted(path.parent.name for path in STARTERS.glob("*/mkdocs.yml"))
    names.sort(key=lambda name: name != DEFAULT_STARTER)
    return {name: tuple(_title(STARTERS / name, one) for one in ("zh", "en")) for name in names}


def _title(starter: Path, language: str) -> str:
    with (starter / f"README.{language}.md").open(encoding="utf-8") as readme:
        return readme.readline().strip("# \n")


def default_templates() -> Path:
    """Returns the folder of the default look: `templates/` of a source tree or of the package.

    Raises FileNotFoundError when the installation is incomplete.
    """
    installed = _PACKAGE / "templates"
    source_tree = _PACKAGE.parent.parent / "templates"
    for folder in (installed, source_tree):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(installed)


def source_tree() -> Path | None:
    """Returns the root of the source tree that this runs from, None for an installed package."""
    root = _PACKAGE.parent.parent
    return root if (root / "scripts" / "start_desk.py").is_file() else None


def start_files() -> dict[str, Path]:
    """Returns the files that open the desk by a double click, by their name in a new site: those of
    the package or, in a source tree, of its root.

    Raises FileNotFoundError when the installation is incomplete.
    """
    root = _PACKAGE.parent.parent
    sources = {name: root / name for name in STARTS} | {"start.py": root / "scripts/site_start.py"}
    installed = {name: _PACKAGE / "start" / name for name in sources}
    for files in (installed, sources):
        if all(file.is_file() for file in files.values()):
            return files
    raise FileNotFoundError(_PACKAGE / "start")


def host_files() -> dict[str, Path]:
    """Returns the ready files for what serves a site by their path, its host first: nginx/…, docker/….

    Raises FileNotFoundError when the installation is incomplete.
    """
    for folder in (_PACKAGE / "deploy", _PACKAGE.parent.parent / "deploy"):
        if folder.is_dir():
            found = sorted(file for file in folder.rglob("*") if file.is_file())
            return {file.relative_to(folder).as_posix(): file for file in found}
    raise FileNotFoundError(_PACKAGE / "deploy")


def merged_templates(site_templates: Path | None, cache: Path) -> Path:
    """Returns the folder of the look a site is built with: the site's files win one by one.

    site_templates: the site's own `templates/`, or None; it need not exist. cache: a folder that
    this function fills and clears, kept from build to build. A file of it is written only when it
    differs from its source, so a watcher sees only real changes, and whole: another process may be
    reading it. The default folder itself is
    returned when the site adds nothing to it.
    """
    default = default_templates()
    if site_templates is None or not site_templates.is_dir():
        return default
    if site_templates.resolve() == default.resolve():
        return default
    own = _files(site_templates)
    if not own:
        return default
    _stage({**_files(default), **own}, cache)
    return cache


def _files(folder: Path) -> dict[str, Path]:
    """Files below a folder by their path in it, without what editors and systems leave behind."""
    found = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") or part == "__pycache__" for part in inside.parts)
        if path.is_file() and not hidden:
            found[inside.as_posix()] = path
    return found


def _stage(sources: dict[str, Path], cache: Path) -> None:
    """Makes `cache` hold exactly `sources`."""
    cache.mkdir(parents=True, exist_ok=True)
    folders = {(cache / name).parent for name in sources}
    for stale in sorted(cache.rglob("*"), reverse=True):
        inside = stale.relative_to(cache).as_posix()
        if stale.is_dir():
            if not any(folder == stale or stale in folder.parents for folder in folders):
                shutil.rmtree(stale)
        elif inside not in sources and not is_living_draft(stale):
            stale.unlink(missing_ok=True)
    for name, source in sources.items():
        copy = cache / name
        if copy.is_dir():  # was a folder before, is a file now
            shutil.rmtree(copy)
        content = source.read_bytes()
        if not copy.is_file() or copy.read_bytes() != content:
            write_whole(copy, content, flush=False)
