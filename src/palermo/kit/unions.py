"""Sets that grow together: union by smallest member, so that the answer never depends on the order of joining."""

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T", int, str)


class Unions(Generic[T]):
    """Disjoint sets over numbers or texts; each set is known by its smallest member."""

    __slots__ = ("_parent",)

    def __init__(self, members: Iterable[T] = ()) -> None:
        """Begin with every member alone."""
        self._parent: dict[T, T] = {member: member for member in members}

    def find(self, member: T) -> T:
        """Give the smallest member of the set `member` is in; a member never seen begins alone."""
        parent = self._parent
        root = parent.setdefault(member, member)
        while parent[root] != root:
            root = parent[root]
        while parent[member] != root:
            parent[member], member = root, parent[member]
        return root

    def join(self, a: T, b: T) -> T:
        """Put two sets together and give the smallest member of both."""
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first
        return first

    def sets(self) -> dict[T, list[T]]:
        """Give every set by its smallest member, members in the order they were first seen."""
        found: dict[T, list[T]] = {}
        for member in list(self._parent):
            found.setdefault(self.find(member), []).append(member)
        return found
