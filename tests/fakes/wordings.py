"""The wordings the fake desk tells of a group of its invented case: one, with city, name and price in its slots."""

from collections import Counter
from collections.abc import Sequence

from fakes.case import Advert
from palermo.workbench.wording_views import (
    FillerView,
    LaidAdvert,
    SlotKind,
    SlotView,
    StretchView,
    TemplateView,
    WordingsView,
)

_KINDS: tuple[SlotKind, ...] = ("city", "persona", "price")
_SIZE = 50


def wordings_of(own: Sequence[Advert], page: int) -> WordingsView:
    """Tell a group with one wording; a group of which all was erased has none."""
    if not own:
        return WordingsView("There is no advert to compare.", page=page)
    template = []
    for n in range(len(_KINDS)):
        template += [StretchView(own[0].slots[2 * n], "same", 0), StretchView("[…]", "slot", n + 1)]
    return WordingsView(
        sentence=f"{len(own)} adverts share one text.",
        wordings=[TemplateView(1, template, [_slot(own, n) for n in range(len(_KINDS))], "Latin", len(own), 3, 3, len(own))],
        wordings_in_all=1, page=page, of=len(own),
        adverts=[LaidAdvert(one.key, one.cells[0], 1, _laid(one)) for one in own[(page - 1) * _SIZE : page * _SIZE]],
    )  # fmt: skip


def _slot(own: Sequence[Advert], n: int) -> SlotView:
    seen = Counter(advert.slots[2 * n + 1] for advert in own)
    fillers = [FillerView(text, count) for text, count in seen.most_common()]
    return SlotView(n + 1, _KINDS[n], len(fillers), len(own), 0, fillers)


def _laid(advert: Advert) -> list[StretchView]:
    parts = [
        StretchView(text, "slot", n // 2 + 1) if n % 2 else StretchView(text, "same", 0)
        for n, text in enumerate(advert.slots)
    ]
    return [*parts, StretchView(advert.tail, "differs", 0)] if advert.tail else parts
