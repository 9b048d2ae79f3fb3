"""Who may do what: actors, roles, actions and the table that joins them. The workbench asks here before every call."""

from palermo.access.matrix import matrix
from palermo.access.table import Action, Actor, Table, may, parse, purposes_for, require

__all__ = ["Action", "Actor", "Table", "matrix", "may", "parse", "purposes_for", "require"]
