"""What every kind of material has in common."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar

from handbill.model.campaign import CampaignFile
from handbill.model.place import Contact
from handbill.model.strip import Strip
from handbill.model.text import Date, Identifier, Line, Model, Slug, described

Path = tuple[str | int, ...]
Group = Literal["wall", "hand", "desk", "screen"]
"""Where a sheet does its work: put up, handed out, filled in or followed, shown or read out."""


class MaterialBase(Model):
    """Fields that every material has, whatever its kind."""

    kind: str = described("种类", "Kind; each kind narrows it to its name")
    id: Slug = described("编号；也是网址", "Identifier; becomes the address /m/<id>/")
    title: Line = described("标题；网页和文件用", "Title on pages and in the PDF")
    label: Line | None = described(
        "页眉标签；不填时是“活动 · 对象”", "Label on the sheet", default=None
    )
    sizes: list[Identifier] = described(
        "尺寸；见预设", "Sizes, from the kind's preset", min_length=1
    )
    use: Line = described("用在哪里；怎么用", "Where and how it is used")
    claims: list[Identifier] = described(
        "依据；事实编号", "Claims the sheet rests on", default_factory=list
    )
    case: Slug | None = described("相关案例", "Related case", default=None)
    look: Slug | None = described(
        "配色；不填时用对象的", "Palette, the audience's if not given", default=None
    )
    picture: Slug | None = described(
        "图；不填时用对象的", "Picture, the audience's if not given", default=None
    )
    picture_alt: Line | None = described("图的说明", "What the picture shows", default=None)
    large: bool | None = described(
        "也做大字版；不填时看对象",
        "A large-print edition too; as the audience says if not given",
        default=None,
    )
    version: Identifier | None = described(
        "版本；不填时用活动的", "Version, the campaign's if not given", default=None
    )
    valid_until: Date | None = described(
        "有效期至；不填时用活动的", "Valid until, the campaign's if not given", default=None
    )


class PlaceOfVoice(Protocol):
    """What kinds ask of the place of an edition."""

    @property
    def signature(self) -> str:
        """The name under a letter, or a blank."""

    @property
    def contacts(self) -> Mapping[str, Contact]:
        """Local contacts by role."""


class Voice(Protocol):
    """What kinds ask of an edition: one campaign in one place and one language.

    `edition.Edition` speaks so. Kinds know no more of it, so that they come before it on the road.
    """

    @property
    def language(self) -> str:
        """The tag of the language: zh-CN, en."""

    @property
    def words(self) -> Mapping[str, str]:
        """The generator's own words on sheets."""

    @property
    def campaign(self) -> CampaignFile:
        """The campaign's own file."""

    @property
    def place(self) -> PlaceOfVoice:
        """The place."""

    @property
    def strips(self) -> Mapping[str, Strip]:
        """Published strips by id."""

    def contacts(self, roles: list[str]) -> list[dict[str, str | None]]:
        """Label and number (None: to be filled in by hand) of local contacts."""

    def contact_lines(self, roles: list[str]) -> list[str]:
        """The same as lines of text."""

    def number_lines(self) -> list[str]:
        """A line for each hotline."""

    def action_lines(self) -> list[str]:
        """The steps, then the numbers."""

    def sentence(self, parts: Sequence[str]) -> str:
        """Lines of a headline as one sentence."""

    def in_one(self, parts: Sequence[str]) -> str:
        """Lines of a headline on one line."""

    def pair(self, title: str, text: str = "") -> str:
        """A title with what follows its colon."""

    def written_date(self) -> str:
        """The date under a letter."""

    def text_message_number(self) -> str | None:
        """The text-message number of the place."""

    def valid_until(self, material: MaterialBase) -> datetime.date:
        """The day a sheet must come down."""


@dataclass(frozen=True)
class Measured:
    """A stretch of copy that its kind's preset has a budget for.

    budget: name of the budget in preset.yml. text: what is counted. path: where it stands in the
    material, for the problem's position.
    """

    budget: str
    path: Path
    text: str


M = TypeVar("M", bound=MaterialBase)


@dataclass(frozen=True)
class Kind:
    """A kind of material, with all its faces.

    name: also the folder in templates/. model: its schema. copy: the JSON that sheet.typ reads as
    `copy`. transcript: the words of the sheet, a paragraph an item, for screen readers, search and
    packs. measure: the copy that has a budget. sides: pages that its preview shows. plain: the words
    as a text file to copy (LED lines, a script, a caption), None where the sheet is all there is.
    group: what lists put it with.
    """

    name: str
    model: type[MaterialBase]
    copy: Callable[[Any, Voice], dict[str, Any]]
    transcript: Callable[[Any, Voice], list[str]]
    measure: Callable[[Any], Iterator[Measured]]
    sides: int = 1
    plain: Callable[[Any, Voice], str] | None = None
    group: Group = "hand"


def characters(text: str) -> int:
    """Length in ems as a sheet sets it: a Han character or full-width mark 1, a run of Latin
    letters or digits half a character each."""
    return (
        sum(2 if ord(character) > 0x2E7F or character in "“”‘’—…·" else 1 for character in text) + 1
        >> 1
    )


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a prose field: parted by empty lines, each on one line."""
    return [" ".join(part.split("\n")).strip() for part in text.split("\n\n") if part.strip()]
