"""Every code a diagnostic can have, in ranges, each with its cause and cure.

H1xx  files, tables and fair.yaml      H2xx  plans and what stands on them
H3xx  how the tables belong together   H4xx  exhibitors' media
H5xx  budgets of the built site
"""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

ERROR: Final = Severity.ERROR
WARNING: Final = Severity.WARNING
HINT: Final = Severity.HINT

# H1xx: files, tables and fair.yaml

# H2xx: plans and what stands on them

# H3xx: how the tables belong together

# H4xx: exhibitors' media

# H5xx: budgets of the built site


def every_code() -> tuple[Code, ...]:
    """All codes, sorted; what the documentation lists."""
    return tuple(
        sorted((v for v in globals().values() if isinstance(v, Code)), key=lambda c: c.code)
    )
