"""hallgen turns an exhibitor list and floor plans into a 3D exhibition on the web.

    checked = hallgen.check("my-fair")           the fair, its halls' layouts, every fault
    report = hallgen.build_site("my-fair", "site")

The model's types are in `hallgen.model`; the most used are here as well. All is loaded when it is
first asked for.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from hallgen import model
    from hallgen.api import (
        Code,
        Diagnostic,
        Diagnostics,
        FairError,
        HallgenError,
        Place,
        Severity,
        UsageError,
        build_site,
        check,
        pack_booth,
        read_fair,
    )
    from hallgen.build.report import BuildReport
    from hallgen.build.steps import CheckedFair
    from hallgen.model import (
        Booth,
        BoothLayout,
        Exhibitor,
        Fair,
        FairIndex,
        Hall,
        HallLayout,
        Product,
        Session,
    )

_MODEL = "hallgen.model"
_API = "hallgen.api"
#: Where each public name is.
_PLACES = {
    "Booth": _MODEL,
    "BoothLayout": _MODEL,
    "BuildReport": "hallgen.build.report",
    "CheckedFair": "hallgen.build.steps",
    "Code": _API,
    "Diagnostic": _API,
    "Diagnostics": _API,
    "Exhibitor": _MODEL,
    "Fair": _MODEL,
    "FairError": _API,
    "FairIndex": _MODEL,
    "Hall": _MODEL,
    "HallLayout": _MODEL,
    "HallgenError": _API,
    "Place": _API,
    "Product": _MODEL,
    "Session": _MODEL,
    "Severity": _API,
    "UsageError": _API,
    "build_site": _API,
    "check": _API,
    "pack_booth": _API,
    "read_fair": _API,
}

__all__ = [
    "Booth",
    "BoothLayout",
    "BuildReport",
    "CheckedFair",
    "Code",
    "Diagnostic",
    "Diagnostics",
    "Exhibitor",
    "Fair",
    "FairError",
    "FairIndex",
    "Hall",
    "HallLayout",
    "HallgenError",
    "Place",
    "Product",
    "Session",
    "Severity",
    "UsageError",
    "__version__",
    "build_site",
    "check",
    "model",
    "pack_booth",
    "read_fair",
]


def __getattr__(name: str) -> object:
    if name == "model":
        return importlib.import_module(_MODEL)
    if name not in _PLACES:
        raise AttributeError(f"module 'hallgen' has no attribute {name!r}")
    return getattr(importlib.import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
