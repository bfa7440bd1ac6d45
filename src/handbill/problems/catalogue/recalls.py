"""E34x and W34x: recalls, and what the codes on sheets lead to."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E340": Code(
        title="撤下的资料不知道是哪一份 / Recall of an unknown material",
        text="没有编号是“{id}”的资料 / there is no material “{id}”",
        cure="改正编号；资料已经删去的，加一行 title 写它的名称 / "
        "correct the id; if the material is no longer made, add its title",
        why="编号错了，扫旧资料的人就看不到“作废”。已经删去的资料也要能查到，所以要写明名称。 / "
        "With a wrong id, whoever scans the old sheet is not warned. A material that is gone must "
        "be named, so that the list can show it.",
        wrong="- material: famlies-letter",
        right="- material: families-letter",
    ),
    "E341": Code(
        title="撤下的是现行版本 / Recall of the version in force",
        text="“{id}”现在做出来的就是第 {version} 版，不能把它列为撤下 / "
        "version {version} of “{id}” is the one that is made now",
        cure="先把资料（或者活动）的 version 改成新版本；不再做的，从对象的文件里删去，这里写 "
        "title / "
        "raise the version of the material (or campaign) first; if it is no longer made, take it "
        "out of its audience and add its title here",
        why="不然，刚打印出来的资料，扫出来就是“作废”。 / "
        "Otherwise a sheet that was just printed would be called withdrawn.",
        wrong="versions: [1.1]  # version: 1.1",
        right="versions: [1.0]  # version: 1.1",
    ),
    "E342": Code(
        title="同一版撤下了两次 / Version recalled twice",
        text="“{id}”第 {version} 版已经列过了（{first}） / "
        "version {version} of “{id}” is recalled already ({first})",
        cure="合成一条 / make one of the two",
        why="两条的原因、日期可能不一样，扫码的人不知道该信哪一条。 / "
        "Two reasons and two days for one sheet: nobody would know which holds.",
        wrong="- versions: [1.0]\n- versions: [1.0]",
        right="- versions: [0.9, 1.0]",
    ),
    "E343": Code(
        title="没有写换成什么 / Replaced by nothing",
        text="“{id}”写的是“换了新版”，可是没有新版 / "
        "“{id}” is said to be replaced, and nothing replaces it",
        cure="写 replaced_by，或者把 status 改成 withdrawn / "
        "add replaced_by, or set status to withdrawn",
        why="告诉人“换新的”，就要给出新的。 / Who is told to use a newer one must be given it.",
        wrong="status: replaced",
        right="status: withdrawn",
    ),
    "E345": Code(
        title="二维码指的页面不认识这份资料 / A code's page does not know its sheet",
        text="资料上印的是 {address}，那一页却没有把它列为现行版本 / "
        "a sheet bears {address}, and that page does not list it as in force",
        cure="看看 templates/site/local.html.j2 有没有改动过；改好后重新生成整个网站 / "
        "see whether templates/site/local.html.j2 was changed; then build the whole site anew",
        why="扫了刚印出来的资料，会看到“没有查到”。印刷之前必须对上。 / "
        "Whoever scans a sheet that was just printed would read that it is unknown.",
        wrong="data-m 去掉了 / without data-m",
        right='data-m="families-letter" data-v="1.0"',
    ),
    "W340": Code(
        title="撤下的日期还没有到 / Recall in the future",
        text="“{id}”从 {day} 起撤下，可是扫码已经显示撤下了 / "
        "“{id}” is recalled from {day} on, and is shown as recalled already",
        cure="到那一天再加这一条，或者写今天的日期 / add it on that day, or set today's date",
        why="网站一发布，列在 recalls.yml 里的资料就显示为撤下，不看日期。 / "
        "What recalls.yml lists is shown as recalled as soon as the site is published.",
        wrong="on: 2999-01-01",
        right="on: 2026-11-24",
    ),
}
