"""The MkDocs plugin: puts every artifact into the site that MkDocs builds.

Thin on purpose. It runs the pipeline in `on_files` and adds what comes out; the faults of the
campaign end the build before MkDocs has emptied the site folder.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Literal

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from handbill import road
from handbill.compose.artifacts import Artifact
from handbill.editing.admin import published_files
from handbill.load.settings import read_settings
from handbill.load.text_source import read_text
from handbill.problems import Problem, ProblemsFound
from handbill.problems.report import render as report
from handbill.progress import Progress, silent
from handbill.publish.finished_site import finish_site, printed_addresses
from handbill.publish.inline_styles import write_style
from handbill.render.cache import RenderCache
from handbill.render.pages import template_problem
from handbill.resources import default_templates

log = get_plugin_logger("handbill")

EPOCH = "SOURCE_DATE_EPOCH"
"""What MkDocs takes its date from, in seconds, when it is set."""
_UNREADABLE = ("E102", "E103")
"""Of what a campaign's text may not be, that which MkDocs cannot read either."""


class HandbillConfig(base.Config):
    """Options below `plugins: - handbill:` in mkdocs.yml."""

    campaigns = option.Type(str, default="campaigns")
    templates = option.Type(str, default="templates")
    leave = option.Optional(option.URL())
    admin = option.Type(bool, default=False)


class HandbillPlugin(BasePlugin[HandbillConfig]):
    """Adds the pages, sheets and packs of every campaign to a MkDocs site."""

    progress: Progress = silent()
    """Set by `handbill build`, which reports the stages itself."""
    language = "zh"
    """Of the problems that end a build: zh or en."""

    def __init__(self) -> None:
        self.artifacts: list[Artifact] = []
        """What the last build added."""
        self._cache: RenderCache | None = None
        self._checked: road.Checked | None = None
        self._serving = False
        self._dated = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps this object, and with it the cache, over rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the campaigns: what is wrong with them stops the build here."""
        config_file = Path(config.config_file_path)
        try:
            settings = read_settings(config_file)
            checked = road.load_and_check(settings, datetime.date.today(), self.progress)
        except ProblemsFound as found:
            raise self._failed(found.problems, config_file.parent) from None
        self._checked = checked
        # MkDocs writes the build date into sitemap.xml.gz; the campaign's date keeps it the same.
        if EPOCH not in os.environ:
            os.environ[EPOCH] = str(int(road.moment_of(checked.collection).timestamp()))
            self._dated = True
        for theme in (str(checked.templates / "site" / "theme"), str(_parts(checked))):
            if theme not in config.theme.dirs:
                config.theme.dirs.insert(0, theme)
        # Not the staged templates: their copying would wake the preview a second time.
        for folder in (settings.campaigns_dir, settings.templates_dir, default_templates()):
            if folder and folder.is_dir() and str(folder) not in config.watch:
                config.watch.append(str(folder))
        return config

    @property
    def checked(self) -> road.Checked:
        """The campaigns of this build, from `on_config` on."""
        assert self._checked is not None, "on_config has not run"
        return self._checked

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every artifact as a generated file."""
        checked = self.checked
        if unread := _unreadable_pages(files, checked.settings.root):
            raise self._failed(unread, checked.settings.root)
        if self._cache is None:
            self._cache = RenderCache(checked.settings.build_dir / "cache")
        try:
            self.artifacts = road.plan(checked, self.progress)
            for artifact, content in road.render(
                checked, self.artifacts, self._cache, self.progress
            ):
                if artifact.inner:
                    continue
                if (written := files.get_file_from_path(artifact.path)) is not None:
                    raise ProblemsFound(
                        [
                            Problem(
                                "E705",
                                artifact.source,
                                path=artifact.path,
                                other=written.abs_src_path or "",
                            )
                        ]
                    )
                files.append(
                    File.generated(
                        config, artifact.path, content=content, inclusion=_inclusion(artifact.path)
                    )
                )
                if artifact.path.endswith(".css"):
                    write_style(_parts(checked), artifact.path, content)
            if checked.settings.admin:
                for path, content in published_files(checked.settings, checked.collection):
                    files.append(File.generated(config, path, content=content))
        except ProblemsFound as found:
            raise self._failed(found.problems, checked.settings.root) from None
        if not self._serving:
            self._cache.drop_unused()
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index and check the finished site. Broken links are warnings: `--strict` counts them.

        A preview does without: they would take as long as all the rest.
        """
        self._undate()
        if self._serving:
            return
        checked = self.checked
        try:
            problems = finish_site(
                Path(config.site_dir),
                checked.settings.site_url,
                printed_addresses(self.artifacts),
                self.progress,
            )
        except ProblemsFound as found:
            raise self._failed(found.problems, checked.settings.root) from None
        for problem in problems:
            log.warning(problem.text("zh") + " / " + problem.text("en"))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the environment as it was, and say in plain words which template of the theme
        failed: MkDocs ends in a traceback."""
        self._undate()
        if self._checked is None or isinstance(error, MkDocsException):
            return
        if problem := template_problem(error, self._checked.templates):
            log.error(str(self._failed([problem], self._checked.settings.root)))
            raise Abort("Aborted: a template of the theme failed") from error

    def _undate(self) -> None:
        """The date was for this build; another in the same process may have its own."""
        if self._dated:
            os.environ.pop(EPOCH, None)
            self._dated = False

    def _failed(self, problems: list[Problem], root: Path) -> PluginError:
        return PluginError("\n" + report(problems, root=root, lang=self.language, color=False))


def _parts(checked: road.Checked) -> Path:
    """The folder of the theme that each build writes."""
    return checked.settings.build_dir / "theme"


def _unreadable_pages(files: Files, root: Path) -> list[Problem]:
    """Hand-written pages that are not UTF-8, at which MkDocs would end in a traceback."""
    found: list[Problem] = []
    for file in files.documentation_pages():
        if source := file.abs_src_path:
            name = Path(os.path.relpath(source, root)).as_posix()
            found += [one for one in read_text(Path(source), name)[1] if one.code in _UNREADABLE]
    return found


def _inclusion(path: str) -> InclusionLevel:
    """Pages the nav does not name are meant to be outside it; other files have no place there."""
    return InclusionLevel.NOT_IN_NAV if path.endswith(".md") else InclusionLevel.UNDEFINED
