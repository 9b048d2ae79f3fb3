"""Groups and templates are numbered by size, named by content, and told with their weakest link and their shared text."""

from random import Random

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from adverts.adverts_written import Row, batches_of, phone_of, text_of
from palermo.adverts.engine import Grouped, group_batches
from palermo.adverts.outcome import BY_CONTACT, met, number_parts, pairs, weakest_links, why_alone
from palermo.adverts.outlines import outlines
from palermo.adverts.reading import Ints

PARTS = st.lists(st.integers(-1, 9), min_size=10, max_size=30)


def grouped(rows: list[Row], banned: tuple[str, ...] = ()) -> Grouped:
    """Group adverts."""
    return group_batches(batches_of(rows), banned=banned)


def templates_of(rows: list[Row], banned: tuple[str, ...] = ()) -> list[str]:
    """Give the texts of all templates, the largest first."""
    found = grouped(rows, banned)
    numbered = number_parts(found.template, found.corpus.row, "T-")

    def texts(chosen: Ints) -> pa.Array:
        return pa.array([f"{rows[row].title}\n{rows[row].body}" for row in chosen], pa.large_string())

    written: list[str] = outlines(found, numbered.of, len(numbered.ids), texts).text.to_pylist()
    return written


@settings(deadline=None)
@given(PARTS, st.randoms())
def test_parts_are_named_by_content_whatever_the_order(parts: list[int], dice: Random) -> None:
    """The same rows in another order are in parts of the same names; the largest comes first, one row is no part."""
    hashes = np.arange(1, len(parts) + 1, dtype=np.uint64) * np.uint64(77)
    order = list(range(len(parts)))
    dice.shuffle(order)
    found = number_parts(np.array(parts, np.int64), hashes, "G-")
    other = number_parts(np.array([parts[n] for n in order], np.int64), hashes[order], "G-")
    assert other.ids == found.ids
    assert other.of.tolist() == [found.of[n] for n in order]
    assert (
        sorted(found.rows.tolist(), reverse=True)
        == found.rows.tolist()
        == np.bincount(found.of[found.of >= 0], minlength=len(found.ids)).tolist()
    )
    assert all(many > 1 for many in found.rows)
    assert len(set(found.ids)) == len(found.ids)


def test_parts_of_the_very_same_content_have_names_of_their_own() -> None:
    """A count behind the id tells them apart."""
    found = number_parts(np.array([0, 0, 1, 1]), np.array([5, 6, 5, 6], np.uint64), "G-")
    assert found.ids[1] == f"{found.ids[0]}-2"


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 4)), max_size=30))
def test_values_are_counted_once_a_group(entries: list[tuple[int, int]]) -> None:
    """What belongs to no group, or is none, is not counted."""
    of, value = (np.array([entry[n] for entry in entries], np.int64) for n in (0, 1))
    known = [entry for entry in entries if min(entry) >= 0]
    assert met(of, value, 4).tolist() == [len({v for g, v in known if g == group}) for group in range(4)]
    assert [int(n) for n in pairs(of, value)[2]] == [known.count(pair) for pair in sorted(set(known))]


def test_the_weakest_link_is_by_wording_only_where_contacts_do_not_join() -> None:
    """A group of one phone has none by wording; of two texts alike, it is what they share."""
    body = text_of(1, 60)
    rows = [
        Row(f"{text_of(5)} {phone_of(1)}"),
        Row(f"{text_of(6)} {phone_of(1)}"),
        Row(body),
        Row(f"{body} {text_of(9, 3)}"),
    ]
    found = grouped(rows)
    groups = number_parts(found.group, found.corpus.row, "G-")
    weakest = weakest_links(found, groups)
    by_phone, by_text = int(groups.of[0]), int(groups.of[2])
    assert weakest.score[by_phone] == BY_CONTACT
    assert weakest.score[by_text] >= found.tail.threshold
    assert 0 < weakest.expected(found, by_text) <= 0.5


def test_adverts_are_alone_for_a_reason() -> None:
    """Nothing in them, or nothing improbable enough; every advert that is asked about is counted once."""
    found = grouped([Row(""), Row("😀"), Row(text_of(3)), Row(text_of(4))])
    assert why_alone(found, np.ones(4, dtype=bool)).tolist() == [2, 0, 2]
    assert why_alone(found, np.array([True, False, False, True])).tolist() == [1, 0, 1]


def test_a_template_keeps_what_most_texts_have_as_it_was_written() -> None:
    """Words stay with what stands between them; slots stand for contacts, numbers, names and whatever differs."""
    first, last = text_of(1, 25).capitalize(), text_of(2, 25)
    rows = [
        Row(f"{first}, ask {name}! Call {phone_of(n)} — {last}.", title="Hello", persona=name)
        for n, name in enumerate(("Ruby", "Pearl", "Opal"))
    ]
    assert templates_of(rows) == [f"Hello\n{first}, ask […]! Call […] — {last}."]


def test_a_template_shows_no_banned_word() -> None:
    """It is a slot, as a phrase of several words is, in whatever case and with look-alike letters."""
    body = text_of(1, 60)
    rows = [Row(f"Vexian {body} Оld Gorlish end{n}") for n in range(3)]
    assert templates_of(rows, ("vexian", "old gorlish")) == [f"[…] {body} […]"]


def test_a_long_text_ends_in_a_slot() -> None:
    """What was not looked at is not claimed to be shared."""
    body = text_of(1, 900)
    written = templates_of([Row(body), Row(f"{body} x")])[0]
    assert written.endswith("[…]")
    assert body.startswith(written.removesuffix("[…]").rstrip())
