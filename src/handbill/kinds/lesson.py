"""lesson: the plan of a class meeting, minute by minute, with a hand-out to copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice, paragraphs
from handbill.model.text import Line, Model, Prose, described


class LessonStep(Model):
    """A step of the lesson."""

    title: Line = described("环节", "Step", example="情景讨论")
    minutes: int = described("分钟", "Minutes", ge=1, le=45)
    teacher: Prose = described("老师怎么做；空一行分段", "What the teacher says and does")
    pupils: Line | None = described("学生做什么", "What the pupils do", default=None)


class Handout(Model):
    """The hand-out, on a page of its own."""

    title: Line = described("标题", "Title")
    lead: Line = described("开头一句", "Opening sentence")
    questions: list[Line] = described(
        "讨论的问题；下面留横线", "Questions with lines to write on", min_length=2, max_length=6
    )
    checks: list[Line] = described(
        "勾一勾", "Statements with a box to tick", default_factory=list, max_length=10
    )
    closing: Line = described("最后一句", "Closing sentence")


class Lesson(MaterialBase):
    """A class-meeting plan."""

    kind: Literal["lesson"] = described("种类", "Kind")
    heading: Line = described("标题", "Title")
    grade: Line = described("适用年级", "For which pupils")
    minutes: int = described(
        "总时长；等于各环节之和", "Length in minutes, the sum of the steps", ge=10, le=90
    )
    goals: list[Line] = described("目标", "Goals", min_length=1, max_length=4)
    preparation: list[Line] = described("准备", "What to prepare", min_length=1, max_length=5)
    steps: list[LessonStep] = described("过程", "Steps", min_length=3, max_length=8)
    extension: Line = described("课后延伸", "After the lesson")
    handout: Handout = described("讲义；另起一页", "Hand-out, on its own page")


def _copy(lesson: Lesson, edition: Voice) -> dict[str, Any]:
    return {
        "heading": lesson.heading,
        "grade": lesson.grade,
        "minutes": lesson.minutes,
        "goals": lesson.goals,
        "preparation": lesson.preparation,
        "steps": [
            {**step.model_dump(), "paragraphs": paragraphs(step.teacher)} for step in lesson.steps
        ],
        "extension": lesson.extension,
        "handout": lesson.handout.model_dump(),
    }


def _transcript(lesson: Lesson, edition: Voice) -> list[str]:
    say = edition.words
    lines = [
        lesson.heading,
        say["lesson_for"].format(grade=lesson.grade, minutes=lesson.minutes),
        *lesson.goals,
        *lesson.preparation,
    ]
    for step in lesson.steps:
        lines += [
            say["lesson_step"].format(title=step.title, minutes=step.minutes),
            *paragraphs(step.teacher),
        ]
        lines += [step.pupils] if step.pupils else []
    handout = lesson.handout
    return [
        *lines,
        lesson.extension,
        handout.title,
        handout.lead,
        *handout.questions,
        *handout.checks,
        handout.closing,
        *edition.number_lines(),
    ]


def _measure(lesson: Lesson) -> Iterator[Measured]:
    yield Measured("heading", ("heading",), lesson.heading)
    body = [*lesson.goals, *lesson.preparation, lesson.extension]
    body += [part for step in lesson.steps for part in (step.teacher, step.pupils or "")]
    yield Measured("body", ("steps",), "".join(body))
    for index, step in enumerate(lesson.steps):
        yield Measured("step_title", ("steps", index, "title"), step.title)
    handout = lesson.handout
    yield Measured("handout_title", ("handout", "title"), handout.title)
    yield Measured("lead", ("handout", "lead"), handout.lead)
    for index, line in enumerate(handout.questions):
        yield Measured("question", ("handout", "questions", index), line)
    for index, line in enumerate(handout.checks):
        yield Measured("check", ("handout", "checks", index), line)
    yield Measured("closing", ("handout", "closing"), handout.closing)


KIND = Kind("lesson", Lesson, _copy, _transcript, _measure, group="desk")
