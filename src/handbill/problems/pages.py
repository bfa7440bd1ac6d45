"""The catalogue as text: one code for the terminal, all of them as a page of the guide."""

from __future__ import annotations

from handbill.problems.catalogue import CATALOGUE
from handbill.problems.code import Both, Code, Severity

HUNDREDS: dict[str, Both] = {
    "1": Both("文件和 YAML", "Files and YAML"),
    "2": Both("字段", "Fields"),
    "3": Both("引用、来源和日期", "References, sources and dates"),
    "4": Both("文字和篇幅", "Copy and its room"),
    "5": Both("地区", "Places"),
    "6": Both("用语和安全", "Wording and safety"),
    "7": Both("生成和命令", "Building and commands"),
    "8": Both("成品 PDF", "Finished PDFs"),
    "9": Both("工作台和发布", "The desk and publishing"),
}
"""First digit of a code → what its hundred is about."""

_INTRO = """\
<!-- 由 handbill.problems.catalogue_markdown() 生成，测试会核对。 / Generated; a test compares it. -->
<!-- lint: examples -->
# 问题代码 · Problem codes

检查发现问题时，会说出代码、文件、行和列，并指出怎么改。E 开头的是错误，改好才能生成；W 开头的是提醒。
在命令行里运行 `handbill explain E106`，也能看到下面的说明。

Each problem names its code, file, line and column, and what to do. Codes with E are errors, which
stop the build; codes with W are warnings. `handbill explain E106` shows the same in a terminal.
"""

_LABELS = {
    "error": Both("错误", "error"),
    "warning": Both("提醒", "warning"),
    "notice": Both("已审核", "reviewed"),
    "cure": Both("怎么改", "What to do"),
    "found": Both("谁发现", "Found by"),
    "wrong": Both("错误的写法", "Wrong"),
    "right": Both("正确的写法", "Right"),
}


def _readable(text: str) -> str:
    """A message with its placeholders, for people: {field} becomes ‹field›."""
    return (
        text.replace("{{", "\0")
        .replace("}}", "\1")
        .replace("{", "‹")
        .replace("}", "›")
        .replace("\0", "{")
        .replace("\1", "}")
    )


def explain(code: str, lang: str) -> str | None:
    """Returns everything about a code for the terminal; None when there is no such code."""
    entry = CATALOGUE.get(code)
    if entry is None:
        return None

    def say(name: str) -> str:
        return _LABELS[name].get(lang)

    def indented(text: str) -> str:
        return "\n".join(f"    {line}" for line in text.split("\n"))

    return "\n".join(
        [
            f"{code}  {entry.title.get(lang)}  ({say(Severity.of(code).value)})",
            "",
            _readable(entry.text.get(lang)),
            "",
            entry.why.get(lang),
            "",
            f"{say('cure')}: {_readable(entry.cure.get(lang))}",
            *([f"{say('found')}: {entry.found_by.get(lang)}"] if entry.found_by else ()),
            "",
            f"{say('wrong')}:",
            indented(entry.wrong),
            "",
            f"{say('right')}:",
            indented(entry.right),
        ]
    )


def catalogue_markdown() -> str:
    """Returns the page of all codes: docs/guide/problems.md. Chinese first, English below it."""
    parts = [_INTRO]
    hundred = ""
    for code, entry in sorted(CATALOGUE.items(), key=lambda one: (one[0][1:2], one[0])):
        if code[1] != hundred:
            hundred = code[1]
            title = HUNDREDS[hundred]
            parts.append(f"## {title.zh} · {title.en} {{#{hundred}xx}}\n")
        parts.append(_section(code, entry))
    return "\n".join(parts)


def _section(code: str, entry: Code) -> str:
    severity = Severity.of(code)
    prefix = "" if severity is Severity.ERROR else f"{_LABELS[severity.value].zh}："
    return "\n".join(
        [
            f"### {code} {prefix}{entry.title.zh} {{#{code}}}",
            "",
            f"{_escaped(_readable(entry.text.zh))}。{_escaped(entry.why.zh)}",
            "",
            f"**怎么改**：{_escaped(_readable(entry.cure.zh))}。{_found_by(entry, 'zh')}",
            "",
            f"*{entry.title.en}.* {_escaped(_sentence(_readable(entry.text.en)))} "
            f"{_escaped(entry.why.en)} **What to do**: {_escaped(_readable(entry.cure.en))}."
            f"{_found_by(entry, 'en')}",
            "",
            *_fence("错误 · wrong", entry.wrong),
            "",
            *_fence("正确 · right", entry.right),
            "",
        ]
    )


def _found_by(entry: Code, lang: str) -> str:
    if entry.found_by is None:
        return ""
    text = _escaped(entry.found_by.get(lang))
    return f"**谁发现**：{text}。" if lang == "zh" else f" **Found by** {text}."


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _escaped(text: str) -> str:
    """Text that Markdown leaves as it is."""
    for sign in "\\`*_<>[]|":
        text = text.replace(sign, f"\\{sign}")
    return text


def _fence(title: str, example: str) -> list[str]:
    return [f"{title}", "", "```yaml", example, "```"]
