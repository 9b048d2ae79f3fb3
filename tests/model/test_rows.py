"""A row's key comes from its kind, its rule-readable values and its occurrence, and from nothing else."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.model.records import COLUMNS, Kind
from palermo.model.rows import content_digests, row_key
from palermo.model.tables import row_schema, value_schema

TEXT = st.one_of(st.none(), st.text(max_size=8))


def digests(kind: Kind, *rows: Mapping[str, object]) -> list[str]:
    """Digest rows given as plain values."""
    table = pa.Table.from_pylist([dict(row) for row in rows], schema=value_schema(kind))
    return [str(found) for found in content_digests(kind, table).to_pylist()]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=2, max_size=6, unique=True))
def test_different_values_have_different_digests(pairs: list[tuple[str | None, str | None]]) -> None:
    """No two rows of different values share a digest, wherever a value ends and the next begins."""
    found = digests(Kind.CONTACTS, *({"owner": owner, "contact": contact} for owner, contact in pairs))
    assert len(set(found)) == len(pairs)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=6), st.randoms())
def test_order_is_no_part_of_a_digest(pairs: list[tuple[str | None, str | None]], random: object) -> None:
    """The same rows in another order have the same digests."""
    rows = [{"owner": owner, "contact": contact} for owner, contact in pairs]
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(digests(Kind.CONTACTS, *rows)) == sorted(digests(Kind.CONTACTS, *shuffled))


def test_the_kind_is_part_of_a_digest() -> None:
    """Equal values of another kind of record are another row."""
    empty = {kind: digests(kind, {})[0] for kind in Kind}
    assert len(set(empty.values())) == len(Kind)


def test_typed_values_are_digested_whatever_their_writing() -> None:
    """Times, days and amounts count as what they are: to the microsecond, the day, the eighth place."""
    row = {"payment_id": "T1", "booked_at": datetime(2020, 3, 1, 12, tzinfo=UTC), "amount": Decimal("12.50")}
    later = row | {"booked_at": datetime(2020, 3, 1, 12, 0, 0, 1, tzinfo=UTC)}
    dearer = row | {"amount": Decimal("12.50000001")}
    same = row | {"amount": Decimal("12.5")}
    found = digests(Kind.PAYMENTS, row, later, dearer, same)
    assert found[0] == found[3]
    assert len(set(found)) == 3
    assert digests(Kind.STAYS, {"check_in": date(2020, 3, 1)}) != digests(Kind.STAYS, {"check_in": date(2020, 3, 2)})


def test_the_first_occurrence_bears_the_digest_and_others_their_own_key() -> None:
    """Equal rows have keys of their own; the first one's is the content digest itself."""
    keys = [row_key("ab" * 16, number) for number in range(5)]
    assert keys[0] == "ab" * 16
    assert len(set(keys)) == 5


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_names_its_columns_once_and_requires_some(kind: Kind) -> None:
    """Each kind has columns of distinct names, at least one of them required, and a schema that begins with the key."""
    names = [column.name for column in COLUMNS[kind]]
    assert len(set(names)) == len(names)
    assert any(column.required for column in COLUMNS[kind])
    assert row_schema(kind).names == ["row", *names]
