"""How long words take to say, and how telephone numbers are read aloud.

Speeds are those of the trade. Standard Chinese: a loudspeaker announcement is read at 160 to 180
characters a minute, slower than the news because of the echo outdoors; a short video is spoken at 4
characters a second. A language that parts its words by spaces: 120 words a minute outdoors, 2.5
words a second in a video; one that does not, such as Thai: as fast, with five letters a word.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from handbill.kinds.voice import Voice
from handbill.model.telephone import any_of
from handbill.model.text import BLANK
from handbill.words.languages import digits_in, has_cells, has_spaces

KEY_TIMES = 3
"""How often a loudspeaker script says its key line."""
BLANK_SYLLABLES = 8
"""What a number not yet known is taken for: local numbers have seven or eight digits."""


def digits_read(number: str, language: str) -> str:
    """A telephone number as it is read, digit by digit: 10600 is 幺零六零零 on the mainland. As it
    stands in a language that reads digits so."""
    read = digits_in(language)
    return number.translate(str.maketrans("0123456789", read, " -+")) if read else number


def telephone_numbers(edition: Voice) -> frozenset[str]:
    """The numbers of an edition that are read digit by digit: those of the campaign, of the
    place's contacts, and for text messages. None
    in a language that reads digits as they stand."""
    if digits_in(edition.language) is None:
        return frozenset()
    campaign = edition.campaign
    numbers = {one.number for one in campaign.every_number()}
    numbers |= {contact.number for contact in edition.place.contacts.values() if contact.number}
    if message := edition.text_message_number():
        numbers.add(message)
    return frozenset(numbers)


def spoken(text: str, numbers: Iterable[str], language: str) -> str:
    """`text` with each of the telephone `numbers` as it is read; other numbers stay as they are."""
    return any_of(numbers).sub(lambda match: digits_read(match[0], language), text)


@dataclass(frozen=True)
class Pace:
    """How fast a language is said. broadcast: units a minute over a loudspeaker, pauses at marks in
    it; video: units a second in a short video; unit: what is counted, as a pattern; parts: how many
    of what it finds are one. A digit is always one, marks and accents are none, and a blank is as
    many as a local number has."""

    broadcast: int
    video: float
    unit: re.Pattern[str]
    parts: int = 1

    def count(self, text: str) -> int:
        """Returns how many units are said."""
        said = text.replace(BLANK, " " + "0" * BLANK_SYLLABLES)
        plain = "".join(one for one in said if unicodedata.category(one)[0] not in "MC")
        digits = len(_DIGIT.findall(plain))
        return digits + math.ceil(len(self.unit.findall(plain)) / self.parts)

    def broadcast_seconds(self, count: int) -> int:
        """Returns the seconds that so many units take over a loudspeaker, rounded up."""
        return math.ceil(count * 60 / self.broadcast)

    def video_seconds(self, count: int) -> int:
        """Returns the seconds that so many units take in a short video, rounded up."""
        return math.ceil(count / self.video)


_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_IN_CHARACTERS = Pace(170, 4, _LETTER)
_IN_WORDS = Pace(120, 2.5, re.compile(rf"{_LETTER.pattern}+(?:['’-]{_LETTER.pattern}+)*"))
_IN_LETTERS = Pace(120, 2.5, _LETTER, 5)


def pace(language: str) -> Pace:
    """Returns how fast a language is said: counted in characters, in words, or in letters where
    words are not parted."""
    if has_cells(language):
        return _IN_CHARACTERS
    return _IN_WORDS if has_spaces(language) else _IN_LETTERS
