"""What pages say to their scripts, and what lists read of other pages."""

from __future__ import annotations

from typing import Literal

from hallgen.model import Frozen


class PageData(Frozen):
    """The block `<script type="application/json" id="hallgen-page">` of a page with a 3D view.

    `root` leads from the page to the site's root ("../../../"). `languages` gives the address
    of this page in each language. `strings` are the viewer's words in the page's language,
    without the "view." of their keys. `worker` is the service worker's address, where the site
    has one. `twins` tells whether models have copies packed by gzip, as `<name>.glb.gz`.
    """

    format: Literal[1] = 1
    root: str
    language: str
    hall: str
    shard: str
    languages: dict[str, str]
    strings: dict[str, str]
    worker: str | None = None
    twins: bool = True


class BootModule(Frozen):
    """A file of the viewer that a visitor waits for, and its size, for real progress."""

    address: str
    bytes: int


class BootData(Frozen):
    """The block `<script type="application/json" id="hallgen-boot">`, for the boot script.

    It fetches `modules`, imports `module`, and takes its own messages away; from there on the
    module tells what it does. Where that fails it says so and leaves the plan.
    """

    format: Literal[1] = 1
    root: str
    module: str
    modules: tuple[BootModule, ...]
    strings: dict[str, str]


class CardBooth(Frozen):
    """A booth on a card: its id and number, its hall's name, and the ways to it."""

    id: str
    number: str
    hall: str
    plan: str
    walk: str


class PageCard(Frozen):
    """The block `<script type="application/json" id="hallgen-card">` of an exhibitor's, a
    product's or a session's page: what a visitor's own lists say of it.

    `address` is the page's without its language ("exhibitors/abb/"): it is what such lists keep.
    `maker` is the name of a product's exhibitor and `maker_address` its page's, '' where the card
    is an exhibitor's own; how to reach it is the exhibitor's as well. `specifications` are names
    and values. `start` and `end` are a session's (ISO 8601, with an offset where the fair's zone is
    known), its `note` where it takes place. Addresses are relative to the site's root.
    """

    format: Literal[1] = 1
    kind: Literal["exhibitor", "product", "session"]
    address: str
    name: str
    note: str
    picture: str | None
    maker: str
    maker_address: str
    booths: tuple[CardBooth, ...]
    website: str | None
    email: str | None
    phone: str | None
    specifications: tuple[tuple[str, str], ...] = ()
    start: str | None = None
    end: str | None = None
