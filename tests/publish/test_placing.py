"""A new site takes the place of the old one whole, and nothing that no build made is lost."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handbill.problems import Problem, ProblemsFound
from handbill.publish import placing
from handbill.publish.placing import Draft, heal, refuse_foreign, write_manifest

OLD = {"index.html": "old", "law/index.html": "old law", "gone/index.html": "no longer made"}
NEW = {"index.html": "new", "law/index.html": "new law", "m/a.pdf": "%PDF-new"}


def written(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def content(folder: Path) -> dict[str, str]:
    """The texts of a folder's files by path, without our own list."""
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != placing.MANIFEST
    }


def old_site(site: Path) -> Path:
    written(site, OLD)
    write_manifest(site)
    return site


def placed(site: Path) -> list[str]:
    """Puts NEW at `site`, as a build does; returns what was kept."""
    with Draft(site, site.parent / "build") as draft:
        write_manifest(written(draft.folder, NEW))
        return draft.put_in_place()


def problem_of(action: Callable[[], Any]) -> Problem:
    with pytest.raises(ProblemsFound) as caught:
        action()
    [problem] = caught.value.problems
    return problem


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return old_site(tmp_path / "site")


def test_a_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    assert placed(site) == []
    assert content(site) == NEW
    assert list(site.parent.iterdir()) == [site]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    placed(tmp_path / "deep" / "site")
    assert content(tmp_path / "deep" / "site") == NEW


def test_drafts_are_of_their_own_and_the_later_site_is_whole(site: Path) -> None:
    with Draft(site, site.parent) as one, Draft(site, site.parent) as other:
        assert one.folder != other.folder
        heal(site)  # a third start sees that both live
        for draft in (one, other):
            write_manifest(written(draft.folder, NEW))
            draft.put_in_place()
    assert content(site) == NEW
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.parametrize("lost", ["m/a.pdf", "index.html", ""])
def test_less_than_was_planned_is_not_put_in_place(site: Path, lost: str) -> None:
    with Draft(site, site.parent) as draft:
        write_manifest(written(draft.folder, NEW))
        (draft.folder / lost).unlink() if lost else shutil.rmtree(draft.folder)
        problem = problem_of(draft.put_in_place)
    assert problem.code == "E761" and (lost or "index.html") in problem.text("en")
    assert content(site) == OLD


def test_a_file_of_another_size_is_not_put_in_place(site: Path) -> None:
    with Draft(site, site.parent) as draft:
        write_manifest(written(draft.folder, NEW))
        (draft.folder / "m/a.pdf").write_bytes(b"")
        assert problem_of(draft.put_in_place).code == "E761"
    assert content(site) == OLD


def test_a_folder_that_no_build_made_is_refused(tmp_path: Path) -> None:
    mine = written(tmp_path / "public_html", {"index.html": "mine", "photos/a.jpg": "x"})
    problem = problem_of(lambda: refuse_foreign(mine))
    assert problem.code == "E711" and str(mine) in problem.text("zh")
    (tmp_path / "file").touch()
    assert problem_of(lambda: refuse_foreign(tmp_path / "file")).code == "E711"


def test_sites_of_ours_and_of_mkdocs_and_empty_folders_are_not_refused(tmp_path: Path) -> None:
    before = written(
        tmp_path / "before", dict.fromkeys(["index.html", "404.html", "sitemap.xml.gz"], "")
    )
    fresh = written(tmp_path / "worktree", {".git": "gitdir: elsewhere"})
    (tmp_path / "empty").mkdir()
    for folder in (before, fresh, tmp_path / "empty", tmp_path / "none", old_site(tmp_path / "s")):
        refuse_foreign(folder)


def test_what_no_build_made_stays(site: Path) -> None:
    mine = {".git/HEAD": "ref", ".htaccess": "x", "CNAME": "a.gov.cn", "law/mine.txt": "mine"}
    written(site, mine)
    assert placed(site) == [".git", ".htaccess", "CNAME", "law/mine.txt"]
    assert content(site) == NEW | mine
    assert placed(site) == [".git", ".htaccess", "CNAME", "law/mine.txt"]


def test_a_site_without_a_list_keeps_what_is_hidden_or_lies_at_the_top(tmp_path: Path) -> None:
    """Such as one that version 0.1.0 has built."""
    site = written(tmp_path / "site", {**OLD, ".git/HEAD": "ref", "CNAME": "a.gov.cn"})
    assert placed(site) == [".git", "CNAME"]
    assert content(site) == NEW | {".git/HEAD": "ref", "CNAME": "a.gov.cn"}


def test_what_file_managers_leave_is_nothing(site: Path) -> None:
    written(site, {".DS_Store": "x", "law/Thumbs.db": "x"})
    assert placed(site) == []
    assert content(site) == NEW


@pytest.mark.parametrize(
    "mine", [{"m/a.pdf": "mine"}, {"m": "a file where a folder is to be"}, {"m/a.pdf/x": "mine"}]
)
def test_a_file_of_somebody_else_is_not_written_over(site: Path, mine: dict[str, str]) -> None:
    written(site, mine)
    problem = problem_of(lambda: placed(site))
    assert problem.code == "E763" and next(iter(mine)) in problem.text("zh")
    assert content(site) == OLD | mine


def test_folders_and_files_of_ours_may_change_places(site: Path) -> None:
    written(site, {"m": "a file of ours", ".nojekyll": ""})
    shutil.rmtree(site / "law")
    written(site, {"law/index.html/x": "a folder of ours"})
    (site / ".nojekyll").unlink()
    write_manifest(site)
    written(site, {".nojekyll": ""})  # somebody's: file by file
    assert placed(site) == [".nojekyll"]
    assert content(site) == NEW | {".nojekyll": ""}


def test_a_link_to_a_folder_in_the_site_is_not_followed(tmp_path: Path, site: Path) -> None:
    elsewhere = written(tmp_path / "elsewhere", {"a.pdf": "precious"})
    try:
        (site / "m").symlink_to(elsewhere, target_is_directory=True)
    except OSError:  # Windows without the right to make links: as good as a file of that name
        (site / "m").write_text("a link", "utf-8")
    assert problem_of(lambda: placed(site)).code == "E763"
    assert content(elsewhere) == {"a.pdf": "precious"}


def mounted(monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    """A site that cannot be renamed, and onto whose disk nothing can be moved."""
    real = os.rename

    def rename(old: Path, new: Path) -> Path:
        if Path(old) == site:
            raise OSError(errno.EBUSY, "Device or resource busy", str(old))
        if site in Path(new).parents and site not in Path(old).parents:
            raise OSError(errno.EXDEV, "Invalid cross-device link", str(old))
        real(old, new)
        return new

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(Path, "replace", rename)


def test_a_mount_point_is_filled_file_by_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inode = site.stat().st_ino
    with monkeypatch.context() as patch:
        mounted(patch, site)
        assert placed(site) == []
    assert content(site) == NEW
    assert site.stat().st_ino == inode
    assert list(site.parent.iterdir()) == [site]


def test_a_full_disk_leaves_a_mount_point_as_it_was(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted(monkeypatch, site)

    def full(source: str, target: str, **_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(OSError, match="No space"):
        placed(site)
    assert content(site) == OLD


class Killed(BaseException):
    """As SIGKILL: nothing is cleaned up, no handler runs."""


CALLS = ["rename", "replace", "unlink", "rmdir", "mkdir"]


def kill_at(monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """Ends the process before its `moment`-th change of the disk, and lets it do nothing after."""
    done = 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal done
            done += 1
            if done >= moment:
                raise Killed
            return real(*arguments, **options)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, counted(getattr(os, name)))


@pytest.mark.parametrize("foreign", [{}, {".git/HEAD": "ref"}], ids=["swapped", "filled"])
def test_a_kill_between_any_two_changes_leaves_the_old_or_the_new_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foreign: dict[str, str]
) -> None:
    outcomes = set()
    for moment in range(1, 200):
        site = written(old_site(tmp_path / str(moment) / "site"), foreign)
        with monkeypatch.context() as patch:
            draft = Draft(site, site.parent)
            draft.__enter__()
            write_manifest(written(draft.folder, NEW))
            kill_at(patch, moment)
            try:
                draft.put_in_place()
                ended = True
            except Killed:
                ended = False
            # The system closes what a killed process had open.
            if draft._lock is not None:
                os.close(draft._lock)
        for again in range(2):  # the next start may fail later: it has healed first
            heal(site)
            found = content(site)
            assert found in (OLD | foreign, NEW | foreign), (moment, again)
        assert list(site.parent.iterdir()) == [site]
        outcomes.add(found == NEW | foreign)
        if ended:
            break
    assert outcomes == {True, False}
    assert ended and moment > 5


def test_a_killed_swap_of_an_older_version_is_healed(tmp_path: Path) -> None:
    written(tmp_path / ".site-old", OLD)
    written(tmp_path / ".site-draft", NEW)
    heal(tmp_path / "site")
    assert content(tmp_path / "site") == OLD
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


def test_a_folder_of_somebody_else_with_our_name_stays(site: Path) -> None:
    mine = [
        written(site.parent / name, {"a": "mine"})
        for name in (".site-old", ".site-older", ".site-draft-of-mine")
    ]
    heal(site)
    assert all(content(folder) == {"a": "mine"} for folder in mine)


@pytest.mark.parametrize("stuck", ["site", "draft"])
def test_a_folder_that_another_program_holds_open_is_told_and_the_old_site_is_back(
    site: Path, monkeypatch: pytest.MonkeyPatch, stuck: str
) -> None:
    rename = Path.replace

    def as_on_windows(self: Path, to: Path) -> Path:
        if self.name == "site" if stuck == "site" else "-draft-" in self.name:
            raise PermissionError(13, "The process cannot access the file", str(self))
        return rename(self, to)

    monkeypatch.setattr(Path, "replace", as_on_windows)
    with pytest.raises(PermissionError):
        placed(site)
    assert content(site) == OLD
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.parametrize("path", ["../outside", "/outside", "a/../../outside"])
def test_a_list_that_leads_out_of_the_site_is_not_followed(site: Path, path: str) -> None:
    outside = site.parent / "outside"
    outside.write_text("precious", "utf-8")
    listed = placing.manifest({path: 1, **dict.fromkeys(OLD, 3)})
    (site / placing.MANIFEST).write_bytes(listed)
    (site / ".git").write_text("gitdir: x", "utf-8")
    placed(site)
    assert outside.read_text("utf-8") == "precious"
