"""Messenger names, mails and pages: their canonical writing, and reading one that stands alone.

`wechat:name`, `telegram:name`, `mailto:name@site.example`, `https://site.example/path`; a page that only leads to a
phone or a messenger is that phone or messenger.
"""

import re
from collections.abc import Iterable

from palermo.kit.numbers import international

MESSENGERS: dict[str, tuple[str, ...]] = {
    "wechat": (
        "wechat",
        "we chat",
        "weixin",
        "wei xin",
        "微信",
        "微 信",
        "薇信",
        "威信",
        "维信",
        "v信",
        "加v",
        "+v",
        "v x",
        "wx",
    ),
    "telegram": ("telegram", "telegramm", "telegrm", "tg", "电报", "纸飞机"),
    "whatsapp": ("whatsapp", "whats app", "watsapp", "wapp", "wa"),
    "line": ("line",),
    "signal": ("signal",),
    "viber": ("viber",),
    "skype": ("skype",),
    "snapchat": ("snapchat", "snap"),
    "instagram": ("instagram", "insta", "ig"),
    "qq": ("qq", "扣扣"),
    "kakaotalk": ("kakaotalk", "kakao"),
    "zalo": ("zalo",),
    "threema": ("threema",),
    "wickr": ("wickr",),
    "session": ("session",),
    "kik": ("kik",),
    "facebook": ("facebook", "messenger", "fb"),
}
"""The messengers by canonical name, and how each is called in texts after folding."""

MESSENGER_OF: dict[str, str] = {label.replace(" ", ""): name for name, labels in MESSENGERS.items() for label in labels}
"""The canonical name of a messenger by any of its labels, written together."""

_PARTING = r"[\s.·\ue000-]"


def any_of(labels: Iterable[str]) -> str:
    """Make the alternatives of a pattern, the longest first; where a label has a space, any mark or none may stand."""
    ordered = sorted(labels, key=lambda label: (-len(label), label))
    return "|".join(f"{_PARTING}?".join(map(re.escape, label.split(" "))) for label in ordered)


def messenger_of(label: str) -> str:
    """Give the canonical name of a messenger by a label as written in a folded text."""
    return MESSENGER_OF[re.sub(_PARTING, "", label.lower())]


LABELS = any_of(label for labels in MESSENGERS.values() for label in labels)
"""Every label, as alternatives of a pattern, the longest first."""

MAIL = r"[a-z0-9][a-z0-9._%+\-]{0,63}@(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}"
"""A mail address in lower case."""

HOST = r"(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}"
"""The name of a site in lower case."""

_EXACT_HANDLE = re.compile(rf"({LABELS})\s*(?:id|号)?\s*[:：]\s*@?([^\s/@]{{2,64}})", re.IGNORECASE)
_AT_NAME = re.compile(r"@([a-z][a-z0-9_.]{2,31})", re.IGNORECASE)
_WXID = re.compile(r"wxid_[a-z0-9_\-]{4,40}", re.IGNORECASE)
_EXACT_MAIL = re.compile(rf"(?:mailto:\s*)?({MAIL})", re.IGNORECASE)
_EXACT_PAGE = re.compile(rf"(?:https?://)?({HOST})(?::\d{{1,5}})?([/?#]\S*)?", re.IGNORECASE)
_TELEGRAM_PAGE = re.compile(r"/@?([a-z][a-z0-9_]{2,31})/?(?:\?.*)?", re.IGNORECASE)
_WHATSAPP_PAGE = re.compile(r"/(?:send/?\?phone=|message/)?\+?(\d{8,15})\b.*", re.IGNORECASE)


def exact_handle(text: str) -> str:
    """Give the canonical writing of a messenger name that is all there is of `text`; empty where it is none.

    Digits after a messenger's name are a phone number, not a handle, but for QQ, whose names are digits.
    """
    if _WXID.fullmatch(text):
        return handle("wechat", text)
    at_name = _AT_NAME.fullmatch(text)
    if at_name:
        return handle("telegram", at_name[1])
    found = _EXACT_HANDLE.fullmatch(text)
    if not found:
        return ""
    name = messenger_of(found[1])
    if name != "qq" and re.fullmatch(r"[\d+().\-]+", found[2]):
        return ""
    return handle(name, found[2])


def handle(messenger: str, name: str) -> str:
    """Write a messenger name: in lower case, since no messenger tells capitals apart."""
    return f"{messenger}:{name.lower().lstrip('@')}"


def address(text: str) -> str:
    """Give the canonical writing of a mail or page that is all there is of `text`; empty where it is neither."""
    mail = _EXACT_MAIL.fullmatch(text)
    if mail:
        return f"mailto:{mail[1].lower()}"
    page = _EXACT_PAGE.fullmatch(text)
    return page_address(page[1], page[2] or "") if page else ""


def page_address(host: str, path: str) -> str:
    """Write a page as its address, always with `https`, or as the phone or messenger name it leads to."""
    host = host.lower()
    bare = host.removeprefix("www.")
    if bare in {"t.me", "telegram.me"}:
        found = _TELEGRAM_PAGE.fullmatch(path)
        if found and found[1].lower() != "joinchat":
            return handle("telegram", found[1])
    if bare in {"wa.me", "api.whatsapp.com"}:
        found = _WHATSAPP_PAGE.fullmatch(path)
        if found and international(found[1]):
            return international(found[1])
    return f"https://{host}{path.rstrip('/')}"
