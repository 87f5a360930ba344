"""What static hosts take: `assets/hosts.yaml` as frozen types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import yaml

from hallgen.model import Files, Frozen, Host, ProductPages, Publishing
from hallgen.readers.fair_file import Publish
from hallgen.resources import assets


class HostLimits(Frozen):
    """A host's limits, and where and when (ISO 8601) they were read. None is no limit.

    `files` and `bytes` are of a whole site, `file` the bytes of any one, `folder` the files in
    any one folder. `few` tells whether large fairs fit only where they are cut into few files.
    """

    name: str
    source: str
    read: str
    files: int | None = None
    bytes: int | None = None
    file: int | None = None
    folder: int | None = None
    few: bool = False


@cache
def host_limits() -> Mapping[Host, HostLimits]:
    """The limits of every host that is known."""
    text = (assets() / "hosts.yaml").read_text(encoding="utf-8")
    said = yaml.safe_load(text)
    return {host: HostLimits.model_validate(said[host.value]) for host in Host}


def publishing_of(said: Publish) -> Publishing:
    """How a site is published: as fair.yaml says, else as its host needs it."""
    few = said.host is not None and host_limits()[said.host].few
    return Publishing(
        host=said.host,
        products=said.products or (ProductPages.EXHIBITOR if few else ProductPages.OWN),
        files=said.files or (Files.FEW if few else Files.MANY),
    )
