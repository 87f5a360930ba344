"""What the viewer reads: a page's own data block, a shard for each hall and language, and the rest.

`viewer/src/manifest.ts` is generated from these types; a test fails when they drift apart.
Positions are the 3D scene's: metres, x to the right of the plan, z down the plan (a plan's
point (x, y) is at z = -y), y up. Addresses are relative to the site's root, without a
leading slash; the page says how to get to the root.
"""

from hallgen.site.manifest.fair import (
    BuildName,
    Manifest,
    ManifestDoor,
    ManifestHall,
    SavedFile,
    SavedHall,
)
from hallgen.site.manifest.page import BootData, BootModule, CardBooth, PageCard, PageData
from hallgen.site.manifest.places import Pose, Spot, Vector
from hallgen.site.manifest.search import (
    SearchEntry,
    SearchFacets,
    SearchTerms,
    SearchThing,
    SearchThings,
)
from hallgen.site.manifest.shard import (
    HallShard,
    ShardBooth,
    ShardExhibitor,
    ShardGate,
    ShardProbe,
    ShardProduct,
    ShardProductModel,
    ShardScreen,
    ShardWay,
)
from hallgen.site.manifest.worth import (
    ShardExperience,
    ShardMark,
    ShardNarration,
    ShardPanorama,
    ShardStop,
    ShardTrail,
)

__all__ = [
    "BootData",
    "BootModule",
    "BuildName",
    "CardBooth",
    "HallShard",
    "Manifest",
    "ManifestDoor",
    "ManifestHall",
    "PageCard",
    "PageData",
    "Pose",
    "SavedFile",
    "SavedHall",
    "SearchEntry",
    "SearchFacets",
    "SearchTerms",
    "SearchThing",
    "SearchThings",
    "ShardBooth",
    "ShardExhibitor",
    "ShardExperience",
    "ShardGate",
    "ShardMark",
    "ShardNarration",
    "ShardPanorama",
    "ShardProbe",
    "ShardProduct",
    "ShardProductModel",
    "ShardScreen",
    "ShardStop",
    "ShardTrail",
    "ShardWay",
    "Spot",
    "Vector",
]
