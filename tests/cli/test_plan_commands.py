"""`hallgen plan score`, `compare`, `report` and `propose`, on a small fair."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from hallgen.cli.main import commands
from hallgen.diagnostics import Diagnostics
from hallgen.readers import read_fair

FAIR = """\
format: 1
id: small
name: Small fair
languages: [en]
rules: {main_aisle: 0}
zones: [{id: robots, name: Robots}]
halls:
  - id: "1"
    plan: {file: plans/1.csv, unit: m, size: {width: 36, depth: 27}}
tables:
  exhibitors: [{file: exhibitors.csv}]
"""
PLAN = "number,x,y,width,depth,kind\n" + "".join(
    f"A{i:02},{6 + 3 * i},9,3,3,\nB{i:02},{6 + 3 * i},{11.4 if i == 0 else 18},3,3,\n"
    for i in range(6)
) + "South,16,26.9,4,0.1,gate\n"  # fmt: skip
DEMAND = "Company,Area,Open sides,Near\n" + "".join(
    f"Firm {i},{18 if i % 4 == 0 else 9},{2 if i % 3 == 0 else 1},{'Firm 1' if i == 5 else ''}\n"
    for i in range(14)
)


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fair")
    (folder / "plans").mkdir()
    (folder / "fair.yaml").write_text(FAIR, encoding="utf-8")
    (folder / "plans/1.csv").write_text(PLAN, encoding="utf-8")
    (folder / "wanted.csv").write_text(DEMAND, encoding="utf-8")
    rows = "".join(f"Firm {i},A{i:02}\n" for i in range(6))
    (folder / "exhibitors.csv").write_text("Company,Booth\n" + rows, encoding="utf-8")
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in ("plan", *words)])


def test_a_score_with_heat_maps(fair: Path, tmp_path: Path) -> None:
    result = run("score", "1", "--fair", fair, "--pictures", tmp_path / "heat")
    assert result.exit_code == 0, result.output
    assert "Hall 1: 36.0 x 27.0 m, 12 booths on 108 m2, 1 gates, 0 exits." in result.output
    assert re.search(r"used +0\.25 +0\.278   11\.1% of the floor", result.output)
    assert "against the rules, Hall 1: 1 x H237" not in result.output  # B00 overlaps A00
    pictures = sorted((tmp_path / "heat").iterdir())
    assert [p.name for p in pictures] == [
        f"1-{name}.svg" for name in ("escape", "findings", "passers", "visibility")
    ]
    for picture in pictures:
        svg = ElementTree.fromstring(picture.read_text(encoding="utf-8"))
        titles = [t.text or "" for t in svg.iter("{http://www.w3.org/2000/svg}title")]
        assert sum(title.startswith(("A0", "B0")) for title in titles) == 12
        assert not re.search(r"https?://(?!www\.w3\.org)", picture.read_text(encoding="utf-8"))


def test_a_score_for_programs(fair: Path) -> None:
    result = run("score", "1", "--fair", fair, "--format", "json")
    found = json.loads(result.stdout)
    assert found["hall"] == "1"
    assert set(found["terms"]) == {"used", "visibility", "passers", "neighbours", "escape"}
    assert len(found["terms"]["passers"]["booths"]) == 12
    weights = sum(t["weight"] for t in found["terms"].values() if t["value"] is not None)
    total = sum(t["weight"] * t["value"] for t in found["terms"].values() if t["value"] is not None)
    assert found["total"] == pytest.approx(total / weights, abs=1e-3)


def test_a_report_of_all_halls(fair: Path, tmp_path: Path) -> None:
    result = run("report", "--fair", fair, "-o", tmp_path / "r.html")
    assert result.exit_code == 0, result.output
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 4
    assert "src=" not in page
    assert 'href="' not in page.replace('href="data:', "")


def test_propose_and_compare(fair: Path, tmp_path: Path) -> None:
    pytest.importorskip("ortools", reason="the extra hallgen[layout] is not installed")
    plan = fair / "plans" / "proposal.geojson"
    result = run(
        "propose", "1", "--fair", fair, "--demand", fair / "wanted.csv", "-o", plan,
        "--effort", "quick", "--report", tmp_path / "p.html",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "no errors, no warnings, no hints." in result.output
    assert "against the rules, Proposal for hall 1: nothing" in result.output
    booths = (fair / "plans" / "proposal.booths.csv").read_text(encoding="utf-8").splitlines()
    assert len(booths) == 15
    compared = run("compare", "1", plan, "--fair", fair)
    assert compared.exit_code == 0, compared.output
    assert "against the rules, proposal.geojson: nothing" in compared.output
    # The proposal is the fair's plan, and its list the fair's list.
    text = FAIR.replace(
        "plans/1.csv, unit: m, size: {width: 36, depth: 27}", "plans/proposal.geojson"
    )
    text = text.replace("file: exhibitors.csv", "file: plans/proposal.booths.csv")
    other = tmp_path / "fair"
    (other / "plans").mkdir(parents=True)
    (other / "fair.yaml").write_text(text, encoding="utf-8")
    for file in (plan, plan.with_name("proposal.booths.csv")):
        (other / "plans" / file.name).write_bytes(file.read_bytes())
    diagnostics = Diagnostics()
    read = read_fair(other, diagnostics)
    assert [str(d) for d in diagnostics] == []
    assert all(len(exhibitor.booths) == 1 for exhibitor in read.exhibitors)
    assert len(read.exhibitors) == len(read.halls[0].booths) == 14


def test_what_is_not_there(fair: Path) -> None:
    result = run("score", "9", "--fair", fair)
    assert isinstance(result.exception, Exception)
    assert str(result.exception) == "The fair has no hall '9'. It has: 1."
