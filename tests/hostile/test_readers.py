"""Readers under text and bytes of any sort, and under good files that were changed: none ends in
anything but Problems, none takes long, and what is good comes through as it was."""

from __future__ import annotations

import csv
import datetime
import io
import json
import time
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter
from readers import Reader, folder, readers, yaml_file

from handbill.load.catalogs import read_catalog
from handbill.load.invisible import unneeded
from handbill.load.places_csv import read_places_csv
from handbill.load.settings import read_settings
from handbill.load.text_source import decode
from handbill.load.validate import validate
from handbill.model.fields import bounds, plain
from handbill.model.place import LEVEL_WORDS, PlacesFile, Telephone
from handbill.model.strip import Strip
from handbill.model.text import _slug, is_slug
from handbill.problems import ProblemsFound
from handbill.translation.catalogs import update_catalog
from handbill.translation.extract import Text

SECONDS = 5
"""Of CPU that one file of LARGE bytes may take. (The slowest takes a third of it.)"""
LARGE = 30_000
SEEN = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
ANY = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def changed(draw: st.DrawFn, reader: Reader) -> bytes:
    """A good file in which pieces were left out, said twice, moved, or put in."""
    data = draw(st.sampled_from(reader.seeds))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 1, 2, 9, 80))))
        other = draw(st.sampled_from(reader.seeds))
        at = draw(st.integers(0, len(other)))
        new = draw(
            st.sampled_from(reader.words).map(str.encode)
            | st.text(max_size=5).map(lambda text: text.encode("utf-8", "replace"))
            | st.binary(max_size=4)
            | st.just(data[start:end] * 2)
            | st.just(other[at : at + 60])
        )
        data = data[:start] + new + data[end:]
    return data


@pytest.mark.parametrize("name", readers())
def test_good_files_are_good(name: str) -> None:
    assert readers()[name].seeds
    for seed in readers()[name].seeds:
        readers()[name].read(seed)


@pytest.mark.parametrize("name", readers())
@given(st.data())
@ANY
def test_a_changed_file_ends_in_problems(name: str, data: st.DataObject) -> None:
    readers()[name].read(data.draw(changed(readers()[name])))


@pytest.mark.parametrize("name", readers())
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
@example(b"\xff\xfe\x00")
@ANY
def test_anything_ends_in_problems(name: str, data: bytes) -> None:
    readers()[name].read(data)


@pytest.mark.parametrize("name", readers())
@given(st.data())
@settings(ANY, max_examples=6)
def test_much_of_the_same_takes_its_time_and_no_more(name: str, data: st.DataObject) -> None:
    reader = readers()[name]
    unit = data.draw(
        changed(reader).map(lambda made: made[:120])
        | st.lists(st.sampled_from(reader.words), min_size=1, max_size=4).map(
            lambda words: "".join(words).encode()
        )
        | st.text(min_size=1, max_size=9).map(lambda text: text.encode("utf-8", "replace"))
    )
    began = time.process_time()
    reader.read(unit * (LARGE // max(1, len(unit))))
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("unit", ["1380013", "1,380", "-", "-.com", "一万", "九", "1 ", "a.", "@"])
def test_a_run_of_one_thing_is_read_in_time_that_grows_with_it(unit: str) -> None:
    began = time.process_time()
    readers()["words"].read((unit * (LARGE // len(unit)) + ".com").encode())
    assert time.process_time() - began < 2


OF_TAGS = ("!!bool x", '!!int ""', "!!timestamp x", "!!float x", "2019-13-45", "!!int x")
UNFOLDING = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)
)


@pytest.mark.parametrize(
    "more",
    [
        *(f"extra: {value}" for value in OF_TAGS),
        *(f"{UNFOLDING}{name}: *a39" for name in ("site_url", "copyright", "nav", "plugins")),
        f"{UNFOLDING}plugins: [handbill: {{admin: *a39}}]",
        *(f"{name}: &a [*a]" for name in ("nav", "copyright", "plugins")),
        "nav: &a {b: *a}",
        *(
            f'{name}: "a{mark}b"'
            for name in ("docs_dir", "site_dir")
            for mark in ("\\0", "\\ud800")
        ),
        'plugins: [handbill: {templates: "a\\0b"}]',
        'plugins: [handbill: {campaigns: "a\\0b"}]',
    ],
)
def test_settings_that_no_program_could_read(more: str) -> None:
    began = time.process_time()
    data = f"site_name: x\n{more}\n".encode()
    readers()["mkdocs.yml"].read(data)
    with pytest.raises(ProblemsFound) as found:
        read_settings(folder() / "mkdocs.yml")
    assert {one.code for one in found.value.problems} - {"W180"} <= {"E124", "E181", "E187"}
    assert time.process_time() - began < 1


LINES = (
    st.text(SEEN, min_size=1, max_size=9)
    .filter(lambda text: not any(unneeded(text)))  # such as variation selectors, refused by E104
    .map(str.strip)
    .filter(bool)
)
SLUGS = st.from_regex("[a-z][a-z0-9-]{0,20}", fullmatch=True).filter(is_slug)


def values(annotation: Any, field: Any = None) -> st.SearchStrategy[Any]:
    """What YAML may hold for a type of the schema, within the bounds of its field."""
    marks = field.metadata if field else ()
    limits = bounds(marks)
    least = limits.get("min_length", 0)
    sizes = {"min_size": least, "max_size": max(least, min(limits.get("max_length", 2), 2))}
    kind = plain(annotation)
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if kind is int:
        return st.integers(limits["ge"], limits["le"]).map(str)
    if kind is bool:
        return st.sampled_from(["true", "false"])
    if kind is str:
        slug = any(getattr(one, "func", None) is _slug for one in marks)
        return SLUGS if slug else LINES
    if get_origin(kind) is list:
        return st.lists(values(get_args(kind)[0]), **sizes)
    if get_origin(kind) is dict:
        return st.dictionaries(LINES, values(get_args(kind)[1]), **sizes)
    assert issubclass(kind, BaseModel), kind
    needed = {name: one for name, one in kind.model_fields.items() if one.is_required()}
    others = {name: one for name, one in kind.model_fields.items() if not one.is_required()}
    return st.fixed_dictionaries(
        {name: values(one.annotation, one) for name, one in needed.items()},
        optional={name: values(one.annotation, one) for name, one in others.items()},
    )


@given(values(Strip))
@ANY
def test_a_strip_comes_through_as_it_was(data: dict[str, Any]) -> None:
    wanted = Strip.model_validate(data)
    assert yaml_file(lambda: Strip, json.dumps(data, ensure_ascii=False).encode()) == wanted


NUMBERS = st.one_of(
    st.from_regex("1[3-9][0-9]{9}|400[0-9]{7}|[1-9][0-9]{2,4}", fullmatch=True),
    st.from_regex("0[1-9][0-9]{1,2}-?[2-9][0-9]{6,7}", fullmatch=True),
)
NAMES = LINES.filter(lambda name: any(one.isalpha() for one in name) and name[0].isalpha())
PLACES = st.lists(
    st.fixed_dictionaries(
        {"编号": SLUGS, "名称": NAMES, "类别": st.sampled_from(["街道", "村", "学校"])},
        optional={
            "发布单位": NAMES,
            "派出所": NUMBERS,
            "材料有效期": st.dates(datetime.date(2020, 1, 1), datetime.date(2050, 1, 1)).map(str),
            "首接负责": st.sampled_from(["是", "否"]),
        },
    ),
    min_size=1,
    max_size=4,
)


@given(PLACES, st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))
@example([{"编号": "a", "名称": "é", "类别": "村"}], ",", "gb18030")
@ANY
def test_a_table_comes_through_as_it_was(
    rows: list[dict[str, str]], delimiter: str, encoding: str
) -> None:
    out = io.StringIO(newline="")
    columns = ["编号", "名称", "类别", "发布单位", "派出所", "材料有效期", "首接负责"]
    writer = csv.DictWriter(out, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    text, problems = decode(out.getvalue().encode(encoding), "places.csv", chinese_codepage=True)
    assert text is not None, problems
    document, problems = read_places_csv(text, "places.csv", {"派出所": "police-station"})
    assert document is not None, problems
    value, problems = validate(document, PlacesFile)
    assert value is not None, problems
    for row, place in zip(rows, value.places, strict=True):
        assert (place.id, place.name) == (row["编号"], row["名称"])
        assert place.level == LEVEL_WORDS[row["类别"]]
        assert place.publisher == row.get("发布单位")
        office = place.contacts.get("police-station")
        assert (office.number if office else None) == row.get("派出所")
        assert (str(place.valid_until) if place.valid_until else None) == row.get("材料有效期")
        assert (
            place.first_contact_duty is {"是": True, "否": False, None: None}[row.get("首接负责")]
        )


@given(st.dictionaries(LINES, LINES, min_size=1, max_size=5), st.sampled_from(["GBK", "", "x"]))
@ANY
def test_a_translation_comes_through_as_it_was(texts: dict[str, str], charset: str) -> None:
    day = datetime.date(2026, 11, 24)
    wanted = [Text(one, "other") for one in texts]
    made, _ = update_catalog(None, wanted, "fr", "演示", day, translate=texts.__getitem__)
    # Editors of PO files write another code page into the header, and the file in UTF-8.
    made = made.replace("charset=utf-8", f"charset={charset}")
    made, counts = update_catalog(made, wanted, "fr", "演示", day)
    assert (counts.translated, counts.missing) == (len(texts), 0)
    catalog, problems = read_catalog(made, "fr", "fr.po")
    assert catalog is not None, problems
    assert {text: catalog.get(text) for text in texts} == texts


@given(NUMBERS, st.sampled_from(["", " ", "-"]), st.integers(1, 3))
@ANY
def test_a_telephone_number_keeps_its_digits(number: str, between: str, at: int) -> None:
    written = f" {number[:at]}{between}{number[at:]} "
    read = TypeAdapter(Telephone).validate_python(written)
    assert read == written.strip()


@given(st.dictionaries(st.sampled_from(["site_name", "copyright"]), LINES, min_size=1))
@ANY
def test_settings_come_through_as_they_were(texts: dict[str, str]) -> None:
    file = folder() / "mkdocs.yml"
    file.write_text(json.dumps({"plugins": ["handbill"], **texts}, ensure_ascii=False), "utf-8")
    assert read_settings(file).site_name == texts.get("site_name", "")
