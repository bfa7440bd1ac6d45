"""E16x and W16x: values that pass for something else: addresses, names, numbers."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E160": Code(
        title="网址名不副实 / Address that deceives",
        text="“{value}”不是它看上去的网址 / “{value}” does not lead where it seems to lead",
        cure="打开真正的网站，从浏览器地址栏重新复制 / "
        "open the real site and copy its address anew from the browser",
        why="“@”前面可以写任何文字；西里尔字母的“о”、全角的“ｗ”和普通字母看着一样；tel: 里的“*”"
        "“#”会让手机执行指令。印出去的网址收不回来，所以这样的一律不收。 / "
        "Anything may stand before “@”; a Cyrillic о looks like an o; * and # in tel: make a "
        "telephone run a code. A printed address cannot be taken back, so none of these is taken.",
        wrong="website: https://www.gov.cn@evil.example/",
        right="website: https://www.gov.cn/",
    ),
    "W160": Code(
        title="网址像单位的，其实不是 / Address that passes for an office's",
        text="“{value}”里的“{part}”像单位的网址，其实不是 / "
        "“{part}” in “{value}” looks like an office's site and is none",
        cure="核对这个网站是谁的；政府网站以 .gov.cn 结尾，后面不再有别的 / "
        "check whose site it is; a site of the Chinese government ends in .gov.cn",
        why="网站是谁的，看最后几段：gov.cn.example.com 属于 example.com。仿冒的网站常用这个办法。 / "
        "The end of a name says whose it is: gov.cn.example.com belongs to example.com, and "
        "counterfeits are often named so.",
        wrong="website: https://www.gov.cn.example.com/",
        right="website: https://www.gov.cn/",
    ),
    "E161": Code(
        title="不是内容，是表格软件的痕迹 / Left by a spreadsheet",
        text="“{value}”不是内容 / “{value}” is no content",
        cure="在表格软件里改好这一格，“复制”后“选择性粘贴 → 值”，再另存为 CSV / "
        "mend the cell in the spreadsheet, paste it as a value, and save the table again",
        why="公式、出错标记（#REF!、#N/A、#####）、科学计数法留在名称里，会用最大的字印出来；别人"
        "再用表格软件打开时，公式还会被执行。 / "
        "A formula, the mark of an error (#REF!, #N/A, #####) or a quantity would be printed in "
        "the largest type; and a formula runs when others open the table.",
        wrong="编号,名称\ndongshan,#REF!",
        right="编号,名称\ndongshan,河东街道",
    ),
    "W161": Code(
        title="同一上级下有两个同名地区 / Two places of one name",
        text="“{name}”在同一个上级下面出现了两次 / “{name}” stands twice below the same place",
        cure="同一个地方就删掉一个；不是同一个，就把名称写得能分清 / "
        "delete one if they are the same place; else give them names that differ",
        why="印在海报上的是名称。两份一样的海报，没有人知道该贴到哪里、打哪个电话。 / "
        "The name is what is printed. Nobody can tell two such posters, and their numbers, apart.",
        wrong="- id: dongshan\n  name: 东山社区\n- id: dongshan-2\n  name: 东山社区",
        right="- id: dongshan\n  name: 东山社区",
    ),
    "W162": Code(
        title="号码大概打不通 / Number that can hardly be called",
        text="{what}的“{number}”只是区号 / “{number}”, {what}, is an area code alone",
        cure="拨一次；打不通就写完整的号码，不知道就空着 / "
        "call it; write the whole number, or leave it empty",
        why="010、027 是区号，打不通。看到空白的人会去问，照着打不通的人不会。 / "
        "010 and 027 are area codes, which nobody answers. A blank makes people ask; a wrong number "
        "does not.",
        wrong='police-station:\n  number: "010"',
        right="police-station:\n  number: 84000000",
    ),
}
