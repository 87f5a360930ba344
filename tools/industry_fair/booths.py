"""What a few exhibitors chose for their booths: booths/<number>/booth.yaml."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from tools.industry_fair.firms import Firm
from tools.industry_fair.products import Shown
from tools.industry_fair.words import Said


@dataclass(frozen=True, slots=True)
class _Choice:
    """A booth, and what the firm that has it wrote; its products come in reverse order."""

    booth: str
    style: str
    color: str | None = None
    claim: Said | None = None


_CHOICES = (
    _Choice("4.1-F031", "night", claim=Said("车削，快人一步", "Turning, a step ahead")),
    _Choice("4.1-B039", "mural", color="#0b5fb3"),
    _Choice("4.1-D091", "timber", claim=Said("百年匠心，意大利制造", "Made with care in Italy")),
    _Choice("5.1-C013", "lumen", color="#0a7f5c"),
)


def booth_files(firms: tuple[Firm, ...], products: tuple[Shown, ...]) -> dict[str, str]:
    """Every booth.yaml by its path in the fair folder."""
    owners = {booth: firm.id for firm in firms for booth in firm.booths}
    files = {}
    for choice in _CHOICES:
        own = [one.id for one in products if one.firm.id == owners[choice.booth]]
        lines = _lines(choice, own[::-1])
        files[f"booths/{choice.booth}/booth.yaml"] = "".join(f"{line}\n" for line in lines)
    return files


def _lines(choice: _Choice, products: list[str]) -> Iterator[str]:
    yield f"style: {choice.style}"
    if choice.color is not None:
        yield f'color: "{choice.color}"'
    if choice.claim is not None:
        yield f'claim: {{zh: "{choice.claim.zh}", en: "{choice.claim.en}"}}'
    if products:
        yield f"products: {json.dumps(products)}"
