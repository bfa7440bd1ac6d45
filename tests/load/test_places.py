"""Inheritance of places: the nearest value wins, whatever the order and however they are tied."""

from __future__ import annotations

import datetime
import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.load import places as load_places
from handbill.load.places import Places, ResolvedPlace, earliest
from handbill.model.place import Contact, Place, Reward, TextMessageNumber
from handbill.model.text import BLANK

DAY = datetime.date(2027, 1, 1)
DISTRICT = Place(
    id="district",
    name="某区",
    level="district",
    publisher="某区宣传办公室",
    text_message=TextMessageNumber(number="12110", checked_on=DAY),
    contacts={"police-station": Contact(number="110"), "committee": Contact(number="12345")},
    valid_until=DAY,
)
STREET = Place(
    id="street",
    name="某街道",
    parent="district",
    level="subdistrict",
    signature="某街道办事处",
    contacts={"committee": Contact(number="0411-82345678"), "police-station": Contact()},
)

INHERITED = {
    "publisher": st.sampled_from(["甲办公室", "乙办公室", "丙办公室"]),
    "signature": st.sampled_from(["甲街道", "乙街道", "丙街道"]),
    "text_message": st.builds(
        TextMessageNumber, number=st.sampled_from(["12110", "12111"]), checked_on=st.just(DAY)
    ),
    "website": st.sampled_from(["https://a.example/", "https://b.example/"]),
    "reward": st.builds(
        Reward,
        text=st.sampled_from(["甲", "乙"]),
        source=st.just("某办法"),
        valid_until=st.just(DAY),
    ),
    "first_contact_duty": st.booleans(),
    "valid_until": st.dates(DAY, DAY + datetime.timedelta(days=9)),
    "checked_by": st.sampled_from(["宣传岗", "值班岗"]),
    "checked_on": st.dates(DAY, DAY + datetime.timedelta(days=9)),
}
"""What a place has from above when it does not say it itself, as design and guide have it."""
ROLES = ("police-station", "committee", "school")
NUMBERS = st.sampled_from(["110", "12315", "12345", "0411-82345678"])
CONTACTS = st.dictionaries(
    st.sampled_from(ROLES), st.builds(Contact, number=st.none() | NUMBERS), max_size=len(ROLES)
)


@st.composite
def trees(draw: st.DrawFn) -> list[Place]:
    """Up to seven places, each below any of them, itself included, or below one that is missing."""
    ids = [f"p{number}" for number in range(draw(st.integers(1, 7)))]
    return [
        Place(
            id=name,
            name=f"{name}镇",
            level="town",
            parent=draw(st.sampled_from([None, "missing", *ids])),
            contacts=draw(CONTACTS),
            **{field: draw(st.none() | values) for field, values in INHERITED.items()},
        )
        for name in ids
    ]


def upwards(places: list[Place], name: str | None) -> list[Place]:
    """A place and those above it, each once."""
    found: dict[str, Place] = {}
    while name and name not in found:
        above = [place for place in places if place.id == name]
        if not above:
            break
        found[name] = above[0]
        name = above[0].parent
    return list(found.values())


def said(place: ResolvedPlace, field: str) -> object:
    """What a resolved place has in a field; None where nothing was said."""
    value = getattr(place, field)
    return None if value in (BLANK, False) else value


@given(trees())
def test_the_nearest_value_wins_in_each_field_by_itself(places: list[Place]) -> None:
    for place in places:
        resolved, chain = Places(places).resolve(place.id), upwards(places, place.id)
        assert resolved.ancestors == tuple(one.id for one in chain[1:])
        assert resolved.full_name == "".join(one.name for one in reversed(chain))
        assert (resolved.id, resolved.name, resolved.level) == (place.id, place.name, place.level)
        for field in INHERITED:
            nearest = [one for one in chain if getattr(one, field) is not None]
            wanted = getattr(nearest[0], field) if nearest else None
            if field == "signature" and wanted is None:
                wanted = said(resolved, "publisher")
            assert said(resolved, field) == (wanted or None), field


@given(trees())
def test_the_nearest_number_of_each_office_wins(places: list[Place]) -> None:
    for place in places:
        contacts = Places(places).resolve(place.id).contacts
        for role in ROLES:
            numbers = [
                one.contacts[role]
                for one in upwards(places, place.id)
                if role in one.contacts and one.contacts[role].number
            ]
            assert contacts.get(role) == (numbers[0] if numbers else None), role


@given(trees(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_says_nothing(places: list[Place], random: object) -> None:
    shuffled = list(places)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for place in places:
        assert Places(shuffled).resolve(place.id) == Places(places).resolve(place.id)


@given(trees())
def test_what_a_place_says_reaches_those_below_it_and_no_other(places: list[Place]) -> None:
    first, *rest = places
    changed = [first.model_copy(update={"website": "https://new.example/"}), *rest]
    for place in places:
        before, after = Places(places).resolve(place.id), Places(changed).resolve(place.id)
        if first.id not in (place.id, *before.ancestors):
            assert after == before
        elif place is first:
            assert after.website == "https://new.example/"


def test_a_place_inherits_what_it_does_not_say() -> None:
    place = Places([DISTRICT, STREET]).resolve("street")
    assert place.full_name == "某区某街道"
    assert place.ancestors == ("district",)
    assert place.publisher == "某区宣传办公室"
    assert place.signature == "某街道办事处"
    assert place.text_message and place.text_message.number == "12110"


def test_a_places_own_telephone_is_printed_and_not_its_parents() -> None:
    place = Places([DISTRICT, STREET]).resolve("street")
    assert {role: one.number for role, one in place.contacts.items()} == {
        "police-station": "110",
        "committee": "0411-82345678",
    }


def test_nothing_supplied_is_a_blank_never_a_guess() -> None:
    place = Places([Place(id="x", name="某村", level="village")]).resolve("x")
    assert (place.publisher, place.signature, place.text_message) == (BLANK, BLANK, None)
    assert not place.contacts and not place.first_contact_duty and place.reward is None


def test_a_cycle_ends_the_walk() -> None:
    above = DISTRICT.model_copy(update={"parent": "street"})
    place = Places([above, STREET]).resolve("street")
    assert (place.full_name, place.ancestors) == ("某区某街道", ("district",))
    loop = STREET.model_copy(update={"parent": "street"})
    assert Places([loop]).resolve("street").name == "某街道"


def chain_of(length: int) -> list[Place]:
    """Places each below the one before it."""
    return [
        Place(id=f"p{n}", name="村", level="village", parent=f"p{n - 1}" if n else None)
        for n in range(length)
    ]


def steps(places: list[Place]) -> int:
    """How many lines of `load.places` run until each place is resolved, the lowest first."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        ours = frame.f_code.co_filename == load_places.__file__
        count += ours and event == "line"
        return trace if ours else None

    tree = Places(places)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        for place in reversed(places):
            tree.resolve(place.id)
    finally:
        sys.settrace(before)
    assert tree.resolve(places[-1].id).full_name == "村" * len(places)
    return count


def test_a_long_chain_takes_steps_that_grow_with_it() -> None:
    assert steps(chain_of(400)) < 4.2 * steps(chain_of(100))
    deepest = Places(chain_of(3000)).resolve("p2999")
    assert (deepest.full_name, len(deepest.ancestors)) == ("村" * 3000, 2999)


def test_an_unknown_place_is_told() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        Places([DISTRICT]).resolve("nowhere")


@given(st.lists(st.none() | st.dates(), min_size=1, max_size=4))
def test_the_earliest_day_counts(days: list[datetime.date | None]) -> None:
    known = [day for day in days if day]
    if known:
        found = earliest(*days)
        assert found in known and all(found <= day for day in known)
    else:
        with pytest.raises(ValueError, match="empty"):
            earliest(*days)
