"""Makes the entries of the record: what may stand in one, how it is written, and how it is chained to the one before.

An entry holds ids, codes and a keyed commitment, never a personal value. What was done in particular (a reason, a
search, an erased value) stays in an erasable place beside the record, under a salt of its own; the entry keeps the
HMAC of it. With the particulars and the salt anyone can check the commitment; once both are erased it says nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hmac import compare_digest

from palermo.kit.canon import canonical_json, commitment
from palermo.ledger.actions import ACTIONS
from palermo.ledger.standalone import GENESIS, MAX_SUBJECTS, hash_of
from palermo.model.errors import WrongUse

SALT_BYTES = 32
"""Bytes of randomness the salt of an entry's particulars has to have."""

_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._:/#-]{0,62}[A-Za-z0-9])?")
_COUNTED = re.compile(r"[A-Z]{1,2}-\d{1,8}|(?:row|rows|findings|leads|faults)-\d{1,9}")
_CODE = re.compile(r"(?:[a-z][a-z0-9-]{0,63})?")
_HEX = re.compile(r"(?:[0-9a-f]{64})?")
_AT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z")
_NUMBER = re.compile(r"(?<![0-9A-Za-z])\d{7,20}(?![0-9A-Za-z])")
_SPACED_NUMBER = re.compile(r"(?<![0-9A-Za-z])\d+(?:[._:/#-]\d+)+(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a record: its number, its hash and its time; of an empty record `Head()`."""

    seq: int = 0
    hash: str = GENESIS
    at: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has its place in the chain; cannot be built with anything that is no id or code.

    Attributes:
        at: when, UTC, ISO 8601 with microseconds and `Z`.
        actor: the account that acted.
        action: a code of `ACTIONS`.
        purpose: the purpose's code, or empty.
        subjects: ids and codes of what was acted on; the first subject of `case-new` is the case's id.
        commitment: empty, or what `commit` made of the particulars.

    Raises:
        WrongUse: a part is not of its kind, or looks like a phone number, a date or an address.
    """

    at: str
    actor: str
    action: str
    purpose: str = ""
    subjects: tuple[str, ...] = ()
    commitment: str = ""

    def __post_init__(self) -> None:
        """Refuse what may not stand in the record; the refusal never repeats a value, which may be personal."""
        if self.action not in ACTIONS:
            raise WrongUse("The record has no such action.", way_out="Take one of palermo.ledger.ACTIONS.")
        if not _AT.fullmatch(self.at):
            raise WrongUse("An entry's time is not UTC with microseconds, as in 2026-01-31T12:00:00.000000Z.")
        if not _CODE.fullmatch(self.purpose):
            raise WrongUse("An entry's purpose is no code.", way_out="Give the code of a purpose, not its words.")
        if not _HEX.fullmatch(self.commitment):
            raise WrongUse("An entry's commitment is not 64 hexadecimal digits.")
        if not is_id(self.actor):
            raise WrongUse("An entry's actor is no account name.", way_out="Give an id of letters and digits.")
        if len(self.subjects) > MAX_SUBJECTS:
            raise WrongUse(f"An entry names more than {MAX_SUBJECTS} subjects.", way_out="Put a digest of them.")
        if not all(is_id(subject) for subject in self.subjects):
            raise WrongUse(
                "A subject of an entry is no id or code.",
                cause="The record never holds personal values, because it can never be changed.",
                way_out="Give the id, and put the value into the erasable particulars.",
            )
        if self.action == "case-new" and not self.subjects:
            raise WrongUse("The first entry of a case does not name the case.", way_out="Give its id as first subject.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the record: a draft with its number, the hash of the entry before it, and its own."""

    seq: int
    at: str
    actor: str
    action: str
    purpose: str
    subjects: tuple[str, ...]
    commitment: str
    prev: str
    hash: str


def is_id(text: str) -> bool:
    """Tell whether `text` may stand in the record as an id or code.

    At most 64 ASCII letters, digits and `. _ : / # -`, beginning and ending with a letter or digit, with no phone-like
    or date-like stretch of seven or more digits in it (a stretch of more than twenty is a digest's).
    """
    if _COUNTED.fullmatch(text):
        return True
    if not _ID.fullmatch(text) or _NUMBER.search(text):
        return False
    return all(not 7 <= sum(map(str.isdigit, found[0])) <= 20 for found in _SPACED_NUMBER.finditer(text))


def draft(
    *, at: str, actor: str, action: str, purpose: str = "", subjects: Iterable[str] = (), commitment: str = ""
) -> Draft:
    """Make a draft, refusing what may not stand in the record.

    Raises:
        WrongUse: see `Draft`.
    """
    return Draft(at, actor, action, purpose, tuple(subjects), commitment)


def append(head: Head, draft: Draft) -> Entry:
    """Give a draft its place after `head`: number, previous hash and own hash.

    No entry is dated before the one it follows: where the clock was set back, the last entry's time stands.
    """
    entry = Entry(
        seq=head.seq + 1,
        at=max(draft.at, head.at),
        actor=draft.actor,
        action=draft.action,
        purpose=draft.purpose,
        subjects=draft.subjects,
        commitment=draft.commitment,
        prev=head.hash,
        hash="",
    )
    return replace(entry, hash=hash_of(body(entry)))


def head_of(entry: Entry) -> Head:
    """Give the head a record has once `entry` is its last."""
    return Head(entry.seq, entry.hash, entry.at)


def body(entry: Entry) -> str:
    """Write all of an entry but its hash as canonical JSON: what the hash is of, and what the store keeps."""
    return canonical_json(_parts(entry))


def _parts(entry: Entry) -> dict[str, object]:
    return {
        "seq": entry.seq,
        "at": entry.at,
        "actor": entry.actor,
        "action": entry.action,
        "purpose": entry.purpose,
        "subjects": entry.subjects,
        "commitment": entry.commitment,
        "prev": entry.prev,
    }


def commit(particulars: Mapping[str, str], salt: bytes) -> str:
    """Commit to an entry's particulars under their own salt: 64 hexadecimal digits (HMAC-SHA-256 of canonical JSON).

    Raises:
        WrongUse: the salt is shorter than 32 bytes.
    """
    if len(salt) < SALT_BYTES:
        raise WrongUse(f"The salt of an entry's particulars is shorter than {SALT_BYTES} bytes.")
    return commitment(salt, canonical_json(dict(particulars)))


def holds(entry: Entry, particulars: Mapping[str, str], salt: bytes) -> bool:
    """Tell whether these are the particulars an entry committed to."""
    return compare_digest(entry.commitment, commit(particulars, salt))


def export_lines(entries: Iterable[Entry], case_id: str) -> Iterator[str]:
    r"""Write a record as JSON lines: a header, a line for each entry, a footer; each ends in `\n`.

    Raises:
        WrongUse: the case's id is no id.
    """
    if not is_id(case_id):
        raise WrongUse("The case's id cannot stand in the header of a record.")
    yield canonical_json({"palermo_ledger": 1, "case": case_id}) + "\n"
    last = Head()
    for entry in entries:
        yield canonical_json(_parts(entry) | {"hash": entry.hash}) + "\n"
        last = head_of(entry)
    yield canonical_json({"entries": last.seq, "head": last.hash}) + "\n"
