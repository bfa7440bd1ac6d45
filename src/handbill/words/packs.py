"""Words in packs: names of files, the papers of the print shop and of the office, tiles."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "pack_title": ("{campaign}：{audience}资料包", "{campaign}: materials for {audience}"),
    "pack_facts": (
        "地区 Place: {place}\n发布 Publisher: {publisher}\n"
        "联系人 Contact: ________    电话 Telephone: ________\n"
        "版本 Version: {version}    日期 Date: {issued}    有效期至 Valid until: {until}",
        "Place: {place}\nPublisher: {publisher}\nContact: ________    Telephone: ________\n"
        "Version: {version}    Date: {issued}    Valid until: {until}",
    ),
    "licence_file": ("使用说明与许可.txt", "licence-and-imprint.txt"),
    "licence_terms": (
        "文字与图画：知识共享 署名 4.0（CC BY 4.0）。可以复制、张贴、改编，请注明来源。\n"
        "Text and art: Creative Commons Attribution 4.0 (CC BY 4.0).\n"
        "https://creativecommons.org/licenses/by/4.0/\n"
        "字体已嵌入 PDF。许可全文见“许可全文 LICENSES.txt”。\n"
        "Fonts are embedded in the PDFs. All licences in full: LICENSES.txt.",
        "Text and art: Creative Commons Attribution 4.0 (CC BY 4.0).\n"
        "https://creativecommons.org/licenses/by/4.0/\n"
        "Fonts are embedded in the PDFs. All licences in full: LICENSES.txt.",
    ),
    "photo_terms": (
        "照片 / Photograph {photo}：{name}，{licence}",
        "Photograph {photo}: {name}, {licence}",
    ),
    "photo_own_terms": (
        "只许用在这些资料里，另用请先问拍照的人 / for these materials alone; ask before any other use",
        "for these materials alone; ask before any other use",
    ),
    "licences_file": ("许可全文 LICENSES.txt", "LICENSES.txt"),
    "licences_head": (
        "这个资料包里的东西各有许可，全文在后面。\n"
        "What this pack holds, and the licence of each, in full below.",
        "What this pack holds, and the licence of each, in full below.",
    ),
    "licences_art": ("文字与图画 / Text and art: {licence}", "Text and art: {licence}"),
    "licences_font": ("字体 / Font: {font}（{package}）", "Font: {font} ({package})"),
    "licences_own_font": (
        "字体 / Font: {font}。不是 Handbill 带来的，许可请问提供字体的人 / not of a package: ask "
        "whoever supplied it",
        "Font: {font}. Not of a package: ask whoever supplied it",
    ),
    "licences_program": (
        "做这个包的程序，不在包里 / The program that made it, which is not in the pack: Handbill",
        "The program that made it, which is not in the pack: Handbill",
    ),
    "checksums_file": ("校验码 sha256sums.txt", "sha256sums.txt"),
    "texts_file": ("文字稿.txt", "texts.txt"),
    "overview_file": ("总览.png", "overview.png"),
    # For the print shop
    "spec_file": ("规格单.csv", "spec-sheet.csv"),
    "spec_columns": (
        "文件 file|标题 title|种类 kind|尺寸 size|成品尺寸 trim|出血 bleed|比例 scale"
        "|纸张建议 paper|工艺建议 finish|数量 count|有效期至 valid until|sha256",
        "file|title|kind|size|trim|bleed|scale|paper|finish|count|valid until|sha256",
    ),
    "spec_pdf": ("规格单.pdf", "spec-sheet.pdf"),
    "spec_title": ("印刷规格单：{audience}", "Spec sheet: {audience}"),
    "spec_lead": (
        "请按 1:1 输出（写明 1:10 的放大十倍）；数量由委托单位填写。"
        "印前先看总览图和每个文件裁切线外的一行字。",
        "Print at 1:1 (what says 1:10, at ten times the size). The office fills in the quantity. "
        "Look at the overview and at the line outside the trim first.",
    ),
    "spec_head": (
        "样子|文件|名称|成品尺寸|出血|纸张、后道|有效期至|数量",
        "Look|File|Title|Trim|Bleed|Paper, finish|Valid until|Quantity",
    ),
    "spec_blanks": (
        "发布单位：|联系人：|电话：|交货日期：",
        "Publisher: |Contact: |Telephone: |Deliver by: ",
    ),
    # For the office
    "editable_folder": ("可编辑", "editable"),
    "office_pdf": ("全部打印（A4）.pdf", "print-all-A4.pdf"),
    "office_title": ("全部打印：{audience}", "To print: {audience}"),
    "where_title": (
        "贴在哪里，什么时候撤下：{audience}",
        "What goes where, and comes down when: {audience}",
    ),
    "where_lead": (
        "按“实际大小”单面打印；有正反面的卡片，单挑那几页双面打。"
        "贴之前征得场地管理单位同意；到日子就撤下，换新的。",
        "Print at actual size, on one side; print the pages of cards that have a back apart, on "
        "both sides. "
        "Ask whoever manages the place; take sheets down on their day.",
    ),
    "where_publisher": ("发布单位：", "Publisher: "),
    "where_head": (
        "资料|纸|用在哪里|贴出日期|撤下日期",
        "Material|Paper|Where|Posted on|Take down",
    ),
    "large_mark": ("（大字版）", " (large print)"),
    "tiles_how": (
        "成品 {width} × {height} 毫米，用 {paper} 纸 {count} 张拼成：{rows} 行 {columns} 列，"
        "每格一张。打印时选“实际大小”，不要缩放。\n每张左上角的白边上有编号：字母是第几行，"
        "数字是第几列。\n先拼行：从第二张起，沿灰虚线裁掉左边的白边，"
        "压在前一张右边 {overlap} 毫米的重叠上，对齐黑色短线，粘牢。\n"
        "再拼列：从第二行起，裁掉上边的白边，压在上一行下边的重叠上。最后裁掉四周的白边。",
        "{width} × {height} mm on {count} pages of {paper}: {rows} rows of {columns}, "
        "a page for each. Print at actual size, do not scale.\nThe number above the upper "
        "left corner says the row (letter) and the place in it.\nRows first: from the "
        "second page on, cut the white edge off on the left along the grey line, lay it "
        "on the {overlap} mm overlap of the page before, up to the short black lines, and "
        "glue.\nThen the rows: cut off the upper white edge from the second on, and glue "
        "it on the lower overlap of the row above. Cut off the white around it last.",
    ),
}
"""Each word in Chinese and English."""
