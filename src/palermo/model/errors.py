"""One family of errors for every surface: what is so, why, and what to do about it.

The command line prints the three sentences and ends with `exit_code`; the API answers with `status` and a problem
document whose `type` ends in `slug`; the workspace shows the same sentences.
"""

from typing import ClassVar


class PalermoError(Exception):
    """An error a person can act on.

    Attributes:
        fact: what is so, in one sentence.
        cause: why, in one sentence; empty when the fact says it.
        way_out: what to do next, in one sentence.
    """

    slug: ClassVar[str] = "error"
    status: ClassVar[int] = 400
    exit_code: ClassVar[int] = 2

    def __init__(self, fact: str, *, cause: str = "", way_out: str = "") -> None:
        """Keep the three sentences apart; surfaces join them as they see fit."""
        super().__init__(" ".join(part for part in (fact, cause, way_out) if part))
        self.fact = fact
        self.cause = cause
        self.way_out = way_out


class WrongUse(PalermoError):
    """What was asked for cannot be done as asked."""

    slug = "wrong-use"


class NotFound(PalermoError):
    """Nothing of that name is there, or nothing the asker may know of."""

    slug = "not-found"
    status = 404


class Conflict(PalermoError):
    """The case has moved on, or already holds what was to be made."""

    slug = "conflict"
    status = 409


class Unreadable(PalermoError):
    """A file cannot be read as any table the program knows; nothing of it was taken."""

    slug = "unreadable"
    status = 422


class Unsure(PalermoError):
    """A required column could not be told from the file; nothing of it was read, a mapping template awaits an answer."""

    slug = "unsure-mapping"
    status = 422


class Busy(PalermoError):
    """Another program is writing to the case."""

    slug = "busy"
    status = 423


class Refused(PalermoError):
    """Access, law or a handling code forbids it."""

    slug = "refused"
    status = 403
    exit_code = 3


class Damaged(PalermoError):
    """A stored thing is not what was stored."""

    slug = "damaged"
    status = 500
    exit_code = 1


FAMILY: tuple[type[PalermoError], ...] = (WrongUse, NotFound, Conflict, Unreadable, Unsure, Busy, Refused, Damaged)
"""Every kind of error there is, for the reference and the tests that hold it complete."""
