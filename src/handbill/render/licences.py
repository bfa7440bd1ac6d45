"""The licences of what a pack holds, in full: as the packages bring them, and typed nowhere twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

from handbill.load.fonts import FAMILIES, Family, fonts_of
from handbill.render.fonts import font_report
from handbill.resources import default_templates

_ART = "CC-BY"
"""What the name of the licence of text and art begins with."""
_RULE = "-" * 72


def licence_texts(say: Mapping[str, str], others: Iterable[Family] = ()) -> str:
    """Return what everything in a pack is licensed under, then each licence in full. say: the words
    of the site's language. others: the families of its sheets besides those of every sheet."""
    parts = list(_parts(say, others))
    heads = [head for head, _ in parts]
    full = [f"{_RULE}\n{head}\n{_RULE}\n\n{text.strip()}\n" for head, text in parts if text]
    return "\n".join([say["licences_head"], "", *heads, "", *full])


def _parts(say: Mapping[str, str], others: Iterable[Family]) -> Iterator[tuple[str, str]]:
    """What there is with the text of its licence."""
    own = {Path(name).name: text for name, text in _texts("handbill").items()}
    art = next((name for name in own if name.startswith(_ART)), "")
    yield say["licences_art"].format(licence=Path(art).stem), own.get(art, "")
    for found in font_report():
        module, origin = FAMILIES[found.family], found.origin
        if origin is None or origin.name != module:
            yield say["licences_own_font"].format(font=found.family), ""
        else:
            yield _font(say, module, fonts_of(origin))
    for family in others:
        if family.extra is None:
            yield say["licences_own_font"].format(font=family.name), ""
        else:
            yield _font(say, family.extra.module, family.files)
    yield say["licences_program"], own.get("LICENSE", "")


def _font(say: Mapping[str, str], module: str, files: Iterable[Path]) -> tuple[str, str]:
    """Fonts that a wheel's module brings."""
    package = module.replace("_", "-")
    head = say["licences_font"].format(
        font=say["listing"].join(sorted(file.name for file in files)),
        package=f"{package} {metadata.version(package)}",
    )
    return head, "\n".join(_texts(package).values())


@cache
def _texts(package: str) -> dict[str, str]:
    """The licence files that a package brings, by path; those of the source tree for ours, where it
    is not installed."""
    found = {}
    if package == "handbill" and (tree := default_templates().parent / "LICENSES").is_dir():
        for file in (tree.parent / "LICENSE", *sorted(tree.iterdir())):
            found[file.name] = file.read_text("utf-8")
        return found
    for one in metadata.files(package) or ():
        if ".dist-info/licenses/" in one.as_posix():
            found[one.as_posix()] = Path(str(one.locate())).read_text("utf-8")
    return found
