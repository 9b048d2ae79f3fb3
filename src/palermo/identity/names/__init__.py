"""Compares names of persons across scripts, spellings and orders, and says which rule made them alike.

`name_tables(load)` makes the tables once; `compare(one, other, tables)` gives a `NameMatch` with score, rule and sentence;
`compare_pairs(ones, others, tables)` does so pair by pair and `score_pairs(names, ones, others, tables)` gives scores alone, both for
millions at once; `keys(name, tables)` gives the keys under which two writings
of one name meet; `latin(name, tables)` writes a name in Latin letters, its words in order of the alphabet.
"""

from palermo.identity.names.comparing import NameMatch, compare, compare_pairs, score_pairs
from palermo.identity.names.keys import keys, latin
from palermo.identity.names.tables import NameTables, name_tables

__all__ = ["NameMatch", "NameTables", "compare", "compare_pairs", "keys", "latin", "name_tables", "score_pairs"]
