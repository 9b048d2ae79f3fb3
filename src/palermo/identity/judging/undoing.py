"""What would change if one word were taken back: found by telling what stands without it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from palermo.identity.judging.people import Contradiction, People, people_of
from palermo.identity.judging.standing import Policy, State, stand
from palermo.identity.judging.words import Word
from palermo.model.ids import RowKey


@dataclass(frozen=True, slots=True)
class Undoing:
    """What taking a word back would change.

    Attributes:
        n: the word's number.
        before: how its pair stands.
        after: how it would stand.
        ends: the clusters that would be no more.
        begins: those that would take their place; records that would stand alone are in none.
        settles: the contradictions that would be gone.
        raises: those that would be new.
    """

    n: int
    before: State
    after: State
    ends: tuple[tuple[RowKey, ...], ...]
    begins: tuple[tuple[RowKey, ...], ...]
    settles: tuple[Contradiction, ...]
    raises: tuple[Contradiction, ...]


def if_undone(words: Iterable[Word], policy: Policy, n: int) -> Undoing:
    """Tell what would change if word `n` were taken back.

    Raises:
        KeyError: no word of that number stands.
    """
    all_words = list(words)
    gone = next((word for word in all_words if word.n == n), None)
    if gone is None:
        raise KeyError(n)
    near = _around(all_words, gone)
    before, after = stand(near, policy), stand([word for word in near if word.n != n], policy)
    now, then = people_of(before), people_of(after)
    return Undoing(
        n, before.state(gone.pair), after.state(gone.pair),
        ends=_less(now.clusters, then.clusters), begins=_less(then.clusters, now.clusters),
        settles=_gone(now, then), raises=_gone(then, now),
    )  # fmt: skip


def _around(words: Sequence[Word], word: Word) -> list[Word]:
    """Keep the words that hang together with one: nothing else can change with it."""
    by_row: dict[RowKey, list[Word]] = {}
    for each in words:
        for row in each.pair:
            by_row.setdefault(row, []).append(each)
    reached = set(word.pair)
    left = list(word.pair)
    found: dict[int, Word] = {}
    while left:
        for each in by_row[left.pop()]:
            found[each.n] = each
            fresh = [row for row in each.pair if row not in reached]
            reached.update(fresh)
            left += fresh
    return list(found.values())


def _less(one: tuple[tuple[RowKey, ...], ...], other: tuple[tuple[RowKey, ...], ...]) -> tuple[tuple[RowKey, ...], ...]:
    kept = set(other)
    return tuple(cluster for cluster in one if cluster not in kept)


def _gone(one: People, other: People) -> tuple[Contradiction, ...]:
    """Give the contradictions of one that are none of the other; by pair, for the way round may only grow longer."""
    kept = {found.pair for found in other.contradictions}
    return tuple(found for found in one.contradictions if found.pair not in kept)
