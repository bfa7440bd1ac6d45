"""What runs out within a span of days: sheets to take down, and facts to check again.

Nothing here is built or rendered; every day stands in the YAML.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection as Names
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from handbill.edition.uses import uses
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.load.places import ResolvedPlace, earliest
from handbill.load.sourced import Sourced
from handbill.load.walk import items
from handbill.model.place import CALLED_WITHIN, PlacesFile
from handbill.problems import Both, Span

What = Literal[
    "sheet", "place", "reward", "contact", "campaign", "number", "claim", "source", "case"
]

WHAT: Mapping[What, Both] = {
    "sheet": Both("撤下", "take down"),
    "place": Both("核对地区资料", "check the place"),
    "reward": Both("核对奖励说明", "check the reward rule"),
    "contact": Both("试拨电话", "test-call"),
    "campaign": Both("核对活动", "check the campaign"),
    "number": Both("核对号码", "check the number"),
    "claim": Both("核对法律事实", "check the claim"),
    "source": Both("核对来源", "check the source"),
    "case": Both("核对案例", "check the case"),
}
"""What there is to do, in the order of lists."""


@dataclass(frozen=True)
class Due:
    """One thing that runs out. day: its last day; None where it was never done. place: id of the
    place that it is for, "" for all. id, title: of the thing. span: where the day stands. used_by:
    what rests on it."""

    what: What
    day: datetime.date | None
    id: str
    title: str
    place: str = ""
    campaign: str = ""
    span: Span | None = None
    used_by: tuple[Both, ...] = ()

    def is_past(self, today: datetime.date) -> bool:
        """Whether it has run out, or was never done."""
        return self.day is None or self.day < today

    def plain(self, today: datetime.date) -> dict[str, Any]:
        """Plain data for programs."""
        return {
            "what": self.what,
            "day": self.day.isoformat() if self.day else None,
            "days": (self.day - today).days if self.day else None,
            "past": self.is_past(today),
            "id": self.id,
            "title": self.title,
            "place": self.place or None,
            "campaign": self.campaign or None,
            "file": self.span.file if self.span else None,
            "line": self.span.line if self.span else None,
            "used_by": [one.en for one in self.used_by],
        }


def _sheets(campaign: Campaign, place: ResolvedPlace) -> Iterator[Due]:
    facts = campaign.campaign.value
    for _, material in campaign.materials():
        day = earliest(material.valid_until, place.valid_until, facts.valid_until)
        yield Due("sheet", day, material.id, material.title, place.id, campaign.id)


def _local(
    file: Sourced[PlacesFile], labels: Mapping[str, str], wanted: Names[str]
) -> Iterator[Due]:
    """What places say themselves; what one inherits is listed with the place it comes from. labels:
    of the roles of contacts. wanted: ids of the places to look at."""
    for place, at in items(file, "places.*"):
        if place.id not in wanted:
            continue
        name = place.id
        if reward := place.reward:
            span = at("reward", "valid_until")
            yield Due("reward", reward.valid_until, name, reward.text, name, span=span)
        if place.checked_on:
            day = place.checked_on + CALLED_WITHIN
            yield Due("place", day, name, place.name, name, span=at("checked_on"))
        for role, contact in place.contacts.items():
            if contact.number and (contact.checked_on or not place.checked_on):
                day = contact.checked_on + CALLED_WITHIN if contact.checked_on else None
                title = f"{contact.name or labels.get(role, role)} {contact.number}"
                span = at("contacts", role, "checked_on" if contact.checked_on else "number")
                yield Due("contact", day, role, title, name, span=span)


def _facts(campaign: Campaign) -> Iterator[Due]:
    """What a campaign says everywhere."""

    def used(kind: str, name: str) -> tuple[Both, ...]:
        return tuple(dict.fromkeys(use.title for use in resting.get((kind, name), ())))

    resting = uses(campaign)
    one, file = campaign.id, campaign.campaign
    day, span = file.value.review_by, file.span("review_by")
    yield Due("campaign", day, one, file.value.title, "", one, span)
    for hotline, at in items(file, "numbers.*"):
        day, span = hotline.checked_on + CALLED_WITHIN, at("checked_on")
        yield Due("number", day, hotline.number, hotline.use, "", one, span)
    for claim, at in items(campaign.claims, "claims.*"):
        title, span, used_by = claim.short or claim.text, at("review_by"), used("claim", claim.id)
        yield Due("claim", claim.review_by, claim.id, title, "", one, span, used_by)
    for source, at in items(campaign.sources, "sources.*"):
        day, span, used_by = source.review_by, at("review_by"), used("source", source.id)
        yield Due("source", day, source.id, source.short, "", one, span, used_by)
    for case in campaign.cases:
        if not case.value.is_withdrawn:
            day, span, used_by = case.value.review_by, case.span("review_by"), used("case", case.id)
            yield Due("case", day, case.id, case.value.title, "", one, span, used_by)


def expiring(
    collection: Collection,
    today: datetime.date,
    within: datetime.timedelta,
    places: Names[str] = (),
) -> list[Due]:
    """Everything whose last day is past or comes within `within` of `today`, the earliest first.

    places: ids to look at, all if empty. What holds everywhere (claims, sources, cases) is left out
    when places are named. Raises KeyError for an unknown place.
    """
    latest = today + within
    order = list(WHAT)
    due = [one for one in _all(collection, places) if one.day is None or one.day <= latest]
    return sorted(due, key=lambda one: (one.day or datetime.date.min, order.index(one.what)))


def _all(collection: Collection, places: Names[str]) -> Iterator[Due]:
    """Everything that ever runs out at these places, or anywhere."""
    tree = collection.tree
    chosen = [tree.resolve(one) for one in places or tree.by_id]
    # A place below inherits what one above says, and it is found there.
    said = {name for place in chosen for name in (place.id, *place.ancestors)}
    for campaign in collection.campaigns:
        for place in chosen:
            yield from _sheets(campaign, place)
        yield from () if places else _facts(campaign)
    roles = {
        role.id: role.label
        for campaign in collection.campaigns
        for role in campaign.campaign.value.contact_roles
    }
    yield from _local(collection.places, roles, said)


def listed(
    due: list[Due],
    collection: Collection,
    today: datetime.date,
    within: datetime.timedelta,
    lang: str,
) -> str:
    """The list for people: sheets by the day they come down, with their places, then what to check.

    Places where the same sheets come down on the same day stand on one line.
    """
    names = {place.id: place.name for place in collection.places.value.places}
    sheets = [one for one in due if one.what == "sheet"]
    checks = [one for one in due if one.what != "sheet"]
    latest = (today + within).isoformat()
    lines = [
        Both(
            f"到 {latest} 为止（{within.days} 天内）", f"up to {latest} (within {within.days} days)"
        ).get(lang)
    ]
    lines += ["", Both("要撤下的资料", "Sheets to take down").get(lang)]
    lines += list(_of_sheets(sheets, collection, names, today, lang)) or [_nothing(lang)]
    lines += ["", Both("要核对的", "To be checked").get(lang)]
    for one in checks:
        where = f"{names[one.place]} " if one.place and one.what != "place" else ""
        stands = f"{one.span.file}:{one.span.line}" if one.span else ""
        lines.append(
            f"  {_when(one.day, today, lang)}  {WHAT[one.what].get(lang)} {one.id}  "
            f"{where}{one.title}  {stands}{_used(one).get(lang)}"
        )
    return "\n".join(lines if checks else [*lines, _nothing(lang)])


def _used(one: Due) -> Both:
    count = len(one.used_by)
    return Both(f"  用到 {count} 处", f"  used {count}×") if count else Both("", "")


def _nothing(lang: str) -> str:
    return Both("  没有", "  nothing").get(lang)


def _when(day: datetime.date | None, today: datetime.date, lang: str) -> str:
    """A day with how far off it is."""
    if day is None:
        return Both("从来没有", "never     ").get(lang)
    days = (day - today).days
    if days < 0:
        return f"{day} " + Both(f"过了 {-days} 天", f"{-days} days ago").get(lang)
    return f"{day} " + Both(f"还有 {days} 天", f"in {days} days").get(lang)


def _of_sheets(
    sheets: list[Due],
    collection: Collection,
    names: Mapping[str, str],
    today: datetime.date,
    lang: str,
) -> Iterator[str]:
    coming_down: dict[tuple[str, str, datetime.date | None], dict[str, str]] = {}
    for one in sheets:
        coming_down.setdefault((one.campaign, one.place, one.day), {})[one.id] = one.title
    together: dict[tuple[str, datetime.date | None, tuple[str, ...]], list[str]] = {}
    for (campaign, place, day), titles in coming_down.items():
        together.setdefault((campaign, day, tuple(titles)), []).append(place)
    titles = {one.id: one.title for one in sheets}
    count = {one.id: len(list(one.materials())) for one in collection.campaigns}
    facts = {campaign.id: campaign.campaign.value.title for campaign in collection.campaigns}
    for (campaign, day, ids), places in together.items():
        every = len(places) == len(names)
        where = (
            Both(f"全部 {len(places)} 个地区", f"all {len(places)} places").get(lang)
            if every and len(places) > 1
            else Both("、", ", ").get(lang).join(f"{names[one]} {one}" for one in places)
        )
        whole = len(ids) == count[campaign]
        what = (
            Both(f"{facts[campaign]}的全部 {len(ids)} 种", f"all {len(ids)} of {facts[campaign]}")
            if whole
            else Both(f"{len(ids)} 种", f"{len(ids)} materials")
        )
        yield f"  {_when(day, today, lang)}  {where}: {what.get(lang)}"
        if not whole:
            yield from (f"      {one}  {titles[one]}" for one in ids)
