"""Finds contacts that join nobody: those that many unrelated advertisers carry, such as a site's hotline.

Rule, learnt from the data alone. A contact is looked at when it stands beside at least `hub_parts` other contacts, or
when it never stands in a contact column. Without it, the adverts that carry it fall into parts that share neither another
contact nor a wording. It is a hub when there are at least `hub_parts` such parts; or at least two, and the words around
it are the same in most of them while each has a contact of its own: then it belongs to boilerplate.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from palermo.adverts.corpus import Corpus, words_of
from palermo.adverts.parameters_old import GroupingParameters
from palermo.model.grouping import Hub, Reading, Readings

_AROUND = 60
"""Characters read on either side of a contact."""
_CONTEXT = 4
"""Words before and after a contact that must be the same for it to stand in boilerplate."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Which adverts carry each contact, by index, and which contacts each advert carries."""

    by: Mapping[str, tuple[int, ...]]
    of: tuple[tuple[str, ...], ...]


def carried(corpus: Corpus, readings: Readings) -> Carried:
    """List who carries what."""
    of = tuple(readings.values(advert.row) for advert in corpus.adverts)
    by: dict[str, list[int]] = defaultdict(list)
    for n, values in enumerate(of):
        for value in values:
            by[value].append(n)
    return Carried({value: tuple(rows) for value, rows in sorted(by.items())}, of)


def suspects(corpus: Corpus, readings: Readings, known: Carried, parameters: GroupingParameters) -> frozenset[str]:
    """Name the contacts that may be hubs and join nobody until it is known."""
    in_column = {found.value for row in corpus.adverts for found in readings.of(row.row) if found.place == "contact"}
    doubtful = set()
    for value, rows in known.by.items():
        others = {other for n in rows for other in known.of[n]} - {value}
        if len(others) >= parameters.hub_parts or (value not in in_column and len(rows) > 1):
            doubtful.add(value)
    return frozenset(doubtful)


def hubs(
    doubtful: frozenset[str],
    corpus: Corpus,
    readings: Readings,
    known: Carried,
    part_of: Callable[[int], int],
    parameters: GroupingParameters,
) -> tuple[Hub, ...]:
    """Say which of the doubtful contacts are hubs; `part_of` gives the part each advert is in without them."""
    found = []
    for value in sorted(doubtful):
        rows = known.by[value]
        parts = {part_of(n) for n in rows}
        own = {part_of(n) for n in rows if any(other not in doubtful for other in known.of[n])}
        if len(parts) >= parameters.hub_parts and (
            len(own) >= 2 or _in_boilerplate(value, rows, corpus, readings, part_of)
        ):
            how = "carry it"
        elif len(own) >= 2 and len(own) == len(parts) and _in_boilerplate(value, rows, corpus, readings, part_of):
            how = "carry it in the same surrounding words beside a contact of their own"
        else:
            continue
        sentence = (
            f"{value} joins nobody: {len(parts)} advertisers who share nothing else {how}, in {len(rows)} adverts."
        )
        found.append(Hub("contact", value, len(parts), sentence))
    return tuple(found)


def _in_boilerplate(
    value: str, rows: tuple[int, ...], corpus: Corpus, readings: Readings, part_of: Callable[[int], int]
) -> bool:
    """Whether the words around a contact are the same in more than half of the parts that carry it."""
    contexts: dict[tuple[str, ...], set[int]] = defaultdict(set)
    parts = Counter(part_of(n) for n in rows)
    for n in rows:
        advert = corpus.adverts[n]
        for found in readings.of(advert.row):
            if found.value == value and found.place != "contact":
                around = _context(advert.title if found.place == "title" else advert.body, found)
                if len(around) >= _CONTEXT:
                    contexts[around].add(part_of(n))
    most = max((len(where) for where in contexts.values()), default=0)
    return most >= 2 and 2 * most > len(parts)


def _context(text: str, found: Reading) -> tuple[str, ...]:
    before = words_of(text[max(0, found.start - _AROUND) : found.start])[-_CONTEXT:]
    return (*before, *words_of(text[found.end : found.end + _AROUND])[:_CONTEXT])
