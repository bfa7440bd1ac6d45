"""Sheets of every kind, with copy of no campaign in particular."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pymupdf

from handbill.compose.sheets import PrintEdition, size_data
from handbill.load.kinds import load_kinds
from handbill.load.templates import load_looks
from handbill.model.look import Look
from handbill.words import on_sheet, words

KINDS = load_kinds().by_name
"""The kinds that come with Handbill."""
TEMPLATES = Path(__file__).parents[2] / "templates"
MOMENT = 1_795_000_000
ADDRESS = "https://handbill.example.org/m/sample"
BLANK = "\ue000"

SAMPLES = {
    file.stem: json.loads(file.read_text("utf-8"))
    for file in sorted((Path(__file__).parent / "samples").glob("*.json"))
}
"""A sheet of each kind: the size it is drawn at first, its pages and figures in that size, and the
copy its template reads."""
COPY: dict[str, dict[str, Any]] = {kind: sample["copy"] for kind, sample in SAMPLES.items()}
FIRST_SIZE: dict[str, str] = {kind: sample["size"] for kind, sample in SAMPLES.items()}
SLIP = {
    "title": "回执",
    "note": "沿虚线剪下，交班主任。",
    "statement": "我已阅读，并与孩子沟通。",
    "tick": "已约好家庭暗号",
    "fields": [
        {"label": "班级", "type": "line"},
        {"label": "学生姓名", "type": "line"},
        {"label": "家长签字", "type": "line"},
        {"label": "日期", "type": "date"},
    ],
}

Sheet = Callable[..., dict[str, Any]]
Document = Callable[..., dict[str, Any]]


@cache
def _looks() -> dict[str, Look]:
    return load_looks(TEMPLATES)


def make_sheet(kind: str, *, copy: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Makes a sheet of a kind; `copy` changes its copy, anything else the sheet itself."""
    return {
        "id": f"sample-{kind}",
        "kind": kind,
        "title": "样例",
        "lang": "zh",
        "label": "防范 · 进社区",
        "look": _looks()["communities"].rgb(),
        "picture": "families",
        "picture_alt": "母女一起看账",
        "specimen": None,
        "action": ["停一停", "查一查", "报一报"],
        "numbers": [
            {"number": "110", "words": ["遇险", "报警"]},
            {"number": "12315", "words": ["投诉", "举报"]},
        ],
        "qr": {"url": ADDRESS, "caption": "扫码看案例、查电话"},
        "imprint": [
            "发布：示例街道办事处",
            "版本 1.0",
            "有效期至 2027-11-30",
            "来源：handbill.example.org/m/sample",
        ],
        "slug": "sample · 1:1",
        "words": on_sheet(words("zh-CN"), KINDS[kind].words),
        "copy": {**COPY[kind], **(copy or {})},
        **more,
    }


def make_document(
    kind: str, *sheets: dict[str, Any], size: str | None = None, edition: PrintEdition = "office"
) -> dict[str, Any]:
    """Makes the whole input of a template: sheets (one of the kind if none are given), a size of
    the kind's, an edition."""
    name = size or FIRST_SIZE[kind]
    preset = KINDS[kind].sizes[name]
    drawn = list(sheets) or [make_sheet(kind)]
    if edition == "press":
        drawn = [{**one, "look": _looks()["communities"].cmyk()} for one in drawn]
    return {"edition": edition, "sheets": drawn, "size": size_data(name, preset, edition)}


def words_of(pdf: bytes) -> str:
    """All text of a PDF without white space, as a reader would copy it."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return "".join("".join(page.get_text().split()) for page in opened)
