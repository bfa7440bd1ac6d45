"""The site's settings, read from mkdocs.yml without importing MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from handbill.load.mkdocs_yml import merged, read_mkdocs_yml, setting_span, top_span
from handbill.load.options import option_problems, plugin_options
from handbill.model.uri import uri
from handbill.problems import Problem, ProblemsFound, Severity, Span, span_file

MARK = "assets/mark.svg"
"""The logo of a site that names none: a sheet of paper, which stands for no subject."""


@dataclass(frozen=True)
class Settings:
    """What Handbill needs to know of a site.

    root: folder of mkdocs.yml; all spans are relative to it. site_url: None while unset.
    templates_dir: the site's own templates, None when it has none.
    config_files: mkdocs.yml, then what it inherits from. site_url_span: where it is set. leave_url:
    where the leave button goes, None for the default. repo_url: of the repository the site is kept
    in. admin: whether the form editor is published. logo, favicon: below docs/, or of the templates.
    warnings: of mkdocs.yml. has_plugin: whether that lists the plugin. hooks: whether that lists
    hooks of MkDocs, which may change any of these.
    """

    root: Path
    site_url: str | None
    site_name: str
    campaigns_dir: Path
    templates_dir: Path | None
    docs_dir: Path
    site_dir: Path
    config_files: tuple[Path, ...]
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
    hooks: bool = False

    @property
    def config_file(self) -> Path:
        """mkdocs.yml itself."""
        return self.config_files[0]

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


def read_settings(config_file: Path) -> Settings:
    """Returns the settings of the site whose mkdocs.yml this is, with what it inherits.

    Raises ProblemsFound as `read_mkdocs_yml` does, when an address or an option will not do (see
    `option_problems`), and when its site_dir lies where the site is made from (E762).
    """
    config_file = config_file.resolve()
    root = config_file.parent
    files = read_mkdocs_yml(config_file)
    config = merged(files)
    problems = list(option_problems(config, partial(setting_span, files)))
    if any(one.severity is Severity.ERROR for one in problems):
        raise ProblemsFound(problems)
    options = plugin_options(config.get("plugins")) or {}
    theme = config.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    logo = _text(theme, "logo", MARK)
    settings = Settings(
        root=root,
        config_files=tuple(file.path for file in files),
        site_url=site_address(_text(config, "site_url", "")),
        site_url_span=top_span(files, "site_url"),
        site_name=_text(config, "site_name", ""),
        leave_url=uri(_text(options, "leave", "")) or None,
        repo_url=_text(config, "repo_url", "") or None,
        logo=logo,
        favicon=_text(theme, "favicon", logo),
        logo_span=setting_span(files, "logo"),
        favicon_span=setting_span(files, "favicon"),
        admin=options.get("admin") is True,
        campaigns_dir=root / _text(options, "campaigns", "campaigns"),
        templates_dir=templates_folder(root, _text(options, "templates", "templates")),
        docs_dir=root / _text(config, "docs_dir", "docs"),
        site_dir=root / _text(config, "site_dir", "site"),
        warnings=tuple(problems),
        has_plugin=plugin_options(config.get("plugins")) is not None,
        hooks=bool(config.get("hooks")),
    )
    settings.refuse_site_dir(settings.site_dir, top_span(files, "site_dir"))
    return settings


def site_address(written: str | None) -> str | None:
    """Returns the address of a site as a URI, with "/" at its end as MkDocs has it; None where there
    is none."""
    return f"{uri(written).rstrip('/')}/" if written else None


def templates_folder(root: Path, name: str) -> Path | None:
    """Returns the folder of a site's own templates, None where it has none."""
    return root / name if (root / name).is_dir() else None


def _text(mapping: Mapping[str, Any], key: str, default: str) -> str:
    value = mapping.get(key)
    return default if value is None else str(value)


def _holds(outer: Path, inner: Path) -> bool:
    """Whether `inner` is `outer` or lies in it, also on disks that ignore case."""
    outer, inner = outer.resolve(), inner.resolve()
    if not outer.exists():
        return inner.is_relative_to(outer)
    return any(one.exists() and one.samefile(outer) for one in (inner, *inner.parents))
