"""The one-time link: each test is named for the threat it stands against."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from fakes.browser import TOKEN, Browser
from fakes.desk import FakeDesk
from palermo.api.door import Door, new_token


def test_the_link_lets_a_browser_in_and_leads_it_to_the_front_page() -> None:
    """The token leaves the address at once, and the session's cookie cannot be read by scripts nor sent by other sites."""
    with Browser(FakeDesk()) as browser:
        answer = browser.get(f"/enter?token={TOKEN}")
        assert (answer.status_code, answer.headers["location"], answer.text) == (303, "/", "")
        cookie = answer.headers["set-cookie"]
        assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
        assert "expires" not in cookie.lower()
        assert "max-age" not in cookie.lower()
        assert TOKEN not in cookie
        assert browser.get("/api/case").status_code == 200


def test_replay_a_used_link_opens_nothing() -> None:
    """The link stays in a browser's history or a terminal; whoever finds it there gets a sentence.

    Trust boundary: between the person at the desk and whoever comes to the machine after.
    """
    with Browser(FakeDesk()) as browser:
        browser.get(f"/enter?token={TOKEN}")
        browser.cookies.clear()
        again = browser.get(f"/enter?token={TOKEN}")
        assert again.status_code == 403
        assert "set-cookie" not in again.headers
        assert "Run `palermo open` again for a fresh link." in again.text
        assert browser.get("/api/case").status_code == 401


@pytest.mark.parametrize(
    "query", ["", "?token=", "?token=wrong", f"?token={TOKEN}x", f"?token={TOKEN[:-1]}", f"?TOKEN={TOKEN}", "?token=%ff%00",
              f"?token={TOKEN}&token={TOKEN}", f"?token={TOKEN.upper()}"],
)  # fmt: skip
def test_guessing_a_wrong_link_opens_nothing_and_uses_nothing_up(query: str) -> None:
    """A wrong token gets the same sentence as a used one, and the right one still works after.

    Trust boundary: between this desk and other programs on this machine.
    """
    with Browser(FakeDesk()) as browser:
        answer = browser.get(f"/enter{query}")
        assert answer.status_code == 403
        assert "This link does not open the desk." in answer.text
        assert TOKEN not in answer.text
        assert browser.get(f"/enter?token={TOKEN}").status_code == 303


def test_asking_without_reading_does_not_use_the_link_up() -> None:
    """A program that only looks whether the link is there (HEAD) leaves it whole."""
    with Browser(FakeDesk()) as browser:
        assert browser.request("HEAD", f"/enter?token={TOKEN}").status_code == 403
        assert browser.get(f"/enter?token={TOKEN}").status_code == 303


def test_race_of_two_browsers_one_gets_in() -> None:
    """However many exchange the token at the same moment, one of them gets a session.

    Trust boundary: between the person at the desk and a program that read the link over their shoulder.
    """
    door = Door(TOKEN)
    with ThreadPoolExecutor(16) as pool:
        sessions = list(pool.map(door.enter, [TOKEN] * 200))
    assert sum(session is not None for session in sessions) == 1


def test_a_door_never_opened_knows_nobody() -> None:
    """Before the token is used there is no session, not even an empty one."""
    door = Door(TOKEN)
    assert not door.knows("")
    assert not door.knows(TOKEN)
    assert not door.same_page("")


def test_a_short_token_is_refused() -> None:
    """A token short enough to be guessed is no token; a new one is long and never the same."""
    with pytest.raises(ValueError, match="16 characters"):
        Door("short")
    assert len({new_token() for _ in range(100)}) == 100
    assert len(new_token()) >= 43
