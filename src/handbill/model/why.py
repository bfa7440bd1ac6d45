"""Why it must collapse: the example that is reckoned through, and the family's sheet of sums."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbill.model.campaign import Heading
from handbill.model.text import Line, Model, described

Percent = Annotated[int, Field(ge=1, le=100)]


class Town(Model):
    """How many people there are; a round figure, no real place's."""

    name: Line = described("名称", "Name", example="一个村")
    people: int = described(
        "人数；举例用的整数", "People, a round figure for the example", ge=10, le=10_000_000
    )


class SumRows(Model):
    """One side of the sheet of sums."""

    title: Line = described("标题", "Title", example="交进去的钱")
    rows: list[Line] = described("项目；一行一项", "Items, a row each", min_length=1, max_length=8)


class MoneySheet(Model):
    """Money in and money out, filled in by a family together."""

    title: Line = described("标题", "Title")
    lead: Line = described("导语", "Lead")
    paid: SumRows = described("交进去的钱", "Money that went in")
    returned: SumRows = described("拿回来的钱", "Money that came back")
    lost: Line = described("交的比回来的多时说的话", "What to say when more went in than came back")
    even: Line = described("一样多时说的话", "What to say when both are the same")
    gained: Line = described(
        "回来的比交的多时说的话", "What to say when more came back than went in"
    )
    after: list[Heading] = described(
        "算完以后做什么", "What to do afterwards", min_length=1, max_length=4
    )
    situations: list[int] = described(
        "再看哪几种情形；help.yml 的序号",
        "Situations to read next: their numbers in help.yml",
        list,
        max_length=3,
    )


class WhyFile(Model):
    """why.yml: the arithmetic of a number that multiplies. The figures are an example, not a case."""

    title: Line = described("标题", "Title")
    lead: Line = described("导语", "Lead")
    each: int = described("每人再带几个人", "How many each person brings", ge=2, le=6)
    fee: int = described("每人交多少钱，元", "What each person pays, in yuan", ge=100, le=1_000_000)
    shares: list[Percent] = described(
        "每交一份钱，往上分百分之几；从带来的人往上，一层一项",
        "Percent of each fee that goes up: to the one who brought them, to the next above, and so on",
        min_length=1,
        max_length=5,
    )
    towns: list[Town] = described(
        "一共有多少人；第一项先算",
        "How many people there are; the first is reckoned first",
        min_length=1,
        max_length=4,
    )
    conclusions: list[Heading] = described(
        "算出来的道理", "What follows from it", min_length=1, max_length=4
    )
    note: Line = described("说明；写明是举例", "Note: that this is an example")
    sheet: MoneySheet = described("算一算；交了多少，回来多少", "The sheet of sums")
