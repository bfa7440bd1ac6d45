"""Names of the blocks of a sheet, for messages to editors about copy that does not fit (E707)."""

from __future__ import annotations

from handbill.problems import Both

BLOCKS: dict[str, tuple[str, str]] = {
    "headline": ("大标题", "headline"),
    "sentence": ("一句话", "sentence"),
    "signal": ("信号", "signal"),
    "action": ("行动", "steps"),
    "numbers": ("号码", "numbers"),
    "qr-caption": ("二维码下的字", "words of the QR code"),
    "imprint": ("发布信息", "imprint"),
    "contacts": ("本地电话", "local contacts"),
    "heading": ("标题", "title"),
    "body": ("正文", "body"),
    "slip-note": ("回执说明", "note of the slip"),
    "slip-statement": ("回执的一句话", "statement of the slip"),
    "slip-field": ("回执的一栏", "field of the slip"),
    "signal-title": ("信号标题", "title of a signal"),
    "signal-text": ("信号说明", "text of a signal"),
    "closing": ("最后一句", "last line"),
    "back": ("背面", "back"),
    "block-title": ("背面小标题", "title on the back"),
    "row-text": ("背面的一行", "row on the back"),
    "slogan": ("标语", "slogan"),
    "modules": ("模块", "modules"),
    "module-title": ("模块标题", "title of a module"),
    "module-source": ("模块出处", "source of a module"),
    "questions-title": ("问题的标题", "title of the questions"),
    "question": ("问题", "question"),
    "note": ("小字", "small line"),
    "title": ("标题", "title"),
    "caption": ("旁白", "caption"),
    "balloon": ("并排的气泡", "balloons side by side"),
    "fiction-notice": ("虚构声明", "fiction notice"),
    "text": ("正文", "text"),
    "field-label": ("要填的一栏", "field to fill in"),
    "face": ("三折页的一面", "face of the leaflet"),
    "face-title": ("一面的标题", "title of a face"),
    "check": ("可打勾的一行", "line to tick"),
    "quiet": ("不方便说话时", "line for when one cannot speak"),
    "item": ("清单", "lines of the checklist"),
    "group-title": ("类别", "group"),
    "plan": ("教案正文", "plan"),
    "handout": ("讲义", "hand-out"),
    "handout-title": ("讲义标题", "title of the hand-out"),
    "hours": ("播出时间", "when it runs"),
    "line": ("一条字幕", "line of the display"),
    "script": ("稿子", "script"),
    "motto": ("花边里的一句话", "motto"),
    "frame-title": ("栏目标题", "title of a frame"),
    "frame-text": ("栏目提示", "hint of a frame"),
    "label": ("页眉标签", "label"),
    "points": ("长图要点", "points"),
    "points-title": ("长图小标题", "title of the points"),
    "point-title": ("要点标题", "title of a point"),
    "signature": ("落款", "signature"),
    "valid-until": ("张贴到哪天", "line of the last day"),
    "word": ("最大的词", "largest word"),
}
"""Blocks by the name that templates call `refuse` with, in Chinese and English."""
UNITS: dict[str, tuple[str, str]] = {
    "characters": (" 个字", " characters"),
    "letters": (" 个字母", " letters"),
    "lines": (" 行", " lines"),
    "pages": (" 页", " pages"),
}
"""What `refuse` counts in; in scripts that part words by spaces, letters in place of characters."""
FEWER_NUMBERS = Both(
    "少印一个号码，别的写进 other_numbers；号码旁边的词也可以短些。",
    "fewer numbers, the others in `other_numbers`; or shorter words beside them. ",
)
"""What helps where the numbers of every sheet do not fit."""
