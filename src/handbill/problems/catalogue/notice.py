"""W408: the notice that a campaign answers."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "W408": Code(
        title="通知里的一项还没有资料 / A part of the notice has no material",
        text="没有资料或者网页对应“{title}”（{id}） / no material or page answers “{title}” ({id})",
        cure="在对应的资料、对象、案例、情形或者自测里写 covers: [{id}]；一整个种类都算的，"
        "在这一项的 kinds 里写种类；真的没有，就做一份 / "
        "write covers: [{id}] in a material, audience, case, situation or the self-test that does; "
        "where a whole kind does, name it in `kinds` of the part; where nothing does, make it",
        why="通知要求的各项写在 notice.yml 里，检查拿它和资料、网页一项一项地比，缺的一看就知道。"
        "handbill coverage 列出整张表。 / "
        "What a notice asks for stands in notice.yml and is held against materials and pages, so "
        "that a gap is seen. handbill coverage lists it all.",
        wrong="parts:\n  - id: comics\n    title: 漫画\n    asks: 用漫画宣传",
        right="parts:\n  - id: comics\n    title: 漫画\n    asks: 用漫画宣传\n    kinds: [comic]",
    )
}
