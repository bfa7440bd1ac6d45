"""One audience of a campaign, with the materials made for it, of the kinds of a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union

from pydantic import Field, create_model

from handbill.kinds.base import Kind, MaterialBase
from handbill.model.campaign import Heading
from handbill.model.strip import Strip
from handbill.model.text import Identifier, Line, Model, Prose, Slug, described

Length = Literal["8", "20", "60", "200", "600"]
"""Characters at most of one telling of a message."""
Readers = Literal["elders", "pupils", "rural"]


class AudienceFile(Model):
    """communities.yml and its like; the file's name is the audience's id."""

    title: Line = described("对象", "Name of the audience", example="社区")
    label: Line = described("标签；印在页眉", "Label on sheets", example="进社区")
    order: int = described("排列顺序", "Order on pages", ge=1)
    look: Slug = described("配色", "Palette of templates/looks.yml", example="communities")
    picture: Slug = described("主图", "Picture of templates/art", example="families")
    picture_alt: Line = described("主图说明", "What the picture shows, for those who cannot see it")
    motto: Line = described("一句短语；首页用", "A few words for the home page")
    message: Line = described("核心信息", "Core message")
    lengths: dict[Length, Prose] = described(
        "同一个意思的几种长短，8、20、60、200、600 字里要哪几种写哪几种；用 {message.20} 引用",
        "The same message in other lengths, as many of 8, 20, 60, 200 and 600 characters at most as "
        "are wanted, for copy as {message.20}",
        dict,
    )
    large: bool = described(
        "这个对象的资料也做大字版；信直接排成大字",
        "Whether its materials have a large-print edition too; letters are set in large print",
        False,
    )
    readers: Readers | None = described(
        "给谁读；难词最多占多少按它算：elders 老人 3%，pupils 学生、rural 村民 5%",
        "Who reads it, which sets the share of hard words at most: elders 3 %, pupils and rural readers "
        "5 %",
        None,
    )
    hard_words: int | None = described(
        "难词最多占百分之几；不填按 readers",
        "Hard words at most, in percent; without, as `readers` has it",
        None,
        ge=0,
        le=100,
    )
    signals_title: Line = described("信号标题", "Heading of the signals")
    signals: list[Heading] = described("信号", "Signals", min_length=2, max_length=6)
    steps_title: Line = described("步骤标题", "Heading of the steps")
    steps: list[Heading] = described("步骤", "Steps", min_length=2, max_length=8)
    trouble_title: Line = described("已经觉得不对", "Heading above the numbers")
    trouble: Line = described("一句话", "Sentence above the numbers")
    contacts: list[Slug] = described("本地电话", "Local contacts", list)
    claims: list[Identifier] = described("法律怎么说", "Claims", list)
    story: Slug | None = described("故事；案例编号", "Id of the story", None)
    covers: list[Slug] = described(
        "每份资料都对应通知的哪几项；notice.yml 里的编号",
        "Parts of the notice that each of its materials answers, by their ids in notice.yml",
        list,
    )
    materials: list[MaterialBase] = described("资料", "Materials", list)


@dataclass(frozen=True)
class Kinds:
    """The kinds of a site by name, in the order of lists. audience: type of the files of audiences,
    whose materials are of these kinds. strip: type of its strips, with the things and places that it
    has drawn itself."""

    by_name: Mapping[str, Kind]
    audience: type[AudienceFile]
    strip: type[Strip] = Strip


def kinds_in_order(kinds: Iterable[Kind]) -> Kinds:
    """Returns kinds as a site has them, with the type of its audiences made for them."""
    ordered = sorted(kinds, key=lambda kind: (kind.order, kind.name))
    union: Any = Union[tuple(kind.model for kind in ordered)]  # noqa: UP007 (made of a list)
    material: Any = Annotated[union, Field(discriminator="kind")] if len(ordered) > 1 else union
    materials: Any = list.__class_getitem__(material)
    audience = create_model(
        "AudienceFile",
        __base__=AudienceFile,
        __doc__=AudienceFile.__doc__,
        __module__=__name__,
        materials=(materials, described("资料", "Materials", list)),
    )
    return Kinds({kind.name: kind for kind in ordered}, audience)
