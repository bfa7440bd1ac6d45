"""What to do when one has met it: a quiet page for each situation, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.compose.site import PageSpec, Site
from handbill.edition.translated import untranslated
from handbill.model.campaign import HelpFile, Situation


def help_pages(site: Site) -> Iterator[PageSpec]:
    """The list of situations and a page for each, if the campaign has any."""
    found = site.edition.help
    if not found:
        return
    names = [(one.title, one.lead) for one in found.situations]
    yield site.page(
        "help.md",
        "site/help.md.j2",
        found.title,
        "help",
        found.lead,
        rests_on=[found.model_copy(update={"situations": []}), names],
        help=found,
    )
    for situation in found.situations:
        yield _situation_page(site, found, situation)


def _quiet_name(site: Site, found: HelpFile) -> str:
    return found.quiet_title or str(site.say["quiet_title"])


def _title(site: Site, found: HelpFile, situation: Situation) -> str:
    """What stands in the tab and in the browser's history. Where somebody may be looking on it is
    the quiet name alone; elsewhere what to do first comes before it."""
    name = _quiet_name(site, found)
    return name if situation.urgent or situation.message else f"{situation.lead} · {name}"


def _rests_on(site: Site, found: HelpFile, situation: Situation) -> list[object]:
    """The texts a situation's page must have in its own language; claims look after themselves."""
    texts: dict[str, list[object]] = {
        "evidence": [found.evidence_note]
        if situation.urgent
        else [found.evidence_title, found.evidence, found.evidence_note],
        "never": [found.never_title, found.never],
        "money": [found.money],
        # A place's own text is not the campaign's to translate.
        "reward": [] if site.edition.place.reward else [found.reward],
    }
    facts = site.edition.campaign
    roles = [role.label for role in facts.contact_roles if role.id in situation.contacts]
    duty = site.edition.place.first_contact_duty and situation.contacts
    return [
        situation,
        found.quiet_title,
        roles,
        facts.text_message if situation.message else None,
        found.first_contact if duty else None,
        *(texts[name] for name in situation.lists),
    ]


def _situation_page(site: Site, found: HelpFile, situation: Situation) -> PageSpec:
    title = _title(site, found, situation)
    if untranslated(_rests_on(site, found, situation)):
        return site.page(
            f"help/{situation.number}.md",
            "site/only_in_source.md.j2",
            title,
            "help",
            site.say["only_in_source"],
        )
    path = f"{site.prefix}help/{situation.number}/index.html"
    hotlines = {one.number: one for one in site.edition.campaign.numbers}
    calls = [hotlines[number] for number in situation.calls] or list(hotlines.values())
    return PageSpec(
        path,
        "site/help_page.html.j2",
        site.data(
            path,
            title,
            "help",
            help=found,
            situation=situation,
            calls=calls,
            quiet_name=_quiet_name(site, found),
            others=[one for one in found.situations if one.number != situation.number],
        ),
    )
