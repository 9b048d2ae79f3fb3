"""Links records of persons, account owners, venues and companies by probability, and proposes pairs; persons decide."""

from palermo.identity.linkage.engine import Linked, propose
from palermo.identity.linkage.figures import LinkageFigures

__all__ = ["LinkageFigures", "Linked", "propose"]
