"""Palermo: a workbench for cross-border investigations into trafficking in human beings."""

__version__ = "0.1.0"
