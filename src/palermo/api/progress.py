"""How far a long call is, kept in memory so that the page can ask while the call runs in another thread."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from palermo.model.errors import Busy


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What is being done, how much of it is done and how much there is (0: not known); `what` is empty when nothing runs."""

    running: bool
    what: str
    done: int
    of: int


IDLE = ProgressView(running=False, what="", done=0, of=0)
"""Nothing is running."""


class Progress:
    """The progress of the one long call there may be at a time; safe to use from several threads."""

    def __init__(self) -> None:
        """Begin idle."""
        self._one_at_a_time = threading.Lock()
        self._stop = threading.Event()
        self._now = IDLE

    @property
    def now(self) -> ProgressView:
        """How far it is."""
        return self._now

    @contextmanager
    def long_call(self, what: str) -> Iterator[None]:
        """Hold the place of the one long call.

        Raises:
            Busy: another one is running, or this one was stopped because the server is closing.
        """
        if not self._one_at_a_time.acquire(blocking=False):
            raise Busy(
                f"“{self._now.what}” is still running.",
                way_out="Wait until it is done; the progress shows how far it is.",
            )
        try:
            self._now = ProgressView(running=True, what=what, done=0, of=0)
            yield
        except KeyboardInterrupt as end:
            # It must not leave the thread as it is: it would tear the server down under the other calls.
            raise Busy(
                "The work was stopped before its end.",
                cause="The desk is closing.",
                way_out="Open the case again and start it once more.",
            ) from end
        finally:
            self._now = IDLE
            self._one_at_a_time.release()

    def tell(self, what: str, done: int, of: int) -> None:
        """Take the desk's word on how far it is.

        Raises:
            KeyboardInterrupt: the server is closing, so the call is to end where it leaves the case whole.
        """
        if self._stop.is_set():
            raise KeyboardInterrupt
        self._now = ProgressView(running=True, what=what, done=done, of=of)

    def stop(self) -> None:
        """Ask the running call to end."""
        self._stop.set()
