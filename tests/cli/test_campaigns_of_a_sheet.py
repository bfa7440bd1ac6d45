"""A material of one id in two campaigns: the one that is named is drawn, and none without a name."""

from __future__ import annotations

import shutil

import pytest
from sites import TODAY, base_site

from handbill import road
from handbill.load.settings import read_settings
from handbill.problems import ProblemsFound
from handbill.publish.sheet import Order, plan_sheet


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory):
    root = base_site(tmp_path_factory.mktemp("two") / "site")
    shutil.copytree(root / "campaigns/demo", root / "campaigns/other")
    file = root / "campaigns/other/communities.yml"
    file.write_text(file.read_text("utf-8").replace("先别开门", "先问一声"), "utf-8")
    return road.load_and_check(read_settings(root / "mkdocs.yml"), TODAY)


@pytest.mark.parametrize(("campaign", "headline"), [("demo", "先别开门"), ("other", "先问一声")])
def test_the_campaign_that_is_named_is_drawn(checked, campaign, headline):
    artifact = plan_sheet(checked, Order("demo-poster", campaign=campaign))
    assert headline in repr(artifact.body)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (Order("demo-poster"), "E185"),
        (Order("demo-poster", campaign="third"), "E712"),
        (Order("demo-postr"), "E712"),
    ],
)
def test_no_other_is_drawn_in_its_place(checked, order, code):
    with pytest.raises(ProblemsFound) as found:
        plan_sheet(checked, order)
    assert [one.code for one in found.value.problems] == [code]
