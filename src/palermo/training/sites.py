"""The invented sites on which adverts of the training case appear; every one under a domain that cannot exist."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """A site.

    Attributes:
        name: what it calls itself.
        domain: always under `.example`.
        prefix: how its advert numbers start.
        countries: where it is used.
        languages: in which languages, its own first.
        boilerplate: which boilerplate of a language it appends to texts, None where it appends nothing.
        weight: how much it is used.
    """

    name: str
    domain: str
    prefix: str
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    boilerplate: int | None
    weight: int


SITES: tuple[Site, ...] = (
    Site("Rustpunt", "rustpunt.example", "RP", ("BE",), ("nl", "en", "fr"), 0, 4),
    Site("Avond & Uit", "avond-uit.example", "AU", ("BE",), ("nl", "fr", "en", "zh"), None, 3),
    Site("Petites Pauses", "petites-pauses.example", "PP", ("BE",), ("fr", "en", "nl"), 1, 4),
    Site("Calma Hoy", "calma-hoy.example", "CH", ("ES",), ("es", "en", "zh"), 0, 4),
    Site("Costa Relax", "costa-relax.example", "CR", ("ES",), ("es", "en", "de"), None, 4),
    Site("Ruhezeit Europa", "ruhezeit-europa.example", "RE", ("BE", "ES"), ("de", "en"), 1, 2),
    Site("Jing An", "jing-an.example", "JA", ("BE", "ES"), ("zh", "en"), 0, 2),
)
"""Every site of the case."""
