"""Every error the program knows reaches the browser as a problem document."""

import pytest

from fakes.browser import signed_in_at
from fakes.desk import FakeDesk
from palermo.api.problems import KINDS, MEDIA_TYPE, TITLES, problem_of
from palermo.model.errors import FAMILY, PalermoError
from palermo.workbench.views import CaseView


class _FailingDesk(FakeDesk):
    """A desk that fails with a given error when its front page is asked for."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def case(self) -> CaseView:
        raise self._error


@pytest.mark.parametrize("kind", FAMILY, ids=lambda kind: kind.slug)
def test_every_error_of_the_family_is_told_in_its_three_sentences(kind: type[PalermoError]) -> None:
    """The status, the type and the three sentences of an error arrive as they were raised."""
    with signed_in_at(_FailingDesk(kind("It is so.", cause="This is why.", way_out="Do that."))) as browser:
        answer = browser.get("/api/case")
    assert answer.status_code == kind.status
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert answer.json() == {
        "type": f"urn:palermo:error:{kind.slug}", "title": TITLES[kind.slug], "status": kind.status,
        "detail": "It is so. This is why. Do that.", "fact": "It is so.", "cause": "This is why.", "way_out": "Do that.",
        "instance": "",
    }  # fmt: skip


def test_an_error_nobody_foresaw_is_a_sentence_and_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """The browser gets no traceback and no value; the log gets the place under the same id, without the message."""
    with signed_in_at(_FailingDesk(ZeroDivisionError("+33639981234"))) as browser:
        answer = browser.get("/api/case")
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (500, "urn:palermo:error:unexpected")
    line = problem["instance"].rpartition(":")[2]
    assert line
    assert line in problem["cause"]
    assert line in caplog.text
    assert "test_problems.py" in caplog.text
    assert "+33639981234" not in caplog.text + answer.text
    assert "Traceback" not in answer.text
    assert "ZeroDivisionError" not in answer.text


def test_every_kind_of_problem_has_a_title_and_a_slug_of_its_own() -> None:
    """No two kinds share a slug, and the table of titles names exactly the kinds there are."""
    slugs = [kind.slug for kind in KINDS]
    assert len(set(slugs)) == len(slugs)
    assert set(TITLES) == set(slugs)


def test_a_problem_without_cause_says_so_by_leaving_it_empty() -> None:
    """The detail joins the sentences there are."""
    problem = problem_of(FAMILY[0]("It is so.", way_out="Do that."))
    assert (problem.cause, problem.detail) == ("", "It is so. Do that.")
