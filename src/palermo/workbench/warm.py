"""Compares two names once, so that the kernels are compiled before anybody waits: `python -m palermo.workbench.warm`.

It stands here and not beside the kernels, since names are read by tables of law and practice that a capability cannot open.
"""

from palermo.adapters.rules import load
from palermo.identity.names import compare, name_tables


def warm() -> float:
    """Compare a name in Han with its writing in Latin letters; give the score."""
    return compare("陈丽华", "Chen Lihua", name_tables(load)).score


if __name__ == "__main__":
    warm()
