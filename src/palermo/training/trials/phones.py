"""Numbers of the trials: only from ranges that can be nobody's, each given to one user, and the ways they are written.

Sources: the French plan's six blocks for fiction (Arcep 2018-0881). Read on secondary pages only: Ofcom's numbers for
drama (thousand each); 555-0100 to 555-0199 of North American area codes, left out here where the code's last digits are the
same or it begins with 88, since toll-free codes hold back one number alone; the Irish 020 91x xxxx for drama (ComReg). These
are some 240,000. A larger trial takes the North American area codes with a 9 in the middle as well: the plan keeps them back
for its own lengthening, so that none is in use (secondary pages too).
"""

from collections.abc import Sequence
from itertools import product

from palermo.training.phones import LANDLINE_BLOCKS, MOBILE_BLOCK
from palermo.training.trials.quick import Quick

_FRENCH = tuple(f"+33{block}" for block in (MOBILE_BLOCK, *LANDLINE_BLOCKS))
_BRITISH = tuple(
    f"+44{block}"
    for block in (
        "7700900", "1134960", "1144960", "1154960", "1164960", "1174960", "1184960", "1214960", "1314960", "1414960",
        "1514960", "1614960", "2079460", "1914980", "2896496", "2920180", "1632960",
    )
)  # fmt: skip
_IRISH = "+3532091"
_AMERICAN = tuple(
    f"+1{first}{second}{third}55501"
    for first, second, third in product(range(2, 10), range(9), range(10))
    if second != third and (first, second) != (8, 8)
)

_FRENCH_SIZE = len(_FRENCH) * 10_000
_BRITISH_SIZE = len(_BRITISH) * 1_000
_IRISH_SIZE = 100_000
_AMERICAN_SIZE = len(_AMERICAN) * 100
FOR_FICTION = _FRENCH_SIZE + _BRITISH_SIZE + _IRISH_SIZE + _AMERICAN_SIZE
"""How many numbers are reserved for fiction."""

_KEPT_BACK = 80 * 100 * 10_000
"""Area codes 290 to 999 with a 9 in the middle, exchanges 500 to 599."""

_STEP = 7_368_787
"""A prime, so that stepping by it visits every number once."""


def number_at(index: int) -> str:
    """Give the number at a place of the ranges, `+33639981234`; the first `FOR_FICTION` are those for fiction."""
    if index < _FRENCH_SIZE:
        return f"{_FRENCH[index // 10_000]}{index % 10_000:04}"
    index -= _FRENCH_SIZE
    if index < _BRITISH_SIZE:
        return f"{_BRITISH[index // 1_000]}{index % 1_000:03}"
    index -= _BRITISH_SIZE
    if index < _IRISH_SIZE:
        return f"{_IRISH}{index:05}"
    index -= _IRISH_SIZE
    if index < _AMERICAN_SIZE:
        return f"{_AMERICAN[index // 100]}{index % 100:02}"
    index -= _AMERICAN_SIZE
    area, line = divmod(index, 1_000_000)
    return f"+1{area // 10 + 2}9{area % 10}5{line:06}"


class Numbers:
    """Gives out numbers, each once."""

    def __init__(self, dice: Quick, wanted: int) -> None:
        """Choose the ranges: those for fiction alone where they suffice for `wanted` numbers.

        Args:
            dice: where among the ranges to begin.
            wanted: how many numbers will be asked for at most.
        """
        self._space = FOR_FICTION if wanted <= FOR_FICTION else FOR_FICTION + _KEPT_BACK
        self._at = dice.randrange(self._space)

    def new(self) -> str:
        """Give a number that nobody has yet."""
        self._at = (self._at + _STEP) % self._space
        return number_at(self._at)


_FROM_EUROPE = "001"
"""North American numbers are dialled from abroad here: ten digits without a sign of their country are no number in Europe."""


def _parted(number: str) -> tuple[str, str, tuple[str, ...]]:
    """Part a number into country, what is dialled before it at home, and its groups."""
    if number.startswith("+33"):
        rest = number[3:]
        return "33", "0", (rest[0], rest[1:3], rest[3:5], rest[5:7], rest[7:])
    if number.startswith("+44"):
        rest = number[3:]
        return "44", "0", (rest[:4], rest[4:7], rest[7:])
    if number.startswith("+353"):
        rest = number[4:]
        return "353", "0", (rest[:2], rest[2:5], rest[5:])
    rest = number[2:]
    return "1", _FROM_EUROPE, (rest[:3], rest[3:6], rest[6:])


_FULL_WIDTH = str.maketrans("0123456789+", "０１２３４５６７８９＋")
_POSING = str.maketrans("01", "Ol")
_HAN = str.maketrans("0123456789", "零一二三四五六七八九")
_HAN_ROUND = str.maketrans("0123456789", "〇一二三四五六七八九")
_KEYCAPS = {ord(digit): f"{digit}\ufe0f\u20e3" for digit in "0123456789"}
_BETWEEN = ("🌸", "✨", "🍀", "☎️", "🌿", "★", "💫")
_SEPARATORS = (" ", ".", "-", " . ", "/", " ")


def write_plain(dice: Quick, number: str) -> str:
    """Write a number as anyone may: digits, pairs, dots, dashes, international or as dialled at home."""
    country, trunk, groups = _parted(number)
    style = int(dice.random() * 9)
    home = (trunk + groups[0], *groups[1:])
    if style == 0:
        return number
    if style == 1:
        return "00" + number[1:]
    if style == 2:
        return f"+{country} {' '.join(groups)}"
    if style == 3:
        return f"+{country}-{'-'.join(groups)}"
    if style == 4:
        return f"00 {country} {' '.join(groups)}"
    return (" ", "", ".", "-", "")[style - 5 if style < 9 else 0].join(home)


def write_disguised(dice: Quick, number: str, words: Sequence[str]) -> str:
    """Write a number so that a machine may miss it.

    Args:
        dice: for the way.
        number: in the form `+33639981234`.
        words: the words for 0 to 9 in the text's language; Chinese ones stand without spaces.
    """
    _, trunk, groups = _parted(number)
    home = (trunk + groups[0], *groups[1:])
    style = int(dice.random() * 9)
    if style < 2:
        return _in_words(dice, "".join(home), words, mixed=style == 0)
    if style < 5:
        table = (_POSING, _KEYCAPS, _FULL_WIDTH)[style - 2]
        return (" " if style == 2 or dice.random() < 0.5 else "").join(home).translate(table)
    if style == 5:
        return dice.choice(_BETWEEN).join(home)
    if style < 8:
        return dice.choice(_BETWEEN if style == 6 else _SEPARATORS).join("".join(home))
    return f"({home[0]}) {' / '.join(home[1:])}"


def _in_words(dice: Quick, digits: str, words: Sequence[str], *, mixed: bool) -> str:
    """Write digits as words, all of them or some."""
    if words[0] == "零":
        return digits.translate(_HAN_ROUND if mixed else _HAN)
    chosen = [words[int(digit)] for digit in digits]
    if mixed:
        chosen = [word if dice.random() < 0.4 else digit for word, digit in zip(chosen, digits, strict=True)]
    return " ".join(chosen)
