"""Serve a built site on this machine as a static host would, with the site's own headers."""

from __future__ import annotations

import fnmatch
import functools
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_TYPES = {
    ".glb": "model/gltf-binary",
    ".gltf": "model/gltf+json",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".m3u8": "application/vnd.apple.mpegurl",
    ".m4s": "video/iso.segment",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

Rules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def make_server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of `site` on the loopback address; port 0 takes a free one.

    Nobody else can reach it, and a request under a foreign name (a rebound address) is
    refused. Raises OSError when the port is taken.
    """
    rules = read_headers(site / "_headers")
    handler = functools.partial(_SiteHandler, directory=str(site), rules=rules)
    return _SiteServer(("127.0.0.1", port), handler)


def read_headers(file: Path) -> Rules:
    """The site's `_headers`: a pattern on a line of its own, its headers indented below."""
    rules: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            name, _, value = line.strip().partition(":")
            pattern, headers = rules[-1]
            rules[-1] = (pattern, (*headers, (name, value.strip())))
        else:
            rules.append((line.strip(), ()))
    return tuple(rules)


class _SiteServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Browsers drop connections when a visitor leaves a page: that is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _SiteHandler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, rules: Rules, **options: Any) -> None:
        self._rules = rules
        super().__init__(*arguments, **options)

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        host = self.headers.get("Host", "localhost")
        if host.rsplit(":", 1)[0] not in _LOOPBACK and host not in _LOOPBACK:
            self.send_error(421, "This server answers only to the name localhost")
            return False
        return True

    def translate_path(self, path: str) -> str:
        """The file for an address; one that leads out of the site leads to nothing."""
        file = Path(super().translate_path(path))
        root = Path(self.directory).resolve()
        return str(file) if file.resolve().is_relative_to(root) else str(root / "404")

    def end_headers(self) -> None:
        path = self.path.split("?", 1)[0]
        for pattern, headers in self._rules:
            if fnmatch.fnmatchcase(path, pattern):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        del path  # a static host shows no listings
        self.send_error(404)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's name
        """Say nothing for every request."""
