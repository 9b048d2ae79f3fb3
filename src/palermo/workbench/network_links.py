"""Makes links of a case's rows: which columns of which kind of record link what, as one table for the graph."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.model.grouping import Readings
from palermo.model.records import COLUMNS, Kind, Reads

if TYPE_CHECKING:
    import pyarrow as pa

NAMES = "name"
"""Nodes of this kind are names as they were written: two rows with one name need not mean one person, so they join nobody."""

FLEETING = ("advert", "exhibit", "journey", "stay")
"""Kinds of node that stand for one moment; groups are followed over time by the others."""

NO_LINKS = (Kind.INTERVIEWS, Kind.OBSERVATIONS, Kind.CLAIMS)
"""Kinds of record whose rows name no two things that could be linked."""


@dataclass(frozen=True, slots=True)
class LinkRule:
    """Which two columns of a kind of record make a link.

    Attributes:
        kind: the kind of record.
        link: the kind of link.
        a: the kind of node at one end and its column.
        b: the same of the other end.
        at: the column that says when; empty for none.
        until: the column that says until when; empty for none.
        directed: whether the link leads from a to b.
    """

    kind: Kind
    link: str
    a: tuple[str, str]
    b: tuple[str, str]
    at: str = ""
    until: str = ""
    directed: bool = False


_STAY, _JOURNEY, _ADVERT = ("stay", "stay_id"), ("journey", "journey_id"), ("advert", "advert_id")

RULES: tuple[LinkRule, ...] = (
    LinkRule(Kind.ADVERTS, "paid-by", _ADVERT, ("account", "payer"), "posted_at"),
    LinkRule(Kind.CALLS, "call", ("contact", "caller"), ("contact", "callee"), "started_at", directed=True),
    LinkRule(Kind.CALLS, "used-in", ("contact", "caller"), ("handset", "imei"), "started_at"),
    LinkRule(Kind.CALLS, "on-card", ("contact", "caller"), ("sim", "imsi"), "started_at"),
    LinkRule(Kind.MESSAGES, "message", ("contact", "sender"), ("contact", "receiver"), "sent_at", directed=True),
    LinkRule(Kind.MESSAGES, "names-account", ("contact", "sender"), ("account", "account"), "sent_at"),
    LinkRule(Kind.CONTACTS, "has-contact", ("contact", "owner"), ("contact", "contact"), directed=True),
    LinkRule(Kind.STAYS, "at-venue", _STAY, ("venue", "venue"), "check_in", "check_out"),
    LinkRule(Kind.STAYS, "with-document", _STAY, ("document", "document_no"), "check_in", "check_out"),
    LinkRule(Kind.STAYS, "paid-by", _STAY, ("account", "payer"), "check_in", "check_out"),
    LinkRule(Kind.STAYS, "booked-by", _STAY, ("account", "account"), "check_in", "check_out"),
    LinkRule(Kind.STAYS, "booked-with", _STAY, ("contact", "contact"), "check_in", "check_out"),
    LinkRule(Kind.STAYS, "let-by", _STAY, ("account", "host_account"), "check_in", "check_out"),
    LinkRule(Kind.STAYS, "guest-name", _STAY, (NAMES, "guest"), "check_in", "check_out"),
    LinkRule(Kind.JOURNEYS, "paid-by", _JOURNEY, ("account", "payer"), "departs_at", "arrives_at"),
    LinkRule(Kind.JOURNEYS, "by-vehicle", _JOURNEY, ("vehicle", "plate"), "departs_at", "arrives_at"),
    LinkRule(Kind.JOURNEYS, "in-booking", _JOURNEY, ("booking", "booking"), "departs_at", "arrives_at"),
    LinkRule(Kind.JOURNEYS, "traveller-name", _JOURNEY, (NAMES, "traveller"), "departs_at", "arrives_at"),
    LinkRule(Kind.JOURNEYS, "sponsor-name", _JOURNEY, (NAMES, "sponsor"), "departs_at", "arrives_at"),
    LinkRule(Kind.PAYMENTS, "payment", ("account", "from_account"), ("account", "to_account"), "booked_at", directed=True),
    LinkRule(Kind.ACCOUNTS, "account-contact", ("account", "account"), ("contact", "contact")),
    LinkRule(Kind.ACCOUNTS, "holder-name", ("account", "account"), (NAMES, "holder")),
    LinkRule(Kind.ACCOUNTS, "controlled-by-name", ("account", "account"), (NAMES, "controlled_by")),
    LinkRule(Kind.PERSONS, "has-document", ("person", "record_id"), ("document", "document_no")),
    LinkRule(Kind.PERSONS, "has-phone", ("person", "record_id"), ("contact", "phone")),
    LinkRule(Kind.PERSONS, "person-name", ("person", "record_id"), (NAMES, "name")),
    LinkRule(Kind.DOCUMENTS, "holder-name", ("document", "document_no"), (NAMES, "holder")),
    LinkRule(Kind.DOCUMENTS, "found-at", ("document", "document_no"), ("site", "found_at")),
    LinkRule(Kind.DEBTS, "owes", (NAMES, "debtor"), (NAMES, "creditor"), "claimed_at", directed=True),
    LinkRule(Kind.EXHIBITS, "seized-at", ("exhibit", "exhibit_no"), ("site", "site"), "seized_at"),
)  # fmt: skip
"""Every link that a row can show by its columns; contacts of adverts are read out of the whole advert instead."""

_TOLD_APART = {("advert", "advert_id"): "site", ("stay", "stay_id"): "venue", ("venue", "venue"): "city"}
"""Ids that two exports may use for different things: where one stands with two values of the other column, that is added."""


def links_of(tables: Mapping[Kind, "pa.Table"], readings: Readings, sources: "pa.Table") -> "pa.Table":
    """Make the links of a case's rows.

    Args:
        tables: a table of `row_schema(kind)` for each kind the case holds.
        readings: the contacts read out of every advert.
        sources: `row` and `source`, each source that a row stands in.

    Returns:
        a table as `palermo.network.graph.build` takes it, a row for each link and source.
    """
    import pyarrow as pa

    found = [_by_rule(tables[rule.kind], rule) for rule in RULES if rule.kind in tables]
    if Kind.ADVERTS in tables:
        found.append(_carried(tables[Kind.ADVERTS], readings))
    return with_sources(pa.concat_tables(found) if found else empty(), sources)


def empty() -> "pa.Table":
    """Give a table of no links, without their sources."""
    import pyarrow as pa

    text = ["a", "b", "kind", "row"]
    fields = [
        *((name, pa.string()) for name in text),
        ("directed", pa.bool_()),
        ("at", pa.int64()),
        ("until", pa.int64()),
    ]
    return pa.schema(fields).empty_table()


def with_sources(links: "pa.Table", sources: "pa.Table") -> "pa.Table":
    """Add to each link the sources its row stands in; a link in several has a row for each."""
    import pyarrow as pa

    joined = links.join(sources, "row", join_type="left outer")
    columns = {name: joined[name] for name in (*empty().column_names, "source")}
    columns["source"] = columns["source"].cast(pa.string()).fill_null("")
    return pa.table(columns)


def table_of(links: "Iterator[tuple[str, str, str, str]]") -> "pa.Table":
    """Make a table of links without a direction or a moment, given as a, b, kind and row."""
    import pyarrow as pa

    rows = list(links)
    a, b, kind, row = zip(*rows, strict=True) if rows else ((), (), (), ())
    none = pa.nulls(len(rows), pa.int64())
    return pa.table(
        [pa.array(one, pa.string()) for one in (a, b, kind, row)]
        + [pa.array([False] * len(rows), pa.bool_()), none, none],
        schema=empty().schema,
    )


def advert_ids(adverts: "pa.Table") -> dict[str, str]:
    """Give the id of each advert's node, by row key."""
    ids = _ids(adverts, *_ADVERT).to_pylist()
    return {str(row): str(ident) for row, ident in zip(adverts["row"].to_pylist(), ids, strict=True) if ident}


def _by_rule(table: "pa.Table", rule: LinkRule) -> "pa.Table":
    import pyarrow as pa

    size = table.num_rows
    at = _moment(table, rule.kind, rule.at)
    until = _moment(table, rule.kind, rule.until) if rule.until else at
    columns = [
        _ids(table, *rule.a), _ids(table, *rule.b), pa.repeat(rule.link, size), table["row"],
        pa.repeat(pa.scalar(rule.directed, pa.bool_()), size), at, until,
    ]  # fmt: skip
    return pa.table(columns, schema=empty().schema)


def _ids(table: "pa.Table", kind: str, column: str) -> "pa.ChunkedArray":
    """Write the ids of a column's nodes, null where nothing stands there."""
    import pyarrow as pa
    import pyarrow.compute as pc

    values = table[column].cast(pa.string())
    beside = _TOLD_APART.get((kind, column))
    if beside:
        values = _told_apart(values, table[beside].cast(pa.string()))
    blank = pc.equal(pc.utf8_length(pc.utf8_trim_whitespace(values)), 0)
    named = pc.binary_join_element_wise(f"{kind}:", values, "")
    return pc.if_else(pc.fill_null(blank, pa.scalar(value=True)), pa.scalar(None, pa.string()), named)


def _told_apart(values: "pa.ChunkedArray", beside: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """Add the other column's value where one id stands with several of them."""
    import pyarrow as pa
    import pyarrow.compute as pc

    pairs = pa.table({"value": values, "beside": beside})
    counts = pairs.group_by("value").aggregate([("beside", "count_distinct")])
    several = counts.filter(pc.greater(counts["beside_count_distinct"], 1))["value"]
    if not len(several):
        return values
    longer = pc.binary_join_element_wise(values, pc.fill_null(beside, "?"), ", ")
    return pc.if_else(pc.is_in(values, value_set=several.combine_chunks()), longer, values)


def _moment(table: "pa.Table", kind: Kind, column: str) -> "pa.ChunkedArray":
    """Give a column's moments in microseconds since 1970; a day is its first moment."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not column:
        return pa.chunked_array([pa.nulls(table.num_rows, pa.int64())])
    reads = next(found.reads for found in COLUMNS[kind] if found.name == column)
    if reads is Reads.DATE:
        return pc.cast(pc.cast(table[column], pa.timestamp("us")), pa.int64())
    return pc.cast(table[column], pa.int64())


def _carried(adverts: "pa.Table", readings: Readings) -> "pa.Table":
    """Link each advert to the contacts read out of it."""
    import pyarrow as pa

    ids = _ids(adverts, *_ADVERT).to_pylist()
    moments = _moment(adverts, Kind.ADVERTS, "posted_at").to_pylist()
    rows = adverts["row"].to_pylist()
    found = [
        (ident, f"contact:{value}", row, moment)
        for ident, row, moment in zip(ids, rows, moments, strict=True)
        for value in readings.values(row)
    ]
    a, b, row, at = zip(*found, strict=True) if found else ((), (), (), ())
    moments = pa.array(at, pa.int64())
    columns = [pa.array(a, pa.string()), pa.array(b, pa.string()), pa.array(["carries"] * len(a), pa.string())]
    columns += [pa.array(row, pa.string()), pa.array([False] * len(a), pa.bool_()), moments, moments]
    return pa.table(columns, schema=empty().schema)
