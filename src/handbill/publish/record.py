"""The record of a release: what was published, of what it was made, and what was known of it.

It is canonical JSON, so that one and the same site has one and the same record, which can be signed.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import platform
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import handbill
from handbill import __version__
from handbill.check import Checked
from handbill.load.fonts import other_families
from handbill.load.settings import Settings
from handbill.problems import Problem, ProblemsFound
from handbill.publish.placing import files_of
from handbill.render.cache import digest_of_files
from handbill.render.fonts import font_files
from handbill.resources import default_templates

VERSION = 1
"""Of the record's form. It rises when a name goes or means something else."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_FILES = {"path": str, "size": int, "sha256": str}


@dataclass(frozen=True)
class Record:
    """A record as it was read. data: everything; the properties name what is compared."""

    data: dict[str, Any]

    @property
    def day(self) -> datetime.date:
        """The day that the site was built for."""
        return datetime.date.fromisoformat(self.data["day"])

    @property
    def files(self) -> dict[str, str]:
        """SHA-256 of each file of the site, by its path there."""
        return {one["path"]: one["sha256"] for one in self.data["files"]}

    @property
    def kept(self) -> frozenset[str]:
        """Files of the site that no build has made, and of which only the names are known."""
        return frozenset(self.data["kept"])


def canonical(data: dict[str, Any]) -> bytes:
    """Return data as canonical JSON: names sorted, no spaces, UTF-8, one line with its end.

    There are no fractions in it, so this is what RFC 8785 asks for, with the end of the line.
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (text + "\n").encode()


def read_record(file: Path) -> Record:
    """Return the record in a file. Raises ProblemsFound (E780) for what is none, or of a form that
    this version does not know."""
    try:
        data = json.loads(file.read_bytes())
        whole = (
            data["record"] == VERSION
            and all(isinstance(data[name], dict) for name in ("packages", "inputs", "settings"))
            and all(isinstance(data[name], list) for name in ("fonts", "kept", "problems"))
            and all(
                isinstance(one[name], kind)
                for one in data["files"]
                for name, kind in _FILES.items()
            )
            and data["files"]
        )
        datetime.date.fromisoformat(data["day"])
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProblemsFound([Problem("E780", None, path=str(file), reason=reason)]) from None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise ProblemsFound([Problem("E780", None, path=str(file), reason=reason)]) from None
    if not whole:
        raise ProblemsFound([Problem("E780", None, path=str(file), reason=f"record ≠ {VERSION}")])
    return Record(data)


def require_record(file: Path) -> None:
    """Raise ProblemsFound (E786) for a file that is there and is no record: it is not written over."""
    if file.exists():
        try:
            read_record(file)
        except ProblemsFound:
            raise ProblemsFound([Problem("E786", None, path=str(file))]) from None


def digest(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digests(site: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a site by its path, hidden folders of others left out."""
    return {path: digest(site / path) for path in files_of(site) if (site / path).is_file()}


def record_of(checked: Checked, kept: Iterable[str]) -> dict[str, Any]:
    """Return the record of the site that a build has just put in place. kept: what stands in it that
    no build has made."""
    settings, kept = checked.settings, sorted(kept)
    sizes = files_of(settings.site_dir)
    return {
        "record": VERSION,
        "day": checked.today.isoformat(),
        **made_with(settings),
        "commit": _commit(settings.root),
        "inputs": inputs(settings),
        "sources": [
            {
                "campaign": campaign.id,
                **one.model_dump(mode="json", include={"id", "short", "status", "mark"}),
                "checked_on": one.checked_on.isoformat(),
                "review_by": one.review_by.isoformat(),
            }
            for campaign in checked.collection.campaigns
            for one in campaign.sources.value.sources
        ],
        "problems": [
            {
                "code": one.code,
                "file": one.span.file if one.span else None,
                "line": one.span.line if one.span else None,
                "text": one.text("en"),
                "text_zh": one.text("zh"),
            }
            for one in checked.problems
        ],
        "kept": kept,
        "files": [
            {"path": path, "size": sizes[path], "sha256": value}
            for path, value in digests(settings.site_dir).items()
            if path not in kept
        ],
    }


def made_with(settings: Settings) -> dict[str, Any]:
    """Return what a site is made with: versions, fonts, the machine, and the settings that every
    page depends on."""
    fonts = {*font_files(), *(file for one in other_families() for file in one.files)}
    return {
        "handbill": __version__,
        "program": program(),
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "packages": dict(sorted(packages("handbill"))),
        "fonts": [{"file": file.name, "sha256": digest(file)} for file in sorted(fonts)],
        "settings": {"site_url": settings.site_url, "leave": settings.leave_url},
    }


def program() -> str:
    """Return the SHA-256 of Handbill itself and its look: a source tree may have changed since its version
    was named."""
    code, look = Path(handbill.__file__).parent, default_templates()
    templates = (one for one in look.rglob("*") if one.is_file())
    parts = [digest_of_files(code.rglob("*.py"), code), digest_of_files(templates, look)]
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def packages(name: str) -> Iterator[tuple[str, str]]:
    """Yield the packages that one needs, and what these need, with their versions."""
    waiting, seen = [name], {name}
    while waiting:
        for line in metadata.requires(waiting.pop()) or ():
            found = _NAME.match(line)
            one = found[0].lower().replace("_", "-") if found else ""
            if one in seen or "extra ==" in line:
                continue
            seen.add(one)
            try:
                yield one, metadata.version(one)
            except metadata.PackageNotFoundError:  # for another system
                continue
            waiting.append(one)


def inputs(settings: Settings) -> dict[str, str]:
    """Return the SHA-256 of each file that the site is made of, by its path in the project."""
    found = list(settings.config_files)
    for folder in (settings.campaigns_dir, settings.docs_dir, settings.templates_dir):
        found += [
            file
            for file in (sorted(folder.rglob("*")) if folder else ())
            if file.is_file()
            and not any(part.startswith(".") for part in file.relative_to(folder or file).parts)
        ]
    return {_inside(file, settings.root): digest(file) for file in found}


def _inside(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def _commit(root: Path) -> dict[str, Any] | None:
    """The commit of a git checkout, and whether nothing in it has changed since; None without."""
    program = shutil.which("git")
    if program is None:
        return None

    def git(*arguments: str) -> str:
        done = subprocess.run(
            [program, *arguments],
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=True,
        )
        return done.stdout.strip()

    try:
        return {"id": git("rev-parse", "HEAD"), "clean": not git("status", "--porcelain")}
    except (OSError, subprocess.CalledProcessError):
        return None
