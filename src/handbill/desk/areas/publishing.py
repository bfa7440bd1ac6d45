"""Publishing: the site to a folder, a zip or a branch of Git, and a running site tried."""

from __future__ import annotations

import re

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page, see
from handbill.desk.areas.making import told_of
from handbill.desk.desk import Desk

WAYS = ("to", "zip", "branch", "check")
"""Options of `handbill publish` that the desk has, each with a text."""


def publishing(desk: Desk, ask: Ask) -> Response:
    """Shows where the site can go, and the last job."""
    address = desk.settings().site_url or ""
    usual = {"to": "", "zip": "site.zip", "branch": "gh-pages", "check": address}
    bad = ask.query.get("bad", "")
    return page(
        desk, ask, "publishing.html.j2", ways=WAYS, usual=usual, bad=bad, **told_of(desk, ask)
    )


def publish(desk: Desk, ask: Ask) -> Response:
    """Starts a job, unless another one runs or the place is none."""
    way, text = ask.said("way"), ask.said("where").strip().strip('"')
    if way not in WAYS:
        raise KeyError(way)
    # What is typed is one value of one option, whatever it begins with.
    if not text or not text.isprintable() or (way == "check" and not _is_address(text)):
        return see(f"/publish?bad={way}")
    command = ["publish", "-f", desk.config.name, "--lang", desk.language, f"--{way}={text}"]
    if way == "branch" and ask.said("push"):
        command.append("--push")
    started = desk.jobs.start(f"publish_{way}", text, command)
    return see("/publish" if started else "/publish?busy=1")


def _is_address(text: str) -> bool:
    return bool(re.fullmatch(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?", text))


AREA = Area(
    "publishing", "/publish", (("GET", "/publish", publishing), ("POST", "/publish", publish))
)
