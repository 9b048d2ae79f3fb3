"""AD-03: one wording serves several contacts in several cities or under several personas; public texts are left out.

A wording is what grouping found to be shared by improbable likeness: what many unrelated advertisers use weighs nothing
there, so a site's own text makes no wording.
"""

from palermo.indicators.rule import Material, Rule, adverts, city_subjects, where_and_when, write_finding
from palermo.indicators.sightings import cities
from palermo.kit.sentences import counted
from palermo.kit.spellings import merge_spellings
from palermo.model.findings import Finding
from palermo.model.grouping import Wording

_QUOTED = 120
"""Characters of a wording quoted in a sentence."""


def run(rule: Rule, found: Material) -> list[Finding]:
    """Look at every wording of every group."""
    made = [_finding(rule, found, wording) for group in found.grouping.groups for wording in group.wordings]
    return [finding for finding in made if finding]


def _finding(rule: Rule, found: Material, wording: Wording) -> Finding | None:
    shown = [found.sightings[row] for row in wording.rows]
    contacts = sorted({value for seen in shown for value in found.own(seen)})
    personas = set(merge_spellings(seen.persona for seen in shown if seen.persona).values())
    places = cities(shown)
    least = rule.figure("least_cities_or_personas")
    if len(contacts) < rule.figure("least_contacts") or max(len(places), len(personas)) < least:
        return None
    sentence = (
        f"One wording, “{_quoted(wording.template)}”, stands in {adverts(shown)} under {len(contacts)} contacts and "
        f"{counted(len(personas), 'persona')} {where_and_when(shown)}."
    )
    subjects = [*(f"contact:{value}" for value in contacts), *city_subjects(shown)]
    not_known = ("Who wrote the text first, and whether others copied it, is not known.",)
    return write_finding(rule, shown, sentence, subjects=subjects, not_known=not_known)


def _quoted(template: str) -> str:
    text = " ".join(template.split())
    return text if len(text) <= _QUOTED else text[:_QUOTED].rstrip() + "…"
