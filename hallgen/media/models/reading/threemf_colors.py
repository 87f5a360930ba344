"""What colours the triangles of a 3MF: base materials, colours, textures, and mixtures of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen.formats import PictureError, web_picture
from hallgen.media.models.reading.archives import Archive
from hallgen.media.models.reading.looks import PLAIN, linear
from hallgen.media.models.reading.parts import Part
from hallgen.scene import Alpha, Material, Texture

_WHITE: Final = replace(PLAIN, color=(1.0, 1.0, 1.0, 1.0))


class Properties:
    """The groups of properties of a model part, by their ids.

    `colors` are linear (k, 4); `places` are coordinates on a texture (k, 2), v down.
    """

    def __init__(self, resources: Any, archive: Archive, notes: dict[str, None]) -> None:
        self._archive = archive
        self._notes = notes
        self._files: dict[str, Any] = {}
        self._textures: dict[str, Texture | None] = {}
        self._colors: dict[str, NDArray[Any]] = {}
        self._places: dict[str, tuple[str, NDArray[Any]]] = {}
        for item in () if resources is None else resources:
            if isinstance(item.tag, str):
                self._add(item.tag.rpartition("}")[2], item.get("id", ""), item)

    def parts(
        self,
        name: str,
        item: Any,
        positions: NDArray[Any],
        corners: NDArray[Any],
        triangles: list[Any],
    ) -> Iterator[Part]:
        """The triangles (m, 3) of an object, in a part for each texture and one for the rest."""
        if not len(corners) or corners.min() < 0 or corners.max() >= len(positions):
            if len(corners):
                yield Part(name, PLAIN, positions, corners)  # which is refused for it
            return
        groups: dict[str, list[int]] = {}
        for at, triangle in enumerate(triangles):
            groups.setdefault(triangle.get("pid") or item.get("pid") or "", []).append(at)
        plain: list[tuple[NDArray[Any], NDArray[Any]]] = []
        for pid, numbers in groups.items():
            chosen = corners[numbers]
            indices = _indices([triangles[at] for at in numbers], item)
            if pid in self._places:
                yield from self._textured(name, pid, positions, chosen, indices)
            else:
                plain.append((chosen, self._colored(pid, indices)))
        if plain:
            yield _colored_part(
                name,
                positions,
                np.concatenate([chosen for chosen, _ in plain]),
                np.concatenate([colors for _, colors in plain]),
            )

    def _textured(
        self,
        name: str,
        pid: str,
        positions: NDArray[Any],
        corners: NDArray[Any],
        indices: NDArray[Any],
    ) -> Iterator[Part]:
        texture_id, places = self._places[pid]
        texture = self._texture(texture_id)
        own = np.arange(corners.size).reshape(-1, 3)
        uvs = places[np.clip(indices, 0, len(places) - 1)].reshape(-1, 2)
        material = PLAIN if texture is None else _shown(texture)
        yield Part(name, material, positions[corners].reshape(-1, 3), own, uvs=uvs)

    def _colored(self, pid: str, indices: NDArray[Any]) -> NDArray[Any]:
        """The colours (m, 3, 4) of corners; those of PLAIN where there are none."""
        colors = self._colors.get(pid)
        if colors is None:
            return np.broadcast_to(np.array(PLAIN.color), (*indices.shape, 4))
        found: NDArray[Any] = colors[np.clip(indices, 0, len(colors) - 1)]
        return found

    def _add(self, kind: str, number: str, item: Any) -> None:
        match kind:
            case "basematerials":
                colors = [_color(base.get("displaycolor")) for base in item.iterfind("{*}base")]
                self._keep(number, colors)
            case "colorgroup":
                self._keep(number, [_color(one.get("color")) for one in item.iterfind("{*}color")])
            case "compositematerials":
                self._keep(number, self._mixed(item))
            case "texture2d":
                self._files[number] = item
            case "texture2dgroup":
                pairs = [(c.get("u"), c.get("v")) for c in item.iterfind("{*}tex2coord")]
                if pairs:
                    places = np.nan_to_num(_floats(pairs)) * (1, -1) + (0, 1)
                    self._places[number] = (item.get("texid", ""), places)
            case "multiproperties":
                self._layers(number, item)

    def _keep(self, number: str, colors: list[NDArray[Any]]) -> None:
        if colors:
            self._colors[number] = np.array(colors)

    def _mixed(self, item: Any) -> list[NDArray[Any]]:
        """Colours of mixtures, in the shares that they say."""
        base = self._colors.get(item.get("matid", ""))
        which = _whole(item.get("matindices"))
        mixed = []
        for composite in item.iterfind("{*}composite"):
            shares = _floats([(composite.get("values") or "1").split()])[0]
            if base is None or not which:
                mixed.append(np.array(PLAIN.color))
                continue
            rows = base[np.clip(which[: len(shares)], 0, len(base) - 1)]
            total = float(shares[: len(rows)].sum())
            mixed.append((rows * shares[: len(rows), None]).sum(axis=0) / (total or 1.0))
        return mixed

    def _layers(self, number: str, item: Any) -> None:
        """Of several layers the texture, else the uppermost that has colours."""
        pids = (item.get("pids") or "").split()
        rows = [_whole(multi.get("pindices")) for multi in item.iterfind("{*}multi")]
        for layer, pid in reversed(list(enumerate(pids))):
            chosen = np.array([row[layer] if layer < len(row) else 0 for row in rows], np.int64)
            if pid in self._places and len(rows):
                texture, places = self._places[pid]
                self._places[number] = (texture, places[np.clip(chosen, 0, len(places) - 1)])
                return
            if pid in self._colors and len(rows) and number not in self._colors:
                colors = self._colors[pid]
                self._colors[number] = colors[np.clip(chosen, 0, len(colors) - 1)]

    def _texture(self, number: str) -> Texture | None:
        if number not in self._textures:
            self._textures[number] = self._read(self._files.get(number))
        return self._textures[number]

    def _read(self, item: Any) -> Texture | None:
        path = "" if item is None else str(item.get("path", ""))
        data = self._archive.beside("", path) if path else None
        if data is None:
            self._notes[f"A texture is left out: it is missing ({path[:100]})."] = None
            return None
        try:
            picture = web_picture(data)
        except PictureError as error:
            self._notes[f"A texture is left out: {error}."] = None
            return None
        return Texture("", picture.data, picture.mime, picture.width, picture.height)


def _colored_part(
    name: str, positions: NDArray[Any], corners: NDArray[Any], colors: NDArray[Any]
) -> Part:
    """A part of one colour, or with colours at the corners (m, 3, 4)."""
    first = colors.reshape(-1, 4)[0]
    if (np.abs(colors - first) < 1e-4).all():
        red, green, blue, opaque = (float(part) for part in first)
        alpha = Alpha.BLEND if opaque < 1 else Alpha.OPAQUE
        opaque = opaque or 1.0
        material = replace(PLAIN, color=(red, green, blue, opaque), alpha=alpha)
        return Part(name, material, positions, corners)
    own = np.arange(corners.size).reshape(-1, 3)
    alpha = Alpha.BLEND if float(colors[..., 3].min()) < 1 else Alpha.OPAQUE
    material = replace(_WHITE, alpha=alpha)
    return Part(
        name, material, positions[corners].reshape(-1, 3), own, colors=colors.reshape(-1, 4)
    )


def _indices(triangles: list[Any], item: Any) -> NDArray[Any]:
    """The properties (m, 3) of corners: the triangle's, else the object's."""
    usual = item.get("pindex") or "0"
    rows = []
    for triangle in triangles:
        first = triangle.get("p1") or usual
        rows.append((first, triangle.get("p2") or first, triangle.get("p3") or first))
    try:
        return np.array(rows, np.int64).reshape(-1, 3)
    except (ValueError, OverflowError):
        return np.zeros((len(triangles), 3), np.int64)


def _shown(texture: Texture) -> Material:
    return replace(_WHITE, texture=texture)


def _color(text: str | None) -> NDArray[Any]:
    """A linear colour of "#RRGGBB" or "#RRGGBBAA"; PLAIN's of anything else."""
    try:
        parts = bytes.fromhex((text or "").strip().lstrip("#"))
    except ValueError:
        parts = b""
    if len(parts) not in (3, 4):
        return np.array(PLAIN.color)
    return np.asarray(linear(np.frombuffer(parts, np.uint8)))


def _floats(rows: list[Any]) -> NDArray[Any]:
    try:
        return np.array(rows, np.float64)
    except (ValueError, TypeError):
        return np.zeros((len(rows), len(rows[0])))


def _whole(text: str | None) -> list[int]:
    return [int(word) for word in (text or "").split() if word.isdigit()]
