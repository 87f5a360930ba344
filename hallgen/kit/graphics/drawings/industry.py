"""Machines, their parts and materials."""

from __future__ import annotations

import math

from hallgen.kit.graphics.canvas import Pen, Spot
from hallgen.kit.graphics.drawings.tones import Tones, around
from hallgen.media.colors import Color


def _wheel(pen: Pen, center: Spot, radius: float, teeth: int, fill: Color) -> None:
    step, points = 360 / teeth, []
    for tooth in range(teeth):
        for share, reach in ((0.02, 0.86), (0.16, 1.0), (0.38, 1.0), (0.52, 0.86)):
            points.append(around(center, radius * reach, (tooth + share) * step))
    pen.polygon(points, fill)


def gears(pen: Pen, tones: Tones) -> None:
    big, small = (0.40, 0.58), (0.785, 0.27)
    _wheel(pen, big, 0.40, 26, tones.light)
    pen.arc(big, 0.31, (0, 360), 0.012, tones.mid)
    for turn in range(6):
        pen.circle(around(big, 0.205, turn * 60 + 30), 0.055, tones.mid)
    pen.circle(big, 0.115, tones.pale)
    pen.circle(big, 0.075, tones.dark)
    _wheel(pen, small, 0.215, 16, tones.accent)
    pen.arc(small, 0.15, (0, 360), 0.012, tones.dark)
    pen.circle(small, 0.06, tones.dark)


def bearing(pen: Pen, tones: Tones) -> None:
    for center, size, balls in (((0.40, 0.56), 0.40, 12), ((0.80, 0.25), 0.2, 9)):
        pen.circle(center, size, tones.light)
        pen.circle(center, size * 0.84, tones.mid)
        pen.circle(center, size * 0.79, tones.dark)
        for ball in range(balls):
            spot = around(center, size * 0.645, ball * 360 / balls)
            pen.circle(spot, size * 0.125, tones.pale if size > 0.3 else tones.accent)
            pen.circle((spot[0] - size * 0.03, spot[1] - size * 0.04), size * 0.05, tones.light)
        pen.circle(center, size * 0.5, tones.light)
        pen.circle(center, size * 0.42, tones.mid)
        pen.circle(center, size * 0.37, tones.dark)


def arm(pen: Pen, tones: Tones) -> None:
    shoulder, elbow, wrist = (0.36, 0.66), (0.30, 0.27), (0.72, 0.22)
    pen.polygon([(0.12, 0.97), (0.60, 0.97), (0.55, 0.88), (0.17, 0.88)], tones.mid)
    pen.polygon([(0.21, 0.88), (0.51, 0.88), (0.46, 0.66), (0.26, 0.66)], tones.pale)
    pen.line([shoulder, elbow], 0.15, tones.accent)
    pen.line([(0.33, 0.62), (0.28, 0.31)], 0.03, tones.light)
    pen.line([elbow, wrist], 0.115, tones.accent)
    pen.line([wrist, (0.78, 0.40)], 0.075, tones.pale)
    for joint, radius in ((shoulder, 0.115), (elbow, 0.1), (wrist, 0.075)):
        pen.circle(joint, radius, tones.light)
        pen.circle(joint, radius * 0.58, tones.mid)
        pen.circle(joint, radius * 0.34, tones.dark)
    pen.rectangle((0.70, 0.40, 0.86, 0.45), tones.light, 0.01)
    for x in (0.71, 0.83):
        pen.polygon([(x, 0.45), (x + 0.035, 0.45), (x + 0.03, 0.57), (x + 0.005, 0.57)], tones.mid)


def machine(pen: Pen, tones: Tones) -> None:
    pen.rectangle((0.02, 0.16, 0.98, 0.88), tones.light, 0.05)
    pen.rectangle((0.02, 0.16, 0.98, 0.24), tones.accent, 0.03)
    pen.rectangle((0.02, 0.21, 0.98, 0.25), tones.light)
    pen.rectangle((0.09, 0.32, 0.60, 0.72), tones.mid, 0.03)
    pen.rectangle((0.115, 0.345, 0.575, 0.695), tones.dark, 0.02)
    pen.polygon([(0.30, 0.345), (0.42, 0.345), (0.24, 0.695), (0.12, 0.695)], tones.mid)
    pen.rectangle((0.33, 0.345, 0.43, 0.50), tones.pale)
    pen.polygon([(0.35, 0.50), (0.41, 0.50), (0.38, 0.59)], tones.accent)
    pen.rectangle((0.17, 0.625, 0.56, 0.665), tones.pale)
    pen.rectangle((0.67, 0.32, 0.91, 0.56), tones.dark, 0.02)
    pen.rectangle((0.69, 0.345, 0.89, 0.48), tones.accent, 0.01)
    for key in range(4):
        pen.circle((0.705 + key * 0.055, 0.52), 0.012, tones.pale)
    pen.rectangle((0.67, 0.62, 0.91, 0.64), tones.mid)
    pen.rectangle((0.67, 0.67, 0.91, 0.69), tones.mid)
    pen.rectangle((0.08, 0.88, 0.24, 0.94), tones.dark)
    pen.rectangle((0.76, 0.88, 0.92, 0.94), tones.dark)


def motor(pen: Pen, tones: Tones) -> None:
    pen.rectangle((0.86, 0.46, 1.0, 0.56), tones.pale, 0.01)
    pen.rectangle((0.78, 0.30, 0.87, 0.72), tones.mid, 0.02)
    pen.rectangle((0.16, 0.24, 0.79, 0.78), tones.accent, 0.03)
    for fin in range(9):
        y = 0.275 + fin * 0.055
        pen.rectangle((0.22, y, 0.74, y + 0.02), tones.dark)
    pen.rectangle((0.05, 0.28, 0.18, 0.74), tones.light, 0.05)
    for slot in range(5):
        y = 0.36 + slot * 0.07
        pen.rectangle((0.075, y, 0.145, y + 0.022), tones.mid)
    pen.rectangle((0.34, 0.10, 0.60, 0.25), tones.light, 0.02)
    pen.rectangle((0.37, 0.13, 0.57, 0.15), tones.mid)
    pen.polygon([(0.24, 0.78), (0.70, 0.78), (0.76, 0.90), (0.18, 0.90)], tones.mid)


def chip(pen: Pen, tones: Tones) -> None:
    for lead in range(7):
        at = 0.245 + lead * 0.085
        for box in (
            (at - 0.016, 0.06, at + 0.016, 0.94),
            (0.06, at - 0.016, 0.94, at + 0.016),
        ):
            pen.rectangle(box, tones.pale)
    pen.rectangle((0.16, 0.16, 0.84, 0.84), tones.dark, 0.04)
    pen.rectangle((0.19, 0.19, 0.81, 0.81), tones.mid, 0.03)
    pen.rectangle((0.30, 0.30, 0.70, 0.70), tones.light, 0.03)
    pen.rectangle((0.34, 0.34, 0.66, 0.66), tones.accent, 0.02)
    for cut in (0.445, 0.545):
        pen.rectangle((0.34, cut, 0.66, cut + 0.012), tones.dark)
        pen.rectangle((cut, 0.34, cut + 0.012, 0.66), tones.dark)
    pen.circle((0.245, 0.245), 0.022, tones.light)


def sensor(pen: Pen, tones: Tones) -> None:
    center = (0.30, 0.62)
    for ring, radius in enumerate((0.62, 0.49, 0.36)):
        tone = (tones.mid, tones.pale, tones.accent)[ring]
        pen.arc(center, radius, (-72, 8), 0.035, tone)
    pen.circle(center, 0.245, tones.light)
    pen.circle(center, 0.19, tones.mid)
    pen.circle(center, 0.165, tones.dark)
    pen.circle(center, 0.085, tones.accent)
    pen.circle((0.27, 0.585), 0.03, tones.light)
    wave = [(0.08 + 0.84 * t / 40, 0.93 - 0.045 * math.sin(t * 0.62)) for t in range(41)]
    pen.line(wave, 0.016, tones.pale)


def lattice(pen: Pen, tones: Tones) -> None:
    shades = (tones.light, tones.pale, tones.accent, tones.mid)
    for row in range(5):
        for column in range(5 - abs(row - 2)):
            x = 0.5 + (column - (4 - abs(row - 2)) / 2) * 0.195
            y = 0.5 + (row - 2) * 0.17
            corners = [around((x, y), 0.098, 60 * i + 30) for i in range(6)]
            pen.polygon(corners, shades[(row * 3 + column * 2) % 4])
            inner = [around((x, y), 0.05, 60 * i + 30) for i in range(6)]
            pen.polygon(
                inner, tones.dark if (row + column) % 3 == 0 else shades[(row + column) % 2]
            )


def tool(pen: Pen, tones: Tones) -> None:
    for left, wide, tip in ((0.10, 0.20, 0.90), (0.40, 0.22, 0.96), (0.72, 0.17, 0.84)):
        right = left + wide
        pen.rectangle((left, 0.05, right, 0.36), tones.light, 0.02)
        pen.rectangle((left + wide * 0.7, 0.05, right, 0.36), tones.mid, 0.02)
        pen.rectangle((left - 0.015, 0.33, right + 0.015, 0.40), tones.dark, 0.012)
        pen.polygon(
            [
                (left + 0.02, 0.40),
                (right - 0.02, 0.40),
                (right - 0.02, tip - 0.08),
                ((left + right) / 2, tip),
                (left + 0.02, tip - 0.08),
            ],
            tones.pale,
        )
        for turn in range(4):
            y = 0.42 + turn * (tip - 0.5) / 4
            pen.polygon(
                [
                    (left + 0.02, y + 0.09),
                    (right - 0.02, y),
                    (right - 0.02, y + 0.035),
                    (left + 0.02, y + 0.125),
                ],
                tones.accent,
            )
