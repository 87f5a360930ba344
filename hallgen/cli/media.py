"""`hallgen media`."""

from __future__ import annotations

from pathlib import Path

import click

from hallgen.cli.output import show
from hallgen.diagnostics import Diagnostics

#: As `build.trial.FileKind` has them, which is too much to load for saying what commands there are.
KINDS = ("model", "picture", "logo", "panorama", "video", "captions", "document")


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
@click.option(
    "--as",
    "kind",
    type=click.Choice(KINDS),
    help="What it is to be taken for. [what it seems to be]",
)
@click.option("--scale", type=click.FloatRange(0, min_open=True), help="Metres of one unit.")
@click.option("--up", type=click.Choice(["x", "y", "z"]), help="The axis that points up.")
@click.option("--rotate", type=float, default=0.0, help="Degrees to the left, seen from above.")
def media(
    file: Path,
    folder: Path,
    kind: str | None,
    scale: float | None,
    up: str | None,
    rotate: float,
) -> None:
    """Make one exhibitor's file web-ready, and tell what was found and done.

    A 3D model (--scale, --up and --rotate say how it stands), a picture, a panorama, a video,
    captions or a PDF. A picture is taken for a panorama where its camera says so; whether a
    picture or a PDF is to be a logo, or any picture a panorama, --as says.
    """
    from hallgen.build.trial import FileKind, try_file
    from hallgen.model import ModelPose, UpAxis

    diagnostics = Diagnostics()
    pose = ModelPose(scale=scale, up=None if up is None else UpAxis(up), rotate=rotate)
    trial = try_file(file, folder, diagnostics, pose, None if kind is None else FileKind(kind))
    show(diagnostics)
    if trial is None:
        raise click.exceptions.Exit(1)
    click.echo(f"{file.name}: {trial.kind}" + "".join(f"\n{line}" for line in trial.said))
    for path in trial.written:
        click.echo(f"wrote {path}")
