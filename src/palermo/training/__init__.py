"""Synthetic cases with known truth, and the score of every method against it."""

from palermo.training.case import TrainingCase, make_case
from palermo.training.score import KindScore, Score, score
from palermo.training.truth import AdvertTruth, BrokenRow, GroupTruth, Trap, Truth

__all__ = [
    "AdvertTruth", "BrokenRow", "GroupTruth", "KindScore", "Score", "TrainingCase", "Trap", "Truth", "make_case", "score",
]  # fmt: skip
