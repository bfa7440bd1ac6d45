"""What every kind of material has in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from handbill.kinds.reading import (
    Path,
    Text,
    data,
    entry_data,
    entry_lines,
    field_lines,
    full_width,
    texts,
)
from handbill.kinds.voice import Voice
from handbill.model.kind import ENTRIES, KindFile, OwnPosting
from handbill.model.text import Date, Identifier, Line, Model, Slug, Version, described
from handbill.words.languages import letters


@dataclass(frozen=True)
class Measured:
    """A stretch of copy that its kind has a budget for.

    budget: its name. text: what is counted. path: where it stands in the material, for the
    problem's position.
    """

    budget: str
    path: Path
    text: str


@dataclass(frozen=True)
class Fault:
    """What a kind that reckons finds wrong with a material: a problem's code and details, and the
    path of the value in the material."""

    code: str
    path: Path
    details: Mapping[str, object]


class Kind(KindFile):
    """A kind of material: its declaration, and what follows from it.

    name: also the folder in templates/. model: type of its materials. The few kinds that must
    reckon have a class of their own; `needs` of it: dotted name of a field → its type, with "?" where
    it may be left out.
    """

    name: str
    model: Any
    needs: ClassVar[Mapping[str, str]] = {}

    def data(self, material: Any, voice: Voice) -> dict[str, Any]:
        """Returns the JSON that sheet.typ reads as `copy`."""
        made = data(self, self.fields, material, voice)
        for entry in self.reading_order:
            if entry not in self.fields:
                made |= entry_data(entry, material, voice)
        if any(field.transcript == "fiction" for _, _, field in self.walk()):
            made |= entry_data("fiction_notice", material, voice)
        return made

    def transcript_of(self, material: Any, voice: Voice) -> list[str]:
        """Returns the words of the sheet, a paragraph an item, for screen readers, search and
        packs."""
        return self._lines(self.reading_order, material, voice)

    def plain(self, material: Any, voice: Voice) -> str | None:
        """Returns the words as a text file to copy (LED lines, a script, a caption); None where the
        sheet is all there is."""
        if not self.text_file:
            return None
        return "\n\n".join(self._lines(self.text_file, material, voice)) + "\n"

    @property
    def has_text_file(self) -> bool:
        """Whether it has its words as a text file to copy."""
        return bool(self.text_file) or type(self).plain is not Kind.plain

    def contacts_of(self, material: Any) -> list[str]:
        """Returns the roles of the local contacts that a material names."""
        named: list[str] = getattr(material, "contacts", [])
        return named

    def faults(self, material: Any, voice: Voice) -> Iterator[Fault]:
        """Yields what reckoning finds wrong with a material."""
        return iter(())

    def texts(self, material: Any) -> Iterator[Text]:
        """Yields every text of the copy, the title first."""
        yield Text("title", ("title",), material.title, None)
        yield from texts(self, self.fields, material, (), "")

    def measure(self, material: Any) -> Iterator[Measured]:
        """Yields the copy that has a budget."""
        found = list(self.texts(material))
        for one in found:
            if one.field and one.name in self.rooms:
                text = full_width(one.text) if one.field.display else one.text
                yield Measured(one.name, one.path, text)
        for name, joint in self.budgets.items():
            if joint.when is None or getattr(material, joint.when):
                parts = [one.text for one in found if covers(joint.of, one.name)]
                yield Measured(name, (joint.of[0].split(".")[0],), "".join(parts))

    def ids_in(self, material: Any, sort: str) -> Iterator[tuple[Path, str]]:
        """Yields the ids in a material's fields of a type, contacts or strips, with their paths."""
        for name, field in self.fields.items():
            if field.type == sort:
                for index, one in enumerate(getattr(material, name)):
                    yield (name, index), one

    def _lines(self, names: Iterable[str], material: Any, voice: Voice) -> list[str]:
        return [
            line
            for name in names
            for line in (
                field_lines(self, name, self.fields, material, voice)
                if name in self.fields
                else entry_lines(name, material, voice)
            )
        ]


class MaterialBase(Model):
    """Fields that every material has, whatever its kind."""

    declared: ClassVar[Kind]
    """The kind of a material; each kind's model has its own."""

    kind: str = described("种类", "Kind; each kind narrows it to its name")
    id: Slug = described("编号；也是网址", "Identifier; becomes the address /m/<id>/")
    title: Line = described("标题；网页和文件用", "Title on pages and in the PDF")
    label: Line | None = described("页眉标签；不填时是“活动 · 对象”", "Label on the sheet", None)
    sizes: list[Identifier] = described(
        "尺寸；见种类", "Sizes, of those that the kind has", min_length=1
    )
    use: Line = described("用在哪里；怎么用", "Where and how it is used")
    post: OwnPosting = described(
        "张贴的建议；不填时用活动给这个种类的，再没有，用种类自带的",
        "Where to post it and where not; without, what the campaign says of its kind, or else the "
        "kind's own advice",
        OwnPosting,
    )
    claims: list[Identifier] = described("依据；事实编号", "Claims the sheet rests on", list)
    case: Slug | None = described("相关案例", "Related case", None)
    covers: list[Slug] = described(
        "对应通知的哪几项；notice.yml 里的编号",
        "Parts of the notice that it answers, by their ids in notice.yml",
        list,
    )
    look: Slug | None = described(
        "配色；不填时用对象的", "Palette, the audience's if not given", None
    )
    picture: Slug | None = described(
        "图；不填时用对象的", "Picture, the audience's if not given", None
    )
    picture_alt: Line | None = described("图的说明", "What the picture shows", None)
    scene: Identifier | None = described(
        "标题旁边的小图，templates/art/bands/ 里的文件名；有几种人的，写“文件名/人”；不填时看图",
        "The low picture beside the headline, a file of templates/art/bands/; where it has several "
        "people, <file>/<who>. As the picture says if not given",
        None,
        example="call/elder",
    )
    first_number: Identifier | None = described(
        "先打哪个号码，它印在最前面；不填时是句子里写的那一个，句子里没有，按活动的顺序",
        "Number to call first, at the head of the others; without, the one that the sentence names, "
        "or else the campaign's first",
        None,
        example="112",
    )
    large: bool | None = described(
        "也做大字版，信直接排成大字；不填时看对象",
        "A large-print edition too, or, of a letter, large print itself; as the audience says if not "
        "given",
        None,
    )
    version: Version | None = described(
        "版本；不填时用活动的", "Version, the campaign's if not given", None
    )
    valid_until: Date | None = described(
        "有效期至；不填时用活动的", "Valid until, the campaign's if not given", None
    )

    @property
    def staged(self) -> tuple[str, str] | None:
        """The file of its own low picture and who is in it; None where it names none."""
        name, _, who = (self.scene or "").partition("/")
        return (name, who or "all") if name else None


def covers(names: Iterable[str], name: str) -> bool:
    """Whether a text called `name` belongs to one of the fields `names`."""
    return any(name == one or name.startswith(f"{one}.") for one in names)


def is_taken(name: str, base: type[Model]) -> bool:
    """Whether a field may not be called `name`: it means something else in every record."""
    return (
        hasattr(base, name)
        or name in base.model_fields
        or (base is MaterialBase and name in ENTRIES)
    )


def characters(text: str) -> int:
    """Returns the length in ems as a sheet sets it: a Han character or full-width mark 1, a run of
    Latin letters or digits half a character each; accents and vowel signs over or under others
    nothing."""
    wide = sum(ord(one) > 0x2E7F or one in "“”‘’—…·" for one in text)
    return letters(text) + wide + 1 >> 1
