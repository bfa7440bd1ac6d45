"""Places inherit, placeholders are filled, unknowns become blanks, and nothing else changes."""

import datetime
from pathlib import Path

import pytest

from handbill.edition.edition import Edition
from handbill.edition.localise import is_reserved_address, localise
from handbill.edition.placeholders import placeholder_names
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.model.place import Contact, Place, TextMessageNumber
from handbill.model.text import BLANK

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def collection() -> Collection:
    loaded, problems = load_collection(read_settings(ROOT / "mkdocs.yml"))
    assert loaded is not None, problems
    return loaded


@pytest.fixture(scope="module")
def campaign(collection: Collection) -> Campaign:
    [only] = collection.campaigns
    return only


def with_places(collection: Collection, *places: Place, site_url: str | None = None) -> Collection:
    from dataclasses import replace

    file = collection.places.value.model_copy(update={"places": list(places)})
    return replace(
        collection,
        places=replace(collection.places, value=file),
        settings=replace(collection.settings, site_url=site_url),
    )


DISTRICT = Place(
    id="district",
    name="某区",
    level="district",
    publisher="某区宣传办公室",
    text_message=TextMessageNumber(number="12110411", checked_on=datetime.date(2026, 11, 1)),
    contacts={"police-station": Contact(number="110")},
    valid_until=datetime.date(2027, 1, 1),
)
STREET = Place(
    id="street",
    name="某街道",
    parent="district",
    level="subdistrict",
    signature="某街道办事处",
    contacts={"committee": Contact(number="0411-82345678"), "police-station": Contact()},
)


def test_the_text_message_number_is_the_places_own_and_else_no_text_speaks_of_one(
    collection: Collection, campaign: Campaign
) -> None:
    def told(edition: Edition) -> str:
        [step] = [one for one in edition.quiz.verdicts if one.urgent] if edition.quiz else []
        return step.text

    edition = localise(with_places(collection, DISTRICT, STREET), campaign, "street")
    assert edition.text_message_number() == "12110411"
    assert "110；不便说话，发短信到12110411（短信可能慢，也可能发不出去）" in told(edition)
    unknown = DISTRICT.model_copy(update={"text_message": None})
    edition = localise(with_places(collection, unknown), campaign, "district")
    assert edition.text_message_number() is None
    assert "不便说话，把位置发给家里人，请他们打110" in told(edition)
    assert "短信" not in told(edition)


@pytest.mark.parametrize(
    ("publisher", "address", "lacking"),
    [
        (None, None, ("发布单位", "网址")),
        (None, "https://example.org/", ("发布单位", "网址")),
        ("示例街道办事处", "https://warn.gov.cn/", ("发布单位",)),
        ("某区宣传办公室", "http://127.0.0.1:8000/", ("网址",)),
        ("某区宣传办公室", "https://warn.gov.cn/x/", ()),
    ],
)
def test_a_sheet_is_a_specimen_until_publisher_and_address_are_real(
    collection: Collection,
    campaign: Campaign,
    publisher: str | None,
    address: str | None,
    lacking: tuple[str, ...],
) -> None:
    place = DISTRICT.model_copy(update={"publisher": publisher})
    edition = localise(with_places(collection, place, site_url=address), campaign, "district")
    assert edition.lacking == lacking


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "https://example.com/",
        "https://a.example/",
        "http://localhost:8000",
        "https://x.test",
        "http://10.0.0.1/",
    ],
)
def test_reserved_addresses(address: str | None) -> None:
    assert is_reserved_address(address)


def test_only_placeholders_of_the_closed_list_are_filled(
    collection: Collection, campaign: Campaign
) -> None:
    from dataclasses import replace

    facts = campaign.campaign.value.model_copy(
        update={
            "summary": "{place.name}：{claim.C01}（{cite.C01}）。{short.C10} {short.C01} "
            "{contact.committee} {nothing} {{x}}"
        }
    )
    changed = replace(campaign, campaign=replace(campaign.campaign, value=facts))
    edition = localise(with_places(collection, DISTRICT), changed, "district")
    claim = edition.claims["C01"].text.rstrip("。")
    short = edition.claims["C10"].short
    assert short and edition.claims["C01"].short is None
    assert edition.campaign.summary == (
        f"某区：{claim}（《禁止传销条例》第七条）。{short} {claim} {BLANK} {{nothing}} {{{{x}}}}"
    )


def test_every_place_of_the_flagship_makes_an_edition(
    collection: Collection, campaign: Campaign
) -> None:
    names = set()
    for place in collection.places.value.places:
        edition = localise(collection, campaign, place.id)
        names.add(edition.place.name)
        assert edition.lacking
        assert all(
            contact["number"] is None
            for contact in edition.contacts([role.id for role in edition.campaign.contact_roles])
        )
    assert {"东西湖区", "吴家山街道", "新沟镇街道"} <= names and len(names) >= 12


def test_no_placeholder_is_left_in_the_flagship(collection: Collection, campaign: Campaign) -> None:
    edition = localise(collection, campaign, campaign.campaign.value.default_place)
    text = repr((edition.campaign, edition.audiences, edition.cases, edition.help, edition.quiz))
    for name in placeholder_names(campaign):
        assert f"{{{name}}}" not in text


def test_a_withdrawn_case_is_in_no_edition(collection: Collection, campaign: Campaign) -> None:
    from dataclasses import replace

    names = {"mall-rebate": {"stage": "withdrawn"}, "s1-company-dorm": {"status": "withdrawn"}}
    cases = tuple(
        replace(one, value=one.value.model_copy(update=names.get(one.id, {})))
        for one in campaign.cases
    )
    edition: Edition = localise(
        collection, replace(campaign, cases=cases), campaign.campaign.value.default_place
    )
    assert set(edition.cases) == {one.id for one in cases} - set(names)
    assert list(edition.withdrawn_cases) == ["mall-rebate"]


def test_what_a_place_says_of_itself_stands_in_the_footer(
    collection: Collection, campaign: Campaign
) -> None:
    from handbill.compose.pages import compose_pages
    from handbill.compose.part import Part

    def footer(place: Place) -> dict[str, str]:
        edition = localise(with_places(collection, place), campaign, "district")
        page = next(compose_pages(Part(edition, "", ()), {}))
        assert page.body.front_matter is not None
        return {fact["name"]: fact["value"] for fact in page.body.front_matter["frame"]["facts"]}

    assert not {"网址", "本地核对"} & set(footer(DISTRICT))
    said = footer(
        DISTRICT.model_copy(
            update={
                "website": "https://warn.gov.cn/",
                "checked_by": "宣传岗",
                "checked_on": datetime.date(2026, 11, 20),
            }
        )
    )
    assert said["网址"] == "https://warn.gov.cn/"
    assert said["本地核对"] == "宣传岗 2026年11月20日"
