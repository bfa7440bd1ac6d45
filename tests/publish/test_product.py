"""What a command makes never takes the place of what is no such file, and a replacement is told."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from handbill import cli
from handbill.publish.writer import one_writer
from handbill.scaffold import new_site

Run = Callable[..., tuple[int, str, str]]
MINE = b"claims:\n  - my own words\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "site"
    new_site(folder, "zh")
    return folder


@pytest.fixture
def run(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs a command in an empty folder: exit code, output, messages."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, lang: str = "zh") -> tuple[int, str, str]:
        code = cli.main([*arguments, "-f", str(site / "mkdocs.yml"), "--lang", lang])
        return code, *capsys.readouterr()

    return call


SHEET = ["sheet", "schools-poster", "-o"]
IMPOSE = ["impose", "schools-poster", "--tile", "A4", "-o"]


@pytest.mark.parametrize("command", [SHEET, IMPOSE], ids=["sheet", "impose"])
@pytest.mark.parametrize("name", ["claims.yml", "LICENSE", "letter.pdf"])
def test_what_is_no_pdf_is_not_replaced(
    run: Run, tmp_path: Path, command: list[str], name: str
) -> None:
    (tmp_path / name).write_bytes(MINE)
    code, out, said = run(*command, name)
    assert code == cli.EXIT_PROBLEMS and out == ""
    assert "E725" in said and name in said
    assert (tmp_path / name).read_bytes() == MINE
    assert len(list(tmp_path.iterdir())) == 1


def test_an_imposed_file_has_the_suffix_of_a_pdf(run: Run, tmp_path: Path) -> None:
    assert run(*IMPOSE, "plan.png")[0] == cli.EXIT_PROBLEMS
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [SHEET, IMPOSE], ids=["sheet", "impose"])
def test_an_older_one_is_replaced_and_that_is_told(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    assert run(*command, "a.pdf") == (cli.EXIT_OK, "a.pdf\n", "")
    assert run(*command, "a.pdf") == (cli.EXIT_OK, "a.pdf\n", "已替换原来的：a.pdf\n")
    assert run(*command, "a.pdf", lang="en")[2] == "replaced: a.pdf\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_packs_are_written_whole_or_not_at_all(run: Run, site: Path, tmp_path: Path) -> None:
    pack = ["pack", "--audience", "schools", "--kind", "card", "--edition", "office"]
    code, out, _ = run(*pack)
    assert code == cli.EXIT_OK
    [made] = out.splitlines()
    code, _, said = run(*pack)
    assert code == cli.EXIT_OK and f"已替换原来的：{made}" in said
    assert zipfile.is_zipfile(made)
    Path(made).write_bytes(MINE)
    code, out, said = run(*pack)
    assert (code, out) == (cli.EXIT_PROBLEMS, "") and "E725" in said
    assert Path(made).read_bytes() == MINE
    with one_writer(site / "build", "another"):
        code, out, said = run(*pack)
    assert code == cli.EXIT_PROBLEMS and "E760" in said


def test_drawings_that_are_not_whole_never_reach_a_sheet(
    run: Run, site: Path, tmp_path: Path
) -> None:
    run(*SHEET, "good.pdf")
    for entry in (site / "build" / "cache").iterdir():
        entry.write_bytes(b"")
    code, _, said = run(*SHEET, "again.pdf")
    assert code == cli.EXIT_OK and "W760" in said
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "good.pdf").read_bytes()
    assert "W760" not in run(*SHEET, "third.pdf")[2]


def test_the_form_editor_is_not_scattered_over_files_of_others(
    run: Run, site: Path, tmp_path: Path
) -> None:
    for folder in ("mine", "site"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mine" / "index.html").write_bytes(MINE)
    (tmp_path / "site" / "mkdocs.yml").write_bytes(MINE)
    for folder in ("mine", "site"):
        code, out, said = run("admin", "-o", folder)
        assert (code, out) == (cli.EXIT_PROBLEMS, "") and "E711" in said
        assert [file.read_bytes() for file in (tmp_path / folder).iterdir()] == [MINE]


def test_the_form_editor_is_written_again_and_what_changed_is_told(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin" / "sveltia-cms.js").write_bytes(b"0")  # brought by hand
    code, out, _ = run("admin", "-o", "admin")
    assert code == cli.EXIT_OK and "已替换" not in out
    assert "已替换" not in run("admin", "-o", "admin")[1]
    (tmp_path / "admin" / "config.yml").write_bytes(MINE)
    assert "已替换原来的：config.yml" in run("admin", "-o", "admin")[1]


def test_a_tree_that_was_left_half_written_is_ours_and_files_of_others_in_it_stay(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from handbill.publish import materialise

    written = materialise.write_whole

    def killed(file: Path, content: bytes, **options: bool) -> bool:
        if file.name == "help.md":
            raise KeyboardInterrupt
        return written(file, content, **options)

    with monkeypatch.context() as patch:
        patch.setattr(materialise, "write_whole", killed)
        assert run("materialise", "tree")[0] == 130
    assert run("materialise", "tree")[0] == cli.EXIT_OK
    assert (tmp_path / "tree" / "docs" / "help.md").is_file()

    manifest = tmp_path / "tree" / materialise.MANIFEST
    listed = manifest.read_text("utf-8")
    manifest.write_text(listed.replace("docs/help.md\n", ""), "utf-8")
    (tmp_path / "tree" / "docs" / "help.md").write_bytes(MINE)
    code, _, said = run("materialise", "tree")
    assert code == cli.EXIT_PROBLEMS and "E763" in said and "docs/help.md" in said
    assert (tmp_path / "tree" / "docs" / "help.md").read_bytes() == MINE
