"""A site of few files: photos and logos on sheets in place of their own files."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from hallgen.build.photo_sheets import on_sheets
from hallgen.media.pictures import WebLogo, WebPicture
from hallgen.media.pictures.encoding import encode
from hallgen.media.pictures.types import PictureSet
from tests.support.fairs import exhibitor, fair_of, product, small_fair


def _made(aside: Path, color: str, width: int) -> PictureSet:
    made = encode(Image.new("RGB", (width, width), color))
    for file in made.files:
        (aside / file.name).parent.mkdir(exist_ok=True)
        (aside / file.name).write_bytes(file.data)
    return PictureSet(sizes=(made.facts,), placeholder="data:")


def test_photos_of_an_exhibitor_share_a_sheet_and_their_files_go(tmp_path: Path) -> None:
    makers = [exhibitor(f"m{n}", logo=Path(f"logo{n}.png")) for n in range(3)]
    goods = [
        product(f"p{maker}-{n}", f"m{maker}", images=(Path(f"{maker}-{n}.jpg"),))
        for maker, count in enumerate((5, 6, 14))
        for n in range(count)
    ]
    fair = fair_of(small_fair().halls[0], exhibitors=makers, products=goods)
    pictures = {
        path: WebPicture(page=_made(tmp_path, f"#{n:06x}", 400 + n))
        for n, path in enumerate(path for one in goods for path in one.images)
    }
    for n, maker in enumerate(makers):
        assert maker.logo is not None
        page = _made(tmp_path, f"#ff{n:04x}", 200 + n).sizes[0]
        logo = WebLogo(page=page, sign="", width=200, height=200, colors=())
        pictures[maker.logo] = WebPicture(logo=logo)
    shown = on_sheets(fair, pictures, tmp_path)
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.webp")}
    sheets = [picture.page.usual.address for picture in shown.values() if picture.page]
    logos = [picture.logo.page.address for picture in shown.values() if picture.logo]
    assert {address.split("#")[0] for address in (*sheets, *logos)} == files
    assert [address.split("#cell=")[1] for address in sheets[:11]] == [str(n) for n in range(11)]
    assert len({address.split("#")[0] for address in sheets}) == 3  # 5 + 6, then 12 and 2
    assert len({address.split("#")[0] for address in logos}) == 1
