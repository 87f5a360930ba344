"""The pages of one thing: an exhibitor, a product."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from hallgen.media.pictures import Picture, PictureSet
from hallgen.model import Booth, Exhibitor, Point, Product
from hallgen.site import addresses, structured
from hallgen.site.cards import exhibitor_card, product_card
from hallgen.site.enquiries import enquiry_form
from hallgen.site.inputs import SiteFile
from hallgen.site.links import mail_link, phone_link, web_link
from hallgen.site.page import Page, shortened
from hallgen.site.plan_svg import sheet, size_of
from hallgen.site.product_lists import category_address
from hallgen.site.qr import code, exhibitor_code
from hallgen.site.rich_media import NO_MEDIA, ShownMedia, shown_media
from hallgen.site.site import Site
from hallgen.site.stops import stops_about


@dataclass(frozen=True, slots=True)
class Locator:
    """A small plan of a hall on which an exhibitor's booths are marked."""

    address: str
    title: str
    plan: str
    width: float
    height: float
    paths: tuple[str, ...]
    pins: tuple[Point, ...]
    pin: float


@dataclass(frozen=True, slots=True)
class ProductPart:
    """A product on its exhibitor's page. What only its own page shows is empty where it has one."""

    product: Product
    photos: tuple[PictureSet, ...]
    media: ShownMedia
    size: str | None


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A way to reach an exhibitor, as a link where it is a safe one."""

    name: str
    words: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class WechatContact:
    """An exhibitor in WeChat: its id or '', and a code to scan, as a picture or drawn."""

    id: str
    picture: Picture | None
    code: Markup | None


def exhibitor(site: Site, language: str, shown: Exhibitor) -> SiteFile:
    page = _page(site, language, addresses.exhibitor("", shown.slug), shown, shown)
    still = _still_of(page, shown)
    media = shown_media(page, shown.media)
    parts = [_part(page, product) for product in site.index.products_of(shown.id)]
    return page.render(
        "exhibitor.html.j2",
        exhibitor=shown,
        products=parts,
        locators=_locators(page, shown),
        sharing=_sharing(page, shown),
        alike=[
            (site.index.exhibitors[one.id], one.shared) for one in site.like_exhibitors[shown.id]
        ],
        contact=contact_lines(page, shown),
        wechat=wechat_contact(page, shown),
        form=enquiry_form(page, shown),
        page_code=exhibitor_code(page, shown),
        still=still,
        media=media,
        trails=list(stops_about(site, shown)),
        picture=still or _whole(site.logo(shown)),
        data=Markup().join(
            (
                structured.exhibitor_data(page, shown, media),
                exhibitor_card(page, shown),
                *(_product_data(page, part) for part in parts if not site.has_product_pages),
            )
        ),
    )


def product(site: Site, language: str, shown: Product) -> SiteFile:
    maker = site.index.exhibitors[shown.exhibitor]
    page = _page(site, language, addresses.product("", shown.slug), shown, maker)
    photos = site.photos(shown)
    media = shown_media(page, shown.media)
    return page.render(
        "product.html.j2",
        product=shown,
        exhibitor=maker,
        photos=photos,
        media=media,
        picture=_shared(photos) or _still_of(page, maker),
        size=_size(site, shown),
        alike=[site.index.products[one.id] for one in site.like_products[shown.id]],
        category=category_address(page, shown),
        form=enquiry_form(page, maker),
        trails=list(stops_about(site, shown)),
        data=structured.product_data(page, shown, media) + product_card(page, shown),
    )


def _part(page: Page, product: Product) -> ProductPart:
    site = page.site
    if site.has_product_pages:
        return ProductPart(product, site.photos(product)[:1], NO_MEDIA, None)
    media = shown_media(page, product.media)
    return ProductPart(product, site.photos(product), media, _size(site, product))


def _product_data(page: Page, part: ProductPart) -> Markup:
    product = part.product
    return structured.product_data(page, product, part.media) + product_card(page, product)


def _size(site: Site, shown: Product) -> str | None:
    """Width, depth and height of a product's model, in the unit that suits them; None without."""
    model = site.inputs.models.get(shown.id)
    if model is None:
        return None
    width, height, depth = model.size
    unit, factor, digits = ("mm", 1000, 0) if max(model.size) < 1 else ("m", 1, 2)
    lengths = " × ".join(f"{length * factor:.{digits}f}" for length in (width, depth, height))
    return f"{lengths} {unit}"


def _page(
    site: Site, language: str, address: str, shown: Exhibitor | Product, maker: Exhibitor
) -> Page:
    reading = (language, *site.languages)
    title = shown.name.best(*reading)
    text = shown.intro if isinstance(shown, Exhibitor) else shown.description
    numbers = " · ".join(booth.number for booth in site.booths_of(maker)[:6])
    about = " ".join(text.best(*reading).split()) or maker.name.best(*reading)
    description = f"{title} ({numbers}). {about}" if numbers else f"{title}. {about}"
    return Page(site, language, address.lstrip("/"), title, shortened(description))


def _shared(photos: tuple[PictureSet, ...]) -> Picture | None:
    """The photo that a shared link shows: others cannot cut a cell out of a sheet."""
    return next((photo.usual for photo in photos if photo.usual.cell is None), None)


def _whole(picture: Picture | None) -> Picture | None:
    return picture if picture is not None and picture.cell is None else None


def _still_of(page: Page, shown: Exhibitor) -> Picture | None:
    """A picture of the first of an exhibitor's booths that has one."""
    return next((place.still for place in page.places(shown) if place.still), None)


def _locators(page: Page, shown: Exhibitor) -> list[Locator]:
    by_hall: dict[str, list[Booth]] = {}
    for booth in page.site.booths_of(shown):
        by_hall.setdefault(booth.hall, []).append(booth)
    return [_locator(page, hall, booths) for hall, booths in by_hall.items()]


def _locator(page: Page, hall: str, booths: list[Booth]) -> Locator:
    outline = page.site.inputs.layouts[hall].outline
    on, (width, height) = sheet(outline), size_of(outline)
    numbers = page.t("comma").join(booth.number for booth in booths)
    boxes = [booth.outline.bounds for booth in booths]
    return Locator(
        address=page.place_of(booths[0]).plan,
        title=page.t("plan.where", hall=page.hall_name(hall), booths=numbers),
        plan=addresses.small_plan(hall),
        width=width,
        height=height,
        paths=tuple(on.path(booth.outline) for booth in booths),
        pins=tuple(on.at(((x0 + x1) / 2, (y0 + y1) / 2)) for x0, y0, x1, y1 in boxes),
        pin=round(width / 60, 1),
    )


def _sharing(page: Page, shown: Exhibitor) -> list[Exhibitor]:
    """Who else is in this exhibitor's booths."""
    index = page.site.index
    ids = dict.fromkeys(id_ for b in page.site.booths_of(shown) for id_ in b.exhibitors)
    return [index.exhibitors[id_] for id_ in ids if id_ != shown.id]


def contact_lines(page: Page, shown: Exhibitor) -> list[ContactLine]:
    """How to reach an exhibitor, as far as it says."""
    lines = (
        ContactLine(page.t("contact.website"), _host(shown.website), web_link(shown.website)),
        ContactLine(page.t("contact.email"), shown.email or "", mail_link(shown.email)),
        ContactLine(page.t("contact.phone"), shown.phone or "", phone_link(shown.phone)),
        ContactLine(page.t("contact.address"), page.plain(shown.address)),
    )
    return [line for line in lines if line.words]


def wechat_contact(page: Page, shown: Exhibitor) -> WechatContact | None:
    """How to reach an exhibitor in WeChat; None where it does not say."""
    made = page.site.inputs.pictures.get(shown.wechat_code) if shown.wechat_code else None
    picture = None if made is None or made.page is None else made.page.usual
    said = shown.wechat or ""
    drawn = code(said) if said.startswith("https://") else None
    if picture is None and not said:
        return None
    return WechatContact("" if drawn else said, picture, drawn)


def _host(website: str | None) -> str:
    """A website as people say it."""
    words = (website or "").strip()
    for start in ("https://", "http://", "www."):
        words = words.removeprefix(start)
    return words.rstrip("/")
