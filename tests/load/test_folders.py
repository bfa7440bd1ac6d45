"""campaigns/ as a whole: partial sites, broken files, two sources of places."""

import pytest
from sites import apply, base_site, problems_of

from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.problems import ProblemsFound


@pytest.fixture
def site(tmp_path):
    return base_site(tmp_path / "site")


def load(root):
    return load_collection(read_settings(root / "mkdocs.yml"))


def test_the_base(site):
    collection, problems = load(site)
    assert problems == []
    (campaign,) = collection.campaigns
    assert [case.id for case in campaign.cases] == ["door", "notice"]
    assert (
        str(campaign.audiences[0].span("materials", 0, "headline", 1))
        == "campaigns/demo/communities.yml:36:22"
    )


def test_a_broken_audience_is_the_only_problem(site):
    apply(
        site,
        {
            "edit": [
                {"file": "campaigns/demo/communities.yml", "old": "order: 1", "new": "order: x"}
            ]
        },
    )
    assert [one.code for one in problems_of(site)] == ["E212"]


def test_broken_files_do_not_hide_each_other(site):
    apply(
        site,
        {
            "edit": [
                {
                    "file": "campaigns/demo/campaign.yml",
                    "old": "version: 1.0",
                    "new": "versio: 1.0",
                },
                {"file": "campaigns/demo/cases/door.yml", "old": "order: 1", "new": "order: [1"},
                {"file": "campaigns/places/places.yml", "old": "number: 110", "new": "number: 1"},
            ]
        },
    )
    assert sorted(one.code for one in problems_of(site)) == ["E117", "E201", "E211"]


def test_places_of_both_files_are_one_list(site):
    apply(
        site,
        {
            "write": [
                {
                    "file": "campaigns/places/places.csv",
                    "text": "编号,名称,上级,类别\nvillage,演示村,nowhere,村\n",
                }
            ]
        },
    )
    (problem,) = problems_of(site)
    assert (problem.code, str(problem.span)) == ("E501", "campaigns/places/places.csv:2:13")


def test_places_may_be_a_table_alone(site):
    apply(
        site,
        {
            "remove": [{"file": "campaigns/places/places.yml"}],
            "write": [
                {
                    "file": "campaigns/places/places.csv",
                    "text": "id,name,level,publisher,派出所,派出所试拨日期\n"
                    "district,演示区,区,演示单位,110,2026/11/1\n",
                }
            ],
        },
    )
    assert problems_of(site) == []


def test_a_place_twice_names_both_files(site):
    apply(
        site,
        {
            "write": [
                {
                    "file": "campaigns/places/places.csv",
                    "text": "编号,名称,类别\nstreet,演示街道,街道\n",
                }
            ]
        },
    )
    (problem,) = problems_of(site)
    assert problem.code == "E301"
    assert problem.span.file.endswith(".csv")
    assert problem.details["first"].file.endswith(".yml")


@pytest.mark.parametrize("text", [None, "", "- a\n", "a: " + "[" * 5000, "\x00"])
def test_settings_that_cannot_be_read(site, text):
    config = site / "mkdocs.yml"
    if text is None:
        config.unlink()
    else:
        config.write_text(text, "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        read_settings(config)
    assert [one.code for one in caught.value.problems] == ["E124"]


def test_settings_with_tags_of_other_readers(site, monkeypatch):
    monkeypatch.setenv("HANDBILL_TEST_URL", "https://notices/fire/")
    (site / "mkdocs.yml").write_text(
        "site_name: 演示\nsite_url: !ENV [HANDBILL_TEST_URL, 'https://other/']\n"
        "plugins:\n  - search\n  - handbill: {campaigns: texts}\n"
        "hooks: !!python/name:os.system\ntheme: {language: en}\n",
        "utf-8",
    )
    settings = read_settings(site / "mkdocs.yml")
    assert settings.site_url == "https://notices/fire/"
    assert settings.campaigns_dir == site.resolve() / "texts"
    assert settings.templates_dir is None


def test_a_ring_of_links_is_a_problem(site):
    (site / "campaigns/demo/ring.yml").symlink_to("ring.yml")
    (problem,) = problems_of(site)
    assert problem.code == "E102"


def test_a_workbook_may_lie_beside_the_table(site):
    apply(
        site,
        {
            "write": [
                {"file": "campaigns/places/places.csv", "text": "编号,名称,类别\nhill,山村,村\n"},
                {"file": "campaigns/places/places.xlsx", "text": "PK"},
            ]
        },
    )
    assert problems_of(site) == []


def test_a_full_width_colon_in_the_settings_is_named(site):
    config = site / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_url: ", "site_url："), "utf-8")
    (problem,) = problems_of(site)
    assert problem.code == "E106"


def test_names_that_windows_keeps_are_no_ids(site):
    (site / "campaigns/demo/communities.yml").rename(site / "campaigns/demo/con.yml")
    assert "E129" in {one.code for one in problems_of(site)}


def test_a_claim_that_is_not_there_is_told_with_all_else(site):
    claims = {"file": "campaigns/demo/claims.yml", "old": "id: C01", "new": "id: C09"}
    apply(site, {"edit": [claims]})
    assert {one.code for one in problems_of(site)} >= {"E303"}


@pytest.mark.parametrize("name", ["._campaign.yml", ".#communities.yml", "._places.yml"])
def test_what_a_system_writes_beside_a_file_is_no_file_of_a_campaign(site, name):
    """macOS writes the first and the last on sticks, in bytes that are no text; Emacs a link to nowhere."""
    folder = "places" if "places" in name else "demo"
    file = site / "campaigns" / folder / name
    if name.startswith(".#"):
        file.symlink_to("nobody@nowhere.1")
    else:
        file.write_bytes(b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X\xff\xfe")
    assert problems_of(site) == []
