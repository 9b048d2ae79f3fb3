"""What organised groups leave behind: adverts, calls, stays, journeys, and money passed on almost whole."""

from datetime import date, datetime, timedelta

from palermo.training import seasons
from palermo.training.dice import Dice
from palermo.training.groups import Group, Line, Member, Stint
from palermo.training.phones import DISGUISES, PLAIN_STYLES
from palermo.training.places import City
from palermo.training.posting import Author, Posting, languages_in, post, site_for
from palermo.training.rows import Journey, Stay
from palermo.training.wording import Template, blended
from palermo.training.world import Transfer, World


def leave_traces(world: World, group: Group) -> None:
    """Act a group's stints out."""
    dice = world.dice.child(f"traces of {group.id}")
    for stint in group.stints:
        _advertise(world, dice, group, stint)
        _call(world, dice, group, stint)
        if dice.chance(0.55):
            _stay(world, dice, group, stint)
        _earn(world, dice, group, stint)
    _travel(world, dice, group)
    _send_overseas(world, dice, group)


def _advertise(world: World, dice: Dice, group: Group, stint: Stint) -> None:
    """Post an advert or two for each member of the team, under the group's text."""
    for member in stint.team:
        for _ in range(dice.choices((0, 1, 2), weights=(25, 60, 15))[0]):
            day = min(stint.last, stint.first + timedelta(days=dice.between(0, 2)))
            _post_one(world, dice, group, (member, stint, day))


def _post_one(world: World, dice: Dice, group: Group, what: tuple[Member, Stint, date]) -> None:
    """Post one advert of a group."""
    member, stint, day = what
    usable = [code for code in group.templates if code in languages_in(stint.city)] or ["en"]
    language = stint.city.language if stint.city.language in usable and dice.chance(0.7) else dice.choice(usable)
    template, edit = _text(dice, group, language)
    style = _style(dice, group.way)
    site = site_for(dice, stint.city, language)
    images = dice.some(member.images, 1, 2) + (dice.some(group.shared_images, 1, 1) if dice.chance(0.35) else [])
    if dice.chance(0.05):
        images.append(dice.choice(world.stock_pictures))
    post(world, dice, Posting(
        author=Author(group.id, group.id, "organised"), template=template, edit=edit, persona=member.persona,
        number=dice.choice(group.lines_on(day)).number, style=style, in_column=dice.chance(0.45 if style else 0.8),
        city=stint.city, day=day, price=10 * dice.between(7, 16), images=tuple(sorted(images)), site=site,
        payer=group.payer if dice.chance(0.3) else "",
    ))  # fmt: skip
    if dice.chance(0.2):
        when = seasons.at(dice, day)
        payee = (world.site_accounts[site.domain], site.name)
        world.pay(Transfer(when, 100 * dice.between(9, 30), _head(group), payee, "card", "", "advert"))


def _text(dice: Dice, group: Group, language: str) -> tuple[Template, str]:
    """Give the text of a language and the way to edit it."""
    templates = group.templates[language]
    if group.way == "mixed":
        return (blended(dice, *templates), "light") if dice.chance(0.6) else (dice.choice(templates), "light")
    if group.way == "short":
        return templates[0], "to the letter" if dice.chance(0.4) else "light"
    return templates[0], group.way if dice.chance(0.8) else "light"


def _style(dice: Dice, way: str) -> str:
    """Draw how the number is written; a quarter of the texts have none."""
    if dice.chance(0.25):
        return ""
    disguised = 0.75 if way == "disguised" else 0.15
    return dice.choice(DISGUISES if dice.chance(disguised) else PLAIN_STYLES)


def _head(group: Group) -> tuple[str, str]:
    """Give the account and name that pay for the group."""
    return group.payer, group.controllers[0].name


def _call(world: World, dice: Dice, group: Group, stint: Stint) -> None:
    """Callers ring the contact; a controller rings the contact, the members and the venue; somebody takes a taxi."""
    near = (stint.city, stint.city)
    for _ in range(dice.between(4, 9)):
        when = _moment(dice, stint)
        world.call(dice.choice(world.customers), _line(dice, group, when).number, when, near)
    head = dice.choice(group.controllers)
    for member in stint.team:
        for _ in range(dice.between(1, 2)):
            world.call(head.phone, member.person.phone, _moment(dice, stint), near)
    when = _moment(dice, stint)
    world.call(head.phone, _line(dice, group, when).number, when, near)
    world.call(head.phone, stint.venue.phone, seasons.at(dice, stint.first - timedelta(days=1)), near)
    if dice.chance(0.4):
        when = _moment(dice, stint)
        world.call(_line(dice, group, when).number, dice.choice(world.taxis), when, near)


def _line(dice: Dice, group: Group, when: datetime) -> Line:
    """Draw a contact in use."""
    return dice.choice(group.lines_on(when.date()))


def _moment(dice: Dice, stint: Stint) -> datetime:
    """Draw a moment of a stint."""
    return seasons.at(dice, seasons.some_day(dice, stint.first, stint.last), 10, 23)


def _stay(world: World, dice: Dice, group: Group, stint: Stint) -> None:
    """Book the team in at a venue, one payer for all; rooms are paid by card."""
    paper = stint.team[0].person.document_no if group.shared_paper and dice.chance(0.3) else ""
    unit = str(dice.between(1, 40) + 100 * dice.between(1, 4))
    venue = stint.venue
    for member in stint.team:
        world.traces.stays.append(
            Stay(
                stay_id=world.new_id("S"),
                venue=venue.name,
                venue_kind=venue.kind,
                address=venue.address,
                city=stint.city.name,
                country=stint.city.country,
                check_in=stint.first,
                check_out=stint.last,
                unit=unit,
                guest=member.person.name,
                document_no=paper or member.person.document_no,
                payer=group.payer,
                contact=group.controllers[0].phone,
                host_account=venue.account if venue.kind == "short_let" else "",
            )
        )  # fmt: skip
    nights = (stint.last - stint.first).days
    cents = 100 * nights * dice.between(45, 80)
    world.pay(
        Transfer(seasons.at(dice, stint.first), cents, _head(group), (venue.account, venue.name), "card", "", "room")
    )


def _earn(world: World, dice: Dice, group: Group, stint: Stint) -> None:
    """Pay earnings in and pass them on, almost whole and within a day, to the collector."""
    for member in stint.team:
        if not dice.chance(0.62):
            continue
        cents = 100 * dice.between(350, 1900)
        when = seasons.at(dice, seasons.some_day(dice, stint.first, stint.last), 9, 18)
        own = (member.person.account, member.person.name)
        machine = (f"FICT-ATM-{stint.city.name[:3].upper()}", "")
        world.pay(Transfer(when, cents, machine, own, "cash", "", "deposit"))
        passed = int(cents * dice.uniform(0.9, 0.985))
        later = when + timedelta(minutes=dice.between(40, 1200))
        collector = (group.collector, group.controllers[-1].name)
        world.pay(Transfer(later, passed, own, collector, "transfer", "", dice.choice(("rent", "loan", "", "thanks"))))


def _send_overseas(world: World, dice: Dice, group: Group) -> None:
    """Send what was collected overseas, a week's takings at a time."""
    weeks: dict[tuple[int, int], tuple[int, datetime]] = {}
    for payment in world.traces.payments:
        if payment.to_account == group.collector:
            year, week, _ = payment.booked.isocalendar()
            cents, last = weeks.get((year, week), (0, payment.booked))
            weeks[year, week] = (cents + payment.cents, max(last, payment.booked))
    account, country = group.overseas
    for cents, last in weeks.values():
        when = seasons.at(dice, last.date() + timedelta(days=dice.between(1, 3)), 9, 17)
        payer = (group.collector, group.controllers[-1].name)
        world.pay(
            Transfer(when, int(cents * 0.96), payer, (account, "Trading account"), "remittance", country, "goods")
        )


def _travel(world: World, dice: Dice, group: Group) -> None:
    """Send teams from city to city, each team under one booking of the payer."""
    last_city: dict[tuple[str, ...], City] = {}
    for stint in group.stints:
        team = tuple(sorted(member.persona for member in stint.team))
        came_from = last_city.get(team)
        last_city[team] = stint.city
        if came_from is None or came_from == stint.city or dice.chance(0.5):
            continue
        mode = "air" if came_from.country != stint.city.country else dice.choice(("rail", "coach", "car"))
        departs = seasons.at(dice, stint.first, 6, 14)
        booking = world.new_id("B")
        for member in stint.team:
            world.traces.journeys.append(
                Journey(
                    world.new_id("J"),
                    mode,
                    came_from.name,
                    stint.city.name,
                    departs,
                    departs + timedelta(minutes=dice.between(40, 240)),
                    member.person.name,
                    group.payer,
                    booking,
                )
            )  # fmt: skip
