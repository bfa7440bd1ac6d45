"""E15x, E738 and W64x: translations, the PO files of a campaign."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E150": Code(
        title="译文文件读不懂 / Unreadable translation",
        text="这不是完整的 PO 文件：{reason} / this is no whole PO file: {reason}",
        cure="看这一行和上一行：每个 msgid 后面要有 msgstr，引号要成对。也可以用 Poedit 打开、另"
        "存 / "
        "look at this line and the one before: each msgid takes a msgstr, and quotation marks "
        "come in pairs. Poedit can open and save it, too",
        why="译文放在活动文件夹的 locale/ 里，一种语言一个 PO 文件。读不懂就没有译文，网站不能假装"
        "有。 / "
        "Translations are PO files in the campaign's folder locale/, one a language. What cannot "
        "be read cannot be published.",
        wrong='msgid "停一停\nmsgstr "Stop"',
        right='msgid "停一停"\nmsgstr "Stop"',
    ),
    "E151": Code(
        title="译文的文件名不是语言 / File name is no language",
        text="“{file}”不是语言标记 / “{file}” is not named by a language tag",
        cure="改成语言标记加 .po，例如 en.po、fr.po、zh-TW.po / "
        "name it by a language tag: en.po, fr.po, zh-TW.po",
        why="文件名就是网址里的一段（/en/），也告诉读屏软件用哪种语言念。 / "
        "The name becomes part of addresses (/en/) and tells screen readers how to read.",
        wrong="locale/英文.po",
        right="locale/en.po",
    ),
    "E738": Code(
        title="这就是原文的语言 / The language of the original",
        text="活动本来就是用 {language} 写的 / the campaign is written in {language}",
        cure="换一种语言，例如：handbill translate en；locale/ 里要是有原文语言的文件，删掉 / "
        "name another language, such as: handbill translate fr; delete a file of the original's "
        "language from locale/",
        why="译文是给别的语言的；原文直接改 YAML。 / "
        "Translations are for other languages; the original is changed in the YAML.",
        wrong="handbill translate zh-CN",
        right="handbill translate en",
    ),
    "E153": Code(
        title="译文里的占位符对不上 / Placeholders differ in the translation",
        text="译文少了或者多了：{names} / missing from the translation, or too many: {names}",
        cure="译文里要有和原文一样的占位符，一字不差：{wanted} / "
        "the translation holds the same placeholders as the text, letter for letter: {wanted}",
        why="占位符会换成当地的电话、法律原话和出处。少了一个，这一页就少了一句。 / "
        "Placeholders become local numbers, sentences of law and their sources. One that is "
        "missing is a sentence that is missing.",
        wrong='msgid "{cite.C01}规定……"\nmsgstr "The law says …"',
        right='msgid "{cite.C01}规定……"\nmsgstr "{cite.C01} says …"',
    ),
    "E641": Code(
        title="同一句话有两种译文 / Two translations of one text",
        text="“{text}”在第 {line} 行已经有译文，这里又有一种 / "
        "“{text}” has a translation at line {line} already, and another one here",
        cure="留下对的一条，删掉另一条 / keep the right entry and delete the other",
        why="合并两个 PO 文件时常会这样。用哪一种，程序不替您猜：两条都先不用。 / "
        "Merged PO files often have this. Which one is meant is not guessed: neither is used.",
        wrong='msgid "停一停"\nmsgstr "Stop"\n\nmsgid "停一停"\nmsgstr "Wait"',
        right='msgid "停一停"\nmsgstr "Stop"',
    ),
    "W221": Code(
        title="程序用语还没有译成原文的语言 / Words of Handbill are not in the campaign's language",
        text="活动用 {language} 写，程序自己的话还没有都译成它 / "
        "the campaign is written in {language}; not all of Handbill's own words are",
        cure="运行 handbill translate {language}，填 locale/{language}.po / "
        "run handbill translate {language}, and fill in locale/{language}.po",
        why="“有效期至”“法律”“下载”这些话是程序自己的，只带了简体中文和英文。别的语言的活动，这些话要译一次；"
        "没有译的显示英文（繁体中文的活动显示简体）。 / "
        "Words such as “Valid until” and “Law” are Handbill's own, and it brings them in English and "
        "simplified Chinese. A campaign in another language says them once; what is missing is "
        "English, or simplified Chinese in a campaign in traditional Chinese.",
        wrong="language: fr\n（没有 locale/fr.po / no locale/fr.po）",
        right="language: fr\n（locale/fr.po 译好了 / locale/fr.po is filled in）",
    ),
    "W641": Code(
        title="一种语言里有画不成的印刷品 / Sheet is left out of a language",
        text="{language} 版没有做 {leaves}：{fault}（{cause}{of}） / "
        "{leaves}: left out of {language}, since {fault} ({cause}{of})",
        cure="{cure} / {cure}",
        why="一种语言里画不成的，只是这种语言里没有：页面照没有译完的资料处理，写明只有原文，链接到原文。"
        "别的语言、别的资料照常发布。要它算失败，用 --strict。原文画不成，还是不生成。 / "
        "What cannot be drawn in one language is left out of that language alone: its page says that "
        "the sheet is there in the original only, as it does for one that is not translated. All else "
        "is published. With --strict it fails. What cannot be drawn in the original still stops the "
        "build.",
        wrong='msgid "先别动身"\nmsgstr "Қазір кетпеңіз"',
        right="HANDBILL_FONTS=（有这些字的字体的文件夹 / folder of fonts that have them）",
    ),
    "W642": Code(
        title="一种语言没有发布 / Language is left out",
        text="{language} 没有发布：{fault}（{cause}） / {language} is not published: {fault} ({cause})",
        cure="{cure} / {cure}",
        why="一种语言的 PO 文件读不懂，网站就没有这种语言；原文和别的语言照常发布。要它算失败，用 "
        "--strict。 / "
        "A PO file that cannot be read leaves its language out. The original and other languages are "
        "published. With --strict it fails.",
        wrong='msgid "停一停\nmsgstr "Stop"',
        right='msgid "停一停"\nmsgstr "Stop"',
    ),
    "W643": Code(
        title="一条译文没有用 / Translation of a text is not used",
        text="{language} 的这一条没有用：{fault}（{cause}{of}） / "
        "this entry of {language} is not used: {fault} ({cause}{of})",
        cure="{cure} / {cure}",
        why="一条译文有错，就当这句话没有译：它所在的页面、印刷品写明只有原文。别的照常发布。要它算失败，用 "
        "--strict。 / "
        "A translation that has a fault counts as none: pages and sheets with the text say that they "
        "are there in the original only. All else is published. With --strict it fails.",
        wrong='msgid "有危险打110。"\nmsgstr "In danger, call 119."',
        right='msgid "有危险打110。"\nmsgstr "In danger, call 110."',
    ),
    "W150": Code(
        title="译文还不能上网站 / Translation is not published yet",
        text="{language} 还缺每一页都有的话 {count} 句 / "
        "{language} lacks {count} of the texts that every page shows",
        cure="先译：{texts} / translate first: {texts}",
        why="名称、电话、声明这些话每一页都有；缺一句，每一页都会中外混杂。 / "
        "Name, numbers and disclaimer stand on every page; while one is missing, every page would "
        "be half in another language.",
        wrong='msgid "遇险"\nmsgstr ""',
        right='msgid "遇险"\nmsgstr "danger"',
    ),
}
