"""The generator's own words on sheets and in packs, by language. Campaigns bring all other copy."""

from __future__ import annotations

from collections.abc import Mapping

from handbill.model.text import BLANK

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "lang": "zh",
        "join": "",
        "pause": "，",
        "stop": "。",
        "colon": "：",
        "citation": "{source}{article}",
        "published_by": "发布：{publisher}",
        "version": "版本 {version}",
        "printed": "印制 {month}",
        "valid_until": "有效期至 {date}",
        "origin": "来源：{address}",
        "origin_unset": "来源：网址未设",
        "specimen": "样张",
        "specimen_note": "样张：{lacking}未填写，请勿张贴",
        "expired": "过期",
        "expired_note": "有效期到 {date}，已经过期，请勿张贴",
        "listing": "、",
        "publisher": "发布单位",
        "site_url": "网址",
        "bleed": "出血 {bleed} mm",
        "full_scale": "1:1",
        "reduced": "1:{factor} 缩小稿，请放大 {factor} 倍输出",
        "pack_title": "{campaign}：{audience}资料包",
        "spec_file": "规格单.csv",
        "pack_contact": "联系人 Contact: ________    电话 Telephone: ________",
        "spec_pdf": "规格单.pdf",
        "spec_title": "印刷规格单：{audience}",
        "spec_lead": "请按 1:1 输出（写明 1:10 的放大十倍）；数量由委托单位填写。"
        "印前先看总览图和每个文件裁切线外的一行字。",
        "spec_head": "样子|文件|名称|成品尺寸|出血|纸张、后道|有效期至|数量",
        "spec_blanks": "发布单位：|联系人：|电话：|交货日期：",
        "overview_file": "总览.png",
        "office_pdf": "全部打印（A4）.pdf",
        "office_title": "全部打印：{audience}",
        "where_title": "贴在哪里，什么时候撤下：{audience}",
        "where_lead": "按“实际大小”单面打印；有正反面的卡片，单挑那几页双面打。"
        "贴之前征得场地管理单位同意；到日子就撤下，换新的。",
        "where_publisher": "发布单位：",
        "where_head": "资料|纸|用在哪里|贴出日期|撤下日期",
        "large_mark": "（大字版）",
        "checksums_file": "校验码 sha256sums.txt",
        "tiles_how": "成品 {width} × {height} 毫米，用 {paper} 纸 {count} 张拼成：{rows} 行 {columns} 列，"
        "每格一张。打印时选“实际大小”，不要缩放。|每张左上角的白边上有编号：字母是第几行，"
        "数字是第几列。|先拼行：从第二张起，沿灰虚线裁掉左边的白边，"
        "压在前一张右边 {overlap} 毫米的重叠上，对齐黑色短线，粘牢。|"
        "再拼列：从第二行起，裁掉上边的白边，压在上一行下边的重叠上。最后裁掉四周的白边。",
        "texts_file": "文字稿.txt",
        "licence_file": "使用说明与许可.txt",
        "audience_label": "{campaign} · {label}",
        "blank": "＿＿＿＿",
        "fiction": "情景案例（虚构）",
        "declared": "{signature} 宣",
        "says": "{who}：{text}",
        "sends": "{who}（短信）：{text}",
        "seen": "（画面：{picture}）",
        "shot": "{number}．{framing}，{seconds} 秒：{picture}",
        "shot_speech": "台词：{text}",
        "shot_caption": "字幕：{text}",
        "lesson_for": "{grade}，{minutes} 分钟",
        "lesson_step": "{title}（{minutes} 分钟）",
    },
    "en": {
        "lang": "en",
        "join": " ",
        "pause": ", ",
        "stop": ".",
        "colon": ": ",
        "citation": "{source}, {article}",
        "published_by": "Published by {publisher}",
        "version": "version {version}",
        "printed": "printed {month}",
        "valid_until": "valid until {date}",
        "origin": "Source: {address}",
        "origin_unset": "Source: address not set",
        "specimen": "SPECIMEN",
        "specimen_note": "Specimen: {lacking} not set, do not post",
        "expired": "EXPIRED",
        "expired_note": "Valid until {date}: expired, do not post",
        "listing": ", ",
        "publisher": "publisher",
        "site_url": "address of the site",
        "bleed": "bleed {bleed} mm",
        "full_scale": "1:1",
        "reduced": "drawn at 1:{factor}, print at {factor} times the size",
        "pack_title": "{campaign}: materials for {audience}",
        "spec_file": "spec-sheet.csv",
        "pack_contact": "Contact: ________    Telephone: ________",
        "spec_pdf": "spec-sheet.pdf",
        "spec_title": "Spec sheet: {audience}",
        "spec_lead": "Print at 1:1 (what says 1:10, at ten times the size). The office fills in the "
        "count. Look at the overview and at the line outside the trim first.",
        "spec_head": "Look|File|Title|Trim|Bleed|Paper, finish|Valid until|Count",
        "spec_blanks": "Publisher: |Contact: |Telephone: |Deliver by: ",
        "overview_file": "overview.png",
        "office_pdf": "print-all-A4.pdf",
        "office_title": "To print: {audience}",
        "where_title": "What goes where, and comes down when: {audience}",
        "where_lead": "Print at actual size, on one side; cards with a back on both, those pages alone. "
        "Ask whoever manages the place; take sheets down on their day.",
        "where_publisher": "Publisher: ",
        "where_head": "Material|Paper|Where|Posted on|Take down",
        "large_mark": " (large print)",
        "checksums_file": "sha256sums.txt",
        "tiles_how": "{width} × {height} mm on {count} pages of {paper}: {rows} rows of {columns}, "
        "a page for each. Print at actual size, do not scale.|The number above the upper "
        "left corner says the row (letter) and the place in it.|Rows first: from the "
        "second page on, cut the white edge off on the left along the grey line, lay it "
        "on the {overlap} mm overlap of the page before, up to the short black lines, and "
        "glue.|Then the rows: cut off the upper white edge from the second on, and glue "
        "it on the lower overlap of the row above. Cut off the white around it last.",
        "texts_file": "texts.txt",
        "licence_file": "licence-and-imprint.txt",
        "audience_label": "{campaign} · {label}",
        "blank": "________",
        "fiction": "Scenario (fictional)",
        "declared": "{signature}",
        "says": "{who}: {text}",
        "sends": "{who} (text message): {text}",
        "seen": "(Picture: {picture})",
        "shot": "{number}. {framing}, {seconds} s: {picture}",
        "shot_speech": "Speech: {text}",
        "shot_caption": "Caption: {text}",
        "lesson_for": "{grade}, {minutes} minutes",
        "lesson_step": "{title} ({minutes} minutes)",
    },
}


def words(language: str, own: Mapping[str, str] | None = None) -> dict[str, str]:
    """The words of a language tag (zh-CN, en). own: translations of other languages, by "sheet:"
    and the name; what they lack is English."""
    base = language.split("-")[0]
    known = WORDS.get(base) or {**WORDS["en"], "lang": base}
    return known | {
        name.removeprefix("sheet:"): text
        for name, text in (own or {}).items()
        if name.startswith("sheet:")
    }


def written_out(text: str, language: str) -> str:
    """Text for files without layout: a blank becomes a run of low lines."""
    return text.replace(BLANK, words(language)["blank"])
