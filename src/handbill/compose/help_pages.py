"""What to do when one has met it: a page for each situation, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.compose.site import PageSpec, Site


def help_pages(site: Site) -> Iterator[PageSpec]:
    """The help pages, if the campaign has any."""
    found = site.edition.help
    if found:
        yield site.page("help.md", "site/help.md.j2", found.title, "help", found.lead,
                        rests_on=[found, site.edition.campaign.text_message], help=found)
