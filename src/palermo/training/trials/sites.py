"""The invented sites of a trial: each with a language, its own fixed sentences and its own hotline."""

from dataclasses import dataclass

from palermo.training.trials.phones import Numbers, write_plain
from palermo.training.trials.quick import Quick
from palermo.training.trials.words import PARTS
from palermo.training.trials.words.part import named

_FRONT = named("""
    avond calma rust pauze doux relax stil brise soleil luna jing zomer bella stad costa mare nuage lotus alba fado
""")
_BACK = named("punt uit hoy temps plaza hall gids markt zone web corner lista salon huis point")


@dataclass(frozen=True, slots=True)
class Site:
    """A site.

    Attributes:
        domain: always under `.example`.
        language: what its own sentences are in.
        before: its sentences before an advert's text.
        after: those after it.
        hotline: the sentence with its hotline.
    """

    domain: str
    language: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    hotline: str


def make_sites(dice: Quick, numbers: Numbers, each: int) -> dict[str, tuple[Site, ...]]:
    """Invent `each` sites a language."""
    names = dice.mixed([f"{front}-{back}" for front in _FRONT for back in _BACK])
    return {
        language: tuple(_site(dice, f"{names.pop()}.example", language, numbers) for _ in range(each))
        for language in PARTS
    }


def _site(dice: Quick, domain: str, language: str, numbers: Numbers) -> Site:
    parts = PARTS[language]
    name = domain.removesuffix(".example").replace("-", " ").title()
    sentences = [text.replace("{site}", name) for text in dice.some(parts.house, 3, 6)]
    cut = dice.between(0, 2)
    hotline = dice.choice(parts.hotlines).replace("{site}", name).replace("{hotline}", write_plain(dice, numbers.new()))
    return Site(domain, language, tuple(sentences[:cut]), tuple(sentences[cut:]), hotline)
