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
    "E671": Code(
        title="图形和行动对不上 / Devices and actions do not match",
        text="action 有 {action} 条，lockup.devices 有 {devices} 个 / "
        "`action` has {action} entries, `lockup.devices` has {devices} names",
        cure="每条行动写一个图形的名字，顺序一样；不想挑就删掉 devices / "
        "name one device for each action, in the same order, or leave `devices` out",
        why="标记里每条行动前面有一个图形，多一个少一个就错位了。 / "
        "In the mark each action stands behind its device; one too many or too few shifts them all.",
        wrong="action: [关火, 出门]\nlockup:\n  devices: [palm]",
        right="action: [关火, 出门]\nlockup:\n  devices: [palm, door]",
    ),
    "E672": Code(
        title="标记的颜色太浅 / Too light a colour for the lock-up",
        text="标记的字是纸色，和这种颜色的对比是 {found}:1，要 {wanted}:1 / "
        "the words of the lock-up are of paper and have a contrast of {found}:1 with this colour; "
        "{wanted}:1 is needed",
        cure="换深一点的颜色 / choose a darker colour",
        why="标记印在每一张资料上，老人要看得清，黑白复印也要看得清。对比按 WCAG 2.2 的公式算。 / "
        "The mark is on every sheet, for old eyes and for grey copies too. Contrast is computed by the "
        "formula of WCAG 2.2.",
        wrong='lockup:\n  colour: {rgb: "#F9A94B", cmyk: [0, 40, 78, 0]}',
        right='lockup:\n  colour: {rgb: "#8F1A1C", cmyk: [25, 100, 95, 28]}',
    ),
    "E673": Code(
        title="标记的墨量太多 / Too much ink in the lock-up",
        text="四色相加是 {total}%，最多 {most}% / the inks add up to {total} %; {most} % at most",
        cure="减少 C、M、Y，需要深色时多用 K / use less C, M and Y, and more K where it must be dark",
        why="墨太多，纸印不干，会粘在下一张的背面。 / "
        "Paper with more ink does not dry, and marks the sheet that lies on it.",
        wrong='lockup:\n  colour: {rgb: "#10233F", cmyk: [100, 90, 70, 60]}',
        right='lockup:\n  colour: {rgb: "#10233F", cmyk: [100, 80, 35, 45]}',
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
