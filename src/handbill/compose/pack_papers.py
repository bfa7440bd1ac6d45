"""The papers of a pack: spec sheet, what goes where, texts, licence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handbill.compose.artifacts import Illustrated, Sheet, SpecRow
from handbill.compose.photos import credits_of
from handbill.compose.sheets import PrintEdition, specimen_note
from handbill.edition.edition import Audience, Edition
from handbill.kinds.base import MaterialBase
from handbill.model.kind import SheetSize
from handbill.model.text import BLANK
from handbill.press.grid import PAPERS
from handbill.words import on_sheet, written_out
from handbill.words.languages import own_script, written_day

A4 = PAPERS["A4"]
"""Upright, mm."""


@dataclass(frozen=True)
class PackedFile:
    """A file of a material that a pack may hold. preview: path of the material's picture."""

    material: MaterialBase
    size_name: str
    size: SheetSize
    print_edition: PrintEdition
    name: str
    preview: str

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height of what is printed, mm: large print comes out on its own paper."""
        large = self.size.large if self.print_edition == "large" else None
        return (large.width, large.height) if large else (self.size.width, self.size.height)


def spec_row(edition: Edition, file: PackedFile) -> SpecRow:
    """The row of a file on the spec sheet."""
    size = file.size
    return SpecRow(
        file=file.name,
        title=file.material.title,
        kind=file.material.declared.title.get(edition.language),
        size=file.size_name,
        trim=f"{size.width:g} × {size.height:g} mm",
        bleed=f"{size.bleed:g} mm" if file.print_edition == "press" else "0",
        scale="1:1" if size.scale == 1 else f"1:{round(1 / size.scale)}",
        paper=size.paper.get(edition.language),
        finish=size.finish.get(edition.language),
        valid_until=edition.valid_until(file.material).isoformat(),
    )


def spec_sheet(edition: Edition, audience: Audience, files: Sequence[PackedFile]) -> Illustrated:
    """The spec sheet as pages of A4 lying across, a row a file, each with its picture."""
    say = edition.words
    rows: list[list[Any]] = []
    for file in files:
        row = spec_row(edition, file)
        rows.append(
            [
                {"picture": file.material.id, "alt": row.title},
                row.file,
                row.title,
                f"{row.trim}\n{row.size} · {row.scale}",
                row.bleed,
                f"{row.paper}\n{row.finish}",
                row.valid_until,
                "",
            ]
        )
    blanks = [
        [label, edition.place.publisher if number == 0 else BLANK]
        for number, label in enumerate(say["spec_blanks"].split("|"))
    ]
    sheet = _table(edition, audience, "spec", rows, blanks, A4[::-1])
    return Illustrated(
        sheet,
        tuple({file.material.id: (file.material.id, file.preview) for file in files}.values()),
    )


def where_sheet(edition: Edition, audience: Audience, files: Sequence[PackedFile]) -> Sheet:
    """What goes where and comes down when, a row a material: the cover of the office pack."""
    say = edition.words
    rows: list[list[Any]] = []
    for material in dict.fromkeys(file.material.id for file in files):
        own = [file for file in files if file.material.id == material]
        first = own[0]
        sizes = dict.fromkeys(
            file.size.large.name + say["large_mark"]
            if file.print_edition == "large" and file.size.large
            else file.size_name
            for file in own
        )
        rows.append(
            [
                first.material.title,
                say["listing"].join(sizes),
                first.material.use,
                "",
                written_day(edition.valid_until(first.material), edition.language),
            ]
        )
    return _table(
        edition, audience, "where", rows, [[say["where_publisher"], edition.place.publisher]], A4
    )


def _table(
    edition: Edition,
    audience: Audience,
    template: str,
    rows: list[list[Any]],
    blanks: list[list[str]],
    paper: tuple[float, float],
) -> Sheet:
    """Pages with a table, drawn by templates/pack/<template>.typ; paper: width and height in mm.

    blanks: labels and what stands after them; BLANK is a line to write on.
    """
    say = edition.words
    data: dict[str, Any] = {
        "edition": "office",
        "size": {
            "name": "A4",
            "width": paper[0],
            "height": paper[1],
            "bleed": 0,
            "safe": 10,
            "scale": 1,
            "marks": False,
            "large": None,
            "read_from_m": 0,
        },
        "sheets": [
            {
                "id": f"{audience.id}-{template}",
                "kind": "pack",
                "title": say[f"{template}_title"].format(audience=audience.file.title),
                "lang": say["lang"],
                **own_script(edition.language),
                "words": on_sheet(say),
                "lead": say[f"{template}_lead"],
                "head": say[f"{template}_head"].split("|"),
                "rows": rows,
                "blanks": blanks,
                "qr": None,
                "place": edition.place.full_name,
                "note": specimen_note(edition) if edition.lacking else "",
            }
        ],
    }
    return Sheet(f"pack/{template}", data, "pdf")


def texts(edition: Edition, audience: Audience) -> str:
    """The words of every material of an audience, for those who set them anew."""
    say = edition.words
    lines = [
        say["pack_title"].format(campaign=edition.campaign.title, audience=audience.file.title),
        "",
    ]
    for material in audience.file.materials:
        lines += [f"# {material.title}", ""]
        lines += material.declared.transcript_of(material, edition)
        lines += [
            say["cited"].format(text=edition.claims[claim].text, citation=edition.citation(claim))
            for claim in material.claims
        ]
        lines.append("")
    lines.append(edition.campaign.disclaimer)
    return written_out("\n".join(lines), say) + "\n"


def licence(edition: Edition, audience: Audience) -> str:
    """What may be done with the pack, who issues it and can be asked, and until when."""
    facts, place = edition.campaign, edition.place
    say = edition.words
    lines = [
        say["pack_title"].format(campaign=facts.title, audience=audience.file.title),
        say["pack_facts"].format(
            place=place.full_name,
            publisher=place.publisher,
            version=facts.version,
            issued=facts.issued,
            until=facts.valid_until,
        ),
        "",
        say["licence_terms"],
        *credits_of(edition, [(audience, one) for one in audience.file.materials]),
        "",
        facts.disclaimer,
    ]
    if edition.lacking:
        lines += ["", specimen_note(edition)]
    return written_out("\n".join(lines), say) + "\n"
