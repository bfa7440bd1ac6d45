"""What a sheet says to do, an item each: laws and their sources stand elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.kinds.reading import Text
from handbill.problems import Problem
from handbill.words.languages import OF_LAW, base_of

_QUOTED = re.compile(r"\{(?:cite|claim|short)\.[^{}]*\}")


@rule
def acts_are_done(context: Context) -> Iterator[Problem]:
    """E409: an item of a field of acts that is a heading of laws or sources, or quotes them alone."""
    for _, edition in context.spoken:
        of_law = re.compile(OF_LAW.get(base_of(edition.language), "(?!)"), re.IGNORECASE)
        for file, audience in zip(edition.told.audiences, edition.audiences, strict=True):
            for index, told in enumerate(file.value.materials):
                if not edition.has(audience, audience.file.materials[index]):
                    continue
                for one in told.declared.texts(told):
                    if _is_no_act(one, of_law):
                        place = edition.place_of(file, ("materials", index, *one.path), one.text)
                        yield edition.fault(Problem("E409", place, text=one.text), [told.id])


def _is_no_act(one: Text, of_law: re.Pattern[str]) -> bool:
    if one.field is None or not one.field.acts:
        return False
    if one.path[-1] == "text":
        return not re.search(r"\w", _QUOTED.sub("", one.text))
    return bool(of_law.search(one.text))
