"""What readers see that stands in no campaign: pages of docs/, settings, templates, names of files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

import yaml

from handbill.load.kept import kept
from handbill.load.kinds import SAMPLE
from handbill.load.settings import Settings
from handbill.load.text_source import LARGEST, read_text
from handbill.problems import Both, Problem, Span, span_file
from handbill.resources import default_templates

Sort = Literal["page", "settings", "template", "name"]

_SAID = ("site_name", "site_description", "site_author", "copyright", "nav")
"""Settings of mkdocs.yml whose texts stand on pages."""
_WORDED = (".yml", ".j2", ".html", ".md", ".typ", ".js", ".svg", ".txt", ".toml")
"""Files of templates that may hold words."""
LARGEST_FILE = 100_000_000
"""Bytes that a file of docs/ may have which is copied to the site as it is: services that publish
sites take no larger one."""
_FENCE = re.compile(r"\s*(```+|~~~+)")
_ITEM = re.compile(r"\s*(?:[-*+#>|:!]|\d+[.)]\s|<|\{)")
_INLINE = re.compile(r"`[^`]*`")
_ADDRESS = re.compile(r"(?<=\])\([^)\s]*\)|<[^>]*>|https?://\S+")
_MARKUP = re.compile(r"<[^>]*>|\{[{%#].*?[}%#]\}")


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, a line or a name. value: what is read of it. lines: the lines that it stands in,
    as they are; line: the first of them, from 1. code: an example in typewriter type. lead: the
    paragraph that introduces a list, for its items."""

    sort: Sort
    file: str
    value: str
    line: int = 1
    lines: tuple[str, ...] = ()
    code: bool = False
    lead: str = ""

    def find(self, part: str) -> Span:
        """Return where a part of it stands; the first line where the part runs over lines."""
        for number, line in enumerate(self.lines, self.line):
            if (at := line.find(part)) >= 0:
                return Span(self.file, number, at + 1, at + 1 + len(part))
        return Span(self.file, self.line)


_SHOWS = "<!-- lint: examples -->"
"""Stands in a page that explains what is not to be said: only numbers of persons are looked for."""


def read_prose(settings: Settings) -> tuple[list[Prose], list[Problem]]:
    """Return all of it; and an E189 for each file of docs/ that is too large for a site, a W610 for
    each that could not be read.

    The default look and copies of it are left out: the tests of Handbill read it. So are samples of
    kinds, which no page shows.
    """
    found: list[Prose] = []
    problems: list[Problem] = []
    own = settings.templates_dir
    folders = [settings.docs_dir]
    if own and own.resolve() != default_templates().resolve():
        folders.append(own)
    for path in (path for folder in folders for path in _files(folder)):
        name = span_file(path, settings.root)
        found.append(Prose("name", name, path.stem.replace("-", " ").replace("_", " ")))
        page = path.is_relative_to(settings.docs_dir)
        if page and (fault := _too_large(path, name)):
            problems.append(fault)
            continue
        if path.suffix not in ((".md", ".html", ".txt") if page else _WORDED):
            continue
        if not page and (path.name == SAMPLE or _is_ours(path, path.relative_to(folders[-1]))):
            continue
        text, unread = read_text(path, name)
        problems += [
            Problem("W610", Span(name), file=name, reason=_reason(one)) for one in unread[:1]
        ]
        if text is not None:
            found += kept("prose", name, text, page, partial(_read, path.suffix, name, text, page))
    for file in settings.config_files:
        found += _settings(file, settings.root)
    return found, problems


def _too_large(path: Path, name: str) -> Problem | None:
    limit = LARGEST if path.suffix == ".md" else LARGEST_FILE
    size = path.stat().st_size
    return Problem("E189", Span(name), size=size, limit=limit) if size > limit else None


def _is_ours(path: Path, inside: Path) -> bool:
    """Whether a site's template is a copy of the default one."""
    ours = default_templates() / inside
    return ours.is_file() and ours.read_bytes() == path.read_bytes()


def _reason(problem: Problem) -> Both:
    return Both(problem.title("zh"), problem.title("en"))


def _files(folder: Path) -> Iterator[Path]:
    """Files below a folder, but for hidden ones and those that a link leads out to."""
    inside = folder.resolve()
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.resolve().is_relative_to(inside):
            yield path


def _read(suffix: str, name: str, text: str, page: bool) -> tuple[Prose, ...]:
    return tuple(_paragraphs(name, text) if suffix == ".md" else _lines(name, text, page))


def _paragraphs(file: str, text: str) -> Iterator[Prose]:
    """Paragraphs of Markdown without addresses and inline code; each line of an example alone. A page
    that says so is an example as a whole."""
    shows = _SHOWS in text
    fence = ""
    gathered: list[str] = []
    first = 1
    lead = ""

    def paragraph() -> Iterator[Prose]:
        nonlocal lead
        if gathered:
            joined = " ".join(line.strip() for line in gathered)
            read = _ADDRESS.sub(" ", _INLINE.sub("“…”", joined))
            if not _ITEM.match(gathered[0]):
                lead = joined if joined.endswith(("：", ":")) else ""
            yield Prose("page", file, read, first, tuple(gathered), shows, lead)
            for code in _INLINE.findall(joined):
                yield Prose("page", file, code.strip("`"), first, tuple(gathered), code=True)
            gathered.clear()

    for number, line in enumerate(text.split("\n"), 1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            yield from paragraph()
            fence = "" if fence else mark[1]
        elif fence:
            yield Prose("page", file, line.strip(), number, (line,), code=True)
        elif not line.strip():
            yield from paragraph()
        else:
            if _ITEM.match(line):
                yield from paragraph()
            if not gathered:
                first = number
            gathered.append(line)
    yield from paragraph()


def _lines(file: str, text: str, page: bool) -> Iterator[Prose]:
    """Lines of a template or of a page in HTML, without its tags and expressions."""
    for number, line in enumerate(text.split("\n"), 1):
        if read := _MARKUP.sub(" ", line).strip():
            yield Prose("page" if page else "template", file, read, number, (line,))


def _settings(config: Path, root: Path) -> Iterator[Prose]:
    """Texts of mkdocs.yml; that it can be read is known by now."""
    text = config.read_text("utf-8-sig")
    lines = tuple(text.split("\n"))
    name = span_file(config, root)
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value in _SAID:
            for one in _scalars(value, key.value == "nav"):
                at = one.start_mark.line
                read = _ADDRESS.sub(" ", one.value)
                yield Prose("settings", name, read, at + 1, lines[at : one.end_mark.line + 1])


def _scalars(node: Any, titles: bool) -> Iterable[yaml.ScalarNode]:
    """The texts below a node; of nav, its titles alone and not the files."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            if not titles or not isinstance(value, yaml.ScalarNode):
                yield from _scalars(value, titles)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            if not titles or not isinstance(one, yaml.ScalarNode):
                yield from _scalars(one, titles)
    elif isinstance(node, yaml.ScalarNode) and not titles:
        yield node
