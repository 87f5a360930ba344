"""Whether licences go with Apache-2.0: what we ship is permissive, what is beside may be weaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from license_expression import ExpressionError, LicenseSymbol, get_spdx_licensing

from tools.licences.components import Component, known

_SPDX = get_spdx_licensing()


def faults(components: Iterable[Component]) -> Iterator[str]:
    """A line for each component whose licence is not known, or does not go with ours."""
    for one in components:
        if not one.licence:
            yield f"{one.name}: nothing tells its licence; read it, and add it to known.yaml."
            continue
        allowed = {*known()["permissive"], *(() if one.shipped else known()["beside"])}
        try:
            parsed = _SPDX.parse(one.licence, validate=True)
        except ExpressionError as wrong:
            yield f"{one.name}: {one.licence!r} is no licence that SPDX knows: {wrong}."
            continue
        if not _goes(parsed, allowed):
            where = "in our wheel" if one.shipped else "beside our wheel"
            yield f"{one.name}: {one.licence} may not be {where}."


def _goes(expression: Any, allowed: set[str]) -> bool:
    """One of what OR joins is enough; all of what AND joins must go."""
    if isinstance(expression, LicenseSymbol):
        return str(expression) in allowed
    parts = [_goes(part, allowed) for part in expression.args]
    return any(parts) if isinstance(expression, _SPDX.OR) else all(parts)
