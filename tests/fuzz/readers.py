"""Every reader of what people write, given text and bytes that no one means to write.

Use: python tests/fuzz/readers.py [--seconds N] [READER ...]

Each reader is a function of bytes that raises for a fault of ours: anything but Problems, a Problem
that cannot be told, a result that does not hold. Hypothesis tries them in tests/hostile; run as a
program this file tries them by coverage (atheris), each for its share of the seconds, and stops at
the first fault with the bytes that make it.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / one) for one in ("src", "tests/problems")]
TOGETHER = 4096
"""Bytes that atheris tries at once, at most."""
LONGEST, MEGABYTES = 10, 2048
"""Seconds that one input may take, and what memory all of them."""
_PAGE = """\
# 标题

先核实，再行动：

- 不要转账，见[反诈](https://www.gov.cn/a)；<b>打 110</b>
- `tel:110`

```
code 12315
```
"""
_MKDOCS = """\
site_name: 演示
site_url: https://example.org/x/
copyright: <a href="https://example.org/">演示</a>
docs_dir: docs
site_dir: site
theme: {name: material, custom_dir: !ENV [LOOK, null]}
nav: [{首页: index.md}, b.md]
extra: &extra {a: 1}
hooks: *extra
plugins:
  - search
  - handbill: {campaigns: campaigns, templates: templates, leave: "https://example.org/", admin: true}
"""
_CSV = """\
编号,名称,上级,类别,短信报警号码,电话,派出所,派出所地址,材料有效期,首接负责
a,甲区,,区,12110,,110,"演示路 1 号",2027/1/5,是
b,乙街道,a,街道,,,0411-82345678,,2027年1月5日,否
"""
_REVIEWED = """\
reviewed:
  - rule: hold
    text: 手机由本人交给登记处保管。
    who: 法制科
    on: 2026-11-24
    why: 自愿寄存，单据在前台
"""
_PHOTOS = """\
photos:
  - id: bus-stop
    file: photos/bus-stop.jpg
    alt: 三个人在车站的棚子下面等车。
    credit: 金湖图书馆
    permission: 拍照的人和三个人都书面同意，2026-11-20
    subject: {x: 35, y: 30, width: 30, height: 35}
"""
_ABSENT = {"reviewed": _REVIEWED, "photos": _PHOTOS}
"""Files that the flagship has none of."""


@dataclass(frozen=True)
class Reader:
    """A reader. read: takes bytes. seeds: files that are good. words: what stands in such files."""

    read: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    words: tuple[str, ...] = ("- ", "  ", ": ", "：", "{", "[", "|\n", ">-\n", '"\\u', "# ", "~")


def told(problems: Iterable[Any]) -> list[Any]:
    """Return the problems, each of which is told whole in both languages and stands somewhere."""
    problems = list(problems)
    for one in problems:
        assert one.span is None or (one.span.line >= 1 and one.span.column >= 1), one
        for lang in ("zh", "en"):
            assert one.text(lang) and one.help(lang), one.code
    return problems


def text_of(data: bytes, file: str) -> str | None:
    """Return bytes as the text that a reader gets; None where they are none, which is told."""
    from handbill.load.text_source import decode

    text, problems = decode(data, file, chinese_codepage=file.endswith(".csv"))
    assert (text is None) == bool(told(problems))
    return text


def yaml_file(annotation: Callable[[], Any], data: bytes) -> Any:
    """Read a file of YAML, write it as `fmt` does, and read that: nothing changes."""
    from handbill.editing.canonical import ChangedMeaning, canonical
    from handbill.load.validate import validate
    from handbill.load.yaml_source import parse
    from handbill.model.fields import known_names

    asked = annotation()
    text = text_of(data, "a.yml")
    document, problems = parse(text or "", "a.yml", known_names(asked))
    assert (document is None) == bool(told(problems))
    if document is None:
        return None
    told(document.warnings)
    value, problems = validate(document, asked)
    assert (value is None) == bool(told(problems))
    try:
        once = canonical(document, asked, "# head")
    except ChangedMeaning:
        return value  # the file is left as it is, and that is told
    again, problems = parse(once, "a.yml", known_names(asked))
    assert again is not None, problems
    assert canonical(again, asked, "# head") == once
    if value is not None:
        assert validate(again, asked)[0] == value
    return value


def kind(data: bytes) -> None:
    """Read the declaration of a kind, and make the kind."""
    from handbill.kinds.declared import kind_of
    from handbill.load.declarations import faults
    from handbill.load.yaml_source import parse
    from handbill.model.kind import KindFile

    declared = yaml_file(lambda: KindFile, data)
    if declared is not None:
        document, _ = parse(text_of(data, "kind.yml") or "", "kind.yml")
        assert document is not None
        if not told(faults(declared, document.marks)):
            assert kind_of("a-kind", declared).name == "a-kind"


def places_csv(data: bytes) -> None:
    """Read a table of places."""
    from handbill.load.places_csv import read_places_csv
    from handbill.load.validate import validate
    from handbill.model.place import PlacesFile

    text = text_of(data, "places.csv")
    document, problems = read_places_csv(text or "", "places.csv", {"派出所": "police-station"})
    assert (document is None) == bool(told(problems))
    if document is not None:
        value, problems = validate(document, PlacesFile)
        assert (value is None) == bool(told(problems))


def catalogue(data: bytes) -> None:
    """Read a translation; bring it up to date, and it is read again."""
    from handbill.load.catalogs import read_catalog
    from handbill.translation.catalogs import update_catalog
    from handbill.translation.extract import Text

    text = text_of(data, "fr.po")
    if text is None:
        return
    read, problems = read_catalog(text, "fr", "fr.po")
    told(problems)
    assert read is not None or problems
    if read is not None:
        for one in read.every:
            line, column = read.place(one, one.text[:3])
            assert line >= 1 and column >= 1
        wanted = [Text("先核实", "law"), Text("再行动", "other", "a")]
        new, counts = update_catalog(text, wanted, "fr", "演示", datetime.date(2026, 11, 24))
        assert counts.translated + counts.fuzzy + counts.missing == len(wanted)
        assert read_catalog(new, "fr", "fr.po")[0] is not None


@cache
def folder() -> Path:
    """Return a folder that lasts as long as the process."""
    made = tempfile.TemporaryDirectory()
    folder.kept = made  # type: ignore[attr-defined]
    for name in ("docs", "campaigns"):
        Path(made.name, name).mkdir()
    return Path(made.name)


def settings(data: bytes) -> None:
    """Read mkdocs.yml, and the texts of it that stand on pages."""
    from handbill.load.prose import read_prose
    from handbill.load.settings import read_settings
    from handbill.problems import ProblemsFound

    file = folder() / "mkdocs.yml"
    file.write_bytes(data)
    try:
        found = read_settings(file)
        told(found.warnings)
        if found.docs_dir.resolve().is_relative_to(folder()) and found.templates_dir is None:
            read_prose(found)
    except ProblemsFound as error:
        told(error.problems)


def prose(data: bytes) -> None:
    """Read a page of docs/; what is read of it stands there."""
    from handbill.load.prose import read_prose
    from handbill.load.settings import read_settings

    (folder() / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (folder() / "docs/a.md").write_bytes(data)
    found, problems = read_prose(read_settings(folder() / "mkdocs.yml"))
    told(problems)
    for one in found:
        if one.sort == "page":
            assert one.lines and one.line >= 1
            assert one.find(one.lines[0]).line == one.line


def words(data: bytes) -> None:
    """Look at a text as the lint, the numbers of translations and addresses do."""
    from handbill.check.addresses import addresses_in
    from handbill.check.lint import Own, lint
    from handbill.model.address import address_fault, passes_for
    from handbill.words.numbers import numbers

    text = data.decode("utf-8", "replace")
    for one in lint(text, Own(charges=("传销",))):
        assert one.found and one.found in text
    for language in ("zh", "en", "fr"):
        numbers(text, language)
    for address in (text, *addresses_in(text)):
        address_fault(address)
        passes_for(address)


def telephone(data: bytes) -> None:
    """Read a text as a number and as a day; what is proposed instead is taken."""
    from pydantic import TypeAdapter, ValidationError

    from handbill.load import hints
    from handbill.model.telephone import Telephone
    from handbill.model.text import Date

    text = data.decode("utf-8", "replace")
    for annotation, hint in ((Telephone, hints.telephone), (Date, hints.day)):
        reads: Any = TypeAdapter(annotation).validate_python
        try:
            value = reads(text)
        except ValidationError:
            hint(text)
        else:
            assert reads(str(value)) == value
    if text.isascii() and (meant := hints.telephone(text)[0]):
        assert TypeAdapter(Telephone).validate_python(meant) == meant


def placeholders(data: bytes) -> None:
    """Fill in a text; what is filled in is not filled in again."""
    from handbill.edition.placeholders import fill
    from handbill.model.text import PLACEHOLDER

    text = data.decode("utf-8", "replace")
    values = {"place.name": "{place.name}甲", "claim.a": "{reward}", "reward": ""}
    made = fill(text, values)
    wanted, at = "", 0
    for match in PLACEHOLDER.finditer(text):
        wanted += text[at : match.start()] + values.get(match[1], match[0])
        at = match.end()
    assert made == wanted + text[at:]
    assert fill({"a": [text]}, values) == {"a": [made]}


@cache
def readers() -> dict[str, Reader]:
    """Return every reader by its name."""
    from handbill.load.files import FILES
    from handbill.load.kinds import load_kinds
    from handbill.model.look import Look
    from handbill.resources import default_templates

    kinds = load_kinds()
    base = ROOT / "tests/problems/base/campaigns"
    made = {
        "places.csv": Reader(
            places_csv, (_CSV.encode(), _CSV.encode("gb18030")), (",", ";", '"', "sep=;\n", "，")
        ),
        "po": Reader(
            catalogue,
            (
                b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
                b'#, fuzzy\nmsgctxt "a"\nmsgid "{n} a|b"\nmsgstr ""\n"c|{n}"\n\n'
                b'msgid "b"\nmsgid_plural "c"\nmsgstr[0] "d"\nmsgstr[1] "e"\n',
            ),
            ("msgid", "msgstr[9]", "msgctxt", "#~ ", "#| ", "#, fuzzy", '"\\n"', "#: a:1\n"),
        ),
        "mkdocs.yml": Reader(
            settings, (_MKDOCS.encode(),), ("!ENV ", "&a ", "*a", '"a\\0b"', "!!python/name:os")
        ),
        "docs": Reader(prose, (_PAGE.encode(),), ("```", "~~~", "](", "<!-- lint: examples -->")),
        "words": Reader(
            words,
            (
                "不要扣留他人。举报奖励10万元？电话 138-0013-8000，见 https://www.gov.cn/a。".encode(),
                b"Detain him. Mr. Smith, 42, lives at 5 Low Street; call +86 13800138000.",
            ),
            (
                "不要",
                "“",
                "一百二十三",
                "身份证",
                "1380013",
                "-",
                ".com",
                "twenty-one ",
                "http://",
                "xn--",
            ),
        ),
        "telephone": Reader(
            telephone,
            (b"0411-82345678", b"13800138000", b"2026-11-24", b"1.38E+10"),
            ("+86 ", "400-", "年", "2026/1/"),
        ),
        "placeholders": Reader(
            placeholders, ("{place.name}和{claim.a}，{reward}".encode(),), ("{", "}", "{{", "a.b")
        ),
        "kind.yml": Reader(
            kind, tuple(one.read_bytes() for one in sorted(default_templates().glob("*/kind.yml")))
        ),
        "looks.yml": Reader(
            partial(yaml_file, lambda: dict[str, Look]),
            ((default_templates() / "looks.yml").read_bytes(),),
        ),
    }
    for name, sort in FILES.items():
        files = [
            one
            for own in (base / "demo", base / "places", ROOT / "campaigns/anti-pyramid-selling")
            for one in sorted(own.glob(sort.pattern))[:9]
            if sort.name == one.stem or (sort.folder is not None and one.stem not in FILES)
        ]
        made[f"{name}.yml"] = Reader(
            partial(yaml_file, partial(sort.model_for, kinds)),
            tuple(one.read_bytes() for one in files[:3]) or (_ABSENT[sort.name].encode(),),
        )
    return made


def main() -> int:
    """Try the readers that are named, or all, for so many seconds; the first byte says which."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("readers", nargs="*")
    options = parser.parse_args()
    import atheris

    with atheris.instrument_imports(include=["handbill", "babel", "yaml"]):
        known = readers()
        for reader in known.values():
            for seed in reader.seeds:
                reader.read(seed)  # imports what it reads with
    chosen = options.readers or list(known)
    if unknown := set(chosen) - set(known):
        parser.error(f"{', '.join(sorted(unknown))}: no reader; there are {', '.join(known)}")

    def one(data: bytes) -> None:
        if data:
            known[chosen[data[0] % len(chosen)]].read(data[1:])

    with tempfile.TemporaryDirectory() as made:
        corpus, dictionary = Path(made, "corpus"), Path(made, "words")
        corpus.mkdir()
        for number, name in enumerate(chosen):
            for seed in known[name].seeds:
                file = corpus / f"{number}-{hashlib.sha256(seed).hexdigest()[:8]}"
                file.write_bytes(bytes([number]) + seed[: TOGETHER - 1])
        escaped = (
            "".join(f"\\x{byte:02x}" for byte in word.encode())
            for name in chosen
            for word in known[name].words
        )
        dictionary.write_text("".join(f'"{word}"\n' for word in escaped), "ascii")
        limits = {
            "max_total_time": options.seconds,
            "max_len": TOGETHER,
            "timeout": LONGEST,
            "rss_limit_mb": MEGABYTES,
            "dict": dictionary,
            "artifact_prefix": f"{tempfile.gettempdir()}/",
        }
        atheris.Setup([sys.argv[0], *(f"-{k}={v}" for k, v in limits.items()), str(corpus)], one)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
