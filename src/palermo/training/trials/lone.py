"""The lone advertisers of a trial of phrases: what they share with others is the site's, or everybody's."""

from palermo.training.trials.edits import edit_phrases
from palermo.training.trials.hands import draw_text
from palermo.training.trials.model import Place, Standing
from palermo.training.trials.pen import Advertiser, Pen
from palermo.training.trials.phones import Numbers
from palermo.training.trials.phrasebook import NUMBER
from palermo.training.trials.quick import Quick
from palermo.training.trials.sites import Site

LONE_KINDS = ("lone", "lone_boilerplate", "lone_hotline", "lone_everyday", "lone_repost")
_LANGUAGES = ("en", "fr", "nl", "es", "zh")
_SHARES = (26, 50, 70, 88, 100)
_ONLY_HOTLINE = 0.3


def place_lone(dice: Quick, pen: Pen, numbers: Numbers, who: tuple[str, str, int], place: Place) -> int:
    """Place the adverts of one lone advertiser: 1 to 3 of one text and one number.

    Args:
        dice: for everything that is drawn.
        pen: what writes them.
        numbers: where the number comes from.
        who: its name, its kind, and how many adverts at most.
        place: what takes them.

    Returns:
        how many were placed.
    """
    name, kind, most = who
    advertiser = pen.advertiser(dice.heaped(_LANGUAGES, _SHARES), 1)
    draw = dice.random()
    count = min(most, 2 + (draw < 0.4) if kind == "lone_repost" else 1 + (draw < 0.25) + (draw < 0.1))
    standing = Standing(name, f"{name}/1", kind, lone=True)
    phone = numbers.new()
    site = pen.site(advertiser)
    phrases, title = _own(dice, advertiser, kind), pen.title(advertiser)
    for copy in range(count):
        if copy:
            phrases = edit_phrases(dice, phrases, int(dice.random() * 2), advertiser.book)
        body = _body(pen, advertiser.join.join(phrases), site, kind)
        place(standing, pen.write(advertiser, site, (title, body), phone, kind))
    return count


def _own(dice: Quick, advertiser: Advertiser, kind: str) -> list[str]:
    """Give an advertiser's own choice of phrases, slots open."""
    book = advertiser.book
    if kind == "lone_everyday":
        phrases = book.draw_usual(dice, 5 + int(dice.random() * 3))
        return [*phrases, dice.choice(book.contacts)]
    if kind in {"lone", "lone_repost"}:
        return draw_text(dice, book, 7 + int(dice.random() * 7))
    phrases = draw_text(dice, book, 4 + int(dice.random() * 5))
    if kind == "lone_hotline" and dice.random() < _ONLY_HOTLINE:
        return [phrase for phrase in phrases if NUMBER not in phrase]
    return phrases


def _body(pen: Pen, text: str, site: Site, kind: str) -> str:
    if kind in {"lone_boilerplate", "lone_hotline"}:
        return pen.around(text, site, hotline=kind == "lone_hotline")
    return text
