"""Telephone numbers typed into copy."""

import re

import pytest
from sites import apply, base_site, problems_of

from handbill.check.telephones import called
from handbill.edition.localise import localise
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.model.telephone import any_of, is_hotline
from handbill.scaffold import new_site
from handbill.words.languages import FORBIDDING, base_of

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
        ("請撥打165，簡訊發到12110", ["165", "12110"]),
        ("先打500塊，再打100個電話", []),
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
    assert called(text, "kk") == []  # nobody has said how Kazakh asks to call


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("fr", "Appelez le 15 ou le 112 ; composez 0 800 05 95 95.", ["0 800 05 95 95"]),
        ("fr-CA", "En cas d’urgence, appelez le 911 ou 811", ["911", "811"]),
        ("fr", "Il a gagné 300 euros", []),
        ("de", "Rufen Sie die 112 oder 110 an.", ["112", "110"]),
        ("de", "Rufen Sie 300 Leute; wählen Sie 100 Euro", []),
        ("es", "Llame al 112 o 091", ["112", "091"]),
        ("es", "Llama a casa", []),
        ("ar", "اتصل بالرقم 123 أو 122", ["123", "122"]),
        ("ar", "دفع 300 جنيه", []),
        ("zh-Hant", "有人受傷請撥119", ["119"]),
    ],
)
def test_numbers_in_other_languages(language, text, numbers):
    assert called(text, language) == numbers


@pytest.mark.parametrize(
    ("language", "says", "not_said"),
    [
        ("zh-Hant", "別去", "快去"),
        ("en", "Do not run", "Run"),
        ("fr", "Ne courez pas", "Courez"),
        ("de", "Nicht rennen", "Rennen"),
        ("es", "No corra", "Corra"),
        ("ar", "لا تركض", "اركض"),
    ],
)
def test_prohibitions_in_other_languages(language, says, not_said):
    words = FORBIDDING[base_of(language)]
    assert re.search(words, says, re.IGNORECASE)
    assert not re.search(words, not_said, re.IGNORECASE)


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


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("400-810-5555", "4008105555"),
        ("400-810-5555", "400 810 5555"),
        ("0300 123 2040", "03001232040"),
        ("1-800-222-1222", "1 800 222-1222"),
        ("+44 300 123 2040", "44 300 123 2040"),
    ],
)
def test_numbers_are_compared_by_their_digits(tmp_path, kept, typed):
    other = (
        f"other_numbers:\n  - {{number: {kept}, use: 问一问, checked_on: 2026-11-23}}\nqr_caption:"
    )
    edits = (CAMPAIGN, "qr_caption:", other)
    assert found(tmp_path / "a", (COM, SENTENCE, f"sentence: 先打{typed}。"), edits)[1] == []
    wrong = f"{typed[:-1]}{(int(typed[-1]) + 1) % 10}"
    _, problems = found(tmp_path / "b", (COM, SENTENCE, f"sentence: 先打{wrong}。"), edits)
    assert [one.code for one in problems] == ["E407"]
    assert kept in problems[0].details["known"] and problems[0].details["number"] == wrong


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0300 123 2040", None),
        ("+1 800 222 1222", None),
        ("112", None),
        ("(0300) 123.2040", "0300 123 2040"),
        ("+44 (0)300 123 2040", "+44 300 123 2040"),
        ("０３００　１２３　２０４０", "0300 123 2040"),
        ("400–810–5555", "400-810-5555"),
        ("400 - 810  5555", "400-810 5555"),
    ],
)
def test_a_number_stands_as_its_office_writes_it(tmp_path, written, meant):
    root = base_site(tmp_path / "site")
    other = f'other_numbers:\n  - {{number: "{written}", use: 问一问, checked_on: 2026-11-23}}\n'
    british = {
        "file": "campaigns/places/places.yml",
        "old": "    level: district\n",
        "new": "    level: district\n    country: GB\n",
    }
    edit = {"file": CAMPAIGN, "old": "qr_caption:", "new": f"{other}qr_caption:"}
    apply(root, {"edit": [edit, british] if written.startswith("0300") else [edit]})
    problems = [one for one in problems_of(root) if one.span.file == CAMPAIGN]
    if meant is None:
        assert problems == []
        collection, _ = load_collection(read_settings(root / "mkdocs.yml"))
        [campaign] = collection.campaigns
        assert campaign.campaign.value.other_numbers[0].number == written
    else:
        assert [(one.code, one.details["suggestion"]) for one in problems] == [("E408", meant)]


@pytest.mark.parametrize(
    "written",
    [
        "12",
        "0000",
        "0-00",
        "1-800-CALL-NOW",
        "110/119",
        "0300 123 2040 ext. 3",
        "1234567890123456",
        "+",
    ],
)
def test_what_is_no_number_has_no_likely_one(tmp_path, written):
    root = base_site(tmp_path / "site")
    edit = {"file": CAMPAIGN, "old": "number: 110", "new": f'number: "{written}"'}
    apply(root, {"edit": [edit]})
    [problem] = [one for one in problems_of(root) if one.span.file == CAMPAIGN]
    assert problem.code == "E408"
    assert "suggestion" not in problem.details


def test_a_toll_free_number_is_no_ones_own_and_a_mobile_one_is(tmp_path):
    said = "E604", "campaigns/demo/campaign.yml"
    for number, told in (("1-800-222-1222", []), ("+1 888 222 1222", []), ("13800138000", [said])):
        root = base_site(tmp_path / number)
        edit = {"file": CAMPAIGN, "old": "number: 110", "new": f'number: "{number}"'}
        apply(root, {"edit": [edit]})
        problems = [one for one in problems_of(root) if one.code == "E604"]
        assert [(one.code, one.span.file) for one in problems][:1] == told


def test_in_a_campaign_that_is_not_chinese_its_own_numbers_are_an_offices(tmp_path):
    new_site(tmp_path / "site", "en", "heat")
    file = tmp_path / "site/campaigns/heat/campaign.yml"
    text = file.read_text("utf-8").replace('"08000000000"', "1-718-555-0123")
    text = text.replace("lead: Small", 'lead: "Call {number.advice} or 17185550123. Small')
    text = text.replace("Start with this page.", 'Start with this page."')
    file.write_text(text, "utf-8")
    codes = [one.code for one in problems_of(tmp_path / "site")]
    assert "E604" not in codes and "E407" not in codes
    file.write_text(text.replace("17185550123", "17185550123, at night 13800138000"), "utf-8")
    told = [one for one in problems_of(tmp_path / "site") if one.code == "E604"]
    assert [one.details["found"] for one in told] == ["13800138000"]


def test_the_emergency_number_of_australia_is_one_and_no_other_of_noughts():
    assert is_hotline("000") and is_hotline("13 11 26")
    assert not any(map(is_hotline, ("0000", "0-00", "+000", "00")))


def test_numbers_are_found_however_they_are_grouped():
    pattern = any_of(["110", "0300 123 2040", "400-810-5555"])
    text = "打110、0300-123 2040、4008105555；不是1101，不是21-110，不是 03001232041。"
    assert pattern.findall(text) == ["110", "0300-123 2040", "4008105555"]
    assert any_of([]).findall(text) == []


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


def numbers_of(folder, language, numbers, country=""):
    """Codes and suggestions for a place's numbers, each test-called."""
    root = base_site(folder / "site")
    contacts = "".join(
        f'      role-{at}: {{number: "{one}", checked_on: 2026-11-01}}\n'
        for at, one in enumerate(numbers)
    )
    place = f"    level: district\n{country and f'    country: {country}'}\n"
    edits = [
        ("campaigns/demo/campaign.yml", "version: 1.0", f"version: 1.0\nlanguage: {language}"),
        ("campaigns/places/places.yml", "    level: district\n", place),
        ("campaigns/places/places.yml", "    contacts:\n", f"    contacts:\n{contacts}"),
    ]
    apply(root, {"edit": [{"file": file, "old": old, "new": new} for file, old, new in edits]})
    return [
        (one.code, one.details.get("suggestion"))
        for one in problems_of(root)
        if one.code in ("E211", "E131", "W505", "W220")
    ]


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("en", ["0300 123 2040", "+44 20 7946 0000", "1-800-222-1222", "999"]),
        ("en-GB", ["0300 123 2040", "+44 20 7946 0000", "999"]),
        ("fr", ["3919", "01 40 20 50 50", "0 800 05 95 95"]),
        ("ar", ["123", "02 27357555"]),
        ("hi", ["112", "011-23388000"]),
        ("ja", ["110", "03-3580-3311"]),
        ("zh-Hant", ["165", "02-2381-5555", "2860 2345"]),
    ],
)
def test_a_place_has_the_numbers_of_its_language(language, numbers, tmp_path):
    assert numbers_of(tmp_path, language, numbers) == []


def test_a_place_has_the_numbers_of_its_country(tmp_path):
    assert numbers_of(tmp_path / "gb", "zh-CN", ["0300 123 2040"], "GB") == []
    assert numbers_of(tmp_path / "us", "zh-CN", ["(800) 222-1222"], "US") == []
    assert numbers_of(tmp_path / "cn", "en", ["(800) 222-1222"], "CN") != []


def test_a_number_of_no_country_of_the_language_asks_for_the_country(tmp_path):
    root = base_site(tmp_path / "site")
    for file, old, new in (
        (CAMPAIGN, "version: 1.0", "version: 1.0\nlanguage: en"),
        ("campaigns/places/places.yml", "number: 110", 'number: "8 (495) 777-77-77"'),
    ):
        apply(root, {"edit": [{"file": file, "old": old, "new": new}]})
    [problem] = [one for one in problems_of(root) if one.code == "E211"]
    assert "`country`" in problem.details["hint"].en
    place = {"file": "campaigns/places/places.yml", "old": "    level: district\n"}
    apply(root, {"edit": [place | {"new": "    level: district\n    country: RU\n"}]})
    assert [one for one in problems_of(root) if one.code == "E211"] == []


def test_what_is_typed_narrow_is_not_called_wide(tmp_path):
    found = numbers_of(tmp_path, "zh-CN", ["(0712)2345678", "712-2345678"])
    assert found == [("E211", "0712-2345678")] * 2
    wide = numbers_of(tmp_path / "wide", "zh-CN", ["０７１２－２３４５６７８"])
    assert wide == [("E131", "0712-2345678")]


def test_mobile_numbers_are_those_of_the_country(tmp_path):
    numbers = ["1-800-222-1222", "07400 123456"]
    assert numbers_of(tmp_path / "us", "en-US", numbers[:1]) == []
    assert numbers_of(tmp_path / "gb", "en-GB", numbers[1:]) == [("W505", None)]
