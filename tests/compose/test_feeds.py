"""What other programs read: RSS, the JSON feeds and their schemas, and what they may rely on."""

from __future__ import annotations

import copy
import datetime
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from editions import saying
from lxml import etree

from handbill import road
from handbill.check import Checked
from handbill.compose import compose
from handbill.compose.artifacts import Artifact, Page, Static
from handbill.compose.feeds import FOLDER, claims_feed, feed_items, materials_feed
from handbill.compose.part import Part
from handbill.edition.localise import localise_all
from handbill.load.settings import read_settings
from handbill.model.feeds import FEEDS, feed_schema
from handbill.model.recall import Recall
from handbill.render.cache import RenderCache

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 29)
ADDRESS = "https://example.org/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def checked() -> Checked:
    return road.load_and_check(read_settings(ROOT / "mkdocs.yml"), TODAY)


@pytest.fixture(scope="module")
def artifacts(checked: Checked) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in road.plan(checked)}


@pytest.fixture(scope="module")
def sites(checked: Checked) -> dict[str, Part]:
    """The flagship by language."""
    return {
        edition.language: Part(edition, "", ())
        for edition, _ in localise_all(checked.collection, checked.today)
    }


@pytest.fixture(scope="module")
def site(sites: dict[str, Part]) -> Part:
    return sites["zh-CN"]


def rss(checked: Checked, artifact: Artifact) -> etree._Element:
    content = road.renderer(checked, RenderCache(None)).one(artifact)
    return etree.fromstring(content)


def data(artifact: Artifact) -> dict[str, Any]:
    assert isinstance(artifact.body, Static)
    found: dict[str, Any] = json.loads(artifact.body.content)
    return found


def addresses(value: Any) -> Iterator[str]:
    """Every field of a feed that holds an address."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name.endswith("url") and isinstance(one, str):
                yield one
            yield from addresses(one)
    elif isinstance(value, list):
        for one in value:
            yield from addresses(one)


# RSS


def test_the_feed_is_rss_2_that_names_itself(
    checked: Checked, sites: dict[str, Part], artifacts: dict[str, Artifact]
) -> None:
    for site in sites.values():
        root = rss(checked, artifacts[f"{site.prefix}feed.xml"])
        assert root.tag == "rss" and root.get("version") == "2.0"
        [channel] = root
        for name in ("title", "link", "description", "language", "lastBuildDate"):
            assert channel.findtext(name), name
        [self] = channel.findall(f"{ATOM}link")
        assert dict(self.attrib) == {
            "href": f"{ADDRESS}{site.prefix}feed.xml",
            "rel": "self",
            "type": "application/rss+xml",
        }
        assert channel.findtext("language") == site.edition.language


def test_every_item_has_a_lasting_guid_a_page_and_a_day_of_the_data(
    checked: Checked, artifacts: dict[str, Artifact]
) -> None:
    items = rss(checked, artifacts["feed.xml"]).findall("channel/item")
    assert len(items) >= 90
    guids = Counter(item.findtext("guid") for item in items)
    assert guids.most_common(1)[0][1] == 1
    days = [parsedate_to_datetime(item.findtext("pubDate")) for item in items]
    assert days == sorted(days, reverse=True)
    assert max(days).date() <= TODAY
    pages = set(artifacts)
    for item in items:
        path = item.findtext("link").removeprefix(ADDRESS).partition("#")[0]
        assert {f"{path}index.html", f"{path.rstrip('/')}.md"} & pages, path


def test_the_feed_tells_of_materials_cases_law_and_recalls(site: Part) -> None:
    old = Recall.model_validate(
        {
            "material": "communities-poster",
            "versions": ["0.9"],
            "status": "replaced",
            "on": "2026-10-01",
            "reason": "电话改了。",
        }
    )
    recalled = Part(saying(site.edition, recalls=(old,)), "", ())
    items = feed_items(recalled)
    assert {item.kind for item in items} == {"material", "case", "law", "recall"}
    [recall] = [item for item in items if item.kind == "recall"]
    assert recall.day == datetime.date(2026, 10, 1) and "电话改了" in recall.text
    [change] = [item for item in items if item.url.endswith("/law/#C06")]
    assert change.day <= TODAY and site.edition.claims["C06"].text in change.text


def test_of_the_same_day_recalls_come_first_then_law_cases_and_materials(site: Part) -> None:
    edition = site.edition
    day = edition.campaign.issued
    recall = Recall.model_validate(
        {
            "material": "communities-poster",
            "versions": ["0.9"],
            "status": "withdrawn",
            "on": str(day),
            "reason": "电话改了。",
        }
    )
    name, case = next(iter(edition.cases.items()))
    [changed, *_] = edition.campaign.home.changes
    same_day = saying(
        edition,
        recalls=(recall,),
        cases={name: case.model_copy(update={"checked_on": day, "corrected_on": None})},
        claims={
            **edition.claims,
            changed: edition.claims[changed].model_copy(
                update={"applies_from": None, "checked_on": day}
            ),
        },
    )
    kinds = [item.kind for item in feed_items(Part(same_day, "", ())) if item.day == day]
    first = {kind: kinds.index(kind) for kind in kinds}
    assert list(first) == ["recall", "law", "case", "material"]
    assert kinds == sorted(kinds, key=list(first).index)


@pytest.mark.parametrize(("more", "shown"), [(-1, 199), (0, 200), (1, 200)])
def test_the_newest_two_hundred_are_told(site: Part, more: int, shown: int) -> None:
    edition = site.edition
    bare = saying(edition, recalls=(), cases={})
    newer = feed_items(Part(bare, "", ()))
    oldest, others = newer[-1].day, len(newer)
    assert others < 199, "older cases fill the rest"
    case = next(iter(edition.cases.values()))
    cases = {
        f"case-{number:03}": case.model_copy(
            update={"checked_on": oldest - datetime.timedelta(days=number), "corrected_on": None}
        )
        for number in range(1, 200 - others + more + 1)
    }
    items = feed_items(Part(saying(bare, cases=cases), "", ()))
    assert len(items) == shown
    told = [item.url for item in items if item.kind == "case"]
    assert told == [f"{ADDRESS}cases/{name}/" for name in list(cases)[: shown - others]]


def test_a_new_version_and_a_correction_are_new_items(site: Part) -> None:
    edition = site.edition
    before = {item.guid for item in feed_items(site)}
    name = next(iter(edition.cases))
    later = datetime.date(2026, 11, 20)
    changed = saying(
        edition,
        campaign=edition.campaign.model_copy(update={"version": "9.9"}),
        cases={
            **edition.cases,
            name: edition.cases[name].model_copy(update={"corrected_on": later}),
        },
    )
    after = feed_items(Part(changed, "", ()))
    new = [item for item in after if item.guid not in before]
    assert {item.kind for item in new} == {"material", "case"}
    [case] = [item for item in new if item.kind == "case"]
    assert case.day == later and case.url.endswith(f"/cases/{name}/")


def test_a_translation_never_tells_what_is_not_translated(sites: dict[str, Part]) -> None:
    for language, site in sites.items():
        if language.startswith("zh"):
            continue
        texts = [text for item in feed_items(site) for text in (item.title, item.text)]
        texts += [entry.text for entry in claims_feed(site).claims]
        texts += [entry.title for entry in materials_feed(site).materials]
        assert texts
        assert [text for text in texts if any("\u4e00" <= one <= "\u9fff" for one in text)] == []


# JSON


def test_the_feeds_are_as_their_models_and_committed_schemas_say(
    sites: dict[str, Part], artifacts: dict[str, Artifact]
) -> None:
    for site in sites.values():
        for name, model in FEEDS.items():
            path = f"{site.prefix}{FOLDER}{name}.json"
            model.model_validate(data(artifacts[path]))
    for name in FEEDS:
        committed = json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text("utf-8"))
        assert data(artifacts[f"{FOLDER}{name}.schema.json"]) == committed, "docs/schema is stale"


def test_every_address_is_absolute_and_every_file_is_made(artifacts: dict[str, Artifact]) -> None:
    made = {path.removesuffix("index.html").removesuffix("index.md") for path in artifacts}
    made |= {f"{path.removesuffix('.md')}/" for path in artifacts if path.endswith(".md")}
    looked_at = 0
    for name in FEEDS:
        for address in addresses(data(artifacts[f"{FOLDER}{name}.json"])):
            assert address.startswith("https://"), address
            if address.startswith(ADDRESS):
                looked_at += 1
                assert address.removeprefix(ADDRESS).partition("#")[0] in made, address
    assert looked_at > 500


def test_every_claim_and_material_is_there_in_a_stable_order(
    site: Part, artifacts: dict[str, Artifact]
) -> None:
    claims = data(artifacts[f"{FOLDER}claims.json"])
    assert sorted(one["id"] for one in claims["claims"]) == sorted(site.edition.claims)
    topics = [topic.title for topic in site.edition.topics]
    order = [topics.index(one["topic"]) for one in claims["claims"]]
    assert order == sorted(order)
    materials = data(artifacts[f"{FOLDER}materials.json"])
    assert sorted(one["id"] for one in materials["materials"]) == sorted(
        material.id for _, material in site.edition.materials()
    )
    for one in materials["materials"]:
        assert set(one["claims"]) <= set(site.edition.claims)


def test_what_uses_a_claim_is_named(site: Part) -> None:
    feed = claims_feed(site)
    used = {use.url for entry in feed.claims for use in entry.used_by}
    assert any("/m/" in url for url in used) and any("/cases/" in url for url in used)
    materials = {material.id: material for _, material in site.edition.materials()}
    for entry in feed.claims:
        here = {use.url for use in entry.used_by}
        for name, material in materials.items():
            if entry.id in material.claims:
                assert f"{ADDRESS}m/{name}/" in here


def test_the_date_is_the_campaigns_and_specimens_say_so(site: Part) -> None:
    feed = materials_feed(site)
    assert feed.generated == max(site.edition.campaign.issued, site.edition.campaign.checked_on)
    assert feed.specimen is bool(site.edition.lacking)
    complete = Part(replace(site.edition, lacking=()), "", ())
    assert materials_feed(complete).specimen is False


def test_a_site_without_an_address_has_no_feeds(checked: Checked) -> None:
    editions = [
        (replace(edition, site_url=None), campaign)
        for edition, campaign in localise_all(checked.collection, checked.today)
    ]
    made = compose(editions, checked.looks, {})
    assert [
        one.path
        for one in made
        if one.path.startswith(("feed.xml", "api/", "social/", "en/api", "en/social"))
    ] == []
    home = next(one.body for one in made if one.path == "index.md")
    assert isinstance(home, Page) and home.front_matter
    assert "preview" not in home.front_matter and home.front_matter["frame"]["feed"] == ""


# The promise


def incompatible(old: dict[str, Any], new: dict[str, Any], where: str = "") -> list[str]:
    """What of `old` a program can no longer rely on in `new`: fields, whether they are always there,
    their types and values. Descriptions and patterns may change."""
    found = []
    for name, one in old.get("$defs", {}).items():
        found += incompatible(one, new.get("$defs", {}).get(name, {}), f"{name}.")
    for name, one in old.get("properties", {}).items():
        other = new.get("properties", {}).get(name)
        if other is None:
            found.append(f"{where}{name} is gone")
            continue
        shape = [
            {
                key: value
                for key, value in side.items()
                if key in {"type", "enum", "const", "anyOf", "items", "$ref", "format"}
            }
            for side in (one, other)
        ]
        if strip(shape[0]) != strip(shape[1]):
            found.append(f"{where}{name} has changed")
        if name in old.get("required", []) and name not in new.get("required", []):
            found.append(f"{where}{name} may be missing")
    return found


def strip(value: Any) -> Any:
    """Without what says nothing of the type."""
    if isinstance(value, dict):
        return {
            key: strip(one)
            for key, one in value.items()
            if key not in {"description", "examples", "title", "pattern", "minItems"}
        }
    return [strip(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", FEEDS)
def test_nothing_that_was_promised_is_taken_back(name: str) -> None:
    committed = json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text("utf-8"))
    assert committed["properties"], "the schema is empty: this test proves nothing"
    assert incompatible(committed, feed_schema(name)) == []


def test_the_promise_is_looked_at() -> None:
    schema = feed_schema("claims")
    added = copy.deepcopy(schema)
    added["$defs"]["ClaimEntry"]["properties"]["summary"] = {"type": "string"}
    assert incompatible(schema, added) == []
    gone = copy.deepcopy(schema)
    del gone["$defs"]["ClaimEntry"]["properties"]["article"]
    gone["$defs"]["ClaimEntry"]["required"].remove("id")
    gone["properties"]["place"] = {"type": "integer"}
    gone["$defs"]["Use"]["properties"]["type"]["enum"].append("leaflet")
    assert sorted(incompatible(schema, gone)) == [
        "ClaimEntry.article is gone",
        "ClaimEntry.id may be missing",
        "Use.type has changed",
        "place has changed",
    ]


def test_a_schema_leaves_room_for_more_fields() -> None:
    for name in FEEDS:
        assert "additionalProperties" not in json.dumps(feed_schema(name))
