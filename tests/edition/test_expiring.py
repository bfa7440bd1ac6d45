"""What runs out: sheets by place and day, numbers, claims; and what the command says of it."""

from __future__ import annotations

import argparse
import datetime
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbill import cli
from handbill.check.sources import reached
from handbill.cli.freshness import span
from handbill.edition.expiring import Due, expiring, listed
from handbill.load.collection import Collection
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings

BASE = Path(__file__).parents[1] / "problems" / "base"
PLACES = """\
places:
  - id: district
    name: 某区
    level: district
    checked_on: 2026-10-01
    reward: {text: 有奖, source: 某办法, valid_until: 2026-12-31}
  - id: street
    name: 某街道
    parent: district
    level: subdistrict
    valid_until: 2027-01-15
    contacts:
      police-station: {number: 0411-82345678, checked_on: 2026-09-01}
  - id: village
    name: 某村
    parent: street
    level: village
  - id: alone
    name: 某校
    level: school
    contacts:
      police-station: {number: 0411-82345679}
"""
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    import shutil

    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    (folder / "campaigns/places/places.yml").write_text(PLACES, "utf-8")
    return folder


@pytest.fixture
def collection(site: Path) -> Collection:
    loaded, problems = load_collection(read_settings(site / "mkdocs.yml"))
    assert loaded is not None and not problems
    return loaded


def days(due: list[Due], what: str) -> dict[tuple[str, str], str]:
    return {(one.place, one.id): str(one.day) for one in due if one.what == what}


def test_a_sheet_comes_down_on_the_day_of_its_place(collection: Collection) -> None:
    due = expiring(collection, TODAY, datetime.timedelta(days=60))
    assert days(due, "sheet") == {
        ("street", "demo-poster"): "2027-01-15",
        ("village", "demo-poster"): "2027-01-15",
    }
    late = expiring(collection, TODAY, datetime.timedelta(days=400))
    assert days(late, "sheet")[("alone", "demo-poster")] == "2027-11-30"


def test_the_edge_of_the_span_belongs_to_it(collection: Collection) -> None:
    to_the_day = (datetime.date(2027, 1, 15) - TODAY).days
    for within, found in ((to_the_day, 2), (to_the_day - 1, 0)):
        due = expiring(collection, TODAY, datetime.timedelta(days=within))
        assert len(days(due, "sheet")) == found


@given(days=st.integers(-400, 800), spans=st.tuples(st.integers(0, 500), st.integers(0, 500)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_longer_span_lists_all_of_a_shorter_one_and_nothing_beyond_it(
    collection: Collection, days: int, spans: tuple[int, int]
) -> None:
    """The collection is only read: what one example finds does not depend on another."""
    today = TODAY + datetime.timedelta(days=days)
    short, long = (datetime.timedelta(days=one) for one in sorted(spans))
    soon, later = (expiring(collection, today, one) for one in (short, long))
    assert [one for one in later if not one.day or one.day <= today + short] == soon
    assert all(one.day is None or one.day <= today + long for one in later)
    order = [one.day or datetime.date.min for one in later]
    assert order == sorted(order)
    for one in later:
        assert one.is_past(today) is (one.day is None or (one.day - today).days < 0)
        assert one.plain(today)["days"] == (one.day and (one.day - today).days)


@pytest.mark.parametrize(("ahead", "past"), [(-1, True), (0, False), (1, False)])
def test_the_last_day_is_not_past(ahead: int, past: bool) -> None:
    day = TODAY + datetime.timedelta(days=ahead)
    assert Due("claim", day, "C01", "x").is_past(TODAY) is past


def test_numbers_are_called_again_after_ninety_days(collection: Collection) -> None:
    due = expiring(collection, TODAY, datetime.timedelta(days=60))
    assert days(due, "contact") == {
        ("street", "police-station"): "2026-11-30",
        ("alone", "police-station"): "None",
    }
    assert days(due, "place") == {("district", "district"): "2026-12-30"}
    assert days(due, "reward") == {("district", "district"): "2026-12-31"}


def test_the_law_is_listed_with_where_it_stands(collection: Collection) -> None:
    due = expiring(collection, datetime.date(2027, 6, 1), datetime.timedelta())
    claims = [one for one in due if one.what == "claim"]
    assert claims and all(one.is_past(datetime.date(2027, 6, 1)) for one in claims)
    lines = (BASE / "campaigns/demo/claims.yml").read_text("utf-8").splitlines()
    assert all(
        one.span
        and one.span.file == "campaigns/demo/claims.yml"
        and "review_by" in lines[one.span.line - 1]
        for one in claims
    )


def test_a_place_is_looked_at_with_what_it_inherits_and_nothing_else(
    collection: Collection,
) -> None:
    due = expiring(collection, TODAY, datetime.timedelta(days=400), ["village"])
    assert {one.place for one in due} == {"village", "street", "district"}
    assert {one.place for one in due if one.what == "sheet"} == {"village"}
    with pytest.raises(KeyError):
        expiring(collection, TODAY, datetime.timedelta(days=1), ["nowhere"])


def test_places_that_are_alike_stand_on_one_line(collection: Collection) -> None:
    within = datetime.timedelta(days=60)
    said = listed(expiring(collection, TODAY, within), collection, TODAY, within, "zh")
    [line] = [one for one in said.splitlines() if "2027-01-15" in one]
    assert "某街道 street、某村 village" in line and "还有 52 天" in line
    assert line.endswith("的全部 1 种")  # so the line below it does not name them one by one
    assert "demo-poster" not in said
    assert "从来没有" in said and "某校" in said


@pytest.mark.parametrize(
    ("text", "days"), [("60d", 60), ("8w", 56), ("3m", 90), ("45", 45), ("2周", 14), ("3个月", 90)]
)
def test_spans(text: str, days: int) -> None:
    assert span(text).days == days


@pytest.mark.parametrize("text", ["9999w", "9999m", "-1", "1e3", "36601d", "٣d"])
def test_a_span_that_no_one_looks_ahead(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        span(text)


def run(site: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = cli.main(["expiring", "-f", str(site / "mkdocs.yml"), "--lang", "zh", *arguments])
    return code, capsys.readouterr().out


def test_the_command_fails_only_when_asked_to(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, capsys, "--today", "2028-01-01")[0] == 0
    assert run(site, capsys, "--today", "2028-01-01", "--strict")[0] == 1
    (site / "campaigns/places/places.yml").write_text(
        "places:\n  - {id: district, name: 某区, level: district}\n", "utf-8"
    )
    assert run(site, capsys, "--today", "2026-11-24", "--strict")[0] == 0


@pytest.mark.parametrize("today", ["1800-01-01", "2100-12-31"])
def test_the_longest_span_from_the_last_day(
    site: Path, capsys: pytest.CaptureFixture[str], today: str
) -> None:
    assert run(site, capsys, "--today", today, "--within", "5228w", "--format", "json")[0] == 0


def test_what_rests_on_a_claim_a_case_or_a_source_is_told(
    collection: Collection, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    due = {(one.what, one.id): one for one in expiring(collection, TODAY, datetime.timedelta(400))}
    [campaign] = collection.campaigns
    claim = due["claim", "C01"]
    assert claim.used_by == tuple(reached(campaign, ("claim", "C01"))[1:]) != ()
    assert [one.en.split(" (")[0] for one in due["source", "L1"].used_by] == ["claim C01"]
    assert "material demo-poster" in due["case", "door"].plain(TODAY)["used_by"][0]
    text = run(site, capsys, "--today", "2026-11-24", "--within", "400d")[1]
    [line] = [one for one in text.splitlines() if " C01 " in one]
    assert line.endswith(f"  用到 {len(claim.used_by)} 处")


def test_programs_get_every_sheet_of_every_place(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = run(site, capsys, "--today", "2026-11-24", "--format", "json")
    found = json.loads(out)
    assert code == 0
    sheet = next(one for one in found if one["what"] == "sheet")
    assert sheet["day"] == "2027-01-15" and sheet["days"] == 52 and sheet["past"] is False
    assert next(one for one in found if one["day"] is None)["past"] is True


def test_an_unknown_place_is_named_with_what_was_meant(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        cli.main(["expiring", "-f", str(site / "mkdocs.yml"), "--lang", "zh", "--place", "stret"])
        == 1
    )
    said = capsys.readouterr().err
    assert "E712" in said and "street" in said
