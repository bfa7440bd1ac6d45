"""The site opened from a disk, as from a USB stick: it can be walked and searched, and asks nobody."""

from __future__ import annotations

import contextlib
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

import pytest

from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
LINKS = """() => [...document.querySelectorAll("a[href]:not([download])")]
  .filter((one) => one.protocol === "file:" && /(\\/|\\.html)$/.test(one.pathname)
    && one.checkVisibility({ visibilityProperty: true }) && one.offsetWidth)
  .map((one) => [one.getAttribute("href"), one.pathname])"""


class Disk:
    """A page of the browser that was opened from a disk. said: in the console, of any kind, and
    what was asked for that is no file."""

    def __init__(self, context: Any, site: Path) -> None:
        self.page = context.new_page()
        self.site = site
        self.said: list[str] = []
        self.page.on("console", lambda one: self.said.append(f"{self.path}: {one.text}"))
        self.page.on("pageerror", lambda error: self.said.append(f"{self.path}: {error}"))
        context.on("requestfailed", self._failed)
        context.on("request", self._asked)

    def _failed(self, request: Any) -> None:
        if "ERR_ABORTED" not in request.failure:  # the page was left before a picture had come
            self.said.append(f"{request.failure}: {request.url}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(("file:", "data:")):
            self.said.append(f"asked: {request.url}")

    @property
    def path(self) -> str:
        """Of the page, below the site."""
        return self.below(urlsplit(self.page.url).path)

    def below(self, path: str) -> str:
        """A path of an address as one below the site, with the name of the page's file."""
        inside = Path(unquote(path)).relative_to(self.site).as_posix()
        return f"{inside}/index.html".removeprefix("./") if path.endswith("/") else inside

    def open(self, path: str) -> None:
        self.page.goto((self.site / path).as_uri())

    def walk(self, steps: int, within: str = "") -> set[str]:
        """Click from page to page to those that were not seen, and back where there is none;
        kinds of pages that were seen least come first. within: the folder that the walk does not
        leave. Returns the pages that were seen."""
        seen, trail = {self.path}, [self.path]
        visited: Counter[str] = Counter()
        for _ in range(steps):
            kinds = [
                (visited[self._kind(target)], target, href)
                for href, path in self.page.evaluate(LINKS)
                if (target := self.below(path)) not in seen and target.startswith(within)
            ]
            if not kinds:
                trail.pop()
                if not trail:
                    break
                self.open(trail[-1])
                continue
            _, target, href = min(kinds)
            visited[self._kind(target)] += 1
            seen.add(target)
            self.page.locator(f'a[href="{href}"]:visible').first.click()
            self.page.wait_for_load_state("load")
            assert self.path == target
            assert not self.page.title().startswith("Index of"), target
            assert self.page.locator("h1").count(), target
            trail.append(target)
        return seen

    @staticmethod
    def _kind(path: str) -> str:
        """The folder that a page lies in with others of its kind; of others, the page itself."""
        folder = re.sub(r"[^/]*(/index)?\.html$", "", path)
        return path if folder in ("", "en/") else folder

    def found(self, word: str) -> set[str]:
        """Search for a word on the search page that is open: the paths of all results."""
        self.page.fill("#q", word)
        self.page.press("#q", "Enter")
        self.page.locator(".hb-search-state:not(:empty)").wait_for(state="attached")
        more = self.page.locator(".hb-search-more")
        while more.count():
            more.click()
        links = self.page.locator(".hb-results a").all()
        return {self.below(urlsplit(one.evaluate("one => one.href")).path) for one in links}


Opened: TypeAlias = Callable[..., AbstractContextManager[Disk]]


@pytest.fixture
def from_disk(chromium: Any) -> Opened:
    """Opens a file of a site: with from_disk(site, "index.html", width=360) as disk."""

    @contextlib.contextmanager
    def open_(site: Path, path: str, width: int = 1280, **options: Any) -> Iterator[Disk]:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        disk = Disk(context, site.resolve())
        disk.open(path)
        yield disk
        context.close()

    return open_


@pytest.mark.parametrize("width", [360, 1280])
def test_the_site_is_walked_by_clicking(from_disk: Opened, built: Path, width: int) -> None:
    with from_disk(built, "index.html", width) as disk:
        seen = disk.walk(90)
    assert disk.said == []
    assert len(seen) >= 60
    for kind in (r"help/\d", "cases/", "law/", "m/", "p/", "search/", "en/help/", "en/p/", "en/m/"):
        assert any(re.match(kind, path) for path in seen), kind


def test_the_guide_is_walked_by_clicking(from_disk: Opened, built: Path) -> None:
    with from_disk(built, "guide/index.html") as disk:
        seen = disk.walk(40, within="guide/")
    assert disk.said == []
    assert len(seen) >= 19


def test_links_that_leave_the_disk_stay_as_they_are(from_disk: Opened, built: Path) -> None:
    with from_disk(built, "index.html") as disk:
        used = disk.page.evaluate(
            """() => {
              const way = document.createElement("a");
              document.querySelector("main").append(way);
              return ["https://example.org/a/", "help/?m=x#y", "tel:110", "#top"].map((href) => {
                way.href = href;
                way.dispatchEvent(new Event("contextmenu", { bubbles: true }));
                return way.href;
              });
            }"""
        )
        here = disk.page.url
    assert used == [
        "https://example.org/a/",
        here.replace("index.html", "help/index.html?m=x#y"),
        "tel:110",
        f"{here}#top",
    ]


@pytest.mark.parametrize(
    ("path", "words"),
    [("search/", ["拉人头", "保证金", "拉人头 保密"]), ("en/search/", ["12315", "deposit"])],
)
def test_search_finds_what_it_finds_on_a_server(
    from_disk: Opened, open_tab: OpenTab, built: Path, address: str, path: str, words: list[str]
) -> None:
    with from_disk(built, f"{path}index.html") as disk:
        there = {word: disk.found(word) for word in words}
        disk.page.locator(".hb-results a").first.click()
        disk.page.wait_for_load_state("load")
        assert disk.path in there[words[-1]]
    assert disk.said == []
    with open_tab(path) as tab:
        for word in words:
            tab.page.fill("#q", word)
            tab.page.press("#q", "Enter")
            tab.page.locator(".hb-search-state:not(:empty)").wait_for(state="attached")
            while (more := tab.page.locator(".hb-search-more")).count():
                more.click()
            here = {
                f"{re.sub(r'[?#].*', '', one.evaluate('one => one.href')).removeprefix(address)}"
                for one in tab.page.locator(".hb-results a").all()
            }
            assert there[word] == {f"{one}index.html" for one in here}, word
            assert len(here) >= 3


def test_a_word_of_no_page_is_said_to_be_nowhere(from_disk: Opened, built: Path) -> None:
    with from_disk(built, "search/index.html") as disk:
        assert disk.found("蝴蝶兰温室") == set()
        box = disk.page.locator(".hb-search")
        assert disk.page.inner_text(".hb-search-state") == box.get_attribute("data-none")
    assert disk.said == []


def test_a_server_is_not_asked_for_the_texts_of_all_pages(open_tab: OpenTab) -> None:
    with open_tab("search/?q=%E6%8B%89%E4%BA%BA%E5%A4%B4") as tab:
        tab.page.wait_for_selector(".hb-results a")
        assert [one for one in tab.requests if "/pagefind/disk-" in one] == []


@pytest.mark.parametrize("start", ["index.html", "en/index.html"])
def test_without_a_script_every_page_is_two_clicks_away(
    from_disk: Opened, built: Path, start: str
) -> None:
    with from_disk(built, start, 360, java_script_enabled=False) as disk:
        disk.page.locator('footer a[href$="search/index.html#pages"]').click()
        assert disk.path.endswith("search/index.html")
        listed = [one.get_attribute("href") for one in disk.page.locator(".hb-pages a").all()]
        assert len(listed) == len(set(listed)) >= 80
        assert all(one.endswith("index.html") for one in listed)
        disk.page.locator(".hb-pages summary").nth(2).click()
        disk.page.locator(".hb-pages a:visible").nth(1).click()
        disk.page.wait_for_load_state("load")
        assert disk.page.locator("h1").count() and "search" not in disk.path
    assert disk.said == []


@pytest.mark.slow
def test_a_new_site_below_a_path_is_walked_and_searched(
    from_disk: Opened, handbill: Command, tmp_path: Path
) -> None:
    project = tmp_path / "一个 文件夹"
    new_site(project, "zh")
    settings = project / "mkdocs.yml"
    text = re.sub(
        r"(?m)^site_url: .*", "site_url: https://example.org/a/b/", settings.read_text("utf-8")
    )
    settings.write_text(text, "utf-8")
    done = handbill(project, "build")
    assert done.returncode == 0, done.stderr
    with from_disk(project / "site", "index.html") as disk:
        seen = disk.walk(60)
        assert len(seen) >= 12
        disk.open("search/index.html")
        assert "cases/deposit-first/index.html" in disk.found("押金")
        disk.open("guide/index.html")
        disk.page.locator("a.md-logo").first.click()
        disk.page.wait_for_load_state("load")
        assert disk.path == "index.html"
    assert disk.said == []
