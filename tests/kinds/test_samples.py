"""The sample of each kind is a material that a campaign could have, and fits its sheet."""

from __future__ import annotations

import json

import pytest
from sample_sheets import KINDS, SAMPLES, VOICE

from handbill.kinds.base import characters


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_keeps_its_budgets(kind: str) -> None:
    declared, material = KINDS[kind], SAMPLES[kind]
    assert material.id == f"sample-{kind}"
    assert set(material.sizes) <= set(declared.sizes)
    for measured in declared.measure(material):
        for size in material.sizes:
            room = declared.budget(measured.budget, size)
            assert room is not None
            assert characters(measured.text) <= room.characters, measured


@pytest.mark.parametrize("kind", KINDS)
def test_its_copy_is_plain_data_and_all_of_it_is_heard(kind: str) -> None:
    declared, material = KINDS[kind], SAMPLES[kind]
    copy = declared.data(material, VOICE)
    assert json.loads(json.dumps(copy)) == copy
    heard = "".join(declared.transcript_of(material, VOICE))
    for one in declared.texts(material):
        if one.field and one.field.transcript != "no":
            words = "".join(one.text.split())
            assert words in "".join(heard.split()) or one.field.spoken, one
