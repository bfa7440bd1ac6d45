"""The preview in a browser: an edit is seen in every sort of page, and what is wrong over it."""

from __future__ import annotations

import contextlib
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from waiting import until

from handbill.scaffold import new_site

pytestmark = pytest.mark.browser

PAGES = ("guide/", "schools/", "m/schools-poster/", "help/1/", "law/")
"""Of the guide, for citizens in the theme, two that stand alone, and one that nobody edits."""
SHOWN = "window.handbillKept = true; window.scrollTo(0, 300)"
PATIENCE = 60_000
"""Milliseconds in which an edit must be seen; a busy machine takes its time."""


class Edited:
    """A project with its preview. port: stays when it is started again."""

    def __init__(self, project: Path) -> None:
        self.project = project
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self.schools = project / "campaigns/job-seeking/schools.yml"
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "handbill", "serve", "-a", f"127.0.0.1:{self.port}"],
            cwd=self.project,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.1)
        raise AssertionError("the preview does not listen")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(60)

    def edit(self, was: str, now: str, file: str = "campaigns/job-seeking/schools.yml") -> None:
        """Saves a file as editors do that write beside it and rename."""
        path = self.project / file
        text = path.read_text("utf-8")
        assert was in text
        draft = path.with_name(f"{path.name}.tmp")
        draft.write_text(text.replace(was, now), "utf-8", newline="")
        draft.replace(path)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edited]:
    folder = tmp_path_factory.mktemp("edited") / "site"
    new_site(folder, "zh")
    running = Edited(folder)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def pages(edited: Edited, chromium: Any) -> Iterator[dict[str, Any]]:
    """A window for each sort of page, all open at once, as long as nothing is amiss in one."""
    context = chromium.new_context(viewport={"width": 800, "height": 500})
    opened, amiss = {}, list[str]()
    for path in PAGES:
        page = context.new_page()
        page.on("pageerror", lambda error: amiss.append(str(error)))
        page.on(
            "console",
            lambda said: amiss.append(said.text) if "Content Security" in said.text else None,
        )
        page.goto(edited.url + path)  # the first waits for the site by itself
        page.wait_for_selector("h1", timeout=PATIENCE)
        opened[path] = page
    yield opened
    context.close()
    assert amiss == []


def seen(page: Any, text: str) -> None:
    # A page that is loaded anew meanwhile is asked again.
    page.locator("body", has_text=text).wait_for(state="attached", timeout=PATIENCE)


def told(page: Any, *texts: str) -> None:
    """Waits until what is wrong stands over a page, with all of these texts."""
    found = page.locator("#handbill-preview")
    for text in texts:
        found = found.filter(has_text=text)
    found.wait_for(state="attached", timeout=PATIENCE)
    page.locator("h1").first.wait_for(state="attached")


def gone(page: Any) -> None:
    page.locator("#handbill-preview").wait_for(state="detached", timeout=PATIENCE)


def test_an_edit_is_seen_in_each_sort_of_page_and_its_place_is_kept(
    edited: Edited, pages: dict[str, Any]
) -> None:
    for page in pages.values():
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.evaluate("document.body.style.minHeight = '3000px'")
        page.evaluate(SHOWN)
    poster = pages["m/schools-poster/"]
    edited.edit("求职、实习先核实", "求职、实习先打听")
    edited.edit("三个信号，出现一个就停下", "三个兆头，出现一个就停下")
    edited.edit("headline: [还没上班, 先别交钱]", "headline: [还没报到, 先别交钱]")
    edited.edit("先保证安全", "先保重自己", "campaigns/job-seeking/help.yml")
    edited.edit("# ", "# 新写的", "docs/guide/index.md")
    seen(pages["schools/"], "三个兆头")
    seen(poster, "还没报到")
    seen(pages["help/1/"], "先保重自己")
    seen(pages["guide/"], "新写的")
    kept = "() => document.querySelector('details[open]') && scrollY === 300"
    until(pages["schools/"], kept, timeout=PATIENCE)
    # What has not changed is left alone, with what somebody has typed there.
    assert pages["law/"].evaluate("window.handbillKept === true")


def test_what_is_wrong_stands_over_the_last_good_page_until_it_is_mended(
    edited: Edited, pages: dict[str, Any]
) -> None:
    good = edited.schools.read_text("utf-8")
    edited.schools.write_bytes(good.replace("title: 学校", "title： 学校").encode())
    line = good[: good.index("title: 学校")].count("\n") + 1
    for page in pages.values():
        told(page, f"schools.yml:{line}", "title： 学校", "冒号", "colon")
    pages["schools/"].keyboard.press("Escape")
    gone(pages["schools/"])
    pages["guide/"].reload()  # nothing hangs
    told(pages["guide/"], "schools.yml")
    edited.schools.write_bytes(good.encode("gb18030"))
    told(pages["schools/"], "GBK")
    edited.schools.write_bytes(good.encode())
    for page in pages.values():
        gone(page)


def test_a_server_that_comes_back_is_found(edited: Edited, pages: dict[str, Any]) -> None:
    # The mended site may still be on its way into the page; then nobody could load it any more.
    with pages["schools/"].expect_response("**/.handbill/state"):
        pages["schools/"].reload()
    edited.stop()
    edited.edit("三个兆头", "三个征兆")
    edited.start()
    seen(pages["schools/"], "三个征兆")


def test_what_is_built_holds_nothing_of_the_preview(built: Path) -> None:
    for name in ("index.html", "guide/index.html", "m/communities-poster/index.html"):
        assert not re.search(r"\.handbill/|preview\.js", (built / name).read_text("utf-8"))
