"""Case explainers: adjudicated ones, with source and stage, and scenarios, labelled as fiction."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handbill.model.campaign import Heading
from handbill.model.text import Date, Identifier, Line, Markdown, Model, Note, Slug, described


class PatternStep(Model):
    """One step of how it comes about: how it looks, what it really is, what gives it away."""

    title: Line = described("步骤名", "Name of the step", example="催促")
    said: Line = described("看上去怎样；说了什么、做了什么", "How it looks: what is said and done")
    really: Line = described("其实是", "What it really is")
    signal: Line = described("信号", "The signal")


class Figure(Model):
    """A number of the case, with what it counts."""

    value: Line = described("数字", "Number", example="3 万余")
    label: Line = described("名称", "What it is called", example="注册会员")
    meaning: Line = described("数字的意思；是什么、不是什么", "What the figure is and is not")
    result: bool = described(
        "是结果，例如刑期、数额；案例海报上用大字印",
        "Whether it is the result, such as years or a fine; set large on case sheets",
        False,
    )


class MoneyFlow(Model):
    """Three boxes and two arrows: where the money comes from, what is between, where it goes."""

    comes_from: Heading = described("钱从哪里来", "Where the money comes from")
    middle: Heading = described("中间", "What is between")
    goes_to: Heading = described("钱到哪里去", "Where it goes")


class Case(Model):
    """What every case has, whatever its type."""

    title: Line = described("标题；网页和列表用", "Plain title")
    lead: Line = described("教训", "The lesson in one line")
    teaser: Line = described("摘要；列表用", "Summary for lists")
    audiences: list[Slug] = described("对象", "Audiences", min_length=1)
    tags: dict[Slug, list[Identifier]] = described(
        "筛选词；筛选的编号，和 filters.yml 里词的编号",
        "Words it is found by: ids of filters of filters.yml, and of their words",
        dict,
    )
    pattern: list[PatternStep] = described(
        "它怎么发生，一步一步", "How it comes about, step by step", list, max_length=5
    )
    tells: list[Line] = described("识别点", "What gives it away", list)
    claims: list[Identifier] = described("法律怎么说", "Claims", list)
    actions: list[Line] = described("你可以怎么做", "What you can do", min_length=2)
    covers: list[Slug] = described(
        "对应通知的哪几项；notice.yml 里的编号",
        "Parts of the notice that it answers, by their ids in notice.yml",
        list,
    )
    order: int = described("排列顺序", "Order in lists", ge=1)
    checked_on: Date = described("核对日期", "Checked on")
    review_by: Date = described("下次核对期限", "To be reviewed by")
    corrected_on: Date | None = described("更正日期", "Corrected on", None)

    @property
    def is_withdrawn(self) -> bool:
        """Whether nothing of the case may be shown any more."""
        raise NotImplementedError


Part = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$")]
"""A day, a month or a year: 2019-05-10, 2019-05, 2019."""
CaseStage = Literal["accused", "penalty", "first_instance", "final", "withdrawn"]
"""How far a case has got. accused: under investigation or charged, nobody is guilty. penalty: an
authority has decided, no court has judged. first_instance: judged, and not known to be in effect.
final: the judgment is in effect. withdrawn: overturned or corrected, and taken down."""


class AdjudicatedCase(Case):
    """A case that an authority has released, and how far it has got."""

    type: Literal["adjudicated"] = described("类型", "Type")
    name: Line = described("名称（匿名）", "Name as in the release, anonymised")
    source: Identifier = described("来源编号", "Id of the source")
    source_note: Line = described("来源说明；机关、名称、日期", "Source in words")
    stage: CaseStage = described(
        "阶段；accused 涉嫌，penalty 行政处罚，first_instance 一审，final 已经生效，withdrawn 撤下",
        "How far it has got: accused, penalty, first_instance, final (in effect), withdrawn",
    )
    stage_note: Line | None = described(
        "阶段，来源的说法", "The stage as its source words it", None, example="二审维持原判"
    )
    effective: Part | None = described(
        "生效判决、裁定的日期；只读到年月的，只写年月",
        "Day of the judgment or ruling in effect; its month or year where no more was read",
        None,
        example="2019-05-10",
    )
    effective_by: Date | None = described(
        "最晚到哪一天已经生效；读不到生效日期时，写公布生效判决的日期",
        "Day by which it was in effect, such as that of the release; where its own was not read",
        None,
    )
    decided_by: Line | None = described(
        "作出判决、决定的机关；来源写明了才写",
        "Court or authority that decided; only where the source names it",
        None,
        example="某县人民法院一审",
    )
    withdrawn_on: Date | None = described("撤下的日期", "Withdrawn on", None)
    withdrawn_why: Line | None = described(
        "撤下的原因；给公众看，不再提任何人", "Why, for the public; naming nobody", None
    )
    results: list[Line] = described("结果", "Results", min_length=1)
    findings: list[Line] = described(
        "查明的事实；过去时", "Findings, in the past tense", min_length=1
    )
    figures: list[Figure] = described("数字", "Figures", list, max_length=3)
    money: MoneyFlow | None = described("钱是怎么走的", "How the money moved", None)
    background: Markdown | None = described("补充", "Further text in Markdown", None)
    editor_note: Note | None = described("给编辑的提醒", "Note to the editor", None)
    mark: Literal["A", "B"] = described("核实程度", "How sure it is")

    @property
    def is_withdrawn(self) -> bool:
        """Whether its stage says so."""
        return self.stage == "withdrawn"


class Scenario(Case):
    """A fictional story, and labelled so on every page and sheet."""

    type: Literal["scenario"] = described("类型", "Type")
    beats: list[Heading] = described(
        "起承转合", "The four beats of the story", min_length=4, max_length=4
    )
    right: Line = described("做对了什么", "What was done right")
    status: Literal["published", "withdrawn"] = described(
        "状态；撤回后不再出现在任何地方", "State", "published"
    )

    @property
    def is_withdrawn(self) -> bool:
        """Whether its status says so."""
        return self.status == "withdrawn"


AnyCase = AdjudicatedCase | Scenario
CaseFile = Annotated[AnyCase, Field(discriminator="type")]
"""cases/<id>.yml"""
