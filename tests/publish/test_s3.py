"""Uploads to an S3-compatible server, which runs as a program of its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from hallgen.errors import TargetError
from hallgen.publish import UploadOptions, open_target, publish_site
from tests.cli.commands import run
from tests.publish.small import files_of, held, write_site

#: Starting Python and all of moto takes a while on a busy machine.
_PATIENCE = 120.0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an S3 server with a bucket `fairs`, and credentials in the environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (tmp_path_factory.mktemp("s3") / "log").open("wb")
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    known = {"AWS_ACCESS_KEY_ID": "AKIASAMPLE", "AWS_SECRET_ACCESS_KEY": "not-to-be-seen"}
    known |= {"AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"}
    address = f"http://127.0.0.1:{port}"
    with (
        pytest.MonkeyPatch.context() as patch,
        subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT) as program,
    ):
        for name, value in known.items():
            patch.setenv(name, value)
        for name in ("AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_SESSION_TOKEN"):
            patch.delenv(name, raising=False)
        try:
            _wait_for(port, program)
            asked = urllib.request.Request(f"{address}/fairs", method="PUT")
            urllib.request.urlopen(asked).close()
            yield address
        finally:
            program.kill()
    log.close()


def _wait_for(port: int, program: subprocess.Popen[bytes]) -> None:
    late = time.monotonic() + _PATIENCE
    while program.poll() is None and time.monotonic() < late:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the S3 server did not start")


def test_a_site_and_the_next(server: str, tmp_path: Path) -> None:
    target = open_target("s3://fairs/2027", {"endpoint_url": server})
    publish_site(write_site(tmp_path / "site", "one"), target)
    assert held(target) == files_of("one")
    published = publish_site(write_site(tmp_path / "site", "two"), target)
    assert "en/map/index.html" in published.plan.same
    assert held(target).items() >= files_of("two").items()
    publish_site(tmp_path / "site", target, UploadOptions(grace=False))
    assert held(target) == files_of("two")


def test_headers(server: str, tmp_path: Path) -> None:
    target = open_target("s3://fairs/headers", {"endpoint_url": server})
    publish_site(write_site(tmp_path / "site", "one"), target)
    said = {address: target.system.info(f"{target.root}/{address}") for address in files_of("one")}
    types = {address: facts["ContentType"] for address, facts in said.items()}
    assert types["index.html"] == "text/html; charset=utf-8"
    assert types["tiles/1/block-001.glb"] == "model/gltf-binary"
    assert types["media/shared.webp"] == "image/webp"
    caches = {
        address: target.system.call_s3("head_object", Bucket="fairs", Key=f"headers/{address}")[
            "CacheControl"
        ]
        for address in files_of("one")
    }
    assert caches["media/shared.webp"] == "public, max-age=31536000, immutable"
    assert caches["index.html"] == caches["build.json"] == "public, max-age=0, must-revalidate"


def test_what_another_program_uploaded_is_not_sent_again(server: str, tmp_path: Path) -> None:
    """An object's tag is the MD5 of its content, here as at most stores."""
    target = open_target("s3://fairs/by-hand", {"endpoint_url": server})
    for address, data in files_of("one").items():
        target.write(address, data)
    published = publish_site(write_site(tmp_path / "site", "one"), target)
    assert published.sent == 0


def test_an_object_of_the_same_size_that_somebody_replaced(server: str, tmp_path: Path) -> None:
    target = open_target("s3://fairs/replaced", {"endpoint_url": server})
    site = write_site(tmp_path / "site", "one")
    publish_site(site, target)
    target.write("index.html", files_of("one")["index.html"][::-1])
    assert publish_site(site, target).plan.switched == ("index.html",)
    assert held(target) == files_of("one")


def test_the_command(server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path / "site", "one")
    option = f"--option=endpoint_url={server}"
    assert run("publish", site, "s3://fairs/command", option, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "new      en/index.html\n" in said
    assert said.endswith(
        f"Would publish {site} to s3://fairs/command: 11 files, 0.0 MB; 11 new, 0 changed, "
        "0 as they were, 0 deleted; 0.0 MB to send.\n"
    )
    assert run("publish", site, "s3://fairs/command", option) == 0
    assert "11 new, 0 changed" in capsys.readouterr().out


def test_faults_are_one_line_without_secrets(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_site(tmp_path / "site", "one")
    assert run("publish", site, "s3://nowhere/2027", f"--option=endpoint_url={server}") == 2
    told = capsys.readouterr().err
    assert re.search(r"^Error: Could not write s3://nowhere/2027: .*bucket.*\.$", told, re.M), told


@pytest.mark.slow  # its library asks again and again before it gives up
def test_a_server_that_does_not_answer(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_site(tmp_path / "site", "one")
    closed = "--option=endpoint_url=http://127.0.0.1:9"
    assert run("publish", site, "s3://fairs/2027", closed) == 2
    told = capsys.readouterr().err
    assert re.search(r"^Error: Could not \w+ s3://fairs/2027: ", told, re.M), told
    assert "Traceback" not in told
    assert os.environ["AWS_SECRET_ACCESS_KEY"] not in told


def test_an_unknown_kind_of_target(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="Could not"):
        publish_site(write_site(tmp_path / "site", "one"), open_target("http://127.0.0.1:9/x", {}))
