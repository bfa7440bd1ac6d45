"""E15x and E738: translations, the PO files of a campaign."""

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
