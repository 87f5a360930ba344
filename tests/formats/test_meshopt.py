"""The encoder: the same bytes each time, for any caller, and no memory kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from hallgen.formats.meshopt import Encoder, encoder
from hallgen.formats.quantize import exponential, octahedral
from hallgen.resources import wasm
from tests.support.scenes import box

CHANCE = np.random.default_rng(3)
ROWS = CHANCE.integers(0, 9, (5000, 8), np.uint8)
CORNERS = CHANCE.integers(0, 5000, 30_000, np.uint32)


def encode(by: Encoder) -> tuple[bytes, bytes, bytes]:
    return by.vertices(ROWS), by.triangles(CORNERS), by.reorder(box().triangles, 24).tobytes()


def test_a_fresh_encoder_makes_the_same_bytes() -> None:
    other = Encoder((wasm() / "meshopt_encoder.wasm").read_bytes())
    assert encode(other) == encode(encoder()) == encode(encoder())


def test_callers_on_many_threads_wait_for_each_other() -> None:
    alone = encode(encoder())
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: encode(encoder()), range(12))) == [alone] * 12


def test_memory_is_given_back() -> None:
    one = Encoder((wasm() / "meshopt_encoder.wasm").read_bytes())
    encode(one)
    before = one.memory
    for _ in range(50):
        encode(one)
    assert one.memory == before


def test_the_streams_are_those_of_the_specification() -> None:
    vertices, triangles, _ = encode(encoder())
    assert vertices[0] == 0xA0
    assert triangles[0] == 0xE1
    assert len(vertices) < ROWS.nbytes


def test_axes_are_whole_after_an_octahedron() -> None:
    axes = np.concatenate([np.eye(3), -np.eye(3)]).astype(np.float32)
    column = octahedral(axes)
    assert column.coded is not None
    np.testing.assert_array_equal(column.values, axes * 127)
    np.testing.assert_array_equal(column.coded[:2, :2], [[127, 0], [0, 127]])


@pytest.mark.parametrize("largest", [0.5, 3.0, 128.0, 5000.0])
def test_floats_never_pass_their_bits(largest: float) -> None:
    values = np.linspace(-largest, largest, 1001)
    column = exponential(values, finest=-13, bits=17)
    step = max(2.0**-13, 2.0 ** np.ceil(np.log2(largest) - 17))
    assert np.abs(column.values - values).max() <= step / 2 * 1.001
