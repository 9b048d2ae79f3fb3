"""Tells what grouping a file came to, as the lines of one JSON document: counts, hubs, groups and templates in sentences."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palermo.kit.sentences import counted

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    from palermo.adverts.engine import Grouped
    from palermo.adverts.outcome import Numbered, Weakest
    from palermo.workbench.grouping_source import Source

SHOWN = 10
"""Contacts and templates of one group that are named; the rest is counted."""
_READ_AGAIN = 2_000
"""Contacts that are no numbers and are named in the whole file: each costs reading its advert again."""

WHY_ALONE = (
    "There is neither a word nor a contact in them.",
    "What is in them belongs to no hand: hubs and public wordings alone.",
    "Nothing they share with another advert is too improbable to be chance.",
)
"""By the numbers of `palermo.adverts.outcome`."""

Ints = "npt.NDArray[np.int64]"


@dataclass(slots=True)
class Outcome:
    """What is told.

    Attributes:
        source: the file.
        grouped: what the engine found.
        groups: the groups.
        templates: the templates.
        text: of each template its text.
        texts: of each template how many different texts it has.
        weakest: of each group its weakest link.
    """

    source: "Source"
    grouped: "Grouped"
    groups: "Numbered"
    templates: "Numbered"
    text: "pa.Array"
    texts: Ints
    weakest: "Weakest"
    _values: dict[int, str] = field(default_factory=dict)

    def learn_values(self, contacts: Iterable[int]) -> None:
        """Read how some contacts are written: a number from its key, others out of one of their adverts."""
        import numpy as np

        from palermo.adverts.kernels.contacts import key_of, value_of
        from palermo.kit.contacts import read_contacts

        known = self.grouped.known
        asked: dict[int, list[int]] = {}
        for contact in contacts:
            value = value_of(int(known.keys[contact]))
            if value:
                self._values[contact] = value
            elif contact not in self._values and len(asked) < _READ_AGAIN:
                row = int(known.row[known.by_contact[known.contact_first[contact]]])
                asked.setdefault(row, []).append(contact)
        rows = sorted(asked)
        for row, text in zip(rows, self.source.texts(np.array(rows, np.int64), contacts=True).to_pylist(), strict=True):
            written = {key_of(found.value): found.value for found in read_contacts(text)}
            for contact in asked[row]:
                if int(known.keys[contact]) in written:
                    self._values[contact] = written[int(known.keys[contact])]

    def value(self, contact: int) -> str:
        """Give a contact as written; empty where it was not read again."""
        return self._values.get(contact, "")


def threshold(grouped: "Grouped", false_links: int) -> dict[str, object]:
    """Tell from where on a likeness joins, and how that was found."""
    tail = grouped.tail
    how = (
        "It was measured on the pairs of unrelated adverts of this file."
        if tail.measured
        else "The file is too small to measure chance on: the threshold is the one for small files."
    )
    return {
        "nats": tail.threshold / 1000,
        "rate": tail.rate / 1000,
        "measured": tail.measured,
        "sentence": (
            f"Two texts are joined from {tail.threshold / 1000:.1f} nats on: so strong, chance makes {false_links / 2:g} "
            "links between unrelated adverts in the whole file. As many again are accepted of texts for which three texts "
            f"of a wording speak, each with three quarters of that. {how}"
        ),
    }


def hubs(outcome: Outcome) -> list[dict[str, object]]:
    """Tell which contacts join nobody, those in most adverts first."""
    import numpy as np

    known, parts = outcome.grouped.known, outcome.grouped.parts
    found = np.flatnonzero(outcome.grouped.hub)
    many = np.diff(known.contact_first)[found]
    found = found[np.lexsort((known.keys[found], -many))]
    outcome.learn_values(found.tolist())
    return [
        _hub(outcome.value(n), int(known.contact_first[n + 1] - known.contact_first[n]), int(parts.parts[n]))
        for n in found.tolist()
    ]


def _hub(value: str, adverts: int, parts: int) -> dict[str, object]:
    told = f"{value or 'A contact'} stands in {counted(adverts, 'advert')} of {counted(parts, 'advertiser')}"
    return {
        "value": value, "adverts": adverts, "unrelated": parts,
        "sentence": f"{told} who share nothing else: it joins nobody.",
    }  # fmt: skip


def public(outcome: Outcome) -> list[dict[str, object]]:
    """Tell which wordings join nobody."""
    import numpy as np

    grouped, templates = outcome.grouped, outcome.templates
    rows = np.flatnonzero((grouped.texts.of_row >= 0) & (templates.of >= 0))
    wording = grouped.wordings.of[grouped.texts.of_row[rows]]
    rows, wording = rows[np.isin(wording, grouped.public)], wording[np.isin(wording, grouped.public)]
    many = np.bincount(templates.of[rows], minlength=len(templates.ids))
    return [
        {
            "template": templates.ids[n], "adverts": int(many[n]),
            "sentence": f"{templates.ids[n]} is a public wording: {counted(int(many[n]), 'advert')} use it, of advertisers who "
            "are known to write unrelated texts besides. It joins nobody.",
        }
        for n in np.flatnonzero(many).tolist()
    ]  # fmt: skip


def template_lines(outcome: Outcome, public_ids: frozenset[str]) -> Iterator[str]:
    """Tell every template, a line each, the largest first."""
    from palermo.adverts.outcome import met

    templates, size = outcome.templates, len(outcome.templates.ids)
    cities = met(templates.of, outcome.source.cities.rows(), size).tolist()
    sites = met(templates.of, outcome.source.sites.rows(), size).tolist()
    entry = templates.of[outcome.grouped.known.row]
    contacts = met(entry, outcome.grouped.known.contact, size).tolist()
    rows, texts = templates.rows.tolist(), outcome.texts.tolist()
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for n, (ident, text) in enumerate(zip(templates.ids, outcome.text.to_pylist(), strict=True)):
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
    contacts = _most(*pairs(groups.of[known.row[held]], known.contact[held]), size)
    used = _most(*pairs(groups.of, outcome.templates.of), size)
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


def _most(owner: Ints, value: Ints, entries: Ints, size: int) -> _Most:
    import numpy as np

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
    who = "one text with each of three others" if three else "two texts"
    return {
        "by": "wording", "nats": score / 1000, "texts": 3 if three else 2, "expected_false_links": float(f"{expected:.2g}"),
        "sentence": f"Its weakest link is {who} sharing {score / 1000:.1f} nats; chance makes {expected:.2g} such links in the file.",
    }  # fmt: skip


def document(head: dict[str, object], lists: dict[str, Iterable[str]]) -> Iterator[str]:
    """Write one JSON document, an entry of each list a line.

    Args:
        head: what comes first, by name; not empty.
        lists: entries that are JSON, by the names of the lists.
    """
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    for name, lines in lists.items():
        yield f',\n "{name}": ['
        first = True
        for line in lines:
            yield f"\n  {line}" if first else f",\n  {line}"
            first = False
        yield "]" if first else "\n ]"
    yield "\n}\n"
