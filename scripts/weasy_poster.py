"""The A3 poster as HTML for WeasyPrint: the same words, picture and layout, for the bench.

WeasyPrint takes some ten seconds a sheet to cut the variable font that Typst reads, so it is given
a static one of the same family for all three weights: the comparison favours it.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import segno

from handbill.render.fonts import font_files
from handbill.render.typst import SheetRenderer

PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head>
<body><p class="label">{label}</p><h1>{headline}</h1><img class="art" src="{art}" alt="">
<div class="panel"><p class="sentence">{sentence}</p><p class="signals">{signals}</p></div>
<div class="action">{action}</div><div class="numbers">{numbers}</div>
<img class="qr" src="{qr}" alt=""><p class="caption">{caption}</p><p class="imprint">{imprint}</p>
</body></html>"""

STYLE = """
@font-face {{ font-family: Bench; font-weight: 400; src: url("{font}") }}
@font-face {{ font-family: Bench; font-weight: 700; src: url("{font}") }}
@font-face {{ font-family: Bench; font-weight: 900; src: url("{font}") }}
@page {{ size: 297mm 420mm; margin: 0; background: {field} }}
body {{ font-family: Bench; margin: 0; color: {ink} }}
* {{ position: absolute; margin: 0; white-space: nowrap }}
html, body, span, br {{ position: static }}
.label {{ left: 16.5mm; top: 16.5mm; font-size: 8.25mm; font-weight: 700; color: {paper} }}
h1 {{ left: 16.5mm; top: 28mm; font-size: 51mm; font-weight: 900; line-height: 1.08; color: {paper} }}
.art {{ left: 0; top: 140mm; width: 297mm; height: 158.4mm }}
.panel {{ left: 0; right: 0; top: 298.6mm; height: 41mm; background: {second} }}
.sentence {{ left: 16.5mm; top: 4mm; font-size: 13.2mm; font-weight: 900 }}
.signals {{ left: 16.5mm; top: 24mm; font-size: 12mm; font-weight: 700 }}
.signals span {{ margin-right: 30mm }}
.action {{ left: 16.5mm; top: 348mm; font-size: 17.3mm; font-weight: 900 }}
.numbers {{ left: 16.5mm; top: 370mm; font-size: 31mm; font-weight: 900; color: {red} }}
.numbers span {{ font-size: 9mm; color: {ink} }}
.qr {{ right: 16.5mm; top: 348mm; width: 46mm }}
.caption {{ right: 16.5mm; top: 404mm; font-size: 5mm }}
.imprint {{ left: 16.5mm; top: 404mm; font-size: 4.3mm }}
body::after {{ content: ""; position: absolute; z-index: -1; left: 0; right: 0; top: 339.6mm;
  bottom: 0; background: {paper} }}
"""


class WeasyPoster:
    """Makes the poster with WeasyPrint, in its quickest way: one process, one font configuration,
    the style sheet parsed once, the picture as one SVG."""

    def __init__(self, templates: Path) -> None:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        self._weasyprint = weasyprint
        self._fonts = FontConfiguration()
        self._font = next(
            file for file in font_files(None) if "Sans" in file.name and file.suffix == ".otf"
        )
        self._renderer = SheetRenderer(templates)
        self._sheet: Any = None
        self._art = ""

    def pdf(self, data: dict[str, Any]) -> bytes:
        """One poster from the data that sheet.typ reads."""
        poster = data["sheets"][0]
        if self._sheet is None:
            style = STYLE.format(font=self._font.as_uri(), **poster["look"])
            self._sheet = self._weasyprint.CSS(string=style, font_config=self._fonts)
            svg = self._renderer.picture_svg(poster["picture"], poster["look"])
            self._art = "data:image/svg+xml;base64," + base64.b64encode(svg).decode()
        words = poster["copy"]
        html = PAGE.format(
            title=poster["title"],
            label=poster["label"],
            headline="<br>".join(words["headline"]),
            art=self._art,
            sentence=words["sentence"],
            signals="".join(f"<span>{one}</span>" for one in words["signals"]),
            action=" ▸ ".join(poster["action"]),
            numbers=" ".join(
                f"{one['number']}<span>{''.join(one['words'])}</span>" for one in poster["numbers"]
            ),
            qr=segno.make(poster["qr"]["url"], error="m").svg_data_uri(border=0),
            caption=poster["qr"]["caption"],
            imprint="　".join(poster["imprint"]),
        )
        made: bytes = self._weasyprint.HTML(string=html).write_pdf(
            stylesheets=[self._sheet], font_config=self._fonts, pdf_variant="pdf/ua-1"
        )
        return made
