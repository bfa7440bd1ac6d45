"""A running site, tried from outside: whether it is the site that lies here, and served as it should."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from handbill.load.settings import Settings
from handbill.policy import FRAMED, FRESH, HEADERS, KEPT, KEPT_BELOW, UNFRAMED
from handbill.problems import Both, Problem, ProblemsFound
from handbill.publish.client import Answer, Client, Unanswered
from handbill.publish.placing import MANIFEST, manifest_of

PLACES = 40
"""Pages of places that are tried; of more, so many, evenly spread."""
FOLDERS = 3
"""Folders without a page of their own that are asked for a list of their files."""
SMALL = 4_000_000
"""Bytes of the list of files that a site may have, and that is read."""
_PLACE = re.compile(r"(?:.+/)?p/[^/]+/index\.html")
TYPES = {
    ".html": ("text/html",),
    ".css": ("text/css",),
    ".js": ("text/javascript", "application/javascript"),
    ".json": ("application/json",),
    ".svg": ("image/svg+xml",),
    ".png": ("image/png",),
    ".woff2": ("font/woff2", "application/font-woff2"),
    ".xml": ("text/xml", "application/xml", "application/rss+xml", "application/atom+xml"),
    ".txt": ("text/plain",),
    ".pdf": ("application/pdf",),
    ".zip": ("application/zip", "application/x-zip-compressed"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    ".pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation",),
}
"""What each sort of file is to be called, the first before others that do as well."""
_BREAKS = {".html", ".css", ".js"}
"""What a browser refuses under another type, or shows as text."""
_READ = {".html", ".txt"}
"""What is read as text, in the right characters alone."""
_HIDDEN = {".git/HEAD": b"ref: ", ".git/config": b"[core", ".git": b"gitdir: "}
"""Files of Git that no server should give away, and how each begins."""
_DO_AS_WELL: dict[str, Callable[[str], bool]] = {
    "Referrer-Policy": lambda said: said in ("no-referrer", "same-origin"),
    "Permissions-Policy": lambda said: all(
        part in said.replace(" ", "")
        for part in HEADERS["Permissions-Policy"].replace(" ", "").split(",")
    ),
    "Content-Security-Policy": lambda said: bool(re.search(r"frame-ancestors\s+'none'", said)),
    "X-Frame-Options": lambda said: said.upper() == "DENY",
    "X-Content-Type-Options": lambda said: said.lower() == "nosniff",
}
"""Headers whose value may be another that says as much."""


@dataclass
class _Trial:
    """What is known so far. base: the site that lies here. files: its files and their sizes."""

    client: Client
    base: Path
    files: dict[str, int]
    problems: list[Problem] = field(default_factory=list)
    asked: dict[str, Answer | None] = field(default_factory=dict)
    other: set[str] = field(default_factory=set)
    """Files that are not those that lie here."""
    lost: dict[str, str] = field(default_factory=dict)
    """Files that were not to be had, and what came instead."""

    def tell(self, code: str, **details: object) -> None:
        """Adds a finding."""
        self.problems.append(Problem(code, None, **details))

    def file(self, path: str) -> Answer | None:
        """Asks for a file of the site, once, and compares it with the one that lies here; None where
        it was not to be had."""
        if path not in self.asked:
            self.asked[path] = self._asked(path)
        return self.asked[path]

    def _asked(self, path: str) -> Answer | None:
        address = quote(re.sub(r"(^|/)index\.html$", r"\1", path))
        try:
            answer = self.client.get(address, self.files[path] + 1)
        except Unanswered as none:
            if none.kind == "late":
                raise
            self.lost[path] = f"{none.kind}: {none.reason}"
            return None
        if answer.status != 200:
            self.lost[path] = str(answer.status)
            return None
        if _sum(answer.body) != _sum((self.base / path).read_bytes()):
            self.other.add(path)
        return answer


def try_site(settings: Settings, url: str) -> list[Problem]:
    """Tries a running site and returns all that is not as it should be.

    url: its address; no other host is asked. The site that lies here says what there should be. Raises
    ProblemsFound (E935) when nothing answers, and E936 when no site lies here.
    """
    listed = manifest_of(settings.site_dir)
    if not listed or "index.html" not in listed:
        raise ProblemsFound([Problem("E936", None, path=str(settings.site_dir))])
    there = {path: size for path, size in listed.items() if (settings.site_dir / path).is_file()}
    client = Client(f"{url.rstrip('/')}/")
    trial = _Trial(client, settings.site_dir, there)
    try:
        _first(trial)
        for step in (_address, _missing, _places, _types, _headers, _public, _list):
            step(trial, settings)
    except Unanswered as late:
        trial.tell("E948", url=late.reason, count=len(trial.asked))
    finally:
        client.close()
    _sum_up(trial)
    return trial.problems


def _first(trial: _Trial) -> None:
    """The home page: without it nothing else is worth asking."""
    client = trial.client
    try:
        answer = client.get("", trial.files["index.html"] + 1)
    except Unanswered as none:
        if none.kind == "late":
            raise
        code = "E938" if none.kind in ("away", "loop") else "E935"
        raise ProblemsFound([Problem(code, None, url=client.url, reason=none.reason)]) from None
    if answer.status != 200:
        raise ProblemsFound([Problem("E935", None, url=client.url, reason=str(answer.status))])
    if not client.is_local and urlsplit(answer.url).scheme != "https":
        trial.tell("W936", url=client.url)


def _address(trial: _Trial, settings: Settings) -> None:
    """What is printed on sheets leads to the address of mkdocs.yml."""
    told, tried = settings.site_url, trial.client.url
    if not told:
        trial.tell("W937", url=tried)
        return
    one, other = urlsplit(told), urlsplit(tried)
    if one.path != other.path:
        trial.tell("E947", url=tried, path=other.path, told=one.path)
    elif not trial.client.is_local and one.netloc != other.netloc:
        trial.tell("W947", url=tried, told=told)


def _missing(trial: _Trial, settings: Settings) -> None:
    """An address that nothing answers to gives our page, and says that it is none."""
    name = hashlib.sha256(trial.client.url.encode()).hexdigest()[:12]
    ours = (trial.base / "404.html").read_bytes() if "404.html" in trial.files else b""
    for path in (f"none-{name}/", f"p/none-{name}/"):
        try:
            answer = trial.client.get(path, len(ours) + 1)
        except Unanswered as none:
            if none.kind == "late":
                raise
            trial.tell("E939", path=path, found=f"{none.kind}: {none.reason}")
            return
        if answer.status != 404:
            trial.tell("E939", path=path, found=answer.status)
            return
        if ours and answer.body != ours:
            trial.tell("W939", path=path)
            return


def _places(trial: _Trial, settings: Settings) -> None:
    """What the QR codes of all places lead to, and one address without its stroke at the end."""
    found = sorted(path for path in trial.files if _PLACE.fullmatch(path))
    tried = spread(found, PLACES)
    for path in tried:
        trial.file(path)
    if lost := [path for path in tried if path in trial.lost]:
        trial.tell(
            "E940", count=len(lost), tried=len(tried), of=len(found), files=_shown(trial, lost)
        )
        for path in lost:
            del trial.lost[path]
    if len(tried) < len(found):
        trial.tell("W948", tried=len(tried), of=len(found))
    if tried:
        bare = tried[0].removesuffix("/index.html")
        try:
            answer = trial.client.get(quote(bare), 1)
        except Unanswered as none:
            if none.kind == "late":
                raise
            trial.tell("E938", url=f"{trial.client.url}{bare}", reason=none.reason)
        else:
            if answer.status != 200:
                trial.lost[bare] = str(answer.status)


def spread(found: list[str], most: int) -> list[str]:
    """Returns at most so many of a list, evenly spread, the first and the last among them."""
    if len(found) <= most:
        return found
    return [found[round(at * (len(found) - 1) / (most - 1))] for at in range(most)]


def _types(trial: _Trial, settings: Settings) -> None:
    """The smallest file of each sort, and its name among types of content."""
    wrong: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for suffix, names in TYPES.items():
        of = [path for path in trial.files if path.endswith(suffix) and not path.startswith(".")]
        if not of:
            continue
        answer = trial.file(min(of, key=lambda path: (trial.files[path], path)))
        if answer is None:
            continue
        if answer.type not in names:
            code = "E943" if suffix in _BREAKS else "W943"
            wrong[code].append((suffix, answer.type or "–", names[0]))
        elif suffix in _READ:
            said = answer.headers.get("content-type", "").lower().replace('"', "")
            charset = said.partition("charset=")[2].partition(";")[0].strip()
            if charset not in ("utf-8", "utf8") and (charset or suffix == ".txt"):
                wrong["W944"].append((suffix, charset or "–", "utf-8"))
    for code, rows in sorted(wrong.items()):
        told = [f"{suffix} {found} → {name}" for suffix, found, name in rows]
        trial.tell(code, files=told)


def _headers(trial: _Trial, settings: Settings) -> None:
    """What the server says with pages, files and framed pages, held against the guide."""
    lacking: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for path in _looked_at(trial.files):
        answer = trial.file(path)
        if answer is None:
            continue
        for name, value in _asked_for(path):
            said = answer.headers.get(name.lower(), "")
            if not _does(name, value, said):
                lacking[name, value, said].append(path)
        framed = f"/{path}".find(FRAMED) >= 0
        policy = answer.headers.get("content-security-policy", "")
        if framed and ("frame-ancestors" in policy or "x-frame-options" in answer.headers):
            trial.tell("W942", path=path)
    for (name, value, said), paths in sorted(lacking.items()):
        found = said or Both("没有", "nothing")
        trial.tell("W941", name=name, value=value, found=found, files=paths)


def _looked_at(files: Iterable[str]) -> list[str]:
    """One file for each row of the guide's table."""
    first = sorted(files)

    def one(fits: Callable[[str], bool]) -> list[str]:
        return [path for path in first if fits(path)][:1]

    return [
        "index.html",
        *one(lambda path: path.endswith(".css")),
        *one(lambda path: path.endswith(".pdf")),
        *one(lambda path: f"/{path}".startswith(KEPT_BELOW)),
        *one(lambda path: f"/{path}".startswith(FRAMED) and path.endswith(".html")),
    ]


def _asked_for(path: str) -> Iterator[tuple[str, str]]:
    yield from HEADERS.items()
    if FRAMED not in f"/{path}":
        yield from UNFRAMED.items()
    yield from (KEPT if f"/{path}".startswith(KEPT_BELOW) else FRESH).items()


def _does(name: str, value: str, said: str) -> bool:
    """Whether a header says what it should, or as much. Of what is kept for good, to ask each time is
    slower and does no harm."""
    if name == "Cache-Control":
        rules = {rule.strip().lower() for rule in said.split(",")}
        fresh = bool(rules & {"no-cache", "no-store", "max-age=0"})
        return fresh or (value in KEPT.values() and bool(re.search("max-age=[1-9]", said)))
    return _DO_AS_WELL[name](said) if said else False


def _public(trial: _Trial, settings: Settings) -> None:
    """No list of a folder's files is shown, and nothing of Git."""
    pages = {posixpath.dirname(path) for path in trial.files if path.endswith("index.html")}
    folders = {posixpath.dirname(path) for path in trial.files} - pages - {""}
    shown = []
    for folder in sorted(folders, key=lambda one: (one.count("/"), one))[:FOLDERS]:
        names = [path[len(folder) + 1 :] for path in trial.files if path.startswith(f"{folder}/")]
        answer = _maybe(trial, f"{quote(folder)}/")
        inside = {name.partition("/")[0] for name in names}
        if (
            answer
            and answer.status == 200
            and any(
                quote(name).encode() in answer.body or name.encode() in answer.body
                for name in inside
            )
        ):
            shown.append(f"{folder}/")
    if shown:
        trial.tell("W945", files=shown)
    given = [
        path
        for path, begins in _HIDDEN.items()
        if (answer := _maybe(trial, path))
        and answer.status == 200
        and answer.body.startswith(begins)
    ]
    if given:
        trial.tell("E945", files=given)


def _list(trial: _Trial, settings: Settings) -> None:
    """The list of files that the running site has, where it is served, held against ours."""
    answer = _maybe(trial, MANIFEST)
    if answer is None or answer.status != 200:
        return
    try:
        told = {str(path): int(size) for path, size in json.loads(answer.body)["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return
    ours = manifest_of(trial.base) or {}
    trial.other |= {path for path, size in ours.items() if told.get(path) != size}


def _maybe(trial: _Trial, path: str) -> Answer | None:
    try:
        return trial.client.get(path, SMALL)
    except Unanswered as none:
        if none.kind == "late":
            raise
        return None


def _sum_up(trial: _Trial) -> None:
    if trial.lost:
        lost = sorted(trial.lost)
        trial.tell("E937", count=len(lost), files=_shown(trial, lost))
    if trial.other:
        other = sorted(trial.other)
        tried = sum(answer is not None for answer in trial.asked.values())
        trial.tell("E946", count=len(other), tried=tried, files=other[:9])


def _shown(trial: _Trial, paths: list[str]) -> list[str]:
    return [f"{path} ({trial.lost[path]})" for path in paths[:5]]


def _sum(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
