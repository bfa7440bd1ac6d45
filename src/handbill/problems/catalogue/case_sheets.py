"""E346 to E349, W346: sheets that print a case."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E346": Code(
        title="没有写印哪个案例 / No case to print",
        text="这一种资料印的是一个真实案例，这里没有写 case / "
        "a sheet of this kind prints a released case, and this one names none",
        cure="写上 case，用 cases 文件夹里的编号 / add `case` with an id from the folder cases",
        why="案情、结果、识别点、来源都从案例文件里来，一句话只写一遍：案例改了、撤了，纸上跟着改、"
        "跟着撤。 / "
        "What was done, the result, the signs and the source come from the case itself, each said "
        "once: when it is corrected or withdrawn, so is the sheet.",
        wrong="kind: case-sheet",
        right="kind: case-sheet\ncase: mall-rebate",
    ),
    "E347": Code(
        title="虚构的故事当成了真实案例 / A fictional story printed as a case",
        text="“{id}”是情景案例（虚构），不能印成真实案例 / "
        "“{id}” is a scenario, which is fictional, and cannot be printed as a released case",
        cure="换一个 type 是 adjudicated 的案例；虚构的故事用漫画、短视频讲 / "
        "name a case whose type is adjudicated; tell scenarios in comics and scripts",
        why="这一种资料印着判决、处罚和来源。编的故事印成这样，就是造假。 / "
        "These sheets bear a judgment or penalty and its source. An invented story among them would "
        "be a forgery.",
        wrong="case: s5-mothers-plan",
        right="case: mall-rebate",
    ),
    "E348": Code(
        title="案例的识别点太少 / Too few signs in a case",
        text="案例“{id}”要印在墙上，pattern 写了 {count} 步，至少要 {least} 步 / "
        "the case “{id}” is printed on a sheet; steps of its pattern: {count}, needed: {least}",
        cure="在 pattern 里写清一步一步怎么发生的，每步一个 signal / "
        "say in `pattern` how it came about, with a `signal` for each step",
        why="路过的人要带走的是识别点，不是别人的事。 / "
        "What a passer-by takes home is how to tell, not what happened to others.",
        wrong="pattern: []",
        right="pattern:\n"
        "  - title: 先买\n    said: 先买币。\n    really: 买来的币，只值纸上的数。\n    signal: 先买币\n"
        "  - title: 拉人\n    said: 介绍有奖。\n    really: 拿的是后来人的钱。\n    signal: 拉人有奖",
    ),
    "E349": Code(
        title="还没有判的案子上了墙 / A case nobody has decided on a wall",
        text="案例“{id}”还只是涉嫌，不能印成案例海报 / "
        "the case “{id}” is only an accusation and cannot be printed on a case sheet",
        cure="等有了判决或者处罚再印；换一个已经判决、处罚的案例 / "
        "wait for a judgment or a penalty; name another case",
        why="贴在墙上的纸改不了口。没有判决，谁都不是有罪的人；网页上可以写明阶段，墙上不行。 / "
        "What hangs on a wall cannot be taken back. Nobody is guilty unless a court finds so; a page "
        "can say so beside it, a wall cannot.",
        wrong="stage: accused",
        right="stage: final",
    ),
    "W346": Code(
        title="案例来源没有年份 / Source of a case without a year",
        text="案例“{id}”的 source_note 没有写年份，会印在纸上 / "
        "the source_note of “{id}”, which a sheet prints, has no year",
        cure="写上机关、名称和发布的日期，至少写到年 / "
        "write who released it, its name and its date, at least the year",
        why="没有日期的来源，别人找不到，也不知道是不是旧事。 / "
        "Without a date nobody can find the source or tell how old it is.",
        wrong="source_note: 检察机关公布的案例",
        right="source_note: 最高人民检察院第十批指导性案例，2018年7月12日发布",
    ),
}
