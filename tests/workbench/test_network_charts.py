"""Charts that people name and keep: bound by the record, their author's alone to change, emptied by an erasure."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from palermo.access import Actor
from palermo.model.errors import Conflict, NotFound, Refused, WrongUse
from palermo.model.ids import ActorId
from palermo.workbench.network_views import ChartToKeep, ChartWish
from palermo.workbench.open_desk import OpenDesk
from workbench.test_network_case import BOSS, SHOP, payments, take

Write = Callable[[str, str], Path]
WISH = ChartToKeep(
    "Who pays whom", f"account:{BOSS}", "Ask the bank for March.", opened=[f"payment/account/20/account:{BOSS}"],
    hidden=[f"account:{SHOP}"], since="2021-04-01", places={f"account:{BOSS}": [0.5, -2.25]},
)  # fmt: skip


@pytest.fixture
def held(desk: OpenDesk, write: Write) -> OpenDesk:
    """Give a case of payments."""
    return take(desk, write("payments.csv", payments(*((f"ACC-{n}", BOSS) for n in range(5)), (BOSS, SHOP))))


def other(desk: OpenDesk, *roles: str) -> OpenDesk:
    """Sit another person down at the same case."""
    return OpenDesk(replace(desk.session, actor=Actor(ActorId("other"), roles)))


def test_a_chart_comes_back_as_it_was_kept(held: OpenDesk) -> None:
    """Name, note, what was opened and hidden, days and places; saving again takes its place, and it draws the same."""
    kept = held.network_save_chart(WISH)
    assert (kept.n, kept.chart, kept.lost) == (1, WISH, "")
    again = held.network_save_chart(replace(WISH, note=" Done. "), n=1)
    assert held.network_charts() == [again]
    assert again.chart == replace(WISH, note="Done.")
    drawn = held.network_chart(ChartWish(WISH.start, WISH.opened, WISH.hidden, WISH.since))
    assert f"account:{SHOP}" not in {node.id for node in drawn.nodes}
    assert held.network_save_chart(replace(WISH, name="Another")).n == 2
    held.network_drop_chart(1)
    assert [one.n for one in held.network_charts()] == [2]
    with pytest.raises(NotFound):
        held.network_drop_chart(1)
    assert held.verify().whole


def test_a_chart_is_its_authors_and_hidden_from_who_may_not_see_rows(held: OpenDesk) -> None:
    """Another person saves a chart of their own; a liaison, who may not see names, is refused the list and the saving."""
    held.network_save_chart(WISH)
    analyst = other(held, "analyst")
    assert analyst.network_charts()[0].actor != "other"
    for change in (lambda: analyst.network_save_chart(WISH, n=1), lambda: analyst.network_drop_chart(1)):
        with pytest.raises(Conflict, match="another person's"):
            change()
    assert analyst.network_save_chart(WISH).actor == "other"
    with pytest.raises(Refused):
        other(held, "liaison").network_charts()
    with pytest.raises(Refused):
        other(held, "liaison").network_save_chart(WISH)


@pytest.mark.parametrize(
    "wish",
    [
        replace(WISH, name=" "), replace(WISH, name="n" * 121), replace(WISH, note="n" * 10_001), replace(WISH, start=""),
        replace(WISH, note="a\0b"), replace(WISH, places={"account:A": [1.0]}), replace(WISH, hidden=["x" * 12_000] * 100),
    ],
)  # fmt: skip
def test_what_no_chart_can_hold_is_refused(held: OpenDesk, wish: ChartToKeep) -> None:
    """A chart without name or start, too long, or with what cannot be written, and nothing is kept."""
    with pytest.raises(WrongUse) as refused:
        held.network_save_chart(wish)
    assert refused.value.way_out
    assert held.network_charts() == []


def test_an_erased_value_empties_the_charts_it_stands_in(held: OpenDesk) -> None:
    """A thing on the chart, or a name in its note, takes all it held; another chart stays, and the record is whole."""
    held.network_save_chart(WISH)
    held.network_save_chart(ChartToKeep("Bare", f"account:{BOSS}", "ACC-3 is the one to ask."))
    held.network_save_chart(ChartToKeep("Far", "account:ACC-1"))
    held.erase(order="Request 3", value="ACC-3")
    states = {one.n: (bool(one.lost), one.chart.name) for one in held.network_charts()}
    assert states == {1: (False, "Who pays whom"), 2: (True, ""), 3: (False, "Far")}
    held.erase(order="Request 4", value=SHOP)
    assert held.network_charts()[-1].lost
    assert not any(b"Ask the bank" in path.read_bytes() for path in held.session.folder.rglob("*") if path.is_file())
    with pytest.raises(Conflict, match="emptied"):
        held.network_save_chart(WISH, n=1)
    assert held.verify().whole


def test_a_chart_changed_behind_the_record_is_found(held: OpenDesk) -> None:
    """Changing what a chart holds, or taking it away, is a fault that names it; its text is not in the record."""
    held.network_save_chart(WISH)
    assert not any("bank" in subject for entry in held.record().entries for subject in entry.subjects)
    with held.session.writing() as db:
        db.execute(text("UPDATE charts SET body = replace(body, 'March', 'April')"))
    assert any("Chart 1: it is not what the record says was saved." in fault for fault in held.verify().faults)
    with held.session.writing() as db:
        db.execute(text("DELETE FROM charts"))
    assert any("Chart 1: the record has it" in fault for fault in held.verify().faults)
