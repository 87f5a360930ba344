"""Any glTF 2.0 in, a plain GLB out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hallgen import __version__
from hallgen.formats.container import pack_glb
from hallgen.formats.plain.meshes import Meshes
from hallgen.formats.plain.nodes import Tree
from hallgen.formats.plain.store import Store
from hallgen.formats.plain.surfaces import MATERIAL_EXTENSIONS, WEBP, Surfaces
from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.document import Document, Resolver, no_files
from hallgen.formats.reading.faults import Fault, GltfError, no_trust
from hallgen.scene import Material

#: Extensions that change what the arrays are, and are undone here.
_UNDONE: Final = frozenset(
    {"KHR_draco_mesh_compression", "EXT_meshopt_compression", "KHR_meshopt_compression"}
    | {"KHR_mesh_quantization", "EXT_mesh_gpu_instancing", "KHR_texture_basisu"}
    | {"EXT_texture_webp", "EXT_texture_avif", "MSFT_texture_dds", "KHR_texture_transform"}
    | {"KHR_materials_pbrSpecularGlossiness"}
)
#: Extensions without which a model is still itself, and what is said when they are left out.
_LEFT_OUT: Final = {
    "KHR_lights_punctual": "Its lamps are left out.",
    "KHR_materials_variants": "Of its variants the default one is shown.",
    "KHR_techniques_webgl": "Materials that are programs of their own are left out.",
    "KHR_animation_pointer": "Movements of materials are left out.",
    "KHR_xmp_json_ld": "",
    "KHR_xmp": "",
    "EXT_mesh_features": "",
    "EXT_structural_metadata": "",
    "EXT_lights_image_based": "",
    "KHR_materials_diffuse_transmission": "",
}


@dataclass(frozen=True, slots=True)
class PlainGlb:
    """A plain GLB in the axes and units of its source; notes say what was left out of it."""

    glb: bytes
    notes: tuple[str, ...] = ()


def plain_glb(data: bytes, resolve: Resolver = no_files, usual: Material | None = None) -> PlainGlb:
    """A .gltf or .glb of glTF 2.0 as a plain GLB.

    `resolve` gives the bytes of a file by its path beside it, and decides what lies beside it.
    Numbers become floats (quantized ones too), colours and joints 16-bit; normals, weights and
    rotations are brought to length; sheared nodes become two; what is not shown is left out.
    With a `usual` material, what has none gets that, and what only has a colour its metal and
    roughness: else all of it is metal, which is what glTF takes for granted. Raises GltfError.
    """
    with no_trust():
        return _rewritten(Document(data, resolve), usual)


def _rewritten(document: Document, usual: Material | None) -> PlainGlb:
    notes = dict.fromkeys(_extensions(document))
    store = Store()
    surfaces = Surfaces(document, store, usual)
    meshes = Meshes(document, store, surfaces)
    tree = Tree(document, store, meshes)
    tree.build()
    if not meshes.meshes:
        raise GltfError(Fault.EMPTY, "It has no triangles.")
    content = _document(store, surfaces, meshes, tree)
    found = [*notes, *meshes.notes, *surfaces.notes, *tree.notes]
    return PlainGlb(pack_glb(content, store.finish()), tuple(note for note in found if note))


def _extensions(document: Document) -> list[str]:
    """Notes on what is left out. Raises GltfError for an extension that cannot be."""
    used = document.content.get("extensionsUsed", [])
    required = document.content.get("extensionsRequired", [])
    known = _UNDONE | MATERIAL_EXTENSIONS | set(_LEFT_OUT)
    unknown = sorted(str(name)[:60] for name in required if name not in known)
    if unknown:
        raise GltfError(Fault.EXTENSION, f"It requires {', '.join(unknown[:5])}.")
    return [_LEFT_OUT[name] for name in used if name in _LEFT_OUT]


def _document(store: Store, surfaces: Surfaces, meshes: Meshes, tree: Tree) -> Json:
    data = store.finish()
    parts: Json = {
        "nodes": tree.nodes,
        "meshes": meshes.meshes,
        "skins": tree.skins,
        "animations": tree.animations,
        "materials": surfaces.materials,
        "textures": surfaces.textures,
        "samplers": surfaces.samplers,
        "images": surfaces.images,
        "accessors": store.accessors,
        "bufferViews": store.views,
        "extensionsUsed": sorted(surfaces.extensions),
        "extensionsRequired": sorted(surfaces.extensions & {WEBP}),
    }
    return {
        "asset": {"version": "2.0", "generator": f"hallgen {__version__}"},
        "scene": 0,
        "scenes": [{"nodes": tree.roots}],
        **{name: part for name, part in parts.items() if part},
        "buffers": [{"byteLength": len(data)}],
    }
