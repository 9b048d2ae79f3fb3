"""AD-02: the same picture under different personas and different contacts; stock pictures are left out."""

from collections import defaultdict

from palermo.indicators.rule import Material, Rule, adverts, city_subjects, where_and_when, write_finding
from palermo.indicators.sightings import Sighting
from palermo.kit.likeness import merge_hashes
from palermo.kit.sentences import counted
from palermo.kit.spellings import merge_spellings
from palermo.kit.unions import Unions
from palermo.model.findings import Finding


def run(rule: Rule, found: Material) -> list[Finding]:
    """Look at every picture that at least two adverts show."""
    stocked = {hub.value for hub in found.grouping.hubs if hub.kind == "picture"}
    picture = merge_hashes(
        (text for seen in found.sightings.values() for text in seen.images), rule.figure("picture_bits")
    )
    by_picture: dict[str, dict[str, Sighting]] = defaultdict(dict)
    for seen in found.sightings.values():
        for text in seen.images:
            if text in picture and picture[text] not in stocked:
                by_picture[picture[text]][seen.row] = seen
    made = [
        _finding(rule, found, value, list(rows.values())) for value, rows in sorted(by_picture.items()) if len(rows) > 1
    ]
    return [finding for finding in made if finding]


def _finding(rule: Rule, found: Material, value: str, rows: list[Sighting]) -> Finding | None:
    shown = [seen for seen in rows if seen.persona and found.own(seen)]
    same = merge_spellings(seen.persona for seen in shown)
    personas = {same[seen.persona] for seen in shown if seen.persona in same}
    contacts: Unions[str] = Unions()
    for seen in shown:
        own = found.own(seen)
        for other in own:
            contacts.join(own[0], other)
    hands = len(contacts.sets())
    if len(personas) < rule.figure("least_personas") or hands < rule.figure("least_contacts"):
        return None
    sentence = (
        f"One picture ({value}) stands in {adverts(shown)} under {len(personas)} personas and {hands} contacts that "
        f"never stand together on it, {where_and_when(shown)}."
    )
    # An advert in no group is a set of its own: nothing but the picture joins it to any other.
    sets = {str(found.group_of.get(seen.row, seen.row)) for seen in shown}
    not_known = [
        "Whose picture it is, and who first used it, is not known.",
        "Pictures were compared by the hashes the source gave; nobody looked at a face.",
    ]
    if len(sets) > 1:
        not_known.append(
            f"Beyond the picture nothing joins {counted(len(sets), 'set')} of these adverts: it may have been copied."
        )
    values = sorted({contact for seen in shown for contact in found.own(seen)})
    subjects = [f"picture:{value}", *(f"contact:{contact}" for contact in values), *city_subjects(shown)]
    return write_finding(rule, shown, sentence, subjects=subjects, not_known=not_known)
