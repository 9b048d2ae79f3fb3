"""Takes logarithms and powers that are the same on every machine."""

from decimal import Decimal, localcontext

_DIGITS = 24


def log_of(value: float) -> int:
    """Give the natural logarithm of a positive number, in thousandths, rounded down."""
    with localcontext(prec=_DIGITS):
        return int((Decimal(value).ln() * 1000).to_integral_value(rounding="ROUND_FLOOR"))


def power_of_e(thousandths: int) -> float:
    """Give e to a power given in thousandths."""
    with localcontext(prec=_DIGITS):
        return float((Decimal(thousandths) / 1000).exp())
