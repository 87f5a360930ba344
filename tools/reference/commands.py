"""The commands and their options, as click has them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from hallgen.cli.main import ExitCode, commands
from tools.reference.markdown import code, table


def page() -> str:
    text = "# Commands\n\n" + inspect.cleandoc(commands.help or "") + "\n\n"
    codes = [(code(str(int(one))), one.name.lower().replace("_", " ")) for one in ExitCode]
    text += "Every command ends with one of these:\n\n" + table(["exit code", "means"], codes)
    return text + "".join(_sections("hallgen", commands))


def _sections(name: str, group: click.Group) -> Iterator[str]:
    context = click.Context(group, info_name=name)
    for called in group.list_commands(context):
        command = group.get_command(context, called)
        if command is None:
            raise LookupError(called)
        yield _section(f"{name} {called}", command)
        if isinstance(command, click.Group):
            yield from _sections(f"{name} {called}", command)


def _section(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    text = f"## {name}\n\n    {usage}\n\n{inspect.cleandoc(command.help or '')}\n\n"
    rows = [row for row in map(_option, command.get_params(context)) if row]
    return text + (table(["option", "what it does"], rows) if rows else "")


def _option(parameter: click.Parameter) -> tuple[str, str] | None:
    """A row; arguments are in the usage already."""
    if not isinstance(parameter, click.Option):
        return None
    names = ", ".join([*parameter.opts, *parameter.secondary_opts])
    value = (
        "" if parameter.is_flag else f" {parameter.make_metavar(click.Context(click.Command('')))}"
    )
    said = parameter.help or ""
    if parameter.show_default and parameter.default is not None:
        said += f" [{parameter.default}]"
    return code(names + value), said
