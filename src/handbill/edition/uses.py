"""What rests on a claim, a case or a source: the things that name it in a field or a placeholder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbill.load.files import Campaign, FileType, of_campaign
from handbill.load.marks import Path
from handbill.load.sourced import Sourced
from handbill.model.text import PLACEHOLDER
from handbill.problems import Both

Named = tuple[str, str]
"""What is named: claim, case, source, strip, message or part of the notice, and its id."""

_FIELDS = {
    "claims": "claim",
    "changes": "claim",
    "case": "case",
    "story": "case",
    "source": "source",
    "strips": "strip",
    "covers": "part",
}
"""Field → what its text is the id of."""
_PLACEHOLDERS = {"claim": "claim", "cite": "claim", "message": "message"}
_PARTS = {
    "campaign": "home",
    "claims": "claims",
    "help": "situations",
    "quiz": "questions",
    "audience": "materials",
}
"""Sort of file → the field that holds things of their own, for which the file does not answer."""
_TITLES = {
    "materials": Both("资料", "material"),
    "claims": Both("法律事实", "claim"),
    "audience": Both("对象", "audience"),
    "case": Both("案例", "case"),
    "strip": Both("漫画", "strip"),
}
_PAGE = Both("页面", "page")


@dataclass(frozen=True)
class Use:
    """A thing that rests on another. sort, file: where it stands. path: to it; () is the file."""

    sort: FileType
    file: Sourced[Any]
    path: Path = ()

    @property
    def key(self) -> tuple[str, str, Path]:
        """Sort and id of the file, and the path: the same for a thing in every language."""
        return self.sort.name, self.file.id, self.path

    @property
    def title(self) -> Both:
        """What it is and its id, with file and line; a part without a title is its page."""
        field, *index = self.path or (self.sort.name,)
        name, at = self.file.id, self.path[:0]
        if index and field in _TITLES:
            name, at = getattr(self.file.value, str(field))[index[0]].id, (*self.path, "id")
        title, span = _TITLES.get(str(field), _PAGE), self.file.span(*at)
        where = f"{span.file}:{span.line}"
        return Both(f"{title.zh} {name}（{where}）", f"{title.en} {name} ({where})")


@of_campaign
def uses(campaign: Campaign) -> Mapping[Named, list[Use]]:
    """Return all that rests on each thing. Materials come before their audience, and files of a
    folder before pages.

    A material rests on what its strips rest on, and on what the message rests on that it tells.
    """
    things = [thing for sort, file in _in_order(campaign) for thing in _things(sort, file)]
    strips = {use.file.id: names for use, names in things if use.sort.name == "strip"}
    found: dict[Named, list[Use]] = {}
    for use, names in things:
        shown = [strips.get(name, set()) for kind, name in names if kind == "strip"]
        quoted = {one for strip in shown for one in strip if one[0] == "claim"}
        for one in names | quoted:
            found.setdefault(one, []).append(use)
    return found


def _in_order(campaign: Campaign) -> Iterator[tuple[FileType, Sourced[Any]]]:
    files = list(campaign.each())
    yield from (one for one in files if one[0].folder is not None)
    yield from (one for one in reversed(files) if one[0].folder is None)


def _things(sort: FileType, file: Sourced[Any]) -> list[tuple[Use, set[Named]]]:
    """The things in a file, itself last, with what each names."""
    found: dict[Path, set[Named]] = {}
    messages: dict[Named, set[Named]] = {}
    for path, text in file.strings:
        names = set(_names(path, text))
        part = path[: 1 + isinstance(path[1:2] and path[1], int)]
        found.setdefault(part if path[0] == _PARTS.get(sort.name) else (), set()).update(names)
        if path[0] == "lengths":
            messages[("message", str(path[1]))] = names
    for named in found.values():
        named.update(*(messages.get(one, ()) for one in tuple(named)))
    return [(Use(sort, file, path), found[path]) for path in sorted(found, key=lambda one: not one)]


def _names(path: Path, text: str) -> Iterator[Named]:
    """What a text names. path: to it, through its field."""
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    if field in _FIELDS:
        yield _FIELDS[field], text
    for match in PLACEHOLDER.finditer(text):
        kind, _, name = match[1].partition(".")
        if kind in _PLACEHOLDERS:
            yield _PLACEHOLDERS[kind], name
