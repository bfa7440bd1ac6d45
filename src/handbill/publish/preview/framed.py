"""Single Markdown pages in the theme, as MkDocs makes them in a build: its steps for one page."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from handbill.compose.part import url_of
from handbill.load.options import PLUGIN

KNOWN = (PLUGIN, "search", "material/search")
"""Plugins of MkDocs that a page can be made without the others."""


@dataclass(frozen=True)
class Frame:
    """What MkDocs knows of a site after a build. lock: pages share what it knows, so that one is made
    at a time, whatever state of the site asks."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Any
    lock: threading.RLock = field(default_factory=threading.RLock, compare=False, repr=False)

    @property
    def several(self) -> bool:
        """Whether pages depend on one another in ways that only a whole build knows: other plugins
        and hooks may do anything."""
        return not only_known(self.config)

    def populated(self, path: str, text: str | None = None) -> Page:
        """Reads a page and turns its Markdown into HTML. path: below docs/. text: of a page that no
        file holds; None reads the file."""
        config, files = self.config, self.files
        file = files.get_file_from_path(path)
        if file is None:
            file = generated(config, path, text or "")
        elif text is not None:
            file.content_string = text
        page = file.page or Page(None, file, config)
        plugins = config.plugins
        config._current_page = page
        try:
            page = plugins.on_pre_page(page, config=config, files=files)
            page.read_source(config)
            page.markdown = plugins.on_page_markdown(
                page.markdown or "", page=page, config=config, files=files
            )
            page.render(config, files)
            page.content = plugins.on_page_content(
                page.content or "", page=page, config=config, files=files
            )
        finally:
            config._current_page = None
        return page

    def html(self, page: Page) -> str:
        """Returns a page that is populated in its theme."""
        config = self.config
        config._current_page, page.active = page, True
        try:
            context = get_context(self.nav, self.files, config, page)
            template = self.env.get_template(str(page.meta.get("template", "main.html")))
            context = config.plugins.on_page_context(
                context, page=page, config=config, nav=self.nav
            )
            return config.plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            config._current_page, page.active = None, False


def only_known(config: MkDocsConfig) -> bool:
    """Tells whether a site has no plugin and no hook but those that leave pages alone."""
    return not config["hooks"] and all(name in KNOWN for name in config.plugins)


def inclusion(path: str) -> InclusionLevel:
    """Pages the nav does not name are meant to be outside it; other files have no place there."""
    return InclusionLevel.NOT_IN_NAV if path.endswith(".md") else InclusionLevel.UNDEFINED


def generated(
    config: MkDocsConfig, path: str, content: str | bytes, sort: Callable[..., File] | None = None
) -> File:
    """Returns a file of ours as MkDocs takes it. sort: makes it, `File.generated` when None."""
    make = sort or File.generated
    file = make(config, path, content=content, inclusion=inclusion(path))
    if path.endswith(".md"):  # at law/ also where use_directory_urls is false
        file.dest_uri = f"{url_of(path)}index.html"
    return file


class Shelved(File):
    """A file that is made when somebody asks for it: MkDocs knows of it, and writes nothing."""

    def copy_file(self, dirty: bool = False) -> None:
        """Writes nothing."""
