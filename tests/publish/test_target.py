"""Addresses of targets: what each is taken for, and what nobody may read of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.build.serve import read_headers
from hallgen.errors import TargetError, UsageError
from hallgen.publish import open_target
from hallgen.publish.hosting import Hosting, content_type, write_options
from hallgen.site.policy import host_headers
from tests.cli.commands import run
from tests.publish.small import memory_target, write_site


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("simplecache::memory://x", "not a chain"),
        ("nonsense://x/y", "is no target"),
        ("memory://", "names no folder"),
        ("/", "names no folder"),
    ],
)
def test_what_is_no_target(address: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        open_target(address, {})


def test_a_package_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr("fsspec.core.url_to_fs", missing)
    with pytest.raises(UsageError, match=r"pip install 'hallgen\[s3\]'"):
        open_target("s3://bucket/x", {})


def test_secrets_are_not_told() -> None:
    target = open_target("memory://user:p%40ss@fair/site?token=abc", {"secret": "hush"})
    assert target.shown == "memory://fair/site"
    told = target.said(ValueError("p%40ss or p@ss, token=abc,\n or hush"))
    assert told == "*** or ***, ***, or ***."


def test_an_option_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path / "site", "one")
    assert run("publish", site, tmp_path / "target", "--option", "endpoint") == 2
    assert "'endpoint' is no NAME=VALUE" in capsys.readouterr().err


def test_faults_of_a_library_are_one_line() -> None:
    target = memory_target()
    with pytest.raises(TargetError) as told:
        target.take_place("never/sent")
    assert str(told.value).startswith(f"Could not write {target.shown}: ")
    assert "\n" not in str(told.value)


def test_headers_are_those_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text(host_headers("default-src 'none'"))
    assert read_headers(tmp_path / "_headers")
    hosting = Hosting(tmp_path)
    for forever in ("media/a.webp", "viewer/main-1.js", "fonts/a.woff2", "assets/a.css"):
        assert hosting.of(forever).cache == "public, max-age=31536000, immutable"
    assert hosting.of("worker.js").cache == hosting.of("build.json").cache == "no-cache"
    assert hosting.of("en/index.html").cache == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize(
    ("address", "type_"),
    [
        ("en/index.html", "text/html; charset=utf-8"),
        ("viewer/a.js", "text/javascript; charset=utf-8"),
        ("fair.json", "application/json; charset=utf-8"),
        ("plans/1.svg", "image/svg+xml; charset=utf-8"),
        ("manifest.webmanifest", "application/manifest+json; charset=utf-8"),
        ("tiles/1/hall.glb", "model/gltf-binary"),
        ("tiles/1/hall.glb.gz", "application/gzip"),
        ("media/a.webp", "image/webp"),
        ("media/a.m4s", "video/iso.segment"),
        ("_headers", "text/plain; charset=utf-8"),
        ("media/a.unknown", "application/octet-stream"),
    ],
)
def test_types(address: str, type_: str) -> None:
    assert content_type(address) == type_


def test_who_is_told_headers_and_how(tmp_path: Path) -> None:
    said = Hosting(tmp_path).of("a.webp")
    assert write_options("s3", said)["ContentType"] == "image/webp"
    assert write_options("gs", said)["content_type"] == "image/webp"
    assert write_options("file", said) == write_options("s3", None) == {}
