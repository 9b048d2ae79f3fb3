"""Groups adverts that one hand seems to have written: by contacts that are no hub and by improbable likeness of text.

The way: read, fold and cut the texts; weigh each word by how few advertisers would use it there; propose pairs by rare
stretches; lay each pair side by side; add what their manner says; set the threshold where as many false links are expected
as are accepted; gather texts into wordings that hold together; learn which contacts are hubs and which wordings public;
join adverts by the rest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from palermo.adverts import carriers as contacts
from palermo.adverts.carriers import Carriers, Flags
from palermo.adverts.hubs import Parts, find_hubs
from palermo.adverts.kernels.contacts_graph import flatten, join_pairs
from palermo.adverts.manner import Manner, Trait, learn, traits_of
from palermo.adverts.pairing import Pairs, copies_apart, need, pack, propose, score
from palermo.adverts.parameters import GroupingParameters
from palermo.adverts.public import find_public
from palermo.adverts.reading import Corpus, Given, Hashes, Ints, read
from palermo.adverts.tail import Beside, Scores, Tail, fit, told_by_manner
from palermo.adverts.voices import Texts, number_texts, voices
from palermo.adverts.weighing import Weighed, weigh_texts
from palermo.adverts.witnesses import hear
from palermo.adverts.wordings import Wordings, gather_wordings, known_apart
from palermo.adverts.work import distinct

_TELLS_LITTLE = 8000
"""Copies of which one weighs less tell too little of their own to be told apart by it."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Every row, grouped.

    Attributes:
        group: of each row, the first row of its group; a row alone is its own.
        template: of each row, the first text of its template; -1 where no other row has it.
        corpus: what was read.
        texts: the distinct texts.
        weighed: their telling words.
        known: who carries which contact.
        hub: which contacts are hubs.
        parts: into how many unrelated parts each contact's adverts fall.
        wordings: the texts gathered, with the links that did it.
        public: wordings that join nobody.
        joins: the wording by which each row is joined; -1 where none.
        tail: what chance gives, and the threshold.
        manner: what the manner of two texts adds to what their words share.
    """

    group: Ints
    template: Ints
    corpus: Corpus
    texts: Texts
    weighed: Weighed
    known: Carriers
    hub: Flags
    parts: Parts
    wordings: Wordings
    public: Ints
    joins: Ints
    tail: Tail
    manner: Manner


def group_batches(
    batches: Iterable[pa.RecordBatch],
    figures: GroupingParameters | None = None,
    *,
    cities: Sequence[str] = (),
    given: Given | None = None,
    banned: Sequence[str] = (),
    beside: Ints | None = None,
) -> Grouped:
    """Group adverts; the answer does not depend on the order of the rows, the threads or the machine.

    Args:
        batches: string columns advert_id, title, body, persona, contact.
        figures: the figures to run with; the published ones when left out.
        cities: every city named in the adverts.
        given: contacts read before.
        banned: words and phrases that must not be weighed.
        beside: pairs of rows that show one picture, a row of two each; their texts must share half as much to be alike.
    """
    chosen = figures or GroupingParameters()
    corpus = read(batches, cities, given, chosen.threads, banned)
    texts = number_texts(corpus, chosen.threads)
    known = contacts.carriers(corpus)
    busy = contacts.busy(known, chosen.hub_parts)
    framed = contacts.in_boilerplate(known, texts.of_row) & ~busy
    doubtful = busy | contacts.among_strangers(corpus, texts, known, framed, chosen.threads)
    rows = len(corpus.text)
    voice = voices(texts, contacts.joined(known, rows, doubtful))
    weighed = weigh_texts(corpus, texts, voice, chosen)
    unit = _sighted(corpus, contacts.joined(known, rows, doubtful))
    shown = _shown(texts, beside)
    traits = traits_of(corpus, texts, weighed.mark, voice)
    wordings, tail, manner = _alike(texts, weighed, (voice, unit[texts.row], traits), shown, chosen)
    joins = _joins(texts, weighed, wordings, tail)
    apart = _join(unit, joins)
    hub, parts = find_hubs(known, doubtful, apart, texts, weighed, chosen.hub_parts)
    unit = _sighted(corpus, contacts.joined(known, rows, hub))
    carries = np.zeros(rows, dtype=bool)
    carries[known.row[~hub[known.contact]]] = True
    public = find_public(joins, unit, carries, chosen.public_users)
    joins[np.isin(joins, public)] = -1
    return Grouped(
        _join(unit, joins),
        _templates(texts, weighed, wordings, chosen.threads),
        corpus,
        texts,
        weighed,
        known,
        hub,
        parts,
        wordings,
        public,
        joins,
        tail,
        manner,
    )


def _sighted(corpus: Corpus, part: Ints) -> Ints:
    """Join rows that are sightings of one advert: of one id, the same words and the same contacts."""
    something = corpus.text != 0
    something[corpus.contact_row] = True
    rows = np.flatnonzero(something)
    order = rows[np.argsort(corpus.row[rows], kind="stable")]
    same = corpus.row[order][1:] == corpus.row[order][:-1]
    join_pairs(order[:-1][same], order[1:][same], part)
    return np.asarray(flatten(part))


def _shown(texts: Texts, beside: Ints | None) -> Hashes:
    """Pack the pairs of different texts that stand beside one picture."""
    if beside is None or not len(beside):
        return np.empty(0, np.uint64)
    pairs = np.sort(texts.of_row[beside], axis=1)
    pairs = pairs[(pairs[:, 0] >= 0) & (pairs[:, 0] < pairs[:, 1])].astype(np.uint64)
    return np.unique(pairs[:, 0] << np.uint64(32) | pairs[:, 1])


def _alike(
    texts: Texts,
    weighed: Weighed,
    who: tuple[Ints, Ints, tuple[Trait, ...]],
    shown: Hashes,
    figures: GroupingParameters,
) -> tuple[Wordings, Tail, Manner]:
    """Propose, score and gather; `who` gives the voice, the party and the traits of each text, `shown` the pairs beside one picture."""
    voice, party, traits = who
    proposed = [propose(weighed.kept, party, figures), copies_apart(texts.copy, party), shown]
    packed = distinct(np.concatenate(proposed))
    pairs = score(weighed.kept, packed, figures.threads)
    half = np.isin(packed, shown)
    strange = (voice[pairs.a] != voice[pairs.b]) & ~half
    strangers = _chosen(pairs, strange)
    must = need(len(texts.row), figures)
    by_words = fit(Scores(strangers, len(texts.row), must), figures.false_links)
    manner = learn(traits, strangers, by_words.threshold)
    beside = Beside(strangers.score, manner.added(strangers.a, strangers.b), manner.unlike(strangers.a, strangers.b))
    pairs = manner.beside(pairs)
    strangers = _chosen(pairs, strange)
    scores = Scores(strangers, len(texts.row), must, beside=beside if manner.traits else None)
    if not told_by_manner(scores):
        # Taken generously the first time: it only tells which pairs are strangers, and a pair too many does no harm there.
        first = gather_wordings(weighed.kept, pairs, fit(scores, 2 * figures.false_links).threshold, half)
        scores = replace(scores, apart=known_apart(first, strangers, party))
    tail = fit(scores, figures.false_links / 2)
    gathered = gather_wordings(weighed.kept, pairs, tail.threshold, half)
    return hear(weighed.kept, manner, pairs, gathered, tail.threshold, figures.threads), tail, manner


def _chosen(pairs: Pairs, which: npt.NDArray[np.bool_]) -> Pairs:
    return Pairs(pairs.a[which], pairs.b[which], pairs.score[which])


def _joins(texts: Texts, weighed: Weighed, wordings: Wordings, tail: Tail) -> Ints:
    """Give each row the wording that joins it: one of several texts, or a text heavy enough that two hands would not write it."""
    size = np.bincount(wordings.of, minlength=len(wordings.of))
    joining = (size[wordings.of] > 1) | (weighed.whole >= tail.threshold)
    joins = np.full(len(texts.of_row), -1, np.int64)
    rows = np.flatnonzero(texts.of_row >= 0)
    rows = rows[joining[texts.of_row[rows]]]
    joins[rows] = wordings.of[texts.of_row[rows]]
    return joins


def _join(unit: Ints, joins: Ints) -> Ints:
    """Join rows by contacts and wordings."""
    part = unit.copy()
    rows = np.flatnonzero(joins >= 0)
    head = np.full(int(joins.max(initial=-1)) + 1, -1, np.int64)
    head[joins[rows[::-1]]] = rows[::-1]
    join_pairs(head[joins[rows]], rows, part)
    return np.asarray(flatten(part))


def _templates(texts: Texts, weighed: Weighed, wordings: Wordings, threads: int) -> Ints:
    """Give each row its template: texts of one wording, and whole copies, used by more than one row.

    Copies that say much of their own and share none of it are no template: what they share is a site's text.
    """
    part = wordings.of.copy()
    copies = np.flatnonzero(texts.copy != np.arange(len(part)))
    found = score(weighed.kept, pack(texts.copy[copies], copies), threads)
    could = np.minimum(weighed.whole[found.a], weighed.whole[found.b])
    same = (could < _TELLS_LITTLE) | (3 * found.score >= could)
    join_pairs(found.a[same], found.b[same], part)
    flatten(part)
    template = np.full(len(texts.of_row), -1, np.int64)
    rows = np.flatnonzero(texts.of_row >= 0)
    template[rows] = part[texts.of_row[rows]]
    many = np.bincount(template[rows], minlength=len(part))
    template[rows[many[template[rows]] < 2]] = -1
    return template


def content_ids(part: Ints, hashes: Hashes) -> Hashes:
    """Give each part an id made of what is in it, whatever the order; by the number of the part."""
    from palermo.adverts.kernels.read import spread

    total = np.zeros(int(part.max(initial=-1)) + 1, np.uint64)
    rows = np.flatnonzero(part >= 0)
    np.add.at(total, part[rows], spread(hashes[rows]))
    return total
