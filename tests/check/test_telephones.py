"""Telephone numbers typed into copy."""

import pytest
from sites import apply, base_site, problems_of

from handbill.check.telephones import called
from handbill.edition.localise import localise
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings

CAMPAIGN = "campaigns/demo/campaign.yml"
COM = "campaigns/demo/communities.yml"
SENTENCE = "sentence: 不明白，先核实。"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("有危险打110；咨询打12315。", ["110", "12315"]),
        ("拨打 110 或 12315", ["110", "12315"]),
        ("打110、119都行", ["110", "119"]),
        ("请致电027-8321 0000", ["027-8321 0000"]),
        ("先打500元，再打100个电话", []),
        ("打5折；打3次", []),
        ("2026年有12345人看过", []),
        ("打开12315平台", []),
    ],
)
def test_numbers_that_people_are_asked_to_call(text, numbers):
    assert called(text, "zh-CN") == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In danger call 112, or text 114.", ["112", "114"]),
        ("Call 0800 123 456 or 999", ["0800 123 456", "999"]),
        ("Call 200 people", []),
        ("We recall 1999 well", []),
    ],
)
def test_numbers_in_english(text, numbers):
    assert called(text, "en-GB") == numbers
    assert called(text, "fr") == []  # nobody has said how French asks to call


def found(folder, *edits):
    root = base_site(folder / "site")
    apply(root, {"edit": [{"file": file, "old": old, "new": new} for file, old, new in edits]})
    return root, [one for one in problems_of(root) if one.code in ("E401", "E407")]


def test_a_number_that_was_changed_is_found_where_it_was_typed(tmp_path):
    typed = (COM, SENTENCE, "sentence: 不明白，打110。")
    assert found(tmp_path / "a", typed)[1] == []
    _, problems = found(tmp_path / "b", typed, (CAMPAIGN, "number: 110", "number: 119"))
    assert ("E407", COM) in [(one.code, one.span.file) for one in problems]


def test_another_number_is_known_once_it_stands_in_the_campaign(tmp_path):
    typed = (COM, SENTENCE, "sentence: 不明白，打12345。")
    other = "other_numbers:\n  - {number: 12345, use: 问一问, checked_on: 2026-11-23}\nqr_caption:"
    assert found(tmp_path, typed, (CAMPAIGN, "qr_caption:", other))[1] == []


def test_a_named_number_is_filled_in_and_follows_a_change(tmp_path):
    root, problems = found(
        tmp_path,
        (COM, SENTENCE, 'sentence: "不明白，打{number.police}。"'),
        (CAMPAIGN, "  - number: 110", "  - name: police\n    number: 117"),
    )
    assert COM not in [one.span.file for one in problems]
    collection, _ = load_collection(read_settings(root / "mkdocs.yml"))
    [campaign] = collection.campaigns
    edition = localise(collection, campaign, campaign.campaign.value.default_place)
    assert "不明白，打117。" in str(edition.audiences)


def test_an_unknown_name_is_told_with_what_was_meant(tmp_path):
    _, [problem] = found(
        tmp_path,
        (COM, SENTENCE, 'sentence: "打{number.polise}。"'),
        (CAMPAIGN, "  - number: 110", "  - name: police\n    number: 110"),
    )
    assert problem.code == "E401" and "{number.police}" in str(problem.details["suggestion"])
