"""The innocent advertisers of a training case: they look like a group to a careless method, and none of them is one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from palermo.training import seasons
from palermo.training.dice import Dice
from palermo.training.people import SPELLINGS, STAGE_NAMES
from palermo.training.phones import DISGUISES, write_number
from palermo.training.places import BELGIUM, CITIES, SPAIN, City
from palermo.training.posting import Author, Posting, languages_in, plain_style, post
from palermo.training.rows import Person, Stay
from palermo.training.sites import SITES
from palermo.training.texts import LANGUAGES
from palermo.training.wording import LONG, SHORT, STOCK_ONLY, Shape, Template, compose
from palermo.training.world import Transfer, World


@dataclass(frozen=True, slots=True)
class Lone:
    """A lone advertiser.

    Attributes:
        author: for truth.
        person: who it is.
        personas: the name used, or its two spellings.
        lines: the contacts used, one after the other.
        cities: where; the first is home.
        templates: the text in one or two languages.
        span: the first and last day.
        images: own pictures.
    """

    author: Author
    person: Person
    personas: tuple[str, ...]
    lines: tuple[str, ...]
    cities: tuple[City, ...]
    templates: tuple[Template, ...]
    span: tuple[date, date]
    images: tuple[str, ...]


def make_innocents(world: World) -> None:
    """Make up all lone advertisers and what they leave behind."""
    for kind, (count, make) in _KINDS.items():
        for at in range(max(2, round(count * world.scale.innocents))):
            make(world, world.dice.child(f"{kind} {at}"), kind)


def _lone(world: World, dice: Dice, kind: str, cities: tuple[City, ...], shape: Shape = LONG) -> Lone:
    """Make up a lone advertiser with one persona, one contact and a text of her or his own."""
    phone = world.phones.mobile()
    first = seasons.some_day(dice, seasons.FIRST, seasons.LAST - timedelta(days=60))
    last = min(seasons.LAST, first + timedelta(days=dice.between(60, 800)))
    spoken = [cities[0].language, *dice.some(languages_in(cities[0]), 0, 1)]
    if len({city.country for city in cities}) > 1:
        spoken.append("en")
    return Lone(
        author=Author("", world.new_id("lone", 5), kind), person=world.person(cities[0], phone=phone),
        personas=(dice.choice(STAGE_NAMES),), lines=(phone,), cities=cities,
        templates=tuple(compose(dice, code, shape) for code in dict.fromkeys(spoken)), span=(first, last),
        images=tuple(world.picture() for _ in range(dice.between(1, 4))),
    )  # fmt: skip


def _template_for(dice: Dice, lone: Lone, city: City) -> Template:
    """Choose a text that some site of the city's country takes; a text in English always is."""
    usable = [found for found in lone.templates if found.language in languages_in(city)]
    return dice.choice(usable or lone.templates)


def _posting(dice: Dice, lone: Lone, city: City, day: date) -> Posting:
    """Draft an advert of a lone advertiser: a repost, or nearly."""
    share = (day - lone.span[0]).days / max(1, (lone.span[1] - lone.span[0]).days)
    number = lone.lines[min(len(lone.lines) - 1, int(share * len(lone.lines)))]
    style = "" if dice.chance(0.25) else dice.choice(DISGUISES) if dice.chance(0.08) else plain_style(dice)
    return Posting(
        author=lone.author, template=_template_for(dice, lone, city), edit=dice.choice(("to the letter", "light", "light")),
        persona=dice.choice(lone.personas), number=number, style=style, in_column=dice.chance(0.5 if style else 0.85),
        city=city, day=day, price=10 * dice.between(6, 17), images=tuple(sorted(dice.some(lone.images, 1, 2))),
        payer=lone.person.account if dice.chance(0.2) else "",
    )  # fmt: skip


def _live(world: World, dice: Dice, lone: Lone) -> None:
    """Let callers ring, and pay the rent."""
    for _ in range(dice.between(3, 8)):
        day = seasons.some_day(dice, *lone.span)
        number = dice.choice(lone.lines)
        city = dice.choice(lone.cities)
        world.call(dice.choice(world.customers), number, seasons.at(dice, day, 10, 23), (city, city))
        if dice.chance(0.12):
            world.call(number, dice.choice(world.taxis), seasons.at(dice, day, 10, 23), (city, city))
    for _ in range(dice.between(0, 3)):
        venue = dice.choice(world.venues[lone.cities[0].name])
        when = seasons.at(dice, seasons.some_day(dice, *lone.span), 9, 17)
        payee = (venue.account, venue.name)
        world.pay(
            Transfer(
                when,
                100 * dice.between(300, 700),
                (lone.person.account, lone.person.name),
                payee,
                "transfer",
                "",
                "rent",
            )
        )


def _tour(world: World, dice: Dice, lone: Lone) -> None:
    """Tour: some days in each city, an advert or two in each, often a room under the own name."""
    day = lone.span[0]
    for turn in range(dice.between(6, 13)):
        city = lone.cities[turn % len(lone.cities)]
        post(world, dice, _posting(dice, lone, city, day))
        if dice.chance(0.25):
            _room(world, dice, lone, (city, day))
        step = max(3, (lone.span[1] - lone.span[0]).days // 10)
        day = seasons.advert_day(
            dice, min(seasons.LAST, day + timedelta(days=2)), min(seasons.LAST, day + timedelta(days=step))
        )


def _room(world: World, dice: Dice, lone: Lone, where: tuple[City, date]) -> None:
    """Book a room for oneself, paid by oneself."""
    city, day = where
    venue = dice.choice(world.venues[city.name])
    world.traces.stays.append(
        Stay(
            world.new_id("S"),
            venue.name,
            venue.kind,
            venue.address,
            city.name,
            city.country,
            day,
            day + timedelta(days=dice.between(2, 7)),
            str(dice.between(101, 440)),
            lone.person.name,
            lone.person.document_no,
            lone.person.account,
            lone.lines[0],
            venue.account if venue.kind == "short_let" else "",
        )
    )  # fmt: skip


def _tour_cities(dice: Dice) -> tuple[City, ...]:
    """Draw three to six cities to tour."""
    return tuple(dice.some(dice.choice((BELGIUM, CITIES, SPAIN)), 3, 6))


def _tourer(world: World, dice: Dice, kind: str) -> None:
    """One persona, one contact, many cities."""
    lone = _lone(world, dice, kind, _tour_cities(dice))
    _tour(world, dice, lone)
    _live(world, dice, lone)


def _two_phones(world: World, dice: Dice, kind: str) -> None:
    """A tourer who gets a new number half-way."""
    lone = _lone(world, dice, kind, _tour_cities(dice))
    new = world.phones.mobile()
    if dice.chance(0.5):
        world.change_handset(lone.lines[0], new)
    lone = replace(lone, lines=(lone.lines[0], new))
    _tour(world, dice, lone)
    _live(world, dice, lone)


def _two_spellings(world: World, dice: Dice, kind: str) -> None:
    """A tourer who spells the name now one way, now another."""
    name = dice.choice(sorted(SPELLINGS))
    lone = replace(_lone(world, dice, kind, _tour_cities(dice)), personas=(name, SPELLINGS[name]))
    _tour(world, dice, lone)
    _live(world, dice, lone)


def _resident(world: World, dice: Dice, kind: str) -> None:
    """One city, now and then the same text again."""
    lone = _lone(world, dice, kind, (dice.choice(CITIES),), dice.choice((LONG, SHORT)))
    for _ in range(dice.between(3, 9)):
        post(world, dice, _posting(dice, lone, lone.cities[0], seasons.advert_day(dice, *lone.span)))
    _live(world, dice, lone)


def _flat(world: World, dice: Dice, kind: str) -> None:
    """Two or three friends share a flat and one number at the door; each has a text and a telephone of her or his own."""
    city = dice.choice(CITIES)
    door = world.phones.fixed()
    world.lure("a number at the door that friends share", door)
    span: tuple[date, date] | None = None
    for _ in range(dice.between(2, 3)):
        lone = _lone(world, dice, kind, (city,))
        span = span or lone.span
        lone = replace(lone, span=span)
        for _ in range(dice.between(4, 8)):
            posting = _posting(dice, lone, city, seasons.advert_day(dice, *span))
            written = write_number(dice, door, "pairs", LANGUAGES[posting.template.language].digits)
            post(world, dice, replace(posting, tail=f"{_DOOR[posting.template.language]} {written}"))
        _live(world, dice, lone)


_DOOR = {
    "nl": "Aan de deur, bel:", "fr": "À la porte, sonnez ou appelez :", "en": "At the door, ring:",
    "es": "En la puerta, llama al:", "de": "An der Tür bitte anrufen:", "zh": "到门口请打：",
}  # fmt: skip
"""How a shared number at the door is given."""


def _boilerplate(world: World, dice: Dice, kind: str) -> None:
    """Hardly a line of one's own above a site's boilerplate; for some the site's hotline is the only number to be seen."""
    site = dice.choice([site for site in SITES if site.boilerplate is not None])
    city = dice.choice([city for city in CITIES if city.country in site.countries])
    lone = _lone(world, dice, kind, (city,), SHORT)
    own = compose(dice, site.languages[0], SHORT)
    hidden = dice.chance(0.4)
    for _ in range(dice.between(4, 10)):
        posting = _posting(dice, lone, city, seasons.advert_day(dice, *lone.span))
        posting = replace(posting, site=site, template=own, boilerplate=1.0)
        post(world, dice, replace(posting, style="", in_column=False) if hidden else posting)
    _live(world, dice, lone)


def _stock(world: World, dice: Dice, kind: str) -> None:
    """Everyday phrases to the letter, and pictures that many others have taken from the same place."""
    lone = _lone(world, dice, kind, tuple(dice.some(CITIES, 1, 3)), STOCK_ONLY)
    lone = replace(lone, images=tuple(dice.some(world.stock_pictures, 1, 3)))
    for _ in range(dice.between(3, 9)):
        post(world, dice, _posting(dice, lone, dice.choice(lone.cities), seasons.advert_day(dice, *lone.span)))
    _live(world, dice, lone)


_KINDS: dict[str, tuple[int, Callable[[World, Dice, str], None]]] = {
    "lone tourer": (90, _tourer),
    "lone tourer with two phones": (25, _two_phones),
    "lone tourer with two spellings": (20, _two_spellings),
    "lone resident": (70, _resident),
    "flat sharer": (20, _flat),
    "boilerplate user": (70, _boilerplate),
    "stock phrase user": (50, _stock),
}
"""Each kind of innocent advertiser: how many there are by default (flats for flat sharers), and who makes one up."""
