"""Reads the tables of `palermo.rules` (YAML) as plain data."""

from functools import cache
from importlib import resources
from typing import cast

import yaml

from palermo.model.errors import NotFound

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None
"""What a YAML table holds once read."""


@cache
def load(name: str) -> dict[str, Plain]:
    """Read one table by name (`indicators`, `access`, …); the answer is shared, so treat it as read-only.

    Raises:
        NotFound: there is no table of that name.
    """
    file = resources.files("palermo.rules") / f"{name}.yaml"
    if not file.is_file():
        raise NotFound(f"There is no table of rules named “{name}”.")
    return cast("dict[str, Plain]", yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader))
