"""A site built for a host that takes few files: what is left out, and that a hall still opens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from hallgen.build.inspection import inspect_path
from tests.browser.test_ten_taps import FAIR
from tests.cli.commands import run
from tests.conftest import serving
from tests.support.browser import Visit

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("few") / "fair"
    (folder / "media").mkdir(parents=True)
    for name, text in FAIR.items():
        (folder / name).write_text(text, encoding="utf-8")
    with (folder / "fair.yaml").open("a", encoding="utf-8") as file:
        file.write("publish: {host: cloudflare-pages}\n")
    products = "Product,Exhibitor,Image\nGantry,Sample Machines,a.png\nRobot,Coast Robotics,b.png\n"
    (folder / "products.csv").write_text(products, encoding="utf-8")
    for name, color in (("a", "#a03020"), ("b", "#2050a0")):
        image = Image.new("RGB", (900, 600), "white")
        image.paste(color, (200, 150, 700, 450))
        image.save(folder / "media" / f"{name}.png")
    assert run("build", folder, "-o", folder / "site", "--jobs", "1") == 0
    return folder / "site"


def test_copies_for_comfort_are_left_out(site: Path) -> None:
    assert not list(site.rglob("*.glb.gz"))
    assert not (site / "booths").exists()
    assert not (site / "stills" / "small").exists()
    assert not list((site / "zh" / "products").glob("*/index.html"))
    assert json.loads((site / "fair.json").read_text("utf-8"))["models"] == {}
    page = (site / "en" / "products" / "index.html").read_text("utf-8")
    sheet = page.split('class="cell cell-0" src="../../')[1].split("#")[0]
    with Image.open(site / sheet) as shown:
        assert shown.size == (480, 720)
    assert inspect_path(site).facts["files"]


@pytest.mark.browser
def test_a_hall_opens_without_packed_models(visit: object, site: Path) -> None:
    with serving(site) as address:
        here: Visit = visit(address)  # type: ignore[operator]
        here.enter("en/halls/1/?product=gantry")
        assert here.page.locator(".hallgen-panel .in-sheet img").count() == 1
        here.open("en/exhibitors/sample-machines/")
        here.page.locator(".product .save").click()
        here.open("en/shortlist/")
        assert here.page.locator(".list-name").text_content() == "Gantry"
        assert here.errors == []
