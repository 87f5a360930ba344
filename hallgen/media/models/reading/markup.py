"""XML of any origin."""

from __future__ import annotations

from typing import Any

from hallgen import codes
from hallgen.media.made import MediaRefusedError

#: libxml2's numbers for prefixes that nothing declares, which writers forget and readers survive.
_NO_NAMESPACE, _NO_ATTRIBUTE_NAMESPACE = 201, 202


def parse_xml(data: bytes) -> Any:
    """The root of a document, as lxml reads it: no entities, nothing fetched.

    Raises MediaRefusedError for what is no XML.
    """
    from lxml import etree

    safe: dict[str, Any] = {"resolve_entities": False, "no_network": True, "huge_tree": True}
    try:
        root = etree.fromstring(data, etree.XMLParser(**safe))
    except etree.XMLSyntaxError as error:
        if error.code not in (_NO_NAMESPACE, _NO_ATTRIBUTE_NAMESPACE):
            raise _broken(error) from error
        root = etree.fromstring(data, etree.XMLParser(recover=True, **safe))
        if root is None:
            raise _broken(error) from error
    except ValueError as error:
        raise _broken(error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise MediaRefusedError(codes.MODEL_BROKEN, "It declares its own entities (a DTD).")
    return root


def _broken(error: Exception) -> MediaRefusedError:
    found = str(error).split("\n")[0][:120]
    return MediaRefusedError(codes.MODEL_BROKEN, f"It is no XML ({found}).")
