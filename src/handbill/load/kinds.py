"""templates/*/kind.yml → the kinds of a site, read with the care of campaigns and before them.

A site's own file wins over the default one; a folder of its own adds a kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from handbill.kinds.audience import Kinds, kinds_in_order
from handbill.kinds.base import Kind, MaterialBase
from handbill.kinds.declared import kind_of
from handbill.load.declarations import faults
from handbill.load.settings import Settings
from handbill.load.text_source import read_text
from handbill.load.things import own_things
from handbill.load.validate import validate
from handbill.load.yaml_source import parse
from handbill.model.fields import known_names
from handbill.model.kind import KindFile
from handbill.model.strip import strip_with
from handbill.model.text import is_slug
from handbill.problems import Both, Problem, ProblemsFound, Span, span_file
from handbill.resources import default_templates

DECLARATION = "kind.yml"
DRAWN_BY = ("sheet.typ", "page.html.j2")
"""What else the folder of a kind must hold."""
SAMPLE = "sample.yml"
"""One material of the kind, as it stands among those of an audience."""
_BEFORE = "preset.yml"
"""What declared the sizes of a kind up to 0.1."""


def load_kinds(site: Settings | None = None) -> Kinds:
    """Returns the kinds of a site, or those that come with Handbill.

    Raises ProblemsFound for a declaration or a folder that is not whole.
    """
    sources: list[tuple[str, str, str]] = []
    problems: list[Problem] = []
    for name, folders in _folders(site):
        found = next((one / DECLARATION for one in folders if (one / DECLARATION).is_file()), None)
        problems += _lacking(name, folders, site)
        if found:
            text, unreadable = read_text(found, _shown(found, site))
            problems += unreadable
            sources += [(name, _shown(found, site), text)] if text is not None else []
    if problems:
        raise ProblemsFound(problems)
    made = _kinds(tuple(sources))
    if isinstance(made, tuple):
        raise ProblemsFound(made)
    if wrong := [*_without_template(made, site), *_faulty_samples(made, site)]:
        raise ProblemsFound(wrong)
    props, sets = own_things(site)
    if not (props or sets):
        return made
    red = frozenset(name for name, one in props.items() if one.red)
    return replace(made, strip=strip_with(frozenset(props), frozenset(sets), red))


def field_titles(folder: Path) -> dict[str, Both]:
    """Returns the fields of a material by name with their titles: those that the folder of a kind
    declares, and those that every kind has."""
    kind = _declared(folder)
    own = kind.fields if kind else {}
    titles = {name: Both(one.help.zh.split("；")[0], one.help.en) for name, one in own.items()}
    return titles | {
        name: Both(str(field.title), (field.description or "").rpartition(" / ")[2])
        for name, field in MaterialBase.model_fields.items()
    }


def longer_sizes(folder: Path, name: str) -> list[str]:
    """Returns the sizes of a kind that are as high as `name` and longer: a larger paper of the same
    shape is no more room, since all on it grows."""
    kind = _declared(folder)
    sizes = kind.sizes if kind and name in kind.sizes else {}
    return [
        other
        for other, size in sizes.items()
        if size.height == sizes[name].height and size.width > sizes[name].width
    ]


def _declared(folder: Path) -> KindFile | None:
    text, _ = read_text(folder / DECLARATION, DECLARATION)
    document, _ = parse(text or "", DECLARATION)
    return validate(document, KindFile)[0] if document else None


@lru_cache(maxsize=8)
def _kinds(sources: tuple[tuple[str, str, str], ...]) -> Kinds | tuple[Problem, ...]:
    """Returns the kinds declared in texts (kind, file, text), or all that is wrong with them.
    Types are made once for the same texts, since all else that is made for a type hangs on it."""
    read = [_kind(*source) for source in sources]
    problems = [problem for one in read if not isinstance(one, Kind) for problem in one]
    return tuple(problems) or kinds_in_order(one for one in read if isinstance(one, Kind))


@lru_cache(maxsize=128)
def _kind(name: str, file: str, text: str) -> Kind | tuple[Problem, ...]:
    """Returns the kind that one text declares, or what is wrong with it."""
    document, problems = parse(text, file, known_names(KindFile))
    if document is None:
        return tuple(problems)
    declaration, problems = validate(document, KindFile)
    if declaration is None:
        return tuple(problems)
    return tuple(faults(declaration, document.marks)) or kind_of(name, declaration)


def _without_template(kinds: Kinds, site: Settings | None) -> Iterator[Problem]:
    """Yields the editable files that a kind declares and no folder of it has the template of."""
    for name, folders in _folders(site):
        for one in kinds.by_name[name].editable if name in kinds.by_name else ():
            file = f"{one}.html.j2"
            if not any((folder / file).is_file() for folder in folders):
                declared = next(one for one in folders if (one / DECLARATION).is_file())
                yield Problem(
                    "E740", Span(_shown(declared / DECLARATION, site)), kind=name, file=file
                )


def _faulty_samples(kinds: Kinds, site: Settings | None) -> Iterator[Problem]:
    """Yields what is wrong with the samples in a site's own folders; tests read those that come with
    Handbill."""
    own = site.templates_dir if site else None
    if own is None or own.resolve() == default_templates().resolve():
        return
    for name, kind in kinds.by_name.items():
        file = own / name / SAMPLE
        if file.is_file():
            text, problems = read_text(file, _shown(file, site))
            document, wrong = parse(text or "", _shown(file, site), known_names(kind.model))
            yield from problems or wrong
            yield from validate(document, kind.model)[1] if document is not None else ()


def _folders(site: Settings | None) -> Iterator[tuple[str, list[Path]]]:
    """Yields every folder of the templates by name with its places, the site's own first."""
    own = site.templates_dir if site and site.templates_dir else None
    places = [default_templates()]
    if own and own.is_dir() and own.resolve() != places[0].resolve():
        places.insert(0, own)
    names = {
        one.name for place in places for one in place.iterdir() if one.is_dir() and _is_name(one)
    }
    for name in sorted(names):
        yield name, [place / name for place in places if (place / name).is_dir()]


def _is_name(folder: Path) -> bool:
    return not folder.name.startswith((".", "__"))


def _lacking(name: str, folders: Iterable[Path], site: Settings | None) -> Iterator[Problem]:
    """Yields what keeps a folder from being that of a kind, if it means to be one."""
    folders = list(folders)
    shown = _shown(folders[0], site)
    old = [one / _BEFORE for one in folders if (one / _BEFORE).is_file()]
    declared = any((one / DECLARATION).is_file() for one in folders)
    if old:
        hint = Both(
            f"{_BEFORE} 现在叫 {DECLARATION}，还要写上字段；照着默认的改。",
            f"{_BEFORE} is now {DECLARATION} and declares the fields too; begin with the default. ",
        )
        yield Problem("E740", Span(_shown(old[0], site)), kind=name, file=DECLARATION, hint=hint)
    elif declared or any((one / DRAWN_BY[0]).is_file() for one in folders):
        if not is_slug(name):
            yield Problem("E129", Span(shown), file=name)
        for file in (DECLARATION, *DRAWN_BY):
            if not any((one / file).is_file() for one in folders):
                yield Problem("E740", Span(shown), kind=name, file=file)


def _shown(path: Path, site: Settings | None) -> str:
    """A path of the templates as spans show it: a site's own, relative to its root."""
    return span_file(path, site.root) if site else path.as_posix()
