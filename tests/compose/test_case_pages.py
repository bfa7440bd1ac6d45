"""The list of cases, its filters, and the page of a case."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from editions import saying

from handbill.compose.case_pages import case_pages, case_values, cases_by_word, related_cases
from handbill.compose.choices import as_selectors, choices, empty_choices
from handbill.compose.money_drawing import PAID, PAYERS, streams
from handbill.compose.part import Part
from handbill.edition.edition import Edition
from handbill.model.case import AdjudicatedCase, Scenario
from handbill.render.pages import PageRenderer

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"


def pages_of(edition: Edition) -> dict[str, str]:
    """The pages of cases as text, by path."""
    site = Part(edition, "", ())
    renderer = PageRenderer(TEMPLATES)
    return {
        page.path: renderer.render(
            page.path, page.body.template, page.body.data, page.body.front_matter
        )
        for page in case_pages(site)
    }


@pytest.fixture(scope="module")
def pages(edition: Edition) -> dict[str, str]:
    return pages_of(edition)


def test_choices_count_what_fits_and_leave_out_what_nothing_fits() -> None:
    found = choices([["a", "b"], ["a", "a"], []], {"b": "B", "c": "C", "a": "A"}, {"b": "b1"})
    assert [(one.id, one.title, one.count, one.key) for one in found] == [
        ("b", "B", 1, "b1"),
        ("a", "A", 2, "a"),
    ]


def test_empty_choices_are_those_that_nothing_fits_and_the_smallest() -> None:
    have = [
        {"x": ["1"], "y": ["1", "2"], "z": ["1"]},
        {"x": ["2"], "y": ["2"], "z": ["1"]},
        {"x": ["1"], "y": ["2"], "z": []},
    ]
    filters = {"x": ["1", "2"], "y": ["1", "2"], "z": ["1", "9"]}
    empty = empty_choices(have, filters)
    assert empty == [{"z": "9"}, {"x": "2", "y": "1"}]


def test_a_combination_is_told_to_be_empty_exactly_when_no_case_fits(edition: Edition) -> None:
    have = [case_values(edition, case) for case in edition.cases.values()]
    filters = {name: sorted({value for one in have for value in one[name]}) for name in have[0]}
    empty = empty_choices(have, filters)
    for values in product(*filters.values()):
        choice = dict(zip(filters, values, strict=True))
        fits = any(all(value in one[name] for name, value in choice.items()) for one in have)
        assert any(one.items() <= choice.items() for one in empty) == (not fits), choice


def test_selectors_keep_every_empty_choice() -> None:
    empty = [{"x": "1"}, {"x": "2", "y": "1"}, {"x": "2", "y": "3"}, {"x": "2", "z": "4"}]
    assert as_selectors(empty) == [
        [["show-x-1"]],
        [["show-x-2"], ["show-y-1", "show-y-3"]],
        [["show-x-2"], ["show-z-4"]],
    ]


def test_the_style_sheet_names_only_elements_that_the_list_has(pages: dict[str, str]) -> None:
    style, page = pages["assets/cases.css"], pages["cases/index.md"]
    named = set(re.findall(r"#(show-[\w-]+):checked", style))
    assert named
    assert named <= set(re.findall(r'id="(show-[\w-]+)"', page))
    classes = {
        name
        for group in re.findall(r'class="hb-card hb-case-card ([^"]+)"', page)
        for name in group.split()
    }
    hidden = set(re.findall(r"\.hb-case-card:not\(\.([\w-]+)\)", style))
    assert classes <= hidden
    assert {f"show-{name}" for name in hidden} == named


def test_every_listed_word_can_be_chosen_even_one_without_a_case(
    edition: Edition, pages: dict[str, str]
) -> None:
    page, style = pages["cases/index.md"], pages["assets/cases.css"]
    listed = edition.filters[0].values
    for number, disguise in enumerate(listed, 1):
        assert f'<option id="show-disguises-d{number}"' in page
        assert disguise.title in page
    without = [one.id for one in listed].index("D2") + 1
    assert re.search(
        rf"\.hb-explainers:has\([^ ]*#show-disguises-d{without}:checked[^ ]*\) "
        r"\.hb-none",
        style,
    )


def test_the_list_says_of_each_case_what_it_is_and_when_it_was_checked(
    edition: Edition, pages: dict[str, str]
) -> None:
    cards = re.findall(r"<article.*?</article>", pages["cases/index.md"], re.DOTALL)
    assert len(cards) == len(edition.cases)
    for name, case in edition.cases.items():
        [card] = [one for one in cards if f'cases/{name}/"' in one or f'"{name}/"' in one]
        assert case.checked_on.isoformat() in card
        if isinstance(case, AdjudicatedCase):
            assert case.stage in card
            assert "公开案例" in card
        else:
            assert "情景案例（虚构）" in card


def test_listed_words_lead_to_their_cases_and_cases_back(
    edition: Edition, pages: dict[str, str]
) -> None:
    entries = dict(re.findall(r'<div id="(D\d+)">(.*?)</div>', pages["cases/index.md"], re.DOTALL))
    for disguise, names in cases_by_word(edition).items():
        linked = re.findall(r'href="(?:\.\./cases/)?([\w-]+)/"', entries[disguise])
        assert linked == names
        for name in names:
            assert f'cases/#{disguise}"' in pages[f"cases/{name}.md"]
    assert any(not names for names in cases_by_word(edition).values())
    assert "这里还没有案例" in pages["cases/index.md"]


def test_related_cases_share_a_listed_word(edition: Edition) -> None:
    for name, case in edition.cases.items():
        for other in related_cases(edition, name):
            assert other != name
            assert set(case.tags["disguises"]) & set(edition.cases[other].tags["disguises"])
    assert related_cases(edition, "s2-cousin-project")[0] == "prosecutors-2024"


def test_a_released_case_says_near_the_top_how_sure_it_is(
    edition: Edition, pages: dict[str, str]
) -> None:
    for name, case in edition.cases.items():
        if isinstance(case, AdjudicatedCase):
            hero = pages[f"cases/{name}.md"].split("</section>")[0]
            assert f"law/#source-{case.source}" in hero
            assert case.stage in hero
            assert case.checked_on.isoformat() in hero
            assert case.review_by.isoformat() in hero
            assert "hb-blank" in hero  # the flagship has no address for corrections


def test_a_correction_and_its_contact_are_shown(edition: Edition) -> None:
    name, case = next(
        (name, case) for name, case in edition.cases.items() if isinstance(case, AdjudicatedCase)
    )
    day = case.checked_on
    told = saying(
        edition,
        cases={name: case.model_copy(update={"corrected_on": day})},
        campaign=edition.campaign.model_copy(update={"corrections": "打电话到更正处"}),
    )
    hero = pages_of(told)[f"cases/{name}.md"].split("hb-case-hero")[1].split("</section>")[0]
    assert "打电话到更正处" in hero
    assert "更正 <time" in hero
    assert "hb-blank" not in hero


def test_the_anatomy_holds_every_word_of_the_data_in_order(
    edition: Edition, pages: dict[str, str]
) -> None:
    for name, case in edition.cases.items():
        page = pages[f"cases/{name}.md"]
        words = [
            text
            for step in case.pattern
            for text in (step.title, step.said, step.really, step.signal)
        ]
        if isinstance(case, AdjudicatedCase) and case.money:
            words += [
                text
                for box in (case.money.comes_from, case.money.middle, case.money.goes_to)
                for text in (box.title, box.text)
            ]
            assert page.count('class="hb-stream') >= 4
        else:
            assert "hb-stream" not in page
        if isinstance(case, Scenario):
            words = [text for beat in case.beats for text in (beat.title, beat.text)] + words
        at = 0
        for text in words:
            assert (at := page.find(text.replace("'", "&#39;"), at)) >= 0, f"{name}: {text}"


def test_a_stream_sets_out_from_each_payer_and_arrives_at_each_who_is_paid() -> None:
    for down in (False, True):
        inward, outward = streams(PAYERS, 1, down=down), streams(1, PAID, down=down)
        assert len(set(inward.curves)) == PAYERS
        assert len(inward.heads) == 1
        assert len(set(outward.curves)) == len(outward.heads) == PAID
        assert (inward.width > inward.height) == down


def test_a_campaign_without_words_to_filter_by_has_a_list_without_filters(edition: Edition) -> None:
    bare = {name: case.model_copy(update={"tags": {}}) for name, case in edition.cases.items()}
    told = pages_of(saying(edition, cases=bare, filters=()))
    assert "<select" not in told["cases/index.md"]
    assert "hb-none" not in told["assets/cases.css"].split("What the filters hide")[1]


def test_at_most_three_cases_follow_the_closest_first(edition: Edition) -> None:
    """Of those that share as many disguises, the order of the lists."""
    name, case = next(iter(edition.cases.items()))
    made = {
        key: case.model_copy(update={"tags": {"disguises": disguises}})
        for key, disguises in {
            name: ["D1", "D2", "D3"],
            "none": ["D9"],
            "one": ["D3"],
            "two": ["D1", "D2"],
            "again": ["D2"],
            "three": ["D3", "D2", "D1"],
        }.items()
    }

    def related(*names: str) -> list[str]:
        kept = {key: one for key, one in made.items() if key in {name, *names}}
        return related_cases(saying(edition, cases=kept), name)

    assert related("none") == []
    assert related("two", "none") == ["two"]
    assert related("one", "two") == ["two", "one"]
    assert related("one", "two", "again") == ["two", "one", "again"]
    assert related("one", "two", "again", "three") == ["three", "two", "one"]
