"""The three halls of the sample fair, with dimensions of real ones: aisles of 3 to 6 m, main
aisles of 6 m, rows under 21 m, an island or a block wherever the stream of visitors is.
"""

from __future__ import annotations

from itertools import chain

from tools.industry_fair.drawn import (
    Door,
    DrawnHall,
    Space,
    Stand,
    back_to_back,
    box,
    one,
    row,
)


def hall_4_1() -> DrawnHall:
    """108 by 72 m on columns; the main aisle runs west to east."""
    stands = chain(
        row("A", 4.5, 0.5, 3, [6, 6, 6]),
        back_to_back("BC", 4.5, 9.0, 3, [[6, 6, 6], [6, 6, 6]]),
        back_to_back("BC", 31.5, 9.0, 3, [[6, 3, 3, 6], [3, 6, 6, 3]]),
        row("D", 57, 9.0, 6, [7, 7, 7]),
        row("D", 84, 9.0, 6, [6, 8, 6]),
        [one("F", 4, 19, 20, 14), one("F", 30, 19, 9, 14), one("F", 42, 19, 9, 14)],
        row("E", 57, 19, 7, [10.5, 10.5]),
        row("F", 57, 26, 7, [10.5, 10.5]),
        [
            # An L around a booth that faces the main aisle.
            Stand("F085", ((84, 19), (104, 19), (104, 27), (96, 27), (96, 33), (84, 33))),
            one("F", 96, 27, 8, 6),
        ],
        [one("G", 4, 39, 7, 14), one("G", 11, 39, 6, 7), one("H", 11, 46, 6, 7)],
        [one("G", 17, 39, 7, 14), one("G", 30, 39, 21, 14)],
        [one("G", 57, 39, 12, 14), one("G", 72, 39, 6, 14)],
        [one("G", 84, 39, 8.5, 14), one("G", 95.5, 39, 8.5, 14)],
        back_to_back("JK", 31.5, 57.5, 3, [[3, 3, 6, 6], [6, 6, 3, 3]]),
        row("J", 57, 57.5, 6, [7, 7, 7]),
        row("J", 84, 57.5, 6, [8, 6, 6]),
    )
    columns = [(x, y) for x in (27, 54, 81) for y in (17, 55)]
    return DrawnHall(
        id="4.1",
        outline=box(0, 0, 108, 72),
        stands=tuple(stands),
        doors=(
            Door("西门 West Gate", (0, 36), 6),
            Door("东门 East Gate", (108, 36), 6),
            Door("南门 South Gate", (54, 0), 5),
            Door("北门 North Gate", (54, 72), 5),
        ),
        columns=tuple(box(x - 0.5, y - 0.5, 1, 1) for x, y in columns),
        spaces=(Space("stage", "机床大师讲坛 Machining Forum", box(5, 58, 16, 8)),),
    )


def hall_5_1() -> DrawnHall:
    """96 by 66 m without columns, a corner of it built over; the main aisle runs north."""
    stands = chain(
        back_to_back("AB", 5, 4, 3, [[6, 3, 6, 6], [6, 6, 3, 6]]),
        row("C", 5, 14, 6, [7, 7, 7]),
        row("D", 5, 24, 6, [9, 6, 6]),
        [one("A", 30, 4, 15, 12), one("D", 30, 19, 15, 11)],
        [
            Stand("A059", ((59, 9.5),), radius=5.5),
            Stand("D059", ((59, 18), (65, 24), (59, 30), (53, 24))),
        ],
        back_to_back("AB", 70, 4, 3, [[6, 3, 6, 6], [3, 6, 6, 6]]),
        row("C", 70, 14, 6, [7, 7, 7]),
        row("D", 70, 24, 6, [9, 12]),
        [one("G", 30, 36, 15, 12), one("J", 30, 51, 15, 11)],
        back_to_back("GH", 5, 36, 3, [[6, 3, 6, 6], [6, 6, 3, 6]]),
        row("J", 5, 46, 6, [6, 9, 6]),
        [one("G", 51, 36, 15, 12), one("J", 51, 51, 15, 11)],
        back_to_back("GH", 70, 36, 6, [[12, 9], [9, 12]]),
    )
    return DrawnHall(
        id="5.1",
        outline=((0, 0), (96, 0), (96, 54), (84, 54), (84, 66), (0, 66)),
        stands=tuple(stands),
        doors=(
            Door("南门 South Gate", (48, 0), 6),
            Door("北门 North Gate", (48, 66), 6),
            Door("西门 West Gate", (0, 33), 5),
        ),
        spaces=(
            Space("stage", "机器人竞技舞台 Robot Arena", box(6, 55, 18, 8)),
            Space("lounge", "买家洽谈区 Buyers' Lounge", box(70, 53, 11, 9)),
        ),
    )


def hall_6_1() -> DrawnHall:
    """66 by 48 m; the main aisle runs north, the joint stand is at its east side."""
    pavilion = [
        Stand(f"P{i + 1:02}", box(x, y, 3, 3), pavilion=True)
        for i, (x, y) in enumerate(
            [(38 + 3 * i, 26) for i in range(5)]
            + [(38 + 3 * i, 29.1) for i in range(5)]
            + [(38 + 3 * i, 35.5) for i in range(4)]
        )
    ]
    stands = chain(
        back_to_back("AB", 6, 4, 3, [[3, 6, 3, 6, 3], [6, 3, 3, 3, 6]]),
        row("C", 6, 14, 6, [9, 6, 6]),
        [one("D", 6, 24, 9, 9), one("D", 18, 24, 12, 9)],
        [
            # A booth with a cut corner at the crossing.
            Stand("E019", ((18, 37), (28, 37), (30, 39), (30, 45), (18, 45))),
            one("E", 6, 37, 9, 8),
        ],
        back_to_back("FG", 36, 4, 3, [[3, 3, 6, 6, 3], [6, 3, 3, 6, 3]]),
        row("H", 36, 14, 7, [10.5, 10.5]),
        pavilion,
        [
            Stand(f"K{y + 1:02}", box(62.5, y, 3, 3 if y != 15 else 6))
            for y in (6, 9, 12, 15, 26, 29)
        ],
    )
    return DrawnHall(
        id="6.1",
        outline=box(0, 0, 66, 48),
        stands=tuple(stands),
        doors=(Door("南门 South Gate", (33, 0), 6), Door("北门 North Gate", (33, 48), 6)),
        spaces=(
            Space("cafe", "咖啡休息区 Café", box(38, 42, 14, 5)),
            Space("lounge", "新品发布角 Launch Corner", box(51, 35.5, 5, 3)),
        ),
    )


def halls() -> tuple[DrawnHall, ...]:
    return hall_4_1(), hall_5_1(), hall_6_1()
