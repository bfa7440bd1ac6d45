"""A pack is the same zip from the same files, and its spec sheet and checksums tell the truth."""

import csv
import datetime
import hashlib
import io
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from handbill.compose.artifacts import Combined, Illustrated, Pack, PackFile, Sheet, SpecRow
from handbill.press.finish import finish
from handbill.problems import ProblemsFound
from handbill.render.packs import THUMBNAIL_PX, combine, illustrated, render_pack
from handbill.words import words

MOMENT = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
ROW = SpecRow(
    file="x-A3.pdf",
    title="先别敲门",
    kind="海报",
    size="A3",
    trim="297 × 420 mm",
    bleed="3 mm",
    scale="1:1",
    paper="157 g",
    finish="",
    valid_until="2027-11-30",
)
PACK = Pack(
    (PackFile("poster/x-A3.pdf", "m/x/x-A3.pdf"),),
    (ROW,),
    (("文字稿.txt", "一\n二\n"),),
    checksums=True,
)
SAY = words("zh-CN")
LICENCES = "许可全文 LICENSES.txt"
MADE = {"m/x/x-A3.pdf": b"%PDF-1.7 ..."}


def made(pack: Pack = PACK) -> bytes:
    return render_pack(pack, MADE, SAY, MOMENT, "licences")


def opened(pack: Pack = PACK) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(made(pack)))


def test_the_same_files_give_the_same_bytes() -> None:
    assert made() == made()


def test_entries_are_sorted_dated_by_the_campaign_and_named_in_chinese() -> None:
    names = opened().namelist()
    assert names == sorted(names)
    assert set(names) == {
        "poster/x-A3.pdf",
        "规格单.csv",
        "校验码 sha256sums.txt",
        "文字稿.txt",
        LICENCES,
    }
    assert {info.date_time for info in opened().infolist()} == {(2026, 11, 24, 0, 0, 0)}


def test_a_pack_for_the_office_has_no_spec_sheet_and_no_checksums() -> None:
    assert opened(replace(PACK, rows=(), checksums=False)).namelist() == [
        "poster/x-A3.pdf",
        "文字稿.txt",
        LICENCES,
    ]


def test_the_spec_sheet_opens_in_a_spreadsheet_and_holds_the_checksum() -> None:
    raw = opened().read("规格单.csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    header, row = csv.reader(io.StringIO(raw.decode("utf-8-sig")))
    values = dict(zip(header, row, strict=True))
    assert values["文件 file"] == "poster/x-A3.pdf"
    assert values["数量 count"] == ""
    assert values["sha256"] == hashlib.sha256(MADE["m/x/x-A3.pdf"]).hexdigest()


def test_checksums_are_in_the_form_that_sha256sum_checks() -> None:
    digest = hashlib.sha256(MADE["m/x/x-A3.pdf"]).hexdigest()
    assert opened().read("校验码 sha256sums.txt") == f"{digest}  poster/x-A3.pdf\n".encode()


def test_no_title_becomes_a_formula() -> None:
    row = replace(ROW, title='=HYPERLINK("https://x.example")', paper="-")
    header, cells = csv.reader(
        io.StringIO(opened(replace(PACK, rows=(row,))).read("规格单.csv").decode("utf-8-sig"))
    )
    values = dict(zip(header, cells, strict=True))
    assert values["标题 title"] == '\'=HYPERLINK("https://x.example")'
    assert values["纸张建议 paper"] == "'-"


def test_texts_open_in_a_windows_editor() -> None:
    assert opened().read("文字稿.txt") == "\ufeff一\r\n二\r\n".encode()


def blank(pages: int) -> bytes:
    with pikepdf.new() as document:
        for number in range(pages):
            document.add_blank_page(page_size=(100 + number, 200))
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def test_one_pdf_of_many_has_their_pages_in_order() -> None:
    parts = {"b": blank(1), "a": blank(2)}
    body = Combined(("b", "a"), "全部打印")
    assert combine(body, parts) == combine(body, parts)
    with pikepdf.open(io.BytesIO(combine(body, parts))) as document:
        assert [round(float(page.mediabox[2])) for page in document.pages] == [100, 100, 101]
        assert str(document.docinfo["/Title"]) == "全部打印"


@pytest.mark.parametrize("size", [(1200, 1600), (2400, 280), (40, 40)])
def test_pictures_of_a_sheet_are_made_small(size: tuple[int, int]) -> None:
    picture = io.BytesIO()
    Image.new("RGB", size, "#B4161B").save(picture, "PNG")
    body = Illustrated(Sheet("pack/spec", {"sheets": []}, "pdf"), (("x", "m/x/x.png"),))
    drawn = illustrated(body, {"m/x/x.png": picture.getvalue()})
    assert body.sheet.data == {"sheets": []}
    with Image.open(io.BytesIO(bytes(drawn.data["pictures"]["x"]))) as small:
        assert max(small.size) == min(THUMBNAIL_PX, max(size))
        assert small.width / small.height == pytest.approx(size[0] / size[1], rel=0.07)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<<"])
def test_a_part_that_is_no_pdf_is_a_problem(content: bytes) -> None:
    for make in (
        lambda: combine(Combined(("a.pdf",), "x"), {"a.pdf": content}),
        lambda: finish(content, {"width": 210, "height": 297, "bleed": 0, "scale": 1}),
    ):
        with pytest.raises(ProblemsFound) as caught:
            make()
        assert [problem.code for problem in caught.value.problems] == ["E801"]
