"""QR codes: the room around each of their sides, and which of them must be read."""

from __future__ import annotations

from collections.abc import Callable

import faulty
import pytest
import segno

from handbill.problems import Problem

Look = Callable[..., list[Problem]]
SIDE = 30.0
"""Of the code, mm; it lies 150 mm from the left and 200 mm from the top."""
MODULE = SIDE / segno.make("https://example.org/", error="m", micro=False).symbol_size(border=0)[0]
SPOILT = faulty.qr(over='<path d="M9 9h12v12h-12z" fill="#fff"/>')


def bar(side: str, modules: float) -> str:
    """A black bar so many modules from a side of the code."""
    far = modules * MODULE
    x, y, width, height = {
        "left": (150 - far - 2, 200, 2, SIDE),
        "right": (150 + SIDE + far, 200, 2, SIDE),
        "top": (150, 200 - far - 2, SIDE, 2),
        "bottom": (150, 200 + SIDE + far, SIDE, 2),
    }[side]
    return (
        f"#put({x}mm, {y}mm, rect(width: {width}mm, height: {height}mm, stroke: none, "
        "fill: cmyk(0%, 0%, 0%, 100%)))"
    )


@pytest.mark.parametrize(("modules", "said"), [(1, True), (3.3, True), (3.7, False), (4.5, False)])
@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_four_modules_are_free_on_every_side_but_for_half_a_one(
    look: Look, side: str, modules: float, said: bool
) -> None:
    problems = look(faulty.draw(MORE=bar(side, modules)))
    assert [problem.code for problem in problems] == (["E816"] if said else [])
    free = [float(str(problem.details["free"])) for problem in problems]
    assert free == pytest.approx([modules] if said else [], abs=0.3)


def test_a_code_that_cannot_be_read_is_told_where_it_is_and_in_the_count(look: Look) -> None:
    """Once as what is on the page, once as what the file shall have."""
    problems = look(faulty.draw(code=SPOILT))
    assert [problem.code for problem in problems] == ["E815", "E815"]
    assert "looks like a QR code" in problems[0].text("en")
    assert "shall have 1 QR code(s); 0 can be read" in problems[1].text("en")


def test_where_all_that_shall_be_there_is_read_the_rest_is_a_drawing(look: Look) -> None:
    drawn = SPOILT.replace('"', '\\"')
    more = f'#put(20mm, 200mm, image(bytes("{drawn}"), format: "svg", width: 30mm))'

    assert look(faulty.draw(MORE=more)) == []
    assert "E815" in {problem.code for problem in look(faulty.draw(MORE=more, ticket=None))}
