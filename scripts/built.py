"""Which sources the site in the tree was built from, so that the tests need not build it again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("mkdocs.yml", "campaigns", "docs", "templates", "src", "requirements.lock")
"""What the site of the flagship is made from."""
MADE = ("site",)
RECORD = "build/built.json"


def digest(root: Path, names: tuple[str, ...]) -> str:
    """Returns the sha256 of all files of these names below a folder, with their paths."""
    found = hashlib.sha256()
    for name in names:
        for file in sorted([root / name, *(root / name).rglob("*")]):
            if file.is_file() and "__pycache__" not in file.parts:
                found.update(f"{file.relative_to(root).as_posix()}\0".encode())
                found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def record(sources: str) -> None:
    """Writes down what the site was built from. `sources`: their digest before the build."""
    text = json.dumps({"sources": sources, "made": digest(ROOT, MADE)})
    (ROOT / RECORD).parent.mkdir(exist_ok=True)
    (ROOT / RECORD).write_text(text, encoding="utf-8", newline="\n")


def is_current() -> bool:
    """Returns whether the site in the tree is what its sources, as they are now, were built to."""
    try:
        record = json.loads((ROOT / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    now = {"sources": digest(ROOT, SOURCES), "made": digest(ROOT, MADE)}
    return bool(record == now)
