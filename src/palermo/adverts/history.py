"""Tells a group of adverts over time and over sites: its life, its wordings, its drift, its reposts, its numbers."""

from collections import defaultdict
from collections.abc import Sequence

from palermo.adverts.drift import drift
from palermo.adverts.handsets import successions
from palermo.adverts.lives import life
from palermo.adverts.posted import HistoryFigures, Posted
from palermo.adverts.reposts import reposts
from palermo.model.histories import History, WordingLife


def tell(adverts: Sequence[Posted], figures: HistoryFigures) -> History:
    """Tell the history of one group; the answer does not depend on the order of its adverts.

    Args:
        adverts: the adverts of one group, at least one, each row once.
        figures: of `read_figures`.
    """
    by_wording: dict[int, list[Posted]] = defaultdict(list)
    for advert in adverts:
        if advert.wording >= 0:
            by_wording[advert.wording].append(advert)
    wordings = sorted(by_wording.items())
    return History(
        life=life(adverts, figures.lives),
        wordings=tuple(WordingLife(number, life(own, figures.lives)) for number, own in wordings),
        drifts=tuple(drift(own, number, figures.drift) for number, own in wordings),
        reposts=reposts(adverts, figures.reposts),
        successions=successions(adverts, figures.handsets),
    )
