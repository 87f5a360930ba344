"""Pages, plans and shards of a site: the only layer that knows HTML.

    from hallgen.site import SiteInputs, read_viewer, render_site, texts_of

    fonts = subset_fonts(texts_of(index), fair.languages)
    inputs = SiteInputs(index, layouts, obstacles, pictures, read_viewer(viewer()), fonts)
    for file in render_site(inputs):
        ...  # write file.data at file.path

`render_site` is pure: it reads hallgen's own templates, styles and strings, and yields every
file of the site that is not a tile, a booth's GLB or made of an exhibitor's file. Those the
caller writes where `addresses.tileset`, `addresses.booth_model` and the inputs say. Among what is
yielded, once each, are the fonts and the viewer's files. The same inputs give the same files in
the same order.
"""

from hallgen.site import addresses
from hallgen.site.build_report import ReportBar, ReportChart, report_html
from hallgen.site.inputs import ScreenPlace, SiteFile, SiteInputs
from hallgen.site.manifest import BuildName, ShardProbe
from hallgen.site.packed import PackedBooth, packed_page
from hallgen.site.preview import (
    Lack,
    PreviewPages,
    PreviewReport,
    PreviewTiles,
    booth_list,
)
from hallgen.site.preview_form import FormProduct, PreviewForm
from hallgen.site.qr import qr_sheets
from hallgen.site.render import render_site
from hallgen.site.saved_halls import Published, saved_hall
from hallgen.site.search import SearchRecord, search_records
from hallgen.site.search_index import files_of, search_files
from hallgen.site.viewer_bundle import ViewerBundle, read_viewer
from hallgen.site.words import own_name, texts_of

__all__ = [
    "BuildName",
    "FormProduct",
    "Lack",
    "PackedBooth",
    "PreviewForm",
    "PreviewPages",
    "PreviewReport",
    "PreviewTiles",
    "Published",
    "ReportBar",
    "ReportChart",
    "ScreenPlace",
    "SearchRecord",
    "ShardProbe",
    "SiteFile",
    "SiteInputs",
    "ViewerBundle",
    "addresses",
    "booth_list",
    "files_of",
    "own_name",
    "packed_page",
    "qr_sheets",
    "read_viewer",
    "render_site",
    "report_html",
    "saved_hall",
    "search_files",
    "search_records",
    "texts_of",
]
