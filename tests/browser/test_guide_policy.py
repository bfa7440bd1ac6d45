"""Every built page obeys its own policy; the guide, which the theme makes, with all it can do."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import lxml.html
import pytest

from handbill.policy import REFERRER
from handbill.publish.policies import put_policies, with_policy
from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
SCRIPTED = re.compile(r"|module|(text|application)/javascript")
"""Types of script elements that a browser runs."""
FEATURES = """\
  palette:
    - scheme: default
      toggle: {icon: material/brightness-7, name: dark}
    - scheme: slate
      toggle: {icon: material/brightness-4, name: light}
  features:
    - announce.dismiss
    - content.code.annotate
    - content.code.copy
    - content.tabs.link
    - content.tooltips
    - navigation.instant
    - navigation.tabs
    - navigation.top
    - search.highlight
    - search.suggest
"""
EXTENSIONS = """\
  - tables:
      use_align_attribute: true
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
"""
PAGE = """\
# Second page

=== "A"

    ```text
    handbill check
    ```

=== "B"

    ```python
    x = 1  # (1)!
    ```

    1. A note

| a | b |
| :-: | --: |
| 1 | 2 |

??? note "More"

    Folded away.

[first page](index.md)
"""


def allowed(policy: str, directive: str) -> list[str]:
    """The sources of a directive, as browsers look them up: else those of default-src."""
    found = {name: values for name, *values in (part.split() for part in policy.split(";"))}
    return found.get(directive, found["default-src"])


def violations(html: str) -> list[str]:
    """What a browser would refuse of a page, by the policy in the page."""
    document = lxml.html.document_fromstring(html)
    [policy] = document.xpath("/html/head/meta[@http-equiv='Content-Security-Policy']/@content")
    [referrer] = document.xpath("/html/head/meta[@name='referrer']/@content")
    found = [] if referrer == REFERRER else [referrer]
    for directive, tag in (("script-src", "script"), ("style-src", "style")):
        values = allowed(policy, directive)
        # None, a nonce or a hash that fits nothing would be found below; these allow anything.
        found += [one for one in values if one in ("'unsafe-inline'", "'unsafe-eval'", "*")]
        for attributes, text in re.findall(rf"<{tag}\b([^>]*)>(.*?)</{tag}>", html, re.DOTALL):
            kind = re.search(r"type=\"?([^\" >]*)", attributes)
            if "src=" in attributes or (kind and not SCRIPTED.fullmatch(kind[1])):
                continue
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            if f"'sha256-{digest}'" not in values:
                found.append(f"<{tag}>{text[:60]}")
    found += document.xpath("//@style | //@*[starts-with(name(), 'on')]")
    for address in document.xpath("//@src | //link[@rel='stylesheet']/@href"):
        if re.match(r"(?!data:)\w+:|//", address):
            found.append(address)
    return found


def test_every_built_page_obeys_its_own_policy(built: Path) -> None:
    pages = {file: file.read_text("utf-8") for file in sorted(built.rglob("*.html"))}
    assert len([file for file in pages if "guide" in file.parts]) >= 19
    assert {
        file.relative_to(built).as_posix(): found
        for file, html in pages.items()
        if (found := violations(html))
    } == {}
    assert [file for file, html in pages.items() if "hb-policy" in html] == []


def test_only_the_themes_own_scripts_are_allowed_within_a_page() -> None:
    def page(*body: str) -> str:
        return (
            '<!doctype html><html><head><meta charset="utf-8"><title>x</title>\n'
            '<template id="hb-policy"><script>theme()</script><script>absent()</script></template>'
            f"</head><body><script>theme()</script>{''.join(body)}</body></html>"
        )

    assert violations(with_policy(page())) == []
    assert with_policy(page()).count("'sha256-") == 1
    slipped = with_policy(page("<script>slipped()</script>", "<style>b {}</style>"))
    assert violations(slipped) == ["<script>slipped()", "<style>b {}"]


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ("<script>slipped()</script>", "<script>"),
        ("<style>b {}</style>", "<style>"),
        ('<p style="color: red">x</p>', "<p style=…>"),
        ('<img onerror="slipped()" alt="">', "<img onerror=…>"),
        ('<script src="https://cdn.example/x.js"></script>', "https://cdn.example/x.js"),
        ('<img src="//cdn.example/x.png" alt="">', "//cdn.example/x.png"),
        ('<script type="application/json">{}</script><img src="data:," alt="">', None),
    ],
)
def test_what_a_page_may_not_use_is_told(tmp_path: Path, body: str, refused: str | None) -> None:
    (tmp_path / "index.html").write_text(
        f'<html><head><template id="hb-policy"></template></head>\n<body>{body * 2}</body></html>',
        "utf-8",
    )
    told = [(one.code, one.details["refused"]) for one in put_policies(tmp_path)]
    assert told == ([("W790", refused)] if refused else [])
    assert list(put_policies(tmp_path)) == []


@pytest.mark.browser
def test_the_guide_says_nothing_in_the_console(chromium: Any, address: str, built: Path) -> None:
    said: list[str] = []
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    files = sorted((built / "guide").rglob("index.html"))
    pages = [context.new_page() for _ in range(4)]
    for page in pages:
        page.on("console", lambda one: said.append(f"{one.page.url} {one.type}: {one.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
    for start in range(0, len(files), len(pages)):
        # What scripts do when all is loaded is waited for, by several pages at once.
        opened = list(zip(pages, files[start : start + len(pages)], strict=False))
        for page, file in opened:
            page.goto(address + file.relative_to(built).as_posix())
        for page, _ in opened:
            page.wait_for_load_state("networkidle")
    page = pages[0]
    page.goto(f"{address}guide/publish/")
    page.locator(".md-clipboard, [data-md-type=copy]").first.click()
    assert page.evaluate("navigator.clipboard.readText()").strip()
    context.close()
    assert said == []


@pytest.mark.browser
@pytest.mark.slow
def test_what_the_theme_can_do_works_under_the_policy(
    chromium: Any,
    handbill: Command,
    served: Callable[[Path], AbstractContextManager[str]],
    tmp_path: Path,
) -> None:
    project = tmp_path / "project"
    new_site(project, "zh")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    for old, new in (
        ("  font: false", f"{FEATURES}  font: false"),
        ("  - handbill\n", "  - handbill\n  - search\n"),
        ("  - tables:\n      use_align_attribute: true\n", EXTENSIONS),
        (": guide/index.md\n", ":\n      - guide/index.md\n      - guide/second.md\n"),
    ):
        assert settings.count(old) == 1, old
        settings = settings.replace(old, new)
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    (project / "docs/guide/second.md").write_text(PAGE, "utf-8")
    done = handbill(project, "build", "--strict")
    assert done.returncode == 0, done.stderr

    said: list[str] = []
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.on("console", lambda one: said.append(f"{one.type}: {one.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    with served(project / "site") as address:
        page.goto(f"{address}guide/second/")
        page.wait_for_load_state("networkidle")
        page.locator(".md-clipboard, [data-md-type=copy]").first.click()
        assert page.evaluate("navigator.clipboard.readText()").strip() == "handbill check"
        page.locator(".tabbed-labels label").nth(1).click()
        page.locator("label[for^=__palette]:visible").click()
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
        page.locator("[data-md-component=search-query]").click()
        page.keyboard.type("check")
        page.locator(".md-search-result__item").first.wait_for()
        page.keyboard.press("Escape")
        page.locator("article a:has-text('first page')").click()
        page.wait_for_url(f"{address}guide/")
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
        page.go_back()
        assert page.locator(".tabbed-set input").nth(1).is_checked()
    context.close()
    assert said == []
