"""Trials of the shared grammar are whole, the same for a seed, made of every kind, and hold what their kinds say."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.training.trials import Trial, make_trial
from palermo.training.trials.drift import adorn, cut, edit_words, mistype
from palermo.training.trials.grammar import GRAMMAR_KINDS, LONE_KINDS
from palermo.training.trials.quick import Quick
from palermo.training.trials.rules import drawn, grammar
from palermo.training.trials.words import PARTS

SIZE = 3_000
SLOTS = "\x01\x02\x03\x04"


@pytest.fixture(scope="module")
def trial() -> Trial:
    """Give a trial with every number readable."""
    return make_trial("grammar", 5, SIZE)


def test_a_seed_gives_the_same_trial_and_another_seed_another(trial: Trial) -> None:
    """The same seed gives the same rows, another one others."""
    again, other = make_trial("grammar", 5, SIZE), make_trial("grammar", 6, SIZE)
    assert again.adverts.equals(trial.adverts)
    assert again.truth.equals(trial.truth)
    assert not other.adverts.equals(trial.adverts)


@pytest.mark.parametrize("size", [1, 2, 7, 50, 401])
def test_a_trial_has_the_size_asked_for(size: int) -> None:
    """However small, a trial has as many rows as were asked for, and no hand of one."""
    made = make_trial("grammar", 1, size)
    hands = Counter(row["group"] for row in made.truth.to_pylist() if not row["lone"])
    assert made.adverts.num_rows == made.truth.num_rows == size
    assert all(count >= 2 for count in hands.values())


def test_every_kind_is_there(trial: Trial) -> None:
    """Every kind has its share, and a lone kind is a lone advertiser's."""
    rows = trial.truth.to_pylist()
    kinds = Counter(row["kind"] for row in rows)
    assert set(kinds) == set(GRAMMAR_KINDS)
    assert min(kinds.values()) >= SIZE * 0.05
    assert all(row["lone"] == (row["kind"] in LONE_KINDS) for row in rows)


def test_the_truth_is_complete(trial: Trial) -> None:
    """Every advert has a truth in the same place, with nothing left empty."""
    assert trial.adverts["advert_id"].equals(trial.truth["advert_id"])
    assert trial.truth["row"].to_pylist() == list(range(1, SIZE + 1))
    assert all(all(value not in {"", None} for value in row.values()) for row in trial.truth.to_pylist())


def test_a_quarter_has_no_number_of_the_advertiser_in_the_text(trial: Trial) -> None:
    """About a quarter of lone adverts lack the sentence with the number, as can be told where it stands in plain digits."""
    bodies, truth = trial.adverts["body"].to_pylist(), trial.truth.to_pylist()
    lone = [
        body
        for body, row in zip(bodies, truth, strict=True)
        if row["kind"] == "lone" and PARTS["zh"].digits[0] not in body
    ]
    without = sum(not re.search(r"\d\W*\d\W*\d\W*\d\W*\d|[Ol]\d|\d[Ol]", body) for body in lone)
    assert 0.2 <= without / len(lone) <= 0.4


def test_no_slot_is_left_open(trial: Trial) -> None:
    """No text holds a slot's mark, a bracket of the grammar or a brace."""
    for text in (*trial.adverts["title"].to_pylist(), *trial.adverts["body"].to_pylist()):
        assert not re.search(r"[\x01-\x08{}\[\]<>|]", text)


@pytest.mark.parametrize("language", sorted(PARTS))
def test_a_language_has_more_than_25_patterns_and_seldom_says_the_same(language: str) -> None:
    """A language has over 25 sentence patterns, and two texts drawn from it are not the same."""
    rules = grammar(language)
    dice = Quick("any")
    assert len(rules.sentences) >= 25
    assert all(drawn(dice, node).strip() for node in rules.sentences)
    assert len({"".join(rules.text(dice, 8)) for _ in range(50)}) == 50
    assert all(word not in others for word, others in rules.synonyms.items())


@given(st.integers(0, 10_000), st.sampled_from(sorted(PARTS)))
def test_what_befalls_a_text_keeps_its_slots_or_loses_them_and_makes_no_new_ones(seed: int, language: str) -> None:
    """Edits, typing errors and emoji keep each slot as often as it was or fewer, and a cut keeps 40 to 70 %."""
    dice, rules = Quick(f"drift {seed}"), grammar(language)
    text = rules.gap.join(rules.text(dice, 6))
    for changed in (edit_words(dice, text, rules), mistype(dice, text), adorn(dice, text, rules.gap), cut(dice, text)):
        assert all(changed.count(slot) <= text.count(slot) for slot in SLOTS)
    assert 0.39 * len(text) - 1 <= len(cut(dice, text)) <= 0.7 * len(text)
