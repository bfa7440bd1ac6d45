"""What is the last line of a paragraph, and what only stands below a line: each bound at its edge."""

from __future__ import annotations

from collections.abc import Callable

import faulty
import pytest

from handbill.problems import Problem

EM = 16
"""Type size, pt."""


@pytest.fixture
def told(look: Callable[..., list[Problem]]) -> Callable[..., bool]:
    """Whether a character below a line of many is told. All lengths in em."""

    def is_told(
        before: str = "先停下来想一想再打电话",
        character: str = "吧",
        down: float = 1.5,
        across: float = 0,
        size: float = 1,
        beside: tuple[float, float] | None = None,
    ) -> bool:
        """down, across: from the line to the character. size: of the line. beside: where another
        text is, from the character's right edge and its baseline."""
        lines = [(size, 0.0, 0.0, before), (1.0, across, down, character)]
        if beside:
            lines.append((1.0, across + 1 + beside[0], down + beside[1], "旁注一下"))
        drawn = [
            f"#put(100mm + {x * EM}pt, 140mm + {y * EM}pt, text(size: {part * EM}pt, "
            f'top-edge: "baseline", "{text}"))'
            for part, x, y, text in lines
        ]
        found = [one for one in look(faulty.draw(MORE="\n".join(drawn))) if one.code == "W817"]
        return bool(found)

    return is_told


def test_the_problem_quotes_the_end_of_the_line_before(look: Callable[..., list[Problem]]) -> None:
    words = "一二三四五六七八九十先停下来想一想"
    text = f'{words}" + linebreak() + "吧。'
    [problem] = look(faulty.draw(TEXT=text))
    assert problem.details == {"character": "吧。", "before": words[-16:]}


@pytest.mark.parametrize(("down", "found"), [(0.88, 0), (0.92, 1), (2.38, 1), (2.42, 0)])
def test_the_next_line_is_not_far_below(
    told: Callable[..., bool], down: float, found: bool
) -> None:
    assert told(down=down) == found


@pytest.mark.parametrize(("across", "found"), [(-2.22, 0), (-2.18, 1), (0.58, 1), (0.62, 0)])
def test_it_begins_where_the_line_does_but_for_an_indent(
    told: Callable[..., bool], across: float, found: bool
) -> None:
    assert told(across=across) == found


@pytest.mark.parametrize(
    ("before", "found"), [("先停下想一", 0), ("先停下想一想", 1), ("先停下想一ab", 0)]
)
def test_the_line_before_has_six_han_characters(
    told: Callable[..., bool], before: str, found: bool
) -> None:
    assert told(before) == found


@pytest.mark.parametrize(
    ("character", "found"),
    [("吧", 1), ("吧。", 1), ("好吧", 0), ("a", 0), ("𠮷", 1), ("。", 0), ("㐀", 1), ("﹏", 0)],
)
def test_one_han_character_is_alone_whatever_mark_closes_it(
    told: Callable[..., bool], character: str, found: bool
) -> None:
    assert told(character=character) == found


@pytest.mark.parametrize(("size", "found"), [(0.96, 0), (0.98, 1), (1.02, 1), (1.04, 0)])
def test_a_paragraph_is_of_one_size(told: Callable[..., bool], size: float, found: bool) -> None:
    assert told(size=size) == found


@pytest.mark.parametrize(
    ("beside", "found"),
    [
        ((11.9, 0), 0),  # a cell of the same row
        ((12.1, 0), 1),
        ((2, 0.45), 0),
        ((2, -0.45), 0),
        ((2, 0.55), 1),
    ],
)
def test_a_row_of_a_table_is_no_paragraph(
    told: Callable[..., bool], beside: tuple[float, float], found: bool
) -> None:
    assert told(beside=beside) == found


@pytest.mark.parametrize(
    ("before", "last", "found"),
    [
        ("先停下来想一想再打电话问一问才好吧", "问他。", True),
        ("先停下来想一想再打电话问一问才好吧", "再去问一问。", False),
        ("先停下来想一想再打电话问一问才好。", "问他。", False),
        ("先停下来想一想再打电话", "问他", False),
    ],
)
def test_a_last_line_has_a_fifth_of_the_measure(
    before: str, last: str, found: bool, look: Callable[..., list[Problem]]
) -> None:
    """A line that ends a sentence, and one of a narrow column, have none below that goes on."""
    text = f'{before}" + linebreak() + "{last}'
    assert ("W821" in {one.code for one in look(faulty.draw(TEXT=text))}) is found
