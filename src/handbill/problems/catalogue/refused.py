"""E675 to W689: what a later step would refuse, told by the check."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "W675": Code(
        title="别的地区的名称有字体里没有的字 / Glyph missing for another place",
        text="地区 {sheet} 的印刷品画不出来：字体里没有“{character}”（{codepoint}） / "
        "sheets for the place {sheet} cannot be drawn: the fonts have no “{character}” ({codepoint})",
        cure="换一个写法；或者用 HANDBILL_FONTS 指定一个有这个字的字体文件夹 / "
        "write it otherwise, or name a folder of fonts that have it in HANDBILL_FONTS",
        why="网站照样能生成，因为网页用读者自己的字体；给这个地区做资料包或者单张时才会停下（E702）"
        "。 / The site is built all the same, since pages use the reader's own fonts; a pack or a sheet "
        "for this place stops (E702).",
        wrong="name: 🐉湾村",
        right="name: 龙湾村",
    )
}
