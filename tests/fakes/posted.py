"""Makes the adverts of one invented group, as its history reads them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from fakes.adverts import key
from palermo.adapters.rules import load
from palermo.adverts.posted import Posted, read_figures

FIGURES = read_figures(load("history"))
START = datetime(2024, 1, 1, tzinfo=UTC)
TEXT = "welcome to my quiet flat near the station with tea and soft light after a long day"
A, B, C, D = (f"+4477009000{n:02d}" for n in range(4))


def advert(n: int, day: float | None, number: str | Sequence[str] = A, text: str = TEXT, **more: str | int) -> Posted:
    """Make an advert: `day` counts from the first of January 2024 and may be a part of a day; None means not known."""
    at = None if day is None else START + timedelta(minutes=round(day * 1440))
    return Posted(
        row=key(n),
        at=at,
        site=str(more.get("site", "one.example")),
        city=str(more.get("city", "Gent")),
        persona=str(more.get("persona", "Anna")),
        words=tuple(text.split()),
        contacts=(number,) if isinstance(number, str) else tuple(number),
        wording=int(more.get("wording", 0)),
    )


def line(first: int, days: Sequence[float | None], number: str | Sequence[str] = A, **more: str | int) -> list[Posted]:
    """Make an advert for each day, numbered on from `first`."""
    text = str(more.pop("text", TEXT))
    return [advert(first + n, day, number, text, **more) for n, day in enumerate(days)]
