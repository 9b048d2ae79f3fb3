#!/usr/bin/env python3
r"""Verifies a record of Palermo with nothing but this file and Python's standard library (3.9 or newer).

    python standalone.py LEDGER [--head SEQ:HASH]…

LEDGER is an exported record (JSON lines) or a case's own file (`case.sqlite`, opened for reading only). Exit status:
0 the record is whole, 1 faults were found and named, 2 the file cannot be read. The program itself uses this very
module, so both give the same answers.

What a record is. Each entry says who (`actor`) did what (`action`) to what (`subjects`) when (`at`) and why (`purpose`),
in ids and codes; `commitment` is an HMAC of particulars kept elsewhere, which can be erased without touching the record.
Entries are numbered from 1 (`seq`). `prev` is the hash of the entry before, sixty-four zeros for the first. `hash` is

    SHA-256("palermo-ledger-1" + newline + the entry as JSON without `hash`: keys sorted, no spaces)

An exported record has a header line with the case's id (which the first entry, `case-new`, names too), a line for each
entry and a footer with the number of the last entry and its hash. In `case.sqlite` the table `ledger` holds seq, the
JSON without `hash`, and hash.

What is checked, in one pass and constant memory. Every line has exactly the form above; every entry has the hash of
what it says; every entry carries the hash of the one before and the next number; times never run backwards; the footer,
and every head given, agree. To name what happened and not merely that something did, an entry that does not fit waits
until the next entry is seen: the one that the next entry continues is the true one. Entries out of place are
compared with the missing ones at the end: what is missing here and stands there was moved, what was never missing was added.

What cannot be seen from the file alone. Who rewrites an entry and every entry and hash after it leaves a record that
agrees with itself. Only a head (number and hash of an entry) noted elsewhere at an earlier time shows it: reports and
packages print one; give it with --head.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import IO, NamedTuple

GENESIS = "0" * 64
MAX_SUBJECTS = 64
_TAG = b"palermo-ledger-1\n"
_MAX_LINE = 16_384
_MAX_FAULTS = 1_000
_SQLITE = b"SQLite format 3\0"

_ID = rb"[A-Za-z0-9][A-Za-z0-9._:/#-]{0,63}"
_ENTRY = re.compile(
    rb'(\{"action":"[a-z-]{1,64}","actor":"%b","at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)",'
    rb'"commitment":"(?:[0-9a-f]{64})?",)"hash":"([0-9a-f]{64})",'
    rb'("prev":"([0-9a-f]{64})","purpose":"[a-z0-9-]{0,64}","seq":([1-9]\d{0,14}),'
    rb'"subjects":\[(?:"%b"(?:,"%b"){0,63})?\]\})\n?' % (_ID, _ID, _ID)
)
_HEADER = re.compile(rb'\{"case":"(%b)","palermo_ledger":1\}\n?' % _ID)
_FOOTER = re.compile(rb'\{"entries":(0|[1-9]\d{0,14}),"head":"([0-9a-f]{64})"\}\n?')


class Fault(NamedTuple):
    """One thing that is wrong: the entry it is about, its kind, and a sentence that says it.

    Kinds: changed, rewritten, missing, added, moved, unreadable, time, header, footer, head.
    """

    seq: int
    kind: str
    sentence: str


class Report(NamedTuple):
    """What verifying found: case (empty for a table), last number, last hash, faults by entry, and how many more."""

    case: str
    entries: int
    head: str
    faults: tuple[Fault, ...]
    more: int

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


class CannotRead(Exception):
    """The file cannot be read as a record at all; the text says why in a sentence."""


def hash_of(body: str) -> str:
    """Hash an entry's canonical JSON (all but its hash): 64 hexadecimal digits."""
    return sha256(_TAG + body.encode()).hexdigest()


class _Entry:
    """A line that says it is an entry. `number` is the place it seems to hold, `hashes` what the next may carry."""

    __slots__ = ("at", "hashes", "line", "number", "place", "prev", "seq", "why")

    def __init__(self, line: bytes, place: int, seq: int, prev: bytes, hashes: tuple[bytes, ...]) -> None:
        self.line, self.place, self.seq, self.number, self.prev, self.hashes = line, place, seq, seq, prev, hashes
        self.at = b""
        self.why = ""  # empty: the entry has the form and the hash it should have


class _Run:
    """Entries out of place that follow one another: from `first` to `last`, standing after entry `after`."""

    __slots__ = ("after", "end", "first", "head", "last", "place", "prev", "why")

    def __init__(self, entry: _Entry, after: int) -> None:
        self.first = self.last = entry.seq
        self.place = self.end = entry.place
        self.prev, self.head, self.why, self.after = entry.prev, entry.hashes, entry.why, after


def _read(line: bytes, place: int) -> _Entry | None:
    """Read a line as an entry; None when nothing of it can be read."""
    found = _ENTRY.fullmatch(line)
    if found is None:
        return _read_odd(line, place)
    before, at, stored, after, prev, seq = found.groups()
    computed = sha256(_TAG + before + after).hexdigest().encode()
    if computed == stored:
        entry = _Entry(line, place, int(seq), prev, (stored,))
        entry.at = at
        return entry
    entry = _Entry(line, place, int(seq), prev, (stored, computed))
    entry.why = "its hash is not the hash of what it says"
    return entry


def _read_odd(line: bytes, place: int) -> _Entry | None:
    """Read a line that is JSON and names an entry, but is not in the form of one."""
    try:
        found = json.loads(line)
        seq, prev, stored = found["seq"], found["prev"].encode(), found["hash"].encode()
        said = {name: value for name, value in found.items() if name not in {"hash", "row"}}
        computed = hash_of(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))).encode()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if type(seq) is not int or seq < 1:
        return None
    entry = _Entry(line, place, seq, prev, (stored, computed))
    entry.why = f"its row is numbered {found['row']}" if "row" in found else "it is not written in the form of an entry"
    return entry


class _Chain:
    """Follows the chain: `seq`, `prev` and `hashes` are those of the last entry that has its place (hashes None: unknown)."""

    def __init__(self, unit: str, heads: Mapping[int, str]) -> None:
        self.unit, self.heads = unit, heads
        self.case = ""
        self.seq, self.place, self.prev, self.at = 0, 0, b"", b""
        self.hashes: tuple[bytes, ...] | None = (GENESIS.encode(),)
        self.head = GENESIS.encode()
        self.waiting: _Entry | None = None
        self.unread: tuple[int, int] | None = None
        self.header_told = False
        self.missing: list[tuple[int, int]] = []
        self.strays: list[_Run] = []
        self.heads_off: list[int] = []
        self.faults: list[Fault] = []
        self.more = 0

    # How an entry finds its place.

    def take(self, entry: _Entry) -> None:
        """Place one more entry."""
        waiting, self.waiting = self.waiting, None
        if waiting is not None:
            self._decide(waiting, entry)
        if not entry.why and self._fits(entry):
            if self.unread:
                self.tell_unread()
            if entry.at < self.at:
                self.fault(entry.seq, "time", f"Entry {entry.seq} is dated before the entry it follows.")
            self._stand(entry)
            return
        if entry.why and self.hashes is not None and entry.prev in self.hashes:
            entry.number = self.seq + 1  # it is linked, so it stands where it should and its number was changed
        if entry.number > self.seq or self._rivals(entry):
            self.waiting = entry
        else:
            self._stray(entry)

    def take_unread(self, place: int) -> None:
        """Note a line of which nothing can be read; what it was shows when the next entry is placed."""
        self.unread = (self.unread[0] if self.unread else place, place)

    def _fits(self, entry: _Entry) -> bool:
        return entry.number == self.seq + 1 and (self.hashes is None or entry.prev in self.hashes)

    def _rivals(self, entry: _Entry) -> bool:
        """Whether it claims the very place of the last entry, after the same entry."""
        hashes = self.hashes or ()
        return entry.number == self.seq and entry.prev == self.prev and not set(entry.hashes) & set(hashes)

    def _decide(self, waiting: _Entry, entry: _Entry) -> None:
        """Decide about an entry that did not fit, now that the next is seen."""
        followed = entry.number == waiting.number + 1 and entry.prev in waiting.hashes
        here, gap = self._in_place(waiting), waiting.number - self.seq - 1
        if gap < 0 and followed:
            self._oust(waiting)
        elif gap < 0:
            self._stray(waiting)
        elif followed:
            self._settle(waiting)
        elif self._fits(entry) and (gap == 0 or not here or self._in_place(entry)):
            self._stray(waiting)
        elif gap == 0:
            self._settle(waiting, alone=True)
        elif here or entry.number == waiting.number + 1:
            self._settle(waiting)
        else:
            self._stray(waiting)

    def _in_place(self, entry: _Entry) -> bool:
        """Whether it stands as many lines after the last entry as its number says."""
        return entry.number - self.seq == entry.place - self.place

    def _settle(self, entry: _Entry, *, alone: bool = False) -> None:
        """Give an entry its place although it does not fit, and say why it does not."""
        number = entry.number
        if number > self.seq + 1:
            self._lose(self.seq + 1, number - 1)
        else:
            self.tell_unread()
        if entry.why:
            self.fault(number, "changed", f"Entry {number} was changed: {entry.why}.")
        elif number == self.seq + 1:
            self._tell_break(number, alone=alone)
        self._stand(entry)
        if alone and not entry.why:
            self.hashes = None

    def _stand(self, entry: _Entry) -> None:
        self.seq, self.place, self.prev, self.at = entry.number, entry.place, entry.prev, entry.at
        self.hashes, self.head = entry.hashes, entry.hashes[0]
        if entry.number == 1 and self.case and not entry.why:
            named = re.search(rb'"subjects":\["([^"]*)"', entry.line)
            if entry.line.startswith(b'{"action":"case-new"') and named and named[1].decode() != self.case:
                self.fault(0, "header", "The header names another case than the first entry.")
        if entry.number in self.heads and self.heads[entry.number].encode() not in entry.hashes:
            self.heads_off.append(entry.number)

    def _oust(self, entry: _Entry) -> None:
        """Give an entry the place of the last one, which nothing continues."""
        last = _Entry(b"", self.place, self.seq, self.prev, self.hashes or ())
        self.seq -= 1
        self._stray(last)
        if entry.why:
            self.fault(entry.number, "changed", f"Entry {entry.number} was changed: {entry.why}.")
        self._stand(entry)

    def _stray(self, entry: _Entry) -> None:
        """Keep in mind an entry that is out of place; a run of them that hangs together is one."""
        run = self.strays[-1] if self.strays else None
        joins = run and entry.seq == run.last + 1 and entry.place == run.end + 1 and entry.prev in run.head
        if run and joins and not (entry.why or run.why):
            run.last, run.end, run.head = entry.seq, entry.place, entry.hashes
        elif len(self.strays) < _MAX_FAULTS:
            self.strays.append(_Run(entry, self.seq))
        else:
            self.more += 1

    def _lose(self, first: int, last: int) -> None:
        """Keep in mind entries that are missing, or say that they cannot be read where something unreadable stands."""
        if self.unread:
            where = self.where(*self.unread)
            self.header_told |= self.unread[0] == 1
            self.unread = None
            self.fault(first, "unreadable", f"{_entries(first, last)} cannot be read, at {where}.")
        elif len(self.missing) < _MAX_FAULTS:
            self.missing.append((first, last))
        else:
            self.more += 1

    # What is said.

    def fault(self, seq: int, kind: str, sentence: str) -> None:
        """Name a fault; after a thousand they are only counted."""
        if len(self.faults) < _MAX_FAULTS:
            self.faults.append(Fault(seq, kind, sentence))
        else:
            self.more += 1

    def _tell_break(self, number: int, *, alone: bool) -> None:
        if number == 1:
            self.fault(
                1, "rewritten", "Entry 1 does not begin a record: it was rewritten, or what stood before was cut off."
            )
        elif alone:
            sentence = f"Entry {number} was rewritten: it fits neither the entry before nor the entry after it."
            self.fault(number, "rewritten", sentence)
        else:
            sentence = f"Entry {number - 1} was rewritten: it is not the entry that entry {number} continues."
            self.fault(number - 1, "rewritten", sentence)

    def tell_unread(self) -> None:
        """Say that something unreadable stands here, if it does."""
        if self.unread is None:
            return
        first, last = self.unread
        self.unread = None
        if first == 1 and self.unit == "line" and not self.header_told:
            self.header_told = True
            self.fault(0, "header", "The header of the record was changed: it cannot be read.")
        else:
            where = self.where(first, last)
            self.fault(self.seq, "unreadable", f"After entry {self.seq} something stands that is no entry, at {where}.")

    def where(self, first: int, last: int) -> str:
        """Say which lines or rows."""
        return f"{self.unit} {first}" if first == last else f"{self.unit}s {first} to {last}"

    # What shows only at the end.

    def finish(self, footer: tuple[int, bytes] | None) -> None:
        """Close the chain: the last waiting entry, the known ends, and what was moved, added or dropped."""
        waiting, self.waiting = self.waiting, None
        if waiting is not None:
            self._decide_last(waiting, footer)
        end = max([footer[0] if footer else 0, *self.heads])
        if footer is None:
            self._extend()
        if footer and self.hashes and footer[1] in self.hashes and footer[0] != self.seq:
            self.fault(
                self.seq, "footer", f"The footer was changed: the hash is entry {self.seq}'s, the number is not."
            )
        elif end > self.seq:
            self._lose(self.seq + 1, end)
        elif footer and footer[0] < self.seq:
            added = _entries(footer[0] + 1, self.seq)
            self.fault(footer[0] + 1, "footer", f"{added} stand after the last entry that the footer counts.")
        elif footer and self.hashes and footer[1] not in self.hashes:
            self.fault(
                self.seq, "footer", f"Entry {self.seq} was rewritten or the footer was changed: their hashes differ."
            )
        self._match_strays()
        for first, last in self.missing:
            verb = "is" if first == last else "are"
            self.fault(first, "missing", f"{_entries(first, last)} {verb} missing.")
        self._tell_heads()

    def _decide_last(self, entry: _Entry, footer: tuple[int, bytes] | None) -> None:
        at_end = footer is not None and footer[1] in entry.hashes
        if entry.number <= self.seq:
            self._oust(entry) if at_end else self._stray(entry)
        elif footer and not at_end and entry.number > footer[0]:
            self._stray(entry)
        else:
            self._settle(entry)

    def _extend(self) -> None:
        """Take strays that continue the last entry for the true end of the record: they were moved."""
        for run in sorted(self.strays, key=lambda run: run.first):
            if run.first == self.seq + 1 and self.hashes and run.prev in self.hashes and not run.why:
                self._lose(run.first, run.last)
                self.seq, self.hashes, self.head = run.last, run.head, run.head[0]

    def _match_strays(self) -> None:
        """Tell strays that were moved from strays that were added."""
        moved = [run for run in self.strays if self._find(run)]
        swapped = {(run.first, run.after): run for run in moved if run.first == run.last}
        told: set[int] = set()
        for run in self.strays:
            if run not in moved:
                self._tell_added(run)
                continue
            other = swapped.get((run.after + 1, run.first - 1))
            if other and other is not run and run.first == run.last:
                if run.first not in told:
                    low, high = sorted((run, other), key=lambda each: each.first)
                    told |= {low.first, high.first}
                    self.fault(low.first, "moved", f"Entries {low.first} and {high.first} have changed places.")
            else:
                self._tell_moved(run)

    def _find(self, run: _Run) -> bool:
        """Whether a stray's entries are missing elsewhere; if so, they are missing no more."""
        for index, (first, last) in enumerate(self.missing):
            if first <= run.first and run.last <= last:
                rest = [(first, run.first - 1), (run.last + 1, last)]
                self.missing[index : index + 1] = [(low, high) for low, high in rest if low <= high]
                return True
        return False

    def _tell_moved(self, run: _Run) -> None:
        verb, pronoun = ("was", "it stands") if run.first == run.last else ("were", "they stand")
        beside = f"after entry {run.after}" if run.after else "before entry 1"
        where = self.where(run.place, run.end)
        changed = f" It was changed, too: {run.why}." if run.why else ""
        sentence = f"{_entries(run.first, run.last)} {verb} moved: {pronoun} {beside}, at {where}.{changed}"
        self.fault(run.first, "moved", sentence)

    def _tell_added(self, run: _Run) -> None:
        what = "An entry" if run.first == run.last else "Entries"
        number = f"{run.first}" if run.first == run.last else f"{run.first} to {run.last}"
        verb = "was" if run.first == run.last else "were"
        where = self.where(run.place, run.end)
        sentence = f"{what} numbered {number} {verb} added after entry {run.after}, at {where}."
        self.fault(run.first, "added", sentence)

    def _tell_heads(self) -> None:
        """Name the first known head that the record contradicts, unless its entry is named already."""
        named = {fault.seq for fault in self.faults}
        for seq in [seq for seq in sorted(self.heads_off) if seq not in named][:1]:
            sentence = (
                f"Entry {seq} is not the entry whose hash was noted elsewhere: it or entries before it were rewritten."
            )
            self.fault(seq, "head", sentence)

    def report(self) -> Report:
        """Give what was found, in the order of the entries."""
        faults = tuple(sorted(self.faults, key=lambda fault: fault.seq))
        return Report(self.case, self.seq, self.head.decode(), faults, self.more)


def _entries(first: int, last: int) -> str:
    return f"Entry {first}" if first == last else f"Entries {first} to {last}"


class _Export:
    """Keeps the header and the footer of an exported record apart from its chain of entries."""

    def __init__(self, heads: Mapping[int, str]) -> None:
        self.chain = _Chain("line", heads)
        self.headers: list[int] = []
        self.footers: list[int] = []
        self.footer: tuple[int, bytes] | None = None
        self.last = 0

    def take(self, line: bytes, place: int) -> None:
        """Take one more line."""
        self.last = place
        entry = _read(line, place)
        if entry is not None:
            self.chain.take(entry)
        elif header := _HEADER.fullmatch(line):
            self.headers = [*self.headers, place][:2]
            if place == 1:
                self.chain.case, self.chain.place = header[1].decode(), 1
        elif footer := _FOOTER.fullmatch(line):
            self.footers = [*self.footers, place][-2:]
            self.footer = int(footer[1]), footer[2]
        else:
            self.chain.take_unread(place)

    def close(self) -> Report:
        """Look at both ends once every line is seen."""
        chain = self.chain
        if self.footers and chain.unread and chain.unread[0] > self.footers[-1]:
            chain.unread, chain.place = None, self.last  # told below, as what follows the footer
        chain.finish(self.footer)
        unread, end = chain.unread, max([0, *chain.heads])
        if self.footer is None and unread and unread[0] > 1:
            where = chain.where(*unread)
            chain.fault(
                chain.seq, "footer", f"What follows entry {chain.seq} cannot be read, nor the footer, at {where}."
            )
        else:
            chain.tell_unread()
            if self.footer is None and end <= chain.seq:
                chain.fault(
                    chain.seq, "footer", f"The footer is missing: the record was cut off after entry {chain.seq}."
                )
        self._tell_headers()
        self._tell_footers()
        return chain.report()

    def _tell_headers(self) -> None:
        late = [place for place in self.headers if place > 1]
        if late and len(late) < len(self.headers):
            self.chain.fault(0, "header", f"A second header was added, at line {late[0]}.")
        elif late:
            self.chain.fault(0, "header", f"The header was moved, to line {late[0]}.")
        elif not self.headers and not self.chain.header_told:
            self.chain.fault(0, "header", "The header of the record is missing.")

    def _tell_footers(self) -> None:
        if len(self.footers) > 1:
            self.chain.fault(self.chain.seq, "footer", f"A second footer was added, at line {self.footers[-1]}.")
        elif self.footers and self.footers[0] < self.chain.place:
            where = self.chain.where(self.footers[0] + 1, self.last)
            self.chain.fault(self.chain.seq, "footer", f"The footer is not the last line: more stands at {where}.")


def verify(lines: Iterable[bytes | str], heads: Mapping[int, str] | None = None) -> Report:
    """Verify an exported record, line by line, in one pass and constant memory.

    `heads` holds what is known from elsewhere: the number of an entry and the hash it had. The sentences name entries
    by number; they never repeat what a damaged line says.
    """
    export = _Export(heads or {})
    for place, line in enumerate(lines, 1):
        export.take(line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line, place)
    return export.close()


def verify_rows(rows: Iterable[tuple[object, object, object]], heads: Mapping[int, str] | None = None) -> Report:
    """Verify a record as the case's own file keeps it: (seq, body, hash) in the order of seq. See `verify`."""
    chain = _Chain("row", heads or {})
    for place, (number, body, stored) in enumerate(rows, 1):
        text = f"{body}".replace('"prev":"', f'"hash":"{stored}","prev":"', 1)
        if f'"seq":{number},' not in text:
            text = f'{{"row":{json.dumps(str(number))},{text[1:]}'
        entry = _read(text.encode("utf-8", "surrogatepass"), place)
        if entry is None:
            chain.take_unread(place)
        else:
            chain.take(entry)
    chain.finish(None)
    chain.tell_unread()
    return chain.report()


def verify_file(path: str | Path, heads: Mapping[int, str] | None = None) -> Report:
    """Verify a file: an exported record, or a case's own SQLite file, which is opened for reading only.

    Raises:
        CannotRead: the file is not there, may not be read, or is neither.
    """
    try:
        with Path(path).open("rb") as file:
            if file.read(len(_SQLITE)) != _SQLITE:
                file.seek(0)
                report = verify(_lines(file), heads)
                if report.entries == 0 and {fault.kind for fault in report.faults} >= {"header", "footer"}:
                    raise CannotRead("The file is no record of Palermo: it has no header, no entry and no footer.")
                return report
        return _verify_sqlite(Path(path), heads)
    except OSError as error:
        raise CannotRead(f"The file cannot be opened: {error.strerror}.") from error


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Cut a file into lines; of a line longer than any entry only the beginning is kept."""
    while line := file.readline(_MAX_LINE):
        yield line
        while len(line) == _MAX_LINE and not line.endswith(b"\n"):
            line = file.readline(_MAX_LINE)


def _verify_sqlite(path: Path, heads: Mapping[int, str] | None) -> Report:
    import sqlite3

    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
            return verify_rows(connection.execute("SELECT seq, body, hash FROM ledger ORDER BY seq"), heads)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise CannotRead(f"The case's file cannot be read: {error}.") from error


def _head(text: str) -> tuple[int, str]:
    found = re.fullmatch(r"([1-9]\d{0,14}):([0-9a-f]{64})", text)
    if not found:
        raise ValueError(text)
    return int(found[1]), found[2]


def main(arguments: list[str]) -> int:
    """Verify the file named on the command line and say what was found."""
    import argparse

    parser = argparse.ArgumentParser(description="Verifies a record of Palermo.")
    parser.add_argument("ledger", help="an exported record, or a case's case.sqlite")
    parser.add_argument("--head", type=_head, action="append", default=[], metavar="SEQ:HASH", help="noted elsewhere")
    given = parser.parse_args(arguments)
    try:
        report = verify_file(given.ledger, dict(given.head))
    except CannotRead as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lines = [fault.sentence for fault in report.faults]
    lines += [f"{report.more} more faults are not shown."] if report.more else []
    lines += ["The record is whole."] if report.whole else []
    lines += [f"Last entry: {report.entries}:{report.head}"]
    lines += [] if given.head else ["No head was given: entries rewritten together with all after them would not show."]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if report.whole else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
