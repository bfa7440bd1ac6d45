"""The files of a site on their way out, for whatever publishes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Files
from handbill.compose.part import one_name
from handbill.editing.admin import published_files
from handbill.problems import Problem, ProblemsFound


@dataclass(frozen=True)
class Planned:
    """The end of the road, as `road.build` hands it on: a checked site, the plan of its files, and
    the files, which are rendered as they are asked for."""

    checked: Checked
    artifacts: Sequence[Artifact]
    files: Files

    def published(self, there: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Yields what is published, by path below docs/: every file but those that only others are
        made of, then the form editor where the site has it.

        there: hand-written files by `one_name`. Raises ProblemsFound: E705 for a path that is taken,
        and as rendering does.
        """
        for artifact, content in self.files:
            if artifact.inner:
                continue
            if (other := there.get(one_name(artifact.path))) is not None:
                raise ProblemsFound(
                    [Problem("E705", artifact.source, path=artifact.path, other=other)]
                )
            yield artifact.path, content
        if self.checked.settings.admin:
            yield from published_files(self.checked.settings, self.checked.collection)
