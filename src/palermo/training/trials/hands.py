"""The organised hands of a trial of phrases: each its template or two, its numbers, and how its copies differ."""

from palermo.training.trials.edits import edit_phrases
from palermo.training.trials.model import Place, Standing
from palermo.training.trials.pen import Pen
from palermo.training.trials.phones import Numbers
from palermo.training.trials.phrasebook import NUMBER, Book
from palermo.training.trials.quick import Quick
from palermo.training.trials.sites import Site

HAND_KINDS = ("light", "heavy", "short", "chinese", "disguised", "mixed")
_WESTERN = ("en", "fr", "nl", "es")
_LARGEST = 60
_HEAVY = (0.34, 0.4)
_ONE_OFF = 0.1
_HOUSE = 0.3


def hand_size(dice: Quick, left: int) -> int:
    """Draw how many adverts a hand has: 2 to 60, most 3 to 12; never such that one alone is left over."""
    size = min(_LARGEST, int(2.6 * dice.paretovariate(0.9)), left)
    return left if left - size == 1 else size


def draw_text(dice: Quick, book: Book, stock: int) -> list[str]:
    """Draw a template of stock phrases, with a greeting, a price and the number among them, slots open."""
    phrases = book.draw(dice, stock)
    if dice.random() < 0.85:
        phrases.insert(0 if dice.random() < 0.7 else int(dice.random() * stock), dice.choice(book.greetings))
    if dice.random() < 0.7:
        phrases.insert(int(dice.random() * len(phrases)), dice.choice(book.prices))
    phrases.insert(len(phrases) - int(dice.random() * 3), dice.choice(book.contacts))
    return phrases


def place_hand(dice: Quick, pen: Pen, numbers: Numbers, hand: tuple[str, str, int], place: Place) -> None:
    """Place all adverts of a hand.

    Args:
        dice: for everything that is drawn.
        pen: what writes them.
        numbers: where its numbers come from.
        hand: its name, its kind, and how many adverts.
        place: what takes them.
    """
    name, kind, size = hand
    advertiser = pen.advertiser(_language(dice, kind), 5)
    templates = _templates(dice, advertiser.book, kind)
    standing = Standing(name, f"{name}/1+2" if kind == "mixed" else f"{name}/1", kind, lone=False)
    phones = [numbers.new() for _ in range(1 + int(dice.random() * min(6, size)))]
    title = pen.title(advertiser)
    for _ in range(size):
        phrases = _copy(dice, templates, kind, advertiser.book)
        phone = numbers.new() if dice.random() < _ONE_OFF else dice.choice(phones)
        if dice.random() < 0.2:
            title = pen.title(advertiser)
        site = pen.site(advertiser)
        body = _body(dice, pen, advertiser.join.join(phrases), site)
        place(standing, pen.write(advertiser, site, (title, body), phone, kind))


def _language(dice: Quick, kind: str) -> str:
    if kind == "chinese" or (kind != "disguised" and dice.random() < 0.08):
        return "zh"
    return dice.choice(_WESTERN)


def _templates(dice: Quick, book: Book, kind: str) -> list[list[str]]:
    if kind == "short":
        text = book.draw(dice, 3 + int(dice.random() * 2))
        text.insert(int(dice.random() * 5), dice.choice(book.contacts))
        if dice.random() < 0.5:
            text.insert(0, dice.choice(book.greetings))
        return [text]
    return [draw_text(dice, book, 8 + int(dice.random() * 6)) for _ in range(2 if kind == "mixed" else 1)]


def _copy(dice: Quick, templates: list[list[str]], kind: str, book: Book) -> list[str]:
    """Give the phrases of one copy, edited as its kind says."""
    text = templates[0]
    if kind == "mixed":
        return _half_and_half(dice, templates)
    if kind == "heavy":
        share = _HEAVY[0] + dice.random() * (_HEAVY[1] - _HEAVY[0])
        return edit_phrases(dice, text, round(share * len(text)), book)
    if kind == "short":
        return edit_phrases(dice, text, 1, book) if dice.random() < 0.85 else text
    return edit_phrases(dice, text, int(0.1 * len(text) + dice.random()), book)


def _half_and_half(dice: Quick, templates: list[list[str]]) -> list[str]:
    """Take half of the phrases of each of two templates, in their order, one after the other."""
    halves = []
    for text in templates:
        kept = sorted(dice.sample(range(len(text)), (len(text) + 1) // 2))
        halves.append([text[at] for at in kept if NUMBER not in text[at]])
    first = int(dice.random() * 2)
    contact = next(phrase for phrase in templates[first] if NUMBER in phrase)
    return [*halves[first], *halves[1 - first], contact]


def _body(dice: Quick, pen: Pen, text: str, site: Site) -> str:
    """Put the site's sentences around some of the texts, half of them with its hotline."""
    draw = dice.random()
    return pen.around(text, site, hotline=draw < _HOUSE / 2) if draw < _HOUSE else text
