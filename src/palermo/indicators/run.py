"""Runs every rule that is on and whose data is there, and says what the others would need."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pyarrow as pa

from palermo.model.findings import Finding
from palermo.model.grouping import Grouping
from palermo.model.records import Kind

METHODS: tuple[str, ...] = ("AD-01", "AD-02", "AD-03", "AD-04", "AD-05")
"""The rules there are, in their order."""


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
    """
    del tables, grouping, metadata, enabled
    return RunReport((), ())
