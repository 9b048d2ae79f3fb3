"""The OpenAPI document of the API, the one thing the workspace's typed client is made from.

`python -m palermo.api.openapi` prints it.
"""

import json
import sys
from typing import Any

from fastapi import FastAPI
from pydantic import TypeAdapter

import palermo
from palermo.api import bodies
from palermo.api.problems import Problem, problem_response
from palermo.api.routes import access, adverts, case, identity, indicators, intake, leads, ledger, network

TAGS = [
    {"name": "access", "description": "Who is at the desk and what they may do."},
    {"name": "case", "description": "The case as a whole, and its analysis."},
    {"name": "leads", "description": "The queue of leads and people's decisions."},
    {"name": "adverts", "description": "Adverts read side by side, and people's judgements on them."},
    {"name": "identity", "description": "Who may be one: pairs of records, people's words on them, marks."},
    {"name": "indicators", "description": "Findings and the rows they rest on."},
    {"name": "network", "description": "How the things of a case hang together."},
    {"name": "intake", "description": "Sources, uploads, rows set aside and source rows as they stood."},
    {"name": "ledger", "description": "The record, erasure and verifying."},
]


def bare_app() -> FastAPI:
    """Make the application with its operations and nothing else: no desk, no security, no pages."""
    app = FastAPI(
        title="Palermo",
        version=palermo.__version__,
        summary=palermo.__doc__,
        openapi_tags=TAGS,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    for module in (access, case, leads, adverts, identity, indicators, network, intake, ledger):
        app.include_router(module.router, prefix="/api", responses=problem_response())
    return app


def document() -> dict[str, Any]:
    """Give the OpenAPI document as plain data."""
    whole = bare_app().openapi()
    schemas = whole["components"]["schemas"]
    schemas["Problem"] = TypeAdapter(Problem).json_schema()
    for name, schema in schemas.items():
        if not hasattr(bodies, name):  # what is sent holds every field, also those that have a default
            schema["required"] = list(schema["properties"])
    return whole


def main() -> None:
    """Print the document."""
    sys.stdout.write(json.dumps(document(), ensure_ascii=False, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
