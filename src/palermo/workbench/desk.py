"""What the API asks of an open case: kept by the real desk and by the fake the tests of the API use, under one contract."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from palermo.kit.progress import Progress, silent
from palermo.workbench.history_views import HistoryView
from palermo.workbench.identity_desk import IdentityDesk
from palermo.workbench.network_group_views import GroupsView
from palermo.workbench.network_role_views import CaseRoles, CaseWithout
from palermo.workbench.network_views import CasePaths, ChartToKeep, ChartView, ChartWish, KeptChart, LinkRows, ShownNode
from palermo.workbench.views import (
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
)  # fmt: skip
from palermo.workbench.wording_views import WordingsView


class Desk(IdentityDesk, Protocol):
    """An open case. Every call asks access first and is on the record; what is refused raises `Refused`."""

    def me(self) -> Me:
        """Tell who is at the desk and what they may do."""
        ...

    def case(self) -> CaseView:
        """Tell what is in the case."""
        ...

    def upload(self, name: str, chunks: Iterable[bytes]) -> Preview:
        """Keep a file for a look before it is taken, and tell what its columns seem to be."""
        ...

    def preview(
        self, upload: str, *, sheet: str, kind: str, columns: Sequence[MappingChoice], source_id: str = ""
    ) -> Preview:
        """Check every row of an uploaded file under a kind and a mapping; empty `kind` and `columns` take the guess."""
        ...

    def take(
        self, upload: str, *, sheet: str, kind: str, columns: Sequence[MappingChoice], source_id: str
    ) -> FileReport:
        """Take an uploaded file into the case under a confirmed mapping, which is remembered for its source."""
        ...

    def drop_upload(self, upload: str) -> None:
        """Delete an uploaded file that is not taken."""
        ...

    def sources(self) -> list[SheetView]:
        """List the source sheets."""
        ...

    def add_source(self, fields: Mapping[str, str]) -> SheetView:
        """Record a source sheet (authority, order, scope, until, review_by, zone, country, handling, evaluation)."""
        ...

    def review_source(self, source_id: str, *, keep_until: str, reason: str) -> SheetView:
        """Record a person's word that a source is still needed, until a new review date."""
        ...

    def set_aside(self, *, offset: int = 0, limit: int = 50, file: str = "", reason: str = "") -> AsidePage:
        """List rows set aside."""
        ...

    def mend(self, aside_id: int, *, cells: Mapping[int, str], reason: str) -> FileReport:
        """Correct cells (by column index) of a row set aside and read that row again."""
        ...

    def analyse(self, progress: Progress = silent) -> AnalyseReport:
        """Run every method the data allows."""
        ...

    def leads(self) -> LeadQueue:
        """List the leads in the order to take them."""
        ...

    def all_leads(self) -> list[LeadView]:
        """Give every lead whole."""
        ...

    def lead(self, lead: str) -> LeadView:
        """Give one lead, by id or handle."""
        ...

    def lead_adverts(self, lead: str, *, offset: int = 0, limit: int = 50) -> AdvertPage:
        """Give the adverts of a lead, for reading side by side."""
        ...

    def lead_history(self, lead: str) -> HistoryView:
        """Tell a lead's group over time and over sites."""
        ...

    def lead_wordings(self, lead: str, *, page: int = 1) -> WordingsView:
        """Tell what a lead's adverts share, and lay a page of them against it."""
        ...

    def finding(self, finding: str) -> FindingView:
        """Give one finding."""
        ...

    def finding_rows(self, finding: str, *, offset: int = 0, limit: int = 50) -> list[RowRef]:
        """Page through the rows of a finding."""
        ...

    def row(self, row: str, *, purpose: str = "") -> EvidenceView:
        """Show a row as it stood; with leave and a `purpose`, its protected cells too."""
        ...

    def decide(self, lead: str, outcome: str, *, reason: str) -> DecisionView:
        """Record a decision: `accept`, `reject` or `more`."""
        ...

    def undo(self, n: int, *, reason: str) -> DecisionView:
        """Undo decision `n`; the undoing is recorded too."""
        ...

    def judge_apart(self, one: str, other: str, *, reason: str) -> JudgementView:
        """Record that two adverts are not one hand; each is named by its row's key, the beginning of it, or its advert id."""
        ...

    def undo_judgement(self, n: int, *, reason: str) -> JudgementView:
        """Take judgement `n` back; that is recorded too."""
        ...

    def judgements(self, *, lead: str = "") -> list[JudgementView]:
        """List what people said of adverts, oldest first: all, or where one of the two is in a lead."""
        ...

    def network_groups(self, *, limit: int = 50, times: bool = False, progress: Progress = silent) -> GroupsView:
        """Tell the groups of the case's link graph; with `times`, what happened to them."""
        ...

    def network_node(self, node: str, *, limit: int = 50, progress: Progress = silent) -> ShownNode:
        """Show what hangs on one thing of the link graph."""
        ...

    def network_chart(self, wish: ChartWish) -> ChartView:
        """Give a part of the link graph to draw."""
        ...

    def network_charts(self) -> list[KeptChart]:
        """List the charts that are kept, the newest first."""
        ...

    def network_save_chart(self, wish: ChartToKeep, *, n: int = 0) -> KeptChart:
        """Keep a chart under a name: a new one, or in the place of one's own chart `n`."""
        ...

    def network_drop_chart(self, n: int) -> None:
        """Take one's own chart off the list."""
        ...

    def network_link(self, a: str, b: str, kind: str, *, offset: int = 0, limit: int = 50) -> LinkRows:
        """Give the rows behind a link, and the findings that rest on them."""
        ...

    def network_paths(self, one: str, other: str, *, count: int = 3, progress: Progress = silent) -> CasePaths:
        """Tell how two things are tied, each link with its reasons."""
        ...

    def network_roles(
        self, node_kind: str, *, node: str = "", limit: int = 200, progress: Progress = silent
    ) -> CaseRoles:
        """Tell the roles of contacts, accounts or venues by evidence; of persons it is refused."""
        ...

    def network_without(
        self, nodes: Sequence[str], victims: Sequence[str] = (), *, progress: Progress = silent
    ) -> CaseWithout:
        """Tell what arrests, searches and freezes would leave, and who of the presumed victims would be without contact."""
        ...

    def record(
        self, *, offset: int = 0, limit: int = 50, actor: str = "", action: str = "", subject: str = ""
    ) -> RecordPage:
        """Read the record of who did and saw what, newest first."""
        ...

    def erase(
        self, *, order: str, source_id: str = "", row: str = "", value: str = "", dry: bool = False
    ) -> ErasureReport:
        """Erase a source, a row, or every row in which a value stands; `dry` only counts."""
        ...

    def verify(self, head: str = "", progress: Progress = silent) -> VerifyReport:
        """Check the ledger and every hash."""
        ...
