"""Making, publishing and places in the browser: what runs is seen to end without a reload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from served_desk import open_desk, silent_page
from sites import workbook

from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.scaffold import new_site

pytestmark = pytest.mark.browser

DRAWN = 90_000
"""Milliseconds that a busy machine may take to make a sheet."""


@pytest.fixture(scope="module")
def page(chromium: Any) -> Iterator[Any]:
    with silent_page(chromium, DRAWN) as one:
        yield one


def looked_over(page: Any) -> None:
    """No fault of access, and no line that is wider than a phone."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_clerk_makes_a_sheet_for_her_places_and_publishes(page: Any, tmp_path: Path) -> None:
    site = tmp_path / "site"
    new_site(site, "zh")
    with open_desk(site, "en") as desk:
        page.goto(desk.first)
        page.goto(f"{desk.address}places")
        with page.expect_download() as given:
            page.click("text=Download the places that there are")
        assert Path(given.value.path()).read_bytes().startswith(b"PK")
        # A table with a fault changes nothing and says which cell; mended, it shows what it changes.
        rows = [["编号", "名称", "类别", "上级"], ["hexi", "河西街道", "街道", "here"]]
        page.set_input_files(
            "#table", workbook(tmp_path / "bad.xlsx", [rows[0], ["A B", *rows[1][1:]]])
        )
        page.wait_for_selector("text=Nothing is written")
        assert "!A2" in page.inner_text("main")
        looked_over(page)
        page.set_input_files("#table", workbook(tmp_path / "good.xlsx", rows))
        page.wait_for_selector("text=1 new")
        looked_over(page)
        assert "hexi" not in ids(site)
        page.click("text=Write it")
        page.wait_for_selector("#saved")
        assert "hexi" in ids(site)

        page.goto(f"{desk.address}make")
        page.check("#make_run")
        page.click("summary")
        page.select_option("#places", ["hexi"])
        page.select_option("#materials", ["schools-poster"])
        looked_over(page)
        page.click("text=Make it")
        page.wait_for_selector("#job[data-running]")
        page.reload()
        page.wait_for_selector("#job .note.done")
        looked_over(page)
        made = list((site / "print-run").rglob("*.pdf"))
        assert made and all("hexi" in file.as_posix() for file in made)

        page.goto(f"{desk.address}publish")
        page.fill("#where-to", ".")
        page.press("#where-to", "Enter")
        page.wait_for_selector("#job .note.warn")
        assert "E930" in page.inner_text("#job")
        looked_over(page)


def ids(site: Path) -> list[str]:
    collection, _ = load_collection(read_settings(site / "mkdocs.yml"))
    assert collection
    return [one.id for one in collection.places.value.places]
