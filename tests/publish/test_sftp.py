"""Uploads by SFTP, to a server that is known and to one that is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hallgen.publish import UploadOptions, open_target, publish_site
from tests.cli.commands import run
from tests.publish.small import files_of, held, write_site
from tests.support.sftp import PASSWORD, USER, Served, serving_sftp


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A server that `~/.ssh/known_hosts` knows, with a folder `web`."""
    (tmp_path / "served" / "web").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home" / ".ssh").mkdir(parents=True)
    with serving_sftp(tmp_path / "served") as served:
        (tmp_path / "home" / ".ssh" / "known_hosts").write_text(served.known)
        yield served


def test_a_site_and_the_next(server: Served, tmp_path: Path) -> None:
    address = f"sftp://{USER}:{PASSWORD}@127.0.0.1:{server.port}/web/2027"
    target = open_target(address, {})
    assert PASSWORD not in target.shown
    publish_site(write_site(tmp_path / "site", "one"), target)
    assert held(target) == files_of("one")
    publish_site(write_site(tmp_path / "site", "two"), target, UploadOptions(grace=False))
    assert held(target) == files_of("two")
    web = tmp_path / "served" / "web" / "2027"
    assert not (web / "en" / "one").exists(), "folders of pages that are gone go with them"
    assert {path.name for path in (web / ".hallgen").iterdir()} == {"published.json"}


@pytest.mark.parametrize("fault", ["unknown server", "wrong password"])
def test_faults_are_one_line_without_secrets(
    server: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: str
) -> None:
    password = PASSWORD
    if fault == "unknown server":
        (tmp_path / "home" / ".ssh" / "known_hosts").write_text("")
    else:
        password = "wrong-but-secret"
    address = f"sftp://{USER}:{password}@127.0.0.1:{server.port}/web/2027"
    assert run("publish", write_site(tmp_path / "site", "one"), address) == 2
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("Error")]
    (line,) = told
    assert f"Could not reach sftp://127.0.0.1:{server.port}/web/2027: " in line
    assert ("ssh/known_hosts: log in once" in line) == (fault == "unknown server")
    assert password not in line
