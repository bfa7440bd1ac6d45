"""E4xx and W4xx: copy, its placeholders, its room on the sheet and its punctuation."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E401": Code(
        title="不认识的占位符 / Unknown placeholder",
        text="没有叫 {{{name}}} 的占位符 / there is no placeholder {{{name}}}",
        cure="能用的占位符见编辑指南；常用的有 {known} / "
        "the editor's guide lists them; often used: {known}",
        why="花括号里的名字会换成地区、电话、法律事实等内容。只有固定的一些名字可用，写错了就会原"
        "样印出来。 / "
        "Names in braces are replaced by places, numbers or claims. Only those of a closed list "
        "exist; another would be printed as it stands.",
        wrong="sentence: 请找{place.nmae}",
        right="sentence: 请找{place.name}",
    ),
    "E402": Code(
        title="文字放不下 / Copy too long",
        text="{field} 有 {count} 个字，{kind} {size} 放得下 {limit} 个 / "
        "{field} has {count} characters; {kind} {size} has room for {limit}",
        cure="删去 {over} 个字。短句更容易读，也能印得更大 / "
        "cut {over}; a short sentence is read sooner and set larger",
        why="每种资料、每个尺寸能放多少字，是按最小字号和阅读距离算的。汉字和全角标点算一个，字母"
        "和数字算半个。占位符填入以后再数，在哪个地区最长就按哪个算；空白横线算七个字。英文这样用空格"
        "分词的语言，换行不同，不这样数，画的时候才知道（handbill check --sheets）。 / "
        "How much fits follows from the least type size and the reading distance. A Han character "
        "counts one, a letter or digit half. Placeholders count as they are filled in at the place "
        "where the text is longest; a blank counts seven. Languages that part words by spaces break "
        "lines elsewhere, so of them only the drawing tells (handbill check --sheets).",
        wrong="headline: [遇到有人敲门推销请您先不要开门, 打个电话]",
        right="headline: [先别敲门, 打个电话]",
    ),
    "E403": Code(
        title="占位符写法不对 / Malformed placeholder",
        text="“{found}”像占位符，但写法不对 / "
        "“{found}” looks like a placeholder but is not written like one",
        cure="用半角花括号，名字前后不留空格，例如 {{place.name}}；正文里不要用花括号 / "
        "narrow braces, no spaces around the name, such as {{place.name}}; no braces in text",
        why="写法不对的占位符会原样印在海报上。 / "
        "A malformed placeholder would be printed as it stands.",
        wrong="sentence: 请找｛place.name｝",
        right="sentence: 请找{place.name}",
    ),
    "E404": Code(
        title="这里不填占位符 / Placeholders are not filled in here",
        text="{found} 写在这个文件里不会被替换 / {found} is not replaced in this file",
        cure="直接写出内容 / write the words themselves",
        why="来源、法律事实、词表、筛选词和地区里的文字要照原样使用，不填占位符；其他文件可以用。 / "
        "Sources, claims, glossary, filters and places are used as they are written; "
        "placeholders work in the other files.",
        wrong="text: 向{place.name}反映",
        right="text: 向当地街道反映",
    ),
    "E409": Code(
        title="不是一个做法 / Nothing to do",
        text="“{text}”说的是法律或者出处，不是要做的事 / "
        "“{text}” names a law or a source, and nothing to do",
        cure="这里每条写一个动作，例如“登记了报派出所”；法律和出处写到 basis 里 / "
        "an act in each item, such as “Tell the police station”; laws and sources go to `basis`",
        why="竖图只印要点的题目。“法律怎么说”“出处”后面没有了说明，就成了要人去做的第五件、第六件事。 / "
        "A story prints the items alone. “What the law says” without what it says becomes a fifth "
        "thing to do.",
        wrong="acts: [真名当面签合同, 法律怎么说]",
        right="acts: [真名当面签合同, 有异样告诉派出所]",
    ),
    "E651": Code(
        title="页面上没有这句话 / No such word of a page",
        text="没有叫“{name}”的话 / there is no word called “{name}”",
        cure="名称和原来的话都在 schema/words.json 里，编辑器会提示 / "
        "names and words stand in schema/words.json; editors offer them",
        why="words.yml 用来把页面上的标题换成自己的说法，只能换有的。 / "
        "words.yml says headings of pages in your own words; only those that there are.",
        wrong="words:\n  case_lead: 先看看别人怎么做。",
        right="words:\n  cases_lead: 先看看别人怎么做。",
    ),
    "W656": Code(
        title="号码只是示例 / Number is an example",
        text="“{number}”只是示例；没有换成真的以前，每张印刷品都标“样张” / "
        "“{number}” is an example; until it is replaced every sheet is marked as a specimen",
        cure="换成当地真的号码，核对后写上 checked_on，再删掉 example 这一行 / "
        "write the real number and the day it was checked, then delete the line `example`",
        why="样例站不知道您那里打哪个号码，印错了会误事。 / "
        "A starter does not know which number to call where you are; a wrong one does harm.",
        wrong='- number: "999"\n  example: true',
        right='- number: "112"\n  checked_on: 2026-11-24',
    ),
    "E652": Code(
        title="这句话填不了 / A word that cannot be filled in",
        text="{found} 在这句话里用不上；可以用的：{known} / "
        "{found} means nothing in this word; it may use: {known}",
        cure="只用原来的话里有的 / use only what Handbill's own word has",
        why="页面上的话里，{count} 一类由页面填上数字；原来的话里没有的，没有东西可填。用 | 分开的，几项"
        "就是几项。 / "
        "In words of pages, {count} and its like are filled in by the page; what Handbill's own word "
        "does not have there is nothing for. Parts between | stay as many as they are.",
        wrong="words:\n  cases_lead: 这里有{count}个故事。",
        right="words:\n  cases_lead: 这里有几个故事。",
    ),
    "E405": Code(
        title="这种长短的字数不对 / A telling of the wrong length",
        text="{length} 字的说法有 {count} 个字，要在 {least} 到 {length} 个之间 / "
        "the telling of {length} has {count} characters; wanted are {least} to {length}",
        cure="删到放得下；太短的，把话说完整 / "
        "cut it until it fits; say more where it is too short",
        why="同一个意思备好几种长短，标语、横幅、滚动字幕、公众号都拿得到合适的一句。太长放不下，"
        "太短就和前一种重复了。 / "
        "A message told in several lengths gives a banner, a display and an article each what fits. "
        "One too long does not fit; one too short repeats the one before.",
        wrong="lengths:\n  8: 遇到别人让您先交钱就先停一停",
        right="lengths:\n  8: 要钱先停一停",
    ),
    "E406": Code(
        title="没有写这种长短 / A length that is not told",
        text="这个对象没有 {found} 这种长短 / this audience's message is not told as {found}",
        cure="写好的：{told}。改用其中一种，或者在 lengths 里补上 / "
        "told are: {told}. Take one of them, or write this one in `lengths`",
        why="`lengths` 里要哪几种长短就写哪几种，8、20、60、200、600 字；没有写的，资料里用不了。 / "
        "Of 8, 20, 60, 200 and 600 characters `lengths` has those that are wanted, and copy can take "
        "no other.",
        wrong="lengths:\n  8: 要钱先停一停\nmaterials:\n  - kind: banner\n"
        '    slogan: ["{message.20}"]',
        right="lengths:\n  8: 要钱先停一停\nmaterials:\n  - kind: banner\n"
        '    slogan: ["{message.8}"]',
    ),
    "E407": Code(
        title="号码不在活动里 / A number that is not the campaign's",
        text="这里请人打 {number}，campaign.yml 里没有这个号码 / "
        "people are asked to call {number}, which campaign.yml does not have",
        cure="现有的号码是 {known}。号码改了，就改这里，或者写成 {{number.名字}}；别的号码加到 "
        "other_numbers；一个地方的号码写 {{contact.编号}} / "
        "its numbers are {known}. Change this one with them, or write {{number.<name>}}; add another "
        "to other_numbers; write {{contact.<role>}} for one of a place",
        why="号码印在海报上，打不通就误事。活动里的号码有核对日期，改的时候也只改一处；抄在句子里"
        "的号码没有人再看。 / "
        "A number on a poster that nobody answers does harm. Those of the campaign have a day on "
        "which they were checked and are changed in one place; one that is typed into a sentence is "
        "not looked at again.",
        wrong="sentence: 着火了打191",
        right='sentence: "着火了打{number.fire}"',
    ),
    "E408": Code(
        title="活动的号码写法不对 / A number of the campaign is written wrongly",
        text="“{value}”不是能打的号码 / “{value}” is no number that can be dialled",
        cure="写 3 到 15 位数字，照单位的写法用一个空格或者减号分组；国家代码写在前面，带 + / "
        "write 3 to 15 digits, grouped by single spaces or hyphens as the office writes them; the "
        "code of a country comes first, with +",
        why="怎么写，就怎么印；拨号的链接只取数字和 +。括号、点、分机号，有的电话会拨错。 / "
        "It is printed as it is written, and its link dials the digits and the +. Some telephones "
        "dial brackets, dots and extensions wrongly.",
        wrong="number: (0300) 123.2040",
        right="number: 0300 123 2040",
    ),
    "W401": Code(
        title="中文里用了半角标点 / Half-width punctuation in Chinese",
        text="汉字之间用了半角的“{found}” / a half-width “{found}” between Han characters",
        cure="改成全角的“{instead}” / write the full-width “{instead}”",
        why="中文标点是全角的，占一个字的位置。半角标点挤在字中间，印大了很难看。 / "
        "Chinese punctuation is full-width. Half-width marks look cramped, the more so in large "
        "type.",
        wrong="message: 先核实,再决定",
        right="message: 先核实，再决定",
    ),
    "W402": Code(
        title="中文里用了直引号 / Straight quotes in Chinese",
        text="汉字旁边用了直引号 {found} / a straight quote {found} beside Han characters",
        cure="改成弯引号“ ”（引号里面再引用时用‘ ’） / write curly quotes “ ” (‘ ’ inside them)",
        why="中文用“ ”，分左右。 / Chinese uses “ ”, which differ left and right.",
        wrong='message: 说是"考察"',
        right="message: 说是“考察”",
    ),
    "W403": Code(
        title="省略号、破折号写法不对 / Malformed ellipsis or dash",
        text="“{found}”不是规范的写法 / “{found}” is not the standard form",
        cure="改成“{instead}” / write “{instead}”",
        why="省略号是六个点“……”，破折号占两个字“——”（GB/T 15834—2011）。 / "
        "An ellipsis is six dots “……”, a dash is two ems “——” (GB/T 15834—2011).",
        wrong="lead: 他说过几天就回来...",
        right="lead: 他说过几天就回来……",
    ),
    "W404": Code(
        title="不是普通的空格 / Unusual space",
        text="这里是{found} / this is {found}",
        cure="删掉；要空格就重新打一个半角的。段首不用空两格，版面会排 / "
        "delete it; type a plain space if one is needed. Paragraphs are indented by the layout",
        why="从 Word、网页复制来的空格，看着和普通空格一样，行却断不开，也搜不到。 / "
        "Spaces from Word and web pages look like plain ones, but lines do not break there and "
        "search does not find the words.",
        wrong="message: 先核实，[U+00A0]再决定",
        right="message: 先核实，再决定",
    ),
    "W405": Code(
        title="像字又不是字 / Look-alike of a character",
        text="“{found}”是部首或者兼容字形（{code}），不是平常的汉字 / "
        "“{found}” is a radical or compatibility shape ({code}), not the character",
        cure="用输入法把这个字重新打一遍 / type the character anew",
        why="从 PDF 里复制的文字常有这样的字：看着一样，编码不同，搜索找不到，字体里也可能没有。 "
        "/ "
        "Text copied from PDFs has them: they look the same, but search does not find them and "
        "fonts may lack them.",
        wrong="message: 看⻅异样，说一声",
        right="message: 看见异样，说一声",
    ),
    "W406": Code(
        title="像是繁体字 / Traditional characters",
        text="这里有繁体字：{found} / traditional characters here: {found}",
        cure="改成简体字：{meant}；人名确实这样写的，不用改 / "
        "write the simplified form, {meant}; keep it where a person's name is written so",
        why="面向社会的宣传用规范汉字。繁体字多半是输入法切错了，或者从别处复制来的。《通用规范汉字表》里的字和地区"
        "的名称不在其内。 / "
        "Public notices use the standard simplified characters. Traditional ones are usually a "
        "wrong input method or copied text. Characters of the standard table and names of places "
        "are not meant.",
        wrong="message: 看見異樣，說一聲",
        right="message: 看见异样，说一声",
    ),
}
