"""Any damage to a record is found and named, by the program and by the verifier that stands alone."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.records import CASE, chain_again, forge, lines, record, rows
from palermo.ledger import CannotRead, Entry, Report, head_of, standalone, verify, verify_file, verify_rows

ENTRIES = 9
RECORD = record(ENTRIES)
LINES = lines(RECORD)
FILE = b"".join(LINES)
NUMBER = st.integers(1, ENTRIES)
LINE = st.integers(0, ENTRIES + 1)


def cut(data: bytes) -> list[bytes]:
    """Cut bytes into lines the way a file is cut."""
    return [line + b"\n" for line in data.split(b"\n")[:-1]] + ([data.split(b"\n")[-1]] if data[-1:] != b"\n" else [])


def said(report: Report) -> list[str]:
    """Give the sentences of a report."""
    return [fault.sentence for fault in report.faults]


def test_a_record_as_it_was_written_is_whole() -> None:
    """A record nobody touched has no fault, names its case and ends in its head, from a file and from a table alike."""
    report = verify(LINES)
    assert (report.whole, report.case, report.entries, report.head) == (True, CASE, ENTRIES, RECORD[-1].hash)
    assert verify_rows(rows(RECORD))[1:] == report[1:]
    assert verify(lines([])).whole


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
@example(len(LINES[0]) - 1, ord("\n") ^ ord("x"))
@example(FILE.index(b"C-1"), ord("1") ^ ord("2"))
def test_a_changed_byte_is_one_fault_that_names_its_entry(at: int, flip: int) -> None:
    """Whichever byte of the file is changed to whatever, there is exactly one fault, and it names the entry the byte was in."""
    damaged = FILE[:at] + bytes([FILE[at] ^ flip]) + FILE[at + 1 :]
    report = verify(cut(damaged))
    assert len(report.faults) == 1, said(report)
    line = FILE[:at].count(b"\n")
    joined = FILE[at : at + 1] == b"\n"
    named = {0: 0, ENTRIES + 1: ENTRIES}.get(line, line)
    assert report.faults[0].seq in ({named - 1, named, named + 1} if joined else {named})


@given(LINE)
def test_a_dropped_line_is_one_fault_that_names_it(index: int) -> None:
    """Without one of its lines, a record lacks that entry, its header or its footer, and nothing else is wrong."""
    report = verify(LINES[:index] + LINES[index + 1 :])
    expected = {
        0: "The header of the record is missing.",
        ENTRIES + 1: "The footer is missing: the record was cut off after entry 9.",
    }
    assert said(report) == [expected.get(index, f"Entry {index} is missing.")]


@given(st.integers(0, ENTRIES), st.integers(1, ENTRIES + 1))
def test_a_run_of_dropped_entries_is_one_fault(first: int, length: int) -> None:
    """Entries dropped in a row are named as one gap from the first to the last."""
    kept = RECORD[:first] + RECORD[first + length :]
    report = verify(lines(kept)[:-1] + LINES[-1:])
    last = min(first + length, ENTRIES)
    words = f"Entry {last} is missing." if last == first + 1 else f"Entries {first + 1} to {last} are missing."
    assert said(report) == ([words] if first < ENTRIES else [])


@given(NUMBER, st.integers(1, ENTRIES + 2))
def test_an_entry_standing_twice_is_one_fault_that_names_it(number: int, to: int) -> None:
    """A copy of an entry, wherever it is put, is named as added."""
    report = verify([*LINES[:to], LINES[number], *LINES[to:]])
    assert [(fault.seq, fault.kind) for fault in report.faults] == [(number, "added")], said(report)


@given(NUMBER, NUMBER)
def test_two_entries_in_each_others_place_are_named(one: int, other: int) -> None:
    """Two entries that changed places are one fault that names them, and no other entry is named."""
    low, high = sorted((one, other))
    damaged = LINES[:]
    damaged[low], damaged[high] = damaged[high], damaged[low]
    report = verify(damaged)
    if low == high:
        assert report.whole
    elif high - low == 1:
        assert [fault.kind for fault in report.faults] == ["moved"]
        assert report.faults[0].seq in {low, high}
    else:
        assert said(report) == [f"Entries {low} and {high} have changed places."]


@given(NUMBER, NUMBER, st.integers(1, 4))
def test_moved_entries_are_named_as_moved(first: int, to: int, length: int) -> None:
    """A run of entries put elsewhere is named as moved: the run itself, or what it jumped over; nothing is missing or added."""
    block = LINES[first : min(first + length, ENTRIES + 1)]
    rest = [line for line in LINES if line not in block]
    damaged = rest[:to] + block + rest[to:] if to < len(rest) else LINES
    report = verify(damaged)
    assert report.whole == (damaged == LINES)
    assert {fault.kind for fault in report.faults} <= {"moved"}, said(report)
    assert len(report.faults) <= 1, said(report)


@given(st.integers(0, ENTRIES + 1))
def test_a_file_cut_off_is_one_fault(kept: int) -> None:
    """A file that ends early is said to be cut off after its last entry."""
    report = verify(LINES[:kept])
    assert [fault.kind for fault in report.faults if fault.kind != "header"] == ["footer"]
    assert len(report.faults) == (1 if kept else 2)


@given(NUMBER)
def test_an_entry_changed_and_hashed_again_is_named(number: int) -> None:
    """An entry changed and given a hash that fits is betrayed by the entry after it, or by the footer."""
    damaged = [*RECORD]
    damaged[number - 1] = forge(RECORD[number - 1], actor="other")
    report = verify([*lines(damaged)[:-1], LINES[-1]])
    assert len(report.faults) == 1
    assert f"Entry {number} was rewritten" in report.faults[0].sentence


@given(NUMBER, NUMBER)
def test_a_rewritten_tail_shows_only_against_a_head_noted_elsewhere(start: int, noted: int) -> None:
    """Who rewrites everything from an entry on leaves a record that agrees with itself, but not with a head noted later than it."""
    damaged = [*RECORD]
    damaged[start - 1] = forge(RECORD[start - 1], actor="other")
    damaged = chain_again(damaged, start)
    heads = {noted: RECORD[noted - 1].hash}
    for plain, against in (
        (verify(lines(damaged)), verify(lines(damaged), heads)),
        (verify_rows(rows(damaged)), verify_rows(rows(damaged), heads)),
    ):
        assert plain.whole
        assert [(fault.seq, fault.kind) for fault in against.faults] == ([(noted, "head")] if noted >= start else [])


@given(st.integers(0, ENTRIES), NUMBER)
def test_a_table_cut_off_shows_against_a_head_noted_elsewhere(kept: int, noted: int) -> None:
    """A table that lost its last rows agrees with itself, but lacks entries up to a head noted later."""
    table = rows(RECORD)[:kept]
    assert verify_rows(table).whole
    report = verify_rows(table, {noted: RECORD[noted - 1].hash})
    assert [fault.kind for fault in report.faults] == (["missing"] if noted > kept else [])


@given(st.integers(0, ENTRIES), st.booleans())
def test_a_forged_entry_put_in_is_one_fault(after: int, linked: bool) -> None:
    """An entry invented with the right number and a fitting hash is named, whether it claims the right predecessor or not."""
    like = forge(RECORD[max(after - 1, 0)], actor="other")
    prev = RECORD[after - 1].hash if after and linked else "0" * 64 if linked else "f" * 64
    forged = chain_again([Entry(after + 1, like.at, "other", "erase", "", ("L-1",), "", prev, "")], 0)
    report = verify([*LINES[: after + 1], lines(forged)[1], *LINES[after + 1 :]])
    assert len(report.faults) == 1, said(report)
    assert report.faults[0].seq == after + 1


def test_a_time_that_runs_backwards_is_named() -> None:
    """An entry dated before the one it follows is named, even where every hash fits."""
    early = Entry(
        **{name: getattr(RECORD[4], name) for name in Entry.__slots__} | {"at": "2025-01-01T00:00:00.000000Z"}
    )
    damaged = chain_again([*RECORD[:4], early, *RECORD[5:]], 4)
    assert said(verify(lines(damaged))) == ["Entry 5 is dated before the entry it follows."]


def test_json_in_another_form_is_a_change() -> None:
    """An entry that says the same in other bytes (a space, another order of keys) is named as changed."""
    spaced = LINES[4].replace(b":", b": ", 1)
    report = verify([*LINES[:4], spaced, *LINES[5:]])
    assert said(report) == ["Entry 4 was changed: it is not written in the form of an entry."]


def test_a_row_under_another_number_is_named() -> None:
    """A row of the table whose own number is not its entry's is named."""
    table = rows(RECORD)
    table[-1] = (77, *table[-1][1:])
    assert said(verify_rows(table)) == ["Entry 9 was changed: its row is numbered 77."]


@given(NUMBER, st.integers(0, 200), st.booleans())
def test_a_changed_character_in_a_table_is_one_fault_that_names_its_entry(number: int, at: int, in_hash: bool) -> None:
    """Whichever character of a row's text or hash is changed, one fault names that row's entry."""
    seq, text, hashed = rows(RECORD)[number - 1]
    old = str(hashed if in_hash else text)
    index = at % len(old)
    new = old[:index] + ("y" if old[index] == "x" else "x") + old[index + 1 :]
    table = rows(RECORD)
    table[number - 1] = (seq, text, new) if in_hash else (seq, new, hashed)
    report = verify_rows(table, {ENTRIES: RECORD[-1].hash})
    assert [fault.seq for fault in report.faults] == [number], said(report)


@given(
    st.lists(st.tuples(st.sampled_from(["drop", "copy", "swap", "byte"]), LINE, LINE, st.integers(1, 255)), max_size=5)
)
def test_no_heap_of_damages_passes_as_whole(damages: list[tuple[str, int, int, int]]) -> None:
    """Whatever several damages do together, the record is whole only if it is, byte for byte, what was written."""
    damaged = LINES[:]
    for kind, here, there, flip in damages:
        one, other = here % max(len(damaged), 1), there % max(len(damaged), 1)
        if not damaged:
            break
        if kind == "drop":
            del damaged[one]
        elif kind == "copy":
            damaged.insert(other, damaged[one])
        elif kind == "swap":
            damaged[one], damaged[other] = damaged[other], damaged[one]
        else:
            line = damaged[one]
            at = other * flip % len(line)
            damaged[one] = line[:at] + bytes([line[at] ^ flip]) + line[at + 1 :]
    assert verify(cut(b"".join(damaged)) if damaged else []).whole == (b"".join(damaged) == FILE)


@given(st.permutations(LINES))
def test_no_shuffle_passes_as_whole(shuffled: list[bytes]) -> None:
    """Lines in any other order are at fault, and no entry is said to be missing or added."""
    report = verify(shuffled)
    assert report.whole == (shuffled == LINES)


@given(
    st.lists(
        st.binary(max_size=40)
        | st.sampled_from([b"[" * 9999, b'{"seq":1,"prev":1,"hash":2}', b'{"seq":%s}' % (b"9" * 5000)])
    )
)
def test_nonsense_is_never_whole_and_never_breaks_the_verifier(nonsense: list[bytes]) -> None:
    """Bytes that are no record at all get a report of faults."""
    assert not verify(nonsense).whole


def case_file(path: Path, table: list[tuple[object, object, object]]) -> Path:
    """Write a case's SQLite file with this table."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE ledger (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL)")
        connection.executemany("INSERT INTO ledger VALUES (?, ?, ?)", table)
    return path


def alone(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a copy of the verifier in an otherwise empty folder, with no site packages and no environment."""
    folder.mkdir()
    shutil.copy(standalone.__file__, folder / "standalone.py")
    command = [sys.executable, "-I", "-S", "standalone.py", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("kind", ["export", "table"])
@pytest.mark.parametrize("damage", ["none", "change", "drop", "swap", "cut", "forge"])
def test_the_verifier_alone_gives_the_programs_answer(tmp_path: Path, kind: str, damage: str) -> None:
    """Run by itself in an empty folder, the verifier says the very sentences that the program's call gives."""
    entries = [*RECORD]
    if damage == "drop":
        del entries[3]
    elif damage == "cut":
        del entries[-2:]
    elif damage == "forge":
        entries[4] = forge(entries[4], actor="other")
    written, table = lines(entries), rows(entries)
    if damage == "change":
        written[3] = written[3].replace(b"L-3", b"L-4")
        table[2] = (3, str(table[2][1]).replace("L-3", "L-4"), table[2][2])
    elif damage == "swap":
        written[3], written[6] = written[6], written[3]
        table[2], table[5] = (3, *table[5][1:]), (6, *table[2][1:])
    path = tmp_path / "ledger"
    path.write_bytes(b"".join(written)) if kind == "export" else case_file(path, table)
    noted = head_of(RECORD[-1])
    report = verify_file(path, {noted.seq: noted.hash})
    ran = alone(tmp_path / "empty", str(path), "--head", f"{noted.seq}:{noted.hash}")
    expected = [
        *said(report),
        *(["The record is whole."] if report.whole else []),
        f"Last entry: {report.entries}:{report.head}",
    ]
    assert (ran.returncode, ran.stderr, ran.stdout.splitlines()) == (0 if damage == "none" else 1, "", expected)
    assert report.whole == (damage == "none")


def test_without_a_head_the_verifier_says_what_it_cannot_see(tmp_path: Path) -> None:
    """A whole record verified without a head noted elsewhere comes with what that cannot show."""
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(FILE)
    ran = alone(tmp_path / "empty", str(path))
    assert ran.returncode == 0
    assert "No head was given" in ran.stdout


@pytest.mark.parametrize(
    "content", [None, b"", b"\x89PNG\r\n\x1a\n", b"SQLite format 3\x00 and no more", b"id;name\n1;x\n"]
)
def test_what_is_no_record_ends_in_status_two_and_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    """A file that is missing, empty, damaged as a database or something else altogether is no record, and is said to be none."""
    path = tmp_path / "ledger"
    if content is not None:
        path.write_bytes(content)
    ran = alone(tmp_path / "empty", str(path))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    with pytest.raises(CannotRead):
        verify_file(path)


def test_a_database_without_a_record_cannot_be_read(tmp_path: Path) -> None:
    """A database that holds no table of entries is not taken for an empty record."""
    path = tmp_path / "case.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE other (n INTEGER)")
    with pytest.raises(CannotRead):
        verify_file(path)


def test_an_endless_line_is_read_in_pieces(tmp_path: Path) -> None:
    """A line far longer than any entry is one unreadable place, and what stands after it is verified."""
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b"".join([*LINES[:4], b"x" * 100_000 + b"\n", *LINES[5:]]))
    assert said(verify_file(path)) == ["Entry 4 cannot be read, at line 5."]


def test_verifying_leaves_a_case_file_as_it_was(tmp_path: Path) -> None:
    """A case's file is opened for reading only: its bytes stay, and a case in use can be verified."""
    path = case_file(tmp_path / "case.sqlite", rows(RECORD))
    before = path.read_bytes()
    assert verify_file(path).whole
    assert path.read_bytes() == before
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("DELETE FROM ledger WHERE seq = 5")
        assert verify_file(path).whole
        writer.commit()
        assert said(verify_file(path)) == ["Entry 5 is missing."]


def test_a_flood_of_faults_is_counted_and_not_kept() -> None:
    """Of very many faults a thousand are named and the rest are counted, so that memory stays within bounds."""
    report = verify([LINES[0], *(LINES[2], LINES[4]) * 3000, *LINES[1:]])
    assert len(report.faults) == 1000
    assert report.more > 1000
