"""Texts of adverts: composing one from phrase pools, filling its slots, and the edits that keep it one's own."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from palermo.training.dice import Dice
from palermo.training.texts import LANGUAGES, TRADITIONAL

_CHOICE = re.compile(r"\[([^\[\]]*)\]")

_LOOK_ALIKES = dict(zip("aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ", strict=True))
"""Latin letters and the Cyrillic ones that look the same."""

_DECORATION = ("✨", "🌸", "🍀", "💆", "☀️", "🌿", "★")

_ZERO_WIDTH = "\u200b"


@dataclass(frozen=True, slots=True)
class Template:
    """One author's text in one language, choices made, slots open.

    Attributes:
        language: its code.
        title: the heading.
        sentences: the body, sentence by sentence.
        contact: the sentence that holds the number.
    """

    language: str
    title: str
    sentences: tuple[str, ...]
    contact: str


@dataclass(frozen=True, slots=True)
class Slots:
    """What is filled in for one advert; an empty number leaves the sentence with the number out."""

    name: str
    city: str
    price: str
    number: str


@dataclass(frozen=True, slots=True)
class Shape:
    """How long a text is: how many sentences of each pool, at least and at most."""

    greetings: tuple[int, int] = (0, 1)
    offers: tuple[int, int] = (1, 3)
    settings: tuple[int, int] = (0, 2)
    hours: tuple[int, int] = (0, 1)
    prices: tuple[int, int] = (0, 1)
    closings: tuple[int, int] = (0, 1)
    stock: tuple[int, int] = (0, 2)


LONG = Shape(
    greetings=(1, 1), offers=(3, 4), settings=(2, 3), hours=(0, 1), prices=(0, 1), closings=(0, 1), stock=(0, 2)
)
"""The text of somebody who writes with care."""

SHORT = Shape(
    greetings=(1, 1), offers=(1, 2), settings=(1, 1), hours=(0, 0), prices=(0, 1), closings=(0, 0), stock=(0, 1)
)
"""Three or four sentences."""

STOCK_ONLY = Shape(offers=(0, 1), settings=(0, 1), stock=(3, 5))
"""Hardly a word of one's own."""


def drawn(dice: Dice, phrase: str) -> str:
    """Make a phrase's choices."""
    return _CHOICE.sub(lambda found: dice.choice(found[1].split("|")), phrase)


def compose(dice: Dice, language: str, shape: Shape) -> Template:
    """Compose a text of one's own from the pools that all share."""
    pools = LANGUAGES[language]
    parts = [
        dice.some(pools.greetings, *shape.greetings),
        dice.mixed(dice.some(pools.offers, *shape.offers) + dice.some(pools.settings, *shape.settings)),
        dice.some(pools.hours, *shape.hours),
        dice.some(pools.prices, *shape.prices),
        dice.some(pools.stock, *shape.stock),
        dice.some(pools.closings, *shape.closings),
    ]
    sentences = [drawn(dice, phrase) for part in parts for phrase in part]
    if not sentences:
        sentences = [drawn(dice, dice.choice(pools.offers))]
    return Template(
        language=language,
        title=drawn(dice, dice.choice(pools.titles)),
        sentences=tuple(sentences),
        contact=drawn(dice, dice.choice(pools.contacts)),
    )


def filled(template: Template, slots: Slots) -> tuple[str, str]:
    """Fill the slots; give title and body."""
    gap = LANGUAGES[template.language].gap
    sentences = [*template.sentences, template.contact] if slots.number else list(template.sentences)
    return _fill(template.title, slots), gap.join(_fill(sentence, slots) for sentence in sentences)


def _fill(text: str, slots: Slots) -> str:
    """Put the values in place of the slots; other braces stay."""
    for name, value in (("name", slots.name), ("city", slots.city), ("price", slots.price), ("number", slots.number)):
        text = text.replace("{" + name + "}", value)
    return text


def as_it_is(_dice: Dice, template: Template) -> Template:
    """Post the text again to the letter."""
    return template


def light(dice: Dice, template: Template) -> Template:
    """Leave a sentence out, set two the other way round, or add an everyday phrase."""
    sentences = list(template.sentences)
    if len(sentences) > 3 and dice.chance(0.35):
        sentences.pop(dice.randrange(len(sentences)))
    if len(sentences) > 2 and dice.chance(0.25):
        at = dice.randrange(len(sentences) - 1)
        sentences[at], sentences[at + 1] = sentences[at + 1], sentences[at]
    phrase = dice.choice(LANGUAGES[template.language].stock)
    if phrase not in sentences and dice.chance(0.25):
        sentences.append(phrase)
    return _with(template, sentences)


def heavy(dice: Dice, template: Template) -> Template:
    """Keep about two sentences in three, say one anew, and drop a word here and there."""
    pools = LANGUAGES[template.language]
    sentences = [sentence for sentence in template.sentences if dice.chance(0.7)] or list(template.sentences)
    sentences.insert(dice.randrange(len(sentences) + 1), drawn(dice, dice.choice(pools.offers)))
    return _with(light(dice, template), [_thinned(dice, sentence) for sentence in dice.mixed(sentences)])


def shortened(dice: Dice, template: Template) -> Template:
    """Keep three or four sentences in their order."""
    kept = sorted(dice.some(range(len(template.sentences)), 3, 4))
    return _with(template, [template.sentences[at] for at in kept])


def disguised(dice: Dice, template: Template) -> Template:
    """Put look-alike letters, signs and invisible marks into a lightly edited text; slots stay whole."""
    edited = light(dice, template)
    return Template(
        language=edited.language,
        title=_masked(dice, edited.title),
        sentences=tuple(_masked(dice, sentence) for sentence in edited.sentences),
        contact=edited.contact,
    )


def other_script(dice: Dice, template: Template) -> Template:
    """Write a Chinese text in traditional characters half of the time; other languages get a light edit."""
    edited = light(dice, template)
    if template.language != "zh" or dice.chance(0.5):
        return edited
    return Template(
        language="zh",
        title=edited.title.translate(TRADITIONAL),
        sentences=tuple(sentence.translate(TRADITIONAL) for sentence in edited.sentences),
        contact=edited.contact.translate(TRADITIONAL),
    )


def blended(dice: Dice, first: Template, second: Template) -> Template:
    """Take half of each of two texts."""
    kept = [
        sentence
        for template in (first, second)
        for sentence in dice.some(template.sentences, len(template.sentences) // 2, len(template.sentences) // 2 + 1)
    ]
    return _with(dice.choice((first, second)), dice.mixed(kept))


EDITS: dict[str, Callable[[Dice, Template], Template]] = {
    "to the letter": as_it_is,
    "light": light,
    "heavy": heavy,
    "short": shortened,
    "disguised": disguised,
    "other script": other_script,
}
"""Ways to edit a text, by the name under which truth lists them."""


def _with(template: Template, sentences: list[str]) -> Template:
    """Give the same text with other sentences."""
    return Template(template.language, template.title, tuple(sentences), template.contact)


def _thinned(dice: Dice, sentence: str) -> str:
    """Drop one word in sixteen; texts without spaces and slots stay as they are."""
    words = sentence.split(" ")
    kept = [word for word in words if "{" in word or len(words) < 4 or not dice.chance(0.06)]
    return " ".join(kept)


def _masked(dice: Dice, sentence: str) -> str:
    """Disguise the words of a sentence that are no slots."""
    return " ".join(word if "{" in word else _masked_word(dice, word) for word in sentence.split(" "))


def _masked_word(dice: Dice, word: str) -> str:
    """Swap a third of the letters that have a double, hide a mark in a long word, hang a sign on."""
    swapped = "".join(
        _LOOK_ALIKES[letter] if letter in _LOOK_ALIKES and dice.chance(0.33) else letter for letter in word
    )
    if len(swapped) > 5 and dice.chance(0.1):
        at = dice.between(1, len(swapped) - 1)
        swapped = swapped[:at] + _ZERO_WIDTH + swapped[at:]
    return f"{swapped} {dice.choice(_DECORATION)}" if dice.chance(0.06) else swapped
