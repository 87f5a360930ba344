"""Changes of a folder are found, once each and at rest."""

from __future__ import annotations

from pathlib import Path

from hallgen.preview.reading import Kind, kind_of
from hallgen.preview.watch import Watch


def test_what_is_new_gone_or_other_is_found_once(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "list.csv").write_text("a")
    (tmp_path / "media" / "old.png").write_text("b")
    watch = Watch(tmp_path)
    assert watch.changed() == frozenset()
    (tmp_path / "list.csv").write_text("other")
    (tmp_path / "media" / "old.png").unlink()
    (tmp_path / "media" / "new.png").write_text("c")
    assert watch.changed() == {Path("list.csv"), Path("media/old.png"), Path("media/new.png")}
    assert watch.changed() == frozenset()


def test_hidden_files_and_built_sites_are_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "fair.json").write_text("{}")
    watch = Watch(tmp_path)
    (tmp_path / ".list.csv.swp").write_text("a")
    (tmp_path / "site" / "index.html").write_text("b")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    assert watch.changed() <= {Path("loop")}


def test_what_a_file_is() -> None:
    assert kind_of(Path("booths/1-A01/booth.yaml")) is Kind.CHOICES
    assert kind_of(Path("data/exhibitors.csv")) is Kind.TABLE
    assert kind_of(Path("plans/hall.dxf")) is Kind.TABLE
    assert kind_of(Path("media/logo.svg")) is Kind.MEDIA
    assert kind_of(Path("booths/1-A01/media/film.mp4")) is Kind.MEDIA
