"""Names of columns and values are known in six languages."""

import pytest

from fakes.nasty import lexicon
from palermo.adapters.rules import load
from palermo.intake.lexicon import fold_header, read_lexicon
from palermo.model.errors import WrongUse
from palermo.model.records import COLUMNS, Kind, column

LANGUAGES = {"en", "fr", "nl", "es", "de", "zh"}


def test_every_column_has_names_in_every_language() -> None:
    """No column of any kind is left without synonyms in one of the six languages, but for rare ones in fewer."""
    rules = load("headers")
    kinds, shared = rules["kinds"], rules["shared"]
    assert isinstance(kinds, dict)
    assert isinstance(shared, dict)
    for kind in Kind:
        own = kinds[kind.value]
        assert isinstance(own, dict)
        for known in COLUMNS[kind]:
            names = own.get(known.name) or shared.get(known.name)
            assert isinstance(names, dict), (kind, known.name)
            assert set(names) == LANGUAGES, (kind, known.name)


def test_every_table_of_the_rules_names_what_is() -> None:
    """No synonym is given for a kind, column or word that does not exist."""
    rules = load("headers")
    kinds, words = rules["kinds"], rules["words"]
    assert isinstance(kinds, dict)
    assert isinstance(words, dict)
    for kind, own in kinds.items():
        assert isinstance(own, dict)
        assert set(own) <= {known.name for known in COLUMNS[Kind(kind)]}
    for kind, lists in words.items():
        assert isinstance(lists, dict)
        for name, meanings in lists.items():
            found = column(Kind(kind), name)
            assert found is not None
            assert isinstance(meanings, dict)
            assert set(meanings) == set(found.words)


def test_yaml_took_no_word_for_something_else() -> None:
    """`no`, `on` and the like are words in this table, and Norway is no falsehood."""

    def walk(data: object) -> None:
        if isinstance(data, dict):
            for key, held in data.items():
                assert isinstance(key, str)
                walk(held)
        elif isinstance(data, list):
            for held in data:
                assert isinstance(held, str), held
        else:
            assert isinstance(data, str)

    walk(load("headers"))


@pytest.mark.parametrize(
    ("header", "kind", "name"),
    [
        ("N° appelant", Kind.CALLS, "caller"), ("Numéro de l’appelant (MSISDN)", Kind.CALLS, "caller"), ("callStart", Kind.CALLS, "started_at"),
        ("Duur (s)", Kind.CALLS, "duration_s"), ("主叫号码", Kind.CALLS, "caller"), ("FECHA_DE_ENTRADA", Kind.STAYS, "check_in"),
        ("Anreisedatum", Kind.STAYS, "check_in"), ("Montant (EUR)", Kind.PAYMENTS, "amount"), ("GEBURTSDATUM", Kind.PERSONS, "birth_date"),
        ("advert_id", Kind.ADVERTS, "advert_id"), ("ID", Kind.ADVERTS, "advert_id"), ("发布时间", Kind.ADVERTS, "posted_at"),
    ],
)  # fmt: skip
def test_headers_are_known_however_they_are_written(header: str, kind: Kind, name: str) -> None:
    """Case, accents, punctuation, brackets and small words make no difference."""
    found = lexicon().candidates(header, kind)
    assert max(found, key=lambda known: found[known]) == name
    assert found[name] >= 0.85


def test_a_slip_of_the_pen_is_known_but_not_sure() -> None:
    """A name that is nearly right is offered, not taken."""
    assert 0.5 < lexicon().candidates("Telefoonumer", Kind.STAYS)["contact"] < 0.85


def test_countries_currencies_and_words_are_read() -> None:
    """Names and codes in six languages, signs, and words of closed lists give one writing."""
    words = lexicon()
    assert {words.country(name) for name in ("BE", "bel", "België", "BELGIQUE", "比利时", "Belgien")} == {"BE"}
    assert (words.country("Norvège"), words.country("UK"), words.country("Atlantis")) == ("NO", "GB", "")
    assert (words.currency("€"), words.currency("euros"), words.currency("eur"), words.currency("xx")) == (
        "EUR",
        "EUR",
        "EUR",
        "",
    )
    kind = column(Kind.CALLS, "kind")
    assert kind is not None
    assert [words.word(Kind.CALLS, kind, text) for text in ("Voix", "SMS-MO", "Données", "fax")] == [
        "voice",
        "sms",
        "data",
        "",
    ]


def test_folding_splits_words_written_together() -> None:
    """Camel case, underscores and full-width letters fold to plain words."""
    assert fold_header("callStart_Date") == fold_header("ＣＡＬＬ start-date") == "call start date"


def test_a_broken_table_is_refused() -> None:
    """A table laid out otherwise is refused in a sentence."""
    with pytest.raises(WrongUse):
        read_lexicon({**load("headers"), "kinds": []})
