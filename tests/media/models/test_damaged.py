"""Whatever is wrong with a file: it is a model, or it is refused in one line."""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallgen.formats import model_facts
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.fitting import fit
from hallgen.media.models.reading import read_model
from hallgen.model import ModelPose
from tests.formats.test_plain import WEBP, draco, hanging, picture, textured
from tests.media.models.test_reading import (
    CUBE_MESH,
    QUADS,
    binary_stl,
    dae,
    model_xml,
    obj_cube,
    ply,
    three_mf,
    triangles,
)
from tests.support.gltf import Gltf, glb_of

CORNERS = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], float)
GLTFS = {
    "hanging": hanging(),
    "textured": textured({"source": 0}, (picture(), "image/png"), (WEBP, "image/webp")),
}
FILES = {
    "a.obj": obj_cube().encode(),
    "a.stl": binary_stl(CORNERS[None].repeat(4, axis=0)),
    "a.ply": ply().encode(),
    "a.off": b"OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n",
    "a.dae": dae().encode(),
    "a.3mf": three_mf(
        model_xml(
            f'<object id="1">{CUBE_MESH.format(triangles())}</object>', '<item objectid="1"/>'
        )
    ),
    "a.glb": GLTFS["hanging"].glb(),
    "b.glb": GLTFS["textured"].glb(),
    "c.glb": draco().glb(),
}
#: What a writer, a virus or a transmission may put in a value's place.
ODD = st.sampled_from(
    [-1, 0, 1, 7, 65535, 2**31, 2**40, 1.5, 1e300, "", "x", "VEC9", None, True, [], {}, [0], [[]]]
)
#: HALLGEN_EXAMPLES=5000 looks longer.
MANY = int(os.environ.get("HALLGEN_EXAMPLES", "60"))
FEW = settings(
    max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def survives(name: str, data: bytes) -> None:
    """The file is read and fitted, or refused with one line."""
    message = ""
    try:
        source = read_model(name, data, lambda _: None)
        fitted = fit(source, ModelPose())
    except MediaRefusedError as refused:
        message = refused.message
    if message:
        assert "\n" not in message
        assert len(message) < 400
        return
    assert model_facts(fitted.glb).triangles > 0
    assert np.isfinite(fitted.size).all()


@pytest.mark.parametrize("name", FILES)
@FEW
@given(share=st.floats(0, 1))
def test_files_that_are_cut_off(name: str, share: float) -> None:
    survives(name, FILES[name][: int(share * len(FILES[name]))])


@pytest.mark.parametrize("name", FILES)
@FEW
@given(
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=5)
)
def test_files_with_wrong_bytes(name: str, changes: list[tuple[float, int]]) -> None:
    data = bytearray(FILES[name])
    for share, value in changes:
        data[int(share * len(data))] = value
    survives(name, bytes(data))


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """All places in a document."""
    if path:
        yield path
    inside = enumerate(value) if isinstance(value, list) else ()
    for key, inner in value.items() if isinstance(value, dict) else inside:
        yield from paths(inner, (*path, key))


@pytest.mark.parametrize("name", GLTFS)
@settings(FEW, max_examples=4 * MANY)
@given(data=st.data())
def test_documents_with_wrong_values(name: str, data: st.DataObject) -> None:
    gltf: Gltf = GLTFS[name]
    document = copy.deepcopy(gltf.document) | {"buffers": [{"byteLength": len(gltf.binary)}]}
    places = sorted(paths(document), key=repr)
    for *above, last in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=2)):
        holder: Any = document
        for step in above:
            holder = holder[step] if _has(holder, step) else {}
        if _has(holder, last):
            holder[last] = copy.deepcopy(data.draw(ODD))
    survives("a.glb", glb_of(document, gltf.binary))


def _has(holder: Any, step: Any) -> bool:
    if isinstance(holder, dict):
        return step in holder
    return isinstance(holder, list) and isinstance(step, int) and step < len(holder)


def test_nothing_is_wrong_with_them_as_they_are() -> None:
    for name, data in FILES.items():
        assert len(read_model(name, data, lambda _: None).glb) > 0
    assert len(QUADS) == 6
