"""The group of commands, and what every exit code means."""

from __future__ import annotations

import errno
import signal
import sys
import traceback
from enum import IntEnum
from types import FrameType
from typing import NoReturn

import click

from hallgen import __version__
from hallgen.cli.build import build
from hallgen.cli.cache import cache
from hallgen.cli.check import check
from hallgen.cli.diff import diff
from hallgen.cli.export import export
from hallgen.cli.inspect import inspect
from hallgen.cli.media import media
from hallgen.cli.new import new
from hallgen.cli.pack import pack
from hallgen.cli.plan import plan
from hallgen.cli.plan_propose import propose_plan
from hallgen.cli.plan_score import compare_plans, report_plans, score_plan
from hallgen.cli.preview import preview
from hallgen.cli.publish import publish
from hallgen.cli.receive import receive
from hallgen.cli.serve import serve
from hallgen.cli.submit import submit
from hallgen.errors import FairError, HallgenError


class ExitCode(IntEnum):
    """0 done, warnings or not; 1 errors in the data; 2 wrong use; 70 our fault."""

    DONE = 0
    FAULTY_DATA = 1
    WRONG_USE = 2
    OUR_FAULT = 70


_WHOLE = "What was there before is as it was."
_ADVICE = {
    errno.ENOSPC: f"Free some space and run it again. {_WHOLE}",
    errno.EDQUOT: f"Free some of your space and run it again. {_WHOLE}",
    errno.EROFS: f"Name a place that may be written. {_WHOLE}",
    errno.EACCES: f"Name a place that you may write to, or ask for leave. {_WHOLE}",
}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hallgen")
def commands() -> None:
    """Turn an exhibitor list and floor plans into a 3D exhibition on the web."""


for command in (
    new,
    check,
    plan,
    build,
    preview,
    pack,
    submit,
    receive,
    serve,
    publish,
    diff,
    export,
    inspect,
    media,
    cache,
):
    commands.add_command(command)
for command in (score_plan, compare_plans, report_plans, propose_plan):
    plan.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit with its code. Only our own faults show a traceback."""
    signal.signal(signal.SIGTERM, _stop)
    try:
        # Without its own handling of errors, click returns the code of an Exit.
        sys.exit(commands.main(arguments, standalone_mode=False) or ExitCode.DONE)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(ExitCode.WRONG_USE)
    except FairError as hopeless:
        click.echo(f"Error: {hopeless}", err=True)
        sys.exit(ExitCode.FAULTY_DATA)
    except HallgenError as wrong:
        click.echo(f"Error: {wrong}", err=True)
        sys.exit(ExitCode.WRONG_USE)
    except OSError as wrong:
        where = f"{wrong.filename}: " if wrong.filename else ""
        advice = _ADVICE.get(wrong.errno or 0, "")
        click.echo(f"Error: {where}{wrong.strerror or wrong}. {advice}".rstrip(), err=True)
        sys.exit(ExitCode.WRONG_USE)
    except Exception:
        traceback.print_exc()
        click.echo("This is a fault of hallgen, not of your data. Please report it.", err=True)
        sys.exit(ExitCode.OUR_FAULT)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    """End as on Ctrl-C: what is half made is removed, and what was started ends too."""
    raise SystemExit(128 + number)
