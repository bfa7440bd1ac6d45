"""Nothing of the flagship's subject stands in the generator, nor in what it makes for another."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from leaks import leaks_of
from telling import ROOT, telling, told

from handbill.resources import starters
from handbill.scaffold import new_site

Command = Callable[..., subprocess.CompletedProcess[str]]
SOURCES = ROOT / "src/handbill"
STARTER = SOURCES / "starter"
LINT = SOURCES / "check/lint"
TEXTS = {".css", ".html", ".j2", ".js", ".json", ".md", ".po", ".svg", ".txt", ".typ", ".yml"}
ALLOWED = {
    # The rule that nobody is called guilty before a judgment knows this word for people, too.
    SOURCES / "words/stages.py": {"传销"},
    # What short numbers are, for the reader of the code.
    SOURCES / "words/telephones.py": {"110"},
    # Word lists of what harms people: charges of many crimes, found in copy and said to nobody.
    LINT / "classes.py": {"组织者", "money back"},
    LINT / "frames.py": {"组织者", "窝点", "villagers", "colleagues", "relatives"},
    LINT / "intrusion.py": {"窝点", "classmates", "colleagues", "relatives"},
    LINT / "naming.py": {"组织者", "拉人头", "资金盘", "非法集资"},
    LINT / "people.py": {"洗脑", "villagers", "older people"},
    LINT / "promises.py": {"组织者", "窝点", "入门费", "is there a reward"},
    LINT / "speech.py": {"组织者", "领导者", "套路"},
    LINT / "thesaurus_en.py": {"villagers", "relatives", "older people"},
    LINT / "thesaurus_zh.py": {"组织者", "窝点", "入门费", "洗脑"},
    # Names of offices' own sites, which an address may not imitate.
    LINT / "personal.py": {"12315"},
}
"""File → what it may tell, each with its reason."""
STEMS = ("pyramid", "recruit", "disguise", "trick", "ponzi")
"""English words of the flagship that no name of the code may hold: fields, classes, ids, files."""
NAME = re.compile(r"[A-Za-z][\w-]*")


def _strings(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _files(*folders: Path) -> list[Path]:
    return [
        file
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.suffix in {*TEXTS, ".py"} and not file.is_relative_to(STARTER)
    ]


GENERATOR = _files(SOURCES, ROOT / "templates", ROOT / "campaigns/schema")


def test_the_list_holds_what_it_is_made_of() -> None:
    assert {"传销", "110", "12315", "套路", "钱能要回来吗", "每人再拉几个人"} <= telling()
    assert {"pyramid selling", "东西湖区", "common disguises", "便民指引"} <= telling()
    english = " ".join(term for term in telling() if term.isascii())
    assert all(stem in english for stem in STEMS)


@pytest.mark.parametrize("file", GENERATOR, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_the_generator_says_nothing_of_the_subject(file: Path) -> None:
    text = "\n".join(_strings(file)) if file.suffix == ".py" else file.read_text("utf-8")
    assert told(text, ALLOWED.get(file, ())) == set()


def test_no_name_of_the_generator_is_of_the_subject() -> None:
    named = {
        (file.relative_to(ROOT).as_posix(), name)
        for file in GENERATOR
        for name in (*NAME.findall(file.read_text("utf-8")), file.stem)
        if any(stem in name.lower() for stem in STEMS)
        and not (file.is_relative_to(LINT) and name != file.stem)  # words of people, not of code
    }
    assert named == set()


@pytest.mark.slow
@pytest.mark.parametrize("starter", starters())
def test_a_site_of_another_subject_tells_nothing_of_it(
    tmp_path: Path, handbill: Command, starter: str
) -> None:
    """Whatever of the list a site tells stands in its own campaigns."""
    site = tmp_path / "site"
    new_site(site, "zh", starter)
    done = handbill(site, "build")
    assert done.returncode == 0, done.stderr
    assert leaks_of(site) == {}
