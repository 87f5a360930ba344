"""What axe-core finds on a page: rules of WCAG 2.2 A and AA, and good practice."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.support.node import TOOLS

#: Rules that axe runs only when it is told to, and that belong to WCAG 2.2 AA.
ASKED = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}


@cache
def _script() -> str:
    return (TOOLS / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def faults(page: Page) -> list[str]:
    """One line for each element at fault; none on a page that is as it should be."""
    page.evaluate(_script())
    found: dict[str, Any] = page.evaluate("asked => window.axe.run(document, asked)", ASKED)
    assert found["passes"], "axe found nothing to test"
    return [
        f"{fault['id']}: {' '.join(map(str, node['target']))}: {node['html'][:120]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
