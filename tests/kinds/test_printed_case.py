"""A case as sheets print it: the flagship's, in the words of its files."""

from __future__ import annotations

import pytest

from handbill.edition.edition import Edition
from handbill.kinds.printed_case import told
from handbill.model.case import AdjudicatedCase
from handbill.model.text import Untranslated

AUDIENCES = {"elders", "schools", "online", "villages"}


def test_each_audience_that_is_sought_out_has_a_real_case(edition: Edition) -> None:
    printed = [
        (audience, material)
        for audience, material in edition.materials()
        if material.declared.prints_case
    ]
    assert {audience.id for audience, _ in printed} >= AUDIENCES
    assert "introducer" in {material.case for _, material in printed}
    for audience, material in printed:
        case = edition.cases[material.case or ""]
        assert isinstance(case, AdjudicatedCase)
        assert audience.id in case.audiences, material.id
        assert case.stage in ("final", "penalty"), material.id
        # Those who take part are not named; the accused as the release has them.
        assert case.name not in material.declared.transcript_of(material, edition)


def test_sheet_and_transcript_say_the_same_of_it(edition: Edition) -> None:
    for _, material in edition.materials():
        if not material.declared.prints_case:
            continue
        [case] = edition.cases_of(material)
        assert isinstance(case, AdjudicatedCase)
        kind = material.declared
        drawn, heard = (
            str(kind.data(material, edition)["case"]),
            kind.transcript_of(material, edition),
        )
        for path, text in told(case):
            assert text in drawn, (material.id, path)
            assert any(text in line for line in heard), (material.id, path)
        shown = [one for one in case.figures if one.result]
        assert shown, material.id
        for figure in case.figures:
            assert (figure in shown) == (f"{figure.label}：{figure.value}" in heard)


def test_a_sheet_is_not_made_of_a_case_that_is_half_translated(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    audience, material = next(
        (audience, one) for audience, one in edition.materials() if one.declared.prints_case
    )
    assert edition.has(audience, material)
    name = material.case or ""
    half = edition.cases[name].model_copy(update={"lead": Untranslated("…")})
    monkeypatch.setitem(edition.__dict__, "cases", {**edition.cases, name: half})
    assert not edition.has(audience, material)
