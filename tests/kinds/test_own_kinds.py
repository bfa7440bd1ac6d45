"""A site of `handbill new` adds kinds by folders of its own templates: a table tent, a door hanger.

Nothing of Handbill is touched: the folder own/ holds what a site writes.
"""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest

from handbill import cli, road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Pack, Sheet
from handbill.load.settings import read_settings
from handbill.press.preflight import Wanted, examine
from handbill.render.cache import RenderCache
from handbill.scaffold import new_site

OWN = Path(__file__).parent / "own"
TODAY = datetime.date(2026, 11, 24)
KINDS = ("table-tent", "door-hanger")
FILLED_IN = {
    "mkdocs.yml": [("# site_url: https://…", "site_url: https://jobs.wuhan.gov.cn/")],
    "campaigns/job-seeking/campaign.yml": [("# corrections:", "corrections: 就业指导中心办公室")],
    "campaigns/places/places.yml": [
        ("    # publisher:\n", "    publisher: 职业学校就业指导中心\n"),
        ("    # area_code:\n", '    area_code: "027"\n'),
        (
            "    # contacts:\n    #   police-station:\n    #     number:\n    #     checked_on:\n",
            "    contacts:\n"
            + "".join(
                f"      {role}:\n        number: 027-8321000{digit}\n        checked_on: 2026-11-23\n"
                for digit, role in enumerate(("police-station", "school-security", "class-teacher"))
            ),
        ),
    ],
}
"""What only the editor of a site knows, filled in so that sheets are no specimens."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site with both kinds, a material of each, and a translation of these into English."""
    root = tmp_path_factory.mktemp("own")
    new_site(root / "site", "zh")
    root /= "site"
    shutil.copytree(OWN / "templates", root / "templates")
    campaign = root / "campaigns/job-seeking"
    with (campaign / "schools.yml").open("a", encoding="utf-8", newline="\n") as file:
        file.write((OWN / "materials.yml").read_text("utf-8"))
    (campaign / "locale").mkdir()
    shutil.copyfile(OWN / "en.po", campaign / "locale/en.po")
    for name, changes in FILLED_IN.items():
        text = (root / name).read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (root / name).write_text(text, "utf-8", newline="\n")
    return root


@pytest.fixture(scope="module")
def checked(site: Path) -> Checked:
    return road.load_and_check(read_settings(site / "mkdocs.yml"), TODAY)


@pytest.fixture(scope="module")
def artifacts(checked: Checked) -> list[Artifact]:
    return road.plan(checked)


def test_check_finds_nothing(checked: Checked) -> None:
    assert checked.problems == ()


def test_the_kinds_stand_among_the_others(checked: Checked) -> None:
    names = list(checked.collection.kinds.by_name)
    assert names[-2:] == list(KINDS)
    assert names[0] == "poster"


def test_editors_know_their_fields(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert cli.main(["schema"]) == 0
    schema = json.loads((site / "campaigns/schema/audience.json").read_text("utf-8"))
    hanger = schema["$defs"]["DoorHanger"]
    assert hanger["properties"]["kind"]["const"] == "door-hanger"
    assert hanger["properties"]["points"]["maxItems"] == 3
    assert {"headline", "text", "points"} <= set(hanger["required"])
    assert cli.main(["fmt", "--check", "campaigns/job-seeking/schools.yml"]) == 0


def own_sheets(artifacts: list[Artifact]) -> Iterator[Artifact]:
    for artifact in artifacts:
        if isinstance(artifact.body, Sheet) and artifact.body.kind in KINDS:
            yield artifact


def test_sheets_are_drawn_in_both_languages_and_pass_preflight(
    checked: Checked, artifacts: list[Artifact], tmp_path: Path
) -> None:
    pdfs = [one for one in own_sheets(artifacts) if one.path.endswith(".pdf")]
    assert {one.path for one in pdfs} == {
        f"{language}m/{name}{edition}.pdf"
        for language in ("", "en/")
        for name in ("schools-tent/schools-tent-A4", "schools-hanger/schools-hanger-100x240")
        for edition in ("", "-press")
    }
    found, sides = [], {}
    for artifact, content in road.render(checked, pdfs, RenderCache(None)):
        file = tmp_path / artifact.path.replace("/", "_")
        file.write_bytes(content)
        with pymupdf.open(stream=content, filetype="pdf") as opened:
            sides[artifact.path] = len(opened)
        found += [
            f"{problem.code} {problem.span} {problem.text('en')}"
            for problem in examine(file, file.name, Wanted(), TODAY)
        ]
    assert found == []
    assert {path: 2 if "hanger" in path else 1 for path in sides} == sides


def test_the_gallery_their_pages_and_the_packs_hold_them(
    checked: Checked, artifacts: list[Artifact]
) -> None:
    by_path = {one.path: one for one in artifacts}
    wanted = ["materials.md", "m/schools-hanger/index.html", "en/m/schools-tent/index.html"]
    made = {
        artifact.path: content.decode()
        for artifact, content in road.render(
            checked, [by_path[path] for path in wanted], RenderCache(None)
        )
    }
    assert "门把挂牌" in made["materials.md"]
    assert "台签" in made["materials.md"]
    assert "不给证件：身份证、银行卡都不离手。" in made["m/schools-hanger/index.html"]
    assert "Monday to Friday, 9 am to 5 pm" in made["en/m/schools-tent/index.html"]
    packed = {
        file.name
        for artifact in artifacts
        if isinstance(artifact.body, Pack)
        for file in artifact.body.files
    }
    assert any("schools-tent-A4.pdf" in name for name in packed)
    assert any("schools-hanger-100x240-press.pdf" in name for name in packed)


def test_the_guide_shows_the_declaration_that_is_tried_here() -> None:
    guide = Path(__file__).parents[2] / "docs/guide/templates.md"
    assert (OWN / "templates/table-tent/kind.yml").read_text("utf-8") in guide.read_text("utf-8")
