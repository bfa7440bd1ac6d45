"""`handbill places template`: a workbook for people who keep places in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from handbill.editing.form_book import FormBook
from handbill.editing.places_import import cells_of, headers
from handbill.load.collection import Collection
from handbill.load.folders import contact_roles
from handbill.model.place import LEVEL_WORDS, Contact, Place, Reward, TextMessageNumber
from handbill.model.text import Model

ROWS = 20_000
"""Rows with drop-downs and the format of text."""

_WORDS = {
    "sheet": ("地区", "places"),
    "help": ("怎么填", "how to"),
    "present": ("现有地区", "present"),
    "level": ("从下拉表里选一种。", "Choose one of the list."),
    "parent": (
        "写上级的编号，可以从下拉表里选；最上面一级空着。",
        "The id of the place above; choose it from the list. Empty for the topmost.",
    ),
    "text": (
        "这一列已经设成“文本”，开头的 0 不会丢。",
        "This column is text, so that a leading 0 stays.",
    ),
    "day": ("写成 2026-11-24。", "Written 2026-11-24."),
    "must": ("必填。", "Required. "),
}
_ADVICE = {
    False: (
        "一个地区一行，从第二行写起。第一行是表头，不要动；用不着的列可以删去。",
        "不要合并格子，不要在表头上面加标题。上级相同的，每一行都写。",
        "编号是网址的一部分，用小写字母、数字和减号，定了就不要改。统计用的区划代码也可以。",
        "不知道的电话空着，印出来是一条横线，可以手写。不要猜。",
        "电话在印刷前 90 天内试拨过，才写试拨日期。核对岗位写岗位，不写姓名。",
        "填好后运行：handbill places import 这个文件。有错的格子会逐个指出；改了什么先给您看，"
        "您同意了才写。",
        "下面是例子，照着写在“地区”那张表里：",
    ),
    True: (
        "One place a row, from the second row on. Leave the first row; columns that are not needed "
        "may be deleted.",
        "Do not merge cells, and write no title above the header. Write the place above in each row.",
        "An id is part of an address: small letters, digits and hyphens. Do not change it later.",
        "Leave a telephone that nobody knows empty: a line to write on is printed. Never guess.",
        "A day is written only where the number was called within 90 days before print.",
        "Then run: handbill places import this-file. Each bad cell is named, and nothing is written "
        "before you have seen what changes.",
        "An example, to be written into the sheet “places”:",
    ),
}
_MODELS: dict[str, type[Model]] = {
    "contacts": Contact,
    "reward": Reward,
    "text_message": TextMessageNumber,
}
_TEXT_FIELDS = ("id", "parent", "number")
_DAYS = ("valid_until", "checked_on")


def write_template(collection: Collection, target: Path, language: str, *, filled: bool) -> None:
    """Write the workbook: a sheet to fill in, one that says how, one of the places there are.

    filled: the sheet to fill in holds the places there are. language: zh or en, of headers too.
    Raises OSError.
    """
    english = language == "en"
    roles = contact_roles(collection.campaigns)
    ways = headers(roles)
    present = collection.places.value.places
    form = FormBook(collection.moment)
    named = {(way if english else header): _note(way, english) for header, way in ways.items()}
    sheet = form.table(_WORDS["sheet"][english], named, 10)
    sheet.freeze_panes(1, 2)
    for column, way in enumerate(ways.values()):
        choices = _choices(way, english)
        if choices:
            sheet.data_validation(1, column, ROWS, column, {"validate": "list", "source": choices})
        if way == "parent" and present:
            source = f"='{_WORDS['present'][english]}'!$A$2:$A${len(present) + 1}"
            # New places may be named as well: the list helps, and forbids nothing.
            listed = {"validate": "list", "source": source, "error_type": "information"}
            sheet.data_validation(1, column, ROWS, column, listed)
    rows = [cells_of(place, ways) for place in present]
    for number, row in enumerate(rows if filled else [], start=1):
        for column, header in enumerate(ways):
            if header in row:
                sheet.write_string(number, column, row[header], form.text)
    form.advice(_WORDS["help"][english], _ADVICE[english], _example(roles, english))
    there = form.book.add_worksheet(_WORDS["present"][english])
    heads = ["id there", "name there"] if english else ["现有编号", "现有名称"]
    there.write_row(0, 0, heads, form.head)
    for number, place in enumerate(present, start=1):
        there.write_string(number, 0, place.id, form.text)
        there.write_string(number, 1, place.name, form.text)
    form.write(target)


def _note(way: str, english: bool) -> str:
    """What the comment at a header says."""
    first, last = way.split(".")[0], way.split(".")[-1]
    model = _MODELS.get(first, Place)
    known = model.model_fields[last]
    label = (known.description or last).split(" / ")[english]
    said = [_WORDS["must"][english]] if way in ("id", "name", "level") else []
    said += [label + ("." if english else "。")]
    said += [_WORDS[way][english]] if way in ("level", "parent") else []
    said += [_WORDS["text"][english]] if last in _TEXT_FIELDS else []
    said += [_WORDS["day"][english]] if last in _DAYS else []
    return (" " if english else "").join(said)


def _choices(way: str, english: bool) -> list[str]:
    if way == "level":
        return sorted(set(LEVEL_WORDS.values())) if english else list(LEVEL_WORDS)
    if way == "first_contact_duty":
        return ["true", "false"] if english else ["是", "否"]
    return []


def _example(roles: dict[str, str], english: bool) -> list[list[str]]:
    """Rows of an example: a district, a street, a community."""
    first = next(iter(roles.items()), None)
    contact = [first[0], f"{first[0]}试拨日期"] if first else []
    if english:
        contact = (
            [f"contacts.{first[1]}.{end}" for end in ("number", "checked_on")] if first else []
        )
        head = ["id", "name", "parent", "level", *contact]
        return [
            head,
            ["north", "North District", "", "district", *[""] * len(contact)],
            ["river-street", "River Street", "north", "subdistrict", *[""] * len(contact)],
        ]
    return [
        ["编号", "名称", "上级", "类别", *contact],
        ["beiqu", "示例区", "", "区", *[""] * len(contact)],
        ["hedong", "河东街道", "beiqu", "街道", *[""] * len(contact)],
        ["hedong-1", "河东一社区", "hedong", "社区", *[""] * len(contact)],
    ]
