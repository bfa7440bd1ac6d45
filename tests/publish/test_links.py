"""Every link of a finished site is followed, and only ours."""

from pathlib import Path

import pytest

from handbill.publish.links import LinkChecker


def site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def broken(
    folder: Path, url: str | None = "https://warn.example/base/", extra: tuple[str, ...] = ()
) -> list[tuple[str, int, str]]:
    return [(link.page, link.line, link.target) for link in LinkChecker(folder, url).broken(extra)]


@pytest.mark.parametrize(
    "target",
    [
        "b/",
        "b/index.html",
        "b/#there",
        "#here",
        "./",
        "b/?m=x.1",
        "b/#m=x,y",
        "/base/b/",
        "https://warn.example/base/b/#there",
        "https://elsewhere.example/nothing",
        "tel:110",
        "mailto:a@b.example",
        "sms:12110027?&body=x",
        "b/%E6%96%87.pdf",
        "",
    ],
)
def test_links_that_lead_somewhere(tmp_path: Path, target: str) -> None:
    folder = site(
        tmp_path,
        {
            "index.html": f'<p id="here"><a href="{target}">x</a>',
            "b/index.html": '<h1 id="there">x</h1>',
            "b/文.pdf": "",
        },
    )
    assert broken(folder) == []


@pytest.mark.parametrize(
    "target",
    [
        "c/",
        "b/#nowhere",
        "c/#m=x,y",
        "#nowhere",
        "../b/",
        "/b/",
        "b/missing.pdf",
        "https://warn.example/base/c/",
        "B/",
        "b/INDEX.html",
        "http://[",
        "%00",
        f"{'文' * 300}/",
        "%2e%2e/site/",
    ],
)
def test_links_that_lead_nowhere(tmp_path: Path, target: str) -> None:
    folder = site(
        tmp_path,
        {
            "index.html": f'<p id="here">\n<a href="{target}">x</a>',
            "b/index.html": '<h1 id="there">x</h1>',
        },
    )
    assert broken(folder) == [("index.html", 2, target)]


def test_images_sources_style_sheets_and_printed_addresses_count(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        {
            "index.html": '<img src="a.svg" srcset="b.png 1x, c.png 2x"><link href="s.css">',
            "s.css": "p { background: url(d.png) }\nq { background: url('data:,x') }",
            "c.png": "",
        },
    )
    assert broken(folder, extra=("https://warn.example/base/m/x/",)) == [
        ("index.html", 1, "a.svg"),
        ("index.html", 1, "b.png"),
        ("s.css", 1, "d.png"),
        ("QR", 0, "https://warn.example/base/m/x/"),
    ]


def test_files_that_hold_no_element_or_no_utf_8_have_no_links(tmp_path: Path) -> None:
    folder = site(tmp_path, {"index.html": "<!-- to be written -->", "empty.html": " \n"})
    (folder / "old.css").write_bytes("/* 样式 */ p { color: red }".encode("gb18030"))
    assert broken(folder) == []


def test_a_page_that_is_served_anywhere_may_link_from_the_root(tmp_path: Path) -> None:
    folder = site(tmp_path, {"404.html": '<a href="/base/">x</a>', "index.html": ""})
    assert broken(folder) == []
