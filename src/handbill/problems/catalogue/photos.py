"""E663 to E666, W663 and W664: photographs."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E663": Code(
        title="照片太粗 / A photograph is far too coarse",
        text="照片 {photo} 只有 {pixels} 像素：在 {place} 上印成 {printed}，一英寸 {dpi} 像素（dpi），至少要 "
        "{least} / the photograph {photo} has {pixels} pixels: on {place} it is printed {printed} large, at "
        "{dpi} pixels an inch (dpi); {least} are needed",
        cure="用原图，整张至少 {needed} 像素；不要把小图放大；没有就去掉这个尺寸，或者换一幅图 / "
        "use the original, of {needed} pixels at least, and do not enlarge a small one; without it, "
        "leave out this size or take another picture",
        why="从聊天软件里存下来的照片已经缩小了，印出来看得见一格一格的。要多少像素看成品大小：大的远看。A2 "
        "以内一英寸少于 100 像素不印，150 才能交印刷厂；60×80 厘米减半，再大更少。 / "
        "A photograph saved from a chat has been made small; squares are seen in print. How many pixels "
        "are needed follows from the size, since a large sheet is read from farther off: to A2 less than "
        "100 an inch is not printed, and a print shop takes 150; at 60×80 cm half of that, beyond it less.",
        wrong="sizes: [A4, A3]      # 照片 800 × 600",
        right="sizes: [A4, A3]      # 照片 4000 × 3000",
    ),
    "W663": Code(
        title="照片偏粗 / A photograph is coarse",
        text="照片 {photo} 有 {pixels} 像素：在 {place} 上印成 {printed}，一英寸 {dpi} 像素（dpi），少于 "
        "{least} / the photograph {photo} has {pixels} pixels: on {place} it is printed {printed} large, at "
        "{dpi} pixels an inch (dpi), fewer than {least}",
        cure="有 {needed} 像素的原图就换上；只用办公打印机打可以不管 / "
        "use an original of {needed} pixels if there is one; on an office printer it will do",
        why="印刷厂的检查（preflight，E810）不收不到行业要求一半的图：A2 以内是 150 dpi，再大更少。 / "
        "The check of a print shop (preflight, E810) takes no image with less than half of what the trade "
        "asks for: 150 dpi to A2, less beyond.",
        wrong="file: photos/bus-stop.jpg   # 1600 × 1200，印在 A3 海报上",
        right="file: photos/bus-stop.jpg   # 4000 × 3000",
    ),
    "E664": Code(
        title="照片和自带的图同名 / A photograph with the name of a drawing",
        text="templates/art 里已经有一幅图叫 {id} / templates/art has a drawing called {id}",
        cure="给照片换一个名字，picture 里也改 / "
        "give the photograph another name, also where `picture` says it",
        why="picture 里写一个名字，只能是一幅图。 / A name that `picture` says means one picture.",
        wrong="- id: families",
        right="- id: families-at-table",
    ),
    "W664": Code(
        title="照片的主体会被裁掉 / The subject of a photograph is cut",
        text="照片 {photo} 的主体在 {place} 上露不全：这种裁法只看得见照片宽的 {wide}%、高的 {high}% / "
        "the subject of the photograph {photo} is not seen whole on {place}: this crop shows {wide} % of "
        "its width and {high} % of its height",
        cure="把 subject 的方框画小一些，换一张四周更宽的照片，或者给这份资料另写 picture / "
        "draw the box of `subject` smaller, use a photograph with more around it, or give this "
        "material a picture of its own",
        why="同一张照片，海报上是横的，告示上接近方形，卡片上是一长条；主体要在每一种里都看得全。 / "
        "One photograph lies across on posters, is nearly square on notices and a band on cards; its "
        "subject must be seen whole on each.",
        wrong="subject: {x: 5, y: 0, width: 90, height: 100}",
        right="subject: {x: 35, y: 30, width: 30, height: 35}",
    ),
    "E665": Code(
        title="这个种类没有说照片放在哪里 / A kind without a place for photographs",
        text="种类 {kind} 画图，kind.yml 里没有写照片的位置 / "
        "the kind {kind} shows pictures, and its kind.yml has no place for photographs",
        cure="在 kind.yml 里写 photo：宽、高，按短边的 1/72 算 / "
        "write `photo` in its kind.yml: width and height in 1/72 of the short side",
        why="照片多大、怎么裁，检查和画图要算得一样。 / "
        "Checks and drawings must reckon with the same size and crop of a photograph.",
        wrong="sides: 1",
        right="sides: 1\nphoto: {width: 72, height: 38.4, left: 6, right: 6}",
    ),
    "E666": Code(
        title="主体的方框超出照片 / The subject reaches out of its photograph",
        text="照片 {id} 的 subject 到了 {end}%，照片只有 100% / "
        "the subject of the photograph {id} reaches to {end} %; a photograph ends at 100 %",
        cure="从照片左上角量起，都用百分比 / "
        "measure from the upper left corner of the photograph, in percent",
        why="x 加 width、y 加 height 都不能超过 100。 / "
        "Neither x and width nor y and height may be more than 100 together.",
        wrong="subject: {x: 60, y: 20, width: 60, height: 60}",
        right="subject: {x: 30, y: 20, width: 60, height: 60}",
    ),
}
