"""A case on disk, a clock that ticks by itself, and small exports."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.session import create_case


class TickingClock:
    """A clock that gives a second more each time it is asked, from a day that can be set."""

    def __init__(self) -> None:
        """Start on the day of the joint operation."""
        self.moment = datetime(2023, 2, 7, 6, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Give the next second."""
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def clock() -> TickingClock:
    """Give a clock that ticks by itself."""
    return TickingClock()


@pytest.fixture
def desk(tmp_path: Path, clock: TickingClock) -> OpenDesk:
    """Give the desk of a new, empty case."""
    return OpenDesk(create_case(tmp_path / "case", name="Harbour", basis="Order 12/2020", clock=clock))


@pytest.fixture
def new_desk(tmp_path: Path) -> Callable[[str], OpenDesk]:
    """Give a maker of cases by name, each with a clock of its own."""

    def make(name: str) -> OpenDesk:
        return OpenDesk(create_case(tmp_path / name, name="Harbour", basis="Order 12/2020", clock=TickingClock()))

    return make


HEADER = "caller,callee,started_at,duration_s,kind\n"


def calls(*rows: str) -> str:
    """Write an export of calls; each row is written as in the header `caller,callee,started_at,duration_s,kind`."""
    return HEADER + "".join(f"{row}\n" for row in rows)


def call(number: int, *, minute: int = 0) -> str:
    """Make a row of calls between reserved numbers."""
    return f"+336399800{number % 100:02d},+336399899{number % 7:02d},2020-03-{number % 28 + 1:02d}T10:{minute:02d}:00+01:00,{number},voice"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Give a writer of files: name and content in, path out."""

    def make(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return make
