"""Commands about dates: expiring."""

from __future__ import annotations

import argparse
import datetime
import re

from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS, Command, day
from handbill.cli.context import collection_of, language_of, today

_DAYS = {"d": 1, "w": 7, "m": 30}
_SPAN = re.compile(r"([0-9]{1,4})([dwm天周月]?)")
LONGEST = 100 * 366
"""Days that are looked ahead at most."""
_CHINESE = {"天": "d", "周": "w", "月": "m", "": "d"}


def span(text: str) -> datetime.timedelta:
    """Reads a span of the command line: 60d, 8w, 3m (a month is 30 days), 60."""
    found = _SPAN.fullmatch(text.strip().lower().replace("个", ""))
    if not found:
        raise argparse.ArgumentTypeError(
            f"要写成 60d、8w、3m 这样，不能是“{text}” / written 60d, 8w or 3m"
        )
    days = int(found[1]) * _DAYS[_CHINESE.get(found[2], found[2])]
    if days > LONGEST:
        raise argparse.ArgumentTypeError(
            f"最长 {LONGEST // 366} 年，不能是“{text}” / {LONGEST // 366} years at most"
        )
    return datetime.timedelta(days=days)


def register(command: Command) -> None:
    """Add these commands to the parser."""
    sub = command(
        "expiring",
        "哪些快到期：要撤下的资料、要核对的内容 / what runs out: sheets to take down, "
        "facts to check",
        _expiring,
    )
    sub.value(
        "--within",
        "SPAN",
        "多久以内：60d 天、8w 周、3m 月，默认 60d / within how long; 60d by default",
        type=span,
        default=datetime.timedelta(days=60),
    )
    sub.values("--place", "ID", "地区，可写多次，默认全部 / place, repeatable, all by default")
    sub.value("--today", "YYYY-MM-DD", "从哪一天算起 / the day to count from", type=day)
    sub.choice("--format", "human json", "输出格式 / output format", default="human")
    sub.flag("--strict", "有已经过期的就算失败 / fail when something is past its day")


def _expiring(options: argparse.Namespace) -> int:
    import json

    from handbill.edition.expiring import expiring, listed

    collection = collection_of(options)
    now = options.today or today()
    due = expiring(collection, now, options.within, options.place)
    if options.format == "json":
        print(json.dumps([one.plain(now) for one in due], ensure_ascii=False, indent=2))
    else:
        print(listed(due, collection, now, options.within, language_of(options.lang)))
    past = any(one.is_past(now) for one in due)
    return EXIT_PROBLEMS if options.strict and past else EXIT_OK
