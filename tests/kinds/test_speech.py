"""Numbers as they are read, and how long words take to say."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from handbill.kinds.reading import full_width
from handbill.kinds.script import length_in_seconds, spoken_parts
from handbill.kinds.speech import digits_read, pace, spoken, telephone_numbers
from handbill.kinds.ticker import running_seconds
from handbill.load.kinds import load_kinds
from handbill.model.text import BLANK

NUMBERS = {"110", "12315", "12110", "027-83210000"}


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("110", "幺幺零"),
        ("12315", "幺二三幺五"),
        ("12110", "幺二幺幺零"),
        ("027-83210000", "零二七八三二幺零零零零"),
        ("6789", "六七八九"),
    ],
)
def test_telephone_numbers_are_read_digit_by_digit(number: str, read: str) -> None:
    assert digits_read(number, "zh-CN") == read


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("zh-CN", "幺幺九"),
        ("zh-Hans", "幺幺九"),
        ("zh-TW", "一一九"),
        ("yue", "一一九"),
        ("ja", "119"),
        ("ar", "119"),
        ("hi", "119"),
        ("fr", "119"),
        ("en", "119"),
    ],
)
def test_digits_are_read_as_the_language_reads_them(language: str, read: str) -> None:
    assert digits_read("119", language) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("有事打110。", "有事打幺幺零。"),
        ("打12315或110", "打幺二三幺五或幺幺零"),
        ("派出所027-83210000", "派出所零二七八三二幺零零零零"),
        ("交300元，1100元也不交", "交300元，1100元也不交"),
        ("2110号楼", "2110号楼"),
    ],
)
def test_only_telephone_numbers_are_changed(text: str, read: str) -> None:
    assert spoken(text, NUMBERS, "zh-CN") == read


@pytest.mark.parametrize(
    ("language", "read"), [("zh-CN", {"110"}), ("zh-TW", {"110"}), ("fr", set())]
)
def test_digits_are_read_out_in_chinese_alone(language: str, read: set[str]) -> None:
    edition: Any = SimpleNamespace(
        language=language,
        campaign=SimpleNamespace(
            every_number=lambda: [SimpleNamespace(number="110")], text_message=None
        ),
        place=SimpleNamespace(contacts={}),
        text_message_number=lambda: None,
    )
    assert telephone_numbers(edition) == read


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("zh-CN", "先停一停，“查一查”。", 7),
        ("zh-CN", "打幺幺零！", 4),
        ("zh-CN", f"派出所{BLANK}", 3 + 8),
        ("en", "Don’t wait: call 999, now!", 4 + 3),
        ("en", f"Neighbour help: {BLANK}", 2 + 8),
        ("fr", "Aujourd’hui, buvez de l’eau.", 4),
        ("ar", "اتركِ الخوذةَ أولًا واتصل بالرقم 123.", 5 + 3),
        ("hi", "हेलमेट न उतारें और ११२ पर फ़ोन करें।", 7 + 3),
        ("ja", "外さず、119に電話。", 3 + 3 + 3),
        ("ko", "먼저 119에 전화", 2 + 3 + 3),
        ("zh-Hant", "請打119。", 2 + 3),
        ("th", "โทรหาหมอ", 2),
    ],
)
def test_marks_are_not_said_and_a_blank_counts_as_a_number(
    language: str, text: str, count: int
) -> None:
    assert pace(language).count(text) == count


def test_seconds_are_rounded_up() -> None:
    chinese, english = pace("zh-CN"), pace("en")
    counts = (0, 1, 170, 171, 340)
    assert [chinese.broadcast_seconds(count) for count in counts] == [0, 1, 60, 61, 120]
    assert [chinese.video_seconds(count) for count in (0, 1, 4, 5, 8)] == [0, 1, 1, 2, 2]
    assert [english.broadcast_seconds(count) for count in (0, 1, 120, 121)] == [0, 1, 60, 61]
    assert [english.video_seconds(count) for count in (0, 1, 5, 6)] == [0, 1, 2, 3]


def script(**more: object) -> Any:
    return (
        load_kinds()
        .by_name["script"]
        .model.model_validate(
            {
                "kind": "script",
                "id": "s",
                "title": "稿",
                "sizes": ["A4"],
                "use": "念",
                "heading": "先问",
                "seconds": 60,
                **more,
            }
        )
    )


def test_the_key_line_is_read_three_times() -> None:
    broadcast = {
        "greeting": "大家好！",
        "key": "先问一问。",
        "text": "第一段。\n\n第二段打110。",
        "closing": "再见。",
    }
    said = script(broadcast=broadcast)
    assert spoken_parts(said.broadcast, NUMBERS, "zh-CN") == [
        "大家好！",
        "先问一问。",
        "先问一问。",
        "先问一问。",
        "第一段。",
        "第二段打幺幺零。",
        "再见。",
    ]
    # 3 + 3 × 4 + 3 + 7 + 2 = 27 characters at 170 a minute.
    assert length_in_seconds(said, NUMBERS, "zh-CN") == 10


def test_a_video_is_as_long_as_its_shots() -> None:
    shots = [{"framing": "近景", "picture": "门", "seconds": seconds} for seconds in (3, 4, 8)]
    assert length_in_seconds(script(shots=shots), NUMBERS, "zh-CN") == 15


def test_a_display_takes_full_width_characters() -> None:
    assert full_width("打110, QQ 群") == "打１１０，\u3000ＱＱ\u3000群"
    assert running_seconds("求职先核实，拨打12315") == 4
    assert running_seconds("हिन्दी" * 3, 9) == 2  # five of six characters take room
