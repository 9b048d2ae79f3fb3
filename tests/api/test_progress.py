"""How far a long call is can be asked while it runs; there is one at a time, and it ends when the server closes."""

import pytest

from palermo.api.progress import IDLE, Progress, ProgressView
from palermo.model.errors import Busy


def test_progress_is_what_the_desk_last_said() -> None:
    """While a call runs the last word on it is shown; after, nothing is."""
    progress = Progress()
    assert progress.now == IDLE
    with progress.long_call("Analysing"):
        assert progress.now == ProgressView(running=True, what="Analysing", done=0, of=0)
        progress.tell("Comparing adverts", 3, 10)
        assert progress.now == ProgressView(running=True, what="Comparing adverts", done=3, of=10)
    assert progress.now == IDLE


def test_a_second_long_call_is_told_to_wait() -> None:
    """Two analyses never run at once, and the refusal leaves the first one as it is."""
    progress = Progress()
    with progress.long_call("Analysing"):
        with pytest.raises(Busy, match="“Analysing” is still running"), progress.long_call("Analysing"):
            pass
        assert progress.now.running


def test_a_call_that_fails_makes_room() -> None:
    """After an error the next call may run."""
    progress = Progress()
    with pytest.raises(ZeroDivisionError), progress.long_call("Analysing"):
        raise ZeroDivisionError
    with progress.long_call("Analysing"):
        pass


def test_closing_ends_the_running_call_with_a_sentence() -> None:
    """The next word on the progress ends the call where it leaves the case whole."""
    progress = Progress()
    progress.stop()
    with pytest.raises(Busy, match="stopped before its end"), progress.long_call("Analysing"):
        progress.tell("Comparing adverts", 3, 10)
    assert progress.now == IDLE
