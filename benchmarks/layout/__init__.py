"""Proposed plans beside real ones, by the same score: see docs/layout.md."""
