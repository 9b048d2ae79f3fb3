"""Writes an advert out: joins its phrases, puts the site's own sentences around them, fills the slots."""

from dataclasses import dataclass
from typing import TypeVar

from palermo.training.trials.edits import disguise, traditional
from palermo.training.trials.model import Advert
from palermo.training.trials.model import Numbers as Readable
from palermo.training.trials.phones import write_disguised, write_plain
from palermo.training.trials.phrasebook import CITY, NAME, NUMBER, PRICE, Book, book
from palermo.training.trials.quick import Quick
from palermo.training.trials.sites import Site
from palermo.training.trials.words import PARTS

_JOINS = (". ", ", ", "\n", " - ", " | ", " ✨ ", ".\n", "! ", " * ", "; ")
_HAN_JOINS = ("，", "。", "\n", " ", "！", "；", "~")
_SHARES: dict[Readable, float] = {"readable": 0.0, "some": 0.3, "none": 1.0}
_DISGUISED_NUMBER = 0.35
_GLUED = 0.06

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Advertiser:
    """What an advertiser, organised or not, draws on for each advert.

    Attributes:
        language: what the texts are in.
        book: that language's phrases.
        sites: where the adverts stand.
        names: the personas.
        cities: as written, as in the column, and the country.
        prices: what is asked.
        join: what stands between phrases.
    """

    language: str
    book: Book
    sites: tuple[Site, ...]
    names: tuple[str, ...]
    cities: tuple[tuple[str, str, str], ...]
    prices: tuple[str, ...]
    join: str


class Pen:
    """Writes adverts, numbers readable, partly readable or left out."""

    def __init__(self, dice: Quick, sites: dict[str, tuple[Site, ...]], readable: Readable) -> None:
        """Begin with a stream of draws, the trial's sites by language, and how many numbers can be read."""
        self._dice = dice
        self._sites = sites
        self._hidden = _SHARES[readable]

    def advertiser(self, language: str, spread: int) -> Advertiser:
        """Invent an advertiser with up to `spread` sites, personas, cities and prices."""
        dice, parts = self._dice, PARTS[language]
        prices = [str(60 + 10 * int(dice.random() * 15)) for _ in range(min(spread, 3))]
        joins = _HAN_JOINS if language == "zh" else _JOINS
        return Advertiser(
            language, book(language), self._several(self._sites[language], spread), self._several(parts.names, spread),
            self._several(parts.cities, spread), tuple(prices), joins[int(dice.random() * len(joins))],
        )  # fmt: skip

    def _several(self, things: tuple[T, ...], most: int) -> tuple[T, ...]:
        return tuple(self._dice.choices(things, k=1 + int(self._dice.random() * most)))

    def title(self, advertiser: Advertiser) -> str:
        """Draw a heading, slots open."""
        return self._dice.choice(advertiser.book.titles)

    def site(self, advertiser: Advertiser) -> Site:
        """Draw one of an advertiser's sites."""
        return self._dice.choice(advertiser.sites)

    def around(self, text: str, site: Site, *, hotline: bool) -> str:
        """Put the site's own sentences around a text, with its hotline or without."""
        after = (*site.after, site.hotline) if hotline else site.after
        stop = "。" if site.language == "zh" else ". "
        house = [stop.join(some) + stop.rstrip() if some else "" for some in (site.before, after)]
        return "\n".join(part for part in (house[0], text, house[1]) if part)

    def write(self, advertiser: Advertiser, site: Site, texts: tuple[str, str], phone: str, kind: str) -> Advert:
        """Fill the slots of a title and a body, with letters or characters changed where the kind says so."""
        dice = self._dice
        name, city = dice.choice(advertiser.names), dice.choice(advertiser.cities)
        price = dice.choice(advertiser.prices)
        title, body = (text.replace(NAME, name).replace(CITY, city[0]).replace(PRICE, price) for text in texts)
        if kind == "disguised":
            title, body = disguise(dice, title), disguise(dice, body)
        elif advertiser.language == "zh" and (kind == "chinese" or dice.random() < 0.3):
            title, body = traditional(dice, title), traditional(dice, body)
        return Advert(site.domain, title, self._with_number(body, phone, advertiser), name, city, price, phone)

    def _with_number(self, body: str, phone: str, advertiser: Advertiser) -> str:
        if NUMBER not in body:
            return body
        dice = self._dice
        if self._hidden and dice.random() < self._hidden:
            return body.replace(NUMBER, "")
        if dice.random() < _DISGUISED_NUMBER:
            written = write_disguised(dice, phone, advertiser.book.parts.digits)
        else:
            written = write_plain(dice, phone)
        if dice.random() < _GLUED:
            body = body.replace(f" {NUMBER}", NUMBER)
        return body.replace(NUMBER, written)
