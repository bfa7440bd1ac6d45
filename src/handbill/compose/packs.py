"""Packs: the files of an edition for one audience, with a spec sheet and the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbill.compose.artifacts import Artifact, Pack, PackFile, SpecRow
from handbill.compose.sheets import file_name, print_editions, specimen_note
from handbill.kinds import KINDS, MaterialBase
from handbill.kinds.preset import Preset
from handbill.localise import Audience, Edition
from handbill.words import words, written_out


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
    """What may be done with the pack, who issues it, and until when."""
    facts, place = edition.campaign, edition.place
    lines = [
        words(edition.language)["pack_title"].format(campaign=facts.title,
                                                     audience=audience.file.title),
        f"地区 Place: {place.full_name}",
        f"发布 Publisher: {place.publisher}",
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


def _rows(edition: Edition, material: MaterialBase, preset: Preset) -> Iterator[SpecRow]:
    for name in material.sizes:
        size = preset.sizes[name]
        for print_edition in print_editions(size, False):
            yield SpecRow(
                file=file_name(material.id, name, size, print_edition), title=material.title,
                kind=preset.title.zh, size=name, trim=f"{size.width:g} × {size.height:g} mm",
                bleed=f"{size.bleed:g} mm" if print_edition == "press" else "0",
                paper=size.paper, finish=size.finish,
                valid_until=edition.valid_until(material).isoformat())


def compose_packs(edition: Edition, prefix: str,
                  presets: Mapping[str, Preset]) -> Iterator[Artifact]:
    """One pack for each audience that has materials."""
    say = words(edition.language)
    for audience in edition.audiences:
        files: list[PackFile] = []
        rows: list[SpecRow] = []
        for material in audience.file.materials:
            kind = KINDS[material.kind]
            folder = f"{prefix}m/{material.id}/"
            if presets[kind.name].medium == "screen":
                continue
            own = list(_rows(edition, material, presets[kind.name]))
            rows += own
            files += [PackFile(f"{kind.name}/{row.file}", folder + row.file) for row in own]
            files.append(PackFile(f"preview/{material.id}.png", f"{folder}{material.id}.png"))
        if not files:
            continue
        texts = ((say["texts_file"], _texts(edition, audience)),
                 (say["licence_file"], _licence(edition, audience)))
        yield Artifact(f"{prefix}packs/{audience.id}.zip", Pack(tuple(files), tuple(rows), texts))
