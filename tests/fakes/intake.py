"""What every call at the fake desk does: it asks for leave and is put on the record; and what is taken in there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from fakes import uploads
from fakes.case import (
    COLUMNS,
    FILES,
    HEADER,
    SOURCES,
    build,
)  # fmt: skip
from fakes.rows import first_aside
from palermo.kit.canon import digest
from palermo.model.codes import Evaluation, Handling
from palermo.model.errors import Conflict, NotFound, Refused, Unreadable, WrongUse
from palermo.workbench.views import (
    AsidePage,
    DecisionView,
    FileReport,
    JudgementView,
    MappingChoice,
    Preview,
    RecordLine,
    SheetView,
)  # fmt: skip

ACTIONS = (
    "see-case", "see-sources", "add-source", "review-source", "add-data", "map-columns", "see-set-aside", "mend-row",
    "analyse", "see-leads", "see-evidence", "see-apart", "decide-lead", "undo-decision", "save-chart", "judge-adverts",
    "see-identity", "judge-identity", "mark-identity", "see-marks", "erase", "read-record", "verify",
)  # fmt: skip
PURPOSES = ("identify-victim", "prosecute", "answer-data-subject", "disclose-defence", "supervise")


class FakeIntake:
    """The state of the invented case, leave and record, and everything about files, sources and rows set aside."""

    def __init__(self, *, may: Sequence[str] = ACTIONS, pause: float = 0.0) -> None:
        """Open the invented case, with leave for the actions named."""
        self._may = tuple(may)
        self._pause = pause
        self._adverts = build()
        self._by_key = {advert.key: advert for advert in self._adverts}
        self._sources = {sheet.id: sheet for sheet in SOURCES}
        self._decisions: list[DecisionView] = []
        self._judged: list[JudgementView] = []
        self._entries: list[RecordLine] = []
        self._uploads: dict[str, tuple[str, bytes]] = {}
        self._files: list[FileReport] = [self._file(source) for source in FILES]
        self._aside = first_aside(self._adverts)
        self._erased: dict[str, str] = {}
        self._stale = True
        self._note("new-case", "The case was opened.", [])

    # -- what every call does

    def _now(self) -> str:
        """Give the next moment: every entry of the record takes one second."""
        n = len(self._entries)
        return f"2026-04-01T{9 + n // 3600 % 12:02d}:{n // 60 % 60:02d}:{n % 60:02d}+02:00"

    def _note(self, action: str, sentence: str, subjects: list[str], *, purpose: str = "", reason: str = "") -> None:
        """Write an entry to the record."""
        before = self._entries[-1].hash if self._entries else ""
        seq, text = len(self._entries) + 1, {"reason": reason} if reason else {}
        chain = digest(before, action, sentence) + digest(str(seq), before)
        self._entries.append(RecordLine(seq, self._now(), "local", action, sentence, purpose, subjects, text, chain))

    def _ask(self, action: str, sentence: str, *subjects: str, purpose: str = "", reason: str = "") -> None:
        """Ask for leave, and put the call on the record."""
        self._leave(action)
        self._note(action, sentence, list(subjects), purpose=purpose, reason=reason)

    def _leave(self, action: str) -> None:
        """Let pass who may."""
        if action not in self._may:
            raise Refused(
                "This account may not do that.",
                cause=f"None of its roles holds the action {action}.",
                way_out="Ask the data steward for a role that does.",
            )

    def _file(self, source: str) -> FileReport:
        """Tell what became of one of the files of the case."""
        rows = sum(advert.source == source for advert in self._adverts)
        used = {head: column for head, column in zip(HEADER, COLUMNS, strict=True) if column not in ("", "!apart")}
        return FileReport(
            FILES[source], "Blad1" if FILES[source].endswith("xlsx") else "", digest(source) * 2, "adverts", source, rows, rows,
            0, 0, 0, [], used, ["nationality"], ["views"], [], "",
        )  # fmt: skip

    # -- intake

    def upload(self, name: str, chunks: Iterable[bytes]) -> Preview:
        """Keep a file for a look."""
        self._ask("map-columns", "A file was uploaded.")
        if "/" in name or "\\" in name or name in (".", "..") or not name.isprintable():
            raise Unreadable("The file's name leads elsewhere.", way_out="Give it a plain name.")
        data = b"".join(chunks)
        upload = f"u-{digest(name, str(len(self._uploads)))[:8]}"
        seen = uploads.preview(upload, name, data, [])
        self._uploads[upload] = (name, data)
        return seen

    def _upload(self, upload: str) -> tuple[str, bytes]:
        """Find an upload."""
        if upload not in self._uploads:
            raise NotFound(
                "There is no such upload.", cause="It was taken or deleted.", way_out="Upload the file again."
            )
        return self._uploads[upload]

    def preview(
        self, upload: str, *, sheet: str, kind: str, columns: Sequence[MappingChoice], source_id: str = ""
    ) -> Preview:
        """Check every row under a mapping."""
        del sheet, source_id
        name, data = self._upload(upload)
        if kind not in ("", "adverts", "calls", "stays"):
            raise WrongUse(f"“{kind}” is no kind of record.", way_out="Name adverts, calls or stays.")
        self._ask("map-columns", "An upload was checked.")
        return uploads.preview(upload, name, data, columns)

    def take(
        self, upload: str, *, sheet: str, kind: str, columns: Sequence[MappingChoice], source_id: str
    ) -> FileReport:
        """Take an upload into the list of files; its rows stay out of the invented case."""
        seen = self.preview(upload, sheet=sheet, kind=kind, columns=columns)
        if seen.missing:
            raise WrongUse(f"No column holds {', '.join(seen.missing)}.", way_out="Say which column it is.")
        if source_id and source_id not in self._sources:
            raise NotFound(f"There is no source “{source_id}”.", way_out="Record its sheet first.")
        name, data = self._uploads[upload]
        self._ask("add-data", f"{name} was taken.")
        bad = uploads.aside(name, uploads.read(name, data), seen.columns)
        self._aside += [replace(row, id=len(self._aside) + n) for n, row in enumerate(bad, 1)]
        del self._uploads[upload]
        report = FileReport(
            name, "", digest(name) * 2, "adverts", source_id or "S-0", seen.read, seen.good, 0, 0, seen.set_aside, seen.reasons,
            {one.header: one.column for one in seen.columns if one.column},
            [one.header for one in seen.columns if one.role == "apart"],
            [one.header for one in seen.columns if one.role == "unknown"], [], "",
        )  # fmt: skip
        self._files.append(report)
        self._stale = True
        return report

    def drop_upload(self, upload: str) -> None:
        """Delete an upload."""
        self._upload(upload)
        self._ask("map-columns", "An upload was deleted.")
        del self._uploads[upload]

    def sources(self) -> list[SheetView]:
        """List the source sheets."""
        self._ask("see-sources", "The source sheets were read.")
        counts = {
            source: sum(a.source == source and a.key not in self._erased for a in self._adverts) for source in FILES
        }
        return [replace(sheet, rows=counts.get(sheet.id, 0)) for sheet in self._sources.values()]

    def add_source(self, fields: Mapping[str, str]) -> SheetView:
        """Record a source sheet."""
        handling = Handling.parse(fields["handling"] or "H1")
        evaluation = Evaluation.parse(fields["evaluation"] or "X4")
        self._ask("add-source", "A source sheet was recorded.")
        sheet = SheetView(
            f"S-{len(self._sources)}", fields["authority"], fields["order"], fields["scope"], fields["until"],
            fields["review_by"], fields["zone"], fields["country"], str(handling), str(evaluation), "local",
            bool(fields["authority"] and fields["order"]), "", restricted=False, rows=0,
        )  # fmt: skip
        self._sources[sheet.id] = sheet
        return sheet

    def review_source(self, source_id: str, *, keep_until: str, reason: str) -> SheetView:
        """Record that a source is still needed."""
        sheet = self._sources.get(source_id)
        if sheet is None:
            raise NotFound(f"There is no source “{source_id}”.", way_out="See the sources for those there are.")
        date.fromisoformat(keep_until)
        self._ask("review-source", f"{source_id} is still needed.", source_id, reason=reason)
        self._sources[source_id] = replace(sheet, review_by=keep_until, due="", restricted=False)
        return self._sources[source_id]

    def set_aside(self, *, offset: int = 0, limit: int = 50, file: str = "", reason: str = "") -> AsidePage:
        """List rows set aside."""
        self._ask("see-set-aside", "Rows set aside were read.")
        left = [
            r for r in self._aside if r.state == "open" and file in ("", r.file) and (not reason or reason in r.reasons)
        ]
        return AsidePage(left[offset : offset + limit], offset, len(left), uploads.count(left))

    def mend(self, aside_id: int, *, cells: Mapping[int, str], reason: str) -> FileReport:
        """Correct a row set aside."""
        row = next((one for one in self._aside if one.id == aside_id), None)
        if row is None:
            raise NotFound(f"There is no row {aside_id} set aside.", way_out="See the rows set aside.")
        if row.state != "open":
            raise Conflict(f"Row {aside_id} is mended already.", way_out="Take the next one.")
        if not set(cells) <= set(range(len(row.cells))):
            raise WrongUse("The row has no such column.", way_out=f"Name columns 0 to {len(row.cells) - 1}.")
        self._ask("mend-row", f"Row {row.row} of {row.file} was mended.", reason=reason)
        good = set(row.reason_columns) <= set(cells) and all(text.strip() for text in cells.values())
        mended = [cells.get(at, cell) for at, cell in enumerate(row.cells)]
        self._aside[self._aside.index(row)] = replace(row, cells=mended, state="mended" if good else "open")
        left = [] if good else uploads.count([row])
        return FileReport(
            row.file, row.sheet, digest(row.file) * 2, row.kind, "S-1", 1, int(good), 0, 0, int(not good), left, {}, [], [], [], "",
        )  # fmt: skip
