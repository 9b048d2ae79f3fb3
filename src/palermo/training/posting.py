"""Posting an advert: a text filled in, edited, with or without its number, on a site that may append its boilerplate."""

from dataclasses import dataclass
from datetime import date

from palermo.training import seasons
from palermo.training.dice import Dice
from palermo.training.phones import PLAIN_STYLES, write_number
from palermo.training.places import City
from palermo.training.rows import Advert
from palermo.training.sites import SITES, Site
from palermo.training.texts import LANGUAGES
from palermo.training.wording import EDITS, Slots, Template, drawn, filled
from palermo.training.world import World


@dataclass(frozen=True, slots=True)
class Author:
    """Who posts, for truth alone: the organised group ("" for none), the author's id, the kind of author."""

    group: str
    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Posting:
    """One advert to be posted.

    Attributes:
        author: for truth.
        template: the text.
        edit: how it is edited, a name in `EDITS`.
        persona: the name it goes under.
        number: the contact, `+33…`.
        style: how the number is written in the text; empty keeps it out of the text.
        in_column: whether the site's own contact field has it too.
        city: where.
        day: when.
        price: in euro.
        payer: the account that pays the site, where known.
        images: picture hashes.
        site: where it appears; None draws one that has the language and the country.
        tail: a last sentence of the author's own, such as the number at the door.
        boilerplate: how often the site's boilerplate is appended, 0 to 1.
    """

    author: Author
    template: Template
    edit: str
    persona: str
    number: str
    style: str
    in_column: bool
    city: City
    day: date
    price: int
    payer: str = ""
    images: tuple[str, ...] = ()
    site: Site | None = None
    tail: str = ""
    boilerplate: float = 0.3


def site_for(dice: Dice, city: City, language: str) -> Site:
    """Draw a site that is used in the city's country and has the language."""
    fit = [site for site in SITES if city.country in site.countries and language in site.languages]
    return dice.choices(fit, weights=[site.weight for site in fit])[0]


def languages_in(city: City) -> tuple[str, ...]:
    """Give the languages of the sites of a country, in the order of the sites."""
    return tuple(dict.fromkeys(found for site in SITES if city.country in site.countries for found in site.languages))


def plain_style(dice: Dice) -> str:
    """Draw an everyday way of writing a number."""
    return dice.choice(PLAIN_STYLES)


def post(world: World, dice: Dice, posting: Posting) -> None:
    """Post an advert."""
    language = posting.template.language
    pools = LANGUAGES[language]
    site = posting.site or site_for(dice, posting.city, language)
    written = write_number(dice, posting.number, posting.style, pools.digits) if posting.style else ""
    edited = EDITS[posting.edit](dice, posting.template)
    city = posting.city.written(language)
    title, body = filled(edited, Slots(posting.persona, city, str(posting.price), written))
    extras = [posting.tail] if written else [drawn(dice, dice.choice(pools.beside)), posting.tail]
    if site.boilerplate is not None and dice.chance(posting.boilerplate):
        house = pools.boilerplate[site.boilerplate]
        hotline = write_number(dice, world.hotlines[site.domain], "pairs", pools.digits)
        extras.append(house.replace("{site}", site.name).replace("{hotline}", hotline))
    breaks = "\n" if dice.chance(0.25) else pools.gap
    body = breaks.join(part for part in (body, *extras) if part)
    world.traces.adverts.append(
        Advert(
            advert_id=world.new_id(site.prefix, 6),
            domain=site.domain,
            posted=seasons.at(dice, posting.day),
            title=title,
            body=body,
            persona=posting.persona,
            contact=posting.number if posting.in_column else "",
            city=city if dice.chance(0.5) else posting.city.name,
            country=posting.city.country,
            price=posting.price,
            payer=posting.payer,
            images=posting.images,
            group=posting.author.group,
            author=posting.author.id,
            kind=posting.author.kind,
            language=language,
            edit=posting.edit,
        )
    )  # fmt: skip
