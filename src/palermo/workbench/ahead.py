"""Reads the next batch while the last one is checked and written: reading keeps one core busy, the rest the other."""

from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TypeVar

_Thing = TypeVar("_Thing")
_WAIT = 0.2
"""Seconds after which a waiting side looks whether the other has stopped."""


def ahead(things: Iterator[_Thing], *, depth: int = 2) -> Iterator[_Thing]:
    """Give the same things in the same order, made in a thread of its own, at most `depth` of them in advance.

    What making them raises is raised here, in its place; when the taker stops early, so does the maker.
    """
    made: Queue[tuple[str, _Thing | BaseException | None]] = Queue(depth)
    stopped = Event()

    def put(what: tuple[str, _Thing | BaseException | None]) -> None:
        while not stopped.is_set():
            with suppress(Full):
                made.put(what, timeout=_WAIT)
                return

    def make() -> None:
        try:
            for thing in things:
                put(("thing", thing))
                if stopped.is_set():
                    return
            put(("end", None))
        except BaseException as error:  # noqa: BLE001 - it is raised again where the things are taken
            put(("error", error))

    maker = Thread(target=make, name="reading-ahead", daemon=True)
    maker.start()
    try:
        while True:
            with suppress(Empty):
                what, thing = made.get(timeout=_WAIT)
                if what == "end":
                    return
                if isinstance(thing, BaseException):
                    raise thing
                yield thing  # type: ignore[misc]
    finally:
        stopped.set()
        maker.join()
