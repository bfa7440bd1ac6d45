"""The preview builds anew on a change, and says in plain words what is wrong."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbill.cli import EXIT_OK, main
from handbill.resources import default_templates
from handbill.scaffold import new_site

SCHOOLS = "campaigns/job-seeking/schools.yml"


class Preview:
    """A running `handbill serve`, its address and its log."""

    def __init__(self, project: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/"
        self._log = log
        self._stream = log.open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "handbill", "serve", "--lang", "en", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            stdout=self._stream,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )

    def says(self, words: str, times: int = 1) -> str:
        """The log, once it holds `words` so many times."""
        for _ in range(600):
            log = self._log.read_text("utf-8", "replace")
            if log.count(words) >= times:
                return log
            time.sleep(0.1)
        raise AssertionError(f"not said {times} times: {words}\n{log}")

    def close(self) -> None:
        self.process.terminate()  # so that it takes away what is temporary
        self.process.wait(60)
        self._stream.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    new_site(folder, "zh")
    return folder


@pytest.fixture
def preview(project: Path, tmp_path: Path) -> Iterator[Preview]:
    (project / "templates/poster").mkdir(parents=True)
    shutil.copy(default_templates() / "poster/sheet.typ", project / "templates/poster")
    running = Preview(project, tmp_path / "log.txt")
    yield running
    running.close()


def page(preview: Preview, path: str = "m/schools-poster/") -> str:
    with urllib.request.urlopen(f"{preview.url}{path}", timeout=20) as answer:
        return str(answer.read().decode())


def picture(preview: Preview) -> bytes:
    with urllib.request.urlopen(f"{preview.url}m/schools-poster/schools-poster.png") as drawn:
        return bytes(drawn.read())


@pytest.mark.slow
def test_a_change_is_seen_once_and_a_fault_leaves_the_last_good_page(
    project: Path, preview: Preview
) -> None:
    preview.says("Reloading browsers")
    schools = project / SCHOOLS
    good = schools.read_text("utf-8")
    assert "先别交钱" in good and "先别交钱" in page(preview)

    schools.write_text(good.replace("先别交钱", "先不交钱"), "utf-8")
    preview.says("Reloading browsers", times=2)
    assert "先不交钱" in page(preview)
    drawn = picture(preview)

    with (project / "templates/poster/sheet.typ").open("a", encoding="utf-8") as template:
        template.write("\n#nope\n")
    log = preview.says("E701")
    assert "poster/sheet.typ:" in log and "unknown variable: nope" in log
    assert "先不交钱" in page(preview)
    assert picture(preview) == drawn

    shutil.copy(default_templates() / "poster/sheet.typ", project / "templates/poster")
    log = preview.says("Reloading browsers", times=4)
    assert "Traceback" not in log
    time.sleep(1)
    assert preview.says("Detected file changes").count("Detected file changes") == 3
    assert preview.process.poll() is None


def test_a_first_build_that_fails_is_told_and_mended(project: Path, tmp_path: Path) -> None:
    good = (project / SCHOOLS).read_text("utf-8")
    (project / SCHOOLS).write_text("title: [", "utf-8")
    failing = Preview(project, tmp_path / "log.txt")
    try:
        log = failing.says("Brackets not paired")
        assert f"{SCHOOLS}:" in log and "Traceback" not in log
        with pytest.raises(urllib.error.HTTPError) as waiting:
            page(failing)
        assert waiting.value.code == 503 and ".handbill/preview.js" in waiting.value.read().decode()
        (project / SCHOOLS).write_text(good, "utf-8")
        failing.says("Reloading browsers")
        assert "先别交钱" in page(failing)
    finally:
        failing.close()


def test_a_translation_that_cannot_be_drawn_does_not_end_the_preview(
    project: Path, tmp_path: Path
) -> None:
    assert main(["translate", "pl", "--pseudo", "-f", str(project / "mkdocs.yml")]) == EXIT_OK
    file = project / "campaigns/job-seeking/locale/pl.po"
    text = file.read_text("utf-8")
    start = text.index('msgstr "', text.index("按公开电话问一问"))
    file.write_text(text[:start] + 'msgstr "🐉 work ' + text[start + 8 :], "utf-8", newline="")
    running = Preview(project, tmp_path / "log.txt")
    try:
        running.says("Reloading browsers")
        running.says("schools-poster: left out of pl")
        with urllib.request.urlopen(f"{running.url}pl/m/schools-poster/") as page:
            assert "schools-poster.pdf" not in page.read().decode()
    finally:
        running.close()
