"""A booth design: a carpet, a kiosk with the exhibitor's name, and what it shows around it."""

from hallgen.kit import BoothDesign, Stand
from hallgen.kit.designs.furnishing import along_open_sides, furnish, grid_poses
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.plinths import product_plinth
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.greens import potted_plant
from hallgen.kit.parts.stands import desk
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import floor, prism
from hallgen.model import Booth, BoothLayout

#: How large a plot must be for it, in metres along both sides.
LEAST = 3.0
_HEIGHT = 2.6
_HALF = 0.55


def kiosk(stand: Stand) -> None:
    """Build the booth. Ground coordinates are the booth's own: its front is at the least y."""
    plot = stand.plot
    stand.assembly.add(floor(stand.carpet("base"), plot.outline, 0.010, plot.holes))
    x0, y0, x1, y1 = plot.bounds
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    ring = (
        (x - _HALF, y - _HALF),
        (x + _HALF, y - _HALF),
        (x + _HALF, y + _HALF),
        (x - _HALF, y + _HALF),
    )
    if stand.room.try_block(ring, 0.3):
        height = min(_HEIGHT, stand.clear_height - 0.3)
        stand.assembly.add(prism(stand.tone(stand.style.walls), ring, 0.0, height))
        stand.assembly.obstacles.append(ring)
        for turn in (0.0, 90.0, 180.0, -90.0):
            face = ahead_of((x, y), turn, _HALF + 0.005)
            hang(stand, GraphicKind.TOWER, (2 * _HALF - 0.1, 1.9), face, height - 2.0, turn)
    furnish(stand, desk(), along_open_sides(stand, 0.60, 1.25))
    for number in range(max(1, min(3, round(plot.area / 9)))):
        product_plinth(stand, number, grid_poses(stand, 0.75, 1.9))
    furnish(stand, potted_plant(), grid_poses(stand, 0.5, 1.5))


def fits(_booth: Booth, layout: BoothLayout) -> bool:
    """Whether there is room to walk around the kiosk."""
    return min(layout.width, layout.depth) >= LEAST


KIOSK = BoothDesign(kiosk, fits)
