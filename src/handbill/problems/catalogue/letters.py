"""E511 to E519 and W511 to W513: letters by merge, and the workbook of their recipients."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E511": Code(
        title="个人信息的列 / Column of persons' data",
        text="这一列像是个人的信息（身份证号、银行卡号、姓名……） / "
        "this column looks like data of persons (identity or card numbers, names)",
        cure="从表里删去这一列，再运行一次 / take the column out of the table and run it again",
        why="信是写给单位的。身份证号一类的信息，群发信用不着；带着它的表，到处传就可能泄露。 / "
        "Letters go to organisations. Identity numbers have no use here, and a table that carries "
        "them leaks them wherever it goes.",
        wrong="单位,身份证号",
        right="单位,称呼,地址,联系方式",
    ),
    "E512": Code(
        title="没有写单位 / Row without an organisation",
        text="这一行没有写单位 / this row names no organisation",
        cure="写上单位全称；不要的行整行删去 / write its full name, or delete the row",
        why="别的格可以空着，印出来是一条横线；单位空着，就不知道信给谁。 / "
        "Other cells may stay empty: a line to write on is printed. Without a name nobody knows whom "
        "the letter is for.",
        wrong="单位,地址\n,河东路 1 号",
        right="单位,地址\n河东小学,河东路 1 号",
    ),
    "E513": Code(
        title="像是个人，不是单位 / A person, not an organisation",
        text="“单位”这一格像是一个人的名字 / this cell looks like the name of a person",
        cure="写单位的全称，例如“河东村村民委员会” / write the full name of the organisation",
        why="群发的信只写给单位，不写给个人：名单印成信，谁收过什么就能看出来。 / "
        "Letters by merge go to organisations alone: a pile of letters to persons tells who was "
        "written to about what.",
        wrong="（某人的姓名）",
        right="河东村村民委员会",
    ),
    "E514": Code(
        title="印不出来的字符 / Character that cannot be printed",
        text="这一格里有印不出来的字符：{codepoint} / "
        "this cell holds what cannot be printed: {codepoint}",
        cure="换成平常的字，或者删去看不见的字符 / "
        "write a usual character for it, or delete what cannot be seen",
        why="字体里没有这个字，或者它是看不见的控制符。 / "
        "No font has it, or it is a control character that nobody sees.",
        wrong="河东\\u200b小学",
        right="河东小学",
    ),
    "E515": Code(
        title="信不能放在网站里 / Letters would lie inside the site",
        text="{path} 在网站的文件夹里（{folder}） / {path} lies in a folder of the site ({folder})",
        cure="用 -o 写一个网站以外的文件夹 / name a folder outside the site with -o",
        why="docs、site、campaigns 里的文件会发布，缓存会带到别处。信上有收件单位，不能跟着网站走。 / "
        "What lies in docs, site or campaigns is published, and a cache is carried about. Letters "
        "name their recipients and stay out of both.",
        wrong="-o docs/letters",
        right="-o ../letters",
    ),
    "E516": Code(
        title="名单不能放在网站里 / The list lies inside the site",
        text="{path} 在网站的文件夹里（{folder}） / {path} lies in a folder of the site ({folder})",
        cure="把名单移到网站以外的地方 / move the list out of the site",
        why="docs 里的文件会原样发布出去。 / What lies in docs is published as it is.",
        wrong="docs/单位.xlsx",
        right="../单位.xlsx",
    ),
    "E517": Code(
        title="这一封放不下 / A letter that does not fit",
        text="这一行的信没有做成：{said} / the letter of this row was not made: {said}",
        cure="把这一行的单位、地址、称呼写短些，或者删短信的正文 / "
        "shorten what this row says, or the body of the letter",
        why="单位名称和地址占了正文的地方。字不会缩到读不清。 / "
        "Name and address take room from the body, and type is never made too small to read.",
        wrong="（地址写了十行）",
        right="河东路 1 号",
    ),
    "E518": Code(
        title="这种资料写不了收件单位 / A kind without a recipient",
        text="{kind}没有称呼，也没有写收件单位的地方 / "
        "{kind} has neither a salutation nor room for a recipient",
        cure="用一封信（letter）、表单（form）这样有称呼的资料 / "
        "use a material with a salutation, such as a letter or a form",
        why="每一份都一样的，用 handbill sheet 做一份，多印就是了。 / "
        "What is the same for all is made once by handbill sheet and printed as often as needed.",
        wrong="handbill letters demo-poster 单位.xlsx -o ../信",
        right="handbill letters parents-letter 单位.xlsx -o ../信",
    ),
    "E519": Code(
        title="表里没有单位 / No recipients",
        text="表头下面一行也没有 / there is no row below the header",
        cure="一个单位写一行 / write a row for each organisation",
        why="没有单位，就没有信可写。 / Without recipients there is nothing to write.",
        wrong="单位,称呼",
        right="单位,称呼\n河东小学,河东小学的老师们：",
    ),
    "W511": Code(
        title="没有用到的列 / Columns that are not used",
        text="这些列没有用到：{columns} / these columns are not used: {columns}",
        cure="写错了表头的，照 handbill letters --template 改；用不着的可以删去 / "
        "write headers as handbill letters --template has them; delete what is not needed",
        why="信里只有单位、称呼、地址、联系方式，还要看这种资料有没有地方。 / "
        "A letter shows name, salutation, address and contact, as far as its kind has room for them.",
        wrong="单位,备注",
        right="单位,称呼",
    ),
    "W512": Code(
        title="像是个人的号码或称呼 / A person's number or name",
        text="这一格像是手机号，或者点了一个人的姓 / this looks like a mobile number, or names a person",
        cure="用单位的座机、单位的称呼；一定要用的，先征得本人同意 / "
        "use the office's line and its name; or have the person's consent",
        why="手机号、姓氏是个人信息，印在信上收不回来。 / "
        "Mobile numbers and names are personal data and cannot be taken back from paper.",
        wrong="联系方式：（手机号码）",
        right="联系方式：（单位座机）",
    ),
    "W513": Code(
        title="同一个单位写了两次 / An organisation that stands there twice",
        text="这个单位前面有了，会收到两封 / it stands there already and would get two letters",
        cure="删去多的一行 / delete one of the rows",
        why="多半是两张表合在一起时重复了。 / Usually two lists were joined.",
        wrong="单位\n河东小学\n河东小学",
        right="单位\n河东小学\n河西小学",
    ),
}
