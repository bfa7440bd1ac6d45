"""The local page of each place: what it says, what it weighs, and what it costs."""

from __future__ import annotations

import datetime
import gzip
import json
import re
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import lxml.html
import pytest

from handbill import road
from handbill.check import Checked
from handbill.compose import compose
from handbill.compose.artifacts import Artifact, Page, Sheet, Stream
from handbill.edition.localise import localise_all
from handbill.load.settings import read_settings
from handbill.publish.finished_site import printed_addresses
from handbill.render.pages import PageRenderer

MOST = 5_000
"""Bytes of a page, compressed: a third of what one round of packets brings."""
TODAY = datetime.date(2026, 11, 24)
STREET = """\
  - id: wujiashan
    name: 吴家山街道
    parent: dongxihu
    level: subdistrict
"""
TOLD = (
    STREET
    + """\
    publisher: 某街道办事处
    text_message: {number: 12110027, checked_on: 2026-11-20}
    valid_until: 2027-06-30
    contacts:
      police-station:
        name: 某派出所
        number: 027-82345678
        address: 某路1号
        directions: 菜场东门对面，二楼
        hours: 每天24小时
        checked_on: 2026-11-20
"""
)
RECALLS = """\
recalls:
  - material: communities-poster
    versions: [0.8]
    status: withdrawn
    on: 2026-10-01
    reason: 电话印错了
  - material: villages-letter
    versions: [0.7]
    status: withdrawn
    on: 2026-09-01
    reason: 只在别处
    places: [changqing]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, copy_project: Callable[[Path], Path]) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("local") / "project")
    places = folder / "campaigns/places/places.yml"
    text = places.read_text("utf-8")
    assert STREET in text
    places.write_text(text.replace(STREET, TOLD), "utf-8")
    (folder / "campaigns/anti-pyramid-selling/recalls.yml").write_text(RECALLS, "utf-8")
    return folder


def planned(folder: Path, today: datetime.date = TODAY) -> tuple[Checked, list[Artifact]]:
    checked = road.load_and_check(read_settings(folder / "mkdocs.yml"), today)
    return checked, road.plan(checked)


def rendered(checked: Checked, artifacts: list[Artifact], pattern: str) -> dict[str, str]:
    pages = PageRenderer(checked.templates)
    made = {
        one.path: pages.render(one.path, one.body.template, one.body.data, one.body.front_matter)
        for one in artifacts
        if isinstance(one.body, Page) and re.fullmatch(pattern, one.path)
    }
    streams = [one.body for one in artifacts if isinstance(one.body, Stream)]
    local = chain.from_iterable(map(pages.stream, streams))
    return made | {path: text for path, text in local if re.fullmatch(pattern, path)}


LOCAL = r"(\w+/)?p/[a-z-]+/index\.html"


@pytest.fixture(scope="module")
def local(project: Path) -> dict[str, str]:
    return rendered(*planned(project), LOCAL)


def test_every_place_has_its_page_in_every_language(project: Path, local: dict[str, str]) -> None:
    checked, _ = planned(project)
    ids = [place.id for place in checked.collection.places.value.places]
    languages = {edition.language for edition, _ in localise_all(checked.collection, checked.today)}
    assert len(local) == len(ids) * len(languages) > len(ids)
    assert {f"p/{one}/index.html" for one in ids} <= set(local)


def test_a_page_is_light_and_asks_for_one_file_that_may_come_later(local: dict[str, str]) -> None:
    for path, html in local.items():
        assert len(gzip.compress(html.encode(), 9)) <= MOST, path
        document = lxml.html.document_fromstring(html)
        assert document.xpath("//link[@rel!='alternate']/@href") == ["data:,"], path
        [script] = document.xpath("//*[@src] | //img | //object | //iframe | //script")
        assert (script.get("src"), "defer" in script.attrib) == ("../local.js", True), path
        assert document.xpath("//@style | //@onclick") == []
        assert len(document.xpath("//style")) == 1
        assert "tel:110" in document.xpath("//header//ul//a/@href"), "before anything else"


def test_an_office_is_found_called_and_dated(local: dict[str, str]) -> None:
    document = lxml.html.document_fromstring(local["p/wujiashan/index.html"])
    [office] = document.xpath("//*[contains(@class, 'l-office')]")
    said = office.text_content()
    for one in ("某派出所", "某路1号", "菜场东门对面，二楼", "每天24小时", "2026-11-20"):
        assert one in said
    assert office.xpath(".//a/@href") == ["tel:02782345678"]
    assert office.xpath(".//*[@data-until]/@data-until") == ["2027-02-18"]


def test_what_is_not_known_is_a_blank_and_fits_the_place(local: dict[str, str]) -> None:
    def unset(path: str) -> list[str]:
        document = lxml.html.document_fromstring(local[path])
        rows = document.xpath("//*[contains(@class, 'l-unset')]/div")
        assert all(row.xpath(".//*[contains(@class, 'hb-blank')]") for row in rows)
        return [row.xpath("string(dt)") for row in rows]

    assert unset("p/dongxihu/index.html") == ["派出所", "市场监管所"]
    assert unset("p/wujiashan/index.html") == ["市场监管所", "街道办事处"]


def test_the_text_message_number_is_the_places_own(local: dict[str, str]) -> None:
    assert "12110027" in local["p/wujiashan/index.html"]
    document = lxml.html.document_fromstring(local["p/wujiashan/index.html"])
    calls = document.xpath("//ul[@class='l-calls']/li/a/@href")
    assert calls[0] == "tel:110" and calls[-1].startswith("sms:12110027")
    assert "可能发不出去" in local["p/wujiashan/index.html"]
    for other in ("wuhan", "dongxihu", "changqing"):
        assert "sms:" not in local[f"p/{other}/index.html"]
        assert "短信" not in local[f"p/{other}/index.html"]


def test_dates_and_recalls_are_the_places_own(project: Path, local: dict[str, str]) -> None:
    def facts(name: str) -> tuple[list[str], list[str]]:
        document = lxml.html.document_fromstring(local[f"p/{name}/index.html"])
        return (
            document.xpath("//body/@data-until"),
            document.xpath("//*[@data-recall]//*[@data-why]/text()"),
        )

    assert facts("wujiashan") == (["2027-06-30"], [])
    assert facts("changqing") == ([], ["只在别处"])
    shared = common(rendered(*planned(project), r"p/local\.js")["p/local.js"])
    sheets = lxml.html.fragment_fromstring(shared["sheets"], create_parent="div")
    assert set(sheets.xpath("//@data-last")) == {"2027-11-30"}
    assert sheets.xpath("//*[@data-recall]//*[@data-why]/text()") == ["电话印错了"]


def common(script: str) -> dict[str, str]:
    """What the file of a language puts into its local pages."""
    told: dict[str, str] = json.loads(
        script.partition("\n")[0].removeprefix("const common = ").rstrip(";")
    )
    return told


def test_a_name_in_a_title_is_that_of_the_place(
    project: Path, tmp_path: Path, copy_project: Callable[[Path], Path]
) -> None:
    folder = copy_project(tmp_path / "named")
    file = folder / "campaigns/anti-pyramid-selling/communities.yml"
    text = file.read_text("utf-8")
    assert text.count("title: 海报：先别敲门，打个电话") == 1
    file.write_text(
        text.replace("title: 海报：先别敲门，打个电话", "title: 海报：{place.name}"), "utf-8"
    )
    pages = rendered(*planned(folder), r"p/(jinghe|cihui)/index\.html")
    for name, place in (("jinghe", "径河街道"), ("cihui", "慈惠街道")):
        told = f'<li data-title-of="communities-poster">海报：{place}</li>'
        assert told in pages[f"p/{name}/index.html"]


def test_codes_lead_to_the_place_and_name_the_sheet(project: Path) -> None:
    checked, artifacts = planned(project)
    printed = printed_addresses(artifacts)
    assert "https://example.org/p/dongxihu/?m=communities-poster.1.0" in printed
    [(edition, campaign), *_] = localise_all(checked.collection, checked.today, "jinghe")
    elsewhere = printed_addresses(compose([(edition, campaign)], checked.looks, {}))
    assert all(one.startswith("https://example.org/p/jinghe/?m=") for one in elsewhere)
    imprints = [
        line
        for one in artifacts
        if isinstance(one.body, Sheet)
        for sheet in one.body.data["sheets"]
        for line in sheet.get("imprint", ())
    ]
    assert "来源：example.org/p/dongxihu" in imprints
    assert [line for line in imprints if "?" in line] == []


def test_what_is_past_is_marked_and_before_that_no_day_shows(project: Path) -> None:
    def made(today: datetime.date) -> tuple[dict[str, str], list[object]]:
        checked, artifacts = planned(project, today)
        return (
            rendered(
                checked,
                artifacts,
                r"p/dongxihu/index\.html|law\.md|"
                r"m/families-card/index\.html|recall\.md",
            ),
            [
                sheet["specimen"]
                for one in artifacts
                if isinstance(one.body, Sheet) and one.body.data["edition"] == "office"
                for sheet in one.body.data["sheets"]
                if "specimen" in sheet
            ],
        )

    early, marks = made(TODAY)
    assert made(datetime.date(2026, 12, 24))[0] == early
    assert {one["word"] for one in marks} == {"样张", "SPECIMEN"}  # type: ignore[index]
    late, marks = made(datetime.date(2028, 1, 1))
    assert {one["word"] for one in marks} == {"过期", "EXPIRED"}  # type: ignore[index]
    notice = re.compile(r'<p class="(?:hb-stale|l-past)" data-until="2027-11-30"( hidden)?>')
    for path in ("p/dongxihu/index.html", "m/families-card/index.html"):
        assert [found[1] for found in notice.finditer(early[path])] == [" hidden"], path
        assert [found[1] for found in notice.finditer(late[path])] == [None], path
    assert "past: false" in early["law.md"] and "past: true" in late["law.md"]


def test_the_list_of_recalls_shows_them_by_date(project: Path) -> None:
    [page] = rendered(*planned(project), r"recall\.md").values()
    document = lxml.html.fragment_fromstring(page.split("---\n", 2)[2], create_parent="div")
    shown = [one.text_content() for one in document.xpath("//li[contains(@class, 'hb-recall ')]")]
    assert len(shown) == 2
    assert "电话印错了" in shown[0] and "第0.8版" in shown[0] and "2026年10月1日" in shown[0]
    assert "只在别处" in shown[1] and "长青街道" in shown[1]
    assert "现在没有" not in page


def test_two_hundred_places_cost_seconds(
    tmp_path: Path, copy_project: Callable[[Path], Path]
) -> None:
    folder = copy_project(tmp_path / "many")
    more = "".join(
        f"  - id: place-{number}\n    name: 第{number}社区\n    parent: wujiashan\n"
        f"    level: community\n"
        for number in range(200)
    )
    with (folder / "campaigns/places/places.yml").open("a", encoding="utf-8") as file:
        file.write(more)
    checked, _ = planned(folder)
    started = time.process_time()
    artifacts = road.plan(checked)
    pages = rendered(checked, artifacts, LOCAL.replace("[a-z-]", r"[a-z0-9-]"))
    took = time.process_time() - started
    assert len(pages) >= 213
    assert took < 15, f"{took:.1f} s of the processor"
    assert max(len(gzip.compress(html.encode(), 9)) for html in pages.values()) <= MOST
