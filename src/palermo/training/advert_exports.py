"""Writes the adverts of a training case as four exports that overlap, each messy in a way of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from palermo.training.dice import Dice
from palermo.training.phones import national, write_number
from palermo.training.rows import Advert
from palermo.training.seasons import offset_hours
from palermo.training.tables import Break, Row, Table, as_csv, as_json_lines, broken_row, broken_rows, planted
from palermo.training.truth import BrokenRow
from palermo.training.world import World

NORTH = "adverts_belgium.csv"
NORTH_AGAIN = "adverts_belgium_update.csv"
SOUTH = "annonces.csv"
REST = "adverts_web.jsonl"

_NORTH_DOMAINS = ("rustpunt.example", "avond-uit.example")
_SOUTH_DOMAINS = ("petites-pauses.example", "calma-hoy.example", "costa-relax.example")

_NORTH_HEADER = (
    "advert_id", "site", "url", "posted_at", "title", "body", "persona", "contact", "city", "country", "price", "currency",
    "payer", "images",
)  # fmt: skip
_SOUTH_HEADER = (
    "identifiant", "site", "publié le", "titre", "texte", "pseudonyme", "téléphone", "ville", "pays", "prix", "devise", "payeur",
    "photos",
)  # fmt: skip
_REST_HEADER = (
    "advert_id", "site", "url", "posted_at", "seen_at", "title", "body", "persona", "contact", "city", "country", "price",
    "currency", "images",
)  # fmt: skip

_BREAKS: dict[str, tuple[Break, ...]] = {
    NORTH: (
        Break("a day that does not exist", "posted_at", "2021-02-30 14:10"),
        Break("a month that does not exist", "posted_at", "2021-13-05 09:00"),
        Break("no date", "posted_at", ""),
        Break("no text", "body", ""),
        Break("no text", "body", ""),
        Break("more cells than columns", "", "x"),
        Break("more cells than columns", "", "2020"),
        Break("no id", "advert_id", ""),
    ),
    NORTH_AGAIN: (Break("a day that does not exist", "posted_at", "2022-11-31 20:15"),),
    SOUTH: (
        Break("a day that does not exist", "publié le", "31/02/2021 18:20"),
        Break("a day that does not exist", "publié le", "00/00/0000 00:00"),
        Break("an hour that does not exist", "publié le", "24/03/2021 25:61"),
        Break("no date", "publié le", "hier"),
        Break("more cells than columns", "", "x"),
        Break("more cells than columns", "", "voir site"),
        Break("no text", "texte", ""),
        Break("no id", "identifiant", ""),
    ),
    REST: (
        Break("no date", "posted_at", "soon"),
        Break("a day that does not exist", "posted_at", "2020-02-31T10:00:00+01:00"),
        Break("no text", "body", ""),
        Break("no text", "body", ""),
    ),
}


@dataclass(frozen=True, slots=True)
class AdvertFiles:
    """The exports of adverts, the rows in them that cannot be read, and for each of those that bears an id, whose copy it is."""

    files: dict[str, bytes]
    broken: list[BrokenRow]
    unreadable: list[tuple[str, Advert]]


def advert_files(world: World) -> AdvertFiles:
    """Write the adverts out."""
    dice = world.dice.child("advert exports")
    parts: dict[str, list[Advert]] = {NORTH: [], SOUTH: [], REST: []}
    for advert in sorted(world.traces.adverts, key=lambda found: (found.posted, found.advert_id)):
        parts[_home(advert)].append(advert)
    held_back = max(1, len(parts[NORTH]) // 20)
    plan: tuple[tuple[str, list[Advert], Callable[[Dice, Advert], Row]], ...] = (
        (NORTH, parts[NORTH][:-held_back], _north_row),
        (NORTH_AGAIN, parts[NORTH][-4 * held_back :], _north_row),
        (SOUTH, parts[SOUTH], _south_row),
        (REST, parts[REST], _rest_row),
    )
    made = AdvertFiles({}, [], [])
    written: dict[str, Row] = {}
    for name, adverts, write in plan:
        header = {SOUTH: _SOUTH_HEADER, REST: _REST_HEADER}.get(name, _NORTH_HEADER)
        rows = [written.setdefault(advert.advert_id, write(dice, advert)) for advert in adverts]
        extra = _spoiled(world, dice, Table(name, header, tuple(rows)), (adverts, made))
        extra += (
            dice.some(rows, 4, 9)
            if name != REST
            else [Row(('{"advert_id": "RE-1", "posted_at": "2021-0',), "cut off in the middle")]
        )
        if name == NORTH:
            extra.append(Row(()))
        table = Table(name, header, planted(dice, rows, extra))
        made.files[name] = _encoded(table)
        made.broken.extend(broken_rows(table, header_rows=0 if name == REST else 1))
    return made


def _encoded(table: Table) -> bytes:
    """Write a table in its file's own format."""
    if table.name == REST:
        return as_json_lines(table, ("price",))
    if table.name == SOUTH:
        return as_csv(table, ";", "cp1252")
    return as_csv(table, ";", "utf-8-sig" if table.name == NORTH_AGAIN else "utf-8")


def _spoiled(world: World, dice: Dice, table: Table, known: tuple[Sequence[Advert], AdvertFiles]) -> list[Row]:
    """Break copies of some rows, each under an id of its own, and note whose they are."""
    adverts, made = known
    rows = []
    for how in _BREAKS[table.name]:
        at = dice.randrange(len(adverts))
        advert_id = world.new_id(adverts[at].advert_id.split("-")[0], 6)
        row = replace(table.rows[at], cells=(advert_id, *table.rows[at].cells[1:]), advert_id=advert_id)
        row = broken_row(table.header, row, how)
        if how.reason == "no id":
            row = replace(row, advert_id="")
        else:
            made.unreadable.append((advert_id, adverts[at]))
        rows.append(row)
    return rows


def _home(advert: Advert) -> str:
    """Say which export an advert goes to; what the old French system cannot write goes to the web export."""
    if advert.domain in _NORTH_DOMAINS:
        return NORTH
    if advert.domain not in _SOUTH_DOMAINS:
        return REST
    try:
        (advert.title + advert.body + advert.city + advert.persona).encode("cp1252")
    except UnicodeEncodeError:
        return REST
    return SOUTH


def _north_row(_dice: Dice, advert: Advert) -> Row:
    """Write an advert the way the Belgian export does: local time, numbers with a country."""
    return Row((
        advert.advert_id, advert.domain, f"https://{advert.domain}/{advert.advert_id}", advert.posted.strftime("%Y-%m-%d %H:%M"),
        advert.title, advert.body, advert.persona, advert.contact, advert.city, advert.country, str(advert.price), "EUR",
        advert.payer, " ".join(advert.images),
    ))  # fmt: skip


def _south_row(dice: Dice, advert: Advert) -> Row:
    """Write an advert the way the French-speaking export does: decimal commas, numbers without a country."""
    contact = (
        write_number(dice, advert.contact, dice.choice(("pairs", "dotted", "together")), ()) if advert.contact else ""
    )
    return Row((
        advert.advert_id, advert.domain, advert.posted.strftime("%d/%m/%Y %H:%M"), advert.title, advert.body, advert.persona,
        contact, advert.city, advert.country, f"{advert.price},00", "EUR", advert.payer, " ".join(advert.images),
    ))  # fmt: skip


def _rest_row(dice: Dice, advert: Advert) -> Row:
    """Write an advert the way the web export does: times with their offset."""
    zone = f"+0{offset_hours(advert.posted)}:00"
    seen = advert.posted + timedelta(minutes=dice.between(5, 55))
    contact = advert.contact if dice.chance(0.5) else national(advert.contact) if advert.contact else ""
    return Row((
        advert.advert_id, advert.domain, f"https://{advert.domain}/{advert.advert_id}", advert.posted.isoformat() + zone,
        seen.isoformat() + zone, advert.title, advert.body, advert.persona, contact, advert.city, advert.country,
        str(advert.price), "EUR", " ".join(advert.images),
    ))  # fmt: skip
