"""Every code of a fault, with its cause and its cure."""

from __future__ import annotations

import inspect

from hallgen import codes as declared
from hallgen.diagnostics import Severity


def page() -> str:
    text = "# Error codes\n\n"
    text += "What is wrong is told with its place, its code, and what to do about it:\n\n"
    text += f"    {_example()}\n\n```text\n{inspect.getdoc(declared)}\n```\n\n"
    for severity, means in _SEVERITIES.items():
        text += f"- **{severity}**: {means}\n"
    for kind in declared.every_code():
        text += f"\n### {kind.code}\n\n*{kind.severity}.* {kind.cause}\n\n**Cure:** {kind.cure}\n"
    return text


_SEVERITIES = {
    Severity.ERROR: "this part of the data cannot be used: it is left out, or stays empty.",
    Severity.WARNING: "it can be used, but is hardly meant.",
    Severity.HINT: "something to know, or to do better.",
}


def _example() -> str:
    kind = next(code for code in declared.every_code() if code.severity is Severity.ERROR)
    return f"exhibitors.csv:17: {kind.severity} {kind.code}: what is wrong there. {kind.cure}"
