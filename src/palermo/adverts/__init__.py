"""Groups adverts: contacts read out of texts, shared wording, pictures, hubs; and lays texts side by side."""

from palermo.adverts.grouping import group_adverts
from palermo.adverts.parameters import GroupingParameters
from palermo.adverts.readings import read_all
from palermo.adverts.templates import align

__all__ = ["GroupingParameters", "align", "group_adverts", "read_all"]
