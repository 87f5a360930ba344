"""How good a hall's plan is: terms of 0 to 1, each of one quality, and their weighted mean."""

from hallgen.scores.demand import Demand, Wanted, WishKind
from hallgen.scores.score import PlanScore, Term, score_plan
from hallgen.scores.weights import Weights, usual_weights

__all__ = [
    "Demand",
    "PlanScore",
    "Term",
    "Wanted",
    "Weights",
    "WishKind",
    "score_plan",
    "usual_weights",
]
