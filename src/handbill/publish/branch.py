"""A finished site as one commit on a branch of Git, which Pages of GitHub, Gitea and others serve.

Neither the work tree nor the index is touched: the commit is made from the site's folder by itself.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill import __version__
from handbill.load.settings import Settings
from handbill.problems import Both, Problem, ProblemsFound
from handbill.publish.deliver import Delivered, files_to_publish
from handbill.publish.placing import MANIFEST, MKDOCS, manifest
from handbill.publish.writer import one_writer

_NO_JEKYLL = ".nojekyll"
"""Tells GitHub Pages to serve the files as they are."""
_DRAFT, _FETCHED = "refs/handbill/publish", "refs/handbill/fetched"


@dataclass(frozen=True)
class _Git:
    """The `git` program in a folder."""

    program: str
    root: Path

    def __call__(self, *arguments: str, said: Iterable[bytes] = ()) -> bytes:
        """Returns what a command prints. said: what it reads. Raises ProblemsFound (E932)."""
        process = self.begin(*arguments)
        assert process.stdin
        with contextlib.suppress(BrokenPipeError):  # it has failed, and says why
            for part in said:
                process.stdin.write(part)
        printed, complaint = process.communicate()
        if process.returncode:
            reason = complaint.decode("utf-8", "replace").strip() or f"exit {process.returncode}"
            raise ProblemsFound(
                [Problem("E932", None, command=f"git {arguments[0]}", reason=reason)]
            )
        return printed

    def begin(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts a command."""
        # A hook of Git that calls us must not lead us elsewhere.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_DIR")}
        for name in ("GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"):
            kept.pop(name, None)
        if not sys.stdin or not sys.stdin.isatty():
            kept["GIT_TERMINAL_PROMPT"] = "0"
        return subprocess.Popen(
            [self.program, *arguments],
            cwd=self.root,
            env={**kept, "LC_ALL": "C"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def line(self, *arguments: str) -> str:
        """Returns the line that a command prints; "" where it fails."""
        process = self.begin(*arguments)
        printed, _ = process.communicate()
        return "" if process.returncode else printed.decode("utf-8", "replace").strip()


def require_branch(settings: Settings, branch: str, remote: str | None = None) -> None:
    """Raises ProblemsFound for a branch that the site cannot go to (E931), and for what Git refuses
    (E932). remote: as for `to_branch`."""
    git = _git_of(settings)
    _require_name(git, branch)
    tip = _tip(git, branch, remote)
    _ours(git, tip, _names(git, tip), branch, ())
    git("var", "GIT_COMMITTER_IDENT")


def to_branch(settings: Settings, branch: str, remote: str | None = None) -> Delivered:
    """Commits the site to a branch, after what it holds; files of others on it stay.

    remote: where the branch is pushed to afterwards, None for nowhere. Raises ProblemsFound: E931 for
    a branch that cannot be used, E932 for what Git refuses, E761, E763.
    """
    git = _git_of(settings)
    _require_name(git, branch)
    with one_writer(settings.build_dir, "handbill publish"):
        files = files_to_publish(settings.site_dir)
        tip = _tip(git, branch, remote)
        listed = manifest({path: file.stat().st_size for path, file in files.items()})
        extra = {MANIFEST: listed, _NO_JEKYLL: b""}
        there = _names(git, tip)
        ours = _ours(git, tip, there, branch, files.keys())
        kept = sorted(there - ours - extra.keys())
        if taken := [path for path in kept if _taken(git, tip, path, files)]:
            raise ProblemsFound([Problem("E763", None, files=taken[:3], path=branch)])

        def stream() -> Iterator[bytes]:
            yield from _begin(git, tip, settings.root)
            for path in sorted(ours - files.keys()):
                yield b"D " + _quoted(path) + b"\n"
            for path, file in files.items():
                yield from _put(path, file.read_bytes())
            for path, content in extra.items():
                yield from _put(path, content)
            yield b"done\n"

        git("fast-import", "--quiet", "--done", "--force", said=stream())
        made = git.line("rev-parse", _DRAFT)
        git("update-ref", "-d", _DRAFT)
        changed = git.line("rev-parse", f"{made}^{{tree}}") != (
            git.line("rev-parse", f"{tip}^{{tree}}") if tip else ""
        )
        local = git.line("rev-parse", "--verify", "--quiet", f"refs/heads/{branch}")
        new = made if changed else tip
        if new != local:
            git("update-ref", "-m", "handbill publish", f"refs/heads/{branch}", new, local)
        if remote:
            git("push", remote, f"refs/heads/{branch}:refs/heads/{branch}")
    return Delivered(branch, len(files), tuple(kept), changed)


def _git_of(settings: Settings) -> _Git:
    program = shutil.which("git")
    if program is None:
        raise _unfit("git", Both("没有装 Git", "Git is not installed"))
    git = _Git(program, settings.root)
    if not git.line("rev-parse", "--git-dir"):
        reason = git.begin("rev-parse", "--git-dir").communicate()[1].decode("utf-8", "replace")
        raise _unfit(
            str(settings.root), Both(f"不在 Git 的仓库里（{reason.strip()}）", reason.strip())
        )
    return git


def _unfit(branch: str, reason: Both) -> ProblemsFound:
    return ProblemsFound([Problem("E931", None, branch=branch, reason=reason)])


def _require_name(git: _Git, branch: str) -> None:
    if git.line("check-ref-format", "--branch", branch) != branch or branch in ("", "HEAD"):
        raise _unfit(branch, Both("不能作分支的名字", "no name for a branch"))
    used = git("worktree", "list", "--porcelain").decode("utf-8", "replace").splitlines()
    if f"branch refs/heads/{branch}" in used:
        raise _unfit(branch, Both("它正在一个工作区里打开着", "it is checked out in a work tree"))


def _tip(git: _Git, branch: str, remote: str | None) -> str:
    """The commit that ours comes after: of the branch here or, where that is further, of the remote.
    "" where there is none."""
    name, heads = remote or "origin", f"refs/heads/{branch}"
    named = name in git("remote").decode("utf-8", "replace").split()  # else it is an address
    there = f"refs/remotes/{name}/{branch}" if named else _FETCHED
    if remote and git("ls-remote", remote, heads):
        git("fetch", "--quiet", "--no-tags", remote, f"+{heads}:{there}")
    here = git.line("rev-parse", "--verify", "--quiet", heads)
    far = git.line("rev-parse", "--verify", "--quiet", there)
    if far and not named:
        git("update-ref", "-d", there)
    if not here or not far:
        return here or far
    base = git.line("merge-base", here, far)
    if base not in (here, far):
        raise _unfit(
            branch, Both("这里的和远处的各走各的", "it and the one of the remote have diverged")
        )
    return far if base == here else here


def _names(git: _Git, tip: str) -> set[str]:
    if not tip:
        return set()
    told = git("ls-tree", "-r", "-z", "--name-only", "--full-tree", tip)
    return {os.fsdecode(name) for name in told.split(b"\0") if name}


def _ours(git: _Git, tip: str, there: set[str], branch: str, new: Iterable[str]) -> set[str]:
    """What builds have put on the branch. Raises ProblemsFound (E931) where that is unknown."""
    if not tip:
        return set()
    if MANIFEST in there:
        with contextlib.suppress(ValueError, TypeError, KeyError):
            return there & set(json.loads(git("cat-file", "blob", f"{tip}:{MANIFEST}"))["files"])
    hidden = {path for path in there if path.startswith(".")}
    if there == hidden:
        return set()
    if all(name in there for name in MKDOCS):
        return {path for path in there - hidden if "/" in path} | (there & set(new))
    raise _unfit(branch, Both("它里面有不是网站的文件", "it holds files that are of no site"))


def _taken(git: _Git, tip: str, path: str, files: Mapping[str, Path]) -> bool:
    """Whether a file of somebody else stands where one of ours, or a folder of ours, is to be."""
    if path in files:
        return git("cat-file", "blob", f"{tip}:{path}") != files[path].read_bytes()
    return any(one.startswith(f"{path}/") or path.startswith(f"{one}/") for one in files)


def _begin(git: _Git, tip: str, root: Path) -> Iterator[bytes]:
    who = git("var", "GIT_COMMITTER_IDENT").strip()
    source = git.line("rev-parse", "--verify", "--quiet", "HEAD")
    text = f"Publish the site\n\nMade with Handbill {__version__}" + (
        f", from {source}.\n" if source else ".\n"
    )
    message = text.encode()
    yield b"commit %s\ncommitter %s\n" % (_DRAFT.encode(), who)
    yield b"data %d\n%s\n" % (len(message), message)
    if tip:
        yield b"from %s\n" % tip.encode()


def _put(path: str, content: bytes) -> Iterator[bytes]:
    yield b"M 100644 inline %s\ndata %d\n" % (_quoted(path), len(content))
    yield content
    yield b"\n"


def _quoted(path: str) -> bytes:
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n")):
        path = path.replace(sign, written)
    return b'"' + os.fsencode(path) + b'"'
