"""QR codes of booths: in pages, and on sheets to print."""

from __future__ import annotations

import re

import numpy as np
import pytest

from hallgen.site import qr_sheets
from hallgen.site.qr import code
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, rendered

URL = "https://fair.example/2026/"


def modules(drawing: str) -> tuple[int, int]:
    """A code's width in modules with its margin, and how many of them are dark."""
    (width,) = re.findall(r'viewBox="0 0 (\d+) \d+"', drawing)
    path = max(re.findall(r' d="([^"]+)"', drawing), key=len)
    runs = [int(run) for run in re.findall(r"h(\d+)", path)]
    return int(width), sum(runs)


def test_a_code_is_a_drawing_with_its_quiet_zone() -> None:
    import segno

    address = f"{URL}en/exhibitors/yuance/"
    matrix = np.array(segno.make(address, error="m", micro=False).matrix)
    assert modules(code(address)) == (len(matrix) + 8, int(matrix.sum()))
    assert "style=" not in code(address)  # the policy of pages would refuse it


def test_an_exhibitors_page_has_its_code_where_the_sites_address_is_known() -> None:
    page = "en/exhibitors/yuance/index.html"
    known = rendered(inputs_of(small_fair(), url=URL))[page].decode()
    assert code(f"{URL}en/exhibitors/yuance/") in known
    assert b"qr-code" not in rendered(inputs_of(small_fair()))[page]


def test_sheets_have_every_exhibitor_at_each_of_its_booths() -> None:
    fair = small_fair().model_copy(update={"url": URL})
    sheets = qr_sheets(inputs_of(fair, url=URL)).decode()
    numbers = re.findall(r'class="number">([^<]+)<', sheets)
    assert numbers == ["A01", "A01", "A02", "A10"]  # two share the first, A11 is empty
    assert f"{URL}zh/exhibitors/dingchuan/" in sheets
    assert "<script" not in sheets


def test_codes_that_would_lead_nowhere_are_not_made() -> None:
    with pytest.raises(ValueError, match="address"):
        qr_sheets(inputs_of(small_fair()))
