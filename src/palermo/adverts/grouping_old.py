"""Groups adverts that one hand seems to have written: by contacts that are no hub and by improbable likeness of text.

The way: read, fold and cut the texts; weigh each word by how few advertisers would use it there; propose pairs by rare
stretches; compare each pair; gather texts into wordings that hold together; learn which contacts are hubs; join adverts
by wordings and by contacts that are no hub. Pictures join nobody: a shared one proposes a pair of texts and halves
what the pair must reach.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from palermo.adverts.candidates import propose
from palermo.adverts.corpus import Corpus, end_to_end, read_corpus
from palermo.adverts.groups import Bonds, make_groups
from palermo.adverts.hubs_old import Carried, carried, hubs, suspects
from palermo.adverts.likeness import Comparer
from palermo.adverts.parameters_old import GroupingParameters
from palermo.adverts.pictures import Pictures, read_pictures, stock
from palermo.adverts.weights import minus_log, weigh
from palermo.adverts.wordings_old import Measure, TextLink, gather
from palermo.kit.unions import Unions
from palermo.model.grouping import Grouping, Readings


def group_adverts(adverts: pa.Table, readings: Readings, parameters: GroupingParameters | None = None) -> Grouping:
    """Group adverts; the answer does not depend on the order of the rows nor on the machine.

    Args:
        adverts: columns of `row_schema(Kind.ADVERTS)`, one row a row key, texts already masked.
        readings: what `read_all` gave for them.
        parameters: the figures to run with; the published ones when left out.
    """
    figures = parameters or GroupingParameters()
    corpus = read_corpus(adverts, readings)
    known = carried(corpus, readings)
    doubtful = suspects(corpus, readings, known, figures)
    pictures = read_pictures(corpus, figures.picture_bits)
    units = _units(corpus, known, doubtful)
    texts = _alike(corpus, units, pictures, figures)
    parts = _joined(corpus, known, doubtful, texts)
    found = hubs(doubtful, corpus, readings, known, parts.find, figures)
    shunned = frozenset(hub.value for hub in found)
    whole = _joined(corpus, known, shunned, texts)
    stocked = stock(pictures, whole.find, figures.stock_parts)
    bonds = Bonds(corpus, readings, known, shunned, texts.wording, texts.links, pictures.without(stocked))
    groups = make_groups(bonds, whole)
    grouped = sum(len(group.rows) for group in groups)
    return Grouping(groups, (*found, *stocked), len(corpus.adverts) - grouped, readings)


@dataclass(frozen=True, slots=True)
class _Alike:
    """The wording each text is in, by its smallest text, and the links between texts."""

    wording: dict[int, int]
    links: list[TextLink]


def _units(corpus: Corpus, known: Carried, doubtful: frozenset[str]) -> list[int]:
    """Give each advert its unit, the advertiser as far as contacts tell; without a contact, the same text and persona are one."""
    same: Unions[int] = Unions(range(len(corpus.adverts)))
    first: dict[tuple[int, str], int] = {}
    for value, rows in known.by.items():
        if value not in doubtful:
            for n in rows[1:]:
                same.join(rows[0], n)
    for n, advert in enumerate(corpus.adverts):
        if not set(known.of[n]) - doubtful:
            same.join(first.setdefault((corpus.text_of[n], advert.persona), n), n)
    return [same.find(n) for n in range(len(corpus.adverts))]


def _alike(corpus: Corpus, units: list[int], pictures: Pictures, figures: GroupingParameters) -> _Alike:
    """Weigh, propose, compare and gather."""
    if not corpus.words:
        return _Alike({}, [])
    texts = end_to_end(corpus.words)
    pairs = sorted({(text, unit) for text, unit in zip(corpus.text_of, units, strict=True) if text >= 0})
    uses = np.array(pairs, dtype=np.int64)
    weights = weigh(texts, (uses[:, 0], uses[:, 1]), figures.cap)
    comparer = Comparer(texts, weights)
    log_size = int(minus_log(np.array([1.0 / len(corpus.words)]))[0])
    measure = Measure(figures.weight + 2 * log_size, figures.likeness)
    likenesses = comparer.compare_all(propose(texts, weights, log_size + 1000, figures.postings))
    for pair in pictures.text_pairs(corpus):
        found = comparer.compare(*pair)
        if measure.half().met(found):
            likenesses[pair] = found
    wording, links = gather(likenesses, measure, comparer)
    users: dict[int, set[int]] = defaultdict(set)
    for text, unit in pairs:
        users[text].add(unit)
    for text in range(len(corpus.words)):
        if text not in wording and len(users[text]) > 1 and comparer.weight(text) >= measure.weight:
            wording[text] = text
    return _Alike(wording, links)


def _joined(corpus: Corpus, known: Carried, shunned: frozenset[str], texts: _Alike) -> Unions[int]:
    """Join adverts by their contacts, those shunned left out, and by their wordings."""
    whole: Unions[int] = Unions(range(len(corpus.adverts)))
    for value, rows in known.by.items():
        if value not in shunned:
            for n in rows[1:]:
                whole.join(rows[0], n)
    first: dict[int, int] = {}
    alone: dict[tuple[int, str], int] = {}
    for n, text in enumerate(corpus.text_of):
        if text in texts.wording:
            whole.join(first.setdefault(texts.wording[text], n), n)
        elif text >= 0 and not set(known.of[n]) - shunned:
            whole.join(alone.setdefault((text, corpus.adverts[n].persona), n), n)
    return whole
