"""The other side of a bench is run where somebody measures, and seldom: it must not break unseen."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from handbill import road
from handbill.compose.artifacts import Artifact, Picture, Sheet
from handbill.load.settings import read_settings
from measure_draw import KNOWN, TODAY, OneByOne

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_one_by_one_draws_every_sort_of_drawing() -> None:
    checked = road.load_and_check(read_settings(ROOT / "mkdocs.yml"), TODAY)
    chosen: dict[str, Artifact] = {}
    for artifact in road.plan(checked):
        body = artifact.body
        if isinstance(body, Sheet):
            # The smallest kinds: what differs is how each sort is asked for.
            if body.kind in ("card", "ticker"):
                chosen.setdefault(body.format, artifact)
        elif isinstance(body, Picture):
            chosen.setdefault("picture", artifact)
    assert {*chosen} >= {*KNOWN, "picture"}
    with contextlib.closing(OneByOne(checked)) as other:
        drawn = other.all([*chosen.values()])
    assert {*drawn} == {chosen[one].path for one in (*KNOWN, "picture")}
    assert all(drawn.values())
