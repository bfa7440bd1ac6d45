"""Sheets drawn by Typst, from data: PDF for paper, SVG for pages, PNG for previews."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import typst

from handbill.compose.artifacts import TILE
from handbill.load.templates import load_looks
from handbill.model.look import Look
from handbill.press.finish import finish
from handbill.press.ticket import JobTicket
from handbill.problems import Both, Problem, ProblemsFound
from handbill.render.fonts import load_fonts
from handbill.render.layout import Layout, layout_of

REFUSED = re.compile(
    r"handbill\|E707\|(?P<sheet>[^|]*)\|(?P<block>[^|]*)\|"
    r"(?P<needed>[^|]*)\|(?P<room>[^|]*)\|(?P<unit>[a-z]+)"
)
"""What `refuse` in templates/sheet/type.typ stops the build with."""
NO_GLYPH = re.compile(r"the text `?['\"‘“](?P<text>.+?)['\"’”]`? could not be displayed")
PLACE = re.compile(r"┌─ (?P<file>.+):(?P<place>\d+:\d+)$", re.MULTILINE)
"""File, line and column of the template, in the first excerpt of a diagnostic."""
PREVIEW_PPI = 96.0

BLOCKS: dict[str, Both] = {
    "headline": Both("大标题", "headline"),
    "sentence": Both("一句话", "sentence"),
    "signal": Both("信号", "signal"),
    "action": Both("行动三步", "steps"),
    "numbers": Both("号码", "numbers"),
    "qr-caption": Both("二维码下的字", "words of the QR code"),
    "imprint": Both("发布信息", "imprint"),
    "contacts": Both("本地电话", "local contacts"),
    "heading": Both("标题", "title"),
    "body": Both("正文", "body"),
    "slip-note": Both("回执说明", "note of the slip"),
    "slip-statement": Both("回执的一句话", "statement of the slip"),
    "slip-field": Both("回执的一栏", "field of the slip"),
    "signal-title": Both("信号标题", "title of a signal"),
    "signal-text": Both("信号说明", "text of a signal"),
    "closing": Both("最后一句", "last line"),
    "back": Both("背面", "back"),
    "block-title": Both("背面小标题", "title on the back"),
    "row-text": Both("背面的一行", "row on the back"),
    "slogan": Both("标语", "slogan"),
    "modules": Both("模块", "modules"),
    "module-title": Both("模块标题", "title of a module"),
    "module-source": Both("模块出处", "source of a module"),
    "questions-title": Both("问题的标题", "title of the questions"),
    "question": Both("问题", "question"),
    "note": Both("小字", "small line"),
    "title": Both("标题", "title"),
    "caption": Both("旁白", "caption"),
    "balloon": Both("并排的气泡", "balloons side by side"),
    "fiction-notice": Both("虚构声明", "fiction notice"),
    "text": Both("正文", "text"),
    "field-label": Both("要填的一栏", "field to fill in"),
    "face": Both("三折页的一面", "face of the leaflet"),
    "face-title": Both("一面的标题", "title of a face"),
    "check": Both("可打勾的一行", "line to tick"),
    "quiet": Both("不方便说话时", "line for when one cannot speak"),
    "item": Both("清单", "lines of the checklist"),
    "group-title": Both("类别", "group"),
    "plan": Both("教案正文", "plan"),
    "handout": Both("讲义", "hand-out"),
    "handout-title": Both("讲义标题", "title of the hand-out"),
    "hours": Both("播出时间", "when it runs"),
    "line": Both("一条字幕", "line of the display"),
    "script": Both("稿子", "script"),
    "motto": Both("花边里的一句话", "motto"),
    "frame-title": Both("栏目标题", "title of a frame"),
    "frame-text": Both("栏目提示", "hint of a frame"),
    "label": Both("页眉标签", "label"),
    "points": Both("长图要点", "points"),
    "points-title": Both("长图小标题", "title of the points"),
    "point-title": Both("要点标题", "title of a point"),
    "signature": Both("落款", "signature"),
    "word": Both("最大的词", "largest word"),
}
"""Blocks of sheets that copy may be too long for, as the templates call them."""
UNITS: dict[str, Both] = {
    "characters": Both(" 个字", " characters"),
    "lines": Both(" 行", " lines"),
    "pages": Both(" 页", " pages"),
}


def _overflow(match: re.Match[str], size: str) -> Problem:
    # A site's own template may have blocks that are not in the table.
    block, unit = (
        table.get(match[name], Both(match[name], match[name]))
        for table, name in ((BLOCKS, "block"), (UNITS, "unit"))
    )
    needed, room = float(match["needed"]), float(match["room"])
    # Rounding must not turn an overflow into "by 0".
    over = f"{max(needed - room, 0.1):.1f}".removesuffix(".0")
    return Problem(
        "E707",
        None,
        sheet=match["sheet"],
        size=Both(f"{block.zh}（{size}）", f"{block.en} ({size})"),
        over=Both(
            f"{over}{unit.zh}（需要 {needed:g}，最多 {room:g}）",
            f"{over}{unit.en} ({needed:g} needed, {room:g} at most)",
        ),
        block=match["block"],
        needed=needed,
        room=room,
    )


def _names(kind: str, data: Mapping[str, Any]) -> str:
    """The sheets of a document as messages name them."""
    return "、".join(dict.fromkeys(sheet["id"] for sheet in data.get("sheets", ()))) or kind


def _problem(
    error: typst.TypstError, kind: str, data: Mapping[str, Any], templates: Path
) -> Problem:
    said = f"{error.message}\n{error.diagnostic}"
    sheets = _names(kind, data)
    if match := REFUSED.search(said):
        return _overflow(match, data["size"]["name"])
    if match := NO_GLYPH.search(said):
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


class SheetRenderer:
    """Draws sheets with the templates below `templates` (which is also Typst's root, so no
    template reads outside it).

    fonts: a folder to look for fonts in first; they are shared. Not safe for use by several threads
    at once.

    One compiler draws everything. What a document says reaches it as files that are only in memory
    (so the templates' folder may be read-only, and nothing is left behind); `sys_inputs` would make
    Typst's library, and with it every module, anew. Typst remembers layouts of the last ten
    drawings, by what they read: several formats of one document cost one layout when they follow
    one another. The same drawing, asked for again at once, is not made again.
    """

    def __init__(self, templates: Path, fonts: Path | None = None) -> None:
        self._templates = templates.resolve()
        self._font_folder = fonts
        self._latest: tuple[Layout, dict[str, list[bytes]]] | None = None
        """The layout drawn last, and its pages by the settings they were made with."""

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return load_fonts(self._font_folder)

    @cached_property
    def _looks(self) -> dict[str, Look]:
        return load_looks(self._templates)

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(root=str(self._templates), font_paths=self._fonts)

    def _compile(self, kind: str, data: Mapping[str, Any], **settings: Any) -> list[bytes]:
        layout = layout_of(kind, data)
        if self._latest is None or self._latest[0] != layout:
            self._latest = layout, {}
        made = self._latest[1]
        if (key := json.dumps(settings)) not in made:
            try:
                made[key] = self._drawn(layout, settings)
            except typst.TypstError as error:
                raise ProblemsFound([_problem(error, kind, data, self._templates)]) from error
        return made[key]

    def _drawn(self, layout: Layout, settings: Mapping[str, Any]) -> list[bytes]:
        files: Any = layout.files  # the binding takes a dictionary; its stub does not say so
        made = self._compiler.compile(files, **settings)
        return made if isinstance(made, list) else [made or b""]

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
        """One SVG a page, text as outlines. Raises as `pdf` does, but not E702."""
        return self._compile(kind, data, format="svg")

    def png(self, kind: str, data: Mapping[str, Any], ppi: float = PREVIEW_PPI) -> list[bytes]:
        """One PNG a page at `ppi` pixels an inch. Raises as `pdf` does, but not E702."""
        return self._compile(kind, data, format="png", ppi=ppi)

    def picture_svg(
        self, name: str, look: str, crop: tuple[float, float, float, float] = TILE
    ) -> bytes:
        """The picture `name` alone on its field, in the colours of `look`.

        crop: x, y, width and height in u on the canvas of 72 × 72.4 u. Raises KeyError for an
        unknown look, ProblemsFound (E701) for an unknown picture.
        """
        data = {"name": name, "look": self._looks[look].rgb(), "crop": crop}
        return self._compile("sheet/picture", data, format="svg")[0]
