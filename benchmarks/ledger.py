"""Measures the record: appending against plain SQLite, verifying against merely reading JSON; prints Markdown tables.

Run it as `python benchmarks/ledger.py [--appends N] [--entries N]`. Every figure is a ratio of two runs on the same machine within
the same minute; the seconds beside it are that machine's.
"""

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from palermo.ledger import Draft, Entry, Head, append, body, draft, export_lines, head_of, verify_file

Append = Callable[[Draft], None]
ROUNDS = 5


def store_append(path: Path) -> tuple[Append, Callable[[], None]]:
    """Give the store's own append, one transaction for each entry, and what closes it. Swap it here for another store."""
    # Imported here, so that the processes which measure memory do not hold the database's libraries.
    from palermo.adapters.sqlite import engine, record

    store = engine.create(path)

    def write(entry: Draft) -> None:
        act = record.Act(entry.at, entry.actor, entry.action, entry.purpose, entry.subjects, {}, b"")
        with engine.transaction(store) as db:
            record.write(db, act)

    return write, store.dispose


def drafts(count: int) -> Iterator[Draft]:
    """Make what an investigator's day leaves in the record: a lead looked at, with two subjects."""
    for number in range(1, count + 1):
        seconds, micros = divmod(number, 1_000_000)
        yield draft(
            at=f"2026-03-01T10:00:{seconds:02}.{micros:06}Z",
            actor="analyst-1",
            action="case-new" if number == 1 else "read-lead",
            subjects=("C-1" if number == 1 else f"L-{number % 1000}", f"{number:032x}"),
        )


def entries(count: int) -> Iterator[Entry]:
    """Chain them."""
    head = Head()
    for made in drafts(count):
        entry = append(head, made)
        yield entry
        head = head_of(entry)


def seconds_of(work: Callable[[], object]) -> float:
    """Time one piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def plain_seconds(path: Path, rows: list[tuple[int, str, str]]) -> float:
    """Insert the same bytes by plain sqlite3 under the same setting, one commit a row."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        db.execute("CREATE TABLE ledger (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL)")

        def insert() -> None:
            for row in rows:
                db.execute("BEGIN IMMEDIATE")
                db.execute("INSERT INTO ledger VALUES (?, ?, ?)", row)
                db.execute("COMMIT")

        return seconds_of(insert)


def store_seconds(path: Path, made: list[Draft]) -> float:
    """Append through the store, one transaction an entry."""
    write, close = store_append(path)
    try:
        return seconds_of(lambda: [write(entry) for entry in made])
    finally:
        close()


def appending(folder: Path, count: int) -> None:
    """Measure appending, in turns, and print the middle of the rounds."""
    made = list(drafts(count))
    rows = [(entry.seq, body(entry), entry.hash) for entry in entries(count)]
    plain, ours = [], []
    for turn in range(ROUNDS):
        plain.append(plain_seconds(folder / f"plain-{turn}.sqlite", rows))
        ours.append(store_seconds(folder / f"store-{turn}.sqlite", made))
    ratio = median(before / after for before, after in zip(plain, ours, strict=True))
    print("| appending, one commit an entry | entries a second | of plain SQLite |")
    print("|---|---|---|")
    print(f"| plain sqlite3, same bytes, WAL, full sync | {count / median(plain):,.0f} | 1.00 |")
    print(f"| the store's append | {count / median(ours):,.0f} | {ratio:.2f} |\n")


def read_json(path: Path) -> None:
    """Read every line as JSON and do nothing with it."""
    with path.open("rb") as file:
        for line in file:
            json.loads(line)


def check(path: Path) -> None:
    """Verify the record, which has to be whole."""
    if not verify_file(path).whole:
        sys.exit("The benchmark's own record is not whole.")


MEASURES: dict[str, Callable[[Path], None]] = {"nothing": lambda _path: None, "json": read_json, "verify": check}


def measure(name: str, path: Path) -> tuple[float, float]:
    """Run one measure in a process of its own: seconds, and the most memory it held in megabytes."""
    command = [sys.executable, __file__, "--measure", name, str(path)]
    seconds, megabytes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(megabytes)


def verifying(folder: Path, counts: list[int]) -> None:
    """Measure verifying at several sizes: time against reading the same file as JSON, and memory, which has to stay flat."""
    print("| verifying | seconds | of json.loads, line by line | memory, MB | above an idle process |")
    print("|---|---|---|---|---|")
    for count in counts:
        path = folder / f"ledger-{count}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(export_lines(entries(count), "C-1"))
        _, idle = measure("nothing", path)
        plain, _ = measure("json", path)
        ours, held = measure("verify", path)
        print(f"| {count:,} entries | {ours:.2f} | {ours / plain:.2f} | {held:.1f} | {held - idle:.1f} |")
        path.unlink()


def held_megabytes() -> float:
    """Tell the most memory this process held; Linux's own figure first, since getrusage there keeps the parent's peak."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Read the command line and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--appends", type=int, default=2_000)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--measure", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        spent = seconds_of(lambda: MEASURES[given.measure[0]](Path(given.measure[1])))
        print(spent, held_megabytes())
        return
    with tempfile.TemporaryDirectory() as folder:
        appending(Path(folder), given.appends)
        verifying(Path(folder), [given.entries // 10, given.entries])


if __name__ == "__main__":
    main()
