"""E5xx and W5xx: places, their contacts, and the table they may come from."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E501": Code(
        title="上级地区不存在 / Place above does not exist",
        text="“{id}”的上级“{parent}”不存在 / “{parent}”, the place above “{id}”, does not exist",
        cure="先写上级地区，再在 parent 里写它的编号；最上面的一级不写 parent / "
        "define it, and write its id as parent; the topmost place has none",
        why="地区是一棵树：下级没有写的内容，从上级继承。 / "
        "Places are a tree: a child inherits what it does not say.",
        wrong="- id: street-a\n  parent: distrct",
        right="- id: street-a\n  parent: district",
    ),
    "E502": Code(
        title="地区互为上下级 / Places above each other",
        text="地区首尾相接：{chain} / the places form a ring: {chain}",
        cure="去掉其中一个 parent / take one parent out",
        why="一个地区不能是自己的上级的上级。 / No place can lie above itself.",
        wrong="- id: a\n  parent: b\n- id: b\n  parent: a",
        right="- id: a\n- id: b\n  parent: a",
    ),
    "E503": Code(
        title="奖励规定已过期 / Reward rule has expired",
        text="奖励规定的有效期到 {day}，已经过了 / the reward rule was valid until {day}",
        cure="核对新的规定，或者删掉 reward；删掉后印中性的说法 / "
        "check the rule in force, or delete reward: the neutral sentence is printed then",
        why="不能承诺没有的奖励。各地规定差别很大，常常只管一两年。 / "
        "No reward may be promised that does not exist. Local rules differ and often last a year "
        "or two.",
        wrong="reward:\n  valid_until: 2020-01-01",
        right="# reward 不写 / left out",
    ),
    "E504": Code(
        title="不认识的列 / Unknown column",
        text="没有叫“{column}”的列 / there is no column “{column}”",
        cure="可以用的列：{known}；电话也可以写 contacts.<种类>，如 contacts.police-station / "
        "columns: {known}; numbers may be contacts.<role>, such as contacts.police-station",
        why="表格第一行是列名，中文、英文都可以。不认识的列不会被悄悄忽略。 / "
        "The first row names the columns, in Chinese or English. Unknown ones are never passed "
        "over in silence.",
        wrong="编号,名称,电话号码",
        right="编号,名称,派出所",
    ),
    "E505": Code(
        title="这一行的格子太多 / Row with too many cells",
        text="这一行有 {count} 格，表头只有 {most} 列 / "
        "this row has {count} cells; there are {most} columns",
        cure="内容里有逗号时，把这一格放在双引号里；或者删掉多出的格子 / "
        "quote a cell that holds a comma, or delete the surplus",
        why="多半是某一格的文字里有半角逗号，被当成了分隔。 / "
        "Usually a comma inside a cell was taken for a separator.",
        wrong="dongshan,河东街道,每天 8:30,16:30",
        right='dongshan,河东街道,"每天 8:30,16:30"',
    ),
    "E506": Code(
        title="表格读不了 / Table cannot be read",
        text="表格在这里读不下去了：{said} / the table cannot be read on: {said}",
        cure="用表格软件打开，另存为“CSV UTF-8（逗号分隔）” / "
        "open it in a spreadsheet and save it as “CSV UTF-8”",
        why="多半是双引号没有配对。双引号里可以换行，所以少一个，后面的行都会被当成同一格。 / "
        "Usually a double quote is not closed. A quoted cell may hold line breaks, so all that "
        "follows is taken for the same cell.",
        wrong='id,name\ndongshan,"东山',
        right="id,name\ndongshan,东山",
    ),
    "E507": Code(
        title="第一行不是表头 / First line is no header",
        text="第一行应该是表头（{header}……），这里不是 / "
        "the first line must be the header ({header}); this is not",
        cure="删掉表头上面的标题行，取消合并单元格，让每一列有一个名字；没有表头就补一行 / "
        "delete titles above the header, unmerge cells so that each column has a name; write a "
        "header if there is none",
        why="程序按表头认列：哪一列是编号，哪一列是名称。联系表上面的大标题、合并的单元格会把表头"
        "挤到下面去。 / "
        "Columns are known by the header. A title above the table, or merged cells, push the "
        "header down.",
        wrong="街道联系表,,\n编号,名称,类别",
        right="编号,名称,类别",
    ),
    "E508": Code(
        title="工作簿读不了 / Workbook cannot be read",
        text="这个工作簿读不了：{said} / the workbook cannot be read: {said}",
        cure="用 Excel、WPS 或者 LibreOffice 打开，去掉密码，另存为 .xlsx，再用它 / "
        "open it in Excel, WPS or LibreOffice, take the password away, save it as .xlsx and use that",
        why="能读的是 .xlsx、.xlsm、.ods 和 .csv。旧的 .xls、.et 和有密码的读不了。 / "
        "Files of .xlsx, .xlsm, .ods and .csv are read; old .xls and .et, and protected ones, are "
        "not.",
        wrong="地区.xls",
        right="地区.xlsx",
    ),
    "E509": Code(
        title="合并的格子 / Merged cells",
        text="从这里到 {last} 是一个合并的格子 / the cells from here to {last} are merged",
        cure="取消合并，每一行的每一格都写上内容；几行相同的，每一行都写 / "
        "unmerge them and fill in every cell; what several rows share is written in each",
        why="合并的格子只有左上角一格有内容，别的行是空的：程序不能猜哪几行用同一个内容。 / "
        "Only the first of merged cells holds anything; which rows share it cannot be guessed.",
        wrong="（一个“河东街道”合并了三行）",
        right="河东街道\n河东街道\n河东街道",
    ),
    "E510": Code(
        title="公式没有结果 / Formula without a result",
        text="这一格是公式，没有结果：{said} / a formula without a result: {said}",
        cure="选中这一格，照内容打字，不用公式；没有内容就清空 / "
        "type what it should say instead of the formula, or empty the cell",
        why="公式引用的格子不在了，或者文件存下来以后没有算过。出错的内容不能印。 / "
        "What it refers to is gone, or the file was never reckoned. An error cannot be printed.",
        wrong="#REF!",
        right="河东街道",
    ),
    "W507": Code(
        title="这一列有公式 / Column with formulas",
        text="这一列有 {count} 格是公式，用的是存下来的结果，这一格是“{value}” / "
        "{count} cells of this column are formulas; their results as saved are used, here “{value}”",
        cure="看一看结果对不对；最好选中这一列，复制，再“选择性粘贴—数值” / "
        "see that the results are right; better copy the column and paste it as values",
        why="公式的结果会随别的格子变。导入的是存文件那一刻的结果。 / "
        "What a formula gives changes with other cells; what was saved is imported.",
        wrong='=A2&"村"',
        right="河东村",
    ),
    "W501": Code(
        title="还不能张贴：印出来是样张 / Not to be posted: sheets are specimens",
        text="“{place}”还没有设定：{lacking}；每张印刷品都会标上“样张” / "
        "{lacking} of “{place}” is not set, so every sheet is marked as a specimen",
        cure="发布单位写在地区文件里（publisher），网址写在 mkdocs.yml 里（site_url）；填好，标记"
        "自动消失 / "
        "set publisher in the file of places and site_url in mkdocs.yml; the mark then goes by "
        "itself",
        why="没有发布单位、网址的印刷品无人负责，也无处核对，所以标明“样张”，免得误贴。 / "
        "A sheet without publisher or address has nobody to answer for it; the mark keeps it from "
        "being posted unaware.",
        wrong="- id: district\n  name: 示例区",
        right="- id: district\n  name: 示例区\n  publisher: （发布单位全称）",
    ),
    "W502": Code(
        title="印出来是空白横线 / Prints a blank",
        text="“{place}”没有填写：{lacking}；印出来留一条横线 / "
        "“{place}” lacks {lacking}: a line to fill in is printed",
        cure="核对后填写，或者张贴前用笔填上 / "
        "fill it in when checked, or write it by hand before posting",
        why="不知道的电话绝不猜，印成横线由人填写。 / "
        "Unknown numbers are never guessed; a line is printed for them.",
        wrong="contacts: {}",
        right="contacts:\n  police-station:\n    number: （核对过的号码）",
    ),
    "W503": Code(
        title="电话该重新试拨了 / Number to be called again",
        text="{what}的核对日期是 {day}，超过 {limit} 天 / "
        "{what} was checked on {day}, more than {limit} days ago",
        cure="逐个试拨，再改 checked_on / call each number, then set checked_on",
        why="印刷前 90 天之内，每个号码都要试拨一次。 / "
        "Every number is test-called within 90 days before print.",
        wrong="checked_on: 2020-01-01",
        right="checked_on: 2026-11-24",
    ),
    "W504": Code(
        title="电话没有试拨日期 / Number never test-called",
        text="{what}有号码，但没有写哪天试拨过 / "
        "{what} has a number but no day on which it was called",
        cure="试拨后写上 checked_on / call it, then write checked_on",
        why="号码要试拨过才能印。 / A number is printed only after it was called.",
        wrong="police-station:\n  number: （号码）",
        right="police-station:\n  number: （号码）\n  checked_on: 2026-11-24",
    ),
    "W220": Code(
        title="号码不在已知的号段里 / Number in no known range",
        text="“{value}”不在{country}已知的号段里 / “{value}” is in no range of {country} that is known",
        cure="核对一遍，拨一次，再写上 checked_on / look again, call it, then write checked_on",
        why="位数对，但是这个开头没有人用，多半少了或者错了一位。新开的号段表里可能还没有：拨通过，"
        "就不再提醒。 / "
        "It has the right length, but nobody is known to have such a number: a digit is often wrong. "
        "A new range may not be in the tables yet; once it was called, nothing is said.",
        wrong="police-station:\n  number: （区号对不上的号码）",
        right="police-station:\n  number: （核对过的号码）\n  checked_on: 2026-11-24",
    ),
    "W505": Code(
        title="手机号码作联系电话 / Mobile number as a contact",
        text="{what}是手机号码 / {what} is a mobile number",
        cure="用单位座机；一定要用手机号时，先征得机主书面同意 / "
        "use the office's line; or have the person's written consent",
        why="手机号码是个人信息，印在海报上收不回来。 / "
        "A mobile number is personal data and cannot be taken back from a poster.",
        wrong="number: （手机号码）",
        right="number: （单位座机）",
    ),
    "W506": Code(
        title="地区的材料有效期已过 / Validity of a place has passed",
        text="“{place}”的材料有效期到 {day}，已经过了 / "
        "materials of “{place}” were valid until {day}",
        cure="核对后改日期；已经贴出去的请撤下 / check and set a new day; take down what is posted",
        why="这一天印在当地的每份印刷品上。 / The day is on every sheet of the place.",
        wrong="valid_until: 2020-01-01",
        right="valid_until: 2027-11-30",
    ),
}
