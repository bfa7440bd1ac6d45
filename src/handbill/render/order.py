"""In which order artifacts are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from graphlib import TopologicalSorter

from handbill.compose.artifacts import Artifact, OfOthers, Page


def made_of(artifact: Artifact) -> Sequence[str]:
    """Paths of the artifacts that one is made of, or whose size in bytes it states."""
    match artifact.body:
        case Page(weighs=paths):
            return paths
        case _ if isinstance(artifact.body, OfOthers):
            return artifact.body.paths
    return ()


def in_order(
    artifacts: Sequence[Artifact], layout: Callable[[Artifact], str | None]
) -> Iterator[Artifact]:
    """Yields each artifact after all that it is made of, and as soon as that is there, so that
    the bytes which others need are not held for long. Drawings of one layout follow one another.

    layout: the same for drawings that one layout serves, None for what is not drawn. Raises
    graphlib.CycleError when artifacts are made of each other.
    """
    number = {artifact.path: index for index, artifact in enumerate(artifacts)}
    sorter = TopologicalSorter(
        {
            index: [number[path] for path in made_of(artifact) if path in number]
            for index, artifact in enumerate(artifacts)
        }
    )
    sorter.prepare()
    first: dict[str | int, int] = {}
    place = [first.setdefault(layout(one) or index, index) for index, one in enumerate(artifacts)]
    waiting: list[int] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=lambda index: (place[index], index), reverse=True)
        waiting += ready  # what has become ready goes first
        following = waiting.pop()
        yield artifacts[following]
        sorter.done(following)
