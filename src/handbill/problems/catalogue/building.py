"""E7xx: building, rendering, links and fonts; and the command line."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E701": Code(
        title="印刷品没有画成 / Sheet could not be drawn",
        text="“{sheet}”没有画成：{said} / “{sheet}” could not be drawn: {said}",
        cure="模板出了错：看 templates/ 里最近改动的 .typ 文件 / "
        "a template is at fault: see the .typ files changed last",
        why="Typst 画印刷品时报告了错误。内容文件通过检查后，问题一般在模板里。 / "
        "Typst reported an error. Once the contents have passed the checks, the fault is usually "
        "in a template.",
        wrong="#let title = data.titel",
        right="#let title = data.title",
        found_by="check --sheets 和生成网站：只有画的时候才运行模板 / "
        "check --sheets and the build: templates run only when they draw",
    ),
    "E702": Code(
        title="字体里没有这个字 / Glyph missing",
        text="“{sheet}”用的字体里没有“{character}”（{codepoint}） / "
        "the fonts of “{sheet}” have no “{character}” ({codepoint})",
        cure="换一个写法；或者安装有这个字的字体包（handbill doctor 说是哪个），或用 HANDBILL_FONTS "
        "指定一个有这个字的字体文件夹 / write it otherwise, install the fonts that have it (handbill "
        "doctor names them), or name a folder of such fonts in HANDBILL_FONTS",
        why="字体里没有的字会印成方框。地名里的生僻字最容易遇到。字和译文里的都查，一次说全。 / "
        "A missing glyph prints as a box. Rare characters of place names are the usual case. All of "
        "a text are told at once, those of translations too.",
        wrong="title: 🐉 求职先核实",
        right="title: 求职先核实",
    ),
    "E703": Code(
        title="找不到字体 / Font not found",
        text="找不到字体“{font}” / the font “{font}” is not found",
        cure="运行 handbill doctor 看缺什么、怎么装 / "
        "handbill doctor tells what is missing and how to get it",
        why="印刷品要嵌入字体，缺了就没法画。 / "
        "Sheets embed their fonts; without them they cannot be drawn.",
        wrong="HANDBILL_FONTS=（空文件夹 / empty folder）",
        right="HANDBILL_FONTS=fonts",
        found_by="check --sheets、doctor 和生成网站：系统里有哪些字体，画的时候才问 / "
        "check --sheets, doctor and the build: the system is asked for its fonts only to draw",
    ),
    "E704": Code(
        title="链接是断的 / Broken link",
        text="网页 {page} 里的链接“{target}”没有指到任何东西 / "
        "the link “{target}” of {page} leads nowhere",
        cure="改正链接；链到标题时看标题有没有改名 / correct it; see whether a heading was renamed",
        why="网站建好后，每个链接都查一遍，包括海报二维码指向的网址。 / "
        "Every link of the finished site is checked, those of QR codes included.",
        wrong="[求助](hepl.md)",
        right="[求助](help.md)",
        found_by="生成网站：要等每一页都做好，才知道链接指到哪里 / "
        "the build: where links lead is known once every page is made",
    ),
    "E705": Code(
        title="两处内容写到同一个文件 / Two sources for one file",
        text="{path} 有两个来源，另一个是 {other} / {path} has two sources; the other is {other}",
        cure="给其中一个改名 / rename one of them",
        why="后写的会盖掉先写的，所以不允许。 / The later would overwrite the earlier.",
        wrong="docs/law.md",
        right="docs/law-notes.md",
        found_by="check --sheets 和生成网站：要排出每一个文件才知道 / "
        "check --sheets and the build: every file must be planned first",
    ),
    "E706": Code(
        title="网页模板出错 / Page template failed",
        text="{page} 没有做成：{said} / {page} could not be made: {said}",
        cure="看 templates/ 里最近改动的 .j2 文件 / see the .j2 files of templates/ changed last",
        why="模板里用了不存在的名字，或者写法有误。 / "
        "The template uses a name that does not exist, or is malformed.",
        wrong="{{ material.titel }}",
        right="{{ material.title }}",
        found_by="生成网站：只有做网页的时候才运行模板 / the build: templates run only when they make pages",
    ),
    "E707": Code(
        title="文字超出版面 / Text does not fit",
        text="“{sheet}”的{size}放不下，超出 {over} / “{sheet}” does not fit {size} by {over}",
        cure="删去一些文字 / cut some text",
        why="文字已经缩到最小字号仍放不下。再小就看不清了，所以不再缩。 / "
        "The text does not fit even at the least type size; smaller would not be readable.",
        wrong="heading: 一封信（正文三千字）",
        right="heading: 一封信（正文八百字）",
        found_by="check --sheets 和生成网站：字数（E402）check 已经数过，真正的宽度画的时候才知道 / "
        "check --sheets and the build: check counts characters (E402), true widths are known when "
        "it is drawn",
    ),
    "E708": Code(
        title="搜索索引没有做成 / Search index failed",
        text="Pagefind 报告：{said} / Pagefind says: {said}",
        cure="运行 handbill doctor；重新安装依赖 / "
        "run handbill doctor; install the dependencies anew",
        why="网站的搜索由 Pagefind 在网页做好之后建立索引。 / "
        "Pagefind indexes the finished pages for the site's search.",
        wrong="pip uninstall pagefind",
        right='pip install "pagefind[extended]"',
        found_by="生成网站：索引是网页做好以后建的 / the build: the index is made of finished pages",
    ),
    "E709": Code(
        title="写不进去 / Cannot be written",
        text="写不进 {path}：{reason} / {path} cannot be written: {reason}",
        cure="关掉正在使用它的程序，看磁盘空间和权限；原来的没有动 / "
        "close programs that use it, see to disk space and permissions; what was there is untouched",
        why="文件先在旁边写完，再换上去；写不完，原来的就还在。 / "
        "A file is written aside and put in its place when it is whole; until then the old one "
        "stays.",
        wrong="site/ （只读 / read-only）",
        right="site/",
        found_by="写文件的命令：写的时候才知道 / commands that write: it is known when they do",
    ),
    "E710": Code(
        title="没有启用 handbill 插件 / Plugin not switched on",
        text="{file} 的 plugins 里没有 handbill / {file} does not list handbill below plugins",
        cure="在 plugins 下面加一行“- handbill” / add “- handbill” below plugins",
        why="活动的网页和印刷品由这个插件加进网站。 / "
        "The plugin adds the campaign's pages and sheets to the site.",
        wrong="plugins: []",
        right="plugins:\n  - handbill",
    ),
    "E711": Code(
        title="文件夹里有别的文件 / Folder holds other files",
        text="{path} 里有不是 Handbill 写的文件 / {path} holds files that Handbill did not write",
        cure="换一个空文件夹，或者先把里面的东西移走 / name an empty folder, or move its files away",
        why="build 和 materialise 会删掉过时的文件，所以只写进空文件夹或者自己写过的文件夹，admin "
        "也一样；new 只写进空文件夹。 / "
        "build and materialise remove files that are no longer made, so they write only into a "
        "folder that is empty or their own, and so does admin; new writes only into an empty one.",
        wrong="handbill materialise docs",
        right="handbill materialise build/tree",
        found_by="写文件的命令：看写到哪个文件夹 / "
        "commands that write: it depends on the folder that they are to write",
    ),
    "E712": Code(
        title="没有这个名字 / No such name",
        text="没有“{name}” / there is no “{name}”",
        cure="可以写：{known} / one of: {known}",
        why="命令行里的资料、尺寸、地区、对象要写编号。 / "
        "Materials, sizes, places and audiences are named by id.",
        wrong="handbill sheet comunities-poster",
        right="handbill sheet communities-poster",
        found_by="带名字的命令：名字是运行时写的 / commands that take a name: it is typed when they run",
    ),
    "E713": Code(
        title="没有这个问题代码或字段 / No such problem code or field",
        text="没有问题代码或字段 {code} / there is no problem code or field {code}",
        cure="代码是一个字母加三位数字，例如 E104；字段前面写文件或者资料种类，例如 campaign.action、"
        "poster.headline；全部见编辑指南 / "
        "codes are a letter and three digits, such as E104; a field is named after its file or its "
        "kind of material, such as campaign.action, poster.headline; the guide lists all of them",
        why="handbill explain 解释问题的代码和每个文件的字段。 / "
        "handbill explain explains the codes of problems and the fields of every file.",
        wrong="handbill explain 104",
        right="handbill explain E104",
        found_by="explain：代码是运行时写的 / explain: the code is typed when it runs",
    ),
    "E714": Code(
        title="地址已被占用 / The address is in use",
        text="不能在 {address} 打开预览：{reason} / the preview cannot open at {address}: {reason}",
        cure="关掉另一个预览，或者换一个端口，例如 handbill serve -a 127.0.0.1:8001 / "
        "close the other preview, or take another port, such as handbill serve -a 127.0.0.1:8001",
        why="一个端口同时只能给一个程序用。 / A port serves one program at a time.",
        wrong="handbill serve -a 127.0.0.1:80",
        right="handbill serve -a 127.0.0.1:8001",
        found_by="serve：端口有没有人用，打开的时候才知道 / "
        "serve: whether a port is in use is known when it is opened",
    ),
    "E720": Code(
        title="没有合适的资料 / Nothing is chosen",
        text="没有同时符合这些选项的资料 / no material fits all of these options",
        cure="少写一个选项；“资料”页能看到每份资料的种类、尺寸和版本 / "
        "leave an option out; the materials page lists kinds, sizes and editions",
        why="几个选项要同时符合。比如横幅没有大字版，手机图没有印刷厂版。 / "
        "Options must all hold. Banners have no large-print edition, pictures for phones no press "
        "edition.",
        wrong="handbill pack --kind banner --edition large",
        right="handbill pack --kind poster --edition large",
        found_by="pack：选项是运行时写的 / pack: options are typed when it runs",
    ),
    "E721": Code(
        title="没有这一版 / No such edition",
        text="{size} 没有 {edition} 版，有 {editions} / "
        "{size} has no {edition} edition; it has {editions}",
        cure="换一个尺寸，或者换一版；手机图一次做一个地区 / "
        "take another size or edition; pictures for screens are made for one place at a time",
        why="大字版要有大一号的纸可出；手机图只有 screen 版。 / "
        "A large-print edition needs a larger paper to come out on; pictures for screens are "
        "screen only.",
        wrong="handbill sheet communities-poster --size A1 --edition large",
        right="handbill sheet communities-poster --size A4 --edition large",
        found_by="sheet 和 impose：版本是运行时写的 / sheet and impose: the edition is typed when they run",
    ),
    "E722": Code(
        title="不是 PDF / Not a PDF",
        text="{file} 打不开：{reason} / {file} cannot be opened: {reason}",
        cure="写一个 PDF 文件，或者一份资料的编号 / name a PDF file, or the id of a material",
        why="拼版要把现成的页面排到纸上，只认 PDF。加了密码的先去掉密码。 / "
        "Imposition lays out finished pages and reads PDF only. Remove a password first.",
        wrong="handbill impose poster.docx --tile A4",
        right="handbill impose poster.pdf --tile A4",
        found_by="impose：文件是运行时写的 / impose: the file is named when it runs",
    ),
    "E723": Code(
        title="纸上排不下 / It does not fit the paper",
        text="{file} 排不到 {paper} 上：{reason} / {file} cannot be laid out on {paper}: {reason}",
        cure="换 A3，或者用 --tile 拼成几张；重叠写小一点 / "
        "take A3, or --tile over several pages; a smaller overlap",
        why="一张纸至少要排得下一份；重叠要小于半张纸。 / "
        "A page takes one copy at least; an overlap is less than half a page.",
        wrong="handbill impose communities-poster --size A3 --up A4",
        right="handbill impose communities-card --up A4",
        found_by="impose：纸是运行时写的 / impose: the paper is named when it runs",
    ),
    "E724": Code(
        title="绘制比例不对 / The scale of the drawing is wrong",
        text="{size} 的长边是 {metres} 米，却按 {scale} 画 / "
        "the longer side of {size} is {metres} m, yet it is drawn at {scale}",
        cure="不超过 5 米的写 scale: 1（或不写），更长的写 scale: 0.1 / "
        "write scale: 1 (or leave it out) up to 5 m, scale: 0.1 above",
        why="Acrobat 打不开长过 5.08 米（14400 点）的页面，所以长横幅按 1:10 画，文件名里写明。别"
        "的都按 1:1 画：缩小的稿子，印刷厂容易忘记放大。 / "
        "Acrobat opens no page longer than 5.08 m (14,400 pt), so long banners are drawn at 1:10 "
        "and named so. All else is drawn at 1:1: a print shop easily forgets to enlarge.",
        wrong="width: 2400\nheight: 1200\nscale: 0.1",
        right="width: 2400\nheight: 1200",
    ),
    "E725": Code(
        title="输出的文件名不合适 / The output file has an unfit name",
        text="不能存成 {path}：{reason} / it cannot be saved as {path}: {reason}",
        cure="用 -o 换一个文件名，或者不写 -o / name another file with -o, or leave -o out",
        why="后缀和内容不一样的文件，别的程序打不开；盖掉原稿，就找不回来了。 / "
        "Other programs cannot open a file whose suffix belies it, and an original that is "
        "written over is gone.",
        wrong="handbill sheet communities-poster -o poster.png",
        right="handbill sheet communities-poster -o poster.pdf",
        found_by="写文件的命令：文件名是运行时写的 / commands that write: the file is named when they run",
    ),
    "E726": Code(
        title="一画就退出 / Drawing ends its process",
        text="{said} / {said}",
        cure="单独画这一张（handbill sheet），看是不是图片太大、内存不够；别的资料已经画好 / "
        "draw this one by itself (handbill sheet) and see whether a picture is too large or memory "
        "is short; all others are drawn",
        why="成批印制时，一个进程退出，只影响它手里的资料：重新试，再一张一张试，找出是哪一张。 / "
        "In a print run a process that ends takes only its own sheets with it: they are tried again, "
        "then one by one, until it is known which.",
        found_by="press：一个进程退出，要到画的时候才知道 / "
        "press: that a process ends is known when it draws",
        wrong="handbill press --place all",
        right="handbill sheet communities-poster --place wujiashan",
    ),
    "E727": Code(
        title="这份资料还没有译完 / Not wholly translated",
        text="“{id}”在 {language} 里还没有译完 / “{id}” is not whole in {language}",
        cure="handbill translate 更新译文，补上空着的；图的说明（picture_alt）也要译。要看缺哪些，"
        "在 PO 文件里找空的 msgstr / "
        "update the translation with handbill translate and fill what is empty, texts for pictures "
        "(picture_alt) too; an empty msgstr of the PO file says what is lacking",
        why="译了一半的资料不印：看不懂的那一半，可能正是要紧的。 / "
        "A sheet that is half translated is not printed: the other half may be what matters.",
        found_by="sheet：没有译完不是错，只是那种语言里没有这一份 / "
        "sheet: what is not yet translated is no fault, and is left out of that language",
        wrong="handbill sheet families-card --language fr",
        right="handbill sheet families-card",
    ),
    "W790": Code(
        title="网页的安全策略不许 / The page's policy refuses it",
        text="网页 {page} 里的“{refused}”，浏览器不会用：网页的安全策略不许 / "
        "browsers will not use “{refused}” of {page}: the page's policy refuses it",
        cure="脚本、样式写进 docs/ 里的文件，用 extra_javascript、extra_css 引用；表格的对齐用 "
        "use_align_attribute；字体写 font: false / "
        "put scripts and styles into files of docs/ (extra_javascript, extra_css); align tables by "
        "use_align_attribute; write font: false",
        why="每一页都写明只用本站的文件，不用写在网页里的脚本和样式，也不向别的网站要东西。这样，就是"
        "有人把脚本混进文字里，也不会运行。 / "
        "Every page allows itself files of this site alone, no script or style within a page, and "
        "nothing of other sites: a script that slips in with a text does not run.",
        wrong='<p style="color: red">先别交钱</p>',
        right='<p class="warning">先别交钱</p>',
    ),
}
