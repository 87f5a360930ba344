"""How good a hall's plan is: terms of 0 to 1, each of one quality, and their weighted mean."""

from hallgen.scores.score import PlanScore, Term, score_plan
from hallgen.scores.weights import Weights, usual_weights

__all__ = ["PlanScore", "Term", "Weights", "score_plan", "usual_weights"]
