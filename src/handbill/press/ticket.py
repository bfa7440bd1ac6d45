"""The job ticket of a finished PDF: what a sheet is meant to be, for preflight, which checks it later.

It lies in the catalogue's page-piece dictionary (ISO 32000-1, 14.5), where a program keeps data of
its own that no viewer shows: /PieceInfo /Handbill /Private.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pikepdf

_PRODUCER = "/Handbill"
_UNDATED = "D:19700101000000Z"


@dataclass(frozen=True)
class JobTicket:
    """What a sheet is meant to be.

    kind, size, edition: by name. scale: of the drawing; 0.1 is 1:10. read_from_m: reading distance
    in metres, 0 where none is stated. safe, bleed: mm at full size. near: texts that are read from
    near by, whatever the distance (imprint, running head, caption of the code, signature), without
    white space. specimen: texts of the mark that it is a specimen, none on a sheet that may be
    posted.
    """

    kind: str
    size: str
    edition: str
    scale: float = 1.0
    read_from_m: float = 0.0
    safe: float = 0.0
    bleed: float = 0.0
    near: tuple[str, ...] = ()
    specimen: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> JobTicket:
        """Returns the ticket of a document as sheet.typ reads it (see compose.sheets.document)."""
        size, sheets = data["size"], data["sheets"]
        return cls(
            kind=sheets[0]["kind"],
            size=size["name"],
            edition=data["edition"],
            scale=1.0 if size.get("large") else float(size["scale"]),
            read_from_m=float(size.get("read_from_m", 0)),
            safe=float(size["safe"]),
            bleed=float(size["bleed"]),
            near=_bare(text for one in sheets for text in _near(one)),
            specimen=_bare(text for one in sheets for text in _of_specimen(one)),
        )

    def write(self, document: pikepdf.Pdf) -> None:
        """Put the ticket into a PDF. The same ticket and PDF give the same bytes."""
        day = document.docinfo.get("/CreationDate", _UNDATED)
        document.Root.PieceInfo = pikepdf.Dictionary(
            {
                _PRODUCER: pikepdf.Dictionary(
                    LastModified=str(day),
                    Private=pikepdf.String(
                        json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
                    ),
                )
            }
        )

    @classmethod
    def read(cls, document: pikepdf.Pdf) -> JobTicket | None:
        """Returns the ticket of a PDF; None where there is none, or none that can be read."""
        try:
            pieces: Any = document.Root.get("/PieceInfo")
            values = json.loads(str(pieces[_PRODUCER]["/Private"]))
            return cls(
                kind=str(values["kind"]),
                size=str(values["size"]),
                edition=str(values["edition"]),
                scale=float(values["scale"]),
                read_from_m=float(values["read_from_m"]),
                safe=float(values["safe"]),
                bleed=float(values["bleed"]),
                near=tuple(map(str, values["near"])),
                specimen=tuple(map(str, values["specimen"])),
            )
        except (KeyError, TypeError, ValueError, AttributeError, pikepdf.PdfError):
            return None


def _of_specimen(sheet: Mapping[str, Any]) -> list[str]:
    """What stands on a specimen alone: its mark, and the words in the place of a code that has no
    address yet."""
    mark = sheet.get("specimen")
    return [*mark.values(), *sheet["words"]["code_later"].split("|")] if mark else []


def _bare(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts as a page has them: without white space, each once."""
    return tuple(sorted({"".join(text.split()) for text in texts}))


def _row_of_place(sheet: Mapping[str, Any]) -> tuple[str, ...]:
    """The two lines of the row of the place, which is read by who stands before the sheet, to dial.
    Each is one text: a line of the row is a part of it, one that merely names an office is not."""
    posted = sheet.get("posted")
    if not posted:
        return ()
    contacts = sheet["copy"].get("contacts") or ()
    labels = [*(one["label"] for one in contacts), sheet["copy"].get("own_number") or ""]
    words = [f"{posted['said']} · {posted['name']}", *labels]
    values = [posted["publisher"], *(one["number"] for one in contacts)]
    return "".join(words), "".join(filter(None, values))


def _near(sheet: Mapping[str, Any]) -> list[str]:
    signature = sheet.get("copy", {}).get("signature")
    if isinstance(signature, str):
        # As a banner ends: who declares it.
        declared = sheet.get("words", {}).get("declared", "{signature}")
        signature = declared.format(signature=signature)
    texts = [
        *sheet.get("imprint", ()),
        sheet.get("label"),
        signature,
        (sheet.get("qr") or {}).get("caption"),
        (sheet.get("photo") or {}).get("credit"),
        *_row_of_place(sheet),
    ]
    return [text for text in texts if isinstance(text, str) and text.strip()]
