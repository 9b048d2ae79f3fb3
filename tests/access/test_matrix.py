"""The page of permissions in the docs is the table."""

from pathlib import Path

from palermo.access import matrix, parse
from palermo.adapters import rules

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "permissions.md"


def test_the_page_of_permissions_is_the_table() -> None:
    """The reference page says what the table says; when this fails, put the text it prints into the page."""
    expected = matrix(parse(rules.load("access")))
    assert PAGE.read_text("utf-8") == expected, f"{PAGE.name} should read:\n{expected}"


def test_the_page_has_a_row_for_every_action_and_a_column_for_every_role() -> None:
    """Nothing of the table is left out of the page."""
    table = parse(rules.load("access"))
    page = matrix(table)
    header = next(line for line in page.splitlines() if line.startswith("| action | analyst"))
    assert header.count("|") == len(table.roles) + 2
    assert all(page.count(f"(`{code}`)") == 2 for code in table.actions)
    assert all(f"| `{code}` | {words} |" in page for code, words in table.purposes.items())
