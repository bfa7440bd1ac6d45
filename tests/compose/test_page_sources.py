"""The sources of a few pages, as they are handed to MkDocs, kept word for word."""

from __future__ import annotations

import datetime

import pytest
from syrupy.assertion import SnapshotAssertion

from handbill import road
from handbill.compose.artifacts import Artifact, Page
from handbill.load.settings import read_settings
from handbill.render.cache import RenderCache
from handbill.scaffold import new_site

PAGES = [
    "index.md",
    "help.md",
    "schools.md",
    "cases/deposit-first.md",
    "law.md",
    "m/schools-poster/index.html",
]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page of the starter's site as text, by its path."""
    folder = tmp_path_factory.mktemp("small") / "site"
    new_site(folder, "zh")
    checked = road.load_and_check(read_settings(folder / "mkdocs.yml"), datetime.date(2026, 11, 24))
    chosen: list[Artifact] = [one for one in road.plan(checked) if isinstance(one.body, Page)]
    return {
        artifact.path: content.decode()
        for artifact, content in road.render(checked, chosen, RenderCache(None))
    }


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_as_it_was(
    sources: dict[str, str], path: str, snapshot: SnapshotAssertion
) -> None:
    assert sources[path] == snapshot


def test_every_markdown_page_begins_with_front_matter_and_nothing_else_does(
    sources: dict[str, str],
) -> None:
    for path, text in sources.items():
        assert text.startswith("---\n") == path.endswith(".md"), path


def test_links_are_relative_so_that_the_site_works_below_any_address(
    sources: dict[str, str],
) -> None:
    for path, text in sources.items():
        if path != "404.html":
            assert 'href="/' not in text and 'src="/' not in text, path
