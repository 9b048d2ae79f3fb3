"""Everyone else in the rows: migrants who send money home, families who travel, firms that book rooms, and those who watch."""

from datetime import date, timedelta

from palermo.training import seasons
from palermo.training.dice import Dice
from palermo.training.places import CITIES, City, Venue
from palermo.training.rows import Journey, Observation, Person, Stay
from palermo.training.world import Transfer, World

_HOME = ("PH", "MA", "EC", "PT", "SN", "RO", "CO", "UA", "TH", "PL", "IT", "GB")
"""Countries to which somebody sends money home, drawn at random."""

_WATCHERS = ("outreach team 1", "outreach team 2", "outreach team 3")


def make_bystanders(world: World) -> None:
    """Make up all who are neither advertiser nor group."""
    share = world.scale.innocents
    for name, count, make in (
        ("migrant", 62, _migrant), ("family", 40, _family), ("firm", 6, _firm), ("household", 85, _household),
    ):  # fmt: skip
        for at in range(max(1, round(count * share))):
            make(world, world.dice.child(f"{name} {at}"))
    _observations(world, world.dice.child("observations"))


def _migrant(world: World, dice: Dice) -> None:
    """Send part of the wages home each month, soon after they come in, and call home; all of it lawful."""
    city = dice.choice(CITIES)
    person = world.person(city)
    family = (world.new_id("FICT-HOME", 6), f"Family of {person.name}")
    home_numbers = [world.phones.fixed() for _ in range(dice.between(1, 3))]
    country = dice.choice(_HOME)
    world.lure("a migrant who sends money home", person.account)
    own, employer = (person.account, person.name), (world.new_id("FICT", 8), "Employer")
    for month in range(dice.between(14, 30)):
        day = min(seasons.LAST, seasons.FIRST + timedelta(days=30 * month + dice.between(0, 5)))
        wages = 100 * dice.between(1300, 1900)
        if dice.chance(0.4):
            world.pay(Transfer(seasons.at(dice, day, 8, 12), wages, employer, own, "transfer", "", "wages"))
        sent = 100 * dice.between(120, 450)
        later = seasons.at(dice, day + timedelta(days=dice.between(0, 2)), 13, 19)
        world.pay(Transfer(later, sent, own, family, "remittance", country, "family"))
    for _ in range(dice.between(15, 40)):
        world.call(
            person.phone, dice.choice(home_numbers), seasons.at(dice, seasons.some_day(dice), 17, 23), (city, city)
        )


def _family(world: World, dice: Dice) -> None:
    """Travel together, in one booking, to three cities or more over the years, and call one another a lot."""
    home = dice.choice(CITIES)
    surname = dice.randrange(1000)
    relatives = [world.person(home, family=surname) for _ in range(dice.between(2, 4))]
    world.lure("a family that travels on one payer", relatives[0].account)
    for _ in range(dice.between(2, 4)):
        day = seasons.some_day(dice, seasons.FIRST, seasons.LAST - timedelta(days=12))
        city = dice.choice([other for other in CITIES if other != home])
        _book(world, dice, (relatives, relatives[0]), (dice.choice(world.venues[city.name]), day))
        _ride(world, dice, (relatives, relatives[0]), (home, city, day))
    for _ in range(dice.between(15, 40)):
        first, second = dice.some(relatives, 2, 2)
        world.call(first.phone, second.phone, seasons.at(dice, seasons.some_day(dice)), (home, home))


def _book(world: World, dice: Dice, party: tuple[list[Person], Person], where: tuple[Venue, date]) -> None:
    """Book a party in: one payer for all."""
    guests, payer = party
    venue, day = where
    leaves = day + timedelta(days=dice.between(2, 9))
    for guest in guests:
        world.traces.stays.append(
            Stay(
                world.new_id("S"),
                venue.name,
                venue.kind,
                venue.address,
                venue.city.name,
                venue.city.country,
                day,
                leaves,
                str(dice.between(101, 440)),
                guest.name,
                guest.document_no,
                payer.account,
                payer.phone,
                venue.account if venue.kind == "short_let" else "",
            )
        )  # fmt: skip
    cents = 100 * (leaves - day).days * dice.between(50, 120) * len(guests)
    payee = (venue.account, venue.name)
    world.pay(Transfer(seasons.at(dice, day), cents, (payer.account, payer.name), payee, "card", "", "room"))


def _ride(world: World, dice: Dice, party: tuple[list[Person], Person], leg: tuple[City, City, date]) -> None:
    """Travel as a party under one booking."""
    origin, destination, day = leg
    departs = seasons.at(dice, day, 6, 12)
    booking, mode = world.new_id("B"), dice.choice(("air", "rail", "car", "coach"))
    for person in party[0]:
        world.traces.journeys.append(
            Journey(
                world.new_id("J"),
                mode,
                origin.name,
                destination.name,
                departs,
                departs + timedelta(minutes=dice.between(50, 300)),
                person.name,
                party[1].account,
                booking,
            )
        )  # fmt: skip


def _firm(world: World, dice: Dice) -> None:
    """A firm that books many rooms for its staff and pays them wages."""
    home = dice.choice(CITIES)
    head = world.person(home)
    world.lure("a firm that books many rooms", head.account)
    staff = [world.person(home) for _ in range(dice.between(4, 9))]
    for _ in range(dice.between(12, 19)):
        city = dice.choice(CITIES)
        venue = world.venues[city.name][dice.between(0, 1)]
        crew = dice.some(staff, 2, 5)
        day = seasons.some_day(dice, seasons.FIRST, seasons.LAST - timedelta(days=12))
        _book(world, dice, (crew, head), (venue, day))
        if dice.chance(0.6) and city != home:
            _ride(world, dice, (crew, head), (home, city, day))
    for person in staff:
        for month in range(dice.between(6, 14)):
            when = seasons.at(dice, seasons.FIRST + timedelta(days=60 * month + 2), 8, 12)
            payee = (person.account, person.name)
            world.pay(
                Transfer(
                    when, 100 * dice.between(1500, 2400), (head.account, head.name), payee, "transfer", "", "wages"
                )
            )
        for _ in range(dice.between(5, 20)):
            world.call(head.phone, person.phone, seasons.at(dice, seasons.some_day(dice), 7, 18), (home, home))


def _household(world: World, dice: Dice) -> None:
    """Somebody with a landlord, a telephone and a taxi now and then."""
    city = dice.choice(CITIES)
    person = world.person(city)
    venue = dice.choice(world.venues[city.name])
    for month in range(dice.between(4, 12)):
        when = seasons.at(dice, seasons.FIRST + timedelta(days=31 * month + dice.between(0, 4)), 8, 17)
        payee = (venue.account, venue.name)
        cents = 100 * dice.between(420, 900)
        world.pay(Transfer(when, cents, (person.account, person.name), payee, "transfer", "", "rent"))
    friends = dice.some(world.customers, 2, 5)
    for _ in range(dice.between(12, 30)):
        called = dice.choice((*friends, *friends, dice.choice(world.taxis), venue.phone))
        world.call(person.phone, called, seasons.at(dice, seasons.some_day(dice)), (city, city))


def _observations(world: World, dice: Dice) -> None:
    """Count, week by week, what outreach teams see; in spring 2020 adverts fall and the street rises, then back in part."""
    cities = CITIES if world.scale.innocents >= 1 else CITIES[:3]
    day = seasons.FIRST
    while day <= seasons.LAST:
        for city in cities:
            if dice.chance(0.45):
                _observe(world, dice, city, day)
        day += timedelta(days=7)


def _observe(world: World, dice: Dice, city: City, day: date) -> None:
    """Note one round of a team: how many in the street, how many venues open, how many adverts on a site's front page."""
    what = dice.choices(("street", "advert", "venue", "controlled"), weights=(5, 4, 2, 1))[0]
    level = {
        "street": seasons.street_level(day),
        "advert": 18 * seasons.advert_level(day),
        "venue": 4 * seasons.advert_level(day),
        "controlled": 1.5,
    }[what]
    count = max(0, round(dice.gauss(level, 0.3 * level + 0.4)))
    when = seasons.at(dice, day + timedelta(days=dice.between(0, 6)), 18, 23)
    world.traces.observations.append(
        Observation(
            when, city.name, what, count, dice.choice(("", "", "weekly round", "with the city")), dice.choice(_WATCHERS)
        )
    )
