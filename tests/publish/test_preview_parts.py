"""Parts of the preview alone: who is answered, what a page is given, which files have changed."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import quote

import pytest

from handbill.policy import page_policy
from handbill.problems import Problem, ProblemsFound, Span
from handbill.problems.report import render
from handbill.publish.preview import shown
from handbill.publish.preview.framed import Frame
from handbill.publish.preview.injected import SCRIPT, with_script
from handbill.publish.preview.server import PreviewServer
from handbill.publish.preview.session import Session
from handbill.publish.preview.watched import Watched, stamps


class Nothing:
    """A preview before its first build."""

    shown, state, ended = None, "boot.0", False


def open_server(address: str) -> PreviewServer:
    return PreviewServer(address, cast("Any", Nothing()), "/sub/")


def asked(server: PreviewServer, path: str = "/sub/", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    with contextlib.closing(connection):
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 503),
        ({"Host": "localhost:8000"}, 503),
        ({"Host": "[::1]:8000"}, 503),
        ({"Host": "site.example"}, 421),
        ({"Host": "127.0.0.1.example"}, 421),
        ({"Host": "192.168.1.2"}, 421),
        ({"Host": ""}, 421),
        ({"Host": "["}, 421),
        ({"Host": "localhost", "Origin": "http://localhost"}, 503),
        ({"Host": "localhost", "Origin": "https://site.example"}, 421),
    ],
)
def test_only_this_computer_is_answered(headers: dict[str, str], status: int) -> None:
    server = open_server("127.0.0.1:0")
    with server.answering():
        found, said = asked(server, **headers)
        assert found == status
        assert (SCRIPT in said) == (status == 503)
        for outside in ("/", "/.handbill/../x", "/.handbill/session.py"):
            assert asked(server, outside)[0] in (302, 404)


def test_browsers_keep_the_script_as_long_as_it_is_the_same() -> None:
    server = open_server("127.0.0.1:0")
    with server.answering():
        page = asked(server)[1]
        address = re.search(rf'src="({re.escape(SCRIPT)}\?\w+)"', page)
        assert address
        for path, kept in ((address[1], True), (SCRIPT, False), (f"{SCRIPT}?other", False)):
            host = f"http://127.0.0.1:{server.server_port}{path}"
            with urllib.request.urlopen(host, timeout=20) as answer:
                assert ("immutable" in answer.headers["Cache-Control"]) == kept, path


class Site:
    """A state of a site that has one page, which says where it was found."""

    def get(self, path: str) -> bytes | None:
        return path.encode() if path == "法/index.html" else None

    def tag(self, path: str) -> str:
        return path


def test_a_site_below_a_folder_with_a_name_of_its_own_is_found() -> None:
    session = Nothing()
    session.shown = Site()  # type: ignore[assignment]
    for mount in ("/防范/", quote("/防范/")):
        server = PreviewServer("127.0.0.1:0", cast("Any", session), mount)
        with server.answering():
            page = quote("/防范/法/")
            status, said = asked(server, page)
            assert status == 200 and said.startswith("法/index.html"), mount
            assert server.url.endswith(quote("/防范/"))
            for body, found in ((b"[", 404), (b"1", 404), (json.dumps([page]).encode(), 200)):
                connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=9)
                with contextlib.closing(connection):
                    connection.request("POST", "/.handbill/state", body)
                    assert connection.getresponse().status == found, body


def test_an_address_that_cannot_be_opened_is_a_problem() -> None:
    server = open_server("127.0.0.1:0")
    try:
        for address in (f"127.0.0.1:{server.server_port}", "127.0.0.1:99999", "nonsense"):
            with pytest.raises(ProblemsFound) as found:
                open_server(address)
            assert [one.code for one in found.value.problems] == ["E714"]
    finally:
        server.server_close()


@pytest.mark.parametrize(
    ("policy", "served"),
    [
        (page_policy(), page_policy()),
        (
            "default-src 'none'",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
        ),
        ("script-src 'sha256-x'; img-src 'none'", "script-src 'self' 'sha256-x'; img-src 'none'"),
    ],
)
def test_a_policy_is_relaxed_only_as_far_as_the_script_needs(policy: str, served: str) -> None:
    page = '<head><meta http-equiv="Content-Security-Policy" content="{}"></head><body>a</body>'
    made = with_script(page.format(policy), "tag", "state")
    assert made.startswith(page.format(served).removesuffix("</body>"))
    assert made.count("<script") == 1 and made.endswith("</script></body>")


def test_what_editors_write_beside_a_file_is_no_change(tmp_path: Path) -> None:
    file = tmp_path / "a/schools.yml"
    file.parent.mkdir()
    file.write_text("1", "utf-8")
    watched = Watched(lambda: [tmp_path])
    for name in (".schools.yml.swp", "schools.yml~", "4913", ".#schools.yml", "schools.yml.tmp"):
        (file.parent / name).write_text("draft", "utf-8")
    assert not watched.pending() and watched.changed() == set()
    (file.parent / "schools.yml.tmp").replace(file)  # as editors save
    assert watched.pending() and watched.changed() == {file} and not watched.pending()
    file.unlink()
    assert watched.changed() == {file}
    assert file not in stamps([tmp_path])


def test_problems_for_pages_stand_in_both_languages_and_escape_what_they_quote(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.yml").write_text("x: 1\n<script>alert(1)</script>: 2\n", "utf-8")
    problem = Problem("E201", Span("a.yml", 2, 1, 9), field="<script>", known="x")
    warning = Problem("W502", None)
    made = render([warning, problem], root=tmp_path, lang="en", format="html")
    assert "<script" not in made and "2 | <mark>&lt;script&gt;</mark>alert(1)" in made
    assert made.index("error E201") < made.index("错误 E201") < made.index("W502")
    assert made.count("<article>") == made.count("</article>") == 2


def test_a_file_that_is_gone_again_ends_no_preview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = cast("Any", SimpleNamespace(root=tmp_path, templates_dir=None))
    monkeypatch.setattr(Session, "_roots", lambda _: [])
    session = Session(lambda: cast("Any", "made by MkDocs"), tmp_path, settings, "en")
    session._whole_next = False

    def gone(_: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    taken: list[object] = []
    monkeypatch.setattr(session, "_quickly", gone)
    monkeypatch.setattr(session, "_take", taken.append)
    session._remake({tmp_path / "schools.yml"})
    assert taken == ["made by MkDocs"]


def test_pages_of_one_build_are_made_one_at_a_time_in_all_its_states(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("handbill.road.renderer", lambda *_: None)
    nothing = cast("Any", None)
    frame = Frame(nothing, cast("Any", SimpleNamespace(src_uris={})), nothing, nothing)
    states = [
        shown.Shown(frame, Path(), nothing, [], nothing, {}, frozenset(), print) for _ in "ab"
    ]
    at_once, most = 0, 0

    def make(path: str, artifact: object) -> bytes:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        time.sleep(0.05)
        at_once -= 1
        return path.encode()

    for state in states:
        monkeypatch.setattr(state, "_page", make)
    with ThreadPoolExecutor(4) as pool:
        asked_for = [(state, name) for name in "xy" for state in states]
        assert list(pool.map(lambda one: one[0].get(one[1]), asked_for)) == [b"x", b"x", b"y", b"y"]
    assert most == 1
