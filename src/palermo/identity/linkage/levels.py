"""What is compared between two records, and the levels each comparison can reach, with their published default weights.

The conditions are read from the top; the first that holds is the level. `m` is how often a level is reached by two records
of one person, `u` by records of two; both are what the weights start from, and what they stay near where a case is small.
The defaults were learnt without labels on published data; `docs/explanation/identity-model.md` says on which.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

CLOSE = 0.88
"""From this Jaro-Winkler likeness on, two parts of a name are close spellings."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a comparison.

    Attributes:
        name: its name.
        condition: when it is reached, as SQL over columns ending in `_l` and `_r`; empty for the last, which takes the rest.
        m: how often records of one thing reach it.
        u: how often records of two things do.
        sentence: what reaching it means.
        rare: the column whose frequency makes the level worth more for a rare value, less for a common one; empty for none.
    """

    name: str
    condition: str
    m: float
    u: float
    sentence: str
    rare: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing compared.

    Attributes:
        name: its column in the tables.
        what: what it is called in words.
        column: the column of the records as written.
        absent: when nothing can be said, as SQL.
        levels: its levels, the first that holds.
    """

    name: str
    what: str
    column: str
    absent: str
    levels: tuple[Level, ...]


_SLOTS = range(1, 6)

WORDS = len(_SLOTS)
"""How many of the rarest words and numbers of an address are compared."""

_CLOSE = f"jaro_winkler_similarity(one, other, {CLOSE}) >= {CLOSE}"
_ALIKE = " OR ".join(f"alike({one}1, {other}2)" for one in ("given", "family") for other in ("given", "family"))
_SHARED = " + ".join(
    f"CASE WHEN a{at} IN ({', '.join(f'b{other}' for other in _SLOTS)}) THEN a{at} % 64 ELSE 0 END" for at in _SLOTS
)

MACROS = (
    f"alike(one, other) AS coalesce(one = other OR {_CLOSE}, false)",
    f"unlike(given1, family1, given2, family2) AS NOT ({_ALIKE})",
    f"shared_bits({', '.join(f'{side}{at}' for side in 'ab' for at in _SLOTS)}) AS {_SHARED}",
)
"""What the conditions call, in SQL. `unlike` is asked early: it settles most pairs at once. `shared_bits` says how unlikely
chance is to bring together the words and numbers that two addresses share."""

_UNLIKE = "unlike(given_l, family_l, given_r, family_r)"
_SHARED_BITS = f"shared_bits({', '.join(f'word{at}_{side}' for side in 'lr' for at in _SLOTS)})"
_INITIAL = "given_l[1] = given_r[1]"


def _close(one: str, other: str) -> str:
    return f"alike({one}_l, {other}_r)"


NAME = Comparison(
    "name", "name", "name", "folded_l IS NULL OR folded_r IS NULL",
    (
        Level("same", "folded_l = folded_r AND given_l IS NOT NULL", 0.42, 1e-5,
              "The names are the same, part by part.", "parts"),
        Level("same in another order", "parts_l = parts_r AND given_l IS NOT NULL", 0.01, 2e-6,
              "The names have the same parts in another order.", "parts"),
        Level("same single name", "folded_l = folded_r", 0.01, 1e-5,
              "Both have one name only, and it is the same.", "family"),
        Level("same across scripts", "list_has_any(sure_l, sure_r)", 0.2, 2e-6,
              "The names are two writings of one name, across scripts, spellings or call names."),
        Level("alike across scripts", "list_has_any(fair_l, fair_r)", 0.05, 3e-5,
              "The names may be two writings of one name, across scripts, spellings or call names."),
        Level("one within the other",
              "given_l IS NOT NULL AND given_r IS NOT NULL AND (list_has_all(tokens_l, tokens_r) OR list_has_all(tokens_r, tokens_l))",
              0.03, 3e-6, "All parts of one name stand in the other.", "family"),
        Level("different", _UNLIKE, 0.03, 0.98, "The names differ."),
        Level("one part",
              "given_l IS NULL AND list_contains(tokens_r, family_l) OR given_r IS NULL AND list_contains(tokens_l, family_r)",
              0.04, 4e-4, "One record has a single name, and it is a part of the other's.", "family"),
        Level("initial", f"family_l = family_r AND {_INITIAL} AND (len(given_l) = 1 OR len(given_r) = 1)", 0.01, 5e-6,
              "The family names are the same, and the initial of one fits the given name of the other.", "family"),
        Level("given name close", f"family_l = family_r AND {_close('given', 'given')}", 0.09, 1e-5,
              "The family names are the same and the given names close spellings.", "family"),
        Level("family name close", f"given_l = given_r AND {_close('family', 'family')}", 0.12, 2e-5,
              "The given names are the same and the family names close spellings.", "given"),
        Level("both close",
              f"{_close('given', 'given')} AND {_close('family', 'family')} OR {_close('given', 'family')} AND {_close('family', 'given')}",
              0.06, 8e-6, "Both parts of the names are close spellings, in this order or the other."),
        Level("family name and initial", f"family_l = family_r AND {_INITIAL}", 0.04, 1e-4,
              "The family names are the same, and the given names begin alike.", "family"),
        # However rare a family name is: a family shares it.
        Level("family name", "family_l = family_r", 0.05, 6e-4,
              "The family names are the same, the given names differ."),
        Level("given name", "given_l = given_r", 0.05, 8e-3,
              "The given names are the same, the family names differ.", "given"),
        Level("one part crossed", "family_l = given_r OR given_l = family_r", 0.005, 1e-3,
              "The family name of one is the given name of the other."),
        Level("family name close, other differs", _close("family", "family"), 0.02, 1.5e-3,
              "The family names are close spellings, the given names differ."),
        Level("given name close, other differs", "", 0.02, 8e-3,
              "A given name is a close spelling of a part of the other name, the rest differs."),
    ),
)  # fmt: skip

_PLAIN_NAME = replace(NAME, levels=tuple(level for level in NAME.levels if not level.name.endswith("across scripts")))
"""The same where names are not compared across scripts."""

TITLE = Comparison(
    "name", "name", "name", "folded_l IS NULL OR folded_r IS NULL",
    (
        Level("same", "folded_l = folded_r", 0.55, 2e-5, "The names are the same, word by word.", "parts"),
        Level("same in another order", "parts_l = parts_r", 0.02, 2e-6, "The names have the same words in another order.", "parts"),
        Level("one within the other", "list_has_all(tokens_l, tokens_r) OR list_has_all(tokens_r, tokens_l)", 0.15, 5e-4,
              "All words of one name stand in the other."),
        Level("close", "jaro_winkler_similarity(folded_l, folded_r, 0.92) >= 0.92", 0.13, 1e-4, "The names are close spellings."),
        Level("some words", "list_has_any(tokens_l, tokens_r)", 0.1, 0.03, "The names share words."),
        Level("different", "", 0.05, 0.97, "The names differ."),
    ),
)  # fmt: skip

NATIVE = Comparison(
    "native", "name in its own script", "name_native", "native_l IS NULL OR native_r IS NULL",
    (
        Level("same", "native_l = native_r", 0.85, 1e-4, "The names in their own script are the same.", "native"),
        Level("one character differs", "levenshtein(native_l, native_r) = 1", 0.08, 2e-3,
              "The names in their own script differ by one character."),
        Level("different", "", 0.07, 0.998, "The names in their own script differ."),
    ),
)  # fmt: skip

BIRTH = Comparison(
    "birth", "birth date", "birth_date", "birth_l IS NULL OR birth_r IS NULL",
    (
        Level("same", "birth_l = birth_r AND NOT ends_with(birth_l, '-01-01')", 0.6, 4e-5, "The birth dates are the same."),
        Level("same, 1 January", "birth_l = birth_r", 0.1, 3e-4,
              "The birth dates are the same, but 1 January often stands for an unknown day."),
        Level("day and month swapped",
              "year_l = year_r AND birth_l[6:7] = birth_r[9:10] AND birth_l[9:10] = birth_r[6:7]", 0.01, 3e-5,
              "The birth dates are the same once day and month are swapped."),
        Level("year, other unknown", "year_l = year_r AND (ends_with(birth_l, '-01-01') OR ends_with(birth_r, '-01-01'))",
              0.05, 1e-3, "The years of birth are the same, and 1 January stands for an unknown day in one."),
        Level("one digit", "hamming(birth_l, birth_r) = 1", 0.12, 2e-3, "The birth dates differ by one digit."),
        Level("year", "year_l = year_r", 0.03, 0.01, "The years of birth are the same, the days differ."),
        Level("day and month", "birth_l[6:10] = birth_r[6:10]", 0.02, 3e-3,
              "Day and month of birth are the same, the years differ."),
        Level("two digits", "hamming(birth_l, birth_r) = 2", 0.03, 0.03, "The birth dates differ by two digits."),
        Level("close year", "abs(try_cast(year_l AS INTEGER) - try_cast(year_r AS INTEGER)) <= 3", 0.015, 0.08,
              "The years of birth are at most three apart."),
        Level("different", "", 0.025, 0.87, "The birth dates differ."),
    ),
)  # fmt: skip

DOCUMENT = Comparison(
    "document", "document", "document_no", "document_l IS NULL OR document_r IS NULL",
    (
        Level("same", "document_l = document_r", 0.75, 1e-6, "The document numbers are the same."),
        Level("one character differs", "len(document_l) >= 6 AND levenshtein(document_l, document_r) = 1", 0.05, 2e-5,
              "The document numbers differ by one character."),
        Level("different", "", 0.2, 0.999979, "The document numbers differ; a person may have several."),
    ),
)  # fmt: skip

PHONE = Comparison(
    "phone", "phone", "phone", "phone_l IS NULL OR phone_r IS NULL",
    (
        Level("same", "phone_l = phone_r", 0.55, 2e-6, "The phones are the same."),
        Level("one digit differs", "len(phone_l) >= 8 AND levenshtein(phone_l, phone_r) = 1", 0.05, 2e-3,
              "The phones differ by one digit; numbers sold together do so too."),
        Level("different", "", 0.4, 0.997998, "The phones differ; a person may have several."),
    ),
)  # fmt: skip

ADDRESS = Comparison(
    "address", "address", "address", "address_l IS NULL OR address_r IS NULL",
    (
        Level("same", "address_l = address_r AND whole_l", 0.3, 1e-5, "The addresses are the same."),
        Level("same place", "address_l = address_r", 0.1, 5e-3, "Both name the same place, without a house or postcode."),
        Level("little or nothing shared", f"{_SHARED_BITS} < 9", 0.15, 0.99, "The addresses share common words at most."),
        Level("nearly the same", f"{_SHARED_BITS} >= 26", 0.3, 1e-5,
              "The addresses share words and numbers so rare together that chance hardly explains it."),
        Level("much shared", f"{_SHARED_BITS} >= 17", 0.15, 2e-4, "The addresses share rare words or numbers."),
        Level("something shared", "", 0.1, 6e-3, "The addresses share a rare word or number."),
    ),
)  # fmt: skip


def further(at: int, column: str) -> Comparison:
    """Make the comparison of a further column that a person chose."""
    name = f"further{at}"
    return Comparison(
        name, column, column, f"{name}_l IS NULL OR {name}_r IS NULL",
        (
            Level("same", f"{name}_l = {name}_r", 0.83, 0.01, f"“{column}” is the same.", name),
            Level("close", f"jaro_winkler_similarity({name}_l, {name}_r, 0.9) >= 0.9", 0.03, 2e-3,
                  f"“{column}” is a close spelling."),
            Level("different", "", 0.14, 0.988, f"“{column}” differs."),
        ),
    )  # fmt: skip


def comparisons(family: str, columns: Sequence[str], *, across: bool) -> tuple[Comparison, ...]:
    """Give the comparisons of a family of records, `persons` or `organisations`.

    Args:
        family: the family.
        columns: the further columns.
        across: whether names are compared across scripts.
    """
    more = tuple(further(at, column) for at, column in enumerate(columns))
    if family == "persons":
        return (NAME if across else _PLAIN_NAME, NATIVE, BIRTH, DOCUMENT, PHONE, ADDRESS, *more)
    return (TITLE, NATIVE, DOCUMENT, PHONE, ADDRESS, *more)
