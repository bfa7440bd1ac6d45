"""E1xx, second part: YAML itself."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E105": Code(
        title="嵌套太深 / Nested too deeply",
        text="到这里已经超过 {limit} 层 / more than {limit} levels here",
        cure="检查方括号 [ 和花括号 {{ 有没有成对 / see whether brackets [ and {{ are paired",
        why="内容文件最多用到九层。层数极多的文件是错误，或者是想让程序崩溃。 / "
        "Contents need nine levels at most. More is a mistake, or meant to crash the program.",
        wrong="sizes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        right="sizes: [A4, A3]",
    ),
    "E106": Code(
        title="字段名后面用了全角冒号 / Full-width colon after a field name",
        text="“{key}”后面是全角冒号“：” / a full-width colon “：” after “{key}”",
        cure="改成半角冒号加一个空格，即“{key}: ” / write a narrow colon and a space: “{key}: ”",
        why="字段名和内容之间要用英文冒号“:”和一个空格。中文输入法打出的“：”在 YAML 里只是普通文"
        "字。内容里面的冒号仍然用全角。 / "
        "A field's name and its value are parted by “:” and a space. The wide colon of a Chinese "
        "input method is text to YAML. Inside the text, wide colons are right.",
        wrong="title：求职先核实",
        right="title: 求职先核实",
    ),
    "E107": Code(
        title="冒号后面少了空格 / No space after the colon",
        text="“{key}:”后面要有一个半角空格 / “{key}:” needs a plain space after it",
        cure="在冒号后面打一个半角空格；看着已经有空格的，那是全角的或者从 Word、网页带来的，删掉"
        "重打 / "
        "type a space after the colon; if one seems to be there, it is a wide one or came from "
        "Word or a web page: delete it and type it anew",
        why="没有空格时，YAML 把“title:求职先核实”看成一整段文字。 / "
        "Without the space, YAML takes “title:x” for one text.",
        wrong="title:求职先核实",
        right="title: 求职先核实",
    ),
    "E108": Code(
        title="同一个名字写了两次 / The same name twice",
        text="“{key}”前面已经写过（{first}） / “{key}” is there already ({first})",
        cure="留下一个，删掉另一个；要写几项，就用列表 / "
        "keep one of the two; for several, use a list",
        why="同一层里每个字段只能出现一次，否则不知道用哪一个。复制粘贴时最容易多出来。表格里的列"
        "名也一样。 / "
        "A field stands once on its level, or it would be unclear which counts. Copying and "
        "pasting makes doubles. The same holds for columns of a table.",
        wrong="title: 求职先核实\ntitle: 先核实，再动身",
        right="title: 求职先核实",
    ),
    "E109": Code(
        title="用了 YAML 的锚点或者引用 / YAML anchor, alias or merge key",
        text="这里的“{name}”在 YAML 里是锚点、引用或者合并 / "
        "“{name}” is an anchor, alias or merge key to YAML",
        cure="如果是普通文字，把整段内容放在引号里；如果想重复内容，请直接再写一遍 / "
        "put the text in quotes; to repeat something, write it again",
        why="以 * 或 & 开头的内容在 YAML 里有特殊含义，能让几行文件展开成几 GB，所以一律不接受。强"
        "调文字也不需要星号。 / "
        "Values that begin with * or & have a meaning in YAML by which a few lines grow to "
        "gigabytes; they are refused. Emphasis needs no asterisks here.",
        wrong="message: *重要* 先核实",
        right='message: "*重要* 先核实"',
    ),
    "E110": Code(
        title="用了 YAML 标签 / YAML tag",
        text="这里的“{tag}”在 YAML 里是标签 / “{tag}” is a tag to YAML",
        cure="如果内容以感叹号开头，把它放在引号里 / "
        "put text that begins with an exclamation mark in quotes",
        why="以 ! 开头的内容是标签，能让别的程序执行代码，所以一律不接受。全角感叹号“！”没有问"
        "题。 / "
        "A value that begins with ! is a tag, which makes other readers run code; tags are "
        "refused. The full-width “！” is harmless.",
        wrong="motto: !先核实",
        right="motto: 先核实！",
    ),
    "E111": Code(
        title="一个文件里有几份文档 / Several documents in one file",
        text="这一行“---”开始了第二份文档 / this “---” begins a second document",
        cure="删掉这一行，或者把后面的内容放到另一个文件 / "
        "delete the line, or move what follows to a file of its own",
        why="三个减号在 YAML 里表示另起一份文档。每个文件只能有一份。 / "
        "Three hyphens begin a new document in YAML; a file may hold one.",
        wrong="title: 求职先核实\n---\nsummary: 一句话",
        right="title: 求职先核实\nsummary: 一句话",
    ),
    "E112": Code(
        title="文件是空的 / File is empty",
        text="这个文件里没有内容 / there is nothing in this file",
        cure="写上内容，或者删掉这个文件 / write something, or delete the file",
        why="只有注释（以 # 开头的行）的文件也算空的。 / "
        "A file of nothing but comments is empty too.",
        wrong="# 社区",
        right="title: 社区",
    ),
    "E113": Code(
        title="文件应该由字段组成 / A file must be a group of fields",
        text="整个文件应该是“名称: 内容”的形式，这里却是{found} / "
        "the file must be fields, “name: value”; this is {found}",
        cure="每行先写字段名、半角冒号和空格，再写内容 / "
        "begin lines with a field's name, a colon and a space",
        why="最外层是一组字段，例如 title: …。常见的原因：整段文字直接贴了进来，或者最外层就用了减"
        "号列表。 / "
        "The outermost level is a group of fields. Often a text was pasted as it was, or the file "
        "begins with a list.",
        wrong="- 社区\n- 村",
        right="title: 社区",
    ),
    "E114": Code(
        title="字段名不是文字 / A field's name is not text",
        text="冒号前面应该是字段名 / there must be a field's name before the colon",
        cure="补上字段名；内容里有冒号时，把整段内容放在引号里 / "
        "write the name; put text with a colon in quotes",
        why="冒号左边是空的，或者是一个列表。 / The left of the colon is empty, or a list.",
        wrong=": 求职先核实",
        right="title: 求职先核实",
    ),
    "E115": Code(
        title="内容里有“: ” / “: ” inside a value",
        text="一行里出现了第二个“冒号加空格” / a second colon with a space in one line",
        cure="中文内容用全角冒号“：”；或者把整段内容放在引号里；或者检查上一行是不是漏了换行、缩"
        "进 / "
        "use the full-width “：” in Chinese text, or put the text in quotes; or see whether a "
        "line break or indent is missing",
        why="“冒号加空格”把字段名和内容分开，所以内容里不能再有，除非放在引号里。 / "
        "Colon and space part a name from its value, so a value cannot hold them unless it is "
        "quoted.",
        wrong="message: 提示: 先核实",
        right="message: 提示：先核实",
    ),
    "E116": Code(
        title="引号没有配对 / Quotes not paired",
        text="从这里开始的引号 {character} 没有正确结束 / "
        "the quote {character} that begins here is not closed properly",
        cure="内容本身不需要半角引号，删掉即可；要引用，请用全角引号“ ” / "
        "text needs no quotes around it: delete them; to quote, use “ ”",
        why="内容以半角引号开头时，YAML 会一直读到下一个半角引号，后面不能再有文字。 / "
        "When a value begins with a narrow quote, YAML reads on to the next one, and nothing may "
        "follow it.",
        wrong='title: "零投资"是陷阱',
        right="title: “零投资”是陷阱",
    ),
    "E117": Code(
        title="括号没有配对 / Brackets not paired",
        text="从这里开始的括号没有配对，或者括号后面还有文字 / "
        "the bracket that begins here is not closed, or text follows it",
        cure="列表要写成 [甲, 乙]，逗号用半角；以括号或者占位符开头的一句话，整句放在半角双引号里 "
        "/ "
        "write a list as [a, b], with narrow commas; put text that begins with a bracket or a "
        "placeholder in quotes",
        why="以 [ 或 {{ 开头的内容是写在一行里的列表或者字段。以占位符 {{place.name}} 开头的内容也"
        "要放在引号里。 / "
        "A value that begins with [ or {{ is a list or fields on one line. Text that begins with "
        "a placeholder such as {{place.name}} needs quotes.",
        wrong="sizes: [A4, A3",
        right="sizes: [A4, A3]",
    ),
    "E118": Code(
        title="缩进不对 / Wrong indentation",
        text="这一行和上面没有对齐 / this line is not in line with those above",
        cure="同一层的字段左边对齐；下一层多两个空格；列表每项以“- ”开头 / "
        "align fields of one level, two more spaces for the next; list items begin with “- ”",
        why="YAML 用左边的空格表示谁属于谁。多一个、少一个空格，意思就变了。 / "
        "YAML shows by the spaces on the left what belongs to what. One more or less changes the "
        "meaning.",
        wrong="title: 社区\n label: 进社区",
        right="title: 社区\nlabel: 进社区",
    ),
    "E119": Code(
        title="反斜杠用错了 / Backslash in quotes",
        text="双引号里的反斜杠有特殊含义 / a backslash in double quotes has a meaning of its own",
        cure="去掉双引号，或者换成单引号 / leave the quotes out, or use single ones",
        why="双引号里的 \\n、\\u 等是换行、编码；其他写法无效。 / "
        "In double quotes \\n and its like stand for other characters; the rest is invalid.",
        wrong='text: "买\\卖"',
        right="text: 买卖",
    ),
    "E120": Code(
        title="少了冒号 / Colon missing",
        text="这一行应该是“名称: 内容”，但没有找到冒号 / "
        "this line should be “name: value”, but has no colon",
        cure="在字段名后面加半角冒号和空格；如果是上一段的续行，往右多缩进两格 / "
        "add a colon and a space after the name; indent it further if it continues the text above",
        why="在一组字段里，每一行都要有自己的名字。 / In a group of fields, each line has a name.",
        wrong="title: 社区\n先核实再决定\nlabel: 进社区",
        right="title: 社区\nmessage: 先核实再决定\nlabel: 进社区",
    ),
    "E121": Code(
        title="内容不能以这个符号开头 / A value cannot begin with this sign",
        text="内容不能以“{character}”开头 / a value cannot begin with “{character}”",
        cure="把整段内容放在引号里 / put the whole text in quotes",
        why="@、`、% 在 YAML 里是保留符号。 / @, ` and % are reserved in YAML.",
        wrong="use: @所有人",
        right='use: "@所有人"',
    ),
    "E122": Code(
        title="YAML 写法有误 / YAML syntax",
        text="读到这里读不下去了：{said} / cannot be read on from here: {said}",
        cure="对照旁边能用的文件，看这一行和上一行的冒号、引号、缩进 / "
        "compare colons, quotes and indents of this line and the one above with a file that works",
        why="文件不符合 YAML 的写法，又不属于常见的几种错误。 / "
        "The file is not YAML, in none of the usual ways.",
        wrong="text: |abc\n  正文",
        right="text: |\n  正文",
    ),
    "E123": Code(
        title="缩进用了制表符或者全角空格 / Tab or full-width space as indent",
        text="这一行的左边有制表符（Tab）、全角空格，或者从 Word、网页带来的空格 / "
        "a tab, a full-width space, or a space from Word or a web page at the left of this line",
        cure="换成半角空格，每层两个 / use plain spaces, two a level",
        why="YAML 的缩进只能用半角空格。VS Code 会自动转换；记事本不会。 / "
        "YAML is indented with plain spaces only. VS Code converts tabs; Notepad does not.",
        wrong="home:\n	eyebrow: 求职先核实",
        right="home:\n  eyebrow: 求职先核实",
    ),
    "E130": Code(
        title="列表的开头不对 / Wrong list marker",
        text="列表的每一项要以“- ”开头，这里写的是“{found}” / "
        "items of a list begin with “- ”; this begins with “{found}”",
        cure="改成半角减号加一个空格，每项一行 / write a hyphen and a space, an item a line",
        why="中文输入法的“－”“·”和编号“1.”在 YAML 里都是普通文字；减号后面没有空格也一样。 / "
        "Wide hyphens, dots and numbers such as “1.” are text to YAML; so is a hyphen without a "
        "space.",
        wrong="sizes:\n  －A4\n  －A3",
        right="sizes:\n  - A4\n  - A3",
    ),
    "W101": Code(
        title="后半句会丢掉 / Text is cut off",
        text="“{lost}”不会印出来：空格后面的 # 开始注释 / "
        "“{lost}” is not printed: after a space, # begins a comment",
        cure="要印的，把整句放在半角双引号里；只是给自己看的说明，另起一行写 / "
        "put the text in quotes to print it; write a note to yourself on a line of its own",
        why="YAML 里，空格加 # 后面的字是给编辑看的注释，程序不读。一句话写到一半用了 #，后半句就"
        "没有了，而且不会报错。 / "
        "To YAML, what follows a space and # is a comment, which no program reads. A sentence "
        "with # in it loses its second half without an error.",
        wrong="message: 先核实 #再决定",
        right="message: 先核实，再决定",
    ),
    "E131": Code(
        title="用了全角字符 / Full-width characters",
        text="{field} 里的“{value}”有全角的字母、数字、标点或者引号 / "
        "“{value}” in {field} has full-width letters, digits, marks or quotes",
        cure="用半角重新输入 / type it anew with a narrow layout",
        why="编号、日期、电话、网址要用半角字符，并且不要加引号。普通文字不受影响。 / "
        "Ids, dates, numbers and addresses take narrow characters and no quotes. Other text is "
        "not concerned.",
        wrong="issued: ２０２６－１１－２４",
        right="issued: 2026-11-24",
    ),
}
