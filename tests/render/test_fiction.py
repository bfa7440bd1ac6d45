"""A poster that tells a scenario says that it is fiction, beside its label and in the notice."""

from __future__ import annotations

import pymupdf
import pytest
from sample_sheets import MOMENT, TEMPLATES, VOICE, Document, Sheet, sample, words_of

from handbill.load.kinds import load_kinds
from handbill.model.units import MM_PER_PT
from handbill.press.preflight.type_size import LEAST
from handbill.render.typst import SheetRenderer

NOTICE = VOICE.campaign.fiction_notice
TAG = "情景案例（虚构）"


@pytest.fixture(scope="module")
def renderer() -> SheetRenderer:
    return SheetRenderer(TEMPLATES)


@pytest.mark.parametrize("size", ["A4", "A2", "570x840"])
def test_a_story_on_a_poster_is_labelled(
    renderer: SheetRenderer, document: Document, sheet: Sheet, size: str
) -> None:
    kind = load_kinds().by_name["poster"]
    plain = sample("poster")
    story = plain.model_copy(update={"fiction": True})
    assert NOTICE in kind.transcript_of(story, VOICE)
    assert NOTICE not in kind.transcript_of(plain, VOICE)
    for material, times in ((story, 2), (plain, 0)):
        drawn = sheet("poster", copy=kind.data(material, VOICE), specimen=None)
        pdf = renderer.pdf("poster", document("poster", drawn, size=size), MOMENT)
        said = words_of(pdf)
        # Beside the label, and at the head of the notice.
        assert said.count(TAG) == times
        assert said.count(NOTICE) == times // 2
        # The notice is read from where the poster is.
        with pymupdf.open(stream=pdf, filetype="pdf") as opened:
            blocks = opened[0].get_text("dict")["blocks"]
        high = [
            span["size"] * MM_PER_PT
            for block in blocks
            for line in block.get("lines", ())
            for span in line["spans"]
            if "雷同" in span["text"]
        ]
        least = 1000 * kind.sizes[size].read_from_m / LEAST
        assert len(high) == times // 2 and all(one >= least for one in high)
