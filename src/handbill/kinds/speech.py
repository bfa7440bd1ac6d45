"""How long words take to say, and how telephone numbers are read aloud.

Speeds are those of the trade, for Standard Chinese: a loudspeaker announcement is read at 160 to
180 characters a minute, slower than the news because of the echo outdoors; a short video is spoken
at 4 characters a second.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from handbill.kinds.voice import Voice
from handbill.model.text import BLANK
from handbill.words.languages import DIGITS_READ, base_of

BROADCAST_SPEED = 170
"""Characters a minute over a loudspeaker; pauses at marks are in it."""
VIDEO_SPEED = 4
"""Characters a second in a short video."""
KEY_TIMES = 3
"""How often a loudspeaker script says its key line."""
BLANK_SYLLABLES = 8
"""What a number not yet known is taken for: local numbers have seven or eight digits."""

_DIGITS = str.maketrans("0123456789", DIGITS_READ["zh"], "-")
_NUMBER = re.compile(r"[0-9]+(?:-[0-9]+)*")


def digits_read(number: str) -> str:
    """A telephone number as it is read, digit by digit: 10600 is 幺零六零零 (1 is 幺, so that it is
    not heard as 7)."""
    return number.translate(_DIGITS)


def telephone_numbers(edition: Voice) -> frozenset[str]:
    """The numbers of an edition that are read digit by digit: those of the campaign, of the
    place's contacts, and for text messages (the prefix too, for where no area code is known). None
    in a language that reads digits as they stand."""
    if base_of(edition.language) not in DIGITS_READ:
        return frozenset()
    campaign = edition.campaign
    numbers = {one.number for one in campaign.every_number()}
    numbers |= {contact.number for contact in edition.place.contacts.values() if contact.number}
    if campaign.text_message:
        numbers.add(campaign.text_message.prefix)
    if message := edition.text_message_number():
        numbers.add(message)
    return frozenset(numbers)


def spoken(text: str, numbers: Iterable[str]) -> str:
    """`text` with each of the telephone `numbers` as it is read; other numbers stay as they are."""
    known = frozenset(numbers)
    return _NUMBER.sub(lambda match: digits_read(match[0]) if match[0] in known else match[0], text)


def syllables(text: str) -> int:
    """Characters that are said: Han characters and digits one each, marks none, a blank as many as
    a local number has."""
    return sum(BLANK_SYLLABLES if one == BLANK else one.isalnum() for one in text)


def broadcast_seconds(syllable_count: int) -> int:
    """Seconds that so many characters take over a loudspeaker, rounded up."""
    return math.ceil(syllable_count * 60 / BROADCAST_SPEED)


def video_seconds(syllable_count: int) -> int:
    """Seconds that so many characters take in a short video, rounded up."""
    return math.ceil(syllable_count / VIDEO_SPEED)
