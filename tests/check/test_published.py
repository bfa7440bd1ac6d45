"""Every text that reaches a reader is read: an insult, a number of an identity card, a mobile."""

import datetime

import pytest
from sites import apply, base_site, problems_of

from handbill.resources import default_templates

COM = "campaigns/demo/communities.yml"
TABLE = "campaigns/places/places.csv"
HARM = "害人精 110101190001010018 13000000000"


@pytest.fixture
def site(tmp_path):
    return base_site(tmp_path / "site")


def told(root):
    return {(one.cause, one.span.file, one.span.line) for one in problems_of(root)}


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("docs/about.md", f"# 关于\n\n第一行\n{HARM}\n", 4),
        ("docs/about.md", f"# 关于\n\n![{HARM}](a.png)\n", 3),
        ("docs/about.md", f"# 关于\n\n- 一\n- {HARM}\n", 4),
        ("docs/page.html", f"<p>一</p>\n<p>{HARM}</p>\n", 2),
        ("templates/site/parts/own.html.j2", f"\n<p>{{{{ x }}}} {HARM}</p>", 2),
        ("docs/images/害人精-110101190001010018-13000000000.txt", "", 1),
    ],
)
def test_what_stands_outside_of_campaigns(site, file, text, line):
    apply(site, {"write": [{"file": file, "text": text}]})
    found = {one for one in told(site) if one[1] == file}
    assert {("E602", file, line), ("E603", file, line), ("E604", file, line)} <= found


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("见[政府网站](https://www.gov.cn@evil.example/)。", {"E160"}),
        ("见 <https://www.gоv.cn/>。", {"E160"}),
        ("见[政府网站](https://www.gov.cn.evil.example/)。", {"W160"}),
        ("见 https://www.gov.cn.evil.example/ 。", {"W160"}),
        ("见[学校](https://www.edu.cn.evil.example/)。", {"W160"}),
        ("写成 `https://www.gov.cn@evil.example/` 的不收。", set()),
        ("见[政府网站](https://www.gov.cn/)。", set()),
    ],
)
def test_links_of_pages_lead_where_they_show(site, line, wanted):
    apply(site, {"write": [{"file": "docs/about.md", "text": f"# 关于\n\n{line}\n"}]})
    found = [code for code, file, at in told(site) if (file, at) == ("docs/about.md", 3)]
    assert sorted({"E160", "W160", "E632"}.intersection(found)) == sorted(wanted)  # told once


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://www.gov.cn@evil.example/", ["E160"]),
        ("www.gоv.cn", ["E160"]),
        ("https://www.gov.cn.evil.example/", ["E632"]),
        ("www.g0v.cn", ["E632"]),
        ("www.mil.cn.evil.example", ["W160"]),
    ],
)
def test_a_look_alike_is_told_once(site, address, wanted):
    """In a text E160 goes before E632, and that before W160; a field of its own has W160."""
    edit = {"file": COM, "old": "motto: 先核实", "new": f"motto: 见 {address} 。"}
    apply(site, {"edit": [edit]})
    codes = [code for code, file, _ in told(site) if file == COM]
    assert [code for code in codes if code in ("E160", "E632", "W160")] == wanted


@pytest.mark.parametrize(
    "before", ["copyright: ", "site_description: ", "nav:\n  - 首页: about.md\n  - "]
)
def test_settings(site, before):
    config = site / "mkdocs.yml"
    after = f"{before}{HARM}" + (": about.md" if "nav" in before else "") + "\n"
    config.write_text(config.read_text("utf-8") + after, "utf-8")
    assert {code for code, file, _ in told(site) if file == "mkdocs.yml"} == {
        "E602",
        "E603",
        "E604",
        "E624",
    }


@pytest.mark.parametrize(
    "message",
    [
        'msgid "先核实"\nmsgstr "Verify. HARM"',
        'msgid "先核实"\nmsgstr ""\n"Verify. "\n"HARM"',
        'msgctxt "site:skip"\nmsgid "跳到正文"\nmsgstr "HARM"',
        '#, fuzzy\nmsgid "先核实"\nmsgstr "HARM"',
    ],
)
def test_every_translation_with_its_place_in_the_file(site, message):
    text = "\n" + message.replace("HARM", HARM) + "\n"
    apply(site, {"write": [{"file": "campaigns/demo/locale/en.po", "text": text}]})
    line = next(number for number, one in enumerate(text.splitlines(), 1) if HARM in one)
    found = told(site)
    for code in ("E602", "E603", "E604"):
        assert (code, "campaigns/demo/locale/en.po", line) in found


def test_a_copy_of_our_template_is_not_read_and_a_changed_one_is(site):
    ours = default_templates() / "form" / "kind.yml"
    copy = site / "templates" / "form" / "kind.yml"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(ours.read_bytes() + f"# {HARM}\n".encode())
    assert {code for code, file, _ in told(site) if file == "templates/form/kind.yml"} >= {"E603"}
    copy.write_bytes(ours.read_bytes())
    assert told(site) == set()


def test_a_list_of_what_is_not_done_may_name_it(site):
    text = "# 关于\n\n这些话，请不要写：\n\n- 害人精\n\n别的：\n\n- 先核实\n"
    apply(site, {"write": [{"file": "docs/about.md", "text": text}]})
    assert problems_of(site, datetime.date(2026, 11, 24)) == []


def test_examples_in_typewriter_type_may_show_a_word_but_no_number(site):
    text = f"# 关于\n\n```yaml\nmotto: {HARM}\n```\n\n写 `{HARM}` 的，要改。\n"
    apply(site, {"write": [{"file": "docs/about.md", "text": text}]})
    assert {(code, line) for code, _, line in told(site)} == {
        (code, line) for code in ("E603", "E604") for line in (4, 7)
    }


@pytest.mark.parametrize("name", ["水关社区居委会", "滚小村村民委员会", "韭菜沟村民委员会"])
def test_what_a_place_is_called_does_nothing_to_people(site, name):
    row = f"village,{name},village\n"
    apply(site, {"write": [{"file": TABLE, "text": f"id,name,level\n{row}"}]})
    assert not [one for one in told(site) if one[1] == TABLE]


def test_a_sentence_in_place_of_a_name_is_read(site):
    row = "village,水关了，赶他们走村,village\n"
    apply(site, {"write": [{"file": TABLE, "text": f"id,name,level\n{row}"}]})
    assert ("E621", TABLE, 2) in told(site)


def test_a_file_of_docs_that_no_site_can_have(site):
    """A page of more than 1 MB, and any file of more than 100; what is just as large passes."""
    for name, size in (
        ("page.md", 1_000_001),
        ("film.mp4", 100_000_001),
        ("film.mov", 100_000_000),
    ):
        (site / "docs").mkdir(exist_ok=True)
        with (site / "docs" / name).open("wb") as file:
            file.truncate(size)  # takes no room on the disk
    found = {(one.code, one.span.file) for one in problems_of(site)}
    assert {one for one in found if one[0] in ("E189", "W610")} == {
        ("E189", "docs/page.md"),
        ("E189", "docs/film.mp4"),
    }
