"""Words on sheets, and in what is told of them: the line of the publisher, transcripts, pictures."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # Marks, and how parts are joined
    "join": ("", " "),
    "pause": ("，", ", "),
    "stop": ("。", "."),
    "colon": ("：", ": "),
    "listing": ("、", ", "),
    "numerals": ("〇|一|二|三|四|五|六|七|八|九|十", "0|1|2|3|4|5|6|7|8|9|10"),
    "numbered": ("{number}．{text}", "{number}. {text}"),
    "citation": ("{source}{article}", "{source}, {article}"),
    "cited": ("{text}（{citation}）", "{text} ({citation})"),
    "audience_label": ("{campaign} · {label}", "{campaign} · {label}"),
    "blank": ("＿＿＿＿", "________"),
    # The line of the publisher, and the line outside the trim
    "published_by": ("发布：{publisher}", "Published by {publisher}"),
    "photo_credit": ("摄影：{name}", "Photo: {name}"),
    "version": ("版本 {version}", "version {version}"),
    "printed": ("印制 {month}", "printed {month}"),
    "valid_until": ("有效期至 {date}", "valid until {date}"),
    "origin": ("来源：{address}", "Source: {address}"),
    "origin_unset": ("来源：网址未设", "Source: address not set"),
    "bleed": ("出血 {bleed} mm", "bleed {bleed} mm"),
    "full_scale": ("1:1", "1:1"),
    "reduced": (
        "1:{factor} 缩小稿，请放大 {factor} 倍输出",
        "drawn at 1:{factor}, print at {factor} times the size",
    ),
    # What must not be posted
    "specimen": ("样张", "SPECIMEN"),
    "specimen_note": (
        "样张：{lacking}未填写，请勿张贴",
        "Specimen: {lacking} not set, do not post",
    ),
    "expired": ("过期", "EXPIRED"),
    "expired_note": (
        "有效期到 {date}，已经过期，请勿张贴",
        "Valid until {date}: expired, do not post",
    ),
    "publisher": ("发布单位", "publisher"),
    "site_url": ("网址", "address of the site"),
    "real_numbers": ("真的号码", "real numbers"),
    # On many kinds
    "code": ("二维码：{address}", "QR code: {address}"),
    "code_later": ("二维码|网址待定", "QR code|to follow"),
    "page_of": ("第 {page} 页，共 {pages} 页", "{page} / {pages}"),
    "date_parts": ("年|月|日", "/|/|"),
    "declared": ("{signature} 宣", "{signature}"),
    "fiction": ("情景案例（虚构）", "Scenario (fictional)"),
    # On one kind
    "notice_until": ("张贴至 {date}", "Display until {date}"),
    "checklist_head": ("类别|要做到的|做到了|哪天|备注", "Group|What is to be done|Done|Day|Note"),
    "checklist_checked": ("单位|核对人|日期", "Place|Checked by|Date"),
    "newspaper_class": ("班级", "Class"),
    "newspaper_name": ("姓名", "Name"),
    "lesson_unit": ("′", "′"),
    "lesson_questions": ("想一想，写一写", "Think and write"),
    "lesson_checks": ("勾一勾", "Tick"),
    "ticker_lines": ("{count} 条", "{count} lines"),
    "ticker_lines.one": ("{count} 条", "{count} line"),
    "ticker_hours": ("播出：", "When: "),
    "ticker_entered": ("已录入", "Entered"),
    "ticker_remarks": ("备注", "Notes"),
    "ticker_facts": (
        "{number}．{characters} 个字，走完约 {seconds} 秒",
        "{number}. {characters} characters, {seconds} s",
    ),
    "ticker_note": (
        "时间按每秒走 {speed} 个字算，屏上请照此设置。文字不用重打，复制文件 {file}。",
        "Times are for {speed} characters a second; set the display to it. Copy the text from "
        "{file}.",
    ),
    "script_broadcast": ("广播稿", "Loudspeaker script"),
    "script_video": ("短视频分镜头", "Shots of a short video"),
    "script_facts": (
        "念完约 {seconds} 秒（共 {characters} 字，每分钟 {speed} 字），限 {limit} 秒",
        "About {seconds} s ({characters} words, {speed} a minute), at most {limit} s",
    ),
    "script_shots": (
        "{count} 个镜头，共 {seconds} 秒，限 {limit} 秒；每秒说 {speed} 个字",
        "{count} shots, {seconds} s in all, at most {limit} s; {speed} words a second",
    ),
    "script_shots.one": (
        "{count} 个镜头，共 {seconds} 秒，限 {limit} 秒；每秒说 {speed} 个字",
        "{count} shot, {seconds} s in all, at most {limit} s; {speed} words a second",
    ),
    "script_pause": ("停", "Pause"),
    "script_turn": ("第{number}遍", "{number}×"),
    "script_over": ("翻页", "Turn over"),
    "shot_columns": ("镜号|景别|画面|台词|字幕|秒", "No.|Framing|Picture|Speech|Caption|s"),
    # What is seen in the bands of boards and notices: by scene, and by who is in it
    "scene_call_neighbour": (
        "楼前，一位邻居在打电话",
        "Before a block of flats a neighbour is on the telephone",
    ),
    "scene_call_student": (
        "楼前，一名学生在打电话",
        "Before a block of flats a student is on the telephone",
    ),
    "scene_call_elder": (
        "楼前，一位老人在打电话",
        "Before a block of flats an old woman is on the telephone",
    ),
    "scene_check_all": (
        "放大镜下的一份红头材料，镜里是一个问号",
        "A document with a red letterhead under a magnifying glass that shows a question mark",
    ),
    "scene_horn_all": (
        "田野上的大喇叭，一位农民停下来听",
        "A loudspeaker over the fields; a farmer has stopped to listen",
    ),
    "scene_key_all": (
        "一只手拿着一串钥匙，下面是填好的登记表",
        "A hand holds a bunch of keys over a registration form",
    ),
    "scene_leave_elder": (
        "空椅子对着白板，一位老人起身走出门",
        "Empty chairs before a whiteboard; an old man walks out of the door",
    ),
    "scene_leave_colleague": (
        "空椅子对着白板，一名员工起身走出门",
        "Empty chairs before a whiteboard; a colleague walks out of the door",
    ),
    "scene_read_all": (
        "几位居民在看宣传栏，一人指着其中一张",
        "Residents read a notice board; one points at a sheet",
    ),
    "scene_suitcase_all": (
        "一只大行李箱，吊牌上是问号；旁边有人拿着手机先查",
        "A huge suitcase with a question mark on its tag; beside it somebody looks it up first",
    ),
    "scene_talk_all": (
        "桌边两个人喝着茶，一起看一张账",
        "Two people at a table with tea go through a sheet of sums",
    ),
    # Of a case that a sheet prints
    "printed_done": ("案例", "The case"),
    "printed_result": ("结果", "The result"),
    "printed_signals": ("识别点", "How to tell"),
    "decided_by": ("作出机关：{name}", "Decided by: {name}"),
    "source_of_case": ("案例来源：{source}", "Source of the case: {source}"),
    "signals_in_general": (
        "“识别点”讲的是这一类事常见的样子。",
        "“How to tell” is what such things usually look like.",
    ),
    # Transcripts
    "beats": ("起|承|转|合", "1|2|3|4"),
    "says": ("{who}：{text}", "{who}: {text}"),
    "sends": ("{who}（短信）：{text}", "{who} (text message): {text}"),
    "seen": ("（画面：{picture}）", "(Picture: {picture})"),
    "shot": (
        "{number}．{framing}，{seconds} 秒：{picture}",
        "{number}. {framing}, {seconds} s: {picture}",
    ),
    "shot_speech": ("台词：{text}", "Speech: {text}"),
    "shot_caption": ("字幕：{text}", "Caption: {text}"),
    "lesson_for": ("{grade}，{minutes} 分钟", "{grade}, {minutes} minutes"),
    "lesson_step": ("{title}（{minutes} 分钟）", "{title} ({minutes} minutes)"),
}
"""Each word in Chinese and English."""

ON_EVERY_SHEET = ("code", "code_later", "page_of", "date_parts", "declared", "fiction")
