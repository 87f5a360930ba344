"""glTF of any origin, read: nothing in such a file is taken on trust."""

from hallgen.formats.reading.document import Document, Resolver, no_files
from hallgen.formats.reading.facts import ModelFacts, TextureFacts, model_facts
from hallgen.formats.reading.faults import Fault, GltfError
from hallgen.formats.reading.scenes import read_scene

__all__ = [
    "Document",
    "Fault",
    "GltfError",
    "ModelFacts",
    "Resolver",
    "TextureFacts",
    "model_facts",
    "no_files",
    "read_scene",
]
