"""Each line of the published table of levels gives its level, and only where it fits."""

import pytest

from palermo.adapters.rules import load
from palermo.leads.levels import read_table
from palermo.model.errors import Damaged
from palermo.model.findings import Finding
from palermo.model.records import Kind

TABLE = read_table(load("levels"))
STRENGTHS = {"AD-03": "weak"}


def findings(rules: str) -> list[Finding]:
    """Make a finding of each rule named."""
    return [Finding(name, "1", (), (), "", (), STRENGTHS.get(name, "medium"), ()) for name in rules.split()]


@pytest.mark.parametrize(
    ("rules", "sources", "line"),
    [
        ("AD-01 AD-02 AD-04", 1, 0),
        ("AD-01 AD-02 AD-05", 1, 0),
        ("AD-01 AD-05", 1, 1),
        ("AD-01 AD-01 AD-05", 2, 1),
        ("AD-01 AD-02", 2, 2),
        ("AD-02 AD-05 AD-03", 3, 2),
        ("AD-01 AD-02", 1, 3),
        ("AD-01 AD-01 AD-01", 2, 3),
        ("AD-05 AD-03", 4, 3),
        ("AD-03", 4, 4),
        ("AD-03 AD-03 AD-03", 1, 4),
    ],
)
def test_the_first_line_that_fits_gives_the_level(rules: str, sources: int, line: int) -> None:
    """Rules count once each, weak ones do not count as medium, and other hands count as sources."""
    assert TABLE.line(findings(rules), sources) is TABLE.lines[line]


def test_the_levels_fall_from_line_to_line() -> None:
    """The table runs from strong to weak, each line says why, and its last line fits whatever there is."""
    assert [str(line.level) for line in TABLE.lines] == ["strong", "strong", "strong", "worth a look", "weak"]
    assert all(line.because.endswith(".") for line in TABLE.lines)
    assert TABLE.lines[-1].fits([], 1)


def test_no_sign_of_an_advert_bears_on_means() -> None:
    """Adverts alone say nothing of means, and the table says so."""
    assert all("means" not in found for found in TABLE.elements.values())
    assert "means" in TABLE.no_means
    assert [question.kind for question in TABLE.questions][:3] == [Kind.STAYS, Kind.CALLS, Kind.ACCOUNTS]


@pytest.mark.parametrize("name", ["levels", "elements", "no_means", "not_known"])
def test_a_broken_table_is_named(name: str) -> None:
    """A table that lacks a part is told in words."""
    with pytest.raises(Damaged, match="table of levels"):
        read_table({part: value for part, value in load("levels").items() if part != name})


def test_a_table_without_its_last_line_is_named() -> None:
    """Where no line fits, the table is damaged, and no level is guessed."""
    short = read_table({**load("levels"), "levels": []})
    with pytest.raises(Damaged, match="no line that fits"):
        short.line([], 1)
