"""Comics as they are laid out: limbs, heads, balloons, tails; and how much copy fits."""

from __future__ import annotations

import json
import math
from itertools import chain, pairwise, permutations
from pathlib import Path
from typing import Any

import pymupdf
import pytest
import typst
from sample_sheets import COPY, TEMPLATES, Document, Sheet, spans_of, words_of

from handbill.compose.sheets import PrintEdition
from handbill.compose.sheets import document as document_of
from handbill.compose.sheets import sheet as sheet_of
from handbill.edition.edition import Edition
from handbill.edition.localise import localise
from handbill.kinds.comic import drawn
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.load.templates import load_looks
from handbill.model.look import Look
from handbill.problems import ProblemsFound
from handbill.render.fonts import load_fonts
from handbill.render.layout import layout_of
from handbill.render.typst import SheetRenderer
from handbill.resources import merged_templates
from vocabulary import PICTURE, main

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT = 32.4, 28.2
"""Of the scene of a panel, in u."""


def query(source: Any, label: str, root: Path = TEMPLATES, **inputs: str) -> Any:
    """What Typst files by their names, or a few lines of it, leave under a label."""
    files: Any = source.encode() if isinstance(source, str) else source
    found = typst.query(
        files, label, field="value", root=str(root), font_paths=load_fonts(None), sys_inputs=inputs
    )
    return json.loads(found)


@pytest.fixture(scope="module")
def edition() -> Edition:
    collection, _ = load_collection(read_settings(ROOT / "mkdocs.yml"))
    assert collection is not None
    campaign = collection.campaigns[0]
    return localise(collection, campaign, campaign.campaign.value.default_place)


_LAID_OUT: list[dict[str, Any]] = []


@pytest.fixture
def panels(
    edition: Edition, document: Document, sheet: Sheet, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    """Every panel of the flagship, and of the sample, as it is laid out: done once."""
    if _LAID_OUT:
        return _LAID_OUT
    strips = [drawn(name, strip, edition.words) for name, strip in edition.strips.items()]
    assert len(strips) >= 5
    data = document(
        "comic", sheet("comic"), *(sheet("comic", copy={"strips": [strip]}) for strip in strips)
    )
    own = merged_templates(
        ROOT / "campaigns/anti-pyramid-selling/templates", tmp_path_factory.mktemp("own")
    )
    files = layout_of("comic", data).files
    laid_out: list[dict[str, Any]] = query(files, "<comic-panel>", own)
    assert len(laid_out) == 4 * (len(strips) + 1)
    said = {
        (strip["id"], number): panel["balloons"]
        for strip in [*strips, *COPY["comic"]["strips"]]
        for number, panel in enumerate(strip["panels"])
    }
    _LAID_OUT.extend({**panel, "said": said[panel["strip"], panel["panel"]]} for panel in laid_out)
    return _LAID_OUT


def from_box(x: float, y: float, box: list[float]) -> float:
    left, top, width, height = box
    return math.hypot(max(left - x, 0, x - left - width), max(top - y, 0, y - top - height))


def test_no_balloon_covers_a_head(panels: list[dict[str, Any]]) -> None:
    for panel in panels:
        for balloon in panel["balloons"]:
            for x, y, radius in chain.from_iterable(panel["heads"]):
                assert from_box(x, y, balloon["box"]) > radius, panel


def test_balloons_stay_within_the_panel_and_apart(panels: list[dict[str, Any]]) -> None:
    for panel in panels:
        boxes = [balloon["box"] for balloon in panel["balloons"]]
        for x, y, width, height in boxes:
            assert x >= 0.8
            assert x + width <= WIDTH - 0.8
            assert y >= 0.8
            assert y + height < HEIGHT
        for (x, y, width, height), (right, low, _, _) in pairwise(boxes):
            assert x + width <= right or y + height <= low


def test_no_balloon_lies_over_the_tail_of_another(panels: list[dict[str, Any]]) -> None:
    for panel in panels:
        for balloon, other in permutations(panel["balloons"], 2):
            if balloon["tail"]:
                (x, y), (to_x, to_y) = balloon["tail"]["root"], balloon["tail"]["tip"]
                for part in (0.2, 0.4, 0.6, 0.8, 1):
                    point = x + part * (to_x - x), y + part * (to_y - y)
                    assert from_box(*point, other["box"]) > 0, panel


def test_the_first_speaker_is_left_and_higher(panels: list[dict[str, Any]]) -> None:
    for panel in panels:
        for first, second in pairwise(panel["balloons"]):
            assert first["box"][0] < second["box"][0]
            assert first["box"][1] < second["box"][1]


def test_tails_end_by_the_mouth_or_the_phone(panels: list[dict[str, Any]]) -> None:
    for panel in panels:
        for balloon, mouth, said in zip(
            panel["balloons"], panel["mouths"], panel["said"], strict=True
        ):
            if mouth is None:
                # What a hand writes is thought; a message may come from elsewhere.
                assert panel["shot"] == "detail" or said["message"]
                assert balloon["tail"] is None
                continue
            if panel["shot"] == "detail" and not said["message"]:
                # A hand says nothing: its person is past the edge, or sits across the table.
                seen = (math.dist(mouth, head[0][:2]) < head[0][2] for head in panel["heads"])
                assert not 0 < mouth[0] < WIDTH or any(seen)
            root, tip = balloon["tail"]["root"], balloon["tail"]["tip"]
            x, y, width, height = balloon["box"]
            assert root[1] == pytest.approx(y + height)
            assert x + 1 < root[0] < x + width - 1
            assert tip[1] > root[1]
            nearest = min(math.dist(tip, one) for one in panel["mouths"] if one)
            assert math.dist(tip, mouth) == pytest.approx(nearest)
            # From above the head to its mouth, in a close shot over a large one; to the phone itself.
            # It stops 0.35 before hair or hat.
            top = min(high - radius for _, high, radius in chain.from_iterable(panel["heads"]))
            above = mouth[1] - top + 0.36 if panel["shot"] in ("close", "detail") else 8.5
            assert math.dist(tip, mouth) < (1.5 if said["message"] else above)
            assert math.dist(root, tip) <= (12 if said["message"] else 5.2)
            for head_x, head_y, radius in chain.from_iterable(panel["heads"]):
                assert math.dist(tip, (head_x, head_y)) > radius or said["message"]


def test_faces_are_within_the_panel(panels: list[dict[str, Any]]) -> None:
    for panel in panels:
        for head, view in zip(panel["heads"], panel["views"], strict=True):
            if panel["shot"] != "detail" and view != "back":
                x, y, radius = head[0]
                assert radius * 0.8 < x < WIDTH - radius * 0.8
                assert y > radius


def test_hands_lie_on_the_top_of_tables(
    panels: list[dict[str, Any]], document: Document, sheet: Sheet
) -> None:
    (uncle, niece) = COPY["comic"]["strips"][0]["panels"][0]["figures"]
    at_table = {
        "scene": "home-table",
        "figures": [uncle | {"pose": "at-table", "behind": True}, niece],
        "balloons": [],
    }
    shots = [strip_with(**(at_table | {"shot": shot})) for shot in ("two", "wide")]
    data = document("comic", *(sheet("comic", copy={"strips": [one]}) for one in shots))
    laid: list[dict[str, Any]] = query(layout_of("comic", data).files, "<comic-panel>")
    assert sum(bool(panel["hands"]) for panel in laid) == 2
    for panel in [one for one in (*panels, *laid) if one["hands"]]:
        back, front = panel["table"]
        for _, y in panel["hands"]:
            assert back < y < front, panel


def test_a_shot_sets_how_near_we_are(document: Document, sheet: Sheet) -> None:
    (uncle, _) = COPY["comic"]["strips"][0]["panels"][0]["figures"]
    alone = {"figures": [uncle], "balloons": [balloon("好。")]}
    strips = [strip_with(shot=shot, **alone) for shot in ("wide", "two", "close", "detail")]
    data = document("comic", *(sheet("comic", copy={"strips": [one]}) for one in strips))
    laid = query(layout_of("comic", data).files, "<comic-panel>")
    wide, two, close, _ = (panel["heads"][0][0][2] for panel in laid if panel["panel"] == 0)
    assert 1.2 * wide < two < close / 1.5
    assert [panel["shot"] for panel in laid[::4]] == ["wide", "two", "close", "detail"]


def test_strips_of_the_flagship_change_the_camera_and_say_who_is_who(edition: Edition) -> None:
    for name, strip in edition.strips.items():
        shots = {panel.shot for panel in strip.panels}
        # Who sits across the table of a detail is as near as in a close shot.
        across = any(
            figure.behind
            for panel in strip.panels
            if panel.shot == "detail"
            for figure in panel.figures
        )
        assert "wide" in shots, name
        assert "close" in shots or across, name
        over = any(figure.view == "back" for panel in strip.panels for figure in panel.figures)
        assert over or "detail" in shots, name
        assert all(person.sex for person in strip.cast.values()), name


def test_sex_reads_where_a_head_is_14_mm_high() -> None:
    bodies = query('#import "/art/comic/torso.typ": bodies\n#metadata(bodies)<bodies>', "<bodies>")
    woman, man = bodies[0]["woman"], bodies[0]["man"]
    radius = 7
    shoulder, chest, waist, hip = (2 * radius * (a - b) for a, b in zip(woman, man, strict=True))
    # Narrower shoulders and waist, wider hips; in mm on A4.
    assert (shoulder < -3, waist < -3, hip > 2) == (True, True, True)
    assert woman[2] < woman[1] < woman[3] and man[0] > man[3]
    assert abs(chest) < 2


def test_arms_keep_their_length() -> None:
    arms = query(
        """
        #import "/art/comic/skeleton.typ": forearm, reach, skeleton, upper-arm
        #import "/art/comic/figure.typ": whole-figure
        #import "/art/comic/poses.typ": poses
        #let person = (age: "adult", build: "medium", hair: "short", sex: none, aid: none)
        #for target in ((9, 9), (0, 0), (0.1, -0.2), (-3, 1), (1.5, 2)) {
          [#metadata((1, reach((0, 0), target, upper-arm, forearm)))<arm>]
        }
        #for (name, pose) in poses {
          let bones = skeleton(person, whole-figure + (pose: name))
          for side in ("near", "far") {
            let short = pose.at(side + "_short", default: 1)
            if type(short) != array { [#metadata((short, bones.at(side)))<arm>] }
          }
        }
        #metadata((upper-arm, forearm))<lengths>""",
        "<arm>",
    )
    upper, fore = 1.75, 1.6
    assert len(arms) > 50
    for short, arm in arms:
        assert math.dist(arm["root"], arm["joint"]) == pytest.approx(upper * short, abs=0.001)
        assert math.dist(arm["joint"], arm["end"]) == pytest.approx(fore * short, abs=0.001)


def test_a_target_within_reach_is_reached() -> None:
    arm, far = query(
        """
        #import "/art/comic/skeleton.typ": reach
        #metadata(reach((0, 0), (1.2, 2.0), 1.75, 1.6))<arm>
        #metadata(reach((0, 0), (0, 40), 1.75, 1.6))<arm>""",
        "<arm>",
    )
    assert arm["end"] == pytest.approx([1.2, 2.0], abs=0.001)
    assert far["end"] == pytest.approx([0, 3.34], abs=0.001)


def strip_with(**changes: Any) -> dict[str, Any]:
    """The sample strip with something else in its first panel."""
    strip: dict[str, Any] = json.loads(json.dumps(COPY["comic"]["strips"][0]))
    strip["panels"][0] |= changes
    return strip


def balloon(*lines: str, who: str = "大伯") -> dict[str, Any]:
    return {"who": who, "lines": list(lines), "message": False}


LONGEST = {"caption": ["一" * 20, "二" * 20], "balloons": [balloon("一" * 8, "二" * 8, "三" * 4)]}


@pytest.mark.parametrize("size", ["A4", "A3", "600x900"])
def test_copy_at_the_limit_fits(
    renderer: SheetRenderer, document: Document, sheet: Sheet, size: str
) -> None:
    longest = strip_with(**LONGEST) | {"title": "一" * 9}
    for strips in ([longest], [longest, longest]):
        one = sheet("comic", copy={"strips": strips})
        text = words_of(renderer.pdf("comic", document("comic", one, size=size), 0))
        assert "二" * 20 in text
        assert "三" * 4 in text


@pytest.mark.parametrize(
    ("block", "strip"),
    [
        ("title", strip_with() | {"title": "一" * 13}),
        ("caption", strip_with(caption=["一" * 21])),
        ("balloon", strip_with(balloons=[balloon("一" * 18)])),
        (
            "balloon",
            strip_with(balloons=[balloon(*["一" * 9] * 3), balloon(*["二" * 9] * 3, who="侄女")]),
        ),
    ],
)
def test_copy_that_does_not_fit_is_refused(
    renderer: SheetRenderer, document: Document, sheet: Sheet, block: str, strip: dict[str, Any]
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf("comic", document("comic", sheet("comic", copy={"strips": [strip]})), 0)
    (problem,) = caught.value.problems
    assert problem.code == "E707"
    assert problem.details["block"] == block


def sizes_of(pdf: bytes) -> list[tuple[str, float, tuple[float, ...]]]:
    """What a sheet says: words, size in mm, box."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return [
            (span["text"].strip(), span["size"] * 25.4 / 72, span["bbox"])
            for block in opened[0].get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            if span["text"].strip()
        ]


def test_the_story_is_larger_than_the_numbers(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    strip = strip_with() | {"title": "三楼的“公司宿舍”"}
    said = sizes_of(
        renderer.pdf("comic", document("comic", sheet("comic", copy={"strips": [strip]})), 0)
    )
    title = max(size for text, size, _ in said if text in strip["title"])
    number = max(size for text, size, _ in said if text == "110")
    # The eye goes to the story first; the foot is a letter's.
    assert title > 1.3 * number
    (foot,) = (box[1] for text, _, box in said if text == "停一停")
    assert foot > 0.82 * 297 * 72 / 25.4


def test_captions_keep_clear_of_their_edges(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    strip = strip_with(caption=["一" * 17, "二" * 20])
    said = sizes_of(
        renderer.pdf("comic", document("comic", sheet("comic", copy={"strips": [strip]})), 0)
    )
    u = 210 / 72
    for text, _, (left, _, right, _) in said:
        if text in strip["panels"][0]["caption"]:
            assert right * 25.4 / 72 < (3 + 32.4 - 0.75) * u
            assert left * 25.4 / 72 > (3 + 4.2 + 0.75) * u


def test_letters_of_a_board_are_read_from_three_metres(
    renderer: SheetRenderer, document: Document, sheet: Sheet, edition: Edition
) -> None:
    """12 mm at 3 m: all of captions and balloons of two strips of the flagship."""
    strips = [
        drawn(name, edition.strips[name], edition.words)
        for name in ("s1-company-dorm", "s5-mothers-plan")
    ]
    one = sheet("comic", copy={"strips": strips, "headline": "看见就报，一起算账"})
    said = sizes_of(renderer.pdf("comic", document("comic", one, size="600x900"), 0))
    told = {
        line
        for strip in strips
        for panel in strip["panels"]
        for one in panel["balloons"]
        for line in one["lines"]
    }
    sizes = {text: size for text, size, _ in said if text in told}
    assert sizes.keys() == told
    assert min(sizes.values()) >= 12
    caption = "".join(strips[0]["panels"][0]["caption"])
    read = [size for text, size, _ in said if len(text) > 3 and text in caption]
    assert read
    assert min(read) >= 12


def test_a_story_keeps_the_colours_of_its_audience_on_a_board(edition: Edition) -> None:
    looks = load_looks().by_name
    audience, material = next(
        pair for pair in edition.materials() if pair[1].id == "communities-comic-board"
    )
    both = ["s1-company-dorm", "s5-mothers-plan"]
    material = material.model_copy(update={"strips": both})
    one = sheet_of(edition, audience, material, looks)
    size = material.declared.sizes["600x900"]
    ways: list[tuple[PrintEdition, Any]] = [("office", Look.rgb), ("press", Look.cmyk)]
    for printed, inks in ways:
        made = document_of([(edition, one)], material, "600x900", size, printed)
        strips = made["sheets"][0]["copy"]["strips"]
        assert [strip["look"]["field"] for strip in strips] == [
            inks(looks[name])["field"] for name in ("communities", "families")
        ]


def test_a_clock_beside_the_title_shows_the_hour_of_the_story(edition: Edition) -> None:
    strip = drawn("s1", edition.strips["s1-company-dorm"], edition.words) | {"emblem": "clock"}
    (lines, others) = query(
        f"""
        #import "/comic/emblem.typ": emblem-lines
        #let strip = json(bytes({json.dumps(json.dumps(strip))}))
        #metadata(emblem-lines(strip))<said>
        #metadata(emblem-lines(strip + (emblem: "cup")))<said>""",
        "<said>",
    )
    assert lines == ["6点"]
    assert others == []


def test_things_beside_a_title_end_with_the_measure(edition: Edition) -> None:
    """Every thing that a strip may have there, laid over the right margin and counted in black."""
    made = """
        #import "/comic/emblem.typ": emblem
        #import "/art/comic/props.typ": prop-levels
        #set page(width: 72pt, height: 20pt, margin: 0pt, fill: white)
        #let dark = ("field", "dark", "light", "second", "ink", "paper", "red", "shade")
        #let look = dark.map(name => (name, black)).to-dict()
        #for name in prop-levels.keys() {
          page(emblem((:), look, 1pt, (emblem: name, panels: ()), 16pt, 0pt))
        }
    """
    pages = typst.compile(
        made.encode(), root=str(TEMPLATES), font_paths=load_fonts(None), format="png", ppi=144
    )
    assert len(pages) > 30
    for page in pages:
        picture = pymupdf.Pixmap(page)
        columns = [
            x
            for x in range(picture.width)
            if any(picture.pixel(x, y)[0] < 235 for y in range(0, picture.height, 2))
        ]
        assert columns
        assert columns[0] >= 2 * 58
        assert columns[-1] <= 2 * 69


def test_every_sheet_says_that_it_is_fiction(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    one = COPY["comic"]["strips"][0]
    for strips in ([one], [one, one]):
        text = words_of(
            renderer.pdf("comic", document("comic", sheet("comic", copy={"strips": strips})), 0)
        )
        assert text.count("情景案例（虚构）") == 2
        assert "如有雷同纯属巧合" in text


def test_words_come_in_the_order_of_the_story(renderer: SheetRenderer, document: Document) -> None:
    text = words_of(renderer.pdf("comic", document("comic"), 0))
    told = [
        part
        for panel in COPY["comic"]["strips"][0]["panels"]
        for part in (
            panel["caption"][0],
            *(line for one in panel["balloons"] for line in one["lines"]),
        )
    ]
    places = [text.index(part) for part in told]
    assert places == sorted(places)


def test_the_sheet_of_names_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    file = tmp_path / "images" / "vocabulary.png"
    assert main([str(file)]) == 0
    picture = pymupdf.Pixmap(str(file))
    assert picture.width > 1000
    assert picture.height > 2 * picture.width
    assert len(picture.color_count(colors=True)) > 100


def test_the_sheet_of_names_is_in_the_guide() -> None:
    """Freshness to the pixel would hang on the renderer; that it is the same sheet does not."""
    shown = pymupdf.Pixmap(str(ROOT / PICTURE))
    assert (shown.width, shown.height) == pytest.approx((1176, 2723), abs=2)


def test_words_in_balloons_are_black_alone_in_print(
    renderer: SheetRenderer, document: Document
) -> None:
    pdf = renderer.pdf("comic", document("comic", edition="press"), 0)
    said = {
        line
        for panel in COPY["comic"]["strips"][0]["panels"]
        for one in panel["balloons"]
        for line in one["lines"]
    }
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        spans = [span for span in spans_of(opened[0]) if span["text"].strip() in said]
    assert len(spans) == len(said)
    # Black alone has no hue, a mixed ink has one.
    for span in spans:
        red, green, blue = span["color"] >> 16, span["color"] >> 8 & 255, span["color"] & 255
        assert max(red, green, blue) - min(red, green, blue) < 8
