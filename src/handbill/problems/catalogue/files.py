"""E1xx, first part: files and folders, encodings, and what lies where."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E101": Code(
        title="文件太大 / File too large",
        text="这个文件有 {size} 字节，上限是 {limit} 字节 / "
        "this file has {size} bytes; the limit is {limit}",
        cure="把内容分到几个文件里，每个对象一个文件 / split it, one file an audience",
        why="正常的内容文件只有几十 KB。特别大的文件多半是放错了（图片、压缩包改了名字），也可能是"
        "有人想让程序卡住。 / "
        "A file of contents has some tens of kilobytes. A huge one is usually something else "
        "under a wrong name, or meant to stall the program.",
        wrong="communities.yml  2.4 MB",
        right="communities.yml  12 KB",
    ),
    "E102": Code(
        title="文件读不了 / File cannot be read",
        text="系统不让读这里：{reason} / the system refuses to read this: {reason}",
        cure="看看它是不是文件夹、是不是被别的程序占用、有没有读取权限 / "
        "see whether it is a folder, is held by another program, or lacks read permission",
        why="文件在，但是打不开。常见的原因：名字像文件的文件夹，没有权限，网盘没有同步完。 / "
        "The file is there but cannot be opened: a folder with a file's name, missing permission, "
        "or a cloud folder that is not in step yet.",
        wrong="communities.yml/  （文件夹 / a folder）",
        right="communities.yml",
    ),
    "E103": Code(
        title="文件不是 UTF-8 编码 / File is not UTF-8",
        text="从这里开始不是 UTF-8：{guess} / not UTF-8 from here on: {guess}",
        cure="记事本：文件 → 另存为 → 编码选“UTF-8” → 保存。WPS、VS Code 也在“另存为”或者右下角选"
        "编码 / "
        "Notepad: File, Save as, Encoding “UTF-8”. In VS Code: the encoding at the lower right, "
        "“Save with encoding”",
        why="同样的字节在不同编码里是不同的字。Handbill 只读 UTF-8（有没有 BOM 都可以），这样每台"
        "电脑看到的都一样。表格 places.csv 另外接受 GBK/GB18030，因为 Excel 默认这样保存。 / "
        "The same bytes are other characters in another encoding. Handbill reads UTF-8 only (a "
        "BOM does no harm), so that every computer sees the same. The table places.csv may also "
        "be GB18030, which is what Excel writes.",
        wrong="编码 / encoding: ANSI (GBK)",
        right="编码 / encoding: UTF-8",
    ),
    "E104": Code(
        title="看不见的字符 / Invisible character",
        text="这里有一个看不见或者不能印的字符：{character} / "
        "a character that cannot be seen or printed: {character}",
        cure="把光标放在这里，删掉它，再把前后的字重新打一遍 / "
        "put the cursor here, delete it, and type the characters around it anew",
        why="从微信、网页复制来的文字常带零宽空格；转换失败会留下乱码符。它们印不出来，却会让搜"
        "索、核对都对不上；控制阅读方向的字符还能让文字看起来和实际不一样。有的文字离不开它们（波斯文、印地"
        "文的连接符，希伯来文、阿拉伯文行里的方向符，蒙古文的变体，德文单词里的软连字符），在那里不算错。 / "
        "Text copied from chats and web pages carries zero-width spaces; failed conversions leave "
        "replacement characters. They do not print, but words no longer match; marks of reading "
        "direction make text look other than it is. Some scripts cannot be spelled without them (joiners "
        "of Persian and Hindi, marks of direction in lines of Hebrew and Arabic, Mongolian variants, "
        "soft hyphens in a German word): there they pass.",
        wrong="title: 求职[U+200B]先核实",
        right="title: 求职先核实",
    ),
    "E124": Code(
        title="站点设置读不了 / Site settings cannot be read",
        text="{file} 读不了：{reason} / {file} cannot be read: {reason}",
        cure="在有 mkdocs.yml 的文件夹里运行，或者用 -f 指明它在哪里；新站点用 handbill new 建立 "
        "/ "
        "run this where mkdocs.yml lies, or name it with -f; handbill new makes a new site",
        why="mkdocs.yml 是整个网站的设置：名称、网址、插件。没有它就不知道站点在哪里。 / "
        "mkdocs.yml holds the settings of the site: name, address, plugins. Without it there is "
        "no site.",
        wrong="site_name: [求职先核实",
        right="site_name: 求职先核实",
    ),
    "E125": Code(
        title="缺少文件 / File missing",
        text="这个文件夹里应该有 {file} / this folder must hold {file}",
        cure="新建 {file}；可以从 handbill new 生成的站点里复制一份来改 / "
        "create {file}; copy the one of a site made by handbill new",
        why="每个活动都要有 campaign.yml（叫什么、哪天到期）；"
        "campaigns/places/ 里要有地区的文件，places.yml 或者 places.csv。 / "
        "A campaign needs campaign.yml; campaigns/places/ needs places.yml or places.csv.",
        wrong="campaigns/fire/communities.yml",
        right="campaigns/fire/campaign.yml\ncampaigns/fire/communities.yml",
    ),
    "E126": Code(
        title="没有活动 / No campaign",
        text="“{folder}”里没有任何活动 / there is no campaign in “{folder}”",
        cure="在里面建一个文件夹，放 campaign.yml 等文件；或者用 handbill new 新建站点 / "
        "make a folder there with campaign.yml and its like; or use handbill new",
        why="一个活动是 campaigns/ 里的一个文件夹。文件夹的名字就是活动的编号。 / "
        "A campaign is a folder in campaigns/; the folder's name is its id.",
        wrong="campaigns/campaign.yml",
        right="campaigns/job-seeking/campaign.yml",
    ),
    "E127": Code(
        title="文件名的后缀不对 / Wrong file name extension",
        text="“{file}”不会被读取 / “{file}” would not be read",
        cure="改名为 {instead} / rename it to {instead}",
        why="内容文件的后缀一律是小写的 .yml。Windows 会悄悄加上 .txt：在资源管理器的“查看”里打开"
        "“文件扩展名”就能看到。 / "
        "Contents end in .yml, in small letters. Windows adds .txt without showing it: turn on "
        "“File name extensions” in the Explorer's view.",
        wrong="communities.yml.txt",
        right="communities.yml",
    ),
    "E128": Code(
        title="文件在站点之外 / File outside the site",
        text="{file} 是一个链接，指到 {folder} 文件夹外面 / "
        "{file} is a link that leads outside the {folder} folder",
        cure="把文件本身复制进来，不要用链接 / copy the file itself; do not link it",
        why="内容来自很多人。只读 campaigns/、docs/、templates/ 里的文件，就不会把这台电脑上别的文件"
        "公布出去。 / "
        "Contents come from many hands. Reading only below campaigns/, docs/ and templates/ keeps "
        "other files of this computer from being published.",
        wrong="communities.yml → ../../../secret.yml",
        right="communities.yml",
    ),
    "E129": Code(
        title="名字不能用作网址 / Name cannot be an address",
        text="“{file}”的名字会成为网址，只能用小写字母 a–z、数字和连字符 / "
        "the name “{file}” becomes an address: only a–z, 0–9 and hyphens",
        cure="改名，例如 communities.yml；不用的副本请删掉，或者移到别的文件夹 / "
        "rename it, such as communities.yml; delete a copy that is not needed",
        why="文件名就是编号，也是网页地址的一部分。中文、空格和大写字母在网址里会变成难认的符号，"
        "印在海报上没法输入。 / "
        "The file's name is the id and part of the page's address. Other characters turn into "
        "signs that nobody can type from a poster.",
        wrong="社区.yml",
        right="communities.yml",
    ),
    "E132": Code(
        title="这张表格不会被读取 / Table is not read",
        text="“{file}”不会被读取：地区只从 .yml 和 .csv 读 / "
        "“{file}” is not read: places are read from .yml and .csv",
        cure="运行 handbill places import，把它导入成 .csv；不用的表格请移到别处 / "
        "run handbill places import, which makes a .csv of it; move a table that is not needed "
        "elsewhere",
        why="Excel 的 .xlsx 不是文本，改了什么看不出来，所以先导入：有错的格子逐个指出，改了什么先给您看。"
        "旁边有了 .csv，原来的 .xlsx 留着没有关系。 / "
        "A workbook is no text, and nobody sees what has changed in it; so it is imported first: "
        "each bad cell is named, and what changes is shown before. Once there is a .csv, the "
        "workbook may stay beside it.",
        wrong="campaigns/places/地区.xlsx",
        right="campaigns/places/places.csv",
    ),
}
