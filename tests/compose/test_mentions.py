"""What rests on a claim is the same list for who checks, for readers and for programs."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from sites import TODAY, base_site

from handbill.check.sources import reached
from handbill.compose.feeds import claims_feed
from handbill.compose.mentions import mentions_of_claims
from handbill.compose.part import Part
from handbill.edition.localise import localise_all
from handbill.load.settings import read_settings
from handbill.load.site import Loaded, load_site
from handbill.scaffold import new_site

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"campaign": "", "quiz": "check/", "recalls": "recall/"}
EDITS = {
    "why.yml": ("note: ", "note: 按规定，{claim.C02}。"),
    "recalls.yml": ("reason: ", "reason: 见{cite.C02}。"),
    "comics/first.yml": ("alt: 王阿姨", "alt: 写着{cite.C02}。王阿姨"),
    "communities.yml": (
        "materials:\n",
        """lengths:
  60: 记住：{claim.C02}。
materials:
  - id: demo-comic
    kind: comic
    title: 演示漫画
    sizes: [A4]
    use: 贴在宣传栏
    strips: [first]
""",
    ),
}


def loaded(root: Path) -> Loaded:
    return load_site(read_settings(root / "mkdocs.yml"))


def parts(site: Loaded) -> list[Part]:
    """The part of the site of each language."""
    assert site.collection is not None
    return [
        Part(replace(edition, site_url="https://warn.gov.cn/"), "", ())
        for edition, _ in localise_all(site.collection, TODAY)
    ]


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A small site whose campaign has a second claim that nothing rests on."""
    root = base_site(tmp_path / "site")
    claims = (root / "campaigns/demo/claims.yml").read_text("utf-8")
    [entry] = re.findall(r"^  - id: C01\n(?:    .*\n?)+", claims, re.MULTILINE)
    (root / "campaigns/demo/claims.yml").write_text(
        claims.rstrip("\n") + "\n" + entry.replace("C01", "C02").replace("text: ", "text: 另外，"),
        "utf-8",
    )
    return root


def edit(root: Path, name: str) -> None:
    old, new = EDITS[name]
    text = (root / "campaigns/demo" / name).read_text("utf-8")
    assert old in text
    (root / "campaigns/demo" / name).write_text(text.replace(old, new, 1), "utf-8")


def found_in(root: Path) -> tuple[list[str], list[str]]:
    """What checks and readers are told to rest on C02."""
    site = loaded(root)
    assert site.collection is not None
    [campaign] = site.collection.campaigns
    [part] = parts(site)
    names = [one.en.split(" (")[0] for one in reached(campaign, ("claim", "C02"))]
    return names[1:], [one.href for one in mentions_of_claims(part)["C02"]]


def test_nothing_rests_on_a_claim_that_nothing_names(demo: Path) -> None:
    assert found_in(demo) == ([], [])


@pytest.mark.parametrize(
    ("name", "names", "hrefs"),
    [("why.yml", ["page why"], ["why/"]), ("recalls.yml", ["page recalls"], ["recall/"])],
)
def test_a_placeholder_in_any_file_counts(
    demo: Path, name: str, names: list[str], hrefs: list[str]
) -> None:
    edit(demo, name)
    assert found_in(demo) == (names, hrefs)


def test_a_comic_rests_on_what_its_strip_quotes(demo: Path) -> None:
    edit(demo, "communities.yml")
    before, _ = found_in(demo)
    edit(demo, "comics/first.yml")
    names, hrefs = found_in(demo)
    assert before == ["audience communities"]
    assert names == ["material demo-comic", "audience communities", "strip first"]
    assert hrefs == ["communities/", "m/demo-comic/"]


def test_a_material_rests_on_what_the_message_says_that_it_tells(demo: Path) -> None:
    edit(demo, "communities.yml")
    text = (demo / "campaigns/demo/communities.yml").read_text("utf-8")
    text = text.replace("use: 贴在宣传栏", "use: 贴在宣传栏：{message.60}", 1)
    (demo / "campaigns/demo/communities.yml").write_text(text, "utf-8")
    assert found_in(demo)[1] == ["communities/", "m/demo-comic/"]


def test_programs_are_told_of_the_page_too(demo: Path) -> None:
    edit(demo, "why.yml")
    [part] = parts(loaded(demo))
    [claim] = [one for one in claims_feed(part).claims if one.id == "C02"]
    assert [(one.type, one.url) for one in claim.used_by] == [("home", "https://warn.gov.cn/why/")]


def href_of(title: str) -> str:
    """Where readers find what a check names: material communities-poster (a.yml:1)."""
    sort, name = title.split(" (")[0].split(" ", 1)
    folders = {"material": f"m/{name}/", "audience": f"{name}/", "case": f"cases/{name}/"}
    return folders.get(sort) or PAGES.get(name, f"{name}/")


@pytest.mark.parametrize("which", ["flagship", "starter", "demo"])
def test_checks_and_readers_are_told_the_same_of_every_claim(which: str, tmp_path: Path) -> None:
    if which == "starter":
        new_site(tmp_path / "site", "zh")
    elif which == "demo":
        base_site(tmp_path / "site")
    site = loaded(ROOT if which == "flagship" else tmp_path / "site")
    assert site.collection is not None
    [campaign] = site.collection.campaigns
    looked_at = 0
    for part in parts(site):
        mentioned = mentions_of_claims(part)
        assert mentioned.keys() == {claim.id for claim in campaign.claims.value.claims}
        for claim, mentions in mentioned.items():
            _, *told = (one.en for one in reached(campaign, ("claim", claim)))
            wanted = {href_of(one) for one in told if not one.startswith("strip ")}
            found = {re.sub(r"^help/\d+/", "help/", one.href) for one in mentions}
            assert found == wanted, f"{part.edition.language} {claim}"
            looked_at += len(found)
    assert looked_at
