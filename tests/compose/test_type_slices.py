"""The type that is typed in comes in slices; a site has those of its scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbill.compose.type_slices import FOLDER, STYLES, assets_of

SITE = Path(__file__).parents[2] / "templates/site"
ASSETS = {
    file.relative_to(SITE).as_posix(): file.read_bytes()
    for file in sorted((SITE / FOLDER).iterdir())
}


def ruled(styles: bytes) -> dict[str, list[range]]:
    """The code points of each slice in a style sheet."""
    rules = re.findall(r"src:url\(([^)]+)\);unicode-range:([^}]+)\}", styles.decode())
    return {
        file: [
            range(int(start, 16), int(end or start, 16) + 1)
            for start, end in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", covers)
        ]
        for file, covers in rules
    }


@pytest.mark.parametrize(
    ("languages", "has", "lacks"),
    [
        ({"zh-CN", "en"}, {"han-000", "offices", "latin", "european"}, {"arabic", "thai"}),
        ({"en", "ar"}, {"latin", "arabic"}, {"han-000", "offices", "hebrew"}),
        ({"fr"}, {"latin", "european"}, {"han-000", "arabic"}),
    ],
)
def test_a_site_has_the_slices_of_its_scripts(
    languages: set[str], has: set[str], lacks: set[str]
) -> None:
    kept = assets_of({"assets/leave.js": b"", **ASSETS}, languages)
    names = {Path(path).stem for path in kept}
    assert names >= has | {"leave"} and not names & lacks
    assert {f"{FOLDER}{name}" for name in ruled(kept[STYLES])} == {
        path for path in kept if path.endswith(".woff2")
    }


def test_every_character_of_gb_2312_stands_in_a_slice() -> None:
    covered = {
        point for ranges in ruled(ASSETS[STYLES]).values() for one in ranges for point in one
    }
    rows = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    wanted = "".join(row.decode("gb2312", "ignore") for row in rows) + "0123456789-()，。"
    assert len(wanted) > 6763 and {ord(one) for one in wanted} <= covered
    assert sum(map(len, ASSETS.values())) < 3_000_000
