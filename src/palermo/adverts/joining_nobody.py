"""Writes down what joins nobody because many unrelated advertisers share it: contacts and public wordings, with a sentence."""

from collections.abc import Mapping

import numpy as np

from palermo.adverts.carriers import joined
from palermo.adverts.engine import Grouped
from palermo.adverts.groups import Case
from palermo.adverts.reading import Ints
from palermo.adverts.templates import COMPARED, Sample, templates_of
from palermo.kit.sentences import counted
from palermo.model.grouping import Hub


def hub_contacts(grouped: Grouped, number: Mapping[str, int], least: int) -> tuple[Hub, ...]:
    """Name the contacts that are hubs, sorted.

    Args:
        grouped: what the engine gave.
        number: of each contact.
        least: `hub_parts`.
    """
    known, parts = grouped.known, grouped.parts.parts
    many = np.diff(known.contact_first)
    found = []
    for value, n in sorted(number.items()):
        if not grouped.hub[n]:
            continue
        units = int(parts[n])
        how = "" if units >= least else " in the same surrounding words beside a contact of their own"
        adverts = counted(int(many[n]), "advert")
        sentence = f"{value} joins nobody: {units} advertisers who share nothing else carry it{how}, in {adverts}."
        found.append(Hub("contact", value, units, sentence))
    return tuple(found)


def public_wordings(case: Case, grouped: Grouped) -> tuple[Hub, ...]:
    """Name the wordings that are public, sorted by their template."""
    if not len(grouped.public):
        return ()
    known, texts = grouped.known, grouped.texts.of_row
    unit = joined(known, len(texts), grouped.hub)
    carries = np.zeros(len(texts), dtype=bool)
    carries[known.row[~grouped.hub[known.contact]]] = True
    wording = np.where(texts >= 0, grouped.wordings.of[texts], -1) if len(grouped.wordings.of) else texts
    rows = [np.flatnonzero(wording == name) for name in grouped.public.tolist()]
    templates = templates_of([_samples(case, texts, found) for found in rows], threads=2)
    hubs = []
    for found, template in zip(rows, templates, strict=True):
        users = np.unique(unit[found[carries[found]]])
        besides = _besides(users, unit, wording, int(wording[found[0]]))
        hubs.append(Hub("wording", template, len(users), _sentence(template, len(users), besides, len(found))))
    return tuple(sorted(hubs, key=lambda hub: hub.value))


def _samples(case: Case, texts: Ints, rows: Ints) -> list[Sample]:
    """Give a few different texts, spread over the rows."""
    _, first = np.unique(texts[rows], return_index=True)
    first = np.sort(first)
    return [case.sample(row) for row in rows[first[:: max(1, len(first) // COMPARED)]][:COMPARED].tolist()]


def _besides(users: Ints, unit: Ints, wording: Ints, own: int) -> int:
    """Count the users who write other texts besides."""
    return len(np.intersect1d(users, unit[(wording >= 0) & (wording != own)]))


def _sentence(template: str, users: int, besides: int, adverts: int) -> str:
    shown = " ".join(template.split())
    shown = shown if len(shown) <= 80 else f"{shown[:79]}…"
    return (
        f"The wording “{shown}” joins nobody: {counted(users, 'advertiser')} use it, in {counted(adverts, 'advert')}, "
        f"and {besides} of them write texts besides that are unlike those of the others."
    )
