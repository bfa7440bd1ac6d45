"""The files that the desk can show as forms: what each is, how it is read, how it is written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from handbill.editing.canonical import ChangedMeaning, with_contents
from handbill.editing.comments import Moved
from handbill.editing.files import campaign_files, modeline, schema_of
from handbill.kinds.audience import Kinds
from handbill.load import marks as places
from handbill.load.files import CAMPAIGN, FILES, PLACES
from handbill.load.marks import Extent, Marks
from handbill.load.settings import Settings
from handbill.load.text_source import decode
from handbill.load.yaml_source import Document, parse
from handbill.model.fields import known_names
from handbill.model.text import Line, Model, Url, described
from handbill.problems import Both, Problem, ProblemsFound, Span, span_file
from handbill.problems.lines import split_lines
from handbill.words.desk import WORDS

SITE = "site"
"""Sort of mkdocs.yml, of which the desk shows what a sheet must have."""
NEEDED = (SITE, PLACES, CAMPAIGN)
"""Sorts of files that are never removed."""


class SiteFile(Model):
    """What the desk shows of mkdocs.yml; all else is left as it stands."""

    site_name: Line = described(*WORDS["site_name"])
    site_url: Url | None = described(
        f"{WORDS['site_url'][0]}；{WORDS['site_url_help'][0]}",
        WORDS["site_url_help"][1],
        None,
        missing="specimen",
        example="https://www.example.cn/fangfan/",
    )


@dataclass(frozen=True)
class Paper:
    """A file with a form. name: posix path relative to the site's root. sort: of FILES, or SITE."""

    name: str
    path: Path
    sort: str
    annotation: Any
    modeline: str

    @property
    def stem(self) -> str:
        """The file's name without its suffix: the id of an audience, a case, a strip."""
        return self.path.stem

    def read(self) -> tuple[str, str]:
        """Returns the text on the disk, GBK too, and a digest of its bytes. Raises OSError."""
        data = self.path.read_bytes()
        return text_of(data, self.name), digest(data)

    def opened(self, text: str) -> tuple[Document | None, list[Problem]]:
        """Returns a text as data with the place of every value, or what keeps it from being read."""
        if self.sort == SITE:
            return _site_document(text, self.name), []
        document, problems = parse(text, self.name, known_names(self.annotation))
        if document is not None and not isinstance(document.data, dict):
            return None, problems
        return document, problems

    def rewritten(self, text: str, document: Document, data: Any, moved: Moved) -> str:
        """Returns the file with other contents, as `handbill fmt` writes it. Raises ProblemsFound (E141)
        where that would say something else."""
        if self.sort == SITE:
            return _with_settings(text, data)
        try:
            return with_contents(document, data, self.annotation, self.modeline, moved)
        except ChangedMeaning:
            raise ProblemsFound([Problem("E141", Span(self.name), file=self.name)]) from None


def papers(settings: Settings, kinds: Kinds) -> dict[str, Paper]:
    """Returns every file with a form by its name: mkdocs.yml, then those of campaigns/."""
    site = site_paper(settings.config_file)
    found = {site.name: site}
    for path in campaign_files(settings.campaigns_dir):
        paper = paper_of(path, settings, kinds)
        assert paper, "campaign_files gives those that are one"
        found[paper.name] = paper
    return found


def site_paper(config: Path) -> Paper:
    """Returns mkdocs.yml, which lies at the root."""
    return Paper(config.name, config, SITE, SiteFile, "")


def paper_of(path: Path, settings: Settings, kinds: Kinds) -> Paper | None:
    """Returns a file of campaigns/, which need not be there; None for what is none."""
    sort = schema_of(path, settings.campaigns_dir)
    if sort is None:
        return None
    line = modeline(path, settings.campaigns_dir)
    name = span_file(path, settings.root)
    return Paper(name, path, sort, FILES[sort].model_for(kinds), line)


def text_of(data: bytes, name: str) -> str:
    """Returns the text of a file, GBK too, with marks where it is none."""
    text, _problems = decode(data, name, chinese_codepage=True)
    return data.decode("utf-8", "replace") if text is None else text


def digest(data: bytes) -> str:
    """Returns what tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()[:24]


def sort_title(sort: str) -> Both:
    """Returns what a sort of file is called."""
    if sort == SITE:
        return Both(*WORDS["of_site"])
    return Both(FILES[sort].zh, FILES[sort].en)


def _site_document(text: str, name: str) -> Document | None:
    """mkdocs.yml with the settings of SiteFile alone; None when it cannot be read."""
    lines = split_lines(text)
    values: dict[places.Path, Extent] = {(): Extent(1, 1, len(lines) + 1, 1)}
    data: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        found = _SETTING.match(line)
        if found and found["name"] in SiteFile.model_fields:
            try:
                value = yaml.safe_load(f"k: {found['value'] or ''}")["k"]
            except yaml.YAMLError:
                return None
            if _CONTINUED.match("".join(lines[number : number + 1])):
                return None  # on several lines, of which one would be left
            if value is None:
                continue
            data[found["name"]] = str(value)
            extent = Extent(number, found.start("value") + 1, number, len(line.rstrip()) + 1)
            values[found["name"],] = extent
    return Document(data, Marks(name, lines, values, {}), ())


_SETTING = re.compile(r"(?P<name>[a-z_]+):(?:\s+(?P<value>.*))?$")
_COMMENT = re.compile(r"\s+#.*$")
_CONTINUED = re.compile(r"\s+[^\s#]")


def _with_settings(text: str, data: Mapping[str, str | None]) -> str:
    """mkdocs.yml with these settings in their lines; comments and all else stay."""
    for name in SiteFile.model_fields:
        value = data.get(name)
        line = re.compile(rf"^{name}:.*$", re.MULTILINE)
        there = line.search(text)
        if value is None or not str(value).strip():
            text = line.sub(f"# {name}:", text, count=1) if there else text
            continue
        written = f"{name}: {_scalar(str(value).strip())}"
        hint = re.compile(rf"^#\s*{name}:.*$", re.MULTILINE).search(text)
        if there:
            note = _COMMENT.search(there[0])
            text = f"{text[: there.start()]}{written}{note[0] if note else ''}{text[there.end() :]}"
        elif hint:
            text = f"{text[: hint.start()]}{written}{text[hint.end() :]}"
        else:
            text = f"{text.rstrip()}\n{written}\n"
    return text


def _scalar(text: str) -> str:
    """A text as a value of YAML: bare where it is read back as itself."""
    try:
        bare = yaml.safe_load(f"k: {text}") == {"k": text}
    except yaml.YAMLError:
        bare = False
    return text if bare else json.dumps(text, ensure_ascii=False)
