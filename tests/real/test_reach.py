"""Every booth of the real fairs is one that visitors get to, or `hallgen check` says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.checks import check_fair
from hallgen.codes import BOOTH_ENCLOSED, BOOTH_UNREACHABLE
from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out, to_shape
from hallgen.layout.reach import reached
from hallgen.model import BoothType
from hallgen.readers import read_fair
from tests.layout.walked import Walked
from tests.support.real_fairs import real_fair

HERE = Path(__file__).parent
#: How many booths of each have no way to them, found by flooding the plan from its gates.
CUT_OFF = {
    "bronycon-2019": 6,
    "epc-show-2026": 0,
    "gyuupoke-marche": 0,
    "sibf-2026-json": 0,
    "tea-expo-busan": 0,
}

pytestmark = [pytest.mark.real, pytest.mark.usefixtures("real_data")]


@pytest.mark.parametrize("name", CUT_OFF)
def test_what_is_not_told_can_be_walked_to(name: str) -> None:
    fair = read_fair(real_fair(name), Diagnostics())
    layouts = {hall.id: lay_out(hall, Diagnostics()) for hall in fair.halls}
    diagnostics = Diagnostics()
    check_fair(fair, layouts, diagnostics)
    told = [d.message for d in diagnostics if d.code == BOOTH_UNREACHABLE.code]
    assert len(told) == CUT_OFF[name]
    for hall in fair.halls:
        layout, outlines = layouts[hall.id], {b.id: to_shape(b.outline) for b in hall.booths}
        found, walked = reached(layout), Walked(hall, layout, 0.26)
        enclosed = {b.booth for b in layout.booths if b.type is BoothType.ENCLOSED}
        assert not enclosed or any(d.code == BOOTH_ENCLOSED.code for d in diagnostics)
        for booth in hall.booths:
            by_name = any(line.endswith(f" booth {booth.number}.") for line in told)
            assert booth.id in found or booth.id in enclosed or by_name, booth.id
            if booth.id in found:
                assert walked.near(outlines[booth.id], 0.6), booth.id
