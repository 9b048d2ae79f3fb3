"""Finds messenger names, mails and pages in a folded text, plain or with the at and the points written as words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from palermo.kit.digit_words import words_of
from palermo.kit.handles import LABELS, MAIL, MESSENGERS, any_of, handle, messenger_of, page_address


@dataclass(frozen=True, slots=True)
class Address:
    """A name, mail or page in a folded text: its canonical value, its stretch, and how it is written."""

    value: str
    start: int
    end: int
    ways: tuple[str, ...]


_WRITTEN_AT = re.compile(
    r" ?[(\[{<] ?(?:at|a|@|arobase|arroba|chez) ?[)\]}>] ?| (?:at|arobase|arrobase|arroba|apenstaartje|klammeraffe|@) |@"
)
_POINT = r"(?: ?[(\[{<] ?(?:dot|point|punt|punto|punkt|\.) ?[)\]}>] ?| (?:dot|point|punt|punto|punkt) |\.)"
_LOCAL = re.compile(rf"(?<![a-z0-9._%+\-])[a-z0-9][a-z0-9_%+\-]{{0,63}}(?:{_POINT}[a-z0-9_%+\-]{{1,40}}){{0,4}}\Z")
_DOMAIN = re.compile(rf"[a-z0-9][a-z0-9\-]{{0,61}}(?:{_POINT}[a-z0-9][a-z0-9\-]{{0,61}}){{1,4}}")
_ANY_POINT = re.compile(_POINT)
_MAIL = re.compile(MAIL)
PROVIDERS = frozenset(
    words_of(
        "gmail googlemail hotmail outlook live yahoo icloud proton protonmail gmx web orange wanadoo free sfr "
        "laposte telenet skynet proximus ziggo kpnmail tutanota mail msn aol qq 163 126 foxmail sina"
    )
)
_BARE_AT = frozenset({"at", "arobase", "arrobase", "arroba", "apenstaartje", "klammeraffe"})
_AT_HINTS = ("@", " at ", "(a", "[a", "{a", "<a", "( a", "[ a", " arr", " aro", " apen", " klam", "chez")
_SHORTEST_NAME = 3
_LONGEST_LOCAL = 120
_LONGEST_DOMAIN = 160

_PAGE = re.compile(
    r"(?:(?P<sure>https?://|(?<![a-z0-9.@\-])www(?=\.))|(?<![a-z0-9.@_\-/]))(?P<host>(?<=www)\.[a-z0-9.\-]{3,200}+"
    r"|[a-z0-9][a-z0-9\-]{0,61}+(?:\.[a-z0-9][a-z0-9\-]{0,61}+){1,6})(?P<port>:[0-9]{1,5})?(?P<path>[/?#][!-~]{0,2000}+)?"
)
_PAGE_HINT = re.compile(r"\.[0-9\-]*[a-z]")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}")
ENDINGS = frozenset(
    words_of(
        "com net org info eu be fr nl uk lu ch biz xyz online site shop club app example cn hk tw jp kr vn cz hu bg"
    )
)
ENDINGS_WITH_PATH = frozenset(words_of("me de es it at io co in to cc tv be fr ly gl link ee"))
_AFTER_PAGE = ".,;:!?)]}'\"*<>|"

_HANDLE = re.compile(
    rf"(?<![a-z0-9_.@])(?P<label>{LABELS})(?P<id> ?(?:id|号|號|account|user(?:name)?|naam|nom|name)(?![a-z0-9]))?"
    r"(?P<mark>[ \ue000]{0,2}(?:[:=@]|->|=>|-(?= ))?[ \ue000]{0,2}@?)(?P<name>[a-z0-9][a-z0-9_.\-]{1,39}+)"
)
_ALONE = re.compile(r"(?<![a-z0-9_.@%+\-])@[a-z][a-z0-9_.]{2,31}(?![a-z0-9_@])|(?<![a-z0-9])wxid_[a-z0-9_\-]{4,40}")
NEVER_ALONE = frozenset({"session", "line", "signal", "facebook"})
SHORT_LABELS = frozenset({"wa", "ig", "fb", "tg", "snap"})
NO_NAME = frozenset(
    words_of(
        "yes no oui non ja nee si sim only ok okay available disponible beschikbaar possible mogelijk sms call "
        "appel bel tel and et en und or ou of oder the me moi mij number numero nummer here ici hier only please "
        "svp aub welcome too also uniquement seulement alleen nur solo direct directe text message bericht "
        "telegram whatsapp wechat viber signal line phone telephone telefoon contact adres mail email op sur on "
        "via for pour voor une een ein eine einen una uno unas unos les des las los het das der die the this your "
        "votre vous jouw deze este esta con avec with met mit every chaque cada elke jede "
        "book open live show below above ask girl girls boy boys messenger now today daily daytime every first then just "
        "chat video photo photos pics send write text reserve reservez boek llama escribe schreib schreibe"
    )
)


def _is_long(label: str) -> bool:
    return len(label) > 3 or not label.isascii()


_ALL_LABELS = [label for labels in MESSENGERS.values() for label in labels]
_LONG_LABELS = tuple(
    sorted(
        {
            min(label.split(" "), key=lambda part: (part.isascii(), -len(part)))
            for label in _ALL_LABELS
            if _is_long(label)
        }
    )
)
_BRIEF_LABEL = re.compile(
    r"(?<![a-z0-9_.@])(?:" + any_of(label for label in _ALL_LABELS if not _is_long(label)) + r")[ \ue000:=@0-9\-]"
)
_IS_NUMBER = re.compile(r"[0-9oli.\-]*[0-9][0-9oli.\-]*")


def find_addresses(text: str, original_of: Callable[[int, int], str]) -> tuple[list[Address], str]:
    """Find mails, pages and messenger names; they come in order and never overlap.

    Args:
        text: the folded text.
        original_of: gives what stood in the original for a stretch of the folded text (paths tell capitals apart).

    Returns:
        what was found, and the text with `§` in its place.
    """
    found: list[Address] = []
    for part in (_mails, _pages, _names, _alone):
        held = list(part(text, original_of))
        text = _without(text, held)
        found += held
    return sorted(found, key=lambda address: address.start), text


def _without(text: str, found: list[Address]) -> str:
    parts: list[str] = []
    last = 0
    for address in found:
        parts += (text[last : address.start], "§" * (address.end - address.start))
        last = address.end
    parts.append(text[last:])
    return "".join(parts)


def _mails(text: str, _original_of: Callable[[int, int], str]) -> Iterator[Address]:
    if not any(hint in text for hint in _AT_HINTS):
        return
    last = 0
    for at in _WRITTEN_AT.finditer(text):
        if at.start() < last:
            continue
        domain = _DOMAIN.match(text, at.end(), at.end() + _LONGEST_DOMAIN)
        local = domain and _LOCAL.search(text, max(last, at.start() - _LONGEST_LOCAL), at.start())
        if local is None or domain is None:
            continue
        mail = _mail(text, local.start(), at, domain)
        if mail:
            last = mail.end
            yield mail


def _mail(text: str, start: int, at: re.Match[str], domain: re.Match[str]) -> Address | None:
    """Write a mail canonically; words after a mail's end are no part of it, and a bare “at” alone makes none."""
    local = _ANY_POINT.sub(".", text[start : at.start()])
    site = _ANY_POINT.sub(".", domain[0])
    end = domain.end()
    if at[0].strip() in _BARE_AT and "." in local and " " in text[start : at.start()]:
        return None
    plain_points = site == domain[0]
    if at[0].strip() in _BARE_AT and plain_points and site.partition(".")[0] not in PROVIDERS:
        return None
    whole = _MAIL.fullmatch(f"{local}@{site}")
    while whole is None and "." in site:
        site = site.rpartition(".")[0]
        end = _ANY_POINT.sub(_same_size, text[domain.start() : end]).rindex("\n") + domain.start()
        whole = _MAIL.fullmatch(f"{local}@{site}")
    if whole is None:
        return None
    plain = at[0] == "@" and plain_points and local == text[start : at.start()]
    return Address(f"mailto:{local}@{site}", start, end, ("mail",) if plain else ("words",))


def _same_size(found: re.Match[str]) -> str:
    return "\n" + "." * (len(found[0]) - 1)


def _pages(text: str, original_of: Callable[[int, int], str]) -> Iterator[Address]:
    if _PAGE_HINT.search(text) is None:
        return
    for found in _PAGE.finditer(text):
        host = (("www" if found["sure"] == "www" else "") + found["host"]).rstrip(".-")
        path = (found["path"] or "").rstrip(_AFTER_PAGE) if found["host"][-1] not in ".-" else ""
        ending = host.rpartition(".")[2]
        if not _HOST.fullmatch(host):
            continue
        if not found["sure"] and ending not in ENDINGS and not (path and ending in ENDINGS_WITH_PATH):
            continue
        at = found.start("path")
        end = (
            at + len(path) if path else found.start("host") + len(found["host"].rstrip(".-")) + len(found["port"] or "")
        )
        written = original_of(at, end) if path else ""
        yield Address(page_address(host, written if len(written) == len(path) else path), found.start(), end, ("page",))


def _names(text: str, _original_of: Callable[[int, int], str]) -> Iterator[Address]:
    if any(label in text for label in _LONG_LABELS) or _BRIEF_LABEL.search(text):
        for found in _HANDLE.finditer(text):
            name = found["name"].rstrip(".-")
            label = messenger_of(found["label"])
            if _is_name(label, found, name):
                end = found.start("name") + len(name)
                yield Address(handle(label, name), found.start(), end, ("handle",))


def _alone(text: str, _original_of: Callable[[int, int], str]) -> Iterator[Address]:
    """Find names that need no messenger's name before them."""
    if "@" in text or "wxid_" in text:
        for found in _ALONE.finditer(text):
            name = found[0].rstrip(".")
            if name.startswith("wxid_"):
                yield Address(handle("wechat", name), found.start(), found.end(), ("handle",))
            elif len(name) > 3:
                yield Address(handle("telegram", name), found.start(), found.start() + len(name), ("handle",))


def _is_name(messenger: str, found: re.Match[str], name: str) -> bool:
    """Tell whether what follows a messenger's name is a name in it, and no word of the sentence or phone number."""
    # A dash between spaces parts phrases as often as it leads to a name: it says nothing.
    mark = found["mark"].strip(" \ue000").removesuffix("-")
    if len(name) < _SHORTEST_NAME or name in NO_NAME:
        return False
    if _IS_NUMBER.fullmatch(name):
        return messenger == "qq" and name.isdigit() and 5 <= len(name) <= 11
    if "@" in mark or (found["id"] and mark):
        return True
    if messenger in NEVER_ALONE or found["label"] in SHORT_LABELS:
        return bool(mark) and messenger != "session" and not name[0].isdigit()
    return bool(mark or found["id"]) or _stands_out(found["label"], found["mark"], name)


def _stands_out(label: str, gap: str, name: str) -> bool:
    """Whether a name after nothing but a messenger's name looks like one: Latin letters in Chinese, or a digit or `_` in it."""
    if not label.isascii():
        return any("a" <= letter <= "z" for letter in name)
    return bool(gap) and not name[0].isdigit() and any(letter in "0123456789_" for letter in name)
