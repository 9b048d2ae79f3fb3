"""Serves the workspace and the API on a fake desk, for work on the workspace without a case.

    PYTHONPATH=tests python -m fakes.serve --port 8765 --token workspace-at-work

The token lets one browser in, once, at `/enter?token=…`; start it again for another.
"""

import argparse
import sys

from fakes.desk import FakeDesk
from palermo.api.server import serve


def main() -> None:
    """Read the port and the token, and serve until interrupted."""
    parser = argparse.ArgumentParser(description="The API on a fake desk.")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--token", default="workspace-at-work")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds each step of the analysis takes")
    given = parser.parse_args()
    serve(FakeDesk(pause=given.pause), port=given.port, token=given.token, on_ready=_say)


def _say(link: str) -> None:
    """Print the one-time link."""
    sys.stdout.write(f"{link}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
