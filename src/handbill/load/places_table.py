"""Places as a table: which column is which field, and what a row becomes.

A row becomes the same data that places.yml would hold, with marks at its cells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from handbill.load.marks import Extent, Marks, Path
from handbill.load.table import Table
from handbill.load.yaml_source import MOST, Document
from handbill.model.place import LEVEL_WORDS
from handbill.problems import Both

COLUMNS: dict[str, str] = {
    "编号": "id",
    "名称": "name",
    "上级": "parent",
    "类别": "level",
    "国家": "country",
    "发布单位": "publisher",
    "落款": "signature",
    "短信报警号码": "text_message.number",
    "短信试发日期": "text_message.checked_on",
    "网页地址": "website",
    "奖励说明": "reward.text",
    "奖励依据": "reward.source",
    "奖励有效期": "reward.valid_until",
    "首接负责": "first_contact_duty",
    "材料有效期": "valid_until",
    "核对岗位": "checked_by",
    "核对日期": "checked_on",
}
"""Chinese header → field. The field's own name is a header as well."""

CONTACT_COLUMNS: dict[str, str] = {
    "": "number",
    "电话": "number",
    "名称": "name",
    "地址": "address",
    "怎么走": "directions",
    "工作时间": "hours",
    "试拨日期": "checked_on",
}
"""What may follow the Chinese label of a contact role in a header → field of the contact; in
English the header is contacts.<role> or contacts.<role>.<field>."""

LEVELS = LEVEL_WORDS

_TRUTH = {"是": "true", "否": "false"}
_DAY = re.compile(r"([0-9]{4})[/.年]([0-9]{1,2})[/.月]([0-9]{1,2})日?")
_CONTACT_FIELDS = ("number", "name", "address", "directions", "hours", "checked_on")


class PlacesTable(Table):
    """Places as they are read, a row each.

    marks: where cells stand; its values are filled in. roles: label of each contact role → its id.
    """

    header = Both("编号、名称、类别", "编号, 名称, 类别 or id, name, level")
    anchors = frozenset({("id",), ("name",)})

    def __init__(self, marks: Marks, roles: Mapping[str, str]) -> None:
        super().__init__(marks)
        self.roles = roles
        self.places: list[dict[str, Any]] = []
        self.values: dict[Path, Extent] = {(): Extent(1, 1, 1, 2), ("places",): Extent(1, 1, 1, 2)}
        self._ids: set[str] = set()
        self._repeated = 0

    def document(self) -> Document | None:
        """Return the places of all rows; None when something is wrong with the table."""
        self.finish()
        if self.problems:
            return None
        return Document({"places": self.places}, replace(self.marks, values=self.values))

    def known(self) -> tuple[Sequence[str], Sequence[str]]:
        """Return the headers that E504 lists, and all that there are."""
        contacts = [f"contacts.{role}" for role in self.roles.values()]
        return [*COLUMNS, *self.roles], [*COLUMNS, *COLUMNS.values(), *self.roles, *contacts]

    def field(self, header: str) -> Path | None:
        """Return what a header means: contacts.police-station.hours, or 派出所工作时间 →
        ("contacts", "police-station", "hours")."""
        header = re.sub(r"\s", "", unicodedata.normalize("NFKC", header))
        name = COLUMNS.get(header, header)
        if name in COLUMNS.values():
            return tuple(name.split("."))
        parts = name.split(".")
        if parts[0] == "contacts" and len(parts) in (2, 3):
            field = parts[2] if len(parts) == 3 else "number"
            return ("contacts", parts[1], field) if parts[1] and field in _CONTACT_FIELDS else None
        for label, role in self.roles.items():
            if header.startswith(label) and header[len(label) :] in CONTACT_COLUMNS:
                return ("contacts", role, CONTACT_COLUMNS[header[len(label) :]])
        return None

    def entry(self, cells: list[str], extents: list[Extent]) -> None:
        """Take a place."""
        if self._repeated > 2 * MOST:
            return  # a table pasted over and over is at fault, whatever else stands in it
        base: Path = ("places", len(self.places))
        place: dict[str, Any] = {}
        filled = [extent for cell, extent in zip(cells, extents, strict=True) if cell]
        self.values[base] = Extent(
            filled[0].line, filled[0].column, filled[-1].line, filled[-1].end_column
        )
        for field, cell, extent in zip(self._fields or [], cells, extents, strict=False):
            if not cell or not field:
                continue
            inner = place
            for depth, step in enumerate(field[:-1], start=1):
                inner = inner.setdefault(str(step), {})
                self.values.setdefault((*base, *field[:depth]), extent)
            inner[str(field[-1])] = _cell(str(field[-1]), cell)
            self.values[(*base, *field)] = extent
        self._repeated += place.get("id") in self._ids
        self._ids.add(str(place.get("id")))
        self.places.append(place)


def _cell(field: str, cell: str) -> str:
    """A cell as YAML would have it: spreadsheets write days and yes or no in their own way."""
    if field == "level":
        return LEVELS.get(cell, cell)
    if field == "first_contact_duty":
        return _TRUTH.get(cell, cell)
    if field in ("valid_until", "checked_on") and (day := _DAY.fullmatch(cell)):
        return f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}"
    return cell
