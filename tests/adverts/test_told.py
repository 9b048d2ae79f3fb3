"""A history is told in plain sentences, and a replaced number as a finding that says its doubts."""

import pytest

from fakes.posted import FIGURES, TEXT, A, B, C, advert, line
from palermo.adapters.rules import load
from palermo.adverts import told
from palermo.adverts.history import tell
from palermo.adverts.posted import HandsetFigures, read_figures
from palermo.model.errors import Damaged

FIRST, SECOND = range(0, 72, 3), range(73, 145, 3)


def test_a_life_is_told_with_its_first_site_and_how_it_spread() -> None:
    """Days, places as they joined, gaps and what has no date are said, each in one sentence."""
    rows = [*line(0, range(10)), advert(20, 60, site="two.example", city="Brugge"), advert(21, None)]
    said = " ".join(told.life_sentences(tell(rows, FIGURES).life))
    assert "11 adverts between 1 January 2024 and 1 March 2024; the most in one month: 10, in 2024-01." in said
    assert "First site: one.example on 1 January 2024; then two.example on 1 March 2024." in said
    assert "First city: Gent on 1 January 2024; then Brugge on 1 March 2024." in said
    assert "1 stretch without adverts longer than usual; the longest of 51 days" in said
    assert "1 advert without a date" in said


def test_nothing_is_said_of_days_where_there_are_none() -> None:
    """A group without dates says so, and that nothing can be said of drift and numbers."""
    history = tell(line(0, [None, None]), FIGURES)
    assert told.life_sentences(history.life) == ["None of the 2 adverts has a date."]
    assert told.drift_sentence(history.drifts[0]).startswith("Too few adverts")
    assert told.numbers_sentence(history.successions).startswith("Fewer than two numbers")
    assert told.reposts_sentence(history.reposts) == "No advert is a near-certain repost of another."


def test_a_replaced_number_is_a_finding_with_its_doubts() -> None:
    """Until when and from when, what is shared, both figures of chance, innocent explanations and what is not known."""
    history = tell([*line(0, FIRST, A), *line(50, SECOND, B), *line(90, [None])], FIGURES)
    (found,) = told.findings(history, FIGURES)
    assert found.sentence == (
        f"Numbers that replaced one another: {A} until 10 March 2024 (24 adverts), {B} from 14 March 2024 (24 adverts), the "
        "same wording in 24 and the same persona in 24 of the latter. 1 pair of numbers in this group follows one another as "
        "closely; were each number in use for as long but from a day drawn at random, fewer than 0.1 would be expected."
    )
    assert (found.rule, found.strength, found.kinds) == ("AH-01", "weak", ("adverts",))
    assert found.subjects == (f"contact:{A}", f"contact:{B}")
    assert len(found.rows) == 48
    assert len(found.innocent) == 3
    assert any("collecting may have stopped" in words for words in found.not_known)
    assert any("without a date" in words for words in found.not_known)
    assert set(dict(found.parameters)) == set(HandsetFigures.__dataclass_fields__)


def test_what_makes_a_succession_doubtful_is_said() -> None:
    """Another number that began as near, a city alone in common, and days side by side are said."""
    other = line(90, range(73, 145, 4), C, persona="Bella")
    (found,) = told.findings(tell([*line(0, FIRST, A), *line(50, SECOND, B), *other], FIGURES), FIGURES)
    assert any(
        f"1 other number of the group began as near to the last day of {A}" in words for words in found.not_known
    )
    bare = [advert(n, day, number, persona="", wording=-1) for n, (day, number) in enumerate(
        [*((day, A) for day in FIRST), *((day - 7, B) for day in SECOND)])]  # fmt: skip
    (found,) = told.findings(tell([*bare, advert(99, 0, C, city="Brugge")], FIGURES), FIGURES)
    assert any(words.startswith("Only the city is shared") for words in found.not_known)
    assert "They stand side by side for 4 days." in found.sentence


def test_no_sentence_accuses() -> None:
    """No sentence names a person, a crime or an intention: adverts, numbers, days and chance are all there is."""
    history = tell([*line(0, FIRST, A), *line(50, SECOND, B, text=f"{TEXT} closed on sunday")], FIGURES)
    said = [
        *told.life_sentences(history.life),
        *(told.change_sentence(change) for drift in history.drifts for change in drift.changes),
        *(told.chain_sentence(chain, hours=True) for chain in history.reposts.chains),
        *(found.sentence for found in told.findings(history, FIGURES)),
        told.numbers_sentence(history.successions),
        *told.rules(FIGURES),
    ]
    assert len(said) > 10
    barred = (
        "suspect",
        "victim",
        "crim",
        "traffick",
        "hide",
        "hiding",
        "evade",
        "burner",
        "she ",
        "he ",
        "woman",
        "girl",
    )
    assert [words for words in said if any(f" {bar}" in f" {words.casefold()}" for bar in barred)] == []


def test_each_rule_names_its_figures() -> None:
    """Every figure of the table is in the rules as told, save how much is remembered or looked at."""
    said = " ".join(told.rules(FIGURES))
    for figure in (
        FIGURES.lives.gap_days,
        FIGURES.drift.least_adverts,
        FIGURES.reposts.alike_percent,
        FIGURES.handsets.overlap_days,
    ):
        assert f" {figure} " in said


@pytest.mark.parametrize("table", [{}, {"indicators": {}}, {**load("history"), "drift": {}}])
def test_a_broken_table_is_named(table: dict[str, object]) -> None:
    """A table that lacks something is told in words."""
    with pytest.raises(Damaged, match="table of history"):
        read_figures(table)
