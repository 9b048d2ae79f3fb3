"""Holds the kernels that grouping runs on: compiled loops over flat arrays, the same on any machine and any number of cores."""
