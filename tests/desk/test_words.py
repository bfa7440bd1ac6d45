"""Every word of the desk is said somewhere, and nothing is asked for that there is no word for."""

from __future__ import annotations

import re
from pathlib import Path

import handbill.desk
from handbill.words.desk import desk_words
from handbill.words.making import MAKING

SOURCE = Path(handbill.desk.__file__).parent


def test_words_and_pages_agree() -> None:
    chinese, english = desk_words("zh"), desk_words("en")
    assert chinese.keys() == english.keys()
    files = [one for one in SOURCE.rglob("*") if one.suffix in (".py", ".j2")]
    text = "".join(one.read_text("utf-8") for one in files)
    asked = set(re.findall(r'say\.(\w+)|say\["(\w+)"\]', text))
    assert {first or second for first, second in asked} - {"get"} <= chinese.keys()
    own = [one for one in chinese if one not in MAKING]  # those are put together: make_ + what
    unsaid = [one for one in own if not re.search(rf'say\.{one}\b|"{one}"', text)]
    assert unsaid == []
    for name in chinese:
        blanks = [set(re.findall(r"\{\w+\}", words[name])) for words in (chinese, english)]
        assert blanks[0] == blanks[1], name
        assert not re.search("yaml", chinese[name] + english[name], re.IGNORECASE), name
