"""What every finished site gets, built by MkDocs or not: policies, a search index, checked links."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from pathlib import Path

from handbill.compose.artifacts import Artifact, Sheet
from handbill.problems import Problem, Span
from handbill.progress import Progress
from handbill.publish.isolates import isolate_runs
from handbill.publish.last_site import LastSite
from handbill.publish.links import LinkChecker
from handbill.publish.placing import write_manifest
from handbill.publish.policies import put_policies
from handbill.publish.scans import unknown_scans
from handbill.publish.search import index_site
from handbill.publish.site_files import Late


def finish_site(
    site: Path,
    site_url: str | None,
    printed: Iterable[str],
    progress: Progress,
    finished: MutableMapping[str, int] | None = None,
    late: Iterable[Late] = (),
    last: LastSite | None = None,
) -> list[Problem]:
    """Write the policies of the pages of `site` and the isolates of those from right to left, index
    it for search, write the pages that come last, list its files in it, then check its links.

    printed: addresses on sheets (QR codes), which must exist too, and whose page must know the
    sheet. finished: pages that have policy and isolates already, their sizes in bytes by path; those
    of `late` are added. late: pages of that sort which search need not find. last: the site before. Returns a
    problem for each broken link (E704) and unknown sheet (E345), and for what a page's policy refuses
    in it (W790); raises ProblemsFound when the index cannot be made.
    """
    addresses = list(printed)
    finished, last = {} if finished is None else finished, last or LastSite()
    isolate_runs(site, finished)
    problems = list(put_policies(site, finished))
    with progress.stage("search") as notes:
        notes.append(f"{index_site(site, last)} pages")
    for path, content, key in late:
        finished[path] = (
            last.take(path, site / path)
            if content is None
            else last.put(path, key, site / path, content)
        )
    there = write_manifest(site)
    with progress.stage("links") as notes:
        checker = LinkChecker(site, site_url, finished, there)
        problems += [
            Problem("E704", Span(link.page, link.line, 1, 1), target=link.target, page=link.page)
            for link in checker.broken(addresses, last)
        ]
        problems += [
            Problem("E345", None, address=address)
            for address in unknown_scans(site, site_url, addresses)
        ]
        notes.append(f"{len(problems)} broken")
    return problems


def put_file(file: Path, content: bytes) -> int:
    """Writes a file of the draft of a site, and returns its size in bytes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return file.write_bytes(content)


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
