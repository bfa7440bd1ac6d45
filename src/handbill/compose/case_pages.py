"""The explainers: their list, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbill.compose.materials import MaterialEntry, showcase
from handbill.compose.site import PageSpec, Site
from handbill.model.case import Scenario


def case_pages(site: Site) -> Iterator[PageSpec]:
    """The list of cases, then each of them."""
    edition, say = site.edition, site.say
    if not edition.cases:
        return
    groups = [(say["adjudicated_cases"], say["adjudicated_note"],
               [one for one in edition.cases.items() if not isinstance(one[1], Scenario)]),
              (say["scenarios"], edition.campaign.fiction_notice,
               [one for one in edition.cases.items() if isinstance(one[1], Scenario)])]
    yield site.page("cases/index.md", "site/cases.md.j2", say["cases"], "cases",
                    say["cases_lead"], groups=[group for group in groups if group[2]])
    for identifier, case in edition.cases.items():
        fictional = isinstance(case, Scenario)
        yield site.page(
            f"cases/{identifier}.md", "site/scenario.md.j2" if fictional else "site/case.md.j2",
            case.title, "cases", case.lead, case=case, case_id=identifier,
            rests_on=[case, edition.campaign.fiction_notice],
            entries=_related(site, identifier, case.audiences))


def _related(site: Site, case_id: str, audiences: Sequence[str]) -> list[MaterialEntry]:
    """Materials of a case: its own first, then those of its audiences, four at most."""
    own = [entry for entry in site.entries if entry.material.case == case_id]
    others = [entry for entry in site.entries
              if entry.audience.id in audiences and entry not in own]
    return [*own, *showcase(others, 4)][:4]
