"""Puts what the adverts of a group share into plain English for a magistrate; every figure is a count."""

from dataclasses import dataclass

from palermo.kit.cities import city_key
from palermo.kit.fold import fold
from palermo.kit.sentences import counted

_FEW = 3
"""Phrases from which on phrases are spoken of."""


@dataclass(frozen=True, slots=True)
class Sums:
    """The figures of a story.

    Attributes:
        adverts: of the wording most used; of the group where none is shared.
        cities: the cities of those adverts, as written.
        sites: their sites, as written.
        phrases: how many are shared, of how many, and the fewest adverts that any of those shared stands in.
        words: the same of words.
        contacts: how many different contacts stand in the contact's place; 0 where there is none.
        phones: whether all of them are phone numbers.
        wordings: how many wordings the group has.
        all_adverts: of the group.
        apart: adverts that have none of them.
    """

    adverts: int
    cities: frozenset[str]
    sites: frozenset[str]
    phrases: tuple[int, int, int] = (0, 0, 0)
    words: tuple[int, int, int] = (0, 0, 0)
    contacts: int = 0
    phones: bool = False
    wordings: int = 0
    all_adverts: int = 0
    apart: int = 0


def sentence_of(sums: Sums) -> str:
    """Say what a group shares, in a sentence or three."""
    subject = counted(sums.adverts, "advert") + _where(sums)
    if not sums.wordings:
        return _alone(sums, subject)
    told = f"{subject} share {_shared(sums)}"
    if sums.contacts:
        noun, place = ("number", "the number's place") if sums.phones else ("contact", "the contact's place")
        told += f"; {counted(sums.contacts, noun)} {'stands' if sums.contacts == 1 else 'stand'} in {place}"
    return f"{told}.{_others(sums)}"


def _alone(sums: Sums, subject: str) -> str:
    if sums.adverts < 2:
        return f"{subject}: there is no other to compare it with." if sums.adverts else "There is no advert to compare."
    return f"{subject}: no wording that they share was found."


def _where(sums: Sums) -> str:
    cities = len({city_key(city) for city in sums.cities} - {""})
    sites = len({fold(site).strip() for site in sums.sites} - {""})
    parts = [counted(cities, "city", "cities")] if cities else []
    parts += [counted(sites, "site")] if sites else []
    return f" over {' and '.join(parts)}" if parts else ""


def _shared(sums: Sums) -> str:
    """Say how much is shared, in phrases; in words where there are few phrases or most were changed somewhere."""
    shared, of, fewest = sums.phrases
    noun = "phrase"
    if of < _FEW or shared * 2 < of:
        (shared, of, fewest), noun = sums.words, "word"
    text = f"{shared:,} of {counted(of, noun)} in the same order"
    if shared and fewest < sums.adverts:
        text += f", {'it' if shared == 1 else 'each'} in at least {fewest:,} of them"
    return text


def _others(sums: Sums) -> str:
    """Say what else the group holds."""
    told = ""
    if sums.wordings > 1:
        rest = sums.all_adverts - sums.adverts - sums.apart
        told += f" {counted(rest, 'more advert')} {'has' if rest == 1 else 'have'} {counted(sums.wordings - 1, 'other wording')}."
    if sums.apart:
        told += f" {counted(sums.apart, 'advert')} {'has another text' if sums.apart == 1 else 'have other texts'}."
    return told
