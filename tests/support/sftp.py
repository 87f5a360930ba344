"""An SFTP server on this machine that serves one folder to one user."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import paramiko

USER, PASSWORD = "fair", "not-to-be-seen"


@dataclass(frozen=True)
class Served:
    """Where the server is, and the line by which ssh knows it."""

    port: int
    known: str


class _Login(paramiko.ServerInterface):
    def check_auth_password(self, username: str, password: str) -> int:
        fits = (username, password) == (USER, PASSWORD)
        return paramiko.AUTH_SUCCESSFUL if fits else paramiko.AUTH_FAILED

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return paramiko.OPEN_SUCCEEDED


class _Files(paramiko.SFTPServerInterface):
    """The folder as the server's root."""

    def __init__(self, server: paramiko.ServerInterface, root: Path) -> None:
        super().__init__(server)
        self._root = root

    def _at(self, path: str) -> Path:
        return self._root / self.canonicalize(path).lstrip("/")

    def list_folder(self, path: str) -> Any:
        return self._try(
            lambda: [
                paramiko.SFTPAttributes.from_stat(one.stat(), one.name)
                for one in self._at(path).iterdir()
            ]
        )

    def stat(self, path: str) -> Any:
        return self._try(lambda: paramiko.SFTPAttributes.from_stat(self._at(path).stat()))

    lstat = stat

    def open(self, path: str, flags: int, attr: Any) -> Any:
        def opened() -> paramiko.SFTPHandle:
            handle = paramiko.SFTPHandle(flags)
            file = os.fdopen(os.open(self._at(path), flags, 0o644), "rb+" if flags & 3 else "rb")
            handle.readfile = handle.writefile = file
            return handle

        return self._try(opened)

    def remove(self, path: str) -> int:
        return self._done(lambda: self._at(path).unlink())

    def posix_rename(self, oldpath: str, newpath: str) -> int:
        return self._done(lambda: self._at(oldpath).replace(self._at(newpath)))

    def mkdir(self, path: str, attr: Any) -> int:
        return self._done(lambda: self._at(path).mkdir())

    def rmdir(self, path: str) -> int:
        return self._done(lambda: self._at(path).rmdir())

    def _done(self, work: Any) -> int:
        found = self._try(work)
        return found if isinstance(found, int) else paramiko.SFTP_OK

    def _try(self, work: Any) -> Any:
        try:
            return work()
        except OSError as fault:
            return paramiko.SFTPServer.convert_errno(fault.errno)


@contextmanager
def serving_sftp(root: Path) -> Iterator[Served]:
    """Serve a folder as long as the block lasts."""
    key = paramiko.RSAKey.generate(2048)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        transports: list[paramiko.Transport] = []

        def accept() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:  # closed: the block has ended
                    return
                transport = paramiko.Transport(connection)
                transports.append(transport)
                transport.add_server_key(key)
                transport.set_subsystem_handler("sftp", paramiko.SFTPServer, _Files, root)
                transport.start_server(server=_Login(), event=threading.Event())

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        try:
            yield Served(port, f"[127.0.0.1]:{port} {key.get_name()} {key.get_base64()}\n")
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            for transport in transports:
                transport.close()
            thread.join()
