"""The source sheets of a training case: under which invented order each export came in, for what and until when."""

from palermo.training import advert_exports, exports

_TELECOM = "sheet_calls.yaml"
_ADVERTS = "sheet_adverts.yaml"
_STAYS = "sheet_stays.yaml"
_MONEY = "sheet_payments.yaml"
_REGISTER = "sheet_register.yaml"

SHEET_OF: dict[str, str] = {
    advert_exports.NORTH: _ADVERTS,
    advert_exports.NORTH_AGAIN: _ADVERTS,
    advert_exports.SOUTH: _ADVERTS,
    advert_exports.REST: _ADVERTS,
    exports.CALLS: _TELECOM,
    exports.STAYS: _STAYS,
    exports.JOURNEYS: _STAYS,
    exports.PAYMENTS: _MONEY,
    exports.ACCOUNTS: _MONEY,
    exports.PERSONS: _REGISTER,
}
"""Which sheet goes with which export; the observations have none, as happens: their basis is not stated."""

_SCOPES = {
    _ADVERTS: ("public adverts on seven sites, 2019-09 to 2022-12", "H1", "B2"),
    _TELECOM: ("traffic of listed numbers, 2019-09 to 2022-12", "H1", "A2"),
    _STAYS: ("guest registers and bookings of listed venues", "H1", "B2"),
    _MONEY: ("statements of listed accounts", "H1", "A1"),
    _REGISTER: ("records of persons named in the file", "H2", "B3"),
}


def source_sheets(seed: int) -> dict[str, str]:
    """Write the sheets as YAML text, by name; the order numbers bear the seed."""
    return {
        name: (
            'authority: "Training office of nowhere (invented)"\n'
            f'order: "TRAINING-{seed}-{place}"\n'
            f'scope: "{scope}"\n'
            'until: "2039-12-31"\n'
            'review_by: "2038-12-31"\n'
            'zone: "Europe/Brussels"\n'
            'country: "FR"\n'
            f'handling: "{handling}"\n'
            f'evaluation: "{evaluation}"\n'
            'recorded_by: "trainer"\n'
        )
        for place, (name, (scope, handling, evaluation)) in enumerate(_SCOPES.items(), start=1)
    }
