"""Halls: floors, walls, roofs and signs around the booths."""
