"""Writes a group down: its links by kind, the weakest that holds it together, its wordings and their templates."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from palermo.adverts.corpus import BLANK, Corpus
from palermo.adverts.hubs_old import Carried
from palermo.adverts.pictures import Pictures
from palermo.adverts.templates import Sample, template_of
from palermo.adverts.wordings_old import TextLink
from palermo.kit.unions import Unions
from palermo.model.findings import GroupLink
from palermo.model.grouping import AdvertGroup, Readings, Wording
from palermo.model.ids import RowKey

_SHOWN = 10
"""Words quoted of what two texts share."""


@dataclass(frozen=True, slots=True)
class Bonds:
    """All that may hold adverts together; adverts and texts by index."""

    corpus: Corpus
    readings: Readings
    known: Carried
    shunned: frozenset[str]
    wording: Mapping[int, int]
    links: Sequence[TextLink]
    pictures: Pictures

    def row(self, n: int) -> RowKey:
        """Give an advert's row key."""
        return self.corpus.adverts[n].row


@dataclass(frozen=True, slots=True)
class _Edge:
    """A bond between two adverts, by index."""

    a: int
    b: int
    kind: str
    strength: int
    words: str


def make_groups(bonds: Bonds, whole: Unions[int]) -> tuple[AdvertGroup, ...]:
    """Write down every group of at least two adverts, sorted by first row key."""
    members: dict[int, list[int]] = defaultdict(list)
    for n in range(len(bonds.corpus.adverts)):
        members[whole.find(n)].append(n)
    joined = {name: rows for name, rows in members.items() if len(rows) > 1}
    first_use: dict[int, int] = {}
    for n, text in enumerate(bonds.corpus.text_of):
        first_use.setdefault(text, n)
    links: dict[int, list[TextLink]] = defaultdict(list)
    for link in bonds.links:
        links[whole.find(first_use[link.a])].append(link)
    shared: dict[int, list[str]] = defaultdict(list)
    for picture, rows in bonds.pictures.by.items():
        for name in sorted({whole.find(n) for n in rows}):
            shared[name].append(picture)
    return tuple(_group(bonds, rows, links[name], shared[name]) for name, rows in sorted(joined.items()))


def _group(bonds: Bonds, rows: list[int], links: list[TextLink], pictures: list[str]) -> AdvertGroup:
    contacts = tuple(sorted({value for n in rows for value in bonds.known.of[n]} - bonds.shunned))
    by_contact, by_text = _contact_edges(bonds, contacts), _text_edges(bonds, rows, links)
    spanning = [*_forest(by_contact), *_forest(by_text), *_forest(_picture_edges(bonds, rows, pictures))]
    wordings = _wordings(bonds, rows)
    written = sorted(
        (GroupLink(bonds.row(edge.a), bonds.row(edge.b), edge.kind, edge.strength, edge.words) for edge in spanning),
        key=lambda link: (link.a, link.b, link.kind, link.words),
    )
    return AdvertGroup(
        rows=tuple(bonds.row(n) for n in rows),
        links=tuple(written),
        template=wordings[0].template if wordings else "",
        weakest=_weakest(bonds, rows, contacts, by_contact, by_text),
        contacts=contacts,
        wordings=wordings,
    )


def _contact_edges(bonds: Bonds, contacts: Iterable[str]) -> list[_Edge]:
    """Link each advert to the first that carries the same contact."""
    return [
        _Edge(rows[0], n, "contact", 1000, f"both carry {value}")
        for value in contacts
        for rows in [bonds.known.by[value]]
        for n in rows[1:]
    ]


def _text_edges(bonds: Bonds, rows: list[int], links: list[TextLink]) -> list[_Edge]:
    """Link adverts of one text to the first of it, and the first adverts of texts that are alike; strongest first."""
    text_of, first = bonds.corpus.text_of, dict[int, int]()
    edges = []
    for n in rows:
        at = first.setdefault(text_of[n], n)
        if at != n and text_of[n] >= 0:
            edges.append(_Edge(at, n, "text", 1000, "the same text, but for contact, city, persona and numbers"))
    for link in links:
        a, b = sorted((first[link.a], first[link.b]))
        edges.append(_Edge(a, b, "text", min(link.share, 999), _shared_words(bonds.corpus, link)))
    return sorted(edges, key=lambda edge: (-edge.strength, edge.a, edge.b))


def _shared_words(corpus: Corpus, link: TextLink) -> str:
    """Quote the longest stretch of words two texts share."""
    a, b = corpus.words[link.a], corpus.words[link.b]
    runs = [a[found.a : found.a + found.size] for found in LCSseq.editops(a, b).as_matching_blocks()]
    longest = max(runs, key=len, default=())
    words = [word for word in longest if word != BLANK]
    gap = "" if words and all(len(word) == 1 and not word.isascii() for word in words) else " "
    cut = "…" if len(words) > _SHOWN else ""
    return f"{link.share // 10} % of what is their own is the same wording, such as “{gap.join(words[:_SHOWN])}{cut}”"


def _picture_edges(bonds: Bonds, rows: list[int], pictures: list[str]) -> list[_Edge]:
    own = set(rows)
    edges = []
    for picture in pictures:
        inside = [n for n in bonds.pictures.by[picture] if n in own]
        edges += [_Edge(inside[0], n, "picture", 1000, f"both show the picture {picture}") for n in inside[1:]]
    return edges


def _forest(edges: Iterable[_Edge], within: Unions[int] | None = None) -> list[_Edge]:
    """Keep the edges that join what those before them left apart."""
    joined: Unions[int] = within if within is not None else Unions()
    kept = []
    for edge in edges:
        if joined.find(edge.a) != joined.find(edge.b):
            joined.join(edge.a, edge.b)
            kept.append(edge)
    return kept


def _weakest(
    bonds: Bonds, rows: list[int], contacts: tuple[str, ...], by_contact: list[_Edge], by_text: list[_Edge]
) -> str:
    """Say which link is the weakest that is needed, and what would split the group."""
    joined: Unions[int] = Unions(rows)
    _forest(by_contact, joined)
    needed = _forest(by_text, joined)
    if needed:
        last = needed[-1]
        return (
            f"The weakest link is one of wording, between {_advert(bonds, last.a)} and {_advert(bonds, last.b)}: {last.words}. "
            "If two people wrote these texts, the group would come apart there."
        )
    if len(contacts) == 1:
        return f"All hangs on {contacts[0]}: if different people share it, the group comes apart."
    return _weakest_contact(bonds, rows, contacts)


def _weakest_contact(bonds: Bonds, rows: list[int], contacts: tuple[str, ...]) -> str:
    """Name the two contacts that meet in the fewest adverts among those whose meeting is needed."""
    meetings: dict[tuple[str, str], int] = defaultdict(int)
    for n in rows:
        own = [value for value in bonds.known.of[n] if value not in bonds.shunned]
        for a, b in itertools.pairwise(own):
            meetings[a, b] += 1
    joined: Unions[str] = Unions(contacts)
    last = ("", "", 0)
    for (a, b), times in sorted(meetings.items(), key=lambda item: (-item[1], item[0])):
        if joined.find(a) != joined.find(b):
            joined.join(a, b)
            last = (a, b, times)
    a, b, times = last
    adverts = "1 advert" if times == 1 else f"{times} adverts"
    return f"The weakest link: {a} and {b} stand together in only {adverts}; if these were shown to be an error, the group would split."


def _advert(bonds: Bonds, n: int) -> str:
    values = [value for value in bonds.known.of[n] if value not in bonds.shunned]
    advert = bonds.corpus.adverts[n]
    return (
        f"an advert under {values[0]}"
        if values
        else f"an advert without a contact in {advert.city or 'an unnamed city'}"
    )


def _wordings(bonds: Bonds, rows: list[int]) -> tuple[Wording, ...]:
    """Gather the adverts of each wording with their template; the most shared first."""
    users: dict[int, list[int]] = defaultdict(list)
    for n in rows:
        text = bonds.corpus.text_of[n]
        if text >= 0:
            users[bonds.wording.get(text, text)].append(n)
    found = [_wording(bonds, shared) for shared in users.values() if len(shared) > 1]
    return tuple(sorted(found, key=lambda wording: (-len(wording.rows), wording.rows)))


def _wording(bonds: Bonds, rows: list[int]) -> Wording:
    samples: dict[int, Sample] = {}
    for n in rows:
        advert = bonds.corpus.adverts[n]
        spans = tuple((found.start, found.end) for found in bonds.readings.of(advert.row) if found.place == "body")
        samples.setdefault(bonds.corpus.text_of[n], Sample(advert.body, spans, (advert.city, advert.persona)))
    return Wording(tuple(bonds.row(n) for n in rows), template_of(list(samples.values())))
