"""What a lead says of its group's adverts: ids, personas, cities, days; and whether the group comes down to one person.

A group comes down to one person, and so makes no lead, when one of these holds:

1. It has one persona, near spellings of a name being one.
2. It has one persona at a time: no two personas stand side by side, that is, in adverts of the same four weeks in at
   least two stretches of four weeks. Somebody who changes her stage name, or her number, stays one person.
3. It has two personas side by side that share every contact and never stand in two cities in the same week: one person
   with two stage names would look just so.

Nor is there a lead when friends share a number and nothing else:

4. It has at most four personas side by side, each with a contact of its own and adverts in no wording that another
   persona's adverts share, and no finding says that they move together. A number at the door looks just so.

Nor is there one when people copied a text from one another and share nothing else:

5. It has at most four personas side by side, no contact of the group is carried by two personas, and no finding but
   the weak one on wording is there: neither pictures nor journeys nor contacts say that one hand is behind them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import pyarrow as pa

from palermo.kit.cities import city_key
from palermo.kit.spellings import merge_spellings
from palermo.model.grouping import AdvertGroup, Grouping
from palermo.model.ids import RowKey

_WEEKS = 28
_TOGETHER = 2
_FRIENDS = 4
_MOVES = "AD-05"
_WORDING = "AD-03"


@dataclass(frozen=True, slots=True)
class Member:
    """One advert of a group."""

    row: RowKey
    advert_id: str
    persona: str
    city: str
    place: str
    day: date
    contacts: tuple[str, ...]


def read_members(adverts: pa.Table | None, grouping: Grouping) -> dict[RowKey, Member]:
    """Read the adverts that are in a group."""
    if adverts is None:
        return {}
    grouped = {row for group in grouping.groups for row in group.rows}
    shunned = {hub.value for hub in grouping.hubs if hub.kind == "contact"}
    columns = [adverts.column(name).to_pylist() for name in ("row", "advert_id", "persona", "city", "posted_at")]
    found = {}
    for row, advert_id, persona, city, posted in zip(*columns, strict=True):
        if row in grouped:
            own = tuple(value for value in grouping.readings.values(RowKey(row)) if value not in shunned)
            name, where = (persona or "").strip(), (city or "").strip()
            found[RowKey(row)] = Member(RowKey(row), advert_id, name, where, city_key(where), posted.date(), own)
    return found


def personas(members: Iterable[Member]) -> dict[RowKey, str]:
    """Give each advert's persona, near spellings as one; adverts without one are left out."""
    listed = list(members)
    same = merge_spellings(member.persona for member in listed if member.persona)
    return {member.row: same[member.persona] for member in listed if member.persona in same}


def one_person(group: AdvertGroup, members: Mapping[RowKey, Member], rules: Iterable[str]) -> str:
    """Say why a group comes down to one person, or to friends who share a number; empty when it does not."""
    own = [members[row] for row in group.rows]
    persona = personas(own)
    names = sorted(set(persona.values()))
    if len(names) < 2:
        return "The group has one persona."
    beside = _side_by_side(own, persona)
    if not beside:
        return "The group has one persona at a time."
    together = sorted({name for pair in beside for name in pair})
    if len(together) == 2 and _never_apart(own, persona, together):
        return "The group has two personas that share every contact and are never in two cities at once."
    return _few_who_share_one_thing(group, own, persona, together, set(rules)) if len(together) <= _FRIENDS else ""


def _few_who_share_one_thing(
    group: AdvertGroup, own: list[Member], persona: Mapping[RowKey, str], names: list[str], rules: set[str]
) -> str:
    """Say why a group of few personas comes down to people who share a number, or a text, and nothing else."""
    users = _users(own, persona)
    if _MOVES not in rules and _only_share_a_number(group, users, persona, names):
        return "The group's personas have contacts and texts of their own and share a number alone."
    if rules <= {_WORDING} and all(len(who) == 1 for who in users.values()):
        return "The group's personas have contacts of their own and share a wording alone."
    return ""


def _side_by_side(own: list[Member], persona: Mapping[RowKey, str]) -> set[tuple[str, str]]:
    """Give the pairs of personas that share at least two stretches of four weeks."""
    stretches: dict[int, set[str]] = defaultdict(set)
    for member in own:
        if member.row in persona:
            stretches[member.day.toordinal() // _WEEKS].add(persona[member.row])
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for names in stretches.values():
        for pair in combinations(sorted(names), 2):
            counts[pair] += 1
    return {pair for pair, times in counts.items() if times >= _TOGETHER}


def _never_apart(own: list[Member], persona: Mapping[RowKey, str], names: list[str]) -> bool:
    """Whether two personas share every contact and are in no two cities in one week."""
    contacts: dict[str, set[str]] = defaultdict(set)
    weeks: dict[tuple[str, int], set[str]] = defaultdict(set)
    for member in own:
        name = persona.get(member.row)
        if name in names and name is not None:
            contacts[name].update(member.contacts)
            weeks[name, member.day.toordinal() // 7].add(member.place)
    first, second = names
    apart = any(places - weeks.get((second, week), places) for (name, week), places in weeks.items() if name == first)
    return contacts[first] == contacts[second] and not apart


def _users(own: list[Member], persona: Mapping[RowKey, str]) -> dict[str, set[str]]:
    """Give the personas that carry each contact."""
    users: dict[str, set[str]] = defaultdict(set)
    for member in own:
        if member.row in persona:
            for value in member.contacts:
                users[value].add(persona[member.row])
    return users


def _only_share_a_number(
    group: AdvertGroup, users: Mapping[str, set[str]], persona: Mapping[RowKey, str], names: list[str]
) -> bool:
    """Whether each persona has a contact of its own and no wording is shared between personas."""
    have_own = {next(iter(who)) for who in users.values() if len(who) == 1}
    if not set(names) <= have_own:
        return False
    return all(len({persona[row] for row in wording.rows if row in persona}) < 2 for wording in group.wordings)
