"""The help block that other sites show in a frame: the numbers, and the way to each situation."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.part import Part
from handbill.edition.translated import untranslated

PATH = "embed/help.html"
"""Below the language's part of the site; other sites have it in their pages, so it stays."""


def embedded_help(part: Part) -> Iterator[PageArtifact]:
    """The block, if the campaign says what to do; situations that are not translated stay out of
    it."""
    edition = part.edition
    if edition.help is None:
        return
    path = part.prefix + PATH
    address = edition.address("") or "../" * path.count("/")
    situations = [
        {"title": one.title, "path": f"help/{one.number}/", "urgent": one.urgent}
        for one in sorted(edition.help.situations, key=lambda one: not one.urgent)
        if not untranslated(one.title)
    ]
    message = edition.campaign.text_message
    yield PageArtifact(
        path,
        Page(
            "site/embed_help.html.j2",
            {
                **part.data(path, part.say["embed_title"], "embed"),
                "situations": situations,
                "base": address + part.prefix,
                "message": message if not untranslated(message) else None,
                "message_number": edition.text_message_number(),
            },
            unlisted=True,
        ),
    )
