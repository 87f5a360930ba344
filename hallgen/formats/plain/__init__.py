"""Any glTF 2.0 as a plain GLB: one file, no packing, nothing that a strict reader minds."""

from hallgen.formats.plain.plain import PlainGlb, plain_glb
from hallgen.formats.plain.rooted import rooted

__all__ = ["PlainGlb", "plain_glb", "rooted"]
