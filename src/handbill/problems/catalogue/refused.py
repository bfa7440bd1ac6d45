"""E675 to W689: what a later step would refuse, told by the check."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E675": Code(
        title="每份印刷品上的字放不下 / Words of every sheet too long",
        text="{field} 一行有 {count} 个字，{kind}放得下 {limit} 个 / "
        "{field} has {count} characters on a line; the {kind} has room for {limit}",
        cure="改短；名片大小的卡片在顿号、逗号的地方分行 / "
        "make it shorter; a card breaks it at its commas",
        why="这些字每份印刷品上都有，所以要放得进最窄的那个种类。二维码下的字长了，会伸进二维码四周"
        "要空出的地方，扫不出来。 / Every sheet has these words, so the narrowest kind must have room "
        "for them. Words under a code that are too long would reach into the quiet zone around it.",
        wrong="qr_caption: 扫码看案例、查电话、学办法、问社区",
        right="qr_caption: 扫码看案例、查电话",
    ),
    "W675": Code(
        title="别的地区的名称有字体里没有的字 / Glyph missing for another place",
        text="地区 {sheet} 的印刷品画不出来：字体里没有“{character}”（{codepoint}） / "
        "sheets for the place {sheet} cannot be drawn: the fonts have no “{character}” ({codepoint})",
        cure="换一个写法；或者安装有这个字的字体包（handbill doctor 说是哪个），或用 HANDBILL_FONTS "
        "指定一个有这个字的字体文件夹 / write it otherwise, install the fonts that have it (handbill "
        "doctor names them), or name a folder of such fonts in HANDBILL_FONTS",
        why="网站照样能生成，因为网页用读者自己的字体；给这个地区做资料包或者单张时才会停下（E702）"
        "。 / The site is built all the same, since pages use the reader's own fonts; a pack or a sheet "
        "for this place stops (E702).",
        wrong="name: 🐉湾村",
        right="name: 龙湾村",
    ),
}
