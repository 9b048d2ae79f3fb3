"""A desk without a case file: it answers every call of `Desk` from an invented case kept in memory.

It keeps what a person does at it (decisions, uploads, mended rows, sources, erasures) until it is thrown away, refuses what
`may` leaves out, and writes each call to its record, as the real one does. It does not analyse, hash or store anything.
"""

import time
from dataclasses import replace

from fakes import uploads, wordings
from fakes.case import (
    CASE_NAME,
    FILES,
    NOT_KNOWN,
    RULES,
    SPECS,
    findings_of,
    group_of,
)  # fmt: skip
from fakes.histories import history_of
from fakes.identity import FakeIdentity
from fakes.intake import PURPOSES
from fakes.network import FakeNetwork
from fakes.rows import advert_view, iso, sighting, statements
from palermo.kit.canon import digest
from palermo.kit.progress import Progress, silent
from palermo.model.errors import Conflict, NotFound, Refused, WrongUse
from palermo.workbench.history_views import HistoryView
from palermo.workbench.views import (
    AdvertPage,
    AnalyseReport,
    CaseView,
    DecisionView,
    ErasureReport,
    EvidenceView,
    FindingView,
    KindCount,
    LeadLine,
    LeadQueue,
    LeadView,
    Me,
    MethodView,
    RecordPage,
    RowRef,
    VerifyReport,
)  # fmt: skip
from palermo.workbench.wording_views import WordingsView

STATES = {"accept": "accepted", "reject": "rejected", "more": "more"}


class FakeDesk(FakeIdentity, FakeNetwork):
    """An open case held in memory, with leave for the actions named and a pause at each step of the analysis."""

    # -- the case

    def me(self) -> Me:
        """Tell who is at the desk."""
        return Me("local", ["analyst", "case-officer", "prosecutor", "steward"], list(self._may), list(PURPOSES))

    def case(self) -> CaseView:
        """Tell what is in the case."""
        self._ask("see-case", "The front page was read.")
        lines = self._lines()
        opened = [row for row in self._aside if row.state == "open"]
        levels = {level: sum(line.level == level for line in lines) for level in ("strong", "worth a look", "weak")}
        return CaseView(
            CASE_NAME, "Order 2026/114, investigating judge, Gent", "2026-04-01T08:55:00+02:00",
            [KindCount("adverts", len(self._adverts) - len(self._erased), 3, lines[0].first, lines[0].last)], self._files,
            list(self._sources.values()), len(opened), uploads.count(opened), len(lines),
            sum(line.state == "undecided" for line in lines), levels, self._methods(), ["+33199000000"],
            ["No stays: whether the adverts match bookings could not be asked.", "39 adverts name no city."],
            "2026-04-01T08:58:00+02:00", self._stale, ["329 adverts from 3 files"], self._entries[-1].hash, self._pairs_waiting(),
        )  # fmt: skip

    def _methods(self) -> list[MethodView]:
        """List the methods, one of which could not run and one of which is off."""
        ran = [
            MethodView(rule, name, True, True, sum(rule in spec.rules for spec in SPECS), "", "")
            for rule, (name, _, _) in RULES.items()
        ]
        off = MethodView(
            "AD-04", "Number hidden from machines", ran=False, on=False, findings=0, needs="", note="Off by default."
        )
        needs = MethodView(
            "ST-01", "Adverts and stays", ran=False, on=True, findings=0, needs="Stays with a contact.", note=""
        )
        return [*ran, off, needs]

    def analyse(self, progress: Progress = silent) -> AnalyseReport:
        """Pretend to run every method."""
        self._ask("analyse", "The methods were run.")
        for step, rule in enumerate(RULES):
            progress(f"Looking for {RULES[rule][0].lower()}", step, len(RULES))
            time.sleep(self._pause)
        self._stale = False
        self._known()
        found = sum(len(spec.rules) for spec in SPECS)
        return AnalyseReport(
            self._methods(), found, len(SPECS), 0, [], ["+33199000000"], [], digest("fake", "analysis")
        )

    def verify(self, head: str = "", progress: Progress = silent) -> VerifyReport:
        """Check nothing, and find the case whole unless another head is asked for."""
        self._ask("verify", "The case was verified.")
        progress("Reading the record", len(self._entries), len(self._entries))
        faults = (
            [f"The record does not hold an entry with the hash {head}."]
            if head and head not in {e.hash for e in self._entries}
            else []
        )
        return VerifyReport(
            not faults, len(self._entries), self._entries[-1].hash, len(self._files), len(self._erased), faults
        )

    # -- leads

    def _number(self, lead: str) -> int:
        """Find a lead by id or handle."""
        for n in range(1, len(SPECS) + 1):
            if lead in (f"L-{n}", digest("fake lead", str(n))):
                return n
        raise NotFound(f"There is no lead “{lead}”.", way_out="See the queue of leads for those there are.")

    def _state(self, lead: str) -> str:
        """Tell the state a lead's last standing decision gives it."""
        standing = [one.outcome for one in self._decisions if one.lead == lead and not one.undone]
        return STATES[standing[-1]] if standing else "undecided"

    def _title(self, n: int) -> str:
        """Say in one sentence what a lead is about."""
        spec = SPECS[n - 1]
        return f"{spec.adverts} adverts of {len(spec.personas)} personas in {', '.join(spec.cities[:2])}: {RULES[spec.rules[0]][0].lower()}"

    def _lines(self) -> list[LeadLine]:
        """List every lead for the queue."""
        lines = []
        for n, spec in enumerate(SPECS, 1):
            own = [a for a in self._adverts if a.lead == n]
            sheet, lead = self._sources[spec.source], digest("fake lead", str(n))
            lines.append(
                LeadLine(
                    lead, f"L-{n}", self._title(n), spec.level, self._state(lead), list(spec.rules), ["adverts"], len(own),
                    len(spec.phones), len(spec.cities), sheet.handling, sheet.evaluation, iso(own[0]), iso(own[-1]),
                )
            )  # fmt: skip
        return lines

    def leads(self) -> LeadQueue:
        """List the leads in the order to take them."""
        self._ask("see-leads", "The queue of leads was read.")
        lines = self._lines()
        waiting = sum(line.state == "undecided" for line in lines)
        ordered = "level, then how many adverts"
        return LeadQueue(lines, len(lines), waiting, ordered, "2026-04-01T08:58:00+02:00", self._stale)

    def all_leads(self) -> list[LeadView]:
        """Give every lead whole."""
        return [self.lead(f"L-{n}") for n in range(1, len(SPECS) + 1)]

    def lead(self, lead: str) -> LeadView:
        """Give one lead."""
        n = self._number(lead)
        self._ask("see-leads", f"L-{n} was read.", f"L-{n}")
        spec, line = SPECS[n - 1], self._lines()[n - 1]
        findings = [self._lost(one) for one in findings_of(n, self._adverts)]
        a, b, c = spec.words
        return LeadView(
            line.id, line.handle, line.title, line.level, line.handling, line.evaluation, line.state, spec.source != "S-0",
            group_of(n, self._adverts), findings,
            {"act": [findings[0].sentence] if spec.level != "weak" else [], "means": [], "purpose": [findings[-1].sentence]},
            NOT_KNOWN, f"{findings[-1].rule} rests on adverts alone.", f"{a}[city]{b}[name]{c}[price]", line.adverts,
            [one for one in self._decisions if one.lead == line.id],
            ["Grew by 6 adverts when anuncios_es.xlsx was added."] if n == 2 else [],
        )  # fmt: skip

    def lead_adverts(self, lead: str, *, offset: int = 0, limit: int = 50) -> AdvertPage:
        """Give the adverts of a lead."""
        n = self._number(lead)
        self._ask("see-evidence", f"Adverts of L-{n} were read.", f"L-{n}")
        own = [advert for advert in self._adverts if advert.lead == n and advert.key not in self._erased]
        a, b, c = SPECS[n - 1].words
        return AdvertPage(
            f"{a}[city]{b}[name]{c}[price]",
            [advert_view(one) for one in own[offset : offset + limit]],
            offset,
            len(own),
        )

    def lead_history(self, lead: str) -> HistoryView:
        """Tell a lead's group over time."""
        n = self._number(lead)
        self._ask("see-leads", f"L-{n} was read.", f"L-{n}")
        own = [advert for advert in self._adverts if advert.lead == n and advert.key not in self._erased]
        return history_of(own, SPECS[n - 1].phones)

    def lead_wordings(self, lead: str, *, page: int = 1) -> WordingsView:
        """Tell what a lead's adverts share."""
        n = self._number(lead)
        self._ask("see-leads", f"The wordings of L-{n} were read.", f"L-{n}")
        own = [advert for advert in self._adverts if advert.lead == n and advert.key not in self._erased]
        return wordings.wordings_of(own, page)

    def decide(self, lead: str, outcome: str, *, reason: str) -> DecisionView:
        """Record a decision."""
        n = self._number(lead)
        if outcome not in STATES:
            raise WrongUse(f"“{outcome}” is no decision.", way_out="Say accept, reject or more.")
        self._ask("decide-lead", f"L-{n}: {outcome}.", f"L-{n}", reason=reason)
        key = digest("fake lead", str(n))
        made = DecisionView(
            len(self._decisions) + 1, key, outcome, reason, "local", self._entries[-1].at,
            undone=False, undone_reason="", group_changed=False,
        )  # fmt: skip
        self._decisions.append(made)
        return made

    def undo(self, n: int, *, reason: str) -> DecisionView:
        """Undo a decision."""
        if not 1 <= n <= len(self._decisions):
            raise NotFound(f"There is no decision {n}.", way_out="See the lead's history for its decisions.")
        if self._decisions[n - 1].undone:
            raise Conflict(f"Decision {n} is undone already.", way_out="Decide again where another word is meant.")
        self._ask("undo-decision", f"Decision {n} was undone.", reason=reason)
        self._decisions[n - 1] = replace(self._decisions[n - 1], undone=True, undone_reason=reason)
        return self._decisions[n - 1]

    # -- findings and rows

    def _lost(self, finding: FindingView) -> FindingView:
        """Say of a finding what was erased under it."""
        orders = {self._erased[ref.row] for ref in finding.rows if ref.row in self._erased}
        return replace(finding, lost=f"source erased under {', '.join(sorted(orders))}") if orders else finding

    def finding(self, finding: str) -> FindingView:
        """Give one finding."""
        for n in range(1, len(SPECS) + 1):
            for one in findings_of(n, self._adverts):
                if one.id == finding:
                    self._ask("see-leads", f"The finding {one.rule} of L-{n} was read.", f"L-{n}")
                    return self._lost(one)
        raise NotFound(f"There is no finding “{finding}”.", way_out="See the lead it belonged to.")

    def finding_rows(self, finding: str, *, offset: int = 0, limit: int = 50) -> list[RowRef]:
        """Page through the rows of a finding."""
        first = self.finding(finding).rows[0]
        lead = self._by_key[first.row].lead
        own = [RowRef(a.key, FILES[a.source], f"row {a.row}") for a in self._adverts if a.lead == lead]
        return own[offset : offset + limit]

    def row(self, row: str, *, purpose: str = "") -> EvidenceView:
        """Show a row as it stood; protected cells with a purpose only."""
        advert = self._by_key.get(row)
        if advert is None:
            raise NotFound(f"There is no row “{row}”.", way_out="Open it from a finding.")
        if purpose and purpose not in PURPOSES:
            raise Refused(f"“{purpose}” is no purpose.", way_out=f"Name one of {', '.join(PURPOSES)}.")
        self._ask("see-apart" if purpose else "see-evidence", "A row was read.", row, purpose=purpose)
        if row in self._erased:
            return EvidenceView(row, "adverts", [], [], [], f"source erased under {self._erased[row]}")
        found = [one.id for one in findings_of(advert.lead, self._adverts)]
        return EvidenceView(
            row,
            "adverts",
            [sighting(advert, self._adverts, self._sources[advert.source], purpose)],
            statements(advert),
            found,
            "",
        )

    # -- the record

    def record(
        self, *, offset: int = 0, limit: int = 50, actor: str = "", action: str = "", subject: str = ""
    ) -> RecordPage:
        """Read the record, newest first."""
        self._ask("read-record", "The record was read.")
        left = [
            one
            for one in reversed(self._entries)
            if actor in ("", one.actor) and action in ("", one.action) and (not subject or subject in one.subjects)
        ]
        return RecordPage(left[offset : offset + limit], offset, len(left), self._entries[-1].hash)

    def erase(
        self, *, order: str, source_id: str = "", row: str = "", value: str = "", dry: bool = False
    ) -> ErasureReport:
        """Erase a source, a row, or every row in which a value stands."""
        if sum(map(bool, (source_id, row, value))) != 1:
            raise WrongUse(
                "It is not clear what is to be erased.",
                way_out="Name a source, a row or a value, and one of them only.",
            )
        left = [a for a in self._adverts if a.key not in self._erased]
        hit = [a for a in left if source_id == a.source or row == a.key or (value and value in a.cells)]
        if not hit:
            raise NotFound(
                "There is nothing to erase.", cause="No row of the case is meant by this.", way_out="Look it up first."
            )
        self._ask(
            "erase",
            f"{len(hit)} rows {'would be' if dry else 'were'} erased under {order}.",
            reason="" if dry else order,
        )
        leads = {a.lead for a in hit}
        if not dry:
            self._erased |= dict.fromkeys((a.key for a in hit), order)
        sentence = f"{len(hit)} rows {'would be' if dry else 'are'} erased under {order}."
        findings = sum(len(SPECS[lead - 1].rules) for lead in leads)
        return ErasureReport(
            0 if dry else 1, len(hit), 0, len({a.source for a in hit}), findings, len(leads), 0, sentence
        )
