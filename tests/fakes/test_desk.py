"""The fake desk and the real one answer the same calls."""

import inspect

import pytest

from fakes.desk import FakeDesk
from palermo.workbench.desk import Desk
from palermo.workbench.identity_desk import IdentityDesk
from palermo.workbench.open_desk import OpenDesk

CALLS = [name for name in (*vars(Desk), *vars(IdentityDesk)) if not name.startswith("_")]


@pytest.mark.parametrize("name", CALLS)
def test_a_call_of_the_fake_and_of_the_real_desk_takes_the_same(name: str) -> None:
    """Each call of the port is there on both, with the same parameters, kinds and defaults, and gives the same view."""
    port = inspect.signature(getattr(Desk, name))
    for desk in (FakeDesk, OpenDesk):
        assert inspect.signature(getattr(desk, name)) == port, desk


def _kept_by_both(fake: FakeDesk, real: OpenDesk) -> tuple[Desk, Desk]:
    """Have the type checker hold both to the port."""
    return fake, real
