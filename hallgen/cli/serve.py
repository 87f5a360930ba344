"""`hallgen serve`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
def serve(site: Path, port: int) -> None:
    """Serve a built site on this machine, as a static host would."""
    from hallgen.build.serve import make_server

    try:
        server = make_server(site, port)
    except OSError:
        server = make_server(site, 0)  # the usual port is taken: any free one will do
    click.echo(f"Serving {site} at http://127.0.0.1:{server.server_port}/ - Ctrl+C stops it.")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        server.server_close()
