"""Visitors and hosts: low-poly persons, dressed and posed, a dozen for all halls."""

from hallgen.kit.people.cast import CAST, Doing, cast_for, person, person_shadow

__all__ = ["CAST", "Doing", "cast_for", "person", "person_shadow"]
