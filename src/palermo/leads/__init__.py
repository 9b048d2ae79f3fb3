"""Joins the findings about one group into a lead and keeps a group's handle as it grows."""

from palermo.leads.handles import Event, HandleChange, assign_handles
from palermo.leads.join import join
from palermo.leads.linked import Linked, link

__all__ = ["Event", "HandleChange", "Linked", "assign_handles", "join", "link"]
