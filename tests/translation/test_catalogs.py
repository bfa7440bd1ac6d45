"""PO files: made from the YAML, kept up with it, and nothing lost on the way."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import apply, base_site, problems_of

from handbill.cli import EXIT_OK, EXIT_PROBLEMS, main
from handbill.load.catalogs import read_catalog
from handbill.load.text_source import read_text
from handbill.scaffold import new_site
from handbill.translation import Text, pseudo, update_catalog

DAY = datetime.date(2026, 11, 24)


def made(before: str | None, *texts: str) -> str:
    return update_catalog(
        before, [Text(one, "law", None, [("claims.yml", 3)]) for one in texts], "en", "演示", DAY
    )[0]


def with_translation(po: str, text: str, translation: str) -> str:
    old = f'msgid "{text}"\nmsgstr ""'
    assert po.count(old) == 1
    return po.replace(old, f'msgid "{text}"\nmsgstr "{translation}"')


def test_a_translation_survives_an_update() -> None:
    po = with_translation(made(None, "先停一停", "再查一查"), "先停一停", "Stop first")
    again = made(po, "先停一停", "再查一查", "最后报一报")
    catalog, problems = read_catalog(again, "en", "en.po")
    assert problems == [] and catalog
    assert catalog.get("先停一停") == "Stop first"
    assert catalog.get("再查一查") is None
    assert "最后报一报" in catalog.messages


def test_an_update_without_a_change_changes_nothing() -> None:
    po = with_translation(made(None, "先停一停"), "先停一停", "Stop first")
    assert made(po, "先停一停") == made(made(po, "先停一停"), "先停一停")


def test_a_changed_text_keeps_its_old_translation_as_fuzzy_and_it_is_not_used() -> None:
    text, changed = "举报的人受法律保护，可以放心。", "举报的人依法受法律保护，可以放心。"
    po = with_translation(made(None, text), text, "Those who report are protected by law.")
    catalog, _ = read_catalog(made(po, changed), "en", "en.po")
    assert catalog
    message = catalog.messages[changed]
    assert message.fuzzy and message.text == "Those who report are protected by law."
    assert catalog.get(changed) is None


@pytest.mark.parametrize("context", [None, "m"])
def test_what_a_changed_text_was_is_told_by_every_update_until_the_mark_is_off(
    context: str | None,
) -> None:
    def updated(before: str | None, text: str) -> str:
        return update_catalog(
            before, [Text(text, "law", context, [("claims.yml", 3)])], "en", "演示", DAY
        )[0]

    text, changed = "举报的人受“法律”保护，可以放心。", "举报的人依法受“法律”保护，可以放心。"
    po = with_translation(updated(None, text), text, "Those who report are protected by law.")
    once = updated(po, changed)
    assert once.count(f'#| msgid "{text}"') == 1
    assert updated(updated(once, changed), changed) == once
    assert updated(once.replace("#| msgid", "# | msgid"), changed) == once  # as it was written once
    translated = updated(once.replace("#, fuzzy\n", ""), changed)
    assert "#|" not in translated and "| msgid" not in translated


def test_a_text_that_is_gone_stays_in_the_file_for_whoever_wants_it_back() -> None:
    po = with_translation(made(None, "先停一停", "毫不相干的另一句话"), "先停一停", "Stop first")
    assert '#~ msgstr "Stop first"' in made(po, "毫不相干的另一句话")


HEADER = """\
# SPDX-License-Identifier: CC-BY-4.0
#  Translators: YEAR 2026,   VERSION and PROJECT are words of theirs
# 演示
{note}
msgid ""
msgstr ""
"Project-Id-Version: 演示 VERSION\\n"
"X-Generator: Weblate 5.14\\n"
"Language: pl\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 "
"|| n%100>14) ? 1 : 2);\\n"
"X-Poedit-SourceCharset: UTF-8\\n"
"Content-Type: text/plain; charset=GBK\\n"

"""


@pytest.mark.parametrize("marks", ["", "\ufeff", "\r\n"])
def test_a_header_is_kept_whole_but_for_our_own_line_and_the_charset(marks: str) -> None:
    note = "\n".join(made(None).split("\n")[1:3])
    header = HEADER.format(note=note)
    before = header + 'msgid "先停一停"\nmsgstr "Stop"\n'
    if marks == "\r\n":
        before = before.replace("\n", "\r\n")
    after = made(f"{marks.strip()}{before}", "先停一停")
    assert after.startswith(header.replace("GBK", "utf-8")) and "Generated-By" not in after
    assert made(after, "先停一停") == after
    texts = [Text("先停一停", "law")]
    renamed = update_catalog(after, texts, "pl", "新的名字", DAY)[0].split("\n")
    assert renamed[2] == "# 新的名字" and '"Project-Id-Version: 新的名字 VERSION\\n"' in renamed
    assert "\n".join(renamed[:2]) == "\n".join(header.split("\n")[:2])


def test_a_header_without_our_line_is_kept_as_it_is() -> None:
    header = '# by Poedit\n#, fuzzy\nmsgid ""\nmsgstr ""\n"Language: pl\\n"\n\n'
    assert made(f'{header}msgid "甲"\nmsgstr "A"\n', "甲").startswith(header)


def test_a_text_that_comes_back_has_its_translation_again() -> None:
    po = with_translation(made(None, "先停一停", "毫不相干的另一句话"), "先停一停", "Stop first")
    po = po.replace(
        'msgid "先停一停"', '# short, please\n#, fuzzy\n#| msgid "停"\nmsgid "先停一停"'
    )
    gone = made(po, "毫不相干的另一句话")
    lines = ["# short, please", "#, fuzzy", '#~| msgid "停"', '#~ msgid "先停一停"']
    assert "\n".join(lines) in gone and made(gone, "毫不相干的另一句话") == gone
    back = made(gone, "先停一停", "毫不相干的另一句话")
    assert "#~" not in back
    catalog, problems = read_catalog(back, "en", "en.po")
    assert catalog and not problems
    # It was to be looked over, and still is.
    assert catalog.messages["先停一停"].text == "Stop first" and catalog.get("先停一停") is None
    assert '#| msgid "停"' in back and "# short, please" in back


def test_files_of_other_programs_are_read(tmp_path: Path) -> None:
    po = (
        "\ufeff"
        + HEADER.format(note="# note")
        + '#. Pontoon\n#: a.yml:3\n#, fuzzy, no-wrap\n#| msgid ""\n#| "旧的"\n#| "一句"\nmsgid ""\n'
        '"先停一停，"\n"再查一查。"\nmsgstr ""\n"Stop first, "\n"then check."\n\n'
        '#, fuzzy\n#~| msgid "旧"\n#~ msgid "没有了"\n#~ msgstr "Gone"\n'
    ).replace("\n", "\r\n")
    file = tmp_path / "en.po"
    file.write_bytes(po.encode())
    text, problems = read_text(file, "en.po")
    assert text and not problems
    catalog, problems = read_catalog(text, "en", "en.po")
    assert catalog and not problems
    message = catalog.messages["先停一停，再查一查。"]
    assert message.fuzzy and message.text == "Stop first, then check."
    after = made(text, "先停一停，再查一查。")
    assert '#| msgid "旧的一句"' in after and "no-wrap" in after and '#~| msgid "旧"' in after


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('msgstr "', "msgstr ", 1).encode(),
        lambda text: text.encode("gb18030"),
        lambda text: (text + '\nmsgid "学校"\nmsgstr "Colleges"\n').encode(),
    ],
)
def test_a_file_that_would_lose_something_is_not_written_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: Callable[[str], bytes]
) -> None:
    site = tmp_path / "site"
    new_site(site, "zh")
    config = ["-f", str(site / "mkdocs.yml"), "--lang", "en"]
    assert main(["translate", "fr", "--pseudo", *config]) == EXIT_OK
    file = site / "campaigns/job-seeking/locale/fr.po"
    spoilt = spoil(file.read_text("utf-8"))
    file.write_bytes(spoilt)
    assert main(["translate", "fr", *config]) == EXIT_PROBLEMS
    assert file.read_bytes() == spoilt
    assert "locale/fr.po:" in capsys.readouterr().err


def test_the_same_yaml_makes_the_same_file() -> None:
    assert made(None, "甲", "乙") == made(None, "甲", "乙")


@pytest.mark.parametrize(
    ("text", "way", "kept"),
    [
        ("打{place.name}的电话", "en-XA", "{place.name}"),
        ("{claim.C01}（{cite.C01}）", "ar-XB", "{cite.C01}"),
        ("第{version}版", "hi-XA", "{version}"),
    ],
)
def test_a_pseudo_translation_keeps_placeholders(text: str, way: str, kept: str) -> None:
    assert kept in pseudo(text, way)
    assert pseudo(text, way).startswith("[") and pseudo(text, way).endswith("]")
    assert pseudo(text, way).count("{") == text.count("{")


@pytest.mark.parametrize(
    "translation",
    ["Version", "Version {number}", "Version {version.__class__}", "Version {version} {", "{}"],
)
def test_a_word_of_the_generator_keeps_what_is_filled_in(translation: str) -> None:
    po = f'msgctxt "sheet:version"\nmsgid "第{{version}}版"\nmsgstr "{translation}"\n'
    _, problems = read_catalog(po, "fr", "fr.po")
    assert [one.code for one in problems] == ["E153"]
    _, problems = read_catalog(po.replace(translation, "Version {version}"), "fr", "fr.po")
    assert problems == []


@pytest.mark.parametrize(
    ("translation", "faulty"), [("Jour|Mois|An", False), ("Jour|Mois", True), ("Jour, mois", True)]
)
def test_a_word_of_several_parts_keeps_their_number(translation: str, faulty: bool) -> None:
    po = f'msgctxt "sheet:date_parts"\nmsgid "年|月|日"\nmsgstr "{translation}"\n'
    _, problems = read_catalog(po, "fr", "fr.po")
    assert [one.code for one in problems] == ["E153"] * faulty


def test_translate_and_parity_count_and_name_what_law_and_safety_lack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    new_site(site, "zh")
    config = ["-f", str(site / "mkdocs.yml"), "--lang", "en"]
    assert main(["translate", "fr", *config]) == EXIT_OK
    capsys.readouterr()
    assert main(["parity", *config]) == EXIT_OK
    said = capsys.readouterr().out
    assert "Not on the site yet" in said
    assert "help.yml:" in said and "claims.yml:" in said
    assert main(["parity", "--strict", *config]) == EXIT_PROBLEMS
    assert main(["translate", "fr", "--pseudo", *config]) == EXIT_OK
    capsys.readouterr()
    assert main(["parity", "--strict", *config]) == EXIT_OK
    assert "0 missing" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    ("po", "code"),
    [
        ('msgid "broken\nmsgstr ""\n', "E150"),
        ('msgctxt "sheet:version"\nmsgid "第{version}版"\nmsgstr "Version"\n', "E153"),
    ],
)
def test_a_fault_in_the_words_of_the_original_stops_all(tmp_path: Path, po: str, code: str) -> None:
    root = base_site(tmp_path / "site")
    campaign = root / "campaigns/demo/campaign.yml"
    campaign.write_text("language: fr\n" + campaign.read_text("utf-8"), "utf-8")
    apply(root, {"write": [{"file": "campaigns/demo/locale/fr.po", "text": po}]})
    assert code in {one.code for one in problems_of(root)}
