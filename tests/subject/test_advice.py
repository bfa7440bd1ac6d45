"""The flagship's advice, held by what it must and must not say: each line stands for a mistake that
was once made, or that would harm a reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest

from handbill.compose.growth import collapse
from handbill.edition.edition import Edition
from handbill.model.texts import walk


def materials(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yields id and text of every material and page of an audience."""
    for audience in edition.audiences:
        shared = audience.file.model_copy(update={"materials": []})
        yield audience.id, "\n".join(text for _, text, _ in walk(shared))
        for one in audience.file.materials:
            yield one.id, "\n".join(text for _, text, _ in walk(one))


def everything(edition: Edition) -> str:
    files = (edition.help, edition.quiz, edition.why, *edition.cases.values(), edition.campaign)
    texts = [text for file in files if file for _, text, _ in walk(file)]
    return "\n".join([*texts, *(text for _, text in materials(edition))])


@pytest.mark.parametrize(
    "never",
    [
        "见了面再说",  # the recruiter's own line: the family has promised to come
        "一起去说明情况",  # going together looks like agreeing on a story
        "最先亏",  # they do not lose first; they get nothing
        "谁要都不",  # the police and the bank may ask
        "有人催钱",  # sounds like a debt
        "录用来了",
        "问清动身",
        "弟媳",
        "24小时心理",  # 12356 answers at least 18 hours a day
        "自首就没事",
        "说了就不罚",
    ],
)
def test_what_would_mislead_is_said_nowhere(edition: Edition, never: str) -> None:
    assert never not in everything(edition)


@pytest.mark.parametrize("number", ["110", "12315"])
def test_a_number_follows_its_verb_without_a_space(edition: Edition, number: str) -> None:
    assert not re.search(rf"打 {number}|{number} 问", everything(edition))


def test_every_pattern_of_answers_has_the_result_that_its_gravest_yes_asks_for(
    edition: Edition,
) -> None:
    quiz = edition.quiz
    assert quiz is not None
    for answers in product((False, True), repeat=len(quiz.questions)):
        yes = Counter(
            one.group for one, given in zip(quiz.questions, answers, strict=True) if given
        )
        shown = next(
            one for one in quiz.verdicts if one.group is None or yes[one.group] >= one.at_least
        )
        if yes["danger"]:
            assert shown.urgent
        elif yes["core"]:
            assert shown.title == "出现传销典型信号"
        elif yes["strong"] or yes["other"] >= 3:
            assert shown.title == "高度警惕"
        else:
            assert shown.title == ("警惕" if yes["other"] else "暂未发现典型信号")


def test_each_question_of_the_self_test_asks_one_thing_of_its_group(edition: Edition) -> None:
    assert edition.quiz is not None
    group = {one.text: one.group for one in edition.quiz.questions}
    [danger] = [text for text, name in group.items() if name == "danger"]
    assert "家里人" not in danger, "not to tell the family is a sign, and no danger to a person"
    assert group["不许告诉家里人？"] == "strong"
    [fee] = [text for text in group if text.startswith("要先交钱")]
    assert "再拉别人" in fee, "a paid membership alone is no sign"
    assert any("提现" in text for text in group)
    count = f"{len(group)}个问题"
    assert count in edition.quiz.lead and edition.look.text.startswith(count)


def test_however_many_each_brings_half_of_all_bring_nobody(edition: Edition) -> None:
    why = edition.why
    assert why is not None
    for town, each in product(why.towns, range(2, 7)):
        done = collapse(each, why.fee, why.shares, town.people)
        above, last = done.levels[-2:]
        without = last.people + above.people - -(-last.people // each)
        everyone = done.payers + 1
        assert 2 * without >= everyone, (town.name, each)
        assert round(100 * without / everyone) == round(100 * (each - 1) / each)
    assert 3**4 == 81 and sum(3**level for level in range(4)) == 40


def test_help_is_whole(edition: Edition) -> None:
    found = edition.help
    assert found is not None
    by_title = {one.title: one for one in found.situations}
    said = {title: "\n".join(text for _, text, _ in walk(one)) for title, one in by_title.items()}
    assert by_title["我已经交了钱"].steps[0].title == "刚转出去的"
    for word in ("110", "借新还旧", "12348", "第二个骗局", "不想活了"):
        assert word in said["我已经交了钱"], word
    recruited = by_title["我拉过别人"]
    assert {"C33", "C34", "C35", "C03", "C07"} <= set(recruited.claims)
    for word in ("不删记录", "如实说", "被逼", "留着别花", "不串通", "12348", "依法决定"):
        assert word in said["我拉过别人"], word
    assert "没有手机" in said["我走不了，有人看着"]
    assert "不是你的错" in said["爸爸妈妈在里面，我该找谁"]
    for title in ("我看到可疑的事", "我把房子租给了他们"):
        kept = "".join(by_title[title].evidence)
        assert kept and "转账" not in kept and "介绍人" not in kept
    for one in found.situations:
        if "evidence" in one.lists and not one.urgent and one.title != "我已经交了钱":
            assert one.evidence, f"{one.title}: what to keep is not what somebody who paid keeps"
    assert "不翻他的手机" in "".join(by_title["家人朋友陷进去了"].evidence)
    assert found.money and "公告" in found.money.text and "不收费" in found.money.text
    numbers = {one.number for one in edition.campaign.every_number()}
    assert {"110", "12315", "12345", "12348", "12355", "12356", "120", "96110", "12377"} <= numbers


def test_landlords_are_told_what_must_be_registered(edition: Edition) -> None:
    for name, text in materials(edition):
        if name not in {"landlords-letter", "landlords-notice", "landlords-rental-form"}:
            continue
        assert "身份证原件" in text and "证件种类和号码" in text and "派出所" in text, name
    for name, text in materials(edition):
        if name in {"landlords-rental-form", "landlords-security-form"}:
            assert "不写身份证号" in text and "号码只写在派出所的登记里" in text, name
    assert "白天齐出门" not in everything(edition), "every workers' dormitory does"


def test_law_is_cited_as_it_stands(edition: Edition) -> None:
    claims = edition.claims
    assert "C27" not in claims, "the article says neither 明知 nor 可处"
    assert not [one.id for one in claims.values() if "可处" in one.text]
    for name in ("C02", "C03", "C05"):
        assert "没收违法所得" in claims[name].text, "fines alone understate"
    assert "不是合法的线" in claims["C08"].text
    assert claims["C09"].text.startswith("犯组织、领导传销活动罪的")
    assert claims["C16"].article == "第三十一条第一款"
    for claim in claims.values():
        assert claim.mark != "C", "what stands only as C is not stated"


def test_the_law_is_told_as_a_ladder_wherever_it_is_told(edition: Edition) -> None:
    rungs = [one.id for one in edition.claims.values() if one.topic == "liability"]
    assert rungs[:5] == ["C04", "C03", "C07", "C02", "C06"], "from joining to organising"
    sheets = dict(materials(edition))
    board = sheets["law-board"]
    for name in ("C03", "C07", "C02", "C06", "C08", "C33"):
        assert (edition.claims[name].short or "") in board, name
    for name, text in sheets.items():
        if name.endswith("-letter") and name != "home-committee-letter":
            assert (edition.claims["C07"].short or "") in text, name
    for word in ("传销", "直销", "电信网络诈骗", "非法集资"):
        assert word in sheets["four-ways-board"]
    assert "www." not in sheets["look-up-board"], (
        "an address is printed once a person has opened it"
    )


def test_the_online_form_has_sheets_help_and_a_story_of_its_own(edition: Edition) -> None:
    [online] = [one for one in edition.audiences if one.id == "online"]
    kinds = {one.kind for one in online.file.materials}
    wanted = {"poster", "social", "board", "notice", "letter", "comic", "pledge", "checklist"}
    assert wanted <= kinds
    sheets = dict(materials(edition))
    for word in ("录屏", "不剪接", "不退群", "12377", "110"):
        assert word in sheets["online-board"], word
    assert "不是评定标准" in sheets["online-checklist"]
    for name in ("schools-lesson", "elders-phone-notice"):
        for word in ("提现" if name == "schools-lesson" else "取钱", "再拉三个人", "软件", "录"):
            assert word in sheets[name], (name, word)
    assert edition.cases[online.file.story or ""].type == "scenario"
    for word in ("直播电商监督管理办法", "算力", "元宇宙"):
        assert word not in "\n".join(text for name, text in sheets.items() if "online" in name)


def test_one_thing_has_one_name(edition: Edition) -> None:
    said = everything(edition)
    for name, pattern in {
        "a person of the police is 民警, the office is 公安机关 or 派出所": "警方|警察|公安(?!机关|部)",
        "where people live is 社区, whom they tell is 居委会": "告诉社区|问社区",
    }.items():
        assert not re.findall(f".{{0,6}}(?:{pattern}).{{0,4}}", said), name
    for sheet, text in materials(edition):
        assert "识别点" not in text, f"{sheet}: what is looked for is a 信号"
    for clause in re.split("[，。；：！？、“”\\n]", said):
        short = len(clause) <= 4 or "家人朋友" in clause
        assert short or not re.search("(?<![一自全])家人", clause), (
            f"{clause}: 家里人, but for lines of four characters"
        )


def test_a_case_of_which_little_was_read_tells_no_more(edition: Edition) -> None:
    case = edition.cases["charging-piles"]
    assert not case.pattern and not case.tells


def test_money_just_sent_and_debts_have_a_sheet_to_take_along(edition: Edition) -> None:
    card = dict(materials(edition))["online-money-card"]
    for word in ("马上打110", "户名和账号", "由公安机关来定", "借新还旧", "12348", "第二个骗局"):
        assert word in card, word


def test_whoever_is_told_first_must_take_it(edition: Edition) -> None:
    assert (edition.claims["C41"].short or "") in dict(materials(edition))["report-notice"]


def test_headlines_are_not_all_of_one_template(edition: Edition) -> None:
    seconds = [
        one.headline[-1]
        for audience in edition.audiences
        for one in audience.file.materials
        if isinstance(getattr(one, "headline", None), list | tuple)
    ]
    assert len(seconds) > 40
    same = [text for text in seconds if re.search("先|(?<!别)再|问", text)]
    assert 3 * len(same) <= len(seconds), same


def test_a_line_of_twenty_has_a_pause(edition: Edition) -> None:
    for audience in edition.audiences:
        assert re.search("[，；]", audience.file.lengths["20"]), audience.id
        for one in audience.file.materials:
            for line in getattr(one, "lines", []):
                assert len(line) < 12 or re.search("[，；：、]", line), f"{one.id}: {line}"


def test_a_headline_says_what_to_do_and_does_not_only_ask(edition: Edition) -> None:
    for audience in edition.audiences:
        for one in audience.file.materials:
            said = getattr(one, "headline", None) or getattr(one, "slogan", None) or ""
            line = said if isinstance(said, str) else "".join(said)
            assert not re.search("谁的|什么|哪来|怎么办|陷阱$|多半", line), f"{one.id}: {line}"
