"""The sheets themselves are sound: one of every kind, size and edition, with nothing lacking."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pikepdf
import pytest
from sample_sheets import COPY, KINDS, MOMENT, Document

from handbill.press.preflight import Wanted, examine
from handbill.press.ticket import JobTicket
from handbill.render.typst import SheetRenderer

TODAY = datetime.date(2026, 11, 24)
PRINTED = [kind for kind in COPY if KINDS[kind].medium == "paper"]


def editions(kind: str) -> list[tuple[str, str]]:
    """Every size in each edition it has."""
    return [
        (size, edition)
        for size, preset in KINDS[kind].sizes.items()
        for edition in ("office", "press", *(("large",) if preset.large else ()))
    ]


@pytest.mark.parametrize("kind", PRINTED)
def test_no_finding(renderer: SheetRenderer, document: Document, kind: str, tmp_path: Path) -> None:
    found = []
    for size, edition in editions(kind):
        file = tmp_path / f"{kind}-{size}-{edition}.pdf"
        file.write_bytes(renderer.pdf(kind, document(kind, size=size, edition=edition), MOMENT))
        found += [
            f"{problem.code} {problem.span} {problem.text('en')}"
            for problem in examine(file, file.name, Wanted(), TODAY)
        ]
    assert found == []


def test_a_sheet_bears_its_ticket(renderer: SheetRenderer, document: Document) -> None:
    data = document("banner", size="6000x700", edition="press")
    with pikepdf.open(io.BytesIO(renderer.pdf("banner", data, MOMENT))) as opened:
        ticket = JobTicket.read(opened)
    preset = KINDS["banner"].sizes["6000x700"]
    assert ticket is not None
    assert (ticket.kind, ticket.size, ticket.edition, ticket.scale) == (
        "banner",
        "6000x700",
        "press",
        0.1,
    )
    assert (ticket.read_from_m, ticket.safe, ticket.bleed) == (
        preset.read_from_m,
        preset.safe,
        preset.bleed,
    )
    assert "发布：示例街道办事处" in ticket.near
    assert ticket.specimen == ()


def test_the_words_in_the_place_of_a_code_are_a_specimens(
    renderer: SheetRenderer, document: Document
) -> None:
    data = document("banner", size="6000x700", edition="press")
    for sheet in data["sheets"]:
        sheet["specimen"] = {"word": "样张", "note": "网址未填写"}
    with pikepdf.open(io.BytesIO(renderer.pdf("banner", data, MOMENT))) as opened:
        ticket = JobTicket.read(opened)
    assert ticket is not None
    assert set(ticket.specimen) == {"样张", "网址未填写", "二维码", "网址待定"}
