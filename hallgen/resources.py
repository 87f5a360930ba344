"""Where hallgen's own data lies: in the package when installed, at the root of a checkout.

The only module that knows; everything else asks here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent


@cache
def _folder(installed: str, in_checkout: str) -> Path:
    """The first that exists: `hallgen/<installed>`, or `<checkout>/<in_checkout>`."""
    for candidate in (_PACKAGE / installed, _CHECKOUT / in_checkout):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(
        f"hallgen's own {installed} are missing. Run `make install` in a checkout, "
        "or install the package again."
    )


def assets() -> Path:
    """Data that ships with hallgen: strings, styles of pages, budgets."""
    return _folder("assets", "assets")


def templates() -> Path:
    """The jinja2 templates of the site."""
    return _folder("templates", "templates")


def viewer() -> Path:
    """The built viewer: hashed files and Vite's manifest."""
    return _folder("viewer", "viewer/dist")


def wasm() -> Path:
    """The WebAssembly that Python runs: meshoptimizer's encoder and decoder, gltfpack, Basis."""
    return _folder("wasm", "viewer/wasm")


def examples() -> Path:
    """The sample fairs."""
    return _folder("examples", "examples")
