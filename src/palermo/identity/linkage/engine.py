"""Proposes which records may be one, with what speaks for it and what against; it merges nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.identity.linkage.figures import LinkageFigures
from palermo.identity.linkage.model import quiet
from palermo.identity.linkage.page import Page, page_of
from palermo.identity.linkage.preparing import Shared, families, in_order, opened
from palermo.identity.linkage.telling import Teller
from palermo.identity.linkage.weighing import Weighed, weigh_family
from palermo.model.proposals import Proposal

if TYPE_CHECKING:
    import pyarrow as pa

    from palermo.identity.names import NameTables


@dataclass(frozen=True, slots=True)
class Linked:
    """What linkage found.

    Attributes:
        proposals: the pairs that may be one, the likeliest first.
        model: the model of each family of records, as a page.
        shared: values so many records carry that they are shown and join nobody.
        notes: what was decided and met, in sentences.
    """

    proposals: tuple[Proposal, ...]
    model: tuple[Page, ...]
    shared: tuple[Shared, ...]
    notes: tuple[str, ...]


def propose(records: "pa.Table", tables: "NameTables | None", figures: LinkageFigures | None = None) -> Linked:
    """Propose which records may be one.

    Args:
        records: text columns `row` (a key of its own for each), `kind` (`person`, `account owner`, `venue`, `company`),
            `name`, `name_native`, `birth_date` (ISO or empty), `document_no`, `phone`, `address`, and the further ones
            that the figures name. The order of the rows makes no difference.
        tables: the tables of names; without them names of other scripts are compared as they stand.
        figures: what to run with.
    """
    figures = figures or LinkageFigures()
    proposals: list[Proposal] = []
    pages: list[Page] = []
    shared: list[Shared] = []
    notes: list[str] = []
    for family, written, found in weighed(records, tables or None, figures, figures.least):
        teller = Teller(written, found)
        proposals += teller.proposals()
        pages.append(page_of(family, found))
        shared += found.shared
        notes += found.notes
    proposals.sort(key=lambda one: (-one.millibits, one.a, one.b))
    return Linked(tuple(proposals), tuple(pages), tuple(shared), tuple(notes))


def weighed(
    records: "pa.Table", tables: "NameTables | None", figures: LinkageFigures, least: int
) -> "Iterator[tuple[str, pa.Table, Weighed]]":
    """Weigh the pairs of each family of records.

    Yields:
        the family, the records in the order of their keys, and the pairs, which count the records in that order.
    """
    written = in_order(records, figures)
    with quiet(), opened() as db:
        for family in families(written):
            yield family, written, weigh_family(db, family, written, figures, least, tables)
