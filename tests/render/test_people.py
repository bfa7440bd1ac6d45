"""People of the pictures: their skin is ink that paper takes, and no edge of theirs grazes the trim."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pymupdf
import pytest
import typst
import yaml
from PIL import Image
from sample_sheets import TEMPLATES, Document, Sheet

from handbill.load.templates import load_looks, subject_problems
from handbill.model.look import MOST_INK, luminance
from handbill.render.typst import SheetRenderer

OWN = Path(__file__).parents[2] / "campaigns/anti-pyramid-selling/templates"
LOOKS = load_looks().by_name
PICTURED = {
    file.stem: file
    for file in chain(*(folder.glob("art/*.typ") for folder in (TEMPLATES, OWN)))
    if "#let subject" in file.read_text("utf-8")
}
"""Pictures of posters, by name."""
PEOPLED = {
    name for name, file in PICTURED.items() if "people/figure.typ" in file.read_text("utf-8")
}
"""Those of people with faces."""
PT = 4
"""A u of pictures alone, in points."""
OVER = 6
"""How far pictures go on beyond a trim, in u; templates/sheet/frame.typ."""
SQUARE = (36 - 36 / 0.86, 36 + 36 / 0.86)
"""Left and right edge of the square for telephones on the canvas, in u; templates/social/square.typ."""
SQUARE_HEAD = 72.4 - (48.4 - 2.1 - 15.9) / 0.86
"""Where it begins if a local number makes it shorter: lower than any other crop."""


def shapes(renderer: SheetRenderer, name: str) -> list[tuple[float, float, float]]:
    """Left, right and upper edge of every shape of a picture, in u."""
    svg = renderer.picture_svg(name, LOOKS.get(name, LOOKS["all"]).rgb(), (-10, 0, 92, 72.4))
    with (
        pymupdf.open(stream=svg, filetype="svg") as opened,
        pymupdf.open(stream=opened.convert_to_pdf(), filetype="pdf") as pdf,
    ):
        boxes = [one["rect"] for one in pdf[0].get_drawings()]
    return [(box.x0 / PT - 10, box.x1 / PT - 10, box.y0 / PT) for box in boxes]


def grazing(shapes: list[tuple[float, float, float]], left: float, right: float) -> Iterator[str]:
    """Shapes that end, or begin, within 1u of an edge, or cross it by less than a quarter without
    going on to where pictures end."""
    for start, end, top in shapes:
        for inside, beyond in ((end - left, left - start), (right - start, end - right)):
            apart = inside <= 0 or beyond <= -1
            ground = start <= left and end >= right
            far = min(start + OVER, 72 + OVER - end) < 0.1
            crossing = inside >= 1 and (far or beyond >= (inside + beyond) / 4)
            if not (apart or ground or crossing):
                yield f"{start:.1f} to {end:.1f}, from {top:.1f} down"


def test_series_has_people() -> None:
    assert {
        *("communities", "elders", "families"),
        *("enterprises", "landlords", "online", "schools", "testimony", "villages"),
    } <= PEOPLED


def test_skin_is_ink_that_paper_takes_and_no_second_colour() -> None:
    skins = yaml.safe_load((TEMPLATES / "art/people/tones.yml").read_text("utf-8"))
    assert len(skins) == 4
    seconds = {look.rgb()["second"].lower() for look in LOOKS.values()}
    for name, tones in skins.items():
        assert list(tones) == ["skin", "shade", "line"]
        light = [luminance(tone["rgb"]) for tone in tones.values()]
        assert light == sorted(light, reverse=True), name
        # Warm: more red than green, more green than blue.
        for tone in tones.values():
            red, green, blue = (int(tone["rgb"][at : at + 2], 16) for at in (1, 3, 5))
            assert red > green > blue and tone["rgb"].lower() not in seconds
            cyan, magenta, yellow, _ = tone["cmyk"]
            assert yellow >= magenta > cyan and sum(tone["cmyk"]) <= MOST_INK


OPERATORS = {"rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN"}
"""What sets a colour in a PDF."""
GALLERY = """
#import "/sheet/type.typ": colours, for-picture
#import "/art/parts.typ": grained
#import "/art/people/figure.typ": bust, hair-behind, hand, handset, head, notes
#import "/art/people/face.typ": feelings, looks-to
#import "/art/people/hair.typ": styles
#import "/art/people/hands.typ": gestures
#import "/art/people/body.typ": collars, torsos
#import "/art/people/tones.typ": skins
#let look = for-picture(colours(json("look.json")))
#let u = 1pt
#set page(width: 200pt, height: 60pt, margin: 0pt, fill: look.field)
#grained(u, look.dark, look.light, 0, 0, 60, 60)
#let names(parts) = parts.keys()
#let each(parts, i) = names(parts).at(calc.rem(i, parts.len()))
#let counted = (feelings, styles, gestures, collars, torsos, skins, looks-to)
#metadata(counted.map(part => part.len())) <counted>
#for i in range(calc.max(..counted.map(part => part.len()))) {
  let person = (
    skin: each(skins, i), age: ("child", "adult", "old").at(calc.rem(i, 3)), hair: each(styles, i),
    hair_tone: ("black", "brown", "grey", "white").at(calc.rem(i, 4)), glasses: calc.odd(i),
  )
  hair-behind(u, look, person, 30, 20, 10, left: calc.odd(i))
  bust(u, look, person, 30, 20, 10, look.light, turn: each(torsos, i),
    collar: each(collars, i), under: look.paper)
  head(u, look, person, 30, 20, 10, each(feelings, i), to: each(looks-to, i), left: calc.odd(i))
  hand(u, look, person, each(gestures, i), 80, 40, 10, 20deg, left: calc.odd(i))
  hand(u, look, person, "write", 110, 40, 10, 20deg, thing: look.red)
  hand(u, look, person, "hold", 140, 40, 10, 0deg, thing: handset(u, look, look.red))
  hand(u, look, person, "count", 170, 40, 10, 0deg, thing: notes(u, look))
  pagebreak(weak: true)
}
"""


def test_every_part_is_drawn_in_printing_inks_alone(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (folder / "gallery.typ").write_text(GALLERY, "utf-8")
    (folder / "look.json").write_text(json.dumps(LOOKS["families"].cmyk()), "utf-8")
    compiler = typst.Compiler(str(folder / "gallery.typ"), root=str(folder))
    counted = json.loads(compiler.query("<counted>", field="value", one=True))
    feelings, styles, gestures, collars, torsos, skins, _ = counted
    assert feelings >= 11 and styles >= 8 and gestures >= 9 and collars >= 4
    assert (torsos, skins) == (3, 4)
    with pikepdf.open(io.BytesIO(compiler.compile(format="pdf"))) as opened:
        assert len(opened.pages) == max(counted)
        [grain] = opened.pages[0].Resources.Pattern.values()
        streams = [*opened.pages, grain]
        steps = [step for one in streams for step in pikepdf.parse_content_stream(one)]
    colours = [step for step in steps if str(step.operator) in OPERATORS]
    named = [step for step in colours if str(step.operator) == "scn"]
    assert [[str(one) for one in step.operands] for step in named] == [["/p0"]]
    colours = [step for step in colours if step not in named]
    assert {str(step.operator) for step in colours} == {"k", "K"}
    assert max(sum(map(float, step.operands)) for step in colours) <= MOST_INK / 100


@pytest.mark.parametrize("name", PICTURED)
def test_no_shape_grazes_the_trim(renderer: SheetRenderer, name: str) -> None:
    boxes = shapes(renderer, name)
    assert len(boxes) > (60 if name in PEOPLED else 30)
    assert list(grazing(boxes, 0, 72)) == []
    assert list(grazing(boxes, *SQUARE)) == []


@pytest.mark.parametrize("name", PICTURED)
def test_a_picture_names_a_subject_that_every_crop_holds(name: str) -> None:
    text = PICTURED[name].read_text("utf-8")
    found = re.search(r"^#let subject = \([0-9.]+, ([0-9.]+),", text, re.MULTILINE)
    assert found and float(found[1]) >= SQUARE_HEAD
    folder = PICTURED[name].parents[1]
    site: Any = SimpleNamespace(root=folder, templates_dir=folder)
    assert list(subject_problems(site)) == []


# The steps of `seats` begin where a headline has ended on its poster; no card has it.
@pytest.mark.parametrize("name", sorted(set(PICTURED) - {"seats"}))
def test_what_rises_stays_clear_of_a_headline(
    renderer: SheetRenderer, document: Document, sheet: Sheet, name: str
) -> None:
    """On a card, where it stands nearest to one of four characters, it keeps 1u from it."""
    data = document("card", sheet("card", picture=name))
    [front, *_] = renderer.png("card", data, 2 * 25.4 * 72 / 105)
    with Image.open(io.BytesIO(front)) as drawn:
        # From the end of the headline on, 1u wide, as high as its lines are.
        beside = drawn.convert("RGB").crop((2 * 53 + 1, 2 * 9, 2 * 54 + 1, 2 * 33))
    assert len(beside.getcolors() or [1, 2]) == 1
