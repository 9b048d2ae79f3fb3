"""What may stand in the record, and how it is chained."""

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.records import CASE, SALT, lines, record, rows
from palermo.ledger import (
    ACTIONS,
    GENESIS,
    Head,
    append,
    body,
    commit,
    draft,
    export_lines,
    head_of,
    holds,
    is_id,
    verify,
    verify_rows,
)
from palermo.model.errors import WrongUse

AT = "2026-03-01T10:00:00.000000Z"
ID = st.from_regex(r"[A-Za-z][A-Za-z0-9._:/#-]{0,20}[A-Za-z]", fullmatch=True).filter(is_id)


def test_a_first_entry_is_written_like_this() -> None:
    """The canonical form of an entry, which the verifier and every store rely on, does not change unseen."""
    entry = append(Head(), draft(at=AT, actor="local", action="case-new", subjects=(CASE,)))
    assert body(entry) == (
        '{"action":"case-new","actor":"local","at":"2026-03-01T10:00:00.000000Z","commitment":"",'
        f'"prev":"{GENESIS}","purpose":"","seq":1,"subjects":["C-1"]}}'
    )
    assert entry.hash == sha256(b"palermo-ledger-1\n" + body(entry).encode()).hexdigest()


def test_every_entry_carries_the_hash_of_the_one_before() -> None:
    """Numbers run from 1 without a gap, and each entry names its predecessor's hash."""
    entries = record(5)
    assert [entry.seq for entry in entries] == [1, 2, 3, 4, 5]
    assert [entry.prev for entry in entries] == [GENESIS, *(entry.hash for entry in entries[:-1])]


def test_a_clock_set_back_does_not_date_an_entry_before_its_predecessor() -> None:
    """Where the clock was set back, the time of the last entry stands, so that the record's times never run backwards."""
    late, early = "2026-03-01T10:00:00.000000Z", "2026-03-01T09:00:00.000000Z"
    head = head_of(append(Head(), draft(at=late, actor="local", action="login")))
    assert append(head, draft(at=early, actor="local", action="logout")).at == late


@given(
    st.lists(st.tuples(st.sampled_from(sorted(set(ACTIONS) - {"case-new"})), ID, st.lists(ID, max_size=4)), max_size=8)
)
def test_whatever_the_guard_lets_in_the_verifier_reads(acts: list[tuple[str, str, list[str]]]) -> None:
    """Every record that can be made is whole, exported or as rows: the guard and the verifier agree on the form of an entry."""
    entries = []
    head = Head()
    for action, actor, subjects in acts:
        entries.append(append(head, draft(at=AT, actor=actor, action=action, subjects=subjects)))
        head = head_of(entries[-1])
    assert verify(lines(entries)).faults == ()
    assert verify_rows(rows(entries)).faults == ()


@pytest.mark.parametrize(
    "subject",
    [
        "", " ", "two words", "a@b.example", "+33639981234", "0639981234", "06-39-98-12-34", "06.39.98.12.34", "contact:33639981234",
        "wechat:33639981234", "1999-12-31", "x" * 65, "名", 'quote"', "back\\slash", "line\nbreak", "-dash", "1234567",
        "T-0639981234", "T-639981234", "phone-1234567",
    ],
)  # fmt: skip
def test_what_looks_like_a_persons_particulars_is_no_subject(subject: str) -> None:
    """Phone numbers however written, dates, addresses and free text are refused, and the refusal does not repeat them."""
    with pytest.raises(WrongUse) as refused:
        draft(at=AT, actor="local", action="read-lead", subjects=(subject,))
    assert not subject.strip() or subject not in str(refused.value)


@pytest.mark.parametrize(
    "subject",
    [
        "L-17",
        "S-0",
        "AD-05",
        "source:S-12",
        "7",
        "D-3",
        "A-12345678",
        "8" * 32,
        "0123456789abcdef" * 4,
        "row:" + "5" * 32,
    ],
)
def test_ids_of_the_house_are_subjects(subject: str) -> None:
    """Handles, source ids, rules, decision numbers and digests pass, even past the millionth and with digits alone."""
    assert draft(at=AT, actor="local", action="read-lead", subjects=(subject,)).subjects == (subject,)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("action", "look"), ("action", ""), ("at", "2026-03-01T10:00:00Z"), ("at", "2026-03-01T10:00:00.000000+00:00"), ("actor", ""),
        ("actor", "Jan Jansen"), ("actor", "jan@police.example"), ("purpose", "because I want"), ("commitment", "ab"),
        ("commitment", "AB" * 32), ("subjects", "7" * 65), ("action", "case-new"),
    ],
)  # fmt: skip
def test_an_entry_with_a_part_not_of_its_kind_cannot_be_made(part: str, value: str) -> None:
    """Unknown actions, other forms of time, words for codes, half commitments and endless lists are refused."""
    parts = {"at": AT, "actor": "local", "action": "read-lead"} | {part: value}
    with pytest.raises(WrongUse):
        draft(**parts)


@given(st.dictionaries(st.text(max_size=9), st.text(max_size=30), max_size=4))
def test_a_commitment_holds_for_its_particulars_and_no_others(particulars: dict[str, str]) -> None:
    """With the salt, an entry's particulars can be proved; others, or the same under another salt, cannot."""
    entry = append(Head(), draft(at=AT, actor="local", action="search", commitment=commit(particulars, SALT)))
    assert holds(entry, particulars, SALT)
    assert not holds(entry, particulars | {"more": "x" * 40}, SALT)
    assert not holds(entry, particulars, bytes(32))


def test_a_short_salt_is_refused() -> None:
    """Particulars are often short enough to guess, so a salt that could be guessed too is refused."""
    with pytest.raises(WrongUse):
        commit({"reason": "x"}, b"short")


def test_an_export_is_json_lines_between_a_header_and_a_footer() -> None:
    """Any program can read an exported record: a header with the case, a line for each entry, a footer with count and head."""
    entries = record(3)
    found = [json.loads(line) for line in export_lines(entries, CASE)]
    assert found[0] == {"palermo_ledger": 1, "case": CASE}
    assert [line["seq"] for line in found[1:-1]] == [1, 2, 3]
    assert found[-1] == {"entries": 3, "head": entries[-1].hash}


def test_a_case_whose_id_is_a_name_is_not_exported() -> None:
    """The header of an export holds an id, never a title that may name somebody."""
    with pytest.raises(WrongUse):
        list(export_lines([], "Operation on somebody"))
