"""Who may speak to the desk. Each refusal is tried beside a request that passes."""

from __future__ import annotations

from pathlib import Path

import pytest
from served_desk import Open

from handbill.desk.areas import AREAS
from handbill.desk.guard import LARGEST

TOLD = "campaigns/job-seeking/campaign.yml"


def test_the_key_of_the_first_address_becomes_a_cookie_that_scripts_and_other_sites_lack(
    desk: Open,
) -> None:
    status, headers, _ = desk.ask("GET", f"/?key={desk.key}", {"Cookie": "", "Origin": ""})
    assert status == 303 and headers["location"] == "/"
    cookie = headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and str(desk.port) in cookie
    assert desk.ask("GET", "/", {"Origin": ""})[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": ""},
        {"Cookie": "handbill-desk-1=a-key-for-tests"},
        {"Cookie": "handbill-desk-{port}=another"},
        {"Host": "handbill.example.com:{port}"},  # a name that was made to lead here
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Origin": "https://example.com"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_others_are_refused_on_every_page(desk: Open, headers: dict[str, str]) -> None:
    spoken = {name: value.replace("{port}", str(desk.port)) for name, value in headers.items()}
    for path in ("/", "/assets/desk.js", "/drawing?campaign=job-seeking&material=schools-poster"):
        status, answered, text = desk.ask("GET", path, spoken)
        assert status == 403 and "set-cookie" not in answered and len(text) < 200, path
    assert desk.ask("POST", "/start", spoken)[0] == 403
    wrong_key = desk.ask("GET", "/?key=another", {"Cookie": "", "Origin": ""})
    assert wrong_key[0] == 403 and "set-cookie" not in wrong_key[1]


def test_a_form_without_an_origin_is_refused(desk: Open) -> None:
    assert desk.ask("POST", "/language", {"Origin": ""})[0] == 403


def test_nothing_is_changed_by_asking_for_a_page(desk: Open, site: Path) -> None:
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    posts = {path for area in AREAS for method, path, _ in area.rows if method == "POST"}
    gets = {path for area in AREAS for method, path, _ in area.rows if method == "GET"}
    file = TOLD.replace("/", "%2F")
    asked = f"file={file}&do=save&0%3Atitle=x&version=1&starter=heat&take=mine"
    for path in sorted(posts | gets):
        wanted = 200 if path in gets else 405
        status = desk.ask("GET", f"{path}?{asked}", {"Origin": ""})[0]
        assert status == wanted or (path in gets and status == 404), path
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        assert desk.ask(method, "/")[0] == 405, method
    kept = {
        file: file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and "build" not in file.relative_to(site).parts
    }
    assert kept == {
        file: text for file, text in before.items() if "build" not in file.relative_to(site).parts
    }


@pytest.mark.parametrize(
    "path",
    [
        "/assets/..%2f..%2fguard.py",
        "/assets/../guard.py",
        "/assets/%2e%2e/guard.py",
        "/edit?file=..%2F..%2Fetc%2Fpasswd",
        "/edit?file=%2Fetc%2Fpasswd",
        "/edit?file=README.md",
        "/edit?file=campaigns%2Fjob-seeking%2F..%2Fplaces%2Fplaces.yml",
        "/versions?file=..%2F..%2Fetc%2Fpasswd",
        "/drawing?campaign=..&material=..",
        "/sheet?campaign=job-seeking&material=..%2F..%2Fx",
        "/edit?file=campaigns%2Fjob-seeking%2Fcampaign.yml&at=nothing%2F7",
    ],
)
def test_no_path_leads_out_of_the_site(desk: Open, path: str) -> None:
    status, _, text = desk.ask("GET", path, {"Origin": ""})
    assert status in (404, 409) and "root:" not in text and "class Guard" not in text


def test_a_version_is_no_path(desk: Open) -> None:
    file = TOLD.replace("/", "%2F")
    assert desk.send(f"/versions?file={file}", version="../../../mkdocs.yml")[0] == 404


def test_no_answer_lets_a_page_load_from_elsewhere_or_be_framed(desk: Open) -> None:
    for path in ("/", "/start", "/assets/desk.css", "/nothing", "/drawing?campaign=x&material=y"):
        _, headers, text = desk.ask("GET", path, {"Origin": ""})
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy, path
        assert "frame-ancestors 'none'" in policy and headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert "<style" not in text and "style=" not in text and "onclick" not in text, path
        assert "access-control-allow-origin" not in headers


def test_bodies_are_measured(desk: Open) -> None:
    small, large = b"back=%2F", b"x" * (LARGEST + 1)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert desk.ask("POST", "/choose?file=x", kind, small)[0] == 404
    assert desk.ask("POST", "/choose?file=x", kind, large)[0] == 413
    declared = {**kind, "Content-Length": str(LARGEST + 1)}
    assert desk.ask("POST", "/choose?file=x", declared, b"")[0] == 413


def test_it_listens_at_loopback_alone(desk: Open) -> None:
    from handbill.desk.server import LOOPBACK, listening

    with listening(None) as taken:
        assert taken.getsockname()[0] == LOOPBACK == "127.0.0.1"
