"""Serves one desk on one port of this machine until it is told to stop."""

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from palermo.api.app import create_app
from palermo.api.security import LOOPBACK
from palermo.model.errors import WrongUse
from palermo.workbench.desk import Desk

STATIC = Path(__file__).parent / "static"
"""Where the built workspace lies."""


class _Server(uvicorn.Server):
    """A server that says when it is ready and ends a long call when it closes."""

    def __init__(self, app: FastAPI, ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app, access_log=False, date_header=False, lifespan="off", log_config=None, log_level="warning",
                proxy_headers=False, server_header=False, timeout_graceful_shutdown=10, ws="none",
            )
        )  # fmt: skip
        self._app = app
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        # In a thread of its own: what it opens may wait for this server to answer.
        threading.Thread(target=self._ready, daemon=True).start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.state.progress.stop()
        await super().shutdown(sockets)


def serve(
    desk: Desk,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str,
    on_ready: Callable[[str], None],
    network: bool = False,
) -> None:
    """Serve until interrupted.

    Args:
        desk: the open case; it is asked from several threads at once.
        host: the address to bind.
        port: the port to bind; 0 takes any that is free.
        token: what lets one browser in, once.
        on_ready: told the one-time link once the port answers, in a thread of its own.
        network: whether an address other than this machine's own loopback is meant.

    Raises:
        WrongUse: the address is not loopback and `network` is not given, or it cannot be bound.
    """
    loopback = is_loopback(host)
    if not loopback and not network:
        raise WrongUse(
            f"“{host}” can be reached from other machines.",
            cause="The workspace is served on this machine alone unless told otherwise.",
            way_out="Leave the host out.",
        )
    with _bind(host, port) as sock:
        name = f"[{host}]" if ":" in host else host
        link = f"http://{name}:{sock.getsockname()[1]}/enter?token={token}"
        static = STATIC if STATIC.is_dir() else None
        app = create_app(desk, token=token, static=static, hosts=LOOPBACK if loopback else (name,))
        with contextlib.suppress(KeyboardInterrupt):
            _Server(app, lambda: on_ready(link)).run(sockets=[sock])


def is_loopback(host: str) -> bool:
    """Tell whether an address is this machine's own, reached by nobody else."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _bind(host: str, port: int) -> socket.socket:
    """Take the port."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise WrongUse(
            f"Port {port} on {host} cannot be taken.",
            cause="Another program holds it, or this machine does not have that address.",
            way_out="Choose another port, or leave it out to take any that is free.",
        ) from error
