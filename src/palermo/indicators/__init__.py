"""Runs the published signs of trafficking over tables of rows; each finding shows its rows and its innocent sides."""

from palermo.indicators.run import METHODS, MethodOutcome, RunReport, run_all

__all__ = ["METHODS", "MethodOutcome", "RunReport", "run_all"]
