"""Places: a tree in which a child inherits what it does not say itself."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from handbill.model.text import Date, Line, Model, Slug, Url, broken, described


def _telephone(text: str) -> str:
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"\d{3,5}|0\d{2,3}[2-9]\d{6,7}|1[3-9]\d{9}|400\d{7}", digits):
        raise broken("telephone")
    return text.strip()


Telephone = Annotated[str, AfterValidator(_telephone)]
"""3–5 digits, area code and 7–8 digits, an 11-digit mobile number, or 400 and 7 digits."""


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
    name: Line | None = described("名称", "Name of the office", None, missing="omit")
    address: Line | None = described("地址", "Address", None, missing="omit")
    directions: Line | None = described(
        "怎么走", "The way there in words", None, missing="omit", example="菜场东门对面，二楼"
    )
    hours: Line | None = described("工作时间", "Opening hours", None, missing="omit")
    checked_on: Date | None = described("试拨日期", "Test-called on", None, missing="omit")


class Reward(Model):
    """A local rule on rewards; without it only the neutral sentence is printed."""

    text: Line = described("奖励说明", "What the rule says")
    source: Line = described("依据", "Its source")
    valid_until: Date = described("有效期至", "Valid until")


class Place(Model):
    """A district, street, community, village, school or firm."""

    id: Slug = described("编号；也是网址", "Identifier; becomes part of addresses")
    name: Line = described("名称", "Name", example="吴家山街道")
    parent: Slug | None = described("上级", "Id of the place above", None)
    level: Level = described("类别", "Kind of place")
    publisher: Line | None = described(
        "发布单位全称", "Publisher, in full", None, missing="specimen"
    )
    signature: Line | None = described(
        "落款", "Signature; the publisher where not given", None, missing="blank"
    )
    area_code: Annotated[str, Field(pattern=r"^0\d{2,3}$")] | None = described(
        "区号", "Area code", None, missing="omit", example="027"
    )
    contacts: dict[Slug, Contact] = described("本地电话", "Local contacts by role", dict)
    website: Url | None = described("网页地址", "Web address", None, missing="omit")
    reward: Reward | None = described("举报奖励", "Reward rule", None, missing="omit")
    first_contact_duty: bool | None = described(
        "是否推行首接负责", "Whether the first office asked must act", None, missing="omit"
    )
    valid_until: Date | None = described(
        "材料有效期",
        "Materials valid until; the campaign's date where not given",
        None,
        missing="omit",
    )
    checked_by: Line | None = described(
        "核对岗位；写岗位，不写姓名", "Post that checked, not a person's name", None, missing="omit"
    )
    checked_on: Date | None = described("核对日期", "Checked on", None, missing="omit")


class PlacesFile(Model):
    """places.yml"""

    places: list[Place] = described("地区", "Places", min_length=1)
