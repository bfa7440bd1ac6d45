"""E32x, E42x and E676: strips, the comics of four panels."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E320": Code(
        title="没有这则漫画 / No such strip",
        text="没有编号是“{id}”的漫画 / there is no strip “{id}”",
        cure="现有的：{known} / there are: {known}",
        why="漫画一则一个文件，在活动文件夹的 comics/ 里；编号就是文件名。 / "
        "Strips are files of the campaign's folder comics/, one each; the id is the name of the "
        "file.",
        wrong="strips: [s3-interveiw]",
        right="strips: [s3-interview]",
    ),
    "E321": Code(
        title="漫画讲的情景案例不存在 / Strip tells no scenario",
        text="没有编号是“{id}”的情景案例 / there is no scenario “{id}”",
        cure="现有的：{known} / there are: {known}",
        why="漫画只讲情景案例：人物、单位都是虚构的，每张都印虚构声明。真实案例里的人不能画成漫"
        "画。 / "
        "Strips tell scenarios only: everyone in them is invented, and every sheet says so. "
        "People of real cases are not drawn.",
        wrong="case: real-verdict",
        right="case: s3-interview",
    ),
    "E322": Code(
        title="人物表里没有这个人 / Nobody of that name in the cast",
        text="cast 里没有“{id}” / the cast has no “{id}”",
        cure="现有的：{known} / there are: {known}",
        why="每个人先在 cast 里写明样子，四格里才会长得一样。名字要一字不差。 / "
        "Everyone is described once in the cast, so that they look the same in all four panels. "
        "Names must match letter for letter.",
        wrong="- {who: 小琳, at: 30}",
        right="- {who: 小林, at: 30}",
    ),
    "E323": Code(
        title="说话的人不在这一格里 / Speaker is not in the panel",
        text="“{id}”说了话，可是不在这一格里 / “{id}” speaks but is not in this panel",
        cure="在这一格的 figures 里加上这个人，或者换一个说话的人。这一格有：{known} / "
        "add the figure to this panel, or let someone else speak. Here are: {known}",
        why="气泡的尾巴要指到嘴边。看不见嘴，就不知道谁在说。短信（message: true）可以是别处的人发来的。 / "
        "The tail of a balloon leads to a mouth; without one nobody knows who speaks. A message "
        "(message: true) may come from somebody elsewhere.",
        wrong="balloons:\n  - {who: 妈妈, lines: [喂？]}",
        right="figures:\n  - {who: 妈妈, at: 30}",
    ),
    "E420": Code(
        title="两个人看着一样 / Two who look alike",
        text="“{first_name}”和“{id}”的发型、上衣深浅都一样 / "
        "“{first_name}” and “{id}” share hair and tone of the top",
        cure="换掉其中一个人的 hair 或者 top_tone / change the hair or the top_tone of one of them",
        why="画得很小、印成黑白的时候，只能靠发型和上衣深浅认人。 / "
        "Small or in grey, hair and the tone of the top are all that tells people apart.",
        wrong="小林: {hair: short, top_tone: white}\n同学: {hair: short, top_tone: white}",
        right="小林: {hair: short, top_tone: white}\n同学: {hair: crew, top_tone: medium}",
    ),
    "E421": Code(
        title="漫画里的字太多 / Too many words in a strip",
        text="{field} 有 {count} 个字，最多 {limit} 个 / "
        "{field} has {count} characters, at most {limit}",
        cure="删掉 {over} 个字 / cut {over} characters",
        why="字再小，站着就看不清了。能用动作演出来的，不用说出来。 / "
        "Any smaller the words could not be read. What acting shows need not be said.",
        wrong="lines: [这个地方又要换一个新的地方了]",
        right="lines: [地方又换了，, 跟我们走。]",
    ),
    "E422": Code(
        title="对话的次序反了 / Balloons in the wrong order",
        text="“{first_name}”先说，却站在“{id}”的右边 / "
        "“{first_name}” speaks first but stands right of “{id}”",
        cure="先说的人站在左边：调换 at，或者调换两句话 / "
        "who speaks first stands left: swap their places or their words",
        why="读者从左往右看。先说的话在右边，就会先读到回答。 / "
        "Readers go from left to right, and would read the answer first.",
        wrong="figures: [{who: 甲, at: 80}, {who: 乙, at: 20}]\nballoons: [{who: 甲, …}, "
        "{who: 乙, …}]",
        right="figures: [{who: 甲, at: 20}, {who: 乙, at: 80}]\nballoons: [{who: 甲, …}, "
        "{who: 乙, …}]",
    ),
    "E423": Code(
        title="一格里红色的东西多于一样 / More than one red thing in a panel",
        text="这一格里有几样红色的东西：{known} / red things in this panel: {known}",
        cure="只留一样 / keep one of them",
        why="红色只用来提醒。处处是红，就没有一处显眼。 / "
        "Red is for the one warning. Where all is red nothing stands out.",
        wrong="props: [{name: pins, at: 20}, {name: warning, at: 80}]",
        right="props: [{name: pins, at: 50}]",
    ),
    "E424": Code(
        title="两个人画在一处 / One figure drawn over another",
        text="“{first_name}”在 {first_at}，“{id}”在 {at} / "
        "“{first_name}” stands at {first_at}, “{id}” at {at}",
        cure="一个人一格只写一次；两个人的 at 至少差 10 / "
        "name each person once in a panel, and put two people 10 apart at least",
        why="站得太近，后写的人盖住先写的人，看不出有几个人。 / "
        "Too close, one hides the other, and nobody sees how many there are.",
        wrong="figures: [{who: 甲, at: 30}, {who: 乙, at: 30}]",
        right="figures: [{who: 甲, at: 25}, {who: 乙, at: 75}]",
    ),
    "E676": Code(
        title="漫画的道具或地点没有画法 / A thing or place of comics that draws nothing",
        text="{file} 里没有 #let {function} / {file} has no #let {function}",
        cure="照这个写：#let {function} = …，从行首写起 / "
        "write #let {function} = … in it, from the beginning of a line",
        why="templates/art/comic/props/ 里一个文件一样道具，sets/ 里一个文件一个地点；文件名就是漫画里写的"
        "名字，画法是里面的这个函数。 / "
        "A file of templates/art/comic/props/ is a thing, one of sets/ a place; strips call it by the "
        "file's name, and panels call this function of it.",
        wrong="#let kettle(u, look) = …        // props/kettle.typ",
        right="#let prop(u, look, lines) = …   // props/kettle.typ",
    ),
}
