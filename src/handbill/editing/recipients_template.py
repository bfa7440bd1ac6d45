"""`handbill letters --template`: a workbook for organisations that letters go to."""

from __future__ import annotations

import datetime
from pathlib import Path

from handbill.editing.form_book import FormBook
from handbill.editing.recipients import COLUMNS

_NOTES = {
    "name": (
        "必填。单位全称，不写个人。",
        "Required. The full name of an organisation, never of a person.",
    ),
    "salutation": (
        "信开头的称呼，带冒号。整列删去，就用资料自己的称呼。",
        "How the letter begins, with its mark. Without this column the material's own is used.",
    ),
    "address": ("印在信的上方。", "Stands above the letter."),
    "contact": (
        "单位的电话或收信的科室，印在地址下面。不写个人手机。",
        "The office's telephone or department, below the address. No mobile number of a person.",
    ),
}
_ADVICE = (
    (
        "一个单位一行，从第二行写起。第一行是表头，不要动；用不着的列整列删去。",
        "不要合并格子，不要在表头上面加标题。",
        "不知道的空着，印出来是一条横线，可以手写。",
        "只写单位，不写个人；不要写身份证号、银行卡号。",
        "这张表不要放在网站的文件夹里，也不要放进网盘、群聊。",
        "填好后运行：handbill letters 资料编号 这个文件 -o 网站以外的文件夹",
        "下面是例子：",
    ),
    (
        "One organisation a row, from the second row on. Leave the first row; delete whole columns "
        "that are not needed.",
        "Do not merge cells, and write no title above the header.",
        "Leave empty what is not known: a line to write on is printed.",
        "Organisations alone, no persons; no identity or card numbers.",
        "Keep this table out of the folders of the site, and out of shared drives and chats.",
        "Then run: handbill letters MATERIAL this-file -o a folder outside of the site",
        "An example:",
    ),
)
_EXAMPLE = (
    ("示例小学", "示例小学的老师们：", "示例区示例路 1 号", "教务处"),
    ("Example School", "Dear teachers,", "1 Example Road", "School office"),
)
_SHEETS = (("单位", "怎么填"), ("recipients", "how to"))


def write_recipients_template(target: Path, language: str) -> None:
    """Write the workbook: a sheet to fill in, one that says how. language: zh or en, of headers too.
    Raises OSError."""
    english = language == "en"
    headers = {
        (field if english else header): _NOTES[field][english] for header, field in COLUMNS.items()
    }
    form = FormBook(datetime.datetime.now(datetime.UTC))
    first, second = _SHEETS[english]
    form.table(first, headers, 24)
    form.advice(second, _ADVICE[english], [list(headers), list(_EXAMPLE[english])])
    form.write(target)
