"""Sets that grow together are known by their smallest member, whatever the order of joining."""

from hypothesis import given
from hypothesis import strategies as st

from palermo.kit.unions import Unions

pairs = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


@given(pairs)
def test_order_makes_no_difference(joins: list[tuple[int, int]]) -> None:
    """Joining the same pairs in another order and the other way round gives the same sets."""
    one, other = Unions(range(13)), Unions(range(13))
    for a, b in joins:
        one.join(a, b)
    for a, b in reversed(joins):
        other.join(b, a)
    assert [one.find(n) for n in range(13)] == [other.find(n) for n in range(13)]
    assert all(name == min(members) for name, members in one.sets().items())
    assert all(one.find(a) == one.find(b) for a, b in joins)


def test_a_member_never_seen_begins_alone() -> None:
    """What was never joined is a set of its own."""
    found: Unions[str] = Unions()
    assert found.find("a") == "a"
    assert found.join("b", "a") == "a"
    assert found.sets() == {"a": ["a", "b"]}
