"""E670 to E674, W670 to W674: what a campaign asks people to do."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E670": Code(
        title="说明和行动对不上 / Sentences and actions do not match",
        text="action 有 {action} 条，steps 有 {steps} 句 / "
        "`action` has {action} entries, `steps` has {steps} sentences",
        cure="每条行动写一句，顺序一样；不想写就删掉 steps / "
        "write one sentence for each action, in the same order, or leave `steps` out",
        why="地区页面把每条行动和它的说明放在一起，多一句少一句就错位了。 / "
        "Pages of places set each action with its sentence; one too many or too few shifts them all.",
        wrong="action: [关火, 出门]\nsteps:\n  - 先关掉火。",
        right="action: [关火, 出门]\nsteps:\n  - 先关掉火。\n  - 带上门，走楼梯。",
    ),
    "W670": Code(
        title="禁止的话没有说“不” / A prohibition that does not say “not”",
        text="“{text}”前面印着禁止的符号，字面上却是要人做 / "
        "“{text}” has a sign that forbids before it, and its words ask for the thing",
        cure="把“不”“别”“禁止”写进字里；是要人做的事，action_form 写 order 或者 list / "
        "say “no”, “not” or “never” in the words; where it is to be done, `action_form` is "
        "`order` or `list`",
        why="符号只在图上。听读屏软件的人、抄成文字的稿子、复印糊了的纸，只剩下字，意思就反了。 / "
        "The sign is drawn only. A screen reader, a transcript and a poor copy have the words alone, "
        "which then say the opposite.",
        wrong="action: [上楼充电]\naction_form: prohibitions",
        right="action: [不上楼充电]\naction_form: prohibitions",
    ),
}
