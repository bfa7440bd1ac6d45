"""The HTML of Markdown pages, kept between builds: to make it is most of what MkDocs does.

What a page becomes depends on its text, its address, the addresses of all others, and the settings and
versions of the extensions. It is kept where nothing else can matter: where all extensions are known to
look at nothing but the text, and where MkDocs had nothing to say of the page, since that is to be said
again.
"""

from __future__ import annotations

import json
import logging
from functools import partial
from importlib.metadata import version
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from handbill.render.cache import RenderCache, digest_of_key

_KNOWN = frozenset(
    [
        *("abbr admonition attr_list codehilite def_list extra fenced_code footnotes".split()),
        *("md_in_html meta nl2br sane_lists smarty tables toc wikilinks".split()),
        *("pymdownx.betterem pymdownx.caret pymdownx.critic pymdownx.details".split()),
        *("pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.mark".split()),
        *("pymdownx.smartsymbols pymdownx.superfences pymdownx.tabbed".split()),
        *("pymdownx.tasklist pymdownx.tilde".split()),
    ]
)
"""Extensions that make the same of the same text."""
_LIBRARIES = ("markdown", "pymdown-extensions", "pygments", "mkdocs", "handbill")


class KeptMarkdown:
    """Renders the Markdown of pages as MkDocs does, or finds what it has become before."""

    def __init__(self, cache: RenderCache) -> None:
        self._cache = cache
        self._same: str | None = None

    def begin(self, config: MkDocsConfig, files: Files) -> None:
        """Takes in what the pages of a build have in common."""
        names = config["markdown_extensions"]
        plain = all(isinstance(one, str) for one in names)
        self._same = None
        if plain and _KNOWN.issuperset(one.removeprefix("markdown.extensions.") for one in names):
            settings = [names, config["mdx_configs"], config.validation, config.use_directory_urls]
            self._same = digest_of_key(
                [
                    *map(version, _LIBRARIES),
                    repr(settings),
                    config.site_url,
                    logging.getLogger("mkdocs").getEffectiveLevel(),
                    [(one.src_uri, one.dest_uri, one.inclusion.name) for one in files],
                ]
            )

    def attach(self, page: Page) -> None:
        """Makes a page find what it becomes."""
        if self._same:
            page.render = partial(self._render, page)  # type: ignore[method-assign]

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        key = [self._same, page.file.src_uri, page.markdown]
        if known := self._cache.find(key):
            _restore(page, json.loads(known), files)
            return
        heard = _Heard()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(heard)
        try:
            Page.render(page, config, files)
        finally:
            logger.removeHandler(heard)
        if not heard.said:
            told = json.dumps(_told(page), ensure_ascii=False)
            self._cache.get(key, told.encode)

    def end(self) -> None:
        """Forgets what no page of the build has become."""
        self._cache.drop_unused()


class _Heard(logging.Handler):
    """Whether something was logged."""

    said = False

    def emit(self, record: logging.LogRecord) -> None:
        """Takes in that it was."""
        self.said = True


def _told(page: Page) -> dict[str, Any]:
    """All that rendering gives a page, as plain data."""
    links = getattr(page, "links_to_anchors", None)
    return {
        "content": page.content,
        "toc": [_token(one) for one in page.toc],
        "title": page._title_from_render,
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": None if links is None else [(file.src_uri, to) for file, to in links.items()],
    }


def _restore(page: Page, told: dict[str, Any], files: Files) -> None:
    page.content = told["content"]
    page.toc = get_toc(told["toc"])
    page._title_from_render = told["title"]
    page.present_anchor_ids = set(told["anchors"])
    if told["links"] is not None:
        known = ((files.get_file_from_path(name), to) for name, to in told["links"])
        page.links_to_anchors = {file: to for file, to in known if file}


def _token(link: AnchorLink) -> dict[str, Any]:
    """A heading as the extension "toc" tells it."""
    inner = [_token(one) for one in link.children]
    return {"name": link.title, "id": link.id, "level": link.level, "children": inner}
