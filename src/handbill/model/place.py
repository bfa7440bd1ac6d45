"""Places: a tree in which a child inherits what it does not say itself."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from handbill.model.logo import MOST_LOGOS, Logo
from handbill.model.tags import Country
from handbill.model.telephone import Telephone
from handbill.model.text import Date, Line, Model, Slug, Url, broken, described
from handbill.problems import Both

_FORMULA = re.compile(r"[=\t]|[@+-]\w*\s*[(|!]|[+-].*[|!(]")
"""How a cell begins that a spreadsheet would reckon, or run: =…, @SUM(…), +cmd|…"""


def _cell(text: str) -> str:
    if _FORMULA.match(text):
        raise broken(
            "spreadsheet", Both("这是公式，不是内容。", "This is a formula and not its value. ")
        )
    if not any(one.isalnum() for one in text):
        raise broken(
            "spreadsheet",
            Both("这里只有符号；没有内容就空着。", "There are signs alone; leave it empty. "),
        )
    return text


def _proper_name(text: str) -> str:
    if not any(one.isalpha() for one in text) or re.fullmatch(r"[0-9.]+[Ee][+-]?[0-9]+", text):
        raise broken(
            "spreadsheet", Both("这是一个数，不是名称。", "This is a quantity and not a name. ")
        )
    return text


Cell = Annotated[Line, AfterValidator(_cell)]
"""A line that may come from a spreadsheet: no formula, and more than a sign for nothing."""
ProperName = Annotated[Cell, AfterValidator(_proper_name)]
"""What a place is called: it holds a letter."""


LEVEL_WORDS: dict[str, str] = {
    "省": "province",
    "市": "city",
    "区": "district",
    "县": "district",
    "区县": "district",
    "街道": "subdistrict",
    "镇": "town",
    "乡": "town",
    "乡镇": "town",
    "社区": "community",
    "村": "village",
    "学校": "school",
    "企业": "enterprise",
    "其他": "other",
}
"""Chinese kind of place → `Place.level`."""


CALLED_WITHIN = datetime.timedelta(days=90)
"""How long a test call holds: every number is called within 90 days before print."""

Level = Literal[
    "province",
    "city",
    "district",
    "subdistrict",
    "town",
    "community",
    "village",
    "school",
    "enterprise",
    "other",
]


class Contact(Model):
    """An office of a place."""

    number: Telephone | None = described("电话", "Telephone", None, missing="blank")
    name: Cell | None = described("名称", "Name of the office", None, missing="omit")
    address: Cell | None = described("地址", "Address", None, missing="omit")
    directions: Cell | None = described(
        "怎么走", "The way there in words", None, missing="omit", example="菜场东门对面，二楼"
    )
    hours: Cell | None = described("工作时间", "Opening hours", None, missing="omit")
    checked_on: Date | None = described("试拨日期", "Test-called on", None, missing="omit")


class TextMessageNumber(Model):
    """The number that text messages for help are sent to. Rules for it differ from place to place,
    so that it is asked for and never derived."""

    number: Annotated[str, Field(pattern=r"^[1-9][0-9]{2,10}$")] = described(
        "号码", "Number", example="12110"
    )
    checked_on: Date = described("问清、试过的日期", "Confirmed and tried on")


class Reward(Model):
    """A local rule on rewards; without it only the neutral sentence is printed."""

    text: Cell = described("奖励说明", "What the rule says")
    source: Cell = described("依据", "Its source")
    valid_until: Date = described("有效期至", "Valid until")


class Place(Model):
    """A district, street, community, village, school or firm."""

    id: Slug = described("编号；也是网址", "Identifier; becomes part of addresses")
    name: ProperName = described("名称", "Name", example="河东街道")
    parent: Slug | None = described("上级", "Id of the place above", None)
    level: Level = described("类别", "Kind of place")
    country: Country | None = described(
        "国家或地区；两个字母，电话照那里的写法核对，不填看上级，再看活动的语言",
        "Country whose telephone numbers it has; without, as the place above, else the language",
        None,
        missing="omit",
        example="CN",
    )
    publisher: Cell | None = described(
        "发布单位全称", "Publisher, in full", None, missing="specimen"
    )
    signature: Cell | None = described(
        "落款", "Signature; the publisher where not given", None, missing="blank"
    )
    text_message: TextMessageNumber | None = described(
        "短信报警号码", "Text-message number", None, missing="omit"
    )
    contacts: dict[Slug, Contact] = described("本地电话", "Local contacts by role", dict)
    website: Url | None = described("网页地址", "Web address", None, missing="omit")
    reward: Reward | None = described("奖励", "Reward rule", None, missing="omit")
    first_contact_duty: bool | None = described(
        "是否推行首接负责", "Whether the first office asked must act", None, missing="omit"
    )
    logos: list[Logo] | None = described(
        "印在发布单位旁边的标志；不填用上级的，都没有用 campaign.yml 的",
        "Logos beside the publisher; without, those of the place above, or of campaign.yml",
        None,
        max_length=MOST_LOGOS,
    )
    valid_until: Date | None = described(
        "材料有效期",
        "Materials valid until; the campaign's date where not given",
        None,
        missing="omit",
    )
    checked_by: Cell | None = described(
        "核对岗位；写岗位，不写姓名", "Post that checked, not a person's name", None, missing="omit"
    )
    checked_on: Date | None = described("核对日期", "Checked on", None, missing="omit")


class PlacesFile(Model):
    """places.yml"""

    places: list[Place] = described("地区", "Places", min_length=1)
