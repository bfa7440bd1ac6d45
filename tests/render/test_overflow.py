"""Copy that does not fit stops the build and says by how much; copy at the limit passes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from sample_sheets import COPY, KINDS, SLIP, TEMPLATES, Document, Sheet

from handbill.compose.sheets import LONGEST_TYPED
from handbill.problems import ProblemsFound
from handbill.render.typst import SheetRenderer
from handbill.words.blocks import BLOCKS

CALLS = r'(?:refuse|fit-size|fit-text|fit-lines|caption|must-fit)\(\s*sheet, "([a-z-]+)"'
"""What templates call with the name of a block that copy may be too long for."""
LONG_BODY = [{"heading": None, "text": ["先停下，再核实，和家里人商量。" * 140]}]
LONG_BLOCK = [{"title": "怎么办", "rows": [], "text": "先停下，再核实。" * 40}]

TOO_LONG: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    ("poster", "headline", {"headline": ["先别敲门上楼", "打个电话"]}, {}),
    ("poster", "headline", {"headline": ["一二三四五六七八", "打个电话", "问清楚"]}, {}),
    ("poster", "sentence", {"sentence": "一" * 21}, {}),
    ("poster", "signal", {"signals": ["一二三四五六七八", "集体上课", "手机受控"]}, {}),
    (
        "poster",
        "action",
        {},
        {
            "action": [
                "停下来和家里人想一想再说",
                "查清楚了再说话也不迟啊",
                "报告给居委会和派出所去",
            ]
        },
    ),
    ("poster", "imprint", {}, {"imprint": ["发布：" + "示例" * 80]}),
    ("poster", "imprint", {}, {"imprint": ["发布：" + "示例" * 18] * 3}),
    (
        "poster",
        "numbers",
        {},
        {"numbers": [{"number": "0800 123 4567", "words": ["投诉", "举报"]}] * 5},
    ),
    ("letter", "heading", {"heading": "一" * 24}, {}),
    ("letter", "body", {"parts": LONG_BODY}, {}),
    ("letter", "contacts", {"contacts": [{"label": "一" * 20, "number": None}]}, {}),
    ("letter", "slip-statement", {"slip": {**SLIP, "statement": "一" * 40}}, {}),
    ("card", "signal-text", {"signals": [{"title": "先交钱", "text": "一" * 27}] * 3}, {}),
    ("card", "closing", {"closing": "一" * 20}, {}),
    ("card", "back", {"blocks": LONG_BLOCK}, {}),
    ("banner", "slogan", {"slogan": ["一" * 10, "一" * 10]}, {}),
]


@pytest.mark.parametrize(("kind", "block", "copy", "more"), TOO_LONG)
def test_too_long_is_refused(
    renderer: SheetRenderer,
    document: Document,
    sheet: Sheet,
    kind: str,
    block: str,
    copy: dict[str, Any],
    more: dict[str, Any],
) -> None:
    # A poster has signals from A2 on.
    large = {"size": "A2"} if (kind, block) == ("poster", "signal") else {}
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf(kind, document(kind, sheet(kind, copy=copy, **more), **large), 0)
    (problem,) = caught.value.problems
    assert problem.code == "E707"
    assert problem.details["block"] == block
    assert float(str(problem.details["needed"])) > float(str(problem.details["room"]))
    assert BLOCKS[block][0] in problem.text("zh")
    assert f"sample-{kind}" in problem.text("en")


@pytest.mark.parametrize(
    ("kind", "copy"),
    [
        (
            "poster",
            {
                "headline": ["先别敲门啊", "打个电话吧"],
                "sentence": "一" * 20,
                "signals": ["一二三四五六"] * 3,
            },
        ),
        ("poster", {"headline": ["一二三四五六七", "一二三四五六七", "一二三四五六七"]}),
        ("poster", {"headline": ["停", "问"], "sentence": "停", "signals": ["一", "二", "三"]}),
        ("card", {"closing": "一" * 17, "signals": [{"title": "一" * 6, "text": "一" * 24}] * 3}),
        ("banner", {"slogan": ["一" * 9, "一" * 9]}),
        ("banner", {"slogan": ["停"]}),
    ],
)
def test_copy_at_the_limit_fits(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str, copy: dict[str, Any]
) -> None:
    assert renderer.pdf(kind, document(kind, sheet(kind, copy=copy)), 0)


def test_every_block_that_a_template_refuses_has_a_name() -> None:
    refused = set()
    for file in TEMPLATES.rglob("*.typ"):
        text = file.read_text(encoding="utf-8")
        refused |= set(re.findall(CALLS, text))
    assert refused
    assert refused <= BLOCKS.keys()


def _site_that_refuses(folder: Path, numbers: str, block: str = "tail") -> None:
    """Makes templates whose poster refuses a block, whatever its copy."""
    (folder / "sheet").mkdir()
    for name in ("type.typ", "fill.typ", "input.typ"):
        (folder / "sheet" / name).write_bytes((TEMPLATES / "sheet" / name).read_bytes())
    (folder / "poster").mkdir()
    (folder / "poster" / "sheet.typ").write_text(
        '#import "/sheet/input.typ": input\n#import "/sheet/type.typ": refuse\n'
        f'#refuse(input().sheets.first(), "{block}", {numbers}, "lines")\n',
        "utf-8",
    )


@pytest.mark.parametrize(
    ("block", "chinese", "english"),
    [
        ("picture-alt", "picture_alt（图的说明）", "picture_alt (What the picture shows)"),
        ("tail", "“sample-poster”的tail（A3）", "tail (A3)"),
    ],
)
def test_a_block_of_a_site_is_named_by_its_field(
    document: Document, tmp_path: Path, block: str, chinese: str, english: str
) -> None:
    _site_that_refuses(tmp_path, "9, 5", block)
    with pytest.raises(ProblemsFound) as caught:
        SheetRenderer(tmp_path).svg("poster", document("poster"))
    (problem,) = caught.value.problems
    assert chinese in problem.text("zh") and english in problem.text("en")


def test_a_faulty_template_names_the_sheet(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf("poster", document("poster", sheet("poster", picture="nowhere")), 0)
    (problem,) = caught.value.problems
    assert problem.code == "E701"
    assert problem.details["sheet"] == "sample-poster"


LONG_NAME = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府综合治理办公室"
"""As long as names of offices are."""


@pytest.mark.parametrize(
    ("kind", "size"), [(kind, size) for kind in COPY for size in KINDS[kind].sizes]
)
def test_the_longest_office_and_address_fit_every_sheet(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str, size: str
) -> None:
    signature = {"signature": LONG_NAME} if "signature" in COPY[kind] else {}
    one = sheet(
        kind,
        copy=signature,
        imprint=[
            f"发布：{LONG_NAME}",
            "版本 1.0",
            "印制 2026-11",
            "有效期至 2027-11-30",
            "来源：" + "www.example.gov.cn/xuanchuan/m/communities-poster"[:LONGEST_TYPED],
        ],
    )
    assert renderer.pdf(kind, document(kind, one, size=size), 0)


def test_all_that_does_not_fit_is_told_in_one_run(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    copy = {"headline": ["一" * 8] * 3, "sentence": "一" * 30, "signals": ["一" * 8] * 3}
    one = sheet("poster", copy=copy, action=["停下来和家里人想一想再说"] * 3, imprint=["示例" * 99])
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf("poster", document("poster", one, size="A2"), 0)
    blocks = [problem.details["block"] for problem in caught.value.problems]
    assert set(blocks) >= {"headline", "sentence", "signal", "action", "imprint"}
    assert {problem.code for problem in caught.value.problems} == {"E707"}


def test_a_negative_number_of_typst_is_a_number(
    document: Document, sheet: Sheet, tmp_path: Path
) -> None:
    _site_that_refuses(tmp_path, "-3, -9")
    with pytest.raises(ProblemsFound) as caught:
        SheetRenderer(tmp_path).svg("poster", document("poster"))
    [problem] = caught.value.problems
    # There is never less than no room; and what fits is a fault of the template, told as such.
    assert problem.code == "E701" and "-3" in problem.text("en")


def test_a_longer_size_is_advised_where_there_is_one(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    said = {}
    for size in ("6000x700", "10000x700"):
        one = sheet("banner", copy={"slogan": ["一" * 60]})
        with pytest.raises(ProblemsFound) as caught:
            renderer.pdf("banner", document("banner", one, size=size), 0)
        said[size] = caught.value.problems[0].help("zh")
    assert "8000x700" in said["6000x700"]
    assert "x700" not in said["10000x700"]


@pytest.mark.parametrize(
    ("language", "unit", "other"),
    [("zh", "characters", "letters"), ("en", "letters", "characters")],
)
def test_what_is_too_long_is_counted_as_its_script_counts(
    renderer: SheetRenderer, document: Document, sheet: Sheet, language: str, unit: str, other: str
) -> None:
    one = sheet("poster", copy={"sentence": "Much too long, " * 20}, lang=language)
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf("poster", document("poster", one), 0)
    [problem] = [one for one in caught.value.problems if one.details["block"] == "sentence"]
    said = problem.text("en")
    assert f" {unit} (" in said and other not in said
    needed, room = (float(str(problem.details[name])) for name in ("needed", "room"))
    if language == "en":
        found = re.search(r"by (\d+) letters \((\d+) needed, (\d+) at most\)", said)
        assert found and int(found[1]) == int(found[2]) - int(found[3])
        assert int(found[2]) >= 2 * needed and int(found[3]) <= 2 * room
    assert re.search(r"\. Cut some text$|^cut some text$", problem.help("en"))
