"""The files of a site on their way out, for whatever publishes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Files
from handbill.editing.admin import published_files
from handbill.problems import Problem, ProblemsFound


@dataclass(frozen=True)
class Planned:
    """The end of the road, as `road.build` hands it on: a checked site, the plan of its files, and
    the files, which are rendered as they are asked for."""

    checked: Checked
    artifacts: Sequence[Artifact]
    files: Files

    def published(self, taken: Callable[[str], str | None]) -> Iterator[tuple[str, bytes]]:
        """Yields what is published, by path below docs/: every file but those that only others are
        made of, then the form editor where the site has it.

        taken: names the hand-written file at a path, None where there is none. Raises ProblemsFound:
        E705 for a path that is taken, and as rendering does.
        """
        for artifact, content in self.files:
            if artifact.inner:
                continue
            if (other := taken(artifact.path)) is not None:
                raise ProblemsFound(
                    [Problem("E705", artifact.source, path=artifact.path, other=other)]
                )
            yield artifact.path, content
        if self.checked.settings.admin:
            yield from published_files(self.checked.settings, self.checked.collection)
