"""A campaign has the parts that it writes: without law, cases, help and materials it is a site."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from handbill.scaffold import new_site

Command = Callable[..., subprocess.CompletedProcess[str]]
BARE = """\
title: 邻里
label: 邻里
order: 1
look: schools
picture: schools
picture_alt: 一个人。
motto: 多喝水
message: 天热多喝水。
signals_title: 当心
signals:
  - {title: 头晕, text: 站不稳。}
  - {title: 口渴, text: 嘴唇干。}
  - {title: 发热, text: 皮肤烫。}
steps_title: 怎么做
steps:
  - {title: 喝水, text: 小口喝。}
  - {title: 歇着, text: 到阴凉处。}
trouble_title: 不舒服？
trouble: 找人帮忙。
"""


@pytest.mark.slow
def test_a_campaign_of_one_audience_alone_builds(tmp_path: Path, handbill: Command) -> None:
    site = tmp_path / "site"
    new_site(site, "zh")
    campaign = site / "campaigns/job-seeking"
    shutil.rmtree(campaign / "cases")
    for name in ("claims", "sources", "help", "schools", "answers"):
        (campaign / f"{name}.yml").unlink()
    (campaign / "neighbours.yml").write_text(BARE, "utf-8")
    file = campaign / "campaign.yml"
    said = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(one for one in said if not one.startswith("leave:")), "utf-8")
    settings = site / "mkdocs.yml"
    gone = ("help.md", "cases/index.md", "materials.md", "law.md")
    lines = settings.read_text("utf-8").splitlines(keepends=True)
    settings.write_text("".join(one for one in lines if not one.strip().endswith(gone)), "utf-8")
    done = handbill(site, "build")
    assert done.returncode == 0, done.stderr
    made = site / "site"
    pages = "\n".join(file.read_text("utf-8") for file in made.glob("**/index.html"))
    assert not (made / "law").exists()
    assert not (made / "cases").exists()
    assert not (made / "help").exists()
    assert 'href="law/' not in pages and '/law/"' not in pages
    assert "快速离开" not in pages
    assert "leads nowhere" not in done.stderr + done.stdout
    assert "法律怎么说" not in pages


def without(project: Path, *names: str) -> None:
    """Takes parts of the starter away, and what refers to them."""
    campaign = project / "campaigns/job-seeking"
    for name in names:
        path = campaign / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    for file in campaign.glob("*.yml"):
        text = file.read_text("utf-8")
        if "cases" in names:
            text = re.sub("^ *(?:case|story): .*\n", "", text, flags=re.MULTILINE)
        if "claims.yml" in names:
            text = re.sub(r"^ *claims: \[.*\]\n", "", text, flags=re.MULTILINE)
            text = re.sub(r"\{(?:claim|cite)\.[^}]*\}", "", text)
        if "materials" in names and file.name == "schools.yml":
            text = text[: text.index("\nmaterials:") + 1]
        file.write_text(text, "utf-8")
    without_answers(campaign / "answers.yml", names)


def without_answers(file: Path, names: Iterable[str]) -> None:
    """Takes away the answers of pages that parts of the starter have made."""
    made = {"help.yml": "help/", "claims.yml": "law/"}
    gone = tuple(made.get(name, f"{name}/") for name in names)
    head, *answers = file.read_text("utf-8").split("  - page: ")
    last, _, alike = answers[-1].partition("# ")
    answers[-1] = last
    kept = "".join(f"  - page: {one}" for one in answers if not one.startswith(gone))
    file.write_text(f"{head}{kept}# {alike}", "utf-8")


PARTS = {
    "cases": (["cases"], ["cases/"]),
    "help": (["help.yml"], ["help/"]),
    "materials": (["materials"], ["materials/", "m/", "packs/"]),
    "law": (["claims.yml", "sources.yml", "cases"], ["law/", "cases/"]),
}


@pytest.mark.parametrize(("names", "gone"), PARTS.values(), ids=PARTS)
def test_what_a_campaign_lacks_leaves_no_dead_link(
    tmp_path: Path, handbill: Command, names: list[str], gone: list[str]
) -> None:
    project = tmp_path / "site"
    new_site(project, "zh")
    without(project, *names)
    settings = project / "mkdocs.yml"
    lines = settings.read_text("utf-8").splitlines(keepends=True)
    pages = tuple(f"{one.rstrip('/')}{end}\n" for one in gone for end in (".md", "/index.md"))
    kept = "".join(one for one in lines if not one.endswith(pages))
    settings.write_text(f"site_url: https://a.example/x/\n{kept}", "utf-8")
    done = handbill(project, "build", "--strict", "--lang", "en")
    assert done.returncode == 0, done.stderr  # strict: each broken link is a warning
    site = project / "site"
    there = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    for folder in gone:
        assert not [one for one in there if one.startswith(folder)]
    feeds = [*site.glob("*.xml"), *site.glob("api/v1/*s.json")]
    assert "sitemap.xml" in {file.name for file in feeds}
    told = "".join(file.read_text("utf-8") for file in feeds)
    told = re.sub('<guid isPermaLink="false">.*?</guid>', "", told)  # names, not addresses
    for address in re.findall(r"https://a\.example/x/([^\s\"<#?]*)", told):
        name = f"{address}index.html" if address.endswith("/") or not address else address
        assert name in there, address
    home = (site / "index.html").read_text("utf-8")
    for folder in gone:
        assert f'href="{folder}"' not in home
