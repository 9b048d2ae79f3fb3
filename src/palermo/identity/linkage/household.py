"""Keeps a household from becoming one person: what people of one roof share anyway counts once, or not at all.

A phone and an address in common are one fact where people live, work or are held together. So the lesser of the two counts a
quarter beside the other. Where records say that they are of two people, neither counts: when the names differ in a part and
no birth date says otherwise, or when the birth dates are ten years or more apart; unless one document number stands in both.
An address alone, without a phone on both sides, is taken half away: registers without phones have little else.
"""

from typing import TYPE_CHECKING

from palermo.identity.linkage.model import Model

if TYPE_CHECKING:
    import duckdb

COLUMN = "w_household"
_QUARTER = 4
_GENERATION = 10
"""Years between birth dates from which a slip of writing is not what makes them differ."""
_NAMES_DIFFER = frozenset(
    {
        "different", "family name and initial", "family name", "given name", "one part crossed",
        "family name close, other differs", "given name close, other differs",
    }
)  # fmt: skip
_ONE_BIRTH = frozenset({"same", "same, 1 January", "day and month swapped", "one digit"})
_BIRTHS_DIFFER = frozenset({"year", "day and month", "two digits", "close year", "different"})
_ONE_DOCUMENT = frozenset({"same", "one character differs"})
TWO_PEOPLE = (
    "Names or birth dates are of two people: a phone and an address are shared by a household, and count nothing here."
)
HALF = "Names and birth dates are of two people: an address is shared by a household, and counts half here."
ONE_FACT = "Phone and address in common are one fact of a household: the lesser counts a quarter."


def hold(db: "duckdb.DuckDBPyConnection", table: str, model: Model) -> None:
    """Add to a table of weighed pairs what the rule takes away, in thousandths of a bit: 0 or less."""
    names = {one.name for one in model.comparisons}
    db.execute(f"ALTER TABLE {table} ADD COLUMN {COLUMN} INTEGER DEFAULT 0")
    phone, address = (f"greatest(w_{name} + f_{name}, 0)" if name in names else "0" for name in ("phone", "address"))
    if phone == address == "0":
        return
    born, other = (_among(model, "birth", levels) for levels in (_ONE_BIRTH, _BIRTHS_DIFFER))
    name, document = _among(model, "name", _NAMES_DIFFER), _among(model, "document", _ONE_DOCUMENT)
    years = f"abs(try_cast(a.year AS INTEGER) - try_cast(b.year AS INTEGER)) >= {_GENERATION}"
    apart = f"NOT {document} AND ({name} AND NOT {born} OR {phone} > 0 AND {other} AND coalesce({years}, false))"
    taken = f"CASE WHEN {phone} > 0 THEN {phone} + {address} WHEN {other} THEN {address} // 2 ELSE 0 END"
    both = f"least({phone}, {address}) * {_QUARTER - 1} // {_QUARTER}"
    db.execute(
        f"UPDATE {table} SET {COLUMN} = -(CASE WHEN {apart} THEN {taken} ELSE {both} END) "
        f"FROM people a, people b WHERE a.id = {table}.l AND b.id = {table}.r AND ({phone} > 0 OR {address} > 0)"
    )


def _among(model: Model, comparison: str, levels: frozenset[str]) -> str:
    """Say, as SQL, that a comparison reached one of some levels; each weight stands for one level."""
    one = next((one for one in model.comparisons if one.name == comparison), None)
    if one is None:
        return "false"
    held = [
        str(learnt.millibits)
        for level, learnt in zip(one.levels, model.levels[comparison], strict=True)
        if level.name in levels
    ]
    if not held:
        return "false"
    return f"w_{comparison} IN ({', '.join(held)})"


def words(taken: int, phone: int, address: int) -> tuple[str, str]:
    """Give the level and the sentence of what the rule took away."""
    if phone <= 0:
        return "two people", HALF
    whole = -taken >= phone + max(address, 0)
    return ("two people", TWO_PEOPLE) if whole else ("one fact", ONE_FACT)
