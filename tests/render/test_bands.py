"""Pictures of boards and notices: drawn in every palette and for the print shop, chosen by audience."""

from __future__ import annotations

import io
import itertools
import re
from pathlib import Path

import pikepdf
import pymupdf
import pytest
import zxingcpp
from sample_sheets import ADDRESS, COPY, KINDS, MOMENT, TEMPLATES, Document, Sheet, words_of

from handbill.compose.sheets import sheet as compose
from handbill.compose.sheets import tones
from handbill.edition.edition import Edition
from handbill.edition.localise import localise
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.load.templates import load_looks, picture_names, scene_names, shows_scene
from handbill.model.campaign import Lockup
from handbill.render.typst import SheetRenderer
from handbill.words import scene_word, words

BANDED = ("board", "notice")
OWN = Path(__file__).parents[2] / "campaigns/anti-pyramid-selling/templates"
"""Templates of the flagship, with pictures of its own."""
PICTURES = [*sorted((TEMPLATES / "art").glob("*.typ")), *sorted((OWN / "art").glob("*.typ"))]
ROWS = {
    kind: [
        (file.stem, *found)
        for file in PICTURES
        for found in re.findall(
            rf'^#let scenes = \(.*\b{kind}: (\("(\w+)", "\w+"\))',
            file.read_text("utf-8"),
            re.MULTILINE,
        )
    ]
    for kind in BANDED
}
CHOSEN = {
    picture: {kind: scene for kind in BANDED for name, _, scene in ROWS[kind] if name == picture}
    for picture, _, _ in ROWS["board"]
}
"""Scene of each kind by picture, as its file says."""
SCENES = {file.stem for file in (TEMPLATES / "art" / "bands").glob("*.typ")} - {"figure"}
LOOKS = load_looks().by_name


def alts(pdf: bytes) -> list[str]:
    """What the figures of a PDF show, in words."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            str(one.Alt)
            for one in opened.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]


def inks(pdf: bytes) -> set[str]:
    """Colour operators of a PDF's pages."""
    found = set()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            found |= {
                str(step.operator)
                for step in pikepdf.parse_content_stream(page)
                if str(step.operator) in {"rg", "RG", "k", "K", "sc", "SC", "scn", "SCN"}
            }
    return found


def test_every_picture_has_a_scene_or_says_what_a_band_shows_of_it() -> None:
    windowed = {
        file.stem
        for file in PICTURES
        if re.search(r"^#let (window|subject) = ", file.read_text("utf-8"), re.MULTILINE)
    }
    for kind in BANDED:
        chosen = {picture for picture, _, _ in ROWS[kind]}
        assert chosen | windowed >= {*picture_names(TEMPLATES), *picture_names(OWN)}
    assert {scene for row in CHOSEN.values() for scene in row.values()} == SCENES
    assert len(SCENES) >= 7


@pytest.mark.parametrize("picture", CHOSEN)
def test_board_and_notice_of_a_street_differ(picture: str) -> None:
    assert CHOSEN[picture]["board"] != CHOSEN[picture]["notice"]


def test_no_two_boards_and_no_two_notices_of_the_street_share_scene_and_person() -> None:
    for kind in BANDED:
        assert len({pair for _, pair, _ in ROWS[kind]}) >= 6


@pytest.mark.parametrize("picture", CHOSEN)
@pytest.mark.parametrize("kind", BANDED)
def test_a_scene_is_described_and_has_printing_inks_alone(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str, picture: str
) -> None:
    one = sheet(kind, picture=picture)
    drawn = renderer.pdf(kind, document(kind, one), MOMENT)
    assert any(one in alt for alt in alts(drawn) for one in said(CHOSEN[picture][kind]))
    assert "母女一起看账" not in alts(drawn)
    press = document(kind, one, edition="press")
    palette = LOOKS[picture if picture in LOOKS else "all"]
    press["sheets"][0]["look"] = tones(palette, Lockup())["cmyk"]
    assert inks(renderer.pdf(kind, press, MOMENT)) <= {"k", "K"}


def said(scene: str) -> list[str]:
    """The Chinese descriptions of a scene, by who may be in it."""
    return [text for name, text in words("zh-CN").items() if name.startswith(f"scene_{scene}_")]


def test_a_picture_of_a_site_shows_a_part_of_itself(
    document: Document, sheet: Sheet, tmp_path: Path
) -> None:
    for file in TEMPLATES.rglob("*"):
        if file.suffix in {".typ", ".yml"}:
            copy = tmp_path / file.relative_to(TEMPLATES)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    (tmp_path / "art" / "bridge.typ").write_text(
        '#import "parts.typ": slab\n'
        "#let picture(u, look, riser: true) = slab(u, look.light, 0, 50, 72, 10)\n",
        "utf-8",
    )
    pdf = SheetRenderer(tmp_path).pdf(
        "notice",
        document("notice", sheet("notice", picture="bridge", picture_alt="一座桥")),
        MOMENT,
    )
    assert "一座桥" in alts(pdf)


@pytest.mark.parametrize("kind", BANDED)
def test_a_scene_of_the_material_stands_for_that_of_the_picture(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str
) -> None:
    own = {"scene": ("talk", "all"), "picture_alt": "两个人在喝茶"}
    drawn, other = (
        renderer.pdf(kind, document(kind, sheet(kind, picture="villages", **more)), MOMENT)
        for more in (own, {})
    )
    assert "两个人在喝茶" in alts(drawn)
    assert not any(text in alts(drawn) for text in said(CHOSEN["villages"][kind]))
    assert drawn != other


def test_names_of_scenes_are_those_of_files_and_who_is_in_them() -> None:
    found = scene_names(TEMPLATES)
    assert {"call/elder", "leave/colleague", "check"} <= found
    assert not {"call", "figure"} & found
    # Each has its words.
    told = words("zh-CN")
    for name in found:
        scene, _, who = name.partition("/")
        assert scene_word(scene, who or "all") in told
    assert {name for name in KINDS if shows_scene(TEMPLATES / name)} >= set(BANDED)


@pytest.mark.parametrize("kind", ["sign", "board", "rollup", "notice"])
def test_the_code_is_read_at_every_size(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str
) -> None:
    palette = LOOKS["warning" if kind == "sign" else "schools"]
    for size, preset in KINDS[kind].sizes.items():
        data = document(kind, sheet(kind), size=size, edition="press")
        data["sheets"][0]["look"] = tones(palette, Lockup())["cmyk"]
        with pymupdf.open(stream=renderer.pdf(kind, data, MOMENT), filetype="pdf") as opened:
            # As a telephone sees the whole sheet: 1400 pixels wide.
            drawn = opened[0].get_pixmap(
                dpi=round(1400 / preset.width * 25.4), colorspace=pymupdf.csGRAY, alpha=False
            )
        grey = memoryview(bytes(drawn.samples)).cast("B", (drawn.height, drawn.width))
        assert [code.text for code in zxingcpp.read_barcodes(grey)] == [ADDRESS], size


@pytest.mark.parametrize("word", ["停", "先问", "停一停", "报派出所"])
def test_a_sign_says_its_word_in_order(
    renderer: SheetRenderer, document: Document, sheet: Sheet, word: str
) -> None:
    for size in KINDS["sign"].sizes:
        pdf = renderer.pdf(
            "sign", document("sign", sheet("sign", copy={"word": word}), size=size), MOMENT
        )
        assert word in words_of(pdf)
        with pymupdf.open(stream=pdf, filetype="pdf") as opened:
            sizes = {
                round(span["size"], 1): span["text"]
                for block in opened[0].get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
            }
        # The word is the largest of the sheet; the headline is next to it.
        large, second = sorted(sizes, reverse=True)[:2]
        assert large > 1.1 * second
        assert set(sizes[large].replace(" ", "")) <= set(word)


def at(letters: list[tuple[str, pymupdf.Rect]], string: str) -> list[pymupdf.Rect]:
    """Where the letters of a string stand among others, which are in reading order."""
    start = "".join(letter for letter, _ in letters).index(string)
    return [box for _, box in letters[start : start + len(string)]]


@pytest.mark.parametrize(
    ("language", "word"), [("zh", "停一停"), ("zh", "回家说"), ("zh", "先问"), ("en", "Stop")]
)
def test_a_sign_is_arranged_alike_at_every_size(
    renderer: SheetRenderer, document: Document, sheet: Sheet, language: str, word: str
) -> None:
    """The word is whole over the foot, its Han characters in one row, as large as each other and
    equally far apart; numbers, with their words, stand in rows on the foot, and the code beside them."""
    more = {"lang": "en", "copy": {"headline": ["Pay first", "then recruit?"]}}
    for size, preset in KINDS["sign"].sizes.items():
        one = sheet("sign", **(more if language == "en" else {}))
        one["copy"]["word"] = word
        with pymupdf.open(
            stream=renderer.pdf("sign", document("sign", one, size=size), MOMENT), filetype="pdf"
        ) as opened:
            page = opened[0]
            drawn = page.get_pixmap(
                dpi=round(1000 / preset.width * 25.4), colorspace=pymupdf.csGRAY, alpha=False
            )
            letters = [
                (letter["c"], pymupdf.Rect(letter["bbox"]))
                for block in page.get_text("rawdict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
                for letter in span["chars"]
            ]
            across, scale = page.rect.width, page.rect.width / drawn.width
            foot = min(
                shape["rect"].y0
                for shape in page.get_drawings()
                if shape["type"] == "f" and 0.9 * across < shape["rect"].width < across
            )
        grey = memoryview(bytes(drawn.samples)).cast("B", (drawn.height, drawn.width))
        (code,) = zxingcpp.read_barcodes(grey)
        left, top = code.position.top_left.x * scale, code.position.top_left.y * scale
        below = code.position.bottom_left.y * scale
        first, *rest = at(letters, word)
        u = across / 72
        if language == "zh":
            assert {round(box.y0) for box in rest} == {round(first.y0)}
            starts = [box.x0 for box in (first, *rest)]
            steps = [after - before for before, after in itertools.pairwise(starts)]
            assert min(steps) > 0 and max(steps) - min(steps) < 0.5 * u
        assert all(box.y1 - 0.15 * box.height < foot for box in (first, *rest))
        numbers = [box[0] | box[-1] for box in (at(letters, n["number"]) for n in one["numbers"])]
        assert len({round(box.x0 / u) for box in numbers}) == 1
        assert foot < top and all(box.x1 < left for box in numbers)
        for number, entry in zip(numbers, one["numbers"], strict=True):
            words = at(
                letters,
                "".join(entry["words"]).replace(" ", "") if language == "zh" else entry["words"][0],
            )
            # Right behind their number, around its middle.
            assert 0.4 * u < words[0].x0 - number.x1 < 2.4 * u
        # Numbers share the height of the code.
        assert top - 2 * u < numbers[0].y0 + 0.3 * numbers[0].height
        assert numbers[-1].y1 - 0.3 * numbers[-1].height < below + 5 * u


def edges(page: pymupdf.Page) -> list[tuple[int, int]]:
    """First and last column with black ink of each line on the field of a sign, in a thousandth of
    its width."""
    drawn = page.get_pixmap(dpi=round(1000 / page.rect.width * 72), colorspace=pymupdf.csGRAY)
    u = drawn.width / 72
    left, right = round(4 * u), round(68 * u)
    black = bytes(tone < 60 for tone in range(256))
    field = drawn.samples.translate(black)
    rows = [
        field[y * drawn.stride + left : y * drawn.stride + right]
        for y in range(round(6.6 * u), drawn.height)
    ]
    foot = next(i for i, row in enumerate(rows) if 0 not in row)
    found = []
    for is_ink, lines in itertools.groupby(rows[:foot], lambda row: 1 in row):
        line = list(lines)
        if is_ink and len(line) > 3 * u:
            found.append(
                (min(row.index(1) for row in line if 1 in row), max(row.rindex(1) for row in line))
            )
    return found


@pytest.mark.parametrize("language", [None, "en"])
def test_the_lines_of_a_sign_share_their_edges(
    renderer: SheetRenderer,
    document: Document,
    sheet: Sheet,
    edition: Edition,
    language: str | None,
) -> None:
    """Of each sign of the flagship, at its smallest and largest size: within a hundredth of the
    width, and as wide as the foot's content. In spaced scripts they share the first edge, and the
    widest is as wide: letters that are tracked to the measure come apart."""
    if language:
        collection, _ = load_collection(read_settings(OWN.parents[2] / "mkdocs.yml"))
        assert collection
        [campaign] = collection.campaigns
        edition = localise(collection, campaign, edition.place.id, language)
    signs = [pair for pair in edition.materials() if pair[1].kind == "sign"]
    assert len(signs) >= 6
    for audience, material in signs:
        said = compose(edition, audience, material, LOOKS)
        said = {name: said[name] for name in ("copy", "lang", "numbers", "words")}
        one = sheet("sign", look=tones(LOOKS["warning"], Lockup())["rgb"], **said)
        for size in ("300x400", "400x600"):
            pdf = renderer.pdf("sign", document("sign", one, size=size), MOMENT)
            with pymupdf.open(stream=pdf, filetype="pdf") as opened:
                found = edges(opened[0])
            assert 3 <= len(found) <= 4, (material.id, size, found)
            starts, ends = zip(*found, strict=True)
            for edge in (starts,) if language else (starts, ends):
                assert max(edge) - min(edge) <= 10, (material.id, size, found)
            widths = [end - start for start, end in found]
            least = max(widths) if language else min(widths)
            assert 0.975 * 1000 * 59.2 / 72 < least <= 1000 * 60.2 / 72, found


@pytest.mark.parametrize("count", [3, 5, 6])
def test_modules_of_a_row_start_and_the_titles_align(
    renderer: SheetRenderer, document: Document, sheet: Sheet, count: int
) -> None:
    titles = [f"第{number}件事" for number in "一二三四五六"][:count]
    # Unequal lengths on purpose.
    modules = [
        {
            **COPY["board"]["modules"][1],
            "title": title,
            "rows": COPY["board"]["modules"][1]["rows"][: 2 + index % 3],
        }
        for index, title in enumerate(titles)
    ]
    for size in KINDS["board"].sizes:
        pdf = renderer.pdf(
            "board", document("board", sheet("board", copy={"modules": modules}), size=size), MOMENT
        )
        with pymupdf.open(stream=pdf, filetype="pdf") as opened:
            tops = [round(opened[0].search_for(title)[0].y0, 1) for title in titles]
        pairs = list(zip(tops[::2], tops[1::2], strict=False))
        assert all(first == second for first, second in pairs), (size, tops)
        assert len(set(tops)) == (count + 1) // 2, (size, tops)


def test_nothing_to_read_in_the_foot_of_a_rollup(
    renderer: SheetRenderer, document: Document
) -> None:
    for size, preset in KINDS["rollup"].sizes.items():
        with pymupdf.open(
            stream=renderer.pdf("rollup", document("rollup", size=size), MOMENT), filetype="pdf"
        ) as opened:
            lowest = max(word[3] for word in opened[0].get_text("words"))
        assert lowest / 72 * 25.4 <= preset.height - 250
