"""A statement cannot be built without its source, codes, recorder and time."""

from dataclasses import MISSING, fields
from datetime import UTC, datetime

import pytest

from palermo.model.codes import NOT_ASSESSED, Handling
from palermo.model.errors import WrongUse
from palermo.model.ids import ActorId, RowKey, SourceId
from palermo.model.locators import Locator
from palermo.model.statements import Statement

WHOLE = Statement(
    subject=RowKey("ab"), property="city", value="Gent", as_written="GENT ", source=SourceId("S-1"),
    locator=Locator("adverts.csv", "0" * 64, 17), evaluation=NOT_ASSESSED, handling=Handling.H1,
    recorded_by=ActorId("analyst"), recorded_at=datetime(2023, 2, 7, 6, tzinfo=UTC),
)  # fmt: skip


def test_no_field_of_a_statement_has_a_default() -> None:
    """Nothing can be left out when a statement is built, so nothing is known without a source."""
    assert [
        field.name
        for field in fields(Statement)
        if field.default is not MISSING or field.default_factory is not MISSING
    ] == []


@pytest.mark.parametrize("missing", ["subject", "property", "source", "recorded_by"])
def test_an_empty_origin_is_refused(missing: str) -> None:
    """A statement whose subject, property, source or recorder is empty is refused."""
    values = {field.name: getattr(WHOLE, field.name) for field in fields(Statement)} | {missing: ""}
    with pytest.raises(WrongUse):
        Statement(**values)


def test_a_time_without_a_zone_is_refused() -> None:
    """A statement's time carries a zone."""
    values = {field.name: getattr(WHOLE, field.name) for field in fields(Statement)}
    with pytest.raises(WrongUse):
        Statement(**(values | {"recorded_at": datetime(2023, 2, 7, 6)}))  # noqa: DTZ001 - the fault under test


def test_a_locator_says_where_in_words() -> None:
    """A place in a workbook names its sheet; one in a plain file names its row alone."""
    assert str(WHOLE.locator) == "row 17"
    assert str(Locator("stays.xlsx", "0" * 64, 3, sheet="Mai")) == "sheet “Mai”, row 3"
