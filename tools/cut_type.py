"""Writes templates/site/assets/type/: the type of sheets in slices, for what people type into a page.

Use: python tools/cut_type.py

Needs the font wheels of the extras, and brotli. A browser fetches the slices that hold what was
typed, by the unicode-range in type.css. Every slice is cut from the very file that Typst sets the
sheets in, all weights in one, and named anew, since the reserved names are the makers'. The order
is Unicode's, so that a range is an interval; what names of offices are made of comes last in the
style sheet, and so first. The same fonts give the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from handbill.load.fonts import fonts_of, wheel_folder

TARGET = Path(__file__).parents[1] / "templates/site/assets/type"
FAMILY, STYLED = "Handbill Sans", "hb-sans"
"""As the files call it, and as style sheets do."""
CHINESE = "manimgx_fonts_cjk"
SIMPLIFIED = 2
"""Where the collection has the forms of the mainland."""
SLICE = 32
"""Characters of a slice: a name of twenty characters costs about 150 KB, of which a third is the
slice of offices."""
OFFICES = (
    "市区县旗街道办事处镇乡村社区居民委员会村民小组派出所公安局分局学校中学小学大学学院幼儿园教育"
    "物业服务中心站管理有限公司科技集团企业工厂人力资源部综治网格员党群支部书记主任值班室电话热线"
    "政府司法民政妇联工会消防卫生医院银行路号楼东西南北上下新城河江湖海山阳州平安和兴华光明开发"
    "一二三四五六七八九十第市场监督局反诈传销宣传防范咨询报警举报投诉"
)
OTHERS = (
    ("european", "fontpkg_noto_sans", "NotoSans[", range(0xA0, 0x530)),
    ("arabic", "pylopdf_fonts_ar", "NotoSansArabic", range(0x600, 0x700)),
    ("hebrew", "pylopdf_fonts_he", "NotoSansHebrew", range(0x590, 0x600)),
    ("devanagari", "pylopdf_fonts_hi", "NotoSansDevanagari", range(0x900, 0x980)),
    ("thai", "pylopdf_fonts_th", "NotoSansThai", range(0xE00, 0xE80)),
)
LATIN = (
    "".join(map(chr, range(0x20, 0x7F))) + "·—‘’“”…、。《》（），：；？！／＋－０１２３４５６７８９"
)
DROPPED = "BASE VORG vhea vmtx VVAR DSIG MVAR".split()


def simplified() -> list[str]:
    """The characters of GB 2312, which every office of the mainland can type."""
    rows = [bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    return sorted(filter(None, (row.decode("gb2312", "ignore") for row in rows)))


def cut(font: TTFont, text: str, *, shaped: bool = False) -> TTFont:
    """Cuts a font down to a text. shaped: whether it keeps what joins letters."""
    options = subset.Options(
        layout_features=[*subset.Options().layout_features] if shaped else ["kern"],
        hinting=False,
        name_IDs=[1, 2],
        notdef_outline=True,
        drop_tables=[*subset.Options().drop_tables, *DROPPED],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    if any(axis.axisTag == "wdth" for axis in font["fvar"].axes):
        font = instancer.instantiateVariableFont(font, {"wdth": 100})
    for record in list(font["name"].names):
        if record.nameID == 1:
            record.string = FAMILY
    return font


def read(content: bytes | Path, number: int = -1) -> TTFont:
    """Opens a font that is written with the dates it was made with."""
    source = BytesIO(content) if isinstance(content, bytes) else content
    return TTFont(source, fontNumber=number, lazy=True, recalcTimestamp=False)


def packed(font: TTFont, flavor: str | None = "woff2") -> bytes:
    """The file of a font."""
    font.flavor = flavor
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def slices() -> Iterator[tuple[str, str, bytes]]:
    """Yields each slice: its name, its unicode-range, its file."""
    folder = wheel_folder(CHINESE)
    assert folder, "the wheel of the Chinese font is not installed"
    every = simplified()
    whole = packed(cut(read(fonts_of(folder)[0], SIMPLIFIED), LATIN + "".join(every)), None)
    for start in range(0, len(every), SLICE):
        part = every[start : start + SLICE]
        name = f"han-{start // SLICE:03}"
        yield name, f"U+{ord(part[0]):X}-{ord(part[-1]):X}", packed(cut(read(whole), "".join(part)))
    for name, module, begins, points in OTHERS:
        folder = wheel_folder(module)
        assert folder, f"the wheel {module} is not installed"
        [file] = [one for one in fonts_of(folder) if one.name.startswith(begins)]
        text = "".join(map(chr, points))
        covers = f"U+{points.start:X}-{points.stop - 1:X}"
        yield name, covers, packed(cut(read(file), text, shaped=True))
    for name, text in (("latin", LATIN), ("offices", "".join(dict.fromkeys(OFFICES)))):
        yield (
            name,
            ",".join(f"U+{ord(one):X}" for one in sorted(text)),
            packed(cut(read(whole), text)),
        )


def main() -> int:
    """Writes the slices and their style sheet."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.woff2"):
        old.unlink()
    rules = []
    for name, covers, content in slices():
        (TARGET / f"{name}.woff2").write_bytes(content)
        rules.append(
            f'@font-face{{font-family:"{STYLED}";font-weight:100 900;'
            f"src:url({name}.woff2);unicode-range:{covers}}}\n"
        )
    (TARGET / "type.css").write_text("".join(rules), "utf-8", newline="\n")
    print(f"{len(rules)} slices")
    return 0


if __name__ == "__main__":
    sys.exit(main())
