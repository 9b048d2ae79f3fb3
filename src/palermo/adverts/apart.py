"""Takes groups apart where a person has said that two of their adverts are not one hand.

A group that holds such a pair is built anew from its bonds, the strongest first: the same contact under the same text, under
the same wording, then alone; the same text; then texts that are alike, by what they share. A bond that would bring a pair
told apart into one part is refused; all others hold, so that the rest of the group stays as it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from palermo.adverts.engine import Grouped
from palermo.adverts.reading import Ints

_Key = tuple[int, ...]


@dataclass(slots=True)
class _Parts:
    """Parts of rows that grow together, except where two hold a pair told apart."""

    parent: dict[int, int]
    enemies: dict[int, set[int]] = field(default_factory=dict)

    def find(self, row: int) -> int:
        """Name the part a row is in."""
        parent = self.parent
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    def tell_apart(self, a: int, b: int) -> None:
        """Keep two rows apart from now on."""
        self.enemies.setdefault(a, set()).add(b)
        self.enemies.setdefault(b, set()).add(a)

    def join(self, a: int, b: int) -> bool:
        """Join the parts of two rows unless they have to stay apart; say whether the two are one part now."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if b in self.enemies.get(a, ()):
            return False
        if len(self.enemies.get(a, ())) < len(self.enemies.get(b, ())):
            a, b = b, a
        self.parent[b] = a
        for other in self.enemies.pop(b, ()):
            self.enemies[other].discard(b)
            self.tell_apart(a, other)
        return True

    def gather(self, rows: Iterable[int]) -> list[int]:
        """Join rows that each have a bond with each other, as far as they may be; give a row of every part, first come first."""
        heads: list[int] = []
        for row in rows:
            if not any(self.join(head, row) for head in heads):
                heads.append(row)
        return heads


def split(grouped: Grouped, pairs: Sequence[tuple[int, int]]) -> Ints:
    """Split the groups that hold two rows told apart.

    Args:
        grouped: what the engine gave.
        pairs: row numbers of adverts that are not one hand, in any order; a row with itself says nothing.

    Returns:
        `group` anew: of each row, the first row of its group. The parts depend on what the rows hold and not on their order;
        only where rows have one id and one text does the first of them come first.
    """
    group = grouped.group.copy()
    told: dict[int, set[tuple[int, int]]] = {}
    for a, b in pairs:
        if a != b and group[a] == group[b]:
            told.setdefault(int(group[a]), set()).add((min(a, b), max(a, b)))
    if not told:
        return group
    affected = np.flatnonzero(np.isin(group, np.fromiter(told, np.int64)))
    order = affected[np.lexsort((affected, grouped.corpus.row[affected], group[affected]))]
    for name, found in groupby(order.tolist(), key=lambda row: int(grouped.group[row])):
        _rebuild(grouped, list(found), told[name], group)
    return group


def _rebuild(grouped: Grouped, rows: list[int], told: set[tuple[int, int]], group: Ints) -> None:
    """Build one group anew; `rows` in the order of what they hold."""
    parts = _Parts({row: row for row in rows})
    for a, b in told:
        parts.tell_apart(a, b)
    for bonds in _bonds(grouped, rows):
        for same in bonds:
            parts.gather(same)
    _join_alike(grouped, rows, parts)
    first: dict[int, int] = {}
    for row in sorted(rows):
        group[row] = first.setdefault(parts.find(row), row)


def _bonds(grouped: Grouped, rows: list[int]) -> Iterator[list[list[int]]]:
    """Give sets of rows that share something, the strongest bonds first."""
    text = _texts(grouped, rows)
    carried = [(contact, row) for row in rows for contact in _contacts(grouped, row)]
    wording = grouped.wordings.of
    yield _sets(((int(grouped.corpus.row[row]),), row) for row in rows)
    yield _sets(((contact, text[row]), row) for contact, row in carried if row in text)
    yield _sets(((contact, int(wording[text[row]])), row) for contact, row in carried if row in text)
    yield _sets(((contact,), row) for contact, row in carried)


def _join_alike(grouped: Grouped, rows: list[int], parts: _Parts) -> None:
    """Join rows of one text, then rows by texts that are alike, the most alike first."""
    text = _texts(grouped, rows)
    users: dict[int, list[int]] = {}
    for row in rows:
        if row in text:
            users.setdefault(text[row], []).append(row)
    links, mine = grouped.wordings, np.fromiter(users, np.int64, len(users))
    chosen = np.flatnonzero(np.isin(links.a, mine) & np.isin(links.b, mine))
    chosen = chosen[np.lexsort((links.b[chosen], links.a[chosen], -links.score[chosen]))]
    heads = {name: parts.gather(found) for name, found in users.items()}
    for a, b in zip(links.a[chosen].tolist(), links.b[chosen].tolist(), strict=True):
        for one in heads[a]:
            for other in heads[b]:
                parts.join(one, other)


def _texts(grouped: Grouped, rows: list[int]) -> dict[int, int]:
    """Give the text of each row that is joined by it."""
    joining = grouped.joins[rows] >= 0
    texts = grouped.texts.of_row[rows]
    return {row: text for row, text, joins in zip(rows, texts.tolist(), joining.tolist(), strict=True) if joins}


def _contacts(grouped: Grouped, row: int) -> list[int]:
    known = grouped.known
    held = known.contact[known.first[row] : known.first[row + 1]]
    found: list[int] = held[~grouped.hub[held]].tolist()
    return found


def _sets(keyed: Iterable[tuple[_Key, int]]) -> list[list[int]]:
    """Gather the rows of each key, in the order of the keys."""
    found: dict[_Key, list[int]] = {}
    for key, row in keyed:
        found.setdefault(key, []).append(row)
    return [found[key] for key in sorted(found) if len(found[key]) > 1]
