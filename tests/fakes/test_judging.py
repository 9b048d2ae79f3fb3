"""The fake desk and the real one judge adverts under one contract."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fakes.desk import FakeDesk
from palermo.model.errors import Conflict, NotFound, PalermoError, WrongUse
from palermo.workbench.desk import Desk
from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.session import create_case
from workbench.conftest import TickingClock
from workbench.test_analysing import adverts, digest_of, write


def real(folder: Path) -> Desk:
    """Give the desk of an analysed case on disk."""
    desk = OpenDesk(create_case(folder / "case", name="Harbour", basis="Order 12/2020", clock=TickingClock()))
    digest_of(desk, write(folder / "a.csv", adverts()))
    return desk


@pytest.fixture(params=[lambda _: FakeDesk(), real], ids=["fake", "real"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """Give one of the two desks."""
    make: Callable[[Path], Desk] = request.param
    return make(tmp_path)


def test_what_is_said_is_listed_for_its_lead_and_taken_back(desk: Desk) -> None:
    """A judgement names both adverts, smaller key first, waits for the next analysis, and stays in the list once taken back."""
    first, second = desk.lead_adverts("L-1", limit=2).adverts
    made = desk.judge_apart(first.advert_id, second.row[:8], reason=" two styles ")
    assert (made.n, made.reason, made.undone, made.waits) == (1, "two styles", False, True)
    assert [made.one.row, made.other.row] == sorted([first.row, second.row])
    assert (made.one.lead, made.other.lead) == ("L-1", "L-1")
    assert desk.leads().stale
    desk.analyse()
    assert not desk.leads().stale
    assert [(one.n, one.waits) for one in desk.judgements(lead=desk.lead("L-1").id)] == [(1, False)]
    assert desk.judgements(lead="L-2") == []
    taken = desk.undo_judgement(1, reason="one account")
    assert (taken.undone, taken.undone_reason, taken.undone_by) == (True, "one account", desk.me().actor)
    assert taken.undone_at >= taken.at
    assert taken.waits
    assert desk.judge_apart(second.row, first.row, reason="two after all").n == 2
    assert [one.undone for one in desk.judgements()] == [True, False]


def test_what_cannot_be_said_is_refused_alike(desk: Desk) -> None:
    """Each mistake is the same kind of error at both desks, and nothing is kept of it."""
    first, second, third = (advert.row for advert in desk.lead_adverts("L-1", limit=3).adverts)
    desk.judge_apart(first, second, reason="r")
    asked: list[tuple[type[PalermoError], Callable[[], object]]] = [
        (WrongUse, lambda: desk.judge_apart(first, first, reason="r")),
        (WrongUse, lambda: desk.judge_apart(first, third, reason=" ")),
        (WrongUse, lambda: desk.undo_judgement(1, reason="")),
        (NotFound, lambda: desk.judge_apart(first, "no-such-advert", reason="r")),
        (NotFound, lambda: desk.judge_apart(first, third[:7], reason="r")),
        (NotFound, lambda: desk.undo_judgement(2, reason="r")),
        (NotFound, lambda: desk.judgements(lead="L-999")),
        (Conflict, lambda: desk.judge_apart(second, first, reason="r")),
    ]
    for kind, ask in asked:
        with pytest.raises(kind):
            ask()
    assert [(one.n, one.undone) for one in desk.judgements()] == [(1, False)]


def test_a_judgement_on_an_erased_advert_falls_away(desk: Desk) -> None:
    """Both keys and the reason are gone, the order is named, and it cannot be taken back any more."""
    first, second = (advert.row for advert in desk.lead_adverts("L-1", limit=2).adverts)
    desk.judge_apart(first, second, reason="two styles")
    desk.erase(order="Order 9", row=second)
    (fallen,) = desk.judgements()
    assert (fallen.one.row, fallen.other.row, fallen.reason) == ("", "", "")
    assert "Order 9" in fallen.lost
    with pytest.raises(Conflict):
        desk.undo_judgement(1, reason="r")
    with pytest.raises(NotFound):
        desk.judge_apart(first, second, reason="r")
