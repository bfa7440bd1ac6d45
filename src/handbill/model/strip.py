"""Strips: four panels told by data alone. Every name of the drawn vocabulary is in a closed list.

The drawings of these names are in templates/art/comic/; a test holds both lists together. A site adds
things and places as files, and its strips have them in their lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, ClassVar, Literal, get_args

from pydantic import create_model, field_validator
from pydantic.fields import FieldInfo

from handbill.model.fields import plain
from handbill.model.text import Identifier, Line, Model, Slug, described

Tone = Literal["white", "pale", "warm", "light", "medium", "dark", "black"]
"""Tones of clothes, from the palette of the sheet: white paper to near-black."""

Hair = Literal[
    "short",
    "crew",
    "parted",
    "curly",
    "bob",
    "long",
    "ponytail",
    "bun",
    "plaits",
    "waved",
    "balding",
    "bald",
    "cap",
    "peaked-cap",
    "straw-hat",
    "headscarf",
]
Expression = Literal[
    "calm",
    "smile",
    "happy",
    "serious",
    "worried",
    "sad",
    "surprised",
    "alert",
    "doubtful",
    "upset",
    "warm",
    "glad",
    "listening",
    "dawning",
    "knowing",
    "ashamed",
    "firm",
    "relieved",
    "attentive",
]
Pose = Literal[
    "stand",
    "hands-joined",
    "explain",
    "explain-both",
    "point",
    "lecture",
    "phone-ear",
    "phone-ear-write",
    "phone-read",
    "hold-out",
    "reach-out",
    "guard",
    "hold-front",
    "read",
    "think",
    "arms-crossed",
    "hand-on-heart",
    "head-in-hand",
    "stop",
    "wave",
    "pull",
    "walk",
    "comfort",
    "knock",
    "sit",
    "sit-listen",
    "sit-hold",
    "at-table",
    "table-explain",
    "table-write",
    "table-point",
]
HandTarget = Literal[
    "down",
    "back",
    "hip",
    "belly",
    "chest",
    "heart",
    "chin",
    "ear",
    "temple",
    "forward",
    "forward-low",
    "forward-high",
    "up",
    "table",
]
HandShape = Literal["relaxed", "open", "point", "grip", "fist", "flat", "palm", "write", "chin"]
Look = Literal["ahead", "down", "up", "back", "down-ahead", "up-ahead", "reader"]
Held = Literal[
    "phone",
    "phone-at-ear",
    "receiver",
    "paper",
    "red-document",
    "card",
    "pen",
    "gift",
    "basket",
    "suitcase",
    "cash",
    "cup",
    "book",
    "microphone",
    "bag",
    "notebook",
]
PropName = Literal[
    "phone",
    "suitcase",
    "gift",
    "boxes",
    "egg-basket",
    "whiteboard",
    "door",
    "ledger",
    "memo",
    "red-document",
    "documents",
    "loudspeaker",
    "sign",
    "bank-card",
    "id-cards",
    "bed",
    "bunk",
    "window",
    "clock",
    "calendar",
    "notice-board",
    "plant",
    "cup",
    "microphone",
    "laptop",
    "cash",
    "pins",
    "warning",
    "bench",
    "chair",
    "phone-screen",
    "people-chart",
    "desk-phone",
    "paper-stack",
    "pad",
    "bicycle",
    "tree",
    "shoes",
]
Scene = Literal[
    "plain",
    "home",
    "home-table",
    "village-home",
    "stairwell",
    "doorway",
    "dormitory",
    "street",
    "village",
    "village-office",
    "station",
    "classroom",
    "lecture",
    "office",
    "meeting",
    "counter",
]

RED_PROPS = frozenset({"ledger", "red-document", "pins", "warning"})
"""Things with red in them: one a panel, or none stands out."""
PROPS, SETS = "props", "sets"
"""Folders of templates/art/comic/ with things and places of a site's own, a file each."""
RED_HELD = frozenset({"red-document"})


class Person(Model):
    """How one of the cast looks, in every panel, and what the story in words calls them."""

    name: Line | None = described(
        "文字稿里怎么称呼；不填时就用前面的名字",
        "What the words of the story call them; their name in the cast if not given",
        None,
    )
    build: Literal["slim", "medium", "broad", "round"] = described("体型", "Build", "medium")
    sex: Literal["woman", "man"] | None = described(
        "女还是男；肩、腰、胯、眉毛、嘴唇不一样，小了也认得出",
        "Woman or man, told by shoulders, waist, hips, brows and lips however small",
        None,
    )
    age: Literal["child", "young", "adult", "old"] = described("年龄", "Age", "adult")
    skin: Literal["fair", "warm", "tan", "brown"] = described(
        "肤色；不按地方、职业、角色分", "Skin, never by place, trade or role", "warm"
    )
    hair: Hair = described(
        "发型或者帽子；和上衣深浅一起认人",
        "Hair or hat; with the tone of the top it tells who is who",
    )
    hair_tone: Literal["black", "brown", "grey", "white"] = described(
        "发色", "Colour of the hair", "black"
    )
    top: Literal[
        "tee", "shirt", "blouse", "sweater", "cardigan", "jacket", "suit", "vest", "coat", "uniform"
    ] = described("上衣", "Top", "shirt")
    top_tone: Tone = described("上衣深浅", "Tone of the top")
    sleeve: Literal["long", "rolled", "short", "none"] = described("袖子", "Sleeves", "long")
    bottom: Literal["trousers", "skirt", "shorts"] = described(
        "下装", "Trousers or skirt", "trousers"
    )
    bottom_tone: Tone = described("下装深浅", "Tone of trousers or skirt", "dark")
    extra: Literal["tie", "scarf", "lanyard", "apron", "badge"] | None = described(
        "领带、围巾、胸牌、围裙", "Tie, scarf, lanyard, apron or badge", None
    )
    glasses: bool = described("戴眼镜", "Glasses", False)
    bag: Literal["backpack", "shoulder-bag", "crossbody"] | None = described(
        "背着的包", "Bag that is worn", None
    )
    aid: Literal["cane", "wheelchair"] | None = described(
        "拄的拐杖、坐的轮椅", "Cane or wheelchair", None
    )


class StripFigure(Model):
    """A person in a panel: where, in which pose, with which face."""

    who: Identifier = described("是谁；写 cast 里的名字", "Who, by the name in the cast")
    at: int = described(
        "左右位置；0 是最左，100 是最右", "Place, 0 left to 100 right", ge=0, le=100
    )
    pose: Pose = described("姿势", "Pose", "stand")
    facing: Literal["left", "right"] = described("面朝哪边", "Which way", "right")
    view: Literal["quarter", "front", "profile", "back"] = described(
        "角度；半侧、身子朝前、全侧、背面",
        "Three quarters, the body to the front, in profile, or from behind",
        "quarter",
    )
    distance: Literal["near", "middle", "far"] = described(
        "远近；far 是全身", "Near (close), middle (to the thigh) or far (whole)", "middle"
    )
    face: Expression = described("表情", "Expression", "calm")
    near_holds: Held | None = described("靠读者的手拿着", "Held in the near hand", None)
    far_holds: Held | None = described("另一只手拿着", "Held in the far hand", None)
    behind: bool = described(
        "在桌子或者柜台后面；detail 镜头里，坐在桌子那边，露出头和肩，手另写一项",
        "Behind the table or counter of the scene; in a detail across the table, head and shoulders, "
        "their hands written apart",
        False,
    )
    lean: int | None = described(
        "身体前倾几度；不填照姿势", "Lean in degrees, the pose's if not given", None, ge=-20, le=25
    )
    tilt: int | None = described(
        "低头几度；不填照姿势", "Tilt of the head in degrees", None, ge=-20, le=25
    )
    look: Look | None = described("看哪里；不填照姿势", "Where the eyes look", None)
    near: HandTarget | None = described(
        "靠读者的手放在哪里；不填照姿势", "Where the near hand is", None
    )
    far: HandTarget | None = described(
        "另一只手放在哪里；不填照姿势", "Where the far hand is", None
    )
    near_hand: HandShape | None = described(
        "靠读者的手的样子；不填照姿势", "Shape of the near hand", None
    )
    far_hand: HandShape | None = described(
        "另一只手的样子；不填照姿势", "Shape of the far hand", None
    )


class Prop(Model):
    """A thing in a panel."""

    name: PropName = described("东西", "Thing")
    at: int = described(
        "左右位置；0 是最左，100 是最右", "Place, 0 left to 100 right", ge=0, le=100
    )
    level: Literal["floor", "table", "wall", "air"] | None = described(
        "高低；不填照东西", "Height, the thing's own if not given", None
    )
    front: bool = described("在人前面", "Before the figures", False)
    lines: list[Line] = described(
        "上面的字；账单的数字前空一格",
        "Words on it; a ledger's number comes after a space",
        list,
        max_length=4,
    )


class Balloon(Model):
    """What someone says, or sends as a message."""

    who: Identifier = described(
        "谁说的；写 cast 里的名字，要在这一格里", "Who says it, of this panel"
    )
    lines: list[Line] = described(
        "说的话；按意思分行，一行不超过 8 个字，一共不超过 20 个字",
        "Words, broken by sense: 8 characters a line, 20 in all",
        min_length=1,
        max_length=3,
    )
    message: bool = described(
        "手机短信；尾巴指着手机", "A text message: its tail points at the phone", False
    )


class Panel(Model):
    """One of the four panels."""

    caption: list[Line] = described(
        "旁白；一两行，每行不超过 17 个字（最多 20 个，字会小一点）",
        "Caption: one or two lines of 17 characters (20, set smaller)",
        min_length=1,
        max_length=2,
    )
    alt: Line = described(
        "画面说明；给看不见的人听", "What the picture shows, for those who cannot see"
    )
    scene: Scene = described("地点", "Scene")
    shot: Literal["wide", "two", "close", "detail"] = described(
        "镜头；wide 全景见脚，two 到大腿，close 脸，detail 只有手和东西",
        "Shot: wide shows feet, two goes to the thigh, close is a face, detail only hands and things",
        "two",
    )
    ground: Literal["pale", "soft", "deep"] = described("底色深浅", "Tone of the ground", "pale")
    label: Line | None = described(
        "地点的字；门牌、柜台、黑板、站牌", "Words of the scene: door, counter, board", None
    )
    figures: list[StripFigure] = described("人物", "Figures", min_length=1, max_length=4)
    props: list[Prop] = described(
        "东西；红色的最多一样", "Things, one with red at most", list, max_length=4
    )
    balloons: list[Balloon] = described(
        "对话；先说的在左边", "Balloons, the first speaker left", list, max_length=3
    )


class Strip(Model):
    """comics/<id>.yml: a scenario told in four panels."""

    own: ClassVar[Mapping[str, str]] = {}
    """Things and places that stand in files of their own, by name with their folder."""
    red: ClassVar[frozenset[str]] = RED_PROPS
    """Things with red in them, among those of the site."""

    title: Line = described(
        "标题；不超过 9 个字", "Title of 9 characters at most", example="面试地址换了三次"
    )
    case: Slug = described("讲的是哪个情景案例", "Scenario that it tells")
    emblem: PropName | None = described("标题旁边的小图", "Thing beside the title", None)
    cast: dict[str, Person] = described(
        "人物；名字: 样子", "Cast: a name and how it looks", min_length=1, max_length=6
    )
    panels: list[Panel] = described(
        "四格；起、承、转、合", "Four panels", min_length=4, max_length=4
    )

    @field_validator("cast")
    @classmethod
    def _called(cls, cast: dict[str, Person]) -> dict[str, Person]:
        """Calls everyone by their name in the cast who has no other, so that it is translated."""
        return {
            key: one if one.name else one.model_copy(update={"name": key})
            for key, one in cast.items()
        }

    def called(self, who: str) -> str:
        """Returns what the words of the story call someone."""
        person = self.cast.get(who)
        return (person and person.name) or who

    def speakers(self, number: int) -> frozenset[str]:
        """Who has an open mouth in panel `number`: all who say something aloud."""
        return frozenset(
            balloon.who for balloon in self.panels[number].balloons if not balloon.message
        )


@lru_cache(maxsize=8)
def strip_with(props: frozenset[str], sets: frozenset[str], red: frozenset[str]) -> type[Strip]:
    """Returns the type of the strips of a site with things and places of its own.

    props, sets: their names. red: of the things those with red in them.
    """

    def longer(model: type[Model], name: str, more: frozenset[str]) -> Any:
        field = model.model_fields[name]
        known = get_args(plain(field.annotation))
        names: Any = Literal.__getitem__((*known, *sorted(more.difference(known))))
        return (names if field.is_required() else names | None, field)

    def made(base: type[Model], **fields: Any) -> Any:
        return create_model(
            base.__name__, __base__=base, __doc__=base.__doc__, __module__=__name__, **fields
        )

    def of(model: Any, field: FieldInfo) -> Any:
        return (list.__class_getitem__(model), field)

    prop = made(Prop, name=longer(Prop, "name", props))
    panel = made(
        Panel, scene=longer(Panel, "scene", sets), props=of(prop, Panel.model_fields["props"])
    )
    strip: type[Strip] = made(
        Strip, emblem=longer(Strip, "emblem", props), panels=of(panel, Strip.model_fields["panels"])
    )
    strip.own = {**dict.fromkeys(props, PROPS), **dict.fromkeys(sets, SETS)}
    strip.red = (RED_PROPS - props) | red
    return strip
