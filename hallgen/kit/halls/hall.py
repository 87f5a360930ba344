"""Build a hall: everything that stands or hangs there before a booth does."""

from __future__ import annotations

from hallgen.kit.assembly import Assembly
from hallgen.kit.built import BuiltHall
from hallgen.kit.graphics import hall_graphics
from hallgen.kit.halls.areas import areas
from hallgen.kit.halls.floors import floors, standing
from hallgen.kit.halls.roof import roof
from hallgen.kit.halls.services import services
from hallgen.kit.halls.shell import shell_of
from hallgen.kit.halls.signs import banners
from hallgen.kit.halls.visitors import Post, people
from hallgen.kit.halls.walls import walls
from hallgen.model import FairIndex, Hall, HallLayout


def build_hall(hall: Hall, layout: HallLayout, index: FairIndex) -> BuiltHall:
    """The hall's shell with the axes of a scene: a plan's (x, y) at height h is (x, h, -y)."""
    assembly, posts = assemble_hall(hall, layout, index)
    atlas = None
    if assembly.wanted:
        atlas = hall_graphics(hall, index, tuple(assembly.wanted))
    scene = assembly.scene(atlas, f"hall {hall.id}")
    obstacles = tuple(assembly.obstacles)
    return BuiltHall(hall.id, scene, obstacles, people(hall, layout, obstacles, posts))


def assemble_hall(hall: Hall, layout: HallLayout, index: FairIndex) -> tuple[Assembly, list[Post]]:
    """The hall before its pictures are made, and the places of those who work in it."""
    assembly = Assembly("")
    look = index.fair.theme.hall
    shell = shell_of(hall, layout, look)
    floors(assembly, hall, layout, index, shell)
    standing(assembly, hall, shell, look)
    walls(assembly, layout, index, shell)
    roof(assembly, shell, look)
    services(assembly, shell, layout)
    banners(assembly, hall, layout, index, shell)
    posts = areas(assembly, hall, shell)
    return assembly, posts
