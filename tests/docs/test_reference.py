"""The pages that are made from the code: all of it is in them, and their links lead somewhere."""

from __future__ import annotations

import re
from functools import cache

import click
import pytest

import hallgen
from hallgen import codes, model
from hallgen.cli.main import commands
from hallgen.model import BoothChoices
from hallgen.readers.fair_file import FairFile, HallEntry, PlanSource, TableSource
from hallgen.readers.fields import TableKind, fields_of
from tests.conftest import ROOT
from tools.reference import pages as made
from tools.reference.viewer_api import members


@cache
def pages() -> dict[str, str]:
    return made()


@pytest.mark.parametrize("kind", codes.every_code(), ids=lambda kind: kind.code)
def test_every_code_has_its_cause_and_cure(kind: codes.Code) -> None:
    said = pages()["reference/codes.md"].split(f"\n### {kind.code}\n", 1)[1].split("\n### ")[0]
    assert kind.cause in said
    assert kind.cure in said


def test_every_command_and_option_is_there() -> None:
    page = pages()["reference/commands.md"]
    for name, command in commands.commands.items():
        section = page.split(f"## hallgen {name}\n", 1)[1].split("\n## hallgen ")[0]
        for option in (p for p in command.params if isinstance(p, click.Option)):
            assert all(one in section for one in option.opts), (name, option.opts)


def test_every_key_is_there() -> None:
    page = pages()["reference/fair-yaml.md"]
    for kind in (FairFile, HallEntry, PlanSource, TableSource):
        assert {f"`{name}`" for name in kind.model_fields} <= set(re.findall(r"`\w+`", page))
    booth = set(re.findall(r"^\| `(\w+)`", pages()["reference/booth-yaml.md"], re.MULTILINE))
    assert set(BoothChoices.model_fields) <= booth
    tables = pages()["reference/tables.md"]
    for kind in (TableKind.EXHIBITORS, TableKind.PRODUCTS, TableKind.PROGRAMME):
        rows = tables.split(f"## {kind.value.capitalize()}\n")[1].split("\n## ")[0]
        assert set(fields_of(kind)) <= set(re.findall(r"^\| `(\w+)`", rows, re.MULTILINE))


def test_every_public_name_of_python_is_there() -> None:
    page = pages()["reference/python.md"]
    told = set(re.findall(r"^::: hallgen\.(?:\w+\.)*(\w+)$", page, re.MULTILINE))
    types = {name for name in model.__all__ if isinstance(getattr(model, name), type)}
    assert set(hallgen.__all__) - {"__version__", "model"} <= told
    assert types <= told


def test_the_viewer_s_members_are_read_from_its_source() -> None:
    names = [name for name, _, _ in members("api.ts", "Hallgen")]
    assert names == ["`ready`", "`pose`", "`goTo`", "`renew`", "`stats`", "`on`"]
    source = (ROOT / "viewer" / "src" / "events.ts").read_text(encoding="utf-8")
    inside = source.split("export interface Events {")[1].split("\n}")[0]
    assert len(members("events.ts", "Events")) == len(
        re.findall(r"^  \S+: \{", inside, re.MULTILINE)
    )
    with pytest.raises(LookupError):
        members("api.ts", "Nobody")


def test_tables_have_as_many_cells_in_every_row() -> None:
    for address, page in pages().items():
        if address.startswith("reference/"):
            for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
                widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
                assert len(widths) == 1, (address, table)


def test_links_within_the_reference_lead_somewhere() -> None:
    for address in ("reference/fair-yaml.md", "reference/tours-yaml.md"):
        page = pages()[address]
        heads = {head.lower() for head in re.findall(r"^## (\w+)$", page, re.MULTILINE)}
        assert set(re.findall(r"\]\(#(\w+)\)", page)) <= heads, address
