"""What may be asked of an open case about who is one: the port, and the real desk's side of it.

Each use case is loaded when it is first asked for.
"""

from typing import Protocol

from palermo.workbench.identity_views import MarkView, ModelView, PairQueue, PairView, PeopleView
from palermo.workbench.session import Session


class IdentityDesk(Protocol):
    """The part of a desk that judges who is one; every call asks access first and is on the record."""

    def identity_pairs(self, *, offset: int = 0, limit: int = 50) -> PairQueue:
        """List the pairs of records that wait for who asks, in the order to take them."""
        ...

    def identity_pair(self, name: str, other: str = "") -> PairView:
        """Show two records beside each other: by the pair's id, or by naming both."""
        ...

    def identity_say(self, one: str, other: str, answer: str, *, reason: str) -> PairView:
        """Record that two records are `same`, `different` or `unsure`, and show the pair as it is then."""
        ...

    def identity_undo(self, n: int, *, reason: str) -> PairView:
        """Take word `n` on a pair back; that is recorded too."""
        ...

    def identity_pass(self, pair: str) -> None:
        """Put a pair off: it goes to the back of the queue of who asks."""
        ...

    def identity_people(self) -> PeopleView:
        """Tell who is one by people's words, and where the words contradict."""
        ...

    def identity_model(self) -> ModelView:
        """Show what the comparison of the case's records weighs."""
        ...

    def identity_mark(self, row: str, mark: str, *, reason: str) -> MarkView:
        """Mark a record as a presumed victim's or as a suspect's in custody."""
        ...

    def identity_unmark(self, row: str, mark: str, *, reason: str) -> MarkView:
        """Take a record's mark away; that is recorded too."""
        ...

    def identity_marks(self, *, purpose: str) -> list[MarkView]:
        """List the marks, for a purpose."""
        ...


class OpenIdentity:
    """The real desk's side of it."""

    __slots__ = ()
    session: Session

    def identity_pairs(self, *, offset: int = 0, limit: int = 50) -> PairQueue:
        """List the pairs of records that wait for who asks, in the order to take them."""
        from palermo.workbench import identity_showing

        return identity_showing.queue(self.session, offset=offset, limit=limit)

    def identity_pair(self, name: str, other: str = "") -> PairView:
        """Show two records beside each other: by the pair's id, or by naming both."""
        from palermo.workbench import identity_showing

        return identity_showing.show_pair(self.session, name, other)

    def identity_say(self, one: str, other: str, answer: str, *, reason: str) -> PairView:
        """Record that two records are `same`, `different` or `unsure`, and show the pair as it is then."""
        from palermo.workbench import identity_judging

        return identity_judging.say(self.session, one, other, answer, reason=reason)

    def identity_undo(self, n: int, *, reason: str) -> PairView:
        """Take word `n` on a pair back; that is recorded too."""
        from palermo.workbench import identity_judging

        return identity_judging.undo(self.session, n, reason=reason)

    def identity_pass(self, pair: str) -> None:
        """Put a pair off: it goes to the back of the queue of who asks."""
        from palermo.workbench import identity_judging

        identity_judging.pass_over(self.session, pair)

    def identity_people(self) -> PeopleView:
        """Tell who is one by people's words, and where the words contradict."""
        from palermo.workbench import identity_people

        return identity_people.show_people(self.session)

    def identity_model(self) -> ModelView:
        """Show what the comparison of the case's records weighs."""
        from palermo.workbench import identity_model

        return identity_model.show_model(self.session)

    def identity_mark(self, row: str, mark: str, *, reason: str) -> MarkView:
        """Mark a record as a presumed victim's or as a suspect's in custody."""
        from palermo.workbench import identity_marking

        return identity_marking.mark(self.session, row, mark, reason=reason)

    def identity_unmark(self, row: str, mark: str, *, reason: str) -> MarkView:
        """Take a record's mark away; that is recorded too."""
        from palermo.workbench import identity_marking

        return identity_marking.unmark(self.session, row, mark, reason=reason)

    def identity_marks(self, *, purpose: str) -> list[MarkView]:
        """List the marks, for a purpose."""
        from palermo.workbench import identity_marking

        return identity_marking.list_marks(self.session, purpose=purpose)
