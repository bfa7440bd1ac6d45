"""What is made of other files, the same byte for byte from the same files: zips, one PDF of many."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pikepdf
from PIL import Image

from handbill.compose.artifacts import Combined, Illustrated, Pack, Sheet, SpecRow
from handbill.press.finish import readable, saved
from handbill.render.pictures import palette_png

THUMBNAIL_PX, THUMBNAIL_COLOURS = 132, 64
"""Longer side of a picture on the spec sheet: 11 mm at 300 dpi."""


def spec_csv(
    rows: Sequence[SpecRow], columns: str, names: Mapping[str, str], digests: Mapping[str, str]
) -> str:
    """The spec sheet as CSV with a byte-order mark, so that a spreadsheet opens it as Chinese.

    columns: what they are called, parted by |. names: file of a row -> its name in the pack.
    digests: name in the pack -> SHA-256. The count column is empty: the office fills it in.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns.split("|"))
    for row in rows:
        name = names[row.file]
        writer.writerow(
            map(
                spreadsheet_text,
                (
                    name,
                    row.title,
                    row.kind,
                    row.size,
                    row.trim,
                    row.bleed,
                    row.scale,
                    row.paper,
                    row.finish,
                    "",
                    row.valid_until,
                    digests[name],
                ),
            )
        )
    return "\ufeff" + text.getvalue()


def spreadsheet_text(text: str) -> str:
    """Text that a spreadsheet takes for text: one that begins like a formula gets an apostrophe."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def combine(combined: Combined, made: Mapping[str, bytes]) -> bytes:
    """One PDF with the pages of several, in their order; made for a printer, so without tags.

    made: bytes of artifacts by path. Raises KeyError when one was not made, and
    as `readable` does.
    """
    with pikepdf.new() as document:
        for path in combined.paths:
            with readable(made[path]) as part:
                document.pages.extend(part.pages)
        document.docinfo["/Title"] = pikepdf.String(combined.title)
        return saved(document)


def illustrated(body: Illustrated, made: Mapping[str, bytes]) -> Sheet:
    """The sheet with its pictures made small and put into its data as lists of bytes, which is how
    Typst takes a picture that is no file. made: bytes of artifacts by path."""
    pictures = {name: list(_thumbnail(made[path])) for name, path in body.pictures}
    return replace(body.sheet, data={**body.sheet.data, "pictures": pictures})


def _thumbnail(picture: bytes) -> bytes:
    small = Image.open(io.BytesIO(picture)).convert("RGB")
    small.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX))
    return palette_png(small, THUMBNAIL_COLOURS)


def render_pack(
    pack: Pack,
    made: Mapping[str, bytes],
    say: Mapping[str, str],
    moment: datetime.datetime,
    licences: str,
) -> bytes:
    """The zip of a pack. made: bytes of artifacts by path. say: words that name the spec sheet, its
    columns, and the list of checksums. moment: time of every entry, UTC. licences: their text.

    Raises KeyError when a file of the pack was not made.
    """
    contents = {file.name: made[file.path] for file in pack.files}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    if pack.rows:
        names = {file.name.rsplit("/", 1)[-1]: file.name for file in pack.files}
        contents[say["spec_file"]] = spec_csv(
            pack.rows, say["spec_columns"], names, digests
        ).encode()
    if pack.checksums:
        contents[say["checksums_file"]] = "".join(
            f"{digest}  {name}\n" for name, digest in sorted(digests.items())
        ).encode()
    for name, text in (*pack.texts, (say["licences_file"], licences)):
        # A Windows editor shows Chinese text right only with the mark, and lines only with CRLF.
        contents[name] = ("\ufeff" + text.replace("\n", "\r\n")).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(contents):
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.external_attr = 0o644 << 16
            info.create_system = 3
            # PDFs and PNGs are compressed already: storing them is as small and far quicker.
            stored = name.endswith((".pdf", ".png", ".docx", ".pptx"))
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, contents[name])
    return buffer.getvalue()
