"""One case through its stages: what its page, the lists, the feed, a sheet and other sites say."""

from __future__ import annotations

import datetime
from pathlib import Path

import lxml.html
import pypdfium2
import pytest
from sites import apply, base_site

from handbill import road
from handbill.compose.artifacts import Stream
from handbill.load.settings import read_settings
from handbill.render.cache import RenderCache
from handbill.words import words

NOTICE = "campaigns/demo/cases/notice.yml"
POSTER = "campaigns/demo/communities.yml"
TODAY = datetime.date(2026, 11, 24)
STAGES = {
    "accused": "accused",
    "first_instance": "first_instance",
    "final": "final\neffective: 2019-05",
    "withdrawn": "withdrawn\nwithdrawn_on: 2026-11-20\nwithdrawn_why: 原判决经再审撤销。",
}
READ = (
    "cases/index.md",
    "cases/notice.md",
    "index.md",
    "law.md",
    "law/c01.md",
    "feed.xml",
    "embed/help.html",
    "p/district/index.html",
    "p/street/index.html",
    "m/demo-poster/index.html",
    "m/demo-poster/demo-poster-A3.pdf",
)
UTF8 = lxml.html.HTMLParser(encoding="utf-8")
SAY = words("zh-CN", room="site")
FACTS = ("演示案", "有人收了钱。", "一份通报", "有关机关通报了一件事。")
"""What must be nowhere once the case is taken down."""


def _text(path: str, content: bytes) -> str:
    if path.endswith(".pdf"):
        with pypdfium2.PdfDocument(content) as document:
            return "".join(page.get_textpage().get_text_bounded() for page in document)
    said = content.split(b"---", 2)[-1]  # without front matter
    return " ".join(lxml.html.fromstring(said, parser=UTF8).text_content().split())


@pytest.fixture(scope="module", params=STAGES)
def told(request: pytest.FixtureRequest, tmp_path_factory) -> tuple[str, dict[str, str]]:
    """The stage, and the text of every file in which a reader may meet the case."""
    stage = request.param
    root = base_site(tmp_path_factory.mktemp(stage) / "site")
    edits = [{"file": NOTICE, "old": "stage: penalty", "new": f"stage: {STAGES[stage]}"}]
    if stage != "withdrawn":  # a material of a case that was taken down is an error, E307
        edits.append({"file": POSTER, "old": "    case: door", "new": "    case: notice"})
    apply(root, {"edit": edits})
    checked = road.load_and_check(read_settings(root / "mkdocs.yml"), TODAY)
    assert not checked.problems
    wanted = [one for one in road.plan(checked) if one.path in READ or isinstance(one.body, Stream)]
    files = road.render(checked, wanted, RenderCache(Path(root / "build")))
    return stage, {one.path: _text(one.path, content) for one, content in files if one.path in READ}


def test_every_file_is_read(told):
    assert set(told[1]) == set(READ)


def test_the_page_says_how_far_it_has_got_and_what_that_means(told):
    stage, files = told
    page = files["cases/notice.md"]
    if stage == "withdrawn":
        assert SAY["case_withdrawn_lead"] in page
        assert "2026年11月20日撤下" in page
        assert "原判决经再审撤销。" in page
        return
    note = SAY[f"stage_{stage}_note"].format(day="2019年5月")
    assert page.index(SAY[f"stage_{stage}"]) < page.index(note) < page.index("有人收了钱。")
    assert (SAY["findings_accused"] in page) == (stage == "accused")


def test_lists_and_the_feed_say_the_stage(told):
    stage, files = told
    if stage != "withdrawn":
        for path in ("cases/index.md", "index.md", "m/demo-poster/index.html"):
            assert SAY[f"stage_{stage}"] in files[path], path
        assert f"【{SAY[f'stage_{stage}']}】有关机关通报了一件事。" in files["feed.xml"]
    else:
        assert "案例：已经撤下" in files["feed.xml"]
        assert "原判决经再审撤销。" in files["feed.xml"]


def test_a_sheet_says_what_may_still_change(told):
    stage, files = told
    sheet = "".join(files["m/demo-poster/demo-poster-A3.pdf"].split())
    for one in ("accused", "first_instance"):
        assert (words("zh-CN")[f"sheet_of_{one}"] in sheet) == (stage == one)


def test_what_was_taken_down_is_told_nowhere(told):
    stage, files = told
    for path, text in files.items():
        for fact in FACTS:
            # Frames of other sites and the pages of places tell of no case at any stage.
            silent = stage == "withdrawn" or path.startswith(("embed/", "p/"))
            assert not (silent and fact in text), (path, fact)
    assert (FACTS[1] in files["cases/notice.md"]) == (stage != "withdrawn")
