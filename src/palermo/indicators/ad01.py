"""AD-01: one contact serves adverts under several personas within a stretch of time; hubs are left out."""

from collections import Counter, defaultdict

from palermo.indicators.rule import Material, Rule, adverts, city_subjects, contact_words, where_and_when, write_finding
from palermo.indicators.sightings import Sighting
from palermo.kit.sentences import listed
from palermo.kit.spellings import merge_spellings
from palermo.model.findings import Finding

_NAMED = 8
"""Personas named in a sentence."""


def run(rule: Rule, found: Material) -> list[Finding]:
    """Count the personas of every contact; near spellings of a name are one persona."""
    by_contact: dict[str, list[Sighting]] = defaultdict(list)
    for seen in found.sightings.values():
        if seen.persona:
            for value in found.own(seen):
                by_contact[value].append(seen)
    made = (_finding(rule, value, rows) for value, rows in sorted(by_contact.items()))
    return [finding for finding in made if finding]


def _finding(rule: Rule, value: str, rows: list[Sighting]) -> Finding | None:
    same = merge_spellings(seen.persona for seen in rows)
    named = [seen for seen in rows if seen.persona in same]
    most = most_at_once(named, same, rule.figure("window_days"))
    if most < rule.figure("least_personas"):
        return None
    personas = sorted(set(same.values()))
    sentence = (
        f"{contact_words(value)} stands in {adverts(named)} under {len(personas)} personas "
        f"({listed(personas, _NAMED, 'personas')}) {where_and_when(named)}; {_within(rule, most, len(personas))}."
    )
    not_known = (
        f"Who answers {value} is not known: the subscriber, and the calls and messages, would show it.",
        "Personas are stage names: how many people stand behind them is not known.",
    )
    subjects = [f"contact:{value}", *city_subjects(named)]
    return write_finding(rule, named, sentence, subjects=subjects, not_known=not_known)


def _within(rule: Rule, most: int, personas: int) -> str:
    days = rule.figure("window_days")
    return f"all of them within {days} days" if most == personas else f"up to {most} of them within {days} days"


def most_at_once(rows: list[Sighting], same: dict[str, str], days: int) -> int:
    """Give the most personas in any stretch of so many days."""
    order = sorted(rows, key=lambda seen: (seen.first, seen.row))
    inside: Counter[str] = Counter()
    most = start = 0
    for seen in order:
        inside[same[seen.persona]] += 1
        while (seen.first - order[start].first).days >= days:
            leaving = same[order[start].persona]
            inside[leaving] -= 1
            if not inside[leaving]:
                del inside[leaving]
            start += 1
        most = max(most, len(inside))
    return most
