"""Guesses what a file holds: its kind and columns, from headers in six languages and from the values themselves."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from palermo.intake.headers import Header
from palermo.intake.lexicon import Lexicon, fold_header
from palermo.intake.mapping import BESIDE, ColumnGuess, Guess, Options
from palermo.intake.matching import SURE, Fit, Given, Match, by_values, fit
from palermo.intake.profiles import profile
from palermo.kit.amounts import read_amount, tell_decimal
from palermo.kit.times import day_orders
from palermo.model.errors import WrongUse
from palermo.model.raw import RawBatch
from palermo.model.records import COLUMNS, Kind, Reads, required

_SAMPLE = 20_000
_LEAST_WEIGHT = 1.2
_CLOSE = 0.97
_SHARED_NAMES = 2
_CURRENCY_IN_HEADER = re.compile(r"[(\[ _-]([A-Z]{3}|[€£$]|euros?)[)\]]?\s*$", re.IGNORECASE)


def sample_columns(batch: RawBatch) -> list[list[str]]:
    """Give for each column its different values, in the order they are met; at most 20,000."""
    return [
        [value for value in column.unique().slice(0, _SAMPLE).to_pylist() if value is not None]
        for column in batch.cells.columns
    ]


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
    if kind and kind not in set(Kind):
        raise WrongUse(f"There is no kind “{kind}”.", way_out=f"Kinds are {', '.join(Kind)}.")
    texts = [sample[at] if at < len(sample) else () for at in range(len(header.names))]
    free = [at for at, name in enumerate(header.names) if not protected(name)]
    given = Given(header.names, [profile(values, lexicon) for values in texts], free)
    fits = sorted((fit(held, given, lexicon) for held in Kind), key=lambda found: -found.weight)
    told = [found for found in fits if found.kind == kind or _told(found, header.names, lexicon)]
    best = next((found for found in told if found.kind == kind), told[0])
    close = [found.kind for found in told if found.weight >= max(best.weight * _CLOSE, _LEAST_WEIGHT)]
    kinds = (best.kind,) if kind else tuple(close)
    return _guess(best, kinds, given, texts, lexicon)


def _told(found: Fit, names: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether some header speaks for a kind; one that asks for a single column is not told by what stands everywhere.

    An “id” and a “name” are in every table: without anything of its own, a list of lodgings would be read as documents.
    """
    if len(required(found.kind)) > 1:
        return True
    sure = [match for match in found.matches if match.weight >= SURE]
    if any(match.column.required and _is_own_name(names[match.index]) for match in sure):
        return True
    return any(_kinds_named(names[match.index], lexicon) <= _SHARED_NAMES for match in sure)


def _is_own_name(name: str) -> bool:
    """Tell whether a header is, to the letter, the name of a column that one kind alone has."""
    return sum(name == column.name for columns in COLUMNS.values() for column in columns) == 1


def _kinds_named(name: str, lexicon: Lexicon) -> int:
    """Count the kinds that have a column of this name."""
    return sum(max(lexicon.candidates(name, kind).values(), default=0.0) >= SURE for kind in Kind)


def _guess(
    best: Fit,
    kinds: tuple[Kind, ...],
    given: Given,
    texts: Sequence[Sequence[str | None]],
    lexicon: Lexicon,
) -> Guess:
    """Settle columns and options under the kind that fits best; where other kinds fit as well, none is known."""
    known = len(kinds) == 1
    more, doubts = by_values(best.kind, best, given) if known else ([], {})
    kept = [match for match in best.matches if match.weight >= 0.5] if known else []
    matches = {match.index: match for match in [*kept, *more]}
    hours = _hours(matches, given, lexicon)
    options, notes = _options(best.kind, matches, given, texts, lexicon)
    columns = tuple(
        _column(at, given.names[at], matches.get(at), hours.get(at), apart=at not in given.free)
        for at in range(len(given.names))
    )
    missing, unsure = _missing(best, matches, given, options, doubts) if known else ((), ())
    if not known and len(kinds) > 1:
        unsure = (f"It could be {' or '.join(kinds)}.",)
    return Guess(best.kind if known else None, kinds, columns, missing, unsure, options, notes)


def _column(at: int, name: str, match: Match | None, hour: str | None, *, apart: bool) -> ColumnGuess:
    """Say what one column was taken for."""
    if apart:
        return ColumnGuess(
            at, name, "apart", "", sure=True, why="It names something no rule may read; it is split off."
        )
    if match is not None:
        return ColumnGuess(at, name, "column", match.column.name, match.sure, match.why)
    if hour is not None:
        return ColumnGuess(at, name, "column", hour, sure=True, why="It holds the hour of the day beside it.")
    return ColumnGuess(at, name, "unknown", "", sure=True, why="It names no column known; it is kept apart, unread.")


def _hours(matches: dict[int, Match], given: Given, lexicon: Lexicon) -> dict[int, str]:
    """Find for each column of bare days a column of hours: the nearest one to its right, or else to its left."""
    found: dict[int, str] = {}
    for at, match in sorted(matches.items()):
        if match.column.reads is not Reads.TIME or given.profiles[at].share("day") < 0.8:
            continue
        fitting = [
            index for index in given.free
            if index not in matches and index not in found and given.profiles[index].share("hour") >= 0.8
            # A number with a point may be anything: only its header makes it an hour.
            and ((abs(index - at) == 1 and given.profiles[index].share("clock") >= 0.8)
                 or fold_header(given.names[index]) in lexicon.hours)
        ]  # fmt: skip
        if fitting:
            found[min(fitting, key=lambda index: (abs(index - at), -index))] = match.column.name
    return found


def _missing(
    best: Fit, matches: dict[int, Match], given: Given, options: Options, doubts: dict[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name required columns that are not there or not sure, and say why they are not sure."""
    taken = {match.column.name: match for match in matches.values()}
    missing, why = [], []
    for name in required(best.kind):
        match = taken.get(name)
        if (match is not None and match.sure) or name in options.constants:
            continue
        missing.append(name)
        if name in best.rivals:
            names = " and ".join(f"“{given.names[at]}”" for at in best.rivals[name])
            why.append(f"{name} may be {names}; they fit equally well.")
        elif name in doubts:
            why.append(doubts[name])
        elif match is not None:
            why.append(f"{name} may be “{given.names[match.index]}”, but that is not sure.")
    return tuple(missing), tuple(why)


def _options(
    kind: Kind, matches: dict[int, Match], given: Given, texts: Sequence[Sequence[str | None]], lexicon: Lexicon
) -> tuple[Options, tuple[str, ...]]:
    """Tell from the values how days and amounts are written, and from a header which currency."""
    notes: list[str] = []
    votes = {
        match.column.name: day_orders(text for text in texts[at] if text)
        for at, match in matches.items() if match.column.reads in {Reads.TIME, Reads.DATE}
    }  # fmt: skip
    orders = _day_orders(votes, notes)
    decimals = {}
    for at, match in matches.items():
        if match.column.reads is Reads.DECIMAL and (mark := tell_decimal([text for text in texts[at] if text])):
            decimals[match.column.name] = mark
            if mark == ",":
                notes.append(f"{match.column.name}: amounts have a decimal comma.")
    return Options(orders, decimals, _constants(kind, matches, given, texts, lexicon)), tuple(notes)


def _day_orders(votes: dict[str, tuple[int, int, int]], notes: list[str]) -> dict[str, str]:
    """Tell for each column of dates whether the day or the month comes first; columns that do not tell follow those that do."""
    orders = {}
    told = {
        name: ("day_first" if day > month else "month_first") for name, (day, month, _) in votes.items() if day != month
    }
    others = Counter(told.values()).most_common(1)
    for name, (day, month, either) in votes.items():
        if not day + month + either:
            continue
        order = told.get(name) or (others[0][0] if others else "day_first")
        orders[name] = order
        words = order.replace("_", " ")
        if day and month:
            notes.append(f"{name}: {day} dates must be day first and {month} month first; they were read {words}.")
        elif name in told:
            notes.append(f"{name}: dates are {words}, as {day + month} of the values show.")
        elif others:
            notes.append(f"{name}: dates can be read both ways; they were read {words}, as the file's other dates are.")
        else:
            notes.append(
                f"{name}: all dates can be read both ways; they were read {words}. Correct it if they are not."
            )
    return orders


def _constants(
    kind: Kind, matches: dict[int, Match], given: Given, texts: Sequence[Sequence[str | None]], lexicon: Lexicon
) -> dict[str, str]:
    """Take the currency from the header or the signs of the amounts, where it has no column of its own."""
    names = {match.column.name for match in matches.values()}
    amounts = [at for at, match in matches.items() if match.column.reads is Reads.DECIMAL]
    if "currency" in names or len(amounts) != 1 or all(column.name != "currency" for column in COLUMNS[kind]):
        return {}
    stated = _CURRENCY_IN_HEADER.search(given.names[amounts[0]])
    if stated and (code := lexicon.currency(stated.group(1))):
        return {"currency": code}
    signs = {read_amount(text, ".").sign for text in texts[amounts[0]] if text and text.strip()}
    codes = {lexicon.currency(sign.partition("/")[0]) for sign in signs}
    if not codes or "" in codes:
        return {}
    return {"currency": codes.pop() if len(codes) == 1 else BESIDE}
