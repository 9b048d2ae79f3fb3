"""Telephone numbers of the training case: only from blocks reserved for fiction, and the ways people write them.

Source: the French numbering plan (Arcep, decision 2018-0881 as amended) sets aside six blocks of 10,000 numbers for
works of fiction; none can ever be given to anybody. Everyone in the case uses them, wherever they live.
"""

from collections.abc import Sequence

from palermo.training.dice import Dice

MOBILE_BLOCK = "63998"
"""06 39 98 xx xx, without the leading 0."""

LANDLINE_BLOCKS = ("19900", "26191", "35301", "46571", "53649")
"""01 99 00, 02 61 91, 03 53 01, 04 65 71 and 05 36 49 xx xx, without the leading 0."""

PLAIN_STYLES = ("pairs", "together", "international", "zeros", "dotted", "dashes")
"""Everyday ways of writing a number, as anyone may."""

DISGUISES = ("words", "letter-o", "emoji", "spread", "mixed-words")
"""Ways of writing that hinder a machine: lawful advertisers use them too, to dodge a site's filter."""

_BETWEEN = ("🌸", "✨", "🍀", "☎", "🌿", "❀", "★")


def is_reserved(national: str) -> bool:
    """Tell whether a national number such as `0639981234` lies in a block reserved for fiction."""
    return len(national) == 10 and national.isdigit() and national[0] == "0" and (
        national[1:6] == MOBILE_BLOCK or national[1:6] in LANDLINE_BLOCKS
    )  # fmt: skip


class Phones:
    """Gives out numbers, each to one user only."""

    def __init__(self, dice: Dice) -> None:
        """Shuffle the blocks."""
        ends = range(10_000)
        self._mobile = [f"+33{MOBILE_BLOCK}{end:04}" for end in dice.mixed(ends)]
        self._fixed = dice.mixed([f"+33{block}{end:04}" for block in LANDLINE_BLOCKS for end in ends])

    def mobile(self) -> str:
        """Give a mobile number in the form `+33639981234`."""
        return self._mobile.pop()

    def fixed(self) -> str:
        """Give a landline number in the form `+33199001234`."""
        return self._fixed.pop()


def national(number: str) -> str:
    """Write `+33639981234` as `0639981234`."""
    return "0" + number.removeprefix("+33")


def write_number(dice: Dice, number: str, style: str, digit_words: Sequence[str]) -> str:
    """Write a number in one of `PLAIN_STYLES` or `DISGUISES`.

    Args:
        dice: for what a style leaves open.
        number: in the form `+33639981234`.
        style: the style's name.
        digit_words: the words for 0 to 9 in the text's language.
    """
    digits = national(number)
    pairs = [digits[at : at + 2] for at in range(0, 10, 2)]
    if style == "words":
        return " ".join(digit_words[int(digit)] for digit in digits)
    if style == "mixed-words":
        turned = {dice.between(0, 9) for _ in range(3)}
        return " ".join(digit_words[int(digit)] if at in turned else digit for at, digit in enumerate(digits))
    simple = {
        "pairs": " ".join(pairs),
        "together": digits,
        "international": "+33 " + digits[1] + " " + " ".join(pairs[1:]),
        "zeros": "0033" + digits[1:],
        "dotted": ".".join(pairs),
        "dashes": "-".join(pairs),
        "letter-o": " ".join(pairs).replace("0", "O"),
        "emoji": dice.choice(_BETWEEN).join(pairs),
        "spread": dice.choice((" ", ".", "-", " . ")).join(digits),
    }
    return simple[style]
