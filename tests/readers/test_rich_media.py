"""Videos, captions, documents and panoramas that tables and booth.yaml files name."""

from __future__ import annotations

from pathlib import Path

from hallgen import codes
from hallgen.checks import check_fair
from hallgen.diagnostics import Diagnostics
from hallgen.model import Captions, Fair, RichMedia
from hallgen.readers import read_fair

_FAIR = """format: 1
id: fair
name: Fair
languages: [zh, en]
halls: [{id: "1", plan: {file: plan.csv, unit: m}}]
"""
_FILES = {
    "fair.yaml": _FAIR,
    "plan.csv": "number,x,y,w,h\nA1,2,2,3,3\nA2,5,2,3,3\n",
    "exhibitors.csv": (
        "Company,Booth,Video,Documents\nAcme,A1,film.mp4,\nAcme,A1,,about.pdf\n"
        "Bolt,A2,https://video.example/1,\n"
    ),
    "products.csv": (
        "Product,Exhibitor,Video,Captions (EN),字幕（中文）,PDF,360 photo\n"
        "Robot,Acme,media/robot.mov,robot.vtt,robot-zh.vtt,a.pdf; b.pdf,room.jpg\n"
        "Arm,Acme,arm.mp4,,,,\n"
    ),
}


def write(folder: Path, **more: str) -> Fair:
    for name, text in {**_FILES, **more}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return read_fair(folder, Diagnostics())


def test_files_of_exhibitors_and_products(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "film.mp4").write_bytes(b"")
    fair = write(tmp_path)
    acme, bolt = fair.exhibitors
    assert acme.media == RichMedia(video=Path("media/film.mp4"), documents=(Path("about.pdf"),))
    assert bolt.media == RichMedia()
    robot = fair.products[0].media
    assert robot.video == Path("media/robot.mov")
    assert robot.captions == (
        Captions(language="en", file=Path("robot.vtt")),
        Captions(language="zh", file=Path("robot-zh.vtt")),
    )
    assert robot.documents == (Path("a.pdf"), Path("b.pdf"))
    assert robot.panoramas == (Path("room.jpg"),)


def test_languages_of_captions_in_their_names(tmp_path: Path) -> None:
    rows = "Product,Exhibitor,Video,Captions\nArm,Acme,a.mp4,a.en.vtt; a_ja.srt; other.vtt\n"
    fair = write(tmp_path, **{"products.csv": rows})
    assert [c.language for c in fair.products[0].media.captions] == ["en", "ja", "zh"]


def test_what_is_not_there_is_told_once(tmp_path: Path) -> None:
    found = Diagnostics()
    check_fair(write(tmp_path), {}, found)
    missing = [str(d) for d in found if d.kind is codes.FILE_MISSING]
    assert len(missing) == 9
    assert "There is no file robot-zh.vtt." in " ".join(missing)


def test_a_booths_own_video(tmp_path: Path) -> None:
    (tmp_path / "booths" / "A1").mkdir(parents=True)
    (tmp_path / "booths" / "A1" / "loop.webm").write_bytes(b"")
    for said in ("loop.webm", "booths/A1/loop.webm"):
        fair = write(tmp_path, **{"booths/A1/booth.yaml": f"video: {said}\n"})
        assert fair.halls[0].booths[0].choices.video == Path("booths/A1/loop.webm")
    found = Diagnostics()
    write(tmp_path, **{"booths/A1/booth.yaml": "video: lost.webm\n"})
    fair = read_fair(tmp_path, found)
    assert fair.halls[0].booths[0].choices.video is None
    (told,) = (d for d in found if d.kind is codes.FILE_MISSING)
    assert str(told.place) == "booths/A1/booth.yaml:1 (video)"
