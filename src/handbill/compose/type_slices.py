"""The type of sheets in slices, for what people type into a page: of these scripts alone, which the
site has a language in."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from handbill.words.languages import has_cells, script_of

FOLDER = "assets/type/"
STYLES = f"{FOLDER}type.css"
SCRIPTS = {"arabic": "Arab", "hebrew": "Hebr", "devanagari": "Deva", "thai": "Thai"}
"""The script of a slice by its name, where that is one. Latin, Greek and Cyrillic are for all."""
_RULE = re.compile(r"src:url\(([\w-]+\.woff2)\)")


def assets_of(assets: Mapping[str, bytes], languages: Collection[str]) -> dict[str, bytes]:
    """Returns the files of a site without the slices that no one there types, and without their
    rules in the style sheet. assets: by path below the site, all slices among them."""
    scripts = {script_of(one) for one in languages}
    cells = any(map(has_cells, languages))

    def typed(path: str) -> bool:
        if not path.startswith(FOLDER) or not path.endswith(".woff2"):
            return True
        name = path.removeprefix(FOLDER).removesuffix(".woff2")
        if name.startswith("han-") or name == "offices":
            return cells
        return name not in SCRIPTS or SCRIPTS[name] in scripts

    kept = {path: content for path, content in assets.items() if typed(path)}
    if STYLES in kept:
        rules = [
            rule
            for rule in kept[STYLES].decode().splitlines(keepends=True)
            if not (file := _RULE.search(rule)) or FOLDER + file[1] in kept
        ]
        kept[STYLES] = "".join(rules).encode()
    return kept
