"""The site's settings, read from mkdocs.yml without importing MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from handbill.load.fullwidth import key_problems
from handbill.load.options import option_problems, plugin_options, setting_span
from handbill.load.yaml_messages import syntax_problem
from handbill.problems import Both, Problem, ProblemsFound, Severity, Span, span_file
from handbill.problems.lines import split_lines

MARK = "assets/mark.svg"
"""The logo of a site that names none: a sheet of paper, which stands for no subject."""


@dataclass(frozen=True)
class Settings:
    """What Handbill needs to know of a site.

    root: folder of mkdocs.yml; all spans are relative to it. site_url: None while unset.
    templates_dir: the site's own templates, None when it has none.
    config_file: mkdocs.yml. site_url_span: where it sets site_url. leave_url: where the leave button
    goes, None for the default. repo_url: of the repository the site is kept in. admin: whether the
    form editor is published. logo, favicon: below docs/, or of the templates. warnings: of
    mkdocs.yml. has_plugin: whether that lists the plugin.
    """

    root: Path
    site_url: str | None
    site_name: str
    campaigns_dir: Path
    templates_dir: Path | None
    docs_dir: Path
    site_dir: Path
    config_file: Path
    site_url_span: Span | None = None
    leave_url: str | None = None
    repo_url: str | None = None
    admin: bool = False
    logo: str = MARK
    favicon: str = MARK
    logo_span: Span | None = None
    favicon_span: Span | None = None
    warnings: tuple[Problem, ...] = ()
    has_plugin: bool = True

    @property
    def build_dir(self) -> Path:
        """The folder of what is not published: staged templates, the cache, the contact sheet."""
        return self.root / "build"

    def refuse_site_dir(self, site_dir: Path, span: Span | None = None) -> None:
        """Raises ProblemsFound (E762) for a site folder that is, holds or lies in a folder that the
        site is made from, or that holds the project. Links are followed."""
        sources = (self.campaigns_dir, self.docs_dir, self.root / "templates", self.templates_dir)
        for folder in (
            self.root,
            *sources,
            self.build_dir,
            self.root / "admin",
            self.root / ".git",
        ):
            if folder is None:
                continue
            if _holds(site_dir, folder) or (folder != self.root and _holds(folder, site_dir)):
                where, name = span_file(site_dir, self.root), span_file(folder, self.root)
                raise ProblemsFound([Problem("E762", span, path=where, folder=name)])


_NAMES = (
    "site_name site_url copyright docs_dir theme name language plugins campaigns templates "
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


def read_settings(config_file: Path) -> Settings:
    """Returns the settings of the site whose mkdocs.yml this is.

    Raises ProblemsFound when the file is missing, unreadable, or not a mapping (E124), when an
    address or an option will not do (see `option_problems`), when its site_dir lies where the site
    is made from (E762), or when it is no YAML (the code of its fault).
    """
    config_file = config_file.resolve()
    root = config_file.parent
    try:
        if config_file.exists() and not config_file.is_file():
            raise _unreadable(config_file, Both("它不是文件", "it is no file"))
        text = config_file.read_text("utf-8-sig")
        config = _plain(text, config_file)
    except OSError as error:
        raise _unreadable(config_file, error.strerror or str(error)) from None
    except yaml.MarkedYAMLError as error:
        lines = split_lines(text)
        problem = syntax_problem(error, config_file.name, lines)
        last = problem.span.line if problem.span else len(lines)
        raise ProblemsFound(
            key_problems(lines, _NAMES, config_file.name, last) or [problem]
        ) from None
    except (yaml.YAMLError, RecursionError, *_OF_TAGS) as error:
        reason = (
            Both("嵌套太深", "nested too deeply")
            if isinstance(error, RecursionError)
            else str(error) or type(error).__name__
        )
        raise _unreadable(config_file, reason) from None
    if not isinstance(config, dict):
        raise _unreadable(config_file, Both("不是“名称: 内容”的形式", "not a mapping"))
    problems = list(option_problems(config, text, config_file.name))
    if any(one.severity is Severity.ERROR for one in problems):
        raise ProblemsFound(problems)
    site_url = _text(config, "site_url", "")
    options = plugin_options(config.get("plugins")) or {}
    theme = config.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    logo = _text(theme, "logo", MARK)
    lines = split_lines(text)
    templates = root / _text(options, "templates", "templates")
    settings = Settings(
        root=root,
        config_file=config_file,
        site_url=site_url or None,
        site_url_span=_span(config_file.name, text, "site_url"),
        site_name=_text(config, "site_name", ""),
        leave_url=_text(options, "leave", "") or None,
        repo_url=_text(config, "repo_url", "") or None,
        logo=logo,
        favicon=_text(theme, "favicon", logo),
        logo_span=setting_span(lines, config_file.name, "logo"),
        favicon_span=setting_span(lines, config_file.name, "favicon"),
        admin=options.get("admin") is True,
        campaigns_dir=root / _text(options, "campaigns", "campaigns"),
        templates_dir=templates if templates.is_dir() else None,
        docs_dir=root / _text(config, "docs_dir", "docs"),
        site_dir=root / _text(config, "site_dir", "site"),
        warnings=tuple(problems),
        has_plugin=plugin_options(config.get("plugins")) is not None,
    )
    settings.refuse_site_dir(settings.site_dir, _span(config_file.name, text, "site_dir"))
    return settings


def _plain(text: str, file: Path) -> Any:
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


def _unreadable(file: Path, reason: str | Both) -> ProblemsFound:
    return ProblemsFound([Problem("E124", Span(file.name), file=file.name, reason=reason)])


def _text(mapping: Mapping[str, Any], key: str, default: str) -> str:
    value = mapping.get(key)
    return default if value is None else str(value)


def _holds(outer: Path, inner: Path) -> bool:
    """Whether `inner` is `outer` or lies in it, also on disks that ignore case."""
    outer, inner = outer.resolve(), inner.resolve()
    if not outer.exists():
        return inner.is_relative_to(outer)
    return any(one.exists() and one.samefile(outer) for one in (inner, *inner.parents))


def _span(file: str, text: str, name: str) -> Span | None:
    """Where the value of a setting at the top of mkdocs.yml stands."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith(f"{name}:"):
            value = line[len(name) + 1 :]
            start = len(line) - len(value.lstrip()) + 1
            return Span(file, number, start, max(len(line.rstrip()) + 1, start))
    return None
