"""The files of a site on their way out, for whatever publishes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Files, Stream, is_late
from handbill.compose.part import one_name
from handbill.editing.admin import published_files
from handbill.problems import Problem, ProblemsFound
from handbill.publish.last_site import LastSite, shared_inputs
from handbill.render.cache import RenderCache


class Published(NamedTuple):
    """A file on its way out. path: below docs/. apart: one of very many, finished as it is, which
    nothing needs to hold or to look into."""

    path: str
    content: bytes
    apart: bool = False


class Late(NamedTuple):
    """A file that comes last. content: None for one that the last site has. key: a digest of all that
    it is made from, "" where nobody knows."""

    path: str
    content: bytes | None
    key: str


def _free(files: Files, there: Mapping[str, str]) -> Iterator[Published]:
    for artifact, content in files:
        if artifact.inner:
            continue
        _require_free(artifact, artifact.path, there)
        yield Published(artifact.path, content, isinstance(artifact.body, Stream))


def _require_free(artifact: Artifact, path: str, there: Mapping[str, str]) -> None:
    if (other := there.get(one_name(path))) is not None:
        raise ProblemsFound([Problem("E705", artifact.source, path=path, other=other)])


@dataclass(frozen=True)
class Planned:
    """The end of the road, as `road.build` hands it on: a checked site, the plan of its files, and
    the files, which are rendered as they are asked for."""

    checked: Checked
    artifacts: Sequence[Artifact]
    files: Files

    def published(self, there: Mapping[str, str]) -> Iterator[Published]:
        """Yields what is published: every file but those that only others are made of and those that
        come last, then the form editor where the site has it.

        there: hand-written files by `one_name`. Raises ProblemsFound: E705 for a path that is taken,
        and as rendering does.
        """
        yield from _free(self.files, there)
        if self.checked.settings.admin:
            for path, content in published_files(self.checked.settings, self.checked.collection):
                yield Published(path, content)

    def shelved(self, there: Mapping[str, str]) -> Iterator[str]:
        """Yields the paths of files that a preview makes when somebody asks for them. Raises
        ProblemsFound (E705) for one that is taken."""
        for one in self.artifacts:
            if one.inner or one.path.endswith((".md", ".css")) or isinstance(one.body, Stream):
                continue
            _require_free(one, one.path, there)
            yield one.path

    def late(self, there: Mapping[str, str]) -> Iterator[Published]:
        """Yields the pages of all places, which come after everything else: neither search nor the
        theme looks into them. Raises as `published` does."""
        for path, content, _ in self.late_beside(LastSite(), there):
            yield Published(path, content or b"", apart=True)

    def late_beside(self, last: LastSite, there: Mapping[str, str]) -> Iterator[Late]:
        """Yields the same where the site before is at hand, and makes only what that has not."""
        shared = shared_inputs(self.checked) if last.lies else ""
        for artifact in self.artifacts:
            if is_late(artifact) and isinstance(artifact.body, Stream):
                yield from self._of_stream(artifact, artifact.body, shared, there, last)

    def _of_stream(
        self,
        artifact: Artifact,
        stream: Stream,
        shared: str,
        there: Mapping[str, str],
        last: LastSite,
    ) -> Iterator[Late]:
        own = stream.digests() if shared and stream.digests else {}
        keys = {path: f"{shared[:32]}{said[:32]}" for path, said in own.items()}
        kept = {path for path, key in keys.items() if last.has(path, key)}
        for path in kept:
            _require_free(artifact, path, there)
            yield Late(path, None, keys[path])
        if kept:
            anew = own.keys() - kept
            stream = replace(stream, pages=partial(stream.pages, anew))
        made = road.render(self.checked, [replace(artifact, body=stream)], RenderCache(None))
        for path, content, _ in _free(made, there):
            yield Late(path, content, keys.get(path, ""))
