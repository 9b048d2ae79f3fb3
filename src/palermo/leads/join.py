"""Joins the findings about one group into one lead, and leaves out groups that come down to one person."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa

from palermo.kit.sentences import counted, listed, span_words
from palermo.leads.levels import Table, read_table
from palermo.leads.linked import Linked, index, look_up
from palermo.leads.members import Member, one_person, personas, read_members
from palermo.model.findings import Finding, Group, Lead, Level
from palermo.model.grouping import AdvertGroup, Grouping
from palermo.model.records import Kind

_ORDER = {level: n for n, level in enumerate((Level.STRONG, Level.WORTH_A_LOOK, Level.WEAK))}
_OTHER_HANDS = (Kind.STAYS, Kind.ACCOUNTS, Kind.PERSONS)
"""Kinds of record that come from other hands than adverts and so count as sources of their own."""


def join(
    findings: Sequence[Finding],
    grouping: Grouping,
    tables: Mapping[Kind, pa.Table],
    levels: Mapping[str, object],
) -> tuple[Lead, ...]:
    """Make one lead for each group that has findings and does not come down to one person.

    Args:
        findings: of `run_all`; one that reaches over several groups is joined to each that holds a row of it.
        grouping: of `group_adverts`.
        tables: a table of `row_schema(kind)` for each kind the case holds; stays, accounts and persons that share a
            contact with a group are listed in its lead.
        levels: the table of rules `levels`.

    Returns:
        the leads, strongest level first, then by most adverts, then by id.

    Raises:
        Damaged: the table of levels is not as the program wrote it.
    """
    table = read_table(levels)
    members = read_members(tables.get(Kind.ADVERTS), grouping)
    group_of = {row: n for n, group in enumerate(grouping.groups) for row in group.rows}
    by_group: dict[int, list[Finding]] = defaultdict(list)
    for found in findings:
        for n in sorted({group_of[row] for row in found.rows if row in group_of}):
            by_group[n].append(found)
    known = index(tables) if by_group else {}
    leads = []
    for n, own in by_group.items():
        group = grouping.groups[n]
        if not one_person(group, members, (found.rule for found in own)):
            linked = look_up(group.contacts, known)
            leads.append(_lead(group, own, [members[row] for row in group.rows], (linked, table, tables)))
    return tuple(sorted(leads, key=lambda lead: (_ORDER[lead.level], -len(lead.rows), lead.id)))


def _lead(
    group: AdvertGroup,
    findings: list[Finding],
    members: list[Member],
    context: tuple[Linked, Table, Mapping[Kind, pa.Table]],
) -> Lead:
    linked, table, tables = context
    ordered = tuple(sorted(findings, key=lambda found: (found.rule, found.id)))
    sources = 1 + sum(kind in linked.kinds for kind in _OTHER_HANDS)
    return Lead(
        title=_title(group, members),
        level=table.line(ordered, sources).level,
        group=Group(
            contacts=group.contacts,
            adverts=tuple(sorted({member.advert_id for member in members})),
            venues=linked.venues,
            accounts=linked.accounts,
            persons=linked.persons,
        ),
        rows=group.rows,
        links=group.links,
        findings=ordered,
        elements=_elements(ordered, table),
        not_known=_not_known(members, linked, table, tables),
        weakest=group.weakest,
        template=group.template,
    )


def _title(group: AdvertGroup, members: list[Member]) -> str:
    names = len(set(personas(members).values()))
    return (
        f"{counted(len(members), 'advert')} under {counted(names, 'persona')} and {counted(len(group.contacts), 'contact')} "
        f"{_in_cities(members)}{span_words(*_days(members))} seem to come from one hand."
    )


def _in_cities(members: list[Member]) -> str:
    named = _cities(members)
    return f"in {listed(named, 2, 'cities')} " if named else ""


def _cities(members: list[Member]) -> list[str]:
    """Name the cities, most adverts first, each in its most usual writing."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for member in members:
        if member.place:
            counts[member.place][member.city] += 1
    order = sorted(counts, key=lambda place: (-sum(counts[place].values()), place))
    return [min(counts[place], key=lambda city: (-counts[place][city], city)) for place in order]


def _days(members: list[Member]) -> tuple[date, date]:
    days = [member.day for member in members]
    return min(days), max(days)


def _elements(findings: Sequence[Finding], table: Table) -> dict[str, tuple[str, ...]]:
    """Say which findings bear on which element: of each rule what it bears on, and its broadest finding."""
    broadest: dict[str, Finding] = {}
    for found in findings:
        if found.rule not in broadest or len(found.rows) > len(broadest[found.rule].rows):
            broadest[found.rule] = found
    elements: dict[str, tuple[str, ...]] = {}
    for element in ("act", "means", "purpose"):
        elements[element] = tuple(
            f"{table.elements[rule][element]} {found.sentence}"
            for rule, found in sorted(broadest.items())
            if element in table.elements.get(rule, {})
        )
    return elements


def _not_known(members: list[Member], linked: Linked, table: Table, tables: Mapping[Kind, pa.Table]) -> tuple[str, ...]:
    """Say what would most change the picture, by what the case lacks."""
    words = {"cities": listed(_cities(members), 3, "cities") or "these cities", "span": span_words(*_days(members))}
    said = []
    for question in table.questions:
        rows = tables.get(question.kind)
        if rows is None or not rows.num_rows:
            said.append(question.absent.format(**words))
        elif question.kind not in linked.kinds:
            said.append(question.unlinked.format(**words))
    return (*said, table.no_means)
