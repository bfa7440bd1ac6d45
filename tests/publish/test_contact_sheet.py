"""The contact sheet of a build is made of what the site shows already."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
from PIL import Image

from handbill import road
from handbill.compose.artifacts import Sheet
from handbill.load.settings import read_settings
from handbill.publish import site as publish
from handbill.render import Renderer
from handbill.render.cache import RenderCache
from handbill.render.contact_sheet import contact_sheet
from handbill.scaffold import new_site


def test_only_further_sides_are_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_site(tmp_path / "p", "zh")
    settings = read_settings(tmp_path / "p/mkdocs.yml")
    checked = road.load_and_check(settings, datetime.date(2026, 11, 24))
    artifacts = road.plan(checked)
    small = [one for one in artifacts if one.path.endswith("-small.png")]
    sides = [
        one
        for one in artifacts
        if isinstance(one.body, Sheet) and one.body.format == "svg" and one.path.startswith("m/")
    ]
    assert len(sides) > len(small)
    site = tmp_path / "site"
    for artifact, content in road.render(checked, small, RenderCache(None)):
        (site / artifact.path).parent.mkdir(parents=True, exist_ok=True)
        (site / artifact.path).write_bytes(content)
    drawn: list[int] = []
    draw = Renderer.draw

    def counted(self: Renderer, sheet: Sheet) -> bytes:
        drawn.append(sheet.page)
        return draw(self, sheet)

    monkeypatch.setattr(Renderer, "draw", counted)
    cache = RenderCache(tmp_path / "sides")
    made = publish._contact_sheet(checked, artifacts, site, cache)
    assert len(drawn) == len(sides) - len(small)
    assert min(drawn) > 0
    assert Image.open(io.BytesIO(made)).width == 2400
    drawn.clear()
    assert publish._contact_sheet(checked, artifacts, site, cache) == made
    assert not drawn


def test_a_title_stands_whole_below_its_picture() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (120, 200), "white").save(drawn, "PNG")

    def height(title: str) -> int:
        return Image.open(io.BytesIO(contact_sheet([(title, drawn.getvalue())]))).height

    one, two, four = (height("易拉宝" * times) for times in (1, 4, 10))
    assert one < two < four
