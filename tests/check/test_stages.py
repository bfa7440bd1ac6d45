"""What a stage of a case allows to be said, in the two languages that the generator speaks."""

from __future__ import annotations

import datetime

import pytest
from sites import apply, base_site, problems_of

from handbill.words.stages import not_allowed

NOTICE = "campaigns/demo/cases/notice.yml"
POSTER = "campaigns/demo/communities.yml"
TODAY = datetime.date(2026, 11, 24)
GUILTY = (
    ("zh-CN", "他是罪犯。"),
    ("zh-CN", "骗子用的是老办法。"),
    ("zh-CN", "诈骗分子收了钱。"),
    ("zh-CN", "传销犯罪分子落网。"),
    ("zh-CN", "李某犯组织、领导传销活动罪。"),
    ("zh-CN", "李某犯了罪。"),
    ("zh-CN", "李某被判三年。"),
    ("zh-CN", "法院会判处他刑罚。"),
    ("zh-CN", "没有悔意，李某犯了诈骗罪。"),
    ("en", "The swindlers took the money."),
    ("en", "Li was convicted."),
    ("en", "Li committed fraud."),
    ("en", "The criminals were found; nobody was hurt."),
)
INNOCENT = (
    ("zh-CN", "李某涉嫌组织、领导传销活动罪。"),
    ("zh-CN", "检察机关指控李某犯组织、领导传销活动罪。"),
    ("zh-CN", "犯罪嫌疑人已经被抓。"),
    ("zh-CN", "李某不是罪犯，还没有被判刑。"),
    ("zh-CN", "通报写着：“骗子收了钱”。"),
    ("zh-CN", "《依法惩治网络传销犯罪典型案例》"),
    ("zh-CN", "不侵犯别人的权利。"),
    ("zh-CN", "发布的内容里没有写判决结果。"),
    ("en", "Li is accused of having committed fraud."),
    ("en", "Nobody has been convicted."),
    ("en", "The release says “the swindlers took the money”."),
    ("en", "A commitment in writing is worth more."),
)


@pytest.mark.parametrize(("language", "text"), GUILTY)
@pytest.mark.parametrize("stage", ["accused", "penalty"])
def test_nobody_is_called_guilty_before_a_court_has_judged(
    stage: str, language: str, text: str
) -> None:
    assert list(not_allowed(stage, language, text))
    assert not list(not_allowed("final", language, text))


@pytest.mark.parametrize(("language", "text"), INNOCENT)
def test_an_accusation_a_denial_and_a_quotation_pass(language: str, text: str) -> None:
    assert not list(not_allowed("accused", language, text))


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("zh-CN", "二审维持原判。", True),
        ("zh-CN", "生效判决认定如此。", True),
        ("zh-CN", "判决没有生效。", False),
        ("zh-CN", "是否已经终审，没有查到。", False),
        ("zh-CN", "被告人被判处三年。", False),
        ("en", "The judgment was upheld.", True),
        ("en", "It is not known whether the judgment is in effect.", False),
    ],
)
def test_a_first_judgment_is_not_called_final(language: str, text: str, told: bool) -> None:
    assert bool(list(not_allowed("first_instance", language, text))) == told


def test_a_language_without_a_list_is_not_held_to_another() -> None:
    assert not list(not_allowed("accused", "fr", "Les criminals sont 罪犯."))


def _codes(tmp_path, *edits, write=()):
    root = base_site(tmp_path / "site")
    apply(
        root,
        {
            "edit": [{"file": file, "old": old, "new": new} for file, old, new in edits],
            "write": write,
        },
    )
    return [(one.cause, one.span.file) for one in problems_of(root, TODAY)]


def test_the_materials_that_tell_of_a_case_are_held_to_its_stage(tmp_path):
    accused = (NOTICE, "stage: penalty", "stage: accused")
    told = (POSTER, "    case: door", "    case: notice")
    guilty = (POSTER, "    sentence: 不明白，先核实。", "    sentence: 骗子来了，先核实。")
    assert _codes(tmp_path, accused, told, guilty) == [("E774", POSTER)]


def test_a_material_that_tells_of_another_case_may_say_it(tmp_path):
    accused = (NOTICE, "stage: penalty", "stage: accused")
    guilty = (POSTER, "    sentence: 不明白，先核实。", "    sentence: 骗子来了，先核实。")
    assert _codes(tmp_path, accused, guilty) == []


def test_a_translation_is_held_to_the_stage_too(tmp_path):
    accused = (NOTICE, "stage: penalty", "stage: accused")
    catalog = {
        "file": "campaigns/demo/locale/en.po",
        "text": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "看清楚再交钱"\nmsgstr "The swindlers want your money"\n',
    }
    found = _codes(tmp_path, accused, write=[catalog])
    assert ("E774", "campaigns/demo/locale/en.po") in found


@pytest.mark.parametrize(
    ("stage", "code"),
    [
        ("final\neffective: 2019", None),
        ("final\neffective: 2026-11", None),
        ("final\neffective_by: 2026-11-24", None),
        ("final\neffective: 2026-12", "E773"),
        ("final\neffective: 2019-02-30", "E773"),
        ("final\neffective_by: 2026-11-25", "E773"),
        ("accused\neffective: 2019", "E772"),
        ("penalty\nwithdrawn_on: 2026-11-24", "E772"),
        ("withdrawn\nwithdrawn_on: 2026-11-24", "E771"),
        ("withdrawn\nwithdrawn_on: 2026-11-24\nwithdrawn_why: 改判了。\neffective: 2019", None),
        ("final\neffective: 19-02", "E219"),
        ("judged", "E214"),
    ],
)
def test_days_belong_to_their_stage(tmp_path, stage, code):
    edit = (NOTICE, "stage: penalty", f"stage: {stage}")
    assert [one for one, _ in _codes(tmp_path, edit)] == ([code] if code else [])
