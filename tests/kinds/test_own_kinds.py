"""A site's own folder adds a kind, with nothing else touched: a table tent and a door hanger in the
site of `handbill new`, in two languages, from the sample to the finished PDF."""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from handbill import road, scaffold
from handbill.compose.artifacts import Artifact, Pack, Page, Sheet
from handbill.editing.schema import write_schemas
from handbill.kinds.base import characters
from handbill.load.kinds import load_kinds
from handbill.load.settings import read_settings
from handbill.press.preflight import Wanted, examine
from handbill.problems import ProblemsFound
from handbill.render.cache import RenderCache
from handbill.render.typst import SheetRenderer
from handbill.translation import campaign_texts, update_catalog

OWN = Path(__file__).parent / "own"
FOLDERS = OWN / "templates"
KINDS = ("table-tent", "door-hanger")
HAND_WRITTEN = {"kind.yml", "page.html.j2", "sample.yml", "sheet.typ"}
DAY = datetime.date(2026, 11, 24)
LANGUAGES = ("", "en/")
"""What the addresses of each language begin with."""
HAN = "先问清楚再出门告诉家里人一声"


FILLED_IN = {
    "mkdocs.yml": [("# site_url: https://…", "site_url: https://notices/")],
    "campaigns/job-seeking/campaign.yml": [("# corrections:", "corrections: 就业指导中心办公室")],
    "campaigns/places/places.yml": [
        ("    # publisher:\n", "    publisher: 职业学校就业指导中心\n"),
        (
            "    # text_message:\n    #   number:\n    #   checked_on:\n",
            "    text_message:\n      number: 12110\n      checked_on: 2026-11-23\n",
        ),
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


def sample(kind: str) -> dict[str, object]:
    made: dict[str, object] = yaml.safe_load((FOLDERS / kind / "sample.yml").read_text("utf-8"))
    return made


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), "utf-8", newline="\n")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site: two folders copied, their samples put into the audience's file, one PO file."""
    root = tmp_path_factory.mktemp("own") / "site"
    scaffold.new_site(root, "zh")
    audience = root / "campaigns" / "job-seeking" / "schools.yml"
    materials = []
    for kind in KINDS:
        shutil.copytree(FOLDERS / kind, root / "templates" / kind)
        # As an item of the list: its first line is a comment.
        lines = (FOLDERS / kind / "sample.yml").read_text("utf-8").splitlines()[1:]
        materials.append("  - " + textwrap.indent("\n".join(lines), "    ").lstrip() + "\n")
    text = audience.read_text("utf-8") + "".join(materials)
    audience.write_text(text, "utf-8", newline="\n")
    for name, changes in FILLED_IN.items():
        for old, new in changes:
            change(root / name, old, new)
    translate(root)
    return root


def translate(root: Path) -> None:
    checked = checked_of(root)
    (campaign,) = checked.collection.campaigns
    english: dict[str, str] = yaml.safe_load((OWN / "english.yml").read_text("utf-8"))
    texts = campaign_texts(checked.collection, campaign, "en")
    assert english.keys() <= {one.text for one in texts}
    facts = campaign.campaign.value
    made, counts = update_catalog(
        None, texts, "en", facts.title, facts.issued, lambda text: english.get(text, "")
    )
    assert counts.translated == sum(one.text in english for one in texts)
    folder = root / "campaigns" / campaign.id / "locale"
    folder.mkdir()
    (folder / "en.po").write_text(made, "utf-8", newline="\n")


def checked_of(root: Path) -> road.Checked:
    return road.load_and_check(read_settings(root / "mkdocs.yml"), DAY)


@pytest.fixture(scope="module")
def checked(root: Path) -> road.Checked:
    return checked_of(root)


@pytest.fixture(scope="module")
def artifacts(checked: road.Checked) -> dict[str, Artifact]:
    return {one.path: one for one in road.plan(checked)}


@pytest.fixture(scope="module")
def drawn(checked: road.Checked, artifacts: dict[str, Artifact]) -> dict[str, bytes]:
    """Every sheet and page of the two kinds by its path."""
    chosen = [
        one
        for one in artifacts.values()
        if isinstance(one.body, (Sheet, Page))
        and any(
            one.path.startswith(f"{language}m/{name}/") for language in LANGUAGES for name in IDS
        )
    ]
    files = road.renderer(checked, RenderCache(None)).render(chosen)
    return {artifact.path: content for artifact, content in files}


IDS = [str(sample(kind)["id"]) for kind in KINDS]


def test_a_kind_is_four_files() -> None:
    for kind in KINDS:
        assert {file.name for file in (FOLDERS / kind).iterdir()} == HAND_WRITTEN


def test_check_finds_nothing(checked: road.Checked) -> None:
    assert checked.problems == ()


def test_the_kinds_stand_among_the_others(checked: road.Checked) -> None:
    names = list(checked.collection.kinds.by_name)
    own = names.index("table-tent")
    assert names[own : own + 2] == list(KINDS)
    assert [*names[:own], *names[own + 2 :]] == list(load_kinds().by_name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_file_of_it_is_drawn(drawn: dict[str, bytes], kind: str, language: str) -> None:
    material = sample(kind)
    folder = f"{language}m/{material['id']}"
    sizes = material["sizes"]
    assert isinstance(sizes, list)
    name = f"{folder}/{material['id']}"
    for size in sizes:
        for edition in ("", "-press"):
            assert drawn[f"{name}-{size}{edition}.pdf"].startswith(b"%PDF-1.7")
    assert drawn[f"{name}.svg"].startswith(b"<svg")
    assert drawn[f"{name}.png"].startswith(b"\x89PNG")
    page = drawn[f"{folder}/index.html"].decode("utf-8")
    assert f"{material['id']}-{sizes[0]}-press.pdf" in page
    headline = material["headline"]
    assert isinstance(headline, list)
    assert (headline[0] in page) is (language == "")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_english_sheet_is_chinese(
    checked: road.Checked, artifacts: dict[str, Artifact], kind: str
) -> None:
    body = artifacts[f"en/m/{sample(kind)['id']}/{sample(kind)['id']}.svg"].body
    assert isinstance(body, Sheet)
    (sheet,) = body.data["sheets"]
    said = json.dumps([sheet["copy"], sheet["label"], sheet["title"], sheet["imprint"]])
    assert "\\u4" not in said and "\\u5" not in said
    english = yaml.safe_load((OWN / "english.yml").read_text("utf-8"))
    headline = sample(kind)["headline"]
    assert isinstance(headline, list)
    assert sheet["copy"]["headline"] == [english[one] for one in headline]


def test_preflight_finds_nothing(drawn: dict[str, bytes], tmp_path: Path) -> None:
    found = []
    pdfs = {path: content for path, content in drawn.items() if path.endswith(".pdf")}
    assert len(pdfs) == 2 * 2 * 3
    for path, content in pdfs.items():
        file = tmp_path / path.replace("/", "-")
        file.write_bytes(content)
        found += [
            f"{one.code} {one.span} {one.text('en')}"
            for one in examine(file, file.name, Wanted(), DAY)
        ]
    assert found == []


@pytest.mark.parametrize("pack", ["print", "office", "screen"])
def test_packs_hold_it(artifacts: dict[str, Artifact], pack: str) -> None:
    body = artifacts[f"packs/schools-{pack}.zip"].body
    assert isinstance(body, Pack)
    for name in IDS:
        assert any(path.startswith(f"m/{name}/") for path in body.paths)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gallery_lists_it(artifacts: dict[str, Artifact], language: str) -> None:
    gallery = artifacts[f"{language}materials.md"].body
    assert isinstance(gallery, Page)
    listed = [one.material.id for _, entries, _ in gallery.data["audiences"] for one in entries]
    assert set(IDS) <= set(listed)


def test_the_schema_knows_its_fields(checked: road.Checked, tmp_path: Path) -> None:
    written = write_schemas(tmp_path, checked.collection.kinds)
    (file,) = [one for one in written if one.name == "audience.json"]
    known = json.loads(file.read_text("utf-8"))["$defs"]
    for kind, name in zip(KINDS, ("TableTent", "DoorHanger"), strict=True):
        fields = known[name]["properties"]
        assert fields["kind"]["const"] == kind
        assert set(sample(kind)) <= fields.keys()
        assert fields["headline"]["title"] == "大标题"


def test_its_materials_are_formatted(
    root: Path, handbill: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    done = handbill(root, "fmt", "--check", "campaigns/job-seeking/schools.yml")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("field", "typo"), [("sentence", "sentense"), ("steps", "step")])
def test_a_typo_in_a_field_is_told_with_the_right_name(
    root: Path, tmp_path: Path, field: str, typo: str
) -> None:
    shutil.copytree(root, tmp_path / "site")
    file = tmp_path / "site" / "campaigns" / "job-seeking" / "schools.yml"
    text = file.read_text("utf-8")
    head, tail = text[: text.index("interview-tent")], text[text.index("interview-tent") :]
    assert f"    {field}:" in tail
    file.write_text(head + tail.replace(f"    {field}:", f"    {typo}:", 1), "utf-8", newline="\n")
    with pytest.raises(ProblemsFound) as caught:
        checked_of(tmp_path / "site")
    told = [one for one in caught.value.problems if one.details.get("suggestion") == field]
    assert [one.span.line for one in told if one.span] == [
        text[: text.index(f"\n    {field}:", len(head))].count("\n") + 2
    ]


LONGEST: dict[str, dict[str, object]] = {
    "table-tent": {"headline": [HAN[:5], HAN[5:10]], "sentence": HAN + HAN[:5]},
    "door-hanger": {
        "headline": [HAN[:5], HAN[5:10]],
        "sentence": HAN + HAN[:6],
        "signals": [HAN[:6]] * 3,
        "steps": [{"title": HAN[:8], "text": HAN + HAN[:6]}] * 3,
    },
}
SHORTEST: dict[str, dict[str, object]] = {
    "table-tent": {"headline": ["停", "问"], "sentence": "先问。"},
    "door-hanger": {
        "headline": ["停", "问"],
        "sentence": "先问。",
        "signals": ["钱", "证", "急"],
        "steps": [{"title": "问", "text": "问清。"}] * 2,
        "contacts": [],
    },
}


@pytest.mark.parametrize("copy", [LONGEST, SHORTEST], ids=["longest", "shortest"])
@pytest.mark.parametrize("kind", KINDS)
def test_all_copy_within_the_budgets_fits(
    checked: road.Checked,
    artifacts: dict[str, Artifact],
    kind: str,
    copy: dict[str, dict[str, object]],
    tmp_path: Path,
) -> None:
    declared = checked.collection.kinds.by_name[kind]
    for name, room in declared.rooms.items():
        if copy is LONGEST:
            assert any(characters(text) == room.characters for text in texts_at(copy[kind], name))
    name = sample(kind)["id"]
    for size in declared.sizes:
        body = artifacts[f"m/{name}/{name}-{size}.pdf"].body
        assert isinstance(body, Sheet)
        (sheet,) = body.data["sheets"]
        data = {**body.data, "sheets": [{**sheet, "copy": {**sheet["copy"], **copy[kind]}}]}
        file = tmp_path / f"{name}-{size}.pdf"
        file.write_bytes(SheetRenderer(checked.templates).pdf(kind, data, 0))
        assert [one.code for one in examine(file, file.name, Wanted(), DAY)] == []


def texts_at(copy: object, name: str) -> list[str]:
    """The texts of a field by its dotted name, in all items of its list."""
    values = [copy]
    for step in name.split("."):
        found = [one[step] for one in values if isinstance(one, dict)]
        values = [item for one in found for item in (one if isinstance(one, list) else [one])]
    return [str(one) for one in values]


def test_the_guide_shows_the_declaration_that_is_tried_here() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guide" / "templates.md").read_text("utf-8")
    declaration, drawing = (
        (FOLDERS / "table-tent" / name).read_text("utf-8") for name in ("kind.yml", "sheet.typ")
    )
    assert declaration in guide
    lines = [len(text.splitlines()) for text in (declaration, drawing)]
    assert f"takes {lines[0]} lines and {lines[1]} for its drawing" in guide
