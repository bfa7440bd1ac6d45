"""A renderer that stays warm, and sheets of every kind with copy of no campaign in particular."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from handbill.load.templates import load_looks, load_preset
from handbill.render.qr import outline
from handbill.render.typst import SheetRenderer

TEMPLATES = Path(__file__).parents[2] / "templates"
MOMENT = 1_795_000_000
ADDRESS = "https://handbill.example.org/m/sample"
BLANK = "\ue000"

COPY: dict[str, dict[str, Any]] = {
    "poster": {"headline": ["先别敲门", "打个电话"], "sentence": "记下时间地点，急事打110。",
               "signals": ["多人合住", "集体上课", "手机受控"]},
    "letter": {
        "heading": "致居民的一封信", "salutation": "各位居民朋友：", "signature": BLANK,
        "date": "2026年11月24日",
        "parts": [{"heading": None, "paragraphs": ["您好！请您花几分钟读完这封信，有急事打110。"]},
                  {"heading": "一、怎么办", "paragraphs": ["先停下，再核实，和家里人商量。"]}],
        "contacts": [{"label": "居委会", "number": None},
                     {"label": "派出所", "number": "027-81234567"}],
        "slip": None},
    "card": {
        "headline": ["亲戚介绍", "也问一问"], "closing": "沾上一样要警惕，三样都有快远离。",
        "signals": [{"title": "先交钱", "text": "先交几百块，再返一点让你信。"},
                    {"title": "拉亲友", "text": "拉的人越多，说给的钱越多。"},
                    {"title": "查不到", "text": "文件拿得出，打电话问不到。"}],
        "blocks": [{"title": "三个不要", "text": None,
                    "rows": [{"title": "不交钱", "text": "没问清楚，一分不交"},
                             {"title": "不拉人", "text": "不带亲友，不替别人收钱"}]},
                   {"title": "走不了的时候", "rows": [],
                    "text": "别争吵，别硬闯。记住路名和楼号，方便时打110。"}],
        "contacts": [{"label": "派出所", "number": None}, {"label": "家里人", "number": None}]},
    "banner": {"slogan": ["求职先核实", "入职不交钱"], "signature": BLANK},
}
SLIP = {
    "title": "回执", "note": "沿虚线剪下，交班主任。", "statement": "我已阅读，并与孩子沟通。",
    "tick": "已约好家庭暗号",
    "fields": [{"label": "班级", "type": "line"}, {"label": "学生姓名", "type": "line"},
               {"label": "家长签字", "type": "line"}, {"label": "日期", "type": "date"}],
}
FIRST_SIZE = {"poster": "A3", "letter": "A4", "card": "A6", "banner": "6000x700"}

Sheet = Callable[..., dict[str, Any]]
Document = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def renderer() -> SheetRenderer:
    """One renderer for the whole run."""
    return SheetRenderer(TEMPLATES)


@pytest.fixture
def sheet() -> Sheet:
    """Makes a sheet of a kind; `copy` changes its copy, anything else the sheet itself."""
    looks = load_looks(TEMPLATES)

    def make(kind: str, *, copy: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        return {
            "id": f"sample-{kind}", "kind": kind, "title": "样例", "lang": "zh",
            "label": "防范 · 进社区", "look": looks["communities"].rgb(), "picture": "families",
            "picture_alt": "母女一起看账", "specimen": None,
            "action": ["停一停", "查一查", "报一报"],
            "numbers": [{"number": "110", "words": ["遇险", "报警"]},
                        {"number": "12315", "words": ["投诉", "举报"]}],
            "qr": {"url": ADDRESS, **outline(ADDRESS), "caption": "扫码看案例、查电话"},
            "imprint": ["发布：示例街道办事处", "版本 1.0", "有效期至 2027-11-30",
                        "来源：handbill.example.org/m/sample"],
            "slug": "sample · 1:1", "copy": {**COPY[kind], **(copy or {})}, **more}

    return make


@pytest.fixture
def document(sheet: Sheet) -> Document:
    """Makes the whole input of a template: sheets (one of the kind if none are given), a size of
    the kind's preset, an edition."""

    def make(kind: str, *sheets: dict[str, Any], size: str | None = None,
             edition: str = "office") -> dict[str, Any]:
        name = size or FIRST_SIZE[kind]
        preset = load_preset(kind, TEMPLATES).sizes[name]
        press = edition == "press"
        return {"edition": edition, "sheets": list(sheets) or [sheet(kind)],
                "size": {"name": name, "width": preset.width, "height": preset.height,
                         "bleed": preset.bleed if press else 0, "safe": preset.safe,
                         "scale": preset.scale, "marks": press}}

    return make


def words_of(pdf: bytes) -> str:
    """All text of a PDF without white space, as a reader would copy it."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return "".join("".join(page.get_text().split()) for page in opened)
