"""What the fake desk keeps of people's judgements that two adverts are not one hand."""

from dataclasses import replace

from fakes.case import Advert
from fakes.intake import FakeIntake
from palermo.model.errors import Conflict, NotFound, WrongUse
from palermo.workbench.views import JudgedAdvert, JudgementView


class FakeJudging(FakeIntake):
    """Judgements kept in a list; an erased advert takes the words on it with it."""

    def judge_apart(self, one: str, other: str, *, reason: str) -> JudgementView:
        """Record that two adverts are not one hand."""
        self._leave("judge-adverts")
        pair = sorted((self._advert(one), self._advert(other)), key=lambda advert: advert.key)
        if pair[0] is pair[1]:
            raise WrongUse("Both names mean the same advert.", way_out="Name two different ones.")
        if not reason.strip():
            raise WrongUse("A judgement needs a reason.", way_out="Give it.")
        rows = [advert.key for advert in pair]
        for held in self._judged:
            if not held.undone and [held.one.row, held.other.row] == rows:
                raise Conflict(f"Judgement {held.n} says already that these two are not one hand.")
        self._ask("judge-adverts", "Two adverts were said to be not one hand.", *rows, reason=reason.strip())
        first, second = (
            JudgedAdvert(advert.key, advert.cells[0], advert.cells[1], f"L-{advert.lead}") for advert in pair
        )
        made = JudgementView(
            len(self._judged) + 1, first, second, reason.strip(), "local", self._entries[-1].at, undone=False,
            undone_reason="", undone_by="", undone_at="", waits=True, lost="",
        )  # fmt: skip
        self._judged.append(made)
        self._stale = True
        return made

    def undo_judgement(self, n: int, *, reason: str) -> JudgementView:
        """Take a judgement back."""
        self._leave("judge-adverts")
        if not 1 <= n <= len(self._judged):
            raise NotFound(f"There is no judgement {n}.", way_out="See the lead's adverts for what was said of them.")
        held = self._shown(self._judged[n - 1])
        if held.lost:
            raise Conflict(f"Judgement {n} fell away when an advert of it was erased.")
        if held.undone:
            raise Conflict(f"Judgement {n} is taken back already.")
        if not reason.strip():
            raise WrongUse("An undoing needs a reason.", way_out="Give it.")
        self._ask("judge-adverts", f"Judgement {n} was taken back.", reason=reason.strip())
        at = self._entries[-1].at
        made = replace(held, undone=True, undone_reason=reason.strip(), undone_by="local", undone_at=at, waits=True)
        self._judged[n - 1] = made
        self._stale = True
        return made

    def judgements(self, *, lead: str = "") -> list[JudgementView]:
        """List what was said, with each lead that is named."""
        self._leave("see-leads")
        handle = f"L-{self._number(lead)}" if lead else ""
        self._ask("see-leads", "What people said of adverts was read.", *([handle] if handle else []))
        shown = [self._shown(held) for held in self._judged]
        return [held for held in shown if not handle or handle in (held.one.lead, held.other.lead)]

    def _known(self) -> None:
        """Have the groups follow what was said."""
        self._judged = [replace(held, waits=False) for held in self._judged]

    def _number(self, lead: str) -> int:
        """Find a lead by id or handle; the whole desk knows them."""
        raise NotImplementedError

    def _advert(self, name: str) -> Advert:
        """Find the one advert a name means."""
        wanted = name.strip()
        left = [advert for advert in self._adverts if advert.key not in self._erased]
        found = [
            advert
            for advert in left
            if advert.key == wanted or advert.cells[0] == wanted or (len(wanted) >= 8 and advert.key.startswith(wanted))
        ]
        if not found:
            raise NotFound(f"There is no advert “{wanted}” in this case.", way_out="Give a row's key or an advert id.")
        if len(found) > 1:
            raise WrongUse(f"“{wanted}” means several adverts.", way_out="Name one by its row's key.")
        return found[0]

    def _shown(self, held: JudgementView) -> JudgementView:
        """Show a judgement; of one on an erased advert only that it was there."""
        orders = [self._erased[row] for row in (held.one.row, held.other.row) if row in self._erased]
        if not orders:
            return held
        nobody = JudgedAdvert("", "", "", "")
        lost = f"An advert of it was erased under “{orders[0]}”."
        return replace(held, one=nobody, other=nobody, reason="", undone_reason="", waits=False, lost=lost)
