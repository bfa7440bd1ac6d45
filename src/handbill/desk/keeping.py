"""What the desk keeps on the disk: drafts that are not saved, and earlier versions of files.

Both lie in `.handbill/` beside mkdocs.yml, which no build reads and no site holds. It ignores itself
for git, so that nobody's unfinished words are handed on; `build/` is not used, since people empty it.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from handbill.desk.papers import digest
from handbill.writing import write_whole

FOLDER = ".handbill"
MOST = 60
"""Versions that are kept of a file; the oldest go first."""
_WHEN = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Draft:
    """A file as somebody has changed it. base: digest of the file that it was begun from."""

    text: str
    base: str


@dataclass(frozen=True)
class Version:
    """An earlier text of a file. id: name of its file. when: the time it was kept, UTC."""

    id: str
    when: datetime.datetime


class Kept:
    """Drafts and versions of one site. root: the folder of mkdocs.yml."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER

    def draft(self, name: str) -> Draft | None:
        """Returns the draft of a file, if there is one that can be read."""
        try:
            found = json.loads(self._draft(name).read_text("utf-8"))
            return Draft(str(found["text"]), str(found["base"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, name: str, draft: Draft) -> None:
        """Keeps a draft, which a server that is killed leaves whole. Raises OSError."""
        own_folder(self._folder.parent)
        content = json.dumps(asdict(draft), ensure_ascii=False)
        write_whole(self._draft(name), content.encode(), flush=False)

    def drop(self, name: str) -> None:
        """Forgets a draft."""
        self._draft(name).unlink(missing_ok=True)

    def keep(self, name: str, text: str) -> str:
        """Keeps a text among the versions of a file and returns its id: that of one of the two newest
        where they are the same, as both sides of a conflict are, however often it is shown. Raises
        OSError."""
        own_folder(self._folder.parent)
        there = self.versions(name)
        for one in there[:2]:
            if self.text(name, one.id) == text:
                return one.id
        now = datetime.datetime.now(datetime.UTC).strftime(_WHEN)
        made = f"{now}-{digest(text.encode())[:8]}"
        write_whole(self._versions(name) / made, text.encode())
        for old in there[MOST - 1 :]:
            (self._versions(name) / old.id).unlink(missing_ok=True)
        return made

    def names(self) -> list[str]:
        """Returns the files that have versions, also those that are gone."""
        folder = self._folder / "versions"
        return sorted(unquote(one.name) for one in folder.iterdir()) if folder.is_dir() else []

    def versions(self, name: str) -> list[Version]:
        """Returns the versions of a file, the newest first."""
        found = []
        folder = self._versions(name)
        for file in folder.iterdir() if folder.is_dir() else ():
            try:
                when = datetime.datetime.strptime(
                    f"{file.name.partition('-')[0]}+0000", f"{_WHEN}%z"
                )
            except ValueError:
                continue
            found.append(Version(file.name, when))
        return sorted(found, key=lambda one: one.id, reverse=True)

    def text(self, name: str, version: str) -> str | None:
        """Returns the text of a version; None where there is none of this id."""
        if version not in {one.id for one in self.versions(name)}:
            return None
        return (self._versions(name) / version).read_bytes().decode()

    def _draft(self, name: str) -> Path:
        return self._folder / "drafts" / f"{quote(name, safe='')}.json"

    def _versions(self, name: str) -> Path:
        return self._folder / "versions" / quote(name, safe="")


def own_folder(root: Path) -> Path:
    """Returns the folder of what the desk keeps of a site, which git leaves out; it is made."""
    mark = root / FOLDER / ".gitignore"
    if not mark.is_file():
        write_whole(mark, b"*\n", flush=False)
    return mark.parent
