"""Makes a trial of a sentence grammar: every advertiser draws from the same sentences, and a hand keeps using its text."""

from collections.abc import Iterator
from itertools import count

from palermo.training.trials.columns import Columns
from palermo.training.trials.drift import adorn, cut, edit_words, mistype
from palermo.training.trials.hands import hand_size
from palermo.training.trials.model import Numbers as Readable
from palermo.training.trials.model import Place, Standing, Trial
from palermo.training.trials.pen import Advertiser, Pen
from palermo.training.trials.phones import Numbers, write_plain
from palermo.training.trials.phrasebook import NUMBER
from palermo.training.trials.phrases import PIECE, quotas
from palermo.training.trials.quick import Quick
from palermo.training.trials.rules import Grammar, drawn, grammar
from palermo.training.trials.sites import Site, make_sites

HAND_KINDS = ("repost", "edit", "typo", "cut", "emoji")
LONE_KINDS = ("lone", "lone_footer", "lone_repost")
GRAMMAR_KINDS = (*HAND_KINDS, *LONE_KINDS)

_LONE_SHARE = 0.57
_LANGUAGES = ("en", "fr", "nl", "es", "zh")
_SHARES = (26, 50, 70, 88, 100)
_SITES_EACH = 12
_NUMBERS_AN_ADVERT = 0.75
_NO_NUMBER = 0.25
_FOOTER = 0.4
_ONE_OFF = 0.1
_SECOND_TEXT = 0.25


class _Writer:
    """Writes the adverts of one piece."""

    def __init__(self, dice: Quick, sites: dict[str, tuple[Site, ...]], readable: Readable, numbers: Numbers) -> None:
        self._dice = dice
        self._pen = Pen(dice.child("pen"), sites, readable)
        self._numbers = numbers
        self.footers: dict[str, str] = {}

    def hand(self, name: str, size: int, place: Place) -> None:
        """Place a hand's adverts: one text, sometimes a second in the same language, in ever other copies."""
        dice = self._dice
        advertiser, rules = self._advertiser(5)
        texts = [
            rules.text(dice, 5 + int(dice.random() * 6)) for _ in range(1 + (dice.random() < _SECOND_TEXT and size > 7))
        ]
        titles = [drawn(dice, dice.choice(rules.titles)) for _ in range(3)]
        phones = [self._numbers.new() for _ in range(1 + int(dice.random() * min(6, size)))]
        for _ in range(size):
            which = int(dice.random() * len(texts))
            kind = dice.choice(HAND_KINDS)
            phone = self._numbers.new() if dice.random() < _ONE_OFF else dice.choice(phones)
            body = _drifted(dice, self._own(texts[which], rules), kind, rules)
            standing = Standing(name, f"{name}/{which + 1}", kind, lone=False)
            self._place(standing, advertiser, (dice.choice(titles), body, phone), place)

    def lone(self, name: str, kind: str, most: int, place: Place) -> int:
        """Place a lone advertiser's adverts, at most `most`, and tell how many."""
        dice = self._dice
        advertiser, rules = self._advertiser(1)
        draw = dice.random()
        many = min(most, 2 + (draw < 0.4) if kind == "lone_repost" else 1 + (draw < 0.2) + (draw < 0.06))
        text, title = rules.text(dice, 4 + int(dice.random() * 7)), drawn(dice, dice.choice(rules.titles))
        phone = self._numbers.new()
        standing = Standing(name, f"{name}/1", kind, lone=True)
        for copy in range(many):
            body = self._own(text, rules) if not copy else edit_words(dice, self._own(text, rules), rules)
            self._place(standing, advertiser, (title, body, phone), place)
        return many

    def _advertiser(self, spread: int) -> tuple[Advertiser, Grammar]:
        language = self._dice.heaped(_LANGUAGES, _SHARES)
        return self._pen.advertiser(language, spread), grammar(language)

    def _own(self, text: list[str], rules: Grammar) -> str:
        """Join a text's sentences, in a quarter of the adverts without the one that holds the number."""
        if self._dice.random() < _NO_NUMBER:
            text = [sentence for sentence in text if NUMBER not in sentence]
        return rules.gap.join(text)

    def _place(self, standing: Standing, advertiser: Advertiser, filled: tuple[str, str, str], place: Place) -> None:
        title, body, phone = filled
        site = self._pen.site(advertiser)
        if standing.kind == "lone_footer" or (not standing.lone and self._dice.random() < _FOOTER):
            body = f"{body}\n{self.footers[site.domain]}"
        place(standing, self._pen.write(advertiser, site, (title, body), phone, standing.kind))


def _drifted(dice: Quick, text: str, kind: str, rules: Grammar) -> str:
    if kind == "edit":
        return edit_words(dice, text, rules)
    if kind == "typo":
        return mistype(dice, text)
    if kind == "cut":
        return cut(dice, text)
    return adorn(dice, text, rules.gap) if kind == "emoji" else text


def _footers(dice: Quick, sites: dict[str, tuple[Site, ...]], numbers: Numbers) -> dict[str, str]:
    """Write each site's footer: its own sentences, its hotline, and often a second number and a third."""
    found = {}
    for site in (one for some in sites.values() for one in some):
        more = [write_plain(dice, numbers.new()) for _ in range(int(dice.random() * 3))]
        found[site.domain] = " · ".join([*site.before, *site.after, site.hotline, *more])
    return found


def grammar_pieces(seed: int, size: int, readable: Readable, piece: int = PIECE) -> Iterator[Trial]:
    """Give a trial of the grammar piece by piece.

    Args:
        seed: another seed, another trial.
        size: rows in all.
        readable: how many of the numbers in the texts can be read; a quarter of the adverts never has one.
        piece: rows in each but the last.
    """
    world = Quick(f"trial of the grammar {seed}")
    numbers = Numbers(world.child("numbers"), int(size * _NUMBERS_AN_ADVERT) + 1_000)
    sites = make_sites(world.child("sites"), numbers, _SITES_EACH)
    footers = _footers(world.child("footers"), sites, numbers)
    names = count(1)
    for first in range(0, size, piece):
        dice = world.child(f"piece {first}")
        columns = Columns(dice.child("rows"), first)
        writer = _Writer(dice, sites, readable, numbers)
        writer.footers = footers
        _fill(columns, writer, dice, (min(piece, size - first), names))
        yield columns.trial()


def _fill(columns: Columns, writer: _Writer, dice: Quick, room: tuple[int, Iterator[int]]) -> None:
    size, names = room
    for kind, share in quotas(size, ("hands", *LONE_KINDS), LONE_KINDS, _LONE_SHARE).items():
        left = share
        while left:
            if kind in LONE_KINDS:
                left -= writer.lone(f"lone-{next(names)}", kind, left, columns.add)
            else:
                many = hand_size(dice, left)
                writer.hand(f"hand-{next(names)}", many, columns.add)
                left -= many
