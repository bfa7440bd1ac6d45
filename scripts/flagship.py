"""A copy of the flagship's project, for benches to build."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def copied(folder: Path) -> Path:
    """Copies the flagship's project into a folder, and returns where it lies."""
    site = folder / "flagship"
    site.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", site)
    for name in ("campaigns", "docs", "templates"):
        shutil.copytree(ROOT / name, site / name)
    return site
