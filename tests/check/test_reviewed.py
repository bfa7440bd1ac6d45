"""A reviewed exception silences one finding of one text, is told, and lapses with its text."""

import datetime

import pytest
from sites import apply, base_site, problems_of

from handbill import cli
from handbill.check.reviewed import digest

SENTENCE = "先把他扣住，再报警"
REVIEW = """
reviewed:
  - rule: {rule}
    text: "{text}"
    who: 法制科
    on: 2026-11-20
    why: 讲的是演习
"""
COM = "campaigns/demo/communities.yml"


@pytest.fixture
def found(tmp_path):
    def run(sentence=SENTENCE, text=SENTENCE, rule="hold", root=tmp_path / "site"):
        base_site(root)
        apply(
            root,
            {
                "edit": [{"file": COM, "old": "motto: 先核实", "new": f"motto: {sentence}"}],
                "write": [
                    {
                        "file": "campaigns/demo/reviewed.yml",
                        "text": REVIEW.format(rule=rule, text=text),
                    }
                ],
            },
        )
        return problems_of(root, datetime.date(2026, 11, 24))

    return run


def test_it_silences_the_finding_and_is_told(found):
    [notice] = found()
    assert notice.code == "N634"
    assert notice.span.file == "campaigns/demo/reviewed.yml"
    assert "法制科" in notice.text("zh")


def test_a_digest_stands_for_the_text(found):
    assert [one.code for one in found(text=digest(SENTENCE))] == ["N634"]


@pytest.mark.parametrize(
    ("sentence", "text", "rule"),
    [
        ("先把她扣住，再报警", SENTENCE, "hold"),
        (SENTENCE, SENTENCE, "beat"),
        (SENTENCE, "再报警", "hold"),
        (SENTENCE, digest("别的"), "hold"),
    ],
)
def test_it_holds_for_that_text_and_rule_alone(found, sentence, text, rule):
    assert [one.code for one in found(sentence, text, rule)] == ["E620", "W633"]


def test_it_lapses_when_the_text_is_gone(found):
    assert [one.code for one in found("先停下，再打110")] == ["W633"]


def test_a_notice_fails_nothing_and_is_counted(found, tmp_path, monkeypatch, capsys):
    found()
    monkeypatch.chdir(tmp_path / "site")
    arguments = ["check", "--strict", "--today", "2026-11-24", "--lang", "zh"]
    assert cli.main(arguments) == cli.EXIT_OK
    assert "0 个错误，0 个提醒，1 处已审核" in capsys.readouterr().err
