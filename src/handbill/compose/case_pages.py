"""The explainers: their list with its filters, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.choices import Choice, as_selectors, choices, empty_choices
from handbill.compose.entries import Listed, showcase
from handbill.compose.money_drawing import money_drawing
from handbill.compose.part import Part
from handbill.edition.edition import Edition
from handbill.model.campaign import Filter
from handbill.model.case import AdjudicatedCase, AnyCase, Scenario
from handbill.model.text import is_slug

RELATED = 3
"""Cases that a case leads on to, at most."""


def case_pages(part: Part) -> Iterator[PageArtifact]:
    """The list of cases with the style sheet of its filters, then each of them."""
    edition = part.edition
    for identifier, gone in edition.withdrawn_cases.items():
        # The address stays: it stands in feeds, in search engines and in what others have passed on.
        title = part.say["case_withdrawn"]
        yield part.page(
            f"cases/{identifier}.md",
            "site/case_withdrawn.md.j2",
            title,
            "cases",
            part.say["case_withdrawn_lead"],
            case=gone,
        )
    if not edition.cases:
        return
    yield from _list(part)
    for identifier, case in edition.cases.items():
        fictional = isinstance(case, Scenario)
        yield part.page(
            f"cases/{identifier}.md",
            "site/scenario.md.j2" if fictional else "site/case.md.j2",
            case.title,
            "cases",
            case.lead,
            case=case,
            case_id=identifier,
            styles=["assets/case.css"],
            scripts=["assets/share.js"],
            drawing=money_drawing() if isinstance(case, AdjudicatedCase) and case.money else None,
            related=related_cases(edition, identifier),
            rests_on=[case, edition.campaign.fiction_notice],
            entries=_related(part, identifier, case.audiences),
        )


def _list(part: Part) -> Iterator[PageArtifact]:
    edition, say = part.edition, part.say
    tags = {name: case_values(edition, case) for name, case in edition.cases.items()}
    # All words of a list are offered: who has met one reads that there is no case of it here yet.
    found = {
        one.id: choices(
            [values[one.id] for values in tags.values()],
            {value.id: value.title for value in one.values if value.mark != "C"},
            value_keys(one),
            whole=bool(one.list_title),
        )
        for one in edition.filters
    }
    filters = {name: some for name, some in found.items() if some}
    keys = {(name, choice.id): choice.key for name, some in filters.items() for choice in some}
    ids = {name: [choice.id for choice in some] for name, some in filters.items()}
    fictional = {name: isinstance(case, Scenario) for name, case in edition.cases.items()}
    groups = [
        (
            "adjudicated",
            say["adjudicated_cases"],
            say["adjudicated_note"],
            [name for name in edition.cases if not fictional[name]],
        ),
        (
            "scenario",
            say["scenarios"],
            edition.campaign.fiction_notice,
            [name for name in edition.cases if fictional[name]],
        ),
    ]
    groups = [group for group in groups if group[3]]
    style = f"{part.prefix}assets/cases.css"
    yield part.page(
        "cases/index.md",
        "site/cases.md.j2",
        say["cases"],
        "cases",
        say["cases_lead"],
        styles=[style],
        scripts=["assets/fold.js"],
        groups=groups,
        filters=filters,
        classes={name: _classes(filters, one) for name, one in tags.items()},
        titles={one.id: one.title for one in edition.filters},
        shows=cases_by_word(edition),
    )

    def nothing(names: Sequence[str]) -> list[list[list[str]]]:
        rows = empty_choices([tags[name] for name in names], ids)
        return as_selectors(
            {name: keys[name, value] for name, value in row.items()} for row in rows
        )

    yield PageArtifact(
        style,
        Page(
            "site/cases.css.j2",
            {
                "filters": {
                    name: [choice.key for choice in some] for name, some in filters.items()
                },
                "empty": nothing(list(edition.cases)),
                "empty_groups": {group: nothing(names) for group, _, _, names in groups},
            },
        ),
    )


def value_keys(one: Filter) -> dict[str, str]:
    """Returns a name of CSS for each word of a filter: their ids may be any text."""
    return {
        value.id: value.id if is_slug(value.id) else f"{one.id[0]}{number}"
        for number, value in enumerate(one.values, 1)
    }


def case_values(edition: Edition, case: AnyCase) -> dict[str, list[str]]:
    """What a case is filtered by: its values of each filter."""
    return {one.id: case.tags.get(one.id, []) for one in edition.filters}


def _classes(filters: dict[str, list[Choice]], values: dict[str, list[str]]) -> str:
    """The classes by which a case's card is found: where-d4 who-elders."""
    return " ".join(
        f"{name}-{choice.key}"
        for name, some in filters.items()
        for choice in some
        if choice.id in values[name]
    )


def cases_by_word(edition: Edition) -> dict[str, list[str]]:
    """Ids of the cases that show each word of the filters that are listed."""
    return {
        value.id: [
            name for name, case in edition.cases.items() if value.id in case.tags.get(one.id, ())
        ]
        for one in edition.filters
        if one.list_title
        for value in one.values
    }


def related_cases(edition: Edition, case_id: str) -> list[str]:
    """Ids of the cases that share most words of the filters that are listed (of all filters where
    none is), at least one; then as lists have them."""
    listed = [one.id for one in edition.filters if one.list_title]
    counted = listed or [one.id for one in edition.filters]

    def words(case: AnyCase) -> set[tuple[str, str]]:
        return {(name, word) for name in counted for word in case.tags.get(name, ())}

    own = words(edition.cases[case_id])
    shared = {
        name: len(own & words(case)) for name, case in edition.cases.items() if name != case_id
    }
    return sorted(
        (name for name, count in shared.items() if count), key=lambda name: -shared[name]
    )[:RELATED]


def _related(part: Part, case_id: str, audiences: Sequence[str]) -> list[Listed]:
    """Materials of a case: its own first, then those of its audiences, four at most."""
    own = [entry for entry in part.entries if entry.material.case == case_id]
    others = [
        entry for entry in part.entries if entry.audience.id in audiences and entry not in own
    ]
    return [*own, *showcase(others, 4)][:4]
