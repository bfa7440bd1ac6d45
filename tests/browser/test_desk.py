"""The desk as a clerk has it: from an empty folder to a poster, by keyboard, with what goes wrong."""

from __future__ import annotations

import io
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import PIL.Image
import pymupdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from served_desk import open_desk, silent_page
from waiting import until

from handbill.scaffold import new_site

pytestmark = pytest.mark.browser

CAMPAIGN = "campaigns/job-seeking/campaign.yml"
PLACES = "campaigns/places/places.yml"
SCHOOLS = "campaigns/job-seeking/schools.yml"
DRAWN = 20_000
"""Milliseconds that a busy machine may take to draw a sheet."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as `handbill new` writes it, which these tests share."""
    made = tmp_path_factory.mktemp("clerk") / "site"
    new_site(made, "zh")
    return made


@pytest.fixture(scope="module")
def page(chromium: Any) -> Iterator[Any]:
    with silent_page(chromium, DRAWN) as one:
        yield one


def tab_to(page: Any, selector: str) -> None:
    """Moves by the tab key alone until the focus is there, and sees that it shows."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
            assert width != "0px", f"no focus shows at {selector}"
            return
    raise AssertionError(f"the tab key does not reach {selector}")


def write(page: Any, selector: str, text: str) -> None:
    """Reaches a field by the tab key and types over what stands there."""
    tab_to(page, selector)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)


def kept(page: Any) -> None:
    """Waits until what was typed is kept and looked over."""
    page.wait_for_selector("#save button[value=discard]")


def field(number: int, path: str) -> str:
    return f'[name="{number}:{path}"]'


def test_from_an_empty_folder_to_a_clean_poster_by_keyboard_alone(
    page: Any, tmp_path: Path
) -> None:
    begun, folder = time.monotonic(), tmp_path / "empty"
    folder.mkdir()
    with open_desk(folder) as desk:
        page.goto(desk.first)
        assert desk.key not in page.url
        tab_to(page, "button.main")
        page.keyboard.press("Enter")
        page.wait_for_url("**/start")
        until(page, "() => document.getElementById('sheet').naturalWidth > 0")
        specimen = page.get_attribute("#sheet", "src")
        write(page, field(1, "places/0/name"), "河东街道")
        write(page, field(1, "places/0/publisher"), "河东街道办事处")
        write(page, field(0, "site_url"), "https://www.hedong-jiedao.cn/qiuzhi/")
        write(page, field(2, "numbers/1/number"), "９６１１９")
        tab_to(page, "button[value='today|2:numbers/1/checked_on']")
        page.keyboard.press("Enter")
        page.wait_for_selector('[name="2:numbers/1/checked_on"][value="2026-11-30"]')
        # Full-width digits are told at their field, and the button there mends them.
        cure = "button[value='put|2:numbers/1/number|96119']"
        tab_to(page, cure)
        page.keyboard.press("Enter")
        page.wait_for_selector('[name="2:numbers/1/number"][value="96119"]')
        write(page, field(2, "corrections"), "电话 027-00000000")
        kept(page)
        page.wait_for_selector("#lacking .done")
        assert page.get_attribute("#sheet", "src") != specimen
        tab_to(page, "button[value=save]")
        page.keyboard.press("Enter")
        page.wait_for_selector("#saved")
        page.goto(desk.address)
        with page.expect_download() as waiting:
            tab_to(page, "a[href$='size=A3']")
            page.keyboard.press("Enter")
        poster = tmp_path / "poster.pdf"
        waiting.value.save_as(poster)
    assert time.monotonic() - begun < 180
    with pymupdf.open(poster) as pdf:
        text = "".join(one.get_text() for one in pdf)
        assert (round(pdf[0].rect.width), round(pdf[0].rect.height)) == (842, 1191)
    text = re.sub(r"\s", "", text)
    assert "96119" in text and "河东街道办事处" in text and "样张" not in text
    places = (folder / PLACES).read_text("utf-8")
    assert "publisher: 河东街道办事处" in places and "# 本地电话；填之前先试拨" in places
    site = (folder / "mkdocs.yml").read_text("utf-8")
    assert "site_url: https://www.hedong-jiedao.cn/qiuzhi/" in site
    assert "# 网站公开以后的网址" in site and "use_align_attribute: true" in site
    assert "# 请大家做的三步，每步三个字。The three steps." in (folder / CAMPAIGN).read_text(
        "utf-8"
    )


def test_no_page_has_jargon_or_a_barrier_or_scrolls_sideways(page: Any, folder: Path) -> None:
    material = f"edit?file={SCHOOLS}&at=materials/0"
    pages = "", "start", "contents", "add", "pictures", "problems", "due", "versions", "nothing"
    with open_desk(folder) as desk:
        page.goto(desk.first)
        for path in (*pages, f"edit?file={CAMPAIGN}", material):
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(desk.address + path)
            found = Axe().run(page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], path
            assert "yaml" not in page.inner_text("body").casefold().replace(".yaml", ""), path
            for width, size in ((360, ""), (1280, "36px")):
                page.set_viewport_size({"width": width, "height": 800})
                page.evaluate("size => document.documentElement.style.fontSize = size", size)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(desk.address)
        page.click("form[action='/language'] button")
        assert page.get_attribute("html", "lang") == "en"
        assert not re.search("[\u4e00-\u9fff]", page.inner_text("nav"))
        page.click("form[action='/language'] button")


def test_what_is_typed_outlasts_a_server_that_is_killed(page: Any, folder: Path) -> None:
    address = f"edit?file={SCHOOLS}&at=materials/0"
    with open_desk(folder) as desk:
        page.goto(desk.first)
        page.goto(desk.address + address)
        page.fill(field(0, "materials/0/sentence"), "先打公开电话核实，再告诉家里人。")
        kept(page)
    page.fill(field(0, "materials/0/sentence"), "这一句没有地方记。")
    page.wait_for_selector("#gone:not([hidden])")
    assert "先打公开电话核实" not in (folder / SCHOOLS).read_text("utf-8")
    with open_desk(folder) as desk:
        page.goto(desk.first)
        page.goto(desk.address + address)
        assert page.input_value(field(0, "materials/0/sentence")).startswith("先打公开电话核实")
        page.click("button[value=save]")
        page.wait_for_selector("#saved")
    assert "先打公开电话核实" in (folder / SCHOOLS).read_text("utf-8")


def test_a_second_window_is_told_and_nothing_is_overwritten(page: Any, folder: Path) -> None:
    address = f"edit?file={SCHOOLS}"
    with open_desk(folder) as desk:
        page.goto(desk.first)
        page.goto(desk.address + address)
        other = page.context.new_page()
        other.goto(desk.address + address)
        page.wait_for_selector("#other-tab:not([hidden])")
        other.wait_for_selector("#other-tab:not([hidden])")
        page.fill(field(0, "motto"), "第一个窗口的话")
        kept(page)
        other.fill(field(0, "motto"), "第二个窗口的话")
        other.wait_for_selector("button[value=mine]")
        shown = other.inner_text("main")
        assert "第一个窗口的话" in shown and "第二个窗口的话" in shown
        other.click("button[value=mine]")
        assert other.input_value(field(0, "motto")) == "第二个窗口的话"
        # Meanwhile somebody changes the file with another program.
        file = folder / SCHOOLS
        before = file.read_text("utf-8")
        file.write_text(before.replace("motto: ", "motto: 同事改的，"), "utf-8")
        other.click("button[value=save]")
        other.wait_for_selector("button[value=theirs]")
        assert "同事改的" in file.read_text("utf-8")
        other.click("button[value=theirs]")
        assert "同事改的" in other.input_value(field(0, "motto"))
        # What was not chosen is among the earlier versions, and comes back from there.
        other.goto(f"{desk.address}versions?file={SCHOOLS}")
        other.locator("section", has_text="第二个窗口的话").first.locator("button").click()
        other.wait_for_selector("#saved")
        assert "第二个窗口的话" in file.read_text("utf-8")
        other.close()
    shutil.rmtree(folder / ".handbill")


def test_certain_cures_are_one_click_and_lead_from_the_list_of_problems(
    page: Any, folder: Path
) -> None:
    with open_desk(folder) as desk:
        page.goto(desk.first)
        page.goto(f"{desk.address}edit?file={CAMPAIGN}")
        wrong = {"checked_on": "2026年11月3日", "issued": "2026/11/24"}
        before = {name: page.input_value(field(0, name)) for name in wrong}
        for name, text in wrong.items():
            page.fill(field(0, name), text)
        kept(page)
        page.goto(f"{desk.address}problems")
        page.click(".wrong a[href$='#f-checked_on']")
        for name, meant in (("checked_on", "2026-11-03"), ("issued", "2026-11-24")):
            page.click(f"button[value='put|0:{name}|{meant}']")
            page.wait_for_selector(f'[name="0:{name}"][value="{meant}"]')
        page.click("button[value=discard]")
        assert {name: page.input_value(field(0, name)) for name in wrong} == before
        # A name that was mistyped in another program.
        file = folder / CAMPAIGN
        file.write_text(file.read_text("utf-8").replace("place: here", "place: her"), "utf-8")
        page.goto(f"{desk.address}edit?file={CAMPAIGN}")
        page.click("button[value='put|0:default_place|here']")
        page.wait_for_selector("#save button[value=discard]")
        page.click("button[value=save]")
        page.wait_for_selector("#saved")
        assert "default_place: here\n" in file.read_text("utf-8")


def test_lists_grow_shrink_and_change_their_order(page: Any, folder: Path) -> None:
    file = folder / SCHOOLS
    with open_desk(folder) as desk:
        page.goto(desk.first)
        page.goto(f"{desk.address}edit?file={SCHOOLS}&at=materials/0")
        signals = [page.input_value(field(0, f"materials/0/signals/{n}")) for n in range(3)]
        page.click("button[value='down|0:materials/0/signals/0']")
        page.click("button[value='add|0:materials/0/signals']")
        page.fill(field(0, "materials/0/signals/3"), "先交押金")
        page.click("button[value='add|0:materials/0/signals']")  # left empty: not saved
        page.click("button[value=save]")
        page.wait_for_selector("#saved")
        found = [page.input_value(field(0, f"materials/0/signals/{n}")) for n in range(4)]
        assert found == [signals[1], signals[0], signals[2], "先交押金"]
        assert page.locator(field(0, "materials/0/signals/4")).count() == 0
        page.click("button[value='remove|0:materials/0/signals/3']")
        page.click("button[value='up|0:materials/0/signals/1']")
        page.click("button[value=save]")
        page.wait_for_selector("#saved")
    assert "先交押金" not in file.read_text("utf-8")


def test_files_and_photographs_are_added_and_what_is_removed_comes_back(
    page: Any, folder: Path
) -> None:
    made = folder / "campaigns/job-seeking/bus-drivers.yml"
    photo = io.BytesIO()
    PIL.Image.new("RGB", (1200, 1600), "#88aa99").save(photo, "JPEG")
    with open_desk(folder) as desk:
        page.goto(desk.first)
        page.goto(f"{desk.address}add")
        page.select_option("#sort", "job-seeking/audience")
        page.fill("#title", "公交车司机")
        for name, answer in (("Bus Drivers", 409), ("schools", 409), ("bus-drivers", 200)):
            page.fill("#id", name)
            with page.expect_navigation() as going:
                page.click("button.main")
            assert going.value.status == answer
        assert "公交车司机" in made.read_text("utf-8")
        assert page.locator(".told.wrong").count() > 0  # it says what it needs
        page.click("form[action^='/remove'] button")
        assert not made.exists()
        page.goto(f"{desk.address}versions")
        page.locator("li", has_text="bus-drivers").locator("button").click()
        assert "公交车司机" in made.read_text("utf-8")
        page.goto(f"{desk.address}edit?file=campaigns/job-seeking/bus-drivers.yml")
        page.click("form[action^='/remove'] button")
        page.goto(f"{desk.address}pictures")
        note = {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"no picture"}
        page.set_input_files("#photo", note)
        page.locator("#photo-told", has_text="JPEG").wait_for()
        picture = {"name": "Bus stop 1.JPG", "mimeType": "image/jpeg", "buffer": photo.getvalue()}
        page.set_input_files("#photo", picture)
        page.wait_for_url("**/edit?file=*photos.yml*")
        assert page.input_value(field(0, "photos/0/file")) == "photos/bus-stop-1.jpg"
        assert page.locator("#f-photos-0 .told.wrong").count() >= 3  # rights and what it shows
    assert (folder / "campaigns/job-seeking/photos/bus-stop-1.jpg").is_file()
