"""A declaration of a kind that is wrong is a problem at its line, whatever is wrong with it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbill.load.kinds import load_kinds
from handbill.load.settings import Settings, read_settings
from handbill.problems import Problem, ProblemsFound
from handbill.resources import default_templates

TENT = Path(__file__).parents[1] / "kinds/own/templates/table-tent"
SOURCES = [
    file.read_text("utf-8")
    for file in (TENT / "kind.yml", *sorted(default_templates().glob("*/kind.yml")))
]
WORDS = sorted(
    {word for text in SOURCES for word in re.findall(r"[a-z_]+(?=:)|(?<=: )[a-z_]+", text)}
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A site with a table tent of its own."""
    root = tmp_path_factory.mktemp("declared")
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    shutil.copytree(TENT, root / "templates/table-tent")
    return read_settings(root / "mkdocs.yml")


def problems_of(site: Settings, text: str) -> list[Problem]:
    """What is said of a site whose table tent is declared so, without its sample."""
    folder = site.root / "templates/table-tent"
    (folder / "sample.yml").unlink(missing_ok=True)
    (folder / "kind.yml").write_text(text, "utf-8")
    try:
        load_kinds(site)
    except ProblemsFound as found:
        return found.problems
    return []


@given(st.sampled_from(SOURCES), st.data())
@settings(max_examples=150, deadline=None)
def test_no_declaration_ends_in_a_traceback(site: Settings, text: str, data: st.DataObject) -> None:
    lines = text.splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    match data.draw(st.sampled_from(("leave out", "repeat", "other word", "no value", "deeper"))):
        case "leave out":
            del lines[number]
        case "repeat":
            lines.insert(data.draw(st.integers(0, len(lines))), lines[number])
        case "other word":
            word = data.draw(st.sampled_from(WORDS))
            lines[number] = re.sub(r"[a-z_]+", word, lines[number], count=1)
        case "no value":
            lines[number] = lines[number].partition(":")[0] + ":"
        case "deeper":
            lines[number] = f"  {lines[number]}"
    for problem in problems_of(site, "\n".join(lines) + "\n"):
        assert problem.span is not None
        assert problem.span.file == "templates/table-tent/kind.yml"
        assert "…" not in problem.text("en").replace("……", "")


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("type: line\n", "type: lien\n", "E214", "line"),
        ("transcript: [headline,", "transcript: [headlin,", "E742", "headline"),
        ("transcript: sentence", "transcript: sentences", "E214", "sentence"),
        ("    budget: {characters: 19}", "    display: true", "E743", "display"),
        ("  sentence:", "  actions:", "E744", "actions"),
        ("group: hand", "group: hand\nreckoning: comics", "E741", "comic"),
        ("group: hand", "group: hand\nreckoning: ticker", "E746", "lines"),
        ("    width: 210\n", "", "E202", "width"),
    ],
)
def test_what_is_wrong_is_told_with_what_was_likely_meant(
    site: Settings, old: str, new: str, code: str, said: str
) -> None:
    text = SOURCES[0]
    assert text.count(old) == 1
    problems = problems_of(site, text.replace(old, new))
    (problem,) = [one for one in problems if one.code == code][:1]
    assert said in problem.text("en") + problem.help("en")
    assert problem.span is not None
    assert problem.span.line > 1


def test_a_sample_of_a_site_is_read_with_its_kind(site: Settings) -> None:
    assert problems_of(site, SOURCES[0]) == []
    sample = (
        (TENT / "sample.yml").read_text("utf-8").replace("headline: [要先交钱, ", "headline: [")
    )
    (site.root / "templates/table-tent/sample.yml").write_text(sample, "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        load_kinds(site)
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.span)) == ("E216", "templates/table-tent/sample.yml:7:11")
