"""The door: one token, good once, is exchanged for the one session of this desk."""

import hmac
import secrets
import threading
from typing import cast

from starlette.applications import Starlette

TOKEN_BYTES = 32
"""How much chance a token holds: 256 bits, so that none can be guessed."""


def new_token() -> str:
    """Make a token."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def _equal(given: str, kept: str) -> bool:
    """Compare without telling by the time taken how much of it was right."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), kept.encode())


class Door:
    """Who may come in: the holder of the token, once; from then on, the holder of the session it was exchanged for."""

    def __init__(self, token: str) -> None:
        """Keep the token until it is used.

        Raises:
            ValueError: the token is too short to keep anybody out.
        """
        if len(token) < 16:
            message = "a token needs 16 characters at least"
            raise ValueError(message)
        self._token: str | None = token
        self._session: str | None = None
        self._lock = threading.Lock()
        self.csrf = new_token()
        """What every change must carry, so that no other page can make one."""

    def enter(self, token: str) -> str | None:
        """Exchange the token for the session's cookie value; None when it is used or wrong."""
        with self._lock:
            if self._token is None or not _equal(token, self._token):
                return None
            self._token = None
            self._session = new_token()
            return self._session

    def knows(self, cookie: str) -> bool:
        """Tell whether this is the session's cookie value."""
        return self._session is not None and _equal(cookie, self._session)

    def same_page(self, csrf: str) -> bool:
        """Tell whether this is the session's token for changes."""
        return _equal(csrf, self.csrf)


def door_of(app: Starlette) -> Door:
    """Give the door the application was made with."""
    return cast("Door", app.state.door)
