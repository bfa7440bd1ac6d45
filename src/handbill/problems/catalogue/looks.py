"""E660 to E662: palettes."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E660": Code(
        title="配色对比不够 / Too little contrast",
        text="配色 {look} 的{one}和{other}对比是 {found}:1，要 {wanted}:1 / "
        "{one} and {other} of the palette {look} have a contrast of {found}:1; {wanted}:1 is needed",
        cure="把深的一个调深，或者把浅的一个调浅 / make the darker one darker or the lighter one lighter",
        why="字和底的颜色太近，老人看不清，黑白打印更看不清。对比按 WCAG 2.2 的公式算。只印大字的配"
        "色写 suits: large，黑字警示色写 suits: warning，要求不同。 / "
        "Copy that hardly stands out is lost on old eyes, and altogether in a grey print. Contrast is "
        "computed by the formula of WCAG 2.2. A palette for large characters alone says suits: large, "
        "one for black on a warning colour suits: warning; their bounds differ.",
        wrong='field: {rgb: "#E8590C", cmyk: [3, 78, 100, 0]}',
        right='field: {rgb: "#8A3500", cmyk: [28, 85, 100, 30]}',
    ),
    "E661": Code(
        title="墨量太多 / Too much ink",
        text="{tone}四色相加是 {total}%，最多 {most}% / "
        "the inks of {tone} add up to {total} %; {most} % at most",
        cure="减少 C、M、Y，需要深色时多用 K / use less C, M and Y, and more K where it must be dark",
        why="墨太多，纸印不干，会粘在下一张的背面。 / "
        "Paper with more ink does not dry, and marks the sheet that lies on it.",
        wrong='dark: {rgb: "#43070B", cmyk: [80, 98, 90, 47]}',
        right='dark: {rgb: "#43070B", cmyk: [45, 98, 90, 47]}',
    ),
    "E662": Code(
        title="配色不是给正文用的 / A palette that is not for copy",
        text="配色 {look} 只给横幅或警示牌用，小字看不清 / "
        "the palette {look} is for banners or warning signs; small type cannot be read on it",
        cure="换一种：{known} / choose one of {known}",
        why="横幅的配色只保证大字看得清，警示牌的只保证黑字看得清。对象的配色要印信、卡、折页上的"
        "小字。 / "
        "A banner's palette carries large characters, a warning sign's black ones. That of an audience "
        "carries the small type of letters, cards and leaflets.",
        wrong="look: warning",
        right="look: schools",
    ),
}
