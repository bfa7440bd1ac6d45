"""What the pages name is there: links, pictures, paths, commands, codes, packages."""

import importlib.metadata
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from handbill import __version__
from handbill.cli import command_line
from handbill.load.fonts import EXTRAS, other_families
from handbill.problems import CATALOGUE
from reference import subcommands

ROOT = Path(__file__).parents[2]
TEXTS = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
PATH = re.compile(r"(?<![\w./-])(?:src|templates|campaigns|scripts|docs|tests|tools)/[\w./-]*")
SOURCES = [
    file
    for folder, suffix in (("src", "py"), ("templates", "typ"), ("templates", "yml"))
    for file in sorted((ROOT / folder).rglob(f"*.{suffix}"))
]
COMMANDS = subcommands(command_line())
OPTIONS = {
    option
    for parser in [command_line(), *COMMANDS.values()]
    for action in parser._actions
    for option in action.option_strings
}
EXAMPLES = ("sign", "helmets")
"""Names of what the guide tells the reader to make."""
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

every_page = pytest.mark.parametrize(
    "file", TEXTS, ids=lambda file: file.relative_to(ROOT).as_posix()
)


def anchors(file):
    found = re.findall(r"\{ ?#(\S+) ?\}|id=\"([^\"]+)\"", file.read_text("utf-8"))
    return {one for pair in found for one in pair if one}


@every_page
def test_links_lead_somewhere(file):
    for target in LINK.findall(FENCE.sub("", file.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        other = (file.parent / name).resolve() if name else file
        assert other.exists(), target
        assert other.is_relative_to(ROOT), target
        assert not anchor or anchor in anchors(other), target


@every_page
def test_paths_exist(file):
    if file.name == "problems.md":
        return  # its examples name files that are not here
    for code in CODE.findall(file.read_text("utf-8")):
        for path in PATH.findall(code):
            if not any(f"/{name}" in path for name in EXAMPLES):
                assert (ROOT / path.rstrip(".")).exists(), path


@cache
def names_of_sources():
    """Every name that stands as a word in a source."""
    return {name for one in SOURCES for name in re.findall(r"\w+", one.read_text("utf-8"))}


@every_page
def test_names_exist(file):
    for code in CODE.findall(file.read_text("utf-8")):
        if re.fullmatch(r"`[a-z]+(_[a-z]+)+`|`[A-Z]+(_[A-Z]+)+`", code):
            assert code[1:-1] in names_of_sources(), code


@every_page
def test_commands_and_codes_exist(file):
    text = file.read_text("utf-8")
    known = set(COMMANDS)
    for code in CODE.findall(text):
        named = set(re.findall(r"\bhandbill ([a-z]+)\b", code))
        assert named <= known, named - known
        named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", code))
        # Of the command, or of the script of the repository that is called there.
        own = "".join(
            (ROOT / script).read_text("utf-8")
            for script in re.findall(r"(?:scripts|tests|tools)/[\w/]+\.py", code)
        )
        unknown = {one for one in named - OPTIONS if f'"{one}"' not in own}
        assert unknown == set()
    named = set(re.findall(r"(?<!\+)\b[EW]\d{3}\b", text))
    assert named <= set(CATALOGUE), named - set(CATALOGUE)


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readme_begins_with_commands_that_are_there(name):
    text = (ROOT / name).read_text("utf-8")
    scripts = re.findall(r"python3 (scripts/\w+\.py)", text)
    assert scripts[:2] == ["scripts/build.py", "scripts/test.py"]
    assert text.index("scripts/test.py") < text.index("![")
    assert all((ROOT / script).is_file() for script in scripts)


def names(requirements):
    return {re.match(r"[\w.-]+", requirement)[0] for requirement in requirements}


def licences():
    text = (ROOT / "docs" / "guide" / "dependencies.md").read_text("utf-8")
    sections = re.findall(r"^## .*?\{ #(\w+) \}(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    return {
        section: dict(re.findall(r"^\| `([\w.-]+)` \|[^|]+\| ([^|]+) \|$", body, re.MULTILINE))
        for section, body in sections
    }


def test_every_dependency_is_documented():
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"]
    package = [*PYPROJECT["build-system"]["requires"], *PYPROJECT["dependency-groups"]["install"]]
    documented = licences()
    tools = {"test", "bench"}
    cluster = {"cluster", "s3"}
    assert set(documented) == {"runtime", "package", "fonts", "cluster", *tools}
    assert set(documented["runtime"]) == names(project["dependencies"])
    assert set(documented["package"]) == names(package)
    for extra in tools:
        assert set(documented[extra]) == names(extras[extra])
    text = (ROOT / "docs" / "guide" / "dependencies.md").read_text("utf-8")
    assert set(documented["cluster"]) == set().union(*(names(extras[one]) for one in cluster))
    for extra in extras.keys() - tools:
        for package in names(extras[extra]):
            assert f"| `{package}` | `{extra}`: " in text
    assert set(documented["fonts"]) == set().union(
        *(names(extras[one]) for one in extras.keys() - tools - cluster)
    )


def test_the_extras_are_those_whose_fonts_are_looked_for():
    extras = PYPROJECT["project"]["optional-dependencies"]
    known = {}
    for one in EXTRAS:
        known.setdefault(one.extra, set()).add(one.module.replace("_", "-"))
    assert known == {name: names(extras[name]) for name in known}
    assert set(re.findall(r"[a-z]+", extras["languages"][0])) == {"handbill", *known}
    for family in other_families():
        assert family.files and family.points, family.name
    assert {family.extra for family in other_families()} == set(EXTRAS)


def test_licences_are_what_the_packages_say():
    compared = 0
    for section in licences().values():
        for package, licence in section.items():
            try:
                said = importlib.metadata.metadata(package).get("License-Expression")
            except importlib.metadata.PackageNotFoundError:
                continue
            if said and " " not in said:
                assert licence == said, package
                compared += 1
    assert compared > 5


def test_the_version_is_the_one_described():
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## ([\d.]+) \(\d{4}-\d\d-\d\d\)$", changes, re.MULTILINE)[0] == __version__
    assert f"Version {__version__}." in (ROOT / "README.md").read_text("utf-8")
    assert f"版本 {__version__}，" in (ROOT / "README.zh.md").read_text("utf-8")
