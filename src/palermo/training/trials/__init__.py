"""Trials of grouping: invented adverts whose hands are known, by the thousand or the million."""

from palermo.training.trials.make import make_crowd, make_trial, trial_batches
from palermo.training.trials.model import MAKES, NUMBERS, Make, Numbers, Trial

__all__ = ["MAKES", "NUMBERS", "Make", "Numbers", "Trial", "make_crowd", "make_trial", "trial_batches"]
