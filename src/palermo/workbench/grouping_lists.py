"""Tells every group and every template of a file, a line of JSON each, the largest first."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.kit.sentences import counted
from palermo.workbench.grouping_told import Outcome

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from palermo.adverts.reading import Ints

SHOWN = 10
"""Contacts and templates of one group that are named; the rest is counted."""


def template_lines(outcome: Outcome, public_ids: frozenset[str]) -> Iterator[str]:
    """Tell every template, a line each, the largest first."""
    from palermo.adverts.outcome import met

    templates, size = outcome.templates, len(outcome.templates.ids)
    cities = met(templates.of, outcome.source.cities.rows(), size).tolist()
    sites = met(templates.of, outcome.source.sites.rows(), size).tolist()
    entry = templates.of[outcome.grouped.known.row]
    contacts = met(entry, outcome.grouped.known.contact, size).tolist()
    found = outcome.outlines.result()
    rows, texts = templates.rows.tolist(), found.texts.tolist()
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for n, (ident, text) in enumerate(zip(templates.ids, found.text.to_pylist(), strict=True)):
        yield (
            f'{{"id": "{ident}", "rows": {rows[n]}, "texts": {texts[n]}, "sites": {sites[n]}, "cities": {cities[n]}, '
            f'"contacts": {contacts[n]}, "public": {"true" if ident in public_ids else "false"}, "text": {encode(text)}}}'
        )


def group_lines(outcome: Outcome) -> Iterator[str]:
    """Tell every group, a line each, the largest first."""
    from palermo.adverts.outcome import met, pairs

    groups, known, size = outcome.groups, outcome.grouped.known, len(outcome.groups.ids)
    cities = met(groups.of, outcome.source.cities.rows(), size).tolist()
    sites = met(groups.of, outcome.source.sites.rows(), size).tolist()
    held = ~outcome.grouped.hub[known.contact]
    contacts = _most(pairs(groups.of[known.row[held]], known.contact[held]), size)
    used = _most(pairs(groups.of, outcome.templates.of), size)
    outcome.learn_values(contacts.shown)
    numbers = _numbers(outcome, held, size)
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for n, (ident, rows) in enumerate(zip(groups.ids, groups.rows.tolist(), strict=True)):
        named = [value for value in map(outcome.value, contacts.of(n)) if value]
        wordings = [outcome.templates.ids[name] for name in used.of(n)]
        told = _sentence(rows, (numbers[n], contacts.many[n] - numbers[n], used.many[n], cities[n], sites[n]))
        yield encode(
            {
                "id": ident, "rows": rows, "sentence": told,
                "contacts": named, "contacts_not_named": contacts.many[n] - len(named),
                "templates": wordings, "templates_not_named": used.many[n] - len(wordings),
                "weakest_link": weakest(outcome, n),
            }
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Most:
    """The values of each group, those in most entries first, cut to `SHOWN`: end to end, where each group's begin, how many in all."""

    shown: list[int]
    first: list[int]
    many: list[int]

    def of(self, group: int) -> list[int]:
        return self.shown[self.first[group] : self.first[group + 1]]


def _most(found: "tuple[Ints, Ints, Ints]", size: int) -> _Most:
    import numpy as np

    owner, value, entries = found
    order = np.lexsort((value, -entries, owner))
    owner, value = owner[order], value[order]
    starts = np.searchsorted(owner, np.arange(size + 1))
    shown = np.arange(len(owner)) - starts[owner] < SHOWN
    many = np.diff(starts)
    first = np.concatenate([[0], np.cumsum(np.minimum(many, SHOWN))])
    return _Most(value[shown].tolist(), first.tolist(), many.tolist())


def _numbers(outcome: Outcome, held: "npt.NDArray[np.bool_]", size: int) -> list[int]:
    """Count the telephone numbers of each group."""
    import numpy as np

    from palermo.adverts.kernels.contact_keys import OTHER
    from palermo.adverts.outcome import met

    known = outcome.grouped.known
    phone = (known.keys & np.uint64(OTHER)) == 0
    chosen = held & phone[known.contact]
    found: list[int] = met(outcome.groups.of[known.row[chosen]], known.contact[chosen], size).tolist()
    return found


def _sentence(rows: int, counts: tuple[int, int, int, int, int]) -> str:
    """Say how large a group is: counts alone."""
    numbers, others, templates, cities, sites = counts
    under = [
        counted(many, one, several)
        for many, one, several in (
            (numbers, "number", "numbers"),
            (others, "other contact" if numbers else "contact", "other contacts" if numbers else "contacts"),
        )
        if many
    ]
    parts = [f"{counted(rows, 'advert')} under {' and '.join(under)}" if under else counted(rows, "advert")]
    for many, one, several in (
        (templates, "template", "templates"), (cities, "city", "cities"), (sites, "site", "sites"),
    ):  # fmt: skip
        if many:
            parts.append(counted(many, one, several))
    return f"{', '.join(parts)}."


def weakest(outcome: Outcome, group: int) -> dict[str, object]:
    """Tell the weakest link of a group."""
    score = int(outcome.weakest.score[group])
    if score < 0:
        return {"by": "contacts", "sentence": "Contacts alone hold it together."}
    expected = outcome.weakest.expected(outcome.grouped, group)
    three = bool(outcome.weakest.three[group])
    manner = int(outcome.weakest.manner[group]) / 1000
    who, many = ("one text and three others", " on average") if three else ("two texts", "")
    beside = f", {manner:+.1f} of them by manner" if manner else ""
    return {
        "by": "wording", "nats": score / 1000, "by_manner": manner, "texts": 3 if three else 2,
        "expected_false_links": float(f"{expected:.2g}"),
        "sentence": (
            f"Its weakest link is {who} sharing {score / 1000:.1f} nats{many}{beside}; "
            f"chance makes {expected:.2g} such links in the file."
        ),
    }  # fmt: skip
