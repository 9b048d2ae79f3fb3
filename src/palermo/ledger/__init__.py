"""The append-only, hash-chained record of everything done: how an entry is made, and how a record is verified.

Storing it is an adapter's work: a table `ledger(seq INTEGER PRIMARY KEY, body TEXT, hash TEXT)`.
"""

from palermo.ledger.actions import ACTIONS, LAW
from palermo.ledger.entries import (
    SALT_BYTES,
    Draft,
    Entry,
    Head,
    append,
    body,
    commit,
    draft,
    export_lines,
    head_of,
    holds,
    is_id,
)
from palermo.ledger.standalone import GENESIS, CannotRead, Fault, Report, verify, verify_file, verify_rows

__all__ = [
    "ACTIONS", "GENESIS", "LAW", "SALT_BYTES", "CannotRead", "Draft", "Entry", "Fault", "Head", "Report", "append", "body", "commit",
    "draft", "export_lines", "head_of", "holds", "is_id", "verify", "verify_file", "verify_rows",
]  # fmt: skip
