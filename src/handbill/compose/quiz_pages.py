"""The self-test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handbill.compose.artifacts import PageArtifact
from handbill.compose.part import Part
from handbill.model.campaign import QuizFile
from handbill.model.telephone import any_of


def quiz_pages(part: Part) -> Iterator[PageArtifact]:
    """The self-test, if the campaign has one."""
    quiz = part.edition.quiz
    if quiz:
        yield part.page(
            "check.md",
            "site/check.md.j2",
            quiz.title,
            "check",
            quiz.lead,
            rests_on=[quiz],
            quiz=quiz,
            verdicts=_verdicts(
                quiz, part.say, [one.number for one in part.edition.campaign.numbers]
            ),
            styles=["assets/quiz.css"],
            scripts=["assets/quiz.js"],
        )


def _verdicts(quiz: QuizFile, say: Mapping[str, str], hotlines: list[str]) -> list[dict[str, Any]]:
    """The results with the rule of each in words, so that the test can be counted on paper, and
    the numbers to call that its text names."""
    results = []
    for verdict in quiz.verdicts:
        if verdict.group is None:
            rule = say["otherwise"]
        else:
            asked = [
                str(number)
                for number, question in enumerate(quiz.questions, 1)
                if question.group == verdict.group
            ]
            rule = say["verdict_rule"].format(
                questions=say["listing"].join(asked), count=verdict.at_least
            )
        numbers = [one for one in hotlines if any_of([one]).search(verdict.text)]
        results.append({"rule": rule, "verdict": verdict, "numbers": numbers})
    return results
