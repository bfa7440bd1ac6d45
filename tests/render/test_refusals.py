"""What a template refuses: never what it could set, whatever is too long, in either script; and a
caption that is not refused leaves its code free and can be read."""

from __future__ import annotations

import copy
import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from sample_sheets import (
    ADDRESS,
    COPY,
    KINDS,
    MOMENT,
    SAMPLES,
    SLIP,
    TEMPLATES,
    VOICE,
    Document,
    Sheet,
)

from handbill.model.texts import rebuilt
from handbill.press.preflight import Wanted, examine
from handbill.problems import Problem, ProblemsFound
from handbill.render.typst import SheetRenderer
from handbill.words import on_sheet, words

TODAY = datetime.date(2026, 11, 24)
FILLERS = {"zh": "先停一停再查清楚", "en": "first stop and then check it "}
LETTERS = {"zh": 1, "en": 2}
"""Characters as wide as one of Han."""
CALLS = re.compile(r'refuse\(\s*sheet,\s*"([a-z-]+)"')


def longer(text: str, language: str, times: int) -> str:
    """A text of a language, some times as long as the sample's."""
    times *= LETTERS[language]
    filler = FILLERS[language] * (times * (len(text) + 1))
    return filler[: len(text) * times].strip() or filler[:1]


def hostile(kind: str, language: str, times: int) -> dict[str, Any]:
    """A sheet all of whose texts are too long."""

    def grown(text: str) -> str:
        return longer(text, language, times)

    say = words("zh-CN" if language == "zh" else "en")
    voice = copy.copy(VOICE)
    voice.words = say
    voice.strips = {
        name: rebuilt(strip, grown, translatable=True) for name, strip in VOICE.strips.items()
    }
    voice.cases = {
        name: rebuilt(case, grown, translatable=True) for name, case in VOICE.cases.items()
    }
    voice.place = copy.copy(VOICE.place)
    voice.place.signature = grown("示例街道办事处")
    material = rebuilt(SAMPLES[kind], grown, translatable=True)
    made = KINDS[kind].data(material, voice)
    if kind == "letter":
        fields = [{"label": grown(one["label"]), "type": "line"} for one in SLIP["fields"]]
        made["slip"] = {name: grown(SLIP[name]) for name in ("title", "note", "statement", "tick")}
        made["slip"]["fields"] = fields
    if "fiction_notice" in made:
        # A comic says in words that it is made up, a notice whether it is.
        made["fiction"] = made.get("fiction") or True
        made["fiction_notice"] = grown("人物、单位、地点均为虚构")
    if kind == "notice":
        made["valid_until"] = grown(made["valid_until"])
    if not made.get("contacts"):
        made["contacts"] = [
            {"label": grown("派出所"), "number": None, "field": "contacts.a.number"}
        ]
    return {
        "copy": made,
        "posted": {name: grown("示例街道办事处") for name in ("name", "publisher", "said")},
        "lang": language,
        "words": on_sheet(say, KINDS[kind].words),
        "label": grown("防范 · 进社区"),
        "action": [grown("停一停")] * 5,
        "numbers": [{"number": "12315", "words": [grown("投诉"), grown("举报")]}] * 3,
        "imprint": [grown("发布：示例街道办事处"), grown("来源：示例")],
        "qr": {"url": ADDRESS, "caption": grown("扫码看案例")},
    }


def refused(renderer: SheetRenderer, kind: str, document: dict[str, Any]) -> list[Problem]:
    try:
        renderer.svg(kind, document)
    except ProblemsFound as found:
        return list(found.problems)
    return []


@pytest.fixture(scope="module")
def faults(renderer: SheetRenderer) -> dict[tuple[str, str, int], list[Problem]]:
    """All that sheets of every kind refuse, twice, five and sixteen times as long."""
    from sample_sheets import make_document, make_sheet

    return {
        (kind, language, times): refused(
            renderer, kind, make_document(kind, make_sheet(kind, **hostile(kind, language, times)))
        )
        for kind in COPY
        for language in FILLERS
        for times in (2, 5, 16)
    }


def test_a_refusal_never_says_that_its_text_fits(
    faults: dict[tuple[str, str, int], list[Problem]],
) -> None:
    wrong = [
        (case, one.text("en"))
        for case, all_ in faults.items()
        for one in all_
        if one.code != "E707"
    ]
    assert wrong == []
    for all_ in faults.values():
        for one in all_:
            assert float(str(one.details["needed"])) > float(str(one.details["room"]))


def test_every_kind_refuses_and_all_at_once(
    faults: dict[tuple[str, str, int], list[Problem]],
) -> None:
    for kind in COPY:
        assert {one.details["block"] for one in faults[kind, "zh", 16]}, kind
    # What is twice as long may fit: steps take two rows then. What is longer is refused in many parts.
    longest = [all_ for (_, _, times), all_ in faults.items() if times > 2]
    assert sum(len(all_) > 3 for all_ in longest) > len(longest) * 2 / 3


def test_every_refusal_has_been_tried(faults: dict[tuple[str, str, int], list[Problem]]) -> None:
    named = {
        block
        for file in TEMPLATES.rglob("*.typ")
        for block in CALLS.findall(file.read_text("utf-8"))
    }
    tried = {str(one.details["block"]) for all_ in faults.values() for one in all_}
    # A board's modules that are too high, rows that are wide being refused first, and the points of
    # pictures for screens stand in test_budgets.py and test_social.py.
    assert named - tried <= {"modules", "points"}


@pytest.mark.parametrize("kind", COPY)
def test_a_caption_leaves_its_code_free_and_can_be_read(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str, tmp_path: Path
) -> None:
    for number, (language, caption) in enumerate(
        [
            ("en", "Scan for steps and numbers"),
            ("en", "Scan to read steps"),
            ("zh", "扫码看步骤和电话号"),
        ]
    ):
        say = words("zh-CN" if language == "zh" else "en")
        one = sheet(
            kind,
            qr={"url": ADDRESS, "caption": caption},
            lang=language,
            words=on_sheet(say, KINDS[kind].words),
        )
        file = tmp_path / f"{kind}-{number}.pdf"
        faults = refused(renderer, kind, document(kind, one))
        if faults:
            assert "qr-caption" in {problem.details["block"] for problem in faults}
            continue
        file.write_bytes(renderer.pdf(kind, document(kind, one), MOMENT))
        told = [
            one for one in examine(file, file.name, Wanted(), TODAY) if one.code in ("E816", "E809")
        ]
        assert [
            one.text("en") for one in told if one.code == "E816" or caption[:4] in one.text("en")
        ] == []
