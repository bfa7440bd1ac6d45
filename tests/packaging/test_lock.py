"""The locks hold what pyproject.toml asks for, with hashes and nothing about where it came from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = {
    name: (ROOT / name).read_text("utf-8")
    for name in ("requirements.lock", "requirements-test.lock", "requirements-bench.lock")
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ENVIRONMENTS = [
    {
        "sys_platform": system,
        "platform_machine": machine,
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
    }
    for system, machine in (
        ("linux", "x86_64"),
        ("darwin", "arm64"),
        ("darwin", "x86_64"),
        ("win32", "AMD64"),
    )
    for python in ("3.11.2", "3.11.9", "3.14.0")
]
ASKED = {
    "requirements.lock": PROJECT["project"]["dependencies"]
    + PROJECT["dependency-groups"]["install"],
    "requirements-test.lock": PROJECT["project"]["optional-dependencies"]["test"],
    "requirements-bench.lock": PROJECT["project"]["optional-dependencies"]["bench"],
}


def pins(lock: str) -> list[Requirement]:
    lines = re.findall(r"^([a-z0-9].*?)\s*\\$", LOCKS[lock], re.MULTILINE)
    return [Requirement(line) for line in lines]


def in_force(lock: str, environment: dict[str, str]) -> dict[str, str]:
    """Version by package on one system; fails when a package is pinned twice there."""
    found: dict[str, str] = {}
    for pin in pins(lock):
        if pin.marker is None or pin.marker.evaluate(environment):
            assert pin.name not in found, f"{pin.name} is pinned twice on {environment}"
            (only,) = pin.specifier
            assert only.operator == "=="
            found[canonicalize_name(pin.name)] = only.version
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    blocks = re.split(r"^(?=[a-z0-9])", LOCKS[lock], flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(lock))
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place(lock: str) -> None:
    assert "://" not in LOCKS[lock]
    assert not re.search(r"--(extra-)?index-url|--find-links|file:|\s/\w", LOCKS[lock])


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda one: "-".join(one.values()))
def test_what_is_asked_for_is_pinned_in_range_on_every_system(environment: dict[str, str]) -> None:
    for lock, asked in ASKED.items():
        found = in_force(lock, environment)
        for requirement in map(Requirement, asked):
            if requirement.marker and not requirement.marker.evaluate(environment):
                continue  # not asked for on this system
            version = found[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), f"{requirement} got {version}"


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda one: "-".join(one.values()))
def test_all_locks_agree(environment: dict[str, str]) -> None:
    build, test, bench = (in_force(lock, environment) for lock in LOCKS)
    assert build.items() <= test.items()
    assert build.items() <= bench.items()
    both = test.keys() & bench.keys()
    assert {name: test[name] for name in both} == {name: bench[name] for name in both}


def test_what_only_benches_need_is_in_no_other_lock() -> None:
    locked = {pin.name for lock in list(LOCKS)[:2] for pin in pins(lock)}
    assert "weasyprint" not in locked
