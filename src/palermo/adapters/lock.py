"""One long writer at a time: a lock on the case's folder that the system lets go when its holder dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from palermo.model.errors import Busy


@contextmanager
def holding(case: Path) -> Iterator[None]:
    """Hold the case for adding, analysing or erasing.

    Raises:
        Busy: another program holds it.
    """
    with (case / "lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy(
                "Another program is adding to, analysing or erasing from this case.",
                way_out="Wait until it has ended and try again.",
            ) from error
        yield
