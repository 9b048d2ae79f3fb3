"""Holds the compiled loops over flat arrays that the link graph runs on: the same answer on any number of threads."""
