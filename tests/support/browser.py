"""A headless Chromium, and pages that remember what went wrong in them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright, expect, sync_playwright

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
#: Software rendering takes seconds for what a GPU does in milliseconds, on a shared machine
#: many; this is a limit against hanging, not a measure.
PATIENCE_MS = 180_000
expect.set_options(timeout=PATIENCE_MS)


def wait_for(page: Page, condition: str, errors: Sequence[str] = ()) -> None:
    """Wait until JavaScript finds a condition true; TimeoutError, with errors so far, where it
    never does. (Playwright's own waiting needs eval, which the site's policy forbids.) While one
    page gives way to another there is nothing to ask.
    """
    for _ in range(PATIENCE_MS // 100):
        try:
            if page.evaluate(condition):
                return
        except Error as error:
            if "Execution context was destroyed" not in error.message:
                raise
        page.wait_for_timeout(100)
    raise TimeoutError(f"{condition}; errors: {list(errors)}")


def started(playwright: Playwright, *flags: str) -> Browser:
    """Debian's Chromium, with further flags."""
    return playwright.chromium.launch(
        executable_path=chromium(), args=[*FLAGS, *flags], ignore_default_args=["--headless"]
    )


@dataclass
class Visit:
    """A page, its address, and every console error and foreign request so far."""

    page: Page
    base: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(self.base + path, wait_until="load")

    def enter(self, path: str) -> None:
        """Open a page with a 3D view and wait until one can walk."""
        self.open(path)
        self.wait_for("window.hallgen !== undefined")
        self.page.evaluate("window.hallgen.ready")

    def wait_for(self, condition: str) -> None:
        wait_for(self.page, condition, self.errors)

    def pose(self) -> dict[str, float]:
        pose: dict[str, float] = self.page.evaluate("({...window.hallgen.pose})")
        return pose

    def go_to(self, target: dict[str, Any]) -> None:
        self.page.evaluate("target => window.hallgen.goTo(target)", target)


def step_back(here: Visit) -> None:
    """Walk backwards by the keyboard until the visitor is half a metre from here."""
    at = here.pose()
    here.page.locator(".hallgen-canvas").focus()
    here.page.keyboard.down("ArrowDown")
    apart = f"Math.hypot(window.hallgen.pose.x - {at['x']}, window.hallgen.pose.z - {at['z']})"
    here.wait_for(f"{apart} > 0.5")
    here.page.keyboard.up("ArrowDown")


def chromium() -> str:
    """The path of Debian's Chromium; tests fail, not skip, without it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    assert path, "Chromium is missing: run `make test`, which installs it."
    return path


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts a browser with further flags."""
    with sync_playwright() as playwright:

        def start(*flags: str) -> Browser:
            return started(playwright, *flags)

        yield start


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    started = launch()
    yield started
    started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens visits of a served site; small windows, since pixels cost time here."""
    contexts = []

    def begin(base: str, *, in_browser: Browser = browser, **options: Any) -> Visit:
        context = in_browser.new_context(
            **{
                "viewport": {"width": 640, "height": 400},
                "locale": "en-GB",
                # What a worker fetches, tests cannot hold back or break.
                "service_workers": "block",
                **options,
            }
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        started = Visit(page, base)
        page.on(
            "console",
            lambda message: (
                started.errors.append(message.text)
                if message.type in ("error", "warning") and not of_the_driver(message.text)
                else None
            ),
        )
        page.on("pageerror", lambda error: started.errors.append(str(error)))
        page.on(
            "request",
            lambda request: (
                started.foreign.append(request.url)
                if not request.url.startswith((base, "data:", "blob:"))
                else None
            ),
        )
        return started

    yield begin
    for context in contexts:
        context.close()


def of_the_driver(text: str) -> bool:
    """Chromium's own remarks on software rendering, and Playwright's on workers that it blocks,
    which no page can avoid.
    """
    remarks = (
        "GPU stall due to ReadPixels",
        "Automatic fallback to software WebGL",
        "by Playwright",
    )
    return any(remark in text for remark in remarks)
