"""Budgets at their edge: exactly what there is room for fits, one character more does not."""

import re

import pytest
from sites import apply, base_site, problems_of

from handbill import cli
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


PLACES = "campaigns/places/places.yml"


def over(root):
    return [one for one in problems_of(root) if one.code == "E402"]


def with_sentence(root, sentence, *places):
    apply(root, {"edit": [{"file": COM, "old": SENTENCE, "new": f"    sentence: {sentence}\n"}]})
    file = root / PLACES
    text = file.read_text("utf-8") + "".join(
        f"  - {{id: p{n}, name: {name}, parent: district, level: village{more}}}\n"
        for n, (name, more) in enumerate(places)
    )
    file.write_text(text, "utf-8", newline="")


@pytest.mark.parametrize(("length", "fits"), [(15, True), (16, False)])
def test_the_longest_place_counts(tmp_path, length, fits):
    root = base_site(tmp_path / "site")
    name = "龙" * length
    with_sentence(root, "“请到{place.name}问”", (name, ""), ("短村", ""))
    problems = over(root)
    if fits:
        assert problems == []
        return
    [problem] = problems
    assert (problem.details["count"], problem.details["limit"]) == (21, 20)
    assert name in problem.help("zh")
    assert problem.span.file == COM


def test_values_that_no_place_has_together_are_not_added_up(tmp_path):
    root = base_site(tmp_path / "site")
    long, other = ("村" * 12, ", publisher: 甲"), ("乙", f", publisher: {'单' * 12}")
    with_sentence(root, "问{place.name}{place.publisher}", long, other)
    assert over(root) == []
    assert [one.code for one in problems_of(root) if one.code.startswith("E")] == []
    apply(
        root, {"edit": [{"file": COM, "old": "sentence: 问", "new": "sentence: 问，先别急着交钱"}]}
    )
    [problem] = over(root)
    assert problem.details["count"] == 8 + 12 + 1


def test_a_blank_takes_the_room_of_its_rule(tmp_path):
    root = base_site(tmp_path / "site")
    with_sentence(root, "一二三四五六七八九十一二{contact.police-station}", ("短村", ""))
    assert over(root) == []  # it has the number of the district above it
    text = (root / PLACES).read_text("utf-8")
    (root / PLACES).write_text(
        text + "  - {id: far, name: 远村, level: village}\n", "utf-8", newline=""
    )
    assert over(root) == []
    apply(root, {"edit": [{"file": COM, "old": "九十一二{", "new": "九十一二三四{"}]})
    [problem] = over(root)
    assert problem.details["count"] == 14 + 7


@pytest.mark.parametrize(("length", "fits"), [(15, True), (16, False)])
def test_a_translation_of_cells_is_counted_with_its_own_names_of_places(tmp_path, length, fits):
    root = base_site(tmp_path / "site")
    with_sentence(root, "“请到{place.name}问”", ("短村", ""))
    assert cli.main(["translate", "ja", "-f", str(root / "mkdocs.yml")]) == cli.EXIT_OK
    file = root / "campaigns/demo/locale/ja.po"
    said = file.read_text("utf-8")
    for text in re.findall('^msgid "(.+)"$', said, re.MULTILINE):
        made = {"短村": "村" * length}.get(text, text)
        said = said.replace(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{made}"')
    file.write_text(said, "utf-8")
    found = [one for one in problems_of(root) if one.cause == "E402"]
    assert len(found) == (not fits)
    for one in found:
        assert one.code == "W641" and one.details["leaves"] == ["demo-poster"]
        assert one.span.file.endswith("ja.po") and "“请到{place.name}问”" in one.text("zh")
