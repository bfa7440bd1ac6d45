"""E43x and W43x: lessons, scripts to be spoken, and lines that run over a display."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E430": Code(
        title="各项加起来不对 / Numbers do not add up",
        text="各项一共是 {sum}，{field} 写的是 {total} / the parts come to {sum}; {field} says {total}",
        cure="改各项，或者改总数，让两边一样 / change the parts or the whole until they agree",
        why="有的数是别的数之和，例如教案的总时长：时间条按分钟画，加起来不对，老师上到一半才发现时"
        "间不够。 / "
        "Some numbers are the sum of others, such as the length of a lesson: its time bar is drawn "
        "to scale, and a plan that does not add up fails in class.",
        wrong="minutes: 40\nsteps: 5、10、15 分钟",
        right="minutes: 30\nsteps: 5、10、15 分钟",
    ),
    "E431": Code(
        title="稿子超时 / Script too long",
        text="念完要 {seconds} 秒，超出 {over} 秒（上限 {limit} 秒） / "
        "it takes {seconds} seconds, {over} over its limit of {limit}",
        cure="删短一些，或者把 seconds 改大 / cut it, or raise `seconds`",
        why="广播稿按每分钟 170 字、关键句念三遍算；短视频按各镜头的秒数相加。大喇叭有回声，念快了"
        "听不清。英文这样的语言按词算，每分钟 120 个词。 / "
        "A broadcast is counted at 120 words a minute, in Chinese at 170 characters, with its key "
        "line read three times, a video as the sum of its shots. Outdoors, faster is not understood.",
        wrong="seconds: 30\nbroadcast: 一百七十字",
        right="seconds: 60\nbroadcast: 一百七十字",
    ),
    "E432": Code(
        title="这个镜头说不完 / A shot too short for its words",
        text="台词 {count} 个字，要 {needed} 秒，镜头只有 {seconds} 秒 / "
        "its {count} words (characters in Chinese) take {needed} seconds; the shot has {seconds}",
        cure="删到 {room} 个字，或者把镜头加长 / cut to {room}, or lengthen the shot",
        why="短视频每秒说 4 个字，再快就听不清。电话号码一个数字算一个字。英文这样的语言"
        "按词算，每秒 2.5 个词。 / "
        "A video is spoken at 2.5 words a second, in Chinese at 4 characters; a digit of a telephone "
        "number is one.",
        wrong="speech: 先问清楚，再决定去不去。\nseconds: 2",
        right="speech: 先问清楚，再决定去不去。\nseconds: 3",
    ),
    "E433": Code(
        title="几样里只能选一样 / One of several",
        text="{found} / {found}",
        cure="{known} 里只写一个；两个都要，就写成两份资料 / "
        "write one of {known}; make two materials for both",
        why="一张稿子给一个人用：念的人，或者拍的人。 / "
        "A sheet serves one person: the one who reads, or the one who films.",
        wrong="broadcast: ……\nshots: ……",
        right="broadcast: ……",
    ),
    "E434": Code(
        title="中文的念稿里有字母 / Letters in Chinese words to be spoken",
        text="“{found}”念出来听不懂 / “{found}” is not understood when read out",
        cure="换成中文说法 / say it in Chinese",
        why="大喇叭和短视频是听的。字母念出来，各人念法不同，老人更听不懂。 / "
        "These words are heard, not read; letters are pronounced in many ways.",
        wrong="text: 不要下载来路不明的 App",
        right="text: 不要下载来路不明的手机软件",
    ),
    "W430": Code(
        title="字幕太短 / Line too short for a display",
        text="这一条只有 {count} 个字，字幕以 {least} 到 {most} 个字为宜 / "
        "it has {count} characters; {least} to {most} suit a display",
        cure="把话说完整：是什么事，怎么办，打哪个号码 / "
        "say what it is about, what to do and which number to call",
        why="太短的一条，人刚抬头它就走完了。数字和字母在屏上也占一个字。 / "
        "A very short line has passed before people look up. Digits take a cell each.",
        wrong="lines: [求职先核实]",
        right="lines: [求职先核实，入职不交钱，有事拨打00000]",
    ),
    "W431": Code(
        title="标点连在一起 / Marks in a row",
        text="“{found}”：屏上每个标点占一个字，不要连用 / "
        "“{found}”: on a display each mark takes a cell of its own",
        cure="留一个，或者删掉 / keep one, or none",
        why="点阵屏不会压缩标点，连用的标点在屏上是一大片空。 / "
        "A dot display does not squeeze marks; a chain of them is a gap.",
        wrong="lines: [走不了先稳住！！！拨打000]",
        right="lines: [走不了先稳住，拨打000]",
    ),
    "W432": Code(
        title="号码不在最后 / The number is not last",
        text="号码 {number} 后面还有字 / there are words after the number {number}",
        cure="把号码放到这一条的最后，后面不加标点 / put the number last, without a mark after it",
        why="字幕走完的时候，留在眼里的是最后几个字，号码放在最后才记得住。 / "
        "What people remember of a running line is its end.",
        wrong="lines: [请拨打00000问一问，大家一起来]",
        right="lines: [拿不准这个岗位，请拨打00000]",
    ),
}
