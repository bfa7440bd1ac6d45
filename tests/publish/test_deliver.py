"""A finished site goes whole to a folder, a zip or a branch, over nothing that is somebody else's."""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sites import base_site

from handbill import cli
from handbill.load.settings import Settings, read_settings
from handbill.problems import ProblemsFound
from handbill.publish import branch, deliver, fresh, placing, site

PAGES = {
    "index.html": "<!doctype html>",
    "404.html": "none",
    "sitemap.xml.gz": "gz",
    'm/"a\\b"/海报.txt': "\r\n先别急\r\n",
    "assets/x.css": "a{}",
}


def finished(folder: Path, **more: str) -> None:
    """Puts a finished site into a folder, as a build does."""
    for path, text in {**PAGES, **more}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    placing.write_manifest(folder)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A project whose site lies there, with what somebody has put into it."""
    project = base_site(tmp_path / "a project")
    made = read_settings(project / "mkdocs.yml")
    finished(made.site_dir)
    (made.site_dir / "CNAME").write_text("notices", "utf-8")
    (made.site_dir / ".git").write_text("gitdir: elsewhere", "utf-8")
    return made


def held(folder: Path) -> dict[str, str]:
    """The files of a folder, its list left out."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes().decode()
        for file in folder.rglob("*")
        if file.is_file() and file.name != placing.MANIFEST and ".git/" not in file.as_posix()
    }


def code_of(caught: pytest.ExceptionInfo[ProblemsFound]) -> str:
    [problem] = caught.value.problems
    assert problem.text("zh") and problem.help("en")
    return problem.code


def test_a_folder_becomes_the_site_and_keeps_what_is_not_ours(
    settings: Settings, tmp_path: Path
) -> None:
    target = tmp_path / "www" / "notices"
    done = deliver.to_folder(settings, target)
    assert held(target) == {**PAGES, "CNAME": "notices"} and done.files == len(PAGES) + 1
    (target / ".htaccess").write_text("Options -Indexes", "utf-8")
    finished(settings.site_dir, **{"assets/x.css": "b{}", "law.html": "law"})
    assert deliver.to_folder(settings, target).kept == (".htaccess",)
    more = {"assets/x.css": "b{}", "law.html": "law", ".htaccess": "Options -Indexes"}
    assert held(target) == {**PAGES, "CNAME": "notices", **more}
    assert not (target / ".git").exists()
    assert [one.name for one in target.parent.iterdir()] == ["notices"], "no draft is left"


def test_a_folder_that_holds_something_else_is_not_emptied(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/me.jpg").touch()
    for target, code in (
        (tmp_path / "photos", "E711"),
        (settings.root, "E930"),
        (settings.root / "docs/www", "E930"),
        (settings.site_dir / "again", "E930"),
        (tmp_path, "E930"),
        (Path(tmp_path.anchor), "E930"),
    ):
        with pytest.raises(ProblemsFound) as caught:
            deliver.to_folder(settings, target)
        assert code_of(caught) == code, target
    assert (tmp_path / "photos/me.jpg").exists()
    # A site that is not whole goes nowhere.
    (settings.site_dir / "404.html").write_text("cut", "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        deliver.to_folder(settings, tmp_path / "www")
    assert code_of(caught) == "E761" and not (tmp_path / "www").exists()


def test_the_same_site_is_the_same_zip(settings: Settings, tmp_path: Path) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    deliver.to_zip(settings, first)
    os.utime(settings.site_dir / "index.html", (0, 0))
    deliver.to_zip(settings, second)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name).decode() for name in archive.namelist()} == {
            **PAGES,
            "CNAME": "notices",
        }
    (tmp_path / "c.zip").write_text("a letter", "utf-8")
    for file, code in ((tmp_path / "c.zip", "E725"), (settings.site_dir / "d.zip", "E930")):
        with pytest.raises(ProblemsFound) as caught:
            deliver.to_zip(settings, file)
        assert code_of(caught) == code


class Repository:
    """A repository, and what git prints in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, capture_output=True, check=True, encoding="utf-8"
        )
        return done.stdout.strip()


@pytest.fixture
def git(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Repository]:
    """The project in a repository, on `main`, with a remote, and with lines that end as Windows'."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Office")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "office@notices.test")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    (settings.site_dir / ".git").unlink()
    made = Repository(settings.root)
    made("init", "--quiet", "--initial-branch=main")
    made("config", "core.autocrlf", "true")
    (settings.root / ".gitignore").write_text("/site/\n/build/\n", "utf-8")
    made("add", ".")
    made("commit", "--quiet", "-m", "The campaign")
    made("init", "--quiet", "--bare", str(tmp_path / "far.git"))
    made("remote", "add", "origin", str(tmp_path / "far.git"))
    (settings.root / "mkdocs.yml").write_text("# being edited\n", "utf-8")
    return made


def test_a_branch_gets_one_commit_more_and_the_work_tree_stays(
    settings: Settings, git: Repository, tmp_path: Path
) -> None:
    before = git("status", "--porcelain"), git("rev-parse", "HEAD")
    done = branch.to_branch(settings, "gh-pages")
    assert done.files == len(PAGES) + 1 and done.changed
    assert not branch.to_branch(settings, "gh-pages").changed
    first = git("rev-parse", "gh-pages")
    assert git("rev-list", "--count", "gh-pages") == "1"
    (settings.site_dir / "assets/x.css").unlink()
    finished(settings.site_dir, **{"law.html": "law"})
    (settings.site_dir / "assets/x.css").unlink()
    placing.write_manifest(settings.site_dir)
    branch.to_branch(settings, "gh-pages", "origin")
    assert git("rev-parse", "gh-pages~1") == first
    assert (git("status", "--porcelain"), git("rev-parse", "HEAD")) == before
    assert git("ls-remote", "origin", "gh-pages").split()[0] == git("rev-parse", "gh-pages")
    assert git("for-each-ref", "refs/handbill") == ""
    subprocess.run(
        ["git", "clone", "-qb", "gh-pages", tmp_path / "far.git", tmp_path / "c"], check=True
    )
    expected = {**PAGES, "law.html": "law", "CNAME": "notices", ".nojekyll": ""}
    del expected["assets/x.css"]
    assert held(tmp_path / "c") == expected
    assert git("rev-parse", "HEAD") in git("log", "-1", "--format=%B", "gh-pages")


def test_what_others_have_put_on_the_branch_stays_and_a_newer_remote_is_followed(
    settings: Settings, git: Repository, tmp_path: Path
) -> None:
    branch.to_branch(settings, "gh-pages", "origin")
    other = tmp_path / "other"
    subprocess.run(["git", "clone", "-qb", "gh-pages", tmp_path / "far.git", other], check=True)
    (other / "README.md").write_text("of others", "utf-8")
    there = Repository(other)
    there("add", ".")
    there("commit", "--quiet", "-m", "A note")
    there("push", "--quiet")
    finished(settings.site_dir, **{"law.html": "law"})
    assert branch.to_branch(settings, "gh-pages", "origin").kept == ("README.md",)
    assert git("rev-parse", "gh-pages~1") == there("rev-parse", "HEAD")
    finished(settings.site_dir, **{"m/more.html": "more"})
    far = (tmp_path / "far.git").as_uri()  # by its address, as to a remote that has no name
    assert branch.to_branch(settings, "gh-pages", far).kept == ("README.md",)
    assert git("ls-remote", far, "gh-pages").split()[0] == git("rev-parse", "gh-pages")
    assert git("for-each-ref", "refs/handbill") == ""
    finished(settings.site_dir, **{"README.md": "ours"})
    with pytest.raises(ProblemsFound) as caught:
        branch.to_branch(settings, "gh-pages")
    assert code_of(caught) == "E763"


def test_a_branch_that_is_no_place_for_a_site_is_refused(
    settings: Settings, git: Repository
) -> None:
    git("branch", "sources")
    for name in ("main", "sources", "a..b", "-x", "HEAD", ""):
        with pytest.raises(ProblemsFound) as caught:
            branch.to_branch(settings, name)
        assert code_of(caught) == "E931", name
    branch.to_branch(settings, "gh-pages", "origin")
    git("update-ref", "refs/heads/gh-pages", git("commit-tree", "-m", "x", "gh-pages^{tree}"))
    with pytest.raises(ProblemsFound) as caught:
        branch.require_branch(settings, "gh-pages", "origin")
    assert code_of(caught) == "E931", "they have diverged"
    with pytest.raises(ProblemsFound) as caught:
        branch.require_branch(settings, "pages", "nowhere")
    assert code_of(caught) == "E932"


def test_a_project_in_a_folder_of_its_repository_sees_all_of_the_branch(
    settings: Settings, git: Repository, tmp_path: Path
) -> None:
    (settings.root / ".git").rename(tmp_path / ".git")
    git("branch", "sources")
    with pytest.raises(ProblemsFound) as caught:
        branch.to_branch(settings, "sources")
    assert code_of(caught) == "E931", "files that are of no site stay"
    finished(settings.site_dir, **{"law.html": "law"})
    branch.to_branch(settings, "gh-pages")
    (settings.site_dir / "law.html").unlink()
    placing.write_manifest(settings.site_dir)
    branch.to_branch(settings, "gh-pages")
    there = git("ls-tree", "-r", "--name-only", "--full-tree", "gh-pages").splitlines()
    assert "index.html" in there and "law.html" not in there


def test_only_what_the_sources_make_today_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = base_site(tmp_path / "site")
    monkeypatch.chdir(root)
    command = ["publish", "--to", "../www", "--zip", "../www.zip"]
    assert cli.main(command) == cli.EXIT_OK, capsys.readouterr().err
    assert placing.manifest_of(tmp_path / "www") == placing.manifest_of(root / "site")
    made = []
    monkeypatch.setattr(site, "build_site", lambda *_, **told: made.append(told["strict"]))
    assert cli.main(command) == cli.EXIT_OK and made == [], "it lies there already"
    page = root / "docs/about.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\nmore\n", "utf-8")
    assert cli.main(command) == cli.EXIT_OK and made == [True]
    page.write_text(text, "utf-8")
    (root / "site/index.html").write_text("cut", "utf-8")
    assert not fresh.is_clean(read_settings(root / "mkdocs.yml"), cli.publishing.today())
    for wrong in (["publish"], ["publish", "--push"]):
        assert cli.main(wrong) == cli.EXIT_USAGE
