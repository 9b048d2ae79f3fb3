"""The published table of rules names its sources, its limits and nothing protected."""

import pytest

from palermo.adapters.rules import load
from palermo.indicators import METHODS
from palermo.indicators.rule import read_rules
from palermo.kit.masks import is_protected_header, protected_headers
from palermo.model.errors import Damaged
from palermo.model.records import COLUMNS

TABLE = load("indicators")
RULES = read_rules(TABLE)
PROTECTED = protected_headers(load("banned"))


def entry(name: str) -> dict[str, object]:
    """Give one rule as it stands in the table."""
    entries = TABLE["indicators"]
    assert isinstance(entries, dict)
    found = entries[name]
    assert isinstance(found, dict)
    return dict(found)


def test_every_rule_of_the_table_is_run() -> None:
    """The table holds the rules there are, no more and no fewer."""
    assert tuple(sorted(RULES)) == METHODS


@pytest.mark.parametrize("name", METHODS)
def test_no_rule_reads_anything_protected(name: str) -> None:
    """No column, figure or name of a rule names something protected, and every column is one of its kind."""
    rule = RULES[name]
    named = [*rule.parameters, rule.name, *(column for columns in rule.columns.values() for column in columns)]
    assert [word for word in named if is_protected_header(word.replace("_", " "), PROTECTED)] == []
    for kind, columns in rule.columns.items():
        assert set(columns) <= {"row", *(column.name for column in COLUMNS[kind])}


@pytest.mark.parametrize("name", METHODS)
def test_every_rule_says_where_it_comes_from(name: str) -> None:
    """A rule has a source, a mark of how it was verified, a basis, a caution, and at least two innocent explanations."""
    found = entry(name)
    assert found["source"]
    assert found["verified"] in {"S", "G"}
    assert found["basis"] in {"stated_by_source", "our_operationalisation"}
    assert found["use"] == "lead_only"
    assert str(found["caution"]).endswith(".")
    assert RULES[name].strength in {"strong", "medium", "weak"}
    assert len(RULES[name].innocent) >= 2
    assert all(sentence.endswith(".") for sentence in RULES[name].innocent)
    assert RULES[name].needs.endswith(".")


def test_only_the_rule_on_disguised_numbers_is_off() -> None:
    """A rule tested in one country only is off unless a person turns it on, and says why."""
    assert [name for name, rule in sorted(RULES.items()) if not rule.by_default] == ["AD-04"]
    assert "United States" in RULES["AD-04"].off_because


@pytest.mark.parametrize("table", [{}, {"indicators": []}, {"indicators": {"AD-01": {"name": "x"}}}])
def test_a_broken_table_is_named(table: dict[str, object]) -> None:
    """A table that lacks something is told in words."""
    with pytest.raises(Damaged, match="table of indicators"):
        read_rules(table)
