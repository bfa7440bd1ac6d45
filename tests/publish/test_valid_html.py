"""Every built page and style sheet stands before the Nu HTML Checker (vnu-jar, from npm)."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
VERSION = "26.9.27"
"""Of the npm package vnu-jar; needs Java 11 or newer."""

LEFT_ALONE = {
    # Read from files, 'self' is nowhere, and the checker does not compute hashes. That no policy
    # is violated is seen where it counts: tests/browser/test_security_policy.py.
    "policy": re.compile(r"Content Security Policy \(meta tag\)"),
    # Articles of law and the words of a sheet are named by a paragraph, as on paper.
    "article": re.compile(r"^Article lacks heading"),
    # Written by Python-Markdown, harmless.
    "slash": re.compile(r"^Trailing slash on void elements"),
}
"""Warnings that are passed over."""

UNKNOWN_CSS = re.compile(
    "^CSS: (Unrecognized at-rule “@container”|“container”: Property “container” doesn't exist)"
)
"""Container queries, in every browser since 2023, are not known to the checker's style sheets."""

THEME = re.compile("^Attribute “autocomplete” is only allowed when the input type is")
"""Said of the check boxes that open the navigation of the guide's pages: the theme's base page."""


@pytest.fixture(scope="module")
def checker() -> Path:
    """The checker's jar, fetched once into the build folder. Without Java or npm the test is
    skipped; in continuous integration a download that fails is a failure."""
    if not shutil.which("java"):
        pytest.skip("Java is not installed")
    folder = ROOT / "build" / f"vnu-jar-{VERSION}"
    npm = shutil.which("npm")
    if not (jars := sorted(folder.rglob("vnu.jar"))) and npm:
        done = subprocess.run(
            [
                npm,
                "install",
                "--prefix",
                folder,
                "--no-save",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                f"vnu-jar@{VERSION}",
            ],
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        jars = sorted(folder.rglob("vnu.jar"))
        if not jars and os.environ.get("CI"):
            pytest.fail(f"vnu-jar {VERSION} could not be fetched: {done.stderr}")
    if not jars:
        pytest.skip("vnu-jar is not there: without npm or a network it cannot be fetched")
    return jars[0]


def messages(checker: Path, *where: Path) -> list[dict[str, Any]]:
    """All that the checker has to say about files and folders."""
    done = subprocess.run(
        [
            "java",
            "-XX:TieredStopAtLevel=1",  # it is over before more would pay
            "-Xss4m",
            "-jar",
            checker,
            "--format",
            "json",
            "--exit-zero-always",
            "--no-langdetect",
            "--skip-non-html",
            "--also-check-css",
            *where,
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stderr)["messages"]


def left_alone(message: dict[str, Any]) -> bool:
    text = message["message"]
    if message["type"] == "info":
        return any(pattern.search(text) for pattern in LEFT_ALONE.values())
    in_guide = re.search("/site/(\\./)?(en/)?guide/", message.get("url", ""))
    return bool(UNKNOWN_CSS.search(text) or (in_guide and THEME.search(text)))


def told(message: dict[str, Any]) -> str:
    where = message.get("url", "").partition("/site/")[2]
    return f"{where}:{message.get('lastLine')}: {message['message']} «{message.get('extract')}»"


def test_every_page_is_valid(checker: Path, built: Path) -> None:
    found = [told(one) for one in messages(checker, built) if not left_alone(one)]
    assert not found, "\n".join(found[:40])


def test_the_checker_sees_what_is_wrong(checker: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        '<!doctype html><html lang="en"><title>A</title><p id="a"><p id="a">', "utf-8"
    )
    (tmp_path / "sheet.css").write_text("p { colour: red }", "utf-8")
    found = [one for one in messages(checker, tmp_path) if not left_alone(one)]
    assert {Path(one["url"]).name for one in found} == {"page.html", "sheet.css"}
