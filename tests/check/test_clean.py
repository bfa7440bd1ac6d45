"""What was found sound is not looked at again, and what is kept of it cannot hide anything new."""

import pytest
from sites import apply, base_site, problems_of

from handbill.check import dignity
from handbill.check.clean import Clean

COM = "campaigns/demo/communities.yml"
HARM = {"file": COM, "old": "motto: 先核实", "new": "motto: 先把他扣住，再报警"}


@pytest.fixture
def site(tmp_path):
    root = base_site(tmp_path / "site")
    (root / "build").mkdir()
    return root


def test_a_second_check_looks_at_nothing_again(site, monkeypatch):
    assert problems_of(site) == []

    def looked(*_):
        raise AssertionError("a sound text was looked at again")

    monkeypatch.setattr(dignity, "lint", looked)
    assert problems_of(site) == []


def test_a_text_that_changes_is_looked_at(site):
    assert problems_of(site) == []
    apply(site, {"edit": [HARM]})
    for _ in range(2):
        assert [one.code for one in problems_of(site)] == ["E620"]


def test_another_saying_of_the_campaign_is_another_look(site):
    apply(site, {"edit": [{**HARM, "new": "motto: 天上掉馅饼"}]})
    assert problems_of(site) == []
    refuted = """never: [害人精]
  refuted:
    - {id: pie, says: [掉馅饼], why: 不会, caught: 天上掉馅饼, passes: 天上不会掉馅饼}"""
    edit = {"file": "campaigns/demo/campaign.yml", "old": "never: [害人精]", "new": refuted}
    apply(site, {"edit": [edit]})
    assert [one.code for one in problems_of(site)] == ["E629"]


@pytest.mark.parametrize("data", [b"", b"x" * 31, b"\0" * 500])
def test_a_broken_file_only_costs_time(site, data):
    apply(site, {"edit": [HARM]})
    problems_of(site)
    (site / "build" / "sound").write_bytes(data)
    assert [one.code for one in problems_of(site)] == ["E620"]
    assert len((site / "build" / "sound").read_bytes()) > 500


def test_a_check_makes_no_folder(tmp_path):
    root = base_site(tmp_path / "site")
    problems_of(root)
    assert not (root / "build").exists()


def test_a_digest_belongs_to_what_was_looked_for(tmp_path):
    clean = Clean(tmp_path)
    assert clean.key("lint", "a") != clean.key("numbers", "a")
    assert not clean.holds(clean.key("lint", "a"))
