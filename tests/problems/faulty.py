"""Finished PDFs that are wrong in one way, drawn here: a sound A4 sheet for the press, changed.

`make(code, file)` writes the PDF that the code is about; `draw()` is the one without a fault.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import segno
import typst
from PIL import Image

from handbill.press.finish import finish
from handbill.press.ticket import JobTicket
from handbill.render.fonts import load_fonts

TODAY = "2026-11-24"
SIZE = {"width": 210, "height": 297, "bleed": 3, "scale": 1}
TICKET = JobTicket(
    kind="poster",
    size="A4",
    edition="press",
    read_from_m=1.0,
    safe=10,
    bleed=3,
    near=("发布：示例街道办事处", "有效期至2027-11-30"),
)
MM = 72 / 25.4

SOURCE = """
#set page(width: 210mm, height: 297mm, margin: 0mm, bleed: 3mm, fill: none)
#set text(font: "Noto Sans CJK SC", lang: "zh", fill: cmyk(0%, 0%, 0%, 100%), fallback: false)
#set document(title: "样例")
#let put(x, y, body) = place(top + left, dx: x, dy: y, body)
#put(-BLEED, -BLEED, rect(width: 210mm + 2 * BLEED, height: 60mm, fill: FIELD, stroke: none))
#put(20mm, 20mm, text(size: 60pt, fill: cmyk(0%, 0%, 0%, 0%), weight: 900, "先别急"))
#put(20mm, 90mm, block(width: 170mm, text(size: 16pt, "TEXT")))
#put(20mm, 120mm, line(length: 170mm, stroke: THIN + cmyk(0%, 0%, 0%, 100%)))
#put(150mm, 200mm, figure(alt: "二维码：https://example.org/", image(
  bytes(sys.inputs.code), format: "svg", width: 30mm)))
#put(20mm, 270mm, text(size: SMALL, "发布：示例街道办事处　有效期至 DAY"))
MORE
"""
PLAIN = {
    "BLEED": "3mm",
    "FIELD": "cmyk(80%, 20%, 40%, 20%)",
    "TEXT": "先停下，再核实，和家里人商量。",
    "THIN": "0.5pt",
    "SMALL": "7pt",
    "DAY": "2027-11-30",
    "MORE": "",
}
BODY = "先停下来想一想再打电话问一问"


@cache
def _fonts() -> typst.Fonts:
    return load_fonts(None)


def qr(ground: str = "", over: str = "") -> str:
    """The QR code of the sheet, an SVG; ground and over: what is drawn below and above it."""
    code = segno.make("https://example.org/", error="m", micro=False)
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", border=0, xmldecl=False, svgns=True)
    text = drawn.getvalue().decode()
    side = code.symbol_size(border=0)[0]
    return text.replace('class="segno">', f'viewBox="0 0 {side} {side}">{ground}').replace(
        "</svg>", f"{over}</svg>"
    )


def draw(code: str | None = None, ticket: JobTicket | None = TICKET, **changes: str) -> bytes:
    """The sound sheet, changed: PLAIN's words by name, or another QR code (an SVG)."""
    source = SOURCE
    for name, text in {**PLAIN, **changes}.items():
        source = source.replace(name, text)
    made = typst.compile(
        source.encode(),
        font_paths=_fonts(),
        timestamp=1_795_000_000,
        sys_inputs={"code": code or qr()},
    )
    # The picture of the code is RGB, which the press has no use for.
    with pikepdf.open(io.BytesIO(made)) as document:
        _without_rgb(document)
        plain = io.BytesIO()
        document.save(plain, deterministic_id=True)
    return finish(plain.getvalue(), SIZE, ticket)


def _without_rgb(document: pikepdf.Pdf) -> None:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
            _in_black(document, thing)
    for page in document.pages:
        page.contents_coalesce()
        _in_black(document, page.Contents, page)


def _in_black(document: pikepdf.Pdf, stream: Any, page: Any = None) -> None:
    """Black of whatever space becomes black ink."""
    kept = []
    for operands, operator in pikepdf.parse_content_stream(stream if page is None else page):
        name = str(operator)
        if name in ("cs", "CS"):
            continue
        if name in ("scn", "sc", "rg", "g"):
            light = sum(float(one) for one in operands) / max(len(operands), 1)
            kept.append(([0, 0, 0, 1 - light], pikepdf.Operator("k")))
        else:
            kept.append((operands, operator))
    stream.write(pikepdf.unparse_content_stream(kept))


def changed(change: Callable[[pikepdf.Pdf], object], data: bytes | None = None) -> bytes:
    """A PDF that `change` has had in its hands."""
    with pikepdf.open(io.BytesIO(data or draw())) as document:
        change(document)
        made = io.BytesIO()
        document.save(made, deterministic_id=True)
    return made.getvalue()


def with_content(document: pikepdf.Pdf, operators: str, **resources: pikepdf.Object) -> None:
    """Adds operators to the first page, and resources as /Font={...} would name them."""
    page = document.pages[0]
    for name, values in resources.items():
        page.resources[f"/{name}"] = {
            **dict(page.resources.get(f"/{name}", {}).items()),
            **dict(values.items()),
        }
    page.contents_add(f"\nq {operators} Q".encode())


def _boxes(document: pikepdf.Pdf, **boxes: list[float] | None) -> None:
    for name, box in boxes.items():
        if box is None:
            del document.pages[0].obj[f"/{name}"]
        else:
            document.pages[0].obj[f"/{name}"] = pikepdf.Array(box)


def _two_sizes(document: pikepdf.Pdf) -> None:
    document.pages.append(document.pages[0])
    second = document.pages[1].obj
    left, bottom, right, top = (float(one) for one in second.TrimBox)
    for name, by in (("TrimBox", 0.0), ("BleedBox", 3 * MM), ("MediaBox", 3 * MM)):
        second[f"/{name}"] = pikepdf.Array([left - by, bottom - by, right + by, top - 60 * MM + by])


def _bare_font(document: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    with_content(
        document, "BT /Bare 20 Tf 100 300 Td (12315) Tj ET", Font=pikepdf.Dictionary(Bare=font)
    )


def picture(
    document: pikepdf.Pdf, columns: int, millimetres: float, mode: str = "L", fill: Any = 128
) -> None:
    """Adds a square image so many pixels and millimetres wide."""
    space = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}[mode]
    image = pikepdf.Stream(
        document,
        Image.new(mode, (columns, columns), fill).tobytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=columns,
        Height=columns,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name(space),
    )
    side = millimetres * MM
    with_content(
        document,
        f"{side} 0 0 {side} 100 380 cm /Added Do",
        XObject=pikepdf.Dictionary(Added=document.make_indirect(image)),
    )


def _locked(user: str = "x") -> bytes:
    with pikepdf.open(io.BytesIO(draw())) as document:
        made = io.BytesIO()
        document.save(made, encryption=pikepdf.Encryption(user=user, owner="y"))
    return made.getvalue()


def _with_a_program(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
    )


def _with_an_attachment(document: pikepdf.Pdf) -> None:
    document.attachments["x.exe"] = b"MZ"


def _that_draws_itself(document: pikepdf.Pdf) -> None:
    form = document.make_stream(b"/Self Do", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Self=form))
    with_content(document, "/Self Do", XObject=pikepdf.Dictionary(Self=form))


def _with_a_wrong_length() -> bytes:
    """The table of objects is right; a stream is said to be longer than it is."""
    with pikepdf.open(io.BytesIO(draw())) as document:
        document.pages[0].contents_coalesce()
        made = io.BytesIO()
        document.save(made, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    data = made.getvalue()
    at = data.index(b"/Length ") + len(b"/Length ")
    number = data[at:].split(maxsplit=1)[0]
    return data[:at] + str(10 ** len(number) - 1).encode() + data[at + len(number) :]


MAKERS: dict[str, Callable[[], bytes]] = {
    "E801": lambda: draw()[:2000],
    "E802": _locked,
    "E803": lambda: changed(lambda pdf: _boxes(pdf, TrimBox=[-9, 8.504, 603.779, 850.394])),
    "W803": lambda: changed(lambda pdf: _boxes(pdf, TrimBox=None)),
    "E804": lambda: changed(_two_sizes),
    "E805": lambda: changed(lambda pdf: _boxes(pdf, BleedBox=list(pdf.pages[0].obj.TrimBox))),
    "E806": lambda: draw(BLEED="0mm"),
    "E807": lambda: changed(_bare_font),
    "E808": lambda: draw(TEXT="涢水街道办事处🐉"),
    "E809": lambda: draw(SMALL="4pt"),
    "W809": lambda: draw(MORE='#put(20mm, 140mm, text(size: 10.5pt, "别急着交钱"))'),
    "E810": lambda: changed(lambda pdf: picture(pdf, 200, 50)),
    "W810": lambda: changed(lambda pdf: picture(pdf, 400, 50)),
    "E811": lambda: draw(FIELD="cmyk(100%, 90%, 90%, 50%)"),
    "E812": lambda: changed(lambda pdf: with_content(pdf, "1 0 0 rg 200 400 50 50 re f")),
    "E813": lambda: draw(THIN="0.1pt"),
    "E814": lambda: draw(MORE='#put(4mm, 140mm, text(size: 16pt, "别急着交钱"))'),
    "E815": lambda: draw(code=qr(over='<path d="M9 9h12v12h-12z" fill="#fff"/>')),
    "E816": lambda: draw(
        MORE="#put(148.5mm, 198mm, rect(width: 33mm, height: 34mm, "
        "stroke: 1pt + cmyk(0%, 0%, 0%, 100%)))"
    ),
    "W817": lambda: draw(TEXT=BODY + '" + linebreak() + "吧。'),
    "W821": lambda: draw(TEXT=BODY + '" + linebreak() + "拨打。'),
    "W715": lambda: draw(
        TEXT='" + par(justify: true, "' + BODY + "：" + "xuanchuanbangongshi" * 2 + '") + "'
    ),
    "E818": lambda: draw(DAY="2020-01-01"),
    "E830": lambda: changed(_with_a_program),
    "W830": lambda: changed(_with_an_attachment),
    "E831": lambda: changed(lambda pdf: _boxes(pdf, MediaBox=[0, 0, 0, 0])),
    "E832": lambda: changed(_that_draws_itself),
    "W833": _with_a_wrong_length,
    "W834": lambda: _locked(""),
    "W820": lambda: draw(ticket=replace(TICKET, specimen=("样张", "样张：未填写，请勿张贴"))),
}
"""Code -> the PDF that provokes it."""


def make(code: str, file: Path) -> None:
    """Write the PDF that a code is about."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(MAKERS[code]())
