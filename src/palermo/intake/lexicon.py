"""The names people give columns and values, in six languages, ready to be looked up."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field

from palermo.model.errors import WrongUse
from palermo.model.records import COLUMNS, Column, Kind, Reads

_CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])")
_BRACKETS = re.compile(r"[(\[{（].*?[)\]}）]")
_BREAKS = re.compile(r"[\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")


def fold_header(text: str) -> str:
    """Fold a header for comparing: no case, accents or punctuation, words apart by one space."""
    split = _CAMEL.sub(" ", text)
    plain = unicodedata.normalize("NFKD", split.casefold().replace("ı", "i"))
    return _BREAKS.sub(" ", "".join(mark for mark in plain if not unicodedata.combining(mark))).strip()


def fold_word(text: str) -> str:
    """Fold a value of a closed list for comparing; signs such as `€` stay."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return re.sub(r"[\s_]+", " ", bare).strip(" .")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind's columns: folded whole, and as a bag of words without noise."""

    whole: dict[str, str]
    bags: dict[frozenset[str], str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `rules/headers.yaml` holds, folded for looking up.

    Attributes:
        names: for each kind, which column a header names.
        noise: words of headers that say nothing.
        hours: headers of a column that holds the hour beside one that holds the day.
        words: for a kind and a column with a closed list, which word a value means.
        countries: alpha-2 codes by folded name and code.
        currencies: codes by folded name, sign and code.
    """

    names: dict[Kind, Names]
    noise: frozenset[str]
    hours: frozenset[str]
    words: dict[tuple[Kind, str], dict[str, str]]
    countries: dict[str, str]
    currencies: dict[str, str]
    known: frozenset[str] = field(default=frozenset())

    def candidates(self, header: str, kind: Kind) -> dict[str, float]:
        """Weigh which columns of a kind a header names: 1 for the canonical name, 0.85 and more for a known name, less for a likeness."""
        folded, bare = fold_header(header), fold_header(_BRACKETS.sub(" ", header))
        names = self.names[kind]
        for text, weight in ((folded, 0.95), (bare, 0.92)):
            if found := names.whole.get(text):
                return {found: 1.0 if text == fold_header(found) else weight}
        bag = self.bag(bare) or self.bag(folded)
        if found := names.bags.get(bag):
            return {found: 0.86}
        return self._alike(bare or folded, bag, names)

    def bag(self, folded: str) -> frozenset[str]:
        """Give the words of a folded header without noise."""
        return frozenset(word for word in folded.split() if word not in self.noise)

    def _alike(self, folded: str, bag: frozenset[str], names: Names) -> dict[str, float]:
        """Weigh names that stand within a header, or differ from it by a slip of the pen."""
        from rapidfuzz.fuzz import ratio

        found: dict[str, float] = {}
        if _HAN.search(folded):
            for name, column in names.whole.items():
                if len(name) > 1 and _HAN.search(name) and name in folded:
                    found[column] = max(found.get(column, 0), 0.5 + 0.3 * len(name) / len(folded))
            return found
        for words, column in names.bags.items():
            if words < bag and sum(map(len, words)) >= 4:
                found[column] = max(found.get(column, 0), 0.5 + 0.3 * len(words) / len(bag))
        if len(folded) >= 6:
            for name, column in names.whole.items():
                if abs(len(name) - len(folded)) <= 2 and ratio(name, folded) >= 88:
                    found[column] = max(found.get(column, 0), 0.7)
        return found

    def is_known(self, header: str) -> bool:
        """Tell whether a header is known for any kind; a single letter is no name."""
        folded = (fold_header(header), fold_header(_BRACKETS.sub(" ", header)))
        return any(name in self.known and (len(name) > 1 or not name.isascii()) for name in folded)

    def country(self, written: str) -> str:
        """Give the alpha-2 code of a country by name or code; empty where it is not known."""
        return self.countries.get(fold_word(written), "")

    def currency(self, written: str) -> str:
        """Give the code of a currency by name, sign or code; empty where it is not known."""
        return self.currencies.get(fold_word(written), "")

    def word(self, kind: Kind, column: Column, written: str) -> str:
        """Give the word of a closed list that a value means; empty where it means none."""
        return self.words[kind, column.name].get(fold_word(written), "")


def read_lexicon(rules: Dict[str, object]) -> Lexicon:
    """Make a lexicon of the plain data of `rules/headers.yaml`.

    Raises:
        WrongUse: the data is not laid out as it has to be.
    """
    noise = frozenset(word for entry in _texts(rules["noise"]) for word in fold_header(entry).split())
    ids = [fold_header(name) for name in _texts(rules["ids"])]
    names = {kind: _names_of(rules, kind, noise, ids) for kind in Kind}
    hours = frozenset(map(fold_header, _texts(rules["hours"])))
    known = frozenset(name for held in names.values() for name in held.whole) | hours
    return Lexicon(
        names, noise, hours, _words_of(rules),
        _values(rules, "countries", "country_codes"), _values(rules, "currencies", "currency_codes"), known,
    )  # fmt: skip


def _names_of(rules: Dict[str, object], kind: Kind, noise: frozenset[str], ids: Sequence[str]) -> Names:
    """Gather the names of a kind's columns: canonical ones first, then its own, then those shared, then those of any id."""
    whole = {fold_header(column.name): column.name for column in COLUMNS[kind]}
    own, shared = _table(_table(rules["kinds"])[kind.value]), _table(rules["shared"])
    for table in (own, shared):
        for column in COLUMNS[kind]:
            for synonyms in _table(table.get(column.name, {})).values():
                for name in _texts(synonyms):
                    whole.setdefault(fold_header(name), column.name)
    first = COLUMNS[kind][0]
    if first.reads is Reads.ID:
        for name in ids:
            whole.setdefault(name, first.name)
    bags: dict[frozenset[str], str] = {}
    for name, column_name in whole.items():
        bag = frozenset(word for word in name.split() if word not in noise)
        if bag:
            bags.setdefault(bag, column_name)
    return Names(whole, bags)


def _words_of(rules: Dict[str, object]) -> dict[tuple[Kind, str], dict[str, str]]:
    """Gather the closed lists, with the words themselves and their synonyms."""
    found = {}
    tables = _table(rules["words"])
    for kind in Kind:
        own = _table(tables.get(kind.value, {}))
        for column in COLUMNS[kind]:
            if column.words:
                words = {fold_word(word): word for word in column.words}
                for word, synonyms in _table(own.get(column.name, {})).items():
                    for name in _texts(synonyms):
                        words.setdefault(fold_word(name), word)
                found[kind, column.name] = words
    return found


def _values(rules: Dict[str, object], named: str, codes: str) -> dict[str, str]:
    """Gather codes with their names and signs."""
    found = {fold_word(code): code for code in str(rules[codes]).split()}
    for code, names in _table(rules[named]).items():
        for name in _texts(names):
            found.setdefault(fold_word(name), code)
    return found


def _table(data: object) -> dict[str, object]:
    if not isinstance(data, dict):
        raise WrongUse("The table of headers is not laid out as it has to be.")
    return data


def _texts(data: object) -> Iterable[str]:
    if not isinstance(data, list):
        raise WrongUse("The table of headers is not laid out as it has to be.")
    return (str(entry) for entry in data)
