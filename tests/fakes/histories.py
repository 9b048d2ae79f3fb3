"""The history the fake desk tells of a group of its invented case."""

from collections import Counter
from collections.abc import Sequence

from fakes.case import Advert
from fakes.rows import iso
from palermo.kit.canon import digest
from palermo.workbench.history_views import (
    ChainView,
    ChangeView,
    GapView,
    HistoryView,
    MonthView,
    PlaceView,
    ReplacedView,
    WordingView,
)

_SITE, _CITY = 1, 7


def history_of(own: Sequence[Advert], phones: Sequence[str]) -> HistoryView:
    """Tell a group with one wording, one change, one chain of reposts and, with two phones, one replaced number."""
    if not own:
        return HistoryView("Every advert of this group was erased.")
    rows = sorted(own, key=iso)
    first, last = iso(rows[0])[:10], iso(rows[-1])[:10]
    months = Counter(iso(advert)[:7] for advert in rows)
    sites, cities = _places(rows, _SITE), _places(rows, _CITY)
    replaced = f"Numbers that replaced one another: {phones[0]} until {first}, {phones[-1]} from {last}."
    return HistoryView(
        missing="", adverts=len(rows), undated=0, first=first, last=last, row=rows[0].key,
        sentences=[f"{len(rows)} adverts from {first} to {last}.", f"First site: {sites[0].name}."],
        months=[MonthView(month, months[month]) for month in sorted(months)],
        gaps=[GapView(first, last, 31)], gaps_in_all=1,
        sites=sites, sites_in_all=len(sites), cities=cities[:2], cities_in_all=len(cities),
        wordings=[
            WordingView("Welcome to [city]", len(rows), first, last, len(sites), len(cities), sites[0].name, "1 change.", rows[0].key)
        ],
        wordings_in_all=1,
        changes=[ChangeView(0, "came", last, "", "ring twice", 4, 5, f"From {last} “ring twice” is added.", rows[-1].key)],
        changes_in_all=1, reposts=f"{len(rows)} adverts in 1 chain of near-certain reposts.",
        chains=[
            ChainView(
                "One text stands again every 3 days.", len(rows), iso(rows[0]), iso(rows[-1]), [site.name for site in sites],
                [advert.key for advert in rows[:3]],
            )
        ],
        chains_in_all=1, numbers="2 numbers looked at.",
        replaced=[ReplacedView(phones[0], phones[-1], first, last, replaced, digest("replaced", *phones))]
        if len(phones) > 1
        else [],
        rules=["A stretch without adverts is told when it is longer than 30 days."],
    )  # fmt: skip


def _places(rows: Sequence[Advert], cell: int) -> list[PlaceView]:
    """Give the values of a cell in the order in which they first stood."""
    found: dict[str, list[Advert]] = {}
    for advert in rows:
        found.setdefault(advert.cells[cell], []).append(advert)
    return [PlaceView(name, iso(own[0])[:10], iso(own[-1])[:10], len(own), own[0].key) for name, own in found.items()]
