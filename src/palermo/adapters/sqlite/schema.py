"""The tables of a case file.

What can hold a personal value stands in a table that erasure can reach; `ledger` alone is append-only, and holds ids,
codes and commitments. A Parquet part without a row in `parts` is not in the case.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = "4"
"""The schema's version, kept in `facts`."""

metadata = MetaData()

facts = Table(
    "facts", metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)  # fmt: skip
"""Single facts of the case: its id, name, legal basis, schema version, next handle, state of the last analysis."""

ledger = Table(
    "ledger", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("hash", String(64), nullable=False),
)  # fmt: skip
"""The append-only record; see `palermo.ledger`."""

particulars = Table(
    "particulars", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    Column("text", Text, nullable=False),
)  # fmt: skip
"""The words that belong to an entry (reasons, names, what was asked), under the salt of its commitment; erasable."""

sources = Table(
    "sources", metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("recorded_at", String, nullable=False),
    Column("erased", Text, nullable=False, default=""),
)  # fmt: skip
"""Source sheets as JSON."""

files = Table(
    "files", metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("source", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("header", Text, nullable=False),
    Column("header_row", Integer, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("counts", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("recorded_by", String, nullable=False),
    Column("recorded_at", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("erased", Text, nullable=False, default=""),
)  # fmt: skip
"""Files (or sheets of files) taken into the case, with header, mapping and counts as JSON."""

parts = Table(
    "parts", metadata,
    Column("name", String, primary_key=True),
    Column("layer", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("file", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("seq", Integer, nullable=False),
)  # fmt: skip
"""The Parquet parts of the case: `rows` (rule-readable), `seen` (which row stands where), `raw` (cells as written)."""

mappings = Table(
    "mappings", metadata,
    Column("source", String, primary_key=True),
    Column("header", String, primary_key=True),
    Column("mapping", Text, nullable=False),
)  # fmt: skip
"""Confirmed mappings, remembered for a source and a set of headers (by digest)."""

aside = Table(
    "aside", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("file", String, nullable=False),
    Column("record", Integer, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("counted", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("columns", Text, nullable=False),
    Column("cells", Text, nullable=False),
    Column("state", String, nullable=False),
    Index("aside_file", "file", "record"),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Rows set aside, with their cells as they stood and their reasons; state is open, mended or erased."""

statements = Table(
    "statements", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("subject", String, nullable=False),
    Column("property", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("as_written", Text, nullable=False),
    Column("source", String, nullable=False),
    Column("locator", Text, nullable=False),
    Column("evaluation", String, nullable=False),
    Column("handling", String, nullable=False),
    Column("recorded_by", String, nullable=False),
    Column("recorded_at", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Index("statements_subject", "subject"),
)  # fmt: skip
"""What people assert of rows: so far, cells they mended. Bulk rows are statements only as a view."""

findings = Table(
    "findings", metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("lost", Text, nullable=False, default=""),
)  # fmt: skip
"""Findings of the last analysis, in canonical JSON without their rows."""

finding_rows = Table(
    "finding_rows", metadata,
    Column("finding", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("row", String, nullable=False),
    Index("finding_rows_row", "row"),
)  # fmt: skip
"""The rows each finding rests on, in order."""

leads = Table(
    "leads", metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("handle", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("lost", Text, nullable=False, default=""),
)  # fmt: skip
"""Leads of the last analysis: the whole in canonical JSON, and the line the queue shows."""

lead_rows = Table(
    "lead_rows", metadata,
    Column("lead", String, primary_key=True),
    Column("row", String, primary_key=True),
    Index("lead_rows_row", "row"),
)  # fmt: skip
"""The rows of each lead's group."""

handle_rows = Table(
    "handle_rows", metadata,
    Column("handle", String, primary_key=True),
    Column("row", String, primary_key=True),
)  # fmt: skip
"""What each handle stood for at the last analysis, so that it stays with its group."""

handle_events = Table(
    "handle_events", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("handle", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("seq", Integer, nullable=False),
)  # fmt: skip
"""Growth, merges and splits of groups, by handle."""

decisions = Table(
    "decisions", metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("lead", String, nullable=False),
    Column("handle", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("at", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("undone_seq", Integer),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Decisions on leads; their reasons are particulars of their ledger entries."""

judgements = Table(
    "judgements", metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("a", String, nullable=False),
    Column("b", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("undone_seq", Integer),
    Column("erasure", Integer),
    Index("judgements_pair", "a", "b"),
    sqlite_autoincrement=True,
)  # fmt: skip
"""People's words that two adverts are not one hand; who, when and why stand with the ledger entries.

`a` is the smaller key. Once an advert of it is erased, `erasure` names the erasure and both keys are empty.
"""

identity_pairs = Table(
    "identity_pairs", metadata,
    Column("id", String, primary_key=True),
    Column("a", String, nullable=False),
    Column("b", String, nullable=False),
    Column("millibits", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("identity_pairs_pair", "a", "b"),
)  # fmt: skip
"""The pairs of records the last analysis proposes, with what speaks for each and against it as canonical JSON."""

identity_words = Table(
    "identity_words", metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("a", String, nullable=False),
    Column("b", String, nullable=False),
    Column("answer", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("undone_seq", Integer),
    Column("erasure", Integer),
    Index("identity_words_pair", "a", "b"),
    sqlite_autoincrement=True,
)  # fmt: skip
"""People's words on pairs of records; when and why stand with the ledger entries. Erased as `judgements` are."""

identity_marks = Table(
    "identity_marks", metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("row", String, nullable=False),
    Column("mark", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("undone_seq", Integer),
    Column("erasure", Integer),
    Index("identity_marks_row", "row"),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Which records people marked as a presumed victim's or as a suspect's in custody; read by those who may see marks."""

identity_leads = Table(
    "identity_leads", metadata,
    Column("row", String, primary_key=True),
    Column("handle", String, primary_key=True),
)  # fmt: skip
"""The leads each compared record hung on at the last analysis."""

identity_passed = Table(
    "identity_passed", metadata,
    Column("actor", String, primary_key=True),
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
)  # fmt: skip
"""The pairs each account passed over, which stand at the back of its queue."""

charts = Table(
    "charts", metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("body", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("dropped_seq", Integer),
    Column("erasure", Integer),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Charts that people named, as canonical JSON; who saved one and when stands with its ledger entry. An erasure empties them."""

erasures = Table(
    "erasures", metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("order_text", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("seq", Integer, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Erasures carried out, and under which order."""

tombstones = Table(
    "tombstones", metadata,
    Column("commitment", String(64), primary_key=True),
    Column("erasure", Integer, nullable=False),
)  # fmt: skip
"""Keyed commitments to the keys of erased rows, so that an old export cannot bring them back unseen."""

NO_CHANGE = (
    "CREATE TRIGGER ledger_no_change BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    "CREATE TRIGGER ledger_no_drop BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
)
"""What keeps a slip of our own code from touching the ledger; who goes round it is found by the hashes."""

_IDENTITY = (identity_pairs, identity_leads, identity_words, identity_marks, identity_passed)

ADDED: dict[str, tuple[Table, ...]] = {
    "1": (judgements, *_IDENTITY, charts),
    "2": (*_IDENTITY, charts),
    "3": (charts,),
}
"""What a case of an earlier version lacks: opening it adds these tables, and the version before refuses it from then on."""
