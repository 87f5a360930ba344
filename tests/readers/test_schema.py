"""The committed schemas are those of the types, and they take what the reader takes."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml

from hallgen.readers.schema import schemas
from hallgen.resources import assets


def schema(name: str) -> Any:
    return json.loads(schemas()[name])


def test_the_committed_schemas_are_up_to_date() -> None:
    """If not: `make schemas`."""
    folder = assets() / "schema"
    assert {path.name: path.read_text() for path in folder.glob("*.json")} == schemas()


def test_a_fair_is_valid() -> None:
    text = """
        format: 1
        id: a
        name: {zh: 展, en: Fair}
        languages: [zh, en]
        organiser: Somebody
        halls: [{id: 4.1, plan: {file: a.svg, unit: mm, layers: {booths: [BOOTH*]}}}]
        tables: {exhibitors: [{file: a.csv, columns: {name: Firm}}]}
        """
    jsonschema.validate(yaml.safe_load(text), schema("fair.schema.json"))


@pytest.mark.parametrize("wrong", [{"hals": []}, {"format": 2}, {"languages": []}])
def test_a_fault_is_none(wrong: dict[str, object]) -> None:
    halls = [{"id": "a", "plan": {"file": "a"}}]
    fair = {"format": 1, "id": "a", "name": "a", "languages": ["en"], "halls": halls, **wrong}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(fair, schema("fair.schema.json"))


def test_rows_are_valid() -> None:
    rows = [{"name": {"zh": "样品"}, "booth": ["A1", 12], "category": ["a"], "color": "#123456"}]
    jsonschema.validate(rows, schema("exhibitors.schema.json"))
    product = {"name": "Arm", "exhibitor": "Sample", "spec": {"Payload": "12 kg"}}
    jsonschema.validate([product], schema("products.schema.json"))
    jsonschema.validate(
        [{"title": "T", "start": "2031-09-22 10:00"}], schema("programme.schema.json")
    )
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{"booth": "A1"}], schema("exhibitors.schema.json"))
