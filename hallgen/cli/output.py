"""How diagnostics are shown: as text for people, JSON for programs, annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, TypeVar

import click

from hallgen.diagnostics import Diagnostic, Diagnostics, Severity
from hallgen.errors import HallgenError


class Format(StrEnum):
    """Formats of `hallgen check`."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


Command = TypeVar("Command", bound=Callable[..., Any])

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def format_option(*formats: Format) -> Callable[[Command], Command]:
    """The option --format of a command that knows these formats, the first by default."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice([format_.value for format_ in formats]),
        default=formats[0].value,
        show_default=True,
        callback=lambda _context, _option, value: Format(value),
    )


def show(diagnostics: Diagnostics, format_: Format = Format.TEXT) -> None:
    """Print every diagnostic in the order of places; JSON goes to standard output whole."""
    found = diagnostics.by_place()
    if format_ is Format.JSON:
        from hallgen.build.report import as_record

        click.echo(json.dumps([as_record(d) for d in found], ensure_ascii=False, indent=1))
        return
    line: Callable[[Diagnostic], str] = _github_line if format_ is Format.GITHUB else _text_line
    for diagnostic in found:
        click.echo(line(diagnostic), err=format_ is Format.TEXT)


@contextmanager
def telling(diagnostics: Diagnostics, format_: Format = Format.TEXT) -> Iterator[None]:
    """Show what was found even where nothing comes of it: it says why."""
    try:
        yield
    except HallgenError:
        show(diagnostics, format_)
        if format_ is Format.TEXT:
            click.echo(f"{summary(diagnostics)}.")
        raise


def summary(diagnostics: Diagnostics) -> str:
    """One line: "2 errors, 1 warning, no hints"."""
    return ", ".join(count(diagnostics.count(severity), severity.value) for severity in Severity)


def count(number: int, word: str) -> str:
    """A number of things: "no halls", "1 hall", "1,200 halls"."""
    return f"{f'{number:,}' if number else 'no'} {word}s" if number != 1 else f"1 {word}"


def _text_line(diagnostic: Diagnostic) -> str:
    mark = click.style(f"{diagnostic.severity} {diagnostic.code}", _COLORS[diagnostic.severity])
    return f"{diagnostic.place}: {mark}: {diagnostic.message} {diagnostic.advice}".rstrip()


def _github_line(diagnostic: Diagnostic) -> str:
    """A workflow command; %, and line ends are escaped as GitHub's documentation asks."""
    place = diagnostic.place
    line = "" if place.line is None else f",line={place.line}"
    text = f"{diagnostic.message} {diagnostic.advice}"
    for plain, escaped in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(plain, escaped)
    kind = _GITHUB[diagnostic.severity]
    return f"::{kind} file={place.file}{line},title={diagnostic.code}::{text}"
