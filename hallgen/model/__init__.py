"""The model: frozen types, one class per thing. The only language the layers share."""

from hallgen.model.choices import (
    BoothChoices,
    BoothStatus,
    ModelParts,
    ModelPose,
    StyleName,
    UpAxis,
)
from hallgen.model.demand import Demand, Wanted, WishKind
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
    Venue,
    Zone,
)
from hallgen.model.geometry import Frame, Frozen, Point, Polygon, Ring
from hallgen.model.index import FairIndex
from hallgen.model.info_pages import InfoPage, Menu
from hallgen.model.layout import Aisle, BoothLayout, BoothType, Entry, HallLayout, Side, SideKind
from hallgen.model.narrowed import fair_of_booth, fair_of_hall
from hallgen.model.own_words import with_own_words
from hallgen.model.plan import Plan, PlannedBooth
from hallgen.model.publishing import Files, Host, ProductPages, Publishing
from hallgen.model.rich_media import Captions, RichMedia
from hallgen.model.text import UNDETERMINED, Language, Text
from hallgen.model.theme import HallLook, StyleChange, Theme
from hallgen.model.trails import Narration, Showing, Stop, Trail, TrailKind
from hallgen.model.venue import VenueRules

__all__ = [
    "UNDETERMINED",
    "Aisle",
    "Area",
    "AreaKind",
    "Booth",
    "BoothChoices",
    "BoothKind",
    "BoothLayout",
    "BoothStatus",
    "BoothType",
    "Captions",
    "Classification",
    "CountService",
    "Counts",
    "Demand",
    "Enquiries",
    "Entry",
    "Exhibitor",
    "Fair",
    "FairIndex",
    "Files",
    "Frame",
    "Frozen",
    "Gate",
    "Hall",
    "HallLayout",
    "HallLook",
    "Host",
    "InfoPage",
    "Language",
    "Menu",
    "ModelParts",
    "ModelPose",
    "Narration",
    "Plan",
    "PlannedBooth",
    "Point",
    "Polygon",
    "Product",
    "ProductPages",
    "Publishing",
    "RichMedia",
    "Ring",
    "Session",
    "Showing",
    "Side",
    "SideKind",
    "Specification",
    "Stop",
    "StyleChange",
    "StyleName",
    "Text",
    "Theme",
    "Trail",
    "TrailKind",
    "UpAxis",
    "Venue",
    "VenueRules",
    "Wanted",
    "WishKind",
    "Zone",
    "fair_of_booth",
    "fair_of_hall",
    "with_own_words",
]
