"""Small records for the tests: entries, their export, their rows in a table, and a forger's re-hashing."""

from collections.abc import Iterable
from dataclasses import replace

from palermo.ledger import Entry, Head, append, body, draft, export_lines, head_of
from palermo.ledger.standalone import hash_of

CASE = "C-1"
SALT = bytes(range(32))


def record(count: int) -> list[Entry]:
    """Make a record of `count` entries, a second apart."""
    entries: list[Entry] = []
    head = Head()
    for number in range(1, count + 1):
        first = number == 1
        made = draft(
            at=f"2026-03-01T10:00:{number:02}.000000Z",
            actor="local",
            action="case-new" if first else "read-lead",
            subjects=(CASE,) if first else (f"L-{number}", f"{number:032x}"),
            commitment="ab" * 32 if number % 2 else "",
        )
        entries.append(append(head, made))
        head = head_of(entries[-1])
    return entries


def lines(entries: Iterable[Entry]) -> list[bytes]:
    """Export entries as the lines of a file."""
    return [line.encode() for line in export_lines(entries, CASE)]


def rows(entries: Iterable[Entry]) -> list[tuple[object, object, object]]:
    """Write entries as the rows of a case's table."""
    return [(entry.seq, body(entry), entry.hash) for entry in entries]


def forge(entry: Entry, *, actor: str) -> Entry:
    """Change an entry and give it a hash that fits what it now says."""
    changed = replace(entry, actor=actor)
    return replace(changed, hash=hash_of(body(changed)))


def chain_again(entries: list[Entry], start: int) -> list[Entry]:
    """Link and hash every entry from index `start` on again, as who rewrites the rest of a record would."""
    done = entries[:start]
    for entry in entries[start:]:
        linked = replace(entry, prev=done[-1].hash) if done else entry
        done.append(replace(linked, hash=hash_of(body(linked))))
    return done
