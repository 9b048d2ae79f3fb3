"""Wordings hold together: no chain of links pulls together texts that have nothing in common."""

import numpy as np

from adverts.kernels.toys import Word, kept_of
from palermo.adverts.kernels.contacts_graph import flatten
from palermo.adverts.kernels.gather import gather


def phrase(start: int, size: int = 10) -> list[Word]:
    """Give words of a phrase, each rare."""
    return [(word, 3000) for word in range(start, start + size)]


def wordings(texts: list[list[Word]], links: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Gather by links, the strongest first; give the wording of each text and which links joined something."""
    parent = np.arange(len(texts))
    used = np.zeros(len(links), np.uint8)
    first, second = (np.array([link[k] for link in links], np.int64) for k in (0, 1))
    gather(kept_of(texts), (first, second), 10_000, parent, used)
    return [int(head) for head in flatten(parent)], used.tolist()


def test_a_chain_does_not_pull_two_texts_together_that_share_nothing() -> None:
    """A is like B and B like C, but C is like neither A nor most of A's wording: C stays out."""
    a, c = phrase(100), phrase(200)
    texts = [a, [*a, *c], c, a]
    found, used = wordings(texts, [(0, 3), (0, 1), (1, 2)])
    assert found == [0, 0, 2, 0]
    assert used == [1, 1, 0]


def test_texts_that_are_all_alike_are_one_wording_under_the_first() -> None:
    """Links in any order of strength bring copies together; a link inside a wording joins nothing more."""
    texts = [phrase(100)] * 5
    found, used = wordings(texts, [(3, 4), (1, 2), (2, 4), (0, 1), (0, 3)])
    assert found == [0] * 5
    assert used == [1, 1, 1, 1, 0]


def test_texts_without_links_stay_alone() -> None:
    """What no link touches is its own wording."""
    assert wordings([phrase(100), phrase(100)], [])[0] == [0, 1]


def test_two_wordings_bridged_by_one_mixed_text_stay_two() -> None:
    """A text made of two wordings joins the one it is linked to more strongly, and brings the other nowhere."""
    a, b = phrase(100), phrase(200)
    texts = [a, a, a, b, b, b, [*a, *b]]
    found, _ = wordings(texts, [(0, 1), (1, 2), (3, 4), (4, 5), (0, 6), (3, 6)])
    assert found == [0, 0, 0, 3, 3, 3, 0]
