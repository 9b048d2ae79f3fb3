"""A rule as its table describes it, the material it reads, and how it writes a finding."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from palermo.indicators.sightings import Sighting, cities, rows_of, span
from palermo.kit.sentences import counted, listed, span_words
from palermo.model.errors import Damaged
from palermo.model.findings import Finding
from palermo.model.grouping import Grouping
from palermo.model.ids import RowKey
from palermo.model.records import Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """What the table of rules says of one rule."""

    id: str
    name: str
    version: str
    strength: str
    by_default: bool
    innocent: tuple[str, ...]
    needs: str
    columns: Mapping[Kind, tuple[str, ...]]
    parameters: Mapping[str, int]
    off_because: str

    def figure(self, name: str) -> int:
        """Give one of the figures it runs with."""
        return self.parameters[name]


@dataclass(frozen=True, slots=True)
class Material:
    """What the rules of adverts read."""

    sightings: Mapping[RowKey, Sighting]
    grouping: Grouping
    shunned: frozenset[str]
    group_of: Mapping[RowKey, int]

    def own(self, seen: Sighting) -> tuple[str, ...]:
        """Give an advert's contacts, hubs left out."""
        return tuple(value for value in seen.contacts if value not in self.shunned)


def material(adverts: pa.Table, sightings: Mapping[RowKey, Sighting], grouping: Grouping) -> Material:
    """Lay out what the rules read; `adverts` is the table the sightings came from."""
    assert adverts.num_rows == len(sightings), "one sighting a row"
    return Material(
        sightings=sightings,
        grouping=grouping,
        shunned=frozenset(hub.value for hub in grouping.hubs if hub.kind == "contact"),
        group_of={row: n for n, group in enumerate(grouping.groups) for row in group.rows},
    )


def read_rules(metadata: Mapping[str, object]) -> dict[str, Rule]:
    """Read the table of rules.

    Raises:
        Damaged: the table is not as the program wrote it.
    """
    try:
        entries = metadata["indicators"]
        assert isinstance(entries, Mapping)
        return {str(name): _rule(str(name), entry) for name, entry in entries.items()}
    except (KeyError, TypeError, ValueError, AssertionError) as fault:
        raise Damaged(
            "The table of indicators cannot be read.", cause=f"It lacks {fault}.", way_out="Install the program again."
        ) from None


def _rule(name: str, entry: Mapping[str, object]) -> Rule:
    columns, parameters, innocent = entry["columns"], entry["parameters"], entry["innocent"]
    assert isinstance(columns, Mapping)
    assert isinstance(parameters, Mapping)
    assert isinstance(innocent, Sequence)
    return Rule(
        id=name,
        name=str(entry["name"]),
        version=str(entry["version"]),
        strength=str(entry["strength"]),
        by_default=bool(entry["by_default"]),
        innocent=tuple(str(sentence) for sentence in innocent),
        needs=str(entry["needs"]),
        columns={Kind(str(kind)): tuple(map(str, names)) for kind, names in columns.items()},
        parameters={str(key): int(value) for key, value in parameters.items()},
        off_because=str(entry.get("off_because", "")).strip(),
    )


def write_finding(
    rule: Rule,
    sightings: Iterable[Sighting],
    sentence: str,
    *,
    subjects: Iterable[str],
    not_known: Sequence[str] = (),
) -> Finding:
    """Write a finding of a rule about adverts."""
    return Finding(
        rule=rule.id,
        version=rule.version,
        parameters=tuple(sorted((key, str(value)) for key, value in rule.parameters.items())),
        rows=rows_of(sightings),
        sentence=sentence,
        innocent=rule.innocent,
        strength=rule.strength,
        kinds=(Kind.ADVERTS.value,),
        subjects=tuple(sorted(set(subjects))),
        not_known=tuple(not_known),
    )


def where_and_when(sightings: Sequence[Sighting]) -> str:
    """Say where and when: `in Gent, Brussel and 3 more cities between 3 May 2020 and 9 June 2021`."""
    named = cities(sightings)
    place = f"in {listed(named, 2, 'cities')} " if named else ""
    return place + span_words(*span(sightings))


def adverts(sightings: Sequence[Sighting]) -> str:
    """Say how many adverts: `41 adverts`."""
    return counted(len(sightings), "advert")


def city_subjects(sightings: Sequence[Sighting]) -> list[str]:
    """Give the cities as subjects of a finding."""
    return [f"city:{name}" for name in cities(sightings)]


def contact_words(value: str) -> str:
    """Say what a contact is: `The number +33639981234`, `The handle wechat:name`."""
    if value.startswith("mailto:"):
        return f"The mail address {value.removeprefix('mailto:')}"
    if "://" in value:
        return f"The page {value}"
    return f"The number {value}" if value.lstrip("+").isdigit() else f"The handle {value}"


def days_between(first: date, last: date) -> int:
    """Count the days from one day to another."""
    return (last - first).days
