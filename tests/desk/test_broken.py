"""A site that somebody has broken: the desk says what is wrong, and stays a way to mend it."""

from __future__ import annotations

import errno
import html
import re
import sys
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from served_desk import Open, open_desk

from handbill.scaffold import new_site

CAMPAIGN = "campaigns/job-seeking/campaign.yml"
SCHOOLS = "campaigns/job-seeking/schools.yml"
PLACES = "campaigns/places/places.yml"
FIRST = "/edit?file="


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (SCHOOLS, "title: [\n x", "cannot"),
        (SCHOOLS, "- a\n- b\n", "cannot"),
        (SCHOOLS, "title: x\nmaterials:\n  - kind: nothing\n    id: a\n  - 3\n", "kept"),
        (CAMPAIGN, "title：坏\n", "cannot"),
        (CAMPAIGN, "title: 只有标题\n", "wrong"),
        (PLACES, "places: 3\n", "kept"),
    ],
)
def test_a_broken_file_is_told_on_its_page_and_stops_no_other(
    desk: Open, site: Path, name: str, text: str, said: str
) -> None:
    file = site / name
    before = file.read_bytes()
    file.write_text(text, "utf-8")
    desk.desk.touched()
    try:
        for path in ("/", "/start", "/contents", "/problems", f"{FIRST}mkdocs.yml"):
            assert desk.ask("GET", path, {"Origin": ""})[0] == 200, path
        status, _, shown = desk.ask("GET", FIRST + name, {"Origin": ""})
        words = desk.desk.say
        wanted = {"cannot": words["cannot_show"], "kept": words["kept"], "wrong": "told wrong"}
        assert status == 200 and wanted[said] in shown
        assert "told wrong" in desk.ask("GET", "/problems", {"Origin": ""})[2]
    finally:
        file.write_bytes(before)
        desk.desk.touched()


def state(desk: Open, path: str) -> str:
    found = re.search(r'name="0:@state" value="(\w+)"', desk.ask("GET", path, {"Origin": ""})[2])
    assert found
    return found[1]


def test_settings_that_no_command_could_read_are_not_saved(desk: Open, site: Path) -> None:
    path, file = f"{FIRST}mkdocs.yml", site / "mkdocs.yml"
    before = file.read_bytes()
    form = {"do": "save", "0__@state": state(desk, path), "0__site_url": "not an address"}
    status, headers, _ = desk.send(path, **form)
    assert status == 303 and headers["location"].endswith("waits=1")
    assert file.read_bytes() == before
    shown = desk.ask("GET", path, {"Origin": ""})[2]
    assert "not an address" in shown and "told wrong" in shown
    good = {**form, "0__@state": state(desk, path), "0__site_url": "https://www.hedong.cn/"}
    assert desk.send(path, **good)[1]["location"].endswith("saved=1")
    assert b"site_url: https://www.hedong.cn/" in file.read_bytes()
    # Somebody breaks them with another program: the last good ones come back.
    good_one = desk.desk.kept.versions("mkdocs.yml")[0].id
    for broken in (b"site_name: [\n", "site_name: [河东\n".encode("gbk")):
        file.write_bytes(broken)
        desk.desk.touched()
        status, _, shown = desk.ask("GET", "/", {"Origin": ""})
        assert status == 409 and f'name="version" value="{good_one}"' in shown
        assert desk.send("/settings", version=good_one)[0] == 303
        assert b"site_url: https://www.hedong.cn/" in file.read_bytes()
        assert desk.ask("GET", "/", {"Origin": ""})[0] == 200
    kept = desk.desk.kept
    newest = kept.versions("mkdocs.yml")[0].id
    assert kept.text("mkdocs.yml", newest) == "site_name: [河东\n", "nothing of them is lost"


def test_another_campaign_is_made_beside_this_one_and_nowhere_else(desk: Open, site: Path) -> None:
    before = sorted(site.parent.parent.iterdir())
    for name in ("", ".", "..", "../out", "/tmp/out", "a\\b", "a:b", site.name, ".hidden", "~x"):
        assert desk.send("/another", name=name)[0] == 409, name
    status, _, shown = desk.send("/another", name="高温 提醒", starter="heat")
    made = site.parent / "高温 提醒"
    assert status == 200 and str(made) in shown and (made / "mkdocs.yml").is_file()
    assert sorted(site.parent.parent.iterdir()) == before
    assert sorted(one.name for one in site.parent.iterdir()) == sorted([site.name, made.name])


def test_a_file_of_places_in_gbk_gives_way_to_a_table(desk: Open, site: Path) -> None:
    table = "编号,名称,类别\na,河东,区\n"
    target = site / "campaigns/places/places.csv"
    target.write_bytes(table.encode("gbk"))
    desk.desk.touched()
    try:
        status, _, said = desk.ask(
            "POST", "/places/take?name=x.csv", body=f"{table}b,河西,区\n".encode()
        )
        assert status == 200 and "/places" in said
        ready = re.search(
            r'name="ready" value="(\w+)"', desk.ask("GET", "/places", {"Origin": ""})[2]
        )
        assert ready
        status, headers, _ = desk.send("/places", do="write", ready=ready[1])
        assert (status, headers["location"]) == (303, "/places?saved=1")
        assert "河西" in target.read_text("utf-8-sig")
        name = "campaigns/places/places.csv"
        [version] = desk.desk.kept.versions(name)
        assert desk.desk.kept.text(name, version.id) == table
        listed = desk.ask("GET", "/versions", {"Origin": ""})[2]
        assert version.id in listed and "1 个地区" in listed
        address = f"/versions?file={quote(name, safe='')}"
        assert desk.send(address, version=version.id)[1]["location"] == "/versions?saved=1"
        assert target.read_text("utf-8-sig") == table, "the earlier table is back"
        kept = {desk.desk.kept.text(name, one.id) for one in desk.desk.kept.versions(name)}
        assert any("河西" in str(one) for one in kept), "and the later one is kept"
    finally:
        target.unlink()
        desk.desk.touched()


def test_what_the_disk_refuses_is_told_and_what_is_gone_again_is_left_out(
    desk: Open, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, lock = f"{FIRST}{SCHOOLS}", site / "campaigns/.#schools.lock"
    if sys.platform != "win32":
        lock.symlink_to("clerk@office")  # as Emacs has it
        desk.desk.touched()
        assert desk.ask("GET", "/contents", {"Origin": ""})[0] == 200
        lock.unlink()
    form = {"0__@state": state(desk, path), "0__motto": "满"}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "x.yml")

    monkeypatch.setattr(desk.desk.kept, "put", full)
    status, _, shown = desk.send(path, do="look", **form)
    assert status == 503 and "磁盘满了" in shown
    sent = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    body = urlencode({name.replace("__", ":"): text for name, text in form.items()}).encode()
    assert desk.ask("POST", path, sent, body)[0] == 503, "the script says that it is not kept"


def test_a_conflict_that_is_looked_at_again_pushes_no_version_out(desk: Open, site: Path) -> None:
    path, file = f"{FIRST}{SCHOOLS}", site / SCHOOLS
    before = file.read_bytes()
    desk.send(path, **{"do": "look", "0__@state": state(desk, path), "0__motto": "我的"})
    file.write_bytes(before + b"# theirs\n")
    try:
        counts = set()
        for _ in range(3):
            assert desk.ask("GET", path, {"Origin": ""})[0] == 409
            counts.add(len(desk.desk.kept.versions(SCHOOLS)))
        assert len(counts) == 1
    finally:
        file.write_bytes(before)
        desk.desk.drop(SCHOOLS)


def test_what_is_typed_is_text_in_the_page_and_in_the_file(desk: Open, site: Path) -> None:
    path = f"{FIRST}{SCHOOLS}"
    typed = '"><script>alert(1)</script> {place.name}: # & * !tag'
    form = {"do": "save", "0__@state": state(desk, path), "0__motto": typed}
    assert desk.send(path, **form)[0] == 303
    shown = desk.ask("GET", path, {"Origin": ""})[2]
    assert "<script>alert" not in shown and "&lt;script&gt;" in shown
    part = desk.desk.part(0, SCHOOLS)
    assert part.document and part.document.data["motto"] == typed


def test_a_number_that_was_an_example_is_made_real_by_a_button_in_english(tmp_path: Path) -> None:
    folder = tmp_path / "heat"
    new_site(folder, "en", "heat")
    with open_desk(folder, "en") as desk:
        shown = desk.ask("GET", "/start", {"Origin": ""})[2]
        assert not re.search(
            "[\u4e00-\u9fff]", re.sub(r"(?s)<button.*?</button>|“.*?”|Such as.*?<", "", shown)
        )
        form = {
            f"{number}__@state": found
            for number, found in re.findall(r'name="(\d):@state" value="(\w+)"', shown)
        }
        assert len(form) == 3
        real = "put|2:numbers/0/example|"
        assert html.escape(real) in shown
        typed = {"2__numbers/0/number": "112", "1__places/0/publisher": "Town council"}
        assert desk.send("/start", do=real, **form, **typed)[0] == 303
        again = desk.ask("GET", "/start", {"Origin": ""})[2]
        assert html.escape(real) not in again and 'value="112"' in again
        part = desk.desk.part(0, "campaigns/heat/campaign.yml")
        assert part.document and "example" not in part.document.data["numbers"][0]
        assert part.is_draft and "Town council" in desk.desk.part(0, PLACES).text
