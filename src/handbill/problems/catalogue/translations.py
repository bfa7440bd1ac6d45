"""E15x and E738: translations, the PO files of a campaign."""

from __future__ import annotations

from handbill.problems.code import Both, Code

CODES = (
    Code(
        "E150",
        title=Both("译文文件读不懂", "Unreadable translation"),
        text=Both("这不是完整的 PO 文件：{reason}", "this is no whole PO file: {reason}"),
        cure=Both(
            "看这一行和上一行：每个 msgid 后面要有 msgstr，引号要成对。也可以用 Poedit 打开、另存",
            "look at this line and the one before: each msgid takes a msgstr, and quotation "
            "marks come in pairs. Poedit can open and save it, too",
        ),
        why=Both(
            "译文放在活动文件夹的 locale/ 里，一种语言一个 PO 文件。读不懂就没有译文，"
            "网站不能假装有。",
            "Translations are PO files in the campaign's folder locale/, one a language. What "
            "cannot be read cannot be published.",
        ),
        wrong='msgid "停一停\nmsgstr "Stop"',
        right='msgid "停一停"\nmsgstr "Stop"',
    ),
    Code(
        "E151",
        title=Both("译文的文件名不是语言", "File name is no language"),
        text=Both("“{file}”不是语言标记", "“{file}” is not named by a language tag"),
        cure=Both(
            "改成语言标记加 .po，例如 en.po、fr.po、zh-TW.po",
            "name it by a language tag: en.po, fr.po, zh-TW.po",
        ),
        why=Both(
            "文件名就是网址里的一段（/en/），也告诉读屏软件用哪种语言念。",
            "The name becomes part of addresses (/en/) and tells screen readers how to read.",
        ),
        wrong="locale/英文.po",
        right="locale/en.po",
    ),
    Code(
        "E738",
        title=Both("这就是原文的语言", "The language of the original"),
        text=Both("活动本来就是用 {language} 写的", "the campaign is written in {language}"),
        cure=Both(
            "换一种语言，例如：handbill translate en；locale/ 里要是有原文语言的文件，删掉",
            "name another language, such as: handbill translate fr; delete a file of the "
            "original's language from locale/",
        ),
        why=Both(
            "译文是给别的语言的；原文直接改 YAML。",
            "Translations are for other languages; the original is changed in the YAML.",
        ),
        wrong="handbill translate zh-CN",
        right="handbill translate en",
    ),
    Code(
        "E153",
        title=Both("译文里的占位符对不上", "Placeholders differ in the translation"),
        text=Both(
            "译文少了或者多了：{names}", "missing from the translation, or too many: {names}"
        ),
        cure=Both(
            "译文里要有和原文一样的占位符，一字不差：{wanted}",
            "the translation holds the same placeholders as the text, letter for letter: {wanted}",
        ),
        why=Both(
            "占位符会换成当地的电话、法律原话和出处。少了一个，这一页就少了一句。",
            "Placeholders become local numbers, sentences of law and their sources. One that "
            "is missing is a sentence that is missing.",
        ),
        wrong='msgid "{cite.C01}规定……"\nmsgstr "The law says …"',
        right='msgid "{cite.C01}规定……"\nmsgstr "{cite.C01} says …"',
    ),
    Code(
        "W150",
        title=Both("译文还不能上网站", "Translation is not published yet"),
        text=Both(
            "{language} 还缺每一页都有的话 {count} 句",
            "{language} lacks {count} of the texts that every page shows",
        ),
        cure=Both("先译：{texts}", "translate first: {texts}"),
        why=Both(
            "名称、电话、声明这些话每一页都有；缺一句，每一页都会中外混杂。",
            "Name, numbers and disclaimer stand on every page; while one is missing, every "
            "page would be half in another language.",
        ),
        wrong='msgid "遇险"\nmsgstr ""',
        right='msgid "遇险"\nmsgstr "danger"',
    ),
)
