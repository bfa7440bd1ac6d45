"""The search index, made by Pagefind over the finished site."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from handbill.problems import Both, Problem, ProblemsFound
from handbill.publish.last_site import LastSite
from handbill.render.cache import digest_of_files, digest_of_key

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
_FRAGMENT = b"pagefind_dcd"
"""What a page's text begins with, once it is unpacked."""
_UNSEEN = "[hidden], .hb-stale"
"""What stands in pages for another day or for a script: nobody reads it there, so nobody finds it."""


def index_site(site: Path, last: LastSite | None = None) -> int:
    """Write the index below `site`/pagefind/ and return how many pages it holds. last: the site
    before, from which the index is taken where all pages are the same.

    Beside it, for a site that is opened from a disk, stand the texts as a script a language.

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
    last = last or LastSite()
    key = _digest(site) if last.lies else ""
    index = last.known(FOLDER)
    if index and index["of"] == key and all(last.has(path, key) for path in index["files"]):
        for path in index["files"]:
            last.take(path, site / path)
        last.tell(FOLDER, index)
        return _count(site)
    options = ["--site", str(site), "--output-subdir", FOLDER, "--exclude-selectors", _UNSEEN]
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", *options],
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
    _write_texts(site / FOLDER)
    if last.lies:
        made = sorted(file for file in (site / FOLDER).rglob("*") if file.is_file())
        paths = [file.relative_to(site).as_posix() for file in made]
        for path in paths:
            last.note(path, key, site / path)
        last.tell(FOLDER, {"of": key, "files": paths})
    return _count(site)


def _count(site: Path) -> int:
    return len(list((site / FOLDER / "fragment").glob("*")))


def _digest(site: Path) -> str:
    """A digest of all pages of a site, and of what makes the index."""
    code = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    pages = digest_of_files(site.rglob("*.html"), site)
    return digest_of_key([version("pagefind"), code, pages])


def _in_order(entry: Path) -> None:
    """Pagefind names the languages of a site in another order each time: here, in theirs."""
    if entry.is_file():
        told = json.loads(entry.read_text("utf-8"))
        told["languages"] = dict(sorted(told.get("languages", {}).items()))
        entry.write_text(
            json.dumps(told, ensure_ascii=False, separators=(",", ":")), "utf-8", newline=""
        )


def _write_texts(folder: Path) -> None:
    """Write disk-<language>.js: from a disk a browser fetches nothing, but it runs scripts. Each page
    as address below the site, title and text, in the order of addresses."""
    languages: dict[str, list[tuple[str, str, str]]] = {}
    for file in (folder / "fragment").glob("*.pf_fragment"):
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_FRAGMENT))
        found = languages.setdefault(file.name.partition("_")[0], [])
        # Pagefind parts the words of a text by spaces of no width, and takes them out when it reads.
        text = page["content"].replace("\u200b", "")
        found.append((page["url"], page["meta"].get("title", ""), text))
    for language, pages in languages.items():
        texts = json.dumps(sorted(pages), ensure_ascii=False, separators=(",", ":"))
        (folder / f"disk-{language}.js").write_text(
            f"window.handbillPages={texts};\n", "utf-8", newline=""
        )
