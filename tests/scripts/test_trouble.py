"""What pip and uv say, and what we make of it. The samples are their real words, shortened."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from trouble import SIGNS, TEXTS, Trouble, diagnose, may_write

DETAILS = {
    "path": "/site/.venv",
    "lock": "requirements.lock",
    "free": 12,
    "needed": 800,
    "system": "Linux x86_64",
    "python": "3.11.7",
}
SAMPLES = {
    "pip, hash": (
        "hash_mismatch",
        "Collecting segno==1.6.6\nERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE "
        "REQUIREMENTS FILE. If you have updated the package versions, please update the hashes.",
    ),
    "uv, hash": (
        "hash_mismatch",
        "error: Failed to download `segno==1.6.6`\n  cause: Hash mismatch for `segno==1.6.6`",
    ),
    "pip, network": (
        "no_network",
        "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by "
        "'NewConnectionError(': Failed to establish a new connection: [Errno 111] Connection "
        "refused')'\nERROR: No matching distribution found for segno==1.6.6",
    ),
    "uv, network": (
        "no_network",
        "error: Request failed after 3 retries\n  cause: error sending request for url\n"
        "  cause: client error (Connect)\n  cause: dns error",
    ),
    "pip, certificate": (
        "no_network",
        "Could not fetch URL: SSLError(SSLCertVerificationError(1, '[SSL: "
        "CERTIFICATE_VERIFY_FAILED] certificate verify failed'))",
    ),
    "pip, disk": (
        "disk_full",
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    ),
    "uv, disk": (
        "disk_full",
        "error: failed to write to file: No space left on device (os error 28)",
    ),
    "Windows, disk": ("disk_full", "OSError: [WinError 112] There is not enough space on the disk"),
    "Windows, in use": (
        "in_use",
        "ERROR: Could not install packages due to an OSError: [WinError 32] The process cannot "
        "access the file because it is being used by another process: 'typst.pyd'",
    ),
    "pip, read-only": ("folder_read_only", "OSError: [Errno 30] Read-only file system: '/site'"),
    "pip, no wheel": (
        "no_wheel",
        "ERROR: Could not find a version that satisfies the requirement typst==0.15.2 (from "
        "versions: none)\nERROR: No matching distribution found for typst==0.15.2",
    ),
    "uv, no wheel": (
        "no_wheel",
        "error: No solution found when resolving dependencies\n  cause: Because typst==0.15.2 has "
        "no usable wheels and you require typst==0.15.2, your requirements are unsatisfiable.",
    ),
    "anything else": ("install_failed", "thread 'main' panicked at 'who knows'"),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_trouble_behind_an_installers_words(name: str) -> None:
    code, output = SAMPLES[name]
    assert diagnose(output, **DETAILS).code == code


def test_a_missing_wheel_is_named() -> None:
    for name in ("pip, no wheel", "uv, no wheel"):
        said = str(diagnose(SAMPLES[name][1], **DETAILS))
        assert "typst" in said.splitlines()[0]
        assert "typst" in said.splitlines()[1]


def test_unknown_trouble_shows_the_last_words() -> None:
    output = "\n".join(f"line {number}" for number in range(40))
    lines = str(diagnose(output, **DETAILS)).splitlines()
    assert lines[2:] == [f"  line {number}" for number in range(25, 40)]


@pytest.mark.parametrize("code", TEXTS)
def test_every_trouble_is_said_in_chinese_and_english(code: str) -> None:
    chinese, english = str(Trouble(code, package="typst", **DETAILS)).splitlines()[:2]
    assert chinese.startswith("错误：")
    assert english.startswith("error: ")
    assert english.isascii()
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in TEXTS[code]
    ]
    assert fields[0] == fields[1], "both languages name the same facts"


def test_every_sign_leads_to_a_text() -> None:
    assert {code for code, _ in SIGNS} <= set(TEXTS)


def test_whether_a_folder_can_be_written_is_tried(tmp_path: Path) -> None:
    assert may_write(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not may_write(tmp_path / "not there")
