"""What a page may do: the content security policy, the one inline script, host headers.

Everything comes from the site itself, and nothing goes elsewhere but where the organiser says.
The policy is the same in every page's meta element and in `_headers` (the format of Netlify and
Cloudflare Pages). Only one inline script runs, named by its hash:
https://www.w3.org/TR/CSP3/#external-hash
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from hallgen.site import addresses

#: Folders whose files are named by their content and never change.
FOREVER: Final = ("assets/", "fonts/", "media/", "viewer/")


def policy_for(script: str, *endpoints: str, frames: Sequence[str] = ()) -> str:
    """The policy of pages whose one inline script this is. `endpoints` are addresses of the
    organiser's own to which pages may send what visitors write, `frames` origins whose players
    they may show.

    three.js reads a GLB's pictures as blobs, and its decoders are WebAssembly in workers.
    """
    named = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'sha256-{named}' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            " ".join(("connect-src 'self' data: blob:", *dict.fromkeys(map(_origin, endpoints)))),
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            *([" ".join(("frame-src", *frames))] if frames else []),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def host_headers(policy: str) -> str:
    """The text of `_headers`. Its paths hold where the site is at the root of its host."""
    lines = [
        "/*",
        f"  Content-Security-Policy: {policy}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "",
    ]
    for folder in FOREVER:
        lines += [f"/{folder}*", "  Cache-Control: public, max-age=31536000, immutable", ""]
    for name in (addresses.WORKER, addresses.BUILD):
        lines += [f"/{name}", "  Cache-Control: no-cache", ""]
    return "\n".join(lines)
