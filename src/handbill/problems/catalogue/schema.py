"""E2xx: fields and their values."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E201": Code(
        title="没有这个字段 / Unknown field",
        text="这里没有叫“{field}”的字段 / there is no field “{field}” here",
        cure="这里可以写的有：{known} / fields that may stand here: {known}",
        why="多半是打错了一个字母，或者缩进错了一层，字段跑到了别处。不认识的字段不会被悄悄忽略。 "
        "/ "
        "A mistyped letter, or an indent that moved the field elsewhere. Unknown fields are never "
        "passed over in silence.",
        wrong="titel: 社区",
        right="title: 社区",
    ),
    "E202": Code(
        title="缺少字段 / Field missing",
        text="这里缺少 {field} / {field} is missing here",
        cure="补上；写什么见编辑指南的“字段”一页，或者照着同类的文件写 / "
        "add it; the guide's page of fields says what goes there, and so do files of its like",
        why="这个字段必须写。 / The field must be there.",
        wrong="- title: 先核实",
        right="- title: 先核实\n  text: 打电话问清楚",
    ),
    "E203": Code(
        title="应该是文字 / Text expected",
        text="{field} 应该是一段文字，这里却是{found} / {field} must be a text; this is {found}",
        cure="写成一段文字；内容以方括号、花括号、减号开头时放在引号里 / "
        "write a text; put it in quotes when it begins with a bracket or hyphen",
        why="方括号、花括号和“- ”会让 YAML 把内容当成列表或者字段。以占位符开头的内容要加引号。 / "
        "Brackets and “- ” make YAML take text for a list or fields. Text that begins with a "
        "placeholder needs quotes.",
        wrong="motto: [先核实]",
        right="motto: 先核实",
    ),
    "E204": Code(
        title="应该是列表 / List expected",
        text="{field} 应该是一个列表，这里却是{found} / {field} must be a list; this is {found}",
        cure="每项一行，以“- ”开头；或者写成 [甲, 乙]，用半角方括号和逗号。只有一项也要写成列表 / "
        "an item a line, each beginning with “- ”, or [a, b] with narrow brackets and commas, "
        "even if there is one",
        why="列表的每一项以半角减号加空格开头。 / Items of a list begin with a hyphen and a space.",
        wrong="sizes: A4",
        right="sizes:\n  - A4",
    ),
    "E205": Code(
        title="应该是一组字段 / Fields expected",
        text="{field} 下面应该是“名称: 内容”的几行，这里却是{found} / "
        "{field} must hold lines of “name: value”; this is {found}",
        cure="把内容写成字段，例如 title: …、text: … / write fields, such as title: … and text: …",
        why="这里要分开写几个字段，不能只写一段文字。 / Several fields stand here, not one text.",
        wrong="signals:\n  - 要交钱",
        right="signals:\n  - title: 要交钱\n    text: 入职先交钱",
    ),
    "E206": Code(
        title="内容是空的 / Nothing there",
        text="{field} 后面没有内容 / nothing follows {field}",
        cure="写上内容；不需要就删掉这一行。内容以 # 开头时要放在引号里 / "
        "write something, or delete the line. Text that begins with # needs quotes",
        why="写了字段名却没有内容，不知道是忘了还是不要。空格后面的 # 开始注释，不算内容。 / "
        "A name without a value: forgotten or not wanted? After a space, # begins a comment and "
        "is no value.",
        wrong="title:",
        right="title: 社区",
    ),
    "E207": Code(
        title="应该只有一行 / One line expected",
        text="{field} 只能是一行文字 / {field} takes one line of text",
        cure="去掉 | 和换行，写成一行 / leave out | and the line breaks",
        why="标题、标语一类的文字由版面决定在哪里换行。 / "
        "Where titles and slogans break is decided by the sheet.",
        wrong="title: |\n  求职\n  先核实",
        right="title: 求职先核实",
    ),
    "E208": Code(
        title="编号写法不对 / Malformed id",
        text="“{value}”不能作编号：只能用小写字母 a–z、数字和连字符，不超过 63 个字符 / "
        "“{value}” cannot be an id: a–z, 0–9 and hyphens, 63 characters at most",
        cure="用英文或者拼音写，例如 communities-poster；说的是别处的东西时，照抄那里的编号（id） "
        "/ "
        "write it like communities-poster; to name something else, copy its id",
        why="编号会成为网址和文件名的一部分。con、nul 等是 Windows 的保留名，也不能用。 / "
        "Ids become part of addresses and file names. con, nul and their like are reserved by "
        "Windows.",
        wrong="id: 社区海报",
        right="id: communities-poster",
    ),
    "E209": Code(
        title="网址写法不对 / Malformed address",
        text="“{value}”不是完整的网址 / “{value}” is no complete address",
        cure="从浏览器地址栏完整复制，以 https:// 开头 / "
        "copy it whole from the browser, beginning with https://",
        why="只接受 https、http、mailto、tel 开头的地址，别的写法可能让读者的浏览器执行代码。 / "
        "Only https, http, mailto and tel are accepted: others may make the reader's browser run "
        "code.",
        wrong="website: www.example.org",
        right="website: https://www.example.org/",
    ),
    "E210": Code(
        title="日期写法不对 / Malformed date",
        text="“{value}”不是日期，或者没有这一天 / “{value}” is no date, or there is no such day",
        cure="写成 2026-11-24 的样子：年四位，月、日各两位 / write it like 2026-11-24",
        why="日期一律写成“年-月-日”，全世界只有一种读法。 / "
        "Dates are year-month-day, which is read one way only.",
        wrong="issued: 2026.11.24",
        right="issued: 2026-11-24",
    ),
    "E211": Code(
        title="电话号码不对 / Malformed telephone number",
        text="“{value}”不像电话号码 / “{value}” is no telephone number",
        cure="照当地拨号的样子写：3–6 位短号，连区号的固定电话，或者 + 和国家代码；不知道就不写，"
        "印出来留空 / "
        "write it as it is dialled there: a short number of 3–6 digits, area code and number, or + "
        "and the code of a country; leave it out when unknown, and a blank is printed",
        why="印错的号码比没有号码更糟。不知道的号码印成一条横线，由张贴的人填写，绝不猜。号码照地区的"
        "国家（country）核对；没有写，看活动的语言。 / "
        "A wrong number is worse than none. An unknown one is printed as a line to fill in, never "
        "guessed. Numbers are looked at by the rules of the place's `country`; where none is given, "
        "of those that speak the campaign's language.",
        wrong="number: 00000转2",
        right="number: 00000",
    ),
    "E212": Code(
        title="应该是整数 / Whole number expected",
        text="{field} 应该是整数，“{value}”不是 / {field} must be a whole number; “{value}” is not",
        cure="写阿拉伯数字，例如 3 / write digits, such as 3",
        why="不带单位、逗号、小数。 / No units, commas or fractions.",
        wrong="order: 第一",
        right="order: 1",
    ),
    "E213": Code(
        title="应该是 true 或者 false / true or false expected",
        text="{field} 只能写 true（是）或者 false（否），“{value}”不行 / "
        "{field} must be true or false; “{value}” is not",
        cure="写 true 或者 false / write true or false",
        why="这个字段只有“是”和“否”。 / The field knows only yes and no.",
        wrong="urgent: 是",
        right="urgent: true",
    ),
    "E214": Code(
        title="不在可选的范围里 / Not one of the choices",
        text="{field} 不能是“{value}” / {field} cannot be “{value}”",
        cure="只能写：{choices} / one of: {choices}",
        why="这个字段只有几种固定的写法，要一字不差。 / "
        "The field takes one of a few words, letter for letter.",
        wrong="kind: postr",
        right="kind: poster",
    ),
    "E215": Code(
        title="没有写明是哪一种 / Which kind is not said",
        text="这里要先用“{name}”写明是哪一种 / “{name}” must say which kind this is",
        cure="加一行，例如 kind: poster（资料）、type: scenario（案例） / "
        "add a line, such as kind: poster (materials) or type: scenario (cases)",
        why="不同种类的资料、案例要写的字段不同，所以先要知道是哪一种。 / "
        "Kinds of materials and cases have different fields, so the kind must be known first.",
        wrong="- id: communities-poster",
        right="- kind: poster\n  id: communities-poster",
    ),
    "E216": Code(
        title="项数太少 / Too few items",
        text="{field} 至少要有 {least} 项，现在有 {count} 项 / "
        "{field} needs at least {least} items and has {count}",
        cure="补足；版面是按这个项数设计的 / add to them; the layout counts on them",
        why="版面按固定的项数设计，少了会留下空白。 / "
        "The layout is made for so many; fewer leave a hole.",
        wrong="headline:\n  - 先别敲门",
        right="headline:\n  - 先别敲门\n  - 打个电话",
    ),
    "E217": Code(
        title="项数太多 / Too many items",
        text="{field} 最多 {most} 项，现在有 {count} 项 / "
        "{field} takes at most {most} items and has {count}",
        cure="合并或者删掉几项 / merge some, or leave them out",
        why="再多就放不下，字会小到看不清。 / More would not fit, or be too small to read.",
        wrong="action: [停一停, 查一查, 报一报, 等一等]",
        right="action: [停一停, 查一查, 报一报]",
    ),
    "E218": Code(
        title="数字或者日期超出范围 / Number or day out of range",
        text="{field} 要{bound}，“{value}”不行 / {field} must be {bound}; “{value}” is not",
        cure="改成范围内的；日期看看年份是不是敲错了 / "
        "write one within the range; of a day, see to its year",
        why="数字用来排序或者计数，超出范围没有意义；0206 年、9999 年这样的日期多半是敲错了。 / "
        "A number orders or counts something; beyond the range it has no meaning. A day of the "
        "year 0206 or 9999 is a slip of the keyboard.",
        wrong="order: 0",
        right="order: 1",
    ),
    "E219": Code(
        title="格式不对 / Wrong form",
        text="{field} 的写法不对：“{value}” / {field} is not written like this: “{value}”",
        cure="{example}请照字段说明里的样子写 / {example} Write it as the field asks",
        why="这个字段只能由固定的几位数字或者字母组成。 / "
        "The field is made of a fixed number of digits or letters.",
        wrong="version: v1.0, draft",
        right="version: v1.0 (draft)",
    ),
    "E220": Code(
        title="语言代码不对 / No such language",
        text="{field} 不能是“{value}” / {field} cannot be “{value}”",
        cure="写 BCP 47 的语言代码，例如 zh-CN、zh-Hant、en、fr-CA、ar / "
        "write a BCP 47 tag, such as zh-CN, zh-Hant, en, fr-CA or ar",
        why="语言代码决定日期、复数、标点、念法、字体和书写方向，浏览器和读屏软件也看它。 / "
        "The tag decides how dates, plurals and marks are written, how words are said, with which "
        "fonts and in which direction; browsers and screen readers go by it, too.",
        wrong="language: french",
        right="language: fr",
    ),
    "E221": Code(
        title="国家代码不对 / No such country",
        text="{field} 不能是“{value}” / {field} cannot be “{value}”",
        cure="写两个大写字母（ISO 3166），例如 CN、GB / "
        "write the two capitals of ISO 3166, such as CN or GB",
        why="电话号码照地区的国家核对：各国的位数、区号和写法不同。 / "
        "Telephone numbers are looked at by the rules of the place's country, which differ.",
        wrong="country: UK",
        right="country: GB",
    ),
    "E186": Code(
        title="这个文件的问题太多 / File with too many faults",
        text="另外还有 {count} 个问题没有列出 / {count} more faults are not listed",
        cure="看看是不是放错了文件；改好列出的，再检查一次 / "
        "see whether it is the right file; mend those listed and check again",
        why="几百个问题多半只有一个原因：放错了文件，或者缩进错了一层。逐个列出帮不了人，还会卡住"
        "电脑。 / "
        "Hundreds of faults usually have one cause: a wrong file, or one level of indentation. "
        "Listing each helps nobody and takes minutes.",
        wrong="key1: x\nkey2: x\n…",
        right="terms:\n  - word: 词",
    ),
}
