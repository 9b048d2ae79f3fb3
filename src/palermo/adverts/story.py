"""Tells what the adverts of one group share and what changes from one to the next, from the adverts alone."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from palermo.adverts.gathering import gather_texts
from palermo.adverts.laying import Stretch
from palermo.adverts.story_words import Filler, Slot, SlotKind, Story, StoryAdvert, StoryRow, ToldWording
from palermo.adverts.telling import Sums, sentence_of
from palermo.adverts.unfolding import FILLERS, Found, Group, find, read, row_of, told_of
from palermo.kit.sentences import counted

__all__ = ["PAGE", "Filler", "Slot", "SlotKind", "Story", "StoryAdvert", "StoryRow", "Stretch", "ToldWording", "tell"]

PAGE = range(50)
"""The adverts shown where nothing else is asked for."""


def tell(adverts: Sequence[StoryAdvert], show: range = PAGE, *, threads: int = 2) -> Story:
    """Tell the story of a group.

    Args:
        adverts: in any order; the story is the same.
        show: which adverts to lay against their wordings, counted in the order of `Story.rows`.
        threads: how many to run on; the story is the same.
    """
    group = read(adverts, threads)
    found = [find(group, gathered) for gathered in gather_texts(group.texts)]
    wordings = tuple(told_of(group, wording) for wording in found)
    apart = len(adverts) - sum(wording.adverts for wording in wordings)
    longer = int(group.cut.longer.sum())
    notes = [f"Of {counted(longer, 'advert')} only the beginning was read."] if longer else []
    return Story(
        sentence=_sentence(group, found, wordings, apart),
        wordings=wordings,
        titles=tuple(Filler(*item) for item in _ranked(Counter(advert.title for advert in adverts if advert.title))),
        rows=_rows(group, found, show),
        adverts=len(adverts),
        apart=apart,
        notes=tuple(notes),
    )


def _ranked(seen: Counter[str]) -> list[tuple[str, int]]:
    return sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:FILLERS]


def _rows(group: Group, found: Sequence[Found], show: range) -> tuple[StoryRow, ...]:
    order = sorted(range(len(group.adverts)), key=lambda n: (group.adverts[n].posted_at, n))
    wording = np.full(len(order), -1, np.int64)
    for n, each in enumerate(found):
        wording[each.members] = n
    return tuple(
        row_of(group, found, advert, int(wording[advert])) for advert in order[show.start : show.stop : show.step]
    )


def _sentence(group: Group, found: Sequence[Found], wordings: Sequence[ToldWording], apart: int) -> str:
    """Put the story's figures into words."""
    ours = [group.adverts[n] for n in (found[0].members.tolist() if found else range(len(group.adverts)))]
    places = (frozenset(advert.city for advert in ours), frozenset(advert.site for advert in ours))
    if not wordings:
        return sentence_of(Sums(len(ours), *places))
    main = wordings[0]
    contacts = sorted((-slot.filled, n) for n, slot in enumerate(main.slots) if slot.kind == "contact")
    slot = main.slots[contacts[0][1]] if contacts else None
    return sentence_of(
        Sums(
            main.adverts,
            *places,
            phrases=(main.shared, main.phrases, main.fewest),
            words=found[0].words,
            contacts=slot.distinct if slot else 0,
            phones=bool(slot) and all(filler.text.lstrip("+").isdigit() for filler in slot.fillers) if slot else False,
            wordings=len(wordings),
            all_adverts=len(group.adverts),
            apart=apart,
        )
    )
