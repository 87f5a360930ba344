"""What a visitor has seen or saved opens again without the network, and no page has two builds."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from hallgen.build.files import digests
from hallgen.site import Published, addresses, saved_hall
from tests.conftest import ROOT, serving
from tests.support.browser import Visit, step_back, wait_for
from tests.support.faults import Fault, Faults, failing

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]

HALL = "3"
PAGE = addresses.hall("en", HALL)
SHARD = addresses.shard(HALL, "zh")
WORDS = "You are offline, and this page was not opened before"


@pytest.fixture(scope="module")
def pavilion(built: Callable[[Path], Path]) -> Path:
    """The site of a small fair of one hall."""
    return built(ROOT / "examples" / "trade-pavilion")


@pytest.fixture
def site(pavilion: Path, tmp_path: Path) -> Path:
    """A copy to be built anew."""
    copy = tmp_path / "site"
    shutil.copytree(pavilion, copy, copy_function=os.link)
    return copy


@pytest.fixture
def address(pavilion: Path) -> Iterator[str]:
    with serving(pavilion) as address:
        yield address


def rebuild(site: Path, build: str, changes: Mapping[str, Callable[[str], str]]) -> None:
    """Change files of a site as another build would, its lists and its name."""
    for name, change in changes.items():
        replace(site / name, change((site / name).read_text("utf-8")))
    published = Published(digests(site), lambda name: (site / name).read_bytes())
    saved = saved_hall(published, HALL, ("zh", "en"), build, twins=True)
    replace(site / addresses.saved_hall(HALL), saved.model_dump_json())
    replace(site / addresses.BUILD, json.dumps({"format": 1, "build": build}))


def replace(file: Path, text: str) -> None:
    file.unlink()
    file.write_text(text, "utf-8")


NEW_TITLE: Mapping[str, Callable[[str], str]] = {
    f"{PAGE}index.html": lambda text: text.replace("<title>", "<title>New: ")
}


def keep(here: Visit) -> None:
    """Open the hall, and wait until the worker has kept what the page loaded."""
    here.enter(PAGE)
    here.wait_for("navigator.serviceWorker.controller !== null")
    count = (
        "caches.keys().then(async (names) => (await (await caches.open("
        "names.find((name) => name.includes(' seen ')) ?? '-')).keys()).length)"
    )
    before, now = -1, 0
    while now != before or now < 10:
        before = now
        here.page.wait_for_timeout(1_500)
        now = here.page.evaluate(count)


def builds(page: Page, kind: str) -> list[str]:
    """The builds of which something was `seen` or `saved`."""
    names: list[str] = page.evaluate("caches.keys()")
    return [name.split(f" {kind} ")[1].split(" ")[0] for name in names if f" {kind} " in name]


def status(page: Page, address: str) -> int:
    """What a page gets that asks for an address."""
    found: int = page.evaluate("(to) => fetch(to).then(({ status }) => status)", address)
    return found


def save(here: Visit) -> None:
    """Save the hall by its page."""
    here.page.locator("details.stored summary").click()
    here.page.get_by_role("button", name="Save this hall (").click()
    expect(here.page.get_by_text("This hall is saved on this device.")).to_be_visible()


def test_a_second_visit_asks_for_the_build_alone_and_needs_no_network(
    visit: Begin, address: str
) -> None:
    here = visit(address, service_workers="allow")
    keep(here)
    asked: list[str] = []

    def hear(request: Request) -> None:
        if request.service_worker is not None:
            asked.append(request.url.removeprefix(address))

    here.page.context.on("request", hear)
    here.enter(PAGE)
    assert set(asked) == {"build.json"}
    here.page.context.set_offline(True)
    here.enter(PAGE)
    assert here.page.evaluate("window.hallgen.stats().tilesVisible") > 0
    here.page.goto(f"{address}en/exhibitors/")
    expect(here.page.get_by_role("heading", name=WORDS)).to_be_visible()


def test_a_new_build_is_seen_at_once(visit: Begin, site: Path) -> None:
    with serving(site) as address:
        here = visit(address, service_workers="allow")
        keep(here)
        before = here.page.title()
        rebuild(site, "another", NEW_TITLE)
        here.enter(PAGE)
        assert here.page.title() == f"New: {before}"
        # Where the host has no fair any more, nothing is kept of it.
        (site / "build.json").unlink()
        here.page.goto(f"{address}en/")
        here.wait_for("caches.keys().then((names) => names.length === 0)")


@pytest.mark.slow
def test_an_open_page_goes_on_in_its_build_and_says_what_it_cannot_have(
    visit: Begin, site: Path
) -> None:
    shard = site / SHARD
    with serving(site) as address:
        here = visit(address, service_workers="allow")
        keep(here)
        old, title = shard.read_text("utf-8"), here.page.title()
        rebuild(site, "another", NEW_TITLE | {SHARD: lambda text: text.replace("}", "} ", 1)})
        other = here.page.context.new_page()
        other.goto(address + PAGE)
        assert other.title() == f"New: {title}"
        # What both builds have alike, the old page may have; what it saw, it has as it was.
        assert status(here.page, f"{address}{addresses.plan('zh', HALL)}") == 200
        text = "(to) => fetch(to).then((answer) => answer.text())"
        english = here.page.evaluate(text, f"{address}{addresses.shard(HALL, 'en')}")
        assert english == (site / addresses.shard(HALL, "en")).read_text("utf-8")
        assert f"New: {title}" not in here.page.evaluate(text, address + PAGE)
        # What is other by now, it is not given.
        assert status(here.page, address + SHARD) == 409
        assert other.evaluate(text, address + SHARD) == shard.read_text("utf-8") != old
        notice = here.page.locator('.hallgen-notice[data-key="rebuilt"]')
        expect(notice).to_contain_text("The fair has been updated")
        notice.get_by_role("button", name="Load again").click()
        expect(here.page).to_have_title(f"New: {title}")
        assert status(here.page, address + SHARD) == 200


def test_a_saved_hall_is_walked_without_a_network(visit: Begin, site: Path) -> None:
    with serving(site) as address:
        here = visit(address, service_workers="allow")
        keep(here)
        here.page.locator("details.stored summary").click()
        listed = json.loads((site / addresses.saved_hall(HALL)).read_text("utf-8"))
        files = listed["files"] | listed["languages"]["en"]
        megabytes = sum(size for size, _ in files.values()) / 1e6
        button = here.page.get_by_role("button", name="Save this hall (")
        expect(button).to_have_text(f"Save this hall ({megabytes:.1f} MB)")
        button.click()
        expect(here.page.get_by_text("This hall is saved on this device.")).to_be_visible()
        forget_what_was_seen(here.page)
        here.page.context.set_offline(True)
        alone = Visit(here.page.context.new_page(), address)
        alone.enter(PAGE)
        alone.go_to({"booth": "3-P05"})
        expect(alone.page.get_by_role("heading", name="Pinewood Saws")).to_be_visible()
        step_back(alone)
        wait_for(alone.page, "window.hallgen.stats().tilesLoading === 0")
        expect(alone.page.locator(".hallgen-notice")).to_have_count(0)


@pytest.mark.slow
def test_a_saved_hall_stays_as_it_is_until_it_is_saved_again(visit: Begin, site: Path) -> None:
    with serving(site) as address:
        here = visit(address, service_workers="allow")
        here.open(PAGE)
        save(here)
        old = builds(here.page, "saved")
        title = here.page.title()
        rebuild(site, "another", NEW_TITLE)
        here.open(PAGE)
        here.page.locator("details.stored summary").click()
        expect(here.page.get_by_text("as it was before the fair was updated")).to_be_visible()
        here.page.get_by_role("button", name="Save it again (").click()
        expect(here.page.get_by_text("This hall is saved on this device.")).to_be_visible()
        assert builds(here.page, "saved") == ["another"] != old
        assert here.page.title() == f"New: {title}"
        here.page.get_by_role("button", name="Remove: Hall 3").click()
        expect(here.page.get_by_role("heading", name="Saved halls")).to_have_count(0)
        assert builds(here.page, "saved") == []


@pytest.mark.slow
def test_saving_can_be_stopped_and_goes_on_where_it_was(visit: Begin, site: Path) -> None:
    # Until the network is well again, saving cannot come to its end before it is stopped.
    slow = Faults(share=1, kinds=(Fault.STILL,), only="/media/")
    with failing(site, slow) as address:
        here = visit(address, service_workers="allow")
        here.open(PAGE)
        here.page.locator("details.stored summary").click()
        slow.on = True
        here.page.get_by_role("button", name="Save this hall (").click()
        expect(here.page.locator(".stored-told").first).to_contain_text(" of ")
        here.page.get_by_role("button", name="Cancel").click()
        expect(here.page.locator(".stored-halls")).to_contain_text("not complete")
        slow.on = False
        here.page.get_by_role("button", name="Save this hall (").click()
        expect(here.page.get_by_text("This hall is saved on this device.")).to_be_visible()
        expect(here.page.locator(".stored-halls")).not_to_contain_text("not complete")


@pytest.mark.slow
def test_a_full_browser_is_told(visit: Begin, address: str) -> None:
    here = visit(address, service_workers="allow")
    here.open(PAGE)
    here.page.locator("details.stored summary").click()
    button = here.page.get_by_role("button", name="Save this hall (")
    expect(button).to_be_visible()
    tools = here.page.context.new_cdp_session(here.page)
    origin = address.rstrip("/")
    tools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1_000_000})
    size = button.inner_text().partition("(")[2].partition(")")[0]
    button.click()
    words = f"There is not enough room in this browser: {size} are needed"
    expect(here.page.get_by_role("status").filter(has_text=words)).to_be_visible()


def forget_what_was_seen(page: Page) -> None:
    page.evaluate(
        """caches.keys().then((names) => Promise.all(
            names.filter((name) => name.includes(' seen ')).map((name) => caches.delete(name))))"""
    )
