"""The one door to an open case: every call asks access first and is on the record.

Each use case is loaded when it is first asked for, so that a command pays for its own and no other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from palermo.access import may
from palermo.adapters.sqlite import results

if TYPE_CHECKING:
    from palermo.workbench.adding import AddWish

from palermo.kit.progress import Progress, silent
from palermo.workbench.history_views import HistoryView
from palermo.workbench.identity_desk import OpenIdentity
from palermo.workbench.network_group_views import CompareView, GroupsView
from palermo.workbench.network_role_views import CaseRoles, CaseWithout
from palermo.workbench.network_views import CasePaths, ChartToKeep, ChartView, ChartWish, KeptChart, LinkRows, ShownNode
from palermo.workbench.session import Session
from palermo.workbench.views import (
    AddReport,
    AdvertPage,
    AnalyseReport,
    AsidePage,
    CaseView,
    DecisionView,
    ErasureReport,
    EvidenceView,
    FileReport,
    FindingView,
    JudgementView,
    LeadQueue,
    LeadView,
    MappingChoice,
    Me,
    Preview,
    RecordPage,
    RowRef,
    SheetView,
    VerifyReport,
)
from palermo.workbench.wording_views import WordingsView


@dataclass(frozen=True, slots=True)
class OpenDesk(OpenIdentity):
    """An open case with somebody at it. What is refused raises `Refused`."""

    session: Session

    def me(self) -> Me:
        """Tell who is at the desk and what they may do."""
        actor, table = self.session.actor, self.session.table
        return Me(actor.id, list(actor.roles), may(table, actor), list(table.purposes))

    def name(self) -> str:
        """Give the case's name."""
        with self.session.reading() as db:
            return results.get_fact(db, "name")

    def case(self) -> CaseView:
        """Tell what is in the case."""
        from palermo.workbench import front

        return front.front_page(self.session)

    def add(self, files: Sequence[Path], wish: "AddWish", progress: Progress = silent) -> AddReport:
        """Read exports into the case."""
        from palermo.workbench import adding

        return adding.add(self.session, files, wish, progress)

    def upload(self, name: str, chunks: Iterable[bytes]) -> Preview:
        """Keep a file for a look before it is taken, and tell what its columns seem to be."""
        from palermo.workbench import looking

        return looking.upload(self.session, name, chunks)

    def preview(
        self, upload: str, *, sheet: str, kind: str, columns: Sequence[MappingChoice], source_id: str = ""
    ) -> Preview:
        """Check every row of an uploaded file under a kind and a mapping; empty `kind` and `columns` take the guess."""
        from palermo.workbench import looking

        return looking.preview(self.session, upload, sheet=sheet, kind=kind, columns=columns, source_id=source_id)

    def take(
        self, upload: str, *, sheet: str, kind: str, columns: Sequence[MappingChoice], source_id: str
    ) -> FileReport:
        """Take an uploaded file into the case under a confirmed mapping, which is remembered for its source."""
        from palermo.workbench import looking

        return looking.take_upload(self.session, upload, sheet=sheet, kind=kind, columns=columns, source_id=source_id)

    def drop_upload(self, upload: str) -> None:
        """Delete an uploaded file that is not taken."""
        from palermo.workbench import looking

        looking.drop_upload(self.session, upload)

    def sources(self) -> list[SheetView]:
        """List the source sheets."""
        from palermo.workbench import sheets

        return sheets.list_sheets(self.session)

    def add_source(self, fields: Mapping[str, str]) -> SheetView:
        """Record a source sheet (authority, order, scope, until, review_by, zone, country, handling, evaluation)."""
        from palermo.workbench import sheets

        return sheets.add_sheet(self.session, fields)

    def review_source(self, source_id: str, *, keep_until: str, reason: str) -> SheetView:
        """Record a person's word that a source is still needed, until a new review date."""
        from palermo.workbench import sheets

        return sheets.review_sheet(self.session, source_id, keep_until=keep_until, reason=reason)

    def set_aside(self, *, offset: int = 0, limit: int = 50, file: str = "", reason: str = "") -> AsidePage:
        """List rows set aside."""
        from palermo.workbench import mending

        return mending.list_aside(self.session, offset=offset, limit=limit, file=file, reason=reason)

    def mend(self, aside_id: int, *, cells: Mapping[int, str], reason: str) -> FileReport:
        """Correct cells (by column index) of a row set aside and read that row again."""
        from palermo.workbench import mending

        return mending.mend(self.session, aside_id, cells=cells, reason=reason)

    def analyse(self, progress: Progress = silent) -> AnalyseReport:
        """Run every method the data allows."""
        from palermo.workbench import analysing

        return analysing.analyse(self.session, progress)

    def leads(self) -> LeadQueue:
        """List the leads in the order to take them."""
        from palermo.workbench import showing

        return showing.queue(self.session)

    def all_leads(self) -> list[LeadView]:
        """Give every lead whole."""
        from palermo.workbench import showing

        return showing.whole_leads(self.session)

    def lead(self, lead: str) -> LeadView:
        """Give one lead, by id or handle."""
        from palermo.workbench import showing

        return showing.one_lead(self.session, lead)

    def lead_adverts(self, lead: str, *, offset: int = 0, limit: int = 50) -> AdvertPage:
        """Give the adverts of a lead, for reading side by side."""
        from palermo.workbench import comparing

        return comparing.lead_adverts(self.session, lead, offset=offset, limit=limit)

    def lead_history(self, lead: str) -> HistoryView:
        """Tell a lead's group over time and over sites."""
        from palermo.workbench import histories

        return histories.lead_history(self.session, lead)

    def lead_wordings(self, lead: str, *, page: int = 1) -> WordingsView:
        """Tell what a lead's adverts share, and lay a page of them against it."""
        from palermo.workbench import told_wordings

        return told_wordings.lead_wordings(self.session, lead, page=page)

    def finding(self, finding: str) -> FindingView:
        """Give one finding."""
        from palermo.workbench import showing

        return showing.one_finding(self.session, finding)

    def finding_rows(self, finding: str, *, offset: int = 0, limit: int = 50) -> list[RowRef]:
        """Page through the rows of a finding."""
        from palermo.workbench import showing

        return showing.rows_of_finding(self.session, finding, offset=offset, limit=limit)

    def row(self, row: str, *, purpose: str = "") -> EvidenceView:
        """Show a row as it stood; with leave and a `purpose`, its protected cells too."""
        from palermo.workbench import evidence

        return evidence.evidence(self.session, row, purpose=purpose)

    def what_is(self, ident: str) -> str:
        """Tell whether an id names a `lead`, a `finding` or a `row`."""
        from palermo.workbench import evidence

        return evidence.what_is(self.session, ident)

    def decide(self, lead: str, outcome: str, *, reason: str) -> DecisionView:
        """Record a decision: `accept`, `reject` or `more`."""
        from palermo.workbench import deciding

        return deciding.decide(self.session, lead, outcome, reason=reason)

    def undo(self, n: int, *, reason: str) -> DecisionView:
        """Undo decision `n`; the undoing is recorded too."""
        from palermo.workbench import deciding

        return deciding.undo(self.session, n, reason=reason)

    def judge_apart(self, one: str, other: str, *, reason: str) -> JudgementView:
        """Record that two adverts are not one hand; each is named by its row's key, the beginning of it, or its advert id."""
        from palermo.workbench import judging

        return judging.judge_apart(self.session, one, other, reason=reason)

    def undo_judgement(self, n: int, *, reason: str) -> JudgementView:
        """Take judgement `n` back; that is recorded too."""
        from palermo.workbench import judging

        return judging.undo_judgement(self.session, n, reason=reason)

    def judgements(self, *, lead: str = "") -> list[JudgementView]:
        """List what people said of adverts, oldest first: all, or where one of the two is in a lead."""
        from palermo.workbench import judging

        return judging.list_judgements(self.session, lead=lead)

    def judge_together(self, one: str, other: str, *, reason: str) -> JudgementView:
        """Take back that two adverts are not one hand, by naming them."""
        from palermo.workbench import judging

        return judging.judge_together(self.session, one, other, reason=reason)

    def network_groups(self, *, limit: int = 50, times: bool = False, progress: Progress = silent) -> GroupsView:
        """Tell the groups of the case's link graph; with `times`, what happened to them."""
        from palermo.workbench import network_groups

        return network_groups.tell_groups(self.session, limit=limit, times=times, progress=progress)

    def network_node(self, node: str, *, limit: int = 50, progress: Progress = silent) -> ShownNode:
        """Show what hangs on one thing of the link graph."""
        from palermo.workbench import network_show

        return network_show.show(self.session, node, limit=limit, progress=progress)

    def network_chart(self, wish: ChartWish) -> ChartView:
        """Give a part of the link graph to draw."""
        from palermo.workbench import network_chart

        return network_chart.chart(self.session, wish)

    def network_charts(self) -> list[KeptChart]:
        """List the charts that are kept, the newest first."""
        from palermo.workbench import network_charts

        return network_charts.list_charts(self.session)

    def network_save_chart(self, wish: ChartToKeep, *, n: int = 0) -> KeptChart:
        """Keep a chart under a name: a new one, or in the place of one's own chart `n`."""
        from palermo.workbench import network_charts

        return network_charts.save(self.session, wish, n=n)

    def network_drop_chart(self, n: int) -> None:
        """Take one's own chart off the list."""
        from palermo.workbench import network_charts

        network_charts.drop(self.session, n)

    def network_link(self, a: str, b: str, kind: str, *, offset: int = 0, limit: int = 50) -> LinkRows:
        """Give the rows behind a link, and the findings that rest on them."""
        from palermo.workbench import network_chart

        return network_chart.link_rows(self.session, a, b, kind, offset=offset, limit=limit)

    def network_paths(self, one: str, other: str, *, count: int = 3, progress: Progress = silent) -> CasePaths:
        """Tell how two things are tied, each link with its reasons."""
        from palermo.workbench import network_show

        return network_show.tell_paths(self.session, one, other, count=count, progress=progress)

    def network_roles(
        self, node_kind: str, *, node: str = "", limit: int = 200, progress: Progress = silent
    ) -> CaseRoles:
        """Tell the roles of contacts, accounts or venues by evidence; of persons it is refused."""
        from palermo.workbench import network_roles

        return network_roles.tell_case_roles(self.session, node_kind, node=node, limit=limit, progress=progress)

    def network_without(
        self, nodes: Sequence[str], victims: Sequence[str] = (), *, progress: Progress = silent
    ) -> CaseWithout:
        """Tell what arrests, searches and freezes would leave, and who of the presumed victims would be without contact."""
        from palermo.workbench import network_whatif

        return network_whatif.tell_case_without(self.session, nodes, victims, progress=progress)

    def network_compare(self, other: Path, progress: Progress = silent) -> CompareView:
        """Tell which groups of this case and of another share something."""
        from palermo.workbench import network_compare
        from palermo.workbench.session import open_case

        return network_compare.compare(self.session, open_case(other), progress)

    def record(
        self, *, offset: int = 0, limit: int = 50, actor: str = "", action: str = "", subject: str = ""
    ) -> RecordPage:
        """Read the record of who did and saw what, newest first."""
        from palermo.workbench import recording

        return recording.read_record(
            self.session, offset=offset, limit=limit, actor=actor, action=action, subject=subject
        )

    def export_record(self, target: Path) -> list[Path]:
        """Write the record to a file, and beside it the verifier that needs nothing but Python."""
        from palermo.workbench import recording

        return recording.export(self.session, target)

    def erase(
        self, *, order: str, source_id: str = "", row: str = "", value: str = "", dry: bool = False
    ) -> ErasureReport:
        """Erase a source, a row, or every row in which a value stands; `dry` only counts."""
        from palermo.workbench import erasing, targets

        wish = targets.Wish(source=source_id, row=row, value=value)
        return erasing.erase(self.session, wish, order=order, dry=dry)

    def verify(self, head: str = "", progress: Progress = silent) -> VerifyReport:
        """Check the ledger and every hash."""
        from palermo.workbench import recording

        return recording.verify(self.session, head, progress)
