"""The search index, made by Pagefind over the finished site."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from handbill.problems import Both, Problem, ProblemsFound

FOLDER = "pagefind"
UNUSED = (
    "pagefind-ui.js",
    "pagefind-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-modular-ui.css",
    "pagefind-component-ui.js",
    "pagefind-component-ui.css",
    "pagefind-highlight.js",
)
"""Pagefind's own interfaces: the site has its own, so they are not published."""


def index_site(site: Path) -> int:
    """Write the index below `site`/pagefind/ and return how many pages it holds.

    Only pages marked data-pagefind-body are taken. Raises ProblemsFound (E708) with what Pagefind
    said when it fails, or (E709) when there is no such folder.
    """
    if not site.is_dir():
        raise ProblemsFound(
            [
                Problem(
                    "E709",
                    None,
                    path=str(site),
                    reason=Both("没有这个文件夹", "there is no such folder"),
                )
            ]
        )
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    output = (done.stdout + done.stderr).strip()
    if done.returncode:
        raise ProblemsFound([Problem("E708", None, said=output[-600:])])
    for name in UNUSED:
        (site / FOLDER / name).unlink(missing_ok=True)
    _in_order(site / FOLDER / "pagefind-entry.json")
    return len(list((site / FOLDER / "fragment").glob("*")))


def _in_order(entry: Path) -> None:
    """Pagefind names the languages of a site in another order each time: here, in theirs."""
    if entry.is_file():
        told = json.loads(entry.read_text("utf-8"))
        told["languages"] = dict(sorted(told.get("languages", {}).items()))
        entry.write_text(
            json.dumps(told, ensure_ascii=False, separators=(",", ":")), "utf-8", newline=""
        )
