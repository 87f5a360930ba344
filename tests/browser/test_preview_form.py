"""An exhibitor edits its booth in the form beside the view, without a line of YAML."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from hallgen.preview import PreviewServer
from tests.preview.small import FILES, paint, studio_of, write_fair
from tests.support.browser import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHOICES = "booths/A01/booth.yaml"


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    return write_fair(tmp_path / "fair")


@pytest.fixture
def address(fair: Path, tmp_path: Path) -> Iterator[str]:
    """Of the preview of A01, which follows the files until the test is over."""
    scratch = tmp_path / "preview" / "scratch"
    over = threading.Event()
    with studio_of(fair, scratch) as studio:
        start = studio.start_of(studio.find("A01"))
        server = PreviewServer(studio, scratch, 0)

        def follow() -> None:
            while not over.is_set():
                studio.follow()

        threads = [threading.Thread(target=server.run), threading.Thread(target=follow)]
        for thread in threads:
            thread.start()
        yield server.address + start
        over.set()
        server.stop()
        for thread in threads:
            thread.join()


class Form:
    """The form on an open page, and the booth.yaml that it writes."""

    def __init__(self, visit: Visit, file: Path) -> None:
        self.visit, self.file = visit, file
        self.form = visit.page.locator("[data-form]")
        self.state = self.form.locator("[data-form-state]")

    def field(self, name: str) -> Locator:
        return self.form.locator(f"[data-field={name}]")

    def shown_after(self, act: Callable[[], object]) -> str:
        """Do something in the form; what the file says once the page shows it."""
        version = "Number(document.querySelector('[data-part=preview]').dataset.version)"
        before = self.visit.page.evaluate(version)
        act()
        self.visit.wait_for(f"{version} > {before}")
        return self.file.read_text("utf-8")


@pytest.fixture
def form(address: str, fair: Path, visit: Callable[..., Visit]) -> Form:
    base, path = address.split("1-A01/")
    seen = visit(f"{base}1-A01/", viewport={"width": 1000, "height": 700})
    seen.enter(path)
    return Form(seen, fair / CHOICES)


@pytest.mark.slow
def test_a_booth_is_edited_from_where_one_stands(form: Form, fair: Path) -> None:
    page, pose = form.visit.page, form.visit.pose()
    choose = form.field("style").locator("select")
    assert form.shown_after(lambda: choose.select_option("night")).startswith("style: night\n")

    claim = form.field("claim").locator("input").first
    claim.focus()
    text = form.shown_after(lambda: page.keyboard.type("Faster: by half"))
    assert 'claim: {en: "Faster: by half"}' in text
    assert claim.input_value() == "Faster: by half", "what is being written stays"

    intro = form.field("intro").locator("textarea").first
    text = form.shown_after(lambda: intro.fill("Lathes for the small workshop."))
    assert 'intro: {en: "Lathes for the small workshop."}' in text

    down = form.field("products").locator("[data-move='1']").first
    down.focus()
    text = form.shown_after(lambda: page.keyboard.press("Enter"))
    assert "products: [mill, lathe]" in text
    assert page.evaluate("document.activeElement.dataset.move") == "-1", "it is the last now"

    written = form.file.read_text("utf-8")
    color = form.field("color").locator("[name=color]")
    color.fill("blue")
    form.field("color").locator(".form-faults li").wait_for()
    assert "color is 'blue'" in form.field("color").inner_text()
    assert color.get_attribute("aria-invalid") == "true"
    assert form.file.read_text("utf-8") == written, "a fault is not written"
    assert 'color: "#a01818"' in form.shown_after(lambda: color.fill("#a01818"))
    assert form.field("color").locator(".form-faults li").count() == 0

    undo = form.form.get_by_role("button", name="Undo")
    assert form.shown_after(undo.click) == written
    undo.focus()
    form.visit.wait_for("document.querySelector('[name=color]').value === '#0b7683'")
    redo = form.form.get_by_role("button", name="Redo")
    assert "#a01818" in form.shown_after(redo.click)
    assert form.visit.pose() == pose
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1
    assert form.visit.errors == []
    assert form.visit.foreign == []


@pytest.mark.slow
def test_files_are_dropped_and_taken_back(form: Form, fair: Path, tmp_path: Path) -> None:
    before = (fair / "media/lathe.png").read_bytes()
    paint(tmp_path / "new" / "new.png", "#20a040")
    photo = form.field("products").locator("[data-of=lathe] input")
    form.shown_after(lambda: photo.set_input_files(tmp_path / "new" / "new.png"))
    assert (fair / "media/lathe.png").read_bytes() == (tmp_path / "new/new.png").read_bytes()
    form.shown_after(form.form.get_by_role("button", name="Undo").click)
    assert (fair / "media/lathe.png").read_bytes() == before

    other = form.field("products").locator("[data-of=mill] input")
    other.set_input_files(tmp_path / "new" / "new.png")
    form.visit.wait_for(
        "document.querySelector('[data-form-state]').textContent.includes('booths/A01/media')"
    )
    assert (fair / "booths/A01/media/new.png").is_file()
    assert form.file.read_text("utf-8") == FILES[CHOICES]
    assert form.visit.errors == []


def test_every_control_has_a_name_and_the_keyboard_reaches_all(form: Form) -> None:
    page = form.visit.page
    controls = form.form.locator("input, select, button:not([disabled])")
    for control in controls.all():
        named = page.evaluate(
            """one => (one.getAttribute('aria-label') || one.labels?.[0]?.textContent
            || one.textContent || '').trim()""",
            control.element_handle(),
        )
        assert named, control.evaluate("one => one.outerHTML")
    form.form.locator("select").first.focus()
    reached = 1
    while page.evaluate("document.querySelector('[data-form]').contains(document.activeElement)"):
        page.keyboard.press("Tab")
        reached += 1
    fields = form.form.locator("select, input, [data-move]:enabled").count()
    assert reached > fields
