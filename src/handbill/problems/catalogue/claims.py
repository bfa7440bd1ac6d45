"""E35x: claims and words of filters as permanent addresses, and what changed."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E350": Code(
        title="编号不能作网址 / Id is no address",
        text="“{id}”不能作网址 / “{id}” cannot be an address",
        cure="编号只用字母、数字和短横，例如 C01。已经印出去的编号不要改 / "
        "use letters, digits and hyphens only, such as C01; do not change an id that is printed",
        why="每一句法律事实都有固定网址，例如 law/c01/，印在资料上、写在别的网页里；列出来的每一个筛选词也"
        "有，例如 cases/#D1。 / "
        "Each claim has a permanent address, such as law/c01/, which sheets and other sites point "
        "to; so has each listed word of a filter, such as cases/#D1.",
        wrong="- id: 第一句",
        right="- id: C01",
    ),
    "E351": Code(
        title="两条法律事实的网址相同 / Two claims with one address",
        text="“{id}”和“{other}”的网址一样：law/{address}/ / "
        "“{id}” and “{other}” have the same address: law/{address}/",
        cure="后加的一条换个编号 / give the newer one another id",
        why="网址不分大小写，C01 和 c01 会是同一页。 / "
        "Addresses do not tell capitals from small letters: C01 and c01 would be one page.",
        wrong="- id: C01\n- id: c01",
        right="- id: C01\n- id: C02",
    ),
    "E352": Code(
        title="变化的日期和施行日期对不上 / Day of the change is not the day it applies from",
        text="changed 写的是 {day}，applies_from 写的是 {applies} / "
        "changed says {day}, applies_from says {applies}",
        cure="看一遍官方文本，写同一天 / look at the official text and write one day",
        why="法律页的时间线用 changed 的日期，句子旁边用 applies_from。两个日期不同，读的人不知道"
        "信哪一个。 / "
        "The time line shows the day of the change, the sentence the day it applies from. If they "
        "differ, nobody knows which holds.",
        wrong="applies_from: 2026-01-01\nchanged:\n  on: 2025-01-01\n  note: 新写明一条。",
        right="applies_from: 2026-01-01\nchanged:\n  on: 2026-01-01\n  note: 新写明一条。",
    ),
}
