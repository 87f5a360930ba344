"""A booth as a plain block: what stands around a booth that is looked at while it is planned."""

from __future__ import annotations

from hallgen.kit.assembly import Assembly
from hallgen.kit.built import BuiltBooth
from hallgen.kit.finishes import PANEL
from hallgen.kit.plots import plot_of
from hallgen.kit.shapes import prism
from hallgen.model import Booth, BoothLayout, FairIndex

#: How high it is, in metres: as high as the walls of a shell scheme.
HEIGHT = 2.5


def block_of(booth: Booth, layout: BoothLayout, index: FairIndex) -> BuiltBooth:
    """The booth in its own frame as a white body over its whole plot, lower under a low ceiling."""
    plot = plot_of(booth, layout)
    assembly = Assembly(booth.id, booth.main_exhibitor or "")
    height = min(HEIGHT, index.halls[booth.hall].height - 0.3)
    assembly.add(prism(PANEL, plot.outline, 0.0, height))
    ring = tuple((x, -y) for x, y in plot.outline)
    return BuiltBooth(booth.id, layout.frame, assembly.scene(None, f"block {booth.id}"), (ring,))
