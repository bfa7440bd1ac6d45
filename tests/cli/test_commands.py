"""The command: quick help, exit codes 0, 1 and 2, words a clerk understands, never a traceback."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from handbill import cli
from handbill.cli import command_line
from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]
HEAVY = ("mkdocs", "typst", "pydantic", "jinja2", "pikepdf")
ASK_FOR_HELP = """
import sys, time
from handbill.cli import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
print("\\n@", code, time.process_time(), *sorted(sys.modules))
"""


def commands() -> list[str]:
    [group] = [
        action
        for action in command_line()._actions
        if hasattr(action, "choices") and isinstance(action.choices, dict)
    ]
    return list(group.choices)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that is not built; tests read it."""
    folder = tmp_path_factory.mktemp("small") / "site"
    new_site(folder, "zh")
    return folder


def test_there_are_the_commands_that_the_guide_promises() -> None:
    assert set(commands()) == {
        "build",
        "desk",
        "serve",
        "check",
        "sheet",
        "pack",
        "places",
        "press",
        "publish",
        "letters",
        "materialise",
        "trace",
        "affected",
        "picture",
        "release",
        "verify",
        "finish",
        "new",
        "explain",
        "schema",
        "doctor",
        "preflight",
        "impose",
        "coverage",
        "reading",
        "expiring",
        "fmt",
        "admin",
        "translate",
        "parity",
    }


@pytest.mark.parametrize("command", ["", *commands()])
def test_help_comes_at_once_and_loads_nothing_heavy(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK_FOR_HELP, *([command] if command else []), "--help"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    text, _, facts = done.stdout.rpartition("\n@ ")
    code, seconds, *modules = facts.split()
    assert code == "0" and "usage: handbill" in text
    assert not {module.partition(".")[0] for module in modules} & set(HEAVY)
    assert float(seconds) < 0.3


def test_no_command_prints_help_and_is_wrong_usage(handbill: Command, tmp_path: Path) -> None:
    done = handbill(tmp_path)
    assert done.returncode == 2 and "materialise" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["biuld"],
        ["check", "--format", "xml"],
        ["check", "--today", "yesterday"],
        ["sheet"],
        ["build", "--no-such-option"],
    ],
)
def test_wrong_usage_is_exit_code_2(
    handbill: Command, tmp_path: Path, arguments: list[str]
) -> None:
    done = handbill(tmp_path, *arguments)
    assert done.returncode == 2
    assert "usage:" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["check"],
        ["serve"],
        ["sheet", "x"],
        ["pack"],
        ["impose", "x", "--up", "A4"],
        ["materialise", "out"],
        ["finish", "site"],
        ["schema"],
    ],
)
def test_without_a_site_here_it_says_which_file_it_looked_for(
    handbill: Command, tmp_path: Path, arguments: list[str]
) -> None:
    done = handbill(tmp_path, *arguments, "--lang", "zh")
    assert done.returncode == 1
    assert "mkdocs.yml" in done.stderr and "E124" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_check_of_a_new_site_asks_only_for_what_its_owner_must_fill_in(
    handbill: Command, small: Path
) -> None:
    before = sorted(small.rglob("*"))
    done = handbill(small, "check", "--today", "2026-11-24", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "" and done.stderr.splitlines()[-1].startswith("0 errors, ")
    assert set(re.findall(r"^warning (\w+)", done.stderr, re.MULTILINE)) == {"W501", "W502"}
    assert [path for path in sorted(small.rglob("*")) if path not in before] == []


def test_json_and_github_formats_tell_the_same_problems(handbill: Command, small: Path) -> None:
    late = ["check", "--today", "2030-01-01"]
    as_json = handbill(small, *late, "--format", "json")
    found = json.loads(as_json.stdout)
    assert as_json.returncode == 0 and as_json.stderr == ""
    assert found and {one["severity"] for one in found} == {"warning"}
    assert all({"file", "line", "column", "zh", "en"} <= set(one) for one in found)
    annotations = handbill(small, *late, "--format", "github").stdout.splitlines()
    assert len(annotations) == len(found)
    assert all(line.startswith("::warning file=campaigns/") for line in annotations)


def test_json_tells_of_a_file_that_is_missing(
    handbill: Command, tmp_path: Path, small: Path
) -> None:
    project = tmp_path / "p"
    shutil.copytree(small, project)
    (project / "campaigns/job-seeking/campaign.yml").unlink()
    done = handbill(project, "check", "--format", "json")
    assert done.returncode == 1 and json.loads(done.stdout)


def test_what_has_expired_is_found_for_the_day_asked_for(handbill: Command, small: Path) -> None:
    found = json.loads(handbill(small, "check", "--today", "2030-01-01", "--format", "json").stdout)
    codes = {one["code"] for one in found}
    assert "W302" in codes
    assert any("2027-11-30" in one["zh"]["text"] for one in found), "the campaign has run out"
    assert handbill(small, "check", "--strict", "--today", "2030-01-01").returncode == 1


def test_errors_are_exit_code_1_in_every_format(
    handbill: Command, small: Path, tmp_path: Path
) -> None:
    project = tmp_path / "p"
    shutil.copytree(small, project)
    file = project / "campaigns/job-seeking/claims.yml"
    file.write_text(
        file.read_text("utf-8").replace("source: S1", "source: S9", 1) + "extra: field\n", "utf-8"
    )
    for style in ("human", "json", "github"):
        done = handbill(project, "check", "--format", style)
        assert done.returncode == 1
        assert "claims.yml" in (done.stderr if style == "human" else done.stdout)


def test_messages_come_in_the_language_asked_for(handbill: Command, tmp_path: Path) -> None:
    assert "error" in handbill(tmp_path, "check", "--lang", "en").stderr
    assert "错误" in handbill(tmp_path, "check", "--lang", "zh").stderr
    assert "error" in handbill(tmp_path, "check", LC_ALL="", LANG="en_GB.UTF-8").stderr
    assert "错误" in handbill(tmp_path, "check", LC_ALL="", LANG="zh_CN.UTF-8").stderr


@pytest.mark.parametrize("code", ["E101", "e101", "W302"])
def test_explain_tells_of_a_code(handbill: Command, tmp_path: Path, code: str) -> None:
    done = handbill(tmp_path, "explain", code, "--lang", "zh")
    assert done.returncode == 0 and code.upper() in done.stdout and len(done.stdout) > 60
    assert done.stdout != handbill(tmp_path, "explain", code, "--lang", "en").stdout


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("campaign.action", ["campaign.action  (required)", "Written: list"]),
        ("campaign.home.lead", ["(required)", "Lead"]),
        ("campaign", ["numbers  (required)", "leave  (may be left out)"]),
        ("poster", ["kind  (required)", "headline  (required)"]),
        ("places.places.publisher", ["specimens"]),
        ("case", ["type: scenario", "type: adjudicated"]),
        ("words.skip", ["Skip to content"]),
    ],
)
def test_explain_tells_of_a_field(
    handbill: Command, tmp_path: Path, path: str, says: list[str]
) -> None:
    done = handbill(tmp_path, "explain", path, "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert all(one in done.stdout for one in says), done.stdout
    help_of_it = re.sub("Example: .*", "", done.stdout)  # examples are the starter's, in Chinese
    assert not re.search("[㐀-鿿]", help_of_it)
    assert re.search("[\u3400-\u9fff]", handbill(tmp_path, "explain", path, "--lang", "zh").stdout)


@pytest.mark.parametrize(
    "code",
    [
        "E999",
        "104",
        "",
        "\ue000",
        "campaign.weather",
        "campaign.title.x",
        "weather",
        "words.x",
        ".",
    ],
)
def test_a_code_that_does_not_exist_is_a_problem(
    handbill: Command, tmp_path: Path, code: str
) -> None:
    done = handbill(tmp_path, "explain", code)
    assert done.returncode == 1 and "E713" in done.stderr and "Traceback" not in done.stderr


def test_schemas_are_written_where_asked(handbill: Command, tmp_path: Path) -> None:
    # The flagship's: they name the things that its own templates draw.
    done = handbill(ROOT, "schema", "-o", str(tmp_path / "schemas"))
    assert done.returncode == 0
    files = {file.name: file.read_bytes() for file in (tmp_path / "schemas").iterdir()}
    assert files == {file.name: file.read_bytes() for file in (ROOT / "campaigns/schema").iterdir()}


def test_a_disk_that_cannot_be_written_is_told_in_words(
    handbill: Command, small: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    done = handbill(small, "schema", "-o", str(tmp_path / "file" / "folder"))
    assert done.returncode == 1
    assert "E709" in done.stderr and str(tmp_path / "file") in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_told_in_words(handbill: Command, small: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done = handbill(small, "sheet", "schools-poster", "-o", "/dev/full")
    assert done.returncode == 1
    assert "E709" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EACCES, "没有写的权限"),
        (errno.EROFS, "只能读"),
        (errno.ENAMETOOLONG, "名字太长"),
        (errno.EISDIR, "换一个名字"),
    ],
)
def test_what_cannot_be_written_is_named_with_what_to_do(
    small: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    advice: str,
) -> None:
    """The system names no file when a disk is full."""

    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    out = tmp_path / "poster.pdf"
    arguments = ["sheet", "schools-poster", "-f", str(small / "mkdocs.yml"), "-o", str(out)]
    assert cli.main([*arguments, "--lang", "zh"]) == cli.EXIT_PROBLEMS
    said = capsys.readouterr().err
    assert "E709" in said and str(out) in said and advice in said
    assert not list(tmp_path.iterdir())


def test_finish_of_a_folder_that_is_not_there_is_told(
    handbill: Command, small: Path, tmp_path: Path
) -> None:
    done = handbill(small, "finish", str(tmp_path / "nothing"))
    assert done.returncode == 1
    assert "nothing" in done.stderr and "Traceback" not in done.stderr


def test_output_into_a_pipe_that_closes_is_no_fault(small: Path) -> None:
    reader, writer = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-m", "handbill", "check", "--today", "2030-01-01", "--format", "json"],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=small,
    ) as process:
        os.close(writer)
        os.close(reader)
        assert process.stderr is not None
        said = process.stderr.read().decode()
    assert "Traceback" not in said and "BrokenPipe" not in said


@pytest.mark.skipif(os.name == "nt", reason="signals are another matter there")
def test_control_c_stops_with_one_line(
    tmp_path: Path, copy_project: Callable[[Path], Path]
) -> None:
    project = copy_project(tmp_path / "p")
    with subprocess.Popen(
        [sys.executable, "-m", "handbill", "build"],
        cwd=project,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # A shell starts what runs in the background deaf to it, and so the tests and their children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        assert first, "the build ended before it could be stopped"
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read().decode()
        process.wait(timeout=30)
    assert process.returncode == 130
    assert said.rstrip().endswith("已停止。 / Stopped.")
    assert "Traceback" not in said
    assert not (project / "site").exists()
