"""mkdocs.yml as MkDocs reads it: with the files that it inherits from, and what the environment says.

Read here, and not by MkDocs, since that takes a tenth of a second of every command; a test holds
the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from handbill.load.fullwidth import key_problems
from handbill.load.yaml_messages import syntax_problem
from handbill.problems import Both, Problem, ProblemsFound, Span, span_file
from handbill.problems.lines import split_lines

_SETTINGS = (
    "INHERIT site_name site_url copyright docs_dir theme name language plugins campaigns templates "
    "leave nav extra markdown_extensions".split()
)
"""Names of mkdocs.yml behind which a full-width colon is looked for."""

MOST = 100_000
"""Values that mkdocs.yml may come to with its aliases written out; `*` in `*` makes millions."""

_OF_TAGS = (ValueError, LookupError, TypeError, AttributeError)
"""What yaml raises for a tag with a value that is none of it, as `!!bool x` or `!!int ""`."""
_ENDLESS = Both(
    "锚点（&）和引用（*）一层套一层，展开后没有尽头",
    "its anchors (&) and aliases (*) unfold without end",
)


class _ConfigLoader(yaml.SafeLoader):
    """Reads any mkdocs.yml: tags that belong to other readers become None."""


add_env_tag(_ConfigLoader)
_ConfigLoader.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True)
class ConfigFile:
    """mkdocs.yml, or a file that it inherits from. name: in spans. values: its own alone."""

    path: Path
    name: str
    text: str
    lines: tuple[str, ...]
    values: Mapping[str, Any]


def read_mkdocs_yml(config_file: Path) -> list[ConfigFile]:
    """Returns mkdocs.yml, then what it inherits from, each before its own parent.

    Raises ProblemsFound when one is unreadable or not a mapping (E124), when one that is named by
    INHERIT is not there or inherits from itself (E145), or when it is no YAML (the code of its
    fault).
    """
    files = [_read(config_file, config_file.parent)]
    while "INHERIT" in files[-1].values:
        child = files[-1]
        value = child.values["INHERIT"]
        parent = (child.path.parent / str(value)).resolve()
        if not (isinstance(value, str) and parent.is_file()) or parent in [
            one.path.resolve() for one in files
        ]:
            at = setting_span([child], "INHERIT")
            raise ProblemsFound([Problem("E145", at, file=child.name, parent=value)])
        files.append(_read(parent, config_file.parent, empty=True))
    return files


def merged(files: Sequence[ConfigFile]) -> dict[str, Any]:
    """Returns the settings of all files: those of the first hold, groups are joined by name."""
    config: dict[str, Any] = {}
    for file in reversed(files):
        config = _laid_over(config, file.values)
    config.pop("INHERIT", None)
    return config


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        name: _laid_over(below[name], value)
        for name, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(name), dict)
    }
    return {**below, **above, **both}


def setting_span(files: Sequence[ConfigFile], name: str) -> Span:
    """Returns where a setting stands, or the first file where it cannot be found."""
    pattern = re.compile(rf"\s*(?:-\s+)?[\"']?{re.escape(name)}[\"']?\s*(?::|$)\s*")
    return _first_match(files, pattern) or Span(files[0].name)


def top_span(files: Sequence[ConfigFile], name: str) -> Span | None:
    """Returns where the value of a setting of the site itself stands; None where none sets it."""
    return _first_match(files, re.compile(rf"{re.escape(name)}:\s*"))


def _first_match(files: Sequence[ConfigFile], pattern: re.Pattern[str]) -> Span | None:
    for file in files:
        for number, line in enumerate(file.lines, 1):
            if found := pattern.match(line):
                start, end = found.end() + 1, len(line.rstrip()) + 1
                column = start if start < end else len(line) - len(line.lstrip()) + 1
                return Span(file.name, number, column, max(end, column + 1))
    return None


def _read(file: Path, root: Path, *, empty: bool = False) -> ConfigFile:
    """Returns one file. empty: whether it may say nothing."""
    name = span_file(file, root)
    try:
        if file.exists() and not file.is_file():
            raise _unreadable(name, Both("它不是文件", "it is no file"))
        text = file.read_text("utf-8-sig")
        values = _plain(text, name)
        if values is None and empty:
            values = {}
    except OSError as error:
        raise _unreadable(name, error.strerror or str(error)) from None
    except yaml.MarkedYAMLError as error:
        lines = split_lines(text)
        problem = syntax_problem(error, name, lines)
        last = problem.span.line if problem.span else len(lines)
        raise ProblemsFound(key_problems(lines, _SETTINGS, name, last) or [problem]) from None
    except (yaml.YAMLError, RecursionError, *_OF_TAGS) as error:
        reason = (
            Both("嵌套太深", "nested too deeply")
            if isinstance(error, RecursionError)
            else str(error) or type(error).__name__
        )
        raise _unreadable(name, reason) from None
    if not isinstance(values, dict):
        raise _unreadable(name, Both("不是“名称: 内容”的形式", "not a mapping"))
    return ConfigFile(file, name, text, split_lines(text), values)


def _plain(text: str, file: str) -> Any:
    """Returns what YAML says, as plain data. Raises ProblemsFound where its aliases come to more than
    MOST values, or have no end; and what yaml raises."""
    loader = _ConfigLoader(text)
    try:
        node = loader.get_single_node()
        if _unfolded(node, {}) >= MOST:
            raise _unreadable(file, _ENDLESS)
        return None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def _unfolded(node: Any, known: dict[int, int]) -> int:
    """Returns how many values a node comes to once its aliases are written out."""
    if not isinstance(node, yaml.CollectionNode):
        return 1
    if id(node) not in known:
        known[id(node)] = MOST  # while it is looked at: one in itself has no end
        inner = (part for one in node.value for part in (one if type(one) is tuple else (one,)))
        known[id(node)] = 1 + sum(_unfolded(part, known) for part in inner)
    return known[id(node)]


def _unreadable(file: str, reason: str | Both) -> ProblemsFound:
    return ProblemsFound([Problem("E124", Span(file), file=file, reason=reason)])
