"""Cafes and lounges: a counter with its bar, tables under parasols; sofas around low tables."""

from __future__ import annotations

from hallgen.kit.assembly import Assembly
from hallgen.kit.halls.grounds import Ground
from hallgen.kit.halls.visitors import Post
from hallgen.kit.parts.furniture import armchair, coffee_table, sofa
from hallgen.kit.parts.greens import planter
from hallgen.kit.parts.venue import back_bar, bar_counter, cafe_table, parasol, stack_chair
from hallgen.kit.people import Doing

_COLORS = ("#c8401a", "#f0ebe1", "#234a7d")
_PITCH = 2.7


def cafe(assembly: Assembly, ground: Ground) -> list[Post]:
    """A counter at the back, tables of two or three, every other one under a parasol."""
    posts: list[Post] = []
    front = 0.6
    if ground.depth >= 3.4 and ground.put(assembly, back_bar(), 0.0, 0.08):
        ground.put(assembly, bar_counter(), 0.0, 1.75)
        posts.append(Post(Doing.HOST, ground.at(-0.2, 1.12), ground.facing))
        posts.append(Post(Doing.PHONE, ground.at(0.35, 2.65), ground.facing + 172))
        front = 2.6
    for side in (-1, 1):
        ground.put(assembly, planter(), side * (ground.width / 2 - 1.0), ground.depth - 0.4)
    columns = max(1, int((ground.width - 0.8) / _PITCH))
    rows = max(1, int((ground.depth - 0.9) / _PITCH))
    for row in range(rows):
        for column in range(columns):
            right = (column - (columns - 1) / 2) * _PITCH
            ahead = ground.depth - 1.5 - row * _PITCH
            if ahead < front + 0.6 and abs(right) < 3.4:
                continue
            posts += _table(assembly, ground, right, ahead, row * columns + column)
    return posts


def _table(
    assembly: Assembly, ground: Ground, right: float, ahead: float, number: int
) -> list[Post]:
    if not ground.put(assembly, cafe_table(), right, ahead):
        return []
    if number % 2 == 0:
        item = parasol(_COLORS[number // 2 % len(_COLORS)])
        assembly.place(item, *ground.at(right, ahead))
    posts = []
    for k, (x, y, turn) in enumerate(((0.0, -0.62, 0.0), (0.0, 0.62, 180.0), (0.62, 0.0, -90.0))):
        if k == 2 and number % 3:
            continue
        seated = ground.put(assembly, stack_chair(), right + x, ahead + y, turn)
        if seated and (number + k) % 4 in (0, 1) and number % 3 != 2 and k < 2:
            at = ground.at(right + x, ahead + y + (0.06 if k == 0 else -0.06))
            posts.append(Post(Doing.SIT, at, ground.facing + turn))
    return posts


def lounge(assembly: Assembly, ground: Ground) -> list[Post]:
    """Groups of a sofa, two armchairs and a low table, planters at the corners."""
    posts: list[Post] = []
    for side in (-1, 1):
        ground.put(assembly, planter(), side * (ground.width / 2 - 1.0), 0.4)
    columns = max(1, int((ground.width - 0.6) / 3.6))
    rows = max(1, int((ground.depth - 0.6) / 3.4))
    for row in range(rows):
        for column in range(columns):
            right = (column - (columns - 1) / 2) * 3.6
            ahead = ground.depth / 2 + (row - (rows - 1) / 2) * 3.4
            if not ground.put(assembly, coffee_table(), right, ahead):
                continue
            ground.put(assembly, sofa(), right, ahead - 1.05)
            for side in (-1, 1):
                ground.put(assembly, armchair(), right + side * 1.15, ahead + 0.1, -side * 90.0)
            if (row + column) % 2 == 0:
                posts.append(Post(Doing.SIT, ground.at(right - 0.35, ahead - 0.92), ground.facing))
    return posts
