"""One campaign: what it is called, whom it is for, and what it asks people to do."""

from __future__ import annotations

from typing import Annotated, Literal

from handbill.model.kind import OwnPosting
from handbill.model.logo import MOST_LOGOS, Logo
from handbill.model.place import Level
from handbill.model.tags import Language
from handbill.model.telephone import HotlineNumber
from handbill.model.text import (
    Date,
    Identifier,
    Line,
    Markdown,
    Model,
    Note,
    OneSentence,
    Prose,
    Slug,
    Url,
    Version,
    described,
)
from handbill.model.tone import Tone

ActionForm = Literal["order", "list", "prohibitions"]
"""How the words of `action` stand to each other."""


LOCKUP_TONE = Tone(rgb="#10233F", cmyk=(100, 80, 35, 45))
"""The colour of a lock-up whose campaign names none: the near-black blue of the palettes."""


class Lockup(Model):
    """The mark of a campaign: its actions, each behind a device, in a colour that no audience
    changes."""

    devices: list[Slug] = described(
        "图形；templates/art/devices/ 里的名字，一条行动一个，不填就是数字、圆点或者禁止的符号",
        "Device before each action, a name of templates/art/devices; without, numbers, dots or the "
        "sign that forbids",
        list,
        max_length=5,
        example=["palm", "lens", "handset"],
    )
    colour: Tone | None = described(
        "颜色；处处都是这一种，不填是深蓝，字是纸色，对比至少 4.5",
        "Colour, the same everywhere; without, navy. Its words are of paper: contrast 4.5 at least",
        None,
    )

    @property
    def tone(self) -> Tone:
        """Its colour, or the one of marks that name none."""
        return self.colour or LOCKUP_TONE


class NamedNumber(Model):
    """A number that texts call by its name: {number.<name>}."""

    name: Slug | None = described(
        "名字；文字里写 {number.名字}，号码改了，处处跟着改",
        "Name; texts write {number.<name>}, and follow when the number changes",
        None,
        example="fire",
    )
    number: HotlineNumber = described(
        "号码；照单位的写法，可以带空格、减号和国家代码",
        "Number, as its office writes it: with spaces, hyphens or the country's code",
        example="119",
    )
    example: bool = described(
        "只是示例，要换成真的；换好就删掉这一行，在那以前资料都标“样张”",
        "An example to be replaced: sheets are specimens until this line is deleted",
        False,
    )

    @property
    def keys(self) -> list[str]:
        """Names by which files may refer to it."""
        return [key for key in (self.name, self.number) if key]


class Hotline(NamedNumber):
    """A number that is always there, in every place, and stands on every sheet."""

    words: Annotated[list[Line], OneSentence()] = described(
        "两个词；印在号码旁", "Two words set beside the number", min_length=2, max_length=2
    )
    use: Line = described("什么时候打", "When to call it")
    checked_on: Date = described("核对日期", "Checked on")


class OtherNumber(NamedNumber):
    """A number that texts name, and that does not stand on every sheet."""

    use: Line = described("什么时候打", "When to call it")
    checked_on: Date = described("核对日期", "Checked on")


class TextMessage(Model):
    """What is said of asking for help by text message; the number is each place's own."""

    use: Line = described("什么时候发", "When to send")
    clause: Line = described(
        "有号码的地区，句子里这样说",
        "What {place.text_message} stands for at a place with a number",
        example="不便说话，发短信到{place.text_number}",
    )
    without: Line = described(
        "没有号码的地区，句子里这样说",
        "What {place.text_message} stands for at a place without one",
        example="不便说话，把位置发给家里人，请他们打110",
    )
    sample: Line = described("短信这样写；空白用 ____", "What to write; ____ is a blank")
    caution: Line = described(
        "号码旁边的提醒", "Caution beside the number", example="短信可能慢，也可能发不出去。"
    )


class ContactRole(Model):
    """An office whose number a place supplies; unknown numbers stay blanks."""

    id: Slug = described("编号", "Identifier", example="police-station")
    label: Line = described("名称", "Name on sheets", example="派出所")
    levels: list[Level] = described(
        "哪类地区才有；不填是都有", "Kinds of place that have one; every kind when not set", list
    )


class Refuted(Model):
    """A saying that is never true, however often it is heard."""

    id: Slug = described("编号", "Identifier", example="levels")
    says: list[Identifier] = described(
        "怎么说的；… 是中间几个字，# 是数，写法见“用语检查”那一页",
        "How it is said: … is a few characters, # a number; the guide has the whole notation",
        min_length=1,
        example=["不超过#级…合法"],
    )
    why: Note = described("为什么不对", "Why it is not true")
    caught: Identifier = described("一句要查出来的", "A sentence that is to be found")
    passes: Identifier = described(
        "一句看着像、不该查出来的", "One that looks like it and is to be left alone"
    )


class Wording(Model):
    """Words the checker looks for in copy."""

    legal: list[Identifier] = described(
        "法律用语；只能出现在法律事实里", "Words that may only stand in claims", list
    )
    never: list[Identifier] = described("禁用语", "Words that no text may use", list)
    known: list[Identifier] = described(
        "读者都认识的词；handbill reading 不当难词",
        "Words that the readers know, which `handbill reading` does not take for hard",
        list,
        example=["亲戚"],
    )
    charges: list[Identifier] = described(
        "罪名一类的词；没有判决或者官方发布，不能说哪家公司、哪个人是这个",
        "Charges that no firm or person may be named with, unless a judgment or release does",
        list,
    )
    refuted: list[Refuted] = described(
        "一听就要反驳的错话；别处写了就报错，反驳它的话不算",
        "Sayings that are never true; a text that says one is an error, one that refutes it is not",
        list,
    )


class Home(Model):
    """The first screen of the website."""

    eyebrow: Line = described("眉题", "Line above the title")
    headline: Annotated[list[Line], OneSentence()] = described(
        "大标题；一行一项", "Title, a line an item", min_length=1, max_length=3
    )
    lead: Line = described("导语", "Lead")
    local: Line | None = described(
        "各地区页面的导语；不填就用 lead", "Lead of the pages of places; without, `lead`", None
    )
    met: tuple[Line, Line] | None = described(
        "我遇到了；标题和说明，不填就用 help.yml 的",
        "First large way: title and text; without, those of help.yml",
        None,
    )
    look: tuple[Line, Line] | None = described(
        "我想看看；标题和说明，不填就用 quiz.yml 的",
        "Second large way; without, title and lead of quiz.yml",
        None,
    )
    message: Line | None = described(
        "短信报警那一行的话；不填就用 text_message 的 use",
        "Words of the row with the text-message number; without, its use",
        None,
        example="不便说话，发短信",
    )
    picture: Identifier | None = described(
        "整个活动的图；链接预览用，不填就用第一个对象的",
        "Picture of the campaign as a whole, for link previews; without, the first audience's",
        None,
    )
    figure_title: Line | None = described("人数图标题", "Title of the arithmetic figure", None)
    figure_note: Line | None = described("人数图说明", "Caption of the figure", None)
    figure_factor: int | None = described(
        "每人再带几人；有人数图才填",
        "Each person brings so many; only with the figure",
        None,
        ge=2,
        le=9,
    )
    changes_title: Line | None = described(
        "法律有变化；有 changes 才用", "Heading: the law has changed; only with `changes`", None
    )
    changes: list[Identifier] = described(
        "变化涉及的事实编号", "Ids of the claims that changed", list
    )
    retire: Prose = described("旧海报请撤下", "Take old posters down: text")


class CampaignFile(Model):
    """campaign.yml"""

    title: Line = described("名称", "Name of the campaign", example="求职先核实")
    summary: Line = described("一句话说明", "One sentence for search results")
    about: Markdown | None = described("介绍", "About, in Markdown", None)
    language: Language = described(
        "语言；BCP 47 的写法",
        "Language it is written in, as a BCP 47 tag",
        "zh-CN",
        example="en-GB",
    )
    version: Version = described("版本号", "Version", example="1.0")
    issued: Date = described("印制日期；也是网页上的日期", "Date on sheets and pages")
    valid_until: Date = described("有效期至", "Valid until")
    checked_on: Date = described("内容核对日期", "Contents checked on")
    review_by: Date = described("下次核对期限", "To be reviewed by")
    default_place: Slug = described("默认地区", "Id of the default place")
    action: list[Line] = described(
        "行动；要人做的，或者不要人做的几个词，每张资料上都有",
        "What to do or not to do, in a few words each; on every sheet",
        min_length=1,
        max_length=5,
        example=["停一停", "查一查", "报一报"],
    )
    action_form: ActionForm = described(
        "行动是什么；order 先后几步，中间有箭头；list 并列几条，中间有圆点；prohibitions 不要做的，"
        "前面有禁止的符号，“不”字仍要写出来",
        "How the words of `action` stand: an order, with arrows between; a list, with dots; "
        "prohibitions, each behind a sign that forbids, and still with its own “not”",
        "order",
    )
    lockup: Lockup = described(
        "行动的标记：每条行动一个图形，一种颜色",
        "The mark that the actions make: a device for each, in one colour",
        Lockup,
    )
    steps: list[Line] | None = described(
        "每条行动一句说明，与 action 一一对应",
        "A sentence for each entry of `action`, as many as those",
        None,
        min_length=1,
        max_length=5,
    )
    numbers: list[Hotline] = described(
        "号码；任何地方都有", "Numbers that are always there", min_length=1, max_length=3
    )
    other_numbers: list[OtherNumber] = described(
        "文字里提到、但不印在每张资料上的号码",
        "Numbers that texts name, and that do not stand on every sheet",
        list,
    )
    text_message: TextMessage | None = described("短信报警", "Text message", None)
    contact_roles: list[ContactRole] = described("本地电话的种类", "Kinds of local contacts")
    qr_caption: Line = described("二维码下的字", "Words under the QR code")
    disclaimer: Line = described("声明", "Disclaimer on every page and sheet of text")
    fiction_notice: Line = described("虚构声明", "Notice on every fictional scenario")
    leave: Url | None = described(
        "“快速离开”去的网址；不填就没有这个按钮",
        "Where “Leave now” leads; without it pages have no such button",
        None,
        example="https://www.example.org/",
    )
    logos: list[Logo] = described(
        "印在发布单位旁边的标志；地区自己的优先",
        "Logos beside the publisher, where a place has none of its own",
        list,
        max_length=MOST_LOGOS,
    )
    post: dict[Slug, OwnPosting] = described(
        "各种资料张贴的建议，按种类；不写的种类，用它自带的",
        "Where to post materials and where not, by kind; a kind that is not named has advice of "
        "its own",
        dict,
    )
    corrections: Line | None = described(
        "更正联系方式", "How to ask for a correction or take-down", None, missing="blank"
    )
    wording: Wording = described("用语", "Wording rules", Wording)
    site_look: Slug | None = described(
        "网站页首、按钮的配色；不填是深蓝和黄",
        "Palette of the site's own headers and buttons; without, navy and yellow",
        None,
        example="communities",
    )
    home: Home = described("首页", "Home page")

    def every_number(self) -> list[Hotline | OtherNumber]:
        """Returns the numbers that the campaign knows, those of every sheet first."""
        return [*self.numbers, *self.other_numbers]


class Heading(Model):
    """A short title with a sentence."""

    title: Line = described("标题", "Title")
    text: Line = described("说明", "Text")


class Situation(Model):
    """One answer to "I have met it: what now?"."""

    number: int = described("序号；也是网址", "Number; becomes the address", ge=1, le=12)
    title: Line = described("标题", "Title, as the reader would say it")
    lead: Line = described("一句话", "One line")
    urgent: bool = described("有人身危险", "Danger to a person", False)
    message: bool = described("显示短信报警", "Show the text-message number", False)
    calls: list[Identifier] = described(
        "先打哪些号码；写号码或者名字", "Numbers to show first, by name or number", list
    )
    contacts: list[Slug] = described("本地电话", "Local contacts to show", list)
    steps: list[Heading] = described("步骤", "Steps", min_length=2)
    claims: list[Identifier] = described("依据", "Claims", list)
    covers: list[Slug] = described(
        "对应通知的哪几项；notice.yml 里的编号",
        "Parts of the notice that it answers, by their ids in notice.yml",
        list,
    )
    evidence: list[Line] = described(
        "这种情形要留的材料；不填用整页的",
        "What to keep in this situation; without, the list of the whole page",
        list,
    )
    lists: list[Literal["evidence", "never", "money", "reward"]] = described(
        "附上哪些：留好什么、不要做什么、钱能不能要回来、奖励；有人身危险的，只附材料的提醒",
        "What else the page shows; where there is danger to a person, of the evidence only its note",
        list,
    )


class HelpFile(Model):
    """help.yml: the page of what to do."""

    title: Line = described("标题", "Title")
    lead: Line = described("导语", "Lead")
    quiet_title: Line | None = described(
        "情形页的页眉和标题；有人看着时不惹眼的名称",
        "Name that the pages of situations bear: one that "
        "gives nothing away to somebody who looks on",
        None,
        example="生活指南",
    )
    evidence_title: Line | None = described("留好什么", "Heading of the evidence list", None)
    evidence: list[Line] = described("可以留的材料", "What to keep", list)
    evidence_note: Line | None = described("提醒", "Note under the evidence list", None)
    hotlines_title: Line | None = described(
        "其他号码的标题；不填就不列",
        "Heading of the list of `other_numbers`; without, they are not listed",
        None,
        example="什么事，打哪个号码",
    )
    never_title: Line | None = described("不要做什么", "Heading of the list of don'ts", None)
    never: list[Line] = described("不要做", "What not to do", list)
    reward: Heading | None = described(
        "奖励；标题，和没有当地办法时的说法",
        "Rewards: heading, and what is said where the place has no rule",
        None,
    )
    first_contact: Line | None = described(
        "首接负责的说法；只在实行首接负责的地区出现",
        "Sentence on first-contact duty, shown only where the place has adopted it",
        None,
    )
    money: Heading | None = described("钱；标题和说法", "Money: heading and text", None)
    situations: list[Situation] = described("情形", "Situations", min_length=1)


class Question(Model):
    """A yes/no question of the self-test."""

    text: Line = described("问题", "Question")
    group: Slug = described("组", "Group that the score is counted in")
    why: Line = described("为什么问", "Reason shown with the result")
    claims: list[Identifier] = described("依据", "Claims", list)


class Verdict(Model):
    """A result: holds when `group` has at least `at_least` answers of yes; the first that holds
    is shown; one without `group` holds always."""

    group: Slug | None = described("组", "Group", None)
    at_least: int = described("至少几个“是”", "At least so many yes", 0, ge=0)
    title: Line = described("结果", "Result")
    text: Line = described("怎么办", "What to do")
    urgent: bool = described("紧急", "Urgent", False)


class QuizFile(Model):
    """quiz.yml: the self-test."""

    title: Line = described("标题", "Title")
    lead: Line = described("导语", "Lead")
    questions: list[Question] = described("问题", "Questions", min_length=1)
    verdicts: list[Verdict] = described(
        "结果；从上到下取第一个", "Results, the first that holds", min_length=1
    )
    note: Line = described("说明", "Note under the result")
    covers: list[Slug] = described(
        "对应通知的哪几项；notice.yml 里的编号",
        "Parts of the notice that it answers, by their ids in notice.yml",
        list,
    )


class WordsFile(Model):
    """words.yml: headings of pages in the campaign's own words."""

    words: dict[Identifier, Line] = described(
        "页面上的标题和短句，用自己的说法；不写的，用 Handbill 的",
        "Headings and phrases of pages in words of your own; Handbill's where none are given",
    )


class FilterValue(Model):
    """A word of a closed list that cases are filtered by."""

    id: Identifier = described("编号", "Identifier", example="job-seekers")
    title: Line = described(
        "名称；筛选时显示", "Name, as the filter shows it", example="找工作的人"
    )
    said: Line | None = described(
        "看上去是什么；列出来时写", "How it looks; where it is listed", None
    )
    tell: Line | None = described(
        "识别点；列出来时写", "What gives it away; where it is listed", None
    )
    mark: Literal["A", "B", "C"] | None = described(
        "核实程度；C 的不显示", "How sure it is; those of C are not shown", None
    )


class Filter(Model):
    """What the list of cases is filtered by."""

    id: Slug = described("编号；案例的 tags 里用", "Identifier, for `tags` of cases", example="who")
    title: Line = described("标题", "Title", example="谁会遇到")
    label: Line | None = described(
        "案例页上的名称；不填同标题", "Name on the page of a case; without, the title", None
    )
    list_title: Line | None = described(
        "词表的标题；填了，案例列表下面就列出每个词，词的编号就是网址",
        "Heading of a list of its words below the cases; their ids are then addresses",
        None,
    )
    list_note: Line | None = described("词表的说明", "Note below that heading", None)
    values: list[FilterValue] = described("能选的词", "Words to choose from", min_length=1)


class FiltersFile(Model):
    """filters.yml"""

    filters: list[Filter] = described(
        "案例按什么筛选", "What cases are filtered by", min_length=1, max_length=4
    )
