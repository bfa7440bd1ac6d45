"""Numbers and addresses on pages from right to left stand in elements from left to right."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbill.publish.isolates import isolate_runs
from handbill.render.isolates import isolated

PAGE = "<html lang=ar dir=rtl><body>{}</body></html>"


@pytest.mark.parametrize(
    "run",
    ["0712-234-5678", "+86 712 234 5678", "0300 123 2040", "400 810 5555", "2026-11-30",
     "heat.example.org/p/here", "https://heat.example.org/ar/?a=1", "name@heat.example.org",
     "210 × 297 mm", "A4", "PDF", "Jinhu Library", "Médecins à Genève"],
)  # fmt: skip
def test_a_run_is_set_apart_without_the_marks_around_it(run: str) -> None:
    made = isolated(PAGE.format(f"<p>اتصل على {run}، الآن. {run}.</p>"))
    assert made == PAGE.format(
        f'<p>اتصل على <bdi dir="ltr">{run}</bdi>، الآن. <bdi dir="ltr">{run}</bdi>.</p>'
    )
    assert isolated(made) == made


@pytest.mark.parametrize(
    "untouched",
    [
        "<p>اتصل على 110 أو 12:30، 3–5</p>",
        '<a href="tel:0712-234-5678" title="0712-234-5678">اتصل</a>',
        "<title>A4 2026-11-30</title><style>a-b{c:d}</style><script>a = 1-2-3</script>",
        "<svg><text>A4</text></svg><select><option>A4</option></select><!-- 2026-11-30 -->",
        "<p>&nbsp;&lt;ماء&gt; &amp; ظل</p>",
    ],
)
def test_what_is_no_text_of_a_page_stays(untouched: str) -> None:
    assert isolated(PAGE.format(untouched)) == PAGE.format(untouched)


def test_what_html_writes_in_its_own_way_is_read_as_text() -> None:
    made = isolated("<p>a.org/?x=1&amp;y=2 &lt;ماء&gt;</p>")
    assert made == '<p><bdi dir="ltr">a.org/?x=1&amp;y=2</bdi> &lt;ماء&gt;</p>'


def test_pages_from_left_to_right_are_not_touched(tmp_path: Path) -> None:
    turned, other = tmp_path / "ar" / "index.html", tmp_path / "index.html"
    turned.parent.mkdir()
    turned.write_bytes(b'<!doctype html>\n<html lang="ar" dir="rtl">\r\n<p>2026-11-30</p></html>')
    other.write_bytes(b'<html lang="zh-CN" dir="ltr"><p lang="ar" dir="rtl">2026-11-30</p></html>')
    before = other.read_bytes()
    isolate_runs(tmp_path)
    assert turned.read_bytes().endswith(b'>\r\n<p><bdi dir="ltr">2026-11-30</bdi></p></html>')
    assert other.read_bytes() == before
