"""Sheets drawn by Typst, from data: PDF for paper, SVG for pages, PNG for previews."""

from __future__ import annotations

import base64
import datetime
import json
import math
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import typst

from handbill.compose.artifacts import TILE
from handbill.load.images import Image
from handbill.load.kinds import field_titles, longer_sizes
from handbill.press.finish import finish
from handbill.press.ticket import JobTicket
from handbill.problems import Both, Problem, ProblemsFound
from handbill.render.fillable import slender
from handbill.render.fonts import load_fonts
from handbill.render.layout import REFUSALS, Layout, layout_of
from handbill.render.photos import cut_out
from handbill.words.blocks import BLOCKS, FEWER_NUMBERS, UNITS
from handbill.words.languages import has_cells

REFUSED = re.compile(
    r"handbill\|E707\|(?P<sheet>[^|]*)\|(?P<block>[^|]*)\|"
    r"(?P<needed>[^|]*)\|(?P<room>[^|]*)\|(?P<unit>[a-z]+)"
)
"""What `refuse` in templates/sheet/type.typ stops the build with."""
MOST_REFUSED = 40
"""Faults of one sheet that are looked for: each takes a drawing."""
NO_GLYPH = re.compile(r"the text `?['\"‘“](?P<text>.+?)['\"’”]`? could not be displayed")
PLACE = re.compile(r"┌─ (?P<file>.+):(?P<place>[0-9]+:[0-9]+)$", re.MULTILINE)
"""File, line and column of the template, in the first excerpt of a diagnostic."""
PREVIEW_PPI = 96.0
LOGO_PIXELS = 800
"""Height of a drawn logo for the press: 1,200 dpi of 17 mm."""


def _block(name: str, kind: str, templates: Path) -> Both:
    """Names a block that is too long: one of the generator's, else the field that the kind has of
    that name (row-text: row_text), else as the template calls it."""
    if name in BLOCKS:
        return Both(*BLOCKS[name])
    field = name.replace("-", "_")
    title = field_titles(templates / kind).get(field)
    return Both(f"{field}（{title.zh}）", f"{field} ({title.en})") if title else Both(name, name)


def _language(data: Mapping[str, Any], sheet: str) -> str:
    """The language of a sheet of a document."""
    return next((str(one["lang"]) for one in data["sheets"] if one["id"] == sheet), "zh")


def _overflow(match: re.Match[str], kind: str, data: Mapping[str, Any], templates: Path) -> Problem:
    block, size = _block(match["block"], kind, templates), data["size"].get("name", "")
    # Typst writes a minus as U+2212.
    needed, room = (float(match[one].replace("\u2212", "-")) for one in ("needed", "room"))
    if needed <= room:
        said = Both(
            f"refuse 说“{match['block']}”需要 {needed:g}，有 {room:g}：放得下",
            f"refuse says that “{match['block']}” needs {needed:g} of {room:g}: it fits",
        )
        return Problem("E701", None, sheet=match["sheet"], said=said)
    counted = match["unit"]
    said_needed, said_room = needed, room
    if counted == "characters" and not has_cells(_language(data, match["sheet"])):
        # A letter is about half as wide as a character of Chinese.
        counted, said_needed, said_room = "letters", math.ceil(2 * needed), math.floor(2 * room)
    unit = Both(*UNITS.get(counted, (counted,) * 2))
    over = f"{said_needed - said_room:.1f}".removesuffix(".0")
    details: dict[str, object] = {}
    if longer := "、".join(longer_sizes(templates / kind, size)):
        details["hint"] = Both(f"{longer} 更长。", f"{longer} is longer. ")
    elif match["block"] == "numbers":
        details["hint"] = FEWER_NUMBERS
    return Problem(
        "E707",
        None,
        sheet=match["sheet"],
        size=Both(f"{block.zh}（{size}）", f"{block.en} ({size})"),
        over=Both(
            f"{over}{unit.zh}（需要 {said_needed:g}，最多 {said_room:g}）",
            f"{over}{unit.en} ({said_needed:g} needed, {said_room:g} at most)",
        ),
        block=match["block"],
        needed=needed,
        room=room,
        **details,
    )


def _names(kind: str, data: Mapping[str, Any]) -> str:
    """The sheets of a document as messages name them."""
    return "、".join(dict.fromkeys(sheet["id"] for sheet in data.get("sheets", ()))) or kind


def _other(error: typst.TypstError, kind: str, data: Mapping[str, Any], templates: Path) -> Problem:
    """What else than copy that does not fit."""
    sheets = _names(kind, data)
    if match := NO_GLYPH.search(f"{error.message}\n{error.diagnostic}"):
        character = match["text"]
        return Problem(
            "E702",
            None,
            sheet=sheets,
            character=character,
            codepoint=" ".join(f"U+{ord(one):04X}" for one in character),
        )
    message = error.message
    if match := PLACE.search(error.diagnostic):
        file = Path(match["file"]).resolve()  # Typst writes it as seen from where we run
        inside = file.relative_to(templates) if file.is_relative_to(templates) else file
        message = f"{inside.as_posix()}:{match['place']}: {message}"
    return Problem("E701", None, sheet=sheets, said=message)


def _around(content: bytes, kind: str, width: float, height: float) -> bytes:
    """An SVG around pixels: what Typst takes from memory must be text."""
    size = f'width="{width:g}" height="{height:g}"'
    data = base64.b64encode(content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<image {size} preserveAspectRatio="none" href="data:image/{kind};base64,{data}"/></svg>'
    ).encode()


class SheetRenderer:
    """Draws sheets with the templates below `templates` (which is also Typst's root, so no
    template reads outside it).

    fonts: a folder to look for fonts in first; they are shared. images: those that sheets show, by
    name. Not safe for use by several threads at once.

    One compiler draws everything. What a document says reaches it as files that are only in memory
    (so the templates' folder may be read-only, and nothing is left behind); `sys_inputs` would make
    Typst's library, and with it every module, anew. Typst remembers layouts of the last ten
    drawings, by what they read: several formats of one document cost one layout when they follow
    one another. The same drawing, asked for again at once, is not made again.
    """

    def __init__(
        self,
        templates: Path,
        fonts: Path | None = None,
        images: Mapping[str, Image] = MappingProxyType({}),
    ) -> None:
        self._templates = templates.resolve()
        self._images = images
        self._font_folder = fonts
        self._latest: tuple[Layout, dict[str, list[bytes]]] | None = None
        """The layout drawn last, and its pages by the settings they were made with."""
        self._photos: dict[str, bytes] = {}
        """Files of the photographs of that layout."""

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return load_fonts(self._font_folder)

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(root=str(self._templates), font_paths=self._fonts)

    def _compile(self, kind: str, data: Mapping[str, Any], **settings: Any) -> list[bytes]:
        layout = layout_of(kind, data, self._font_folder)
        if self._latest is None or self._latest[0] != layout:
            self._latest = layout, {}
        made = self._latest[1]
        if (key := json.dumps(settings)) not in made:
            try:
                made[key] = self._drawn(self._files(layout), settings)
            except typst.TypstError as error:
                raise ProblemsFound(self._faults(error, layout, kind, data, settings)) from error
        return made[key]

    def _files(self, layout: Layout) -> dict[str, bytes]:
        """What Typst finds in memory: of the layout, and the images that it shows."""
        images = {
            f"image-{name}.svg": self._shown(self._images[name], layout.edition == "press")
            for name in layout.images
        }
        # The formats of a layout, and its languages, follow one another: cut once for all.
        self._photos = {
            name: self._photos[name] if name in self._photos else self._cut(one)
            for one in layout.photos
            for name in [f"photo-{one['name']}.svg"]
        }
        return layout.files | images | self._photos

    def _cut(self, photo: Mapping[str, Any]) -> bytes:
        content = cut_out(self._images[photo["of"]], photo)
        return _around(content, "jpeg", photo["width"], photo["height"])

    def _shown(self, image: Image, press: bool) -> bytes:
        """An image as a file that Typst takes from memory. For the press shapes are made pixels,
        since inks are made of those alone."""
        if image.format == "svg" and not press:
            return image.content
        content, kind = image.content, "jpeg" if image.format == "jpg" else "png"
        if image.format == "svg":
            page = f"#set page(width: {image.ratio:.4f}pt, height: 1pt, margin: 0pt, fill: none)\n"
            main = page + '#image("/image.svg", width: 100%, height: 100%)'
            files = {"main.typ": main.encode(), "image.svg": content}
            # A point is a pixel at 72 dpi.
            [content] = self._drawn(files, {"format": "png", "ppi": 72.0 * LOGO_PIXELS})
        return _around(content, kind, image.width, image.height)

    def _drawn(self, files: Any, settings: Mapping[str, Any]) -> list[bytes]:
        # The binding takes a dictionary of files; its stub does not say so.
        made = self._compiler.compile(files, **settings)
        return made if isinstance(made, list) else [made or b""]

    def _faults(
        self,
        error: typst.TypstError,
        layout: Layout,
        kind: str,
        data: Mapping[str, Any],
        settings: Mapping[str, Any],
    ) -> list[Problem]:
        """All that is wrong with a drawing: what it refused is let pass, and it is drawn again."""
        refused: dict[str, re.Match[str]] = {}
        others: list[Problem] = []
        files = self._files(layout)
        while len(refused) < MOST_REFUSED:
            said = f"{error.message}\n{error.diagnostic}"
            found = {match[0]: match for match in REFUSED.finditer(said)}
            if found.keys() <= refused.keys():
                other = _other(error, kind, data, self._templates)
                # A template may be at a loss with copy that does not fit: that is no fault of it.
                others = [other] if not refused or other.code == "E702" else []
                break
            refused |= found
            try:
                self._drawn({**files, REFUSALS: json.dumps(list(refused)).encode()}, settings)
                break
            except typst.TypstError as following:
                error = following
        # Text that was let pass may run on to a page too many: one fault, in two units.
        units: dict[tuple[str, str], str] = {}
        return [
            _overflow(match, kind, data, self._templates)
            for match in refused.values()
            if units.setdefault((match["sheet"], match["block"]), match["unit"]) == match["unit"]
        ] + others

    def pdf(self, kind: str, data: Mapping[str, Any], moment: datetime.datetime | int) -> bytes:
        """A tagged PDF (written as PDF/UA-1) with exact TrimBox and BleedBox; as Typst has written it
        where the data's `size` is None.

        moment: the creation date it bears, aware, or in UNIX seconds. Raises ProblemsFound: E702
        for a character that no font has, E701 for a template that fails, E707 for copy that does
        not fit.
        """
        seconds = moment if isinstance(moment, int) else int(moment.timestamp())
        made = self._compile(kind, data, format="pdf", pdf_standards=["ua-1"], timestamp=seconds)
        if data["size"] is None:
            return made[0]
        try:
            return finish(made[0], data["size"], JobTicket.of(data))
        except ValueError as error:
            raise ProblemsFound(
                [Problem("E701", None, sheet=_names(kind, data), said=f"{kind}/sheet.typ: {error}")]
            ) from error

    def svg(self, kind: str, data: Mapping[str, Any]) -> list[bytes]:
        """One SVG a page, text as outlines, paper as a screen shows it. Raises as `pdf` does, but not
        E702."""
        ground = next((one.get("ground") for one in data.get("sheets", ())), None)
        return [slender(one, ground) for one in self._compile(kind, data, format="svg")]

    def png(self, kind: str, data: Mapping[str, Any], ppi: float = PREVIEW_PPI) -> list[bytes]:
        """One PNG a page at `ppi` pixels an inch. Raises as `pdf` does, but not E702."""
        return self._compile(kind, data, format="png", ppi=ppi)

    def fields(self, kind: str, data: Mapping[str, Any]) -> bytes:
        """The JSON of where a sheet is filled in, for `model.sheet_field.read_fields`: next to
        nothing where the sheet has just been drawn. Raises as `pdf` does, but not E702."""
        self.svg(kind, data)
        return self._asked(kind, data, "<handbill-field>").encode()

    def starts(self, kind: str, data: Mapping[str, Any]) -> list[int]:
        """The first page, from 1, of each sheet of a document that has just been drawn."""
        if len(data["sheets"]) == 1:
            return [1]
        pages: list[int] = json.loads(self._asked(kind, data, "<handbill-sheet>"))
        return pages

    def _asked(self, kind: str, data: Mapping[str, Any], label: str) -> str:
        """The JSON of the values of what bears a label in a drawing."""
        # The binding asks no document but the one that a compiler is made for.
        files: Any = self._files(layout_of(kind, data, self._font_folder))
        asked = typst.Compiler(files, root=str(self._templates), font_paths=self._fonts)
        return asked.query(label, field="value")

    def picture_svg(
        self, name: str, look: Mapping[str, str], crop: tuple[float, float, float, float] = TILE
    ) -> bytes:
        """Draws the picture `name` alone on its field, in the colours of `look` (tone → #RRGGBB).

        crop: x, y, width and height in u on the canvas of 72 × 72.4 u. Raises ProblemsFound (E701)
        for an unknown picture.
        """
        data = {"name": name, "look": look, "crop": crop}
        return slender(self._compile("sheet/picture", data, format="svg")[0])
