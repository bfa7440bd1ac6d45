"""A pack is the same zip from the same files, and its spec sheet tells the truth."""

import csv
import datetime
import hashlib
import io
import zipfile
from dataclasses import replace

from handbill.compose.artifacts import Pack, PackFile, SpecRow
from handbill.render.packs import SPEC_HEADER, render_pack

MOMENT = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
ROW = SpecRow(file="x-A3.pdf", title="先别敲门", kind="海报", size="A3", trim="297 × 420 mm",
              bleed="3 mm", paper="157 g", finish="", valid_until="2027-11-30")
PACK = Pack((PackFile("poster/x-A3.pdf", "m/x/x-A3.pdf"),), (ROW,), (("文字稿.txt", "一\n二\n"),))
MADE = {"m/x/x-A3.pdf": b"%PDF-1.7 ..."}


def opened() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(render_pack(PACK, MADE, "规格单.csv", MOMENT)))


def test_the_same_files_give_the_same_bytes() -> None:
    assert render_pack(PACK, MADE, "规格单.csv", MOMENT) == render_pack(PACK, MADE, "规格单.csv",
                                                                       MOMENT)


def test_entries_are_sorted_dated_by_the_campaign_and_named_in_chinese() -> None:
    names = opened().namelist()
    assert names == sorted(names) and "规格单.csv" in names and "文字稿.txt" in names
    assert {info.date_time for info in opened().infolist()} == {(2026, 11, 24, 0, 0, 0)}


def test_the_spec_sheet_opens_in_a_spreadsheet_and_holds_the_checksum() -> None:
    raw = opened().read("规格单.csv")
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    header, row = csv.reader(io.StringIO(raw.decode("utf-8-sig")))
    assert tuple(header) == SPEC_HEADER
    values = dict(zip(header, row, strict=True))
    assert values["文件 file"] == "poster/x-A3.pdf"
    assert values["数量 count"] == ""
    assert values["sha256"] == hashlib.sha256(MADE["m/x/x-A3.pdf"]).hexdigest()


def test_no_title_becomes_a_formula() -> None:
    row = replace(ROW, title='=HYPERLINK("https://x.example")', paper="-")
    pack = replace(PACK, rows=(row,))
    with zipfile.ZipFile(io.BytesIO(render_pack(pack, MADE, "s.csv", MOMENT))) as archive:
        _, cells = csv.reader(io.StringIO(archive.read("s.csv").decode("utf-8-sig")))
    assert cells[1] == "'=HYPERLINK(\"https://x.example\")"
    assert cells[6] == "'-"


def test_texts_open_in_a_windows_editor() -> None:
    assert opened().read("文字稿.txt") == "\ufeff一\r\n二\r\n".encode()
