"""One file of the site has one source."""

from __future__ import annotations

import pytest

from handbill.compose import refuse_collisions
from handbill.compose.artifacts import Artifact, Static
from handbill.problems import ProblemsFound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("en.md", "en/index.md"),
        ("law.md", "law/index.html"),
        ("cases/a.md", "cases/A.md"),
        ("index.md", "index.html"),
        ("caf\u00e9.md", "cafe\u0301.md"),
        ("STRASSE.md", "straße.md"),
        ("guide/README.md", "Guide/index.md"),
        ("api/v1/claims.json", "api/v1/claims.json"),
    ],
)
def test_two_sources_of_one_file_are_refused(one: str, other: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        refuse_collisions([Artifact(one, Static(b"")), Artifact(other, Static(b""))])
    assert [problem.code for problem in found.value.problems] == ["E705"]


def test_a_page_and_a_folder_of_its_name_are_two_files() -> None:
    paths = ["cases/index.md", "cases/a.md", "m/a/a.svg", "m/a/index.html"]
    apart = [Artifact(path, Static(b"")) for path in paths]
    refuse_collisions(apart)
    with pytest.raises(ProblemsFound) as found:
        refuse_collisions([*apart, Artifact("cases/a/index.html", Static(b""))])
    assert [problem.details["path"] for problem in found.value.problems] == ["cases/a/index.html"]
