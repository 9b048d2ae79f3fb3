"""What the tests of the API share: a fake desk, a browser that is signed in, and one that is not."""

from collections.abc import Iterator

import pytest

from fakes.browser import Browser, signed_in_at
from fakes.desk import FakeDesk
from palermo.workbench.desk import Desk


@pytest.fixture
def desk() -> Desk:
    """Give a fake desk with leave for everything."""
    return FakeDesk()


@pytest.fixture(scope="session")
def stranger() -> Iterator[Browser]:
    """Give a browser that never used the link."""
    with Browser(FakeDesk()) as client:
        yield client


@pytest.fixture
def browser(desk: Desk) -> Iterator[Browser]:
    """Give a browser that is signed in."""
    with signed_in_at(desk) as client:
        yield client


@pytest.fixture(scope="session")
def reader() -> Iterator[Browser]:
    """Give a browser that is signed in, shared by the tests whose every request is refused or only reads."""
    with signed_in_at(FakeDesk()) as client:
        yield client
