"""Makes a trial of phrases: organised hands with their templates among lone advertisers who share sites and everyday words."""

from collections.abc import Iterator
from itertools import count

from palermo.training.trials.columns import Columns
from palermo.training.trials.hands import HAND_KINDS, hand_size, place_hand
from palermo.training.trials.lone import LONE_KINDS, place_lone
from palermo.training.trials.model import Numbers as Readable
from palermo.training.trials.model import Trial
from palermo.training.trials.pen import Pen
from palermo.training.trials.phones import Numbers
from palermo.training.trials.quick import Quick
from palermo.training.trials.sites import make_sites

PHRASE_KINDS = (*HAND_KINDS, *LONE_KINDS)
LONE_SHARE = 0.57
PIECE = 250_000
"""Rows that are made and shuffled together: a hand's adverts lie in one piece."""

_SITES_EACH = 12
_NUMBERS_AN_ADVERT = 0.75


def quotas(size: int, kinds: tuple[str, ...], lone_kinds: tuple[str, ...], lone_share: float) -> dict[str, int]:
    """Share out `size` rows over the kinds, equally among the lone ones and among the others.

    Whatever does not go up evenly is the first lone kind's.
    """
    others = [kind for kind in kinds if kind not in lone_kinds]
    shares = {kind: int(size * (1 - lone_share) / len(others)) for kind in others}
    shares = {kind: share if share >= 2 else 0 for kind, share in shares.items()}
    shares |= {kind: int(size * lone_share / len(lone_kinds)) for kind in lone_kinds}
    shares[lone_kinds[0]] += size - sum(shares.values())
    return shares


def phrase_pieces(seed: int, size: int, readable: Readable, piece: int = PIECE) -> Iterator[Trial]:
    """Give a trial of phrases piece by piece.

    Args:
        seed: another seed, another trial.
        size: rows in all.
        readable: how many numbers can be read.
        piece: rows in each but the last.
    """
    world = Quick(f"trial of phrases {seed}")
    numbers = Numbers(world.child("numbers"), int(size * _NUMBERS_AN_ADVERT) + 1_000)
    sites = make_sites(world.child("sites"), numbers, _SITES_EACH)
    names = count(1)
    for first in range(0, size, piece):
        dice = world.child(f"piece {first}")
        columns = Columns(dice.child("rows"), first)
        fill(columns, dice, Pen(dice.child("pen"), sites, readable), numbers, (min(piece, size - first), names))
        yield columns.trial()


def fill(columns: Columns, dice: Quick, pen: Pen, numbers: Numbers, room: tuple[int, Iterator[int]]) -> None:
    """Fill a piece with hands and lone advertisers of every kind; `room` is its rows and what numbers the hands."""
    size, names = room
    for kind, share in quotas(size, PHRASE_KINDS, LONE_KINDS, LONE_SHARE).items():
        left = share
        while left:
            if kind in LONE_KINDS:
                left -= place_lone(dice, pen, numbers, (f"lone-{next(names)}", kind, left), columns.add)
            else:
                many = hand_size(dice, left)
                place_hand(dice, pen, numbers, (f"hand-{next(names)}", kind, many), columns.add)
                left -= many
