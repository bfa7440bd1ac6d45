"""What people are asked to do: one to five entries, an order, a list or prohibitions, on pages, in
link previews and in transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from handbill.compose.artifacts import Stream
from handbill.compose.local_pages import local_pages
from handbill.compose.pages import compose_pages
from handbill.compose.part import Part
from handbill.compose.social_images import social_cards
from handbill.edition.edition import Edition
from handbill.load.templates import load_looks
from handbill.render.pages import PageRenderer
from handbill.render.typst import SheetRenderer

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
ACTIONS = ["不上楼", "不飞线", "不过夜", "不改装", "不堵门"]


def told(edition: Edition, **changes: Any) -> Edition:
    """The edition with other words of campaign.yml."""
    file = edition.files.campaign
    value = file.value.model_copy(update=changes)
    return replace(edition, files=replace(edition.files, campaign=file.changed(value)))


class Alone:
    """An edition at its own place, as if there were no other."""

    def __init__(self, edition: Edition) -> None:
        self.edition = replace(edition, place=replace(edition.place, ancestors=()))
        self.names = {edition.place.id: edition.place.name}
        self.below = {None: [edition.place.id]}

    def at(self, _: Iterable[str]) -> Iterator[Edition]:
        yield self.edition


def local_page(edition: Edition) -> str:
    every = Alone(edition)
    [page, *_] = local_pages(Part(edition, "", ()), every)  # type: ignore[arg-type]
    assert isinstance(page.body, Stream)
    [(_, text)] = PageRenderer(TEMPLATES).stream(page.body)
    return text


@pytest.mark.parametrize(
    ("count", "heading"), [(1, "一步"), (2, "两步"), (3, "三步"), (4, "四步"), (5, "五步")]
)
def test_a_page_counts_the_steps_of_an_order(edition: Edition, count: int, heading: str) -> None:
    page = local_page(told(edition, action=ACTIONS[:count], steps=None))
    assert f"<h2>{heading}</h2>" in page
    [steps] = re.findall(r'<ol class="q-steps l-steps">(.*?)</ol>', page, re.DOTALL)
    assert re.findall("<strong>(.*?)</strong>", steps) == ACTIONS[:count]


@pytest.mark.parametrize("count", [1, 3, 5])
@pytest.mark.parametrize(
    ("form", "heading", "signs"), [("list", "请这样做", 0), ("prohibitions", "不要这样做", 1)]
)
def test_what_is_no_order_has_no_numbers(
    edition: Edition, count: int, form: str, heading: str, signs: int
) -> None:
    sentences = [f"{one}。" for one in ACTIONS[:count]]
    page = local_page(told(edition, action=ACTIONS[:count], steps=sentences, action_form=form))
    [actions] = re.findall(
        rf'<h2 id="actions">{heading}</h2>\n<ul[^>]*>(.*?)</ul>', page, re.DOTALL
    )
    assert re.findall("<strong>(.*?)</strong><br>(.*?)<", actions) == [
        (one, f"{one}。") for one in ACTIONS[:count]
    ]
    assert actions.count("<svg") == signs * count
    assert '<ol class="q-steps l-steps">' not in page


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_transcript_has_the_steps_in_one_sentence(edition: Edition, count: int) -> None:
    [sentence, *numbers] = told(edition, action=ACTIONS[:count]).action_lines()
    assert sentence == "，".join(ACTIONS[:count]) + "。"
    assert len(numbers) == len(edition.campaign.numbers)


@pytest.mark.parametrize("form", ["order", "list", "prohibitions"])
@pytest.mark.parametrize("count", [1, 5])
def test_a_link_preview_shows_them(
    edition: Edition, form: str, count: int, renderer: SheetRenderer
) -> None:
    changed = told(edition, action=ACTIONS[:count], action_form=form)
    part, looks = Part(changed, "", ()), load_looks().by_name
    [home] = [
        picture
        for path, picture in social_cards(part, list(compose_pages(part, {})), looks)
        if path == "index.md"
    ]
    shown = home.body.data["sheets"][0]
    assert (shown["aside"]["kind"], shown["aside"]["items"]) == (form, ACTIONS[:count])
    [drawn] = renderer.png(home.body.kind, home.body.data)
    assert drawn
