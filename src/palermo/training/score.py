"""The score of leads against a training case's truth: groups found, purity, lone advertisers wrongly flagged, by kind."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from palermo.model.errors import WrongUse
from palermo.training.truth import AdvertTruth, Truth

HOLDS = 0.5
"""A group counts as found when some lead holds at least this share of its adverts …"""

MOSTLY = 0.8
"""… and at least this share of that lead's adverts is the group's."""


@dataclass(frozen=True, slots=True)
class KindScore:
    """How one kind of author fared: `hit` of `total` were found (organised groups) or wrongly flagged (all others)."""

    kind: str
    total: int
    hit: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Score:
    """What leads were worth.

    Attributes:
        groups: how many organised groups there are.
        groups_found: how many were found.
        missed: the ids of those that were not.
        purity: over all leads, the share of their adverts that belong to the lead's main organised group, 0 to 1;
            None where no lead holds an advert.
        lone: how many lone advertisers there are.
        lone_flagged: how many have an advert in some lead.
        leads: how many leads hold adverts.
        by_kind: the same by way of editing for groups, by kind for lone advertisers.
        sentences: the result in words.
    """

    groups: int
    groups_found: int
    missed: tuple[str, ...]
    purity: float | None
    lone: int
    lone_flagged: int
    leads: int
    by_kind: tuple[KindScore, ...]
    sentences: tuple[str, ...]


def score(truth: Truth, leads_json: Mapping[str, object]) -> Score:
    """Score leads, given as the JSON document of `palermo leads --format json`, read into plain data.

    Raises:
        WrongUse: the document has another shape.
    """
    table = truth.table()
    leads = [held for held in _adverts_of_leads(leads_json) if held]
    found = _found(truth, table, leads)
    shares = [_main_share(table, held) for held in leads]
    inside = sum(len(held) for held in leads)
    purity = round(sum(shares) / inside, 4) if inside else None
    flagged = {table[advert].author for held in leads for advert in held if advert in table and not table[advert].group}
    kinds = _kinds(truth, found, flagged)
    lone = sum(kind.total for kind in kinds if not kind.kind.startswith("organised"))
    return Score(
        groups=len(truth.groups), groups_found=len(found), purity=purity, lone=lone, lone_flagged=len(flagged),
        missed=tuple(group.id for group in truth.groups if group.id not in found), leads=len(leads), by_kind=kinds,
        sentences=_sentences(truth, found, purity, (len(flagged), lone)),
    )  # fmt: skip


def _adverts_of_leads(document: Mapping[str, object]) -> list[set[str]]:
    """Read the adverts of each lead."""
    leads = document.get("leads")
    if not isinstance(leads, list):
        raise WrongUse(
            "The document holds no list of leads.", way_out="Give what `palermo leads DIR --format json` prints."
        )
    held = []
    for lead in leads:
        group = lead.get("group") if isinstance(lead, dict) else None
        adverts = group.get("adverts") if isinstance(group, dict) else None
        if not isinstance(adverts, list):
            raise WrongUse("A lead names no adverts.", way_out='Each lead needs "group": {"adverts": […]}.')
        held.append({str(advert) for advert in adverts})
    return held


def _found(truth: Truth, table: Mapping[str, AdvertTruth], leads: list[set[str]]) -> set[str]:
    """Name the groups that some lead holds well enough."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    for advert in truth.adverts:
        if advert.group and advert.readable:
            own[advert.group].add(advert.advert_id)
    found = set()
    for held in leads:
        for group, count in Counter(table[advert].group for advert in held if advert in table).items():
            if group and count >= MOSTLY * len(held) and len(own[group] & held) >= HOLDS * len(own[group]):
                found.add(group)
    return found


def _main_share(table: Mapping[str, AdvertTruth], held: set[str]) -> int:
    """Count a lead's adverts that belong to its main organised group; adverts that truth does not know belong to none."""
    counts = Counter(table[advert].group for advert in held if advert in table and table[advert].group)
    return max(counts.values(), default=0)


def _kinds(truth: Truth, found: set[str], flagged: set[str]) -> tuple[KindScore, ...]:
    """Score each kind of author."""
    made = []
    for way in sorted({group.way for group in truth.groups}):
        groups = [group.id for group in truth.groups if group.way == way]
        hit = sum(group in found for group in groups)
        sentence = f"Of {len(groups)} organised groups whose texts are edited “{way}”, {hit} were found."
        made.append(KindScore(f"organised, {way}", len(groups), hit, sentence))
    authors: defaultdict[str, set[str]] = defaultdict(set)
    for advert in truth.adverts:
        if not advert.group and advert.readable:
            authors[advert.kind].add(advert.author)
    for kind, who in sorted(authors.items()):
        hit = len(who & flagged)
        sentence = f"Of {len(who)} advertisers of the kind “{kind}”, {hit} were wrongly flagged."
        made.append(KindScore(kind, len(who), hit, sentence))
    return tuple(made)


def _sentences(truth: Truth, found: set[str], purity: float | None, lone: tuple[int, int]) -> tuple[str, ...]:
    """Say the result in words."""
    pure = "No lead holds an advert, so that their purity cannot be told."
    if purity is not None:
        pure = f"{purity:.1%} of the adverts in leads belong to the lead's main organised group."
    share = lone[0] / lone[1] if lone[1] else 0.0
    return (
        f"{len(found)} of {len(truth.groups)} organised groups were found.",
        pure,
        f"{lone[0]} of {lone[1]} lone advertisers were wrongly flagged ({share:.1%}).",
    )
