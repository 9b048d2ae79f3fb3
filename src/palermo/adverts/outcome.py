"""Says what grouping a file came to: groups and templates with ids of their content, their weakest links, why the others are alone."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from palermo.adverts import carriers
from palermo.adverts.engine import Grouped, content_ids
from palermo.adverts.reading import Hashes, Ints
from palermo.adverts.witnesses import as_two, as_two_each

NOTHING, SET_ASIDE, NOT_ENOUGH = range(3)
"""Why an advert is alone: nothing in it, nothing in it but hubs and public wordings, nothing improbable enough."""
BY_CONTACT = -1
"""The weakest link of a group that contacts alone hold together."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Groups, or templates, numbered from the largest.

    Attributes:
        of: of each row the number; -1 for none.
        rows: how many rows each has.
        ids: of each, made of its content.
    """

    of: Ints
    rows: Ints
    ids: list[str]


def number_parts(part: Ints, hashes: Hashes, prefix: str) -> Numbered:
    """Number the parts of two rows or more: the largest first, those of one size by their ids.

    Args:
        part: of each row a number below the number of rows; -1 for none.
        hashes: of the content of each row.
        prefix: what ids begin with. Parts of the very same content are told apart by a count behind the id.
    """
    rows = np.bincount(part[part >= 0], minlength=1)
    chosen = np.flatnonzero(rows > 1)
    number = np.full(len(rows) + 1, -1, np.int64)
    number[chosen] = np.arange(len(chosen))
    of, rows = number[part], rows[chosen]
    names = content_ids(of, hashes)[: len(chosen)]
    order = np.lexsort((names, -rows))
    number = np.full(len(chosen) + 1, -1, np.int64)
    number[order] = np.arange(len(chosen))
    seen: dict[str, int] = {}
    ids = [_named(f"{prefix}{name:016x}", seen) for name in names[order].tolist()]
    return Numbered(number[of], rows[order], ids)


def _named(name: str, seen: dict[str, int]) -> str:
    many = seen[name] = seen.get(name, 0) + 1
    return name if many == 1 else f"{name}-{many}"


def why_alone(grouped: Grouped, alone: npt.NDArray[np.bool_]) -> Ints:
    """Count the adverts that are alone by why, in the order of `NOTHING`, `SET_ASIDE`, `NOT_ENOUGH`.

    Args:
        grouped: of the engine.
        alone: of each row, whether it is counted.
    """
    known, texts = grouped.known, grouped.texts
    carried = np.zeros(len(alone), dtype=bool)
    firm = np.zeros(len(alone), dtype=bool)
    carried[known.row] = True
    firm[known.row[~grouped.hub[known.contact]]] = True
    worded = texts.of_row >= 0
    public = np.zeros(len(alone), dtype=bool)
    public[worded] = np.isin(grouped.wordings.of[texts.of_row[worded]], grouped.public)
    why = np.full(len(alone), NOT_ENOUGH, np.int64)
    why[~firm & (carried | public) & (public | ~worded)] = SET_ASIDE
    why[~carried & ~worded] = NOTHING
    return np.bincount(why[alone], minlength=3)


@dataclass(frozen=True, slots=True)
class Weakest:
    """The weakest link of each group.

    Attributes:
        score: what two texts share, in thousandths of a nat; `BY_CONTACT` where contacts alone hold the group together.
        three: whether it is what three texts of the wording share on average with the text that joins.
        manner: how much of the score the manner of the two texts added.
    """

    score: Ints
    three: npt.NDArray[np.bool_]
    manner: Ints

    def expected(self, grouped: Grouped, group: int) -> float:
        """Say how many links as strong as a group's weakest chance makes in the whole file."""
        score = int(self.score[group])
        return grouped.tail.expected(as_two(score) if self.three[group] else score)


def weakest_links(grouped: Grouped, groups: Numbered) -> Weakest:
    """Find the weakest link by wording of each group, of those that join what contacts do not join."""
    known, texts, links = grouped.known, grouped.texts, grouped.wordings
    unit = carriers.joined(known, len(groups.of), grouped.hub)
    a, b = texts.row[links.a], texts.row[links.b]
    needed = (groups.of[a] >= 0) & (groups.of[a] == groups.of[b]) & (unit[a] != unit[b])
    needed &= (grouped.joins[a] >= 0) & (grouped.joins[b] >= 0)
    three = np.arange(len(a)) >= (links.single if links.single >= 0 else len(a))
    chosen = np.flatnonzero(needed)
    owner, score, of_three = groups.of[a[chosen]], links.score[chosen], three[chosen]
    own_owner, own_score = _same_text(grouped, groups, unit)
    owner, score = np.concatenate([owner, own_owner]), np.concatenate([score, own_score])
    of_three = np.concatenate([of_three, np.zeros(len(own_owner), dtype=bool)])
    added = grouped.manner.added(links.a[chosen], links.b[chosen])
    added = np.concatenate([added, np.zeros(len(own_owner), np.int64)])
    worth = np.where(of_three, as_two_each(score), score)
    order = np.lexsort((added, of_three, score, worth, owner))
    first = order[np.unique(owner[order], return_index=True)[1]]
    size = len(groups.ids)
    found = Weakest(np.full(size, BY_CONTACT, np.int64), np.zeros(size, dtype=bool), np.zeros(size, np.int64))
    found.score[owner[first]], found.three[owner[first]] = score[first], of_three[first]
    found.manner[owner[first]] = added[first]
    return found


def _same_text(grouped: Grouped, groups: Numbered, unit: Ints) -> tuple[Ints, Ints]:
    """Give the groups in which rows of one text that is heavy enough are joined by it alone, and what it weighs."""
    texts = grouped.texts
    size = np.bincount(grouped.wordings.of, minlength=len(grouped.wordings.of))
    rows = np.flatnonzero((texts.of_row >= 0) & (grouped.joins >= 0) & (groups.of >= 0))
    text = texts.of_row[rows]
    mine = size[grouped.wordings.of[text]] == 1
    rows, text = rows[mine], text[mine]
    other = unit[rows] != unit[texts.row[text]]
    return groups.of[rows[other]], grouped.weighed.whole[text[other]]


def met(of: Ints, value: Ints, size: int) -> Ints:
    """Count the different values in each group.

    Args:
        of: the group of each entry; -1 for none.
        value: of each entry, from 0; -1 for none.
        size: how many groups there are.
    """
    return np.bincount(pairs(of, value)[0], minlength=size)


def pairs(of: Ints, value: Ints) -> tuple[Ints, Ints, Ints]:
    """Give every pair of a group and a value in it once, sorted, and how many entries it has; -1 is none of either."""
    held = (of >= 0) & (value >= 0)
    base = int(value.max(initial=0)) + 1
    packed, many = np.unique(of[held] * base + value[held], return_counts=True)
    return packed // base, packed % base, many
