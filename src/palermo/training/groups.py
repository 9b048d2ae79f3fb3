"""The organised groups of a training case: who is in one, how it words its adverts, and who is where when."""

from dataclasses import dataclass
from datetime import date, timedelta

from palermo.training import seasons
from palermo.training.dice import Dice
from palermo.training.people import STAGE_NAMES
from palermo.training.places import BELGIUM, CITIES, SPAIN, City, Venue
from palermo.training.posting import languages_in
from palermo.training.rows import Person
from palermo.training.wording import LONG, SHORT, Shape, Template, compose
from palermo.training.world import World

WAYS = ("light", "heavy", "disguised", "other script", "short", "mixed")
"""How groups edit their texts, one way a group, so that a score tells which way was seen through."""

_OVERSEAS = ("AE", "HK", "PA", "SG", "MU")
"""Where collected money goes in the fiction: places of finance, nobody's origin."""


@dataclass(frozen=True, slots=True)
class Member:
    """A presumed victim in the fiction: the name she or he is advertised under, the person, the pictures."""

    persona: str
    person: Person
    images: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A contact of the group and the days on which it is in use."""

    number: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Stint:
    """A team in a city for some days."""

    team: tuple[Member, ...]
    city: City
    first: date
    last: date
    venue: Venue


@dataclass(frozen=True, slots=True)
class Group:
    """An organised group.

    Attributes:
        id: its name in truth.
        way: how its texts are edited, one of `WAYS`.
        members: those advertised.
        lines: its contacts over time.
        templates: its texts by language; two in each where texts are mixed.
        controllers: those who call, book and collect.
        payer: the account that pays for adverts and rooms.
        collector: the account that gets the earnings.
        overseas: the account abroad and its country.
        stints: who was where when, by first day.
        shared_images: pictures used for several personas.
        shared_paper: whether one paper is shown for several guests.
    """

    id: str
    way: str
    members: tuple[Member, ...]
    lines: tuple[Line, ...]
    templates: dict[str, tuple[Template, ...]]
    controllers: tuple[Person, ...]
    payer: str
    collector: str
    overseas: tuple[str, str]
    stints: tuple[Stint, ...]
    shared_images: tuple[str, ...]
    shared_paper: bool

    def lines_on(self, day: date) -> list[Line]:
        """Give the contacts in use on a day; of none, the last."""
        return [line for line in self.lines if line.first <= day <= line.last] or [self.lines[-1]]


def make_groups(world: World) -> list[Group]:
    """Make up the organised groups of a case."""
    dice = world.dice.child("groups")
    ways = dice.mixed(WAYS)
    count = dice.between(*world.scale.groups)
    return [_make_group(world, dice.child(f"{at}"), f"G{at + 1}", ways[at]) for at in range(count)]


def _make_group(world: World, dice: Dice, name: str, way: str) -> Group:
    """Make up one group."""
    days = dice.between(*world.scale.days)
    first = seasons.some_day(dice, seasons.FIRST, seasons.LAST - timedelta(days=days))
    if dice.chance(0.5) or world.scale.innocents < 1:
        first = min(first, date(2020, 1, 5))
    span = (first, first + timedelta(days=days))
    cities = _rota(dice)
    controllers = tuple(world.person(cities[0]) for _ in range(dice.between(1, 2)))
    head = controllers[0]
    members = tuple(
        Member(persona, world.person(cities[0], controlled_by=_control(dice, head)), tuple(_pictures(world, dice)))
        for persona in dice.some(STAGE_NAMES, 3, 9)
    )
    return Group(
        id=name, way=way, members=members, lines=_make_lines(world, dice, span), controllers=controllers,
        templates=_make_templates(dice, cities, way), payer=head.account,
        collector=world.account(controllers[-1].name, address=head.address, contact=head.phone),
        overseas=(world.new_id("FICT-OS", 6), dice.choice(_OVERSEAS)),
        stints=_make_stints(world, dice, members, (cities, span)),
        shared_images=tuple(_pictures(world, dice)), shared_paper=dice.chance(0.4),
    )  # fmt: skip


def _rota(dice: Dice) -> tuple[City, ...]:
    """Draw the cities a group works in: one country or both, three to six in all."""
    where = dice.choice((BELGIUM, CITIES, CITIES, SPAIN))
    return tuple(dice.some(where, 3, 6))


def _control(dice: Dice, head: Person) -> str:
    """Say who has the say over a member's account, where papers show it."""
    return head.name if dice.chance(0.3) else ""


def _pictures(world: World, dice: Dice) -> list[str]:
    """Make up two to four pictures."""
    return [world.picture() for _ in range(dice.between(2, 4))]


def _make_lines(world: World, dice: Dice, span: tuple[date, date]) -> tuple[Line, ...]:
    """Give a group two to six contacts, each for a stretch that overlaps the next; two in three stay in their handset."""
    count = dice.between(2, 6)
    stretch = (span[1] - span[0]).days // count
    lines: list[Line] = []
    for at in range(count):
        opens = span[0] + timedelta(days=at * stretch - (0 if at == 0 else dice.between(5, 30)))
        number = world.phones.mobile()
        if lines and dice.chance(0.67):
            world.change_handset(lines[-1].number, number)
        lines.append(Line(number, opens, span[0] + timedelta(days=(at + 1) * stretch + dice.between(0, 20))))
    return tuple(lines)


def _make_templates(dice: Dice, cities: tuple[City, ...], way: str) -> dict[str, tuple[Template, ...]]:
    """Compose the group's texts: one a language, two where they are mixed; two or three languages."""
    spoken = list(dict.fromkeys(found for city in cities for found in languages_in(city)))
    needed = {cities[0].language, *(city.language for city in cities)} & set(spoken)
    languages = sorted(needed | {"en"}) if way != "other script" else ["en", "zh"]
    shape: Shape = SHORT if way == "short" else LONG
    return {code: tuple(compose(dice, code, shape) for _ in range(2 if way == "mixed" else 1)) for code in languages}


def _teams(dice: Dice, members: tuple[Member, ...]) -> list[tuple[Member, ...]]:
    """Part the members into twos and threes."""
    left, teams = dice.mixed(members), []
    while left:
        size = len(left) if len(left) <= 3 else 2 if len(left) == 4 else dice.between(2, 3)
        teams.append(tuple(left[:size]))
        left = left[size:]
    return teams


def _make_stints(
    world: World, dice: Dice, members: tuple[Member, ...], plan: tuple[tuple[City, ...], tuple[date, date]]
) -> tuple[Stint, ...]:
    """Send each team round the cities, a week or two in each, with other teams in the second half."""
    cities, (first, last) = plan
    middle = first + (last - first) // 2
    stints: list[Stint] = []
    for opens, closes in ((first, middle), (middle, last)):
        for team in _teams(dice, members):
            turn, day = dice.between(0, len(cities) - 1), opens + timedelta(days=dice.between(0, 6))
            while day < closes:
                leaves = day + timedelta(days=dice.between(6, 14))
                if dice.chance(max(0.2, seasons.advert_level(day))):
                    city = cities[turn % len(cities)]
                    stints.append(Stint(team, city, day, leaves, dice.choice(world.venues[city.name])))
                turn += 1
                day = leaves + timedelta(days=dice.between(0, 7))
    return tuple(sorted(stints, key=lambda stint: (stint.first, stint.city.name, stint.venue.name)))
