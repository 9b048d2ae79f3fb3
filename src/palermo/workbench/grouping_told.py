"""Tells what grouping a file came to, as the lines of one JSON document: counts, hubs, groups and templates in sentences."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palermo.kit.sentences import counted

if TYPE_CHECKING:
    from concurrent.futures import Future

    from palermo.adverts.engine import Grouped
    from palermo.adverts.outcome import Numbered, Weakest
    from palermo.adverts.outlines import Outlines
    from palermo.workbench.grouping_source import Source

_READ_AGAIN = 2_000
"""Contacts that are no numbers and are named in the whole file: each costs reading its advert again."""

WHY_ALONE = (
    "There is neither a word nor a contact in them.",
    "What is in them belongs to no hand: hubs and public wordings alone.",
    "Nothing they share with another advert is too improbable to be chance.",
)
"""By the numbers of `palermo.adverts.outcome`."""


@dataclass(slots=True)
class Outcome:
    """What is told.

    Attributes:
        source: the file.
        grouped: what the engine found.
        groups: the groups.
        templates: the templates.
        outlines: the text of each template, and of how many different texts it is: written while the rest is told.
        weakest: of each group its weakest link.
    """

    source: "Source"
    grouped: "Grouped"
    groups: "Numbered"
    templates: "Numbered"
    outlines: "Future[Outlines]"
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
    from palermo.adverts.witnesses import least

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
            f"of a wording speak, with {least(tail.threshold) / 1000:.1f} nats on average. {how}"
        ),
    }


def manner(grouped: "Grouped") -> list[dict[str, object]]:
    """Tell which traits of the adverts count beside their words, and what this file taught of each."""
    from palermo.adverts.manner import NAMES

    held = grouped.manner
    return [
        {
            "trait": trait.name,
            "same_in_one_hand": round(taught.one_hand, 3),
            "same_by_chance": round(taught.chance, 3),
            "nats_where_different": differ / 1000,
            "nats_where_same": [int(agree.min()) / 1000, int(agree.max()) / 1000],
            "sentence": (
                f"{NAMES[trait.name].capitalize()}: the same in {taught.one_hand:.0%} of the texts of one hand that their words "
                f"leave no doubt of, and in {taught.chance:.0%} of strangers' by chance. The same adds {int(agree.min()) / 1000:.1f} "
                f"to {int(agree.max()) / 1000:.1f} nats, the rarer the more; another adds {differ / 1000:.1f}."
            ),
        }
        for trait, agree, differ, taught in zip(held.traits, held.agree, held.differ, held.taught, strict=True)
    ]


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


def document(head: dict[str, object], lists: Mapping[str, Iterable[str]]) -> Iterator[str]:
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
