"""Evaluation and handling codes, and how they combine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.model.codes import (
    NOT_ASSESSED,
    Evaluation,
    Handling,
    InformationGrade,
    SourceGrade,
    strictest_handling,
    weakest_evaluation,
)
from palermo.model.errors import WrongUse

EVALUATIONS = st.builds(Evaluation, st.sampled_from(SourceGrade), st.sampled_from(InformationGrade))


@given(EVALUATIONS)
def test_an_evaluation_reads_back_as_it_was_written(code: Evaluation) -> None:
    """Writing and reading an evaluation code changes nothing."""
    assert Evaluation.parse(str(code)) == code


@pytest.mark.parametrize("text", ["", "E1", "A5", "A", "1", "A11", "AB", "4X"])
def test_what_is_no_code_is_refused_with_a_way_out(text: str) -> None:
    """A text that is no evaluation code is refused, and the refusal says how to write one."""
    with pytest.raises(WrongUse) as caught:
        Evaluation.parse(text)
    assert "B2" in caught.value.way_out


@given(st.lists(st.sampled_from(Handling), min_size=1))
def test_the_strictest_handling_code_wins_in_any_order(codes: list[Handling]) -> None:
    """What is derived inherits the strictest handling code, however its inputs are ordered."""
    assert strictest_handling(codes) == strictest_handling(reversed(codes)) == max(codes)


@given(st.lists(EVALUATIONS, min_size=1))
def test_the_weakest_grades_win(codes: list[Evaluation]) -> None:
    """What is derived is no better evaluated than the weakest of its inputs, on each side."""
    combined = weakest_evaluation(codes)
    assert all(combined.source >= code.source and combined.information >= code.information for code in codes)
    assert combined.source in {code.source for code in codes}


def test_of_nothing_comes_x4() -> None:
    """What nobody assessed is X4."""
    assert weakest_evaluation([]) == NOT_ASSESSED
    assert str(NOT_ASSESSED) == "X4"
