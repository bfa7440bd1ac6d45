"""Packs for the people who use them: the print shop, the office that posts, the one who sends.

Each audience has three. A choice of kinds, sizes and editions makes them smaller.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from handbill.compose.artifacts import (
    Artifact,
    Body,
    Combined,
    Overview,
    Pack,
    PackFile,
    SeveralUp,
    Tiled,
)
from handbill.compose.pack_papers import (
    A4,
    PackedFile,
    licence,
    spec_row,
    spec_sheet,
    texts,
    where_sheet,
)
from handbill.compose.sheets import PrintEdition, file_name, files_of
from handbill.edition.edition import Audience, Edition
from handbill.press.grid import places, tiling

Purpose = Literal["print", "office", "screen"]
PURPOSES: tuple[Purpose, ...] = ("print", "office", "screen")
EDITIONS_OF: Mapping[Purpose, tuple[PrintEdition, ...]] = {
    "print": ("press",),
    "office": ("office", "large"),
    "screen": ("screen",),
}
"""Whom a pack is for → the editions it holds."""
MOST_TILES = 12
"""Pages of A4 that an office may be asked to glue together."""


@dataclass(frozen=True)
class Selection:
    """What of an audience goes into its packs; an empty part leaves nothing out."""

    kinds: Collection[str] = ()
    sizes: Collection[str] = ()
    editions: Collection[str] = ()

    def takes(self, kind: str, size: str, print_edition: str) -> bool:
        """Whether a file of this kind, size and edition is chosen."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.sizes or size in self.sizes)
            and (not self.editions or print_edition in self.editions)
        )


@dataclass(frozen=True)
class _Packer:
    """Makes the packs of one audience. prefix: of the campaign's part of the site."""

    edition: Edition
    prefix: str
    audience: Audience
    choice: Selection

    @property
    def say(self) -> Mapping[str, str]:
        """The words of the edition's language."""
        return self.edition.words

    def stem(self, purpose: Purpose) -> str:
        """What the paths of a pack and its papers begin with."""
        return f"{self.prefix}packs/{self.audience.id}-{purpose}"

    def path(self, file: PackedFile) -> str:
        """The path of a file's own artifact."""
        return f"{self.prefix}m/{file.material.id}/{file.name}"

    def files(self) -> Iterator[PackedFile]:
        """Every file of the audience in every edition."""
        for material in self.audience.file.materials:
            for name, size, one in files_of(self.audience, material):
                yield PackedFile(
                    material,
                    name,
                    size,
                    one,
                    file_name(material.id, name, size, one),
                    f"{self.prefix}m/{material.id}/{material.id}-small.png",
                )

    def chosen(self, purpose: Purpose) -> list[PackedFile]:
        """What goes into the pack for `purpose`: an office prints what its printer takes, the rest is
        for the print shop."""
        return [
            file
            for file in self.files()
            if file.print_edition in EDITIONS_OF[purpose]
            and self.choice.takes(file.material.kind, file.size_name, file.print_edition)
            and (purpose != "office" or file.size.office)
        ]

    def too_large(self) -> list[PackedFile]:
        """The smallest size of each material that no office printer takes whole, where a few pages
        of A4 glued together do."""
        office: dict[str, list[PackedFile]] = {}
        for file in self.files():
            if file.print_edition == "office":
                office.setdefault(file.material.id, []).append(file)
        found = []
        for own in office.values():
            if any(file.size.office for file in own):
                continue
            least = min(own, key=lambda file: file.size.width * file.size.height)
            tiles = tiling(least.size.width, least.size.height, "A4").tiles
            if len(tiles) <= MOST_TILES and self.choice.takes(
                least.material.kind, least.size_name, "office"
            ):
                found.append(least)
        return found

    def zip(
        self,
        purpose: Purpose,
        files: list[PackFile],
        papers: list[tuple[str, str]],
        of: list[PackedFile],
    ) -> Artifact:
        """The pack itself. of: what its spec sheet lists."""
        papers = [(self.say["licence_file"], licence(self.edition, self.audience)), *papers]
        rows = tuple(spec_row(self.edition, file) for file in of)
        return Artifact(
            f"{self.stem(purpose)}.zip", Pack(tuple(files), rows, tuple(papers), purpose == "print")
        )

    def _inside(self, files: list[PackedFile]) -> list[PackFile]:
        return [PackFile(f"{file.material.kind}/{file.name}", self.path(file)) for file in files]

    def for_print(self) -> Iterator[Artifact]:
        """Print-shop PDFs, spec sheet as CSV and PDF, preview sheet, checksums."""
        stem, files = self.stem("print"), self.chosen("print")
        if not files:
            return
        previews = {file.material.id: (file.material.title, file.preview) for file in files}
        yield _inner(f"{stem}-spec.pdf", spec_sheet(self.edition, self.audience, files))
        yield _inner(f"{stem}-overview.png", Overview(tuple(previews.values())))
        yield self.zip(
            "print",
            [
                *self._inside(files),
                PackFile(self.say["spec_pdf"], f"{stem}-spec.pdf"),
                PackFile(self.say["overview_file"], f"{stem}-overview.png"),
            ],
            [],
            files,
        )

    def for_office(self) -> Iterator[Artifact]:
        """Office and large-print PDFs, and one file to print with each sheet that goes on A4 once,
        behind a page that says what goes where and until when: cards several to a page, posters
        in tiles."""
        stem, files, cut = self.stem("office"), self.chosen("office"), self.too_large()
        if not files and not cut:
            return
        parts = [f"{stem}-where.pdf"]
        yield _inner(parts[0], where_sheet(self.edition, self.audience, [*files, *cut]))
        for file in _one_each(files):
            if len(places(*file.paper, "A4").corners) == 1:
                parts.append(self.path(file))
                continue
            parts.append(f"{stem}-up-{file.name}")
            yield _inner(parts[-1], SeveralUp(self.path(file), "A4", file.material.title))
        for file in cut:
            parts.append(f"{stem}-tiles-{file.name}")
            yield _inner(
                parts[-1], Tiled(self.path(file), "A4", file.material.title, file.size.scale)
            )
        folder = self.say["editable_folder"]
        editable = [
            PackFile(
                f"{folder}/{material.id}.{one}", f"{self.prefix}m/{material.id}/{material.id}.{one}"
            )
            for material in {file.material.id: file.material for file in files + cut}.values()
            for one in material.declared.editable
        ]
        title = self.say["office_title"].format(audience=self.audience.file.title)
        yield _inner(f"{stem}.pdf", Combined(tuple(parts), title))
        yield self.zip(
            "office",
            [*self._inside(files), *editable, PackFile(self.say["office_pdf"], f"{stem}.pdf")],
            [(self.say["texts_file"], texts(self.edition, self.audience))],
            [],
        )

    def for_screen(self) -> Iterator[Artifact]:
        """Pictures for screens, previews of all else, and texts to copy."""
        if self.choice.editions and "screen" not in self.choice.editions:
            return
        inside = self._inside(self.chosen("screen"))
        for material in self.audience.file.materials:
            sizes = [
                size for size in material.sizes if self.choice.takes(material.kind, size, "screen")
            ]
            if not sizes:
                continue
            folder = f"{self.prefix}m/{material.id}/{material.id}"
            if material.declared.medium != "screen":
                inside.append(PackFile(f"preview/{material.id}.png", f"{folder}.png"))
            if material.declared.has_text_file:
                inside.append(PackFile(f"text/{material.id}.txt", f"{folder}.txt"))
        if inside:
            yield self.zip(
                "screen", inside, [(self.say["texts_file"], texts(self.edition, self.audience))], []
            )


def _one_each(files: Sequence[PackedFile]) -> list[PackedFile]:
    """What of these files an office prints on A4: of each material one size, the first that goes
    there, for who prints all of a pack wants no sheet twice."""
    found: dict[str, PackedFile] = {}
    for file in files:
        if max(file.paper) <= max(A4) and min(file.paper) <= min(A4):
            found.setdefault(file.material.id, file)
    return list(found.values())


def _inner(path: str, body: Body) -> Artifact:
    """A paper of a pack: it lies in the pack and nowhere else."""
    return Artifact(path, body, inner=True)


def compose_packs(
    edition: Edition, prefix: str, choice: Selection | None = None, audiences: Collection[str] = ()
) -> Iterator[Artifact]:
    """The packs of each audience that has something for them, each after the papers made for it:
    packs/<audience>-print.zip, -office.zip, -screen.zip. audiences: ids, all if empty."""
    for audience in edition.audiences:
        if audiences and audience.id not in audiences:
            continue
        packer = _Packer(edition, prefix, audience, choice or Selection())
        yield from packer.for_print()
        yield from packer.for_office()
        yield from packer.for_screen()
