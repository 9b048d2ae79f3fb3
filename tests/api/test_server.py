"""The server binds this machine's own address alone, says its link once it answers, and ends when told to."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from fakes.desk import FakeDesk
from palermo.api.server import is_loopback, serve
from palermo.model.errors import WrongUse

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "desk.example", ""])  # noqa: S104 - that it is refused
def test_exposure_an_address_others_can_reach_is_refused(host: str) -> None:
    """Other machines reach the desk only where somebody said so.

    Trust boundary: between this machine and the network it stands in.
    """
    assert not is_loopback(host)
    with pytest.raises(WrongUse, match="other machines"):
        serve(FakeDesk(), host=host, token="a-token-for-tests-only", on_ready=print)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_addresses_of_this_machine_are_known(host: str) -> None:
    """Every loopback address is one."""
    assert is_loopback(host)


def test_a_taken_port_is_told_in_a_sentence() -> None:
    """Where another program holds the port, the error says so."""
    with socket.create_server(("127.0.0.1", 0)) as held, pytest.raises(WrongUse, match="cannot be taken"):
        serve(FakeDesk(), port=held.getsockname()[1], token="a-token-for-tests-only", on_ready=print)


def test_a_real_server_answers_under_its_link_and_ends_on_interrupt() -> None:
    """The fake desk's script prints a link that lets one browser in, and Ctrl-C ends it with status 0 and no traceback."""
    command = [sys.executable, "-m", "fakes.serve", "--port", "0", "--token", "a-token-for-tests-only"]
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout
        link = server.stdout.readline().strip()
        assert link.startswith("http://127.0.0.1:")
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(), _Stay
        )
        with pytest.raises(urllib.error.HTTPError) as entered:
            opener.open(link)
        entered.value.close()
        assert entered.value.code == 303
        with opener.open(link.partition("/enter")[0] + "/api/session") as answer:
            assert answer.status == 200
            assert "server" not in answer.headers
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=30)
    assert (server.returncode, errors) == (0, "")


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follow no redirect."""

    def redirect_request(self, *_: object) -> None:
        """Stay."""
