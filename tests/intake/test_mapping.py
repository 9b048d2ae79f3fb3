"""A mapping can be written down, edited by a person, remembered, and used on another file with the same headers."""

import pytest

from palermo.intake.mapping import APART, MappedHeader, Mapping, Options
from palermo.model.errors import WrongUse
from palermo.model.records import Kind

DATA: dict[str, object] = {
    "kind": "calls",
    "columns": {
        "Van": "caller",
        "Naar": "callee",
        "Datum": "started_at",
        "Uur": "started_at",
        "Nationaliteit": APART,
        "X": "",
    },
    "options": {"day_order": {"started_at": "day_first"}, "zone": "Europe/Brussels", "country": "BE"},
}


def test_what_was_written_is_read_back() -> None:
    """Plain data and mapping say the same."""
    assert Mapping.from_yaml_data(DATA).to_yaml_data() == DATA


def test_it_fits_the_same_headers_in_another_order() -> None:
    """Columns are found by name; a new one becomes unknown."""
    fitted = Mapping.from_yaml_data(DATA).fit(["Uur", "New", "Naar", "Datum", "Van"])
    assert fitted.indices("caller") == (4,)
    assert fitted.indices("started_at") == (0, 3)
    assert fitted.columns[1] == MappedHeader(1, "New", "unknown")
    assert fitted.header == ("Uur", "New", "Naar", "Datum", "Van")


def test_a_lost_header_is_named() -> None:
    """A file without a header that is read does not fit."""
    with pytest.raises(WrongUse, match="reads “Naar”"):
        Mapping.from_yaml_data(DATA).fit(["Van", "Datum", "Uur"])


def test_required_columns_come_from_columns_or_constants() -> None:
    """What the file states once for all is not missing."""
    data = {"kind": "debts", "columns": {"n": "debt_id"}}
    assert Mapping.from_yaml_data(data).missing() == ()
    payments = Mapping.from_yaml_data(
        {"kind": "payments", "columns": {}, "options": {"constants": {"currency": "EUR"}}}
    )
    assert payments.missing() == ("payment_id", "booked_at", "amount", "from_account", "to_account")


def test_a_persons_word_goes_before_the_guess() -> None:
    """A choice by place changes that column alone."""
    chosen = Mapping.from_yaml_data(DATA).with_choices({5: "kind", 0: APART, 4: ""})
    assert [(column.role, column.column) for column in chosen.columns] == [
        ("apart", ""), ("column", "callee"), ("column", "started_at"), ("column", "started_at"), ("unknown", ""), ("column", "kind"),
    ]  # fmt: skip
    for choices in ({9: "kind"}, {0: "colour"}):
        with pytest.raises(WrongUse):
            chosen.with_choices(choices)


@pytest.mark.parametrize(
    "data",
    [
        None, [], {"kind": "calls"}, {"kind": "?", "columns": {}}, {"kind": "calls", "columns": {"a": "colour"}},
        {"kind": "calls", "columns": {}, "options": ["x"]}, {"kind": "calls", "columns": {}, "options": {"colour": 1}},
        {"kind": "calls", "columns": {}, "options": {"day_order": {"started_at": "first"}}},
        {"kind": "calls", "columns": {}, "options": {"decimal": {"colour": ","}}},
        {"kind": "calls", "columns": {}, "options": {"decimal": ","}},
    ],
)  # fmt: skip
def test_what_is_no_mapping_is_refused(data: object) -> None:
    """Each thing that is not known in a mapping is named in a sentence."""
    with pytest.raises(WrongUse):
        Mapping.from_yaml_data(data)


def test_options_are_plain_by_default() -> None:
    """A mapping without options states nothing."""
    assert Mapping(Kind.CALLS, ()).options == Options()
