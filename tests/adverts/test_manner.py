"""What the manner of two texts adds is learnt from the file, and counts for nothing where the file teaches nothing."""

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adverts.engine import group_batches
from palermo.adverts.kernels.manner import usual_marks
from palermo.adverts.manner import Manner, Trait, learn
from palermo.adverts.pairing import Pairs
from palermo.adverts.reading import Ints


def trait(of: list[int], name: str = "marks") -> Trait:
    """Make a trait of texts that are each a voice of their own."""
    held = np.array(of, np.int64)
    return Trait(name, held, np.bincount(held[held >= 0]))


def pairs_of(couples: list[tuple[int, int]], score: int) -> Pairs:
    """Make pairs that all share as much."""
    a, b = (np.array([couple[n] for couple in couples], np.int64) for n in (0, 1))
    return Pairs(a, b, np.full(len(couples), score, np.int64))


def couples(texts: int) -> list[tuple[int, int]]:
    """Pair texts two by two."""
    return [(n, n + 1) for n in range(0, texts, 2)]


def added(manner: Manner, a: int, b: int) -> int:
    """Say what the manner of two texts adds."""
    return int(manner.added(np.array([a]), np.array([b]))[0])


def test_agreeing_speaks_for_one_hand_and_differing_against_where_the_file_says_so() -> None:
    """Texts that share beyond doubt agree in it and others seldom do: so a pair that agrees gains, one that differs loses."""
    held = trait([n // 2 % 10 for n in range(400)])
    manner = learn((held,), pairs_of(couples(400), 30_000), 20_000)
    assert added(manner, 0, 1) > 1500
    assert added(manner, 0, 2) < -1500
    assert manner.told(0, 1) == (["marks"], [])
    assert manner.told(0, 2) == ([], ["marks"])


def test_the_rarer_what_two_texts_agree_in_the_more_it_says() -> None:
    """What one text in fifty has tells more than what most have."""
    held = trait([1 if n % 50 < 2 else 0 for n in range(600)])
    manner = learn((held,), pairs_of(couples(600), 30_000), 20_000)
    assert added(manner, 0, 1) > added(manner, 10, 11) >= 0


def test_a_trait_that_hands_do_not_keep_counts_for_nothing() -> None:
    """Where texts that share beyond doubt agree no more often than strangers, agreeing says nothing."""
    held = trait([n % 2 for n in range(800)])
    manner = learn((held,), pairs_of(couples(800), 30_000), 20_000)
    assert manner.traits == ()
    assert added(manner, 0, 2) == 0


def test_a_small_file_teaches_nothing() -> None:
    """With few texts beyond doubt no manner is learnt."""
    held = trait([n // 2 for n in range(100)])
    assert learn((held,), pairs_of(couples(100), 30_000), 20_000).traits == ()


def test_pairs_in_doubt_teach_nothing() -> None:
    """Only pairs whose words leave no doubt are learnt from."""
    held = trait([n // 2 % 10 for n in range(400)])
    assert learn((held,), pairs_of(couples(400), 19_999), 20_000).traits == ()


def test_what_a_text_lacks_speaks_neither_way() -> None:
    """A text without a name, or without marks, neither agrees nor differs."""
    held = trait([-1 if n == 0 else n // 2 % 10 for n in range(400)])
    manner = learn((held,), pairs_of(couples(400), 30_000), 20_000)
    assert added(manner, 0, 1) == 0
    assert not manner.unlike(np.array([0]), np.array([5]))[0]
    assert manner.told(0, 1) == ([], [])


@given(st.permutations(range(60)))
@settings(max_examples=20, deadline=None)
def test_the_order_of_pairs_teaches_nothing(order: list[int]) -> None:
    """The same pairs in any order give the same figures."""
    held = trait([n // 2 % 7 for n in range(400)])
    twos = couples(400)
    shuffled = [twos[n] for n in order] + twos[60:]
    whole = learn((held,), pairs_of(twos, 30_000), 20_000)
    mixed = learn((held,), pairs_of(shuffled, 30_000), 20_000)
    assert whole.differ == mixed.differ
    assert [part.tolist() for part in whole.agree] == [part.tolist() for part in mixed.agree]


def test_the_usual_mark_is_the_one_before_what_tells_most() -> None:
    """A site's sentences weigh little: their full stops do not outvote the marks between an advertiser's own phrases."""
    marks = np.array([0, 5, 7, 5, 7, 7], np.uint8)
    weights = np.array([900, 900, 250, 800, 250, 250], np.uint16)
    out = np.zeros(1, np.uint8)
    first: Ints = np.array([0], np.int64)
    usual_marks(marks, (first, np.array([6], np.int64), first), weights, 200, 0, 1, out)
    assert out[0] == 5


def test_a_text_without_marks_has_none() -> None:
    """Words with spaces alone between them have no usual mark."""
    out = np.full(1, 9, np.uint8)
    first: Ints = np.array([0], np.int64)
    size = np.array([3], np.int64)
    usual_marks(np.zeros(3, np.uint8), (first, size, first), np.full(3, 900, np.uint16), 200, 0, 1, out)
    assert out[0] == 0


def test_an_advert_may_lack_every_column_but_its_text() -> None:
    """Without names and prices the engine groups by what there is."""
    texts = ["quiet room near the old harbour, long warm evenings with tea and patient hands, ring twice"] * 2
    batch = pa.record_batch({"advert_id": ["1", "2"], "title": ["", ""], "body": texts})
    found = group_batches([batch])
    assert found.group.tolist() == [0, 0]
    assert found.manner.traits == ()
