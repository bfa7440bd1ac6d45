"""The MkDocs plugin: puts every artifact into the site that MkDocs builds.

Thin on purpose. It walks the road in `on_pre_build`, so that the faults of the campaign end the build
before MkDocs has emptied the site folder, and adds the files in `on_files`.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact
from handbill.compose.part import one_name
from handbill.load.left_out import left_out
from handbill.load.options import PLUGIN
from handbill.load.settings import Settings, read_settings
from handbill.load.text_source import read_text
from handbill.problems import Problem, ProblemsFound
from handbill.problems.report import render as report
from handbill.progress import Progress, silent
from handbill.publish.blame import plugin_problem
from handbill.publish.finished_site import finish_site, printed_addresses, put_file
from handbill.publish.hand_written import gone, hand_written, lost, twins
from handbill.publish.inline_styles import write_style
from handbill.publish.kept_markdown import KeptMarkdown
from handbill.publish.last_site import LastSite
from handbill.publish.mkdocs_settings import as_mkdocs_has_them
from handbill.publish.placing import manifest_of, refuse_foreign, require_whole
from handbill.publish.preview.framed import Frame, Shelved, generated, only_known
from handbill.publish.preview.in_mkdocs import PreviewInMkDocs
from handbill.publish.site_files import Planned
from handbill.publish.writer import one_writer
from handbill.render.cache import RenderCache, Sealed
from handbill.render.pages import template_problem
from handbill.resources import default_templates

log = get_plugin_logger("handbill")

EPOCH = "SOURCE_DATE_EPOCH"
"""What MkDocs takes its date from, in seconds, when it is set."""
_SHIM = "https://unpkg.com/iframe-worker/shim"
"""Of Material's plugin "offline", for the theme's own search: a script of another site, which the
pages' policy refuses. Ours finds without."""
_TEXTS = (".html", ".css", ".js", ".json", ".xml", ".svg", ".map", ".txt")
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
    drafting = False
    """Set by `handbill build`, which holds the lock and puts the site in place itself."""
    today: datetime.date | None = None
    """The day to build for, set by `handbill verify`; the computer's when None."""
    drawings: Path | None = None
    """The folder of drawings, set by `handbill verify`; the project's when None."""
    shelving = False
    """Set by a preview: what is not needed to make the pages of the guide is made when somebody asks
    for it."""
    last = LastSite()
    """The site before, set by `handbill build`; nothing is taken from it by others."""
    stood: frozenset[str] = frozenset()
    """The files of docs/ when the build began, set by `handbill build`; else by `on_pre_build`."""

    def __init__(self) -> None:
        self.site: Planned | None = None
        """The site of the last build, from `on_pre_build` on."""
        self.frame: Frame | None = None
        """Of the last build of a preview."""
        self.texts: dict[str, str] = {}
        """The Markdown of the pages of the last build of a preview, by path."""
        self.problems: list[Problem] = []
        """What the last build has failed for."""
        self._nav: Navigation | None = None
        self._settings: Settings | None = None
        self._plugins: Mapping[str, object] = {}
        self._cache: RenderCache | None = None
        self._markdown: KeptMarkdown | None = None
        self._serving = False
        self._dated = False
        self._files: Files | None = None
        self._apart: dict[str, int] = {}
        """Sizes of the files that were written past MkDocs, by path."""
        self._there: Mapping[str, str] = {}
        """The files of docs/, by `one_name`."""
        self._holding = contextlib.ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps this object, and with it the cache, over rebuilds."""
        self._serving = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Walk the road up to the files: what is wrong with the campaigns stops the build here.

        By now all plugins and hooks have set what they change of the site's settings.
        """
        config_file = Path(config.config_file_path)
        self._plugins, self.problems = config.plugins, []
        try:
            written = read_settings(config_file)
            settings = as_mkdocs_has_them(written, config)
            if self._serving and config.site_url == _served_at(config):
                # Sheets bear the address that the site will have: a preview shows what is printed.
                settings = replace(settings, site_url=written.site_url)
            self._settings = settings
            _require_seconds(os.environ.get(EPOCH))
            if not (self.drafting or self._serving):
                self._guard(settings, Path(config.site_dir))
                self.stood = hand_written(settings)
            drawings = self.drawings or settings.build_dir / "cache"
            if self._cache is None or self._cache.folder != drawings:  # of another site, or verify
                self._cache = RenderCache(drawings)
                self._markdown = KeptMarkdown(RenderCache(drawings.with_name("markdown")))
            self.site = self._walk(settings, self._cache, only_known(config))
        except ProblemsFound as found:
            raise self._failed(found.problems, config_file.parent) from None
        checked = self.site.checked
        for problem in left_out(checked.problems):
            log.warning(self._said([problem], settings.root))
        config.site_url = settings.site_url  # as a URI: it stands in canonical links
        # MkDocs writes the build date into sitemap.xml.gz; the campaign's date keeps it the same.
        if EPOCH not in os.environ:
            os.environ[EPOCH] = str(int(checked.collection.moment.timestamp()))
            self._dated = True
        for theme in (str(checked.templates / "site" / "theme"), str(_parts(settings))):
            if theme not in config.theme.dirs:
                config.theme.dirs.insert(0, theme)
        if shims := config.extra.get("polyfills"):
            config.extra["polyfills"] = [one for one in shims if one != _SHIM]
        config.theme["logo"], config.theme["favicon"] = settings.logo, settings.favicon
        # Not the staged templates: their copying would wake the preview a second time.
        for watched in (
            settings.campaigns_dir,
            settings.templates_dir,
            default_templates(),
            *settings.config_files[1:],
        ):
            if watched and watched.exists() and str(watched) not in config.watch:
                config.watch.append(str(watched))

    def _walk(self, settings: Settings, cache: RenderCache, known: bool) -> Planned:
        """The whole road; for a preview only as far as pages of the theme need it."""
        if not (self.shelving and known):
            return road.build(settings, self._day, Planned, cache, self.progress)
        checked, artifacts = self.planned(settings)
        pages = [one for one in artifacts if one.path.endswith((".md", ".css"))]
        return Planned(checked, artifacts, road.render(checked, pages, cache, self.progress))

    def planned(self, settings: Settings) -> tuple[Checked, Sequence[Artifact]]:
        """Reads, checks and plans a site. Raises ProblemsFound."""
        checked = self.checked(settings)
        return checked, road.plan(checked, self.progress)

    def checked(self, settings: Settings) -> Checked:
        """Reads and checks a site. Raises ProblemsFound."""
        return road.load_and_check(settings, self._day, self.progress)

    @property
    def _day(self) -> datetime.date:
        return self.today or datetime.date.today()

    @property
    def drawn_in(self) -> Path | None:
        """The folder of drawings."""
        return self._cache.folder if self._cache else None

    @property
    def damaged(self) -> int:
        """How many entries of the cache were not whole."""
        return self._cache.damaged if self._cache else 0

    def _guard(self, settings: Settings, site: Path) -> None:
        """What `handbill build` asks before it begins: MkDocs empties the site's folder."""
        settings.refuse_site_dir(site)
        refuse_foreign(site, emptied=True)
        self._holding.enter_context(one_writer(settings.build_dir, "mkdocs build"))

    def on_shutdown(self) -> None:
        """Let go of the lock."""
        self._holding.close()

    @event_priority(100)
    def _all_found(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Require what stood in docs/ when the build began, before a plugin leaves any of it out.

        A plugin may have merged docs/ with others into a folder that MkDocs takes instead: paths
        in it stay. A page that gives way to another of its address counts as that one.
        """
        settings = self._settings
        assert settings, "on_pre_build has not run"
        if not self._serving:
            found = {file.dest_uri for file in files if file.src_dir == config.docs_dir}
            stood = [
                File(name, config.docs_dir, config.site_dir, config.use_directory_urls)
                for name in self.stood
            ]
            set_exclusions(stood, config)
            lacking = [
                file.src_uri
                for file in stood
                if file.dest_uri not in found and file.inclusion.is_included()
            ]
            included = [file.src_uri for file in stood if file.inclusion.is_included()]
            if problems := [*lost(settings, lacking), *twins(settings, included)]:
                raise self._failed(problems, settings.root)
        return files

    @event_priority(50)
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every file of the site as a generated file, before other plugins look at them."""
        site, cache = self.site, self._cache
        assert site and cache, "on_pre_build has not run"
        settings = site.checked.settings
        if unread := _unreadable_pages(files, settings.root):
            raise self._failed(gone(settings, self.stood) or unread, settings.root)

        self._apart, self.texts = {}, {}
        self._there = there = {
            one_name(file.src_uri): file.abs_src_path or file.src_uri for file in files
        }
        try:
            shelving = self.shelving and only_known(config)
            late = site.late(there) if self._serving and not shelving else ()
            for path, content, apart in chain(site.published(there), late):
                if apart:  # MkDocs has emptied the folder, and holds every file that it is given
                    self._apart[path] = put_file(Path(config.site_dir, path), content)
                    continue
                sort = _Again if self.last.lies and not path.endswith(".md") else File
                file = generated(config, path, content, sort.generated)
                if isinstance(file, _Again):
                    file.last = self.last
                files.append(file)
                if path.endswith(".md") and self._serving:
                    self.texts[path] = content.decode()
                if path.endswith(".css"):
                    write_style(_parts(settings), path, content)
            for path in site.shelved(there) if shelving else ():
                files.append(generated(config, path, b"", Shelved.generated))
        except ProblemsFound as found:
            raise self._failed(found.problems, settings.root) from None
        if not self._serving:
            cache.drop_unused()
        return files

    on_files = CombinedEvent(_all_found, _add_files)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Give each page of ours one address for machines: the one of the site map. Let each find
        what an earlier build has made of it."""
        if self._markdown:
            self._markdown.attach(page)
        if page.file.generated_by == PLUGIN and page.canonical_url:
            page.canonical_url = page.canonical_url.removesuffix("index.html")
        return page

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Take in the files of all plugins, before the first page is rendered, and the navigation
        for a preview, which makes single pages."""
        self._nav = nav
        if self._markdown:
            self._markdown.begin(config, files)

    @event_priority(-1000)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the files of all plugins: they are the plan that the site is counted against."""
        if self._markdown and not self._serving:
            self._markdown.end()
        self._files = files
        if self._serving and self._nav:
            self.frame = Frame(config, files, self._nav, env)

    def on_serve(  # type: ignore[override]  # MkDocs asks no more of it than we have
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> PreviewInMkDocs:
        """Answer `mkdocs serve` with the preview: the script of MkDocs is refused by our pages."""
        assert self._settings, "MkDocs builds before it serves"

        def build() -> HandbillPlugin:
            with self.telling():
                builder()
            return self

        self.shelving = True
        return PreviewInMkDocs(server, self, build, self._settings, self.language)

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """Raises ProblemsFound for a build that MkDocs ends for what we have told it."""
        self.problems = []
        try:
            yield
        except MkDocsException:
            if self.problems:
                raise ProblemsFound(self.problems) from None
            raise

    @event_priority(-1000)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index and check the finished site. Broken links are warnings: `--strict` counts them.

        Comes after every other plugin: what they write now belongs to the site as well.
        A preview does without: they would take as long as all the rest.
        """
        self._undate()
        if self._serving or self.site is None:
            return
        settings = self.site.checked.settings
        addresses = printed_addresses(self.site.artifacts)
        try:
            problems = finish_site(
                Path(config.site_dir),
                settings.site_url,
                addresses,
                self.progress,
                self._apart,
                self.site.late_beside(self.last, self._there),
                self.last,
            )
            planned = {**_planned(self._files or ()), **self._apart}
            # A draft is looked at once more before it is put in place.
            there = manifest_of(Path(config.site_dir)) if self.drafting else None
            require_whole(Path(config.site_dir), planned, there)
        except ProblemsFound as found:
            raise self._failed(found.problems, settings.root) from None
        for problem in problems:
            log.warning(problem.text("zh") + " / " + problem.text("en"))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the environment as it was, and say in plain words which files of docs/ went away,
        or which template of the theme failed: MkDocs ends in a traceback."""
        self._undate()
        settings = self._settings
        if settings is None or isinstance(error, MkDocsException):
            return
        if isinstance(error, OSError) and (problems := gone(settings, self.stood)):
            log.error(str(self._failed(problems, settings.root)))
            raise Abort("Aborted: files went away during the build") from error
        problem = plugin_problem(error, self._plugins)
        if problem:
            log.error(str(self._failed([problem], settings.root)))
            raise Abort(f"Aborted: a plugin failed: {problem.details['plugin']}") from error
        if self.site and (problem := template_problem(error, self.site.checked.templates)):
            log.error(str(self._failed([problem], settings.root)))
            raise Abort("Aborted: a template of the theme failed") from error

    def _undate(self) -> None:
        """The date was for this build; another in the same process may have its own."""
        if self._dated:
            os.environ.pop(EPOCH, None)
            self._dated = False

    def _failed(self, problems: list[Problem], root: Path) -> PluginError:
        self.problems = problems
        return PluginError(self._said(problems, root))

    def _said(self, problems: list[Problem], root: Path) -> str:
        return "\n" + report(problems, root=root, lang=self.language, color=False)


def _served_at(config: MkDocsConfig) -> str:
    """The address that `mkdocs serve` gives a site in place of its own."""
    host, port = config.dev_addr
    return f"http://{host}:{port}{urlsplit(config.site_url or '/').path}"


class _Again(File):
    """A file that is not written where the site before has the same. last: that site."""

    last: LastSite

    def copy_file(self, dirty: bool = False) -> None:
        """Puts the file into the site."""
        content, target = self.content_bytes, Path(self.abs_dest_path)
        seal = content.seal if isinstance(content, Sealed) else hashlib.sha256(content).digest()
        if self.last.has(self.dest_uri, key := seal.hex()):
            self.last.take(self.dest_uri, target)
        else:
            super().copy_file(dirty)
            self.last.note(self.dest_uri, key, target)


def _require_seconds(given: str | None) -> None:
    """Raises ProblemsFound (E188) for a date of the build that MkDocs cannot read."""
    if given is not None and not re.fullmatch("[0-9]{1,11}", given.strip()):
        raise ProblemsFound([Problem("E188", None, name=EPOCH, value=given[:60])])


def _planned(files: Iterable[File]) -> dict[str, int | None]:
    """Sizes of the files of a site by path, None for text: other plugins may have changed it."""
    return {
        file.dest_uri: None if file.dest_uri.endswith(_TEXTS) else _size(file)
        for file in files
        if file.inclusion.is_included()
    }


def _size(file: File) -> int | None:
    if not file.abs_src_path:
        return len(file.content_bytes)
    try:
        return Path(file.abs_src_path).stat().st_size
    except OSError:  # removed since: the copy is what counts
        return None


def _parts(settings: Settings) -> Path:
    """The folder of the theme that each build writes."""
    return settings.build_dir / "theme"


def _unreadable_pages(files: Files, root: Path) -> list[Problem]:
    """Hand-written pages that are not UTF-8, at which MkDocs would end in a traceback."""
    found: list[Problem] = []
    for file in files.documentation_pages():
        if source := file.abs_src_path:
            name = Path(os.path.relpath(source, root)).as_posix()
            found += [one for one in read_text(Path(source), name)[1] if one.code in _UNREADABLE]
    return found
