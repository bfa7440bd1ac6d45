"""Each fault is caught in a file that has it, and in no other."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

import faulty
import pikepdf
import pytest
from PIL import Image

from handbill.problems import CATALOGUE, Problem

TODAY = datetime.date.fromisoformat(faulty.TODAY)
FOLLOWS = {"E803": {"E805"}, "W803": {"E805"}}
"""What comes with a fault: without a TrimBox there is no bleed either."""

Look = Callable[..., list[Problem]]


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems}


def test_a_sound_sheet_has_no_fault(look: Look) -> None:
    assert look(faulty.draw()) == []


def moved(data: bytes, across: float, up: float) -> bytes:
    """The same sheet elsewhere on its page, in points: boxes and all that is drawn."""

    def move(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            for name in ("/MediaBox", "/BleedBox", "/TrimBox"):
                if name in page.obj:
                    left, bottom, right, top = (float(one) for one in page.obj[name])
                    edges = [left + across, bottom + up, right + across, top + up]
                    page.obj[name] = pikepdf.Array(edges)
            page.contents_add(f"q 1 0 0 1 {across} {up} cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")

    return faulty.changed(move, data)


def in_units(data: bytes, points: int) -> bytes:
    """The same sheet on a page whose unit is so many points (UserUnit)."""

    def measure(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            for name in ("/MediaBox", "/BleedBox", "/TrimBox"):
                if name in page.obj:
                    page.obj[name] = pikepdf.Array(float(one) / points for one in page.obj[name])
            page.obj.UserUnit = points
            page.contents_add(f"q {1 / points} 0 0 {1 / points} 0 0 cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")

    return faulty.changed(measure, data)


UNMOVABLE = ("E801", "E802", "E804", "E831", "W833", "W834")
"""Faults of the file as it is written, of no page, or of more than one."""
MOVABLE = [code for code in faulty.MAKERS if code not in UNMOVABLE]


@pytest.mark.parametrize("code", MOVABLE)
def test_a_fault_is_one_wherever_the_sheet_lies_on_its_page(code: str, look: Look) -> None:
    """Left is not bottom, nor the page's corner the origin: what is said does not change."""
    data = faulty.MAKERS[code]()
    here, there = look(data), look(moved(data, 37, -143))
    assert [problem.text("en") for problem in there] == [problem.text("en") for problem in here]


@pytest.mark.parametrize("code", MOVABLE)
def test_a_fault_is_one_in_whatever_unit_the_page_is_written(code: str, look: Look) -> None:
    data = faulty.MAKERS[code]()
    points, tens = look(data), look(in_units(data, 10))
    assert [problem.text("en") for problem in tens] == [problem.text("en") for problem in points]


def test_a_sound_sheet_is_sound_in_tens_of_points(look: Look) -> None:
    assert look(in_units(faulty.draw(), 10)) == []


def test_a_sound_sheet_is_sound_wherever_it_lies_on_its_page(look: Look) -> None:
    assert look(moved(faulty.draw(), 37, -143)) == []


@pytest.mark.parametrize("code", faulty.MAKERS)
def test_the_fault_is_caught_alone(code: str, look: Look) -> None:
    problems = look(faulty.MAKERS[code]())
    assert code in codes(problems)
    assert codes(problems) <= {code, *FOLLOWS.get(code, ())}
    for problem in problems:
        assert problem.span is not None and problem.span.file == "sheet.pdf"
        for lang in ("zh", "en"):
            assert "{" not in problem.text(lang) and "…" not in problem.text(lang)


def test_every_code_of_the_hundred_has_a_file() -> None:
    hundred = {code for code in CATALOGUE if code[1] == "8"} - {"E819", "E833"}
    assert set(faulty.MAKERS) == {*hundred, "W715"}


def test_the_page_is_named(look: Look) -> None:
    [problem] = look(faulty.MAKERS["E804"]())
    assert problem.span is not None
    assert (problem.span.page, str(problem.span)) == (2, "sheet.pdf#page=2")


def test_white_paper_in_the_bleed_is_no_fault(look: Look) -> None:
    assert look(faulty.draw(BLEED="-12mm")) == []


def test_a_gap_in_the_bleed_is_measured(look: Look) -> None:
    white = "#put(-3mm, 20mm, rect(width: 3mm, height: 15mm, fill: cmyk(0%, 0%, 0%, 0%)))"
    [problem] = look(faulty.draw(MORE=white))
    assert problem.code == "E806"
    assert problem.details["at"] in ("19", "20") and problem.details["length"] in ("15", "16")
    assert problem.text("en").startswith("at the left edge")


@pytest.mark.parametrize(("decode", "ink"), [(None, 340), ([1, 0] * 4, 60)])
def test_ink_of_a_cmyk_image(decode: list[int] | None, ink: int, look: Look) -> None:
    def add(document: pikepdf.Pdf) -> None:
        faulty.picture(document, 700, 50, "CMYK", (255, 217, 204, 191))
        if decode:
            document.pages[0].resources.XObject.Added.Decode = pikepdf.Array(decode)

    problems = look(faulty.changed(add))
    if ink <= 280:
        assert problems == []
    else:
        assert codes(problems) == {"E811"}
        assert abs(int(str(problems[0].details["ink"])) - ink) <= 2


@pytest.mark.parametrize("turned", [False, True])
def test_ink_of_a_cmyk_jpeg(turned: bool, look: Look) -> None:
    """Adobe stores its inks turned over and says so in /Decode; without that they are as stored."""

    def add(document: pikepdf.Pdf) -> None:
        faulty.picture(document, 700, 50, "CMYK", 0)
        image = document.pages[0].resources.XObject.Added
        drawn = io.BytesIO()
        Image.new("CMYK", (700, 700), (255, 255, 255, 0)).save(drawn, "JPEG", quality=95)
        image.write(drawn.getvalue(), filter=pikepdf.Name.DCTDecode)  # stored: 0 0 0 255
        if turned:
            image.Decode = pikepdf.Array([1, 0] * 4)

    assert codes(look(faulty.changed(add))) == ({"E811"} if turned else set())


def test_inks_of_spot_colours_are_added(look: Look) -> None:
    def add(document: pikepdf.Pdf) -> None:
        function = pikepdf.Dictionary(
            FunctionType=2, Domain=[0, 1, 0, 1, 0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 0, 0, 0]
        )
        space = pikepdf.Array(
            [
                pikepdf.Name.DeviceN,
                pikepdf.Array([pikepdf.Name(f"/{one}") for one in "ABC"]),
                pikepdf.Name.DeviceCMYK,
                function,
            ]
        )
        faulty.with_content(
            document,
            "/Spot cs 1 1 0.95 scn 200 400 50 50 re f",
            ColorSpace=pikepdf.Dictionary(Spot=space),
        )

    [problem] = look(faulty.changed(add))
    assert (problem.code, problem.details["ink"]) == ("E811", "295")


def test_marks_outside_the_trim_are_not_measured(look: Look) -> None:
    marks = "#put(-2.9mm, 100mm, line(length: 0.5mm, stroke: 0.05pt + cmyk(0%, 0%, 0%, 100%)))"
    assert look(faulty.draw(MORE=marks)) == []


def test_an_ink_of_the_marks_is_measured_where_it_is_on_the_sheet(look: Look) -> None:
    """Registration black is for marks; the same colour in text on the sheet is too much ink."""

    def mark(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.MediaBox = pikepdf.Array([-40, -40, 660, 900])
        faulty.with_content(document, "1 1 1 1 k -30 -30 9 9 re f")

    marked = faulty.changed(mark)
    assert look(marked) == []
    text = '#put(20mm, 150mm, text(size: 16pt, fill: cmyk(100%, 100%, 100%, 100%), "别急着交钱"))'
    assert codes(look(faulty.changed(mark, faulty.draw(MORE=text)))) == {"E811"}


def test_rgb_and_bleed_are_the_business_of_the_press(look: Look) -> None:
    assert look(faulty.MAKERS["E812"](), edition="office") == []
    assert look(faulty.MAKERS["E805"](), edition="office") == []


def test_rgb_inside_a_form_and_in_an_image(look: Look) -> None:
    def form(document: pikepdf.Pdf) -> None:
        stream = pikepdf.Stream(
            document,
            b"0 0 1 RG 2 w 210 400 m 260 400 l S",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 600, 800],
        )
        faulty.with_content(
            document, "/Inner Do", XObject=pikepdf.Dictionary(Inner=document.make_indirect(stream))
        )

    assert codes(look(faulty.changed(form))) == {"E812"}
    image = faulty.changed(lambda pdf: faulty.picture(pdf, 700, 50, "RGB", (1, 2, 3)))
    assert codes(look(image)) == {"E812"}


def test_dots_at_full_size(look: Look) -> None:
    """At 1:10 an image has a tenth of its resolution, and a board asks for less than a leaflet."""
    fine = faulty.changed(lambda pdf: faulty.picture(pdf, 700, 50))
    assert look(fine) == []
    assert "E810" in codes(look(fine, scale=0.1, safe=0.0, read_from_m=1.0))


def test_type_for_another_distance(look: Look) -> None:
    """16 pt is 5.6 mm: enough at a metre, small at 1.5 m (6 mm, D/300 5 mm), too small at 2 m."""
    assert codes(look(faulty.draw(), read_from_m=1.5)) == {"W809"}
    assert codes(look(faulty.draw(), read_from_m=2.0)) == {"E809"}


@pytest.mark.parametrize(
    ("size", "code"), [(9.44, "E809"), (9.45, "W809"), (11.33, "W809"), (11.34, None)]
)
def test_type_at_the_edge_of_too_small_and_of_small(
    look: Look, size: float, code: str | None
) -> None:
    """At 1.0 m: D/300 is 3.333 mm or 9.449 pt, D/250 4 mm or 11.339 pt; rounding forgives 1.5 %."""
    line = f'#put(20mm, 140mm, text(size: {size * 0.985}pt, "别急着交钱"))'
    assert codes(look(faulty.draw(MORE=line))) == ({code} if code else set())


def test_a_sheet_at_one_to_ten(look: Look) -> None:
    """Drawn at 1:10 the same sheet is 2.1 m wide: its 16 pt are 56 mm, read from 10 m, and its
    bleed of 3 mm is 30."""
    assert look(faulty.draw(), scale=0.1, read_from_m=10.0, safe=100.0) == []
    assert codes(look(faulty.draw(), scale=0.1, read_from_m=10.0, safe=210.0)) == {"E814"}
    assert codes(look(faulty.draw(), scale=0.1, read_from_m=18.0)) == {"E809"}


@pytest.mark.parametrize(
    ("size", "code"), [(4.99, "E809"), (5.01, "W809"), (5.99, "W809"), (6.01, None)]
)
def test_the_imprint_is_read_from_near_by(look: Look, size: float, code: str | None) -> None:
    small = f"{size * 0.985}pt"
    assert codes(look(faulty.draw(SMALL=small))) == ({code} if code else set())


def test_validity_on_its_last_day(look: Look) -> None:
    data = faulty.draw()
    assert look(data, datetime.date(2027, 11, 30)) == []
    assert codes(look(data, datetime.date(2027, 12, 1))) == {"E818"}
    assert codes(look(faulty.draw(DAY="2020年1月1日"))) == {"E818"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'{faulty.BODY}" + linebreak() + "吧', True),
        (f'{faulty.BODY}" + linebreak() + "好吧。', False),
        ('甲乙" + linebreak() + "丙', False),
        (f'{faulty.BODY}" + v(30mm) + "吧', False),
    ],
)
def test_lone_last_characters(text: str, found: bool, look: Look) -> None:
    assert ("W817" in codes(look(faulty.draw(TEXT=text)))) is found


@pytest.mark.parametrize(
    "name", ["二维码：https://example.org/", "QR code", "Code QR : https://example.org/fr/"]
)
def test_a_code_that_is_named_and_not_there(look: Look, name: str) -> None:
    def rename(document: pikepdf.Pdf) -> None:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one:
                one.Alt = pikepdf.String(name)

    blank = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h1v1h-1z"/></svg>'
    )
    [problem] = look(faulty.changed(rename, faulty.draw(code=blank)))
    assert problem.code == "E815" and "1" in problem.text("en")


def test_a_code_at_the_edge(look: Look) -> None:
    problems = look(faulty.draw(), safe=31.0)
    assert codes(problems) == {"E814"}
    assert "the QR code" in {problem.text("en")[:11] for problem in problems}
