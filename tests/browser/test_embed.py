"""The help block in a page of another site: it works there, and asks for nothing else."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
SNIPPET = re.search(
    r"<iframe.*?</iframe>", (ROOT / "docs/guide/feeds.md").read_text("utf-8"), re.DOTALL
)
WEIGHT = 8_000


@pytest.fixture
def neighbour(
    address: str, tmp_path: Path, served: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """A page of another origin that holds the snippet of the guide, with our address in it."""
    assert SNIPPET
    frame = SNIPPET[0].replace("https://example.org/", address)
    (tmp_path / "index.html").write_text(
        f"<!doctype html><html lang=zh><meta charset=utf-8><title>学校</title><h1>校园安全</h1>{frame}",
        "utf-8",
    )
    with served(tmp_path) as found:
        yield found.replace("127.0.0.1", "localhost")


def test_the_block_is_light_and_complete_in_itself(built: Path) -> None:
    for file in (built / "embed/help.html", built / "en/embed/help.html"):
        html = file.read_text("utf-8")
        assert len(file.read_bytes()) <= WEIGHT and len(gzip.compress(html.encode())) <= WEIGHT / 2
        assert "<script" not in html and "default-src 'none'" in html
        assert '<meta name="robots" content="noindex">' in html


def test_it_works_in_a_frame_of_another_origin(chromium: Any, address: str, neighbour: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 900}, locale="zh-CN")
    asked: list[str] = []
    faults: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(neighbour)
    frame = page.frame_locator("iframe")
    frame.locator("h1").wait_for()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "favicon" not in url] == [
        neighbour,
        f"{address}embed/help.html",
    ]
    assert [fault for fault in faults if "404" not in fault] == []
    assert frame.locator("a[href='tel:110']").count() == 1
    ways = frame.locator(".ways a")
    assert ways.count() == 9
    for link in ways.all():
        assert link.get_attribute("target") == "_blank"
        assert link.get_attribute("rel") == "noopener"
        assert (link.bounding_box() or {"height": 0})["height"] >= 44
    inner = next(one for one in page.frames if one.url.startswith(address))
    assert inner.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_situation_opens_in_a_window_of_its_own(
    chromium: Any, address: str, neighbour: str
) -> None:
    context = chromium.new_context(locale="zh-CN")
    # The block names the address that it is published at: what is there in the test is here.
    context.route(
        "https://example.org/**",
        lambda route: route.fulfill(
            status=200, content_type="text/html", body="<title>arrived</title>"
        ),
    )
    page = context.new_page()
    page.goto(neighbour)
    with context.expect_page() as opened:
        page.frame_locator("iframe").locator(".ways a").first.click()
    opened.value.wait_for_load_state()
    assert re.fullmatch(r"https://example\.org/help/\d/", opened.value.url)
    assert opened.value.evaluate("window.opener") is None
    assert page.url == neighbour
    context.close()
