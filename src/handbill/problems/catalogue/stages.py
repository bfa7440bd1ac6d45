"""E770 to E774: how far a case has got."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E770": Code(
        title="生效的判决没有日期 / Effective judgment without a day",
        text="案例“{id}”写着 final，没有写哪一天生效 / "
        "the case “{id}” is called final, and no day says since when",
        cure="写 effective（只读到年月的，只写年月）；读不到的，写 effective_by：公布生效判决的日期。"
        "没有核实生效的，改成 first_instance / "
        "add effective (its month or year, where no more was read), or effective_by, the day of the "
        "release; if it was not verified, write first_instance",
        why="没有生效日期，就没有人核实过判决已经生效。还可能上诉改判的，不能写成定论。 / "
        "Without the day, nobody has verified that the judgment is in effect. What an appeal may "
        "still change is not told as settled.",
        wrong="stage: final",
        right="stage: final\neffective: 2019-05-10",
    ),
    "E771": Code(
        title="撤下的案例没有说明 / Case taken down without a word",
        text="案例“{id}”写着 withdrawn，没有写哪一天、为什么撤下 / "
        "the case “{id}” is withdrawn without the day and the reason",
        cure="写 withdrawn_on 和 withdrawn_why；原因给公众看，不再提任何人 / "
        "add withdrawn_on and withdrawn_why; the reason is for the public and names nobody",
        why="网址还在别人手里：在订阅里，在搜索里，在转发里。打开的人要看到它不再算数，和为什么。 / "
        "Its address is in feeds, in search engines and in what others passed on. Whoever opens it "
        "must read that it holds no longer, and why.",
        wrong="stage: withdrawn",
        right="stage: withdrawn\nwithdrawn_on: 2026-11-29\nwithdrawn_why: 原判决经再审撤销。",
    ),
    "E772": Code(
        title="日期和阶段对不上 / Day of another stage",
        text="案例“{id}”的阶段是{state}，不能写 {field} / "
        "the stage of the case “{id}” is {state}, which has no {field}",
        cure="改正 stage，或者删去 {field} / correct the stage, or take out {field}",
        why="生效日期只属于已经生效的判决，撤下的日期只属于撤下的案例。两样都写，就不知道哪一样对。 / "
        "Only an effective judgment has the day of one, and only a case that was taken down the day "
        "of that. With both it is not known which is right.",
        wrong="stage: first_instance\neffective: 2019-05-10",
        right="stage: final\neffective: 2019-05-10",
    ),
    "E773": Code(
        title="案例的日期不对 / Day of a case that cannot be",
        text="{field} 写的是 {day}：没有这一天，或者还没有到 / "
        "{field} is {day}, which is no day, or one still to come",
        cure="写成 2019-05-10、2019-05 或者 2019，不晚于今天 / "
        "write 2019-05-10, 2019-05 or 2019, no later than today",
        why="还没有到的日子，判决不会已经生效。 / "
        "No judgment is in effect since a day that has not come.",
        wrong="effective: 2019-13",
        right="effective: 2019-12",
    ),
    "E774": Code(
        title="说得超过了案件的阶段 / Said beyond the stage of the case",
        text="案例“{id}”的阶段是{state}，不能写“{word}” / "
        "the stage of the case “{id}” is {state}, which does not allow “{word}”",
        cure="判决之前写“涉嫌”“被告人”；一审不写“生效”“终审”。原话放在引号里，已经生效的改正 stage / "
        "before a judgment write “is accused of”; at first instance nothing of “final”. Put what "
        "a source says in quotation marks; if the judgment is in effect, correct the stage",
        why="未经法院依法判决，谁都不是有罪的人。案例、写到这个案例的资料、它们的译文，都按阶段检查；"
        "这张词表属于语言，活动不能改。 / "
        "Nobody is guilty unless a court finds so. The case, the materials that tell of it and "
        "their translations are held to its stage, by lists of words that belong to the language "
        "and that no campaign can change.",
        wrong="stage: accused\nlead: 骗子用的是老办法。",
        right="stage: accused\nlead: 被指控的是老办法。",
    ),
}
