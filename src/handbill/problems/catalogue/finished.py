"""E8xx: finished PDFs, as `handbill preflight` finds them."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E801": Code(
        title="不是完好的 PDF / Not a sound PDF",
        text="打不开这个 PDF：{said} / this PDF cannot be opened: {said}",
        cure="重新导出或者重新下载；用看 PDF 的软件打开确认一次 / "
        "export or download it anew, and open it once in a viewer",
        why="文件不是 PDF，或者没有传完、被截断。印刷厂也打不开。 / "
        "The file is no PDF, or was cut off on its way. A print shop cannot open it either.",
        wrong="handbill preflight poster.docx",
        right="handbill preflight poster.pdf",
    ),
    "E802": Code(
        title="PDF 加了密码 / PDF is locked",
        text="要密码才能打开 / it opens with a password only",
        cure="导出一份不加密码的 / export it without a password",
        why="印刷厂的流程打不开加密的文件，也没法检查。 / "
        "Print shops cannot process a locked file, and nothing in it can be checked.",
        wrong="用密码加密 / encrypted",
        right="不加密 / not encrypted",
    ),
    "E803": Code(
        title="页面框互相矛盾 / Page boxes contradict each other",
        text="{inner} 超出了 {outer}，多 {over} 毫米 / {inner} reaches {over} mm beyond {outer}",
        cure="成品框要在出血框里面，出血框要在页面里面；从排版软件重新导出 / "
        "TrimBox lies inside BleedBox, BleedBox inside MediaBox; export it anew",
        why="印刷厂按这几个框裁切、拼版。框不对，裁出来的就不是您要的那一块。 / "
        "Print shops cut and impose by these boxes; with wrong ones the wrong part is cut out.",
        wrong="MediaBox 297 × 420，TrimBox 303 × 426",
        right="MediaBox 317 × 440，TrimBox 297 × 420",
    ),
    "W803": Code(
        title="没有成品框 / No TrimBox",
        text="印刷厂版没有写成品框（TrimBox），只好当整页是成品 / "
        "this print-shop edition states no TrimBox, so the whole page is taken for the finished "
        "size",
        cure="导出时勾选“使用文档出血设置”，或者把成品尺寸写在订单上 / "
        "export it with its bleed settings, or write the finished size on the order",
        why="没有成品框，从哪里裁只能靠猜。 / Without it, where to cut is a guess.",
        wrong="只有 MediaBox / MediaBox alone",
        right="MediaBox、BleedBox、TrimBox",
    ),
    "E804": Code(
        title="各页成品大小不一 / Pages of different sizes",
        text="这一页成品是 {size} 毫米，第 1 页是 {first_size} 毫米 / "
        "this page is {size} mm, page 1 is {first_size} mm",
        cure="每种尺寸存成一个文件 / make one file for each size",
        why="一个文件按一个尺寸裁切；混在一起会裁错。 / "
        "A file is cut to one size; a page of another size is cut wrongly.",
        wrong="第 1 页 A4，第 2 页 A3 / A4, then A3",
        right="两个文件 / two files",
    ),
    "E805": Code(
        title="没有出血或者不够 / No bleed, or too little",
        text="印刷厂版的出血是 {bleed} 毫米，要 {needed} 毫米 / "
        "the bleed of this print-shop edition is {bleed} mm; {needed} mm are needed",
        cure="用印刷厂版（-press.pdf）；别的软件里设好出血再导出 / "
        "use the press edition (-press.pdf); elsewhere set the bleed before exporting",
        why="裁切会有一两毫米的偏差。没有出血，边上会露出白纸。 / "
        "Cutting is off by a millimetre or two; without bleed a white edge shows.",
        wrong="TrimBox = BleedBox",
        right="BleedBox 每边比 TrimBox 大 3 毫米 / 3 mm larger",
    ),
    "E806": Code(
        title="出血没有铺满颜色 / Bleed is not covered",
        text="{edge}的颜色到成品线就停了，从 {at} 毫米处起有 {length} 毫米没有铺到出血边 / "
        "at the {edge} the colour stops at the trim: {length} mm from {at} mm on do not reach the "
        "edge of the bleed",
        cure="把底色、图片拉到出血边外面 / let grounds and pictures run past the bleed",
        why="出血框只是一个框；颜色真的铺到那里，裁偏了才不露白。白底的纸面不受影响。 / "
        "The box alone does nothing: only colour that reaches it hides a cut that is off. White "
        "paper is no fault.",
        wrong="rect(width: 297mm)",
        right="rect(width: 303mm)（左右各出 3 毫米）",
    ),
    "E807": Code(
        title="字体没有嵌入 / Font is not embedded",
        text="字体 {font} 没有嵌入 / the font {font} is not embedded",
        cure="导出时选“嵌入全部字体”，或者转成曲线 / "
        "export with all fonts embedded, or turn the text into outlines",
        why="印刷厂没有这个字体，会换成别的字，甚至变成方框。 / "
        "A print shop without that font sets another one, or boxes.",
        wrong="SimHei（没有 FontFile）",
        right="ABCDEF+NotoSansCJKsc-Bold（FontFile3）",
    ),
    "E808": Code(
        title="有字印成方框 / Glyph missing",
        text="字体 {font} 里缺字，有 {count} 处用了 .notdef / "
        "{font} lacks a glyph: .notdef is shown in {count} place(s)",
        cure="找到方框，换一个写法或者换一个有这个字的字体 / "
        "find the box; write it otherwise, or use a font that has the character",
        why="字体里没有的字会显示成空白或者方框，地名里的生僻字最容易遇到。 / "
        "A character that the font lacks shows as a gap or a box; rare characters of place names "
        "are the usual case.",
        wrong="□水街道办事处",
        right="涢水街道办事处",
    ),
    "E809": Code(
        title="字太小，看不清 / Characters are too small to read",
        text="“{words}”字高 {height} 毫米，{distance}至少要 {needed} 毫米 / "
        "“{words}” is {height} mm high; {distance} needs at least {needed} mm",
        cure="放大这一行，删去一些字，或者写明更近的阅读距离（--distance） / "
        "enlarge it, cut copy, or state a shorter reading distance (--distance)",
        why="汉字的字高不能小于阅读距离的三百分之一；发布信息这类近处看的字不能小于 5 磅。 / "
        "A Han character is at least a 300th of the distance it is read from; what is read from "
        "near by, such as the imprint, at least 5 pt.",
        wrong="A3 海报，2 米，正文 5 毫米",
        right="A3 海报，2 米，正文 8 毫米",
    ),
    "W809": Code(
        title="字偏小 / Characters are small",
        text="“{words}”字高 {height} 毫米，{distance}最好有 {needed} 毫米 / "
        "“{words}” is {height} mm high; {distance} should have {needed} mm",
        cure="放大这一行，或者写明更近的阅读距离（--distance） / "
        "enlarge it, or state a shorter reading distance (--distance)",
        why="汉字的字高最好不小于阅读距离的二百五十分之一；近处看的字最好不小于 6 磅。 / "
        "A Han character should be a 250th of the distance it is read from; what is read from "
        "near by should have 6 pt.",
        wrong="A3 海报，2 米，正文 7 毫米",
        right="A3 海报，2 米，正文 8 毫米",
    ),
    "E810": Code(
        title="图片太粗 / Image is far too coarse",
        text="图片按实际大小只有 {dpi} dpi，这个尺寸要 {needed} dpi / "
        "an image has {dpi} dpi at full size; this size needs {needed}",
        cure="换一张像素多一倍以上的图，或者用矢量图 / "
        "use one of more pixels, or a drawing of vectors",
        why="不到行业要求的一半，印出来看得见一格一格的。 / "
        "With less than half of what the trade asks for, pixels are seen in print.",
        wrong="A3 海报，600 × 400 像素的图",
        right="A3 海报，3500 × 2400 像素的图",
    ),
    "W810": Code(
        title="图片偏粗 / Image is coarse",
        text="图片按实际大小是 {dpi} dpi，这个尺寸最好有 {needed} dpi / "
        "an image has {dpi} dpi at full size; this size should have {needed}",
        cure="有更大的原图就换上 / use a larger original if there is one",
        why="行业习惯：A2 以内 300 dpi；60×80 厘米 150；80×120 厘米 120；120×200 厘米 96；再大 "
        "72。 / "
        "The trade's rule: 300 dpi to A2, 150 at 60×80 cm, 120 at 80×120 cm, 96 at 120×200 cm, 72 "
        "beyond.",
        wrong="A3 海报，2000 × 1400 像素的图",
        right="A3 海报，3500 × 2400 像素的图",
    ),
    "E811": Code(
        title="总墨量太大 / Too much ink",
        text="{what}的总墨量是 {ink}%，最多 {limit}% / "
        "the total ink of {what} is {ink} %; the limit is {limit} %",
        cure="减少青、品红、黄，用黑代替；黑字只用 K100 / "
        "take out cyan, magenta and yellow for black; black text is K100 alone",
        why="墨太多干不透，会粘脏背面。胶版纸的上限是 280%。 / "
        "Too much ink does not dry and soils the next sheet; uncoated paper takes 280 %.",
        wrong="C100 M90 Y90 K80",
        right="C60 M50 Y50 K100",
    ),
    "E812": Code(
        title="印刷厂版里有 RGB / RGB in a print-shop edition",
        text="{what}用的是 RGB（{space}） / {what} is RGB ({space})",
        cure="转成 CMYK 再交；只在办公打印机上打，就用 --edition office / "
        "convert it to CMYK; for an office printer say --edition office",
        why="印刷用四色墨。留给印刷厂自动转换，红会发暗，黑字会变成四色黑。 / "
        "Presses print four inks. An automatic conversion dulls reds and turns black text into "
        "four inks.",
        wrong="1 0 0 rg",
        right="0 1 1 0 k",
    ),
    "E813": Code(
        title="线太细 / Hairline",
        text="有 {count} 条线太细，最细 {width} 毫米，至少要 {needed} 毫米 / "
        "{count} line(s) are too thin, the thinnest {width} mm; {needed} mm are needed",
        cure="线宽至少 0.25 磅，用 0.3 磅以上更稳 / draw lines of 0.3 pt or more",
        why="太细的线印出来断断续续，或者根本看不见。 / "
        "A line that thin prints broken or not at all.",
        wrong="0.1 w",
        right="0.3 w",
    ),
    "E814": Code(
        title="离裁切边太近 / Too near to the trim",
        text="{what}离{edge} {distance} 毫米，至少要 {needed} 毫米 / "
        "{what} is {distance} mm from the {edge}; {needed} mm are needed",
        cure="往里移，或者缩小 / move it inwards, or make it smaller",
        why="裁切有偏差，边框也会压住一圈。太靠边的字和二维码会被裁掉、盖住。 / "
        "Cutting is off by a little and frames cover the edge: what is too near to it is cut off "
        "or hidden.",
        wrong="海报的字离边 4 毫米",
        right="海报的字离边 10 毫米",
    ),
    "E815": Code(
        title="二维码扫不出来 / QR code cannot be read",
        text="{what} / {what}",
        cure="重新生成二维码：黑白分明，四边留白，不要压图、拉伸、模糊 / "
        "make it anew: dark on light, with room around it, not covered, stretched or blurred",
        why="这里按印出来的样子解码，解不出来，手机也扫不出来。 / "
        "It is decoded from the picture as printed; what fails here fails in a phone.",
        wrong="浅灰色的码 / a code in light grey",
        right="黑色的码 / a black code",
    ),
    "E816": Code(
        title="二维码四周留白不够 / Quiet zone is too narrow",
        text="二维码四周只空了 {free} 格，要 {needed} 格 / "
        "the QR code has {free} modules free around it; {needed} are needed",
        cure="把旁边的字、线、底色移开，四边各空 4 格 / "
        "keep text, lines and grounds four modules away",
        why="四周有东西，手机认不出码的边。 / "
        "A phone does not find the edge of a code that something touches.",
        wrong="码贴着边框 / a frame around it",
        right="四边各空 4 格 / 4 modules free",
    ),
    "W817": Code(
        title="末行只有一个字 / Lone last character",
        text="一段的最后一行只有“{character}”，上一行是“{before}” / "
        "the last line of a paragraph is “{character}” alone, after “{before}”",
        cure="删一两个字，或者加一两个字 / cut or add a character or two",
        why="孤字不成行：一个字占一行，看着像掉下来的。 / "
        "A character alone on a line looks as if it had dropped off.",
        wrong="……和家里人商量|吧。",
        right="……和家里人商量。",
    ),
    "W821": Code(
        title="末行太短 / Short last line",
        text="一段的最后一行只有“{line}”，不到一行的五分之一，上一行是“{before}” / "
        "the last line of a paragraph is “{line}”, less than a fifth of the measure, after “{before}”",
        cure="删几个字收回上一行，或者加几个字 / cut a few characters, or add some",
        why="一两个字占一行，前面空一大片，像没写完；电话前面的“打”也和电话分开了。本程序排的字会自己"
        "避开，别的软件做的 PDF 常有。 / A word or two alone on a line look unfinished. Handbill's own "
        "sheets avoid it; most such PDFs are others'.",
        wrong="……马上|打 119。",
        right="……有人呼救，|马上打 119。",
    ),
    "W715": Code(
        title="一行被拉散 / Torn line",
        text="“{line}”这一行的字被拉开，因为下一行的“{after}”没有断开 / "
        "the line “{line}” is pulled apart, because “{after}” below it does not break",
        cure="让长的网址、邮箱能断行，或者让它单独占一行，再或者这一段不两端对齐 / "
        "let long addresses break, give the address a line of its own, or do not justify the paragraph",
        why="两端对齐时，放不下的长串整个换到下一行，上一行剩下的几个字就被拉满一行，读起来一个字一个字。"
        "本程序的印刷品会在网址、邮箱里断行；这一条多半是别的软件做的 PDF。 / In justified text a long "
        "word that does not fit goes to the next line whole, and the few characters before it are "
        "spread over the line. Handbill's own sheets break addresses; most such PDFs are others'.",
        wrong="邮　箱　如　下　：|xuanchuanbangongshi@example.org",
        right="邮箱如下：xuanchuanban|gongshi@example.org",
    ),
    "E818": Code(
        title="已经过了有效期 / Expired",
        text="上面写着有效期至 {day}，今天是 {today} / "
        "it says “valid until {day}”; today is {today}",
        cure="核对内容，改有效期，重新生成；已经贴出去的请撤下 / "
        "check the contents, set a new date and build it anew; take down what is up",
        why="过期的电话和法律条文会误导人，所以不再印。 / "
        "Numbers and laws that have changed mislead people, so it is not printed again.",
        wrong="有效期至 2020-01-01",
        right="有效期至 2027-11-30",
    ),
    "E819": Code(
        title="还没有可以检查的 PDF / Nothing to check yet",
        text="{path} 里没有 PDF / there is no PDF in {path}",
        cure="先运行 handbill build；或者写出文件名 / run handbill build first, or name files",
        why="--all 检查生成好的网站里的全部印刷品。 / "
        "--all looks at every sheet of the built site.",
        wrong="handbill preflight --all",
        right="handbill build && handbill preflight --all",
    ),
    "W820": Code(
        title="是样张 / Specimen",
        text="{what}是样张，不能张贴 / {what}, and must not be posted",
        cure="在地区文件里填好发布单位、电话和网址，重新生成 / "
        "fill in the publisher, the numbers and the address of the place, and build anew",
        why="发布单位、网址还没有填的资料都带“样张”二字。检查时不看这两个字，填好以后它们就没有"
        "了。 / "
        "A sheet that lacks its publisher or address bears that mark. The mark itself is not "
        "looked at: it goes when the place is complete.",
        wrong="publisher: （未填 / not filled in）",
        right="publisher: 示例街道办事处",
    ),
    "E830": Code(
        title="文件会自己做事 / The file acts by itself",
        text="里面有：{what} / it holds {what}",
        cure="不要在看 PDF 的软件里点它要您点的东西；请做文件的人另存一份没有这些的，或者打印成新的 "
        "PDF / do not click what it offers; ask who made it for a copy without, or print it to a new "
        "PDF",
        why="印刷品只有页面。能运行程序、启动软件、发出表单、打开别的文件的 PDF，打开它的电脑可能受害；"
        "印刷厂也不收。拼版（impose）只取页面，不带这些。 / "
        "A sheet has pages and nothing else. A PDF that runs a program, starts another, sends a form "
        "or opens a file may harm whoever opens it, and print shops refuse it. Imposing takes the "
        "pages alone.",
        wrong="/OpenAction << /S /JavaScript /JS (…) >>",
        right="没有动作的 PDF / no actions",
    ),
    "W830": Code(
        title="文件里带着别的东西 / The file carries something else",
        text="里面带着：{what} / it carries {what}",
        cure="看看是不是要一起交；不要打开不认识的附件 / "
        "see whether it is meant to go along; do not open an attachment you do not know",
        why="附件、影音印不出来，却跟着文件走，可能是不该给出去的原稿，也可能是别人塞进来的程序。 / "
        "Attachments and media do not print and yet go with the file: an original that was to stay, "
        "or a program that somebody put there.",
        wrong="/EmbeddedFiles（x.exe）",
        right="只有页面 / pages alone",
    ),
    "E831": Code(
        title="页面尺寸不可能 / Impossible page",
        text="这一页没法印：{what} / this page cannot be printed: {what}",
        cure="重新导出，看看页面大小和方向；大尺寸用比例缩小画（1:10） / "
        "export it anew and see to the size and direction of its pages; draw large sheets to a scale",
        why="页面要有四个数字的边框，每边 1 毫米到 100 米，转 0、90、180 或者 270 度。 / "
        "A page has a box of four numbers, sides from 1 mm to 100 m, and is turned by 0, 90, 180 or "
        "270 degrees.",
        wrong="/MediaBox [0 0 0 0]",
        right="/MediaBox [0 0 595.276 841.89]",
    ),
    "E832": Code(
        title="要画的太多 / More than can be drawn",
        text="没法画出来：{what} / it cannot be drawn: {what}",
        cure="请做文件的人重新导出；页数太多就分成几份，图片缩到合用的大小 / "
        "ask who made it to export it anew; split what has too many pages, and scale images down",
        why="有的文件只有几千字节，画出来却没有尽头：看 PDF 的软件和印刷厂的机器都会卡死。 / "
        "A file of a few thousand bytes can be drawn without end, and stops viewers and presses.",
        wrong="图形里又画了它自己 / a drawing that draws itself",
        right="图形只画一次 / drawings that end",
    ),
    "E833": Code(
        title="没有读完就停了 / Reading it was ended",
        text="没有读完这个 PDF：{why} / this PDF was not read to its end: {why}",
        cure="用看 PDF 的软件打开看看；能打开就打印成新的 PDF 再试，打不开就不要用 / "
        "open it in a viewer; if that works, print it to a new PDF and try that; if not, do not use "
        "it",
        why="别人的 PDF 在单独的进程里读，内存最多 2 GB，60 秒没有读完一页或者一个文件超过 15 "
        "分钟就停。正常的印刷品差得远；到了这里的，多半是坏文件，或者是存心做出来的。 / "
        "PDFs are read by a process of its own with 2 GB of memory, and 60 seconds for a page or 15 "
        "minutes for a file. No sheet comes near: such a file is broken, or made to do harm.",
        wrong="展开后有 1.5 GB 的 2 MB 文件 / 2 MB that inflate to 1.5 GB",
        right="重新导出的文件 / the file, exported anew",
    ),
    "W833": Code(
        title="文件有毛病，读的时候补上了 / Mended while it was read",
        text="读的时候补上了毛病（{said}） / it was mended while it was read ({said})",
        cure="重新导出；印之前逐页看一遍 / export it anew, and look at every page before it is printed",
        why="文件不合规，不同的软件补出来的可能不一样：您看到的不一定是印出来的。 / "
        "It is malformed, and programs mend it differently: what you see may not be what is printed.",
        wrong="/Length 不对 / a wrong /Length",
        right="重新导出的文件 / the file, exported anew",
    ),
    "W834": Code(
        title="文件加了限制 / The file is restricted",
        text="打开不要密码，但是加了密，可能不许打印、修改 / "
        "it opens without a password but is encrypted, and may forbid printing or changes",
        cure="导出一份不加密的 / export it without encryption",
        why="印刷厂的流程多半不收加密的文件。 / Most print shops refuse an encrypted file.",
        wrong="/Encrypt",
        right="不加密 / not encrypted",
    ),
}
