"""What every finished site gets, built by MkDocs or not: policies, a search index, checked links."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from handbill.compose.artifacts import Artifact, Sheet
from handbill.problems import Problem, Span
from handbill.progress import Progress
from handbill.publish.isolates import isolate_runs
from handbill.publish.links import LinkChecker
from handbill.publish.placing import write_manifest
from handbill.publish.policies import put_policies
from handbill.publish.scans import unknown_scans
from handbill.publish.search import index_site


def finish_site(
    site: Path, site_url: str | None, printed: Iterable[str], progress: Progress
) -> list[Problem]:
    """Write the policies of the pages of `site` and the isolates of those from right to left, index
    it for search, list its files in it, then check its links.

    printed: addresses on sheets (QR codes), which must exist too, and whose page must know the
    sheet. Returns a problem for each broken link (E704) and unknown sheet (E345), and for what a
    page's policy refuses in it (W790); raises ProblemsFound when the index cannot be made.
    """
    addresses = list(printed)
    isolate_runs(site)
    problems = list(put_policies(site))
    with progress.stage("search") as notes:
        notes.append(f"{index_site(site)} pages")
    write_manifest(site)
    with progress.stage("links") as notes:
        checker = LinkChecker(site, site_url)
        problems += [
            Problem("E704", Span(link.page, link.line, 1, 1), target=link.target, page=link.page)
            for link in checker.broken(addresses)
        ]
        problems += [
            Problem("E345", None, address=address)
            for address in unknown_scans(site, site_url, addresses)
        ]
        notes.append(f"{len(problems)} broken")
    return problems


def printed_addresses(artifacts: Iterable[Artifact]) -> list[str]:
    """Returns every address that a QR code of these artifacts points to."""
    return sorted(
        {
            one["qr"]["url"]
            for artifact in artifacts
            if isinstance(artifact.body, Sheet)
            for one in artifact.body.data["sheets"]
            if one.get("qr")
        }
    )
