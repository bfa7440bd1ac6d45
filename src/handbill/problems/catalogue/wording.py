"""E6xx: wording and safety."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E601": Code(
        title="法律用语没有出处 / Legal wording without a source",
        text="“{word}”是法律用语，只能写在法律事实里 / "
        "“{word}” is legal wording and may stand in claims only",
        cure="在 claims.yml 里写成一条有来源的法律事实，这里用 {{claim.编号}} 引用 / "
        "make it a claim with its source in claims.yml and write {{claim.ID}} here",
        why="处罚、罪名、条款这样的话，每一句都要能查到来源和条号。写在法律事实里，法律一改就能找"
        "到所有用到它的资料。用语的清单在 campaign.yml 的 wording.legal。 / "
        "Penalties, crimes and articles must each be traced to a source. As claims, every "
        "material is found when the law changes. The list of words is wording.legal in "
        "campaign.yml.",
        wrong="sentence: 扣身份证要罚款",
        right='sentence: "{claim.C05}。"',
    ),
    "E602": Code(
        title="禁用语 / Word that must not be used",
        text="“{word}”不能用在宣传品里 / “{word}” must not be used",
        cure="换一种说法：说做法，不说人 / say what is done, not what people are",
        why="侮辱、恐吓、夸大和空头承诺会伤人，也会让走错路的人不敢回头。清单在 campaign.yml 的 "
        "wording.never。 / "
        "Insults, threats, exaggeration and empty promises hurt, and keep people from coming "
        "back. The list is wording.never in campaign.yml.",
        wrong="motto: 找工作必成",
        right="motto: 找工作先核实",
    ),
    "W610": Code(
        title="有一个文件没有检查到 / A file that was not looked at",
        text="{file}读不出来，里面的话没有检查：{reason} / "
        "{file} cannot be read, so its words were not looked at: {reason}",
        cure="存成 UTF-8，不超过 1 MB；不给人看的，移出 docs/ 和 templates/ / "
        "save it as UTF-8, below 1 MB; what is for no reader goes elsewhere",
        why="读者看得到的每一句话都要检查；读不出来的，不能当作没有问题。 / "
        "Every text that reaches a reader is looked at; one that cannot be read is not sound "
        "for that.",
        wrong="docs/about.md（GBK）",
        right="docs/about.md（UTF-8）",
    ),
}
