"""The stock phrases of each language: put together from parts once, some far more usual than others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from palermo.training.trials.quick import Quick
from palermo.training.trials.words import PARTS, Parts

NAME, CITY, PRICE, NUMBER = "\x01", "\x02", "\x03", "\x04"
"""What stands in a template for the slots: characters that no text has and no disguise touches."""

_USUAL = 40
_SIZE = 340
_FLAT = 6.0
_STEEP = 0.85


def slotted(text: str) -> str:
    """Write a part's slots in their short form."""
    return text.replace("{name}", NAME).replace("{city}", CITY).replace("{price}", PRICE).replace("{number}", NUMBER)


@dataclass(frozen=True, slots=True)
class Book:
    """What advertisers of a language choose from.

    Attributes:
        parts: the language's parts.
        phrases: stock phrases, the most usual first.
        heaped: their weights, summed up to each, for drawing.
        usual: the everyday ones among them.
        usual_heaped: their weights, summed up.
        greetings: phrases with the name.
        prices: phrases with the price.
        contacts: phrases with the number.
        titles: headings.
    """

    parts: Parts
    phrases: tuple[str, ...]
    heaped: tuple[float, ...]
    usual: tuple[str, ...]
    usual_heaped: tuple[float, ...]
    greetings: tuple[str, ...]
    prices: tuple[str, ...]
    contacts: tuple[str, ...]
    titles: tuple[str, ...]

    def one(self, dice: Quick) -> str:
        """Draw a phrase, usual ones more often."""
        return dice.heaped(self.phrases, self.heaped)

    def draw(self, dice: Quick, count: int) -> list[str]:
        """Draw `count` different phrases, usual ones more often."""
        return _different(dice, self.phrases, self.heaped, count)

    def draw_usual(self, dice: Quick, count: int) -> list[str]:
        """Draw `count` different phrases of the everyday ones."""
        return _different(dice, self.usual, self.usual_heaped, count)


def _different(dice: Quick, phrases: Sequence[str], heaped: Sequence[float], count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[dice.heaped(phrases, heaped)] = None
    return list(found)


@cache
def book(language: str) -> Book:
    """Give the phrases of a language, always the same ones."""
    parts = PARTS[language]
    dice = Quick(f"phrases of {language}")
    phrases = _phrases(parts, dice)
    heaped = tuple(accumulate((rank + _FLAT) ** -_STEEP for rank in range(len(phrases))))
    return Book(
        parts, phrases, heaped, phrases[:_USUAL], heaped[:_USUAL],
        *(tuple(map(slotted, texts)) for texts in (parts.greetings, parts.prices, parts.contacts, parts.titles)),
    )  # fmt: skip


def _phrases(parts: Parts, dice: Quick) -> tuple[str, ...]:
    """Put phrases together so that each shares its words with others and is like none of them."""
    found = dict.fromkeys(parts.whole)
    while len(found) < _SIZE:
        lead, thing, tail = dice.choice(parts.leads), dice.choice(parts.things), dice.choice(parts.tails)
        shape = dice.random()
        chosen = (lead, thing) if shape < 0.3 else (thing, tail) if shape < 0.6 else (lead, thing, tail)
        phrase = parts.gap.join(chosen)
        found[phrase[0].upper() + phrase[1:]] = None
    return tuple(dice.mixed(list(found)))
