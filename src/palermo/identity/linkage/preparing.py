"""Lays records out for comparison in an in-memory database: names in parts, dates, numbers and addresses folded.

Of records that are the same in all that is compared one stands for all. Values that tell nothing are put aside and noted.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palermo.identity.linkage.figures import LinkageFigures
from palermo.identity.linkage.levels import MACROS, WORDS
from palermo.kit.fold import fold
from palermo.kit.sentences import counted

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from palermo.identity.names import NameTables

COLUMNS = ("row", "kind", "name", "name_native", "birth_date", "document_no", "phone", "address")
"""The columns of the records that are read; further ones by name."""

FAMILIES = {
    "persons": frozenset({"person", "account owner"}),
    "organisations": frozenset({"venue", "company", "account owner"}),
}
"""The two families of records, and the kinds that may be of them; only records of one family are compared."""

_LONGEST = 120
"""How many characters of a name are compared."""

NOBODY = [
    "unknown", "n a", "null", "none", "no name", "noname", "not known", "not given", "anonymous", "unnamed", "onbekend",
    "naam onbekend", "geen naam", "inconnu", "inconnue", "sans nom", "desconocido", "desconocida", "sin nombre", "unbekannt",
]  # fmt: skip
"""What is written, folded, where a name is not known."""
SHORTEST = 4
"""The fewest letters and digits a document number or a phone is compared from."""

_LEGAL_FORMS = (
    "ab|ag|aps|as|bv|bvba|cv|cvba|doo|eood|gmbh|inc|kft|kg|llc|llp|lp|ltd|nv|oo|oy|oyj|plc|pte|sa|sarl|sas|sasu|sia|sl|slu|snc|"
    "spa|spol|sprl|srl|sro|ug|vof|zoo|limited|company|holding|trading"
)
"""Words that make the owner of an account a company."""

_BIRTH = (
    "CASE WHEN regexp_full_match(trim(birth_date), '\\d{4}-\\d{2}-\\d{2}.*') THEN left(trim(birth_date), 10) "
    "WHEN regexp_full_match(trim(birth_date), '\\d{4}(-\\d{2})?') THEN left(trim(birth_date), 4) || '-01-01' END"
)

_LETTERS = "[^\\p{L}\\p{N}]+"

_FEATURES = "folded, unfolded, native, birth, document, phone, address_text"


@dataclass(frozen=True, slots=True)
class Shared:
    """A value that so many records carry that it says nothing; shown, and glueing nobody.

    Attributes:
        what: `document` or `phone`.
        value: the value, as compared.
        records: how many records carry it.
        names: under how many different names.
        sentence: that in a sentence.
    """

    what: str
    value: str
    records: int
    names: int
    sentence: str


@contextmanager
def opened() -> Iterator["duckdb.DuckDBPyConnection"]:
    """Open an in-memory database that can open no file."""
    import duckdb

    with duckdb.connect(config={"enable_external_access": "false", "threads": "2"}) as db:
        db.execute("SET preserve_insertion_order = false; SET enable_progress_bar = false")
        for macro in MACROS:
            db.execute(f"CREATE MACRO {macro}")
        yield db


def in_order(records: "pa.Table", figures: LinkageFigures) -> "pa.Table":
    """Give the records that are compared, in the order of their keys, `rid` counting them; nothing is null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names = (*COLUMNS, *figures.further)
    held = [
        pc.fill_null(records.column(name).cast(pa.string()), "") if name in records.column_names
        else pa.chunked_array([pa.repeat(pa.scalar("", pa.string()), records.num_rows)])
        for name in names
    ]  # fmt: skip
    table = pa.table(held, names=[*COLUMNS, *(f"further{at}" for at in range(len(figures.further)))])
    table = table.take(pc.sort_indices(table.column("row")))
    return table.append_column("rid", pa.array(range(table.num_rows), pa.int64()))


def families(written: "pa.Table") -> tuple[str, ...]:
    """Give the families that may have records."""
    import pyarrow.compute as pc

    kinds = set(pc.unique(written.column("kind")).to_pylist())
    return tuple(family for family, held in FAMILIES.items() if kinds & held)


def prepare(
    db: "duckdb.DuckDBPyConnection",
    family: str,
    written: "pa.Table",
    figures: LinkageFigures,
    tables: "NameTables | None",
) -> tuple[tuple[Shared, ...], tuple[str, ...]]:
    """Lay the records of a family out as the table `people`, one for all that are the same; `copies` says which those are.

    Returns:
        the values that are put aside because too many carry them, and what was noted.
    """
    db.register("written", written)
    more = [f"further{at}" for at in range(len(figures.further))]
    db.execute(
        f"CREATE OR REPLACE TABLE taken AS SELECT rid, {_name_sql()}, {_other_sql(more)} FROM written WHERE {_of(family)}"
    )
    db.unregister("written")
    _fold_the_rest(db, tables)
    notes = [*_nobody(db), *_dates(db, figures), *_too_short(db)]
    shared = [*_put_aside(db, "document", figures.document_names), *_put_aside(db, "phone", figures.phone_names)]
    _once_each(db, more)
    _parts(db, more)
    notes += _copies_note(db)
    return tuple(shared), tuple(notes)


def _of(family: str) -> str:
    legal = f"regexp_matches(lower(name), '\\b({_LEGAL_FORMS})\\b')"
    if family == "persons":
        return f"kind = 'person' OR kind = 'account owner' AND NOT {legal}"
    return f"kind IN ('venue', 'company') OR kind = 'account owner' AND {legal}"


def _folded(column: str) -> str:
    """Give SQL that folds a text of ASCII: letters and digits in lower case, one space between words."""
    return f"trim(regexp_replace(regexp_replace(lower({column}), '[''`’]', '', 'g'), '{_LETTERS}', ' ', 'g'))"


def _name_sql() -> str:
    name = f"left(name, {_LONGEST})"
    return (
        f"CASE WHEN regexp_full_match(name, '[ -~]*') THEN nullif({_folded(name).replace(_LETTERS, '[^a-z0-9]+')}, '') END AS folded, "
        f"CASE WHEN regexp_full_match(name, '[ -~]*') THEN NULL ELSE {name} END AS unfolded, "
        f"nullif(regexp_replace(lower(left(name_native, {_LONGEST})), '[^\\p{{L}}\\p{{N}}]+', '', 'g'), '') AS native"
    )


def _other_sql(more: list[str]) -> str:
    digits = "regexp_replace(phone, '[^0-9]', '', 'g')"
    return ", ".join(
        (
            "trim(birth_date) AS birth_written",
            f"{_BIRTH} AS birth",
            "upper(regexp_replace(document_no, '[^\\p{L}\\p{N}]+', '', 'g')) AS document",
            f"CASE WHEN len({digits}) >= 6 THEN right({digits}, 9) ELSE nullif(lower(trim(phone)), '') END AS phone",
            f"nullif({_folded('strip_accents(address)')}, '') AS address_text",
            *(f"nullif({_folded(f'strip_accents({name})')}, '') AS {name}" for name in more),
        )
    )


def _fold_the_rest(db: "duckdb.DuckDBPyConnection", tables: "NameTables | None") -> None:
    """Fold the names that are not plain ASCII, each once."""
    import pyarrow as pa

    names = [name for (name,) in db.sql("SELECT DISTINCT unfolded FROM taken WHERE unfolded IS NOT NULL").fetchall()]
    folded = [_plain(name, tables) or None for name in names]
    db.register(
        "refolded", pa.table({"unfolded": pa.array(names, pa.string()), "plain": pa.array(folded, pa.string())})
    )
    if names:
        db.execute("UPDATE taken SET folded = plain FROM refolded WHERE taken.unfolded = refolded.unfolded")
    db.unregister("refolded")


def _plain(name: str, tables: "NameTables | None") -> str:
    """Write a name in plain letters: Latin ones where the tables can."""
    folded = fold(name)
    if tables is not None and not folded.isascii():
        from palermo.identity.names import latin

        folded = latin(name, tables) or folded
    return " ".join(re.findall(r"[^\W_]+", re.sub("['`’]", "", folded)))


def _dates(db: "duckdb.DuckDBPyConnection", figures: LinkageFigures) -> Iterator[str]:
    """Leave out birth dates that cannot be, and say how many."""
    (odd,) = db.sql("SELECT count(*) FROM taken WHERE birth IS NULL AND birth_written <> ''").fetchall()[0]
    if odd:
        yield f"{counted(odd, 'birth date is', 'birth dates are')} not written as year, month and day: not compared."
    if figures.today:
        found = db.sql("SELECT count(*) FROM taken WHERE birth > ?", params=[figures.today]).fetchall()
        if found[0][0]:
            db.execute("UPDATE taken SET birth = NULL WHERE birth > ?", [figures.today])
            yield f"{counted(found[0][0], 'birth date lies', 'birth dates lie')} in the future: not compared."


def _nobody(db: "duckdb.DuckDBPyConnection") -> Iterator[str]:
    """Leave out what stands in a place of a name, a document or a phone for “not known”; say how often in a name's."""
    found = db.sql("SELECT count(*) FROM taken WHERE list_contains(?, folded)", params=[NOBODY]).fetchall()
    if found[0][0]:
        yield f"{counted(found[0][0], 'name says', 'names say')} that it is not known (such as “unknown”): not compared."
    db.execute("UPDATE taken SET folded = NULL, native = NULL WHERE list_contains(?, folded)", [NOBODY])
    db.execute("UPDATE taken SET document = NULL WHERE list_contains(?, lower(document))", [NOBODY])
    db.execute("UPDATE taken SET phone = NULL WHERE replace(phone, left(phone, 1), '') = ''")


def _too_short(db: "duckdb.DuckDBPyConnection") -> Iterator[str]:
    """Leave out document numbers and phones so short that strangers share them, and say how many."""
    for what, marks in (("document", "letters and digits"), ("phone", "characters")):
        short = f"len({what}) BETWEEN 1 AND {SHORTEST - 1}"
        found = db.sql(f"SELECT count(*), min({what}) FROM taken WHERE {short}").fetchall()
        many, first = found[0]
        if many:
            name = "document number" if what == "document" else what
            told = counted(many, f"{name} has", f"{name}s have")
            yield f"{told} fewer than {SHORTEST} {marks} (such as “{first}”): not compared, since strangers share such."
        db.execute(f"UPDATE taken SET {what} = NULL WHERE len({what}) < {SHORTEST}")


def _put_aside(db: "duckdb.DuckDBPyConnection", what: str, most: int) -> Iterator[Shared]:
    """Put values aside that stand under too many names."""
    found = db.sql(
        f"SELECT {what}, count(*), count(DISTINCT folded) FROM taken WHERE {what} IS NOT NULL "
        f"GROUP BY {what} HAVING count(DISTINCT folded) > {most} ORDER BY 2 DESC, 1"
    ).fetchall()
    for value, records, names in found:
        told = f"The {what} {value} stands in {records:,} records under {names:,} names: it is shown, and joins nobody."
        yield Shared(what, value, records, names, told)
    if found:
        db.execute(f"UPDATE taken SET {what} = NULL WHERE list_contains(?, {what})", [[value for value, *_ in found]])


def _once_each(db: "duckdb.DuckDBPyConnection", more: list[str]) -> None:
    """Let one record stand for all that are the same: `copies` holds the others, `kept` the ones that stand."""
    features = ", ".join((_FEATURES, *more))
    db.execute(
        "CREATE OR REPLACE TABLE copies AS SELECT rid, first FROM ("
        f"SELECT rid, min(rid) OVER (PARTITION BY {features}) AS first FROM taken WHERE hash({features}) IN "
        f"(SELECT hash({features}) FROM taken GROUP BY 1 HAVING count(*) > 1)) WHERE rid <> first"
    )
    db.execute(
        f"CREATE OR REPLACE TABLE kept AS SELECT rid AS id, coalesce(n, 0) + 1 AS weight, {features} FROM taken "
        "ANTI JOIN copies USING (rid) LEFT JOIN (SELECT first, count(*) AS n FROM copies GROUP BY first) ON first = rid"
    )


def _copies_note(db: "duckdb.DuckDBPyConnection") -> Iterator[str]:
    copies, of = db.sql("SELECT count(*), count(DISTINCT first) FROM copies").fetchall()[0]
    if copies:
        yield (
            f"{counted(copies, 'record is', 'records are')} the same as another in all that is compared; "
            f"each is proposed with the first of its like ({counted(of, 'record')})."
        )


def _parts(db: "duckdb.DuckDBPyConnection", more: list[str]) -> None:
    """Take names and addresses apart: `people` is what is compared."""
    db.execute(
        "CREATE OR REPLACE TABLE words AS SELECT id, unnest(list_distinct(string_split(address_text, ' '))) AS word "
        "FROM kept WHERE address_text IS NOT NULL"
    )
    db.execute(
        "CREATE OR REPLACE TABLE coded AS SELECT word, n, row_number() OVER (ORDER BY word) * 64 + "
        "least(20, floor(log2((SELECT count(*) FROM kept WHERE address_text IS NOT NULL) / n)))::BIGINT AS code "
        "FROM (SELECT word, count(*) AS n FROM words GROUP BY word) WHERE n > 1"
    )
    db.execute(
        f"CREATE OR REPLACE TABLE addressed AS SELECT id, list(code ORDER BY n, word)[1:{WORDS}] AS codes "
        "FROM words JOIN coded USING (word) GROUP BY id"
    )
    further = "".join(f", {name}" for name in more)
    slots = ", ".join(f"codes[{at}] AS word{at}" for at in range(1, WORDS + 1))
    db.execute(
        "CREATE OR REPLACE TABLE people AS SELECT id, weight, NULL::VARCHAR AS sampled, "
        "NULL::BIGINT[] AS sure, NULL::BIGINT[] AS fair, folded, native, birth, birth[1:4] AS year, "
        f"document, phone, address_text AS address, {slots}, "
        "regexp_matches(address_text, '[0-9]') AND contains(address_text, ' ') AS whole, "
        "tokens, array_to_string(list_sort(tokens), ' ') AS parts, "
        f"CASE WHEN len(tokens) > 1 THEN tokens[1] END AS given, tokens[-1] AS family{further} "
        f"FROM (SELECT *, string_split(folded, ' ')[1:12] AS tokens FROM kept) LEFT JOIN addressed USING (id)"
    )
    for name in ("words", "coded", "addressed", "kept"):
        db.execute(f"DROP TABLE {name}")
