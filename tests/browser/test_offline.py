"""What a visitor has seen opens again without the network, and never from an older build."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Request, expect

from tests.conftest import serving
from tests.support.browser import Visit
from tests.support.shards import halls

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]


def keep(here: Visit, path: str) -> int:
    """Open a hall, and wait until the worker has kept what the page loaded; how many files."""
    here.enter(path)
    here.wait_for("navigator.serviceWorker.controller !== null")
    count = "caches.keys().then(async (n) => (await (await caches.open(n[0])).keys()).length)"
    before, now = -1, 0
    while now != before or now < 10:
        before = now
        here.page.wait_for_timeout(1_500)
        now = here.page.evaluate(count)
    return now


def test_a_second_visit_asks_for_the_build_alone_and_needs_no_network(
    visit: Begin, sample_site: Path
) -> None:
    hall = f"en/halls/{halls(sample_site)[0]}/"
    with serving(sample_site) as address:
        here = visit(address, service_workers="allow")
        keep(here, hall)
        asked: list[str] = []

        def hear(request: Request) -> None:
            if request.service_worker is not None:
                asked.append(request.url.removeprefix(address))

        here.page.context.on("request", hear)
        here.enter(hall)
        assert set(asked) == {"build.json"}
        here.page.context.set_offline(True)
        here.enter(hall)
        assert here.page.evaluate("window.hallgen.stats().tilesVisible") > 0
        here.page.goto(f"{address}en/exhibitors/")
        words = "You are offline, and this page was not opened before"
        expect(here.page.get_by_role("heading", name=words)).to_be_visible()


def test_a_new_build_is_seen_at_once(visit: Begin, sample_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(sample_site, site, copy_function=os.link)
    hall = f"en/halls/{halls(sample_site)[0]}/"
    with serving(site) as address:
        here = visit(address, service_workers="allow")
        keep(here, hall)
        before = here.page.title()
        for name, change in (
            ("build.json", lambda text: json.dumps({**json.loads(text), "build": "another"})),
            (f"{hall}index.html", lambda text: text.replace("<title>", "<title>New: ")),
        ):
            file = site / name
            text = change(file.read_text("utf-8"))
            file.unlink()
            file.write_text(text, "utf-8")
        here.enter(hall)
        assert here.page.title() == f"New: {before}"
        kept = here.page.evaluate("caches.keys()")
        assert [name.rsplit(" ", 1)[1] for name in kept] == ["another"]
        # And where the host has no fair any more, nothing is kept of it.
        (site / "build.json").unlink()
        here.page.goto(f"{address}en/")
        here.wait_for("caches.keys().then((names) => names.length === 0)")
