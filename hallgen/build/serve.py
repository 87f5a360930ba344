"""Serve a built site on this machine as a static host would, with the site's own headers."""

from __future__ import annotations

import fnmatch
import functools
import io
import re
import sys
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler
from typing import Any

#: Media types that Python does not know, or not everywhere.
TYPES = {
    ".glb": "model/gltf-binary",
    ".gz": "application/gzip",
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
#: One range of bytes, as players of videos ask for: https://www.rfc-editor.org/rfc/rfc9110#name-range
_RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")
#: A length with more digits is above any limit, and Python reads no number of thousands of them.
_DIGITS = 12
_LOOPBACK = re.compile(r"^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$", re.IGNORECASE)

Rules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def make_server(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of `site` on the loopback address; port 0 takes a free one.

    Nobody else can reach it, and a request under a foreign name (a rebound address) is
    refused. Raises OSError when the port is taken.
    """
    rules = read_headers(site / "_headers")
    handler = functools.partial(SiteHandler, directory=str(site), rules=rules)
    return SiteServer(("127.0.0.1", port), handler)


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


def span_of(wanted: str, size: int) -> tuple[int, int] | None:
    """The bytes (from, to before) of a file of `size` that a Range header names.

    None where it names none or several, which a server may answer with the whole; an empty span
    where it begins behind the end.
    """
    found = _RANGE.match(wanted.strip())
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        return max(0, size - int(last)), size
    end = min(int(last) + 1, size) if last else size
    return (int(first), end) if int(first) < end else (size, size)


class SiteServer(ThreadingHTTPServer):
    """Answers each request in a thread of its own, which ends with the program."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Browsers drop connections when a visitor leaves a page: that is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class LocalServer:
    """Serves what a handler makes on the loopback address; port 0 takes a free one.

    Raises OSError when the port is taken.
    """

    def __init__(self, handler: Callable[..., BaseRequestHandler], port: int) -> None:
        self._server: ThreadingHTTPServer = SiteServer(("127.0.0.1", port), handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def run(self) -> None:
        """Answer until `stop`."""
        self._server.serve_forever(poll_interval=0.1)

    def stop(self) -> None:
        """End `run`, which another thread is in, and close."""
        self._server.shutdown()
        self.close()

    def close(self) -> None:
        self._server.server_close()


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers this machine alone: files of a folder, with the headers that rules give them."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}
    protocol_version = "HTTP/1.1"
    path = ""  # of a request whose first line cannot be read, which is answered too

    def __init__(self, *arguments: Any, rules: Rules, **options: Any) -> None:
        self._rules = rules
        super().__init__(*arguments, **options)

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        host = self.headers.get("Host", "localhost")
        if not _LOOPBACK.match(host):
            self.send_error(421, "This server answers only to the name localhost")
            return False
        return True

    def sent(self, kind: str, most: int) -> int | None:
        """The bytes of what our own page sends as `kind`, which are then to be read; None where it
        is refused, which is answered. Another site's page could send something, too: its origin is
        not ours, and this kind it may not send without asking first.
        """
        origin = self.headers.get("Origin", "")
        said = self.headers.get("Content-Type", "").partition(";")[0].strip()
        size = self.headers.get("Content-Length", "")
        if origin != f"http://{self.headers.get('Host', '')}" or said != kind:
            self.send_error(403)
        elif not size.isdecimal() or len(size) > _DIGITS or int(size) > most:
            self.send_error(413)
        else:
            return int(size)
        return None

    def begin(self, status: int, kind: str, data: bytes) -> bytes:
        """Send the headers of an answer of a media type, and return what is then to be written."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return data

    def translate_path(self, path: str) -> str:
        """The file for an address; one that leads out of the site leads to nothing."""
        root = Path(self.directory).resolve()
        nothing = str(root / "404")
        try:
            file = super().translate_path(path)
            inside = Path(file).resolve().is_relative_to(root)
            Path(file).stat()
        except (OSError, ValueError, RuntimeError):  # no such file, and no name that one can have
            return nothing
        return file if inside else nothing

    def send_head(self) -> Any:
        """The headers, and what is then sent: of a file, the part that is asked for."""
        path = Path(self.translate_path(self.path))
        wanted = self.headers.get("Range")
        if wanted is None or not path.is_file():
            return super().send_head()
        data = path.read_bytes()
        span = span_of(wanted, len(data))
        if span is None:
            return super().send_head()
        first, end = span
        if first == end:
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{len(data)}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {first}-{end - 1}/{len(data)}")
        self.send_header("Content-Length", str(end - first))
        self.end_headers()
        return io.BytesIO(data[first:end])

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
