"""The licences of what a pack holds, in full: as the packages bring them, and typed nowhere twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

from handbill.load.fonts import FAMILIES, SUFFIXES
from handbill.render.fonts import font_report
from handbill.resources import default_templates

_ART = "CC-BY"
"""What the name of the licence of text and art begins with."""
_RULE = "-" * 72


def licence_texts(say: Mapping[str, str]) -> str:
    """Return what everything in a pack is licensed under, then each licence in full. say: the words
    of the site's language."""
    parts = list(_parts(say))
    heads = [head for head, _ in parts]
    full = [f"{_RULE}\n{head}\n{_RULE}\n\n{text.strip()}\n" for head, text in parts if text]
    return "\n".join([say["licences_head"], "", *heads, "", *full])


def _parts(say: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What there is with the text of its licence."""
    own = {Path(name).name: text for name, text in _texts("handbill").items()}
    art = next((name for name in own if name.startswith(_ART)), "")
    yield say["licences_art"].format(licence=Path(art).stem), own.get(art, "")
    for found in font_report():
        module = FAMILIES[found.family]
        if found.origin is None or found.origin.name != module:
            yield say["licences_own_font"].format(font=found.family), ""
            continue
        package = module.replace("_", "-")
        files = (file.name for file in found.origin.iterdir() if file.suffix.lower() in SUFFIXES)
        head = say["licences_font"].format(
            font=say["listing"].join(sorted(files)),
            package=f"{package} {metadata.version(package)}",
        )
        yield head, "\n".join(_texts(package).values())
    yield say["licences_program"], own.get("LICENSE", "")


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
