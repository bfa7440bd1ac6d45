"""Budgets at their edge: exactly what there is room for fits, one character more does not."""

import pytest
from sites import apply, base_site, problems_of

from handbill.problems import Both

COM = "campaigns/demo/communities.yml"
SENTENCE = "    sentence: 不明白，先核实。\n"


@pytest.fixture
def found(tmp_path):
    """Problems of the base with one edit of the audience's file."""

    def run(old, new):
        root = base_site(tmp_path / str(len(list(tmp_path.iterdir()))))
        apply(root, {"edit": [{"file": COM, "old": old, "new": new}]})
        return problems_of(root)

    return run


@pytest.mark.parametrize(
    ("copy", "count"),
    [
        ("查" * 19, 19),
        ("查" * 20, 20),
        ("查" * 21, 21),
        ("查" * 19 + "ab", 20),  # Latin letters take half a character each
        ("查" * 20 + "1", 21),  # a half counts as a whole
    ],
)
def test_a_sentence_of_a_poster_has_twenty_characters(found, copy, count):
    problems = found(SENTENCE, f"    sentence: {copy}\n")
    over = [one.details for one in problems if one.code == "E402"]
    assert [(one["count"], one["limit"], one["over"]) for one in over] == (
        [(count, 20, count - 20)] if count > 20 else []
    )


@pytest.mark.parametrize(
    ("length", "count", "least", "fits"),
    [
        (8, 4, 5, False),
        (8, 5, 5, True),  # 4.8 would do: six tenths of the length
        (8, 8, 5, True),
        (8, 9, 5, False),
        (20, 11, 12, False),
        (20, 12, 12, True),
        (20, 20, 12, True),
        (20, 21, 12, False),
    ],
)
def test_a_telling_fills_six_tenths_of_its_length_and_no_more_than_all(
    found, length, count, least, fits
):
    text = f"title: 社区\nlengths:\n  {length}: {'查' * count}\n"
    problems = [one for one in found("title: 社区\n", text) if one.code == "E405"]
    assert [(one.details["count"], one.details["least"]) for one in problems] == (
        [] if fits else [(count, least)]
    )


@pytest.mark.parametrize(
    ("lengths", "copy", "told"),
    [
        ("  8: 要钱先停一停\n", "{message.8}", None),
        ("  8: 要钱先停一停\n", "{message.60}", ["{message.8}"]),
        ("  8: 要钱先停一停\n  20: 要您先交钱、再拉人？先打电话。\n", "{message.20}", None),
        (
            "  8: 要钱先停一停\n  20: 要您先交钱、再拉人？先打电话。\n",
            "{message.200}",
            ["{message.8}", "{message.20}"],
        ),
        ("", "{message.20}", [Both("没有", "none")]),
    ],
)
def test_any_of_the_lengths_may_be_told_and_copy_takes_no_other(tmp_path, lengths, copy, told):
    if lengths:
        lengths = f"lengths:\n{lengths}"
    root = base_site(tmp_path / "site")
    edits = [
        {"file": COM, "old": SENTENCE, "new": f'    sentence: "{copy}"\n'},
        {"file": COM, "old": "signals_title:", "new": f"{lengths}signals_title:"},
    ]
    apply(root, {"edit": edits})
    problems = problems_of(root)
    assert [(one.code, one.details["told"]) for one in problems] == (
        [("E406", told)] if told else []
    )
