"""What stands of people's words in a case, who is one by it, and which words are sealed from whom: told anew at each asking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from palermo.access import may
from palermo.adapters.sqlite import identity_pairs, identity_words, record
from palermo.adapters.sqlite.identity_words import StoredWord
from palermo.identity.judging import (
    Answer,
    People,
    Policy,
    Standing,
    Word,
    is_open_to,
    people_of,
    stand,
)
from palermo.kit.canon import commitment
from palermo.ledger import Entry
from palermo.model.errors import Damaged
from palermo.model.ids import ActorId
from palermo.workbench.identity_records import Records
from palermo.workbench.identity_views import WordView
from palermo.workbench.session import Session

MARKS = {"presumed-victim": "a presumed victim's", "in-custody": "a suspect's in custody"}
"""The marks a record can carry, each with its words after “the record is”; every one of them asks for two people."""

SEALED = "shown once you have given your own word on the pair"
HIDDEN = "shown to those who may see marks"


@dataclass(frozen=True, slots=True)
class Judged:
    """What people said in a case.

    Attributes:
        held: every word, oldest first, those taken back too.
        words: those that stand.
        policy: which records need two people.
        standing: what stands of each pair.
        people: who is one by it.
    """

    held: tuple[StoredWord, ...]
    words: tuple[Word, ...]
    policy: Policy
    standing: Standing
    people: People

    def opens(self, pair: tuple[str, str], who: ActorId) -> bool:
        """Tell whether weight and others' words on a pair may be shown to somebody."""
        return is_open_to(self.standing, pair, who)  # type: ignore[arg-type]

    def seals(self, word: StoredWord, who: ActorId) -> bool:
        """Tell whether a word, standing or taken back, is sealed from somebody."""
        return word.erasure is None and word.actor != who and not self.opens(word.pair, who)


def read_judged(db: Connection) -> Judged:
    """Read what people said, and tell what stands.

    Raises:
        Damaged: a word says what no person can say here.
    """
    held = tuple(identity_words.all_words(db))
    odd = next((one.n for one in held if one.stands and one.answer not in set(Answer)), 0)
    if odd:
        raise Damaged(f"Word {odd} on a pair was changed.", way_out="Run `palermo verify` to see what else was.")
    words = tuple(Word(one.n, one.pair, Answer(one.answer), one.actor) for one in held if one.stands)
    policy = Policy(frozenset(mark.row for mark in identity_words.all_marks(db) if mark.stands))
    standing = stand(words, policy)
    return Judged(held, words, policy, standing, people_of(standing))


def answer_tag(session: Session, n: int, answer: str) -> str:
    """Give the name under which the record binds what was said and does not say it: a keyed commitment."""
    return "V-" + commitment(session.key, f"answer:{n}:{answer}")[:32]


def mark_tag(session: Session, n: int, mark: str) -> str:
    """Give the name under which the record binds a mark and does not say it."""
    return "K-" + commitment(session.key, f"mark:{n}:{mark}")[:32]


def sealed_texts(session: Session, db: Connection, entries: Sequence[Entry]) -> dict[int, str]:
    """Tell of which entries of the record the reader may not see the words yet, and why."""
    about = [entry for entry in entries if entry.action in _SEALABLE]
    if not about:
        return {}
    judged = read_judged(db)
    sealed = {f"I-{word.n}" for word in judged.held if judged.seals(word, session.actor.id)}
    found = {entry.seq: SEALED for entry in about if entry.subjects and entry.subjects[0] in sealed}
    if "see-marks" not in may(session.table, session.actor):
        found |= {entry.seq: HIDDEN for entry in about if entry.action in _OF_MARKS}
    return found


_OF_MARKS = ("mark-record", "unmark-record")
_SEALABLE = ("judge-identity", "undo-identity", *_OF_MARKS)


def word_views(
    session: Session, db: Connection, judged: Judged, records: Records, wanted: Iterable[StoredWord]
) -> list[WordView]:
    """Show words with who, when and why; what is sealed from the reader keeps its author and time alone."""
    words = list(wanted)
    seqs = [seq for word in words for seq in word.seqs]
    entries, texts = record.at_numbers(db, seqs), record.texts(db, seqs)
    orders = {}
    if any(word.erasure for word in words):
        from palermo.adapters.sqlite import judgements

        orders = judgements.erased_under(db)
    earlier = {
        (word.actor, word.pair): word.n for word in reversed(judged.held) if word.undone_seq and word.erasure is None
    }

    def view(word: StoredWord) -> WordView:
        sealed = judged.seals(word, session.actor.id)
        said, taken = entries.get(word.seq), entries.get(word.undone_seq or 0)
        order, day = orders.get(word.erasure or 0, ("", ""))
        why = "" if sealed else texts.get(word.seq, {}).get("reason", "")
        return WordView(
            n=word.n, pair="" if word.erasure else identity_pairs.pair_id(word.pair), one=word.a, other=word.b,
            one_name=records.label(word.a) if word.a else "", other_name=records.label(word.b) if word.b else "",
            answer="" if sealed else word.answer, reason=why, actor=word.actor, at=said.at if said else "",
            own=word.actor == session.actor.id, sealed=sealed,
            again=earlier.get((word.actor, word.pair), word.n) < word.n and not sealed, undone=word.undone_seq is not None,
            undone_reason="" if sealed else texts.get(word.undone_seq or 0, {}).get("reason", ""),
            undone_by=taken.actor if taken else "", undone_at=taken.at if taken else "",
            lost=f"A record of it was erased under “{order}” on {day[:10]}." if word.erasure else "",
        )  # fmt: skip

    return [view(word) for word in words]
