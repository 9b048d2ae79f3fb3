"""Puts pairs before a case's people without comparing anything: a stand-in for the linkage where only the judging is tested.

It writes the very table an analysis writes, with proposals whose figures are made up and add up.
"""

from collections.abc import Iterable, Mapping

from palermo.adapters.parquet import query
from palermo.adapters.sqlite import collect, identity_pairs
from palermo.adapters.sqlite.results import Plain
from palermo.model.ids import RowKey
from palermo.model.proposals import Compared, Proposal
from palermo.model.records import Kind
from palermo.workbench.open_desk import OpenDesk

HEADER = "record_id,name,name_native,birth_date,document_no,phone,address,nationality"
PERSONS = (
    "BE-1,Chen Lihua,陈丽华,1990-03-12,X00001234,0470123456,Veldstraat 1 Gent,AA",
    "ES-1,CHEN LI HUA,,1990-12-03,X00001234,,Calle Mayor 2 Alicante,BB",
    "FR-1,Lihua Tchen,,,,+33639981234,,AA",
    "NL-1,Chen Lihua,,1971-01-01,X00009999,,,BB",
    "DE-1,Wang Wei,王伟,1985-06-30,,+33639981234,,AA",
)
"""The same person in three registers, another of her name, and one who shares a number."""


def persons(*more: str) -> str:
    """Write an export of persons as CSV."""
    return "\n".join((HEADER, *PERSONS, *more)) + "\n"


def keys(desk: OpenDesk) -> dict[str, str]:
    """Give the row's key of each person by record id."""
    session = desk.session
    with session.reading() as db:
        parts = [part.name for part in collect.list_parts(db, layer="rows", kind=Kind.PERSONS)]
    table = query.rows_of_kind(session.folder, Kind.PERSONS, parts, None)
    return dict(zip(table.column("record_id").to_pylist(), table.column("row").to_pylist(), strict=True))


def propose(
    desk: OpenDesk, pairs: Iterable[tuple[str, str, int]], leads: Mapping[str, Iterable[str]] | None = None
) -> dict[str, str]:
    """Propose pairs of record ids with a weight in thousandths of a bit; give every row's key by record id.

    `leads` names the leads some records hang on.
    """
    rows = keys(desk)
    made = []
    for one, other, millibits in pairs:
        a, b = sorted((RowKey(rows[one]), RowKey(rows[other])))
        compared = (
            Compared("name", "alike", 6_000, "Chen Lihua", "CHEN LI HUA", "Both names read as Chen Lihua."),
            Compared("birth date", "differs", millibits - 6_000 + 12_000, "1990-03-12", "1990-12-03", "Day and month are swapped."),
        )  # fmt: skip
        made.append(Proposal(a, b, -12_000, compared))
    with desk.session.writing() as db:
        hang = {RowKey(rows[name]): handles for name, handles in (leads or {}).items()}
        about: Plain = {"at": desk.session.stamp(), "notes": ["One number is shared by 2 records."]}
        identity_pairs.replace(db, made, about, hang)
    return rows
