"""E33x: the self-test and the arithmetic."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E330": Code(
        title="自测结果永远出不来 / Result that nobody can reach",
        text="结果“{title}”永远出不来：{reason} / nobody can reach the result “{title}”: {reason}",
        cure="改小 at_least，或者把它移到前面 / lower at_least, or move it up",
        why="结果从上到下取第一个符合的。要求的“是”比这一组的题还多，或者前面有一个更容易符合的，"
        "后面的就没有人看得到。 / "
        "The first result that holds is shown. One that needs more answers of yes than its group "
        "has questions, or that stands below an easier one, is never shown.",
        wrong="- group: core  # 4 题\n  at_least: 5",
        right="- group: core  # 4 题\n  at_least: 4",
    ),
    "E331": Code(
        title="自测少了最后一种结果 / Self-test without a last result",
        text="最后一种结果还有条件：都答“不是”的人看不到结果 / "
        "the last result has a condition: whoever answers no throughout gets none",
        cure="在最后加一种不写 group 的结果 / add a last result without a group",
        why="没有 group 的结果总是符合的，放在最后，谁都能看到一种结果。 / "
        "A result without a group always holds; at the end it makes sure that everyone gets one.",
        wrong="- group: core\n  at_least: 1\n  title: 请核实",
        right="- title: 没有发现\n  text: 仍要看清合同。",
    ),
    "E332": Code(
        title="往上分的钱超过了交的钱 / More is handed up than is paid",
        text="shares 加起来是 {sum}%，超过 100% / the shares come to {sum} percent, more than 100",
        cure="改到合起来不超过 100 / make them 100 at most",
        why="每交一份钱，最多只能分掉这一份。超过了，算出来的账就是假的。 / "
        "No more than one fee can be handed on from each fee; otherwise the sums are false.",
        wrong="shares: [60, 30, 20]",
        right="shares: [40, 20, 10]",
    ),
}
