"""Where the fonts of the sheets are: a folder the user names, then the font wheels.

Noto Sans CJK SC (variable, all weights) comes from the wheel `manimgx-fonts-cjk`, Noto Serif SC
from `pylopdf-fonts-zh-cn`; both are under the SIL Open Font License 1.1.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

FOLDER_VARIABLE = "HANDBILL_FONTS"
FAMILIES: dict[str, str] = {
    "Noto Sans CJK SC": "manimgx_fonts_cjk",
    "Noto Serif SC": "pylopdf_fonts_zh_cn",
}
"""Families that the sheets ask for, with the module whose wheel holds them."""
SUFFIXES = frozenset({".otf", ".ttf", ".otc", ".ttc"})


def named_folder(folder: Path | None = None) -> Path | None:
    """Returns the folder to look in first: the given one, else the one that the environment
    variable HANDBILL_FONTS names."""
    named = os.environ.get(FOLDER_VARIABLE)
    return folder or (Path(named) if named else None)


def wheel_folder(module: str) -> Path | None:
    """Returns the folder of a font wheel's module; None when it is not installed."""
    spec = find_spec(module)
    return Path(spec.origin).parent if spec and spec.origin else None


def fonts_of(folder: Path) -> list[Path]:
    """Returns the font files in a folder, at any depth."""
    return [file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES]
