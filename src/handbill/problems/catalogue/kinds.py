"""E740 to E746: kinds of material, as the folders of templates/ declare them."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E740": Code(
        title="种类的文件夹不完整 / The folder of a kind is not whole",
        text="种类 {kind} 的文件夹里没有 {file} / the folder of the kind {kind} has no {file}",
        cure="一个种类要有 kind.yml（字段、尺寸）、sheet.typ（版式）、page.html.j2（网页）；从相近的"
        "种类抄一份改 / a kind has kind.yml (fields, sizes), sheet.typ (drawing) and page.html.j2 "
        "(page); begin with those of a kind that is like it",
        why="templates/ 下一个文件夹就是一个种类，缺一样就画不出来。 / "
        "A folder of templates/ is a kind; without one of the three it cannot be made.",
        wrong="templates/table-tent/: sheet.typ",
        right="templates/table-tent/: kind.yml, sheet.typ, page.html.j2",
    ),
    "E741": Code(
        title="没有这个计算方法 / No such reckoning",
        text="没有叫“{name}”的计算方法；有：{known} / there is no reckoning “{name}”; there are {known}",
        cure="改成其中一个，或者删掉 reckoning / choose one of them, or leave out reckoning",
        why="要数秒数、画连环画的种类由程序计算，用 reckoning 指定；别的种类不用写。 / "
        "Kinds that count seconds or draw strips are reckoned by the program, which reckoning names; "
        "others leave it out.",
        wrong="reckoning: tickers",
        right="reckoning: ticker",
    ),
    "E742": Code(
        title="没有声明这个字段 / Field not declared",
        text="“{name}”不是这里可以写的名称；可以写：{known} / "
        "“{name}” is not a name that may stand here; these may: {known}",
        cure="照 fields 里的名称写 / write it as fields has it",
        why="文字稿、字数、例外里写的名称，都要是 fields 里声明过的字段。 / "
        "What the transcript and the budgets name is a field that fields declares.",
        wrong="transcript: [hedline]",
        right="transcript: [headline]",
    ),
    "E743": Code(
        title="和字段的类型不合 / Does not go with the type of the field",
        text="字段 {name} 的类型是 {type}：{found} / the field {name} is of type {type}: {found}",
        cure="改类型，或者改这一项 / change the type, or this setting",
        why="每种类型能写的设置不同，例如只有列表才有 min 和 max。 / "
        "Each type takes settings of its own: only lists have min and max, for instance.",
        wrong="headline: {type: line, max: 2}",
        right="headline: {type: lines, max: 2}",
    ),
    "E744": Code(
        title="这个名称已有别的意思 / The name is taken",
        text="字段不能叫“{name}”：它在每份资料里已有别的意思 / "
        "a field cannot be called “{name}”, which means something else in every material",
        cure="换一个名称 / choose another name",
        why="id、title、sizes 等是每份资料都有的；numbers、actions 等是程序自己加的。 / "
        "id, title, sizes and the like belong to every material; numbers, actions and the like are "
        "what the generator adds.",
        wrong="fields: {title: …}",
        right="fields: {heading: …}",
    ),
    "E745": Code(
        title="字段没有进文字稿 / A field is missing from the transcript",
        text="字段 {name} 在 transcript 里没有，用读屏软件的人听不到 / "
        "transcript leaves out the field {name}: people with a screen reader would not hear it",
        cure="写进 transcript；确实不用念的，写 transcript: no / "
        "add it to transcript; what is not to be read gets transcript: no",
        why="印在纸上的字，看不见的人也要能读到，也要能搜到。 / "
        "What is printed must reach those who cannot see it, and search.",
        wrong="transcript: [headline]   # 还有 sentence",
        right="transcript: [headline, sentence]",
    ),
    "E746": Code(
        title="计算缺一个字段 / Reckoning lacks a field",
        text="reckoning: {reckoning} 要有类型是 {type} 的字段 {name} / "
        "reckoning: {reckoning} needs a field {name} of type {type}",
        cure="照默认的声明补上这个字段 / add the field as the default declaration has it",
        why="程序按这些字段计算时间、画格子。 / The program reckons with these fields.",
        wrong="reckoning: ticker\nfields: {heading: {type: line}}",
        right="reckoning: ticker\nfields: {lines: {type: lines}, hours: {type: line}}",
    ),
}
