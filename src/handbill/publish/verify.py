"""A site held against the record of its release: which files differ, and what is known of why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from handbill.load.settings import Settings
from handbill.problems import Both, Problem
from handbill.publish.placing import MANIFEST
from handbill.publish.record import Record, digests, inputs, made_with

_MADE_WITH = {
    "handbill": Both("Handbill 的版本", "the version of Handbill"),
    "program": Both("Handbill 的程序和默认模板", "the program and default look of Handbill"),
    "python": Both("Python 的版本", "the version of Python"),
    "platform": Both("系统", "the system"),
}


def differences(record: Record, site: Path) -> list[Problem]:
    """Return how a site differs from its record: E781 files that differ, E782 that are missing,
    E783 that are in no record."""
    told, there = record.files, digests(site)
    found = {
        "E781": sorted(path for path in told if path in there and told[path] != there[path]),
        "E782": sorted(told.keys() - there.keys()),
        "E783": sorted(there.keys() - told.keys() - record.kept - {MANIFEST}),
    }
    return [
        Problem(code, None, count=len(paths), files=paths, path=site.name)
        for code, paths in found.items()
        if paths
    ]


def reasons(record: Record, settings: Settings) -> list[Problem]:
    """Return what is not as it was when the record was made (W780): other versions, fonts, settings,
    sources. Any of it may be why files differ."""
    told, now = record.data, made_with(settings)
    return [
        Problem("W780", None, what=what, then=then, now=is_now)
        for what, then, is_now in (
            *_changed(told, now),
            *_changed_in(told["packages"], now["packages"]),
            *_fonts(told["fonts"], now["fonts"]),
            *_settings(told["settings"], now["settings"]),
            *_inputs(told["inputs"], inputs(settings)),
        )
    ]


Change = tuple[Both | str, Both | str, Both | str]
_NOTHING = Both("没有", "none")


def _changed(told: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Change]:
    for name, what in _MADE_WITH.items():
        if told.get(name) != now[name]:
            short = _short if name == "program" else str
            yield what, short(str(told.get(name) or "")) or _NOTHING, short(now[name])


def _changed_in(told: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Change]:
    for name in sorted({*told, *now}):
        if told.get(name) != now.get(name):
            yield name, told.get(name) or _NOTHING, now.get(name) or _NOTHING


def _fonts(told: list[dict[str, str]], now: list[dict[str, str]]) -> Iterator[Change]:
    old, new = ({one["file"]: one["sha256"] for one in fonts} for fonts in (told, now))
    for name, then, is_now in _changed_in(old, new):
        yield Both(f"字体 {name}", f"the font {name}"), _short(then), _short(is_now)


def _settings(told: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Change]:
    for name, then, is_now in _changed_in(told, now):
        yield Both(f"mkdocs.yml 的 {name}", f"{name} of mkdocs.yml"), then, is_now


def _inputs(told: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Change]:
    for name, then, is_now in _changed_in(told, now):
        yield name, _short(then), _short(is_now)


def _short(value: Both | str) -> Both | str:
    """The beginning of a digest, which tells it from another."""
    return value[:12] if isinstance(value, str) else value
