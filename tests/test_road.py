"""The road from YAML to bytes: what each stage takes and gives."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from sites import base_site

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import (
    Artifact,
    Combined,
    Editable,
    Illustrated,
    OfOthers,
    Overview,
    Pack,
    PackFile,
    Page,
    Picture,
    SeveralUp,
    Sheet,
    Static,
    Stream,
)
from handbill.compose.lockup import MARK
from handbill.edition.localise import localise_all
from handbill.load.settings import read_settings
from handbill.model.days import FIRST_DAY, LAST_DAY
from handbill.problems import ProblemsFound, Severity
from handbill.progress import Progress
from handbill.render import Renderer
from handbill.render.cache import RenderCache
from handbill.scaffold import new_site

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """The starter's small site, loaded and checked."""
    folder = tmp_path_factory.mktemp("small") / "site"
    new_site(folder, "zh")
    return road.load_and_check(read_settings(folder / "mkdocs.yml"), TODAY)


@pytest.fixture(scope="module")
def artifacts(checked: Checked) -> list[Artifact]:
    return road.plan(checked)


def test_a_campaign_becomes_artifacts_of_every_sort(artifacts: list[Artifact]) -> None:
    sorts = {type(artifact.body) for artifact in artifacts}
    assert sorts == {
        *(Page, Stream, Sheet, Picture, Static, Editable),
        *(SeveralUp, Illustrated, Overview, Combined, Pack),
    }
    paths = [artifact.path for artifact in artifacts]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert not [path for path in paths if path.startswith("/") or ".." in path or "\\" in path]


def test_composing_is_pure(checked: Checked, artifacts: list[Artifact]) -> None:
    again = road.plan(checked)
    assert again == artifacts
    for one, other in zip(artifacts, again, strict=True):
        if isinstance(one.body, Stream) and isinstance(other.body, Stream):
            assert [page[0] for page in one.body.pages()] == [
                page[0] for page in other.body.pages()
            ]


def test_sheets_know_where_in_the_yaml_they_come_from(artifacts: list[Artifact]) -> None:
    for artifact in artifacts:
        if isinstance(artifact.body, Sheet) and not artifact.inner:
            assert artifact.source is not None
            file = "campaign" if artifact.path.endswith(MARK) else "schools"
            assert artifact.source.file == f"campaigns/job-seeking/{file}.yml"


def test_the_date_is_the_campaigns_and_not_the_clocks(checked: Checked) -> None:
    assert checked.collection.moment == datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_a_site_of_the_first_and_of_the_last_day_is_built(
    tmp_path: Path, handbill: Callable[..., subprocess.CompletedProcess[str]], day: datetime.date
) -> None:
    root = base_site(tmp_path / "site")
    file = root / "campaigns" / "demo" / "campaign.yml"
    text = re.sub("(?m)^issued: .*", f"issued: {day}", file.read_text("utf-8"))
    text = re.sub("(?m)^valid_until: .*", f"valid_until: {LAST_DAY}", text)
    file.write_text(text, "utf-8", newline="")
    done = handbill(root, "build")
    assert done.returncode == 0, done.stderr
    [pack] = (root / "site" / "packs").glob("*-office.zip")
    years = {info.date_time[0] for info in zipfile.ZipFile(pack).infolist()}
    assert years == {max(day.year, 1980)}


def test_every_artifact_is_rendered_once_and_packs_after_their_files(
    checked: Checked, artifacts: list[Artifact], tmp_path: Path
) -> None:
    few = [one for one in artifacts if "/schools-banner" in one.path or isinstance(one.body, Page)]
    pack = next(one for one in artifacts if isinstance(one.body, Pack))
    body = Pack(
        tuple(file for file in pack.body.files if "banner" in file.path),
        tuple(row for row in pack.body.rows if "banner" in row.file),
    )
    small = Artifact("x.zip", body)
    made = list(road.render(checked, [small, *few], RenderCache(tmp_path)))
    assert sorted(artifact.path for artifact, _ in made) == sorted(
        artifact.path for artifact in [small, *few]
    )
    paths = [artifact.path for artifact, _ in made]
    assert all(paths.index(path) < paths.index("x.zip") for path in body.paths)
    assert all(isinstance(content, bytes) and content for _, content in made)


def test_what_is_made_of_a_broken_sheet_is_not_made_and_not_told(
    checked: Checked, artifacts: list[Artifact]
) -> None:
    body = next(
        one.body for one in artifacts if isinstance(one.body, Sheet) and one.body.format == "svg"
    )
    broken = [
        Artifact("x.svg", replace(body, page=9)),
        Artifact("x.pdf", Combined(("x.svg",), "x")),
        Artifact("x.zip", Pack((PackFile("x.pdf", "x.pdf"),), (), ())),
    ]
    with pytest.raises(ProblemsFound) as caught:
        list(road.render(checked, broken, RenderCache(None)))
    assert [problem.code for problem in caught.value.problems] == ["E701"]


def test_a_picture_of_the_templates_own_makes_sheets_anew(checked: Checked, tmp_path: Path) -> None:
    shutil.copytree(checked.templates, tmp_path / "templates")
    picture = tmp_path / "templates/poster/mark.svg"
    mine = replace(checked, templates=tmp_path / "templates")
    keys = []
    for content in (None, "<svg/>", "<svg />"):
        if content:
            picture.write_text(content, "utf-8")
        keys.append(road.renderer(mine, RenderCache(None)).drawing)
    assert keys[0] != keys[1] != keys[2]


def test_all_faults_of_a_campaign_are_told_in_one_run(tmp_path: Path) -> None:
    new_site(tmp_path / "p", "zh")
    folder = tmp_path / "p/campaigns/job-seeking"
    for name, old in (
        ("claims.yml", "source: "),
        ("schools.yml", "title: "),
        ("help.yml", "title: "),
    ):
        file = folder / name
        file.write_text(file.read_text("utf-8").replace(old, f"no_such_{old}", 1), "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        road.load_and_check(read_settings(tmp_path / "p/mkdocs.yml"), TODAY)
    errors = [one for one in caught.value.problems if one.severity is Severity.ERROR]
    assert {Path(one.span.file).name for one in errors if one.span} >= {
        "claims.yml",
        "schools.yml",
        "help.yml",
    }


def test_an_unknown_place_has_no_edition(checked: Checked) -> None:
    with pytest.raises(KeyError):
        localise_all(checked.collection, checked.today, "nowhere")


def test_stages_are_timed_and_a_silent_run_says_nothing(
    checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    progress = Progress(None)
    road.plan(checked, progress)
    assert progress.seconds["compose"] > 0
    assert capsys.readouterr() == ("", "")


def test_loading_and_checking_need_no_print_engine_and_no_mkdocs(checked: Checked) -> None:
    program = (
        "import sys, datetime; from pathlib import Path; from handbill import road;"
        "from handbill.load.settings import read_settings;"
        "road.load_and_check(read_settings(Path('mkdocs.yml')), datetime.date.today());"
        "print(*[name for name in ('mkdocs', 'material') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=checked.settings.root,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == ""


def test_one_changed_sentence_redraws_only_what_uses_it(tmp_path: Path) -> None:
    new_site(tmp_path / "site", "zh")
    audience = tmp_path / "site" / "campaigns" / "job-seeking" / "schools.yml"

    def draw() -> tuple[int, list[Artifact]]:
        """How many files were drawn anew, and the files of the site."""
        cache = RenderCache(tmp_path / "cache")
        site = road.load_and_check(read_settings(tmp_path / "site" / "mkdocs.yml"), TODAY)
        planned = road.plan(site)
        assert len(list(road.render(site, planned, cache))) == len(planned)
        cache.drop_unused()
        return cache.drawn, planned

    first, planned = draw()
    files = {artifact.path for artifact in planned if isinstance(artifact.body, Sheet)}
    assert first >= len(files)
    assert draw() == (0, planned)
    text = audience.read_text("utf-8")
    [line] = [line for line in text.splitlines() if "sentence:" in line]
    audience.write_text(text.replace(line, "    sentence: 先问清楚，再决定去不去。"), "utf-8")
    changed, _ = draw()
    poster = {path for path in files if path.startswith("m/schools-poster/")}
    assert poster and poster != files
    papers = [
        artifact.path
        for artifact in planned
        if artifact.inner
        and isinstance(artifact.body, OfOthers)
        and poster.intersection(artifact.body.paths)
    ]
    assert papers == [
        "packs/schools-print-spec.pdf",
        "packs/schools-print-overview.png",
        "packs/schools-office.pdf",
    ]
    assert changed == len(poster) + len(papers)


def test_the_bytes_of_a_file_are_let_go_when_the_last_pack_has_them(checked: Checked) -> None:
    content = b"x" * 5000
    held = {}
    artifacts = [
        Artifact("1.txt", Static(content)),
        Artifact("2.zip", Pack((PackFile("1.txt", "1.txt"),), ())),
        Artifact("3.zip", Pack((PackFile("1.txt", "1.txt"),), ())),
        Artifact("4.txt", Static(b"")),
    ]
    before = sys.getrefcount(content)
    for artifact, _ in road.render(checked, artifacts, RenderCache(None)):
        held[artifact.path] = sys.getrefcount(content) - before
    assert list(held) == ["1.txt", "2.zip", "3.zip", "4.txt"]
    assert held["4.txt"] < held["2.zip"]


def test_a_sentence_goes_the_whole_road(tmp_path: Path) -> None:
    """The stations of docs/guide/architecture.md, "A sentence on its way to a PDF"."""
    new_site(tmp_path / "site", "zh")
    audience = tmp_path / "site" / "campaigns" / "job-seeking" / "schools.yml"
    text = audience.read_text("utf-8")
    [line] = [line for line in text.splitlines() if "sentence:" in line]
    audience.write_text(text.replace(line, "    sentence: 在{place.name}先问一问。"), "utf-8")

    checked = road.load_and_check(read_settings(tmp_path / "site" / "mkdocs.yml"), TODAY)
    [campaign] = checked.collection.campaigns
    [poster] = [one for one in campaign.audiences[0].value.materials if one.kind == "poster"]
    assert poster.sentence == "在{place.name}先问一问。"  # type: ignore[attr-defined]
    [(edition, _)] = localise_all(checked.collection, TODAY)
    said = f"在{edition.place.name}先问一问。"
    [poster] = [one for _, one in edition.materials() if one.kind == "poster"]
    assert poster.sentence == said  # type: ignore[attr-defined]
    planned = road.plan(checked)
    [artifact] = [one for one in planned if one.path == "m/schools-poster/schools-poster-A3.pdf"]
    assert isinstance(artifact.body, Sheet)
    assert artifact.body.data["sheets"][0]["copy"]["sentence"] == said
    [page] = [one for one in planned if one.path == "m/schools-poster/index.html"]
    files = road.render(checked, [artifact, page], RenderCache(None))
    made = {one.path: content for one, content in files}
    with pymupdf.open(stream=made[artifact.path], filetype="pdf") as pdf:
        assert said in "".join(pdf[0].get_text().split())
    assert said in made[page.path].decode()


def test_drawings_of_one_layout_are_made_by_one_thread(
    checked: Checked, artifacts: list[Artifact], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawings = [one for one in artifacts if isinstance(one.body, Sheet)][:60]
    drawn: dict[str | None, list[int]] = {}

    def one(self: Renderer, artifact: Artifact) -> bytes:
        drawn.setdefault(self._layout(artifact), []).append(threading.get_ident())
        return artifact.path.encode()

    monkeypatch.setattr(Renderer, "one", one)
    made = list(road.render(checked, drawings, RenderCache(None)))
    assert all(content == artifact.path.encode() for artifact, content in made)
    assert sum(len(threads) for threads in drawn.values()) == len(drawings)
    assert all(len(set(threads)) == 1 for threads in drawn.values())
    # An office PDF, SVG, PNG and the small PNG are one layout.
    assert max(len(threads) for threads in drawn.values()) >= 4
