"""Page templates: everything is escaped, nothing undefined is printed, blanks become rules."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handbill.model.telephone import dialled
from handbill.model.text import BLANK
from handbill.problems import ProblemsFound
from handbill.render.pages import BLANK_HTML, PageRenderer, by_sense, markdown_html

SITE: dict[str, Any] = {
    "say": {"blank": "待填写"},
    "page": {"root": "../../"},
    "site": {"prefix": "", "lang": "zh-CN"},
}
Render = Callable[..., str]


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Renders a template given as text."""

    def one(template: str, front_matter: dict[str, Any] | None = None, **data: Any) -> str:
        (tmp_path / "page.html.j2").write_text(template, "utf-8")
        return PageRenderer(tmp_path).render(
            "page.md", "page.html.j2", {**SITE, **data}, front_matter
        )

    return one


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '" onload="x', "a & b", "{{ 7 }}"]
)
def test_text_is_escaped_and_never_a_template(render: Render, hostile: str) -> None:
    html = render('<p title="{{ text }}">{{ text }}</p>', text=hostile)
    document = _Reader.read(html)
    assert document.tags == ["p"]
    assert document.attributes == {"title": hostile}
    assert document.text == hostile


def test_a_blank_becomes_an_element_and_the_rest_stays_escaped(render: Render) -> None:
    assert render("{{ text }}", text=f"<电话>{BLANK}") == "&lt;电话&gt;" + str(
        BLANK_HTML.format("待填写")
    )


def test_a_blank_in_an_attribute_is_a_low_line(render: Render) -> None:
    assert (
        render('<img alt="{{ text | plain }}">', text=f"发布：{BLANK}") == '<img alt="发布：＿＿">'
    )


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ nobody }}", "page.html.j2:1: 'nobody' is undefined"),
        ("\n{{ site.nobody }}", "page.html.j2:2: 'dict object' has no attribute 'nobody'"),
        ("{{ nothing }}", "page.html.j2:1: None would be printed"),
        ("\n\n{% if %}", "page.html.j2:3: Expected an expression, got 'end of statement block'"),
    ],
)
def test_a_template_that_fails_names_its_line(render: Render, template: str, said: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        render(template, nothing=None)
    [problem] = found.value.problems
    assert (problem.code, problem.details) == ("E706", {"page": "page.md", "said": said})


def test_links_are_relative_to_the_page(render: Render) -> None:
    assert (
        render('{{ "law/#C01" | link }} {{ "assets/site.css" | asset }}')
        == "../../law/#C01 ../../assets/site.css"
    )
    assert (
        render(
            '{{ "law/" | link }} {{ "a.css" | asset }}',
            site={"prefix": "fire/"},
            page={"root": "../"},
        )
        == "../fire/law/ ../a.css"
    )
    assert render('{{ "" | link }}', page={"root": ""}) == "./"


def test_dates_are_written_out(render: Render) -> None:
    day = datetime.date(2026, 1, 9)
    assert render("{{ day | day }}", day=day) == '<time datetime="2026-01-09">2026年1月9日</time>'
    assert (
        render("{{ day | day }}", day=day, site={"prefix": "", "lang": "en"})
        == '<time datetime="2026-01-09">9 January 2026</time>'
    )


def parts(render: Render, title: str | list[str]) -> list[str]:
    return [
        part.removeprefix('<span class="hb-sense">')
        for part in render("{{ title | by_sense }}", title=title).split("</span>")
        if part
    ]


def test_titles_break_by_sense(render: Render) -> None:
    assert parts(render, ["先交钱、拉人头、", "层层返？先停一停"]) == [
        "先交钱、拉人头、",
        "层层返？先停一停",
    ]
    assert parts(render, "海报：先别敲门，打个电话") == ["海报：", "先别敲门，", "打个电话"]
    assert parts(render, "他说“没事。”我不信") == ["他说“没事。”", "我不信"]
    assert parts(render, "面试地址换了三次") == ["面试地址换了三次"]


@given(st.text(alphabet="先交钱，。？！：；“”（）a<&", max_size=30))
def test_breaking_by_sense_loses_nothing(title: str) -> None:
    nothing: Any = {}
    assert _Reader.read(str(by_sense(nothing, title))).text == title


def test_editors_markdown_passes_an_allow_list() -> None:
    html = markdown_html(
        "# 标题\n\n**重点** [看](javascript:alert(1)) "
        "[好](https://example.org/)\n\n<img src=x onerror=y><style>p{}</style>"
        "<p style='color:red'>字</p>"
    )
    assert "<h3>标题</h3>" in html
    assert "<strong>重点</strong>" in html
    assert 'href="https://example.org/"' in html
    for refused in ("javascript", "<img", "<style", "style=", "onerror"):
        assert refused not in html


def test_numbers_are_dialled_without_their_spaces() -> None:
    assert dialled("027-8390 1234") == "tel:02783901234"
    assert dialled("+44 300 123 2040") == "tel:+443001232040"


front_matter = st.recursive(
    st.text(max_size=20) | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(value=front_matter)
def test_front_matter_comes_back_as_it_was_given(
    value: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "body.j2").write_text("body", "utf-8")
    text = PageRenderer(folder).render("page.md", "body.j2", {}, {"value": value})
    head, body = text.removeprefix("---\n").rsplit("---\n", 1)
    assert yaml.safe_load(head) == {"value": value}
    assert body == "body"


def test_markdown_leaves_a_page_of_html_as_it_is(render: Render) -> None:
    """Every page of ours is raw HTML to Markdown: what it would change, a reader would see."""
    html = render(
        '<section class="a">\n<h1>{{ text }}</h1>\n\n<p>{{ text }}</p>\n</section>',
        text="*重点* _x_ [a](b) `c` 1 < 2 &amp; “引”",
    )
    assert markdown.markdown(html, extensions=["md_in_html", "attr_list", "tables"]) == html


class _Reader(HTMLParser):
    """Tags, attributes and text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.text = ""

    @classmethod
    def read(cls, html: str) -> _Reader:
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data
