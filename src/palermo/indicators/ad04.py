"""AD-04: a contact is written in the text so that machines cannot read it; off unless a person turns it on."""

from collections import defaultdict

from palermo.indicators.rule import Material, Rule, adverts, city_subjects, contact_words, where_and_when, write_finding
from palermo.indicators.sightings import Sighting
from palermo.kit.sentences import listed
from palermo.model.findings import Finding


def run(rule: Rule, found: Material) -> list[Finding]:
    """Count, for every contact that is no hub, the adverts whose text writes it in a disguise."""
    by_contact: dict[str, dict[str, Sighting]] = defaultdict(dict)
    ways: dict[str, set[str]] = defaultdict(set)
    for seen in found.sightings.values():
        for reading in found.grouping.readings.of(seen.row):
            if not reading.plain and reading.place != "contact" and reading.value not in found.shunned:
                by_contact[reading.value][seen.row] = seen
                ways[reading.value].update(reading.ways)
    made = []
    for value, rows in sorted(by_contact.items()):
        shown = list(rows.values())
        if len(shown) < rule.figure("least_adverts"):
            continue
        sentence = (
            f"{contact_words(value)} is written so that a machine cannot easily read it in {adverts(shown)} "
            f"({listed(sorted(ways[value]), 4, 'ways')}) {where_and_when(shown)}."
        )
        subjects = [f"contact:{value}", *city_subjects(shown)]
        not_known = (
            "Whether the site forbids numbers in texts is not known; the program keeps the writing as it stood.",
        )
        made.append(write_finding(rule, shown, sentence, subjects=subjects, not_known=not_known))
    return made
