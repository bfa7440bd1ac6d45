"""E7xx: building, rendering, links and fonts; and the command line."""

from __future__ import annotations

from handbill.problems.code import Both, Code

CODES = (
    Code(
        "E701",
        title=Both("印刷品没有画成", "Sheet could not be drawn"),
        text=Both("“{sheet}”没有画成：{said}", "“{sheet}” could not be drawn: {said}"),
        cure=Both(
            "模板出了错：看 templates/ 里最近改动的 .typ 文件",
            "a template is at fault: see the .typ files changed last",
        ),
        why=Both(
            "Typst 画印刷品时报告了错误。内容文件通过检查后，问题一般在模板里。",
            "Typst reported an error. Once the contents have passed the checks, the fault "
            "is usually in a template.",
        ),
        wrong="#let title = data.titel",
        right="#let title = data.title",
    ),
    Code(
        "E702",
        title=Both("字体里没有这个字", "Glyph missing"),
        text=Both(
            "“{sheet}”用的字体里没有“{character}”（{codepoint}）",
            "the fonts of “{sheet}” have no “{character}” ({codepoint})",
        ),
        cure=Both(
            "换一个写法；或者用 HANDBILL_FONTS 指定一个有这个字的字体文件夹",
            "write it otherwise, or name a folder of fonts that have it in HANDBILL_FONTS",
        ),
        why=Both(
            "字体里没有的字会印成方框。地名里的生僻字最容易遇到。",
            "A missing glyph prints as a box. Rare characters of place names are the usual case.",
        ),
        wrong="title: 🐉 防范传销",
        right="title: 防范传销",
    ),
    Code(
        "E703",
        title=Both("找不到字体", "Font not found"),
        text=Both("找不到字体“{font}”", "the font “{font}” is not found"),
        cure=Both(
            "运行 handbill doctor 看缺什么、怎么装",
            "handbill doctor tells what is missing and how to get it",
        ),
        why=Both(
            "印刷品要嵌入字体，缺了就没法画。",
            "Sheets embed their fonts; without them they cannot be drawn.",
        ),
        wrong="HANDBILL_FONTS=（空文件夹 / empty folder）",
        right="HANDBILL_FONTS=fonts",
    ),
    Code(
        "E704",
        title=Both("链接是断的", "Broken link"),
        text=Both(
            "网页 {page} 里的链接“{target}”没有指到任何东西",
            "the link “{target}” of {page} leads nowhere",
        ),
        cure=Both(
            "改正链接；链到标题时看标题有没有改名", "correct it; see whether a heading was renamed"
        ),
        why=Both(
            "网站建好后，每个链接都查一遍，包括海报二维码指向的网址。",
            "Every link of the finished site is checked, those of QR codes included.",
        ),
        wrong="[求助](hepl.md)",
        right="[求助](help.md)",
    ),
    Code(
        "E705",
        title=Both("两处内容写到同一个文件", "Two sources for one file"),
        text=Both(
            "{path} 有两个来源，另一个是 {other}", "{path} has two sources; the other is {other}"
        ),
        cure=Both("给其中一个改名", "rename one of them"),
        why=Both("后写的会盖掉先写的，所以不允许。", "The later would overwrite the earlier."),
        wrong="docs/law.md",
        right="docs/law-notes.md",
    ),
    Code(
        "E706",
        title=Both("网页模板出错", "Page template failed"),
        text=Both("{page} 没有做成：{said}", "{page} could not be made: {said}"),
        cure=Both(
            "看 templates/ 里最近改动的 .j2 文件", "see the .j2 files of templates/ changed last"
        ),
        why=Both(
            "模板里用了不存在的名字，或者写法有误。",
            "The template uses a name that does not exist, or is malformed.",
        ),
        wrong="{{ material.titel }}",
        right="{{ material.title }}",
    ),
    Code(
        "E707",
        title=Both("文字超出版面", "Text does not fit"),
        text=Both(
            "“{sheet}”的{size}放不下，超出 {over}", "“{sheet}” does not fit {size} by {over}"
        ),
        cure=Both("删去一些文字，或者换大一号的尺寸", "cut some text, or use a larger size"),
        why=Both(
            "文字已经缩到最小字号仍放不下。再小就看不清了，所以不再缩。",
            "The text does not fit even at the least type size; smaller would not be readable.",
        ),
        wrong="heading: 一封信（正文三千字）",
        right="heading: 一封信（正文八百字）",
    ),
    Code(
        "E708",
        title=Both("搜索索引没有做成", "Search index failed"),
        text=Both("Pagefind 报告：{said}", "Pagefind says: {said}"),
        cure=Both(
            "运行 handbill doctor；重新安装依赖",
            "run handbill doctor; install the dependencies anew",
        ),
        why=Both(
            "网站的搜索由 Pagefind 在网页做好之后建立索引。",
            "Pagefind indexes the finished pages for the site's search.",
        ),
        wrong="pip uninstall pagefind",
        right='pip install "pagefind[extended]"',
    ),
    Code(
        "E709",
        title=Both("写不进输出文件夹", "Output folder cannot be written"),
        text=Both("写不进 {path}：{reason}", "{path} cannot be written: {reason}"),
        cure=Both(
            "关掉正在使用这个文件夹的程序，看磁盘空间和权限；原来的网站没有动",
            "close programs that use it, see to disk space and permissions; the old site "
            "is untouched",
        ),
        why=Both(
            "新网站先在旁边做好，最后才换上去；换的时候失败，就保留原来的。",
            "The new site is made aside and swapped in at the end; when that fails the old "
            "one stays.",
        ),
        wrong="site/ （只读 / read-only）",
        right="site/",
    ),
    Code(
        "E710",
        title=Both("没有启用 handbill 插件", "Plugin not switched on"),
        text=Both(
            "{file} 的 plugins 里没有 handbill", "{file} does not list handbill below plugins"
        ),
        cure=Both("在 plugins 下面加一行“- handbill”", "add “- handbill” below plugins"),
        why=Both(
            "活动的网页和印刷品由这个插件加进网站。",
            "The plugin adds the campaign's pages and sheets to the site.",
        ),
        wrong="plugins: []",
        right="plugins:\n  - handbill",
    ),
    Code(
        "E711",
        title=Both("文件夹里有别的文件", "Folder holds other files"),
        text=Both(
            "{path} 里有不是 Handbill 写的文件", "{path} holds files that Handbill did not write"
        ),
        cure=Both("换一个空文件夹", "name an empty folder"),
        why=Both(
            "materialise 会删掉过时的文件，所以只写进空文件夹或者自己写过的文件夹；new "
            "只写进空文件夹。",
            "materialise removes files that are no longer made, so it writes only into a "
            "folder that is empty or its own; new writes only into an empty one.",
        ),
        wrong="handbill materialise docs",
        right="handbill materialise build/tree",
    ),
    Code(
        "E712",
        title=Both("没有这个名字", "No such name"),
        text=Both("没有“{name}”", "there is no “{name}”"),
        cure=Both("可以写：{known}", "one of: {known}"),
        why=Both(
            "命令行里的资料、尺寸、地区、对象要写编号。",
            "Materials, sizes, places and audiences are named by id.",
        ),
        wrong="handbill sheet comunities-poster",
        right="handbill sheet communities-poster",
    ),
    Code(
        "E713",
        title=Both("没有这个问题代码", "No such problem code"),
        text=Both("没有问题代码 {code}", "there is no problem code {code}"),
        cure=Both(
            "代码是一个字母加三位数字，例如 E104；全部代码见编辑指南",
            "codes are a letter and three digits, such as E104; the guide lists them",
        ),
        why=Both(
            "每个问题都有固定的代码，handbill explain 解释它。",
            "Every problem has a code that handbill explain explains.",
        ),
        wrong="handbill explain 104",
        right="handbill explain E104",
    ),
    Code(
        "E714",
        title=Both("地址已被占用", "The address is in use"),
        text=Both(
            "不能在 {address} 打开预览：{reason}", "the preview cannot open at {address}: {reason}"
        ),
        cure=Both(
            "关掉另一个预览，或者换一个端口，例如 handbill serve -a 127.0.0.1:8001",
            "close the other preview, or take another port, such as "
            "handbill serve -a 127.0.0.1:8001",
        ),
        why=Both("一个端口同时只能给一个程序用。", "A port serves one program at a time."),
        wrong="handbill serve -a 127.0.0.1:80",
        right="handbill serve -a 127.0.0.1:8001",
    ),
    Code(
        "E720",
        title=Both("没有合适的资料", "Nothing is chosen"),
        text=Both("没有同时符合这些选项的资料", "no material fits all of these options"),
        cure=Both(
            "少写一个选项；“资料”页能看到每份资料的种类、尺寸和版本",
            "leave an option out; the materials page lists kinds, sizes and editions",
        ),
        why=Both(
            "几个选项要同时符合。比如横幅没有大字版，手机图没有印刷厂版。",
            "Options must all hold. Banners have no large-print edition, pictures for phones no "
            "press edition.",
        ),
        wrong="handbill pack --kind banner --edition large",
        right="handbill pack --kind poster --edition large",
    ),
    Code(
        "E721",
        title=Both("没有这一版", "No such edition"),
        text=Both(
            "{size} 没有 {edition} 版，有 {editions}",
            "{size} has no {edition} edition; it has {editions}",
        ),
        cure=Both(
            "换一个尺寸，或者换一版；手机图一次做一个地区",
            "take another size or edition; pictures for screens are made for one place at a time",
        ),
        why=Both(
            "大字版要有大一号的纸可出；手机图只有 screen 版。",
            "A large-print edition needs a larger paper to come out on; pictures for screens are "
            "screen only.",
        ),
        wrong="handbill sheet communities-poster --size A1 --edition large",
        right="handbill sheet communities-poster --size A4 --edition large",
    ),
    Code(
        "E722",
        title=Both("不是 PDF", "Not a PDF"),
        text=Both("{file} 打不开：{reason}", "{file} cannot be opened: {reason}"),
        cure=Both(
            "写一个 PDF 文件，或者一份资料的编号", "name a PDF file, or the id of a material"
        ),
        why=Both(
            "拼版要把现成的页面排到纸上，只认 PDF。加了密码的先去掉密码。",
            "Imposition lays out finished pages and reads PDF only. Remove a password first.",
        ),
        wrong="handbill impose poster.docx --tile A4",
        right="handbill impose poster.pdf --tile A4",
    ),
    Code(
        "E723",
        title=Both("纸上排不下", "It does not fit the paper"),
        text=Both(
            "{file} 排不到 {paper} 上：{reason}", "{file} cannot be laid out on {paper}: {reason}"
        ),
        cure=Both(
            "换 A3，或者用 --tile 拼成几张；重叠写小一点",
            "take A3, or --tile over several pages; a smaller overlap",
        ),
        why=Both(
            "一张纸至少要排得下一份；重叠要小于半张纸。",
            "A page takes one copy at least; an overlap is less than half a page.",
        ),
        wrong="handbill impose communities-poster --size A3 --up A4",
        right="handbill impose communities-card --up A4",
    ),
    Code(
        "E724",
        title=Both("绘制比例不对", "The scale of the drawing is wrong"),
        text=Both(
            "{size} 的长边是 {metres} 米，却按 {scale} 画",
            "the longer side of {size} is {metres} m, yet it is drawn at {scale}",
        ),
        cure=Both(
            "不超过 5 米的写 scale: 1（或不写），更长的写 scale: 0.1",
            "write scale: 1 (or leave it out) up to 5 m, scale: 0.1 above",
        ),
        why=Both(
            "Acrobat 打不开长过 5.08 米（14400 点）的页面，所以长横幅按 1:10 画，文件名里写明。"
            "别的都按 1:1 画：缩小的稿子，印刷厂容易忘记放大。",
            "Acrobat opens no page longer than 5.08 m (14,400 pt), so long banners are drawn at 1:10 "
            "and named so. All else is drawn at 1:1: a print shop easily forgets to enlarge.",
        ),
        wrong="width: 2400\nheight: 1200\nscale: 0.1",
        right="width: 2400\nheight: 1200",
    ),
    Code(
        "E725",
        title=Both("输出的文件名不合适", "The output file has an unfit name"),
        text=Both("不能存成 {path}：{reason}", "it cannot be saved as {path}: {reason}"),
        cure=Both("用 -o 换一个文件名，或者不写 -o", "name another file with -o, or leave -o out"),
        why=Both(
            "后缀和内容不一样的文件，别的程序打不开；盖掉原稿，就找不回来了。",
            "Other programs cannot open a file whose suffix belies it, and an original that is "
            "written over is gone.",
        ),
        wrong="handbill sheet communities-poster -o poster.png",
        right="handbill sheet communities-poster -o poster.pdf",
    ),
)
