"""What a page paints: its content stream read once, for the faults that pixels do not show.

Colours as the file has them (a renderer turns all into RGB), widths of strokes, images with the
size they are placed at, and the codes of the glyphs that are shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from handbill.press.foreign import inherited
from handbill.press.preflight.colour import DEVICE, Space, space_of

Matrix = tuple[float, float, float, float, float, float]
Edges = tuple[float, float, float, float]
"""Left, bottom, right, top in the page's units."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST = 12
"""Forms inside forms that are followed; a file whose form draws itself must not hang us."""


@dataclass(frozen=True)
class Tone:
    """A colour that something is painted in."""

    space: Space
    parts: tuple[float, ...]


@dataclass(frozen=True)
class Stroke:
    """A line. width: in the page's units. edges: of the path it follows."""

    width: float
    edges: Edges


@dataclass(frozen=True)
class Placed:
    """An image where it is placed. wide, high: in the page's units; pixels are its own."""

    image: Any
    columns: int
    rows: int
    wide: float
    high: float
    edges: Edges
    space: Space | None


@dataclass
class FontUse:
    """A font and the codes of it that are shown, as bytes of one text string each."""

    font: Any
    shown: set[bytes] = field(default_factory=set)


@dataclass
class Painted:
    """All that a page paints. tones: colour -> whether anything on the sheet is painted in it, and
    not the marks around it alone."""

    tones: dict[Tone, bool] = field(default_factory=dict)
    strokes: list[Stroke] = field(default_factory=list)
    images: list[Placed] = field(default_factory=list)
    fonts: dict[Any, FontUse] = field(default_factory=dict)


@dataclass(frozen=True)
class _State:
    matrix: Matrix = IDENTITY
    fill: Tone | None = Tone(DEVICE["/DeviceGray"], (0.0,))
    stroke: Tone | None = Tone(DEVICE["/DeviceGray"], (0.0,))
    width: float = 1.0
    font: FontUse | None = None
    mode: int = 0


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """inner × outer: first the one, then the other."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _edges(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Edges:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)


def touches(edges: Edges, other: Edges) -> bool:
    """Returns whether two rectangles have a point in common."""
    return (
        edges[0] <= other[2]
        and edges[2] >= other[0]
        and edges[1] <= other[3]
        and edges[3] >= other[1]
    )


def _matrix(values: Any) -> Matrix:
    try:
        a, b, c, d, e, f = (float(value) for value in values)
    except (TypeError, ValueError):
        return IDENTITY
    return a, b, c, d, e, f


def painted(page: pikepdf.Page, sheet: Edges) -> Painted:
    """Read the content of a page, and of all the forms and patterns it uses. sheet: the bleed box,
    outside of which are the marks."""
    reader = _Reader(sheet)
    resources = inherited(page.obj, "/Resources")
    reader.read(page, pikepdf.Dictionary() if resources is None else resources, _State(), 0)
    return reader.painted


_COLOURS = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
_PAINTS = {
    "f": (True, False),
    "F": (True, False),
    "f*": (True, False),
    "S": (False, True),
    "s": (False, True),
    "B": (True, True),
    "B*": (True, True),
    "b": (True, True),
    "b*": (True, True),
}
"""Operator -> whether it fills, whether it strokes."""


class _Reader:
    def __init__(self, sheet: Edges) -> None:
        self.painted = Painted()
        self._sheet = sheet
        self._text = IDENTITY
        self._states: list[_State] = []
        self._state = _State()
        self._points: list[float] = []
        self._resources: Any = pikepdf.Dictionary()
        self._depth = 0

    def read(self, content: Any, resources: Any, state: _State, depth: int) -> None:
        """Read one stream, and come back to the one it was used in."""
        outer = (self._states, self._state, self._points, self._resources, self._depth)
        self._states, self._state, self._points = [], state, []
        self._resources, self._depth = resources, depth
        for instruction in pikepdf.parse_content_stream(content):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._inline(instruction.iimage)
            else:
                self._do(str(instruction.operator), instruction.operands)
        self._states, self._state, self._points, self._resources, self._depth = outer

    def _do(self, operator: str, operands: Any) -> None:
        try:
            if operator in ("m", "l", "c", "v", "y"):
                self._points += [float(one) for one in operands]
            elif operator == "re":
                x, y, wide, high = (float(one) for one in operands)
                self._points += [x, y, x + wide, y + high]
            elif operator in _PAINTS:
                self._paint(*_PAINTS[operator])
            elif operator == "n":
                self._points = []
            elif operator in ("Tj", "TJ", "'", '"'):
                self._show(operands[-1])
            elif operator == "BT":
                self._text = IDENTITY
            elif operator == "Tm":
                self._text = _matrix(operands)
            elif operator in ("Td", "TD"):
                self._text = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._text)
            elif operator in ("Do", "sh", "Tf", "gs"):
                self._use(operator, operands[0])
            else:
                self._set(operator, operands)
        except (IndexError, KeyError, TypeError, ValueError, AttributeError):
            # An operand that is not what its operator wants: viewers pass over it, and so do we.
            return

    def _set(self, operator: str, operands: Any) -> None:
        state = self._state
        if operator == "q":
            self._states.append(state)
        elif operator == "Q":
            if self._states:
                self._state = self._states.pop()
        elif operator == "cm":
            self._state = replace(state, matrix=times(_matrix(operands), state.matrix))
        elif operator == "w":
            self._state = replace(state, width=float(operands[0]))
        elif operator == "Tr":
            self._state = replace(state, mode=int(operands[0]))
        else:
            self._colour(operator, operands)

    def _use(self, operator: str, name: Any) -> None:
        if operator == "Do":
            self._object(self._resources["/XObject"][name])
        elif operator == "sh":
            self._shading(self._resources["/Shading"][name])
        elif operator == "Tf":
            self._font(self._resources["/Font"][name])
        else:
            settings = self._resources["/ExtGState"][name]
            if "/LW" in settings:
                self._state = replace(self._state, width=float(settings["/LW"]))
            if "/Font" in settings:
                self._font(settings["/Font"][0])

    def _font(self, font: Any) -> None:
        key = font.objgen if font.is_indirect else id(font)
        self._state = replace(self._state, font=self.painted.fonts.setdefault(key, FontUse(font)))

    def _show(self, operand: Any) -> None:
        texts = operand if isinstance(operand, pikepdf.Array) else [operand]
        shown = [bytes(one) for one in texts if isinstance(one, pikepdf.String)]
        if self._state.font and any(shown):
            self._state.font.shown.update(shown)
        edges = _edges(times(self._text, self._state.matrix), 0, 0, 0, 0)
        if self._state.mode in (0, 2, 4, 6):
            self._tone(self._state.fill, edges)
        if self._state.mode in (1, 2, 5, 6):
            self._tone(self._state.stroke, edges)

    def _colour(self, operator: str, operands: Any) -> None:
        low = operator.lower()
        if low in _COLOURS:
            tone: Tone | None = Tone(DEVICE[_COLOURS[low]], tuple(float(one) for one in operands))
        elif low == "cs":
            space = space_of(operands[0], self._resources)
            tone = Tone(space, space.first)
        elif low in ("sc", "scn"):
            tone = self._tone_of(
                operands, self._state.fill if operator == low else self._state.stroke
            )
        else:
            return
        self._state = (
            replace(self._state, fill=tone)
            if operator == low
            else replace(self._state, stroke=tone)
        )

    def _tone_of(self, operands: Any, before: Tone | None) -> Tone | None:
        if operands and isinstance(operands[-1], pikepdf.Name):
            self._pattern(self._resources["/Pattern"][operands[-1]])
            return None if before is None else Tone(DEVICE["/Pattern"], ())
        return None if before is None else Tone(before.space, tuple(float(one) for one in operands))

    def _pattern(self, pattern: Any) -> None:
        if int(pattern.get("/PatternType", 1)) == 2:
            self._shading(pattern["/Shading"])
        else:
            self._form(pattern, times(_matrix(pattern.get("/Matrix")), IDENTITY))

    def _shading(self, shading: Any) -> None:
        space = space_of(shading["/ColorSpace"], self._resources)
        for parts in _ends(shading.get("/Function")) or [space.first]:
            self._tone(Tone(space, parts), self._sheet)

    def _paint(self, fills: bool, strokes: bool) -> None:
        xs, ys = self._points[::2], self._points[1::2]
        self._points = []
        if not xs or not ys:
            return
        state = self._state
        edges = _edges(state.matrix, min(xs), min(ys), max(xs), max(ys))
        if fills:
            self._tone(state.fill, edges)
        if strokes:
            self._tone(state.stroke, edges)
            a, b, c, d, _, _ = state.matrix
            self.painted.strokes.append(Stroke(state.width * abs(a * d - b * c) ** 0.5, edges))

    def _tone(self, tone: Tone | None, edges: Edges) -> None:
        if tone is not None:
            self.painted.tones[tone] = self.painted.tones.get(tone, False) or touches(
                edges, self._sheet
            )

    def _object(self, thing: Any) -> None:
        kind = thing.get("/Subtype")
        if kind == "/Form":
            self._form(thing, times(_matrix(thing.get("/Matrix")), self._state.matrix))
        elif kind == "/Image":
            space = (
                None
                if bool(thing.get("/ImageMask", False)) or "/ColorSpace" not in thing
                else space_of(thing["/ColorSpace"], self._resources)
            )
            self._place(thing, int(thing["/Width"]), int(thing["/Height"]), space)

    def _form(self, form: Any, matrix: Matrix) -> None:
        if self._depth < _DEEPEST:
            self.read(
                form,
                form.get("/Resources", self._resources),
                replace(self._state, matrix=matrix),
                self._depth + 1,
            )

    def _inline(self, image: Any) -> None:
        try:
            space = (
                None
                if image.image_mask
                else space_of(
                    image.obj.get("/CS", image.obj.get("/ColorSpace", pikepdf.Name.DeviceGray)),
                    self._resources,
                )
            )
            self._place(None, image.width, image.height, space)
        except (KeyError, TypeError, ValueError, AttributeError, NotImplementedError):
            return  # malformed, or of a colour space that pikepdf says it cannot read

    def _place(self, image: Any, columns: int, rows: int, space: Space | None) -> None:
        a, b, c, d, _, _ = self._state.matrix
        edges = _edges(self._state.matrix, 0, 0, 1, 1)
        if space is None:
            self._tone(self._state.fill, edges)
        self.painted.images.append(
            Placed(
                image, columns, rows, (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5, edges, space
            )
        )


def _ends(function: Any) -> list[tuple[float, ...]]:
    """The colours at the ends of a gradient, where its function tells them."""
    if function is None or isinstance(function, pikepdf.Array):
        return []
    kind = int(function.get("/FunctionType", -1))
    if kind == 2:
        return [
            tuple(float(one) for one in function.get(name, default))
            for name, default in (("/C0", (0,)), ("/C1", (1,)))
        ]
    if kind == 3:
        return [parts for one in function["/Functions"] for parts in _ends(one)]
    return []
