"""E667, E668: low pictures of a material's own."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E667": Code(
        title="这一种资料没有小图 / A kind without scenes",
        text="{kind}没有标题旁边的小图，这里的 scene 没有用 / "
        "{kind} shows no scene beside its headline, and `scene` does nothing here",
        cure="删掉这一行；海报、卡片要换图，写 picture。有小图的：{known} / "
        "take the line out; `picture` is what posters and cards show. Kinds with scenes: {known}",
        why="小图是给标题旁边那一条矮的地方画的，别的版式里没有它的位置。 / "
        "Scenes are drawn for the low band beside a headline; other sheets have no place for one.",
        wrong="kind: poster\nscene: check",
        right="kind: poster\npicture: villages",
    ),
    "E668": Code(
        title="小图没有说明 / A scene without its words",
        text="小图“{scene}”是站点自己的，要写 picture_alt / "
        "the scene “{scene}” is the site's own and needs a `picture_alt`",
        cure="在 scene 下面写 picture_alt：图上是谁，在做什么 / "
        "add `picture_alt` under it: who is seen, and what they do",
        why="看不见图的人听的是这一句，PDF 和网页里都有；译文也从它来。自带的小图有自带的说明。 / "
        "It is what those hear who cannot see the picture, in PDFs and on pages, and it is what "
        "translators translate. Scenes that come with Handbill bring theirs.",
        wrong="scene: bus-stop",
        right="scene: bus-stop\npicture_alt: 站台上，一位老人在看时刻表",
    ),
}
