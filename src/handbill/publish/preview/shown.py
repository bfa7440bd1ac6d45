"""One state of a site in a preview: the last whole build, and what has changed since.

A page or a sheet is made when somebody asks for it. What cannot be made is taken from the state
before, which was good.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import (
    Artifact,
    OfOthers,
    Page,
    Picture,
    Sheet,
    Static,
    Stream,
    WebPhoto,
    with_parts,
)
from handbill.compose.part import url_of
from handbill.problems import Problem, ProblemsFound
from handbill.publish.isolates import with_isolates
from handbill.publish.policies import with_policy
from handbill.publish.preview.framed import Frame
from handbill.publish.search import FOLDER
from handbill.render.cache import RenderCache

Told = Callable[[Sequence[Problem]], None]


def dest_of(path: str) -> str:
    """Returns where a file of a site is found: law.md at law/index.html."""
    return f"{url_of(path)}index.html" if path.endswith(".md") else path


class Shown:
    """A state of the site. folder: of the last whole build. texts: the Markdown of its pages, by
    path. edited: pages of docs/ that have changed since, by path. told: is told of what cannot be
    made. Several threads may ask at once."""

    def __init__(
        self,
        frame: Frame,
        folder: Path,
        checked: Checked,
        artifacts: Sequence[Artifact],
        cache: RenderCache,
        texts: Mapping[str, str],
        edited: frozenset[str],
        told: Told,
    ) -> None:
        self.frame, self.folder, self.checked, self.texts = frame, folder, checked, texts
        self.artifacts, self.edited = artifacts, edited
        self.before: Shown | None = None
        """The state that this one has taken the place of."""
        self._cache, self._told = cache, told
        self.renderer = road.renderer(checked, cache)
        public = [one for one in artifacts if not one.inner]
        self._planned = {dest_of(one.path): one for one in public}
        self._streams = [one for one in public if isinstance(one.body, Stream)]
        self._edited = {frame.files.src_uris[one].dest_uri: one for one in edited}
        self._made: dict[str, bytes | None] = {}
        self._tags: dict[str, str] = {}
        # Two: nobody waits with a page for a sheet to be drawn.
        self._pages, self._sheets = frame.lock, threading.RLock()

    def get(self, path: str) -> bytes | None:
        """Returns the bytes of a file of the site, None when it has none of that path."""
        artifact = self._planned.get(path)
        if artifact and not isinstance(artifact.body, Page | Static | Stream):
            with self._sheets:
                return self._or_before(path, lambda: self._drawn(artifact))
        with self._pages:
            if path not in self._made:
                self._made[path] = self._or_before(path, lambda: self._page(path, artifact))
            return self._made[path]

    def tag(self, path: str) -> str:
        """Returns a digest of a file, for sheets of what they are drawn from: they are not drawn."""
        if path not in self._tags:
            self._tags[path] = self._tag(path)
        return self._tags[path]

    def _tag(self, path: str) -> str:
        artifact = self._planned.get(path)
        body = artifact.body if artifact else None
        if isinstance(body, Sheet):
            return self.renderer.fingerprint(body)
        if isinstance(body, OfOthers):
            said = "".join(self.tag(one) for one in body.paths).encode()
        elif isinstance(body, Picture | WebPhoto):
            said = repr(body).encode()
        else:
            said = self.get(path) or b""
        return hashlib.sha256(said).hexdigest()

    def _or_before(self, path: str, make: Callable[[], bytes | None]) -> bytes | None:
        try:
            return make()
        except ProblemsFound as found:
            self._told(found.problems)
            before = self.before
            return before.get(path) if before else None

    def _drawn(self, artifact: Artifact) -> bytes:
        if not isinstance(artifact.body, OfOthers):
            return self.renderer.one(artifact)
        parts = with_parts([artifact], self.artifacts)
        made = dict(road.render(self.checked, parts, self._cache))
        return made[artifact]

    def _page(self, path: str, artifact: Artifact | None) -> bytes | None:
        if path in self._edited:
            return self._framed(self._edited[path], None)
        content: bytes | None
        if artifact and isinstance(artifact.body, Page | Static):
            content = self.renderer.one(artifact)
            if artifact.path.endswith(".md"):
                text = content.decode()
                if text != self.texts.get(artifact.path):
                    return self._framed(artifact.path, text)
                content = _read(self.folder / path)
        else:
            content = self._streamed(path)
            if content is None:
                content = _read(self.folder / path)
            if content is None and path.startswith(f"{FOLDER}/"):  # that of the last build
                content = _read(self.checked.settings.site_dir / path)
        if content is not None and path.endswith(".html"):
            return with_isolates(with_policy(content.decode("utf-8", "replace"))).encode()
        return content

    def _framed(self, source: str, text: str | None) -> bytes:
        html = self.frame.html(self.frame.populated(source, text))
        return with_isolates(with_policy(html)).encode()

    def _streamed(self, path: str) -> bytes | None:
        for artifact in self._streams:
            assert isinstance(artifact.body, Stream)
            if path.startswith(artifact.path):
                return self.renderer.streamed_page(artifact.body, path)
        return None

    def without_before(self) -> Shown:
        """Lets go of the state before, and returns itself."""
        self.before = None
        return self

    def with_(
        self, checked: Checked, artifacts: Sequence[Artifact], edited: frozenset[str]
    ) -> Shown:
        """Returns a state of the same build with another plan and other edited pages."""
        return Shown(
            self.frame, self.folder, checked, artifacts, self._cache, self.texts, edited, self._told
        )


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def sheets_of(artifacts: Sequence[Artifact]) -> list[Artifact]:
    """Returns the artifacts that Typst draws."""
    return [one for one in artifacts if isinstance(one.body, Sheet | Picture)]


def changed_sheets(artifacts: Sequence[Artifact], known: Mapping[str, Artifact]) -> list[Artifact]:
    """Returns the sheets that are drawn from something else than those of `known`, by path."""
    changed = []
    for one in sheets_of(artifacts):
        other = known.get(one.path)
        if other is None or not (other.body is one.body or other.body == one.body):
            changed.append(one)
    return changed
