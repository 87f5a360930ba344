"""What is costly to make, kept between builds and shared by them: on a disk or far away.

    Store(place)                    a folder, or an address of fsspec's ("s3://bucket/cache")
    kept_or_made(store, kind, key, make, diagnostics)
    prune(store, most)              lets go of what was not asked for the longest

What is kept is as trusted as the code itself: only those who build should be able to write there.
"""

from hallgen.store.kept import Kind, bytes_as_they_are, kept_or_made, told_of_fault
from hallgen.store.prune import Pruned, prune
from hallgen.store.shelves import Entry, FolderShelf, StorePlace
from hallgen.store.store import Store, user_store

__all__ = [
    "Entry",
    "FolderShelf",
    "Kind",
    "Pruned",
    "Store",
    "StorePlace",
    "bytes_as_they_are",
    "kept_or_made",
    "prune",
    "told_of_fault",
    "user_store",
]
