"""Guesses what a file holds: its kind and columns, from headers in six languages and from the values themselves."""

from collections.abc import Callable, Sequence

from palermo.intake.headers import Header
from palermo.intake.lexicon import Lexicon
from palermo.intake.mapping import Guess


def guess(
    header: Header,
    sample: Sequence[Sequence[str | None]],
    lexicon: Lexicon,
    *,
    kind: str = "",
    protected: Callable[[str], bool],
) -> Guess:
    """Guess the kind and the mapping of a table.

    Args:
        header: from `find_header` or `stated_header`.
        sample: for each column some values as written (`sample_columns(batch)` of the first batch will do).
        lexicon: from `read_lexicon`.
        kind: the kind a person named; empty to guess it.
        protected: tells whether a header names a protected column (`palermo.kit.masks.is_protected_header`).

    Raises:
        WrongUse: there is no such kind.
    """
    raise NotImplementedError
