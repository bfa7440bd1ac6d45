"""Low pictures of the flagship's own: one for each sheet, drawn to the edges, with people's skin."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pymupdf
import pytest
import typst
import yaml
from sample_sheets import KINDS, MOMENT, TEMPLATES, Document, Sheet
from test_bands import alts

from handbill.load.templates import load_looks, scene_names, shows_scene
from handbill.model.look import MOST_INK
from handbill.render.typst import SheetRenderer

FLAGSHIP = Path(__file__).parents[2] / "campaigns/anti-pyramid-selling"
AUDIENCES = [
    read
    for file in sorted(FLAGSHIP.glob("*.yml"))
    if "materials" in (read := yaml.safe_load(file.read_text("utf-8")))
]
STAGING = {name for name in KINDS if shows_scene(TEMPLATES / name)}
LOOKS = load_looks().by_name
SKINS = yaml.safe_load((TEMPLATES / "art/people/tones.yml").read_text("utf-8"))
PT, ROOM = 10, 6
"""A u in points; what of a page lies around a canvas, in u: as far as scenes run on past edges."""
WIDTH, HEIGHT = 30, 25
"""Canvas of a scene in u; templates/sheet/band.typ."""
OPERATORS = {"rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN"}
"""What sets a colour in a PDF."""
GALLERY = """
#import "/sheet/type.typ": colours, for-picture
#let u = {pt}pt
#set page(width: {width} * u, height: {height} * u, margin: 0pt)
#for (name, who, palette) in json("scenes.json") {{
  import "/art/bands/" + name + ".typ": scene
  let look = for-picture(colours(palette))
  page(fill: look.field, place(top + left, dx: {room} * u, dy: {room} * u, box(
    width: 36 * u, height: 31 * u, scene(u, look, who: who),
  )))
}}
"""


def sheets() -> Iterator[tuple[str, str, str]]:
    """Every sheet of the flagship whose kind shows scenes: id, its own scene, its palette."""
    for audience in AUDIENCES:
        for one in audience["materials"]:
            if one["kind"] in STAGING:
                yield one["id"], one.get("scene", ""), one.get("look", audience["look"])


def drawn(folder: Path, edition: str) -> bytes:
    """A PDF with a page for each scene of the flagship's own, in the palette of its sheet."""
    templates = Path(shutil.copytree(TEMPLATES, folder / "templates"))
    shutil.copytree(FLAGSHIP / "templates", templates, dirs_exist_ok=True)
    rows = [
        (*(scene if "/" in scene else f"{scene}/all").split("/"), getattr(LOOKS[look], edition)())
        for _, scene, look in OWN
    ]
    (templates / "scenes.json").write_text(json.dumps(rows), "utf-8")
    size = {"width": WIDTH + 2 * ROOM, "height": HEIGHT + 2 * ROOM, "room": ROOM, "pt": PT}
    (templates / "gallery.typ").write_text(GALLERY.format(**size), "utf-8")
    return typst.compile(str(templates / "gallery.typ"), root=str(templates), format="pdf")


SHEETS = list(sheets())
BROUGHT = scene_names(TEMPLATES)
OWN = [row for row in SHEETS if row[1] and row[1] not in BROUGHT]
"""Sheets with a scene that the flagship's templates draw."""
THINGS = {
    one["id"]
    for audience in AUDIENCES
    for one in audience["materials"]
    if one["kind"] == "case-sheet"
}
"""Sheets beside whose headline lies a thing, with nobody."""
FRAMED = {
    one["id"]
    for file in FLAGSHIP.glob("*.yml")
    for one in yaml.safe_load(file.read_text("utf-8")).get("materials", ())
    if one["kind"] == "newspaper"
}
"""Sheets whose scene stands in a frame, to its edges, to be coloured in."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pymupdf.Document]:
    """The scenes on the field, one a page."""
    pdf = drawn(tmp_path_factory.mktemp("scenes"), "rgb")
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        yield opened


def test_no_two_sheets_of_the_flagship_share_a_scene() -> None:
    named = [scene for _, scene, _ in SHEETS if scene]
    assert len(named) == len(set(named)) >= 10
    notices = {name for name, scene, _ in SHEETS if name.endswith("-notice") and not scene}
    assert notices == set()


def test_no_picture_stands_under_two_headlines_in_the_hand_or_in_a_hall() -> None:
    shown = {}
    for audience in AUDIENCES:
        for one in audience["materials"]:
            if one["kind"] in ("card", "rollup"):
                shown[one["id"]] = one["picture"]
                assert one["picture"] != audience["picture"] and one["picture_alt"]
    assert len(shown) == len(set(shown.values())) >= 10


def test_a_scene_inside_a_leaflet_is_told_apart_from_its_cover(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    [(name, scene, _)] = [row for row in OWN if row[0].endswith("-leaflet")]
    told = {"picture_alt": "账在桌上", "whole_alt": "一篮鸡蛋"}
    given = sheet("leaflet", scene=(scene, "all"), **told)
    pdf = renderer.pdf("leaflet", document("leaflet", given), MOMENT)
    assert set(told.values()) <= set(alts(pdf)), name


def test_every_scene_of_the_flagship_is_there_and_used() -> None:
    there = scene_names(FLAGSHIP / "templates")
    assert {scene for _, scene, _ in OWN} == there


def grazing(start: float, end: float) -> bool:
    """Whether a shape ends within 1u of the right edge, or crosses it by less than a quarter without
    going on to where scenes end."""
    inside, beyond = WIDTH - start, end - WIDTH
    apart = inside <= 0.05 or beyond <= -1
    crossing = inside >= 1 and (beyond >= ROOM - 0.1 or beyond >= (inside + beyond) / 4)
    return not (apart or crossing)


def test_no_shape_of_a_notice_grazes_the_trim(pages: pymupdf.Document) -> None:
    found = []
    for page, (name, _, _) in zip(pages, OWN, strict=True):
        # On boards scenes grow: test_boards.py.
        for shape in page.get_drawings()[1:] if name.endswith("-notice") else ():
            box = [edge / PT - ROOM for edge in shape["rect"]]
            seen = box[1] < HEIGHT and box[3] > 0 and box[0] < WIDTH
            # Above, the field shows: scenes have no bleed there.
            if seen and (box[1] < 1 or grazing(box[0], box[2])):
                found.append((name, [round(edge, 1) for edge in box]))
    assert found == []


def test_nothing_is_cut_where_a_scene_begins(pages: pymupdf.Document) -> None:
    for page, (name, _, _) in zip(pages, OWN, strict=True):
        # In a leaflet it fills a box from edge to edge.
        if name.endswith("-leaflet"):
            continue
        strip = pymupdf.Rect((ROOM - 0.6) * PT, ROOM * PT, (ROOM - 0.1) * PT, (ROOM + HEIGHT) * PT)
        beside = page.get_pixmap(clip=strip, alpha=False)
        assert beside.is_unicolor or name in FRAMED, name


def test_everybody_has_skin_of_the_four_tones(pages: pymupdf.Document) -> None:
    tones = {tone["rgb"].lower() for skin in SKINS.values() for tone in skin.values()}
    for page, (name, _, _) in zip(pages, OWN, strict=True):
        paints = {shape[part] for shape in page.get_drawings() for part in ("fill", "color")}
        found = {
            f"#{''.join(f'{round(255 * part):02x}' for part in paint)}" for paint in paints if paint
        }
        # Of a face or a hand: its skin and its shade.
        assert len(found & tones) >= (0 if name in THINGS else 2), name


def test_scenes_have_printing_inks_alone(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(drawn(tmp_path, "cmyk"))) as opened:
        steps = [step for page in opened.pages for step in pikepdf.parse_content_stream(page)]
    colours = [step for step in steps if str(step.operator) in OPERATORS]
    assert {str(step.operator) for step in colours} == {"k", "K"}
    most = max(sum(map(float, step.operands)) for step in colours)
    assert most <= MOST_INK / 100 + 1e-6
