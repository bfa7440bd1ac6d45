"""`handbill picture`: one picture as every kind shows it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from handbill.scaffold import new_site

Command = Callable[..., subprocess.CompletedProcess[str]]
ART = """\
#import "parts-still.typ": slab
#let subject = (10, 36, 30, 20)
#let picture(u, look, riser: true) = slab(u, look.red, ..subject)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("picture") / "mine"
    new_site(folder, "en")
    (folder / "templates/art").mkdir(parents=True)
    (folder / "templates/art/box.typ").write_text(ART, "utf-8")
    return folder


def test_a_picture_of_a_site_in_two_palettes(project: Path, handbill: Command) -> None:
    heights = []
    for looks in (["schools"], ["schools", "families"]):
        chosen = [word for look in looks for word in ("--look", look)]
        done = handbill(project, "picture", "box", *chosen, "-o", "box.png")
        assert done.returncode == 0, done.stderr
        with Image.open(project / "box.png") as drawn:
            assert drawn.width == 2400
            heights.append(drawn.height)
            colours = {colour for _, colour in drawn.convert("RGB").getcolors(1 << 24)}
        # The red that both have, near enough in a picture of 256 colours.
        assert any(red > 200 and max(green, blue) < 50 for red, green, blue in colours)
    assert heights[1] > heights[0]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["bicycle"], "E712"),
        (["box", "--look", "none"], "E712"),
        (["box", "-o", "box.pdf"], "E725"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    project: Path, handbill: Command, arguments: list[str], code: str
) -> None:
    done = handbill(project, "picture", *arguments)
    assert done.returncode == 1
    assert code in done.stderr
