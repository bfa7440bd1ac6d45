"""E690 to E699, W690 to W699: logos, photographs, and other files of a site's own look."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E690": Code(
        title="没有这个图片文件 / No such image",
        text="{folder} 里没有 {file} / there is no {file} in {folder}",
        cure="把文件放进 {folder}，或者改正名字；大小写也要一样 / "
        "put the file into {folder}, or mend the name; capitals count",
        why="网站和资料上要用的图片，都放在站点自己的文件夹里，不从别处取。 / "
        "Images of pages and sheets lie in the site's own folders; none is taken from elsewhere.",
        wrong="theme:\n  logo: assets/logo.svg      # docs/assets/logo.svg 不存在",
        right="theme:\n  logo: assets/mark.svg",
    ),
    "E691": Code(
        title="不能用的图片 / An image that cannot be used",
        text="{file} 不能用：{reason} / {file} cannot be used: {reason}",
        cure="另存为 PNG、JPEG 或 SVG，改后缀名不算 / "
        "save it as PNG, JPEG or SVG; a new name alone does not change what it holds",
        why="读不出的图片会在每一页、每一张资料上留下空洞。 / "
        "An image that cannot be read leaves a hole on every page and sheet.",
        wrong="logo: assets/logo.webp",
        right="logo: assets/logo.png",
    ),
    "E692": Code(
        title="图片文件太大 / The image is too large",
        text="{file} 有 {size} 字节，最多 {limit} / {file} has {size} bytes; {limit} at most",
        cure="缩小以后再存：网站的标志 200 像素就够 / "
        "make it smaller and save it anew: 200 pixels are enough for a site's logo",
        why="标志每一页都要下载一次，手机和慢的网络等不起；资料上的图每一份文件里都有一份。 / "
        "Every page loads the logo, on slow phones too; an image on sheets is in every file of them.",
        wrong="logo: assets/logo-6000px.png",
        right="logo: assets/logo.svg",
    ),
    "E693": Code(
        title="SVG 里有不是图形的东西 / More than shapes in an SVG",
        text="{file} 里有{what} / {file} has {what}",
        cure="在画图软件里删掉，文字转成曲线，再存为“普通 SVG” / "
        "remove it in the drawing program, turn text into outlines, and save as plain SVG",
        why="SVG 可以带程序，也可以到别的网站取东西；文字在没有那种字体的电脑上会变样。 / "
        "An SVG can hold programs and load things from other sites; its text changes where a font "
        "is missing.",
        wrong='<svg onload="…">',
        right='<svg viewBox="0 0 36 36"><path d="…"/></svg>',
    ),
    "E694": Code(
        title="标志的形状不合适 / A logo of another shape",
        text="{file} 宽是高的 {ratio} 倍，可以是 {least} 到 {most} 倍 / "
        "{file} is {ratio} times as wide as high; {least} to {most} times is possible",
        cure="裁成合适的形状，去掉四周的空白；网站的标志要接近正方形，横排的名称不要放进去 / "
        "crop it, without the blank around it; the mark of a site is nearly square, and the name is "
        "not part of it",
        why="网站的标志在页首占一个方格，旁边就是网站的名称；资料上的标志排成一行，一样高。 / "
        "The mark of a site has a square of the header, beside the site's name; logos on sheets "
        "stand in a row and are equally high.",
        wrong="logo: assets/wordmark-400x60.png",
        right="logo: assets/mark-200x200.png",
    ),
    "E695": Code(
        title="标志的像素太少 / Too few pixels in a logo",
        text="{file} 高 {height} 像素，至少要 {least} / "
        "{file} is {height} pixels high; {least} are needed",
        cure="用大一些的原图，最好是 SVG；不要把小图放大 / "
        "use a larger original, best an SVG; do not enlarge a small one",
        why="从网页上存下来的小图，印在海报上是糊的。 / "
        "A small picture saved from a web page is a blur on a poster.",
        wrong="logos:\n  - file: logos/logo-64.png",
        right="logos:\n  - file: logos/logo.svg",
    ),
    "W690": Code(
        title="主体会被裁掉 / A subject that is cut",
        text="{picture}.typ 的 subject 太宽，或者太高、太低：宽最多 {widest} u，上边不高于 {top} u，"
        "下边不低于 {foot} u，左右在 0 到 {right} u 之间 / "
        "the subject of {picture}.typ is too wide, or reaches too high or too low: at most "
        "{widest} u wide, from {top} u down to {foot} u, between 0 and {right} u across",
        cure="把必须看见的东西画小一些、放到中间，再用 handbill picture 看各种裁法 / "
        "draw what must be seen smaller or nearer to the middle, and look at every crop with "
        "handbill picture",
        why="同一幅图，海报上是整幅，告示和宣传栏上只有一个窗口，卡片上没有下边，网页上没有上边。 / "
        "One picture is whole on a poster, a window on notices and boards, without its foot on "
        "cards, without its head on pages.",
        wrong="#let subject = (2, 20, 70, 52)",
        right="#let subject = (18, 36, 36, 23)",
    ),
}
