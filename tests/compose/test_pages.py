"""The pages of the flagship: which there are, what they must say, and what no citizen may see."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from handbill.compose.artifacts import PageArtifact
from handbill.compose.growth import growth, in_words
from handbill.compose.pages import compose_campaign_list, compose_pages
from handbill.compose.part import Part, url_of
from handbill.edition.edition import Edition
from handbill.model.case import AdjudicatedCase, Scenario
from handbill.model.text import BLANK
from handbill.render.pages import PageRenderer
from handbill.words import words

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"


def specs(edition: Edition, prefix: str = "") -> dict[str, PageArtifact]:
    packs = {f"{prefix}packs/schools-print.zip", f"{prefix}packs/schools-office.zip"}
    pages = list(compose_pages(Part(edition, prefix, packs), {}))
    assert len({page.path for page in pages}) == len(pages)
    return {page.path: page for page in pages}


@pytest.fixture(scope="module")
def rendered(edition: Edition) -> dict[str, str]:
    renderer = PageRenderer(TEMPLATES)
    return {
        path: renderer.render(path, page.body.template, page.body.data, page.body.front_matter)
        for path, page in specs(edition).items()
    }


def test_addresses_of_pages() -> None:
    assert [
        url_of(path)
        for path in (
            "index.md",
            "law.md",
            "cases/index.md",
            "cases/s1.md",
            "m/x/index.html",
            "404.html",
        )
    ] == ["", "law/", "cases/", "cases/s1/", "m/x/", ""]


def test_every_part_of_the_campaign_has_its_page(
    edition: Edition, rendered: dict[str, str]
) -> None:
    expected = {
        "index.md",
        "law.md",
        "help.md",
        "check.md",
        "materials.md",
        "search.md",
        "cases/index.md",
        "404.html",
    }
    expected |= {f"{audience.id}.md" for audience in edition.audiences}
    expected |= {f"cases/{case}.md" for case in edition.cases}
    expected |= {f"m/{material.id}/index.html" for _, material in edition.materials()}
    expected |= {f"law/{claim.lower()}.md" for claim in edition.claims}
    assert edition.help is not None
    expected |= {f"help/{situation.number}/index.html" for situation in edition.help.situations}
    expected |= {"why.md", "recall.md", "set/index.html", "screen/index.html", "embed/help.html"}
    expected |= {"guide/coverage.md", "guide/before-printing.md"}
    assert expected == {path for path in rendered if path.endswith((".md", ".html"))}


def test_the_marks_and_notes_of_editors_reach_no_citizen(
    edition: Edition, rendered: dict[str, str]
) -> None:
    noted = [
        *edition.claims.values(),
        *edition.sources.values(),
        *(case for case in edition.cases.values() if isinstance(case, AdjudicatedCase)),
    ]
    notes = {one.editor_note for one in noted if one.editor_note}
    assert notes, "the flagship has notes to its editors"
    for path, text in rendered.items():
        assert not [note for note in notes if note in text], path
        assert "核实程度" not in text, path


def test_the_law_page_has_an_anchor_for_every_claim_and_source(
    edition: Edition, rendered: dict[str, str]
) -> None:
    anchors = re.findall(r' id="([^"]+)"', rendered["law.md"])
    assert len(anchors) == len(set(anchors))
    assert set(edition.claims) | {f"source-{one}" for one in edition.sources} <= set(anchors)
    changed = [claim for claim in edition.claims.values() if claim.applies_from]
    assert changed
    assert rendered["law.md"].count("施行日期") == len(changed)


def test_a_scenario_is_labelled_as_fiction_wherever_it_is_shown(
    edition: Edition, rendered: dict[str, str]
) -> None:
    for identifier, case in edition.cases.items():
        page = rendered[f"cases/{identifier}.md"]
        assert isinstance(case, Scenario) == (edition.campaign.fiction_notice in page)
        if isinstance(case, Scenario):
            assert page.index("情景案例（虚构）") < page.index("<h1>")
            assert all(beat.text in page for beat in case.beats)


def test_a_case_shows_its_seven_fields(edition: Edition, rendered: dict[str, str]) -> None:
    say = words("zh-CN", room="site")
    for identifier, case in edition.cases.items():
        if not isinstance(case, AdjudicatedCase):
            continue
        page = rendered[f"cases/{identifier}.md"]
        unmarked = page.replace('<span class="hb-sense">', "").replace("</span>", "")
        shown = unmarked.find('class="hb-pattern')
        assert unmarked.index(case.source_note) < shown if case.pattern else shown == -1
        for said in (
            case.name,
            say[f"stage_{case.stage}"],
            *case.results,
            *([say["tells"]] if case.tells else []),
            say["law_says"],
            say["you_can"],
            say["ask_correction"],
        ):
            assert said in page, (identifier, said)
        for figure in case.figures:
            assert figure.meaning in page


def test_what_nobody_has_supplied_is_a_visible_blank(
    edition: Edition, rendered: dict[str, str]
) -> None:
    assert edition.place.publisher == BLANK
    assert all(BLANK not in text for path, text in rendered.items() if path.endswith(".html"))
    assert 'class="hb-blank"' in rendered["schools.md"]
    assert "样张" in rendered["m/schools-poster/index.html"]


def test_a_complete_edition_is_no_specimen(edition: Edition) -> None:
    complete = replace(
        edition,
        lacking=(),
        site_url="https://warn.gov.cn/",
        place=replace(edition.place, publisher="某区宣传办公室"),
    )
    page = specs(complete)["m/schools-poster/index.html"]
    text = PageRenderer(TEMPLATES).render(page.path, page.body.template, page.body.data, None)
    assert "样张" not in text
    assert "某区宣传办公室" in text
    assert '<link rel="canonical" href="https://warn.gov.cn/m/schools-poster/">' in text


def test_without_a_number_for_text_messages_no_page_prints_one(
    edition: Edition, rendered: dict[str, str]
) -> None:
    assert edition.place.text_message is None and edition.campaign.text_message is not None
    for path, text in rendered.items():
        assert "sms:" not in text and not re.search("12110", text), path
    assert edition.campaign.text_message.without in rendered["help/1/index.html"]
    assert edition.campaign.text_message.caution not in rendered["help/1/index.html"]


def test_pages_are_free_of_inline_style_and_script(rendered: dict[str, str]) -> None:
    for path, text in rendered.items():
        if path.endswith(".css"):
            continue
        assert not re.search(r"<[^>]+\sstyle=|\son\w+=", text), path
        for element in re.findall(r"<(style|script)>", text):
            # Pages that are one file bring their own; the policy knows them by their hashes.
            assert f"{element}-src 'self' 'sha256-" in text, path


def test_a_campaign_among_several_lies_below_its_prefix(edition: Edition) -> None:
    pages = specs(edition, "fraud/")
    assert all(path.startswith("fraud/") for path in pages)
    renderer = PageRenderer(TEMPLATES)
    page = pages["fraud/cases/mall-rebate.md"]
    text = renderer.render(page.path, page.body.template, page.body.data, page.body.front_matter)
    assert 'href="../../../fraud/law/#' in text
    assert page.body.front_matter is not None
    assert page.body.front_matter["frame"]["home"] == "../../../fraud/"
    listed = {page.path: page for page in compose_campaign_list([edition])}
    assert set(listed) == {"index.md", "404.html"}
    for page in listed.values():
        renderer.render(page.path, page.body.template, page.body.data, page.body.front_matter)


def test_the_rule_of_each_result_is_told_in_words(edition: Edition) -> None:
    assert edition.quiz is not None
    rows = specs(edition)["check.md"].body.data["verdicts"]
    assert [row["verdict"] for row in rows] == edition.quiz.verdicts
    assert rows[0]["rule"] == "第10题，至少1个“是”"
    assert rows[-1]["rule"] == "上面都不符合"


def test_an_audience_has_its_materials_by_where_they_work(edition: Edition) -> None:
    for audience in edition.audiences:
        groups = specs(edition)[f"{audience.id}.md"].body.data["groups"]
        assert [group for group, _ in groups] == [
            group
            for group in ("wall", "hand", "desk", "screen")
            if any(one.declared.group == group for one in audience.file.materials)
        ]
        shown = [entry.material.id for _, entries in groups for entry in entries]
        assert sorted(shown) == sorted(one.id for one in audience.file.materials)
        assert groups[0][1][0].kind == "poster"


@pytest.mark.parametrize("lengths", [("8",), ("20", "600"), ("8", "20", "60", "200", "600")])
def test_an_audience_offers_the_lengths_it_has(edition: Edition, lengths: tuple[str, ...]) -> None:
    body = specs(edition)["schools.md"].body
    told = {length: f"先核实{length}。" for length in lengths}
    audience = body.data["audience"]
    file = audience.file.model_copy(update={"lengths": told})
    data = {**body.data, "audience": replace(audience, file=file)}
    page = PageRenderer(TEMPLATES).render("schools.md", body.template, data, body.front_matter)
    assert re.findall(r"<dt>(\d+) 字</dt>", page) == list(lengths)
    assert (words("zh-CN")["lengths_lead"] in page) == (len(lengths) > 1)


def test_the_packs_are_offered_to_those_who_have_them(
    edition: Edition, rendered: dict[str, str]
) -> None:
    for path in ("schools.md", "materials.md", "m/schools-poster/index.html"):
        assert re.findall(r'href="[./]*packs/(\S+)" download', rendered[path]) == [
            "schools-print.zip",
            "schools-office.zip",
        ], path
    assert "packs/" not in rendered["villages.md"]


def test_the_gallery_says_how_many_fit_each_choice(edition: Edition) -> None:
    data = specs(edition)["materials.md"].body.data
    assert sum(choice.count for choice in data["filters"]["audience"]) == data["count"]
    assert sum(choice.count for choice in data["filters"]["kind"]) == data["count"]
    listed = [choice for _, choices in data["kinds"] for choice in choices]
    assert listed == data["filters"]["kind"]
    assert all(choice.count for choice in data["filters"]["made"])


def test_what_is_shown_first_differs_in_kind_and_audience(edition: Edition) -> None:
    entries = specs(edition)["index.md"].body.data["entries"]
    for of in ("group", "kind"):
        assert len({getattr(entry, of) for entry in entries}) == len(entries) == 4
    assert len({entry.audience.id for entry in entries}) == 4


def test_a_browser_prints_what_an_office_printer_takes_and_the_rest_on_a4(edition: Edition) -> None:
    pages = specs(edition)
    papers = {
        page.body.data["entry"].kind: page.body.data["paper"]
        for page in pages.values()
        if "paper" in page.body.data
    }
    for kind in ("sign", "board", "rollup"):
        assert papers[kind] == "assets/paper-210x297.css", kind
    assert papers["banner"] == "assets/paper-297x210.css"
    assert papers["poster"] == "assets/paper-210x297.css"


def test_people_a_scheme_needs() -> None:
    assert growth(3).rows == (1, 3, 9, 27, 81)
    assert growth(3).present == 41
    assert growth(2).rows == (1, 2, 4, 8, 16, 32, 64)
    assert growth(3).level(20) == 3486784401
    assert in_words(59049, words("zh-CN")) == "59,049"
    assert in_words(3486784401, words("zh-CN")) == "34.8亿多"
    assert in_words(3486784401, words("en")) == "over 3.4 billion"
