"""Makes a trial with a crowd in it: one template under thousands of numbers, and lone advertisers who share a site's text."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from palermo.training.trials.columns import Columns
from palermo.training.trials.edits import edit_phrases
from palermo.training.trials.hands import draw_text
from palermo.training.trials.model import Numbers as Readable
from palermo.training.trials.model import Place, Standing, Trial
from palermo.training.trials.pen import Pen
from palermo.training.trials.phones import Numbers
from palermo.training.trials.phrases import fill
from palermo.training.trials.quick import Quick
from palermo.training.trials.sites import make_sites
from palermo.training.trials.words import PARTS

CROWD_SIZE = 30_000
"""Adverts of a whole crowd: 5,000 of one template, 5,000 around one site's text, 20,000 others."""

_SHARE = 6
_SITES_EACH = 12
_LONG = 14


def crowd_pieces(seed: int, size: int, readable: Readable) -> Iterator[Trial]:
    """Give a trial with a crowd in one piece: a sixth of one template, a sixth around one site's text, others.

    Kinds beside those of phrases: `crowd`, one hand with another number in each advert, and `site_text`, lone advertisers.
    """
    world = Quick(f"trial with a crowd {seed}")
    numbers = Numbers(world.child("numbers"), size + 1_000)
    sites = make_sites(world.child("sites"), numbers, _SITES_EACH)
    columns = Columns(world.child("rows"), 0)
    pen = Pen(world.child("pen"), sites, readable)
    part = size // _SHARE
    names = count(1)
    _place_crowd(world.child("crowd"), pen, numbers, part, columns.add)
    _place_site_text(world.child("site text"), pen, numbers, part, columns.add)
    fill(columns, world.child("others"), pen, numbers, (size - 2 * part, names))
    yield columns.trial()


def _place_crowd(dice: Quick, pen: Pen, numbers: Numbers, size: int, place: Place) -> None:
    """Place adverts of one template, lightly edited, each with a number of its own."""
    advertiser = pen.advertiser("en", 12)
    text, title = draw_text(dice, advertiser.book, 11), pen.title(advertiser)
    standing = Standing("crowd", "crowd/1", "crowd", lone=False)
    for _ in range(size):
        phrases = edit_phrases(dice, text, int(dice.random() * 2), advertiser.book)
        written = (title, advertiser.join.join(phrases))
        place(standing, pen.write(advertiser, pen.site(advertiser), written, numbers.new(), "crowd"))


def _place_site_text(dice: Quick, pen: Pen, numbers: Numbers, size: int, place: Place) -> None:
    """Place adverts of lone advertisers that share one site's long text and nothing else."""
    house = ". ".join(text.replace("{site}", "Rustpunt Plaza") for text in dice.some(PARTS["en"].house, _LONG, _LONG))
    for who in range(size):
        advertiser = pen.advertiser("en", 1)
        own = draw_text(dice, advertiser.book, 3 + int(dice.random() * 4))
        body = f"{house}.\n{advertiser.join.join(own)}"
        standing = Standing(f"site-text-{who + 1}", f"site-text-{who + 1}/1", "site_text", lone=True)
        advert = pen.write(advertiser, pen.site(advertiser), (pen.title(advertiser), body), numbers.new(), "site_text")
        place(standing, replace(advert, site="rustpunt-plaza.example"))
