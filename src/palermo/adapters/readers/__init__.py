"""Reads files of every format as tables of text: content decides the format, the name comes second."""

from palermo.adapters.readers.limits import Limits
from palermo.adapters.readers.opening import Opened, open_tables

__all__ = ["Limits", "Opened", "open_tables"]
