"""Write the sample fair's data files."""

from __future__ import annotations

from pathlib import Path

from tools.industry_fair.booths import booth_files
from tools.industry_fair.dxf import dxf
from tools.industry_fair.firms import firms
from tools.industry_fair.geojson import geojson
from tools.industry_fair.halls import hall_4_1, hall_5_1, hall_6_1, halls
from tools.industry_fair.lists import exhibitors_csv, products_json
from tools.industry_fair.logos import has_logo, logo, logo_name
from tools.industry_fair.machines import models
from tools.industry_fair.products import products
from tools.industry_fair.showings.named import captions
from tools.industry_fair.svg import svg

FAIR = Path(__file__).parents[2] / "examples" / "industry-fair"


def texts() -> dict[str, str]:
    """Every text file by its name in the fair folder."""
    exhibitors = firms(halls())
    shown = products(exhibitors)
    return {
        "plans/hall-4.1.svg": svg(hall_4_1()),
        "plans/hall-5.1.dxf": dxf(hall_5_1()),
        "plans/hall-6.1.geojson": geojson(hall_6_1()),
        "exhibitors.csv": exhibitors_csv(exhibitors),
        "products.json": products_json(shown),
        **booth_files(exhibitors, shown),
        **{f"media/{name}": text for name, text in captions().items()},
    }


def main() -> None:
    for name, text in texts().items():
        path = FAIR / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    for firm in firms(halls()):
        if has_logo(firm):
            path = FAIR / "media" / logo_name(firm)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(logo(firm))
    for name, data in models().items():
        path = FAIR / "media" / "models" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
