"""Which SSH servers are believed to be who they say: those that the user has met."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any


def known_hosts() -> Any:
    """What paramiko is to do with servers: refuse those that `~/.ssh/known_hosts` does not have.

    fsspec itself would believe anybody. None where paramiko is not installed, which is told by
    whoever needs it.
    """
    try:
        import paramiko
    except ImportError:
        return None

    class KnownHosts(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]
        def missing_host_key(self, client: Any, hostname: str, key: Any) -> None:
            del client
            known = paramiko.HostKeys()
            with contextlib.suppress(OSError):
                known.load(str(Path("~/.ssh/known_hosts").expanduser()))
            if not known.check(hostname, key):
                raise paramiko.SSHException(
                    f"the server {hostname} is not in ~/.ssh/known_hosts: log in once with ssh"
                )

    return KnownHosts()
