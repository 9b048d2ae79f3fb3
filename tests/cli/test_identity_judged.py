"""Judging pairs of records from the command line: sentences, JSON shapes, exit statuses."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.test_commands import Run, run
from fakes.proposals import persons, propose
from palermo.workbench.open_desk import OpenDesk
from palermo.workbench.session import open_case

__all__ = ["run"]

PAIRS = [("BE-1", "ES-1", 9_000), ("ES-1", "FR-1", 200), ("BE-1", "FR-1", -4_000)]


@pytest.fixture
def case(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a case with five persons and three proposed pairs; the account at it is anke's."""
    monkeypatch.setenv("USER", "anke")
    folder = tmp_path / "case"
    assert run("case", "new", folder, "--name", "Harbour", "--basis", "Order 12/2020")[0] == 0
    path = tmp_path / "persons.csv"
    path.write_text(persons(), "utf-8")
    assert run("add", folder, path)[0] == 0
    propose(OpenDesk(open_case(folder)), PAIRS)
    return folder


def test_a_pair_is_shown_said_and_taken_back(run: Run, case: Path) -> None:
    """Both records stand beside each other, the weight comes after the word, and the undoing is named with its number."""
    out = run("identity", "pairs", case)[1]
    assert "Waiting for your word: 3 of 3 pairs proposed, 0 of them put off." in out
    assert f"palermo identity show {case}" in out
    out = run("identity", "show", case, "BE-1", "ES-1")[1]
    assert "= document_no" in out
    assert "≠ birth_date" in out
    assert "陈丽华" in out
    assert "after your own word" in out
    assert "bits" not in out
    status, out, _ = run("identity", "same", case, "BE-1", "ES-1", "--reason", "one paper")
    assert status == 0
    assert "Word 1:" in out
    assert "Nothing was merged" in out
    assert "+9.0  in all" in out
    assert f"palermo identity undo {case} 1" in out
    out = run("identity", "people", case)[1]
    assert "1 group of records" in out
    assert "one paper" in out
    assert "as if it had never been said" in run("identity", "undo", case, 1, "--reason", "lent")[1]
    assert "Taken back: lent" in run("identity", "people", case)[1]


def test_a_pair_is_put_off_and_unsure_leaves_room(run: Run, case: Path) -> None:
    """Both go to the back of the queue and are counted there; an answer can still be given."""
    first = json.loads(run("identity", "pairs", case, "--format", "json")[1])["pairs"][0]["id"]
    assert run("identity", "later", case, first)[0] == 0
    assert run("identity", "unsure", case, "BE-1", "ES-1", "--reason", "no paper")[0] == 0
    assert "3 of 3 pairs proposed, 2 of them put off" in run("identity", "pairs", case)[1]
    assert run("identity", "different", case, "BE-1", "ES-1", "--reason", "two faces")[0] == 0


def test_a_contradiction_names_what_each_undoing_would_change(run: Run, case: Path) -> None:
    """Same, same, different: the cycle in a sentence, and a line for each word on it."""
    run("identity", "same", case, "BE-1", "ES-1", "--reason", "r")
    run("identity", "same", case, "ES-1", "FR-1", "--reason", "r")
    run("identity", "different", case, "BE-1", "FR-1", "--reason", "r")
    out = run("identity", "people", case)[1]
    assert "Contradiction: By people's words" in out
    assert out.count("    Without word") == 3
    assert "Counts as one nowhere" in out
    assert "1 contradiction in people's words" in run("identity", "pairs", case)[1]


def test_a_marked_record_needs_two_accounts(run: Run, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first word waits, the second account sees that one has spoken and not what, and both words settle it."""
    status, out, _ = run("identity", "mark", case, "BE-1", "presumed-victim", "--reason", "heard")
    assert status == 0
    assert "needs two different people" in out
    assert "A second person is needed" in run("identity", "same", case, "BE-1", "ES-1", "--reason", "one paper")[1]
    assert "Waiting for a second person: 1 pair." in run("identity", "people", case)[1]
    monkeypatch.setenv("USER", "bram")
    out = run("identity", "show", case, "BE-1", "ES-1")[1]
    assert "One has spoken" in out
    assert "one paper" not in out
    assert "anke has spoken" in run("identity", "people", case)[1]
    out = run("identity", "same", case, "BE-1", "ES-1", "--reason", "one face")[1]
    assert "one paper (anke" in out
    assert "1 group of records" in run("identity", "people", case)[1]
    out = run("identity", "marks", case, "--purpose", "identify-victim")[1]
    assert "is a presumed victim's: heard (anke" in out
    assert run("identity", "unmark", case, "BE-1", "presumed-victim", "--reason", "another")[0] == 0
    assert "Taken away: another" in run("identity", "marks", case, "--purpose", "supervise")[1]
    assert run("verify", case)[0] == 0


def test_an_erased_record_is_told_in_the_lists(run: Run, case: Path) -> None:
    """A word and a mark that fell away say under which order, and name nobody."""
    run("identity", "mark", case, "BE-1", "in-custody", "--reason", "arrested")
    made = json.loads(run("identity", "same", case, "BE-1", "ES-1", "--reason", "two of a kind", "--format", "json")[1])
    for row in (made["one"]["row"], made["other"]["row"]):
        assert run("erase", case, "--row", row, "--order", "Order 9", "--yes")[0] == 0
    out = run("identity", "people", case)[1] + run("identity", "marks", case, "--purpose", "supervise")[1]
    assert out.count("fell away") == 2
    assert "two of a kind" not in out
    assert "arrested" not in out


def test_a_purpose_that_there_is_not_is_refused(run: Run, case: Path) -> None:
    """Marks are read for a purpose of the table; any other ends with status 3."""
    assert run("identity", "marks", case, "--purpose", "curiosity")[0] == 3
    assert run("identity", "marks", case, "--purpose", "supervise")[1].startswith("No record is marked")


def _mistakes() -> Iterator[tuple[str, Callable[[Path], list[object]]]]:
    yield "unknown pair", lambda case: ["show", case, "0123456789abcdef"]
    yield "too short a pair", lambda case: ["show", case, "01"]
    yield "unknown record", lambda case: ["same", case, "BE-1", "NOBODY", "--reason", "r"]
    yield "same record", lambda case: ["same", case, "BE-1", "BE-1", "--reason", "r"]
    yield "empty reason", lambda case: ["different", case, "BE-1", "ES-1", "--reason", " "]
    yield "no reason", lambda case: ["unsure", case, "BE-1", "ES-1"]
    yield "no such word", lambda case: ["undo", case, 7, "--reason", "r"]
    yield "no such mark", lambda case: ["mark", case, "BE-1", "witness", "--reason", "r"]
    yield "not marked", lambda case: ["unmark", case, "BE-1", "in-custody", "--reason", "r"]
    yield "unknown pair put off", lambda case: ["later", case, "0123456789abcdef"]


@pytest.mark.parametrize(("name", "words"), list(_mistakes()))
def test_a_mistake_ends_with_2_and_a_sentence(
    run: Run, case: Path, name: str, words: Callable[[Path], list[object]]
) -> None:
    """What cannot be said ends with status 2 and a sentence on standard error, and nothing is kept."""
    status, _, err = run("identity", *words(case))
    assert status == 2, name
    assert err.strip()
    assert "Traceback" not in err
    assert json.loads(run("identity", "people", case, "--format", "json")[1])["words"] == []
