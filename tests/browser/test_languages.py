"""Pages in other languages in a real browser: from right to left, and with long words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from hallgen.resources import viewer
from hallgen.site import read_viewer
from tests.conftest import serving
from tests.support.browser import Visit
from tests.support.sites import inputs_of, write_site
from tests.support.spoken import spoken_fair

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]

PLACES = ("", "exhibitors/", "exhibitors/yuance/", "halls/1/", "search/", "shortlist/")
LANGUAGES = ("ar", "de", "ru")
#: Where what is read first begins, and where a booth's number does, from the left.
READ = """() => {
  const heading = document.querySelector('h1').getBoundingClientRect();
  const shown = document.querySelector('.booth-number, .place strong');
  return {
    direction: getComputedStyle(document.body).direction,
    from: heading.right > innerWidth / 2 ? 'right' : 'left',
    number: shown === null ? null : getComputedStyle(shown).direction,
  };
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site: Path = tmp_path_factory.mktemp("spoken")
    inputs = inputs_of(spoken_fair(*LANGUAGES, "en"))
    write_site(replace(inputs, viewer=read_viewer(viewer())), site)
    with serving(site) as served:
        yield served


def test_arabic_is_read_from_the_right_and_numbers_of_booths_from_the_left(
    visit: Begin, address: str
) -> None:
    begun = visit(address, viewport={"width": 390, "height": 844})
    begun.open("ar/exhibitors/yuance/")
    told = begun.page.evaluate(READ)
    assert told == {"direction": "rtl", "from": "right", "number": "ltr"}
    assert begun.page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_sticks_out_in_a_language(visit: Begin, address: str, language: str) -> None:
    for width, height in ((390, 844), (1600, 900)):
        begun = visit(address, viewport={"width": width, "height": height})
        for place in PLACES:
            begun.open(f"{language}/{place}")
            wide = begun.page.evaluate("document.documentElement.scrollWidth")
            assert wide == width, (place, width)


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1600, 900)])
def test_an_arabic_page_is_the_mirror_of_an_english_one(
    visit: Begin, address: str, width: int, height: int
) -> None:
    """In the picture and part by part. Words differ in length: a part may be a fifth of the page
    from where its mirror is, and the picture is looked at from afar.
    """
    begun = visit(address, viewport={"width": width, "height": height})
    middles, shown = {}, {}
    for language in ("en", "ar"):
        begun.open(f"{language}/exhibitors/yuance/")
        middles[language] = begun.page.evaluate(MIDDLES)
        picture = Image.open(BytesIO(begun.page.screenshot())).convert("L")
        shown[language] = picture.resize((24, 24), Image.Resampling.BOX)
    mirrored = unlike(shown["en"], ImageOps.mirror(shown["ar"]))
    assert mirrored < 12
    assert mirrored < 0.85 * unlike(shown["en"], shown["ar"])
    assert len(middles["en"]) >= 5
    for part, english in middles["en"].items():
        assert abs(width - middles["ar"][part] - english) <= width / 5, part


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How far two grey pictures are apart: the mean over their pixels, of 255."""
    mean: float = ImageStat.Stat(ImageChops.difference(one, other)).mean[0]
    return mean


MIDDLES = """() => {
  const parts = ['.brand, .bar a', '.languages', 'h1', '.place', '.mark', '.head-actions, .save',
    '#content h2', '.foot-name', '.booth-line'];
  const found = {};
  for (const part of parts) {
    const box = document.querySelector(part)?.getBoundingClientRect();
    if (box && box.width > 0) found[part] = box.left + box.width / 2;
  }
  return found;
}"""
