"""The record: read by those who may, exported with its verifier, and checked with every hash of the case."""

import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from palermo.adapters.parquet import parts as store
from palermo.adapters.sqlite import collect, record, results
from palermo.kit.progress import Progress, silent
from palermo.ledger import ACTIONS, Entry, commit, export_lines, verify_file, verify_rows
from palermo.ledger.standalone import CannotRead
from palermo.model.errors import Conflict, Damaged, Unreadable, WrongUse
from palermo.workbench.identity_checked import faults_of_identity
from palermo.workbench.identity_state import sealed_texts
from palermo.workbench.judged import faults_of_judgements
from palermo.workbench.network_charts import faults_of_charts
from palermo.workbench.session import Session
from palermo.workbench.views import RecordLine, RecordPage, VerifyReport


def read_record(
    session: Session, *, offset: int = 0, limit: int = 50, actor: str = "", action: str = "", subject: str = ""
) -> RecordPage:
    """Read the record, newest first; `subject` may be a row's key, which the record knows by a committed name only."""
    session.require("read-record")
    if action and action not in ACTIONS:
        raise WrongUse(f"The record knows no action “{action}”.", way_out=f"Known are {', '.join(ACTIONS)}.")
    like = [(name, value) for name, value in (("actor", actor), ("action", action), ("subject", subject)) if value]
    with session.reading() as db:
        found, of = record.newest(db, offset=offset, limit=limit, like=like)
        if subject and not of:
            like = [(name, session.row_tag(value) if name == "subject" else value) for name, value in like]
            found, of = record.newest(db, offset=offset, limit=limit, like=like)
        words = record.texts(db, [entry.seq for entry in found])
        sealed = sealed_texts(session, db, found)
        head = record.head(db)
    session.saw("read-record", asked={"actor": actor, "action": action, "subject": subject, "from": str(offset)})
    words |= {seq: {"sealed": why} for seq, why in sealed.items() if seq in words}
    lines = [_line(entry, words.get(entry.seq, {})) for entry in found]
    return RecordPage(lines, offset, of, f"{head.seq}:{head.hash}")


def _line(entry: Entry, words: dict[str, str]) -> RecordLine:
    sentence = f"{entry.actor} {ACTIONS.get(entry.action, entry.action)}"
    if entry.subjects:
        sentence += f" ({', '.join(entry.subjects)})"
    return RecordLine(
        seq=entry.seq, at=entry.at, actor=entry.actor, action=entry.action, sentence=f"{sentence}.", purpose=entry.purpose,
        subjects=list(entry.subjects), text=words, hash=entry.hash,
    )  # fmt: skip


def parse_head(text: str) -> dict[int, str]:
    """Read a head noted earlier, `42:ab12…`.

    Raises:
        WrongUse: it is not of that form.
    """
    if not text:
        return {}
    number, _, digest = text.partition(":")
    if not (number.isascii() and number.isdigit()) or not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise WrongUse(f"“{text}” is no head of a record.", way_out="Give it as it was printed: NUMBER:64-DIGITS.")
    return {int(number): digest}


def verify(session: Session, head: str = "", progress: Progress = silent) -> VerifyReport:
    """Check the chain of the record, every commitment, every judgement, and the bytes of every part."""
    session.require("verify")
    heads = parse_head(head)
    with session.reading() as db:
        report = verify_rows(record.raw_lines(db), heads)
        faults = [fault.sentence for fault in report.faults]
        if report.more:
            faults.append(f"And {report.more:,} more faults of the record.")
        erased, broken = _commitments(session)
        faults += broken
        listed = collect.list_parts(db)
    try:
        _ = session.key
        whole_key = True
    except Damaged as error:
        faults.append(str(error))
        whole_key = False
    with session.reading() as db:
        faults += faults_of_judgements(session, db, with_key=whole_key)
        faults += faults_of_identity(session, db, with_key=whole_key)
        faults += faults_of_charts(session, db, with_key=whole_key)
    for place, part in enumerate(listed):
        progress("checking parts", place, len(listed))
        fault = store.check(session.folder, part.name, part.sha256)
        if fault:
            faults.append(fault)
        if part.seq > report.entries:
            faults.append(
                f"{part.name}: entry {part.seq} added it, and the record ends at {report.entries}: entries were dropped from its end."
            )
    if not faults:
        # Nothing is appended to a record that is not whole: the damage stays as it was found.
        session.saw("verify", subjects=["whole"])
    return VerifyReport(not faults, report.entries, f"{report.entries}:{report.head}", len(listed), erased, faults)


def _commitments(session: Session) -> tuple[int, list[str]]:
    """Compare particulars with what their entries committed to; count those erased."""
    faults: list[str] = []
    erased = 0
    with session.reading() as db, session.reading() as beside:
        words = record.all_texts(beside)
        held = next(words, None)
        for seq, body, _ in record.raw_lines(db):
            while held is not None and held[0] < seq:
                faults.append(f"Entry {held[0]}: it has particulars, and there is no such entry.")
                held = next(words, None)
            committed = _committed(body)
            if held is not None and held[0] == seq:
                if not committed or _commit(held[2], held[1]) != committed:
                    faults.append(f"Entry {seq}: its particulars (reasons, names) are not those it was written with.")
                held = next(words, None)
            elif committed:
                erased += 1
        if held is not None:
            faults.append(f"Entry {held[0]}: it has particulars, and the record ends before it.")
    return erased, faults


def _committed(body: str) -> str:
    """Read an entry's commitment; empty where the entry is damaged, which the chain's check has named."""
    try:
        return str(json.loads(body)["commitment"])
    except (ValueError, TypeError, KeyError):
        return ""


def _commit(text: str, salt: bytes) -> str:
    try:
        return commit(json.loads(text), salt)
    except (ValueError, TypeError, WrongUse):
        return "unreadable"


def verify_ledger(path: Path, head: str = "") -> VerifyReport:
    """Check an exported record, or the record in a case's file, without opening the case.

    Raises:
        Unreadable: it is neither.
    """
    try:
        report = verify_file(path, parse_head(head))
    except CannotRead as error:
        raise Unreadable(f"“{path.name}” cannot be verified.", cause=str(error)) from error
    faults = [fault.sentence for fault in report.faults]
    if report.more:
        faults.append(f"And {report.more:,} more faults.")
    return VerifyReport(not faults, report.entries, report.head, 0, 0, faults)


def export(session: Session, target: Path) -> list[Path]:
    """Write the record as JSON lines, and beside it the verifier that needs nothing but Python.

    Raises:
        Conflict: one of the files is there already.
    """
    session.require("export")
    verifier = target.with_name("verify_palermo_record.py")
    if target.exists():
        raise Conflict(f"“{target.name}” is there already.", way_out="Choose another name.")
    if not target.parent.is_dir():
        raise WrongUse(f"There is no folder “{target.parent}”.", way_out="Make it, or name another.")
    with session.writing() as db:
        record.write(db, session.act("export", subjects=["record"]))
    with session.reading() as db:
        lines: Iterator[str] = export_lines(record.entries(db), results.get_fact(db, "case"))
        with target.open("x", encoding="utf-8", newline="") as file:
            file.writelines(lines)
    verifier.write_bytes((resources.files("palermo.ledger") / "standalone.py").read_bytes())
    return [target, verifier]
