"""What Typst lays out, apart from what is made of the layout afterwards."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbill.load.glyphs import Typefaces, typefaces
from handbill.load.letters import TALL
from handbill.words.languages import LEFT_TO_RIGHT, direction, script_of

START = b'#include json("/drawing.json").template'
TYPEFACES = "sheet/typefaces.json"
"""The file of the direction and the families that templates/sheet/type.typ sets text in."""
REFUSALS = "refused.json"
"""The file of what a layout has refused already; see `refuse` in templates/sheet/type.typ."""
RECORDS = "records.json"
"""The file of whether blanks are told; see `field-record` in templates/sheet/type.typ."""
_IMAGE = re.compile(r'"image":"([0-9a-f]{32})"')
OWN, OWN_COPY = (
    ("imprint", "qr", "slug", "recipient", "posted"),
    ("salutation", "signature", "contacts"),
)
"""What of a sheet, and of its copy, differs from place to place, as `own` of
templates/sheet/input.typ has it."""
FINISHERS = ("large", "read_from_m")
"""Of a document's `size`: what the finisher reads, and no template."""


_REGIONS = {"Hans": "cn", "Hant": "tw"}


@dataclass(frozen=True)
class Layout:
    """A template and all that it reads: equal ones are one layout, however they are written.

    template: below the templates' folder. data: JSON. edition: for the templates that ask for it.
    direction: rtl or ltr. tall: whether letters have marks above and below. region: whose forms Han
    characters have, where the language does not say. typefaces: what it is set in.
    """

    template: str
    data: str
    edition: str
    direction: str
    tall: bool
    region: str | None
    typefaces: Typefaces

    @property
    def files(self) -> dict[str, bytes]:
        """The files that Typst finds in memory, beside the templates: the one it begins with, and
        those that templates/sheet/input.typ reads. QR codes are made for it here: a build that
        finds its drawings in the cache needs none."""
        from handbill.render.qr import outline

        document = json.loads(self.data)
        owned = {}
        for number, sheet in enumerate(document.get("sheets", ())):
            if code := sheet.get("qr"):
                code.update(outline(code["url"]))
                if self.edition != "press":
                    del code["runs"]
            own = _taken(sheet, OWN) | {"copy": _taken(sheet.get("copy", {}), OWN_COPY)}
            sheet["offices"] = len(own["copy"].get("contacts", ()))
            owned[f"own-{number}.json"] = json.dumps(own, ensure_ascii=False).encode()
            sheet["own"] = sheet["slug"] = f"/own-{number}.json"
        drawing = {"template": f"/{self.template}", "edition": self.edition}
        return {
            "main.typ": START,
            "drawing.json": json.dumps(drawing).encode(),
            "data.json": json.dumps(document, ensure_ascii=False).encode(),
            TYPEFACES: self._setting.encode(),
            REFUSALS: b"[]",
            RECORDS: json.dumps(len(owned) < 2).encode(),
            **owned,
        }

    @property
    def images(self) -> set[str]:
        """Names of the images that the data asks for, which the template finds as
        /image-<name>.svg."""
        return set(_IMAGE.findall(self.data))

    @property
    def _setting(self) -> str:
        return json.dumps(
            {
                "dir": self.direction,
                "tall": self.tall,
                "region": self.region,
                "runs": LEFT_TO_RIGHT if self.direction == "rtl" else "",
                "sans": self.typefaces.sans,
                "serif": self.typefaces.serif,
            }
        )

    @property
    def photos(self) -> list[dict[str, Any]]:
        """What of photographs the data asks for (see `compose.photos.cut`), which the template finds
        as /photo-<name>.svg."""
        sheets = json.loads(self.data).get("sheets", ()) if '"photo"' in self.data else ()
        return [photo for sheet in sheets if (photo := sheet.get("photo"))]

    @property
    def digest(self) -> str:
        """SHA-256 of template, data and fonts: the same for editions that are one layout to every
        template that does not ask which of them it draws."""
        files = [
            f"{file.name}:{file.stat().st_size}"
            for family in self.typefaces.others
            for file in family.files
        ]
        parts = [self.template, self.data, self._setting, *files]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _taken(values: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Those of the names that there are, taken out."""
    return {name: values.pop(name) for name in names if name in values}


def layout_of(kind: str, data: Mapping[str, Any], fonts: Path | None = None) -> Layout:
    """The layout of a document (see compose.sheets.document): of an enlarged one it is that of the
    office edition, which the finisher enlarges. fonts: a folder to look for fonts in first."""
    read = {name: value for name, value in data.items() if name != "edition"}
    if size := data.get("size"):
        read["size"] = {name: value for name, value in size.items() if name not in FINISHERS}
    edition = data.get("edition", "")
    text = json.dumps(read, ensure_ascii=False, separators=(",", ":"))
    sheets = data.get("sheets", ())
    parts = [sheets[0]["lang"], sheets[0].get("script")] if sheets else []
    language = "-".join(filter(None, parts))
    return Layout(
        template=f"{kind}.typ" if "/" in kind else f"{kind}/sheet.typ",
        data=text,
        edition="office" if edition == "large" else edition,
        typefaces=typefaces(language, text, fonts),
        direction=direction(language),
        tall=script_of(language) in TALL,
        region=_REGIONS.get(script_of(language)),
    )
