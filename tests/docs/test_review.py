"""The page for reviewers shows what the commands really say."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from handbill.scaffold import new_site

PAGE = (Path(__file__).parents[2] / "docs/guide/review.md").read_text("utf-8")
SHOWN = dict(re.findall(r"<!-- output: (\w+) -->\n```text\n(.+?)\n```", PAGE, re.DOTALL))
Command = Callable[..., subprocess.CompletedProcess[str]]


def as_pattern(line: str) -> re.Pattern[str]:
    """A line of output; its numbers and days may be others."""
    return re.compile(re.sub(r"\d+", r"\\d+", re.escape(line)))


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory, handbill: Command) -> dict[str, str]:
    """What each command says of a new site."""
    root = tmp_path_factory.mktemp("review") / "site"
    new_site(root, "zh")
    made = {}
    for name, shown in SHOWN.items():
        if name == "changed":
            page = root / "site/index.html"
            page.write_bytes(page.read_bytes().replace(b"110", b"119"))
        command = shown.splitlines()[0].removeprefix("$ handbill ")
        done = handbill(root, *command.split(), LANG="zh_CN.UTF-8")
        assert done.returncode == (name == "changed"), done.stderr
        made[name] = done.stdout + done.stderr
    return made


def test_four_commands_are_shown() -> None:
    assert list(SHOWN) == ["release", "verify", "changed", "trace"]


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_shows_what_the_command_says(name: str, said: dict[str, str]) -> None:
    for line in SHOWN[name].splitlines()[1:]:
        assert as_pattern(line).search(said[name]), line
