"""A place that a site is brought to: any that fsspec knows, by its address.

https://filesystem-spec.readthedocs.io/en/latest/api.html#built-in-implementations
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import fsspec

from hallgen.errors import TargetError, UsageError
from hallgen.publish.hosting import Said, write_options
from hallgen.publish.ledger import WAITING
from hallgen.publish.plan import Listed
from hallgen.publish.ssh import known_hosts

#: The package that brings a kind of target, where it is not installed.
_EXTRAS: Final[Mapping[str, str]] = {
    "s3": "hallgen[s3]",
    "s3a": "hallgen[s3]",
    "sftp": "hallgen[sftp]",
    "ssh": "hallgen[sftp]",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "abfs": "adlfs",
    "az": "adlfs",
}
#: So many files are on their way at a time, where a target takes several.
_AT_A_TIME: Final = 16
#: What is looked at and deleted by one request, as S3 allows.
_DELETED_AT_ONCE: Final = 1000
#: Options whose values nobody may see: key, secret, aws_session_token, password...
_SECRET: Final = re.compile(r"(?:key|secret|token|password|passphrase)$")
_LOCAL: Final = frozenset({"file", "local"})


@dataclass(frozen=True, eq=False, slots=True)
class Target:
    """A folder at the target. Addresses are from its root, with forward slashes.

    `shown` is what people may see of where it is, without any password; `hidden` are the words
    that nobody may see. Every fault of it is raised as TargetError, in one line.
    """

    system: Any
    root: str
    protocol: str
    shown: str
    hidden: tuple[str, ...] = ()
    _made: set[str] = field(default_factory=set)

    @property
    def whole(self) -> bool:
        """Whether a file appears whole when it is written, as object stores have it."""
        return bool(getattr(self.system, "async_impl", False)) or self.protocol == "memory"

    @property
    def at_a_time(self) -> int:
        return _AT_A_TIME if getattr(self.system, "async_impl", False) else 1

    def listed(self) -> dict[str, Listed]:
        """Every file there, but those that wait."""
        with self._asking("list"):
            self.system.invalidate_cache()
            try:
                found = self.system.find(self.root, detail=True)
            except FileNotFoundError:
                found = {}
        start = len(self.root.rstrip("/")) + 1
        return {
            path[start:]: Listed(int(facts.get("size") or 0), _tag(facts))
            for path, facts in found.items()
        }

    def read(self, address: str) -> bytes | None:
        """A file's bytes; None where there is none."""
        with self._asking("read"):
            try:
                return bytes(self.system.cat_file(self._at(address)))
            except FileNotFoundError:
                return None

    def write(self, address: str, data: bytes, said: Said | None = None) -> None:
        """Write a file: it is there whole, or as it was before."""
        if self.whole:
            self._put(address, data, said)
        else:
            self._put(WAITING + address, data, said)
            self.take_place(address)

    def write_aside(self, address: str, data: bytes, said: Said | None = None) -> None:
        """Write what is to take the place of an address later."""
        self._put(WAITING + address, data, said)

    def take_place(self, address: str) -> None:
        """Put what waits for an address there, in one step."""
        waiting, at = self._at(WAITING + address), self._at(address)
        with self._asking("write"):
            self._make_folder(at)
            if self.whole:
                self.system.cp_file(waiting, at)
            else:
                self.system.mv(waiting, at)

    def clear_waiting(self) -> None:
        """Remove whatever still waits."""
        with self._asking("delete in"):
            with contextlib.suppress(FileNotFoundError):
                self.system.rm(self._at(WAITING.rstrip("/")), recursive=True)
            self._made.clear()

    def delete(self, addresses: Iterable[str]) -> None:
        """Delete files, and folders that nothing is in any more, where there are folders."""
        paths = [self._at(address) for address in addresses]
        with self._asking("delete in"):
            for first in range(0, len(paths), _DELETED_AT_ONCE):
                self._remove(paths[first : first + _DELETED_AT_ONCE])
            for folder in sorted({path.rpartition("/")[0] for path in paths}, key=len)[::-1]:
                self._remove_empty(folder)

    def _remove(self, paths: list[str]) -> None:
        if self.whole:
            with contextlib.suppress(FileNotFoundError):
                self.system.rm(paths)
            return
        for path in paths:
            with contextlib.suppress(FileNotFoundError):
                self.system.rm_file(path)

    def _remove_empty(self, folder: str) -> None:
        while not self.whole and len(folder) > len(self.root):
            try:
                if self.system.ls(folder, detail=False):
                    return
                self.system.rmdir(folder)
            except FileNotFoundError:
                pass
            folder = folder.rpartition("/")[0]

    def _put(self, address: str, data: bytes, said: Said | None) -> None:
        path = self._at(address)
        with self._asking("write"):
            self._make_folder(path)
            self.system.pipe_file(path, data, **write_options(self.protocol, said))

    def _make_folder(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if not self.whole and folder not in self._made:
            self.system.makedirs(folder, exist_ok=True)
            self._made.add(folder)

    def _at(self, address: str) -> str:
        return f"{self.root.rstrip('/')}/{address}"

    @contextlib.contextmanager
    def _asking(self, what: str) -> Iterator[None]:
        """What goes wrong at a target is told in one line, whatever its library raises."""
        try:
            yield
        except Exception as fault:
            raise TargetError(f"Could not {what} {self.shown}: {self.said(fault)}") from None

    def said(self, fault: BaseException) -> str:
        """What a library says of a fault, without what nobody may see."""
        strerror = getattr(fault, "strerror", None)
        words = " ".join(str(strerror or fault).split()) or type(fault).__name__
        for secret in self.hidden:
            words = words.replace(secret, "***")
        if isinstance(fault, PermissionError):
            words += " (may these credentials write there?)"
        return f"{words}." if words[-1] not in ".!?)" else words


def open_target(address: str, options: Mapping[str, Any]) -> Target:
    """The target of an address: a folder, or a URL such as s3://bucket/path.

    `options` go to its file system (endpoint_url, host_key_policy...). Raises UsageError for an
    address that is none, TargetError where the place cannot be reached.
    """
    if "::" in address:
        raise UsageError("A target is one folder or one URL, not a chain of them.")
    parts = urlsplit(address) if "://" in address else None
    protocol = parts.scheme if parts is not None else "file"
    shown, hidden = address, tuple(str(v) for name, v in options.items() if _is_secret(name))
    if parts is not None:
        shown = f"{protocol}://{parts.netloc.rpartition('@')[2]}{parts.path}"
        hidden += _secrets(parts.password, parts.query)
    options = dict(options)
    if protocol in {"sftp", "ssh"}:
        options.setdefault("host_key_policy", known_hosts())
    return _opened(address, protocol, shown, hidden, options)


def _opened(
    address: str, protocol: str, shown: str, hidden: tuple[str, ...], options: dict[str, Any]
) -> Target:
    stranger = Target(None, "", protocol, shown, hidden)
    try:
        cached = {"use_listings_cache": False} if protocol in {"s3", "s3a", "gs", "gcs"} else {}
        system, root = fsspec.core.url_to_fs(address, **cached, **options)
    except ImportError:
        package = _EXTRAS.get(protocol)
        advice = f"pip install '{package}'" if package else "install the package that fsspec names"
        raise UsageError(f"{shown} needs a package that is not installed: {advice}.") from None
    except ValueError as fault:
        raise UsageError(f"{shown} is no target: {stranger.said(fault)}") from None
    except Exception as fault:
        raise TargetError(f"Could not reach {shown}: {stranger.said(fault)}") from None
    if not str(root).strip("/"):
        raise UsageError(f"{shown} names no folder: add the path that the site is to be at.")
    return Target(system, str(root), protocol, shown, hidden)


def is_local(target: Target) -> Path | None:
    """The folder that a target is, where it is one of this machine."""
    return Path(target.root) if target.protocol in _LOCAL else None


def _tag(facts: Mapping[str, Any]) -> str:
    """What an object store calls the state of a file."""
    return str(facts.get("ETag") or facts.get("etag") or "").strip('"')


def _is_secret(option: str) -> bool:
    return bool(_SECRET.search(option))


def _secrets(password: str | None, query: str) -> tuple[str, ...]:
    found = (password, unquote(password or ""), query)
    return tuple(dict.fromkeys(word for word in found if word))
