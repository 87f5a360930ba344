"""Drawings of kinds of goods, in a unit square: what posters show where there is no photo.

Each takes a pen and five tones, from the lightest to the accent; light falls from above.
"""
