"""People's words on pairs against a naive model: random sequences of sayings and undoings, each read in another order too.

    python benchmarks/identity_judgements.py [--sequences 10000]

A sequence says and takes back up to twenty words of three people on six records, some of them guarded. After every step the
states of the pairs, the clusters and the length of each contradiction's shortest cycle are compared with those of a model
that knows no sets that grow together and tries every way round (`tests/fakes/judging_words.py`); at the end the words are
read in a random order, and every word is said and taken back once more. Then a case's worth: 10,000 words on 5,000 records.
"""

import argparse
import sys
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from fakes.judging_words import clusters, contradictions, say_all
from palermo.identity.judging import (
    Answer,
    Pair,
    Policy,
    Word,
    if_undone,
    in_the_way,
    pair_of,
    people_of,
    queue_for,
    stand,
)
from palermo.model.ids import ActorId, RowKey

ROWS = [RowKey(name) for name in "abcdef"]
WHO = [ActorId(name) for name in ("anke", "bram", "carla")]
PAIRS = [pair_of(a, b) for at, a in enumerate(ROWS) for b in ROWS[at + 1 :]]
SEED = 5


def agrees(words: list[Word], policy: Policy) -> bool:
    """Compare what stands with what the naive model finds."""
    standing = stand(words, policy)
    people = people_of(standing)
    naive = say_all(words, policy)
    return (
        {pair: standing.state(pair).value for pair in standing.spoken} == naive
        and set(people.clusters) == clusters(naive)
        and {one.pair: len(one.cycle) for one in people.contradictions} == contradictions(naive, ROWS)
    )


def sequence(chance: Random) -> tuple[int, int, int]:
    """Run one sequence; give how many steps it had, how many were compared, and how many disagreed."""
    policy = Policy(frozenset(chance.sample(ROWS, chance.randrange(3))))
    words: list[Word] = []
    steps = wrong = 0
    for n in range(1, chance.randrange(2, 21)):
        if words and chance.random() < 0.25:
            words.remove(chance.choice(words))
        else:
            pair, answer, who = chance.choice(PAIRS), chance.choice(list(Answer)), chance.choice(WHO)
            if in_the_way(words, pair, answer, who) is None:
                words.append(Word(n, pair, answer, who))
        steps += 1
        wrong += not agrees(words, policy)
    found = people_of(stand(words, policy))
    mixed = chance.sample(words, len(words))
    wrong += people_of(stand(mixed, policy)) != found
    back = [*mixed, Word(99, chance.choice(PAIRS), Answer.SAME, ActorId("dirk"))]
    wrong += people_of(stand([word for word in back if word.n != 99], policy)) != found
    return steps, steps + 2, wrong


def large(chance: Random) -> list[tuple[str, float]]:
    """Time a case of 10,000 words on 5,000 records and 20,000 proposed pairs."""
    rows = [RowKey(f"{n:032x}") for n in range(5_000)]
    policy = Policy(frozenset(rows[::50]))

    def drawn() -> Pair:
        at = chance.randrange(len(rows) - 4)
        return pair_of(rows[at], rows[at + chance.randrange(1, 4)])

    words = [Word(n, drawn(), chance.choices(list(Answer), (5, 4, 1))[0], chance.choice(WHO)) for n in range(1, 10_001)]
    proposed = {drawn(): chance.randrange(-20_000, 20_000) for _ in range(20_000)}
    leads = {row: frozenset({f"L-{chance.randrange(200)}"}) for row in rows[::3]}
    begin = perf_counter()
    standing = stand(words, policy)
    stood = perf_counter()
    people = people_of(standing)
    told = perf_counter()
    queue_for(WHO[0], proposed, standing, people, leads)
    queued = perf_counter()
    if_undone(words, policy, words[0].n)
    undone = perf_counter()
    return [
        ("what stands of 10,000 words", stood - begin),
        (
            f"who is one ({len(people.clusters):,} clusters, {len(people.contradictions):,} contradictions)",
            told - stood,
        ),
        (f"one person's queue of {len(proposed):,} pairs", queued - told),
        ("what one undoing would change", undone - queued),
    ]


def main() -> int:
    """Run, and print two tables."""
    parser = argparse.ArgumentParser(description="Words on pairs against a naive model.")
    parser.add_argument("--sequences", type=int, default=10_000)
    given = parser.parse_args()
    chance = Random(SEED)
    begin = perf_counter()
    made = [sequence(chance) for _ in range(given.sequences)]
    seconds = perf_counter() - begin
    wrong = sum(one[2] for one in made)
    print("| sequences | steps | comparisons with the naive model | disagreements | seconds |\n|---|---|---|---|---|")
    print(
        f"| {len(made):,} | {sum(one[0] for one in made):,} | {sum(one[1] for one in made):,} | {wrong} | {seconds:.0f} |"
    )
    print("\n| of a case's worth of words | milliseconds |\n|---|---|")
    for what, took in large(chance):
        print(f"| {what} | {took * 1_000:.0f} |")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
