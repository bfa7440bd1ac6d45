"""Sheets of every kind, with copy of no campaign in particular."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pymupdf

from handbill.compose.lockup import tones
from handbill.compose.sheets import PrintEdition, size_data
from handbill.load.kinds import load_kinds
from handbill.load.templates import load_looks
from handbill.load.validate import validate
from handbill.load.yaml_source import parse
from handbill.model.campaign import Lockup
from handbill.model.case import AdjudicatedCase
from handbill.model.look import Look
from handbill.model.strip import Strip
from handbill.words import on_sheet, words

TEMPLATES = Path(__file__).parents[2] / "templates"
MOMENT = 1_795_000_000
ADDRESS = "https://handbill.example.org/m/sample"
BLANK = "\ue000"

KINDS = load_kinds().by_name


ROLES: dict[str, tuple[str, str | None]] = {
    "committee": ("居委会", None),
    "police": ("派出所", None),
    "market": ("市场监管所", "027-81234567"),
    "community": ("社区", None),
}
"""Label and number of local contacts by role."""


def _strip(name: str) -> Strip:
    document, _ = parse((TEMPLATES / "comic" / f"{name}.yml").read_text("utf-8"), name)
    assert document is not None
    strip, problems = validate(document, Strip)
    assert problems == []
    return strip


def _case() -> AdjudicatedCase:
    document, _ = parse((TEMPLATES / "case-sheet/sample-case.yml").read_text("utf-8"), "case")
    assert document is not None
    case, problems = validate(document, AdjudicatedCase)
    assert problems == []
    return case


VOICE: Any = SimpleNamespace(
    language="zh-CN",
    words=words("zh-CN"),
    campaign=SimpleNamespace(
        numbers=[
            SimpleNamespace(number=number, words=[said], use=use)
            for number, said, use in (
                ("110", "遇险报警", "被困、被控制、正在聚集时"),
                ("12315", "投诉举报", "拉人头、层层返利、买礼包入伙"),
                ("12345", "政务咨询", "核实所谓“国家项目”"),
            )
        ],
        text_message=None,
        every_number=lambda: VOICE.campaign.numbers,
        disclaimer="本内容为普法宣传，不构成法律意见或对任何单位、个人的认定。",
        fiction_notice="情景案例（虚构）。人物、单位、地点均为虚构，如有雷同纯属巧合。",
    ),
    place=SimpleNamespace(signature=BLANK, contacts={}),
    cases={"sample": _case()},
    strips={"sample-strip": _strip("sample-strip")},
    contact_lines=lambda roles: [f"{ROLES[one][0]}：{ROLES[one][1] or BLANK}" for one in roles],
    number_lines=lambda: ["110 遇险报警", "12315 投诉举报"],
    action_lines=lambda: ["停一停，查一查，报一报。", "110 遇险报警", "12315 投诉举报"],
    sentence=lambda parts: "，".join(parts) + "。",
    in_one="，".join,
    pair=lambda title, text="": f"{title}：{text}",
    contacts=lambda roles: [
        {"label": ROLES[one][0], "number": ROLES[one][1], "field": f"contacts.{one}.number"}
        for one in roles
    ],
    written_date=lambda: "2026年11月24日",
    text_message_number=lambda: None,
    valid_until=lambda material: datetime.date(2026, 12, 31),
)
"""An edition of no campaign in particular."""


def sample(kind: str) -> Any:
    """Reads templates/<kind>/sample.yml as a material."""
    document, _ = parse((TEMPLATES / kind / "sample.yml").read_text("utf-8"), kind)
    assert document is not None
    material, problems = validate(document, KINDS[kind].model)
    assert problems == []
    return material


SAMPLES = {kind: sample(kind) for kind in sorted(KINDS)}
"""A material of each kind."""
COPY: dict[str, dict[str, Any]] = {
    kind: KINDS[kind].data(material, VOICE)
    for kind, material in SAMPLES.items()
    if KINDS[kind].medium == "paper"
}
"""The copy that its template reads, of each kind for paper."""
FIRST_SIZE: dict[str, str] = {kind: SAMPLES[kind].sizes[0] for kind in COPY}
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
    return load_looks().by_name


def make_sheet(kind: str, *, copy: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Makes a sheet of a kind; `copy` changes its copy, anything else the sheet itself."""
    return {
        "id": f"sample-{kind}",
        "kind": kind,
        "title": "样例",
        "lang": "zh",
        "label": "防范 · 进社区",
        "look": tones(_looks()["communities"], Lockup())["rgb"],
        "picture": "families",
        "picture_alt": "母女一起看账",
        "specimen": None,
        "action": ["停一停", "查一查", "报一报"],
        "action_form": "order",
        "devices": ["palm", "lens", "handset"],
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
        "posted": {"name": "示例街道", "publisher": None, "said": "发布单位"},
        "copy": {**COPY[kind], **(copy or {})},
        **more,
    }


def make_document(
    kind: str, *sheets: dict[str, Any], size: str | None = None, edition: PrintEdition = "office"
) -> dict[str, Any]:
    """Makes the whole input of a template: sheets (one of the kind if none are given), a size of
    the kind, an edition."""
    name = size or FIRST_SIZE[kind]
    measures = KINDS[kind].sizes[name]
    drawn = list(sheets) or [make_sheet(kind)]
    if edition == "press":
        drawn = [{**one, "look": tones(_looks()["communities"], Lockup())["cmyk"]} for one in drawn]
    return {"edition": edition, "sheets": drawn, "size": size_data(name, measures, edition)}


def spans_of(page: pymupdf.Page) -> list[dict[str, Any]]:
    """The text of a page in pieces of one face, size and colour."""
    return [
        span
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
    ]


def words_of(pdf: bytes) -> str:
    """All text of a PDF without white space, as a reader would copy it."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return "".join("".join(page.get_text().split()) for page in opened)
