"""Lists what holds the adverts of each group together: the links by contact, wording and picture that span it, kind by kind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from palermo.adverts.engine import Grouped
from palermo.adverts.pictures import Pictures
from palermo.adverts.reading import Ints
from palermo.kit.unions import Unions

WHOLE = -1
"""Stands for the number of a link where two adverts have one text."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A bond between two rows by number, the smaller first.

    Attributes:
        a: a row.
        b: the other.
        kind: `contact`, `text` or `picture`.
        what: the contact or the picture.
        link: of a text, the number of its link in `Grouped.wordings`, `WHOLE` for one text.
    """

    a: int
    b: int
    kind: str
    what: str = ""
    link: int = WHOLE


@dataclass(frozen=True, slots=True)
class Bonds:
    """The bonds that span the groups, kind by kind; and by group the last bond of wording it needs beside its contacts."""

    contact: tuple[Bond, ...]
    text: tuple[Bond, ...]
    picture: tuple[Bond, ...]
    needed: dict[int, Bond]


def find_bonds(grouped: Grouped, group: Ints, values: Sequence[Sequence[str]], pictures: Pictures) -> Bonds:
    """Find the bonds that span the groups.

    Args:
        grouped: what the engine gave.
        group: of each row, the first row of its group, groups told apart already.
        values: of each row, the contacts that join it.
        pictures: who shows which picture, stock pictures left out.
    """
    groups: list[int] = group.tolist()
    by_contact = _forest(_by_contact(groups, values))
    by_text = list(_by_text(grouped, group))
    joined: Unions[int] = Unions()
    _forest(by_contact, joined)
    needed = {groups[bond.a]: bond for bond in _forest(by_text, joined)}
    return Bonds(by_contact, _forest(by_text), _forest(_by_picture(groups, pictures)), needed)


def _forest(bonds: Iterable[Bond], within: Unions[int] | None = None) -> tuple[Bond, ...]:
    """Keep the bonds that join what those before them left apart."""
    joined: Unions[int] = within if within is not None else Unions()
    kept = []
    for bond in bonds:
        if joined.find(bond.a) != joined.find(bond.b):
            joined.join(bond.a, bond.b)
            kept.append(bond)
    return tuple(kept)


def _by_contact(groups: Sequence[int], values: Sequence[Sequence[str]]) -> Iterable[Bond]:
    """Link each row to the first of its group that carries the same contact, in the order of the contacts."""
    first: dict[tuple[str, int], int] = {}
    found = []
    for row, held in enumerate(values):
        for value in held:
            head = first.setdefault((value, groups[row]), row)
            if head != row:
                found.append(Bond(head, row, "contact", value))
    return sorted(found, key=lambda bond: (bond.what, bond.b))


def _by_text(grouped: Grouped, group: Ints) -> Iterable[Bond]:
    """Link rows of one text to the first of it, and the first rows of texts that are alike, the most alike first."""
    many = np.bincount(group, minlength=len(group))
    rows = np.flatnonzero((many[group] > 1) & (grouped.texts.of_row >= 0))
    first: dict[tuple[int, int], int] = {}
    users: dict[int, dict[int, int]] = defaultdict(dict)
    joining = (grouped.joins[rows] >= 0).tolist()
    for row, text, name, joins in zip(
        rows.tolist(), grouped.texts.of_row[rows].tolist(), group[rows].tolist(), joining, strict=True
    ):
        head = first.setdefault((name, text), row)
        if head != row:
            yield Bond(head, row, "text")
        if joins:
            users[text].setdefault(name, head)
    held = grouped.wordings
    order = np.lexsort((held.b, held.a, -held.score))
    for link, a, b in zip(order.tolist(), held.a[order].tolist(), held.b[order].tolist(), strict=True):
        for name in users[a].keys() & users[b].keys():
            one, other = sorted((users[a][name], users[b][name]))
            yield Bond(one, other, "text", link=link)


def _by_picture(groups: Sequence[int], pictures: Pictures) -> Iterable[Bond]:
    for picture, rows in pictures.by.items():
        first: dict[int, int] = {}
        for row in rows:
            head = first.setdefault(groups[row], row)
            if head != row:
                yield Bond(head, row, "picture", picture)
