"""The model: frozen types, one class per thing. The only language the layers share."""

from hallgen.model.choices import BoothChoices, ModelPose, StyleName, UpAxis
from hallgen.model.fair import (
    Area,
    AreaKind,
    Booth,
    BoothKind,
    Classification,
    Counts,
    CountService,
    Enquiries,
    Exhibitor,
    Fair,
    Gate,
    Hall,
    Product,
    Session,
    Specification,
    Theme,
    Venue,
    Zone,
)
from hallgen.model.geometry import Frame, Frozen, Point, Polygon, Ring
from hallgen.model.index import FairIndex
from hallgen.model.info_pages import InfoPage, Menu
from hallgen.model.layout import Aisle, BoothLayout, BoothType, Entry, HallLayout, Side, SideKind
from hallgen.model.plan import Plan, PlannedBooth
from hallgen.model.rich_media import Captions, RichMedia
from hallgen.model.text import UNDETERMINED, Language, Text
from hallgen.model.trails import Narration, Showing, Stop, Trail, TrailKind

__all__ = [
    "UNDETERMINED",
    "Aisle",
    "Area",
    "AreaKind",
    "Booth",
    "BoothChoices",
    "BoothKind",
    "BoothLayout",
    "BoothType",
    "Captions",
    "Classification",
    "CountService",
    "Counts",
    "Enquiries",
    "Entry",
    "Exhibitor",
    "Fair",
    "FairIndex",
    "Frame",
    "Frozen",
    "Gate",
    "Hall",
    "HallLayout",
    "InfoPage",
    "Language",
    "Menu",
    "ModelPose",
    "Narration",
    "Plan",
    "PlannedBooth",
    "Point",
    "Polygon",
    "Product",
    "RichMedia",
    "Ring",
    "Session",
    "Showing",
    "Side",
    "SideKind",
    "Specification",
    "Stop",
    "StyleName",
    "Text",
    "Theme",
    "Trail",
    "TrailKind",
    "UpAxis",
    "Venue",
    "Zone",
]
