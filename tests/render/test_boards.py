"""Boards by geometry: what is filled, where columns begin and end, what stands under what."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pymupdf
import pytest
import yaml
from sample_sheets import COPY, KINDS, MOMENT, TEMPLATES, Document, Sheet, spans_of
from test_bands import alts, inks

from handbill.render.typst import SheetRenderer

FLAGSHIP = Path(__file__).parents[2] / "campaigns/anti-pyramid-selling"
MATERIALS: list[dict[str, Any]] = [
    material
    for file in sorted(FLAGSHIP.glob("*.yml"))
    for material in yaml.safe_load(file.read_text("utf-8")).get("materials", ())
]
BOARDS = {one["id"]: one for one in MATERIALS if one["kind"] == "board"}
CASES = {one["id"]: one for one in MATERIALS if one["kind"] == "case-sheet"}
SAMPLE = COPY["board"]
SCENES = FLAGSHIP / "templates/art/bands"


class Board:
    """The lines of a drawn board; lengths in u, 1/72 of its short side."""

    def __init__(self, pdf: bytes) -> None:
        with pymupdf.open(stream=pdf, filetype="pdf") as opened:
            page = opened[0]
            self.unit = min(page.rect.width, page.rect.height) / 72
            self.spans = [
                (
                    span["text"].strip(),
                    *(edge / self.unit for edge in (*span["bbox"], span["size"])),
                )
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
            ]
            self.grey = page.get_pixmap(
                matrix=pymupdf.Matrix(4 / self.unit, 4 / self.unit),
                colorspace=pymupdf.csGRAY,
                alpha=False,
            )

    def of(self, text: str, right_of: float = -1) -> tuple[float, float, float, float, float]:
        """Left, top, right and foot of the line that begins with a text, and its size."""
        return next(
            tuple(rest)
            for said, *rest in self.spans
            if said.startswith(text) and rest[0] > right_of
        )

    def holes(self, left: float, right: float, top: float, foot: float) -> float:
        """The highest stretch between them in which every row of pixels is of one tone."""
        samples, stride = self.grey.samples, self.grey.stride
        highest = run = 0
        for y in range(int(top * 4), int(foot * 4)):
            row = samples[y * stride + int(left * 4) : y * stride + int(right * 4)]
            run = run + 1 if max(row) - min(row) <= 2 else 0
            highest = max(highest, run)
        return highest / 4


def board(renderer: SheetRenderer, data: dict[str, Any]) -> Board:
    return Board(renderer.pdf("board", data, MOMENT))


@pytest.mark.parametrize("size", KINDS["board"].sizes)
def test_lists_fill_their_measure_and_begin_in_one_column(
    renderer: SheetRenderer, document: Document, size: str
) -> None:
    drawn = board(renderer, document("board", size=size))
    lists = [module for module in SAMPLE["modules"] if module["rows"]]
    lefts = sorted({round(drawn.of(module["title"])[0], 1) for module in SAMPLE["modules"]})
    measure = lefts[1] - lefts[0] - 2
    assert len(lefts) == 2
    widest, starts = [], set()
    for module in lists:
        left = drawn.of(module["title"])[0]
        rows = [drawn.of(row["text"], left - 1) for row in module["rows"]]
        widest.append(max(right - left for _, _, right, _, _ in rows) / measure)
        starts |= {round(start - left, 1) for start, *_ in rows}
    # The widest row of all ends with the measure, or nearly; no list is left half empty.
    assert max(widest) >= 0.88, widest
    assert min(widest) >= 0.7, widest
    assert len(starts) == 1


@pytest.mark.parametrize("size", KINDS["board"].sizes)
def test_no_hole_in_the_text(renderer: SheetRenderer, document: Document, size: str) -> None:
    drawn = board(renderer, document("board", size=size))
    action = drawn.of("停一停")
    titles = [drawn.of(module["title"]) for module in SAMPLE["modules"]]
    left, head = min(one[0] for one in titles), min(one[1] for one in titles)
    right = max(one[0] for one in titles)
    for start, end in ((left, right - 2), (right, 2 * right - left - 2)):
        assert drawn.holes(start, end, head, action[1]) <= 7


def test_a_source_is_read_from_where_the_text_is(
    renderer: SheetRenderer, document: Document
) -> None:
    """Reading distance over 250, of the standing reader."""
    for size, preset in KINDS["board"].sizes.items():
        drawn = board(renderer, document("board", size=size))
        mm = drawn.unit / 72 * 25.4
        assert preset.read_from_m
        least = preset.read_from_m * 1000 / 250
        for module in SAMPLE["modules"]:
            assert drawn.of(module["source"])[4] * mm >= 1.7 * least


@pytest.mark.parametrize("size", KINDS["board"].sizes)
def test_a_signal_s_text_stands_under_its_title(
    renderer: SheetRenderer, document: Document, size: str
) -> None:
    drawn = board(renderer, document("board", size=size))
    following = [one["title"] for one in SAMPLE["signals"][1:]]
    below = [*following, SAMPLE["closing"]] if size == "2400x1200" else [SAMPLE["closing"]] * 3
    for signal, after in zip(SAMPLE["signals"], below, strict=True):
        title, text = drawn.of(signal["title"]), drawn.of(signal["text"][:4])
        rows = [one for one in drawn.spans if one[5] == text[4] and abs(one[1] - text[0]) < 0.1]
        last = max(foot for *_, foot, _ in rows if foot < drawn.of(after[:4])[3])
        assert abs(text[0] - title[0]) <= 0.15
        # Boxes of lines are 0.2 em higher and deeper than ink.
        own, next_one = text[3] - text[4] - title[3], drawn.of(after[:4])[1] - last
        assert own < next_one, (own, next_one)


def test_what_is_to_be_remembered_is_black_or_bold(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    rung = {"title": "退证件", "figure": "5–15日", "text": "扣了就退。", "source": "样例出处"}
    modules = [{**one, "lead": f"{i}：先停一停"} for i, one in enumerate(SAMPLE["modules"])]
    one = sheet("board", copy={"ladder": [rung], "modules": modules})
    drawn = board(renderer, document("board", one, size="900x1200"))
    title, text, figure = drawn.of("退证件"), drawn.of("扣了就退"), drawn.of("5–15")
    assert title[2] < figure[0] < figure[2] < text[0]
    assert figure[4] >= 1.55 * text[4]
    for module in modules:
        head = drawn.of(module["title"])
        lead = drawn.of(module["lead"], head[0] - 1)
        assert abs(lead[0] - head[0]) < 0.3 and lead[1] > head[1]


def test_no_list_stands_alone_in_its_row(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    """Four short lists, of which three columns would hold more."""
    names = ("甲", "乙", "丙", "丁")
    rows = [{"title": "看", "text": "先看"}, {"title": "问", "text": "再问"}]
    modules = [
        {"title": f"{one}项", "lead": None, "rows": rows, "text": [], "source": None}
        for one in names
    ]
    drawn = board(
        renderer, document("board", sheet("board", copy={"modules": modules}), size="900x1200")
    )
    lefts = {round(drawn.of(module["title"])[0]) for module in modules}
    assert len(lefts) in (2, 4)


def test_columns_of_the_widest_board_begin_and_end_on_one_grid(
    renderer: SheetRenderer, document: Document
) -> None:
    drawn = board(renderer, document("board", size="2400x1200"))
    title, module = drawn.of(SAMPLE["signals"][0]["title"]), drawn.of(SAMPLE["modules"][0]["title"])
    # A module's title hangs under its rule, which is level with the first signal.
    assert 0 <= (module[3] - module[4]) - (title[3] - title[4]) <= 1.6
    action, closing = drawn.of("停一停"), drawn.of(SAMPLE["closing"][:4])
    assert 0 <= (closing[3] - closing[4]) - (action[3] - action[4]) <= 3


@pytest.mark.parametrize("size", ["1200x900", "2400x1200"])
def test_the_picture_is_as_tall_as_its_column(
    renderer: SheetRenderer, document: Document, sheet: Sheet, size: str
) -> None:
    lines = SAMPLE["headline"]
    one = sheet("board", scene=["talk", "all"])
    drawn = board(renderer, document("board", one, size=size))
    foot = max(edges[3] for said, *edges in drawn.spans if said and said in "".join(lines))
    column = 34 if size == "1200x900" else 0.32 * 144
    assert drawn.holes(1, column - 1, foot, 71.5) <= 9


def test_every_board_of_the_flagship_has_a_picture_of_its_own() -> None:
    scenes = [one.get("scene") for one in (BOARDS | CASES).values()]
    assert len(BOARDS) >= 10
    assert len(CASES) >= 6
    assert None not in scenes
    assert len({str(one).partition("/")[0] for one in scenes}) == len(scenes)


def test_scenes_of_the_flagship_say_their_subject_and_print_in_four_inks(
    document: Document, sheet: Sheet, tmp_path: Path
) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    shutil.copytree(FLAGSHIP / "templates", tmp_path / "templates", dirs_exist_ok=True)
    renderer = SheetRenderer(tmp_path / "templates")
    for material in (BOARDS | CASES).values():
        name = material["scene"]
        file = SCENES / f"{name}.typ"
        if not file.is_file():
            continue
        boxes = re.findall(
            r"^#let (tall-)?subject = \((.*)\)$", file.read_text("utf-8"), re.MULTILINE
        )
        for tall, box in boxes:
            x, y, width, height = (float(part) for part in box.split(","))
            # A column shows up to 14 u of what is above the canvas.
            assert x >= 0 and y >= (-14 if tall else 0), name
            assert x + width <= 30 and y + height <= 25, name
        composed = "#let tall(" in file.read_text("utf-8")
        assert [bool(tall) for tall, _ in boxes] == [False, True][: 1 + composed], name
        one = sheet(
            "board",
            copy={"headline": material["headline"]},
            scene=[name, "all"],
            picture_alt=material["picture_alt"],
        )
        drawn = renderer.pdf("board", document("board", one, size="1200x900", edition="press"), 0)
        assert inks(drawn) <= {"k", "K"}, name
        assert material["picture_alt"] in alts(drawn)


@pytest.mark.parametrize("size", ["A4", "2400x1200"])
def test_only_numbers_to_dial_are_red_on_a_case_sheet(
    renderer: SheetRenderer, document: Document, size: str
) -> None:
    """A sum of 110 in red, over the 110 to dial, says two things; nor is it larger."""
    pdf = renderer.pdf("case-sheet", document("case-sheet", size=size), MOMENT)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        spans = spans_of(opened[0])
    red = [one for one in spans if one["color"] >> 16 > 0xB0 and one["color"] >> 8 & 0xFF < 0x50]
    assert {one["text"].strip() for one in red} == {"110", "12315"}
    dialled = max(one["size"] for one in red)
    figures = [value["value"] for value in COPY["case-sheet"]["case"]["figures"]]
    assert figures
    shown = [one["size"] for one in spans if one["text"].strip() in figures]
    assert shown
    # On a wide board they stand in columns of their own.
    assert max(shown) <= 1.02 * dialled or size == "2400x1200"


def test_lines_of_a_case_end_with_a_clause_where_that_costs_none(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    """Broken as it fills, the text parts words: 法 from 院, 后 from 来人."""
    said = ("法院审理查明：没有真实利润，", "先来的人拿的是后来人的钱。")
    case = {**COPY["case-sheet"]["case"], "done": "".join(said)}
    one = sheet("case-sheet", copy={"case": case})
    pdf = renderer.pdf("case-sheet", document("case-sheet", one, size="A4"), MOMENT)
    rows: dict[float, str] = {}
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        for block in opened[0].get_text("rawdict")["blocks"]:
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    for drawn in span["chars"]:
                        height = round(drawn["origin"][1], 1)
                        rows[height] = rows.get(height, "") + drawn["c"].strip()
    assert set(said) <= set(rows.values())


def test_the_headline_of_a_case_sheet_ends_before_its_picture(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    for lines in (["边玩边赚", "别先买币"], ["学费买到的", "是招人资格"], ["一二三四五六七"] * 3):
        one = sheet("case-sheet", copy={"headline": lines})
        drawn = Board(renderer.pdf("case-sheet", document("case-sheet", one, size="A3"), MOMENT))
        assert drawn.of(lines[0])[2] <= 49
