"""The site's settings, read from mkdocs.yml without importing MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from handbill.problems import Problem, ProblemsFound, Span


@dataclass(frozen=True)
class Settings:
    """What Handbill needs to know of a site.

    root: folder of mkdocs.yml; all spans are relative to it. site_url: None while unset.
    templates_dir: the site's own templates, None when it has none. default_language: "zh" or "en".
    config_file: mkdocs.yml. site_url_span: where it sets site_url. leave_url: where the leave button
    goes, None for the default.
    """

    root: Path
    site_url: str | None
    site_name: str
    campaigns_dir: Path
    templates_dir: Path | None
    docs_dir: Path
    default_language: str
    config_file: Path
    site_url_span: Span | None = None
    leave_url: str | None = None


class _ConfigLoader(yaml.SafeLoader):
    """Reads any mkdocs.yml: tags that belong to other readers become None."""


add_env_tag(_ConfigLoader)
_ConfigLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(config_file: Path) -> Settings:
    """The settings of the site whose mkdocs.yml this is.

    Raises ProblemsFound (E124) when the file is missing, unreadable, or not a mapping.
    """
    config_file = config_file.resolve()
    root = config_file.parent
    try:
        text = config_file.read_text("utf-8-sig")
        config = yaml.load(text, Loader=_ConfigLoader)  # noqa: S506 (a SafeLoader)
    except OSError as error:
        raise _unreadable(config_file, error.strerror or str(error)) from None
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error) or type(error).__name__
        raise _unreadable(config_file, reason, mark) from None
    if not isinstance(config, dict):
        raise _unreadable(config_file, "not a mapping / 不是“名称: 值”的形式")
    options = _plugin_options(config.get("plugins"))
    templates = root / _text(options, "templates", "templates")
    theme = config.get("theme")
    language = _text(theme, "language", "zh") if isinstance(theme, dict) else "zh"
    return Settings(
        root=root, config_file=config_file,
        site_url=_text(config, "site_url", "") or None,
        site_url_span=_site_url_span(config_file.name, text),
        site_name=_text(config, "site_name", ""),
        leave_url=_text(options, "leave", "") or None,
        campaigns_dir=root / _text(options, "campaigns", "campaigns"),
        templates_dir=templates if templates.is_dir() else None,
        docs_dir=root / _text(config, "docs_dir", "docs"),
        default_language="en" if language.startswith("en") else "zh")


def _unreadable(file: Path, reason: str, mark: yaml.Mark | None = None) -> ProblemsFound:
    span = Span(file.name, mark.line + 1, mark.column + 1, mark.column + 2) if mark \
        else Span(file.name)
    return ProblemsFound([Problem("E124", span, {"file": file.name, "reason": reason})])


def _text(mapping: Mapping[str, Any], key: str, default: str) -> str:
    value = mapping.get(key)
    return default if value is None else str(value)


def _plugin_options(plugins: object) -> dict[str, Any]:
    """The options of the handbill plugin, whichever of MkDocs' notations lists it."""
    entries: list[tuple[object, object]] = []
    if isinstance(plugins, dict):
        entries = list(plugins.items())
    elif isinstance(plugins, list):
        for item in plugins:
            entries += item.items() if isinstance(item, dict) else []
    return next((options for name, options in entries
                 if name == "handbill" and isinstance(options, dict)), {})


def _site_url_span(file: str, text: str) -> Span | None:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("site_url:"):
            start = len("site_url:") + len(line[9:]) - len(line[9:].lstrip()) + 1
            return Span(file, number, start, max(len(line.rstrip()) + 1, start))
    return None
