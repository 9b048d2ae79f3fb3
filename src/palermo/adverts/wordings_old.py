"""Gathers texts into wordings that hold together: a text joins a wording only if it is like the wording's core.

Rule: links are taken from the strongest down. Two texts begin a wording; a text or wording joins another when at least
half of the comparisons with the other's core, its first three texts by strength, say that they are alike at half the
measure asked of a link. One text made of two wordings so joins the one it is more like, and no chain of weak links
pulls two wordings together.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from palermo.adverts.likeness import Comparer, Likeness

CORE = 3
"""Texts that stand for a wording."""


@dataclass(frozen=True, slots=True)
class TextLink:
    """Two texts that are alike; `weight` in thousandths of a nat, `share` in thousandths."""

    a: int
    b: int
    weight: int
    share: int


@dataclass(frozen=True, slots=True)
class Measure:
    """What a link must reach: weight and share, both in thousandths."""

    weight: int
    share: int

    def met(self, likeness: Likeness) -> bool:
        """Whether a likeness is enough for a link."""
        return likeness.weight >= self.weight and likeness.share >= self.share

    def half(self) -> "Measure":
        """Give the measure a text must reach towards a core."""
        return Measure(self.weight // 2, self.share // 2)


def gather(
    likenesses: Mapping[tuple[int, int], Likeness], measure: Measure, comparer: Comparer
) -> tuple[dict[int, int], list[TextLink]]:
    """Gather texts into wordings.

    Returns:
        the wording of each text that is in one, known by its smallest text; and the links that joined them.
    """
    links = [TextLink(a, b, *found) for (a, b), found in likenesses.items() if measure.met(found)]
    links.sort(key=lambda link: (-link.weight * link.share, link.a, link.b))
    wording: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    used = []
    for link in links:
        first, second = (wording.setdefault(text, text) for text in (link.a, link.b))
        if first == second:
            continue
        ours, theirs = (members.setdefault(name, [name]) for name in (first, second))
        if len(ours) + len(theirs) > 2 and not _hold_together(ours, theirs, measure.half(), comparer):
            continue
        used.append(link)
        name, gone = min(first, second), max(first, second)
        larger, smaller = (ours, theirs) if (-len(ours), first) < (-len(theirs), second) else (theirs, ours)
        members[name] = larger + smaller
        del members[gone]
        for text in members[name]:
            wording[text] = name
    return {text: name for text, name in wording.items() if len(members[name]) > 1}, used


def _hold_together(ours: list[int], theirs: list[int], measure: Measure, comparer: Comparer) -> bool:
    """Whether at least half of the comparisons between two cores say alike."""
    verdicts = [measure.met(comparer.compare(a, b)) for a in ours[:CORE] for b in theirs[:CORE]]
    return 2 * sum(verdicts) >= len(verdicts)
