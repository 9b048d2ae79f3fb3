"""What a language brings to the adverts of a trial: short neutral parts that are put together to phrases."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one language; `{name}`, `{city}`, `{price}`, `{number}`, `{site}` and `{hotline}` are slots.

    Attributes:
        code: ISO 639-1.
        leads: beginnings that a thing follows.
        things: what is offered or there.
        tails: what may follow a thing.
        whole: phrases of their own.
        greetings: phrases with the name, some with the city.
        prices: phrases with the price.
        contacts: phrases with the number.
        titles: headings, with the name or the city.
        house: what sites write around adverts, with the site's name.
        hotlines: what sites write about their hotline.
        digits: the words for 0 to 9.
        names: invented personas.
        cities: as a text writes it, as the column has it, and its country, ISO 3166 alpha-2.
        gap: what stands between two words.
    """

    code: str
    leads: tuple[str, ...]
    things: tuple[str, ...]
    tails: tuple[str, ...]
    whole: tuple[str, ...]
    greetings: tuple[str, ...]
    prices: tuple[str, ...]
    contacts: tuple[str, ...]
    titles: tuple[str, ...]
    house: tuple[str, ...]
    hotlines: tuple[str, ...]
    digits: tuple[str, ...]
    names: tuple[str, ...]
    cities: tuple[tuple[str, str, str], ...]
    gap: str = " "


def lines(text: str) -> tuple[str, ...]:
    """Split a block into its lines, so that long lists of parts stay short to read."""
    return tuple(line.strip() for line in text.strip().splitlines())


def places(text: str) -> tuple[tuple[str, str, str], ...]:
    """Split `written/column/country` lines of a block, several to a line with `;` between."""
    found = [place.strip().split("/") for line in lines(text) for place in line.split(";")]
    return tuple((place[0], place[1] or place[0], place[2]) for place in found)


def named(text: str) -> tuple[str, ...]:
    """Split a block into its words."""
    return tuple(text.split())
