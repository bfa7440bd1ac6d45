"""The law: every claim with its source, and the sources with their dates."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.compose.site import PageSpec, Site


def law_pages(site: Site) -> Iterator[PageSpec]:
    """The law page. Each claim and source that is not translated says so itself."""
    say = site.say
    yield site.page("law.md", "site/law.md.j2", say["law_title"], "law", say["law_lead"])
