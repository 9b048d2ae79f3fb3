"""A naive model of people's words on pairs: it knows no sets that grow together and no search, and tries everything."""

from collections.abc import Collection, Iterable
from itertools import combinations, pairwise, permutations

from palermo.identity.judging import Answer, Pair, Policy, Word
from palermo.model.ids import RowKey


def say_all(words: Iterable[Word], policy: Policy) -> dict[Pair, str]:
    """Tell how each pair stands that somebody spoke of."""
    left = list(words)
    guarded = set(policy.guarded)
    while True:  # once more for every record that comes in, until none does
        more = {
            row
            for pair in {word.pair for word in left}
            for row in pair
            if guarded & set(pair)
            and len(_who(left, pair, Answer.SAME)) >= policy.least
            and not _who(left, pair, Answer.DIFFERENT)
        }
        if more <= guarded:
            break
        guarded |= more
    found = {}
    for pair in {word.pair for word in left}:
        same, different = _who(left, pair, Answer.SAME), _who(left, pair, Answer.DIFFERENT)
        needs = policy.least if guarded & set(pair) else 1
        if same and different:
            found[pair] = "disputed"
        elif not same and not different:
            found[pair] = "open"
        elif len(same | different) < needs:
            found[pair] = "waits"
        else:
            found[pair] = "same" if same else "different"
    return found


def _who(words: Iterable[Word], pair: Pair, answer: Answer) -> set[str]:
    return {word.who for word in words if word.pair == pair and word.answer is answer}


def clusters(states: dict[Pair, str]) -> set[tuple[RowKey, ...]]:
    """Put records together that are the same, again and again until nothing moves."""
    groups = [set(pair) for pair, state in states.items() if state == "same"]
    moved = True
    while moved:
        moved = False
        for one, other in combinations(range(len(groups)), 2):
            if groups[one] & groups[other]:
                groups[one] |= groups.pop(other)
                moved = True
                break
    return {tuple(sorted(group)) for group in groups}


def contradictions(states: dict[Pair, str], rows: Collection[RowKey]) -> dict[Pair, int]:
    """Give how many records the shortest cycle of each contradiction has: every way round is tried, short ones first."""
    same = {pair for pair, state in states.items() if state == "same"}
    found = {pair: 2 for pair, state in states.items() if state == "disputed"}
    for pair, state in states.items():
        if state != "different":
            continue
        between = [row for row in rows if row not in pair]
        for length in range(1, len(between) + 1):
            ways = ((pair[0], *middle, pair[1]) for middle in permutations(between, length))
            if any(_is_way(way, same) for way in ways):
                found[pair] = length + 2
                break
    return found


def _is_way(way: tuple[RowKey, ...], same: set[Pair]) -> bool:
    return all(tuple(sorted(step)) in same for step in pairwise(way))
