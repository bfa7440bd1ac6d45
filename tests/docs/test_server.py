"""The settings for servers in the guide say what the program says: a stale one fails here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import lxml.etree
import pytest

from handbill.policy import FRAMED, FRESH, HEADERS, KEPT, KEPT_BELOW, SECURE, UNFRAMED
from handbill.publish.search import FOLDER
from handbill.publish.tried import TYPES
from handbill.resources import host_files

PAGE = (Path(__file__).parents[2] / "docs/guide/server.md").read_text("utf-8")
ALL = {**HEADERS, **UNFRAMED, **FRESH}
"""What a server sends with most files."""
Found = dict[str, set[str]]


def section(anchor: str) -> str:
    """A section of the page by its anchor."""
    found = re.search(
        rf"^## [^\n]*{{ #{anchor} }}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE
    )
    assert found, anchor
    return found[1]


READY = {"nginx": "nginx/handbill.conf", "apache": "apache/.htaccess", "caddy": "caddy/Caddyfile"}


def ready(host: str) -> str:
    """The ready settings for a server."""
    return host_files()[READY[host]].read_text("utf-8")


def live(text: str) -> str:
    """Settings without what is commented out."""
    return re.sub(r"(?m)^\s*#.*\n", "", text)


def gathered(pairs: list[tuple[str, str]]) -> Found:
    """The values of each header."""
    found: Found = {}
    for name, value in pairs:
        found.setdefault(name, set()).add(value)
    return found


def nginx() -> Found:
    text = live(ready("nginx"))
    maps = {
        name: dict(re.findall(r'^\s*(\S+)\s+"([^"]*)";', body, re.MULTILINE))
        for name, body in re.findall(r"map \$uri (\$\w+) \{\n(.*?)\n\}", text, re.DOTALL)
    }
    assert maps["$handbill_frames"][f'"~{FRAMED}"'] == ""
    assert maps["$handbill_frame_options"][f'"~{FRAMED}"'] == ""
    pairs = []
    for name, value in re.findall(r'add_header (\S+) ("[^"]*"|\$\w+) always;', text):
        told = maps[value].values() if value.startswith("$") else [value.strip('"')]
        pairs += [(name, one) for one in told if one]
    return gathered(pairs)


def apache() -> Found:
    lines = re.findall(
        r'^Header always set (\S+) "([^"]*)"(.*)$', live(ready("apache")), re.MULTILINE
    )
    for name, _, where in lines:
        assert (f"!~ m#{FRAMED}#" in where) == (name in UNFRAMED), name
    return gathered([(name, value) for name, value, _ in lines])


def caddy() -> Found:
    text = live(ready("caddy"))
    assert f"@unframed not path_regexp {FRAMED}\n" in text
    [unframed] = re.findall(r"header @unframed \{\n(.*?)\t\}", text, re.DOTALL)
    pairs = re.findall(r'([A-Z][\w-]+) "([^"]*)"$', text, re.MULTILINE)
    assert {name for name, _ in re.findall(r'([A-Z][\w-]+) "([^"]*)"', unframed)} == set(UNFRAMED)
    return gathered(pairs)


@pytest.mark.parametrize("read", [nginx, apache, caddy])
def test_settings_send_every_header_as_the_program_has_it(read: object) -> None:
    assert callable(read)
    kept = {name: {value} for name, value in ALL.items()}
    kept["Cache-Control"] |= set(KEPT.values())
    assert read() == kept


def test_iis_sends_them_too_and_serves_the_files_of_search(built: Path) -> None:
    document = lxml.etree.fromstring(host_files()["iis/web.config"].read_bytes())

    def headers(below: str, act: str) -> list[Mapping[str, str]]:
        return [dict(one.attrib) for one in document.xpath(f"{below}//customHeaders/{act}")]

    main = {one["name"]: one["value"] for one in headers("/configuration/system.webServer", "add")}
    assert main == {**HEADERS, **UNFRAMED}
    embed, *kept = document.xpath("/configuration/location/@path")
    assert f"/{embed}/" == FRAMED and {f"/{one}/" for one in kept} == set(KEPT_BELOW)
    assert {one["name"] for one in headers("/configuration/location", "remove")} == set(UNFRAMED)
    caches = [dict(one.attrib) for one in document.xpath("//clientCache")]
    assert caches[0] == {"cacheControlMode": "DisableCache"}
    [(_, told)] = KEPT.items()
    assert told == "max-age=31536000, immutable" and caches[1:] == 2 * [
        {
            "cacheControlMode": "UseMaxAge",
            "cacheControlMaxAge": "365.00:00:00",
            "cacheControlCustom": "immutable",
        }
    ]
    # A suffix that IIS knows already must be taken out first: two rows for one stop the server.
    known = document.xpath("//mimeMap/@fileExtension")
    assert known and document.xpath("//staticContent/remove/@fileExtension") == known
    types = dict(zip(known, document.xpath("//mimeMap/@mimeType"), strict=True))
    for suffix, names in TYPES.items():
        assert types.get(suffix, names[0]).partition(";")[0] in names
    searched = {file.suffix for file in (built / FOLDER).rglob("*") if file.is_file()}
    assert searched <= set(known)


def test_the_table_names_every_header_and_what_it_is_not_sent_with() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| (.*) \|$", section("headers"), re.MULTILINE)
    assert gathered([(name, value) for name, value, _ in rows]) == gathered(
        [*HEADERS.items(), *UNFRAMED.items(), *FRESH.items(), *KEPT.items(), *SECURE.items()]
    )
    for name, value, where in rows:
        assert (f"`{FRAMED}`" in where) == (name in UNFRAMED)
        assert all((f"`{one}`" in where) == (value in KEPT.values()) for one in KEPT_BELOW)


@pytest.mark.parametrize("anchor", ["nginx", "apache", "caddy"])
def test_what_cannot_be_taken_back_is_left_to_be_switched_on(anchor: str) -> None:
    [(name, value)] = SECURE.items()
    assert name not in live(ready(anchor))
    assert re.search(rf'# .*{name} "{value}"', ready(anchor))
    places = "|".join(one.removeprefix(f"/{FOLDER}/").rstrip("/") for one in KEPT_BELOW)
    assert f"/{FOLDER}/({places})/" in ready(anchor)


def test_all_that_is_kept_for_good_has_a_name_of_its_contents(built: Path) -> None:
    files = [file for one in KEPT_BELOW for file in (built / one.strip("/")).iterdir()]
    assert len(files) >= 100
    assert [
        file for file in files if not re.fullmatch(r"[\w-]+_[0-9a-f]{7,}\.\w+", file.name)
    ] == []
