"""A proxy that leads nowhere, and remembers where one wanted to go."""

from __future__ import annotations

import threading
from socketserver import StreamRequestHandler, ThreadingTCPServer
from types import TracebackType
from typing import Self


class DeadEnd:
    """Answers each request with 403."""

    def __init__(self) -> None:
        wanted: list[str] = []

        class Refusal(StreamRequestHandler):
            def handle(self) -> None:
                """Refuse whatever is asked for. Encrypted words tell not even for where."""
                line = self.rfile.readline(65537)
                if line:
                    words = line.split()
                    plain = len(words) == 3 and words[2].startswith(b"HTTP/")
                    wanted.append(words[1].decode() if plain else "by TLS")
                    self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

        self._wanted = wanted
        self._server = ThreadingTCPServer(("127.0.0.1", 0), Refusal)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def address(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    def taken(self) -> list[str]:
        """Addresses that were asked for since this was asked."""
        taken = list(self._wanted)
        del self._wanted[: len(taken)]
        return taken

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
