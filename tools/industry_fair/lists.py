"""The lists as an organiser's registration system exports them."""

from __future__ import annotations

import csv
import io
import json

from tools.industry_fair.firms import Firm, intro, phone
from tools.industry_fair.logos import color_of, has_logo, logo_name
from tools.industry_fair.products import Shown
from tools.industry_fair.showings.named import FIRMS, PRODUCTS
from tools.industry_fair.words import Said, places, segments

_OWN = {"de": "德文名", "ja": "日文名", "ko": "韩文名", "ru": "俄文名", "ar": "阿拉伯文名"}

#: Models that visitors may take apart.
_APART = {"models/planetary-gearbox.step"}


def exhibitors_csv(firms: tuple[Firm, ...]) -> str:
    """As Excel saves it: a byte order mark, commas, CRLF."""
    text = io.StringIO()
    rows = [_row(firm) for firm in firms]
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + text.getvalue()


def products_json(products: tuple[Shown, ...]) -> str:
    """One product after the other, as a shop system exports them."""
    return json.dumps([_product(one) for one in products], ensure_ascii=False, indent=1) + "\n"


def _row(firm: Firm) -> dict[str, str]:
    _, country, city = places()[firm.entry.city]
    said, category = intro(firm), segments()[firm.entry.segment].name
    own = dict([firm.entry.own]) if firm.entry.own else {}
    return {
        "展商编号": firm.id,
        "公司名称（中文）": firm.entry.name.zh,
        "公司名称（英文）": firm.entry.name.en,
        **{column: own.get(tag, "") for tag, column in _OWN.items()},
        "展位号": _reference(firm),
        "主展商": firm.host,
        "国家": country.zh,
        "Country": country.en,
        "城市": city.zh,
        "City": city.en,
        "展品类别": category.zh,
        "Category": category.en,
        "简介": said.zh,
        "Introduction": said.en,
        "网址": f"https://www.{firm.domain}",
        "邮箱": f"info@{firm.domain}",
        "电话": phone(firm),
        "LOGO": logo_name(firm) if has_logo(firm) else "",
        "品牌色": color_of(firm) or "",
        "全景图": FIRMS.get(firm.entry.name.en, ""),
    }


def _reference(firm: Firm) -> str:
    """People write booth numbers as they like; now and then with the hall in words."""
    if not firm.booths:
        return "" if int(firm.id[1:]) % 2 else "待定"
    if len(firm.booths) > 1:
        return " / ".join(firm.booths)
    hall, number = firm.booths[0].split("-")
    spelt = int(firm.id[1:]) % 9
    if spelt == 4:
        return f"{hall}馆{number}"
    if spelt == 7 and len(number) == 4:
        return f"{hall}-{number[0]}-{number[1:]}"
    return firm.booths[0]


def _product(one: Shown) -> dict[str, object]:
    figures = [Said(f"{n.zh}: {v.zh}", f"{n.en}: {v.en}") for n, v in one.figures]
    product: dict[str, object] = {
        "id": one.id,
        "exhibitor": one.firm.id,
        "name": _both(one.name),
        "category": _both(one.category),
        "description": _both(one.text),
        "specifications": {"zh": [f.zh for f in figures], "en": [f.en for f in figures]},
    }
    product |= {"images": list(one.images)} if one.images else {}
    product |= {"model": one.model} if one.model else {}
    product |= {"model_parts": "apart"} if one.model in _APART else {}
    showing = PRODUCTS.get((one.firm.entry.name.en, one.name.en.rpartition("-")[2]))
    if showing is not None:
        product |= {"video": showing.video, "captions": showing.captions}
        product["documents"] = list(showing.documents)
    return product | ({"highlight": True} if one.highlight else {})


def _both(said: Said) -> dict[str, str]:
    return {"zh": said.zh, "en": said.en}
