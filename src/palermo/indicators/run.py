"""Runs every rule that is on and whose data is there, and says what the others would need."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import pyarrow as pa

from palermo.indicators import ad01, ad02, ad03, ad04, ad05
from palermo.indicators.rule import Material, Rule, material, read_rules
from palermo.indicators.sightings import read_sightings
from palermo.model.errors import WrongUse
from palermo.model.findings import Finding
from palermo.model.grouping import Grouping
from palermo.model.records import Kind

_RUN: dict[str, Callable[[Rule, Material], list[Finding]]] = {
    "AD-01": ad01.run, "AD-02": ad02.run, "AD-03": ad03.run, "AD-04": ad04.run, "AD-05": ad05.run,
}  # fmt: skip

METHODS: tuple[str, ...] = tuple(_RUN)
"""The rules there are, in their order."""

_MUST_HAVE: dict[str, tuple[str, ...]] = {
    "AD-01": ("persona",), "AD-02": ("persona", "images"), "AD-03": (), "AD-04": (), "AD-05": ("persona", "city"),
}  # fmt: skip
"""Columns of adverts without a single value of which a rule has nothing to look at; a contact may stand in the text."""


@dataclass(frozen=True, slots=True)
class MethodOutcome:
    """What became of one rule: `needs` says what data it would need where it could not run, `note` anything else."""

    id: str
    name: str
    on: bool
    ran: bool
    findings: int
    needs: str
    note: str


@dataclass(frozen=True, slots=True)
class RunReport:
    """All findings, in the order of rules and ids, and what became of each rule."""

    findings: tuple[Finding, ...]
    methods: tuple[MethodOutcome, ...]


def run_all(
    tables: Mapping[Kind, pa.Table],
    grouping: Grouping,
    metadata: Mapping[str, object],
    enabled: Collection[str] | None = None,
) -> RunReport:
    """Run the rules.

    Args:
        tables: a table of `row_schema(kind)` for each kind the case holds; a missing or empty one means no such data.
        grouping: what `group_adverts` gave for the adverts.
        metadata: the table of rules `indicators`.
        enabled: the ids to run; those the table says are on when left out.

    Raises:
        WrongUse: `enabled` names a rule there is not.
        Damaged: the table of rules is not as the program wrote it.
    """
    rules = read_rules(metadata)
    chosen = {name for name, rule in rules.items() if rule.by_default} if enabled is None else set(enabled)
    unknown = sorted(chosen - set(METHODS))
    if unknown:
        raise WrongUse(f"There is no rule {unknown[0]}.", way_out=f"The rules are {', '.join(METHODS)}.")
    adverts = tables.get(Kind.ADVERTS)
    found: list[Finding] = []
    methods = []
    for name in METHODS:
        rule = rules[name]
        lacking = _lacking(name, rule, adverts) if name in chosen else ""
        ran = name in chosen and not lacking
        own: list[Finding] = []
        if ran and adverts is not None:
            read = _readable(rule, adverts)
            own = _RUN[name](rule, material(read, read_sightings(read, grouping.readings), grouping))
        found += sorted({finding.id: finding for finding in own}.values(), key=lambda finding: finding.id)
        note = "" if name in chosen else rule.off_because or "Turned off."
        methods.append(MethodOutcome(name, rule.name, name in chosen, ran, len(own), lacking, note))
    return RunReport(tuple(found), tuple(methods))


def _lacking(name: str, rule: Rule, adverts: pa.Table | None) -> str:
    """Say what data a rule would need; empty when it is there."""
    if adverts is None or not adverts.num_rows:
        return rule.needs
    empty = [column for column in _MUST_HAVE[name] if adverts.column(column).null_count == adverts.num_rows]
    return f"{rule.needs} No advert of this case has: {', '.join(empty)}." if empty else ""


def _readable(rule: Rule, adverts: pa.Table) -> pa.Table:
    """Leave a rule only the columns its table names: the others are empty to it, whatever they hold."""
    allowed = rule.columns[Kind.ADVERTS]
    kept = [
        adverts.column(field.name) if field.name in allowed else pa.nulls(adverts.num_rows, field.type)
        for field in adverts.schema
    ]
    return pa.table(kept, schema=adverts.schema)
