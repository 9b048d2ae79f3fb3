"""Tells the life of some adverts: first and last day, adverts a month, sites and cities as they joined, gaps."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from palermo.adverts.posted import LifeFigures, Posted, in_order
from palermo.kit.cities import city_key
from palermo.kit.fold import fold
from palermo.model.histories import Gap, Life, Month, Spread

_NO_DAY = date.max


def life(adverts: Sequence[Posted], figures: LifeFigures) -> Life:
    """Tell the life of at least one advert; the answer does not depend on their order."""
    dated = in_order(adverts)
    days = [at.date() for at, _ in dated]
    months = Counter(day.strftime("%Y-%m") for day in days)
    return Life(
        adverts=len(adverts),
        undated=len(adverts) - len(dated),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        row=dated[0][1].row if dated else min(advert.row for advert in adverts),
        months=tuple(Month(month, months[month]) for month in sorted(months)),
        sites=_spread(adverts, lambda advert: advert.site, fold),
        cities=_spread(adverts, lambda advert: advert.city, city_key),
        gaps=_gaps(sorted(set(days)), figures),
    )


def _spread(adverts: Sequence[Posted], read: Callable[[Posted], str], key: Callable[[str], str]) -> tuple[Spread, ...]:
    """Say where adverts stood, by when each place joined; a place goes by its most usual writing."""
    keys = {written: key(written).strip() for written in {read(advert) for advert in adverts}}
    found: dict[str, list[Posted]] = defaultdict(list)
    for advert in adverts:
        if keys[read(advert)]:
            found[keys[read(advert)]].append(advert)
    made = []
    for own in found.values():
        writings = Counter(read(advert).strip() for advert in own)
        name = min(writings, key=lambda written: (-writings[written], written))
        dated = in_order(own)
        first, last = (dated[0][0].date(), dated[-1][0].date()) if dated else (None, None)
        made.append(Spread(name, first, last, len(own), dated[0][1].row if dated else min(one.row for one in own)))
    return tuple(sorted(made, key=lambda spread: (spread.first or _NO_DAY, spread.name)))


def _gaps(days: list[date], figures: LifeFigures) -> tuple[Gap, ...]:
    """Give the stretches longer than the table's figure and than several times the usual one."""
    between = sorted((later - sooner).days for sooner, later in pairwise(days))
    usual = between[(len(between) - 1) // 2] if between else 0
    least = max(figures.gap_days, figures.gap_times * usual)
    return tuple(Gap(sooner, later) for sooner, later in pairwise(days) if (later - sooner).days > least)
