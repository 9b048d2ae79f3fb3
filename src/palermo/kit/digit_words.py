"""Digits as words: English, French, Dutch, German and Spanish from 0 to 99, Italian, Portuguese and Chinese digit by digit.

Words stand as `palermo.kit.fold.fold` writes them: in lower case, without accents.
"""

from itertools import product


def words_of(line: str) -> list[str]:
    """Split a line into its words, so that long lists of words stay short to read."""
    return line.split()


_FRENCH = words_of("zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre vingt"}
_FRENCH_TENS_ELSEWHERE = {70: "septante", 80: "huitante", 90: "nonante"}
_ENGLISH = words_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_ENGLISH_TENS = words_of("twenty thirty forty fifty sixty seventy eighty ninety")
_DUTCH = words_of(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien"
)
_DUTCH_TENS = words_of("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_GERMAN = words_of(
    "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
)
_GERMAN_TENS = words_of("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig")
_SPANISH = words_of(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco "
    "veintiseis veintisiete veintiocho veintinueve"
)
_SPANISH_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_BY_DIGIT = (
    "zero uno due tre quattro cinque sei sette otto nove",
    "zero um dois tres quatro cinco seis sete oito nove",
    "oh one two three four five six seven eight nine",
    "zero unu doi trei patru cinci sase sapte opt noua",
    "nul een twee drie vier vijf zes zeuven acht negen",
    "null eins zwo drei vier fuenf sechs sieben acht neun",
    "nought una deux trois quatre cinq six sept huit neuf",
)

HAN_DIGITS: dict[str, str] = {
    char: str(digit)
    for digit, chars in enumerate(
        ("零〇", "一壹幺么", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for char in chars
}
"""The Chinese characters read as a digit, everyday and formal."""


def _french() -> dict[str, str]:
    known = {word: str(value) for value, word in enumerate(_FRENCH)}
    known |= {f"dix {_FRENCH[unit]}": f"1{unit}" for unit in (7, 8, 9)}
    for tens, word in (_FRENCH_TENS | _FRENCH_TENS_ELSEWHERE).items():
        known[word] = str(tens)
        known |= {f"{word} {_FRENCH[unit]}": str(tens + unit) for unit in range(1, 10)}
        known[f"{word} et un"] = str(tens + 1)
    for tens, word in ((60, "soixante"), (80, "quatre vingt")):
        known |= {f"{word} {_FRENCH[more]}": str(tens + more) for more in range(10, 17)}
        known |= {f"{word} dix {_FRENCH[unit]}": str(tens + 10 + unit) for unit in (7, 8, 9)}
        known[f"{word} et onze"] = str(tens + 11)
    return known | {phrase.replace("vingt", "vingts"): digits for phrase, digits in known.items() if "re vi" in phrase}


def _tens_first(words: list[str], tens: list[str], first: int, link: str) -> dict[str, str]:
    known = {word: str(value) for value, word in enumerate(words)}
    for value, word in enumerate(tens, first):
        known[word] = f"{value}0"
        for unit in range(1, 10):
            known[f"{word} {link}{words[unit]}"] = known[f"{word}{words[unit]}"] = f"{value}{unit}"
    return known


def _units_first(words: list[str], tens: list[str], link: str) -> dict[str, str]:
    known = {word: str(value) for value, word in enumerate(words)}
    for value, word in enumerate(tens, 2):
        known[word] = f"{value}0"
        for unit in range(1, 10):
            known[f"{words[unit]}{link}{word}"] = known[f"{words[unit]} {link} {word}"] = f"{value}{unit}"
    return known


def _all() -> dict[str, str]:
    known = _french() | _tens_first(_ENGLISH, _ENGLISH_TENS, 2, "") | _tens_first(_SPANISH, _SPANISH_TENS, 3, "y ")
    german = _units_first(_GERMAN, _GERMAN_TENS, "und")
    known |= german | _units_first(_DUTCH, _DUTCH_TENS, "en")
    known |= {phrase.replace("funf", "fuenf").replace("zwolf", "zwoelf"): digits for phrase, digits in german.items()}
    for words in _BY_DIGIT:
        known |= {word: str(value) for value, word in enumerate(words.split())}
    repeats = (("double", 2), ("dubbel", 2), ("doble", 2), ("triple", 3), ("tripel", 3))
    ones = ["oh", *_ENGLISH[:10], *_FRENCH[:10], *_DUTCH[:10], *_SPANISH[:10]]
    for (word, times), unit in product(repeats, ones):
        known[f"{word} {unit}"] = known[unit] * times
    return known


_KNOWN = _all()

SINGLE: dict[str, str] = {phrase: digits for phrase, digits in _KNOWN.items() if " " not in phrase}
"""The digits of every number that is one word, and of every word that stands alone."""


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, digits in _KNOWN.items():
        words = tuple(phrase.split(" "))
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, digits))
    return {first: tuple(sorted(rest, key=lambda entry: -len(entry[0]))) for first, rest in found.items()}


PHRASES: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = _phrases()
"""Numbers of several words by their first word, the longest first, each with its digits."""

LETTER_DIGITS: dict[str, str] = {
    "".join(letters): "".join("0" if letter == "o" else "1" for letter in letters)
    for size in (1, 2, 3, 4)
    for letters in product("oli", repeat=size)
}
"""Runs of letters that pose as digits, and the digits they pose as."""

VOCABULARY: frozenset[str] = frozenset(
    {*SINGLE, *LETTER_DIGITS, *(word for phrase in _KNOWN for word in phrase.split(" "))}
)
"""Every word that can be part of a number."""
