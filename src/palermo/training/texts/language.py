"""What a language brings to an invented advert: pools of neutral sentences, with alternatives and slots.

In a sentence `[a|b]` is drawn once for a text, and `{name}`, `{city}`, `{price}`, `{number}` are filled for each
advert. All advertisers of a case, organised or not, draw from the same pools: that two texts share a phrase proves
nothing, and only an improbable agreement of many does.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """The pools of one language.

    Attributes:
        code: ISO 639-1.
        titles: headings.
        greetings: openings of a text, with the name.
        offers: what is offered, in the blandest of words.
        settings: what the place is like.
        hours: when.
        prices: for how much, with the price.
        contacts: how to be reached, with the number.
        beside: how to be reached when the number is not in the text.
        closings: last words.
        stock: everyday phrases that many use to the letter.
        boilerplate: what sites append to a text, with `{site}` and `{hotline}`.
        digits: the words for 0 to 9.
        gap: what stands between two sentences.
    """

    code: str
    titles: tuple[str, ...]
    greetings: tuple[str, ...]
    offers: tuple[str, ...]
    settings: tuple[str, ...]
    hours: tuple[str, ...]
    prices: tuple[str, ...]
    contacts: tuple[str, ...]
    beside: tuple[str, ...]
    closings: tuple[str, ...]
    stock: tuple[str, ...]
    boilerplate: tuple[str, ...]
    digits: tuple[str, ...]
    gap: str = " "
