"""The letters that look alike, as tables: what Unicode's own forms do not say about which character poses as which."""

import string

_SAME_LETTER = {
    "a": "ɑᴀаａα",
    "b": "ʙᏼ",
    "c": "ᴄϲ",
    "d": "ᴅđðɖ",
    "e": "ᴇ",
    "f": "ꜰƒ",
    "g": "ɡɢ",
    "h": "ʜħ",
    "i": "ɪıɩ",
    "j": "ᴊȷ",
    "k": "ᴋ",
    "l": "ʟłƚ",
    "m": "ᴍ",
    "n": "ɴ",
    "o": "ᴏøɵ",
    "p": "ᴘ",
    "r": "ʀ",
    "s": "ꜱ",
    "t": "ᴛŧ",
    "u": "ᴜ",
    "v": "ᴠ",
    "w": "ᴡ",
    "y": "ʏ",
    "z": "ᴢ",
}
"""Latin letters of other shapes, which are that letter wherever they stand."""

_SEVERAL_LETTERS = {"ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ɶ": "oe", "þ": "th", "ŋ": "ng", "ĳ": "ij"}

_DASHES = "‐‑‒–—―−﹘﹣－⁃"
_SINGLE_QUOTES = "‘’‚‛′ʼ´＇"
_DOUBLE_QUOTES = "“”„‟«»″"

_CYRILLIC = dict(
    zip(
        "аАвВеЕёЁзЗіІїЇјЈкКмМнНоОрРсСтТуУхХѕЅһҺԁԚԛԜԝӏӀӨөүҮ",
        "aabbeeee33iiiijjkkmmhhooppccttyyxxsshhdqqwwllooyy",
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αΑβΒεΕΖΗηιΙκΚμΜνΝοΟρΡτΤυΥχΧγωϲϹϳάέήίόύώ",
        "aabbeezhniikkumvnooppttuyxxywccjaeniouw",
        strict=True,
    )
)
_ARMENIAN = {"օ": "o", "Օ": "o", "ո": "n", "ս": "u", "Ս": "u", "հ": "h", "ց": "g", "զ": "q", "ք": "p", "լ": "l"}
_CHEROKEE = dict(
    zip(
        "ᎪᏴᏟᎠᎬᎻᏆᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᎩᏃ",
        "abcdehijklmprstvwyz",
        strict=True,
    )
)
_LISU = dict(
    zip(
        "ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ",
        "bpdtgkjczfmnlsrvhwxyaeiou",
        strict=True,
    )
)


def _lookalikes() -> dict[int, str]:
    """Join the tables; a capital that is in none of them follows its small letter, so that folding twice is folding once."""
    table = {char: letter for part in (_CYRILLIC, _GREEK, _ARMENIAN, _CHEROKEE, _LISU) for char, letter in part.items()}
    for char, letter in list(table.items()):
        table.setdefault(char.upper(), letter)
    accented = {0x1FBB: "a", 0x1FC9: "e", 0x1FCB: "n", 0x1FDB: "i", 0x1FEB: "u", 0x1FF9: "o", 0x1FFB: "w", 0x3D3: "u"}
    return {ord(char): letter for char, letter in table.items() if len(char) == 1} | accented


LOOKALIKES: dict[int, str] = _lookalikes()
"""Letters of other scripts and the Latin letter they pose as inside a Latin word."""

LATIN_OF: dict[int, str] = {
    ord(char): letter for letter, chars in _SAME_LETTER.items() for char in chars if char not in "аａα"
}
"""Latin letters without a decomposition, and the plain letter each is written for."""


def _special() -> dict[int, str]:
    """Build the table of what Unicode's compatibility forms leave out or say otherwise."""
    table = {code: chr(code).lower() for code in range(0x20, 0x7F)} | LATIN_OF
    table.update({ord(char): letters for char, letters in _SEVERAL_LETTERS.items()})
    table.update(dict.fromkeys(map(ord, _DASHES), "-"))
    table.update(dict.fromkeys(map(ord, _SINGLE_QUOTES), "'"))
    table.update(dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"'))
    table.update(dict.fromkeys([*range(0x300, 0x370), 0x20E3, 0x34F, 0x115F, 0x1160, 0x3164, 0x2800], ""))
    table.update(dict.fromkeys([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x180B, 0x180C, 0x180D], ""))
    table.update({0x09: " ", 0x0A: "\n", 0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"})
    table.update({0xB5: "u", 0x3002: ".", 0x3001: ",", 0x2022: "•", 0x00B7: "·", 0x30FB: "·", 0x2044: "/", 0x2215: "/"})
    for first in (0x1F130, 0x1F150, 0x1F170):
        table.update({first + n: letter for n, letter in enumerate(string.ascii_lowercase)})
    return table


SPECIAL: dict[int, str] = _special()
"""Code points that fold otherwise than their compatibility form says."""
