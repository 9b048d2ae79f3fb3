"""Writes groups down: their links by kind, the weakest that holds each together, their wordings and the templates of these."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from palermo.adverts.bonds import WHOLE, Bond, Bonds, find_bonds
from palermo.adverts.engine import Grouped
from palermo.adverts.pictures import Pictures
from palermo.adverts.reading import Ints
from palermo.adverts.shared_words import SAME, Said, Written, say_shared
from palermo.adverts.templates import COMPARED, Sample, templates_of
from palermo.kit.sentences import counted
from palermo.kit.unions import Unions
from palermo.model.findings import GroupLink
from palermo.model.grouping import AdvertGroup, Reading, Readings, Wording
from palermo.model.ids import RowKey


@dataclass(frozen=True, slots=True)
class Case:
    """The adverts of a case by row number, in the order of their row keys."""

    rows: Sequence[RowKey]
    titles: Sequence[str]
    bodies: Sequence[str]
    personas: Sequence[str]
    cities: Sequence[str]
    readings: Readings

    def written(self, row: int) -> Written:
        """Give title and body of an advert in one text, as the engine reads them."""
        title, body = self.titles[row], self.bodies[row]
        start = len(title) + 1 if title else 0
        at = {"title": 0, "body": start}
        spans = tuple(
            (at[one.place] + one.start, at[one.place] + one.end)
            for one in self.readings.of(self.rows[row])
            if one.place in at
        )
        return Written(f"{title}\n{body}" if title else body, spans, self.personas[row], self.cities[row])

    def sample(self, row: int) -> Sample:
        """Give an advert's body for a template."""
        found: tuple[Reading, ...] = self.readings.of(self.rows[row])
        spans = tuple((one.start, one.end) for one in found if one.place == "body")
        return Sample(self.bodies[row], spans, (self.cities[row], self.personas[row]))


def write_groups(
    case: Case, grouped: Grouped, group: Ints, values: Sequence[Sequence[str]], pictures: Pictures
) -> tuple[AdvertGroup, ...]:
    """Write down every group of at least two adverts, sorted by first row key.

    Args:
        case: the adverts.
        grouped: what the engine gave.
        group: of each row, the first row of its group.
        values: of each row, the contacts that join it, sorted.
        pictures: who shows which picture, stock pictures left out.
    """
    bonds = find_bonds(grouped, group, values, pictures)
    shown = sorted({bond.link for bond in (*bonds.text, *bonds.needed.values()) if bond.link != WHOLE})
    said = say_shared(grouped, shown, case.written, _pictured(grouped, pictures))
    links: dict[int, list[GroupLink]] = defaultdict(list)
    for bond in (*bonds.contact, *bonds.text, *bonds.picture):
        links[int(group[bond.a])].append(_link(case, bond, said))
    members: dict[int, list[int]] = defaultdict(list)
    for row in np.flatnonzero(np.bincount(group, minlength=len(group))[group] > 1).tolist():
        members[int(group[row])].append(row)
    wordings = _wordings(case, grouped, members)
    return tuple(
        AdvertGroup(
            rows=tuple(case.rows[row] for row in rows),
            links=tuple(sorted(links[name], key=lambda link: (link.a, link.b, link.kind, link.words))),
            template=wordings[name][0].template if wordings[name] else "",
            weakest=_weakest(case, bonds, rows, values, said),
            contacts=tuple(sorted({value for row in rows for value in values[row]})),
            wordings=wordings[name],
        )
        for name, rows in sorted(members.items())
    )


def _pictured(grouped: Grouped, pictures: Pictures) -> int:
    """Count the pairs of texts that stand beside one picture."""
    texts = np.sort(grouped.texts.of_row[pictures.beside()], axis=1)
    return len(np.unique(texts[(texts[:, 0] >= 0) & (texts[:, 0] < texts[:, 1])], axis=0))


def _link(case: Case, bond: Bond, said: dict[int, Said]) -> GroupLink:
    if bond.kind == "text":
        one = said[bond.link] if bond.link != WHOLE else Said(1000, SAME)
        strength, words = one.share, one.words
    else:
        strength, words = (
            1000,
            f"both carry {bond.what}" if bond.kind == "contact" else f"both show the picture {bond.what}",
        )
    return GroupLink(case.rows[bond.a], case.rows[bond.b], bond.kind, strength, words)


def _weakest(case: Case, bonds: Bonds, rows: list[int], values: Sequence[Sequence[str]], said: dict[int, Said]) -> str:
    """Say which link is the weakest that is needed, and what would split the group."""
    last = bonds.needed.get(rows[0])
    if last is not None:
        words = said[last.link].words if last.link != WHOLE else SAME
        ends = [_advert(values[row], case.cities[row]) for row in (last.a, last.b)]
        return (
            f"The weakest link is one of wording, between {ends[0]} and {ends[1]}: {words}. "
            "If two people wrote these texts, the group would come apart there."
        )
    contacts = sorted({value for row in rows for value in values[row]})
    if len(contacts) == 1:
        return f"All hangs on {contacts[0]}: if different people share it, the group comes apart."
    return _weakest_contact([values[row] for row in rows], contacts)


def _weakest_contact(values: Sequence[Sequence[str]], contacts: Sequence[str]) -> str:
    """Name the two contacts that meet in the fewest adverts among those whose meeting is needed."""
    meetings: dict[tuple[str, str], int] = defaultdict(int)
    for own in values:
        for a, b in itertools.pairwise(own):
            meetings[a, b] += 1
    joined: Unions[str] = Unions(contacts)
    last = ("", "", 0)
    for (a, b), times in sorted(meetings.items(), key=lambda item: (-item[1], item[0])):
        if joined.find(a) != joined.find(b):
            joined.join(a, b)
            last = (a, b, times)
    a, b, times = last
    return (
        f"The weakest link: {a} and {b} stand together in only {counted(times, 'advert')}; "
        "if these were shown to be an error, the group would split."
    )


def _advert(values: Sequence[str], city: str) -> str:
    return f"an advert under {values[0]}" if values else f"an advert without a contact in {city or 'an unnamed city'}"


def _wordings(case: Case, grouped: Grouped, members: dict[int, list[int]]) -> dict[int, tuple[Wording, ...]]:
    """Gather the adverts of each wording of each group with their template; the most shared first."""
    users: dict[tuple[int, int], list[int]] = defaultdict(list)
    for name, rows in members.items():
        for row, template in zip(rows, grouped.template[rows].tolist(), strict=True):
            if template >= 0:
                users[name, template].append(row)
    shared = [(key[0], rows) for key, rows in sorted(users.items()) if len(rows) > 1]
    templates = templates_of([_samples(case, grouped, rows) for _, rows in shared], threads=2)
    found: dict[int, list[Wording]] = {name: [] for name in members}
    for (name, rows), template in zip(shared, templates, strict=True):
        found[name].append(Wording(tuple(case.rows[row] for row in rows), template))
    return {
        name: tuple(sorted(listed, key=lambda wording: (-len(wording.rows), wording.rows)))
        for name, listed in found.items()
    }


def _samples(case: Case, grouped: Grouped, rows: list[int]) -> list[Sample]:
    """Give each different text of some rows once, as many as a template is made from, spread over the rows."""
    first: dict[int, int] = {}
    for row, text in zip(rows, grouped.texts.of_row[rows].tolist(), strict=True):
        first.setdefault(text, row)
    chosen = list(first.values())
    many = min(len(chosen), COMPARED)
    return [case.sample(chosen[n * len(chosen) // many]) for n in range(many)]
