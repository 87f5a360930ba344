"""`hallgen check --host`: whether a site fits where it is to be published."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from hallgen.build.hosts import fit_of_fair, fit_of_site
from hallgen.cli.check import _HOSTS
from hallgen.model import Files, Host, ProductPages, Publishing
from hallgen.readers.hosts import host_limits
from hallgen.resources import assets
from tests.cli.commands import run
from tests.preview.small import write_fair
from tests.support.fairs import exhibitor, fair_of, product, small_fair


def test_every_host_has_limits_with_their_source() -> None:
    assert set(_HOSTS) == {host.value for host in Host}
    said = yaml.safe_load((assets() / "hosts.yaml").read_text("utf-8"))
    assert set(said) == set(_HOSTS)
    for limits in host_limits().values():
        assert limits.source.startswith("https://")
        assert any((limits.files, limits.bytes, limits.file, limits.folder))


def test_a_fair_of_thousands_fits_where_few_files_do_only_when_it_is_cut_so() -> None:
    """2,800 exhibitors and 15,000 products in two languages: 20,000 files at most."""
    hall = small_fair().halls[0]
    booths = hall.booths[:1] * 2006
    exhibitors = tuple(exhibitor(f"e{n}", logo=Path(f"{n}.png")) for n in range(2800))
    products = tuple(
        product(f"p{n}", f"e{n % 2800}", images=(Path(f"{n}.jpg"),)) for n in range(15_000)
    )
    fair = fair_of(
        hall.model_copy(update={"booths": booths}), exhibitors=exhibitors, products=products
    )
    few = fair.model_copy(
        update={"publishing": Publishing(products=ProductPages.EXHIBITOR, files=Files.FEW)}
    )
    (many_files,), (few_files,) = (
        [fit for fit in fit_of_fair(one, Host.CLOUDFLARE_PAGES) if fit.name == "files"]
        for one in (fair, few)
    )
    assert many_files.value > 80_000
    assert few_files.holds


def test_a_site_is_measured_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "film.mp4").write_bytes(bytes(26_214_401))
    (tmp_path / "fair.json").write_text("{}")
    files, file = fit_of_site(tmp_path, Host.CLOUDFLARE_PAGES)
    assert (files.value, files.holds) == (2, True)
    assert (file.value, file.where, file.holds) == (26_214_401, "media/film.mp4", False)


def test_check_tells_what_a_host_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "fair.json").write_text("{}")
    assert run("check", site, "--host", "cloudflare-pages") == 0
    assert "Cloudflare Pages: 1 of 20,000 files." in capsys.readouterr().out
    (site / "film.mp4").write_bytes(bytes(26_214_401))
    assert run("check", site, "--host", "cloudflare-pages", "--strict") == 1
    assert "H559" in capsys.readouterr().err


def test_check_estimates_for_the_host_in_fair_yaml(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "fair"
    write_fair(folder)
    file = folder / "fair.yaml"
    file.write_text(file.read_text("utf-8") + "\npublish: {host: github-pages}\n", "utf-8")
    run("check", folder)
    assert "GitHub Pages: about" in capsys.readouterr().out
    file.write_text(file.read_text("utf-8").replace("github-pages", "github-page"), "utf-8")
    run("check", folder)
    assert "github-pages" in capsys.readouterr().err
