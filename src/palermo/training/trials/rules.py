"""The sentence grammar that all advertisers of a trial share: patterns with alternatives inside alternatives.

In a pattern `[a|b [c|d]]` stands for one of its alternatives, `<things>` for any of a language's parts of that name. A
pattern is read once into a tree of strings, sequences and alternatives, from which sentences are drawn.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from palermo.training.texts import LANGUAGES
from palermo.training.trials.phrasebook import slotted
from palermo.training.trials.quick import Quick
from palermo.training.trials.words import PARTS

_WESTERN = (
    "<leads> <things>[| <tails>|, <tails>][| {and} <things>[| <tails>]].",
    "<things>[| <tails>], <things>[| <tails>][|, <tails>] {and} <things>.",
    "<whole>[, <things>| - <tails>|].",
    "<tails>[,|:] <leads> <things>[| {and} <things>].",
    "<things>? <tails>[!|.][| <whole>!]",
    "<leads> <things>, {not} <things>[| <tails>].",
    "[<whole>|<things> <tails>], [<whole>|<tails>][| {and} <things>].",
    "{also}: <things>[| <tails>][, <things>|][, <things> <tails>|].",
)
"""Patterns of any language with spaces; what stands in braces is that language's own word."""

_HAN = (
    "<leads><things>[，<tails>|][，还有<things>[，<tails>|]|]。",
    "<things>[<tails>|]，<things>[，<tails>|]，也有<things>。",
    "<whole>[，<things>|，<tails>|]。",
    "<tails>，<leads><things>[和<things>|]。",
    "<things>？<tails>[！|。][<whole>！|]",
    "<leads><things>，不是<things>[，<tails>|]。",
    "[<whole>|<things><tails>]，[<whole>|<tails>][，还有<things>|]。",
    "另外：<things>[<tails>|][、<things>|][、<things><tails>|]。",
)

_JOINING = {
    "en": {
        "and": "[and|plus|as well as|with]",
        "not": "[not just|more than|never only]",
        "also": "[Also|Further|On top]",
    },
    "fr": {
        "and": "[et|ainsi que|plus|avec]",
        "not": "[pas seulement|plus que|et non]",
        "also": "[Aussi|En plus|Également]",
    },
    "nl": {"and": "[en|plus|alsook|met]", "not": "[niet enkel|meer dan|en geen]", "also": "[Ook|Verder|Daarbij]"},
    "es": {"and": "[y|además de|más|con]", "not": "[no solo|más que|y no]", "also": "[También|Además|Aparte]"},
}

Node = str | tuple["Node", ...] | list["Node"]
"""A string, a sequence (tuple) or alternatives (list)."""

_MARKS = re.compile(r"[\[\]|]")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The grammar of one language.

    Attributes:
        language: ISO 639-1.
        sentences: patterns of sentences.
        greetings: patterns with the name.
        prices: patterns with the price.
        contacts: patterns with the number.
        titles: patterns of headings.
        synonyms: words that stand in one another's place somewhere in the grammar.
        gap: what stands between two sentences.
    """

    language: str
    sentences: tuple[Node, ...]
    greetings: tuple[Node, ...]
    prices: tuple[Node, ...]
    contacts: tuple[Node, ...]
    titles: tuple[Node, ...]
    synonyms: dict[str, tuple[str, ...]]
    gap: str

    def text(self, dice: Quick, count: int) -> list[str]:
        """Draw a text of `count` sentences and, mostly, a greeting and a price; slots open, the number's sentence last but one."""
        sentences = [drawn(dice, node) for node in dice.sample(self.sentences, count)]
        if dice.random() < 0.7:
            sentences.insert(0, drawn(dice, dice.choice(self.greetings)))
        if dice.random() < 0.6:
            sentences.insert(int(dice.random() * len(sentences)), drawn(dice, dice.choice(self.prices)))
        sentences.insert(len(sentences) - int(dice.random() * 3), drawn(dice, dice.choice(self.contacts)))
        return sentences


def drawn(dice: Quick, node: Node) -> str:
    """Draw one of the sentences a pattern stands for, beginning with a capital."""
    text = _drawn(dice.random, node)
    return text[0].upper() + text[1:]


def _drawn(draw: Callable[[], float], node: Node) -> str:
    while isinstance(node, list):
        node = node[int(draw() * len(node))]
    if isinstance(node, str):
        return node
    return "".join([part if isinstance(part, str) else _drawn(draw, part) for part in node])


@cache
def grammar(language: str) -> Grammar:
    """Give the grammar of a language."""
    pool, parts = LANGUAGES[language], PARTS[language]
    classes = {
        "<leads>": parts.leads, "<things>": parts.things, "<tails>": parts.tails, "<whole>": parts.whole
    }  # fmt: skip
    general = _HAN if language == "zh" else tuple(_joined(pattern, language) for pattern in _WESTERN)
    sentences = [
        *general,
        *general,
        *pool.offers,
        *pool.settings,
        *pool.hours,
        *pool.stock,
        *pool.closings,
        *pool.beside,
    ]
    stop = "。" if language == "zh" else "."
    read = [
        tuple(_node(pattern, classes) for pattern in patterns)
        for patterns in (
            sentences, (*pool.greetings, *_ended(parts.greetings, stop)), (*pool.prices, *_ended(parts.prices, stop)),
            (*pool.contacts, *_ended(parts.contacts, stop)), (*pool.titles, *parts.titles),
        )
    ]  # fmt: skip
    return Grammar(language, read[0], read[1], read[2], read[3], read[4], _synonyms(chain(*read)), pool.gap)


def _ended(patterns: tuple[str, ...], stop: str) -> Iterator[str]:
    return (pattern + stop for pattern in patterns)


def _joined(pattern: str, language: str) -> str:
    for key, words in _JOINING[language].items():
        pattern = pattern.replace(f"{{{key}}}", words)
    return pattern


def _node(pattern: str, classes: dict[str, tuple[str, ...]]) -> Node:
    """Read a pattern into its tree."""
    for name, things in classes.items():
        pattern = pattern.replace(name, f"[{'|'.join(things)}]")
    pattern = slotted(pattern)
    pieces = iter([*_pieces(pattern), "]"])
    return _alternatives(pieces)


def _pieces(pattern: str) -> Iterator[str]:
    at = 0
    for found in _MARKS.finditer(pattern):
        if found.start() > at:
            yield pattern[at : found.start()]
        yield found[0]
        at = found.end()
    if at < len(pattern):
        yield pattern[at:]


def _alternatives(pieces: Iterator[str]) -> Node:
    """Read up to the closing bracket."""
    found: list[Node] = []
    sequence: list[Node] = []
    for piece in pieces:
        if piece == "[":
            sequence.append(_alternatives(pieces))
        elif piece in "]|":
            found.append(sequence[0] if len(sequence) == 1 else tuple(sequence) if sequence else "")
            sequence = []
            if piece == "]":
                break
        else:
            sequence.append(piece)
    return found[0] if len(found) == 1 else found


def _synonyms(nodes: Iterable[Node]) -> dict[str, tuple[str, ...]]:
    """Find the single words that are alternatives of one another."""
    found: dict[str, set[str]] = {}
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            continue
        waiting.extend(node)
        if isinstance(node, list):
            words = {one for one in node if isinstance(one, str) and one and " " not in one}
            for word in words:
                found.setdefault(word, set()).update(words - {word})
    return {word: tuple(sorted(others)) for word, others in sorted(found.items()) if others}
