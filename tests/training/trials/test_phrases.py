"""Trials of phrases are whole, the same for a seed, made of every kind, and carry no number that could be anybody's."""

import re
from collections import Counter, defaultdict

import pytest

from palermo.training.trials import NUMBERS, Trial, make_trial
from palermo.training.trials.hands import HAND_KINDS
from palermo.training.trials.lone import LONE_KINDS
from palermo.training.trials.model import ADVERT_COLUMNS, TRUTH_COLUMNS
from palermo.training.trials.phrasebook import book
from palermo.training.trials.words import PARTS

SIZE = 3_000
RESERVED = re.compile(
    r"\+33(19900|26191|35301|46571|53649|63998)\d{4}|\+3532091\d{5}|\+1(?!\d(?P<twin>\d)(?P=twin))(?!88)[2-9][0-8]\d55501\d\d"
    r"|\+44(7700900|1(13|14|15|16|17|18|21|31|41|51|61)4960|2079460|1914980|2896496|2920180|1632960)\d{3}"
)
"""Numbers kept for fiction, written out here so that the program's own table is held to it."""


@pytest.fixture(scope="module")
def trial() -> Trial:
    """Give a trial with every number readable."""
    return make_trial("phrases", 5, SIZE)


def test_a_seed_gives_the_same_trial_and_another_seed_another(trial: Trial) -> None:
    """The same seed gives the same rows, another one others."""
    again, other = make_trial("phrases", 5, SIZE), make_trial("phrases", 6, SIZE)
    assert again.adverts.equals(trial.adverts)
    assert again.truth.equals(trial.truth)
    assert not other.adverts.equals(trial.adverts)


@pytest.mark.parametrize("size", [1, 2, 7, 50, 401])
def test_a_trial_has_the_size_asked_for(size: int) -> None:
    """However small, a trial has as many rows as were asked for, and no hand of one."""
    made = make_trial("phrases", 1, size)
    hands = Counter(row["group"] for row in made.truth.to_pylist() if not row["lone"])
    assert made.adverts.num_rows == made.truth.num_rows == size
    assert all(count >= 2 for count in hands.values())


def test_the_truth_is_complete(trial: Trial) -> None:
    """Every advert has its own id and a truth in the same place, with nothing left empty."""
    adverts, truth = trial.adverts, trial.truth
    assert tuple(adverts.column_names) == ADVERT_COLUMNS
    assert tuple(truth.column_names) == TRUTH_COLUMNS
    assert adverts["advert_id"].equals(truth["advert_id"])
    assert len(set(adverts["advert_id"].to_pylist())) == SIZE
    assert truth["row"].to_pylist() == list(range(1, SIZE + 1))
    assert all(all(value not in {"", None} for value in row.values()) for row in truth.to_pylist())
    assert set(adverts["contact"].to_pylist()) == {""}


def test_every_kind_is_there_about_equally_often(trial: Trial) -> None:
    """Hands' kinds are as frequent as one another, lone ones likewise, and more than half of the adverts are lone."""
    kinds = Counter(trial.truth["kind"].to_pylist())
    assert set(kinds) == {*HAND_KINDS, *LONE_KINDS}
    for some in (HAND_KINDS, LONE_KINDS):
        counts = [kinds[kind] for kind in some]
        assert max(counts) - min(counts) <= 0.1 * max(counts)
    assert 0.55 <= sum(trial.truth["lone"].to_pylist()) / SIZE <= 0.60


def test_lone_advertisers_are_alone_and_hands_are_not(trial: Trial) -> None:
    """A lone advertiser has up to 3 adverts with one number, a hand 2 to 60 of one kind."""
    rows = defaultdict(list)
    for row in trial.truth.to_pylist():
        rows[row["group"]].append(row)
    for own in rows.values():
        assert len({row["kind"] for row in own}) == 1
        if own[0]["lone"]:
            assert len(own) <= 3
            assert len({row["phone"] for row in own}) == 1
        else:
            assert 2 <= len(own) <= 60


def test_no_number_is_shared_by_two_advertisers(trial: Trial) -> None:
    """A number belongs to one hand."""
    owners = defaultdict(set)
    for row in trial.truth.to_pylist():
        owners[row["phone"]].add(row["group"])
    assert all(len(groups) == 1 for groups in owners.values())


def test_every_number_is_one_kept_for_fiction(trial: Trial) -> None:
    """Every advertiser's number lies in a range reserved for fiction."""
    assert [phone for phone in trial.truth["phone"].to_pylist() if not RESERVED.fullmatch(phone)] == []


def test_numbers_that_nobody_can_read_are_taken_out() -> None:
    """With `none` no advertiser's number stands in plain digits, with `some` fewer do than with all readable."""
    plain: dict[str, int] = {}
    for numbers in NUMBERS:
        made = make_trial("phrases", 5, SIZE, numbers)
        digits = [re.sub(r"\D", "", body) for body in made.adverts["body"].to_pylist()]
        ends = [phone[-8:] for phone in made.truth["phone"].to_pylist()]
        plain[numbers] = sum(end in text for end, text in zip(ends, digits, strict=True))
    assert plain["readable"] > plain["some"] > plain["none"]
    assert plain["none"] == 0
    assert plain["some"] / plain["readable"] == pytest.approx(0.7, abs=0.06)


def test_no_slot_is_left_open(trial: Trial) -> None:
    """No text holds a slot's mark or a brace."""
    for text in (*trial.adverts["title"].to_pylist(), *trial.adverts["body"].to_pylist()):
        assert not re.search(r"[\x01-\x08{}]", text)


@pytest.mark.parametrize("language", sorted(PARTS))
def test_a_language_has_three_hundred_phrases(language: str) -> None:
    """A language has at least 300 different stock phrases, the everyday ones among them."""
    known = book(language)
    assert len(set(known.phrases)) >= 300
    assert set(known.usual) <= set(known.phrases)
