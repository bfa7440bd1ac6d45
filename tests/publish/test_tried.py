"""A running site is tried from outside, within bounds, and no other host is asked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import served
from sites import base_site

from handbill.load.settings import Settings, read_settings
from handbill.problems import Problem, ProblemsFound
from handbill.publish import client, placing, tried


def project(tmp_path: Path, below: str = "/") -> Settings:
    root = base_site(tmp_path / "site")
    file = root / "mkdocs.yml"
    text = file.read_text("utf-8").replace("https://notices/", f"https://notices{below}")
    file.write_text(text, "utf-8", newline="")
    settings = read_settings(file)
    served.finish(settings.site_dir)
    return settings


def told(problems: list[Problem]) -> dict[str, str]:
    return {one.code: one.text("en") for one in problems}


@pytest.mark.parametrize("below", ["/", "/%E5%AE%A3%E4%BC%A0/fcx/"])
def test_a_site_that_is_served_as_the_guide_asks_has_no_fault(tmp_path: Path, below: str) -> None:
    settings = project(tmp_path, below)
    with served.serving(settings.site_dir, below=below) as address:
        assert tried.try_site(settings, address) == []
        assert tried.try_site(settings, address.rstrip("/")) == []


def test_each_fault_is_told_once_with_the_others_and_by_its_own_code(tmp_path: Path) -> None:
    settings = project(tmp_path)
    for fault in served.FAULTS:
        if fault[0] not in "EW" or fault in ("E935", "E938"):
            continue
        with served.serving(settings.site_dir, fault) as address:
            codes = [one.code for one in tried.try_site(settings, address)]
        # A soft 404 shows the hidden files as well.
        assert codes == [fault], fault


def test_an_older_build_is_told_by_what_differs(tmp_path: Path) -> None:
    settings = project(tmp_path)
    older = tmp_path / "older"
    served.finish(older)
    (older / "m/a/A4.pdf").write_bytes(b"%PDF-1.7")
    (older / "p/c/index.html").unlink()
    placing.write_manifest(older)
    with served.serving(older) as address:
        said = told(tried.try_site(settings, address))
    assert said.keys() == {"E940", "E946"}
    assert "1 do not open: p/c/index.html (404)" in said["E940"]
    assert "m/a/A4.pdf, p/c/index.html" in said["E946"]


def test_no_other_host_is_asked_and_nothing_goes_on_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = project(tmp_path)
    for fault, reason in (("E938", "http://127.0.0.2/"), ("E935", "503")):
        with (
            served.serving(settings.site_dir, fault) as address,
            pytest.raises(ProblemsFound) as caught,
        ):
            tried.try_site(settings, address)
        [problem] = caught.value.problems
        assert problem.code == fault and reason in problem.text("en")
    with pytest.raises(ProblemsFound, match="E935"):
        tried.try_site(settings, "http://127.0.0.1:9/")
    with served.serving(settings.site_dir, "loop") as address:
        said = told(tried.try_site(settings, address))
    assert "p/a/index.html (loop" in said["E940"] and "E938" in said
    monkeypatch.setattr(client, "ONE", 0.3)
    began = time.monotonic()
    with served.serving(settings.site_dir, "slow") as address:
        said = told(tried.try_site(settings, address))
        assert "time-out" in said["E940"]
        monkeypatch.setattr(client, "ALL", 0.4)
        assert "E948" in told(tried.try_site(settings, address))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("led", ["http://[", "http://127.0.0.1:99999/", "http://127.0.0.1:x/"])
def test_a_redirect_to_no_address_leads_away(monkeypatch: pytest.MonkeyPatch, led: str) -> None:
    answer = client.Answer("http://127.0.0.1/", 302, {"location": led}, b"")
    monkeypatch.setattr(client.Client, "_ask", lambda *_: answer)
    with pytest.raises(client.Unanswered) as caught:
        client.Client("http://127.0.0.1/").get("", 1)
    assert (caught.value.kind, caught.value.reason) == ("away", led)


def test_few_of_many_places_are_tried_from_the_first_to_the_last() -> None:
    names = [str(number) for number in range(3000)]
    some = tried.spread(names, 40)
    assert len(some) == len(set(some)) == 40 and (some[0], some[-1]) == ("0", "2999")
    assert tried.spread(names[:40], 40) == names[:40]
