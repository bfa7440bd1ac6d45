"""What a posted sheet must have, on one page, with the sheet beside it."""

from __future__ import annotations

from starlette.responses import Response

from handbill.desk.app import Area, Ask
from handbill.desk.desk import Desk, Part
from handbill.desk.drawing import lacking_of
from handbill.desk.editing import BLANKS, receive, sheet_of, show
from handbill.load.files import CAMPAIGN, PLACES


def _parts(desk: Desk) -> list[Part]:
    """The fields that a sheet must have: of the place that it is posted at by default, of the
    website, of the first campaign."""
    papers = desk.papers()
    campaign = next((one for one in papers.values() if one.sort == CAMPAIGN), None)
    settings = next(iter(papers.values()))
    parts = []
    default = None
    if campaign:
        facts = desk.part(2, campaign.name, (), ("numbers", "corrections"))
        default = facts.document.data.get("default_place") if facts.document else None
        parts.append(facts)
    for paper in papers.values():
        if paper.sort == PLACES:
            document = desk.opened(paper.name).document
            listed = document.data.get("places") if document else None
            for number, place in enumerate(listed if isinstance(listed, list) else []):
                if isinstance(place, dict) and place.get("id") == default:
                    at = ("places", number)
                    parts.insert(0, desk.part(1, paper.name, at, ("name", "publisher")))
    site = desk.part(0, settings.name, (), ("site_name", "site_url"))
    return [*parts[:1], site, *parts[1:]]


def start(desk: Desk, ask: Ask) -> Response:
    """Shows what a sheet must have."""
    parts = _parts(desk)
    titles = {0: desk.say["start_site"], 1: desk.say["start_place"], 2: desk.say["start_campaign"]}
    which = sheet_of(desk, [parts[-1]])
    checked = desk.checked()
    lacking = lacking_of(checked, which) if checked and which else []
    return show(
        desk,
        ask,
        "start.html.j2",
        parts,
        which,
        BLANKS,
        titles=titles,
        here="/start",
        lacking=lacking,
    )


def change(desk: Desk, ask: Ask) -> Response:
    """Takes what was filled in."""
    return receive(desk, ask, _parts(desk), "/start")


AREA = Area("start", "/start", (("GET", "/start", start), ("POST", "/start", change)))
