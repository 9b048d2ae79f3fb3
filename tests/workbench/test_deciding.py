"""A person decides on a lead, with a reason; the decision and its undoing stay on record."""

from collections.abc import Callable
from pathlib import Path

import pytest

from palermo.model.errors import Conflict, NotFound, WrongUse
from palermo.workbench.open_desk import OpenDesk
from workbench.test_analysing import adverts, digest_of, write


@pytest.fixture
def analysed(new_desk: Callable[[str], OpenDesk], tmp_path: Path) -> OpenDesk:
    """Give a case with leads."""
    desk = new_desk("analysed")
    digest_of(desk, write(tmp_path / "a.csv", adverts()))
    return desk


def test_a_decision_changes_the_state_and_waits_no_longer(analysed: OpenDesk) -> None:
    """An accepted lead is accepted in the queue and in its own page, with the reason and who gave it."""
    waiting = analysed.leads().waiting
    made = analysed.decide("L-1", "accept", reason="the bookings bear it out")
    assert analysed.leads().waiting == waiting - 1
    lead = analysed.lead("L-1")
    assert (lead.state, lead.decisions[0].reason, lead.decisions[0].actor) == (
        "accepted",
        "the bookings bear it out",
        made.actor,
    )


def test_undoing_brings_back_what_was_before(analysed: OpenDesk) -> None:
    """After an undo the decision before it stands again, and both stay in the history."""
    analysed.decide("L-1", "more", reason="who rents?")
    second = analysed.decide("L-1", "reject", reason="a lawful agency")
    analysed.undo(second.n, reason="the licence was another's")
    lead = analysed.lead("L-1")
    assert lead.state == "more"
    assert [made.undone for made in lead.decisions] == [False, True]
    assert [entry.action for entry in analysed.record(limit=6).entries if entry.action in ("undo", "decide")] == [
        "undo",
        "decide",
        "decide",
    ]


def test_a_decision_needs_a_reason_an_outcome_and_a_lead(analysed: OpenDesk) -> None:
    """Without one of them nothing is decided."""
    with pytest.raises(WrongUse):
        analysed.decide("L-1", "accept", reason="  ")
    with pytest.raises(WrongUse):
        analysed.decide("L-1", "maybe", reason="r")
    with pytest.raises(NotFound):
        analysed.decide("L-99", "accept", reason="r")
    with pytest.raises(NotFound):
        analysed.undo(99, reason="r")
    assert analysed.lead("L-1").state == "undecided"


def test_nothing_is_undone_twice(analysed: OpenDesk) -> None:
    """A decision that is undone already cannot be undone again."""
    made = analysed.decide("L-1", "accept", reason="r")
    analysed.undo(made.n, reason="r")
    with pytest.raises(Conflict):
        analysed.undo(made.n, reason="r")


def test_the_adverts_of_a_lead_stand_side_by_side(analysed: OpenDesk) -> None:
    """Each advert's parts joined give its text; words no rule may read are masked and counted."""
    page = analysed.lead_adverts("L-1", limit=5)
    assert len(page.adverts) == 5
    assert page.of == analysed.leads().leads[0].adverts
    for advert in page.adverts:
        assert "".join(part.text for part in advert.body)
        assert advert.masked >= 1
        assert "Chinese" not in "".join(part.text for part in advert.body)
        assert advert.linked_by
