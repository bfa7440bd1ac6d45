"""What a build would refuse for reasons other than its contents, told before it is begun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbill.compose.artifacts import Artifact, Stream
from handbill.compose.part import one_name
from handbill.editing.admin import FOLDER, SCRIPT
from handbill.editing.admin_config import backend_of
from handbill.load.settings import Settings
from handbill.problems import Both, Problem, span_file
from handbill.publish.hand_written import hand_written, no_docs, twins


def foreseen(settings: Settings) -> Iterator[Problem]:
    """Yields E710 where mkdocs.yml does not list the plugin; E144 where there is no docs/, E147
    where two of its files are one; E730 and
    E731 for a form editor that is to be published and has nowhere to save to, or is not there."""
    if not settings.has_plugin:
        yield Problem("E710", None, file=settings.config_file.name)
    if settings.docs_dir.is_dir():
        yield from twins(settings, hand_written(settings))
    else:
        yield no_docs(settings)
    if settings.admin:
        if backend_of(settings.repo_url) is None:
            yield Problem("E730", None, value=settings.repo_url or Both("没有写", "not set"))
        if not (settings.root / FOLDER / SCRIPT).is_file():
            yield Problem("E731", None, file=f"{FOLDER}/{SCRIPT}")


def taken(settings: Settings, artifacts: Iterable[Artifact]) -> Iterator[Problem]:
    """Yields E705 for each file of the site that stands in docs/ already."""
    if not settings.docs_dir.is_dir():
        return
    there = {one_name(name): name for name in hand_written(settings)}
    for artifact in artifacts:
        for path in () if artifact.inner else _paths(artifact, there):
            if name := there.get(one_name(path)):
                other = span_file(settings.docs_dir / name, settings.root)
                yield Problem("E705", artifact.source, path=path, other=other)


def _paths(artifact: Artifact, there: Iterable[str]) -> Iterable[str]:
    """The files that an artifact becomes; of very many pages only where one may be taken."""
    if not isinstance(artifact.body, Stream):
        return (artifact.path,)
    folder = one_name(artifact.path)
    if not any(name.startswith(folder) for name in there):
        return ()
    return (path for path, _, _ in artifact.body.pages())
