"""Numbers are the same in a text and its translation, however they are written."""

import random
import re
from pathlib import Path

import pytest
import yaml

from handbill.check.numbers import difference
from handbill.load.catalogs import read_catalog
from handbill.translation.pseudo import PSEUDO, pseudo
from handbill.words.numbers import numbers

PO = Path(__file__).parents[2] / "campaigns" / "anti-pyramid-selling" / "locale" / "en.po"
SMALL = "three four five six seven eight nine ten eleven twelve thirteen twenty thirty".split()
RANKS = "third fourth fifth sixth seventh eighth ninth tenth eleventh".split()
SCALES = "hundred thousand million".split()
MONTHS = "January February March April June July August September October November December".split()
WRITTEN = re.compile(
    r"\d[\d,]*\d|\d|\b(?:" + "|".join((*SMALL, *RANKS, *SCALES, *MONTHS)) + r")\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def messages():
    """All but the questions of answers.yml, which each language asks in its own way."""
    catalog, problems = read_catalog(PO.read_text("utf-8"), "en", "en.po")
    assert catalog and not problems
    told = yaml.safe_load((PO.parents[1] / "answers.yml").read_text("utf-8"))
    asked = {told["alike"].strip(), *(one["asked"].strip() for one in told["answers"])}
    return [one for one in catalog.every if one.original not in asked]


SAME = [
    ("传销组织三十人以上且层级在三级以上", "thirty people or more and at least three levels"),
    ("三十人", "30 people"),
    ("处五万元以上50万元以下罚款", "fined 50,000 to 500,000 yuan"),
    ("两三年赚1040万", "earn 10.4 million in two or three years"),
    ("第二百二十四条之一", "Article 224-1"),
    ("第十条", "Article 10"),
    ("2026年1月1日起", "since 1 January 2026"),
    ("2026年1月1日起", "since January 1, 2026"),
    ("二〇二六年十二月", "December 2026"),
    ("拨打１１０", "call 110"),
    ("不超过30%", "not more than 30 percent"),
    ("百分之三十", "30 %"),
    ("2000余万元，6万余人", "more than 20 million yuan and 60,000 people"),
    ("3亿元", "300 million yuan"),
    ("第一次、第二次", "the first time, then again"),
    ("两个人，都要一半", "both of them want half"),
    ("千万别信，万一是真的也先问", "Do not believe it; ask first even if it were true"),
    ("三天两头有人来", "people come every other day"),
    ("七八个人", "seven or eight people"),
    ("打{place.telephone}或者110", "call {place.telephone} or 110"),
    ("打幺二三四五问", "call 12345 and ask"),
]
OTHER = [
    ("打110", "call 119"),
    ("打110", "call the police"),
    ("先打电话", "call 110"),
    ("三十人", "13 people"),
    ("三级", "four levels"),
    ("五万元", "5,000 yuan"),
    ("第十条", "Article 11"),
    ("2026年1月1日", "1 February 2026"),
    ("2026年1月1日", "1 January 2027"),
    ("3亿元", "300,000 yuan"),
    ("打110，再打12315", "call 110, then call 110"),
]


@pytest.mark.parametrize(("text", "translation"), SAME)
def test_the_same_number_in_another_dress(text, translation):
    assert difference(text, "zh-CN", translation, "en") == ([], [])
    assert difference(translation, "en", text, "zh-CN") == ([], [])


@pytest.mark.parametrize(("text", "translation"), OTHER)
def test_another_number(text, translation):
    assert any(difference(text, "zh-CN", translation, "en"))
    assert any(difference(translation, "en", text, "zh-CN"))


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("fr", "500 000 yuans le 1er janvier 2026, composez le 110"),
        ("de", "500.000 Yuan am 1. Januar 2026, wählen Sie 110"),
        ("ar", "٥٠٠٬٠٠٠ يوان في ١ يناير ٢٠٢٦، اتصل بالرقم ١١٠"),
        ("ja", "2026年1月1日、50万元、110番"),
        ("ru", "500 тыс. юаней 1 января 2026, звоните 110"),
    ],
)
def test_a_language_whose_number_words_are_not_known(language, translation):
    text = "2026年1月1日罚50万元，打110"
    assert difference(text, "zh-CN", translation, language) == ([], [])
    for wrong in (translation.replace("110", "119"), translation.replace("١١٠", "١١٩")):
        if wrong != translation:
            assert any(difference(text, "zh-CN", wrong, language))


def test_no_false_alarm_on_real_and_pseudo_translations(messages):
    assert len(messages) > 2000
    for one in messages:
        assert difference(one.original, "zh-CN", one.text, "en") == ([], []), one.original
        for language in (*PSEUDO, "fr"):
            made = pseudo(one.original, language)
            assert difference(one.original, "zh-CN", made, language) == ([], []), one.original


def changed(written, choice):
    """Another number of the same form."""
    if written[0].isdigit():
        plain = written.replace(",", "")
        at = choice.randrange(len(plain))
        digit = choice.choice([one for one in "0123456789" if one != plain[at]])
        return plain[:at] + digit + plain[at + 1 :]
    row = next(
        row for row in (SMALL, RANKS, SCALES, MONTHS) if written.lower() in map(str.lower, row)
    )
    return choice.choice([one for one in row if one.lower() != written.lower()])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_number_of_each_translation_changed_is_noticed(messages, seed):
    choice = random.Random(seed)
    total, missed = 0, []
    for one in messages:
        hidden = re.sub(r"\{[^{}]*\}", lambda found: "\0" * len(found[0]), one.text)
        for found in WRITTEN.finditer(hidden):
            wrong = one.text[: found.start()] + changed(found[0], choice) + one.text[found.end() :]
            total += 1
            if not any(difference(one.original, "zh-CN", wrong, "en")):
                missed.append((found[0], one.original, wrong))
    print(f"{total} numbers changed, {total - len(missed)} noticed")
    assert total > 600
    assert len(missed) <= total * 0.01, missed


def test_every_wrong_emergency_number_is_noticed(messages):
    for one in messages:
        if "110" in one.text:
            wrong = one.text.replace("110", "119")
            assert any(difference(one.original, "zh-CN", wrong, "en")), one.original


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("三百五", "zh", [350]),
        ("一一〇", "zh", [110]),
        ("幺幺零", "zh", [110]),
        ("一万零五十", "zh", [10050]),
        ("两亿三千万", "zh", [230_000_000]),
        ("one hundred and five", "en", [105]),
        ("two thousand and thirty", "en", [2030]),
        ("twenty-fourth", "en", [24]),
        ("٣٠", "ar", [30]),
    ],
)
def test_values(text, language, values):
    found = [one for one in numbers(text, language) if len(one.values) == 1]
    assert [int(next(iter(one.values))) for one in found] == values
