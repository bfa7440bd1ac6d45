"""Logos of those who publish."""

from __future__ import annotations

from handbill.model.text import Identifier, Line, Model, Note, described

MOST_LOGOS = 3
"""Logos in a row: more make a sheet an advertisement of its makers."""


class Logo(Model):
    """A logo that sheets bear near the publisher."""

    file: Identifier = described(
        "图片文件；从这个 .yml 所在的文件夹算起，SVG、PNG 或 JPEG",
        "Image, from the folder of this file: SVG, PNG or JPEG",
        example="logos/street.svg",
    )
    alt: Line = described("替代文字：是谁的标志", "Alternative text: whose logo it is")
    permission: Note = described(
        "谁同意印、什么时候；不印出来，没有同意不要填",
        "Who has allowed it to be printed, and when; not published. Without leave, no logo",
    )
