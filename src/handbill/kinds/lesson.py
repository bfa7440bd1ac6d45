"""lesson: the plan of a class meeting, minute by minute, with a hand-out to copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from handbill.kinds.base import Kind
from handbill.kinds.reading import lines, paragraphs
from handbill.kinds.voice import Voice


class Lesson(Kind):
    """Says of each step how long it takes."""

    needs: ClassVar[Mapping[str, str]] = {
        "heading": "line",
        "grade": "line",
        "minutes": "number",
        "goals": "lines",
        "preparation": "lines",
        "steps": "groups",
        "steps.title": "line",
        "steps.minutes": "number",
        "steps.teacher": "prose",
        "steps.pupils": "line?",
        "extension": "line",
        "handout": "group",
    }

    def transcript_of(self, material: Any, voice: Voice) -> list[str]:
        """Returns the plan and the hand-out in words."""
        say = voice.words
        made = [
            material.heading,
            say["lesson_for"].format(grade=material.grade, minutes=material.minutes),
            *material.goals,
            *material.preparation,
        ]
        for step in material.steps:
            made.append(say["lesson_step"].format(title=step.title, minutes=step.minutes))
            made += [*paragraphs(step.teacher), *([step.pupils] if step.pupils else [])]
        handout = lines(self, self.inside(self.fields["handout"]), material.handout, voice)
        local = voice.contact_lines(self.contacts_of(material))
        return [*made, material.extension, *handout, *voice.number_lines(), *local]
