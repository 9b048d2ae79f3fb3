"""Judging adverts from the command line: sentences, JSON shapes, exit statuses."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.test_commands import Run, case, run

__all__ = ["case", "run"]


@pytest.fixture
def rows(run: Run, case: Path) -> list[str]:
    """Give the keys of the first lead's rows."""
    finding = json.loads(run("explain", case, "L-1", "--format", "json")[1])["findings"][0]
    return [row["row"] for row in finding["rows"]]


def test_two_adverts_are_told_apart_listed_and_brought_together_again(run: Run, case: Path, rows: list[str]) -> None:
    """What is said has a number and waits for the next analysis; taken back, the list shows both words with their reasons."""
    status, out, _ = run("adverts", "apart", case, rows[0], rows[1][:8], "--reason", "two styles")
    assert status == 0
    assert "Judgement 1" in out
    assert f"palermo adverts together {case}" in out
    out = run("adverts", "judgements", case)[1]
    assert "1 judgement, of which 1 stand." in out
    assert "two styles" in out
    assert f"palermo analyse {case}" in out
    assert run("adverts", "together", case, rows[1], rows[0], "--reason", "one account")[0] == 0
    out = run("adverts", "judgements", case)[1]
    assert "of which 0 stand" in out
    assert "Taken back: one account" in out


def test_judgements_have_the_stable_shape(run: Run, case: Path, rows: list[str]) -> None:
    """The JSON of each command names both adverts, who, when, why and whether the groups follow it yet."""
    made = json.loads(run("adverts", "apart", case, *rows[:2], "--reason", "two styles", "--format", "json")[1])
    assert (made["n"], made["reason"], made["undone"], made["waits"]) == (1, "two styles", False, True)
    assert {made["one"]["row"], made["other"]["row"]} == set(rows[:2])
    listed = json.loads(run("adverts", "judgements", case, "--format", "json")[1])
    assert listed == {"judgements": [made]}
    taken = json.loads(run("adverts", "together", case, *rows[:2], "--reason", "one account", "--format", "json")[1])
    assert (taken["undone"], taken["undone_reason"]) == (True, "one account")


def test_an_empty_list_says_so(run: Run, case: Path) -> None:
    """Where nobody judged, the list says that in a sentence."""
    assert run("adverts", "judgements", case)[1].startswith("Nobody has said")


def test_an_erased_advert_is_told_in_the_list(run: Run, case: Path, rows: list[str]) -> None:
    """A judgement that fell away says under which order, and names neither advert."""
    run("adverts", "apart", case, *rows[:2], "--reason", "two styles")
    assert run("erase", case, "--row", rows[0], "--order", "Order 9", "--yes")[0] == 0
    out = run("adverts", "judgements", case)[1]
    assert "fell away" in out
    assert "Order 9" in out
    assert rows[0] not in out
    assert "two styles" not in out


def _mistakes() -> Iterator[tuple[str, Callable[[list[str]], list[str]]]]:
    yield "unknown row", lambda rows: ["apart", rows[0], "no-such-row", "--reason", "r"]
    yield "same row", lambda rows: ["apart", rows[0], rows[0], "--reason", "r"]
    yield "empty reason", lambda rows: ["apart", rows[0], rows[1], "--reason", " "]
    yield "no reason", lambda rows: ["apart", rows[0], rows[1]]
    yield "never said", lambda rows: ["together", rows[0], rows[1], "--reason", "r"]
    yield "too short a beginning", lambda rows: ["apart", rows[0], rows[1][:7], "--reason", "r"]


@pytest.mark.parametrize(("name", "words"), list(_mistakes()))
def test_a_mistake_ends_with_2_and_a_sentence(
    run: Run, case: Path, rows: list[str], name: str, words: Callable[[list[str]], list[str]]
) -> None:
    """What cannot be said ends with status 2 and a sentence on standard error, and nothing is kept."""
    verb, *rest = words(rows)
    status, _, err = run("adverts", verb, case, *rest)
    assert status == 2, name
    assert err.strip()
    assert "Traceback" not in err
    assert run("adverts", "judgements", case)[1].startswith("Nobody")
