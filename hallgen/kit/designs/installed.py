"""Designs of booths that other packages bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from hallgen.kit.designs.stand import Stand
from hallgen.model import Booth, BoothLayout, Theme
from hallgen.plugins import BOOTH_DESIGNS, PluginError, plugin


def _always(_booth: Booth, _layout: BoothLayout) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class BoothDesign:
    """A way to build a booth: adds to the stand's assembly, and takes floor from its room.

    The same stand must give the same booth, whatever was built before. `fits` tells whether it
    can be built on a plot of that kind, size and shape (metres); where it cannot, the booth gets
    the design that it would have without.
    """

    build: Callable[[Stand], None]
    fits: Callable[[Booth, BoothLayout], bool] = _always


def installed_design(
    booth: Booth, layout: BoothLayout, theme: Theme
) -> Callable[[Stand], None] | None:
    """The design that the exhibitor wishes, else the one of the fair's theme for such booths.

    What it returns raises PluginError where the design fails.
    """
    for name in (booth.choices.design, theme.designs.get(booth.kind.value)):
        design = None if name is None else plugin(BOOTH_DESIGNS, name, BoothDesign)
        if name is not None and design is not None and design.fits(booth, layout):
            return partial(_build, name, design)
    return None


def _build(name: str, design: BoothDesign, stand: Stand) -> None:
    try:
        design.build(stand)
    except Exception as broken:  # it is somebody else's code, which may raise anything
        reason = f"{type(broken).__name__}: {broken}"
        raise PluginError(
            f"The design {name} failed at booth {stand.booth.id}: {reason}. Remove or update it."
        ) from broken
