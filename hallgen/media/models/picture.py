"""Studio pictures of models: one cut out for posters and lists, and a turntable of eight."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image

from hallgen.light.developing import developed
from hallgen.light.studio import photograph
from hallgen.scene import Mesh, Node, Scene, bake

#: The longer side of the product in its picture, in pixels.
_PIXELS = 720
#: The same in each view of a turntable; how many views are in a row and in a column; and the
#: colour behind them.
_VIEW, _COLUMNS, _ROWS, _GROUND = 300, 4, 2, (236, 238, 240)
#: Parts take no colour here: what would be dyed is white.
_WHITE = (1.0, 1.0, 1.0)


def cut_out_picture(scene: Scene) -> bytes:
    """A WebP with alpha: the model from its right front, and its shadow on the floor."""
    return _webp(_view(_meshes(scene), _PIXELS, 0.0))


def turntable_picture(scene: Scene) -> bytes:
    """A WebP of the model turned by an eighth eight times."""
    meshes = _meshes(scene)
    count = _COLUMNS * _ROWS
    views = [_view(meshes, _VIEW, 360.0 * k / count) for k in range(count)]
    width, height = max(v.width for v in views), max(v.height for v in views)
    sheet = Image.new("RGB", (_COLUMNS * width, _ROWS * height), _GROUND)
    for number, view in enumerate(views):
        left, top = number % _COLUMNS * width, number // _COLUMNS * height
        place = left + (width - view.width) // 2, top + height - view.height
        sheet.paste(view, place, view)
    return _webp(sheet)


def _meshes(scene: Scene) -> tuple[Mesh, ...]:
    return tuple(
        bake(Node(node.mesh, node.placements)) for node in scene.nodes if len(node.mesh.triangles)
    )


def _view(meshes: Sequence[Mesh], pixels: int, turn: float) -> Image.Image:
    return Image.fromarray(developed(photograph(meshes, [], pixels, turn), _WHITE), "RGBA")


def _webp(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=86, method=4)
    return buffer.getvalue()
