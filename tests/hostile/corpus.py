"""Hostile and clumsy input, by family: each case changes one thing of the small valid site, and says
what must come of it.

refused: `handbill check` finds an error. warned: it finds warnings alone. accepted: nothing; what
is written is only text, and stays text.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Outcome = Literal["refused", "warned", "accepted"]
Change = Callable[[Path], None]

PLACES = "campaigns/places/places.yml"
DEMO = "campaigns/demo"


@dataclass(frozen=True)
class Case:
    family: str
    name: str
    outcome: Outcome
    change: Change


def write(file: str, content: str | bytes) -> Change:
    def change(root: Path) -> None:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def edit(file: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert text.count(old) == 1, (file, old)
        (root / file).write_bytes(text.replace(old, new).encode("utf-8", "surrogatepass"))

    return change


def quoted(text: str) -> str:
    """A text in YAML's single quotes, in which nothing but themselves is special."""
    return "'" + text.replace("'", "''") + "'"


def cases() -> Iterator[Case]:
    """Every case of every family."""
    for family in FAMILIES:
        yield from (Case(family.__name__, *one) for one in family())


def many(outcome: Outcome, texts: list[str], change: Callable[[str], Change]) -> Iterator[tuple]:
    for text in texts:
        yield f"{text[:40]!a}", outcome, change(text)


def addresses() -> Iterator[tuple]:
    from test_address import DECEIVES, MALFORMED, SOUND

    def website(text: str) -> Change:
        return edit(
            PLACES, "publisher: 演示单位", f"publisher: 演示单位\n    website: {quoted(text)}"
        )

    def source(text: str) -> Change:
        return edit(
            f"{DEMO}/sources.yml", "short: 演示通报", f"short: 演示通报\n    url: {quoted(text)}"
        )

    for change in (website, source):
        yield from many("refused", [*DECEIVES, *MALFORMED], change)
        yield from many("accepted", SOUND, change)
    passing = ["https://www.gov.cn.evil.example/", "https://www.g0v.cn/", "https://gov-cn.com/x"]
    yield from many("warned", passing, website)


def addresses_in_texts() -> Iterator[tuple]:
    def text(value: str) -> Change:
        return edit(f"{DEMO}/communities.yml", "text: 要介绍别人进来。", f"text: {quoted(value)}")

    yield from many(
        "refused",
        [
            "见 https://www.gov.cn@evil.example/ 。",
            "见（https://www.gоv.cn/）。",
            "[看](https://user@evil.example)",
            "www.gоv.cn 可以查",
            "见 https://2130706433/ 。",
        ],
        text,
    )
    yield from many(
        "accepted",
        ["见 https://www.gov.cn/ 。", "www.gov.cn 可以查", "写信给 a@b.example 。"],
        text,
    )


def telephones() -> Iterator[tuple]:
    def number(text: str) -> Change:
        return edit(PLACES, "number: 110", f"number: {quoted(text)}")

    bad = """0 1 12 0000 00000 ١١٠ ১১০ ११० 〇〇〇 ⑪⓪ １１0 1.2E+10 #REF! #N/A ######## =A1 @SUM(A1) abc
    110;120 110/120 110, 000 0٢٧-81234567 130000 123456789012345 tel:110 *#06# -- 110转8001 Ⅰ00
    1١0 +٨٦110""".split()
    yield from many("refused", bad, number)
    yield from many("warned", ["010", "027", "027-1", "0411", "13000000000"], number)
    yield from many(
        "accepted",
        ["110", "12345", "96110", "027-81234567", "0411 82345678", "400-123-4567", " 110 "],
        number,
    )

    def sent_to(text: str) -> Change:
        day = "checked_on: 2026-11-23"
        told = f"publisher: 演示单位\n    text_message: {{number: {quoted(text)}, {day}}}"
        return edit(PLACES, "publisher: 演示单位", told)

    yield from many("refused", ["0", "00", "000", "1٢110", "12", "12１10", "1a110"], sent_to)
    yield from many("accepted", ["12110", "12110027"], sent_to)


LOST = """#REF! #N/A #VALUE! #DIV/0! #NUM! #NULL! #NAME? #SPILL! ######## Err:502 =A2 =cmd|'/c_calc'!A1
=HYPERLINK("x") @SUM(A1) +cmd|x!A1 -2+3+cmd|x!A1 - — / …""".split()


def names_of_places() -> Iterator[tuple]:
    quantities = ["0", "1.2E+10", "123", "12.5", "3e5"]

    def in_yaml(text: str) -> Change:
        return edit(PLACES, "name: 演示街道", f"name: {quoted(text)}")

    def in_table(text: str) -> Change:
        cell = '"' + text.replace('"', '""') + '"'
        return write("campaigns/places/places.csv", f"编号,名称,类别\nx1,{cell},村\n")

    for change in (in_yaml, in_table):
        yield from many("refused", [*LOST, *quantities], change)
        yield from many(
            "accepted", ["第12社区", "A区", "360公司", "O'Brien 村", "<b>村</b>", "#1 小区"], change
        )
    double = "编号,名称,类别,上级\nx1,演示街道,村,{}\n"
    table = "campaigns/places/places.csv"
    yield "same name, same parent", "warned", write(table, double.format("district"))
    yield "same name, other parent", "accepted", write(table, double.format("street"))


def cells() -> Iterator[tuple]:
    head = (
        "编号,名称,类别,发布单位,落款,网页地址,短信报警号码,派出所,派出所名称,派出所地址,核对岗位"
    )
    columns = head.split(",")[3:]
    for number, column in enumerate(columns):
        for bad in ("#REF!", "=1+1", "########"):
            cells = [""] * len(columns)
            cells[number] = bad
            row = ",".join(["x1", "某村", "村", *cells])
            content = f"{head}\n{row}\n"
            yield f"{column} {bad}", "refused", write("campaigns/places/places.csv", content)


def tables() -> Iterator[tuple]:
    def table(text: str) -> Change:
        return write("campaigns/places/places.csv", text)

    bad = [
        "",
        "\n\n",
        "x",
        "编号,名称,电活\nx,村,村\n",
        '编号,名称,类别\nx1,"某村,村\n',
        "编号,名称,类别\nx1,某村,村,多,多\n",
        "编号,名称,编号\nx1,某村,x2\n",
        "编号，名称，类别\nx1，某村，村\n",
        "标题,,\n编号,名称,类别\nx1,某村,村\n",
        "编号,名称,类别\nx1,某村,星球\n",
        "编号,名称,类别\n../x,某村,村\n",
        "编号,名称,类别\n0,某村,村\n",
        "编号,名称,类别\nCON,某村,村\n",
        "编号,名称,类别\nstreet,某村,村\n",
        "编号,名称,类别,上级\nx1,某村,村,nowhere\n",
        "编号,名称,类别,上级\nx1,某村,村,x1\n",
        "编号,名称,类别\nx1,某\u200b村,村\n",
        "编号,名称,类别\nx1,某\u202e村,村\n",
        "编号,名称,类别\nx1,某\0村,村\n",
        "编号,名称,类别\n" + "x,村,村\n" * 200_000,
    ]
    for number, text in enumerate(bad):
        yield f"table {number}", "refused", table(text)
    whole = "编号,名称,类别\nx1,某村,村\n"
    for encoding in ("utf-8-sig", "gb18030"):
        yield encoding, "accepted", table(whole.encode(encoding))  # type: ignore[arg-type]
    for encoding in ("utf-16", "utf-32"):
        yield encoding, "refused", table(whole.encode(encoding))  # type: ignore[arg-type]
    yield "CRLF", "accepted", table(whole.replace("\n", "\r\n"))
    yield "tabs", "accepted", table(whole.replace(",", "\t"))
    yield "a workbook by name", "refused", table(b"PK\x03\x04" + bytes(99))  # type: ignore[arg-type]


def yaml() -> Iterator[tuple]:
    def glossary(content: str | bytes) -> Change:
        return write(f"{DEMO}/glossary.yml", content)

    bad: list[str | bytes] = [
        "",
        "~",
        "- a\n",
        "a",
        "{",
        "[" * 10_000,
        "{a: " * 10_000,
        "a: &x b\nb: *x\n",
        "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n",
        "<<: {a: b}\n",
        "terms: !!python/object/apply:os.system [echo x]\n",
        "terms: !!python/name:os.system\n",
        "terms: !!binary aGk=\n",
        "terms: !local x\n",
        "--- \nterms: []\n--- \nterms: []\n",
        "terms: []\nterms: []\n",
        "? [a]\n: b\n",
        "terms: \tx\n",
        "\tterms: x\n",
        "terms：x\n",
        "terms:x\n",
        "terms: 'x\n",
        'terms: "\\u202e"\n',
        'terms: "\\x00"\n',
        "terms: a\u202eb\n",
        "terms: a\u200bb\n",
        "terms: \ufffd\n",
        "%YAML 9.9\n---\nterms: []\n",
        "terms: {x: y}\n",
        "terms: [1, [2]]\n",
        "terms:\n" + "  - x: y\n" * 5_000,
        "a: b\n" * 60_000,
        "".join(f"key{number}: x\n" for number in range(60_000)),
        "terms: " + "x" * 1_000_001,
        b"\xff\xfe\x00",
        b"\x00" * 100,
        b"PK\x03\x04" + bytes(99),
        b"\x80abc",
        "terms: [] # ".encode("utf-16"),
        "terms: 中\n".encode("gb18030"),
    ]
    for number, content in enumerate(bad):
        yield f"document {number}", "refused", glossary(content)


def markup() -> Iterator[tuple]:
    """Payloads in copy: text, and nothing else."""
    payloads = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;script&gt;",
        "javascript:alert(1)",
        "[x](javascript:alert(1))",
        "![x](//evil.example/x.png)",
        '#import "x": *',
        '#eval("1")',
        "$x^2$",
        "'; DROP TABLE x; --",
        "../../etc/passwd",
        "%s%s%n",
        "\\u202e",
        "<!--",
        "]]>",
        "<?xml?>",
    ]

    def text(value: str) -> Change:
        return edit(f"{DEMO}/communities.yml", "text: 要介绍别人进来。", f"text: {quoted(value)}")

    yield from many("accepted", payloads, text)
    yield from many("refused", ["{{7*7}}", "{% raw %}", "${7*7}", "\\input{x}"], text)


def ids() -> Iterator[tuple]:
    bad = """../x x/y x\\y CON nul com1 . .. -x x_y X 中文 0 00 x.y x%2f x:y ａ é""".split()

    def place(text: str) -> Change:
        return edit(PLACES, "id: street", f"id: {quoted(text)}")

    def material(text: str) -> Change:
        return edit(f"{DEMO}/communities.yml", "id: demo-poster", f"id: {quoted(text)}")

    bad += ["x" * 64, "x" * 5_000]
    yield from many("refused", [*bad, "all"], place)
    yield from many("refused", bad, material)


def versions() -> Iterator[tuple]:
    def version(text: str) -> Change:
        return edit(f"{DEMO}/campaign.yml", "version: 1.0", f"version: {quoted(text)}")

    yield from many(
        "refused", ["<script>alert(1)</script>", "1" * 3_000, "1.0&x=y", "1.0#", "?"], version
    )
    yield from many("accepted", ["1.0", "2026-11", "第2版", "v1.0（试行）", "1.0+b2"], version)


def catalogs() -> Iterator[tuple]:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

    def catalog(content: str | bytes) -> Change:
        return write(f"{DEMO}/locale/en.po", content)

    bad: list[str | bytes] = [
        head + 'msgid "x\nmsgstr "y"\n',
        head + 'msgid "x"\nmsgstr y\n',
        head + "garbage\n",
        head + 'msgstr "y"\nmsgid "x"\n"',
        head + 'msgid "停一停"\nmsgstr "{place.nmae}"\n',
        head + 'msgid "停一停"\nmsgstr "https://www.gov.cn@evil.example/"\n',
        head + 'msgid "停一停"\nmsgstr "a\u202eb"\n',
        head + 'msgid "停一停"\nmsgstr "\0"\n',
        head + "#" * 1_000_001,
        b"\xff\xfe",
        head.encode("utf-16"),
        b"PK\x03\x04" + bytes(99),
    ]
    for number, content in enumerate(bad):
        # A translation that is broken is left out and named; it stops nothing else.
        yield f"catalog {number}", "warned", catalog(content)
    for name in ("english.po", "en_US.po", "e.po", "en-.po"):
        yield name, "warned", write(f"{DEMO}/locale/{name}", head)
    yield "half translated", "warned", catalog(head + 'msgid "停一停"\nmsgstr "Stop"\n')


def settings() -> Iterator[tuple]:
    def site(new: str) -> Change:
        return edit("mkdocs.yml", "site_url: https://notices/", new)

    from test_address import DECEIVES

    for address in DECEIVES:
        yield f"site_url {address[:40]!a}", "refused", site(f"site_url: {quoted(address)}")
    for line in (
        "repo_url: 'javascript:alert(1)'",
        "copyright: '<a href=\"javascript:x\">x</a>'",
        "site_url: https://a.example/?x#y",
        "site_dir: campaigns",
        "site_dir: docs",
        "site_dir: .",
        "site_dir: ..",
    ):
        more = line if line.startswith("site_url") else f"site_url: https://notices/\n{line}"
        yield line, "refused", site(more)

    def plugin(options: str) -> Change:
        return edit("mkdocs.yml", "  - handbill", f"  - handbill: {options}")

    bad = [
        "{admn: true}",
        "{admin: 'yes'}",
        "{admin: 1}",
        "{leave: [a]}",
        "{leave: 'javascript:x'}",
    ]
    yield from many("refused", [*bad, "true", "[a]", "{campaigns: 7}"], plugin)
    yield "no plugin", "warned", edit("mkdocs.yml", "  - handbill", "  - search")
    for number, content in enumerate(
        (
            "",
            "- a\n",
            "x",
            "site_name: [x",
            "plugins: !!python/object/apply:os.system [x]\n: x",
            "[" * 9_999,
        )
    ):
        yield f"mkdocs.yml {number}", "refused", write("mkdocs.yml", content)


def strays() -> Iterator[tuple]:
    for name in """places/places.csv.txt places/places.txt places/places.numbers places/places.json
    places/说明.docx demo/places.csv demo/places.xlsx demo/schools2.docx demo/schools.csv demo/claims.txt
    demo/campaign.json demo/en.po demo/locale/en.po.txt demo/locale/..po demo/locale/en.docx
    demo/second/campaign.yml demo/cases/old/door.yml demo/cases/door.docx demo/help.wps demo/x.pages
    campaign.yml places.csv en.po""".split():
        yield name, "warned", write(f"campaigns/{name}", "x")
    for (
        name
    ) in """demo/README.md demo/campaign.yml.bak demo/claims.yml~ demo/.DS_Store demo/~$x.docx
    demo/._en.po demo/notes.txt demo/picture.png places/LICENSE demo/cases/x.yml.orig""".split():
        yield name, "accepted", write(f"campaigns/{name}", "x")
    for name in ("demo/x.yaml", "demo/x.YML", "demo/x.yml.txt", "demo/社区.yml", "places/x.xlsx"):
        yield name, "refused", write(f"campaigns/{name}", "x")


def _of(file: str) -> str:
    """What becomes of a file that may not be read: a translation is left out, all else stops."""
    return "warned" if file.endswith(".po") else "refused"


def no_files() -> Iterator[tuple]:
    if not hasattr(os, "mkfifo"):
        return
    for file in (
        f"{DEMO}/extra.yml",
        f"{DEMO}/cases/pipe.yml",
        f"{DEMO}/locale/en.po",
        "docs/pipe.md",
        "docs/deep/pipe.png",
    ):

        def pipe(root: Path, file: str = file) -> None:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            os.mkfifo(root / file)

        yield f"pipe {file}", _of(file), pipe

    def instead(root: Path) -> None:
        (root / DEMO / "campaign.yml").unlink()
        os.mkfifo(root / DEMO / "campaign.yml")

    yield "pipe for campaign.yml", "refused", instead

    def config(root: Path) -> None:
        (root / "mkdocs.yml").unlink()
        os.mkfifo(root / "mkdocs.yml")

    yield "pipe for mkdocs.yml", "refused", config
    for file, target in (
        (f"{DEMO}/extra.yml", "/etc/hostname"),
        (f"{DEMO}/extra.yml", "/dev/zero"),
        (f"{DEMO}/extra.yml", "extra.yml"),
        (f"{DEMO}/locale/en.po", "/etc/hostname"),
        ("docs/secret.txt", "/etc/hostname"),
        ("docs/up", "../.."),
        ("docs/ring", "."),
        ("docs/gone.md", "nowhere"),
        ("docs/zero.bin", "/dev/zero"),
    ):

        def link(root: Path, file: str = file, target: str = target) -> None:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).symlink_to(target)

        yield f"{file} -> {target}", _of(file), link


def kinds_and_looks() -> Iterator[tuple]:
    for number, content in enumerate(
        ("", "x", "{", "a: &b c", "sizes: {}", "fields: [x]", "[" * 999)
    ):
        yield f"kind.yml {number}", "refused", write("templates/flyer/kind.yml", content)
        yield f"looks.yml {number}", "refused", write("templates/looks.yml", content)


FAMILIES = (
    addresses,
    addresses_in_texts,
    telephones,
    names_of_places,
    cells,
    tables,
    yaml,
    markup,
    ids,
    versions,
    catalogs,
    settings,
    strays,
    no_files,
    kinds_and_looks,
)
