"""A bill of materials: CycloneDX 1.6 as JSON, the same bytes for the same components."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Listed
from cyclonedx.model.component import ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from tools.licences.components import Component

_NAMESPACE = uuid.UUID("6f9c1bd4-4f6e-5a53-9a5e-0b8d2d6f7a10")


def bill(version: str, components: Iterable[Component], epoch: int) -> str:
    """The JSON. `epoch` is the time it tells, in seconds (SOURCE_DATE_EPOCH)."""
    components = tuple(components)
    root = Listed(
        name="hallgen",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="hallgen",
        licenses=[LicenseExpression("Apache-2.0")],
        purl=PackageURL("pypi", name="hallgen", version=version),
    )
    bom = Bom(components=map(_listed, components))
    bom.metadata.component = root
    bom.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    bom.register_dependency(root, bom.components)
    content = "\n".join(map(repr, components)) + version
    bom.serial_number = uuid.uuid5(_NAMESPACE, content)
    made = json.loads(JsonV1Dot6(bom).output_as_string())
    made["metadata"].pop("tools", None)  # the library's own version says nothing of ours
    return json.dumps(made, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _listed(one: Component) -> Listed:
    namespace, _, name = one.name.rpartition("/")
    return Listed(
        name=name,
        group=namespace or None,
        version=one.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{one.ecosystem}:{one.name}",
        scope=ComponentScope.REQUIRED,
        licenses=[LicenseExpression(one.licence)] if one.licence else None,
        purl=PackageURL(one.ecosystem, namespace or None, name, one.version),
    )
