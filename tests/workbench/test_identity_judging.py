"""A person says of two records whether they are one: with a reason, on the record, until it is taken back or one is erased."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fakes.proposals import persons, propose
from palermo.access import Actor
from palermo.model.errors import Conflict, NotFound, PalermoError, Refused, WrongUse
from palermo.model.ids import ActorId
from palermo.workbench.adding import AddWish
from palermo.workbench.identity_views import PairView
from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.session import CASE_FILE, open_case
from workbench.test_erasing import holds

PAIRS = [("BE-1", "ES-1", 9_000), ("ES-1", "FR-1", 200), ("BE-1", "FR-1", -4_000), ("BE-1", "NL-1", 1_500)]


@pytest.fixture
def desk(new_desk: Callable[[str], OpenDesk], write: Callable[[str, str], Path]) -> OpenDesk:
    """Give a case with five persons and four proposed pairs; the account at it is anke's."""
    made = new_desk("persons")
    made.add([write("persons.csv", persons())], AddWish())
    propose(made, PAIRS)
    return at(made, "anke")


def at(desk: OpenDesk, who: str, *roles: str) -> OpenDesk:
    """Give the desk to another account."""
    given = roles or ("analyst", "case-officer", "prosecutor", "steward")
    return OpenDesk(replace(desk.session, actor=Actor(ActorId(who), given)))


def edit(desk: OpenDesk, statement: str) -> None:
    """Change the case file behind the program's back."""
    with sqlite3.connect(desk.session.folder / CASE_FILE) as db:
        db.execute(statement)
    db.close()


def queued(desk: OpenDesk) -> list[set[str]]:
    """Give the queue as sets of the lines their records stand on."""
    return [{line.one.locator, line.other.locator} for line in desk.identity_pairs().pairs]


def test_own_judgement_comes_first_and_the_weight_after(desk: OpenDesk) -> None:
    """Before a word neither weight nor comparison is shown; after it they are, with what was said, by whom and why."""
    line = desk.identity_pairs().pairs[0]
    before = desk.identity_pair(line.id)
    assert (before.open, before.millibits, before.prior, before.compared, before.words) == (False, 0, 0, [], [])
    assert before.state == "open"
    after = desk.identity_say(before.one.row, before.other.row, "same", reason=" one paper, one face on it ")
    assert (after.open, after.state, after.id) == (True, "same", before.id)
    assert after.prior + sum(one.millibits for one in after.compared) == after.millibits != 0
    (word,) = after.words
    assert (word.n, word.answer, word.reason, word.actor) == (1, "same", "one paper, one face on it", "anke")
    assert word.own
    assert not word.sealed
    assert desk.identity_pair(line.id) == after


def test_the_queue_puts_the_least_sure_first_and_drops_what_is_answered(desk: OpenDesk) -> None:
    """No lead hangs on these records, so what is nearest to nothing comes first; an answered pair waits no more."""
    assert desk.case().pairs_waiting == 4
    first = desk.identity_pairs()
    assert (first.of, first.proposed, first.put_off, first.contradictions) == (4, 4, 0, 0)
    assert queued(desk)[0] == {"row 3", "row 4"}
    assert queued(desk)[1] == {"row 2", "row 5"}
    desk.identity_say("ES-1", "FR-1", "same", reason="r")
    assert queued(desk)[0] == {"row 2", "row 5"}
    assert desk.case().pairs_waiting == 3
    page = desk.identity_pairs(offset=1, limit=1)
    assert (len(page.pairs), page.of, page.offset) == (1, 3, 1)
    assert first.notes == ["One number is shared by 2 records."]


def test_the_queue_puts_the_pair_first_that_would_change_most_leads(desk: OpenDesk) -> None:
    """A lead that would gain a record, or be joined, outweighs being unsure; once one by words, a record hangs on both's leads."""
    propose(desk, PAIRS, {"BE-1": ["L-1", "L-2"], "NL-1": ["L-3"], "ES-1": ["L-1", "L-2"]})
    first = desk.identity_pairs().pairs[0]
    assert queued(desk)[0] == {"row 2", "row 5"}
    assert first.change == 3
    assert {tuple(first.one.leads), tuple(first.other.leads)} == {("L-1", "L-2"), ("L-3",)}
    assert [line.change for line in desk.identity_pairs().pairs] == [3, 2, 2, 0]
    assert desk.identity_pair(first.id).change == 3
    desk.identity_say("BE-1", "NL-1", "same", reason="r")
    assert [line.change for line in desk.identity_pairs().pairs] == [3, 2, 1]


def test_passing_over_and_unsure_go_to_the_back_for_this_person_alone(desk: OpenDesk) -> None:
    """Both stay in the queue behind the rest, and the front page counts them no more; another person's queue is as it was."""
    bram = at(desk, "bram")
    order = queued(bram)
    desk.identity_pass(desk.identity_pairs().pairs[0].id)
    desk.identity_say("BE-1", "NL-1", "unsure", reason="no paper of one of them")
    queue = desk.identity_pairs()
    assert [line.put_off for line in queue.pairs] == [False, False, True, True]
    assert (queue.put_off, desk.case().pairs_waiting) == (2, 2)
    assert queued(bram) == order
    desk.identity_say("BE-1", "NL-1", "different", reason="another birth year")
    assert desk.identity_pairs().of == 3


def test_a_pair_shows_both_records_beside_each_other(desk: OpenDesk) -> None:
    """Each value stands under its name, in its own script, marked equal, different or of one alone, with where it stands."""
    view = desk.identity_pair("BE-1", "ES-1")
    fields = {field.what: field for field in view.fields}
    assert {fields["name"].one, fields["name"].other} == {"Chen Lihua", "CHEN LI HUA"}
    assert fields["name"].mark == "differs"
    assert fields["document_no"].mark == "equal"
    assert "陈丽华" in {fields["name_native"].one, fields["name_native"].other}
    assert fields["name_native"].mark in ("one", "other")
    assert {view.one.source, view.other.source} == {"persons.csv"}
    assert "nationality" not in fields
    assert [field.what for field in view.fields][:3] == ["name", "name_native", "birth_date"]


def test_a_pair_nobody_proposed_can_be_judged_too(desk: OpenDesk) -> None:
    """A person may know what no column says; the pair is then found by its id, and the program says it weighed nothing."""
    view = desk.identity_say("NL-1", "DE-1", "different", reason="seen together")
    assert not view.proposed
    assert view.compared == []
    assert desk.identity_pair(view.id).words == view.words


def test_a_person_has_one_word_on_a_pair(desk: OpenDesk) -> None:
    """Said again or otherwise it is refused until the first is taken back; unsure leaves room for an answer, once."""
    desk.identity_say("BE-1", "ES-1", "unsure", reason="r")
    with pytest.raises(Conflict, match="word 1"):
        desk.identity_say("ES-1", "BE-1", "unsure", reason="r")
    desk.identity_say("ES-1", "BE-1", "same", reason="r")
    with pytest.raises(Conflict, match="word 2 says already that these two are the same"):
        desk.identity_say("BE-1", "ES-1", "different", reason="r")
    desk.identity_undo(2, reason="r")
    assert [word.answer for word in desk.identity_say("BE-1", "ES-1", "different", reason="r").words][-1] == "different"
    assert desk.identity_people().words[-1].again


@pytest.mark.parametrize(
    ("one", "other", "error", "says"),
    [
        ("0123456789abcdef", "BE-1", NotFound, "no record"), ("", "BE-1", NotFound, "no record"),
        ("no\0thing", "BE-1", NotFound, "no record"), ("no\udc80thing", "BE-1", NotFound, "no record"),
        ("%", "BE-1", NotFound, "no record"), ("BE-1", "BE-1", WrongUse, "same record"),
        ("TWICE", "BE-1", WrongUse, "several records"), ("CALL", "BE-1", WrongUse, "names no person"),
    ],
)  # fmt: skip
def test_what_is_not_two_records_is_refused_with_a_sentence(
    desk: OpenDesk, write: Callable[[str, str], Path], one: str, other: str, error: type[PalermoError], says: str
) -> None:
    """An unknown row, the same twice, a row that names nobody, an id of several: nothing is kept, a way out is told."""
    twice = "record_id,name\nTWICE,Ada Example\nTWICE,Ada Beispiel\n"
    desk.add([write("more.csv", twice)], AddWish())
    call = "caller,callee,started_at,duration_s,kind\n+33639980001,+33639980002,2020-03-01T10:00:00+01:00,5,voice\n"
    desk.add([write("calls.csv", call)], AddWish())
    if one == "CALL":
        from palermo.adapters.parquet import query
        from palermo.adapters.sqlite import collect
        from palermo.model.records import Kind

        with desk.session.reading() as db:
            parts = [part.name for part in collect.list_parts(db, layer="rows", kind=Kind.CALLS)]
        one = query.rows_of_kind(desk.session.folder, Kind.CALLS, parts, None).column("row")[0].as_py()
    with pytest.raises(error, match=says) as told:
        desk.identity_say(one, other, "same", reason="r")
    assert told.value.way_out
    assert desk.identity_people().words == []


def test_a_word_needs_a_reason_and_a_answer_that_there_is(desk: OpenDesk) -> None:
    """Without a reason nothing is said, nothing taken back and nothing marked; nor with a word of one's own making."""
    for reason in ("  ", "half a letter \udc80", "nul \0"):
        with pytest.raises(WrongUse, match="reason"):
            desk.identity_say("BE-1", "ES-1", "same", reason=reason)
        with pytest.raises(WrongUse, match="reason"):
            desk.identity_mark("BE-1", "in-custody", reason=reason)
    with pytest.raises(WrongUse, match="answer"):
        desk.identity_say("BE-1", "ES-1", "twins", reason="r")
    desk.identity_say("BE-1", "ES-1", "same", reason="r")
    with pytest.raises(WrongUse, match="reason"):
        desk.identity_undo(1, reason="")


def test_a_word_taken_back_leaves_the_case_as_if_it_had_never_been_said(desk: OpenDesk) -> None:
    """Queue, people and pair are as before; both words stand on the record, and it cannot be taken back twice."""

    def looks() -> tuple[object, ...]:
        people = desk.identity_people()
        return queued(desk), people.people, people.contradictions, replace(desk.identity_pair("BE-1", "ES-1"), words=[])

    before = looks()
    desk.identity_say("BE-1", "ES-1", "same", reason="one paper")
    assert looks() != before
    view = desk.identity_undo(1, reason="the paper was lent")
    assert looks() == before
    (word,) = view.words
    assert (word.undone, word.reason, word.undone_reason, word.undone_by) == (
        True,
        "one paper",
        "the paper was lent",
        "anke",
    )
    with pytest.raises(Conflict, match="taken back already"):
        desk.identity_undo(1, reason="r")
    with pytest.raises(NotFound, match="no word 7"):
        desk.identity_undo(7, reason="r")
    actions = [entry.action for entry in desk.record(limit=500).entries]
    assert (actions.count("judge-identity"), actions.count("undo-identity")) == (1, 1)
    assert desk.verify().whole


def test_who_is_one_is_derived_and_contradictions_show_the_shortest_cycle(desk: OpenDesk) -> None:
    """Same, same, different: the way round is shown with every word on it and what each undoing would change."""
    desk.identity_say("BE-1", "ES-1", "same", reason="one paper")
    desk.identity_say("ES-1", "FR-1", "same", reason="one number")
    people = desk.identity_people()
    assert [len(person.records) for person in people.people] == [3]
    assert people.people[0].whole
    assert people.people[0].words == [1, 2]
    desk.identity_say("BE-1", "FR-1", "different", reason="two faces")
    people = desk.identity_people()
    assert not people.people[0].whole
    (found,) = people.contradictions
    assert len(found.cycle) == 3
    assert {word.n for word in found.words} == {1, 2, 3}
    assert "is not" in found.sentence
    assert {undoing.n: undoing.settles for undoing in found.undoings} == {1: True, 2: True, 3: True}
    assert any("instead of" in undoing.sentence for undoing in found.undoings)
    assert desk.identity_pairs().contradictions == 1
    desk.identity_undo(3, reason="one face after all")
    assert desk.identity_people().contradictions == []


def test_two_people_who_disagree_are_shown(desk: OpenDesk) -> None:
    """The pair is disputed, joins nobody, and is a contradiction of two."""
    desk.identity_say("BE-1", "ES-1", "same", reason="r")
    view = at(desk, "bram").identity_say("BE-1", "ES-1", "different", reason="r")
    assert view.state == "disputed"
    people = desk.identity_people()
    assert people.people == []
    assert "different by another" in people.contradictions[0].sentence


def marked(desk: OpenDesk) -> OpenDesk:
    """Mark one record, and give the desk."""
    desk.identity_mark("BE-1", "presumed-victim", reason="heard on 3 May")
    return desk


@pytest.mark.parametrize("mark", ["presumed-victim", "in-custody"])
def test_a_pair_with_a_marked_record_needs_two_different_people(desk: OpenDesk, mark: str) -> None:
    """One word joins nobody; the second settles it; one person can never be both.

    Trust boundary: between one person's judgement and what it would do to a presumed victim or a person in custody.
    """
    assert desk.identity_pair("BE-1", "ES-1").needs == 1
    desk.identity_mark("BE-1", mark, reason="r")
    view = desk.identity_say("BE-1", "ES-1", "same", reason="one paper")
    assert (view.needs, view.state, view.open) == (2, "waits", True)
    assert desk.identity_people().people == []
    assert desk.identity_people().waiting == 1
    with pytest.raises(Conflict):
        desk.identity_say("BE-1", "ES-1", "same", reason="once more")
    settled = at(desk, "bram").identity_say("BE-1", "ES-1", "same", reason="one paper, I saw it")
    assert (settled.state, len(settled.words)) == ("same", 2)
    assert [len(person.records) for person in desk.identity_people().people] == [2]
    assert desk.identity_pair("ES-1", "FR-1").needs == 2


def test_the_second_sees_nothing_of_the_first_before_their_own_word(desk: OpenDesk) -> None:
    """Not on the pair, not in who is one, not in the record, and not by saying unsure or by undoing it; only that one has spoken.

    Trust boundary: between the first person's answer and the second's judgement.
    """
    marked(desk).identity_say("BE-1", "ES-1", "same", reason="Quillfeather said so")
    bram = at(desk, "bram")
    line = next(line for line in bram.identity_pairs().pairs if line.second)
    for view in (
        bram.identity_pair(line.id),
        bram.identity_say(line.one.row, line.other.row, "unsure", reason="too little"),
    ):
        assert (view.open, view.compared, view.millibits, view.second, view.state) == (False, [], 0, True, "open")
        assert [word.own for word in view.words] in ([], [True])
    shown = str(bram.identity_people()) + str(bram.record(limit=500).entries)
    assert "Quillfeather" not in shown
    assert "same" not in [word.answer for word in bram.identity_people().words]
    assert any(entry.text.get("sealed") for entry in bram.record(action="judge-identity").entries)
    with pytest.raises(Conflict, match="not judged"):
        bram.identity_undo(1, reason="r")
    assert "Quillfeather" in str(desk.record(limit=500).entries)
    view = bram.identity_say(line.one.row, line.other.row, "same", reason="the paper")
    assert (view.open, [word.reason for word in view.words]) == (
        True,
        ["Quillfeather said so", "too little", "the paper"],
    )
    assert "Quillfeather" in str(bram.record(limit=500).entries)


def test_marks_are_seen_by_those_who_may_and_for_a_purpose(desk: OpenDesk) -> None:
    """An analyst may neither mark nor see marks, not even in the record's words; a steward reads the record without them.

    Trust boundary: between who is a presumed victim and accounts that need not know.
    """
    made = desk.identity_mark("BE-1", "presumed-victim", reason="heard on 3 May")
    assert (made.n, made.mark, made.label, made.actor) == (1, "presumed-victim", "Chen Lihua", "anke")
    assert desk.identity_marks(purpose="identify-victim") == [made]
    analyst, steward = at(desk, "ana", "analyst"), at(desk, "sten", "steward")
    asked: list[Callable[[], object]] = [
        lambda: analyst.identity_mark("ES-1", "in-custody", reason="r"),
        lambda: analyst.identity_unmark("BE-1", "presumed-victim", reason="r"),
        lambda: analyst.identity_marks(purpose="identify-victim"),
        lambda: desk.identity_marks(purpose=""),
        lambda: desk.identity_marks(purpose="curiosity"),
    ]
    for ask in asked:
        with pytest.raises(Refused):
            ask()
    read = str(steward.record(action="mark-record").entries)
    assert "presumed-victim" not in read
    assert "heard" not in read
    assert "heard" in str(desk.record(action="mark-record").entries)
    ledger = [entry.subjects for entry in desk.record(action="mark-record").entries]
    assert "victim" not in str(ledger)


def test_a_mark_is_taken_away_and_stays_on_the_record(desk: OpenDesk) -> None:
    """Once unmarked the record's pairs need one person again; the same mark twice, or one that is not there, is refused."""
    marked(desk)
    with pytest.raises(Conflict, match="Mark 1"):
        marked(desk)
    with pytest.raises(WrongUse, match="no mark"):
        desk.identity_mark("BE-1", "witness", reason="r")
    with pytest.raises(NotFound, match="carries no mark"):
        desk.identity_unmark("ES-1", "in-custody", reason="r")
    assert desk.identity_pair("BE-1", "ES-1").needs == 2
    taken = desk.identity_unmark("BE-1", "presumed-victim", reason="another person was heard")
    assert (taken.undone, taken.undone_reason, taken.undone_by) == (True, "another person was heard", "anke")
    assert desk.identity_pair("BE-1", "ES-1").needs == 1
    assert desk.verify().whole


def test_a_role_without_the_right_is_refused(desk: OpenDesk) -> None:
    """A liaison officer may neither see pairs nor judge them.

    Trust boundary: between an account and what its roles do not hold.
    """
    pair = desk.identity_pairs().pairs[0].id
    liaison = at(desk, "lia", "liaison")
    asked: list[Callable[[], object]] = [
        liaison.identity_pairs,
        liaison.identity_people,
        lambda: liaison.identity_pair(pair),
        lambda: liaison.identity_say("BE-1", "ES-1", "same", reason="r"),
        lambda: liaison.identity_undo(1, reason="r"),
        lambda: liaison.identity_pass(pair),
    ]
    for ask in asked:
        with pytest.raises(Refused):
            ask()
    assert liaison.case().pairs_waiting == 0


def test_words_and_marks_fall_away_when_a_record_of_theirs_is_erased(desk: OpenDesk) -> None:
    """Neither key, answer, reason, proposal nor mark is left; who spoke and when stays, and the record is whole."""
    rows = propose(desk, PAIRS)
    marked(desk)
    desk.identity_say("BE-1", "ES-1", "same", reason="Quillfeather knows both")
    desk.identity_say("ES-1", "FR-1", "different", reason="two numbers")
    desk.identity_pass(desk.identity_pair("BE-1", "NL-1").id)
    report = desk.erase(order="Order 9", row=rows["BE-1"])
    assert report.texts >= 2
    fallen, kept = desk.identity_people().words
    assert (fallen.one, fallen.other, fallen.answer, fallen.reason) == ("", "", "", "")
    assert "Order 9" in fallen.lost
    assert fallen.actor == "anke"
    assert (kept.reason, kept.lost) == ("two numbers", "")
    (mark,) = desk.identity_marks(purpose="supervise")
    assert (mark.row, mark.mark, mark.reason) == ("", "", "")
    assert "Order 9" in mark.lost
    for value in (rows["BE-1"], "Quillfeather", "陈丽华"):
        assert holds(desk.session.folder, value) == []
    assert desk.verify().whole
    with pytest.raises(Conflict, match="fell away"):
        desk.identity_undo(1, reason="r")


def test_a_value_erased_elsewhere_leaves_no_proposal_that_shows_it(desk: OpenDesk) -> None:
    """A paper's number that goes takes every pair with it whose comparison shows it."""
    desk.erase(order="Order 9", value="X00001234")
    assert desk.identity_pairs().of == 0
    assert desk.identity_pairs().notes == []


@pytest.mark.parametrize(
    ("edit_made", "says"),
    [
        ("UPDATE identity_words SET b = (SELECT max(b) FROM identity_pairs WHERE b <> identity_words.b)", "records are not those"),
        ("UPDATE identity_words SET answer = 'different'", "not what the record says"),
        ("UPDATE identity_words SET actor = 'bram'", "counts as bram's"),
        ("DELETE FROM identity_words", "it is not there"),
        ("UPDATE identity_words SET undone_seq = 3", "counts as taken back"),
        ("UPDATE identity_words SET a = '', b = '', erasure = 1", "fell away"),
        ("INSERT INTO identity_words (a, b, answer, actor, seq) VALUES ('a', 'b', 'same', 'bram', 5)", "Word 2: no entry"),
        ("UPDATE identity_words SET seq = 2", "no entry"),
        ("UPDATE identity_marks SET mark = 'in-custody'", "Mark 1: it is not what"),
        ("UPDATE identity_marks SET row = 'other'", "Mark 1: its records"),
        ("DELETE FROM identity_marks", "Mark 1: the record has it"),
        ("UPDATE identity_marks SET undone_seq = 2", "Mark 1: it counts as taken back"),
    ],
)  # fmt: skip
def test_what_is_edited_behind_the_record_is_found(desk: OpenDesk, edit_made: str, says: str) -> None:
    """Whoever changes an answer, its author or its records, or a mark, in the case file is found by verifying.

    Trust boundary: between the program and whoever opens the case file with another.
    """
    desk.identity_mark("NL-1", "presumed-victim", reason="r")
    desk.identity_say("BE-1", "ES-1", "same", reason="r")
    assert desk.verify().whole
    edit(desk, edit_made)
    report = desk.verify()
    assert not report.whole
    assert any(says in fault for fault in report.faults), report.faults


def test_a_case_of_the_version_before_takes_words_once_opened(desk: OpenDesk) -> None:
    """A case made before there were words on pairs opens, lacks nothing, and is of this version from then on."""
    desk.session.engine.dispose()
    for table in ("identity_pairs", "identity_leads", "identity_words", "identity_marks", "identity_passed"):
        edit(desk, f"DROP TABLE {table}")
    edit(desk, "UPDATE facts SET value = '2' WHERE key = 'schema'")
    again = OpenDesk(open_case(desk.session.folder, clock=desk.session.clock))
    assert again.identity_pairs().of == 0
    assert again.identity_say("BE-1", "ES-1", "same", reason="r").state == "same"
    assert again.verify().whole


def test_the_record_names_no_person(desk: OpenDesk) -> None:
    """Neither row keys nor names nor answers stand in the ledger: tags and codes alone."""
    rows = propose(desk, PAIRS)
    marked(desk).identity_say("BE-1", "ES-1", "same", reason="Quillfeather knows both")
    with sqlite3.connect(desk.session.folder / CASE_FILE) as db:
        bodies = " ".join(body for (body,) in db.execute("SELECT body FROM ledger"))
    db.close()
    for value in (rows["BE-1"], "Quillfeather", "presumed-victim", '"same"'):
        assert value not in bodies


def shown(view: PairView) -> bool:
    """Tell whether a view shows any value of a record."""
    return bool(view.fields or view.compared)


def test_a_restricted_record_is_not_shown_and_not_judged(
    new_desk: Callable[[str], OpenDesk], write: Callable[[str, str], Path]
) -> None:
    """While a source is overdue its records keep their key alone, also in a pair proposed before.

    Trust boundary: between data nobody has said is still needed and everybody.
    """
    desk = new_desk("overdue")
    fields = {"authority": "Judge", "order": "1", "review_by": "2023-02-20"}
    sheet = desk.add_source(fields)
    assert sheet.id == "S-1"
    desk.add([write("persons.csv", persons())], AddWish(source=_sheet(write)))
    propose(desk, PAIRS)
    pair = desk.identity_pairs().pairs[0].id
    assert shown(desk.identity_pair(pair))
    desk.session.clock.moment = desk.session.clock.moment.replace(month=3)  # type: ignore[attr-defined]
    view = desk.identity_pair(pair)
    assert not shown(view)
    assert "overdue" in view.one.restricted
    assert "Chen" not in str(desk.identity_pairs())
    with pytest.raises(Conflict, match="restricted"):
        desk.identity_say(view.one.row, view.other.row, "same", reason="r")


def _sheet(write: Callable[[str, str], Path]) -> Path:
    """Write a source's sheet that falls due."""
    return write("sheet.yaml", "authority: Judge\norder: '1'\nreview_by: 2023-02-20\n")
