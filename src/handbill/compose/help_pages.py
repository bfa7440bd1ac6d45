"""What to do when one has met it: a quiet page for each situation, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.part import Part
from handbill.edition.translated import untranslated
from handbill.model.campaign import HelpFile, Hotline, OtherNumber, Situation


def help_pages(part: Part) -> Iterator[PageArtifact]:
    """The list of situations and a page for each, if the campaign has any."""
    found = part.edition.help
    if not found:
        return
    names = [(one.title, one.lead) for one in found.situations]
    others = part.edition.campaign.other_numbers if found.hotlines_title else []
    yield part.page(
        "help.md",
        "site/help.md.j2",
        found.title,
        "help",
        found.lead,
        rests_on=[found.model_copy(update={"situations": []}), names, others],
        help=found,
        other_numbers=others,
    )
    for situation in found.situations:
        yield _situation_page(part, found, situation)


def _quiet_name(found: HelpFile) -> str:
    return found.quiet_title or found.title


def _title(found: HelpFile, situation: Situation) -> str:
    """What stands in the tab and in the browser's history: what to do first, and the page's name.
    Where somebody may be looking on and the campaign has a quiet name, it is that alone."""
    name = _quiet_name(found)
    quiet = found.quiet_title and (situation.urgent or situation.message)
    return name if quiet else f"{situation.lead} · {name}"


def _rests_on(part: Part, found: HelpFile, situation: Situation) -> list[object]:
    """The texts a situation's page must have in its own language; claims look after themselves."""
    texts: dict[str, list[object]] = {
        "evidence": [found.evidence_note]
        if situation.urgent
        else [found.evidence_title, situation.evidence or found.evidence, found.evidence_note],
        "never": [found.never_title, found.never],
        "money": [found.money],
        # A place's own text is not the campaign's to translate.
        "reward": [found.reward and found.reward.title]
        if part.edition.place.reward
        else [found.reward],
    }
    facts = part.edition.campaign
    roles = [role.label for role in facts.contact_roles if role.id in situation.contacts]
    duty = part.edition.place.first_contact_duty and situation.contacts
    return [
        situation,
        _called(part, situation),
        found.quiet_title,
        roles,
        facts.text_message if situation.message else None,
        found.first_contact if duty else None,
        *(texts[name] for name in situation.lists),
    ]


def _called(part: Part, situation: Situation) -> list[Hotline | OtherNumber]:
    """The numbers of a situation, those of every sheet where it names none."""
    facts = part.edition.campaign
    known = {key: one for one in facts.every_number() for key in (one.number, one.name) if key}
    return [known[key] for key in situation.calls] or [*facts.numbers]


def _situation_page(part: Part, found: HelpFile, situation: Situation) -> PageArtifact:
    title = _title(found, situation)
    if untranslated(_rests_on(part, found, situation)):
        return part.page(
            f"help/{situation.number}.md",
            "site/only_in_source.md.j2",
            title,
            "help",
            part.say["only_in_source"],
        )
    path = f"{part.prefix}help/{situation.number}/index.html"
    calls = _called(part, situation)
    return PageArtifact(
        path,
        Page(
            "site/help_page.html.j2",
            part.data(
                path,
                title,
                "help",
                help=found,
                situation=situation,
                calls=calls,
                quiet_name=_quiet_name(found),
                others=[one for one in found.situations if one.number != situation.number],
            ),
        ),
    )
