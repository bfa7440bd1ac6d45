"""Characters without ink pass where a script is spelled with them, and nowhere else."""

from __future__ import annotations

import pytest

from handbill.load.invisible import unneeded
from handbill.load.text_source import decode
from handbill.load.yaml_source import parse

SPELLING = {
    "Persian": "می\u200cخواهم خانه\u200cها",
    "Kurdish": "ده\u200cچێت",
    "Persian, abbreviated": "ه\u200d.ش",
    "Hindi": "क्\u200dष और क्\u200cष",
    "Sinhala": "ශ්\u200dරී",
    "Bengali": "র\u200d্যাব",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ\u180b ᠬᠠᠷ\u180e\u1820",
    "Hebrew": "התקשרו 110\u200f! \u200eA1\u200f",
    "Arabic": "اتصل \u200e+86 110\u200f؟ \u061c3",
    "German": "Kranken\u00adversicherungs\u00adkarte",
    "Russian": "элект\u00adро\u00adэнергия",
}
STRAY = {
    "Chinese": "求职\u200c先核实",
    "emoji": "👩\u200d👧",
    "English": "pay\u200d in advance",
    "number": "110\u200c 报警",
    "Han with a variant": "葛\u180b",
    "direction without letters from right to left": "共 3\u200f 项",
    "override in Arabic": "قبل \u202eabc\u202c",
    "isolate in Arabic": "قبل \u2067abc\u2069",
    "space of no width in Arabic": "قبل\u200bبعد",
    "hyphen between Han": "求\u00ad职",
    "hyphen between two scripts": "pay\u00adж",
    "hyphen in a number": "1\u00ad10",
    "hyphen at the end": "pay\u00ad",
    "joiner at the start": "\u200cخواهم",
    "two joiners": "می\u200c\u200cخواهم",
    "byte order mark": "می\ufeffخواهم",
}


@pytest.mark.parametrize("name", SPELLING)
def test_what_spells_passes(name: str) -> None:
    assert list(unneeded(SPELLING[name])) == []
    for file in ("fa.po", "campaign.yml"):
        text, problems = decode(f'msgstr "{SPELLING[name]}"\n'.encode(), file)
        assert text
        assert problems == []


@pytest.mark.parametrize("name", STRAY)
def test_what_does_not_is_refused(name: str) -> None:
    text, problems = decode(f"title: {STRAY[name]}\n".encode(), "a.yml")
    assert text is None
    assert {one.code for one in problems} == {"E104"}


def test_an_escape_is_read_as_what_it_stands_for() -> None:
    _, problems = parse('a: "\\u0645\\u06cc\\u200c\\u062e"\n', "a.yml")
    assert problems == []
    _, problems = parse('a: "b\\u200cc"\n', "a.yml")
    assert [one.code for one in problems] == ["E104"]
