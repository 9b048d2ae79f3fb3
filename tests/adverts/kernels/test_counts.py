"""Words are weighed by how few other voices would write them there: as plain counting says, whoever counts first."""

from collections import defaultdict

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.adverts.kernels.counts import count, logs, weigh

TEXTS = st.lists(st.lists(st.integers(0, 5), max_size=9), min_size=1, max_size=7)
BELIEVE, HEAVIEST, FAR = 2.0, 8000, 20.0
BITS = 20
"""Cells enough that no two runs of so few words fall into one."""


def weights_of(
    texts: list[list[int]], voices: list[int], seen: float, turns: tuple[int, int] = (0, 1), own: int = 1
) -> npt.NDArray[np.uint16]:
    """Count the two halves of the runs in turn, and weigh."""
    size = np.array([len(text) for text in texts], np.int64)
    first = np.concatenate([[0], np.cumsum(size)]).astype(np.int64)
    words = np.array([word for text in texts for word in text] or [0], np.uint32)
    voice = np.array(voices, np.int64)
    order = np.argsort(voice, kind="stable")
    one, two, three, four = (np.zeros(1 << BITS, np.uint32) for _ in range(4))
    tables = (one, two, three, four)
    for which in turns:
        count(words, (first[:-1], size), (order, voice[order]), tables, which)
    out = np.zeros(int(first[-1]), np.uint16)
    weigh(words, (first[:-1], size, first), tables, (seen, BELIEVE, HEAVIEST, FAR), 0, len(texts), logs(), out, own)
    return out


def by_plain_counting(texts: list[list[int]], voices: list[int], seen: float) -> list[float]:
    """Give the chance of each word, 1 for a blank, from sets of the voices that wrote each run."""
    users: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for text, voice in zip(texts, voices, strict=True):
        for end in range(1, len(text) + 1):
            users[(text[end - 1],)].add(voice)
            for longer in range(2, min(end, 4) + 1):
                users[tuple(text[end - longer : end])].add(voice)
    chances = []
    for text, voice in zip(texts, voices, strict=True):
        for k, word in enumerate(text):
            if word == 0:
                chances.append(1.0)
                continue
            chance = (len(users[(word,)] - {voice}) + 1) / seen
            for longer in range(1, min(k, 3) + 1):
                trust = FAR if longer == 3 else BELIEVE
                run = len(users[tuple(text[k - longer : k + 1])] - {voice})
                before = len(users[tuple(text[k - longer : k])] - {voice})
                chance = (run + trust * chance) / (max(before, run) + trust)
            chances.append(chance)
    return chances


@st.composite
def files(draw: st.DrawFn) -> tuple[list[list[int]], list[int]]:
    """Give texts and the voice of each."""
    texts = draw(TEXTS)
    return texts, draw(st.lists(st.integers(0, 3), min_size=len(texts), max_size=len(texts)))


@given(files())
@settings(deadline=None)
def test_weights_are_those_of_plain_counting(file: tuple[list[list[int]], list[int]]) -> None:
    """A word weighs by how many voices but its own wrote it, and wrote it after the words before; a blank weighs nothing."""
    texts, voices = file
    expected = [
        min(HEAVIEST, max(0.0, -1000 * float(np.log(chance)))) for chance in by_plain_counting(texts, voices, 50.0)
    ]
    assert np.allclose(weights_of(texts, voices, 50.0), expected, atol=2)


@given(files())
@settings(deadline=None, max_examples=40)
def test_which_half_is_counted_first_makes_no_difference(file: tuple[list[list[int]], list[int]]) -> None:
    """Single words and runs of three may be counted before or after the others: the weights are the same."""
    assert weights_of(*file, 50.0, (1, 0)).tolist() == weights_of(*file, 50.0).tolist()


def test_a_thousand_voices_are_counted_to_within_a_few() -> None:
    """A cell knows a voice by a short stamp: of thousands that follow one another none passes for the one before it."""
    texts = [[7]] * 5000
    found = weights_of([*texts, [7]], list(range(5001)), 6000.0)
    assert abs(int(found[0]) - int(-1000 * np.log(5001 / 6000))) <= 3


@given(files())
@settings(deadline=None, max_examples=40)
def test_a_voice_that_repeats_itself_is_counted_once(file: tuple[list[list[int]], list[int]]) -> None:
    """A text posted again by the same voice changes no weight."""
    texts, voices = file
    again = weights_of([*texts, texts[0]], [*voices, voices[0]], 50.0)
    assert again[: sum(map(len, texts))].tolist() == weights_of(texts, voices, 50.0).tolist()


def test_what_many_write_weighs_little_and_what_one_writes_weighs_much() -> None:
    """A phrase of ten voices weighs next to nothing inside; a voice's own words weigh all they can."""
    common, own = [2, 3, 4, 5], [91, 92, 93, 94]
    found = weights_of([[*common, *own], *([common] * 10)], list(range(11)), 500.0)
    assert found[1:4].max() < 1200
    assert found[4:8].min() > 4000
