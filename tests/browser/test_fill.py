"""A sheet is filled in in its page, printed and saved; nothing is sent, and nothing kept unasked."""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import escape as html_escape
from pathlib import Path
from typing import Any, TypeAlias

import phonenumbers
import pymupdf
import pytest
import zxingcpp
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from PIL import Image
from pydantic import ValidationError
from waiting import until

from handbill.model.place import Contact
from handbill.words.gallery import WORDS
from handbill.words.telephones import form_of, read

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
POINT = 25.4 / 72
"""mm."""
OFFICE = "河东街道和平里社区综合治理中心办公室联"
PAGE = "https://example.net/heping/"
POSTER = "m/communities-poster/"
STORED = "() => localStorage.length + sessionStorage.length"


def typed(page: Any, values: dict[str, str]) -> None:
    """Types into the form as a person does, and waits until the sheet says it."""
    for name, value in values.items():
        page.locator(f'[name="{name}"]').fill(value)
    first = next(iter(values.values()))
    page.locator(".hb-sheet text", has_text=first).first.wait_for(state="attached")


def on_paper(page: Any) -> pymupdf.Document:
    return pymupdf.open(stream=page.pdf(prefer_css_page_size=True, print_background=True))


def pixels(
    document: pymupdf.Document, clip: pymupdf.Rect | None = None, page: int = 0
) -> Image.Image:
    pixmap = document[page].get_pixmap(dpi=150, clip=clip)
    return Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)


def words(document: pymupdf.Document) -> list[tuple[int, pymupdf.Rect, str]]:
    """Each line of text with its page and where it stands there."""
    return [
        (page.number, pymupdf.Rect(line["bbox"]), "".join(span["text"] for span in line["spans"]))
        for page in document
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
    ]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def filled_in(tab: Any, values: dict[str, str], paper: tuple[float, float], pages: int = 1) -> None:
    """What holds of every sheet that is filled in: it is printed whole on its paper, the words can
    be read by a program, and each stands on bare ground."""
    typed(tab.page, values)
    with on_paper(tab.page) as document:
        assert len(document) == pages
        for page in document:
            size = (page.rect.width * POINT, page.rect.height * POINT)
            assert size == pytest.approx(paper, abs=0.3)
        text = squeezed("".join(page.get_text() for page in document))
        found = words(document)
    for value in values.values():
        assert squeezed(value) in text or squeezed(value).split("://")[-1].strip("/") in text
    tab.page.evaluate("document.querySelectorAll('.hb-sheet text').forEach((one) => one.remove())")
    with on_paper(tab.page) as document:
        assert found
        for page, where, line in found:
            ground = pixels(document, where, page).getcolors()
            assert ground and len(ground) == 1, (line, where)


def test_a_poster_is_filled_in_printed_and_forgotten(open_tab: OpenTab, address: str) -> None:
    with open_tab(POSTER) as tab:
        assert tab.page.locator(".hb-specimen").is_visible()
        values = {
            "publisher": OFFICE,
            "name": "河东街道和平里社区",
            "contacts.committee.number": "027-83211234",
            "contacts.police-station.number": "027-83215678",
            "website": PAGE,
            "valid_until": "2027-06-30",
        }
        typed(tab.page, values)
        assert not tab.page.locator(".hb-specimen").is_visible()
        with on_paper(tab.page) as document:
            [code] = zxingcpp.read_barcodes(pixels(document))
            assert code.text == PAGE
        filled_in(tab, values, (210, 297))
        assert tab.faults == [] and tab.page.evaluate(STORED) == 0
        assert tab.page.context.cookies() == []
        assert all(one.startswith(address) for one in tab.requests)
        asked = [one for one in tab.requests if one.endswith(".woff2")]
        assert 0 < len(asked) < 40  # of more than two hundred
        assert not [one for one in tab.requests if "example.net" in one]


def test_a_specimen_stays_one_until_all_is_there(open_tab: OpenTab) -> None:
    marks = ".hb-sheet [data-typst-label^='hb-specimen']"
    with open_tab(POSTER) as tab:
        typed(tab.page, {"publisher": OFFICE})
        assert tab.page.locator(marks).first.is_visible()
        typed(tab.page, {"publisher": OFFICE, "website": PAGE.rstrip("/")[8:]})
        assert tab.page.locator(marks).first.is_visible()  # that is no address
        assert tab.page.locator('[name="website"]').get_attribute("aria-invalid") == "true"
        tab.page.locator('[name="website"]').fill(PAGE)
        tab.page.locator(marks).first.wait_for(state="hidden")
        tab.page.locator('[name="publisher"]').fill("")
        tab.page.locator(marks).first.wait_for(state="visible")


def test_a_letter_has_the_numbers_of_the_place(open_tab: OpenTab) -> None:
    values = {
        "publisher": OFFICE,
        "contacts.committee.number": "027-83211234",
        "contacts.police-station.number": "027-83215678",
    }
    with open_tab("m/communities-letter/") as tab:
        filled_in(tab, values, (210, 297))
        tab.page.locator("[name=date]").fill("2027-01-05")
        tab.page.locator(".hb-sheet text", has_text="2027年1月5日").wait_for()


def test_numbers_are_checked_as_those_of_places_are(open_tab: OpenTab) -> None:
    numbers = [
        "110", "12345", "027-83211234", "(027) 83211234", "02783211234", "83211234",
        "+86 27 83211234", "13812345678", "400-123-4567", "027-8321123", "95588", "1234567",
        "027-83211234转801", "0717-6221234", "+44 20 7946 0018", "call us", "12",
    ]  # fmt: skip
    said = {}
    with open_tab("m/communities-letter/") as tab:
        number = tab.page.locator('[name="contacts.committee.number"]')
        for one in numbers:
            number.fill(one)
            said[one] = number.get_attribute("aria-invalid") == "true"
        number.fill("13812345678")
        told = tab.page.locator('[name="contacts.committee.number"] + .hb-fillin-said')
        assert told.text_content() == WORDS["fill_mobile"][0]
    for one, wrong in said.items():
        try:
            Contact(number=one)
            expected = bool(read(one, ["CN"]).fault)
        except ValidationError:
            expected = True
        assert wrong == expected, one


def test_numbers_of_other_countries_are_checked_as_they_dial(open_tab: OpenTab) -> None:
    """Valid numbers as they are written in the country and abroad, without the prefix, and too long:
    the page says what `check` says, of an office's and of a free number."""
    wrong, expected = {}, {}
    types = (PhoneNumberType.FIXED_LINE, PhoneNumberType.TOLL_FREE)
    with open_tab("") as tab:
        html: list[str] = []

        def of_country(route: Any) -> None:
            route.fulfill(body=html[0], content_type="text/html")

        address = tab.page.url + "m/communities-letter/"
        page = tab.page.request.get(address).text()
        facts = re.search(r"&#34;telephone&#34;: (\[.*?\}\])", page)
        assert facts
        tab.page.route(address, of_country)
        for country in ("US", "GB", "AU", "FR", "DE", "IN", "JP", "KE"):
            form = html_escape(json.dumps([form_of(country)]))
            html[:] = [page.replace(facts[1], form)]
            tab.page.goto(address)
            number = tab.page.locator('[name="contacts.committee.number"]')
            for one in types:
                example = phonenumbers.example_number_for_type(country, one)
                assert example
                bare = phonenumbers.national_significant_number(example)
                written = phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL)
                abroad = phonenumbers.format_number(example, PhoneNumberFormat.INTERNATIONAL)
                for text in (written, abroad, bare, written + "1111"):
                    number.fill(text)
                    wrong[country, text] = number.get_attribute("aria-invalid") == "true"
                    expected[country, text] = bool(read(text, [country]).fault)
    assert wrong == expected
    assert 0 < sum(wrong.values()) < len(wrong)


@pytest.mark.parametrize("day", ["2020-01-01", "2099-01-01"])
def test_a_day_is_neither_past_nor_after_the_last_of_the_sheet(open_tab: OpenTab, day: str) -> None:
    with open_tab(POSTER) as tab:
        typed(tab.page, {"publisher": OFFICE, "valid_until": day})
        said = tab.page.locator("[name=valid_until] + .hb-fillin-said").text_content()
        assert "2027-11-30" in said
        with on_paper(tab.page) as document:
            assert day not in document[0].get_text()


def test_only_who_asks_for_it_is_remembered(open_tab: OpenTab) -> None:
    with open_tab(POSTER) as tab:
        tab.page.locator("[data-keep]").check()
        typed(tab.page, {"publisher": OFFICE})
        until(tab.page, f"() => ({STORED})() === 1")
        tab.page.goto(tab.page.url.replace("communities-poster", "communities-banner"))
        assert tab.page.locator('[name="publisher"]').input_value() == OFFICE
        tab.page.locator("[data-forget]").click()
        assert tab.page.evaluate(STORED) == 0
        assert tab.page.locator('[name="publisher"]').input_value() == ""


def test_it_is_saved_as_picture_and_pdf(open_tab: OpenTab, tmp_path: Path) -> None:
    with open_tab(POSTER) as tab:
        typed(tab.page, {"publisher": OFFICE, "website": PAGE})
        for name in ("png", "pdf"):
            with tab.page.expect_download() as waiting:
                tab.page.locator(f"[data-do={name}]").click()
            waiting.value.save_as(tmp_path / f"a.{name}")
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.size == (2480, 3508)  # A4 at 300 dpi
        assert [one.text for one in zxingcpp.read_barcodes(picture)] == [PAGE]
    with pymupdf.open(tmp_path / "a.pdf") as document:
        assert len(document) == 1
        assert tuple(document[0].rect)[2:] == pytest.approx((595.28, 841.89), abs=0.01)
        assert OFFICE in squeezed(document[0].get_text())
        [where] = [rect for _, rect, line in words(document) if OFFICE in line]
        ground = pixels(document, where).getcolors(10_000)
        assert ground and len(ground) > 5  # the words are drawn where they are told


@pytest.mark.parametrize("material", ["communities-poster", "communities-comic"])
def test_another_size_is_filled_in_on_its_own_paper(
    open_tab: OpenTab, tmp_path: Path, material: str
) -> None:
    values = {"publisher": OFFICE, "contacts.committee.number": "027-83211234", "website": PAGE}
    with open_tab(f"m/{material}/") as tab:
        typed(tab.page, values)
        tab.page.locator("[data-size]").select_option(label="A3")
        tab.page.locator('.hb-sheet svg[viewBox*="1190"]').wait_for()
        assert tab.page.locator(".hb-sheet").count() == 1
        with tab.page.expect_download() as waiting:
            tab.page.locator("[data-do=pdf]").click()
        waiting.value.save_as(tmp_path / "a3.pdf")
        filled_in(tab, values, (297, 420))
        tab.page.locator("[data-size]").select_option(label="A4")
        tab.page.locator('.hb-sheet svg[viewBox*="841"] text', has_text=OFFICE[:4]).first.wait_for()
        with on_paper(tab.page) as document:
            assert document[0].rect.width * POINT == pytest.approx(210, abs=0.3)
        assert tab.faults == []
    with pymupdf.open(tmp_path / "a3.pdf") as document:
        assert tuple(document[0].rect)[2:] == pytest.approx((841.89, 1190.55), abs=0.01)


SHARES = """
navigator.canShare = ({ files }) => files.every((one) => one.type === "image/png");
navigator.share = async ({ files: [one] }) => {
  const data = new FileReader();
  data.onload = () => { window.shared = [one.name, data.result] };
  data.readAsDataURL(one);
};
"""


def test_one_long_picture_is_shared_or_saved(
    open_tab: OpenTab, address: str, tmp_path: Path
) -> None:
    with open_tab("") as tab:
        tab.page.goto(f"{address}m/schools-card/")
        typed(tab.page, {"publisher": OFFICE, "website": PAGE})
        tab.page.evaluate("navigator.canShare = undefined")
        with tab.page.expect_download() as waiting:
            tab.page.locator("[data-do=chat]").click()
        waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
        tab.page.evaluate(f"() => {{ {SHARES} }}")
        tab.page.locator("[data-do=chat]").click()
        until(tab.page, "() => window.shared")
        name, data = tab.page.evaluate("window.shared")
        assert tab.faults == []
    assert name == "schools-card.png"
    saved = (tmp_path / name).read_bytes()
    assert base64.b64decode(data.partition(",")[2]) == saved
    with Image.open(io.BytesIO(saved)) as picture:
        # Two sides of A6, one under the other.
        assert picture.width == 1080 and picture.height == pytest.approx(
            2 * 1080 * 148 / 105, abs=3
        )
        assert [one.text for one in zxingcpp.read_barcodes(picture)] == [PAGE]


def test_from_a_disk_and_on_a_phone(chromium: Any, built: Path) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((built / POSTER / "index.html").as_uri())
    typed(page, {"publisher": OFFICE, "website": PAGE})
    with on_paper(page) as document:
        assert len(document) == 1 and OFFICE in squeezed(document[0].get_text())
        assert [one.text for one in zxingcpp.read_barcodes(pixels(document))] == [PAGE]
    with page.expect_download():
        page.locator("[data-do=png]").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(STORED) == 0 and faults == []
    context.close()


def test_without_a_script_the_sheet_has_blanks_and_no_form(open_tab: OpenTab) -> None:
    with open_tab(POSTER, java_script_enabled=False) as tab:
        assert not tab.page.locator("form.hb-fillin").is_visible()
        assert tab.page.locator(".hb-sheet img").is_visible()


def test_codes_are_read_whatever_their_length(open_tab: OpenTab) -> None:
    with open_tab(POSTER) as tab:
        typed(tab.page, {"publisher": OFFICE})
        for length in (10, 20, 40, 60, 80, 100, 120, 150, 170, 200):
            text = ("https://example.net/" + "heping-" * 30)[:length]
            made = tab.page.evaluate("(text) => window.hbPaper.code(text)", text)
            side = 4 * (made["count"] + 8)
            picture = Image.new("L", (side, side), 255)
            for x, y in re.findall(r"M(\d+) (\d+)", made["path"]):
                left, top = 4 * (int(x) + 4), 4 * (int(y) + 4)
                picture.paste(0, (left, top, left + 4, top + 4))
            assert [one.text for one in zxingcpp.read_barcodes(picture)] == [text]


def test_the_scripts_are_light(built: Path) -> None:
    names = ("fill.js", "sheets.js", "paper.js")
    scripts = [(built / "assets" / name).read_bytes() for name in names]
    assert sum(len(gzip.compress(one, 9)) for one in scripts) <= 20_000


SET = ("schools-poster", "schools-notice", "schools-comic", "schools-card", "schools-newspaper")


def test_a_set_is_chosen_filled_in_once_and_printed_with_a_cover(
    open_tab: OpenTab, address: str
) -> None:
    with open_tab("set/") as tab:
        page = tab.page
        page.locator("details", has=page.locator("[data-of=schools]")).locator("summary").click()
        for name in SET:
            page.locator(f'[data-source*=\'"id": "{name}"\']').check()
        assert page.url.endswith("#m=" + ",".join(sorted(SET, key=page.url.index)))
        typed(page, {"publisher": OFFICE, "website": PAGE})
        with on_paper(page) as document:
            papers = [(one.rect.width * POINT, one.rect.height * POINT) for one in document]
            texts = [squeezed(one.get_text()) for one in document]
        # A cover, four sheets on A4, of which one lies across, and a card with two sides.
        assert sorted((round(width), round(height)) for width, height in papers) == sorted(
            [(210, 297)] * 4 + [(105, 148)] * 2 + [(297, 210)]
        )
        assert "2027-11-30" in texts[0] and OFFICE not in texts[0]
        assert sum(OFFICE in one for one in texts) == len(SET)
        shared = page.url
        assert all(one.startswith(address) for one in tab.requests)
        page.goto("about:blank")
        page.goto(shared)
        page.locator(".hb-sheet text").first.wait_for()
        assert page.locator(".hb-set-desk figure").count() == len(papers)
        page.locator('[data-role=""]').click()
        assert page.url.endswith("#m=")
        assert tab.faults == []


def test_six_sheets_for_a_school_are_ten_actions_away(open_tab: OpenTab, tmp_path: Path) -> None:
    values = {
        "publisher": OFFICE,
        "name": "和平路中学",
        "contacts.school-security.number": "027-83211234",
        "contacts.police-station.number": "027-83215678",
        "website": PAGE,
    }
    actions = 1
    with open_tab("") as tab:
        page = tab.page

        def click(button: str) -> None:
            nonlocal actions
            page.locator(button).first.click()
            actions += 1

        click('main a[href$="schools/"]')
        click('main a[href$="set/#for=schools"]')
        page.locator(".hb-set-desk figure").first.wait_for()
        page.evaluate("window.print = () => { window.printed = true }")
        chosen = page.locator("[data-source]:checked")
        assert [one.get_attribute("data-of") for one in chosen.all()] == ["schools"] * 6
        typed(page, values)
        actions += len(values)
        click("[data-do=print]")
        until(page, "() => window.printed")
        on_desk = page.locator(".hb-set-desk figure").count()
        with page.expect_download() as waiting:
            click("[data-do=pdf]")
        waiting.value.save_as(tmp_path / "set.pdf")
        titles = [one.inner_text() for one in page.locator("label:has(:checked)").all()[:6]]
        assert actions == 10 and tab.faults == []
        with on_paper(page) as printed, pymupdf.open(tmp_path / "set.pdf") as saved:
            assert len(printed) == len(saved) == on_desk == 8
            for document in (printed, saved):
                sizes = [
                    (round(one.rect.width * POINT), round(one.rect.height * POINT))
                    for one in document
                ]
                a4, a3, a6 = (210, 297), (297, 420), (105, 148)
                # Cover; poster, case, notice, comic, letter; and a card with two sides.
                assert sizes == [a4, a4, a3, a4, a4, a4, a6, a6]
                cover, *sheets = [squeezed(one.get_text()) for one in document]
                assert all(squeezed(title) in cover for title in titles)
                assert cover.count("2027-11-30") == 6
                # The imprint of a card is on its second side.
                assert [OFFICE in one for one in sheets] == [True] * 5 + [False, True]
                assert sum("027-83211234" in one for one in sheets) >= 3


def test_a_notice_that_says_its_last_day_large_keeps_it(open_tab: OpenTab) -> None:
    with open_tab("m/communities-notice/") as tab:
        typed(tab.page, {"publisher": OFFICE})
        assert tab.page.locator('[name="valid_until"]').count() == 0
        assert tab.page.locator('[name="date"]').is_visible()
