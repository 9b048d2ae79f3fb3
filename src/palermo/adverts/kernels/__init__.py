"""Holds the kernels that grouping runs on: compiled loops over flat arrays, the same on any machine and any number of cores."""

from palermo.adverts.kernels.keeping import keep_with_what_is_used

keep_with_what_is_used()
