"""A campaign in a shape that neither the flagship nor a starter has: one audience, one material, a
number of four digits; no help page, quiz, law, case or translation. It is made here of a few lines."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from leaks import STARTER_WORDS, leaks_of, starter_text

Command = Callable[..., subprocess.CompletedProcess[str]]
SETTINGS = """\
site_name: 垃圾分类
theme: {name: material, language: zh, font: false}
plugins: [handbill]
nav:
  - 首页: index.md
  - 资料: materials.md
  - 搜索: search.md
"""
PLACES = "places: [{id: here, name: 梧桐里, level: community}]\n"
CAMPAIGN = """\
title: 垃圾分类
summary: 厨余、可回收、有害、其他，四样分开放。
language: zh-CN
version: "1.0"
issued: 2026-11-24
valid_until: 2027-11-30
checked_on: 2026-11-23
review_by: 2027-05-23
default_place: here
action: [看一看, 分一分, 投一投]
numbers:
  - {number: "1234", example: true, words: [分类, 咨询], use: 不知道放哪个桶, checked_on: 2026-11-23}
contact_roles: []
qr_caption: 扫码看怎么分
disclaimer: 各地的分法以当地的规定为准。
fiction_notice: 故事是编的。
home:
  eyebrow: 人人可用
  headline: [四个桶, 分得清]
  lead: 先看看手里的是哪一样。
  retire: 过了期的，请撕下。
"""
RESIDENTS = """\
title: 居民
label: 在家里
order: 1
look: villages
picture: families
picture_alt: 一栋楼前的几个人。
motto: 先沥水，再投放
message: 厨余沥干水，电池单独放。
signals_title: 三样别混
signals:
  - {title: 电池, text: 单独收好。}
  - {title: 玻璃, text: 包好再放。}
  - {title: 汤水, text: 先沥干。}
steps_title: 怎么做
steps:
  - {title: 沥水, text: 厨余先沥干。}
  - {title: 压扁, text: 纸箱、瓶子压扁。}
trouble_title: 拿不准？
trouble: 先放一边，打电话问。
materials:
  - kind: notice
    id: bins
    title: 四个桶
    sizes: [A4]
    use: 贴在桶站
    headline: [厨余沥干, 电池另放]
    sentence: 一样一样放，桶站更干净。
    salutation: 各位邻居：
    text: |
      厨余先沥干水，再倒进厨余桶，袋子放进其他垃圾桶。

      电池、灯管收在盒子里，放进有害垃圾桶。
"""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (href := dict(attrs).get("href")):
            self.found.append(href)


def _menus(html: str) -> list[list[tuple[str, str]]]:
    """Address and words of each link of the menus of a page."""
    return [
        re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>([^<]*)</a>', nav)
        for nav in re.findall(r'<nav [^>]*aria-label="菜单".*?</nav>', html, re.DOTALL)
    ]


@pytest.mark.slow
def test_a_campaign_of_one_audience_and_one_material(tmp_path: Path, handbill: Command) -> None:
    files = {
        "mkdocs.yml": SETTINGS,
        "campaigns/places/places.yml": PLACES,
        "campaigns/rubbish/campaign.yml": CAMPAIGN,
        "campaigns/rubbish/residents.yml": RESIDENTS,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "docs").mkdir()
    done = handbill(tmp_path, "build", "--strict")
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site"
    assert not [name for name in ("help", "cases", "law", "check", "why") if (site / name).exists()]
    assert {path.name for path in (site / "m").iterdir()} == {"bins"}
    packs = sorted((site / "packs").glob("*.zip"))
    assert packs and all(zipfile.ZipFile(pack).testzip() is None for pack in packs)
    assert any(".pdf" in name for pack in packs for name in zipfile.ZipFile(pack).namelist())

    dead = set()
    for page in site.rglob("*.html"):
        links = _Links()
        links.feed(page.read_text("utf-8"))
        for href in links.found:
            parts = urlsplit(href)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            path = unquote(parts.path)
            start = site / path[1:] if path.startswith("/") else page.parent / path
            if not (start.is_file() or (start / "index.html").is_file()):
                dead.add((page.relative_to(site).as_posix(), href))
    assert dead == set()
    menus = {
        page.relative_to(site).as_posix(): found
        for page in sorted(site.rglob("*.html"))
        if (found := _menus(page.read_text("utf-8")))
    }
    # The row of a wide window, and the folded one of a phone; each page has one or both.
    assert len(menus["index.html"]) == 2
    assert menus.keys() >= {"index.html", "materials/index.html", "residents/index.html"}
    for page, found in menus.items():
        for menu in found:
            assert [text for _, text in menu] == ["资料", "搜索"], page
            assert [href.strip("./") for href, _ in menu] == ["materials", "search"], page
    assert leaks_of(tmp_path) == {}


def test_the_words_that_tell_the_starter_are_its_own() -> None:
    assert [word for word in STARTER_WORDS if word not in starter_text()] == []
