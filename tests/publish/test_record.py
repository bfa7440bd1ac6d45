"""The record of a release: what it holds, and that a site is held against it file by file."""

from __future__ import annotations

import datetime
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sites import base_site

from handbill import __version__, cli
from handbill.load.settings import read_settings
from handbill.problems import ProblemsFound
from handbill.publish.record import Record, canonical, inputs, read_record
from handbill.publish.signature import Signer, require_signed, sign
from handbill.publish.verify import differences, reasons

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory, handbill: Command) -> Path:
    """A small project that has been released from a git checkout, with a file of its own in site/."""
    root = base_site(tmp_path_factory.mktemp("release") / "site")
    (root / ".gitignore").write_text("site/\nbuild/\nrelease.json\n", "utf-8", newline="")
    git = ["git", "-c", "user.name=-", "-c", "user.email=-@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "-"]):
        subprocess.run([*git, *arguments], cwd=root, check=True)
    done = handbill(root, "release")
    assert done.returncode == 0, done.stderr
    (root / "site/CNAME").write_text("warn.example.org\n", "utf-8", newline="")
    done = handbill(root, "release")
    assert done.returncode == 0, done.stderr
    assert "the record that was there is replaced" in done.stdout
    return root


@pytest.fixture(scope="module")
def record(released: Path) -> Record:
    return read_record(released / "release.json")


def test_the_record_names_every_file_with_its_digest(released: Path, record: Record) -> None:
    files = {one["path"]: one for one in record.data["files"]}
    there = {
        file.relative_to(released / "site").as_posix()
        for file in (released / "site").rglob("*")
        if file.is_file() and file.name != ".handbill.json"
    }
    assert set(files) == there - {"CNAME"}
    assert record.kept == {"CNAME"}
    content = (released / "site/index.html").read_bytes()
    assert files["index.html"]["sha256"] == hashlib.sha256(content).hexdigest()
    assert files["index.html"]["size"] == len(content)


def test_the_record_says_what_it_was_made_of_and_what_was_known(
    released: Path, record: Record
) -> None:
    data = record.data
    now = datetime.datetime.now(datetime.UTC).date()
    assert abs((record.day - now).days) <= 1  # the computer's own zone
    assert data["handbill"] == __version__
    assert {"typst", "pikepdf", "mkdocs", "pydantic", "markupsafe"} <= data["packages"].keys()
    assert {"pytest", "mypy"}.isdisjoint(data["packages"])
    assert data["fonts"] and all(len(one["sha256"]) == 64 for one in data["fonts"])
    assert data["settings"]["site_url"] == "https://notices/"
    assert {one["id"]: one["status"] for one in data["sources"]} == {
        "K1": "released",
        "L1": "in_force",
    }
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"],
        cwd=released,
        capture_output=True,
        encoding="ascii",
        check=True,
    )
    assert data["commit"] == {"id": head.stdout.strip(), "clean": True}
    assert "campaigns/demo/claims.yml" in data["inputs"] and "mkdocs.yml" in data["inputs"]
    assert not any(path.startswith(("site/", "build/", ".git/")) for path in data["inputs"])


def test_the_record_is_canonical(released: Path, record: Record) -> None:
    written = (released / "release.json").read_bytes()
    assert written == canonical(json.loads(written))
    assert written == canonical(dict(reversed(record.data.items())))
    assert written.count(b"\n") == 1 and b": " not in written.replace(b'": ', b"")


def test_hidden_files_are_no_inputs_and_a_hidden_folder_above_hides_none(tmp_path: Path) -> None:
    root = base_site(tmp_path / ".hidden" / "site")
    before = inputs(read_settings(root / "mkdocs.yml"))
    assert {"mkdocs.yml", "docs/about.md", "campaigns/demo/cases/door.yml"} <= before.keys()
    (root / "docs/.DS_Store").write_bytes(b"")
    assert inputs(read_settings(root / "mkdocs.yml")) == before


def test_warnings_are_accepted_by_name(tmp_path: Path, handbill: Command) -> None:
    root = base_site(tmp_path / "site")
    claims = root / "campaigns/demo/claims.yml"
    text = claims.read_text("utf-8")
    claims.write_text(text.replace("mark: A", "mark: B", 1), "utf-8", newline="")
    assert handbill(root, "release", "-o", str(tmp_path / "told.json")).returncode == 0
    [told] = read_record(tmp_path / "told.json").data["problems"]
    assert (told["code"], told["file"]) == ("W303", "campaigns/demo/claims.yml")
    assert told["text"] and told["text_zh"] and told["line"]


def test_built_again_elsewhere_it_is_the_same(
    released: Path, tmp_path: Path, handbill: Command
) -> None:
    """In another folder, without any drawing kept, on the day of the record."""
    elsewhere = tmp_path / "another place"
    shutil.copytree(released, elsewhere, ignore=shutil.ignore_patterns("site", "build", ".git"))
    done = handbill(elsewhere, "verify", "release.json")
    assert done.returncode == 0, done.stderr
    assert not (elsewhere / "site").exists()
    told = read_record(elsewhere / "release.json").data
    # A day later sheets that are past by then would be marked: the record's own day is built for.
    late = canonical({**told, "day": "2031-01-01"})
    (elsewhere / "late.json").write_bytes(late)
    done = handbill(elsewhere, "verify", "late.json", LANG="en")
    assert done.returncode == 1
    assert "E781" in done.stderr and "demo-poster-A3.pdf" in done.stderr
    assert "warning W780" not in done.stderr


def test_what_changed_since_is_told(released: Path, record: Record) -> None:
    settings = read_settings(released / "mkdocs.yml")
    assert reasons(record, settings) == []
    other = {
        "handbill": "0.0.1",
        "program": "1" * 64,
        "packages": {**record.data["packages"], "typst": "0.1", "gone": "1"},
        "fonts": record.data["fonts"][1:],
        "settings": {**record.data["settings"], "site_url": None},
        "inputs": {**record.data["inputs"], "mkdocs.yml": "0" * 64},
    }
    told = {one.text("en") for one in reasons(Record({**record.data, **other}), settings)}
    for part in ("version of Handbill: 0.0.1 then", "typst: 0.1 then", "gone: 1 then, none now"):
        assert any(part in one for one in told), part
    assert any(f"the font {record.data['fonts'][0]['file']}: none then" in one for one in told)
    assert any("site_url of mkdocs.yml: none then" in one for one in told)
    assert any("mkdocs.yml: 000000000000 then" in one for one in told)
    assert any("default look of Handbill: 111111111111 then" in one for one in told)
    assert len(told) == 7


def test_a_site_is_compared_without_a_project(released: Path, record: Record, tmp_path) -> None:
    site = tmp_path / "downloaded"
    shutil.copytree(released / "site", site)
    assert differences(record, site) == []
    (site / ".handbill.json").unlink()
    assert differences(record, site) == []
    page = site / "index.html"
    page.write_bytes(page.read_bytes().replace(b"110", b"119"))
    (site / "prize.html").write_text("", "utf-8")
    (site / "feed.xml").unlink()
    found = {one.code: one.details["files"] for one in differences(record, site)}
    assert found == {"E781": ["index.html"], "E782": ["feed.xml"], "E783": ["prize.html"]}
    assert cli.main(["verify", str(released / "release.json"), "--site", str(site)]) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"record": 99},
        {"day": "yesterday"},
        {"files": []},
        {"files": [{"path": "index.html"}]},
        {"files": [{"path": 1, "size": 1, "sha256": ""}]},
        {"packages": None},
    ],
)
def test_what_is_no_record_is_said(record: Record, tmp_path: Path, change: dict[str, Any]) -> None:
    file = tmp_path / "release.json"
    file.write_bytes(canonical({**record.data, **change}))
    with pytest.raises(ProblemsFound) as found:
        read_record(file)
    assert [one.code for one in found.value.problems] == ["E780"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"[" * 100_000, b'{"record": 1'])
def test_no_bytes_end_in_a_traceback(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "release.json"
    file.write_bytes(content)
    with pytest.raises(ProblemsFound):
        read_record(file)


FAKE = """\
import pathlib, sys
told = sys.argv[1:]
pathlib.Path({log!r}).write_text("\\n".join(told), "utf-8")
if "-x" in told or "--bundle" in told:
    made = pathlib.Path(told[told.index("-x" if "-x" in told else "--bundle") + 1])
    if told[0] in ("-S", "sign"):
        made.write_text("signed", "utf-8")
    elif made.read_text("utf-8") != "signed":
        sys.exit("line one\\nSignature verification failed")
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a program of this name on PATH alone; returns the file in which it notes its arguments."""

    def put(name: str) -> Path:
        folder, log = tmp_path / "bin", tmp_path / "arguments.txt"
        folder.mkdir()
        script = folder / "fake.py"
        script.write_text(FAKE.format(log=str(log)), "utf-8", newline="")
        if sys.platform == "win32":
            (folder / f"{name}.cmd").write_text(f'@"{sys.executable}" "{script}" %*\n', "utf-8")
        else:
            program = folder / name
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', "utf-8")
            program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return log

    return put


def test_minisign_is_asked_in_its_own_words(tmp_path: Path, fake: Callable[[str], Path]) -> None:
    log, file = fake("minisign"), tmp_path / "release.json"
    file.write_bytes(b"{}\n")
    made = sign(file, "minisign", tmp_path / "secret.key", "handbill 2026-11-29")
    assert made == tmp_path / "release.json.minisig"
    assert log.read_text("utf-8").splitlines() == [
        *("-S", "-m", str(file), "-x", str(made)),
        *("-t", "handbill 2026-11-29", "-s", str(tmp_path / "secret.key")),
    ]
    assert require_signed(file, Signer(key="RWQabc")) == made
    assert log.read_text("utf-8").splitlines()[-2:] == ["-P", "RWQabc"]
    (tmp_path / "public.pub").write_text("", "utf-8")
    require_signed(file, Signer(key=str(tmp_path / "public.pub")))
    assert log.read_text("utf-8").splitlines()[-2:] == ["-p", str(tmp_path / "public.pub")]
    made.write_text("of somebody else", "utf-8")
    with pytest.raises(ProblemsFound) as found:
        require_signed(file, Signer(key="RWQabc"))
    [problem] = found.value.problems
    assert problem.code == "E785" and "Signature verification failed" in problem.text("en")


def test_sigstore_is_asked_who_has_signed(tmp_path: Path, fake: Callable[[str], Path]) -> None:
    log, file = fake("sigstore"), tmp_path / "release.json"
    file.write_bytes(b"{}\n")
    made = sign(file, "sigstore", None, "")
    assert made == tmp_path / "release.json.sigstore.json"
    signer = Signer(identity="office@example.org", issuer="https://issuer.example")
    assert require_signed(file, signer) == made
    assert log.read_text("utf-8").splitlines() == [
        *("verify", "identity", "--bundle", str(made), "--cert-identity", "office@example.org"),
        *("--cert-oidc-issuer", "https://issuer.example", str(file)),
    ]


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")
def test_minisign_itself_signs_and_refuses(released: Path, tmp_path: Path) -> None:
    file = tmp_path / "release.json"
    shutil.copy(released / "release.json", file)
    for name in ("office", "other"):
        made = ["-p", str(tmp_path / f"{name}.pub"), "-s", str(tmp_path / f"{name}.key")]
        subprocess.run(
            [str(shutil.which("minisign")), "-G", "-W", *made],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    sign(file, "minisign", tmp_path / "office.key", "handbill")
    arguments = ["verify", str(file), "--site", str(released / "site"), "--key"]
    assert cli.main([*arguments, str(tmp_path / "office.pub")]) == 0
    key = (tmp_path / "office.pub").read_text("utf-8").splitlines()[1]
    assert cli.main([*arguments, key]) == 0
    assert cli.main([*arguments, str(tmp_path / "other.pub")]) == 1
    file.write_bytes(file.read_bytes().replace(b'"clean":true', b'"clean":null'))
    assert cli.main([*arguments, key]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("release", "--key", "secret.key"),
        ("verify", "release.json", "--identity", "office@example.org"),
    ],
)
def test_options_that_go_together(
    tmp_path: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(arguments) == 2
    assert not list(tmp_path.iterdir())
