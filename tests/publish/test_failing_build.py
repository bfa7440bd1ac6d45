"""A build that fails leaves the last good site as it was, and says in plain words what is wrong."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from handbill.publish.writer import one_writer
from handbill.resources import default_templates
from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Fingerprint: TypeAlias = Callable[[Path], dict[str, str]]
SCHOOLS = "campaigns/job-seeking/schools.yml"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, handbill: Command) -> Path:
    """A small site that has been built."""
    folder = tmp_path_factory.mktemp("good") / "site of mine"
    new_site(folder, "zh")
    done = handbill(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    return folder


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{old} is not in {file}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def own_template(project: Path, name: str) -> Path:
    file = project / "templates" / name
    file.parent.mkdir(parents=True)
    return Path(shutil.copy(default_templates() / name, file))


def written(name: str, text: str) -> Callable[[Path], None]:
    """Spoils a project by a template of its own that is nothing but this text."""

    def spoil(project: Path) -> None:
        own_template(project, name).write_text(text, "utf-8")

    return spoil


def unclosed_bracket(project: Path) -> None:
    replace(project / SCHOOLS, "order: 1", "order: [1")


def page_saved_by_an_old_editor(project: Path) -> None:
    (project / "docs/guide/mine.md").write_bytes("# 我们街道的说明".encode("gb18030"))


def address_without_a_scheme(project: Path) -> None:
    replace(project / "mkdocs.yml", "# site_url: https://…", "site_url: warn.gov.cn")


def headline_without_a_glyph(project: Path) -> None:
    replace(project / SCHOOLS, "headline: [还没上班, 先别交钱]", "headline: [还没上班, 别交钱😀]")


def letter_that_does_not_fit(project: Path) -> None:
    declared = own_template(project, "letter/kind.yml")
    lines = declared.read_text("utf-8").splitlines(keepends=True)
    declared.write_text(
        "".join(line.replace("characters: ", "characters: 99") for line in lines), "utf-8"
    )
    replace(
        project / SCHOOLS, "您好！孩子要出门实习、找工作了。", "您好！孩子要出门找工作了。" * 200
    )


def page_of_two_sources(project: Path) -> None:
    (project / "docs" / "law.md").write_text("# 我的法律页\n", "utf-8")


def link_that_leads_nowhere(project: Path) -> None:
    file = project / "docs" / "guide" / "index.md"
    file.write_text(f'{file.read_text("utf-8")}\n<a href="../no-such-page/">x</a>\n', "utf-8")


def file_where_the_build_folder_must_be(project: Path) -> None:
    shutil.rmtree(project / "build")
    (project / "build").write_text("in the way", "utf-8")


def site_where_the_campaigns_are(project: Path) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: x\nplugins: [handbill]\nsite_dir: campaigns\n", "utf-8"
    )


def no_plugin(project: Path) -> None:
    replace(project / "mkdocs.yml", "  - handbill", "  - search")


@pytest.mark.parametrize(
    ("spoil", "code", "says"),
    [
        (unclosed_bracket, "E1", [SCHOOLS, "建议"]),
        pytest.param(
            written("site/law.md.j2", "{{ edition.campaign.titel }}\n"),
            "E706",
            ["site/law.md.j2:1", "titel", "建议"],
            id="template_with_an_unknown_name",
        ),
        pytest.param(
            written("poster/sheet.typ", "#let broken = data.nothing.here\n"),
            "E701",
            [f"{SCHOOLS}:", "schools-poster", "：poster/sheet.typ:1:14:", "建议"],
            id="drawing_that_fails",
        ),
        pytest.param(
            written("site/law.md.j2", "\n{{ edition.citation('C99') }}\n"),
            "E706",
            ["site/law.md.j2:2: KeyError: 'C99'", "建议"],
            id="template_that_raises",
        ),
        pytest.param(
            written("site/theme/citizen.html", "<html>\n{{ page.nothing.here }}\n"),
            "E706",
            ["site/theme/citizen.html:2:", "nothing", "建议"],
            id="theme_with_an_unknown_name",
        ),
        pytest.param(
            written("looks.yml", "schools:\n  title: {zh: 校, en: School}\n  field: blue\n"),
            "E205",
            ["templates/looks.yml:3:10", "field", "建议"],
            id="palette_without_colours",
        ),
        pytest.param(
            written("card/sheet.typ", '#set document(title: "x")\n#set text(lang: "zh")\nx'),
            "E701",
            ["card", "建议"],
            id="side_that_is_not_drawn",
        ),
        (page_saved_by_an_old_editor, "E103", ["docs/guide/mine.md:1:3", "GBK", "建议"]),
        (address_without_a_scheme, "E209", ["mkdocs.yml:", "https://", "建议"]),
        (headline_without_a_glyph, "E702", [f"{SCHOOLS}:", "U+1F600", "HANDBILL_FONTS", "建议"]),
        (letter_that_does_not_fit, "E707", [f"{SCHOOLS}:", "parents-letter", "超出", "建议"]),
        (page_of_two_sources, "E705", ["law.md", "建议"]),
        (link_that_leads_nowhere, "", ["guide/index.html", "no-such-page", "strict"]),
        (file_where_the_build_folder_must_be, "E709", ["build", "建议"]),
        (site_where_the_campaigns_are, "E762", ["mkdocs.yml:3:11", "campaigns", "site_dir: site"]),
        (no_plugin, "E710", ["mkdocs.yml", "建议"]),
    ],
)
def test_the_last_good_site_stays(
    good: Path,
    tmp_path: Path,
    handbill: Command,
    fingerprint: Fingerprint,
    spoil: Callable[[Path], None],
    code: str,
    says: list[str],
) -> None:
    project = tmp_path / "project"
    shutil.copytree(good, project)
    before = fingerprint(project / "site")
    spoil(project)

    done = handbill(project, "build", "--strict", LANG="zh_CN.UTF-8", LC_ALL="")

    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for words in [code, *says]:
        assert words in done.stderr
    assert fingerprint(project / "site") == before
    assert not list(project.glob(".site-*"))


def test_a_broken_link_alone_does_not_stop_a_build_that_is_not_strict(
    good: Path, tmp_path: Path, handbill: Command
) -> None:
    project = tmp_path / "project"
    shutil.copytree(good, project)
    link_that_leads_nowhere(project)
    done = handbill(project, "build")
    assert done.returncode == 0
    assert "no-such-page" in done.stderr
    assert "no-such-page" in (project / "site/guide/index.html").read_text("utf-8")


@pytest.fixture
def project(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(good, tmp_path / "project"))


@pytest.mark.parametrize("command", ["build", "mkdocs"])
def test_a_second_build_is_refused_and_the_site_stays(
    project: Path, handbill: Command, fingerprint: Fingerprint, command: str
) -> None:
    before = fingerprint(project / "site")
    with one_writer(project / "build", "the first build"):
        done = mkdocs(project) if command == "mkdocs" else handbill(project, "build")
    assert done.returncode == 1
    assert "E760" in done.stderr and "the first build" in done.stderr
    assert fingerprint(project / "site") == before


def mkdocs(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_site_that_a_killed_build_has_moved_away_is_back_though_the_next_build_fails(
    project: Path, handbill: Command, fingerprint: Fingerprint
) -> None:
    before = fingerprint(project / "site")
    (project / "site").rename(project / ".site-old-0123abcd")
    unclosed_bracket(project)
    assert handbill(project, "build").returncode == 1
    assert fingerprint(project / "site") == before
    assert not list(project.glob(".site-*"))


@pytest.mark.parametrize("plain", [False, True], ids=["handbill", "mkdocs"])
@pytest.mark.parametrize("name", ["campaigns", "public_html"])
def test_neither_sources_nor_files_of_others_are_built_over(
    project: Path, handbill: Command, fingerprint: Fingerprint, plain: bool, name: str
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nsite_dir: {name}\n")
    (project / name).mkdir(exist_ok=True)
    (project / name / "index.html").write_text("mine", "utf-8")
    before = fingerprint(project / name)
    done = mkdocs(project) if plain else handbill(project, "build")
    assert done.returncode == 1
    assert ("E762" if name == "campaigns" else "E711") in done.stderr
    assert fingerprint(project / name) == before


def test_plain_mkdocs_does_not_empty_a_site_that_holds_files_of_others(
    project: Path, fingerprint: Fingerprint
) -> None:
    (project / "site" / "CNAME").write_text("a.gov.cn", "utf-8")
    before = fingerprint(project / "site")
    done = mkdocs(project)
    assert done.returncode == 1 and "E711" in done.stderr
    assert fingerprint(project / "site") == before


def test_a_link_stays_a_link_and_what_no_build_made_stays(
    project: Path, handbill: Command, fingerprint: Fingerprint
) -> None:
    before = fingerprint(project / "site")
    www = (project / "site").rename(project.parent / "www")
    (www / "index.html").write_text("edited", "utf-8")
    (www / "CNAME").write_text("a.gov.cn", "utf-8")
    try:
        (project / "site").symlink_to(www, target_is_directory=True)
    except OSError:  # Windows without the right to make links: the settings name the folder
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write("\nsite_dir: ../www\n")
    done = handbill(project, "build")
    assert done.returncode == 0, done.stderr
    assert "保留 kept: CNAME" in done.stdout
    assert (project / "site").is_symlink() or not (project / "site").exists()
    (www / "CNAME").unlink()
    assert fingerprint(www) == before
    assert not list(project.parent.glob(".www-*"))
