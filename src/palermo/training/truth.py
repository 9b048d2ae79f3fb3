"""The truth of a training case: who wrote each advert, which groups there are, what was planted, which rows cannot be read."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, fields

from palermo.training.groups import Group
from palermo.training.phones import national
from palermo.training.rows import Advert


@dataclass(frozen=True, slots=True)
class AdvertTruth:
    """The truth of one advert.

    Attributes:
        advert_id: its id in the exports.
        group: the organised group's id, or "" for an advert of a lone author.
        author: who wrote it; a group's id where a group did.
        kind: what kind of author: `organised`, `lone tourer`, `flat sharer`, `boilerplate user`, …
        language: ISO 639-1.
        edit: how the text was edited.
        readable: whether a row that can be read holds it; one that is set aside is in no lead.
    """

    advert_id: str
    group: str
    author: str
    kind: str
    language: str
    edit: str
    readable: bool


@dataclass(frozen=True, slots=True)
class GroupTruth:
    """The truth of one organised group: its way of editing, and all that is its own, each sorted."""

    id: str
    way: str
    personas: tuple[str, ...]
    contacts: tuple[str, ...]
    cities: tuple[str, ...]
    controllers: tuple[str, ...]
    payer: str
    collector: str


@dataclass(frozen=True, slots=True)
class Trap:
    """Something innocent that a careless method takes for a sign: what, the number, picture or account, and its adverts."""

    what: str
    subject: str
    adverts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that cannot be read: its file, its row as a spreadsheet counts, why, and the advert it would have held."""

    file: str
    row: int
    reason: str
    advert_id: str = ""


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is known of a case because it was made up; every tuple is sorted."""

    adverts: tuple[AdvertTruth, ...]
    groups: tuple[GroupTruth, ...]
    traps: tuple[Trap, ...]
    broken: tuple[BrokenRow, ...]

    def to_json(self) -> str:
        """Write it as one JSON document."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    def to_csv(self) -> str:
        """Write the adverts as a table, `advert_id,group,author,kind,language,edit,readable`."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(field.name for field in fields(AdvertTruth))
        writer.writerows(astuple(found) for found in self.adverts)
        return out.getvalue()

    def table(self) -> dict[str, AdvertTruth]:
        """Give the adverts by id."""
        return {found.advert_id: found for found in self.adverts}


def advert_truths(adverts: Iterable[Advert], unreadable: Sequence[tuple[str, Advert]]) -> tuple[AdvertTruth, ...]:
    """Tell the truth of all adverts.

    Args:
        adverts: those whose rows can be read.
        unreadable: for each row that cannot be read, the id it bears and the advert it was made from.
    """
    told = [_one(found.advert_id, found, readable=True) for found in adverts]
    told += [_one(advert_id, found, readable=False) for advert_id, found in unreadable]
    return tuple(sorted(told, key=lambda found: found.advert_id))


def _one(advert_id: str, advert: Advert, *, readable: bool) -> AdvertTruth:
    """Tell the truth of one advert."""
    return AdvertTruth(advert_id, advert.group, advert.author, advert.kind, advert.language, advert.edit, readable)


def group_truths(groups: Iterable[Group]) -> tuple[GroupTruth, ...]:
    """Tell the truth of the organised groups."""
    return tuple(
        GroupTruth(
            id=group.id, way=group.way, personas=tuple(sorted(member.persona for member in group.members)),
            contacts=tuple(sorted(line.number for line in group.lines)),
            cities=tuple(sorted({stint.city.name for stint in group.stints})),
            controllers=tuple(sorted(person.record_id for person in group.controllers)),
            payer=group.payer, collector=group.collector,
        )
        for group in groups
    )  # fmt: skip


def traps(lures: Mapping[str, Iterable[str]], adverts: Sequence[Advert]) -> tuple[Trap, ...]:
    """Find the adverts in which each lure stands: a number in the text, a picture, a payer."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for advert in adverts:
        for key in {*advert.images, advert.payer} - {""}:
            holders[key].append(advert.advert_id)
    found = []
    for what, subjects in lures.items():
        for subject in subjects:
            ids = _in_text(subject, adverts) if subject.startswith("+") else holders[subject]
            found.append(Trap(what, subject, tuple(sorted(ids))))
    return tuple(sorted(found, key=lambda trap: (trap.what, trap.subject)))


def _in_text(number: str, adverts: Sequence[Advert]) -> list[str]:
    """Find the adverts that have a number in the text, written in pairs as hotlines and doors are."""
    digits = national(number)
    written = " ".join(digits[at : at + 2] for at in range(0, 10, 2))
    return [advert.advert_id for advert in adverts if written in advert.body]
