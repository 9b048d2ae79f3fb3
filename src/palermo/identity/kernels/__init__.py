"""Holds the compiled loops over flat arrays that names are compared by: the same answer on any number of threads."""
