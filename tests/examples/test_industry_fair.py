"""The sample fair: what it promises, and that it names nobody real."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import shapely
from PIL import Image

from hallgen.checks import check_fair
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.layout import lay_out, to_shape
from hallgen.media.documents import read_document
from hallgen.media.video import read_captions
from hallgen.model import BoothKind, BoothType, Fair, HallLayout, Showing, TrailKind
from hallgen.readers.addresses import read_addresses, updated_addresses
from hallgen.readers.fair import read_fair
from tools.industry_fair.__main__ import texts

FAIR = Path(__file__).parents[2] / "examples" / "industry-fair"

#: Names a machine fair is full of, in the scripts they are written in; none may be in the sample.
REAL = (
    "abb|airtac|amada|autodesk|bosch|bystronic|dassault|delta electronics|dmg|eaton|emerson"
    "|estun|fanuc|festo|grob|haas|haitian|harting|heidenhain|hexagon|hikvision|honeywell|huawei"
    "|igus|inovance|keyence|kuka|mazak|mitsubishi|nachi|okuma|omron|panasonic|phoenix contact"
    "|pilz|renishaw|rockwell|sandvik|schneider|schunk|sick ag|siasun|siemens|sinumerik|smc corp"
    "|staubli|stäubli|sungrow|trumpf|wago|weidmüller|yamazaki|yaskawa|zeiss|catl|byd|chint"
    "|沈阳机床|大族激光|汇川|埃斯顿|新松|正泰|华为|海康|宁德时代|比亚迪|徐工|三一重工|海天"
    "|台达|西门子|施耐德|发那科|安川|库卡|欧姆龙|基恩士|三菱|博世|蔡司|通快|山特维克|雷尼绍"
    "|德马吉|马扎克|北京精雕|科德数控|华中数控|广州数控|埃夫特|节卡|越疆|阳光电源|特变电工"
)


@pytest.fixture(scope="module")
def diagnostics() -> Diagnostics:
    return Diagnostics()


@pytest.fixture(scope="module")
def fair(diagnostics: Diagnostics) -> Fair:
    return read_fair(FAIR, diagnostics)


@pytest.fixture(scope="module")
def layouts(fair: Fair, diagnostics: Diagnostics) -> dict[str, HallLayout]:
    found = {hall.id: lay_out(hall, diagnostics) for hall in fair.halls}
    check_fair(fair, found, diagnostics)
    return found


def test_it_is_as_large_as_it_says(fair: Fair) -> None:
    assert [(hall.id, len(hall.booths)) for hall in fair.halls] == [
        ("4.1", 55), ("5.1", 50), ("6.1", 49),
    ]  # fmt: skip
    assert [hall.outline.bounds[2:] for hall in fair.halls] == [(108, 72), (96, 66), (66, 48)]
    assert (len(fair.exhibitors), len(fair.products), len(fair.sessions)) == (180, 500, 21)
    assert len(fair.halls[0].columns) == 6
    assert sum(len(hall.gates) for hall in fair.halls) == 9


def test_only_hints_are_said_of_it(
    fair: Fair, layouts: dict[str, HallLayout], diagnostics: Diagnostics
) -> None:
    assert len(layouts) == len(fair.halls)
    loud = [str(d) for d in diagnostics if d.severity is not Severity.HINT]
    assert loud == []
    assert {d.code for d in diagnostics} <= {"H260", "H262", "H271", "H280", "H302"} | {"H303"}


def test_booths_of_every_type_and_kind(fair: Fair, layouts: dict[str, HallLayout]) -> None:
    booths = {booth.id: booth for hall in fair.halls for booth in hall.booths}
    types = Counter(
        (booths[laid.booth].kind, laid.type)
        for layout in layouts.values()
        for laid in layout.booths
    )
    shell = {t for kind, t in types if kind is BoothKind.SHELL}
    raw = {t for kind, t in types if kind is BoothKind.RAW}
    assert shell >= {BoothType.ROW, BoothType.CORNER}
    assert raw >= {BoothType.ROW, BoothType.CORNER, BoothType.PENINSULA, BoothType.ISLAND}
    assert sum(n for (kind, _), n in types.items() if kind is BoothKind.PAVILION) == 14
    assert not any(t is BoothType.ENCLOSED for _, t in types)
    areas = [laid.area for layout in layouts.values() for laid in layout.booths]
    assert (min(areas), max(areas)) == (9, 294)
    corners = [len(booth.outline.outer) for booth in booths.values()]
    assert sum(1 for n in corners if n > 4) == 3  # an L, a circle, a cut corner


def test_aisles_are_those_of_real_halls(layouts: dict[str, HallLayout]) -> None:
    for layout in layouts.values():
        assert min(aisle.width for aisle in layout.aisles) >= 3
        assert sum(1 for aisle in layout.aisles if aisle.main) >= 1
        floor = shapely.union_all([to_shape(piece) for piece in layout.walkable])
        assert floor.contains(shapely.Point(layout.start))


def test_relations_are_those_of_real_lists(fair: Fair) -> None:
    booths = [booth for hall in fair.halls for booth in hall.booths]
    shared = [booth for booth in booths if booth.co_exhibitors]
    assert sum(1 for booth in booths if booth.main_exhibitor is None) == 4
    assert len(shared) >= 10
    assert max(len(booth.exhibitors) for booth in shared) >= 3
    assert sum(1 for e in fair.exhibitors if len(e.booths) > 1) == 6
    assert sum(1 for e in fair.exhibitors if not e.booths) == 10
    assert 0.10 <= sum(1 for e in fair.exhibitors if e.logo is None) / 180 <= 0.20
    assert {zone.id for zone in fair.zones} == {booth.zone for booth in booths}
    sold = Counter(product.exhibitor for product in fair.products)
    assert set(sold) == {exhibitor.id for exhibitor in fair.exhibitors}
    assert all(
        session.exhibitor or session.description
        for session in fair.sessions
        if session.id != "farewell"
    )


def test_everything_is_said_in_both_languages(fair: Fair) -> None:
    for exhibitor in fair.exhibitors:
        for text in (exhibitor.name, exhibitor.intro, exhibitor.country, *exhibitor.categories):
            assert text.get("zh"), exhibitor.id
            assert text.get("en"), exhibitor.id
        assert not re.search(r"[\u4e00-\u9fff]", exhibitor.intro.best("en"))
    for product in fair.products:
        said = [product.name, product.description, product.category]
        said += [part for s in product.specifications for part in (s.name, s.value)]
        assert len(product.specifications) == 3, product.id
        for text in said:
            assert text.get("zh"), product.id
            assert text.get("en"), product.id
            assert not re.search(r"[\u4e00-\u9fff{}|~]", text.best("en")), text
    tags = {tag for e in fair.exhibitors for tag, _ in e.name.said}
    assert tags == {"zh", "en", "de", "ja", "ko", "ru", "ar"}


def test_no_two_are_alike(fair: Fair) -> None:
    assert len({e.intro.best("zh") for e in fair.exhibitors}) == 180
    assert len({e.name.best("en") for e in fair.exhibitors}) == 180
    assert len({p.name.best("en") for p in fair.products}) == 500
    logos = [(FAIR / e.logo).read_bytes() for e in fair.exhibitors if e.logo]
    assert len(set(logos)) == len(logos)


def test_logos_are_small_and_right(fair: Fair) -> None:
    for exhibitor in fair.exhibitors:
        if exhibitor.logo:
            path = FAIR / exhibitor.logo
            with Image.open(path) as picture:
                assert picture.mode == "P", path
                assert 128 <= max(picture.size) <= 1200, path
            assert path.stat().st_size <= 8000, path  # a page shows forty of them


def test_nobody_real_is_named() -> None:
    every = "".join(
        path.read_text(encoding="utf-8-sig").casefold()
        for path in sorted(FAIR.rglob("*"))
        if path.suffix in {".csv", ".json", ".yaml", ".svg", ".geojson"}
    )
    found = [name for name in REAL.split("|") if re.search(rf"(?<![a-z]){name}(?![a-z])", every)]
    assert found == []
    listed = (FAIR / "exhibitors.csv").read_text(encoding="utf-8-sig")
    addresses = re.findall(r"(?:@|www\.)([\w.-]+)", listed)
    assert len(addresses) == 360
    assert all(address.endswith(".example") for address in addresses)  # RFC 2606: nobody's


def test_its_addresses_are_kept_with_it(fair: Fair) -> None:
    """A build of a checkout changes no file of the sample."""
    kept = read_addresses(FAIR / "addresses.csv", Diagnostics())
    assert updated_addresses(kept, fair) == kept.text
    assert not any(one.old_slugs for one in (*fair.exhibitors, *fair.products))


def test_it_is_small() -> None:
    files = [path for path in FAIR.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 5_500_000  # to be cloned and read


def test_the_committed_files_are_what_the_script_makes() -> None:
    for name, text in texts().items():
        committed = (FAIR / name).read_bytes().decode()
        if name.endswith(".dxf"):  # its header and tables are those of ezdxf's version
            text, committed = _entities(text), _entities(committed)
        assert committed == text, name


def _entities(dxf: str) -> str:
    return dxf[dxf.index("ENTITIES") : dxf.index("OBJECTS")]


def test_products_have_data_sheets_of_their_own() -> None:
    products = json.loads((FAIR / "products.json").read_text(encoding="utf-8"))
    lines = {line for product in products for line in product["specifications"]["en"]}
    assert len(lines) > 300


def test_some_show_films_sheets_and_a_panorama(fair: Fair) -> None:
    shown = [product for product in fair.products if product.media.video]
    assert [len(product.media.captions) for product in shown] == [2, 2]
    assert [len(product.media.documents) for product in shown] == [1, 1]
    for product in shown:
        assert (FAIR / str(product.media.video)).stat().st_size < 300_000
        for captions in product.media.captions:
            assert len(read_captions(FAIR / captions.file).files) == 1
        (sheet,) = product.media.documents
        document = read_document(FAIR / sheet).facts
        assert document.title == product.name.get("en")
        assert (document.pages, document.words is not None) == (2, True)
    (firm,) = (one for one in fair.exhibitors if one.media.panoramas)
    (panorama,) = firm.media.panoramas
    assert (FAIR / panorama).stat().st_size < 400_000
    with Image.open(FAIR / panorama) as picture:
        assert picture.size == (4096, 2048)
    whose = {firm.id, *(product.exhibitor for product in shown)}
    booths = [booth for one in fair.exhibitors if one.id in whose for booth in one.booths]
    assert sum(booth.startswith("4.1-") for booth in booths) == 3


def test_hot_spots_and_tours_lead_through_all_halls(fair: Fair) -> None:
    """Three themes and two tours, all said in both languages, none with a fault."""
    spots, tours = (fair.trails_of(kind) for kind in (TrailKind.HOT_SPOT, TrailKind.TOUR))
    assert (len(spots), len(tours)) == (3, 2)
    for trail in fair.trails:
        assert {stop.hall for stop in trail.stops} >= {"4.1", "6.1"}
        said = [trail.name, trail.text, *(stop.text for stop in trail.stops)]
        assert all(text.get("zh") and text.get("en") for text in said)
    shown = {stop.show for trail in fair.trails for stop in trail.stops}
    assert shown == {None, *Showing}
