"""A person says that two adverts are not one hand: with a reason, on the record, until it is taken back or one is erased."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from palermo.access import Actor
from palermo.adapters.parquet import query
from palermo.adapters.sqlite import collect
from palermo.model.errors import Conflict, NotFound, PalermoError, Refused, WrongUse
from palermo.model.ids import ActorId
from palermo.model.records import Kind
from palermo.workbench.adding import AddWish
from palermo.workbench.judged import Standing, standing_pairs
from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.session import CASE_FILE, open_case
from workbench.conftest import call, calls
from workbench.test_analysing import adverts, digest_of, write
from workbench.test_erasing import holds


@pytest.fixture
def analysed(new_desk: Callable[[str], OpenDesk], tmp_path: Path) -> OpenDesk:
    """Give a case with leads; one of its adverts stands twice in the file."""
    desk = new_desk("analysed")
    rows = adverts()
    digest_of(desk, write(tmp_path / "a.csv", [*rows, rows[0]]))
    return desk


def two(desk: OpenDesk) -> tuple[str, str]:
    """Give the keys of two adverts of the first lead."""
    first, second = desk.lead_adverts("L-1", limit=2).adverts
    return first.row, second.row


def as_one(desk: OpenDesk, *roles: str) -> OpenDesk:
    """Give the desk to an account with other roles."""
    return OpenDesk(replace(desk.session, actor=Actor(ActorId("other"), roles)))


def stands(desk: OpenDesk) -> Standing:
    """Ask as an analysis does for what stands."""
    session = desk.session
    with session.reading() as db:
        parts = [part.name for part in collect.list_parts(db, layer="rows", kind=Kind.ADVERTS)]
    return standing_pairs(session, query.rows_of_kind(session.folder, Kind.ADVERTS, parts, None))


def edit(desk: OpenDesk, statement: str) -> None:
    """Change the case file behind the program's back."""
    with sqlite3.connect(desk.session.folder / CASE_FILE) as db:
        db.execute(statement)
    db.close()


def test_a_judgement_says_who_when_why_and_of_which_adverts(analysed: OpenDesk) -> None:
    """What was said is listed with both adverts, its reason, its account and its time, and waits for the next analysis."""
    one, other = two(analysed)
    made = analysed.judge_apart(one, other, reason=" the handwriting of the prices differs ")
    assert (made.n, made.reason, made.actor) == (1, "the handwriting of the prices differs", analysed.me().actor)
    assert made.at.startswith("2023-02-07")
    assert {made.one.row, made.other.row} == {one, other}
    assert made.one.advert_id
    assert {made.one.lead, made.other.lead} == {"L-1"}
    assert (made.undone, made.waits, made.lost) == (False, True, "")
    assert analysed.judgements() == [made]
    assert analysed.judgements(lead="l-1") == [made]
    assert analysed.judgements(lead="L-2") == []


def test_a_pair_stands_whichever_advert_is_named_first_and_only_once(analysed: OpenDesk) -> None:
    """The same two adverts in the other order are the same pair, about which it was said already."""
    one, other = two(analysed)
    analysed.judge_apart(other, one, reason="r")
    with pytest.raises(Conflict, match="Judgement 1"):
        analysed.judge_apart(one, other, reason="again")
    assert stands(analysed).pairs == {tuple(sorted((one, other)))}


def test_an_advert_is_named_by_the_beginning_of_its_key_or_by_its_id(analysed: OpenDesk) -> None:
    """Eight digits of a key, and an advert id that one advert has, name that advert."""
    one, other = analysed.lead_adverts("L-1", limit=2).adverts
    made = analysed.judge_apart(one.row[:8], f" {other.advert_id} ", reason="r")
    assert {made.one.row, made.other.row} == {one.row, other.row}


def test_equal_rows_are_one_advert(analysed: OpenDesk) -> None:
    """An advert that stands twice has two keys and one id; either key and the id mean the one that is grouped."""
    session = analysed.session
    with session.reading() as db:
        parts = [part.name for part in collect.list_parts(db, layer="rows", kind=Kind.ADVERTS)]
    (first, _, ident), (again, number, _) = query.adverts_named(session.folder, parts, adverts()[0]["advert_id"], 99)
    assert number == 1
    with pytest.raises(WrongUse, match="same advert"):
        analysed.judge_apart(first, again, reason="r")
    other = next(key for key in two(analysed) if key != first)
    analysed.judge_apart(again, other, reason="r")
    assert stands(analysed).pairs == {tuple(sorted((first, other)))}
    assert analysed.judgements()[0].n == 1
    with pytest.raises(Conflict):
        analysed.judge_apart(ident, other, reason="r")


@pytest.mark.parametrize(
    ("name", "error", "says"),
    [
        ("0123456789abcdef", NotFound, "no advert"), ("", NotFound, "no advert"), ("no\0thing", NotFound, "no advert"),
        ("no\udc80thing", NotFound, "no advert"), ("CALL", WrongUse, "is no advert"), ("SAME", WrongUse, "several adverts"),
        ("ONE", WrongUse, "same advert"), ("%", NotFound, "no advert"),
    ],
)  # fmt: skip
def test_what_is_not_two_adverts_is_refused_with_a_sentence(
    analysed: OpenDesk, tmp_path: Path, name: str, error: type[PalermoError], says: str
) -> None:
    """An unknown row, the same row twice, a row of another kind, an id of several adverts: nothing is kept, a way out is told."""
    one, _ = two(analysed)
    more = [row | {"advert_id": "SAME"} for row in adverts()[1:3]]
    analysed.add([write(tmp_path / "more.csv", more)], AddWish())
    (tmp_path / "calls.csv").write_text(calls(call(1), call(2)), "utf-8")
    analysed.add([tmp_path / "calls.csv"], AddWish())
    session = analysed.session
    with session.reading() as db:
        parts = [part.name for part in collect.list_parts(db, layer="rows", kind=Kind.CALLS)]
    named = {"CALL": query.rows_of_kind(session.folder, Kind.CALLS, parts, None).column("row")[0].as_py(), "ONE": one}
    with pytest.raises(error, match=says) as told:
        analysed.judge_apart(one, named.get(name, name), reason="r")
    assert told.value.way_out
    assert analysed.judgements() == []


def test_a_judgement_and_its_undoing_need_a_reason(analysed: OpenDesk) -> None:
    """Without a reason nothing is said and nothing taken back."""
    one, other = two(analysed)
    for reason in ("  ", "half a letter \udc80", "nul \0"):
        with pytest.raises(WrongUse, match="reason"):
            analysed.judge_apart(one, other, reason=reason)
    made = analysed.judge_apart(one, other, reason="r")
    with pytest.raises(WrongUse, match="reason"):
        analysed.undo_judgement(made.n, reason="")
    assert [made.undone for made in analysed.judgements()] == [False]


def test_a_role_without_the_right_is_refused(analysed: OpenDesk) -> None:
    """A liaison officer may see leads and not judge adverts; the field team may not even see what was said.

    Trust boundary: between an account and what its roles do not hold.
    """
    one, other = two(analysed)
    made = analysed.judge_apart(one, other, reason="r")
    liaison = as_one(analysed, "liaison")
    assert liaison.judgements()[0].n == made.n
    asked: list[Callable[[], object]] = [
        lambda: liaison.judge_apart(one, other, reason="r"),
        lambda: liaison.undo_judgement(made.n, reason="r"),
        lambda: liaison.judge_together(one, other, reason="r"),
        lambda: as_one(analysed, "field-team").judgements(),
    ]
    for ask in asked:
        with pytest.raises(Refused):
            ask()
    assert as_one(analysed, "analyst").undo_judgement(made.n, reason="r").undone_by == "other"


def test_taking_back_restores_what_stood_and_stays_on_the_record(analysed: OpenDesk) -> None:
    """By number or by naming the two: the pair stands no more, both words stay with who and why, and it can be said anew."""
    one, other = two(analysed)
    before = stands(analysed).pairs
    made = analysed.judge_apart(one, other, reason="two styles")
    taken = analysed.judge_together(other, one, reason="one ghost writer")
    assert (taken.n, taken.undone, taken.reason, taken.undone_reason) == (1, True, "two styles", "one ghost writer")
    assert taken.undone_at > made.at
    assert stands(analysed).pairs == before
    again: list[Callable[[], object]] = [
        lambda: analysed.undo_judgement(1, reason="r"),
        lambda: analysed.judge_together(one, other, reason="r"),
    ]
    for ask in again:
        with pytest.raises(Conflict, match="taken back already"):
            ask()
    assert analysed.judge_apart(one, other, reason="still two").n == 2
    assert [entry.action for entry in analysed.record().entries if entry.action.startswith("judge")] == [
        "judge-apart",
        "judge-together",
        "judge-apart",
    ]
    assert analysed.record(subject=one).of == 3
    assert analysed.verify().whole


def test_nothing_is_taken_back_that_was_not_said(analysed: OpenDesk) -> None:
    """A pair nobody judged and a number nobody gave are told as not found."""
    with pytest.raises(NotFound, match="Nobody said"):
        analysed.judge_together(*two(analysed), reason="r")
    with pytest.raises(NotFound, match="judgement 7"):
        analysed.undo_judgement(7, reason="r")


def test_the_case_is_no_longer_as_analysed_until_the_next_analysis(analysed: OpenDesk) -> None:
    """A judgement, and its undoing, make the leads stale; the next analysis knows it, and it waits no more."""
    assert not analysed.leads().stale
    made = analysed.judge_apart(*two(analysed), reason="r")
    assert analysed.leads().stale
    analysed.analyse()
    assert not analysed.leads().stale
    assert not analysed.judgements()[0].waits
    assert analysed.undo_judgement(made.n, reason="r").waits
    assert analysed.leads().stale


def test_a_judgement_given_while_an_analysis_runs_waits_for_the_next(analysed: OpenDesk) -> None:
    """What an analysis did not know when it read the judgements is not taken for known because it ended later."""
    pair = two(analysed)

    def judge(what: str, _done: int, _of: int) -> None:
        if what == "keeping what was found":
            analysed.judge_apart(*pair, reason="r")

    analysed.analyse(judge)
    assert analysed.judgements()[0].waits
    assert analysed.leads().stale


def test_pairs_of_adverts_an_analysis_may_not_read_are_left_out(analysed: OpenDesk) -> None:
    """An analysis is given a pair only when both adverts are before it."""
    one, other = two(analysed)
    analysed.judge_apart(one, other, reason="r")
    session = analysed.session
    with session.reading() as db:
        parts = [part.name for part in collect.list_parts(db, layer="rows", kind=Kind.ADVERTS)]
    table = query.rows_of_kind(session.folder, Kind.ADVERTS, parts, None)
    without = table.filter([row != one for row in table.column("row").to_pylist()])
    assert standing_pairs(session, without).pairs == frozenset()
    assert standing_pairs(session, table).pairs == {tuple(sorted((one, other)))}


def test_a_judgement_falls_away_when_an_advert_of_it_is_erased(analysed: OpenDesk) -> None:
    """Neither key nor word of it is left, the pair stands no more, who judged and when stays, and the record is whole."""
    first, second, third = analysed.lead_adverts("L-1", limit=3).adverts
    analysed.judge_apart(first.row, second.row, reason="Quillfeather wrote only one of them")
    analysed.judge_apart(second.row, third.row, reason="other prices")
    analysed.undo_judgement(1, reason="Quillfeather wrote both")
    report = analysed.erase(order="Order 9", row=first.row)
    assert report.texts >= 2
    fallen, kept = analysed.judgements()
    assert (fallen.reason, fallen.undone_reason, fallen.one.row, fallen.other.row) == ("", "", "", "")
    assert "Order 9" in fallen.lost
    assert fallen.actor
    assert (kept.reason, kept.lost) == ("other prices", "")
    assert stands(analysed).pairs == {tuple(sorted((second.row, third.row)))}
    for value in (first.row, "Quillfeather"):
        assert holds(analysed.session.folder, value) == []
    assert analysed.verify().whole
    with pytest.raises(Conflict, match="fell away"):
        analysed.undo_judgement(1, reason="r")


def test_many_judgements_fall_with_one_advert(analysed: OpenDesk) -> None:
    """More judgements than one entry of the record can name fall away together, and the case is whole."""
    page = analysed.lead_adverts("L-1", limit=500).adverts + analysed.lead_adverts("L-2", limit=500).adverts
    first, *others = [advert.row for advert in page]
    assert len(others) > 60
    for other in others:
        analysed.judge_apart(first, other, reason="r")
    analysed.erase(order="Order 9", row=first)
    assert all(made.lost for made in analysed.judgements())
    assert stands(analysed).pairs == frozenset()
    assert analysed.verify().whole


@pytest.mark.parametrize(
    ("edit_made", "says"),
    [
        ("UPDATE judgements SET a = (SELECT max(row) FROM lead_rows WHERE lead = (SELECT id FROM leads WHERE handle = 'L-2'))",
         "not those the record says"),
        ("DELETE FROM judgements", "it is not there"),
        ("UPDATE judgements SET undone_seq = 3", "counts as taken back"),
        ("UPDATE judgements SET a = '', b = '', erasure = 1", "fell away"),
        ("INSERT INTO judgements (a, b, seq) VALUES ('a', 'b', 5)", "Judgement 2: no entry"),
        ("UPDATE judgements SET seq = 2", "no entry"),
    ],
)  # fmt: skip
def test_a_judgement_edited_behind_the_record_is_found(analysed: OpenDesk, edit_made: str, says: str) -> None:
    """Whoever changes, drops, forges or silently takes back a judgement in the case file is found by verifying.

    Trust boundary: between the program and whoever opens the case file with another.
    """
    analysed.judge_apart(*two(analysed), reason="r")
    assert analysed.verify().whole
    edit(analysed, edit_made)
    report = analysed.verify()
    assert not report.whole
    assert any(says in fault for fault in report.faults), report.faults


def test_an_undoing_hidden_behind_the_record_is_found(analysed: OpenDesk) -> None:
    """A judgement that was taken back cannot be made to stand again unseen."""
    made = analysed.judge_apart(*two(analysed), reason="r")
    analysed.undo_judgement(made.n, reason="r")
    edit(analysed, "UPDATE judgements SET undone_seq = NULL")
    assert any("took it back" in fault for fault in analysed.verify().faults)


def test_a_case_of_the_version_before_takes_judgements_once_opened(analysed: OpenDesk) -> None:
    """A case made before there were judgements opens, lacks nothing, and is of this version from then on."""
    folder = analysed.session.folder
    analysed.session.engine.dispose()
    edit(analysed, "DROP TABLE judgements")
    edit(analysed, "UPDATE facts SET value = '1' WHERE key = 'schema'")
    desk = OpenDesk(open_case(folder, clock=analysed.session.clock))
    assert desk.judgements() == []
    assert desk.judge_apart(*two(desk), reason="r").n == 1
    again = OpenDesk(open_case(folder, clock=analysed.session.clock))
    assert len(again.judgements()) == 1
    assert again.verify().whole
