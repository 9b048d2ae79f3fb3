"""The names people give columns and values, in six languages, ready to be looked up."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `rules/headers.yaml` holds, folded for looking up; opaque to callers."""


def read_lexicon(rules: Dict[str, object]) -> Lexicon:
    """Make a lexicon of the plain data of `rules/headers.yaml`."""
    raise NotImplementedError
