"""Pages for editors that are made from a campaign's data: they stand in the guide, in each language,
and neither the site's search nor its sitemap leads to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.part import Part
from handbill.problems import Both
from handbill.words.languages import is_chinese


def guide_page(
    part: Part, path: str, template: str, says: Mapping[str, Both], **more: Any
) -> PageArtifact:
    """Returns a page that the theme frames as it does the rest of the guide.

    says: the generator's own words, `title` among them; editors read them in Chinese or English.
    """
    language = "zh" if is_chinese(part.edition.language) else "en"
    told = {name: both.get(language) for name, both in says.items()}
    path, title = part.prefix + path, told["title"]
    data = part.data(path, title, "guide", told=told, told_in=language, **more)
    front = {"title": title, "unlisted": True}
    return PageArtifact(path, Page(template, data, front, unlisted=True))
