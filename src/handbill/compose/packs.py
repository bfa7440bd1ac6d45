"""Packs for the people who use them: the print shop, the office that posts, the one who sends.

Each audience has three. A choice of kinds, sizes and editions makes them smaller.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from handbill.compose.artifacts import (
    Artifact,
    Combined,
    Overview,
    Pack,
    PackFile,
    Sheet,
    SpecRow,
    Tiled,
)
from handbill.compose.sheets import (
    PrintEdition,
    file_name,
    is_large,
    print_editions,
    specimen_note,
)
from handbill.impose.grid import tiling
from handbill.kinds import KINDS, MaterialBase
from handbill.kinds.preset import Preset, SheetSize
from handbill.localise import Audience, Edition
from handbill.words import words, written_day, written_out

Purpose = Literal["print", "office", "screen"]
PURPOSES: tuple[Purpose, ...] = ("print", "office", "screen")
EDITIONS_OF: Mapping[Purpose, tuple[PrintEdition, ...]] = {
    "print": ("press",), "office": ("office", "large"), "screen": ("screen",)}
"""Whom a pack is for → the editions it holds."""
MOST_TILES = 12
"""Pages of A4 that an office may be asked to glue together."""
ON_A4 = (210.0, 297.0)


@dataclass(frozen=True)
class Choice:
    """What of an audience goes into its packs; an empty part leaves nothing out."""

    kinds: Collection[str] = ()
    sizes: Collection[str] = ()
    editions: Collection[str] = ()

    def takes(self, kind: str, size: str, print_edition: str) -> bool:
        """Whether a file of this kind, size and edition is chosen."""
        return ((not self.kinds or kind in self.kinds) and (not self.sizes or size in self.sizes)
                and (not self.editions or print_edition in self.editions))


@dataclass(frozen=True)
class _File:
    """A file of a material that a pack may hold."""

    material: MaterialBase
    preset: Preset
    size_name: str
    size: SheetSize
    print_edition: PrintEdition
    name: str


def _files(edition: Edition, audience: Audience, presets: Mapping[str, Preset], purpose: Purpose,
           choice: Choice) -> Iterator[_File]:
    for material in audience.file.materials:
        preset = presets[material.kind]
        for name in material.sizes:
            size = preset.sizes[name]
            made: tuple[PrintEdition, ...] = ("screen",) if preset.medium == "screen" \
                else print_editions(size, is_large(audience, material))
            for one in made:
                # An office prints what its printer takes; the rest is for the print shop.
                if one in EDITIONS_OF[purpose] and choice.takes(material.kind, name, one) \
                        and (purpose != "office" or size.office):
                    yield _File(material, preset, name, size, one,
                                file_name(material.id, name, size, one))


def _texts(edition: Edition, audience: Audience) -> str:
    """The words of every material of an audience, for those who set them anew."""
    say = words(edition.language)
    lines = [say["pack_title"].format(campaign=edition.campaign.title,
                                      audience=audience.file.title), ""]
    for material in audience.file.materials:
        lines += [f"# {material.title}", ""]
        lines += KINDS[material.kind].transcript(material, edition)
        lines += [f"{edition.claims[claim].text}（{edition.citation(claim)}）"
                  for claim in material.claims]
        lines.append("")
    lines.append(edition.campaign.disclaimer)
    return written_out("\n".join(lines), edition.language) + "\n"


def _licence(edition: Edition, audience: Audience) -> str:
    """What may be done with the pack, who issues it and can be asked, and until when."""
    facts, place = edition.campaign, edition.place
    say = words(edition.language)
    lines = [
        say["pack_title"].format(campaign=facts.title, audience=audience.file.title),
        f"地区 Place: {place.full_name}",
        f"发布 Publisher: {place.publisher}",
        say["pack_contact"],
        f"版本 Version: {facts.version}    日期 Date: {facts.issued}"
        f"    有效期至 Valid until: {facts.valid_until}",
        "",
        "文字与图画：知识共享 署名 4.0（CC BY 4.0）。可以复制、张贴、改编，请注明来源。",
        "Text and art: Creative Commons Attribution 4.0 (CC BY 4.0).",
        "https://creativecommons.org/licenses/by/4.0/",
        "字体：Noto Sans CJK、Noto Serif CJK，SIL OFL 1.1，已嵌入 PDF。",
        "Fonts: Noto Sans CJK, Noto Serif CJK, SIL Open Font License 1.1, embedded in the PDFs.",
        "",
        facts.disclaimer,
    ]
    if edition.lacking:
        lines += ["", specimen_note(edition)]
    return written_out("\n".join(lines), edition.language) + "\n"


def _row(edition: Edition, file: _File) -> SpecRow:
    size = file.size
    return SpecRow(
        file=file.name, title=file.material.title, kind=file.preset.title.zh, size=file.size_name,
        trim=f"{size.width:g} × {size.height:g} mm",
        bleed=f"{size.bleed:g} mm" if file.print_edition == "press" else "0",
        scale="1:1" if size.scale == 1 else f"1:{round(1 / size.scale)}",
        paper=size.paper, finish=size.finish,
        valid_until=edition.valid_until(file.material).isoformat())


def _table_sheet(edition: Edition, audience: Audience, template: str, title: str, lead: str,
                 head: list[str], rows: list[list[str]], paper: tuple[float, float]) -> Sheet:
    """Pages of A4 with a table, drawn by templates/pack/<template>.typ; paper: width and height in
    mm."""
    data: dict[str, Any] = {
        "edition": "office",
        "size": {"name": "A4", "width": paper[0], "height": paper[1], "bleed": 0, "safe": 10,
                 "scale": 1, "marks": False, "large": None, "read_from_m": 0},
        "sheets": [{"id": f"{audience.id}-{template}", "kind": "pack", "title": title,
                    "lang": edition.language.split("-")[0], "lead": lead, "head": head,
                    "rows": rows, "qr": None, "publisher": edition.place.publisher,
                    "place": edition.place.full_name,
                    "note": specimen_note(edition) if edition.lacking else ""}]}
    return Sheet(f"pack/{template}", data, "pdf")


def _spec(edition: Edition, audience: Audience, rows: list[SpecRow]) -> Sheet:
    say = words(edition.language)
    return _table_sheet(
        edition, audience, "spec", say["spec_title"].format(audience=audience.file.title),
        say["spec_lead"], say["spec_head"].split("|"),
        [[row.file, row.title, f"{row.trim}\n{row.size}，{row.scale}", row.bleed,
          f"{row.paper}\n{row.finish}", row.valid_until, ""] for row in rows], ON_A4[::-1])


def _where(edition: Edition, audience: Audience, files: list[_File]) -> Sheet:
    """What goes where and comes down when: the cover of the office pack."""
    say = words(edition.language)
    rows = []
    for material in dict.fromkeys(file.material.id for file in files):
        own = [file for file in files if file.material.id == material]
        first = own[0]
        rows.append([first.material.title, "、".join(dict.fromkeys(
            file.size.large.name + say["large_mark"] if file.print_edition == "large"
            and file.size.large else file.size_name for file in own)),
            first.material.use, written_day(edition.valid_until(first.material), edition.language)])
    return _table_sheet(
        edition, audience, "where", say["where_title"].format(audience=audience.file.title),
        say["where_lead"], say["where_head"].split("|"), rows, ON_A4)


def _tiled(edition: Edition, audience: Audience, presets: Mapping[str, Preset], prefix: str,
           choice: Choice) -> Iterator[tuple[str, _File]]:
    """Sheets that no office printer takes whole but a few pages of A4 do: the smallest size of a
    material that has no office size, with the path of its PDF."""
    for material in audience.file.materials:
        preset = presets[material.kind]
        sizes = [(name, preset.sizes[name]) for name in material.sizes]
        if preset.medium == "screen" or any(size.office for _, size in sizes):
            continue
        name, size = min(sizes, key=lambda one: one[1].width * one[1].height)
        pages = len(tiling(size.width, size.height, "A4").tiles)
        if pages <= MOST_TILES and choice.takes(material.kind, name, "office"):
            file = _File(material, preset, name, size, "office",
                         file_name(material.id, name, size, "office"))
            yield f"{prefix}m/{material.id}/{file.name}", file


def _fits_a4(file: _File) -> bool:
    large = file.size.large if file.print_edition == "large" else None
    sides = (large.width, large.height) if large else (file.size.width, file.size.height)
    return max(sides) <= max(ON_A4) and min(sides) <= min(ON_A4)


def compose_packs(edition: Edition, prefix: str, presets: Mapping[str, Preset],
                  choice: Choice | None = None) -> Iterator[Artifact]:
    """The packs of each audience that has something for them, after the files made for them.

    packs/<audience>-print.zip: print-shop PDFs, spec sheet as CSV and PDF, preview sheet, checksums.
    packs/<audience>-office.zip: office and large-print PDFs, and packs/<audience>-office.pdf, one
    file with all that goes on A4 behind a page that says what goes where and until when.
    packs/<audience>-screen.zip: pictures for screens, previews and texts to copy.
    """
    choice = choice or Choice()
    for audience in edition.audiences:
        for purpose in PURPOSES:
            files = list(_files(edition, audience, presets, purpose, choice))
            if files or purpose == "screen":
                yield from _pack(edition, prefix, audience, presets, purpose, files, choice)


def _pack(edition: Edition, prefix: str, audience: Audience, presets: Mapping[str, Preset],
          purpose: Purpose, files: list[_File], choice: Choice) -> Iterator[Artifact]:
    say = words(edition.language)
    stem = f"{prefix}packs/{audience.id}-{purpose}"

    def at(file: _File) -> str:
        return f"{prefix}m/{file.material.id}/{file.name}"

    inside = [PackFile(f"{file.material.kind}/{file.name}", at(file)) for file in files]
    texts = [(say["licence_file"], _licence(edition, audience))]
    rows: tuple[SpecRow, ...] = ()
    materials = [material for material in audience.file.materials
                 if not choice.kinds or material.kind in choice.kinds]
    if purpose == "print":
        rows = tuple(_row(edition, file) for file in files)
        previews = tuple((file.material.title, f"{prefix}m/{file.material.id}/{file.material.id}.png")
                         for file in {one.material.id: one for one in files}.values())
        yield Artifact(f"{stem}-spec.pdf", _spec(edition, audience, list(rows)))
        yield Artifact(f"{stem}-overview.png", Overview(previews))
        inside += [PackFile(say["spec_pdf"], f"{stem}-spec.pdf"),
                   PackFile(say["overview_file"], f"{stem}-overview.png")]
    elif purpose == "office":
        cut = list(_tiled(edition, audience, presets, prefix, choice))
        yield Artifact(f"{stem}-where.pdf", _where(edition, audience, files + [
            file for _, file in cut]))
        parts = [at(file) for file in files if _fits_a4(file)]
        for source, file in cut:
            path = f"{stem}-{file.material.id}.pdf"
            yield Artifact(path, Tiled(source, "A4", file.material.title, file.size.scale))
            parts.append(path)
        yield Artifact(f"{stem}.pdf", Combined((f"{stem}-where.pdf", *parts), say["office_title"].format(
            audience=audience.file.title)))
        inside.append(PackFile(say["office_pdf"], f"{stem}.pdf"))
        texts.append((say["texts_file"], _texts(edition, audience)))
    else:
        for material in materials:
            folder = f"{prefix}m/{material.id}/{material.id}"
            inside.append(PackFile(f"preview/{material.id}.png", f"{folder}.png"))
            if KINDS[material.kind].plain:
                inside.append(PackFile(f"text/{material.id}.txt", f"{folder}.txt"))
        texts.append((say["texts_file"], _texts(edition, audience)))
        if (choice.editions and "screen" not in choice.editions) or not materials:
            return
    yield Artifact(f"{stem}.zip", Pack(tuple(inside), rows, tuple(texts), purpose == "print"))
