"""The page that corrects a plan answers this machine and its own page, and nobody else."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.drafting import DraftServer, open_draft
from tests.drafting.fairs import drawn


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    folder = drawn(tmp_path / "fair")
    draft = open_draft(folder, "1", Diagnostics())
    assert draft is not None
    server = DraftServer(draft, "de", 0)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield folder, int(server.address.rsplit(":", 1)[1].rstrip("/"))
    finally:
        server.stop()
        thread.join()


def asked(
    port: int, path: str, body: object = None, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    data = None if body is None else json.dumps(body).encode()
    if data is not None:
        own = {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/json"}
        said = own | said
    try:
        connection.request("GET" if data is None else "POST", path, data, said)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def state_of(port: int) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(asked(port, "/state.json")[2])
    return loaded


def test_the_page_and_what_it_needs(served: tuple[Path, int]) -> None:
    _, port = served
    for path in ("/", "/draft.css", "/draft.js", "/sheet.svg"):
        status, headers, body = asked(port, path)
        assert (status, bool(body)) == (200, True)
        assert "default-src 'none'" in headers["Content-Security-Policy"]
    state = state_of(port)
    assert [thing["number"] for thing in state["things"]] == ["A1", "A2", "B7"]
    assert state["words"]["save"] == "Speichern"


def test_no_file_of_the_folder_is_given_out(served: tuple[Path, int]) -> None:
    _, port = served
    for path in ("/fair.yaml", "/plans/hall.svg", "/../fair.yaml", "/plans/"):
        assert asked(port, path)[0] == 404


def test_strangers_are_turned_away(served: tuple[Path, int]) -> None:
    _, port = served
    state = state_of(port)
    assert asked(port, "/state.json", Host="evil.example")[0] == 421
    assert asked(port, "/save", state, Host="evil.example")[0] == 421
    assert asked(port, "/save", state, Origin="http://evil.example")[0] == 403
    assert asked(port, "/save", state, Content_Type="text/plain")[0] == 403
    assert asked(port, "/nothing", state)[0] == 404
    assert asked(port, "/save", state, Content_Length="9" * 5000)[0] == 413


def test_a_plan_is_saved_and_read_again(served: tuple[Path, int]) -> None:
    folder, port = served
    state = state_of(port)
    state["things"][0]["number"] = "C9"
    plan = {key: state[key] for key in ("name", "scale", "things")}
    status, _, body = asked(port, "/save", plan)
    assert status == 200
    said = json.loads(body)["said"]
    assert said == ["Gespeichert in plans/hall.corrected.geojson; daraus gelesene Stände: 3."]
    assert '"number": "C9"' in (folder / "plans/hall.corrected.geojson").read_text("utf-8")
    assert "file: plans/hall.corrected.geojson" in (folder / "fair.yaml").read_text("utf-8")


def test_what_is_no_plan_is_not_saved(served: tuple[Path, int]) -> None:
    folder, port = served
    state = state_of(port)
    plan = {key: state[key] for key in ("name", "scale", "things")}
    assert asked(port, "/save", plan | {"scale": 0})[0] == 422
    assert (
        asked(port, "/save", plan | {"things": [{"id": 1, "kind": "boat", "rings": []}]})[0] == 422
    )
    assert asked(port, "/save", [1])[0] == 422
    (folder / "fair.yaml").write_text("halls: []\n", encoding="utf-8")
    status, _, body = asked(port, "/save", plan)
    assert (status, body[:26]) == (409, b"fair.yaml has no hall '1' ")


def test_shapes_are_cut_and_put_together(served: tuple[Path, int]) -> None:
    _, port = served
    square = [[0, 0], [6, 0], [6, 3], [0, 3]]
    cut = json.loads(asked(port, "/split", {"rings": [square], "line": [[2, -1], [2, 4]]})[2])
    widths = sorted(max(x for x, _ in p[0]) - min(x for x, _ in p[0]) for p in cut)
    assert widths == [2, 4]
    missed = json.loads(asked(port, "/split", {"rings": [square], "line": [[9, 0], [9, 1]]})[2])
    assert missed == [[square]]
    other = [[6.1, 0], [9, 0], [9, 3], [6.1, 3]]
    for scale, whole in ((1, True), (10, False)):
        body = {"things": [[square], [other]], "scale": scale}
        rings = json.loads(asked(port, "/merge", body)[2])
        assert bool(rings) is whole
    assert asked(port, "/split", {"rings": [], "line": 3})[0] == 422
