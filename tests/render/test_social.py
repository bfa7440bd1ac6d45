"""Pictures for phones: exact pixels, the head image's middle square, codes that read, small print."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pymupdf
import pytest
import zxingcpp
from PIL import Image
from sample_sheets import ADDRESS, KINDS, TEMPLATES, Document, Sheet, words_of

from handbill.compose.artifacts import Sheet as SheetArtifact
from handbill.compose.pages import compose_pages
from handbill.compose.part import Part
from handbill.compose.sheets import size_data, tones
from handbill.compose.social_images import social_cards
from handbill.edition.localise import localise
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.load.templates import load_looks
from handbill.model.campaign import Lockup
from handbill.problems import ProblemsFound
from handbill.render import Renderer
from handbill.render.cache import RenderCache
from handbill.render.typst import SheetRenderer
from handbill.scaffold import new_site

HAN = "防范传销先停一停查清楚再决定" * 40
PRESET = KINDS["social"]
PX_PT = 72 / 254
"""A pixel in points: a tenth of a millimetre."""
COPY: dict[str, Any] = {
    "headline": ["地址又换", "先别动身"],
    "sentence": "出发前告诉老师家长，和家人约好暗号。",
    "signals": ["一再改地点", "要收手机", "入职先交钱"],
    "points_title": "遇到这些，先停一停",
    "points": [
        {"title": "先交钱", "text": "还没做事先要钱，先停下来，问一问家里人。"},
        {"title": "要拉人", "text": "收入不靠卖东西，靠介绍亲友进来。"},
        {"title": "改地点", "text": "地点一改再改，还要马上动身。"},
    ],
    "acts": ["不先交钱", "证件自己拿", "地点变了就不去"],
    "basis": None,
}


def of(budget: str) -> str:
    found = PRESET.budget(budget)
    assert found
    return HAN[: found.characters]


def longest() -> dict[str, Any]:
    return {
        "headline": [of("headline")] * 2,
        "sentence": of("sentence"),
        "signals": [of("signals")] * 3,
        "points_title": of("points_title"),
        "points": [{"title": of("points.title"), "text": of("points.text")}] * 6,
        "acts": [of("acts")] * 4,
        "basis": of("basis"),
    }


def data_of(sheet: Sheet, size: str, copy: dict[str, Any], **more: Any) -> dict[str, Any]:
    one = sheet("poster", **more)
    one |= {
        "kind": "social",
        "copy": copy,
        "look": tones(load_looks().by_name["schools"], Lockup())["rgb"],
    }
    return {
        "edition": "screen",
        "sheets": [one],
        "size": size_data(size, PRESET.sizes[size], "screen", "screen"),
    }


def picture(sheet: Sheet, tmp_path: Path, size: str, copy: dict[str, Any], **more: Any) -> bytes:
    """The PNG that a site offers, by the way a build takes."""
    drawer = Renderer(
        TEMPLATES,
        datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC),
        RenderCache(tmp_path),
        "spec.csv",
    )
    width = round(PRESET.sizes[size].width)
    (png,) = drawer.pages(
        SheetArtifact("social", data_of(sheet, size, copy, **more), "png", width_px=width)
    )
    return png


@pytest.mark.parametrize("copy", [COPY, longest()], ids=["usual", "longest"])
@pytest.mark.parametrize("size", list(PRESET.sizes))
def test_exact_pixels_and_a_code_that_reads(
    sheet: Sheet, tmp_path: Path, size: str, copy: dict[str, Any]
) -> None:
    pixels = pymupdf.Pixmap(picture(sheet, tmp_path, size, copy))
    preset = PRESET.sizes[size]
    assert pixels.width == preset.width
    if size == "long":
        assert 1920 <= pixels.height <= preset.height
    else:
        assert pixels.height == preset.height
    if size != "900x383":
        (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(pixels.tobytes("png"))).convert("L"))
        assert read.text == ADDRESS


@pytest.mark.parametrize("copy", [COPY, longest()], ids=["usual", "longest"])
def test_phones_cover_nothing_that_a_story_says(
    renderer: SheetRenderer, sheet: Sheet, copy: dict[str, Any]
) -> None:
    """They lay their own things over 250 pixels at the head and 340 at the foot."""
    drawn = spans(renderer, data_of(sheet, "1080x1920", copy))
    lines = [
        (one["origin"][1] / PX_PT, one["size"] / PX_PT) for one in drawn if one["text"].strip()
    ]
    # Where the ink of Han characters lies.
    assert min(y - 0.86 * size for y, size in lines) >= 250
    assert max(y + 0.1 * size for y, size in lines) <= 1920 - 340


def test_the_last_third_of_a_head_image_has_numbers_and_date(
    renderer: SheetRenderer, sheet: Sheet
) -> None:
    """In one column under the lock-up, nothing between them."""
    right = (900 + 383) / 2
    found = [
        (span["text"], span["bbox"][0] / PX_PT)
        for span in spans(renderer, data_of(sheet, "900x383", COPY))
        if span["bbox"][0] / PX_PT > right
    ]
    said = "".join(text for text, _ in found)
    assert all(one in said for one in ("停一停", "110", "12315", "2027-11-30"))
    starts = {round(x) for text, x in found if text.strip() in ("遇险报警", "投诉举报")}
    assert len(starts) == 1
    assert not [one for one in COPY["signals"] if one in said]


def test_the_long_image_grows_with_its_points(sheet: Sheet, tmp_path: Path) -> None:
    heights = [
        pymupdf.Pixmap(picture(sheet, tmp_path, "long", copy)).height for copy in (COPY, longest())
    ]
    assert heights[0] < heights[1]
    short = {**COPY, "points": [{"title": "停", "text": "停。"}]}
    assert pymupdf.Pixmap(picture(sheet, tmp_path, "long", short)).height >= 1920


def spans(renderer: SheetRenderer, data: dict[str, Any]) -> list[dict[str, Any]]:
    with pymupdf.open(stream=renderer.pdf("social", data, 0), filetype="pdf") as opened:
        return [
            span
            for block in opened[0].get_text("dict")["blocks"]
            for line in block["lines"]
            for span in line["spans"]
        ]


@pytest.mark.parametrize("copy", [COPY, longest()], ids=["usual", "longest"])
def test_the_middle_square_holds_the_whole_headline(
    renderer: SheetRenderer, sheet: Sheet, copy: dict[str, Any]
) -> None:
    found = [
        span
        for span in spans(renderer, data_of(sheet, "900x383", copy))
        if span["text"] in copy["headline"]
    ]
    assert len(found) == 2
    for span in found:
        left, right = span["bbox"][0] / PX_PT, span["bbox"][2] / PX_PT
        assert left > (900 - 383) / 2
        assert right < (900 + 383) / 2


def test_a_head_image_has_one_left_edge_and_its_lockup_one_row(
    renderer: SheetRenderer, sheet: Sheet
) -> None:
    data = data_of(sheet, "900x383", COPY)
    [one] = data["sheets"]
    found = {span["text"].strip(): span for span in spans(renderer, data)}
    label, first = (found[text]["bbox"][0] / PX_PT for text in (one["label"], COPY["headline"][0]))
    # The bearing of a headline's first character hangs out of the measure.
    assert 0 <= label - first < 5
    assert found[one["label"]]["bbox"][3] < found[COPY["headline"][0]]["origin"][1]
    assert len({round(found[step]["origin"][1]) for step in one["action"]}) == 1


@pytest.mark.parametrize("size", ["1080x1080", "1080x1920"])
def test_no_text_is_smaller_than_22_pixels(
    renderer: SheetRenderer, sheet: Sheet, size: str
) -> None:
    sizes = {
        span["text"]: span["size"] / PX_PT
        for span in spans(renderer, data_of(sheet, size, longest()))
        if span["text"].strip()
    }
    assert {text: px for text, px in sizes.items() if px < 21.99} == {}


@pytest.mark.parametrize(
    ("size", "block", "copy"),
    [
        ("1080x1080", "headline", {"headline": [HAN[:7]] * 2}),
        ("900x383", "headline", {"headline": [HAN[:7]] * 2}),
        ("long", "sentence", {"sentence": HAN[:21]}),
        ("1080x1920", "act", {"acts": [HAN[:12]] * 3}),
        ("long", "point-title", {"points": [{"title": HAN[:21], "text": "一"}] * 3}),
        ("long", "points", {"points": [{"title": "一", "text": HAN}] * 6}),
    ],
)
def test_too_long_is_refused(
    renderer: SheetRenderer, sheet: Sheet, size: str, block: str, copy: dict[str, Any]
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        renderer.png("social", data_of(sheet, size, {**COPY, **copy}))
    assert caught.value.problems[0].details["block"] == block


def test_points_that_no_long_picture_holds_are_refused(
    renderer: SheetRenderer, sheet: Sheet
) -> None:
    long = {**COPY, "points": [{"title": "停", "text": "先停一停，再查清楚。" * 60}] * 6}
    with pytest.raises(ProblemsFound) as caught:
        renderer.svg("social", data_of(sheet, "long", long))
    [problem] = caught.value.problems
    assert (problem.code, problem.details["block"]) == ("E707", "points")
    assert float(str(problem.details["needed"])) > float(str(problem.details["room"]))


def test_the_dot_of_a_label_stands_at_no_end_of_a_line(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    label = "Heat: stay well · With children"
    board = sheet("board", lang="en", label=label)
    for size, lines in (("1200x900", ["Heat: stay well", "With children"]), ("900x1200", [label])):
        pdf = renderer.pdf("board", document("board", board, size=size), 0)
        with pymupdf.open(stream=pdf, filetype="pdf") as opened:
            text = opened[0].get_text()
        assert [line.strip() for line in text.splitlines()][: len(lines)] == lines


def as_paper(data: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A preview is a picture: as a PDF, which can be read, it needs what sheets for the press have."""
    size = {"scale": 1, "safe": 0, "bleed": 0, "marks": False, "name": "x"}
    sheet = {"kind": "social-card", "action": [], "imprint": [], "specimen": None, "qr": None}
    shown = {**sheet, **data["sheets"][0], "picture": "villages", **more}
    return {**data, "size": {**size, **data["size"]}, "sheets": [shown]}


def test_the_dot_of_the_line_above_a_title_ends_no_line_of_a_preview(
    tmp_path: Path, renderer: SheetRenderer
) -> None:
    new_site(tmp_path / "site", "en", "heat")
    collection, _ = load_collection(read_settings(tmp_path / "site/mkdocs.yml"))
    assert collection
    [campaign] = collection.campaigns
    edition = localise(collection, campaign, campaign.campaign.value.default_place)
    assert " · " in edition.campaign.home.eyebrow
    part = Part(replace(edition, site_url="https://heat.example.org/"), "", set())
    path, card = next(social_cards(part, list(compose_pages(part, {})), load_looks().by_name))
    assert path == "index.md"
    assert isinstance(card.body, SheetArtifact)
    data = as_paper(card.body.data)
    pdf = renderer.pdf("social-card/card", data, 0)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        lines = [line.strip() for line in opened[0].get_text().splitlines()]
    assert lines[:2] == edition.campaign.home.eyebrow.split(" · ")
    # Four steps of two lines stay inside their boxes.
    steps = ["The front", "The way in", "Recruit others", "The collapse"]
    aside = {"kind": "chain", "title": "The trick, step by step", "items": steps}
    data = as_paper(card.body.data, aside=aside, lang="en", script="spaced")
    with pymupdf.open(stream=renderer.pdf("social-card/card", data, 0), filetype="pdf") as opened:
        [page] = opened
        drawn = [one["rect"] for one in page.get_drawings()]
        boxes = [one for one in drawn if one.x0 < 10 and 60 < one.width < 80]
        words = [one for one in page.get_text("words") if one[0] < 80 and one[1] > 20]
    assert len(boxes) == len(steps)
    for _, top, _, foot, word, *_ in words:
        assert any(one.y0 <= top and foot <= one.y1 for one in boxes), word


def test_a_story_prints_acts_alone(renderer: SheetRenderer, sheet: Sheet) -> None:
    """Titles of points and the law want their texts, which the long image has."""
    copy = {**COPY, "basis": "示例条例第七条：不得收取入门费。", "signals": ["甲", "乙", "丙"]}
    points = [point["title"] for point in COPY["points"]]
    for size, printed, left_out in (
        ("1080x1920", COPY["acts"], [points[1], copy["basis"]]),
        ("long", [*points, copy["basis"]], COPY["acts"][1:]),
    ):
        data = data_of(sheet, size, copy)
        if size == "long":
            data["size"]["height"] /= 4  # the least that it may be, as a page of a PDF
        told = words_of(renderer.pdf("social", data, 0))
        assert all(one in told for one in printed), size
        assert not [one for one in left_out if one in told], size
