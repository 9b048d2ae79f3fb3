"""The compiled reader of contacts reads what the kit's reader reads, for any text, without touching it."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adverts.kernels.contact_letters import letters_of, read_keys, spans
from kit.test_contacts import DIGIT_WAYS, NAMES, NO_CONTACTS, PHONES, SEPARATORS
from palermo.adverts.kernels.contacts import contact_tables, find_contacts, key_of, value_of
from palermo.kit.contacts import read_contacts
from palermo.training.group_traces import leave_traces
from palermo.training.groups import make_groups
from palermo.training.innocents import make_innocents
from palermo.training.world import SIZES, World

AROUND = [
    "",
    "Massage, rust en warmte",
    "80 euro, 60 min 120 euro",
    "10:00-22:00",
    "14/03/2020 en 15/03",
    "1m75, 55 kg",
    "FICT-0639981234",
    "online session, line dance",
    "1000 Brussel",
    "Rust.Kalmte",
    "lily@mail.example",
    "wechat: lily_66",
    "加微信lily66预约",
    "www.site.example/Pad",
    "tel",
    "gsm:",
    "+34 612 345 678",
    "call 202-555-0143",
    "一三八零零一三八零零零",
    "2 / 4 | 6",
    "Un massage ✨ een",
    "Contacto",
    "alcero",
    "ten to ten.",
]

KNOWN_DIFFERENCES: list[tuple[str, str, list[str], list[str]]] = [
    (
        "a text without digits and without the kit's hint words is not looked at by the kit",
        "tel neuf un deux trois quatre cinq neuf un deux",
        [],
        ["912345912"],
    ),
    (
        "the path of a page is read folded, so one with an accent can lead to a messenger name",
        "https://t.me/rosé_x",
        ["https://t.me/rosé_x"],
        ["telegram:rose_x"],
    ),
    (
        "prefixes for carriers, which phonenumbers knows beside a country's own prefix, stay",
        "+86 12 06 39 98 12 34",
        ["+869981234"],
        ["+86120639981234"],
    ),
    (
        "dates and times are taken out even where no digits hang together before they are",
        "612 345 678sms2020-03-14",
        [],
        ["612345678"],
    ),
]

MIXED = [
    "0", "06", "39", "+33", "+49", "+32", "+86", "+7", "00", "O", "l", "|", " ", " ", ".", "-", "\n", ",", "@", " at ", " dot ",
    "www.", "a", "wechat", ":", "vx", "trente", "neuf", "quatre-vingt", "六", "½", "🌸", "com", "(", ")", "98", "12", "34",
    "612 345 678", "06 39 98 12 34", "tel ", "gsm:", "0470", "€", " euro", "min", "10:00", "-22:00", "14/03", "/2020", "et un",
    " sept 2020", "2020-03-14", "double ", "six", "zero", "nul", "vierunddreissig", "lily", "rose_x", "whatsapp", "telegram @",
    "line: ", "微信", "contacto", "elO", "alOl ", "naarool", "onzero ", "belnul", "212 555 0123", "★", " ✨ ", "Een ", "一", "order", "+v ", "id ", "wx", "qq:", "12345", "https://", "t.me/", "wa.me/", "site.example/", "gmail", "(at)", "[dot]",
    "plus ", "_", "#", "*", "138 0013 8000", "/", "' ", "=>", "  ", "?", "fict-", "wxid_", "zerosix", "troisneuf", "oh ", "I",
]  # fmt: skip


def _wanted(text: str) -> list[int]:
    return [key_of(found.value) for found in read_contacts(text)]


@pytest.mark.parametrize("text", [case[0] for case in PHONES + NAMES] + NO_CONTACTS + AROUND)
def test_a_way_of_writing_is_read_as_the_kit_reads_it(text: str) -> None:
    """Every way of writing that the kit knows gives the same contacts, and what is no contact gives none."""
    assert read_keys(text) == _wanted(text)


@pytest.mark.parametrize("before", AROUND)
@pytest.mark.parametrize("text", [case[0] for case in PHONES[::3] + NAMES[::3]])
def test_a_contact_is_read_among_other_words(text: str, before: str) -> None:
    """Words, prices, times and other contacts around a contact change neither reader's mind more than the other's."""
    text = f"{before} {text}\n{before}"
    assert read_keys(text) == _wanted(text)


@pytest.mark.parametrize(
    ("text", "kit", "here"), [case[1:] for case in KNOWN_DIFFERENCES], ids=[case[0] for case in KNOWN_DIFFERENCES]
)
def test_the_two_readers_differ_in_nothing_but_this(text: str, kit: list[str], here: list[str]) -> None:
    """Each known difference between the two readers is what it is said to be."""
    assert [found.value for found in read_contacts(text)] == kit
    assert read_keys(text) == [key_of(value) for value in here]


def test_training_texts_are_read_alike() -> None:
    """At least 99 in 100 texts of a training case give the same contacts."""
    world = World(3, SIZES["small"])
    for group in make_groups(world):
        leave_traces(world, group)
    make_innocents(world)
    texts = sorted({f"{advert.title}\n{advert.body}" for advert in world.traces.adverts})
    assert len(texts) > 200
    assert sum(read_keys(text) == _wanted(text) for text in texts) >= 0.99 * len(texts)


def test_pieces_in_any_order_are_read_alike() -> None:
    """At least 99 in 100 texts made of pieces of contacts in any order give the same contacts."""
    dice = random.Random(4)
    texts = [
        "".join(dice.choice(MIXED) + " " * (dice.random() < 0.3) for _ in range(dice.randint(2, 24)))
        for _ in range(2_000)
    ]
    assert sum(read_keys(text) == _wanted(text) for text in texts) >= 0.99 * len(texts)


@st.composite
def _written(draw: st.DrawFn) -> str:
    """Write a number, each digit in a way of its own, with one mark between all."""
    digits = "063998" + draw(st.text("0123456789", min_size=4, max_size=4))
    ways = draw(st.lists(st.sampled_from(DIGIT_WAYS), min_size=10, max_size=10))
    return draw(st.sampled_from(SEPARATORS)).join(way[int(digit)] for digit, way in zip(digits, ways, strict=True))


@given(_written(), st.sampled_from(AROUND), st.sampled_from(AROUND))
def test_a_number_in_any_mixture_of_ways_is_read_alike(written: str, before: str, after: str) -> None:
    """A number written in any mixture of ways gives what the kit reads."""
    text = f"{before} :: {written} :: {after}"
    assert read_keys(text) == _wanted(text)


@given(
    st.one_of(st.text(st.characters(exclude_categories=())), st.lists(st.sampled_from(MIXED), max_size=40).map("".join))
)
def test_any_letters_are_taken(text: str) -> None:
    """Any text gives stretches in order that do not overlap, the same each time, and its letters stay as they are."""
    letters = letters_of(text)
    before = letters.copy()
    last = 0
    for start, end, key in spans(letters):
        assert last <= start < end <= len(letters)
        assert key >> 61
        last = end
    assert np.array_equal(letters, before)


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1|", "a@", "a.", "( ", "\ue000", "one", "oh ", "1/1 ", "wx ", "a at b dot "]
)
def test_a_very_long_text_is_read_to_its_end(piece: str) -> None:
    """A number behind hundreds of thousands of pieces of contacts is still read."""
    letters = letters_of(piece * (200_000 // len(piece)) + "\n. tel: +33639981234")
    assert value_of(spans(letters)[-1][2]) == "+33639981234"


def test_no_more_is_written_than_there_is_room_for() -> None:
    """Full arrays take no more, and say so by their count."""
    letters = letters_of("06 39 98 12 34, lily@mail.example, " * 5)
    assert [len(spans(letters, room)) for room in (0, 1, 3, 10, 20)] == [0, 1, 3, 10, 10]


def test_letters_behind_the_text_do_not_count() -> None:
    """What stands in the array behind the text is no part of it."""
    letters = letters_of("tel 06 39 98 12 34567890")
    start, end, key = np.empty(4, np.int64), np.empty(4, np.int64), np.empty(4, np.uint64)
    assert find_contacts(letters, 18, contact_tables(), start, end, key) == 1
    assert value_of(key[0]) == "0639981234"
