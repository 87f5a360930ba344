"""`hallgen media`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallgen.cli.output import show
from hallgen.diagnostics import Diagnostics

if TYPE_CHECKING:
    from hallgen.build.trial import Trial


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("media-trial"),
    show_default=True,
    help="Where what is made of it goes.",
)
@click.option("--scale", type=click.FloatRange(0, min_open=True), help="Metres of one unit.")
@click.option("--up", type=click.Choice(["x", "y", "z"]), help="The axis that points up.")
@click.option("--rotate", type=float, default=0.0, help="Degrees to the left, seen from above.")
def media(file: Path, folder: Path, scale: float | None, up: str | None, rotate: float) -> None:
    """Make one exhibitor's 3D model web-ready, and a picture of it; tell what was done."""
    from hallgen.build.trial import try_model
    from hallgen.model import ModelPose, UpAxis

    diagnostics = Diagnostics()
    pose = ModelPose(scale=scale, up=None if up is None else UpAxis(up), rotate=rotate)
    trial = try_model(file, folder, pose, diagnostics)
    show(diagnostics)
    if trial is None:
        raise click.exceptions.Exit(1)
    _tell(trial)


def _tell(trial: Trial) -> None:
    line = trial.line
    width, height, depth = trial.size
    click.echo(
        f"{line.path}: {line.kind}, {line.bytes:,} bytes, {line.triangles:,} triangles; "
        f"{width:.3g} x {height:.3g} x {depth:.3g} m (width, height, depth)"
    )
    for name, figures in line.made.items():
        click.echo(
            f"  {name:<8} {figures['bytes']:>9,.0f} bytes  {figures['triangles']:>8,.0f} triangles"
            f"  {figures['draws']:.0f} draws  off by {figures['error']:.2%}"
        )
    for note in line.notes:
        click.echo(f"  {note}")
    click.echo(f"Made in {line.seconds:.1f} s: {', '.join(map(str, trial.written))}")
